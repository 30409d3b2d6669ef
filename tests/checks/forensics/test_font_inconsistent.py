from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from checks.forensics.font_inconsistent import CHECK
from ingest.geometry import Box
from ingest.records import Provenance
from tests.checks.forensics.cases import fact, findings

LABEL, VALUE = "Number:", "2017-B-1-071"


def told(
    folder: Path, font: str, size: float, *, name: str = "certificate_number", label: str = LABEL, gap: float = 0
) -> int:
    """How many findings a page raises whose label is set in Helvetica 12 and whose value in ``font``, which its heading
    has too, and ``size``."""
    path = folder / "one.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for place, face in enumerate(("Times-Roman", "Times-Bold")):
        canvas.setFont(face, 24)
        canvas.drawString(200, 700 + 40 * place, "Certificate 1999")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(100, 500, label)
    left = 100 + canvas.stringWidth(label, "Helvetica", 12) + gap
    canvas.setFont(font, size)
    canvas.drawString(left, 500, VALUE)
    box = Box(left, 842 - 500 - size, left + canvas.stringWidth(VALUE, font, size), 842 - 500 + 3)
    canvas.save()
    return len(findings(CHECK, path=path, said=Provenance(), source="text", facts=[fact(name, VALUE, box)]))


def test_a_value_put_into_its_line_in_another_font_and_nearly_its_size_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "Times-Roman", 11.16) == 1


@pytest.mark.parametrize(
    ("font", "size", "more"),
    [
        ("Helvetica", 12, {}),
        ("Times-Roman", 12, {}),  # figures in a face of their own, as many programs set them
        ("Times-Roman", 18, {}),  # meant to stand out
        ("Times-Bold", 13, {"name": "person_name"}),  # so is a name, a little
        ("Times-Roman", 11.16, {"gap": 40}),  # another block of the page
    ],
)
def test_what_programs_set_apart_stays_silent(tmp_path: Path, font: str, size: float, more: dict[str, object]) -> None:
    assert told(tmp_path, font, size, **more) == 0

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from checks.corroboration import weighed
from checks.forensics.text_overlaid import CHECK
from ingest.geometry import Box
from tests.checks.forensics.cases import fact, findings, seen
from tests.ingest.sheets import cover, digital, scanned, write

NAME = fact("person_name", "李四光", Box(90, 218, 160, 246))
OTHERS = tuple(fact(n, n, Box(90, 340 + 120 * i, 300, 366 + 120 * i)) for i, n in enumerate(("a", "b", "c")))


def retyped(canvas: Canvas) -> None:
    cover(canvas, 88, 216, 70, 34, (0.98, 0.97, 0.94))
    write(canvas, 90, 220, "李四光")


def test_a_name_replaced_on_a_scan_is_a_suspicion_with_its_place(tmp_path: Path) -> None:
    (finding,) = weighed(findings(CHECK, path=scanned(tmp_path / "a.pdf", retyped), facts=(NAME, *OTHERS)))
    assert finding.severity == "suspect" and finding.certainty == "deterministic"
    assert "李四光" in finding.message
    assert finding.evidence[0].bbox is not None and finding.evidence[0].bbox.intersection(NAME.bbox) > 0


def test_a_number_replaced_in_a_text_layer_is_shown_with_both_readings(tmp_path: Path) -> None:
    def renumbered(canvas: Canvas) -> None:
        cover(canvas, 200, 456, 140, 34)
        write(canvas, 200, 460, "KJ-2018-0077")

    (finding,) = findings(CHECK, path=digital(tmp_path / "a.pdf", renumbered), source="text")
    assert finding.severity == "suspect"
    assert "KJ-2018-0077" in finding.message and "2018-0031" in finding.message


def test_a_deleted_line_is_a_hint_alone(tmp_path: Path) -> None:
    path = scanned(tmp_path / "a.pdf", lambda c: cover(c, 80, 450, 400, 40, (0.98, 0.97, 0.94)))
    (finding,) = weighed(findings(CHECK, path=path))
    assert finding.severity == "notice"


def test_a_value_typed_onto_a_scan_is_a_suspicion(tmp_path: Path) -> None:
    path = scanned(tmp_path / "a.pdf", lambda c: write(c, 300, 500, "李四光"))
    typed = fact("person_name", "李四光", Box(300, 500, 370, 526))
    (finding,) = findings(CHECK, path=path, facts=(typed, *OTHERS))
    assert "后加的文字" in finding.message


@pytest.mark.parametrize(
    ("text", "top"), [("第 3 页", 810), ("- 12 -", 805), ("与原件一致", 700), ("此复印件仅供职称评审使用", 400)]
)
def test_page_numbers_and_certifying_remarks_on_a_scan_are_lawful(tmp_path: Path, text: str, top: float) -> None:
    box = Box(80, top, 400, top + 26)
    path = scanned(tmp_path / "a.pdf", lambda c: write(c, 90, top, text))
    assert findings(CHECK, path=path, facts=(fact("x", text, box), *OTHERS)) == []


def test_black_bars_over_personal_data_are_only_noted(tmp_path: Path) -> None:
    path = scanned(tmp_path / "a.pdf", lambda c: cover(c, 80, 450, 400, 40, (0, 0, 0)))
    (finding,) = findings(CHECK, path=path)
    assert finding.severity == "notice"


def test_a_form_typed_onto_its_background_picture_is_no_replacement(tmp_path: Path) -> None:
    def filled(canvas: Canvas) -> None:
        for i in range(3):
            write(canvas, 300, 340 + 120 * i, "填写内容")

    facts = [fact("a", "填写内容", Box(300, 340 + 120 * i, 400, 366 + 120 * i)) for i in range(3)]
    assert findings(CHECK, path=scanned(tmp_path / "a.pdf", filled), facts=facts) == []


def test_a_scan_with_an_invisible_text_layer_and_a_plain_pdf_are_clear(tmp_path: Path) -> None:
    layered = scanned(tmp_path / "a.pdf", lambda c: write(c, 90, 220, "张三丰同志：", mode=3))
    _, (one,) = seen(CHECK, path=layered, facts=(NAME,))
    _, (two,) = seen(CHECK, path=digital(tmp_path / "b.pdf"), source="text")
    assert (one.outcome, two.outcome) == ("clear", "clear")


def test_the_applicants_own_form_may_be_corrected(tmp_path: Path) -> None:
    assert findings(CHECK, type="application_form", path=scanned(tmp_path / "a.pdf", retyped), facts=(NAME,)) == []

from __future__ import annotations

import pytest

from checks.forensics.edited_by_image_editor import CHECK
from checks.forensics.editors import editor_named
from ingest.records import Provenance
from tests.checks.forensics.cases import findings, seen


@pytest.mark.parametrize(
    "text",
    [
        "Adobe Photoshop CC 2019 (Windows)",
        "Adobe Photoshop 21.0 (Macintosh)",
        "GIMP 2.10.8",
        "Meitu 9.4",
        "美图秀秀",
        "paint.net 4.2.16",
        "Snapseed 2.0",
        "nEO iMAGING",
        "画图",
        "Photoshop image resources",
        "Picasa 3.0",
    ],
)
def test_editors_are_known_by_their_names(text: str) -> None:
    assert editor_named(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Adobe Photoshop Lightroom Classic 9.2",
        "EPSON Scan",
        "CamScanner",
        "img2pdf 0.4.4",
        "Adobe Acrobat Pro DC",
        "Microsoft: Print To PDF",
        "HUAWEI P30 10.0.0.168",
        "WPS 文字",
        "ImageMagick 6.9",
        "Xerox WorkCentre",
        "Windows Photo Viewer 6.1",
        "macOS Quartz PDFContext",
    ],
)
def test_scanners_converters_and_developers_are_not_editors(text: str) -> None:
    assert not editor_named(text)


def test_a_scanned_certificate_saved_by_an_editor_is_reported_with_the_name() -> None:
    said = Provenance(software="Adobe Photoshop CC 2019 (Windows)", modified="2020-05-03T10:00:00")
    (finding,) = findings(CHECK, kind="image", said=said)
    assert "Adobe Photoshop" in finding.message and "待核" in finding.message
    assert "2020-05-03" in finding.explanation
    assert finding.certainty == "heuristic"
    assert finding.evidence[0].page == 1


def test_the_history_and_the_pictures_inside_a_scanned_pdf_count() -> None:
    assert findings(CHECK, said=Provenance(edit_history=("Adobe Photoshop 21.0",)))
    assert findings(CHECK, said=Provenance(traces=("GIMP 2.10",)))


def test_figures_on_a_born_digital_page_do_not_count() -> None:
    said = Provenance(producer="pdfTeX", traces=("Adobe Photoshop CS6",))
    assert findings(CHECK, type="paper", source="text", said=said) == []


def test_the_applicants_own_writing_is_not_looked_at() -> None:
    assert findings(CHECK, type="work_summary", said=Provenance(software="Adobe Photoshop")) == []


def test_a_scanners_file_is_clear_and_a_silent_one_not_applicable() -> None:
    _, (clear,) = seen(CHECK, said=Provenance(producer="EPSON Scan"))
    _, (silent,) = seen(CHECK, said=Provenance())
    assert (clear.outcome, silent.outcome) == ("clear", "not_applicable")

from __future__ import annotations

from pathlib import Path

import pikepdf

from checks.corroboration import weighed
from checks.engine import run_check
from checks.forensics.edited_after_issue import CHECK
from extractors.records import Document
from ingest.records import Dossier, Page, Provenance, SourceFile
from tests.checks.builders import case
from tests.checks.forensics.cases import fact, findings
from tests.ingest.sheets import digital, plain, updated

LINES = ("CERTIFICATE", "Number 2018-0031", "30 June 2018")


def test_a_number_changed_by_an_update_is_a_suspicion_that_shows_before_and_after(tmp_path: Path) -> None:
    path = updated(plain(tmp_path / "a.pdf", *LINES), lambda content: content.replace(b"0031", b"0077"))
    (finding,) = weighed(findings(CHECK, path=path, source="text"))
    assert finding.severity == "suspect"
    assert "“31”改为“77”" in finding.message
    assert finding.evidence[0].bbox is not None


def test_an_added_line_alone_is_a_hint(tmp_path: Path) -> None:
    added = b" BT /F1 10 Tf 1 0 0 1 90 300 Tm (first prize) Tj ET"
    path = updated(plain(tmp_path / "a.pdf", *LINES), lambda content: content + added)
    (finding,) = weighed(findings(CHECK, path=path, source="text"))
    assert finding.severity == "notice"


def test_an_added_line_that_is_read_as_a_value_is_a_suspicion(tmp_path: Path) -> None:
    added = b" BT /F1 10 Tf 1 0 0 1 90 300 Tm (first prize) Tj ET"
    path = updated(plain(tmp_path / "a.pdf", *LINES), lambda content: content + added)
    (change,) = findings(CHECK, path=path, source="text")
    box = change.evidence[0].bbox
    assert box is not None
    grade = fact("award_grade", "first prize", box)
    (finding,) = weighed(findings(CHECK, path=path, source="text", facts=[grade]))
    assert finding.severity == "suspect"


def test_page_numbers_added_by_merging_software_are_lawful(tmp_path: Path) -> None:
    added = b" BT /F1 10 Tf 1 0 0 1 290 30 Tm (- 3 -) Tj ET"
    path = updated(plain(tmp_path / "a.pdf", *LINES), lambda content: content + added)
    assert findings(CHECK, path=path, source="text") == []


def test_a_linearised_file_is_lawful(tmp_path: Path) -> None:
    with pikepdf.open(digital(tmp_path / "a.pdf")) as pdf:
        pdf.save(tmp_path / "b.pdf", linearize=True)
    assert findings(CHECK, path=tmp_path / "b.pdf", source="text") == []


def test_a_born_digital_proof_saved_again_much_later_is_a_hint_and_a_scan_is_not() -> None:
    said = Provenance(created="2018-06-30T10:00:00", modified="2020-05-01T09:00:00")
    (finding,) = weighed(findings(CHECK, said=said, source="text"))
    assert finding.severity == "notice" and "2020-05-01" in finding.message
    assert findings(CHECK, said=said, source="ocr") == []
    assert findings(CHECK, said=said, source="text", type="paper") == []


def test_proofs_saved_again_on_one_day_are_told_together() -> None:
    said = Provenance(created="2018-06-30T10:00:00", modified="2020-05-01T09:00:00")
    names = ("a.pdf", "b.pdf", "c.pdf")
    documents = [
        Document(
            id=f"d{i}", file=name, pages=(1, 1), type="award_certificate", confidence=0.9, source="text", sha256=""
        )
        for i, name in enumerate(names)
    ]
    files = tuple(
        SourceFile(name=name, path=name, sha256="", size=1, kind="pdf", page_count=1, provenance=said) for name in names
    )
    pages = tuple(Page(file=name, number=1, width=595, height=842, source="text") for name in names)
    dossier = Dossier(id="case", path="case", files=files, pages=pages)
    found, _ = run_check(CHECK, case(*documents, dossier=dossier))
    (finding,) = found
    assert finding.severity == "notice"
    assert [e.file for e in finding.evidence] == list(names)

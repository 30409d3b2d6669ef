"""Real certificates and papers beside the checkout; skipped where they are not there."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from extractors.extract import extract
from extractors.records import Document
from ingest.reader import read_dossier

SHARED = (Path(__file__).parents[2] / ".." / "shared" / "data").resolve()
CERTIFICATES, PAPERS = SHARED / "certificates", SHARED / "cn_pdf"

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared sample data is not beside this checkout")


@cache
def read(path: Path) -> tuple[Document, ...]:
    return extract(read_dossier(path))


def expected_patents() -> list[dict[str, str]]:
    table = CERTIFICATES / "fields_read.tsv"
    if not table.exists():
        return []
    with table.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def iso(text: str) -> str:
    return text.replace("年", "-").replace("月", "-").replace("日", "")


@pytest.mark.parametrize("row", expected_patents(), ids=lambda row: row["file"])
def test_design_patents_are_read_whole(row: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / row["file"]).write_bytes((CERTIFICATES / row["file"]).read_bytes())
    (document,) = read(folder)
    assert document.type == "patent_certificate"
    assert document.value("certificate_number") == row["certificate_no"]
    assert document.value("patent_name") == row["design_name"]
    assert document.value("patentee") == row["holder"]
    assert document.value("patent_number") == row["patent_no"]
    assert document.value("grant_number") == row["grant_no"].replace(" ", "")
    assert document.value("application_date") == iso(row["application_date"])
    assert document.value("grant_date") == iso(row["grant_date"])
    assert document.value("inventors")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("contest_paper_fast.pdf", "other"),
        ("paper_jcip_v2.pdf", "paper"),
        ("paper_jcip_v1.pdf", "paper"),
        ("en_elsevier_paper.pdf", "paper"),
        ("patent_publication_cn117241078a.pdf", "patent_application"),
        ("gongwen_template.pdf", "other"),
    ],
)
def test_types_of_real_files(name: str, kind: str) -> None:
    path = PAPERS / name
    if not path.exists():
        pytest.skip(f"{name} is not there")
    assert read(path)[0].type == kind


def test_a_real_paper_with_an_unfilled_issue() -> None:
    path = PAPERS / "paper_jcip_v2.pdf"
    if not path.exists():
        pytest.skip("not there")
    document = read(path)[0]
    facts = {f.name: f.value for f in document.facts}
    assert len(facts["authors"]) == 4
    earlier = PAPERS / "paper_jcip_v1.pdf"
    assert facts["title"] == read(earlier)[0].value("title")
    assert str(facts["journal"]).endswith("学报")
    assert "volume" not in facts and "issue" not in facts


def test_a_real_publication_is_no_grant() -> None:
    path = PAPERS / "patent_publication_cn117241078a.pdf"
    if not path.exists():
        pytest.skip("not there")
    facts = {f.name: f.value for f in read(path)[0].facts}
    assert str(facts["application_number"]).startswith("2023") and len(str(facts["application_number"])) == 14
    assert str(facts["application_date"]).startswith("2023-09")
    assert len(facts["inventors"]) == 4
    assert "grant_date" not in facts and "patent_number" not in facts

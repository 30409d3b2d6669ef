"""Truth in the simple form that others write."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from checks.records import Evidence, Finding
from tests.accuracy.compare import planted
from tests.accuracy.strangers import Papers, strangers
from tests.factory.truth import ALL_PAGES

SIMPLE = {
    "documents": [
        {"file": "sub/03.pdf", "pages": [2, 3], "type": "paper", "carrier": "scan",
         "facts": [{"name": "authors", "value": ["甲", "乙"], "item": 0, "page": 2}, {"name": "year", "value": 2019}]},
        {"file": "04.pdf", "type": "diploma"},
    ],
    "planted": [
        {"code": "completeness.unreadable-file", "file": "05.pdf"},
        {"code": "numbers.doi", "file": "03.pdf", "innocent": True},
    ],
}  # fmt: skip


def written(folder: Path, name: str = "truth.json", truth: object = SIMPLE) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(msgspec.json.encode(truth))
    return folder


def test_truth_in_the_simple_form(tmp_path: Path) -> None:
    written(tmp_path / "one")
    (only,) = strangers(tmp_path)
    paper, diploma = only.truth.documents
    assert (paper.file, paper.pages, paper.facts[0].value, paper.facts[1].value) == (
        "03.pdf", (2, 3), ("甲", "乙"), "2019",
    )  # fmt: skip
    assert diploma.pages == (1, ALL_PAGES)
    assert not only.truth.clean


def test_truth_beside_a_dossier(tmp_path: Path) -> None:
    written(tmp_path, "one.truth.json", {})
    (tmp_path / "one.zip").write_bytes(b"")
    (only,) = strangers(tmp_path)
    assert only.path == tmp_path / "one.zip"
    assert only.truth.clean


def test_the_truth_is_no_paper_of_the_dossier(tmp_path: Path) -> None:
    written(tmp_path / "one")
    (tmp_path / "one" / "03.pdf").write_bytes(b"%PDF")
    with Papers(tmp_path / "one") as folder:
        assert [p.name for p in folder.iterdir()] == ["03.pdf"]
    assert not folder.exists()


def test_a_fault_in_a_file_without_document(tmp_path: Path) -> None:
    written(tmp_path / "one")
    (only,) = strangers(tmp_path)
    elsewhere = Finding(
        code="completeness.unreadable-file", severity="missing", message="", evidence=(Evidence(file="06.pdf"),)
    )
    there = msgspec.structs.replace(elsewhere, evidence=(Evidence(file="05.pdf"),))
    assert [m.right for m in planted(only.truth, [elsewhere]) if m.kind == "planted"] == [False]
    assert [m.right for m in planted(only.truth, [there]) if m.kind == "planted"] == [True]


def test_other_shapes_are_refused_by_name(tmp_path: Path) -> None:
    written(tmp_path / "one", truth={"documents": [{"file": "03.pdf"}]})
    with pytest.raises(msgspec.ValidationError, match=r"truth\.json.*type"):
        list(strangers(tmp_path))


def test_what_follows_from_another_fault_or_shows_beside_another_dossier_is_not_counted(tmp_path: Path) -> None:
    more = [
        {"code": "consistency.claim-contradicted", "file": "03.pdf", "side_effect": True},
        {"code": "cross.shared-certificate-number", "file": "04.pdf", "scope": "scan"},
    ]
    written(tmp_path / "one", truth={**SIMPLE, "planted": more})
    (only,) = strangers(tmp_path)
    assert only.truth.planted == () and not only.truth.clean

"""report.json: the names of the contract, the same bytes every time, nothing half-written."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from checks.records import Assessment
from corpus.policy.records import Policy
from reports import json_writer
from reports.report import build
from tests.reports import samples

TOP = [
    "schema", "dossier", "policy", "as_of", "applicant", "documents", "findings", "conditions", "claims", "coverage",
    "engine", "disposition",
]  # fmt: skip
KEYS = {
    "documents": {"id", "file", "pages", "type", "confidence", "source", "sha256", "facts"},
    "findings": {"id", "code", "severity", "message", "clause", "explanation", "verify", "evidence"},
    "conditions": {"id", "clause", "requirement", "measured", "threshold", "outcome", "explanation", "evidence"},
    "claims": {"name", "item", "value", "outcome", "evidence"},
    "coverage": {"code", "document", "outcome", "reason"},
}


def written() -> dict[str, object]:
    return json.loads(json_writer.encode(samples.report()))


def test_keys_are_those_of_the_contract() -> None:
    tree = written()
    assert list(tree) == TOP
    for part, keys in KEYS.items():
        for member in tree[part]:
            assert keys <= member.keys(), part
    document = tree["documents"][1]
    assert document["facts"][0] == {
        "name": "id_number", "value": samples.ID, "text": samples.ID, "page": 1, "bbox": [200, 300, 308, 312],
        "confidence": 0.9712, "item": 0,
    }  # fmt: skip
    assert document["pages"] == [1, 1]
    assert tree["findings"][0]["clause"] == {"policy": samples.POLICY, "ref": "二（四）"}
    assert tree["findings"][0]["evidence"][0].keys() >= {"document", "file", "page", "bbox", "text"}
    assert tree["engine"].keys() >= {"version", "policy_sha256", "inputs_sha256", "registers", "registers_sha256"}
    assert tree["dossier"].keys() == {"id", "path"} and tree["policy"].keys() == {"id", "title"}


def test_lists_stay_lists_and_document_text_stays_out() -> None:
    tree = written()
    assert tree["documents"][3]["facts"][0]["value"] == ["甲", "乙"]
    assert all("text" not in document for document in tree["documents"])


def test_stored_evidence_is_not_masked() -> None:
    assert samples.ID.encode() in json_writer.encode(samples.report())


def test_text_that_looks_like_a_spread_list_is_kept() -> None:
    report = msgspec.structs.replace(samples.report(), as_of="[\n  1,\n  2\n]")
    assert json.loads(json_writer.encode(report))["as_of"] == "[\n  1,\n  2\n]"


def test_same_report_gives_the_same_bytes_and_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "report.json"
    json_writer.write(samples.report(), path)
    assert path.read_bytes() == json_writer.encode(samples.report())
    assert path.read_bytes().decode("utf-8").endswith("}\n")
    again = json_writer.read(path)
    assert again.findings == samples.report().findings
    assert json_writer.encode(again) == path.read_bytes()
    assert [p.name for p in path.parent.iterdir()] == ["report.json"]


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"schema": 3}', b"\xff"])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.json"
    path.write_bytes(content)
    with pytest.raises(json_writer.ReportError, match=r"report\.json"):
        json_writer.read(path)


def test_other_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    json_writer.write(msgspec.structs.replace(samples.report(), schema="mingcha.report/9"), path)
    with pytest.raises(json_writer.ReportError, match="schema"):
        json_writer.read(path)


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")

    def broken(self: Path, target: Path) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="disk full"):
        json_writer.write(samples.report(), path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["report.json"]


def test_build_takes_over_what_was_found_and_names_its_versions() -> None:
    from datetime import date

    report = samples.report()
    assessment = Assessment(
        policy=report.policy.id,
        applicant=report.applicant,
        findings=report.findings,
        conditions=report.conditions,
        claims=report.claims,
        coverage=report.coverage,
        disposition=report.disposition,
    )
    policy = Policy(id=report.policy.id, title=report.policy.title, sha256="cd" * 32)
    assert build(samples.dossier(), report.documents, assessment, policy, date(2020, 12, 31), "0.1.0") == report

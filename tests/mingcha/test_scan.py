"""A scan: a folder of results each, comparison across dossiers, resumption, and nothing lost."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from mingcha import cli
from mingcha.batch import Plan, Task, lost
from mingcha.batch_state import Settings
from mingcha.pipeline import Job, cutoff, load_policy
from mingcha.workers import Lost
from tests.mingcha.papers import title_certificate

SHARED_NUMBER = "ZC2012530100456"


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    root = tmp_path_factory.mktemp("root")
    out = tmp_path_factory.mktemp("out")
    title_certificate(root / "甲" / "证书.pdf", "杨树林", SHARED_NUMBER)
    title_certificate(root / "10" / "cert.pdf", "李国华", SHARED_NUMBER)
    title_certificate(root / "packed" / "cert.pdf", "王春燕", "ZC2012530100999")
    shutil.make_archive(str(root / "2"), "zip", root / "packed")
    shutil.rmtree(root / "packed")
    (root / "empty").mkdir()
    assert cli.run(["scan", str(root), "--out", str(out), "--jobs", "2"]) == 1
    return root, out


def codes(out: Path, name: str) -> set[str]:
    return {f["code"] for f in json.loads((out / name / "report.json").read_bytes())["findings"]}


def test_scan_writes_a_folder_for_every_dossier(scanned: tuple[Path, Path]) -> None:
    _, out = scanned
    for name in ("甲", "10", "2", "empty"):
        assert {p.name for p in (out / name).iterdir()} == {"report.json", "memo.html", "memo.docx", "notice.docx"}


def test_scan_says_across_dossiers_that_two_people_hold_one_number(scanned: tuple[Path, Path]) -> None:
    _, out = scanned
    assert "cross.shared-certificate-number" in codes(out, "甲") & codes(out, "10")
    assert "cross.shared-certificate-number" not in codes(out, "2")
    assert "cross.shared-certificate-number" in (out / "甲" / "memo.html").read_text(encoding="utf-8")


def test_scan_reports_a_dossier_without_files_instead_of_dropping_it(scanned: tuple[Path, Path]) -> None:
    _, out = scanned
    assert codes(out, "empty") == {"completeness.unreadable-file"}


def test_scan_writes_a_workbook_that_names_every_dossier(scanned: tuple[Path, Path]) -> None:
    _, out = scanned
    book = openpyxl.load_workbook(out / "audit.xlsx", read_only=True)
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell}
    assert {"甲", "10", "2", "empty"} <= cells


def test_scan_goes_on_where_it_stopped_and_reads_only_what_changed(scanned: tuple[Path, Path]) -> None:
    root, out = scanned
    before = {n: (out / n / "report.json").stat().st_mtime_ns for n in ("甲", "10", "2")}
    title_certificate(root / "10" / "cert.pdf", "李国华", "ZC2012530100777")
    assert cli.run(["scan", str(root), "--out", str(out), "--jobs", "2"]) == 1
    after = {n: (out / n / "report.json").stat().st_mtime_ns for n in before}
    assert after["2"] == before["2"]
    assert after["10"] > before["10"]
    assert "cross.shared-certificate-number" not in codes(out, "甲") | codes(out, "10")


def test_a_lost_dossier_gets_a_report_that_says_why(tmp_path: Path) -> None:
    policy = load_policy("yunnan-2020")
    day = cutoff(policy, None)
    plan = Plan(jobs={}, out=tmp_path, policy=policy, as_of=day, processes=1, seconds=1)
    settings = Settings(policy_id=policy.id, policy_sha256=policy.sha256, as_of=day.isoformat(), unmask=False)
    task = Task(name="x", job=Job(path=tmp_path / "x"), out=tmp_path / "x", fingerprint="", settings=settings)
    state = lost(plan, Lost(task, "timeout", "the time limit for one dossier passed"))
    assert state.imprint is None
    report = json.loads((tmp_path / "x" / "report.json").read_bytes())
    assert report["disposition"] == "supplement"
    assert "规定时限" in report["findings"][0]["message"]


def test_scan_leaves_nothing_unpacked_behind(scanned: tuple[Path, Path]) -> None:
    _, out = scanned
    assert not (out / ".mingcha" / "work").exists()

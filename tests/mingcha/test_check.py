"""One dossier in, a memo out: files, exit codes, and the same bytes for the same input."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from mingcha import cli
from tests.mingcha.papers import title_certificate

ID_NUMBER = "53010219850307123X"


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dossiers") / "杨树林"
    title_certificate(folder / "职称证.pdf", "杨树林", "ZC2012530100456")
    (folder / "说明.txt").write_text(f"诚信承诺书\n本人杨树林，身份证号{ID_NUMBER}，承诺材料真实。", encoding="utf-8")
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    return folder


def run(dossier: Path, out: Path) -> dict[str, bytes]:
    assert cli.run(["check", str(dossier), "--out", str(out)]) == 1
    return {p.name: p.read_bytes() for p in sorted(out.iterdir())}


def test_check_writes_the_report_and_both_memos_and_the_same_bytes_twice(dossier: Path, tmp_path: Path) -> None:
    first = run(dossier, tmp_path / "a")
    assert set(first) == {"report.json", "memo.html", "memo.docx", "notice.docx"}
    assert run(dossier, tmp_path / "b") == first


def test_check_accounts_for_every_file(dossier: Path, tmp_path: Path) -> None:
    report = json.loads(run(dossier, tmp_path)["report.json"])
    named = {d["file"] for d in report["documents"]} | {e["file"] for f in report["findings"] for e in f["evidence"]}
    assert {p.name for p in dossier.iterdir()} <= named
    assert any(
        f["code"] == "completeness.unreadable-file" and f["evidence"][0]["file"] == "damaged.pdf"
        for f in report["findings"]
    )


def test_check_masks_id_numbers_in_the_memo_and_keeps_them_in_the_report(dossier: Path, tmp_path: Path) -> None:
    written = run(dossier, tmp_path)
    assert ID_NUMBER in written["report.json"].decode()
    assert ID_NUMBER not in written["memo.html"].decode()


def test_check_leaves_the_originals_as_they_were(dossier: Path, tmp_path: Path) -> None:
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in dossier.iterdir()}
    run(dossier, tmp_path)
    assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in dossier.iterdir()} == before


def test_check_reads_a_zip_as_it_reads_the_folder(dossier: Path, tmp_path: Path) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "杨树林"), "zip", dossier))
    folder = json.loads(run(dossier, tmp_path / "a")["report.json"])
    packed = json.loads(run(archive, tmp_path / "b")["report.json"])
    assert [(d["type"], d["facts"]) for d in packed["documents"]] == [
        (d["type"], d["facts"]) for d in folder["documents"]
    ]
    assert packed["dossier"]["id"] == folder["dossier"]["id"] == "杨树林"

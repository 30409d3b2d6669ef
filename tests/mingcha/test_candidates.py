"""What counts as a dossier under a root."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingcha.candidates import candidates, fingerprint, folder_names
from mingcha.errors import ArgumentError


def test_candidates_are_folders_and_zips_in_natural_order(tmp_path: Path) -> None:
    for name in ("10", "2", "乙", ".hidden", "out"):
        (tmp_path / name).mkdir()
    (tmp_path / "3.ZIP").write_bytes(b"")
    (tmp_path / "loose.pdf").write_bytes(b"")
    assert [p.name for p in candidates(tmp_path, tmp_path / "out")] == ["2", "3.ZIP", "10", "乙"]


@pytest.mark.parametrize("make", ["nothing", "file", "empty"])
def test_candidates_refuse_a_root_without_dossiers(tmp_path: Path, make: str) -> None:
    root = tmp_path / "root"
    if make == "file":
        root.write_text("x")
    elif make == "empty":
        root.mkdir()
    with pytest.raises(ArgumentError):
        candidates(root, tmp_path / "out")


def test_folder_names_keep_a_folder_and_its_zip_apart(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a.zip").write_bytes(b"")
    (tmp_path / "b.zip").write_bytes(b"")
    names = folder_names(candidates(tmp_path, tmp_path / "out"))
    assert sorted(names.values()) == ["a", "a.zip", "b"]


def test_fingerprint_sees_content_and_names(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "1.txt").write_text("one")
    first = fingerprint(folder)
    assert fingerprint(folder) == first
    (folder / "1.txt").write_text("two")
    second = fingerprint(folder)
    (folder / "1.txt").rename(folder / "2.txt")
    assert len({first, second, fingerprint(folder)}) == 3

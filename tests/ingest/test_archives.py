"""Archives: what is unpacked, under which names, and what is refused."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import py7zr
import pytest

from ingest.errors import DossierError
from ingest.limits import Limits
from ingest.options import ReadOptions
from ingest.reader import read_dossier
from ingest.records import Dossier


def read(path: Path, tmp_path: Path, limits: Limits | None = None) -> Dossier:
    options = ReadOptions(ocr="none", isolate=False, workdir=tmp_path / "work", limits=limits or Limits())
    return read_dossier(path, options=options)


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def kinds(dossier: Dossier) -> dict[str, str]:
    return {problem.file: problem.kind for problem in dossier.problems}


def test_members_keep_their_names_in_natural_order(tmp_path: Path) -> None:
    path = zipped(tmp_path / "d.zip", {"10.txt": b"ten", "2.txt": b"two", "sub/1.txt": b"one"})
    dossier = read(path, tmp_path)
    assert dossier.id == "d"
    assert [file.name for file in dossier.files] == ["2.txt", "10.txt", "sub/1.txt"]
    assert [page.words[0].text for page in dossier.pages] == ["two", "ten", "one"]


def test_archive_in_a_folder_gives_its_name_to_its_members(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    inner = zipped(tmp_path / "inner.zip", {"b.txt": b"b"})
    zipped(folder / "outer.zip", {"a.txt": b"a", "inner.zip": inner.read_bytes()})
    assert [file.name for file in read(folder, tmp_path).files] == ["outer.zip/a.txt", "outer.zip/inner.zip/b.txt"]


def test_archives_nested_too_deep_are_refused_and_listed(tmp_path: Path) -> None:
    data = b"text"
    name = "x.txt"
    for level in range(5):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(name, data)
        data, name = buffer.getvalue(), f"{level}.zip"
    (tmp_path / "deep.zip").write_bytes(data)
    (file,) = read(tmp_path / "deep.zip", tmp_path).files
    assert [problem.kind for problem in file.problems] == ["unsafe"]


@pytest.mark.parametrize("name", ["../out.txt", "a/../../out.txt", "/etc/out.txt", "C:/out.txt", "..\\out.txt"])
def test_paths_that_leave_the_archive_are_refused(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "t.zip", {name: b"x", "good.txt": b"good"})
    dossier = read(path, tmp_path)
    assert [file.name for file in dossier.files] == ["good.txt"]
    assert set(kinds(dossier).values()) == {"unsafe"}
    assert not list(tmp_path.rglob("out.txt"))


def test_two_dots_inside_a_name_are_no_traversal(tmp_path: Path) -> None:
    dossier = read(zipped(tmp_path / "t.zip", {"a..b.txt": b"x"}), tmp_path)
    assert [file.name for file in dossier.files] == ["a..b.txt"]


def test_links_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "l.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    dossier = read(path, tmp_path)
    assert kinds(dossier) == {"link.txt": "unsafe"}
    assert not dossier.files


def test_bombs_are_refused_by_ratio(tmp_path: Path) -> None:
    path = zipped(tmp_path / "b.zip", {"zeros.txt": bytes(60 * 2**20)}, zipfile.ZIP_DEFLATED)
    assert kinds(read(path, tmp_path)) == {"zeros.txt": "unsafe"}


def test_small_repetitive_files_are_no_bombs(tmp_path: Path) -> None:
    path = zipped(tmp_path / "b.zip", {"a.txt": b"a" * 2**19}, zipfile.ZIP_DEFLATED)
    assert not read(path, tmp_path).problems


def test_the_whole_dossier_shares_one_limit_of_unpacked_bytes(tmp_path: Path) -> None:
    path = zipped(tmp_path / "t.zip", {f"{n}.txt": b"x" * 1000 for n in range(5)})
    dossier = read(path, tmp_path, Limits(archive_bytes=2500))
    assert len(dossier.files) == 2
    assert set(kinds(dossier).values()) == {"too_large"}


def test_members_beyond_the_limit_of_files_are_counted_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "n.zip", {f"{n}.txt": b"x" for n in range(8)})
    dossier = read(path, tmp_path, Limits(files=5))
    assert len(dossier.files) == 5
    assert len(dossier.problems) == 3


def test_names_in_gbk_are_recovered(tmp_path: Path) -> None:
    raw = "毕业证书.txt".encode("gbk")
    path = tmp_path / "gbk.zip"
    zipped(path, {"x" * len(raw): b"text"})
    path.write_bytes(path.read_bytes().replace(b"x" * len(raw), raw))
    assert [file.name for file in read(path, tmp_path).files] == ["毕业证书.txt"]


def test_password_protected_members_are_named(tmp_path: Path) -> None:
    path = zipped(tmp_path / "p.zip", {"secret.txt": b"x"})
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        struct.pack_into("<H", data, at, 1)
    path.write_bytes(bytes(data))
    assert kinds(read(path, tmp_path)) == {"secret.txt": "encrypted"}


def test_a_truncated_archive_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    whole = zipped(tmp_path / "w.zip", {"a.txt": b"x" * 5000}).read_bytes()
    (folder / "half.zip").write_bytes(whole[:2000])
    (folder / "good.txt").write_text("good", encoding="utf-8")
    dossier = read(folder, tmp_path)
    assert [(file.name, [p.kind for p in file.problems]) for file in dossier.files] == [
        ("good.txt", []),
        ("half.zip", ["damaged"]),
    ]


def test_seven_zip_archives_are_read_and_checked(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    with py7zr.SevenZipFile(folder / "s.7z", "w") as archive:
        archive.writestr(b"inside", "材料/01.txt")
    with py7zr.SevenZipFile(folder / "locked.7z", "w", password="x") as archive:
        archive.writestr(b"inside", "a.txt")
    dossier = read(folder, tmp_path)
    assert [(file.name, [p.kind for p in file.problems]) for file in dossier.files] == [
        ("locked.7z", ["encrypted"]),
        ("s.7z/材料/01.txt", []),
    ]


def test_rar_archives_are_named_as_unsupported(tmp_path: Path) -> None:
    (tmp_path / "r.rar").write_bytes(b"Rar!\x1a\x07\x01\x00" + bytes(100))
    (file,) = read(tmp_path / "r.rar", tmp_path).files
    assert (file.name, [problem.kind for problem in file.problems]) == ("r.rar", ["unsupported"])


def test_junk_of_operating_systems_is_skipped_quietly(tmp_path: Path) -> None:
    members = {"__MACOSX/._1.txt": b"", "1.txt": b"one", ".DS_Store": b"x", "Thumbs.db": b"x", "~$1.docx": b"x"}
    dossier = read(zipped(tmp_path / "j.zip", members), tmp_path)
    assert [file.name for file in dossier.files] == ["1.txt"]
    assert not dossier.problems


def test_members_of_one_name_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "first")
        archive.writestr("a.txt", "second")
    assert [file.name for file in read(path, tmp_path).files] == ["a.txt", "a.txt (2)"]


def test_an_empty_archive_is_listed_as_empty(tmp_path: Path) -> None:
    (file,) = read(zipped(tmp_path / "e.zip", {}), tmp_path).files
    assert [problem.kind for problem in file.problems] == ["empty"]


def test_a_foreign_working_directory_is_not_trusted(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.mkdir()
    (tmp_path / "work").symlink_to(target)
    with pytest.raises(DossierError, match="belongs to somebody else"):
        read(zipped(tmp_path / "d.zip", {"1.txt": b"x"}), tmp_path)

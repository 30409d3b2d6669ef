"""Dossiers as they come: every file accounted for, whatever it is."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from ingest.errors import DossierError
from ingest.limits import Limits
from ingest.options import ReadOptions
from ingest.pool import Pool
from ingest.reader import read_dossier
from ingest.records import Dossier
from tests.ingest import pages

HERE = ReadOptions(ocr="none", isolate=False)


def problems(dossier: Dossier) -> dict[str, list[tuple[str, bool]]]:
    return {file.name: [(p.kind, p.fatal) for p in file.problems] for file in dossier.files}


def png_header(width: int, height: int) -> bytes:
    """A PNG that declares its size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def hostile_folder(folder: Path) -> Path:
    """One file of every kind of trouble, and one that is well."""
    folder.mkdir()
    good = pages.text_pdf(folder / "1 good.pdf")
    with pikepdf.open(good) as pdf:
        pdf.save(folder / "2 locked.pdf", encryption=pikepdf.Encryption(owner="o", user="u"))
    (folder / "3 half.pdf").write_bytes(good.read_bytes()[: good.stat().st_size // 3])
    (folder / "4 empty.pdf").write_bytes(b"")
    (folder / "5 named wrongly.pdf").write_bytes(_jpeg())
    (folder / "6 huge.png").write_bytes(png_header(20_000, 15_000))
    (folder / "7 old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (folder / "8 noise.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    (folder / "9 what.xyz").write_bytes(bytes(range(256)) * 4)
    return folder


def _jpeg() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (200, 100), "white").save(stream, "JPEG")
    return stream.getvalue()


EXPECTED = {
    "1 good.pdf": [],
    "2 locked.pdf": [("encrypted", True)],
    "3 half.pdf": [("damaged", True)],
    "4 empty.pdf": [("empty", True)],
    "5 named wrongly.pdf": [("mislabelled", False)],
    "6 huge.png": [("too_large", True)],
    "7 old.doc": [("unsupported", True)],
    "8 noise.jpg": [("damaged", True)],
    "9 what.xyz": [("unsupported", True)],
}


def test_every_trouble_has_its_name(tmp_path: Path) -> None:
    dossier = read_dossier(hostile_folder(tmp_path / "d"), options=HERE)
    assert problems(dossier) == EXPECTED
    assert [page.source for page in dossier.pages if page.file == "1 good.pdf"] == ["text"]
    assert all(len(file.sha256) == 64 for file in dossier.files)


def test_reading_in_other_processes_gives_the_same(tmp_path: Path) -> None:
    folder = hostile_folder(tmp_path / "d")
    here = read_dossier(folder, options=HERE)
    assert read_dossier(folder, options=ReadOptions(ocr="none", jobs=2)) == here
    with Pool(1) as pool:
        assert read_dossier(folder, options=ReadOptions(ocr="none"), runner=pool) == here
        assert read_dossier(folder, options=ReadOptions(ocr="none"), runner=pool) == here


def test_pages_read_before_come_from_the_cache(tmp_path: Path) -> None:
    folder = hostile_folder(tmp_path / "d")
    options = ReadOptions(ocr="none", isolate=False, cache=tmp_path / "cache")
    first = read_dossier(folder, options=options)
    (folder / "1 good.pdf").rename(folder / "0 renamed.pdf")
    again = read_dossier(folder, options=options)
    assert again.pages[0].file == "0 renamed.pdf"
    assert again.pages[0].words == first.pages[0].words
    for entry in (tmp_path / "cache").rglob("*.pages"):
        entry.write_bytes(b"\x00broken")
    assert read_dossier(folder, options=options) == again


@pytest.mark.parametrize("make", [lambda p: None, lambda p: p.mkdir()], ids=["no such path", "an empty folder"])
def test_no_dossier_at_all_is_an_error(tmp_path: Path, make: object) -> None:
    path = tmp_path / "d"
    assert callable(make)
    make(path)
    with pytest.raises(DossierError):
        read_dossier(path, options=HERE)


def test_a_folder_of_junk_alone_is_empty(tmp_path: Path) -> None:
    (tmp_path / "Thumbs.db").write_bytes(b"x")
    with pytest.raises(DossierError, match="holds no files"):
        read_dossier(tmp_path, options=HERE)


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    pages.text_pdf(tmp_path / "outside.pdf")
    (folder / "link.pdf").symlink_to(tmp_path / "outside.pdf")
    dossier = read_dossier(folder, options=HERE)
    assert [(p.file, p.kind) for p in dossier.problems] == [("link.pdf", "unsafe")]
    assert not dossier.files


def test_five_hundred_files_are_all_there_in_natural_order(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1, 501):
        (folder / f"材料{number}.txt").write_text(f"第{number}页", encoding="utf-8")
    steps: list[tuple[int, int]] = []
    dossier = read_dossier(folder, options=HERE, progress=lambda done, known: steps.append((done, known)))
    assert [file.name for file in dossier.files] == [f"材料{number}.txt" for number in range(1, 501)]
    assert steps[-1] == (500, 500)


def test_one_file_is_a_dossier(tmp_path: Path) -> None:
    dossier = read_dossier(pages.text_pdf(tmp_path / "one.pdf", pages=3), options=HERE)
    assert (dossier.id, len(dossier.files), len(dossier.pages)) == ("one", 1, 3)


def test_pages_beyond_the_limit_are_counted_out(tmp_path: Path) -> None:
    path = pages.text_pdf(tmp_path / "long.pdf", pages=5)
    options = ReadOptions(ocr="none", isolate=False, limits=Limits(pages=2))
    dossier = read_dossier(path, options=options)
    assert (dossier.files[0].page_count, len(dossier.pages)) == (5, 2)
    assert problems(dossier) == {"long.pdf": [("too_large", False)]}


def test_a_broken_cross_reference_table_is_repaired(tmp_path: Path) -> None:
    path = pages.text_pdf(tmp_path / "x.pdf")
    data = path.read_bytes()
    path.write_bytes(data[: data.rindex(b"xref")] + b"xref\n0 1\ntrailer\n%%EOF")
    dossier = read_dossier(path, options=HERE)
    assert dossier.pages and "quick brown fox" in dossier.pages[0].words[0].text


def test_the_digest_of_the_inputs_follows_content_and_names(tmp_path: Path) -> None:
    folder = tmp_path / "d"
    folder.mkdir()
    (folder / "a.txt").write_text("a", encoding="utf-8")
    first = read_dossier(folder, options=HERE).inputs_sha256
    assert read_dossier(folder, options=HERE).inputs_sha256 == first
    (folder / "a.txt").rename(folder / "b.txt")
    assert read_dossier(folder, options=HERE).inputs_sha256 != first

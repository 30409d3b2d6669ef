"""What a file is, by its first bytes; what its ending claims it to be."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath

from ingest.records import FileKind

HEAD = 4096

_ENDINGS: dict[str, FileKind] = {
    **dict.fromkeys((".pdf",), "pdf"),
    **dict.fromkeys(
        (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic", ".heif", ".jp2"),
        "image",
    ),
    **dict.fromkeys((".docx", ".docm"), "docx"),
    **dict.fromkeys((".ofd",), "ofd"),
    **dict.fromkeys((".txt", ".text", ".md", ".csv", ".tsv", ".log"), "text"),
    **dict.fromkeys((".zip", ".7z", ".rar"), "archive"),
}

_MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"II+\x00", "image"),
    (b"MM\x00+", "image"),
    (b"GIF8", "image"),
    (b"\x00\x00\x00\x0cjP  ", "image"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
)

# OLE compound files hold .doc, .wps and .xls, and encrypted .docx
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEIF_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


def claimed_kind(name: str) -> FileKind | None:
    """What the ending says; None for an ending that says nothing."""
    return _ENDINGS.get(PurePosixPath(name).suffix.lower())


def detect_kind(path: Path) -> FileKind:
    """What the content is. Raises OSError when the file cannot be read."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(path)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image"
    if head.startswith(b"BM") and head[6:10] == bytes(4):  # a bitmap's reserved bytes; text may begin with BM
        return "image"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return "image"
    if head.startswith(COMPOUND):
        return "other"
    return "text" if _looks_like_text(head) else "other"


def _zip_kind(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return claimed_kind(path.name) or "archive"
    if "word/document.xml" in names:
        return "docx"
    if "OFD.xml" in names or "ofd.xml" in names:
        return "ofd"
    if "[Content_Types].xml" in names:
        return "other"
    return "archive"


def _looks_like_text(head: bytes) -> bool:
    if not head:
        return False
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\x00" in head:
        return False
    control = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in head)
    if control:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            head.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 4:
                continue
        return True
    return False

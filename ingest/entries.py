"""Names and sizes of archive members: which are safe to unpack, and what their names were meant to be."""

from __future__ import annotations

import re
import struct
import zipfile
from pathlib import PurePosixPath

from ingest.limits import Limits

_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075  # PKWARE APPNOTE 4.6.9, Info-ZIP Unicode Path Extra Field
_DRIVE = re.compile(r"^[A-Za-z]:")
_RATIO_FLOOR = 2**20  # bytes: smaller members may be as compressible as they like


def zip_name(info: zipfile.ZipInfo) -> str:
    """The member's name, with names in GBK or unmarked UTF-8 recovered from the cp437 that zipfile reads them as."""
    if info.flag_bits & _UTF8_FLAG:
        return info.filename
    stored = _unicode_path(info.extra)
    if stored:
        return stored
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _unicode_path(extra: bytes) -> str:
    offset = 0
    while offset + 4 <= len(extra):
        field, length = struct.unpack_from("<HH", extra, offset)
        if field == _UNICODE_PATH and length > 5:
            return extra[offset + 9 : offset + 4 + length].decode("utf-8", "ignore")
        offset += 4 + length
    return ""


def unsafe_name(name: str) -> str:
    """Why a member of that name must not be unpacked; "" when it may."""
    if not name or "\x00" in name:
        return "an empty name"
    if name.startswith(("/", "\\")) or _DRIVE.match(name):
        return "an absolute path"
    if ".." in PurePosixPath(name.replace("\\", "/")).parts:
        return "a path that leaves the archive"
    return ""


def too_large(packed: int, unpacked: int, left: int, limits: Limits) -> tuple[str, str]:
    """The problem kind and detail of a member of that size, ("", "") when it may be unpacked; ``left`` is the
    unpacked bytes still allowed for the whole dossier."""
    if unpacked > limits.file_bytes:
        return "too_large", f"{unpacked} bytes unpacked; at most {limits.file_bytes} are read"
    if unpacked > _RATIO_FLOOR and unpacked > limits.archive_ratio * max(packed, 1):
        return "unsafe", f"it grows {unpacked // max(packed, 1)} times when unpacked, as archive bombs do"
    if unpacked > left:
        return "too_large", f"archives of this dossier unpack to more than {limits.archive_bytes} bytes"
    return "", ""

"""What pictures say of the software and the device that made them: JPEG segments, PNG chunks, EXIF, XMP.

The containers are walked by hand: a damaged or enormous picture still gives what its header says, and nothing is
decoded. Sources: ITU-T T.81 annex B (JPEG markers), ISO 15948 clause 11 (PNG chunks), Exif 2.32, XMP part 3.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

MAX_HEADER = 4 << 20  # bytes of a picture looked at
MAX_TEXT = 1 << 20  # bytes of one metadata text after unpacking
_EXIF_SOFTWARE, _EXIF_MAKE, _EXIF_MODEL, _EXIF_MODIFIED, _EXIF_TAKEN = 0x0131, 0x010F, 0x0110, 0x0132, 0x9003
_EXIF_SUB_IFD = 0x8769
# JPEG quality, print flags: cameras and archives write other resources (IPTC captions), only the editor these.
_PHOTOSHOP_ONLY = (b"8BIM\x04\x06", b"8BIM\x03\xf3", b"8BIM\x27\x10")
_XMP_HEAD = b"http://ns.adobe.com/xap/1.0/\0"


class ImageMetadata(msgspec.Struct, frozen=True, kw_only=True):
    """``software`` holds every program named, in the order found; times are ISO 8601 as stored."""

    software: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    traces: tuple[str, ...] = ()  # other marks that only some programs leave, such as Photoshop resource blocks
    created: str = ""
    modified: str = ""
    camera: str = ""


def image_metadata(path: Path) -> ImageMetadata:
    """Reads the head of the picture at ``path``. Raises OSError when it cannot be opened."""
    with path.open("rb") as stream:
        head = stream.read(MAX_HEADER)
    found = metadata_of(head)
    if found == ImageMetadata() and not head.startswith((b"\xff\xd8", b"\x89PNG")):
        return _by_pillow(path)
    return found


def metadata_of(head: bytes) -> ImageMetadata:
    """The metadata in the first bytes of a JPEG or PNG; an empty record for anything else."""
    if head.startswith(b"\xff\xd8"):
        return _from_parts(_jpeg_parts(head))
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _from_parts(_png_parts(head))
    return ImageMetadata()


def xmp_fields(xmp: bytes) -> dict[str, list[str]]:
    """CreatorTool, CreateDate, ModifyDate and the software agents of the history, by local name.

    Read by pattern, not by an XML parser: the packet comes from a hostile file and is often malformed.
    """
    text = xmp[:MAX_TEXT].decode("utf-8", "replace")
    fields: dict[str, list[str]] = {}
    for name in ("CreatorTool", "CreateDate", "ModifyDate", "softwareAgent", "Producer"):
        pattern = rf"""\b\w+:{name}\s*=\s*["']([^"']{{0,300}})["']|<\w+:{name}(?:\s[^>]{{0,300}})?>([^<]{{0,300}})<"""
        values = [(a or b).strip() for a, b in re.findall(pattern, text)]
        fields[name] = [v for v in values if v]
    return fields


def _jpeg_parts(head: bytes) -> Iterator[tuple[str, bytes]]:
    at = 2
    while at + 4 <= len(head) and head[at] == 0xFF:
        marker, length = head[at + 1], int.from_bytes(head[at + 2 : at + 4], "big")
        body = head[at + 4 : at + 2 + length]
        if marker == 0xDA or length < 2:
            return
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            yield "exif", body[6:]
        elif marker == 0xE1 and body.startswith(_XMP_HEAD):
            yield "xmp", body[len(_XMP_HEAD) :]
        elif marker == 0xED and any(mark in body for mark in _PHOTOSHOP_ONLY):
            yield "photoshop", body
        elif marker == 0xEC and body.startswith(b"Ducky"):
            yield "ducky", body
        elif marker == 0xFE:
            yield "comment", body[:1000]
        at += 2 + length


def _png_parts(head: bytes) -> Iterator[tuple[str, bytes]]:
    at = 8
    while at + 12 <= len(head):
        length, kind = int.from_bytes(head[at : at + 4], "big"), head[at + 4 : at + 8]
        body = head[at + 8 : at + 8 + length]
        if kind == b"eXIf":
            yield "exif", body
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield from _png_text(kind, body)
        at += 12 + length


def _png_text(kind: bytes, body: bytes) -> Iterator[tuple[str, bytes]]:
    keyword, _, rest = body.partition(b"\0")
    if kind == b"zTXt":
        rest = _inflated(rest[1:])
    elif kind == b"iTXt":
        packed, rest = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
        rest = _inflated(rest) if packed else rest
    if keyword == b"XML:com.adobe.xmp":
        yield "xmp", rest
    elif keyword.lower() in (b"software", b"creator tool"):
        yield "software", rest[:300]
    elif keyword.lower() in (b"comment", b"description"):
        yield "comment", rest[:1000]
    elif keyword.lower() == b"raw profile type exif":
        yield from _raw_profile(rest)


def _raw_profile(rest: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        profile = bytes.fromhex("".join(rest.decode("ascii", "ignore").split("\n")[3:]))
    except ValueError:
        return
    yield "exif", profile.removeprefix(b"Exif\0\0")


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, MAX_TEXT)
    except zlib.error:
        return b""


def _from_parts(parts: Iterator[tuple[str, bytes]]) -> ImageMetadata:
    software: list[str] = []
    history: list[str] = []
    traces: list[str] = []
    facts: dict[str, str] = {}
    for kind, body in parts:
        if kind == "exif":
            exif = _exif(body)
            software.append(exif.pop("software", ""))
            facts.update(exif)
        elif kind == "xmp":
            fields = xmp_fields(body)
            software += fields["CreatorTool"]
            history += fields["softwareAgent"]
            for ours, theirs in (("created", "CreateDate"), ("modified", "ModifyDate")):
                if fields[theirs]:
                    facts.setdefault(ours, fields[theirs][0])
        elif kind == "software":
            software.append(_clean(body.decode("utf-8", "replace")))
        elif kind == "comment":
            software += _comment_software(body)
        else:
            traces.append({"photoshop": "Photoshop image resources", "ducky": "Adobe save-for-web block"}[kind])
    return ImageMetadata(
        software=_distinct(software),
        history=_distinct(history),
        traces=_distinct(traces),
        created=facts.get("created", ""),
        modified=facts.get("modified", ""),
        camera=facts.get("camera", ""),
    )


def _comment_software(body: bytes) -> list[str]:
    """Programs that sign in the free comment: "Created with GIMP", "CREATOR: gd-jpeg v1.0 …"."""
    text = _clean(body.decode("utf-8", "replace"))
    match = re.search(r"(?i)\b(?:created|edited|made) (?:with|by|in) (.{2,60})|^creator: ?(.{2,60})", text)
    return [(match[1] or match[2]).strip()] if match else []


def _exif(block: bytes) -> dict[str, str]:
    from PIL import Image

    exif = Image.Exif()
    try:
        exif.load(b"Exif\0\0" + block)
        tags = {**dict(exif), **dict(exif.get_ifd(_EXIF_SUB_IFD))}
    except Exception:  # Pillow raises many kinds on hostile EXIF; a block that cannot be read says nothing
        return {}
    return _exif_facts(tags)


def _exif_facts(tags: dict[int, object]) -> dict[str, str]:
    make, model = _clean(tags.get(_EXIF_MAKE, "")), _clean(tags.get(_EXIF_MODEL, ""))
    return {
        "software": _clean(tags.get(_EXIF_SOFTWARE, "")),
        "camera": model if model.startswith(make) else f"{make} {model}".strip(),
        "created": exif_time(_clean(tags.get(_EXIF_TAKEN, ""))),
        "modified": exif_time(_clean(tags.get(_EXIF_MODIFIED, ""))),
    }


def exif_time(text: str) -> str:
    """``2020:06:30 10:11:12`` as ISO 8601; "" for the zero date that cameras without a set clock write."""
    match = re.match(r"(\d{4}):(\d\d):(\d\d)(?: (\d\d:\d\d:\d\d))?", text)
    if not match or match[1] == "0000":
        return ""
    day = f"{match[1]}-{match[2]}-{match[3]}"
    return f"{day}T{match[4]}" if match[4] else day


def _by_pillow(path: Path) -> ImageMetadata:
    """TIFF, WebP, HEIC and the rest, by Pillow's header parsing."""
    from PIL import Image

    try:
        _register_heif()
        with Image.open(path) as picture:
            exif = picture.getexif()
            facts = _exif_facts({**dict(exif), **dict(exif.get_ifd(_EXIF_SUB_IFD))})
            xmp = picture.info.get("xmp", b"")
    except Exception:  # any parser error of a hostile picture: it says nothing of its making
        return ImageMetadata()
    fields = xmp_fields(xmp if isinstance(xmp, bytes) else str(xmp).encode())
    return ImageMetadata(
        software=_distinct([facts["software"], *fields["CreatorTool"]]),
        history=_distinct(fields["softwareAgent"]),
        created=facts["created"],
        modified=facts["modified"],
        camera=facts["camera"],
    )


def _register_heif() -> None:
    import pillow_heif

    pillow_heif.register_heif_opener()


def _clean(value: object) -> str:
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return "".join(c for c in text if c.isprintable()).strip()[:300]


def _distinct(values: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in values if v))

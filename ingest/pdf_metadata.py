"""What a PDF says of its making: document information, XMP, embedded pictures' own metadata, attachments, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from ingest.image_metadata import MAX_HEADER, metadata_of, xmp_fields

if TYPE_CHECKING:
    import pikepdf

MAX_PAGES = 60  # pages whose pictures are asked for their metadata
MAX_PICTURES = 80
MAX_OBJECTS = 20_000  # objects searched for scripts
_PDF_DATE = re.compile(r"D?:?\s*(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?\s*([Zz]|[+-]\d\d'?\d\d)?")


class PdfMetadata(msgspec.Struct, frozen=True, kw_only=True):
    """Times are ISO 8601 as stored; "" when absent."""

    producer: str = ""
    creator: str = ""
    created: str = ""
    modified: str = ""
    software: str = ""
    xmp_created: str = ""
    xmp_modified: str = ""
    history: tuple[str, ...] = ()
    picture_software: tuple[str, ...] = ()  # named by the metadata of pictures on the pages
    camera: str = ""
    attachments: tuple[str, ...] = ()
    scripted: bool = False


def pdf_time(text: str) -> str:
    """A PDF date string (ISO 32000-1, 7.9.4) as ISO 8601 with the precision it has; "" when it is none."""
    match = _PDF_DATE.match(text.strip())
    if not match or not 1 <= int(match[2] or 1) <= 12 or not 1 <= int(match[3] or 1) <= 31:
        return ""
    day = "-".join(part for part in match.group(1, 2, 3) if part)
    if not match[4]:
        return day
    zone = (match[7] or "").upper().replace("'", "")
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    return f"{day}T{match[4]}:{match[5] or '00'}:{match[6] or '00'}{zone}"


def pdf_metadata(pdf: pikepdf.Pdf) -> PdfMetadata:
    """Everything above from an opened file. Each part that is damaged is left empty."""
    info = _info(pdf)
    xmp = xmp_fields(_xmp(pdf))
    pictures = [metadata_of(head) for head in _picture_heads(pdf)]
    return PdfMetadata(
        producer=info.get("/Producer", "") or _first(xmp["Producer"]),
        creator=info.get("/Creator", ""),
        created=pdf_time(info.get("/CreationDate", "")),
        modified=pdf_time(info.get("/ModDate", "")),
        software=_first(xmp["CreatorTool"]),
        xmp_created=_first(xmp["CreateDate"]),
        xmp_modified=_first(xmp["ModifyDate"]),
        history=tuple(dict.fromkeys(xmp["softwareAgent"])),
        picture_software=tuple(
            dict.fromkeys(s for p in pictures for s in (*p.software, *p.history, *p.traces)),
        ),
        camera=next((p.camera for p in pictures if p.camera), ""),
        attachments=tuple(_attachments(pdf)),
        scripted=_scripted(pdf),
    )


def _first(values: list[str]) -> str:
    return values[0] if values else ""


def _info(pdf: pikepdf.Pdf) -> dict[str, str]:
    try:
        raw = pdf.trailer.get("/Info")
        pairs = list(raw.items()) if raw is not None else []
    except Exception:  # a broken Info dictionary is as good as none
        return {}
    info = {}
    for key, value in pairs[:50]:
        try:
            text = str(value)
        except Exception:  # undecodable string
            continue
        info[key] = "".join(c for c in text if c.isprintable()).strip()[:300]
    return info


def _xmp(pdf: pikepdf.Pdf) -> bytes:
    try:
        packet = pdf.Root.get("/Metadata")
        return bytes(packet.read_bytes()[: 1 << 20]) if packet is not None else b""
    except Exception:  # damaged stream or filter
        return b""


def _picture_heads(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """The first bytes of every JPEG on the first pages, as stored."""
    seen: set[tuple[int, int]] = set()
    for page in _pages(pdf):
        for image in _images(page):
            if image.objgen in seen or len(seen) >= MAX_PICTURES:
                continue
            seen.add(image.objgen)
            try:
                head = bytes(image.read_raw_bytes()[:MAX_HEADER])
            except Exception:  # damaged stream: it says nothing
                continue
            if head.startswith(b"\xff\xd8"):
                yield head


def _pages(pdf: pikepdf.Pdf) -> Iterator[Any]:
    try:
        for number, page in enumerate(pdf.pages):
            if number >= MAX_PAGES:
                return
            yield page
    except Exception:  # a broken page tree: what came before it counts
        return


def _images(page: Any) -> list[Any]:
    try:
        return [image for image in page.get_images().values() if image.get("/Filter") is not None]
    except Exception:  # broken resources
        return []


def _attachments(pdf: pikepdf.Pdf) -> Iterator[str]:
    try:
        yield from sorted(str(name)[:200] for name in list(pdf.attachments)[:100])
    except Exception:  # broken name tree
        return


def _scripted(pdf: pikepdf.Pdf) -> bool:
    """JavaScript, launch, form-submitting or embedded-go-to actions anywhere in the file."""
    active = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE"}
    try:
        for number, thing in enumerate(pdf.objects):
            if number >= MAX_OBJECTS:
                break
            if _has_action(thing, active):
                return True
    except Exception:  # a damaged object ends the search
        return False
    return False


def _has_action(thing: Any, active: set[str]) -> bool:
    import pikepdf

    if not isinstance(thing, pikepdf.Dictionary):
        return False
    candidates = [thing, thing.get("/A"), thing.get("/OpenAction"), *_additional(thing.get("/AA"))]
    return any(isinstance(c, pikepdf.Dictionary) and str(c.get("/S", "")) in active for c in candidates) or (
        "/JavaScript" in thing
    )


def _additional(actions: Any) -> list[Any]:
    import pikepdf

    return list(actions.values())[:20] if isinstance(actions, pikepdf.Dictionary) else []

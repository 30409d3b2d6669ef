"""How a file came to be, as far as it tells: metadata, revisions, overlays, digital signatures.

Nothing here raises on a bad file: what cannot be read is left empty, and the file's own faults are reported by the
readers. All work is bounded by counts (pages, objects, revisions, bytes), never by a clock, so that the same file
always gives the same record.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from ingest.records import FileKind, HiddenText, Overlay, Provenance, Revision, SignatureReport

MAX_PDF_BYTES = 400 << 20

T = TypeVar("T")
_Drawn = tuple[list[Overlay], list[HiddenText]]


def provenance(path: Path, kind: FileKind) -> Provenance:
    """What the file at ``path`` says of its making; an empty record for kinds that say nothing."""
    if kind == "pdf":
        return _of_pdf(path)
    if kind == "image":
        return _of_image(path)
    if kind in ("docx", "ofd"):
        from ingest.package_metadata import package_provenance

        said = _guarded(lambda: package_provenance(path, kind), Provenance())
        return _with_ofd_signatures(path, said) if kind == "ofd" else said
    return Provenance()


def _with_ofd_signatures(path: Path, said: Provenance) -> Provenance:
    from ingest.limits import Limits
    from ingest.ofd.signatures import signature_reports

    nothing: tuple[SignatureReport, ...] = ()
    reports = _guarded(lambda: signature_reports(path, Limits()), nothing)
    return msgspec.structs.replace(said, signatures=len(reports), signature_reports=reports)


def _of_image(path: Path) -> Provenance:
    from ingest.image_metadata import ImageMetadata, image_metadata

    found = _guarded(lambda: image_metadata(path), ImageMetadata())
    return Provenance(
        created=found.created,
        modified=found.modified,
        software=found.software[0] if found.software else "",
        traces=(*found.software[1:], *found.traces),
        edit_history=found.history,
        camera=found.camera,
    )


def _of_pdf(path: Path) -> Provenance:
    if _guarded(lambda: path.stat().st_size, MAX_PDF_BYTES) >= MAX_PDF_BYTES:
        return Provenance()
    told = _guarded(lambda: _told(path), Provenance())
    signatures = _signatures(path)
    drawn = _guarded(lambda: _drawn(path), list[_Drawn]())
    return msgspec.structs.replace(
        told,
        overlays=tuple(overlay for page in drawn for overlay in page[0]),
        hidden=tuple(hidden for page in drawn for hidden in page[1]),
        revisions=_revisions(path),
        signatures=len(signatures),
        signature_reports=signatures,
    )


def _drawn(path: Path) -> list[_Drawn]:
    import pypdfium2 as pdfium

    from ingest.hidden import hidden_on
    from ingest.open_page import open_pages
    from ingest.overlays import MAX_PAGES, overlays_on
    from ingest.pdf.layers import has_switched_off

    layered = has_switched_off(path)
    document = pdfium.PdfDocument(path)
    try:
        return [(overlays_on(page), hidden_on(page)) for page in open_pages(document, MAX_PAGES, layered=layered)]
    finally:
        document.close()


def _revisions(path: Path) -> tuple[Revision, ...]:
    from ingest.revisions import revisions

    nothing: tuple[Revision, ...] = ()
    return _guarded(lambda: revisions(path), nothing)


def _signatures(path: Path) -> tuple[SignatureReport, ...]:
    from ingest.signatures import signature_reports

    nothing: tuple[SignatureReport, ...] = ()
    if not _guarded(lambda: _mentions(path, b"/ByteRange"), False):
        return nothing
    return _guarded(lambda: signature_reports(path), nothing)


def _mentions(path: Path, word: bytes) -> bool:
    """Whether ``word`` stands in the file; a signature's byte range is never compressed (ISO 32000-1, 12.8.1)."""
    return word in path.read_bytes()


def _told(path: Path) -> Provenance:
    import pikepdf

    from ingest.pdf_metadata import pdf_metadata

    with pikepdf.open(path, suppress_warnings=True) as pdf:
        said = pdf_metadata(pdf)
        linearized = bool(pdf.is_linearized)
    return Provenance(
        producer=said.producer,
        creator=said.creator,
        created=said.created,
        modified=said.modified,
        software=said.software,
        xmp_created=said.xmp_created,
        xmp_modified=said.xmp_modified,
        edit_history=said.history,
        traces=said.picture_software,
        camera=said.camera,
        attachments=said.attachments,
        scripted=said.scripted,
        linearized=linearized,
    )


def _guarded(read: Callable[[], T], otherwise: T) -> T:
    """``read()``, or ``otherwise`` on any failure: parsers of hostile files raise whatever they like."""
    try:
        return read()
    except Exception:  # the file's faults are reported by the readers, which open it as well
        return otherwise

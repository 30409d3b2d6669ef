"""Digital signatures of a PDF: does the arithmetic hold, how much of the file do they cover, what came after them.

Trust is not judged: without the issuer's current certificates and revocation lists that cannot be said offline, and
"cannot be said" is not "invalid" (domain handbook F82).
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from ingest.geometry import Box
from ingest.records import SignatureReport

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

MAX_SIGNATURES = 12
MAX_BYTES = 60 << 20  # a larger file's later revisions are not compared object by object

_Changes = Literal["none", "form", "annotations", "other", "unclear"]


def signature_reports(path: Path) -> tuple[SignatureReport, ...]:
    """One report a signature, oldest first; empty for an unsigned file or one whose structure cannot be followed.

    Raises OSError when the file cannot be opened.
    """
    with path.open("rb") as stream, _quiet():
        reader = _reader(stream)
        if reader is None:
            return ()
        size = path.stat().st_size
        return tuple(_reports(reader, size))[:MAX_SIGNATURES]


@contextmanager
def _quiet() -> Iterator[None]:
    """pyHanko logs every oddity of a hostile file; they are the file's, not the operator's concern."""
    log = logging.getLogger("pyhanko")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)


def _reader(stream: Any) -> Any:
    from pyhanko.pdf_utils.reader import PdfFileReader

    try:
        reader = PdfFileReader(stream, strict=False)
        if reader.encrypted:
            reader.decrypt(b"")
    except Exception:  # damaged or locked: the readers report that
        return None
    return reader


def _reports(reader: Any, size: int) -> Iterator[SignatureReport]:
    """A report a signature field that is filled; one whose container cannot be parsed says so and costs only itself."""
    from pyhanko.sign.fields import enumerate_sig_fields
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    signatures: list[EmbeddedPdfSignature] = []
    try:
        for name, _, reference in enumerate_sig_fields(reader, filled_status=True):
            try:
                signatures.append(EmbeddedPdfSignature(reader, reference.get_object(), name))
            except Exception as error:
                yield SignatureReport(field=str(name)[:200], detail=f"{type(error).__name__}: {error}"[:200])
    except Exception:  # a form tree that cannot be walked
        return
    for signature in sorted(signatures, key=lambda s: _guarded(lambda: s.signed_revision, 0)):
        yield _report(reader, signature, size)


def _report(reader: Any, signature: EmbeddedPdfSignature, size: int) -> SignatureReport:
    intact, detail = _intact(signature)
    covers = _guarded(lambda: _coverage(signature), "unclear")
    page, bbox = _guarded(lambda: _widget(reader, signature), (0, None))
    return SignatureReport(
        field=str(signature.field_name)[:200],
        signer=_guarded(lambda: _signer(signature), ""),
        signed_at=_guarded(lambda: _time(signature), ""),
        intact=intact,
        covers=covers,
        changes=_changes(signature, covers, size),
        certified=_guarded(lambda: signature.docmdp_level is not None, False),
        page=page,
        bbox=bbox,
        detail=detail,
    )


def _guarded(read: Any, otherwise: Any) -> Any:
    try:
        return read()
    except Exception:  # one unreadable attribute of a signature costs only itself
        return otherwise


def _intact(signature: EmbeddedPdfSignature) -> tuple[Literal["yes", "no", "cannot_tell"], str]:
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    try:
        digest = signature.compute_digest()
        certificate = signature.signer_cert
        digest_holds, value_holds = validate_sig_integrity(signature.signer_info, certificate, "data", digest)
    except Exception as error:  # an algorithm or attribute that the library does not know says nothing of the file
        return "cannot_tell", f"{type(error).__name__}: {error}"[:200]
    if digest_holds and value_holds:
        return "yes", ""
    return "no", "the signed bytes have another digest" if not digest_holds else "the signature value does not verify"


def _coverage(signature: EmbeddedPdfSignature) -> Literal["file", "revision", "part", "unclear"]:
    from pyhanko.sign.validation.status import SignatureCoverageLevel as Level

    names: dict[Any, Literal["file", "revision", "part", "unclear"]] = {
        Level.ENTIRE_FILE: "file",
        Level.ENTIRE_REVISION: "revision",
        Level.CONTIGUOUS_BLOCK_FROM_START: "part",
    }
    covers = names.get(signature.evaluate_signature_coverage(), "unclear")
    return "file" if covers == "unclear" and _leaves_out_only_itself(signature) else covers


def _leaves_out_only_itself(signature: EmbeddedPdfSignature) -> bool:
    """Whether everything is signed but the digits of the signature: some programs sign the marks around them too."""
    start, length, resume, rest = (int(number) for number in signature.byte_range)
    stream: Any = signature.reader.stream
    stream.seek(0, os.SEEK_END)
    if start != 0 or resume + rest != stream.tell() or resume - length > MAX_BYTES:
        return False
    stream.seek(length)
    return not stream.read(resume - length).strip(b"<>0123456789abcdefABCDEF")


def _changes(signature: Any, covers: str, size: int) -> _Changes:
    from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel

    if covers == "file":
        return "none"
    if covers != "revision" or size > MAX_BYTES:
        return "unclear"
    try:
        signature.compute_integrity_info()
        result = signature.diff_result
    except Exception:  # an update that the library cannot follow
        return "unclear"
    if not isinstance(result, DiffResult):  # it lists what may change after signing; this is something else
        return "other"
    names: dict[Any, _Changes] = {
        ModificationLevel.NONE: "none",
        ModificationLevel.LTA_UPDATES: "none",
        ModificationLevel.FORM_FILLING: "form",
        ModificationLevel.ANNOTATIONS: "annotations",
    }
    return names.get(result.modification_level, "other")


def _signer(signature: EmbeddedPdfSignature) -> str:
    subject = signature.signer_cert.subject.native
    return str(subject.get("common_name") or subject.get("organization_name") or "")[:200]


def _time(signature: EmbeddedPdfSignature) -> str:
    stamp = signature.self_reported_timestamp
    return stamp.isoformat() if stamp else ""


def _widget(reader: Any, signature: Any) -> tuple[int, Box | None]:
    """Where the signature's visible box stands, as displayed; pages turned by /Rotate give the page only."""
    field = signature.sig_field.get_object()
    rect = [float(v) for v in field["/Rect"]]
    page = field["/P"].get_object() if "/P" in field else None
    if page is None or rect[0] == rect[2] or rect[1] == rect[3]:
        return 0, None
    number = _page_number(reader, field.raw_get("/P"))
    media = [float(v) for v in page.get("/CropBox", page["/MediaBox"])]
    if int(page.get("/Rotate", 0)) % 360:
        return number, None
    x0, x1 = sorted((rect[0], rect[2]))
    y0, y1 = sorted((rect[1], rect[3]))
    return number, Box(x0 - media[0], media[3] - y1, x1 - media[0], media[3] - y0).rounded()


def _page_number(reader: Any, reference: Any) -> int:
    wanted = (reference.idnum, reference.generation)
    for number, (idnum, generation) in enumerate(_leaves(reader.root.raw_get("/Pages"), 0), start=1):
        if (idnum, generation) == wanted:
            return number
    return 0


def _leaves(node: Any, depth: int) -> Iterator[tuple[int, int]]:
    """The references of the pages, in order; a tree deeper than 30 is a loop."""
    kids = node.get_object().get("/Kids")
    if kids is None:
        yield node.idnum, node.generation
    elif depth < 30:
        for index in range(min(len(kids), 5000)):
            yield from _leaves(kids.raw_get(index), depth + 1)

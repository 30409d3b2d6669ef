"""Electronic signatures of an OFD package (GB/T 33190—2016, 18): do the digests they list still hold.

A signature lists the package's parts with a digest each. The signature value over that list is SM2 with the maker's own
container, which cannot be verified here: a digest that differs proves a change, equal ones leave the value open.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from ingest import package
from ingest.errors import UnreadableFile
from ingest.geometry import Box
from ingest.limits import Limits
from ingest.ofd.content import POINTS
from ingest.ofd.package import Parts, children, first, local, numbers, text_of
from ingest.package import Element
from ingest.records import SignatureReport

MAX_SIGNATURES = 12
UNVERIFIED = "every digest holds; the signature value (SM2) is not verified"
METHODS = {
    "sm3": "sm3",
    "1.2.156.10197.1.401": "sm3",
    "sha1": "sha1",
    "sha-1": "sha1",
    "sha256": "sha256",
    "sha-256": "sha256",
    "2.16.840.1.101.3.4.2.1": "sha256",
    "md5": "md5",
}


def signature_reports(path: Path, limits: Limits) -> tuple[SignatureReport, ...]:
    """One report a signature, in the package's order; empty for an unsigned package.

    Raises UnreadableFile when the package or its root cannot be read.
    """
    with package.opened(path, limits) as opened:
        return tuple(_reports(opened))[:MAX_SIGNATURES]


def _reports(opened: zipfile.ZipFile) -> Iterator[SignatureReport]:
    parts = Parts(opened)
    listed = parts.optional(f"/{parts.signatures_name}", "") if parts.signatures_name else None
    for entry in children(listed[1], "Signature") if listed else ():
        field = str(entry.get("ID") or "")[:200]
        part = parts.optional(entry.get("BaseLoc") or "", listed[0]) if listed else None
        if part is None:
            yield SignatureReport(field=field, detail="the signature's description cannot be read")
        else:
            yield _report(parts, field, *part)


def _report(parts: Parts, field: str, name: str, root: Element) -> SignatureReport:
    said = first(root, "SignedInfo")
    references = first(said, "References")
    page, box = _stamp(parts, said)
    intact, detail, digested = _digests(parts, name, references)
    provider = first(said, "Provider")
    return SignatureReport(
        field=field,
        signer=str(provider.get("ProviderName") or "")[:200] if provider is not None else "",
        signed_at=text_of(first(said, "SignatureDateTime"))[:40],
        intact=intact,
        covers="unclear" if not digested else "file" if _pages(parts) <= digested else "part",
        changes="unclear",
        page=page,
        bbox=box,
        detail=detail,
    )


def _digests(parts: Parts, name: str, references: Element | None) -> tuple[Literal["no", "cannot_tell"], str, set[str]]:
    """Whether a listed digest fails, what to say of it, and which parts are listed."""
    method = METHODS.get((references.get("CheckMethod") or "md5").lower()) if references is not None else None
    if references is None or method is None or method not in hashlib.algorithms_available:
        return "cannot_tell", "no digests in a known algorithm", set()
    digested = set()
    for reference in children(references, "Reference"):
        target = parts.located(reference.get("FileRef") or "", name)
        digested.add(target.lower())
        try:
            stated = base64.b64decode(text_of(first(reference, "CheckValue")), validate=True)
            digest = hashlib.new(method, parts.data(target), usedforsecurity=False).digest()
        except (UnreadableFile, binascii.Error):
            return "no", f"a signed part is missing or has no digest: {target}"[:200], digested
        if not hmac.compare_digest(stated, digest):
            return "no", f"a signed part has another digest: {target}"[:200], digested
    return "cannot_tell", UNVERIFIED if digested else "nothing is signed", digested


def _pages(parts: Parts) -> set[str]:
    """The parts that hold the content of the pages."""
    pages = first(parts.root, "Pages")
    places = [page.get("BaseLoc") or "" for page in children(pages, "Page")] if pages is not None else []
    return {parts.located(place, parts.root_name).lower() for place in places}


def _stamp(parts: Parts, said: Element | None) -> tuple[int, Box | None]:
    """The page and place of the seal, in points; page 0 for a signature that shows none."""
    pages = first(parts.root, "Pages")
    identifiers = [page.get("ID") for page in children(pages, "Page")] if pages is not None else []
    for stamp in said if said is not None else ():
        boundary = numbers(stamp.get("Boundary"))
        if local(stamp) == "StampAnnot" and len(boundary) == 4 and stamp.get("PageRef") in identifiers:
            x, y, width, height = (value * POINTS for value in boundary)
            return identifiers.index(stamp.get("PageRef")) + 1, Box(x, y, x + width, y + height).rounded()
    return 0, None

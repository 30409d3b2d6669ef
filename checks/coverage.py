"""Which check looked at which document: "nothing found" and "not looked" differ."""

from __future__ import annotations

from collections.abc import Iterable

from checks.base import Check
from checks.records import Coverage, CoverageOutcome, Finding
from extractors.records import Document

RANK: dict[CoverageOutcome, int] = {"found": 0, "cannot_tell": 1, "clear": 2, "not_applicable": 3}


def covered(
    check: Check, documents: tuple[Document, ...], findings: Iterable[Finding], said: Iterable[Coverage]
) -> list[Coverage]:
    """One row per document, in the dossier's order, and one for the dossier as a whole where the check spoke of it.

    A finding outweighs a "cannot_tell", that a "clear". A check that spoke of single documents did not apply to the
    others; a check that said nothing at all has looked at the dossier as a whole.
    """
    code = check.info.code
    rows: dict[str, Coverage] = {}
    for row in said:
        standing = rows.get(row.document)
        if standing is None or RANK[row.outcome] < RANK[standing.outcome]:
            rows[row.document] = row
    for finding in findings:
        for name in sorted({e.document for e in finding.evidence}) or [""]:
            rows[name] = Coverage(code=code, document=name, outcome="found")
    if not rows:
        rows[""] = Coverage(code=code, outcome="clear")
    if any(rows):
        for document in documents:
            reason = "材料类型不在本项检查范围内"
            rows.setdefault(
                document.id, Coverage(code=code, document=document.id, outcome="not_applicable", reason=reason)
            )
    order = {"": -1} | {document.id: position for position, document in enumerate(documents)}
    return sorted(rows.values(), key=lambda row: order.get(row.document, len(order)))

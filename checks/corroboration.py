"""A lone heuristic is a notice; it rises when something independent agrees (handbook section 6.7, B)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from checks.records import Finding

# Signals of one group may have one cause (a stamp drawn by software): they do not confirm each other.
GROUPS = {
    "forensics.edited-by-image-editor": "metadata",
    "forensics.edited-after-issue": "metadata",
    "forensics.dates-implausible": "metadata",
    "forensics.text-overlaid": "page objects",
    "forensics.hidden-text": "page objects",
    "forensics.font-inconsistent": "page objects",
    "forensics.signature-invalid": "signature",
    "forensics.image-splice": "pixels",
    "forensics.copy-move": "pixels",
    "forensics.seal-duplicated": "seal",
}


_NEAR = 20.0  # points between places that still are one


def weighed(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with the severity their certainty allows.

    A heuristic that a check proposes as ``suspect`` stays one only where a finding of another group, proposed as
    ``suspect`` too, speaks of the same document (and, where both name pages, of the same page; of what pixels show, of
    the same place).
    """
    proposed = [f for f in findings if f.severity == "suspect"]
    return [_weigh(f, [p for p in proposed if _agree(f, p)]) if _is_lone(f) else f for f in findings]


def _is_lone(finding: Finding) -> bool:
    return finding.certainty == "heuristic" and finding.severity == "suspect"


def _weigh(finding: Finding, witnesses: list[Finding]) -> Finding:
    if not witnesses:
        said = "此为单一的经验性迹象，仅作提示，未见其他独立迹象印证。"
        return msgspec.structs.replace(
            finding, severity="notice", weight=min(finding.weight, 2), explanation=_joined(finding.explanation, said)
        )
    codes = "、".join(sorted({w.code for w in witnesses}))
    said = f"同一材料另有独立迹象相互印证（{codes}），故列为疑点。"
    return msgspec.structs.replace(finding, explanation=_joined(finding.explanation, said))


def _joined(first: str, second: str) -> str:
    return f"{first}{second}" if not first or first.endswith("。") else f"{first}。{second}"


def _group(finding: Finding) -> str:
    return GROUPS.get(finding.code, finding.code.partition(".")[0])


def _meet(finding: Finding, witness: Finding) -> bool:
    """Whether two findings speak of one place: what pixels show in one corner says nothing of a number in another. A
    finding without a place speaks of its whole document."""
    pairs = [
        (one.bbox, other.bbox)
        for one in finding.evidence
        for other in witness.evidence
        if (one.document, one.file, one.page) == (other.document, other.file, other.page)
    ]
    placed = [(a, b) for a, b in pairs if a is not None and b is not None]
    return not placed or any(a.padded(_NEAR).intersection(b) > 0 for a, b in placed)


def _agree(finding: Finding, witness: Finding) -> bool:
    if _group(finding) == _group(witness):
        return False
    if "pixels" in (_group(finding), _group(witness)) and not _meet(finding, witness):
        return False
    places = {(e.document, e.file): set[int]() for e in finding.evidence}
    for evidence in finding.evidence:
        places[evidence.document, evidence.file].add(evidence.page)
    return any(
        evidence.page == 0 or 0 in pages or evidence.page in pages
        for evidence in witness.evidence
        if (pages := places.get((evidence.document, evidence.file))) is not None
    )

"""What in a dossier bears on each allegation of a letter: no allegation, no search (handbook 7.2, step 3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from checks.records import Claim, Condition, Coverage, Finding, Report
from extractors.freetext import Allegation
from extractors.freetext.topics import topic
from extractors.records import Document, Fact
from reports.investigation import Bearing, Considered

_SIMILAR = 82.0
_TELLING = frozenset({"ineligible", "suspect"})
_SUBJECTS = ("title", "patent_name", "project_name", "award_name", "software_name", "subject", "major", "institution")
_OF_THE_PAPER = frozenset({"forensics", "numbers", "cross"})
# The claims of the application form that an allegation of this kind is about.
_CLAIMS: dict[str, tuple[str, ...]] = {
    "award": ("claimed_award",),
    "authorship": ("claimed_paper",),
    "plagiarism": ("claimed_paper",),
    "journal": ("claimed_paper",),
    "patent": ("claimed_patent",),
    "project": ("claimed_project",),
}
# The condition that an allegation of this kind is about, by how its id begins.
_CONDITIONS: dict[str, tuple[str, ...]] = {
    "education": ("education",),
    "years": ("years",),
    "title": ("years",),
    "appraisal": ("appraisal",),
    "training": ("training", "continuing"),
    "service": ("rural", "township", "service"),
    "publicity": ("publicity",),
    "identity": ("retire", "civil", "excluded"),
}


def match(allegation: Allegation, report: Report) -> Considered:
    """The documents, facts, findings, conditions and claims of ``report`` that the allegation is about."""
    documents = _documents(allegation, report.documents)
    ids = {d.id for d in documents}
    claims = _claims(allegation, report.claims)
    findings = tuple(f for f in report.findings if _concerns(f, allegation, documents, claims))
    conditions = _conditions(allegation, report.conditions)
    unchecked = tuple(
        c
        for c in report.coverage
        if c.outcome == "cannot_tell" and c.code in allegation.codes and (not c.document or c.document in ids)
    )
    return Considered(
        number=allegation.number,
        kind=topic(allegation.kind).label,
        text=allegation.text,
        documents=documents,
        facts=tuple(_telling(allegation, documents)),
        findings=findings,
        conditions=conditions,
        claims=claims,
        unchecked=unchecked,
        bearing=_bearing(findings, conditions, documents, unchecked),
    )


def _documents(allegation: Allegation, documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """Documents of the kinds the allegation touches; only those it names by title or year, where it names any."""
    of_kind = tuple(d for d in documents if d.type in allegation.documents)
    named = tuple(d for d in of_kind if _is_named(d, allegation))
    form = tuple(d for d in of_kind if d.type == "application_form")
    return (*named, *(d for d in form if d not in named)) if named else of_kind


def _is_named(document: Document, allegation: Allegation) -> bool:
    subjects = [document.value(name) for name in _SUBJECTS if document.value(name)]
    return any(fuzz.partial_ratio(name, subject) >= _SIMILAR for name in allegation.names for subject in subjects)


def _concerns(
    finding: Finding, allegation: Allegation, documents: tuple[Document, ...], claims: Sequence[Claim]
) -> bool:
    """A finding of a code that bears on the allegation, at one of its documents or at one of its claims; traces of
    alteration and wrong numbers at its documents, whatever it says of them."""
    proofs = {d.id for d in documents if d.type != "application_form"}
    touched = {e.document for e in finding.evidence if e.document}
    if touched & proofs:
        return finding.code in allegation.codes or finding.code.partition(".")[0] in _OF_THE_PAPER
    if finding.code not in allegation.codes:
        return False
    if finding.code.startswith("consistency.claim-"):
        return any(set(claim.evidence) & set(finding.evidence) for claim in claims)
    return not touched or bool(touched & {d.id for d in documents})


def _claims(allegation: Allegation, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of the allegation's kind; only those it names, where it names any."""
    names = {name for kind in (allegation.kind, *allegation.also) for name in _CLAIMS.get(kind, ())}
    of_kind = tuple(c for c in claims if c.name in names)
    return tuple(c for c in of_kind if _names_claim(allegation, c)) or of_kind


def _names_claim(allegation: Allegation, claim: Claim) -> bool:
    value = claim.value if isinstance(claim.value, str) else "、".join(claim.value)
    return fuzz.partial_ratio(value, allegation.text) >= _SIMILAR


def _conditions(allegation: Allegation, conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    kinds = (allegation.kind, *allegation.also)
    beginnings = tuple(b for kind in kinds for b in _CONDITIONS.get(kind, ()))
    return tuple(c for c in conditions if beginnings and c.id.startswith(beginnings) and c.outcome != "not_applicable")


def _telling(allegation: Allegation, documents: Iterable[Document]) -> Iterable[tuple[Document, Fact]]:
    """The facts a reader compares with the allegation: those of its years and names first in each document."""
    for document in documents:
        for fact in document.facts:
            text = fact.value if isinstance(fact.value, str) else "、".join(fact.value)
            of_year = any(text.startswith(year[:4]) for year in allegation.years if year)
            of_name = any(fuzz.partial_ratio(name, text) >= _SIMILAR for name in allegation.names if len(text) > 1)
            of_document = document.type != "application_form" and fact.item <= 1
            if of_year or of_name or of_document:
                yield document, fact


def _bearing(
    findings: tuple[Finding, ...],
    conditions: tuple[Condition, ...],
    documents: tuple[Document, ...],
    unchecked: tuple[Coverage, ...],
) -> Bearing:
    """What is missing or cannot be told supports nobody: only what was seen points to something."""
    if any(f.severity in _TELLING for f in findings):
        return "points_to"
    open_ = any(c.outcome in ("not_met", "cannot_tell") for c in conditions)
    return "insufficient" if open_ or findings or unchecked or not documents else "unsupported"

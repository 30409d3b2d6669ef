"""What the dossier shows of continuing education, by calendar year and in the unit it is counted in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from checks.eligibility.subject import Subject, evidence, first_day
from checks.records import Evidence
from corpus.policy.records import Unit
from extractors.records import Document, Fact

NUMBER = re.compile(r"\d+(?:\.\d+)?")
YEAR = re.compile(r"(19|20)\d{2}")
CREDIT_LIKE = 45  # the health series counts 25 credits a year (B): figures that are all as low may be credits
CREDITS = re.compile("学分")
HOURS = re.compile("学时|课时")
UNITS: dict[Unit, str] = {"hours": "学时", "credits": "学分"}


@dataclass(frozen=True, slots=True)
class Year:
    """What one year shows. ``amount`` None: unread. ``unit`` None: not told, or two in one year.

    ``early``: the proof was made before the year's end, so something may be lacking.
    """

    amount: float | None
    professional: float | None
    early: bool
    unit: Unit | None
    evidence: tuple[Evidence, ...]

    @property
    def shown(self) -> str:
        if self.amount is None:
            return "学时未识别"
        professional = f"（专业{self.professional:g}）" if self.professional is not None else ""
        return f"{self.amount:g}{UNITS[self.unit] if self.unit else ''}{professional}"


def by_year(subject: Subject) -> dict[int, Year]:
    """The amounts added up over the dossier's certificates, by calendar year."""
    return subject.once("training by year", lambda: _by_year(subject))


def _by_year(subject: Subject) -> dict[int, Year]:
    years: dict[int, Year] = {}
    for document in _filed_once(subject.of("continuing_education")):
        for facts in document.rows().values():
            match = YEAR.search(str(facts["year"].value)) if "year" in facts else None
            if match is not None:
                year = int(match.group())
                years[year] = _added(years.get(year), _year(document, facts, year))
    if subject.series == "health" and all(y.amount is not None and y.amount < CREDIT_LIKE for y in years.values()):
        unsaid = {year: found for year, found in years.items() if found.unit == "hours"}
        years |= {year: replace(found, unit=None) for year, found in unsaid.items()}
    return dict(sorted(years.items()))


def _filed_once(documents: Iterable[Document]) -> list[Document]:
    """Without a register filed a second time: the same number or issue, and the same years with the same figures."""
    kept: dict[object, Document] = {}
    for document in documents:
        issue = [document.value(name) for name in ("certificate_number", "issue_date", "issuer")]
        rows = [tuple(str(row[name].value) for name in _ROW if name in row) for row in document.rows().values()]
        told = sum(map(bool, issue)) > 1
        kept.setdefault((*issue, *rows) if told else document.id, document)
    return list(kept.values())


_ROW = ("year", "hours", "professional_hours")


def _year(document: Document, facts: dict[str, Fact], year: int) -> Year:
    amount = facts.get("hours")
    issued = first_day(document, "issue_date")
    early = issued is not None and issued.day is not None and issued.day.low < date(year, 12, 1)
    return Year(
        _number(amount),
        _number(facts.get("professional_hours")),
        early,
        _unit(document, amount),
        (evidence(document, amount or facts["year"]),),
    )


def _unit(document: Document, amount: Fact | None) -> Unit:
    """The unit printed beside the figure, else the only one the document speaks of; hours when none is named."""
    for text in (amount.text if amount else "", document.text):
        if CREDITS.search(text) and not HOURS.search(text):
            return "credits"
        if HOURS.search(text):
            return "hours"
    return "hours"


def _number(fact: Fact | None) -> float | None:
    match = NUMBER.search(str(fact.value)) if fact else None
    return float(match.group()) if match else None


def _added(one: Year | None, other: Year) -> Year:
    if one is None:
        return other
    return Year(
        _sum(one.amount, other.amount) if one.unit == other.unit else None,
        _sum(one.professional, other.professional),
        one.early and other.early,
        one.unit if one.unit == other.unit else None,
        one.evidence + other.evidence,
    )


def _sum(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a + b

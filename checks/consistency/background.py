"""What the head of the application form says of education and present title against the certificates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case
from checks.consistency.conflicts import LATE, Conflict, sure_of_both
from checks.spans import days_of
from checks.wording import likeness
from corpus.registries.institutions import same_school
from extractors.records import Document, Fact

LEVELS = ("中专", "专科", "本科", "硕士研究生", "博士研究生")
DEGREE_LEVELS = {"学士": "本科", "硕士": "硕士研究生", "博士": "博士研究生"}
UNFINISHED = re.compile(r"(?<!毕)(?:结业|肄业|进修|研修)证[书明]|准予结业")
PRINTING = 31  # days a form may round a date by


def conflicts(case: Case, form: Document) -> Iterator[tuple[Fact, Document, Conflict]]:
    """The form's field, the certificate and what differs. Nothing is said where no certificate is there."""
    yield from _education(case, form)
    yield from _school(case, form)
    yield from _title(case, form)


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else -1


def _education(case: Case, form: Document) -> Iterator[tuple[Fact, Document, Conflict]]:
    claimed = form.first("education_level")
    printed = [(d, f) for d in case.of_type("diploma", "credential_report") if (f := d.first("education_level"))]
    diplomas = [(d, f) for d, f in printed if not UNFINISHED.search(d.text)]
    if claimed is None or _rank(str(claimed.value)) < 0 or not printed:
        return
    if not any(_rank(str(f.value)) >= _rank(str(claimed.value)) for _, f in diplomas):
        yield from _unfinished(case, claimed, [pair for pair in printed if pair not in diplomas])
    if not diplomas:
        return
    degrees = [DEGREE_LEVELS.get(d.value("degree"), "") for d in case.of_type("degree_certificate")]
    best, fact = max(diplomas, key=lambda pair: _rank(str(pair[1].value)))
    highest = max([_rank(str(fact.value)), *(_rank(level) for level in degrees)])
    if 0 <= highest < _rank(str(claimed.value)):
        text = f"申报表填写学历为{claimed.text}，所附学历证书最高为{fact.text}"
        sure = sure_of_both(case, claimed, claimed.text, best, fact, fact.text)
        yield claimed, best, Conflict("education", text, fact, sure=sure)


def _unfinished(
    case: Case, claimed: Fact, papers: list[tuple[Document, Fact]]
) -> Iterator[tuple[Fact, Document, Conflict]]:
    """A paper for having attended, filed for the education that only graduation gives (handbook F21)."""
    for paper, level in papers:
        match = UNFINISHED.search(paper.text)
        if match and _rank(str(level.value)) >= _rank(str(claimed.value)):
            text = f"申报表填写学历为{claimed.text}，所附为“{match[0]}”，不是毕业证书"
            sure = sure_of_both(case, claimed, claimed.text, paper, level, level.text)
            yield claimed, paper, Conflict("education", text, level, sure=sure)


def _school(case: Case, form: Document) -> Iterator[tuple[Fact, Document, Conflict]]:
    level = form.value("education_level")
    diploma = next((d for d in case.of_type("diploma") if d.value("education_level") == level), None)
    if diploma is None or not level:
        return
    claimed, printed = form.first("institution"), diploma.first("institution")
    if claimed and printed and not _same_school(str(claimed.value), str(printed.value)):
        text = f"申报表填写毕业院校为{claimed.value}，毕业证书所印为{printed.value}"
        sure = sure_of_both(case, claimed, claimed.text, diploma, printed, printed.text)
        yield claimed, diploma, Conflict("school", text, printed, sure=sure)
    graduated = form.first("graduation_date")
    ended = diploma.first("end_date") or diploma.first("issue_date")
    stated, shown = days_of(graduated), days_of(ended)
    if graduated and ended and stated and shown and not stated.shifted(LATE).meets(shown):
        gap = max((shown.first - stated.last).days, (stated.first - shown.last).days)
        if gap > LATE:
            text = f"申报表填写毕业时间为{graduated.text}，毕业证书所印为{ended.text}"
            sure = sure_of_both(case, graduated, graduated.text, diploma, ended, ended.text)
            yield graduated, diploma, Conflict("date", text, ended, overstated=stated.before(shown), sure=sure)


def _same_school(claimed: str, printed: str) -> bool:
    return claimed in printed or printed in claimed or same_school(claimed, printed) or likeness(claimed, printed) >= 85


def _title(case: Case, form: Document) -> Iterator[tuple[Fact, Document, Conflict]]:
    claimed, title = form.first("current_title_date"), form.value("current_title")
    certificates = [d for d in case.of_type("title_certificate") if likeness(d.value("title"), title) >= 85]
    if claimed is None or len(certificates) != 1:
        return
    certificate = certificates[0]
    printed = certificate.first("approved_date") or certificate.first("issue_date")
    stated, shown = days_of(claimed), days_of(printed)
    if printed and stated and shown and stated.before(shown.shifted(-PRINTING)):
        text = f"申报表填写现职称取得时间为{claimed.text}，职称证书所印为{printed.text}"
        sure = sure_of_both(case, claimed, claimed.text, certificate, printed, printed.text)
        yield claimed, certificate, Conflict("title-date", text, printed, sure=sure)

"""The highest education that diplomas and degrees prove, and the one that the form claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import get_args

from checks.eligibility.subject import Held, Subject
from checks.records import Evidence
from corpus.policy.records import Education
from extractors.records import Document

LADDER: tuple[Education, ...] = get_args(Education)
WORDS: tuple[tuple[str, Education], ...] = (
    ("博士", "博士研究生"),
    ("硕士", "硕士研究生"),
    ("研究生", "硕士研究生"),
    ("本科", "本科"),
    ("学士", "本科"),
    ("大专", "专科"),
    ("专科", "专科"),
    ("高职", "专科"),
    ("中专", "中专"),
    ("中等专业", "中专"),
    ("中师", "中专"),
)
TWO_BACHELORS = re.compile("双学士|双学位|第二学士")
NO_DIPLOMA = re.compile("(?:结业|肄业|进修)证书|准予(?:结业|肄业)")


@dataclass(frozen=True, slots=True)
class Schooling:
    """``proved`` by certificates, ``possible`` with what is claimed or unread on top; None where there is nothing."""

    proved: Education | None
    possible: Education | None
    evidence: tuple[Evidence, ...]
    words: str


def education(text: str) -> Education | None:
    """The rung a printed word names, None when it names none."""
    return next((rung for word, rung in WORDS if word in text), None)


def rank(rung: Education | None) -> int:
    """Its place on the ladder from 1, 0 for nothing."""
    return LADDER.index(rung) + 1 if rung else 0


def schooling(subject: Subject) -> Schooling:
    """What certificates before the cut-off prove, and what may stand above that."""
    best: Held | None = None
    proved: Education | None = None
    unread = False
    for document in subject.of("diploma", "credential_report", "degree_certificate"):
        if not subject.before_cut_off(document, "end_date", "issue_date") or _no_diploma(document):
            continue
        fact = document.first("education_level") or document.first("degree")
        if fact is None or not isinstance(fact.value, str) or education(fact.value) is None:
            unread = True
        elif rank(education(fact.value)) > rank(proved):
            proved, best = education(fact.value), Held(fact.value, document, fact)
    claimed = subject.form("education_level")
    possible = max(proved, education(claimed.value) if claimed else None, key=rank)
    if unread and claimed is None:
        possible = LADDER[-1]
    if _two_bachelors(subject):
        possible = max(possible, "硕士研究生", key=rank)
    evidence = tuple(h.evidence for h in (best, claimed) if h is not None)
    return Schooling(proved, possible, evidence, _words(proved, best, claimed, unread))


def _no_diploma(document: Document) -> bool:
    """Whether a certificate is of a course left or ended without graduation."""
    return document.type == "diploma" and bool(NO_DIPLOMA.search(document.text)) and "毕业" not in document.text


def _two_bachelors(subject: Subject) -> bool:
    """Whether papers speak of two bachelor's degrees, which several series rank with a master's (handbook 3.1)."""
    papers = ("degree_certificate", "diploma", "application_form")
    named = (h for n in ("degree", "education_level") for h in subject.held(n, *papers))  # type: ignore[arg-type]
    return any(TWO_BACHELORS.search(f"{held.value}{held.fact.text}") for held in named)


def _words(proved: Education | None, best: Held | None, claimed: Held | None, unread: bool) -> str:
    words = f"材料证明的最高学历（学位）为{best.value}" if best else "材料中未见可读的学历（学位）证书"
    if unread:
        words += "，另有证书的学历层次未能识别"
    if claimed is not None and education(claimed.value) != proved:
        words += f"；申报表填写{claimed.value}"
    return words

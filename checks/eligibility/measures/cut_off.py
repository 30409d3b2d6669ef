"""Results that came into being after the day judged by."""

from __future__ import annotations

from collections.abc import Iterator

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Held, Subject, first_day
from checks.records import Condition
from corpus.policy.records import Rule
from extractors.records import DocumentType

# What counts for a result of each type; papers made for the application itself (forms, pledges, reports) may be later.
DATED: dict[DocumentType, tuple[str, ...]] = {
    "diploma": ("end_date", "issue_date"),
    "degree_certificate": ("issue_date",),
    "title_certificate": ("approved_date", "issue_date"),
    "award_certificate": ("issue_date",),
    "patent_certificate": ("grant_date",),
    "software_copyright": ("issue_date",),
    "project_proof": ("issue_date", "end_date"),
    "skill_certificate": ("issue_date",),
    "exam_certificate": ("issue_date",),
    "paper": ("year",),
    "book_pages": ("year",),
}


def late(subject: Subject) -> list[Held]:
    """The dated results that lie wholly after the day judged by, as far as their dates were surely read."""
    return [held for held in _after(subject) if not _doubtful(held, subject)]


def _after(subject: Subject) -> list[Held]:
    return [held for held in dated(subject) if held.day is not None and held.day.low > subject.as_of]


def _doubtful(held: Held, subject: Subject) -> bool:
    """Whether a scan seems to bear a date years ahead: 2027 is more likely a misread 2017 than a paper of 2027."""
    return held.document.source != "text" and held.day is not None and held.day.low.year > subject.as_of.year + 1


def dated(subject: Subject) -> list[Held]:
    """Every result whose day was read."""
    days = (first_day(document, *names) for type_, names in DATED.items() for document in subject.of(type_))
    return [held for held in days if held is not None]


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    found = late(subject)
    threshold = f"不晚于{subject.as_of.isoformat()}"
    doubtful = [held for held in _after(subject) if _doubtful(held, subject)]
    if doubtful and not found:
        words = "；".join(f"{h.document.file}识读为{h.value}" for h in doubtful)
        words = f"{words}。扫描件的日期远晚于截止日，可能识读有误，请人工核对。"
        evidence = [h.evidence for h in doubtful]
        yield row(rule, "cannot_tell", f"{len(doubtful)}件日期存疑", threshold, words, evidence)
        return
    if not found and not dated(subject):
        yield row(rule, "not_applicable", "—", threshold, "材料中没有已识别日期的业绩材料。")
        return
    if not found:
        yield row(rule, "met", "未见晚于截止日的材料", threshold, "已识别日期的业绩材料均不晚于核算截止日。")
        return
    words = "；".join(f"{h.document.file}为{h.value}" for h in found)
    words = f"{words}。晚于核算截止日的材料不计入本次申报；截止日为可配置口径（C）。"
    yield row(rule, "not_met", f"{len(found)}件晚于截止日", threshold, words, [h.evidence for h in found])


MEASURE = Measure(name="cut-off", rows=_rows)

"""To whom the application is addressed: the committee's series, and special talents sent to the wrong door."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.eligibility import roles
from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Subject, evidence
from checks.records import Condition, Evidence
from corpus.policy.records import Rule
from corpus.policy.titles import SERIES
from extractors.records import Document

COMMITTEE = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）()]{2,40}?(?:评审委员会|评委会)")
# one that a narrow cell breaks over two lines, from the name of its place on
WRAPPED = re.compile(r"[\u4e00-\u9fff]{2}(?:省|州|市)[\u4e00-\u9fff]{2,20}?(?:评审委员会|评委会)")
RECEIVER = re.compile(r"(?:受理单位|受理部门|报送单位|呈报单位|主送)[:：]?\s*([\u4e00-\u9fff]{4,30})")
BUREAU = re.compile("人力资源和社会保障(局|厅)|人社(局|厅)")
LABEL = re.compile("(?:送审|申报|受理|评审|推荐|拟报|报送|所报|相应|对应)?(?:职称)?(?:评审委员会|评委会)")
HELD = re.compile("取得|现任|批准|原|评为|通过")  # words beside a committee that gave the title already held


def addressed(subject: Subject) -> tuple[str, Evidence] | None:
    """The committee or office that the form is addressed to, None when none is read."""
    for document in subject.of("application_form", "employer_publicity"):
        fact = document.first("committee") or document.first("receiving_body")
        if fact is not None:
            return str(fact.value), evidence(document, fact)
        if named := _named(document):
            return named, evidence(document)
    return None


def _named(document: Document) -> str:
    if receiver := RECEIVER.search(document.text):
        return receiver.group(1)
    named = [*_not_held(COMMITTEE, document.text), *_not_held(WRAPPED, _unwrapped(document.text))]
    return next((name for name in named if series_named(name)), named[0] if named else "")


def _unwrapped(text: str) -> str:
    """Neighbouring lines joined, and lines with one between them: a label set beside the middle of a two-line cell."""
    lines = text.split("\n")
    beside = (a + b for a, b in zip(lines, lines[2:], strict=False) if "\t" not in a + b)
    return "\n".join((*(a + b for a, b in pairwise(lines)), *beside))


def _not_held(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """The committees a text names, without those that gave the title already held."""
    for match in pattern.finditer(text):
        held = HELD.search(text[max(match.start() - 12, 0) : match.end() + 12])
        if not held and not LABEL.fullmatch(match.group()):
            yield match.group()


def series_named(body: str) -> set[str]:
    """Every series whose name stands in a committee's name."""
    return {id for id, names in SERIES.items() if any(name in body for name in names)}


def _of_bureau(body: str) -> bool:
    """An office of human resources, or a committee that it holds for special talents of every series."""
    if not BUREAU.search(body):
        return False
    return "评" not in body or ("特殊人才" in body and not series_named(body))


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    found = addressed(subject)
    special = "special_talent" in rule.entry.scope.roles
    threshold = "对应系列（专业）职称评审委员会"
    gap = f"依据文本未载入（{rule.entry.gap}），请人工判断。" if rule.entry.gap else ""
    if found is None:
        yield row(rule, "cannot_tell", "未能识别", threshold, f"受理评委会名称未能识别。{gap}")
        return
    name, place = found
    if special and _of_bureau(name):
        words = f"受理主体为{name}，与{rule.entry.clause}不符，请转对应系列评委会。"
        yield row(rule, "not_met", name, threshold, words, (place,))
        return
    series = series_named(name)
    if subject.series and series and subject.series not in series:
        words = (
            f"{name}为{'、'.join(SERIES[s][0] for s in sorted(series))}系列，申报系列为{SERIES[subject.series][0]}。"
        )
        yield row(rule, "not_met", name, threshold, words, (place,))
        return
    route = roles.route(subject)
    words = f"受理评委会为{name}{'，申报途径为' + route if route else ''}。{gap}"
    yield row(rule, "cannot_tell" if gap or not series else "met", name, threshold, words, (place,))


MEASURE = Measure(name="routing", rows=_rows)

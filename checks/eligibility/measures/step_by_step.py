"""Whether the title held is the one below the title applied for."""

from __future__ import annotations

from collections.abc import Iterator

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Held, Subject, certificate_level
from checks.records import Condition
from corpus.policy import titles
from corpus.policy.records import Level, Rule


def _rows(subject: Subject, rule: Rule, helped: Helped) -> Iterator[Condition]:
    level = subject.level
    if level is None:
        yield row(rule, "cannot_tell", "未能识别", "—", "申报级别未能识别。")
        return
    lower = titles.below(level)
    if lower is None or level == "intermediate":
        yield row(
            rule, "not_applicable", "—", "—", f"申报{titles.LEVEL_NAMES[level]}可由学历直接申报，不以下一级职称为必要。"
        )
        return
    held = _held(subject)
    threshold = f"已取得{titles.LEVEL_NAMES[lower]}职称"
    if lower in held:
        words = f"现任{titles.LEVEL_NAMES[lower]}职称（{held[lower].value}）。"
        yield row(rule, "met", held[lower].value, threshold, words, (held[lower].evidence,))
        return
    opened = next((h for h in helped.helps if level in h.effects.opens), None)
    if opened is not None:
        words = f"依{opened.rule.entry.clause}可直接认定的，不以下一级职称为必要。"
        yield row(rule, "waived" if opened.outcome == "met" else "cannot_tell", "—", threshold, words)
        return
    shown = "、".join(h.value for h in held.values()) or "未见下一级职称"
    words = f"材料所示职称：{shown}；如属破格或直接申报，请补充推荐和依据材料，请人工确认。"
    yield row(rule, "cannot_tell", shown, threshold, words, [h.evidence for h in held.values()])


def _held(subject: Subject) -> dict[Level, Held]:
    """The titles held by level: those of certificates, then the one the form states."""
    found: dict[Level, Held] = {}
    for document in subject.of("title_certificate"):
        level, fact = certificate_level(document), document.first("title")
        if level is not None and fact is not None:
            found.setdefault(level, Held(str(fact.value), document, fact))
    stated = subject.current_title
    known = titles.lookup(stated.value) if stated else None
    if stated is not None and known is not None:
        found.setdefault(known.level, stated)
    return found


MEASURE = Measure(name="step-by-step", rows=_rows)

"""The list of materials: what is there, what is asked for, what is waived, what the office looks up itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Subject, evidence
from checks.records import Condition
from corpus.policy.records import Material, Rule
from corpus.policy.titles import lookup
from extractors.records import DocumentType

NEVER = "never"
CURRENT = "current_title"


def _rows(subject: Subject, rule: Rule, helped: Helped) -> Iterator[Condition]:
    material = rule.entry.material
    assert material is not None  # the loader sees to it
    types = cast(tuple[DocumentType, ...], material.any_of + material.instead)
    found = [d for d in subject.of(*types) if not _lower_title(subject, material, d.value("title"))]
    if found:
        places = [evidence(d) for d in found]
        yield row(rule, "met", f"{len(found)}件", "须提交", "材料中已见。", places)
        return
    waiver = helped.waiving(material.waived_as) if material.waived_as else None
    if waiver is not None and (waiver.outcome == "met" or material.when != NEVER):
        sure = waiver.outcome == "met"
        words = f"依{waiver.rule.entry.clause}，{waiver.effects.text}。{'' if sure else '是否适用请人工确认。'}"
        yield row(rule, "waived" if sure else "cannot_tell", "未见", "不作限制性条件", words)
        return
    if material.lookup:
        yield row(rule, "not_applicable", "未见", "不要求提交", "可由受理单位核验，不要求提交。")
        return
    asked = _asked(subject, material, helped)
    if asked is False:
        yield row(rule, "not_applicable", "未见", "未要求提交", "本次申报未要求或未涉及该项。")
    elif asked is None or material.absence == "cannot_tell":
        yield row(rule, "cannot_tell", "未见", "视情况提交", f"材料中未见{rule.entry.title}，是否需要请人工确认。")
    else:
        yield row(rule, "not_met", "未见", "须提交", f"材料中未见{rule.entry.title}，请补交：{material.ask}。")


def _asked(subject: Subject, material: Material, helped: Helped) -> bool | None:
    """Whether the item is asked for: True, False, or None when the dossier does not tell."""
    if not material.when:
        return True
    if material.when == NEVER:
        return False
    if material.when != CURRENT:
        return subject.form(material.when) is not None
    if subject.current_title is not None:
        return True
    if subject.level in ("associate_senior", "senior"):
        opened = any(subject.level in h.effects.opens for h in helped.helps)
        skilled = any(h.rule.entry.id == "high-skilled" for h in helped.helps)
        return None if opened or skilled else True
    return False if subject.level == "junior" else None


def _lower_title(subject: Subject, material: Material, title: str) -> bool:
    """Whether a title certificate is for a title below the one the form states: it does not prove the current one."""
    if material.when != CURRENT or "title_certificate" not in material.any_of or subject.current_title is None:
        return False
    shown, stated = lookup(title) if title else None, lookup(subject.current_title.value)
    order = ("junior", "intermediate", "associate_senior", "senior")
    return bool(shown and stated and order.index(shown.level) < order.index(stated.level))


MEASURE = Measure(name="material", rows=_rows)

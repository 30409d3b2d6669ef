"""The list of materials: what is there, what is asked for, what is waived, what the office looks up itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from checks.eligibility.helped import Helped
from checks.eligibility.measures.material_asked import CURRENT, NEVER, asked
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Subject, evidence
from checks.records import Condition
from corpus.policy.records import Material, Rule
from corpus.policy.titles import lookup
from extractors.records import Document, DocumentType

CONTENTS = re.compile("目\\s*录|清单|材料名称")
HEAD_LINES = 3  # of a page, where its title stands
FEW = 2  # items of the list that one paper may speak of before it is taken for a list of contents


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
    wanted = asked(subject, material, helped)
    name = rule.entry.title
    if wanted is False:
        yield row(rule, "not_applicable", "未见", "未要求提交", "本次申报未要求或未涉及该项。")
    elif wanted is None or material.absence == "cannot_tell":
        yield row(rule, "cannot_tell", "未见", "视情况提交", f"材料中未见{name}，是否需要请人工确认。")
    elif elsewhere := _elsewhere(subject, material):
        document, said = elsewhere
        words = f"材料中未见单独的{name}；{document.file}第{document.pages[0]}页载有“{said}”，是否即该材料请人工确认。"
        yield row(rule, "cannot_tell", "未见单独材料", "须提交", words, (evidence(document),))
    else:
        yield row(rule, "not_met", "未见", "须提交", f"材料中未见{name}，请补交：{material.ask}。")


def _elsewhere(subject: Subject, material: Material) -> tuple[Document, str] | None:
    """A form that holds the item, or an unsorted paper that names it: at its head, or among few other items.

    One that names many items further down is a page of contents and proves none of them.
    """
    for document in subject.of("application_form", "other"):
        words = material.named if document.type == "other" else material.in_form
        said = next((word for word in words if word in document.text), "")
        if not said:
            continue
        if document.type != "other" or _headed(document, words) or _items_named(subject, document) <= FEW:
            return document, said
    return None


def _headed(document: Document, words: tuple[str, ...]) -> bool:
    """Whether a page of the document opens with one of the words."""
    heads = ("".join(page.strip().splitlines()[:HEAD_LINES]) for page in document.text.split("\f"))
    return any(word in head for head in heads if not CONTENTS.search(head) for word in words)


def _items_named(subject: Subject, document: Document) -> int:
    lists = (r.entry.material.named for r in subject.policy.rules if r.entry.material is not None)
    return sum(any(word in document.text for word in words) for words in lists)


def _lower_title(subject: Subject, material: Material, title: str) -> bool:
    """Whether a title certificate is for a title below the one the form states: it does not prove the current one."""
    if material.when != CURRENT or "title_certificate" not in material.any_of or subject.current_title is None:
        return False
    shown, stated = lookup(title) if title else None, lookup(subject.current_title.value)
    order = ("junior", "intermediate", "associate_senior", "senior")
    return bool(shown and stated and order.index(shown.level) < order.index(stated.level))


MEASURE = Measure(name="material", rows=_rows)

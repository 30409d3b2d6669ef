"""publication.duplicate-publication: one paper printed in two journals or two issues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from checks.base import Case, Check, CheckInfo, not_applicable
from checks.locate import running
from checks.publication.not_a_regular_issue import COLLECTION
from checks.publication.text_overlap import TAIL, shared
from checks.publication.works import SAME_TITLE, apart, papers, part_of_series, published_year
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say_of_all
from checks.wording import likeness, plain_title
from extractors.records import Document

INFO = CheckInfo(
    code="publication.duplicate-publication",
    title="疑似重复发表",
    severity="suspect",
    kind="deterministic",
    rationale="题名相同或基本相同的论文先后载于不同刊物或不同期，可能为重复发表或一文多计；同一篇的重复扫描不在此列。"
    "一篇为会议论文，或文中已声明曾在会议交流的，只作提示。",
    innocent=("外文译本或转载", "会议论文扩充后发表", "系列论文之一、之二"),
    verify="对照两篇全文与参考文献，向编辑部核实",
    handbook=("F48",),
    references=("科研失信行为调查处理规则",),
    weight=3,
)
CLOSE = 80.0  # likeness of titles
MOST, PART = 0.5, 0.15  # of the shorter text that both share, with whatever titles, and with close ones
LEAST = 120  # characters of it


def run(case: Case) -> Iterator[Finding | Coverage]:
    works = [d for d in papers(case) if d.value("title")]
    if len(works) < 2:
        yield not_applicable(INFO, None, "论文不足两篇")
        return
    quiet = {d.id for d in works}
    for one, other in combinations(works, 2):
        if apart(one, other) and not part_of_series(one, other) and _alike(case, one, other):
            quiet -= {one.id, other.id}
            yield _say(case, one, other)
    yield from (Coverage(code=INFO.code, document=name, outcome="clear") for name in sorted(quiet))


def _alike(case: Case, one: Document, other: Document) -> bool:
    """Whether two papers are one by their titles, or by their text where the title was changed."""
    titles = likeness(one.value("title"), other.value("title"))
    if titles >= SAME_TITLE:
        return True
    texts = [plain_title(TAIL.sub("", running(case, d))) for d in (one, other)]
    common = shared(texts[0], texts[1])
    if sum(map(len, common.passages)) < LEAST:
        return False
    return common.share >= (PART if titles >= CLOSE else MOST)


def _say(case: Case, one: Document, other: Document) -> Finding | Coverage:
    titles = [(d, f) for d in (one, other) if (f := d.first("title"))]
    told = "与".join(f"《{d.value('journal') or '刊名未详'}》{published_year(d) or ''}年" for d in (one, other))
    message = f"论文“{one.value('title')}”分别载于{told}"
    if any(_of_meeting(d) for d in (one, other)):
        explanation = "其中一篇为会议论文或已声明曾在会议交流，请核对扩充情况。"
        return say_of_all(case, INFO, titles, message, explanation=explanation, severity="notice")
    return say_of_all(case, INFO, titles, f"{message}，待核实")


def _of_meeting(document: Document) -> bool:
    """Whether a paper is one read to a meeting, which a journal may print later, or says that it had been."""
    return bool(COLLECTION.search(document.value("journal")) or _READ_BEFORE.search(plain(document.text)))


_READ_BEFORE = re.compile(
    "(?:本文|本研究|部分|初步).{0,20}曾?[在于].{2,30}(?:会议|年会|研讨会|论坛).{0,20}(?:交流|宣读|报告|发表|收录)"
)


CHECK = Check(info=INFO, run=run)

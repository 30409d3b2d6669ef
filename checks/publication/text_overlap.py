"""publication.text-overlap: long passages shared by two papers of one dossier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checks.base import Case, Check, CheckInfo, cannot_tell, found, not_applicable, whole
from checks.locate import running
from checks.records import Coverage, Evidence, Finding
from checks.wording import likeness, plain_title
from extractors.records import Document

INFO = CheckInfo(
    code="publication.text-overlap",
    title="论文之间文字大段相同",
    severity="suspect",
    kind="heuristic",
    rationale="两篇论文有连续相同的长段文字，可能为一稿拆分或重复使用；基金、单位、参考文献等固定文字已剔除。",
    innocent=("同一课题的系列成果共用方法描述", "引用法规、标准原文", "同一论文的不同版本或重复扫描"),
    verify="并排对照两处文字，请申报人说明，必要时查重",
    handbook=("F48", "F94"),
    weight=2,
)
GRAM = 13  # characters: shorter runs are common speech
LONG = 60  # characters of one passage that are worth showing
SHARE = 0.3  # of the shorter text, and
SHORT = 16  # characters of a passage that rewording has left standing
MOST = 0.4  # of the shorter text in such passages
MUCH = 200  # characters, before a person must look: less is a paragraph used again
TAIL = re.compile(r"\n\s*(?:参\s*考\s*文\s*献|References)\b.*", re.S | re.I)


@dataclass(frozen=True, slots=True)
class Shared:
    """Passages two texts share, longest first, and the share of the shorter text they make up."""

    passages: tuple[str, ...]
    share: float


def run(case: Case) -> Iterator[Finding | Coverage]:
    works = case.of_type("paper", "journal_pages")
    texts = {d.id: plain_title(TAIL.sub("", running(case, d))) for d in works}
    if len(works) < 2:
        yield not_applicable(INFO, None, "论文不足两篇")
        return
    quiet = {d.id: d for d in works if len(texts[d.id]) >= LONG}
    yield from (cannot_tell(INFO, d, "正文过短或未读到") for d in works if d.id not in quiet)
    for one, other in combinations(list(quiet.values()), 2):
        if _same_work(one, other):
            continue
        common = shared(texts[one.id], texts[other.id])
        scattered = Shared((), 0.0) if common.passages else shared(texts[one.id], texts[other.id], least=SHORT)
        if _worth_showing(common):
            yield _finding(case, one, other, common)
        elif scattered.share >= MOST and sum(map(len, scattered.passages)) >= 2 * MUCH:
            yield _reworded(case, one, other, scattered)
        else:
            continue
        quiet.pop(one.id, None)
        quiet.pop(other.id, None)
    yield from (Coverage(code=INFO.code, document=name, outcome="clear") for name in quiet)


def _worth_showing(common: Shared) -> bool:
    """One passage of some length, several paragraphs, or much of the shorter text."""
    if not common.passages:
        return False
    several = len(common.passages) > 1 and sum(map(len, common.passages)) >= MUCH
    return len(common.passages[0]) >= 2 * LONG or several or common.share >= SHARE


def shared(first: str, second: str, *, least: int = LONG) -> Shared:
    """What two plain texts have in common in runs of at least ``least`` characters, aligned by their 13-grams.

    What a text itself repeats is filling and does not count.
    """
    where: dict[str, int] = {}
    for start in range(len(second) - GRAM + 1):
        where.setdefault(second[start : start + GRAM], start)
    passages: list[str] = []
    place = 0
    while place <= len(first) - GRAM:
        start = where.get(first[place : place + GRAM], -1)
        if start < 0:
            place += 1
            continue
        length = GRAM
        while (
            place + length < len(first)
            and start + length < len(second)
            and first[place + length] == second[start + length]
        ):
            length += 1
        if length >= least and first.count(first[place : place + GRAM]) == 1:
            passages.append(first[place : place + length])
        place += length
    shorter = min(len(first), len(second)) or 1
    return Shared(tuple(sorted(passages, key=len, reverse=True)), sum(map(len, passages)) / shorter)


def _same_work(one: Document, other: Document) -> bool:
    return likeness(one.value("title"), other.value("title")) >= 90 or one.sha256 == other.sha256


def _finding(case: Case, one: Document, other: Document, common: Shared) -> Finding:
    names = "、".join(f"“{d.value('title') or d.file}”" for d in (one, other))
    longest = common.passages[0]
    message = f"{names}有{len(common.passages)}处连续{LONG}字以上相同文字，最长{len(longest)}字，待核实"
    much = common.share >= SHARE and sum(map(len, common.passages)) >= MUCH
    return found(
        INFO,
        message if much else message.removesuffix("，待核实"),
        [_at(case, d, longest) for d in (one, other)],
        severity="suspect" if much else "notice",
        explanation=f"约占较短一篇的{common.share:.0%}；最长一处：“{longest[:120]}”。",
    )


def _reworded(case: Case, one: Document, other: Document, scattered: Shared) -> Finding:
    """No long passage is the same, and yet short ones make up much of the text: copied and changed here and there."""
    names = "、".join(f"“{d.value('title') or d.file}”" for d in (one, other))
    message = f"{names}有{len(scattered.passages)}处短句逐字相同，合计约占较短一篇的{scattered.share:.0%}，待核实"
    longest = scattered.passages[0]
    explanation = f"各处均短于{LONG}字，可能为改写；最长一处：“{longest}”。"
    return found(INFO, message, [_at(case, d, longest) for d in (one, other)], explanation=explanation)


def _at(case: Case, document: Document, passage: str) -> Evidence:
    """The page on which the passage begins."""
    for offset, text in enumerate(running(case, document).split("\f")):
        if passage[:GRAM] in plain_title(text):
            page = document.pages[0] + offset
            return Evidence(document=document.id, file=document.file, page=page, text=passage[:60])
    return whole(document)


CHECK = Check(info=INFO, run=run)

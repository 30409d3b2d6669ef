"""cross.shared-text: two applicants' summaries or papers in the same words (handbook F94)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from rapidfuzz.distance import LCSseq

from checks.base import CheckInfo
from checks.cross.imprint import Entry, Imprint, Place
from checks.cross.pairs import Said, both, same_person
from checks.cross.similarity import SHORTEST, Index, Overlap, Passage, plain

INFO = CheckInfo(
    code="cross.shared-text",
    title="不同申报人的文字材料大段相同",
    severity="suspect",
    kind="deterministic",
    rationale="工作总结、论文应由本人撰写；两名申报人的文字大段逐字相同，须了解原因。",
    innocent=("单位统一模板", "共同承担同一项目的描述", "引用同一文件或规章原文", "合作论文"),
    verify="对照两份原文；请申报人说明；向所在单位核实",
    handbook=("F94", "F48"),
    weight=2,
)
_LEAST = 120  # characters in common, template passages left out
_SHARE = 0.3  # of the shorter text
_ALIKE = 0.6  # of the shorter text's characters standing in the longer one in the same order: reworded, not rewritten
_TRACE = 0.04  # of the shorter text word for word, before the order of characters is compared
_SHOWN = 3  # passages quoted
_QUOTED = 80  # characters of each

Writing = tuple[Imprint, Entry]


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """What two writings have in common, template passages left out."""

    one: int
    other: int
    passages: tuple[Passage, ...]
    characters: int


def compared(imprints: Sequence[Imprint], fresh: frozenset[str] | None = None) -> Iterator[Said]:
    """The findings for every two writings that share much; ``fresh`` as in ``compare``."""
    writings = [(i, e) for i in imprints for e in i.entries if len(e.text) >= _LEAST]
    texts = [plain(entry.text) for _, entry in writings]
    wanted = None if fresh is None else frozenset(n for n, (i, _) in enumerate(writings) if i.dossier in fresh)
    overlaps = [o for o in Index(texts).pairs(wanted) if _comparable(writings[o.a], writings[o.b])]
    templates = _templates(overlaps, writings)
    for overlap in overlaps:
        shared = _without(overlap, templates)
        if shared.characters >= SHORTEST:
            yield from _said(shared, writings, texts)


def _comparable(one: Writing, other: Writing) -> bool:
    """Different people's writings, and not two copies of one paper (cross.shared-paper looks at those)."""
    (first, entry), (second, there) = one, other
    if same_person(first, second) or first.dossier == second.dossier:
        return False
    titles = [plain(e.facts.get("title", ("",))[0]) for e in (entry, there)]
    joint = entry.sha256 == there.sha256 or (titles[0] and titles[0] == titles[1])
    return not (joint and entry.type == "paper")


def _templates(overlaps: Sequence[Overlap], writings: Sequence[Writing]) -> Mapping[int, list[tuple[int, int]]]:
    """By text: the stretches that also stand with at least two further people of the same employer."""
    stretches: dict[int, list[tuple[int, int, int]]] = {}
    for overlap in overlaps:
        employers = {writings[overlap.a][0].employer, writings[overlap.b][0].employer}
        if len(employers) == 1 and "" not in employers:
            for p in overlap.passages:
                stretches.setdefault(overlap.a, []).append((p.first, p.first + p.length, overlap.b))
                stretches.setdefault(overlap.b, []).append((p.second, p.second + p.length, overlap.a))
    return {text: _thrice(found) for text, found in stretches.items()}


def _thrice(stretches: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    common = []
    for begin, end, by in stretches:
        for start, stop, other in stretches:
            low, high = max(begin, start), min(end, stop)
            if other != by and high - low >= SHORTEST:
                common.append((low, high))
    return sorted(set(common))


def _without(overlap: Overlap, templates: Mapping[int, list[tuple[int, int]]]) -> Shared:
    marked: set[int] = set()
    for passage in overlap.passages:
        marked.update(range(passage.first, passage.first + passage.length))
    for begin, end in templates.get(overlap.a, ()):
        marked.difference_update(range(begin, end))
    kept = tuple(p for p in overlap.passages if p.first in marked and p.first + p.length - 1 in marked)
    return Shared(one=overlap.a, other=overlap.b, passages=kept or overlap.passages, characters=len(marked))


def _said(shared: Shared, writings: Sequence[Writing], texts: Sequence[str]) -> Iterator[Said]:
    (first, entry), (second, there) = writings[shared.one], writings[shared.other]
    amount = _amount(shared, texts[shared.one], texts[shared.other])
    if not amount:
        return
    longest = sorted(shared.passages, key=lambda p: (-p.length, p.first))[:_SHOWN]
    quotes = "；".join(f"“{_quote(entry.text, p)}”" for p in longest)
    lead = longest[0]
    yield from both(
        INFO,
        (first, _place(entry, lead.first, lead.length)),
        (second, _place(there, lead.second, lead.length)),
        f"文字内容与{{other}}{amount}，待核实",
        explanation=f"相同段落例：{quotes}。同单位三人以上共用的段落不计。",
    )


def _amount(shared: Shared, one: str, other: str) -> str:
    """How much is the same, in words; "" when it is too little to speak of."""
    shorter = min(len(one), len(other))
    if shared.characters >= max(_LEAST, _SHARE * shorter):
        share = round(100 * shared.characters / shorter)
        return f"有{shared.characters}字逐字相同（占篇幅较短一份的{share}%）"
    kept = LCSseq.similarity(one, other) if shared.characters >= _TRACE * shorter else 0
    if shorter >= _LEAST and kept >= _ALIKE * shorter:
        return f"约{round(100 * kept / shorter)}%的文字按同样次序出现，仅个别字词不同"
    return ""


def _quote(text: str, passage: Passage) -> str:
    begin, end = _span(text, passage.first, passage.length)
    quoted = "".join(text[begin:end].split())
    return quoted if len(quoted) <= _QUOTED else quoted[:_QUOTED] + "……"


def _place(entry: Entry, start: int, length: int) -> Place:
    begin, end = _span(entry.text, start, length)
    page = entry.place.page + entry.text.count("\f", 0, begin)
    quoted = "".join(entry.text[begin:end].split())[:_QUOTED]
    return Place(document=entry.place.document, file=entry.place.file, page=page, text=quoted)


def _span(text: str, start: int, length: int) -> tuple[int, int]:
    """Where characters ``start`` to ``start + length`` of the plain text stand in the text as printed."""
    places = []
    for at, character in enumerate(text):
        kept = sum(c.isalnum() for c in unicodedata.normalize("NFKC", character).upper())
        places += [at] * kept
        if len(places) >= start + length:
            break
    return (places[start], places[min(start + length, len(places)) - 1] + 1) if len(places) > start else (0, 0)

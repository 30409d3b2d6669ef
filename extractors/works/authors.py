"""Author lines under a title: names in order, without notes and footnote marks (handbook 4.7)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import regex

from extractors.grammar import names, values
from extractors.grammar.labels import Value
from extractors.grammar.normal import closed_at
from extractors.passage import Passage
from extractors.works.surnames import COMPOUND, GIVEN_FIRST, begins_like_a_name

HAN = r"[\u3400-\u4dbf\u4e00-\u9fff〇]"
_LEADING = regex.compile(
    r"^\s*(?:文\s?[/|·]\s?图?\s*|作\s*者(?:\s*姓\s*名)?\s*[:/]\s*|[◎●■□▲○◆◇★☆※►▶⊙]\s*(?:文\s?[/|]\s*)?|撰\s*[文稿]\s*:?\s*"
    r"|本刊记者\s*)"
)
_NOTES = regex.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^】]*】|等(?=\s|$)|执笔")
_RUN = regex.compile(rf"{HAN}+(?:\s?[·•‧・．]\s?{HAN}+)*")
MARKS = regex.compile(r"[\d\s*†‡#§^★☆△▲※①-⑳✉✻,;、.·:()\[\]{}/|&~'’`\"a-f-]*")
LATIN = regex.compile(
    r"(?:(?:[A-Z]\.(?:-[A-Z]\.)?\s?)+|[A-Z][\p{L}'’\-]*\.?|van|von|de|der|den|da|di|la|le|el|bin|al)"
    r"(?:\s+(?:(?:[A-Z]\.)+(?!\w)|[A-Z][\p{L}'’\-]*\.?|van|von|de|der|den|da|di|la|le|el|bin|al|Jr\.?|II|III)){1,4}"
)
_GLUED = regex.compile(r"(?<=\p{Ll}{2})[a-f](?:,[a-f*∗])*(?=,\s|,?\s*$|\s+and\b|\s*&)")
_LATINMARKS = regex.compile(
    r"[\d\s*†‡#§^∗①-⑳✉,;.()\[\]&|·-]|\band\b|(?<=[,\s\d])[a-f](?=[,\s\d*∗]|$)|\b(?:Dr|Prof|PhD|MD|MSc)\b"
)
NOT_PEOPLE = regex.compile(
    r"\b(?:University|Institute|Department|College|School|Laborator|Hospital|Cent(?:er|re)|Academy|China|Journal"
    r"|Abstract|"
    r"Received|Keywords|Introduction|Research|Systems?|Technology|Science|Papers?|Vol|Article|Review|Press|Society)"
)


_POSTCODE = regex.compile(r"\d{6}")
_OF_A_UNIT = regex.compile(r"大学|学院|学校|中学|小学|医院|公司|研究|中心|单位")
_REGION = regex.compile(r"[省市县区]$|自治州$|^(?:作者|摘要|收稿|基金|关键|编辑|责任|通讯|通信|单位)")
_UNIT_NEXT = r"\s*\p{Han}{0,12}(?:大学|学院|学校|中学|小学|医院|公司|研究|中心|单位|[局厅站所])"
_LISTED_ON = (  # not after a semicolon that another name follows
    rf"(?!(?!{_UNIT_NEXT})\s*(?:[\p{{Han}}·]{{2,12}}|[A-Z][\w.'-]*(?:\s+[A-Z][\w.'-]*){{0,3}})\s*(?:[;；,，、\n]|$))"
)
_END = regex.compile(r"[。!！\n]|[；;]" + _LISTED_ON + r"|\)(?=[^,，、;\s(])|经(?:审|专家)|您好|你好")


class Authors(NamedTuple):
    """Names in order, and where the first begins and the last ends in the passage."""

    names: tuple[str, ...]
    start: int
    end: int


def full_size(passage: Passage) -> Passage:
    """Without superscripts: characters of words set clearly smaller than the rest. Only where sizes are known."""
    sizes = [o[1].size for o in passage.origin if o is not None and o[1].size > 0]
    if not sizes:
        return passage
    least = 0.8 * max(median(sizes), 0.9 * max(sizes))
    keep = [i for i, o in enumerate(passage.origin) if o is None or o[1].size <= 0 or o[1].size >= least]
    return Passage("".join(passage.text[i] for i in keep), tuple(passage.origin[i] for i in keep))


def chinese(passage: Passage, *, sure: bool = False) -> Authors | None:
    """The names of a line that holds nothing but names (of at least two characters); None for any other line.

    ``sure``: the place is one for names, so a name that begins with no known family name counts too.
    """
    text = without_notes(passage.text)
    if _SEPARATED.search(text):
        text = _DOT_INSIDE.sub("·", text)
    spans = _drawn_together(text, [m.span() for m in _RUN.finditer(text)])
    if not spans or _POSTCODE.search(text):
        return None
    rest = "".join(
        text[a:b] for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True)
    )
    people = tuple("".join(text[s:e].split()) for s, e in spans)
    listed = len(people) > 1
    if not MARKS.fullmatch(rest) or not all(_like_a_name(name, listed or sure) for name in people):
        return None
    if sum(begins_like_a_name(n) or "·" in n or ((sure or len(people) > 1) and n[0] in GIVEN_FIRST) for n in people) < (
        0.5 if sure else 0.6
    ) * len(people):
        return None
    return Authors(people, spans[0][0], spans[-1][1])


_SEPARATED = regex.compile(r"[、,]")
_DOT_INSIDE = regex.compile(rf"(?<={HAN})\.(?={HAN})")  # of a name, in a list that other signs part


def without_notes(text: str) -> str:
    """``text`` with blanks for what leads to names (作者:) and for notes among them, as long as before."""
    return _NOTES.sub(_blank, _LEADING.sub(_blank, text))


def run_apart(text: str) -> tuple[str, ...]:
    """The names that all of ``text`` is, where it parts in one way only; none otherwise."""
    parted = list(_partings(text)) if 4 <= len(text) <= 15 else []
    return parted[0] if len(parted) == 1 else ()


def run_together(passage: Passage) -> Authors | None:
    """The names of a line that a scan shows without the spaces between them, where they part in one way only."""
    parted = _run_partings(passage)
    if len(parted) != 1:
        return None
    start = len(passage.text) - len(passage.text.lstrip())
    return Authors(parted[0], start, len(passage.text.rstrip()))


def may_be_run_together(passage: Passage) -> bool:
    """Whether a line may be names without the spaces between them, which may part in more ways than one."""
    return bool(_run_partings(passage))


def _run_partings(passage: Passage) -> list[tuple[str, ...]]:
    bare = passage.bare().text
    return list(_partings(bare)) if 4 <= len(bare) <= 15 and regex.fullmatch(rf"{HAN}+", bare) else []


def _partings(text: str) -> Iterator[tuple[str, ...]]:
    """Every way in which all of ``text`` is names of two or three characters, each with a family name; of up to four
    with a double one."""
    if not text:
        yield ()
    for length in (3, 4) if text[:2] in COMPOUND else (2, 3):
        if len(text) >= length and begins_like_a_name(text):
            yield from ((text[:length], *rest) for rest in _partings(text[length:]))


def value(passage: Passage) -> Value | None:
    """The names of a place for authors, up to where the sentence goes on."""
    start = len(passage.text) - len(passage.text.lstrip(" :\t"))
    end = _END.search(passage.text, start)
    part = passage[start : closed_at(passage.text, start, end.start() if end else len(passage))]
    unit = _UNIT.search(part.text)
    part = (part[: unit.start()] if unit else part).strip("()")
    listed = tuple(n for n in names.listed(part.text) if 2 <= len(n) <= 20)
    if not listed:
        return None
    first = passage.text.index(part.text, start)
    return Value(listed, first, first + len(part))


_UNIT = regex.compile(r"(?<=\p{Han})\s?\(\p{Han}{5,30}\)?\s*$")  # in brackets behind the names


def people(passage: Passage) -> Value | None:
    """A list of names in a place for names; names that were run together only where they part in one way."""
    listed = values.people(passage)
    if listed is None or len(listed.value) != 1 or len(listed.value[0]) <= 4 or "·" in listed.value[0]:
        return listed
    parted = run_together(passage[listed.start : listed.end])
    return Value(parted.names, listed.start + parted.start, listed.start + parted.end) if parted else None


def latin(passage: Passage) -> Authors | None:
    """The names of a line in Latin letters that holds nothing but names; None for any other line."""
    line = full_size(passage)
    text = line.text
    if NOT_PEOPLE.search(text) or "@" in text or regex.search(HAN, text):
        return None
    if len(_GLUED.findall(text)) >= 2 or regex.search(r"[a-f],[a-f*]", text):
        text = _GLUED.sub(_blank, text)
    found = list(LATIN.finditer(text))
    rest = _LATINMARKS.sub("", LATIN.sub("", text)).strip()
    if not found or rest:
        return None
    people = tuple(" ".join(m.group().split()).rstrip("-") for m in found)
    first, last = line.origin[found[0].start()], line.origin[found[-1].end() - 1]
    places = [i for i, o in enumerate(passage.origin) if o is not None and (_same(o, first) or _same(o, last))]
    return Authors(people, places[0], places[-1] + 1)


def _same(a: tuple[object, object, int], b: tuple[object, object, int] | None) -> bool:
    return b is not None and a[1] is b[1] and a[2] == b[2]


def _blank(match: regex.Match[str]) -> str:
    return " " * len(match.group())


_PART = 8  # characters between the dots of a name


def _like_a_name(name: str, listed: bool) -> bool:
    """Whether ``name`` may be one; in a list parted by commas, or a place for names, four characters may (刀玉罕香)."""
    if _REGION.search(name) or _OF_A_UNIT.search(name):
        return False
    if "·" in name or any(c in name for c in "•‧・．"):
        return 3 <= len(name) <= 20 and max(map(len, regex.split("[·•‧・．]", name))) <= _PART
    return 2 <= len(name) <= 3 or (len(name) == 4 and (listed or name[:2] in COMPOUND))


def _drawn_together(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names set with a space inside (李　明) as one span each."""
    result: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for span in [*spans, (len(text) + 9, len(text) + 9)]:
        single = span[1] - span[0] == 1
        if run and (not single or not 0 < len(text[run[-1][1] : span[0]]) <= 4 or text[run[-1][1] : span[0]].strip()):
            result += _paired(text, run)
            run = []
        if single:
            run.append(span)
        elif span[0] <= len(text):
            result.append(span)
    return _completed(text, result)


def _completed(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans, a lone character joined to the two before it that are no whole name: a rare one, set in another font, or
    the first of the next line stands apart (和晓 赟)."""
    result: list[tuple[int, int]] = []
    for start, end in spans:
        before = result[-1] if result else (0, 0)
        if end - start == 1 and before[1] - before[0] == 2 and not text[before[1] : start].strip():
            result[-1] = (before[0], end)
        else:
            result.append((start, end))
    return result


def _paired(text: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Characters standing alone, parted at the wider gaps; else three make one name, an even number makes pairs."""
    gaps = [text[a[1] : b[0]] for a, b in pairwise(run)]
    wide = [i for i, gap in enumerate(gaps) if len(gap) > 1 or "\t" in gap]
    if wide and len(wide) < len(gaps):
        bounds = [0, *(i + 1 for i in wide), len(run)]
        return [(run[a][0], run[b - 1][1]) for a, b in pairwise(bounds)]
    if len(run) == 3:
        return [(run[0][0], run[2][1])]
    if len(run) % 2 == 0:
        return [(run[i][0], run[i + 1][1]) for i in range(0, len(run), 2)]
    return run

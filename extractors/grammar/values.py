"""Parsers of values that stand beside labels: each takes a passage and says what it holds and where."""

from __future__ import annotations

import regex

from extractors.grammar import dates, identity, names, numbers, organisations
from extractors.grammar.labels import Parser, Value
from extractors.grammar.normal import closed_at
from extractors.passage import GAP, Passage

_EMPTY = regex.compile(
    r"^[\s_/\\\-—.。·×*]*$|^无(?:\([^()]*\))?$|^暂无$|^证(?:书|明)?$|^\(?(?:公章|盖章|签[字名]?盖?章|签字|签名|印?章)\)?$"
)
_LABEL = regex.compile(r"[\s;,。][\u4e00-\u9fff、()]{2,10}\s?:")  # a label that no list knows ends the value before it
_GRANTED = regex.compile(r"[,，。;；]\s?(?:特发此证|特此|此证|准予)")  # the sentence of a certificate goes on
_NUMBER = regex.compile(r"\d+(?:\.\d+)?")


def date(passage: Passage) -> Value | None:
    """The first date of a place for dates."""
    found = dates.find(passage.text, typed=True)
    return Value(*found[0]) if found else None


def last_date(passage: Passage) -> Value | None:
    """The last date of a place for dates: the end of a period."""
    found = dates.find(passage.text, typed=True)
    return Value(*found[-1]) if found else None


def period_start(passage: Passage) -> Value | None:
    """The first date of a period; a lone date counts, and the first of two in the wrong order."""
    spans = dates.spans(passage.text, typed=True)
    return Value(*spans[0].first) if spans else date(passage)


def period_end(passage: Passage) -> Value | None:
    """The last date of a period "from … to …" or 起:… 止:…, also where it lies before the first; None when it runs
    on."""
    spans = dates.spans(passage.text, typed=True)
    if spans:
        return Value(*spans[-1].last) if spans[-1].last else None
    found = dates.find(passage.text, typed=True)
    if len(found) != 2:
        return None
    parted = _UNTIL.search(passage.text, found[0].end, found[1].start)
    return Value(*found[1]) if parted or found[1].value < found[0].value else None


_UNTIL = regex.compile(r"(?:[截终]?止|结束)(?:时间|日期)?\s?[:：]?\s*$")


def year(passage: Passage) -> Value | None:
    found = dates.find(passage.text, typed=True)
    return Value(found[0].value[:4], found[0].start, found[0].end) if found else None


def person(passage: Passage) -> Value | None:
    found = names.find(passage.text)
    return Value(*found) if found else None


def people(passage: Passage) -> Value | None:
    """A list of names, in order; a line behind 等, and one that names an organisation, a date or another label, goes on
    with something else."""
    if _RANKED.match(passage.text):
        return None
    breaks = regex.finditer(r"\n", passage.text)
    end = next(
        (m.start() for m in breaks if _ENDED.search(passage.text, 0, m.start()) or _no_list(passage.text[m.end() :])),
        len(passage),
    )
    value = names.listed(passage.text[:end])
    return Value(value, 0, end) if any(_HAN_OR_LATIN.match(name) for name in value) else None


_RANKED = regex.compile(r"\s*[,。]?\s*(?:排名|位次|排序|名次)")  # a sentence, in which the label is what somebody was
_ENDED = regex.compile(r"等(?:\s?\d+\s?[人名位])?\s*$")
_HAN_OR_LATIN = regex.compile(r"[\p{Han}A-Za-z]{2}|\p{Han}·")


def _no_list(text: str) -> bool:
    line = "".join(text.split("\n", 1)[0].split())
    return organisations.is_organisation(line) or bool(dates.find(line)) or ":" in line


def gender(passage: Passage) -> Value | None:
    match = regex.search(r"[男女]", passage.text[:6])
    return Value(match.group(), match.start(), match.end()) if match else None


def id_number(passage: Passage) -> Value | None:
    found = identity.find(passage.text) or identity.find_short(passage.text)
    return Value(*found[0]) if found else None


def code(passage: Passage) -> Value | None:
    """A certificate number and the like."""
    found = numbers.find(passage.text)
    return Value(*found) if found else None


def number(passage: Passage) -> Value | None:
    match = _NUMBER.search(passage.text)
    return Value(match.group(), match.start(), match.end()) if match else None


_IN_A_SENTENCE = regex.compile(r"\s*[为是系](?P<v>\p{Han}[^,。;:\n]{1,30})(?=[,。;])")


def text(passage: Passage) -> Value | None:
    """What stands there up to the next gap, as printed, its lines drawn together; in a sentence (所学专业为某专业,) up
    to the end of the clause."""
    clause = _IN_A_SENTENCE.match(passage.text)
    if clause:
        start, end = clause.span("v")
        return Value(passage[start:end].tight().printed(), start, end)
    return _until(passage, GAP)


def long_text(passage: Passage) -> Value | None:
    """All that stands there, gaps included: values set with wide spaces or over several lines."""
    return _until(passage, "")


_COPULA = regex.compile(r"[为是系](?=\p{Han}{4})")


_NO_OFFICE = regex.compile(
    r"(?:负责人|经办人|签[名字章]|盖章|公章|意见|主管(?:部门|单位)|从事|担任|所任|起止|(?:岗位|职务|内容|备注|证明人)$)"
)  # the next place of a block to be signed


def organisation(passage: Passage) -> Value | None:
    """The name of an organisation; what follows it (盖章, a date) is cut off."""
    value = _until(passage, GAP)
    if value is None:
        return None
    if _NO_OFFICE.match(passage.text, value.start, value.end):
        return None
    if _COPULA.match(passage.text, value.start, value.end):
        value = Value(passage[value.start + 1 : value.end].tight().printed(), value.start + 1, value.end)
    folded = passage.text[value.start : value.end]
    found = organisations.find(folded)
    if found is None or found[0] > 0:
        return value
    end = value.start + found[1]
    return Value(passage[value.start : end].tight().printed(), value.start, end)


_BOX = regex.compile("[☐☑☒□■√]")


def signing(passage: Passage) -> Value | None:
    """The organisation that signs what stands in a place for an opinion: 同意。 over 某县卫生健康局 2020年8月17日."""
    for part in regex.finditer(r"[^\s,。;:]{4,}", passage.text):
        found = organisations.find(part.group())
        if found and not found[0]:
            start, end = part.start(), part.start() + found[1]
            return Value(passage[start:end].tight().printed(), start, end)
    return None


def _until(passage: Passage, stop: str) -> Value | None:
    text = passage.text
    lone = "☑" if len(_BOX.findall(text)) == 1 else ""  # no choice, but what an engine made of a line to write on
    start = len(text) - len(text.lstrip(f" \t\n:_{lone}"))
    end = text.find(stop, start) if stop else -1
    end = len(text) if end < 0 else end
    further = _LABEL.search(text, start, end) or _GRANTED.search(text, start, end)
    end = further.start() if further else end
    end = start + len(text[start:end].rstrip(" \t\n_。;,"))
    end = closed_at(text, start, end)  # of brackets that hold the label too
    if end <= start or _EMPTY.match(text[start:end]):
        return None
    return Value(passage[start:end].tight().printed(), start, end)


def one_of(table: dict[str, str]) -> Parser:
    """A parser of fixed words: the longest key of ``table`` in the passage, as its value."""
    pattern = regex.compile("|".join(r"\s*".join(map(regex.escape, k)) for k in sorted(table, key=len, reverse=True)))

    def parse(passage: Passage) -> Value | None:
        match = pattern.search(passage.text)
        return Value(table["".join(match.group().split())], match.start(), match.end()) if match else None

    return parse

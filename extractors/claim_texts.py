"""Claims outside tables: numbered lines under a heading, and patents that one line names after its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.claim_lines import read_line
from extractors.claim_records import record
from extractors.claim_sections import NUMBERED, Kind, Place
from extractors.layout import Line, PageView
from extractors.passage import Passage, joined
from extractors.records import Fact
from extractors.table_records import Table

_OTHER_SECTION = regex.compile(
    r"^\s*(?:第?[一二三四五六七八九十]+[、.部]|[(][一二三四五六七八九十]+[)])[^《》,。;\d]{2,22}$"
)


def listed(view: PageView, places: Sequence[Place], found: Sequence[Table], section: Kind | None) -> list[list[Fact]]:
    """Claims written as numbered lines under a heading, outside tables."""
    rows: list[list[Fact]] = []
    current = section
    marks = {p.line: p.kind for p in places}
    entry: list[Line] = []
    for index, line in enumerate(view.lines):
        inside = any(t.top - 1 <= line.box.center[1] <= t.bottom + 1 for t in found)
        begins = bool(NUMBERED.match(line.text))
        if inside or index in marks or begins or (entry and line.box.y0 - entry[-1].box.y1 > 1.6 * view.em):
            rows += _entry(entry, current)
            entry = []
        if index in marks:
            current = marks[index]
        elif _OTHER_SECTION.match(line.text):
            current = None
        elif begins and not inside and current:
            entry = [line]
        elif entry and not inside:
            entry.append(line)
    rows += _entry(entry, current)
    return rows


_PATENTS = regex.compile(r"^[^:,;。]{0,8}专利[^:,;。]{0,8}:")
_PATENT = regex.compile(
    r"(?:\d{1,2}[.、])?\s*[《“\"]?(?P<t>[\u4e00-\u9fffA-Za-z0-9、\-]{4,50})[》”\"]?\s*[(,](?P<rest>[^;。]{0,40}?)"
    r"(?P<n>(?:ZL|zl)\s?[\d\s]{9,18}(?:\.\s?[\dX])?)[^;。]*"
)


def patents_said(view: PageView, found: Sequence[Table]) -> list[list[Fact]]:
    """Patents that one line names after its label: 专利:名称(实用新型,ZL…,第一发明人);…"""
    rows: list[list[Fact]] = []
    for index, line in enumerate(view.lines):
        label = _PATENTS.match(line.text)
        if label is None or any(t.top <= line.box.center[1] <= t.bottom for t in found):
            continue
        said = [line.passage[label.end() :]]
        for below in view.lines[index + 1 : index + 6]:
            if said[-1].text.rstrip()[-1:] in "。)" or ":" in below.text[:16]:
                break
            said.append(below.passage)
        rows += _patents_of(joined(said, " ").tight())
    return rows


def _patents_of(passage: Passage) -> Iterator[list[Fact]]:
    for match in _PATENT.finditer(passage.text):
        name, number = (passage[slice(*match.span(group))] for group in ("t", "n"))
        row = [
            fact("claimed_patent", name.printed(), name),
            fact("claimed_patent_number", number.tight().text.upper(), number),
        ]
        tail = passage[match.end("n") : match.end()]
        role = regex.search(
            r"第[一二三四五六七八九\d]+(?:发明人|设计人|完成人)|排名第?[一二三四五六七八九\d]+", tail.text
        )
        if role:
            row.append(fact("claimed_patent_role", role.group(), tail, role.start(), role.end()))
        yield row


def _entry(lines: Sequence[Line], kind: Kind | None) -> list[list[Fact]]:
    if not lines or kind is None:
        return []
    passage = joined((line.passage for line in lines), " ")
    match = NUMBERED.match(passage.text)
    said = passage[match.end() :] if match else passage
    row = list(record(said, kind)) or list(read_line(said.tight(), kind))
    return [row] if row else []

"""Claims outside tables: numbered lines under a heading, and patents that one line names after its label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.forms.claim_lines import kind_said, read_line
from extractors.forms.claim_parts import parts
from extractors.forms.claim_records import begins_with_label, record
from extractors.forms.claim_sections import COUNTED, NUMBERED, SECTIONS, Kind, Place
from extractors.grammar.normal import is_han
from extractors.layout import Line, PageView
from extractors.passage import GAP, Passage, joined
from extractors.records import Fact

_OTHER_SECTION = regex.compile(
    r"^\s*(?:第?[一二三四五六七八九十]+[、.部]|[(][一二三四五六七八九十]+[)])[^《》,。;\d]{2,22}$"
)


SIGNED = regex.compile(r"\s*(?:本人|申报人|填表人|承诺人)?\s?[(]?签\s?[名字章][)]?\s?:")


def heads_another(text: str) -> bool:
    """Whether a line heads another section, of claims or of anything else."""
    return _OTHER_SECTION.match(text) is not None


Span = tuple[float, float]  # top and bottom of what was read already, in the reading frame


def listed(view: PageView, places: Sequence[Place], taken: Sequence[Span], section: Kind | None) -> list[list[Fact]]:
    """Claims written as numbered lines under a heading or naming their kind themselves, outside tables."""
    rows: list[list[Fact]] = []
    current = section
    marks = {p.line: p.kind for p in places}
    entry: list[Line] = []
    for index, line in enumerate(view.lines):
        inside = any(top - 1 <= line.box.center[1] <= bottom + 1 for top, bottom in taken)
        begins = bool(NUMBERED.match(line.text) or COUNTED.match(line.text)) or (
            current == "paper"
            and line.text.startswith("《")
            and (not entry or _CLOSED.search(entry[-1].text) is not None)
        )
        signed = SIGNED.match(line.text)
        if inside or index in marks or begins or signed or (entry and line.box.y0 - entry[-1].box.y1 > 1.6 * view.em):
            rows += _entry(entry, current)
            entry = []
        if index in marks:
            current = marks[index]
        elif heads_another(line.text):
            current = None
        elif begins and not inside:
            entry = [line]
        elif entry and not inside and not signed:
            entry.append(line)
    rows += _entry(entry, current)
    return rows


_CLOSED = regex.compile(r"[。;]\s*$")  # the end of an entry
_CELLS = 3  # gaps in a line that make it a row of cells
_PATENTS = regex.compile(r"^[^:,;。]{0,8}专利[^:,;。]{0,8}:")
_PATENT = regex.compile(
    r"(?:\d{1,2}[.、])?\s*[《“\"]?(?P<t>[\u4e00-\u9fffA-Za-z0-9、\-]{4,50})[》”\"]?\s*[(,](?P<rest>[^;。]{0,40}?)"
    r"(?P<n>(?:ZL|zl)\s?[\d\s]{9,18}(?:\.\s?[\dX])?)[^;。]*"
)


def patents_said(view: PageView, taken: Sequence[Span]) -> list[list[Fact]]:
    """Patents that one line names after its label: 专利:名称(实用新型,ZL…,第一发明人);…"""
    rows: list[list[Fact]] = []
    for index, line in enumerate(view.lines):
        label = _PATENTS.match(line.text)
        if label is None or any(top <= line.box.center[1] <= bottom for top, bottom in taken):
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
    if lines and lines[0].text.count(GAP) >= _CELLS and (kind is None or _goes_on_in_a_cell(lines)):
        return []  # the rest of a table whose heads stand on the page before
    return entry([line.passage for line in lines], kind)


def _goes_on_in_a_cell(lines: Sequence[Line]) -> bool:
    """Whether the lines under an entry's first begin well to the right of it, as the text of a table's cell does."""
    return any(line.box.x0 > lines[0].box.x0 + 2 * lines[0].height for line in lines[1:])


_OWN_KIND = regex.compile(
    r"^(?:\d{1,2}[.、]?\s+)?(?P<k>\p{Han}{2,4})\s?[(]?(?:\d{1,2}|[一二三四五六七八九十])?[)]?\s?:\s*(?=\S)"
)


def entry(lines: Sequence[Passage], section: Kind | None) -> list[list[Fact]]:
    """The claims that the lines of one entry make, most often one: of the kind that it names (获奖:…), of the
    section's, or of the kind that its own words say."""
    if not lines:
        return []
    passage = lines[0]
    for line in lines[1:]:
        han = is_han(passage.text.rstrip()[-1:]) and is_han(line.text.lstrip()[:1])
        broken = han and not begins_with_label(line.text.lstrip())
        passage = joined((passage.strip(), line.strip()), "" if broken else " ")
    return [row for part in parts(passage) if (row := _claim(part, section))]


def _claim(passage: Passage, section: Kind | None) -> list[Fact]:
    match = NUMBERED.match(passage.text)
    said = passage[match.end() :] if match else passage
    own = _OWN_KIND.match(said.text)
    labelled = own["k"] if own and not own["k"].endswith(("名称", "题目")) else ""
    named = next((k for k, p in SECTIONS if p.search(labelled)), None)
    bare = said[own.end() :] if own and named else said
    bare = _first_cell(bare) if (named or section) in ("project", "patent") else bare
    told = kind_said(said.tight().text)
    led = section == "patent" and told == "project" and "专利" not in said.text  # under 项目专利: 主持…研究
    for kind in dict.fromkeys((named or ("project" if led else section), told)):
        row = list(record(bare, kind)) or list(read_line(bare.tight(), kind)) if kind else []
        if row:
            return row
    return []


_SHORTEST = 6  # characters of a name


def _first_cell(said: Passage) -> Passage:
    """What a row of a table without heads names, without what stands in the cells behind it (项目负责人, 实用新型)."""
    name = said.text.split(GAP, 1)[0]
    behind = said.text[len(name) :].strip()
    return said[: len(name)].strip() if len(name) >= _SHORTEST and _BEHIND.fullmatch(behind) else said


_BEHIND = regex.compile(
    r"\p{Han}{0,8}(?:负责人|主持人?|参与人?|参加|成员|骨干|总工|工程师|设计师)|实用新型|发明(?:专利)?|外观设计"
)
_LABEL = regex.compile(r"\s*\p{Han}{2,10}[:：]")


def clauses(view: PageView) -> list[list[Fact]]:
    """Claims that the sentences of a form without tables and lists make, one a clause."""
    rows = []
    for match in regex.finditer(r"[^;；。\n]{8,200}(?=[;；。])", view.passage.text):
        number = NUMBERED.match(match.group())
        label = _LABEL.match(match.group(), number.end() if number else 0)
        begun = label.end() if label else number.end() if number else 0
        part = view.passage[match.start() + begun : match.end()].strip()
        kind = kind_said(part.text)
        row = list(read_line(part, kind)) if kind else []
        rows += [row] if row else []
    return rows

"""The rows of an application form: awards, papers, projects and patents claimed, from tables or from numbered lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import msgspec
import regex

from extractors.base import fact
from extractors.claim_lines import read_line
from extractors.grammar import values
from extractors.grammar.normal import tight
from extractors.grammar.ranks import rank_in
from extractors.layout import Line, PageView
from extractors.open_tables import Column, Row, Table
from extractors.passage import Passage, joined
from extractors.records import Fact
from extractors.ruled import Cell, under
from extractors.tables import tables

Kind = Literal["award", "paper", "project", "patent"]

_SECTIONS: tuple[tuple[Kind, regex.Pattern[str]], ...] = (
    ("patent", regex.compile(r"专利|知识产权")),
    ("paper", regex.compile(r"论文|论著|著作|发表|出版")),
    ("award", regex.compile(r"获奖|奖励|表彰|荣誉|奖项")),
    ("project", regex.compile(r"项目|课题|科研")),
)
_HEADS = {
    "number": regex.compile(r"^序号$|^编?号$"),
    "kind": regex.compile(r"^(?:成果|业绩|材料)?(?:类别|类型)$"),
    "award": regex.compile(
        r"(?:奖励|奖项|获奖|荣誉|表彰|称号)[\u4e00-\u9fff、()]{0,8}(?:名称|称号|项目|情况|等级|内容|成果)|"
        r"^(?:何种奖励|获何奖励|奖项|荣誉称号|获奖名称及等级|奖励名称)$"
    ),
    "paper": regex.compile(
        r"(?:论文|著作|论著|文章|作品)[\u4e00-\u9fff、()/]{0,8}(?:题目|名称|标题|题名)|^(?:题目|题名|论文|"
        r"标题|论文题目|著作名称)$"
    ),
    "patent": regex.compile(r"(?:专利|知识产权|发明)(?:项目)?(?:名称)"),
    "project": regex.compile(r"(?:项目|课题|工程|科研)[\u4e00-\u9fff、()/]{0,8}(?:名称|内容)|^(?:项目|课题)$|工作名称"),
    "journal": regex.compile(r"刊物|期刊|杂志|出版社|报刊|何处发表|发表于|刊名|登载"),
    "patent_number": regex.compile(r"专利(?:登记)?号|授权号|证书号"),
    "project_number": regex.compile(r"(?:项目|课题)编号"),
    "grade": regex.compile(r"^(?:获奖|奖励|奖项)?(?:等级|等次|级别)$"),
    "date": regex.compile(r"(?:时间|日期|年月|年份|期号|卷期|起止)(?:\([^)]*\))?$|^(?:年度|刊期)$"),
    "rank": regex.compile(
        r"排名|位次|名次|排序|次序|第几|作者(?:位次|排序|次序)?$|署名|独著|合著|合\(独\)[著译]|完成人|本人(?:作用|角色|"
        r"承担)|角色|承担(?:任务|角色|工作)|作用|职责"
    ),
    "office": regex.compile(
        r"(?:授予|颁奖|授奖|发证|批准|下达|颁发|表彰|主办|来源)(?:单位|机关|部门|机构)?$|^(?:单位|机关|部门)$"
    ),
    "name": regex.compile(r"^(?:成果|业绩|材料)?名称(?:[及和与、(/][\u4e00-\u9fff、)]{1,10})?$|^成果名称|^内容$"),
    "note": regex.compile(r"^备注$|^.{0,6}(?:字数|检索|收录|刊号|经费|佐证|页码|效益|完成情况|状态).{0,4}$"),
}
_MAIN: tuple[Kind, ...] = ("patent", "paper", "award", "project")
_KEY = regex.compile(r"(?<!\d)(?:19|20)\d\d\s?(?:[年.\-/]|$)|^\d{1,2}[.、]?$|二[〇○零]")
_WORDED = regex.compile(r"\p{Han}{2}|[A-Za-z]{3}")
_NOTHING = regex.compile(r"^(?:无|暂无|/|-+|以下空白|此表可续页?|\.|空白)$")
_NUMBERED = regex.compile(r"^\s*(?:\d{1,2}\t|[(（]?\d{1,2}[)）.、．]|[①-⑳]|[一二三四五六七八九十]+[、.])\s*")
_OTHER_SECTION = regex.compile(
    r"^\s*(?:第?[一二三四五六七八九十]+[、.部]|[(][一二三四五六七八九十]+[)])[^《》,。;\d]{2,22}$"
)


class _Place(NamedTuple):
    """Where on a page a section begins."""

    kind: Kind
    line: int  # index into ``PageView.lines``


def claims(views: Sequence[PageView]) -> list[Fact]:
    """Every claimed row, counted through the whole form from item 1."""
    rows: list[list[Fact]] = []
    section: Kind | None = None
    for view in views:
        found = [t for t in tables(view, _HEADS, _KEY) if _is_claims(t) or t.names & {"name"}]
        found = sorted([*found, *_lists(view, found)], key=lambda t: t.top)
        places = _sections(view)
        for table in found:
            kind = _before(places, view, table.top) or section
            rows += [row for r in table.rows if (row := list(_of_row(r, table, _beside(view, r) or kind)))]
        rows += _listed(view, places, found, section)
        rows += _patents_said(view, found)
        section = places[-1].kind if places else section
    return [msgspec.structs.replace(f, item=item) for item, row in enumerate(rows, 1) for f in row]


def _is_claims(table: Table) -> bool:
    return bool(table.names & set(_MAIN)) and len(table.names) >= 2


_LIST_HEAD = regex.compile(r"[\u4e00-\u9fff、()]{0,8}(?:名称|题目|标题|题名)")
_LIST_END = regex.compile(r"^[^,。;]{2,12}:|(?:意见|承诺|声明|签字|签名|盖章)[:：]?$")


def _lists(view: PageView, found: Sequence[Table]) -> Iterator[Table]:
    """Ruled tables of a single column, by their head (项目名称)."""
    for cell in view.cells:
        kind = next((k for k in _MAIN if _HEADS[k].search(cell.text)), None)
        if kind is None or not _LIST_HEAD.fullmatch(cell.text) or not _fills_its_row(view, cell):
            continue
        if any(t.top <= cell.box.center[1] <= t.bottom for t in found):
            continue
        rows: list[Row] = []
        below = under(view, cell)
        while below is not None and _fills_its_row(view, below) and not _ends_list(below.text):
            if below.words:
                rows.append(Row(view.page, {kind: below.passage}, below.passage, below.box))
            below = under(view, below)
        if rows:
            column = Column(kind, cell.box, cell.box.x0, cell.box.x1)
            yield Table((column,), tuple(rows), cell.box.y0, rows[-1].box.y1)


def _fills_its_row(view: PageView, cell: Cell) -> bool:
    middle = cell.box.center[1]
    return not any(c is not cell and c.box.y0 < middle < c.box.y1 for c in view.cells)


def _ends_list(text: str) -> bool:
    """Whether a cell is the head of what comes next, or a place to sign."""
    section = len(text) <= 8 and any(p.search(text) for _, p in _SECTIONS)
    return section or bool(_LIST_END.search(text) or _LIST_HEAD.fullmatch(text))


def _sections(view: PageView) -> list[_Place]:
    """Headings of sections: short lines that name a kind of achievement and are no row of heads."""
    places = []
    for index, line in enumerate(view.lines):
        text = tight(line.text)
        if len(text) > 30 or len(line.text.split("\t")) > 2 or (_NUMBERED.match(line.text) and len(text) > 22):
            continue
        kind = next((k for k, p in _SECTIONS if p.search(text)), None)
        if kind and not regex.search(r"[。；;]|《|\d{4}", text):
            places.append(_Place(kind, index))
    return places


def _before(places: Sequence[_Place], view: PageView, y: float) -> Kind | None:
    above = [p for p in places if view.lines[p.line].box.y0 < y]
    return above[-1].kind if above else None


def _beside(view: PageView, row: Row) -> Kind | None:
    """The kind that the cell at the left names, merged over the rows it heads (课题项目)."""
    middle = row.box.center[1]
    level = [c for c in view.cells if c.box.y0 < middle < c.box.y1 and c.words]
    first = min(level, key=lambda c: c.box.x0, default=None)
    if first is None or not 2 <= len(first.text) <= 10 or first.text in {tight(c.text) for c in row.cells.values()}:
        return None
    return next((kind for kind, pattern in _SECTIONS if pattern.search(first.text)), None)


def _of_row(row: Row, table: Table, section: Kind | None) -> Iterator[Fact]:
    kind = _kind_of(row, table, section)
    if kind is None or row.across & {kind, "name"}:
        return
    cell = next((c for c in (row.cell(kind), row.cell("name")) if len(tight(c.text)) >= 3), row.cell(kind))
    if kind == "award" and not cell:
        cell = row.cell("project")
    title = values.long_text(cell)
    said = tight(str(title.value)) if title else ""
    if title is None or _NOTHING.match(said) or len(said) < 3 or not _WORDED.search(said):
        return
    main, number = _numbered(_unquoted(cell[title.start : title.end]), kind)
    yield fact(f"claimed_{kind}", main.tight().printed(), main)
    yield from number
    yield from _further(row, kind)


_NUMBER_AFTER = regex.compile(r"\s*\((?P<n>[^()]*\d[^()]*)\)\s*$|[\s,;、]+(?P<n>(?:ZL|zl)\s?[\d\s.Xx]{9,22})\s*$")
_CODE = regex.compile(r"(?=(?:.*\d){4})[A-Za-z0-9\-.\[\]〔〕号\s]{5,30}")


def _numbered(title: Passage, kind: Kind) -> tuple[Passage, list[Fact]]:
    """A project's or a patent's name without the number after it, and that number (名称(ZL 201721309479.2))."""
    match = _NUMBER_AFTER.search(title.text) if kind in ("project", "patent") else None
    number = title[slice(*match.span("n"))].strip() if match else title
    if match is None or match.start() < 3 or not _CODE.fullmatch(number.text):
        return title, []
    return title[: match.start()], [fact(f"claimed_{kind}_number", number.bare().text.upper(), number)]


def _kind_of(row: Row, table: Table, section: Kind | None) -> Kind | None:
    if "kind" in table.names:
        said = tight(row.cell("kind").text)
        named = next((k for k, p in _SECTIONS if p.search(said)), None)
        if named or (section is None and "patent_number" not in table.names):
            return named
    if "patent_number" in table.names and "patent" not in table.names and "paper" not in table.names:
        return "patent"
    own = [k for k in _MAIN if k in table.names]
    if section in own:
        return section
    if "award" in own and "project" in own:
        return "award"
    return own[0] if own else section


def _further(row: Row, kind: Kind) -> Iterator[Fact]:
    date = values.date(row.cell("date"))
    dated = {"award": "claimed_award_date", "paper": "claimed_paper_date"}.get(kind, f"claimed_{kind}_date")
    if date:
        yield fact(dated, date.value, row.cell("date"), date.start, date.end)
    rank = rank_in(row.cell("rank"))
    ranked = {"award": "claimed_award_rank", "paper": "claimed_author_rank"}.get(kind, f"claimed_{kind}_role")
    if kind in ("award", "paper") and rank:
        yield fact(ranked, rank.value, row.cell("rank").strip())
    elif kind in ("project", "patent") and (role := values.text(row.cell("rank"))):
        yield fact(ranked, role.value, row.cell("rank"), role.start, role.end)
    journal = values.long_text(row.cell("journal"))
    if kind == "paper" and journal:
        periodical = _without_issue(_unquoted(row.cell("journal")[journal.start : journal.end]))
        yield fact("claimed_journal", periodical.tight().printed(), periodical)
        if not date and (issue := values.date(row.cell("journal"))):
            yield fact("claimed_paper_date", issue.value, row.cell("journal"), issue.start, issue.end)
    for extra, name in (
        ("grade", "claimed_award_grade"),
        ("patent_number", "claimed_patent_number"),
        ("project_number", "claimed_project_number"),
    ):
        value = values.text(row.cell(extra))
        if value and name.startswith(f"claimed_{kind}"):
            yield fact(name, value.value, row.cell(extra), value.start, value.end)


_ISSUE = regex.compile(
    r"[,，(]?\s?(?:第?\s?(?:19|20)\d\d|第\s?\d+\s?[卷期]|Vol|vol|\d+\(\d+\)|(?:ISSN|CN)\s?\d|(?:国[内际])?刊号).*$",
    regex.DOTALL,
)


def _without_issue(passage: Passage) -> Passage:
    """A journal's name without the year and number after it."""
    match = _ISSUE.search(passage.text)
    cut = passage[: match.start()].strip(",，(《》") if match and match.start() > 1 else passage
    return cut if cut else passage


def _unquoted(passage: Passage) -> Passage:
    """A title without the marks around it and without its running number."""
    match = _NUMBERED.match(passage.text)
    if match and match.end() < len(passage):
        passage = passage[match.end() :]
    if passage.text.startswith("《") and passage.text.endswith("》"):
        return passage[1:-1]
    if passage.text[:1] in '“"' and passage.text[-1:] in '”"':
        return passage[1:-1]
    return passage


def _listed(view: PageView, places: Sequence[_Place], found: Sequence[Table], section: Kind | None) -> list[list[Fact]]:
    """Claims written as numbered lines under a heading, outside tables."""
    rows: list[list[Fact]] = []
    current = section
    marks = {p.line: p.kind for p in places}
    entry: list[Line] = []
    for index, line in enumerate(view.lines):
        inside = any(t.top - 1 <= line.box.center[1] <= t.bottom + 1 for t in found)
        begins = bool(_NUMBERED.match(line.text))
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


def _patents_said(view: PageView, found: Sequence[Table]) -> list[list[Fact]]:
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
    match = _NUMBERED.match(passage.text)
    row = list(read_line((passage[match.end() :] if match else passage).tight(), kind))
    return [row] if row else []

"""Claims that a form lists in ruled rows of a single column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.forms.claim_sections import SECTIONS, Kind
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.ruled import Cell, under
from extractors.table_records import Column, Row, Table

_HEAD = regex.compile(r"[\u4e00-\u9fff、()]{0,8}(?:名称|题目|标题|题名)")
_SECTION_HEAD = regex.compile(
    r"(?:任现职(?:以来|后)|主持|参与|参加|承担|发表|出版|获得|取得|授权|拥有|主要|其他|代表性?|科研|教研|论文|论著|著作|"
    r"获奖|奖励|荣誉|表彰|项目|课题|专利|软件著作权|知识产权|情况|成果|及|或|和|与|、|的|[()/])+"
)
_NO_TITLE = regex.compile(r"[。;；:：]|^\(?[无略/]|见附件|附后|证书|^.{0,3}$")
_COLUMN_HEADS = regex.compile(r"^序号|(?:名称|题目|题名).*(?:时间|日期|排名|名次|年月)")
_END = regex.compile(r"^[^,。;]{2,12}:|(?:意见|承诺|声明|签字|签名|盖章)[:：]?$")


def lists(view: PageView, found: Sequence[Table]) -> Iterator[Table]:
    """Ruled tables of a single column, by their head (项目名称) or the heading of a section without one (专利), that
    stand in none of the tables ``found``."""
    for cell in view.cells:
        kind, headless = _kind(cell.text)
        if kind is None or not _fills_its_row(view, cell):
            continue
        if any(t.top <= cell.box.center[1] <= t.bottom for t in found):
            continue
        rows: list[Row] = []
        below = under(view, cell)
        while below is not None and _fills_its_row(view, below) and not _ends(below.text, headless):
            if below.words and not (headless and _NO_TITLE.search(below.text)):
                rows.append(Row(view.page, {kind: below.passage}, below.passage, below.box))
            below = under(view, below)
        if rows:
            column = Column(kind, cell.box, cell.box.x0, cell.box.x1)
            yield Table((column,), tuple(rows), cell.box.y0, rows[-1].box.y1)


def open_lists(view: PageView, found: Sequence[Table]) -> Iterator[Table]:
    """The same without rulings: a line that is a head of names and nothing else, and the lines right beneath it."""
    for at, line in enumerate(view.lines):
        text = tight(line.text)
        kind = _kind(text)[0] if _HEAD.fullmatch(text) else None
        if kind is None or any(t.top <= line.box.center[1] <= t.bottom for t in found):
            continue
        rows: list[Row] = []
        last = line.box
        for below in view.lines[at + 1 :]:
            said = tight(below.text)
            apart = below.box.y0 - last.y1 > 2.2 * view.em or abs(below.box.x0 - line.box.x0) > 2 * view.em
            if apart or len(below.words) > 1 or len(said) < 6 or _NO_TITLE.search(said) or _HEAD.fullmatch(said):
                break
            rows.append(Row(view.page, {kind: below.passage}, below.passage, below.box))
            last = below.box
        if rows:
            column = Column(kind, line.box, line.box.x0, line.box.x1)
            yield Table((column,), tuple(rows), line.box.y0, last.y1)


def _kind(text: str) -> tuple[Kind | None, bool]:
    """Which list a cell heads, and whether it is the heading of a section rather than of a column."""
    headless = not _HEAD.fullmatch(text)
    if headless and not _SECTION_HEAD.fullmatch(text):
        return None, False
    return next((kind for kind, pattern in SECTIONS if pattern.search(text)), None), headless


def kind_headed(text: str) -> Kind | None:
    """The kind of claims whose section a cell heads; None for the head of a column (项目名称)."""
    kind, headless = _kind(text)
    return kind if headless else None


def _fills_its_row(view: PageView, cell: Cell) -> bool:
    middle = cell.box.center[1]
    return not any(c is not cell and c.box.y0 < middle < c.box.y1 for c in view.cells)


def _ends(text: str, headless: bool) -> bool:
    """Whether a cell is the head of what comes next, or a place to sign; below a section's heading also a row of heads
    whose columns were not told apart."""
    if headless and _COLUMN_HEADS.search(text):
        return True
    section = len(text) <= 8 and any(pattern.search(text) for _, pattern in SECTIONS)
    return section or bool(_END.search(text) or _HEAD.fullmatch(text) or _SECTION_HEAD.fullmatch(text))

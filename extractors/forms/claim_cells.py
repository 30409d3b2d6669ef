"""Claims in the ruled cell beside a label that names their kind: 论文论著 | 1.《题目》… 2.《题目》…; 项目 | 名称."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.forms.claim_lists import kind_headed
from extractors.forms.claim_sections import NUMBERED, Kind
from extractors.forms.claim_texts import Span, entry
from extractors.layout import PageView, rows_of
from extractors.passage import Passage, of_words
from extractors.records import Fact
from extractors.ruled import Cell, right_of
from ingest.geometry import Box

_ONE_NAMED = ("项目名称", "课题名称", "工程名称")  # beside each of which a project stands, a row each
_OTHER_HEAD = regex.compile(
    r"(?:时间|日期|排名|名次|年月|等级|级别|单位|部门|来源|角色|作用|职责|位次|金额|经费|编号)$|[:：]"
)
_LEAST = 6  # characters of a project's name


def _is_name(cell: Cell | None) -> bool:
    return cell is not None and len(cell.text) >= _LEAST and not _OTHER_HEAD.search(cell.text)


_SHORT = 2.5  # times the usual height that a line ends before its cell does where it is the last of its entry


def in_cells(view: PageView, read: Sequence[Box]) -> Iterator[tuple[Span, list[list[Fact]]]]:
    """The claims of every such cell, and from where to where it reaches; ``read``: rows of tables that claimed
    something."""
    for label in view.cells:
        kind = kind_headed(label.text) if 2 <= len(label.text) <= 12 else None
        again = sum(1 for other in view.cells if other.text == label.text) > 1
        kind = kind or ("project" if again and label.text in _ONE_NAMED and _is_name(right_of(view, label)) else None)
        cell = right_of(view, label) if kind else None
        if kind is None or cell is None or not cell.words or right_of(view, cell) is not None:
            continue
        if any(box.intersection(cell.box) > 0 for box in read):
            continue
        rows = _entries(view, cell, kind)
        if rows:
            yield (cell.box.y0, cell.box.y1), rows


def _entries(view: PageView, cell: Cell, kind: Kind) -> list[list[Fact]]:
    rows: list[list[Fact]] = []
    lines: list[Passage] = []
    ended = False
    for words in rows_of(cell.words):
        line = of_words(view.page, words)
        if lines and (ended or NUMBERED.match(line.text)):
            rows += entry_of(lines, kind)
            lines = []
        lines.append(line)
        ended = words[-1].box.x1 < cell.box.x1 - _SHORT * view.em
    return [*rows, *entry_of(lines, kind)]


def entry_of(lines: Sequence[Passage], kind: Kind) -> list[list[Fact]]:
    """The claims of what stands beside a label; a sentence about projects names one only with its word."""
    rows = entry(lines, kind)
    if not rows and kind == "paper" and len(lines) == 1 and (alone := _TITLE.fullmatch(lines[0].text)):
        title = lines[0][slice(*alone.span("t"))]
        return [[fact("claimed_paper", title.printed(), title)]]
    told = any(_SENTENCE.search(_ASIDE.sub("", line.text.strip())) for line in lines)
    return [r for r in rows if not (told and kind == "project" and not _PROJECT.search(str(r[0].value)))]


_TITLE = regex.compile(  # with nothing beside it
    r"\s*(?:\d{1,2}[.、]\s?)?(?P<t>(?!.*(?:发表|作者|论文|撰写|期刊|附件|\d\s?余?篇|[一二两三四五六七八九十]篇))\p{Han}[^,;。:《》()\t]{7,50})\s*"
)
_ASIDE = regex.compile(r"\([^()]*\)")
_SENTENCE = regex.compile(r"[,，。;；](?=.)")
_PROJECT = regex.compile(r"(?:项目|课题|工程|研究|专项|计划|推广|应用|建设|开发|示范|试验)$")

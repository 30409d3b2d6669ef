"""Marks that a program sets into gaps of other words."""

from __future__ import annotations

import msgspec

from extractors.layout import PageView
from ingest.geometry import Box
from ingest.records import Page, Word
from tests.extractors.pages import word


def edged(x: float, text: str) -> Word:
    """A word of characters as wide as high, its spaces half as wide."""
    edges = [x]
    for character in text:
        edges.append(edges[-1] + (6 if character == " " else 12))
    box = Box(x, 100, edges[-1], 112)
    return Word(text=text, box=box, size=12.0, edges=tuple(edges))


def line(*words: Word) -> str:
    page = Page(file="a.pdf", number=1, width=595, height=842, source="text", words=words)
    return "".join(PageView(page).text.split())


def test_marks_from_another_font_stand_where_they_are_printed() -> None:
    mark = msgspec.structs.replace(word(98, 98, "“", 6.0), box=Box(98, 99, 102, 107))
    assert line(edged(60, "月,在 红阳"), mark, edged(150, "三号")) == "月,在“红阳三号"


def test_a_word_with_a_space_and_no_mark_in_it_stays_whole() -> None:
    mark = msgspec.structs.replace(word(300, 98, "”", 6.0), box=Box(300, 99, 304, 107))
    page = Page(file="a.pdf", number=1, width=595, height=842, source="text", words=(edged(60, "姓名 张三"), mark))
    assert [w.text for w in PageView(page).words] == ["姓名 张三", "”"]

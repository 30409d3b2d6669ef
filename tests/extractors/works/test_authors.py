"""Author lines: every way of parting names, and lines that only look like them."""

from __future__ import annotations

import pytest

from extractors.passage import of_word
from extractors.works import authors, mixed_names
from ingest.geometry import Box
from ingest.records import Page, Word
from tests.extractors.pages import placed

PAGE = Page(file="a.pdf", number=1, width=595, height=842, source="text")


def line(text: str):
    return of_word(PAGE, Word(text=text, box=Box(0, 0, 500, 12)))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李 明1,2，张 伟1*，王小红2", ("李明", "张伟", "王小红")),
        ("李　明", ("李明",)),
        ("李 明 张 伟", ("李明", "张伟")),
        ("文/李明", ("李明",)),
        ("作者：欧阳小明、刀美兰", ("欧阳小明", "刀美兰")),
        ("李明①，王红②", ("李明", "王红")),
        ("扎西·尼玛，李红", ("扎西·尼玛", "李红")),
        ("李 小 明", ("李小明",)),
        ("李明1)　王红2)", ("李明", "王红")),
        ("岩温，玉香", ("岩温", "玉香")),
    ],
)
def test_chinese_author_lines(text: str, names: tuple[str, ...]) -> None:
    found = authors.chinese(line(text))
    assert found is not None and found.names == names


@pytest.mark.parametrize(
    "text", ["和对策研究", "的应用", "云南农业大学", "研究进展", "摘　要", "教研室 李桂香", "第34卷", "2019年6月"]
)
def test_other_lines_are_not_authors(text: str) -> None:
    assert authors.chinese(line(text)) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hao Yan, Shou Li and Zheng Gong", ("Hao Yan", "Shou Li", "Zheng Gong")),
        ("Patrick N.J. Greena,c,*, Alice E. Whiteb,c, Lu Zhangb", ("Patrick N.J. Green", "Alice E. White", "Lu Zhang")),
        ("J. M. Smith, A. de la Cruz & B.-H. Lee", ("J. M. Smith", "A. de la Cruz", "B.-H. Lee")),
        ("LI Ming1, ZHANG Wei2*", ("LI Ming", "ZHANG Wei")),
    ],
)
def test_latin_author_lines(text: str, names: tuple[str, ...]) -> None:
    found = authors.latin(line(text))
    assert found is not None and found.names == names


@pytest.mark.parametrize(
    "text", ["Example University, Kunming", "Journal of Tests 310 (2005)", "Overview of the Method"]
)
def test_other_latin_lines_are_not_authors(text: str) -> None:
    assert authors.latin(line(text)) is None


def test_superscripts_are_left_out_by_their_size() -> None:
    view = placed([(70, 60, "Lu Zhang", 12), (118, 58, "b,c", 7), (130, 60, ", Wei Chen", 12), (190, 58, "a", 7)])
    found = authors.latin(view.lines[0].passage)
    assert found is not None and found.names == ("Lu Zhang", "Wei Chen")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("罗小明 1,2 ，李桂芳 2 ，Mary A. Brown，王红 1", ("罗小明", "李桂芳", "Mary A. Brown", "王红")),
        ("John Smith1*、罗小明2", ("John Smith", "罗小明")),
    ],
)
def test_people_with_chinese_and_with_latin_names_in_one_list(text: str, names: tuple[str, ...]) -> None:
    found = mixed_names.listed(line(text))
    assert found is not None and found.names == names


@pytest.mark.parametrize("text", ["基于 Spring Boot，系统设计", "罗小明，Yunshan University", "王红 Python 教学"])
def test_words_in_latin_letters_are_no_people(text: str) -> None:
    assert mixed_names.listed(line(text)) is None

"""What proves who wrote a book or a part of one: letters, title pages, colophons; all text made up."""

from __future__ import annotations

import pytest

from extractors.classify import best
from tests.extractors.pages import lined
from tests.extractors.reading import has, read


def test_a_publishers_letter() -> None:
    page = lined(
        "# 出版证明",
        "云山县人民医院：",
        "  兹证明和小兰同志为我社2021年8月出版的《山区儿童常见病护理》",
        "（ISBN 978-7-000-00001-7）一书的副主编，该书共43万字，其中本人撰写5万字。",
        "特此证明。",
        "  云山人民出版社",
        "  2021年11月16日",
    )
    expected = {"authors": ("和小兰",), "title": "山区儿童常见病护理", "author_role": "副主编", "year": "2021"}
    expected |= {"isbn": "978-7-000-00001-7", "issuer": "云山人民出版社", "issue_date": "2021-11-16"}
    has(read("book_pages", page), expected)


@pytest.mark.parametrize(
    ("said", "people", "role"),
    [
        (
            "阿依古丽·买买提同志参加了《山区教学实录》一书的编写工作（云山教育出版社，2014年6月出版）。",
            ("阿依古丽·买买提",),
            "编写",
        ),
        ("《山区教学实录》一书由罗小明、和志强合著，2014年6月由云山教育出版社出版。", ("罗小明", "和志强"), "合著"),
        ("罗小明老师担任《山区教学实录》（云山教育出版社，2014年6月出版）一书编委，编写第二章。", ("罗小明",), "编委"),
    ],
)
def test_an_editorial_boards_letter(said: str, people: tuple[str, ...], role: str) -> None:
    page = lined("# 编写证明", said[:30], said[30:], "特此证明。", "《山区教学实录》编写委员会", "2014年8月25日")
    expected = {"authors": people, "title": "山区教学实录", "author_role": role, "publisher": "云山教育出版社"}
    expected |= {"year": "2014", "issuer": "《山区教学实录》编写委员会", "issue_date": "2014-08-25"}
    has(read("book_pages", page), expected)


@pytest.mark.parametrize(
    "said",
    [
        "罗小明同志在我校工作，主编校报，认真负责。",
        "罗小明的论文《山区教学实录》已被我刊录用，拟于2014年第3期出版，ISSN 1000-0000。",
        "罗小明同志为《山区教学技术规范》（DB00/T 100—2019）主要起草人，负责第二章的编写。",
    ],
)
def test_other_proofs_are_none(said: str) -> None:
    page = lined("# 证明", said, "特此证明。", "云山县第一中学", "2014年8月25日")
    assert best(page).type != "book_pages"


@pytest.mark.parametrize("line", ["主编  罗小明", "主  编：罗小明", "罗小明  主编"])
def test_a_title_page(line: str) -> None:
    page = lined("# 云岭丛书", "# 山区教学实录", line, "副主编  和小兰  杨志诚", "云山教育出版社")
    expected = {"title": "山区教学实录", "authors": ("罗小明",), "author_role": "主编", "publisher": "云山教育出版社"}
    has(read("book_pages", page), expected)


def test_an_old_colophon_set_in_one_size() -> None:
    page = lined(
        "山区教学实录",
        "SHANQU JIAOXUE SHILU",
        "罗小明  主编",
        "云山教育出版社出版",
        "开本：787×1092 1/32  印张：5.5",
        "1989年5月第1版  1989年5月第1次印刷",
        "ISBN 7-5416-0000-1/S·10  定价：2.10元",
    )
    has(read("book_pages", page), {"title": "山区教学实录", "authors": ("罗小明",), "year": "1989"})


def test_an_editor_named_in_a_short_notice_is_no_book() -> None:
    assert best(lined("# 通知", "主编  罗小明", "请各部门按时交稿。", "云山县文化馆")).type != "book_pages"

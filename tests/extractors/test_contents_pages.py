"""Contents pages, imprints and covers of journals, each office's its own way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from extractors.layout import PageView
from extractors.records import Fact, FactValue
from extractors.works.contents_lines import entry
from tests.extractors.pages import Placed, lined, placed, width_of
from tests.extractors.reading import facts_of, read, rows

TITLES = ("岭谷坡耕地水土流失特征", "高海拔旱作马铃薯密度试验", "云山县农村饮水安全评价")
PEOPLE = (("马成林", "段晓"), ("和丽芳",), ("施文斌", "白云", "刀玉罕"))
FIRST = ("1", "9", "17")
DOTS = "…" * 12


def papers(found: Sequence[Fact]) -> list[tuple[FactValue, FactValue, FactValue]]:
    return [(row["title"], row["authors"], row["page_range"]) for row in rows(list(found))]


LISTED: list[tuple[FactValue, FactValue, FactValue]] = list(zip(TITLES, PEOPLE, FIRST, strict=True))


def test_the_word_for_contents_beside_the_name_and_the_issue() -> None:
    lines = [f"{t}{DOTS}{' '.join(p)}({n})" for t, p, n in zip(TITLES, PEOPLE, FIRST, strict=True)]
    found = facts_of("journal_pages", lined("云山农艺  目 次 CONTENTS  2019年第3期(总第87期)", *lines))
    assert papers(found) == LISTED
    assert {f.name: f.value for f in found if not f.item} == {"journal": "云山农艺", "year": "2019", "issue": "3"}


def names_and_page_under_the_title() -> list[str]:
    return [part for t, p, n in zip(TITLES, PEOPLE, FIRST, strict=True) for part in (t, f"{DOTS}{'，'.join(p)}（{n}）")]


def page_before_the_title() -> list[str]:
    return [part for t, p, n in zip(TITLES, PEOPLE, FIRST, strict=True) for part in (f"{n}  {t}", "  ".join(p))]


def page_after_leaders() -> list[str]:
    return [part for t, p, n in zip(TITLES, PEOPLE, FIRST, strict=True) for part in (f"{t}{DOTS}{n}", " ".join(p))]


def page_in_brackets_before_names_after_a_slash() -> list[str]:
    return [f"（{n}） {t} / {' '.join(p)}" for t, p, n in zip(TITLES, PEOPLE, FIRST, strict=True)]


def page_in_tortoise_shell_brackets() -> list[str]:
    return [f"{t}{DOTS}{' '.join(p)}〔{n}〕" for t, p, n in zip(TITLES, PEOPLE, FIRST, strict=True)]


@pytest.mark.parametrize(
    "lines",
    [
        names_and_page_under_the_title(),
        page_before_the_title(),
        page_after_leaders(),
        page_in_brackets_before_names_after_a_slash(),
        page_in_tortoise_shell_brackets(),
    ],
)
def test_names_and_pages_on_lines_of_their_own(lines: list[str]) -> None:
    assert papers(facts_of("journal_pages", lined("# 目录", "《云山医学》 2017年 第12卷 第9期", *lines))) == LISTED


def test_leaders_longer_than_any_title() -> None:
    (line,) = lined(f"{TITLES[0]}{'.' * 170}马成林 段晓(1)").lines
    found = entry(line)
    assert found is not None and found.signed is not None
    assert (found.title.text, found.signed.text) == (TITLES[0], "马成林 段晓")


def test_a_page_number_that_a_scan_lost() -> None:
    lines = page_after_leaders()
    lines[0] = lines[0].removesuffix("1")
    found = facts_of("journal_pages", lined("# 目录", "云山医学  2017年第9期", *lines, source="ocr"))
    assert [f.value for f in found if f.name == "authors"] == list(PEOPLE)
    assert [f.value for f in found if f.name == "page_range"] == ["9", "17"]


def test_names_that_a_scan_ran_together_are_no_part_of_a_title() -> None:
    lines = [f"{TITLES[0]}{DOTS}段晓东马丽(1)", f"{TITLES[1]}  李春梅王云  (9)", f"{TITLES[2]}{DOTS}和丽芳(17)"]
    found = facts_of("journal_pages", lined("# 目次", "云山医学  2017年第9期", *lines, source="ocr"))
    assert [f.value for f in found if f.name == "title"] == list(TITLES)


BESIDE = (
    "主管单位：云山省水利厅",
    "主办单位：云山省水利学会",
    "ISSN 1007-4321",
    "CN 53-1176/S",
    "2020年8月15日出版",
    "定价：10.00元",
)


def beside(imprint: float, contents: float) -> PageView:
    items: list[Placed] = [(imprint, 50.0, "云山水利", 20.0), (contents, 54.0, "目次 CONTENTS", 16.0)]
    items.append((imprint, 76.0, "2020年第4期", 9.0))
    for i, (title, people, page) in enumerate(zip(TITLES, PEOPLE, FIRST, strict=True)):
        items += [(contents, 100.0 + 36 * i, page), (contents + 26, 100.0 + 36 * i, title)]
        items.append((contents + 26, 118.0 + 36 * i, " ".join(people), 10.0))
    items += [(imprint, 101.0 + 18 * i, line, 9.0) for i, line in enumerate(BESIDE)]
    return placed(items)


@pytest.mark.parametrize("view", [beside(50.0, 220.0), beside(420.0, 50.0)])
def test_an_imprint_in_a_column_beside_the_contents(view: PageView) -> None:
    found = facts_of("journal_pages", view)
    assert papers(found) == LISTED
    head = {f.name: f.value for f in found if not f.item}
    assert (head["sponsor"], head["supervisor"]) == ("云山省水利学会", "云山省水利厅")
    assert (head["journal"], head["issue_date"], head["issue"]) == ("云山水利", "2020-08-15", "4")
    assert (head["issn"], head["cn_number"]) == ("1007-4321", "CN53-1176/S")


def test_values_under_their_labels_beside_the_contents() -> None:
    left = ("主管单位", "云山省中医药局", "主办单位", "云山民族医药学会", "出版日期", "2018年12月20日")
    items: list[Placed] = [
        (50.0, 50.0, "民族医药", 20.0),
        (220.0, 54.0, "目录", 18.0),
        (50.0, 76.0, "2018年第4期", 9.0),
    ]
    items += [(50.0, 100.0 + 18 * i, line, 9.0) for i, line in enumerate(left)]
    for i, (title, people, page) in enumerate(zip(TITLES, PEOPLE, FIRST, strict=True)):
        names = " ".join(people)
        items += [(220.0, 100.0 + 36 * i, title), (520.0, 100.0 + 36 * i, page)]
        items.append((530.0 - width_of(names, 10.0), 118.0 + 36 * i, names, 10.0))
    found = facts_of("journal_pages", placed(items))
    assert papers(found) == LISTED
    head = {f.name: f.value for f in found if not f.item}
    assert (head["supervisor"], head["sponsor"]) == ("云山省中医药局", "云山民族医药学会")
    assert head["issue_date"] == "2018-12-20"


def test_an_imprint_under_the_contents_is_no_entry() -> None:
    lines = [*page_before_the_title(), "主办单位  云山省文化馆  国际标准连续出版物号  ISSN 1674-2319"]
    found = facts_of("journal_pages", lined("# 目录", "云山文化  2017年第9期", *lines))
    assert papers(found) == LISTED
    assert next(f.value for f in found if f.name == "sponsor") == "云山省文化馆"


def test_a_title_that_ends_under_its_names() -> None:
    long = "岭谷区软土地基处理方法比较与工程应用实例"
    items: list[Placed] = [(60.0, 50.0, "目录", 20.0), (60.0, 80.0, "云山交通 2019年第2期")]
    items += [(60.0, 110.0, long), (480.0, 110.0, "(3)"), (330.0, 119.0, "马成林 段晓", 11.0), (60.0, 128.0, "分析")]
    for i, (title, people) in enumerate(zip(TITLES, PEOPLE, strict=True)):
        items += [(60.0, 160.0 + 24 * i, title), (330.0, 160.0 + 24 * i, " ".join(people))]
        items.append((480.0, 160.0 + 24 * i, f"({20 + i})"))
    found = facts_of("journal_pages", placed(items))
    assert [f.value for f in found if f.name == "title"] == [long + "分析", *TITLES]


def test_an_imprint_whose_label_for_the_volume_is_no_name() -> None:
    view = lined(
        "刊　　名  高山农机化", "刊　　期  月刊", "主管单位  云山省农业厅", "出版日期  2022年6月10日",
        "国际标准连续出版物号  ISSN 1005-7641", "国内统一连续出版物号  CN 53-1092/S", "邮发代号  64-17",
        "卷期  2022年第6期（第44卷，总第312期）",
    )  # fmt: skip
    found = read("journal_pages", view)
    assert (found["journal"], found["volume"], found["issue"]) == ("高山农机化", "44", "6")
    assert found["issue_date"] == "2022-06-10"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("主办云山省水利学会", "sponsor", "云山省水利学会"),
        ("云山师范大学　主办", "sponsor", "云山师范大学"),
        ("主管：云山省教育厅主编：方远", "supervisor", "云山省教育厅"),
        ("2023年第2期(总第208期)　2023年4月出版", "issue_date", "2023-04"),
    ],
)
def test_what_stands_at_the_word_for_it(line: str, name: str, value: str) -> None:
    view = lined(
        "# 云山林学研究", "（双月刊）", "2023年 第51卷 第2期", line, "ISSN 1672-8319", "CN 53-1149/S", "定价：9.00元"
    )
    found = read("journal_pages", view)
    assert (found["journal"], found[name]) == ("云山林学研究", value)


def test_names_too_many_for_their_cell_stand_above_and_under_their_title() -> None:
    page = placed(
        [
            (250, 53, "目  次", 20),
            (51, 129, "岭谷坡耕地水土流失特征", 10),
            (380, 129, "马成林", 10),
            (520, 129, "(e0901)", 10),
            (342, 151, "鲁茸江楚#，此里卓玛#，杨志", 10),
            (51, 160, "高海拔旱作马铃薯密度试验", 10),
            (520, 160, "(e0906)", 10),
            (342, 168, "新", 10),
            (51, 191, "云山县农村饮水安全评价", 10),
            (380, 191, "施文斌", 10),
            (520, 191, "(e0911)", 10),
        ]
    )
    assert papers(facts_of("journal_pages", page)) == [
        ("岭谷坡耕地水土流失特征", ("马成林",), "e0901"),
        ("高海拔旱作马铃薯密度试验", ("鲁茸江楚", "此里卓玛", "杨志新"), "e0906"),
        ("云山县农村饮水安全评价", ("施文斌",), "e0911"),
    ]


def test_names_that_go_on_under_their_own_row_stay_with_it() -> None:
    page = placed(
        [
            (250, 53, "目  次", 20),
            (51, 129, "岭谷坡耕地水土流失特征", 10),
            (342, 129, "马成林，段晓，", 10),
            (520, 129, "(1)", 10),
            (342, 142, "和丽芳", 10),
            (51, 160, "高海拔旱作马铃薯密度试验", 10),
            (342, 160, "施文斌", 10),
            (520, 160, "(9)", 10),
            (51, 191, "云山县农村饮水安全评价", 10),
            (342, 191, "白云", 10),
            (520, 191, "(17)", 10),
        ]
    )
    assert papers(facts_of("journal_pages", page)) == [
        ("岭谷坡耕地水土流失特征", ("马成林", "段晓", "和丽芳"), "1"),
        ("高海拔旱作马铃薯密度试验", ("施文斌",), "9"),
        ("云山县农村饮水安全评价", ("白云",), "17"),
    ]

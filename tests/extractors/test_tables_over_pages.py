"""Tables whose rows go on at the top of the next page, under heads that stand on the page before."""

from __future__ import annotations

import pytest
import regex

from extractors.carried import tables_by_page
from extractors.classify import best
from extractors.layout import PageView
from extractors.segment import cut
from tests.extractors.pages import Placed, gridded, lined, placed, ruled
from tests.extractors.reading import facts_of, rows

WIDTHS = (40.0, 180.0, 120.0, 70.0, 60.0)
HEADS = ["序号", "论文题目", "刊物", "发表时间", "排名"]
FIRST = ["1", "浅谈识字教学", "云山教育", "2018-06", "第1"]
SECOND = ["2", "乡村学校作业设计", "边城教育", "2019-04", "第2"]
FORM: list[Placed] = [(200, 40, "职称申报表", 18), (60, 80, "姓名：罗小明", 11), (60, 700, "五、论文发表情况", 11)]
KNOWN = {"number": regex.compile("^序号$"), "name": regex.compile("题目$"), "date": regex.compile("时间$")}


def over_pages(*on_first: list[str], top: float = 720.0, foot: str = "第1页") -> PageView:
    return gridded(WIDTHS, [HEADS, *on_first], above=[*FORM, (280, 815, foot, 9)], top=top, pitch=24)


def going_on(
    *held: list[str], widths: tuple[float, ...] = WIDTHS, above: tuple[Placed, ...] = (), top: float = 64.0
) -> PageView:
    return gridded(widths, list(held), above=above, top=top, left=72, pitch=24, number=2)


@pytest.mark.parametrize("on_first", [(), (FIRST,)])
def test_rows_under_heads_on_the_page_before_are_claims(on_first: tuple[list[str], ...]) -> None:
    rest = [row for row in (FIRST, SECOND) if row not in on_first]
    claimed = rows(facts_of("application_form", over_pages(*on_first), going_on(*rest)))
    assert [(r["claimed_paper"], r["claimed_journal"], r["claimed_author_rank"]) for r in claimed] == [
        ("浅谈识字教学", "云山教育", "1"),
        ("乡村学校作业设计", "边城教育", "2"),
    ]


def test_a_table_may_go_on_over_several_pages() -> None:
    views = [over_pages(), *(going_on(*([FIRST] * 28)) for _ in range(2)), going_on(SECOND)]
    pages = [[len(t.rows) for t in found] for _, found in tables_by_page(views, KNOWN)]
    assert pages == [[], [28], [28], [1]]


def test_a_numbered_section_at_the_top_of_a_page_goes_on_with_the_form() -> None:
    first = lined("# 云山省新闻系列高级职称评审表", "1 基本信息", "姓名：罗小明  性别：男", "申报职称：主任记者")
    second = gridded(
        (110.0, 380.0),
        [["年度考核", "2018年度考核合格，2019年度考核优秀"], ["继续教育", "2014—2019年继续教育每年90学时以上"]],
        above=[(60, 52, "3 任现职以来业绩", 12.8)],
        number=2,
    )
    assert [part.type for part in cut([first, second])] == ["application_form"]


def test_a_title_of_two_sizes_is_one() -> None:
    view = placed(
        [
            (150, 48, "高技能人才申报工程技术人才职称", 14),
            (185, 72, "评审申报表", 28),
            *ruled(
                (80, 160, 80, 160), [["姓名", "罗小明", "性别", "男"], ["申报职称", "工程师", "学历", "专科"]], top=120
            ),
        ]
    )
    assert best(view).type == "application_form"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(over_pages(top=500.0, foot="以上内容属实"), going_on(SECOND), id="something stands below"),
        pytest.param(
            over_pages(), going_on(SECOND, above=((60, 90, "六、其他"),), top=120), id="something stands above"
        ),
        pytest.param(
            over_pages(), going_on(["单位意见", "同意推荐"], widths=(90.0, 380.0)), id="a table of other columns"
        ),
    ],
)
def test_another_table_at_the_top_of_a_page_is_no_rest(before: PageView, after: PageView) -> None:
    pages = list(tables_by_page([before, after], KNOWN))
    assert not pages[1][1]


@pytest.mark.parametrize("head", ["项目", "类别"])
def test_claims_of_several_kinds_in_one_table(head: str) -> None:
    view = gridded(
        (50.0, 260.0, 80.0, 90.0),
        [
            [head, "内容", "时间", "排名"],
            ["科研", "乡镇居家护理适宜技术推广", "2015.06", "第2"],
            ["获奖", "云山州科学技术进步三等奖", "2018年11月", "第5（9人）"],
            ["论文", "老年患者药盒管理的效果观察，护理学杂志", "2019年3月", "第一作者"],
            ["论文", "护理，从细微处开始", "2017年3月", "第二作者"],
        ],
        above=[(200, 40, "职称申报表", 18), (60, 80, "姓名：罗小明", 11)],
    )
    project, award, paper, plain = rows(facts_of("application_form", view))
    assert project["claimed_project"] == "乡镇居家护理适宜技术推广"
    assert (award["claimed_award"], award["claimed_award_rank"]) == ("云山州科学技术进步三等奖", "5")
    assert (paper["claimed_paper"], paper["claimed_journal"]) == ("老年患者药盒管理的效果观察", "护理学杂志")
    assert plain["claimed_paper"] == "护理，从细微处开始" and "claimed_journal" not in plain

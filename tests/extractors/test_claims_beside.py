"""Claims of a form behind labels: in a ruled cell or a line, one or several, and what claims nothing."""

from __future__ import annotations

import pytest

from extractors.types.application_form import EXTRACTOR as FORM
from tests.extractors.pages import gridded, lined

TITLE = "# 职称申报简表"
KINDS = ("claimed_project", "claimed_award", "claimed_paper", "claimed_patent")


def claimed(view) -> list[tuple[str, str]]:
    return [(f.name, str(f.value)) for f in FORM.facts([view]) if f.name in KINDS]


def cell(label: str, text: str):
    return gridded((90, 400), [["姓名", "罗小明"], [label, text]], above=[(200, 50, "职称申报简表", 20.0)])


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("科研项目  主持“隧洞突泥处置技术研究”（2019—2021）", [("claimed_project", "隧洞突泥处置技术研究")]),
        (
            "获奖情况：2020年云南省科技进步奖三等奖（第2完成人）；2016年度某市优秀工程师",
            [("claimed_award", "云南省科技进步奖三等奖"), ("claimed_award", "某市优秀工程师")],
        ),
        ("发表论文：《红黏土边坡稳定分析》，岩土力学，2019年第3期", [("claimed_paper", "红黏土边坡稳定分析")]),
        ("专利：一种边坡监测装置（ZL201920123456.7）", [("claimed_patent", "一种边坡监测装置")]),
        ("论文情况：以第一作者在核心期刊发表论文，反响良好", []),
        ("获奖情况：无", []),
        ("项目经历：先后参与多项重点工程，得到业主好评", []),
        ("项目名称  起止时间  本人角色", []),
    ],
)
def test_a_line_behind_its_label(line: str, found: list[tuple[str, str]]) -> None:
    assert claimed(lined(TITLE, "姓名  罗小明", line)) == found


def test_what_a_label_says_goes_on_in_the_lines_below_and_ends_at_the_next_label() -> None:
    view = lined(
        TITLE,
        "获奖情况：1.2020年某市科技进步奖二等奖；",
        "2.2018年某县优秀教师",
        "单位意见：推荐",
    )
    assert [value for _, value in claimed(view)] == ["某市科技进步奖二等奖", "某县优秀教师"]


def test_a_journal_without_quotation_marks() -> None:
    facts = FORM.facts([lined(TITLE, "发表论文：《红黏土边坡稳定分析》，岩土力学，2019年第3期，第一作者")])
    assert ("claimed_journal", "岩土力学") in {(f.name, f.value) for f in facts}


@pytest.mark.parametrize(
    ("label", "text", "values"),
    [
        (
            "科研项目",
            "1.突泥处置技术研究（主持）；\n2.高原湖泊底泥固化（参与，第3）",
            ["突泥处置技术研究", "高原湖泊底泥固化"],
        ),
        ("获奖情况", "2020年甲市科技进步三等奖；2018年乙县二等奖", ["甲市科技进步三等奖", "乙县二等奖"]),
        ("代表论文", "红黏土边坡稳定分析", ["红黏土边坡稳定分析"]),
        ("代表论文", "共发表论文五篇见附件", []),
        (
            "获奖情况",
            "2020年甲市科技进步三等奖；排名第二，证书在案",
            ["甲市科技进步三等奖"],
        ),  # a remark on the one before
    ],
)
def test_several_claims_in_one_cell(label: str, text: str, values: list[str]) -> None:
    assert [value for _, value in claimed(cell(label, text))] == values

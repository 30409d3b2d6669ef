"""Who a project's paper names: lists over lines, leaders who lead together, ranks in a column, several projects."""

from __future__ import annotations

import pytest

from extractors.grammar import names
from extractors.layout import PageView
from extractors.members import placed as with_applicant
from extractors.records import Document, Fact, FactValue
from extractors.types.project_proof import EXTRACTOR as PROJECT
from tests.checks.builders import document
from tests.extractors.pages import gridded, lined, placed, values_of

APPLICANT = "和志强"


def proof(view: PageView) -> Document:
    facts: tuple[Fact, ...] = tuple(PROJECT.facts([view]))
    card = document("identity_card", {"person_name": APPLICANT})
    made = Document(
        id="d02", file="b.pdf", pages=(1, 1), type="project_proof", confidence=1.0, source="text", sha256="0" * 64,
        facts=facts,
    )  # fmt: skip
    return with_applicant([card, made])[1]


def said(view: PageView, *wanted: str) -> list[str]:
    found = proof(view)
    return [found.value(name) for name in wanted]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("1.段宏 2.和志强 3.白玉兰", ("段宏", "和志强", "白玉兰")),
        ("赵明华、段宏、孔祥\n瑞、李云", ("赵明华", "段宏", "孔祥瑞", "李云")),
        ("周丽萍  段志宏\n李\t明", ("周丽萍", "段志宏", "李明")),
        ("刀 玉 罕、王 云", ("刀玉罕", "王云")),
    ],
)
def test_lists_of_names_over_lines(text: str, people: tuple[str, ...]) -> None:
    assert names.listed(text) == people


@pytest.mark.parametrize("label", ["参加人", "主要参加人", "项目组成员", "完成人员", "参与者"])
def test_members_of_a_project_are_not_its_leader(label: str) -> None:
    view = lined("# 立项通知书", "项目名称：高山区芒果栽培技术研究", "主持人：马成林", f"{label}：赵明华、和志强、段宏")
    assert said(view, "person_name", "leader", "rank") == [APPLICANT, "马成林", "3"]


def test_a_label_for_the_leader_beside_an_amount_in_brackets_is_no_role() -> None:
    view = gridded(
        (90, 130, 90, 130),
        [("项目编号", "2017A045", "经费（万元）", "30"), ("主持人", "马成林", "承担单位", "云山县农科所"),
         ("参加人", ("赵明华、和志强、段宏、白玉\n兰、李云", 3))],
        above=[(200.0, 50.0, "项目立项通知书", 20.0)],
    )  # fmt: skip
    found = proof(view)
    assert (found.value("person_name"), found.value("rank")) == (APPLICANT, "3")
    assert found.value("members") == "赵明华、和志强、段宏、白玉兰、李云"


def test_names_above_and_below_their_label_where_nothing_is_ruled() -> None:
    items = [(200.0, 50.0, "结项证书", 20.0), (80.0, 90.0, "项目名称"), (180.0, 90.0, "岭谷区文化遗产保护研究")]
    items += [(80.0, 112.0, "负责人"), (180.0, 112.0, "马成林"), (180.0, 130.0, "赵明华 和志强")]
    items += [(80.0, 148.0, "参加人"), (180.0, 148.0, "周丽萍 段志宏"), (180.0, 166.0, "李"), (210.0, 166.0, "明")]
    items += [(80.0, 184.0, "成果等级"), (180.0, 184.0, "良好")]
    assert proof(placed(items)).value("members") == "赵明华、和志强、周丽萍、段志宏、李明"


def test_a_list_that_ends_in_the_next_line_of_its_column() -> None:
    items = [(200.0, 50.0, "课题立项证书", 20.0), (80.0, 90.0, "主持人"), (180.0, 90.0, "马成林")]
    items += [(80.0, 110.0, "主要参加人"), (180.0, 110.0, "赵明华 段宏"), (180.0, 130.0, "和志强 王云")]
    items += [(400.0, 170.0, "云山县教科所"), (400.0, 190.0, "2022年6月1日")]
    assert proof(placed(items)).value("members") == "赵明华、段宏、和志强、王云"


def test_a_name_that_the_end_of_a_short_line_breaks() -> None:
    view = lined(
        "# 立项通知书",
        "课题编号：CX2021-045",
        "课题组成员：陶丽、段军、白洁、和志",
        "强、施红梅",
        "研究年限：2021年3月至2023年3月",
    )
    assert proof(view).value("members") == "陶丽、段军、白洁、和志强、施红梅"


def test_a_label_over_two_lines_of_its_cell() -> None:
    view = gridded(
        (120, 320),
        [("项目名称", "岭谷区高血压社区干预研究"), ("项目负责人", "杨志刚"),
         ("项目主要\n完成人员", "1、杨志刚  2、和志强  3、沙学忠\n4、王  燕  5、罗永平")],
        above=[(160.0, 50.0, "科技计划项目结题验收证书", 20.0)],
    )  # fmt: skip
    found = proof(view)
    assert (found.value("person_name"), found.value("rank")) == (APPLICANT, "2")
    assert found.value("members") == "杨志刚、和志强、沙学忠、王燕、罗永平"


def test_a_sentence_that_names_the_leader_and_those_who_took_part() -> None:
    view = lined(
        "# 科研课题结题证书",
        "课题《岭谷区儿童哮喘流行病学调查》（编号WS2016-27）由罗永平主持，和志强、段军、白洁参与完成，准予结题。",
    )
    assert said(view, "person_name", "rank", "leader", "project_number") == [APPLICANT, "2", "罗永平", "WS2016-27"]


def test_names_that_nothing_parts_name_the_applicant_at_most() -> None:
    head = ("# 结题证书", "项目名称：岭谷区双语教学研究", "课题主持人：马成林")
    whole = lined(*head, "课题组成员：段志宏和志强普红英李云芳", source="ocr")
    assert said(whole, "person_name", "rank", "members") == [APPLICANT, "", ""]
    cut = lined(*head, "课题组成员：何文渊孙", source="ocr")
    assert said(cut, "person_name", "rank", "members") == ["", "", ""]


def test_a_numbered_list_tells_the_rank() -> None:
    view = lined("# 科技成果登记证书", "成果名称：高原湖泊预警平台", "完成人员：1.段宏 2.和志强 3.白玉兰")
    assert said(view, "person_name", "rank") == [APPLICANT, "2"]


def test_a_column_of_places_wherever_it_stands() -> None:
    view = gridded(
        (80, 140, 80, 60),
        [("姓　名", "工作单位", "职称", "排　名"), ("马成林", "云山设计院", "正高", "1"),
         ("段宏", "云山设计院", "高工", "3"), ("和志强", "云山设计院", "工程师", "2")],
        above=[(180.0, 40.0, "科技成果评价证书", 20.0), (60.0, 76.0, "成果名称：高寒区路面抗裂技术")],
    )  # fmt: skip
    assert said(view, "person_name", "rank") == [APPLICANT, "2"]


def test_two_who_lead_together() -> None:
    ruled = gridded(
        (90, 130, 90, 130),
        [("课题名称", ("岭谷区复式教学研究", 3)), ("主持人", "马成林\n和志强", "立项号", "GH2015")],
        above=[(200.0, 50.0, "课题结题鉴定表", 20.0)],
    )
    assert said(ruled, "person_name", "leader", "rank") == [APPLICANT, "马成林", ""]
    prose = lined(
        "# 立项批复", "你校马成林、和志强共同主持的课题《岭谷区复式教学研究》（立项号：QJ2018Y031）同意立项。"
    )
    assert said(prose, "person_name") == [APPLICANT]


PROJECTS = [
    ("序号", "项目编号", "项目名称", "主持人", "参加人", "起止年限"),
    ("1", "YS2019001", "农田减污技术", "马成林", "王芳、李萍", "2019.03-2021.03"),
    ("2", "YS2019002", "烤烟移栽技术推广", "和志强", "段宏、白云", "2019.03-2020.12"),
    ("3", "YS2019003", "柑橘病害综合防控", "施建波", "罗文", "2019.04-2021.04"),
]


def letter(projects: list[tuple[str, ...]]) -> PageView:
    return gridded(
        (40, 80, 110, 60, 80, 105),
        projects,
        above=[(120.0, 50.0, "关于下达2019年度科技计划项目的通知", 18.0)],
    )


def test_of_several_projects_the_applicants_own() -> None:
    wanted = ("person_name", "rank", "project_name", "project_number", "start_date", "end_date")
    assert said(letter(PROJECTS), *wanted) == [APPLICANT, "1", "烤烟移栽技术推广", "YS2019002", "2019-03", "2020-12"]


def test_of_several_projects_none_is_chosen_for_somebody_else() -> None:
    found = proof(letter([PROJECTS[0], PROJECTS[1], PROJECTS[3]]))
    facts: list[tuple[str, FactValue]] = [(f.name, f.value) for f in found.facts if not f.item]
    assert not {"project_name", "project_number", "leader", "person_name"} & {name for name, _ in facts}
    assert [f.value for f in found.all("project_name")] == ["农田减污技术", "柑橘病害综合防控"]


def test_a_proof_whose_title_stands_after_the_word_for_project() -> None:
    view = lined(
        "# 证　　明",
        "兹证明我单位职工和志强同志参加了重点研发项目《岭谷区花卉新品种选育》（项目编号：202002AA1，",
        "项目起止时间：2020年7月至2023年6月），为主要参加人，排名第四。",
        "云山县花卉研究所",
        "2023年7月6日",
    )
    assert PROJECT.recognise(view) > 0.6
    found = values_of(PROJECT.facts([view]))
    assert (found["person_name"], found["rank"], found["project_name"]) == (APPLICANT, "4", "岭谷区花卉新品种选育")

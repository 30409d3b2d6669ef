"""Notes in brackets behind values of a form, lists of people in publicity letters, and stated places in lists."""

from __future__ import annotations

import msgspec
import pytest

from extractors.members import placed as own_places
from extractors.records import DocumentType
from extractors.types import discovered
from tests.checks.builders import document
from tests.extractors.pages import gridded, lined, values_of


def read(kind: DocumentType, *lines: str) -> dict[str, object]:
    return values_of(discovered()[kind].facts([lined(*lines)]))


@pytest.mark.parametrize(
    ("line", "name", "expected"),
    [
        ("工作地点：云山县高山镇（边境县乡镇）", "workplace", "云山县高山镇"),
        ("工作地点：云山市古桥区（2003年前为古桥县）", "workplace", "云山市古桥区"),
        ("工作地点：云山县城关镇（县城所在地）", "workplace", "云山县城关镇（县城所在地）"),
        ("毕业院校：云山财贸学院（现云山财经大学）", "institution", "云山财贸学院"),
        ("毕业院校：云山大学（高山校区）", "institution", "云山大学（高山校区）"),
    ],
)
def test_a_note_behind_a_place_or_school_is_no_part_of_its_name(line: str, name: str, expected: str) -> None:
    assert read("application_form", "# 职称申报表", line)[name] == expected


@pytest.mark.parametrize(
    "said",
    [
        "公示了罗小明、李玉两名同志考核认定材料。",
        "对申报人员（罗小明、李玉二人）申报材料予以公示。",
        "对拟认定初级职称人员罗小明、李玉两人的材料进行公示。",
    ],
)
def test_those_whom_a_publicity_presents_together(said: str) -> None:
    found = read("employer_publicity", "# 公示证明", f"我中心在公示栏{said}", "公示期内无异议。", "云山县农业服务中心")
    assert found["names"] == ("罗小明", "李玉")


def test_a_sentence_about_work_presents_nobody() -> None:
    found = read("employer_publicity", "# 公示证明", "我中心公示了年度考核、继续教育两个方面的材料，无异议。")
    assert "names" not in found


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("本人欧阳明远承诺：材料真实，业绩为本人取得，愿承担责任。",), "欧阳明远"),
        (("本人罗小明自愿申报高级农艺师，材料真实，如有虚假愿承担责任。",), "罗小明"),
        (("材料真实，如有虚假愿承担责任。", "承诺人：", "（罗小明，联系电话 138****0000）"), "罗小明"),
        (("业绩为本人取得，现承诺材料真实，如有虚假愿承担责任。",), None),
    ],
)
def test_whose_pledge_it_is(lines: tuple[str, ...], expected: str | None) -> None:
    assert read("integrity_pledge", "# 诚信承诺书", *lines).get("person_name") == expected


def claimed(heads: list[str], row: list[str]) -> dict[str, object]:
    columns = [40.0, 220.0, *(100.0 for _ in heads[2:])]
    view = gridded(columns, [heads, row], above=[(80, 40, "职称申报表", 18), (60, 80, "业绩")])
    return values_of(f for f in discovered()["application_form"].facts([view]) if f.item)


def test_a_head_of_titles_with_a_note_heads_papers_all_the_same() -> None:
    found = claimed(
        ["序号", "题目（可省略副标题）", "刊物及期次", "发表时间", "排名"],
        ["1", "山区供水企业成本核算研究", "云山会计 2019年第6期", "2019年3月", "第一（共2人）"],
    )
    assert (found["claimed_paper"], found["claimed_journal"]) == ("山区供水企业成本核算研究", "云山会计")
    assert (found["claimed_paper_date"], found["claimed_author_rank"]) == ("2019-03", "1")


def test_a_paper_whose_cell_says_the_journal_too() -> None:
    found = claimed(
        ["类别", "内容", "时间", "排名/角色"],
        ["论文", "山区猪瘟免疫监测，《云山兽医》2018年第4期", "2018年10月", "第一作者"],
    )
    assert (found["claimed_paper"], found["claimed_journal"]) == ("山区猪瘟免疫监测", "云山兽医")


@pytest.mark.parametrize(
    ("kind", "said", "name", "expected"),
    [
        ("获奖", "云山州科学技术奖三等奖（项目：山区猪病防控）", "claimed_award", "云山州科学技术奖三等奖"),
        ("获奖", "云山州技能大赛二等奖（团体）", "claimed_award", "云山州技能大赛二等奖（团体）"),
        ("项目", "低温电池材料研究（省重大科技专项）", "claimed_project", "低温电池材料研究"),
        ("项目", "云山县土地整治（高山片区）", "claimed_project", "云山县土地整治（高山片区）"),
    ],
)
def test_the_source_in_brackets_is_no_part_of_what_is_claimed(kind: str, said: str, name: str, expected: str) -> None:
    found = claimed(["类别", "内容", "时间", "排名/角色"], [kind, said, "2018年10月", "第2"])
    assert found[name] == expected


@pytest.mark.parametrize(
    ("printed", "rank"),
    [("李玉、罗小明（第2，中途加入）、王红", "2"), ("李玉、罗小明（第二中学）、王红", "3")],
)
def test_a_place_stated_behind_the_name_goes_before_the_place_in_the_list(printed: str, rank: str) -> None:
    letter = lined("# 项目验收证明", "项目名称：低温电池材料研究", "项目负责人：赵刚", f"参加人员：{printed}")
    proof = msgspec.structs.replace(
        document("project_proof", {}), facts=tuple(discovered()["project_proof"].facts([letter]))
    )
    assert own_places([document("identity_card", {"person_name": "罗小明"}), proof])[1].value("rank") == rank


def test_years_from_to_are_no_part_of_an_honour() -> None:
    found = read(
        "award_certificate", "# 荣誉证书", "罗小明同志：", "被评为2015—2017年度云山州会计工作先进个人，特发此证。"
    )
    assert (found["person_name"], found["award_name"]) == ("罗小明", "云山州会计工作先进个人")


def test_those_appointed_after_an_examination() -> None:
    said = "经考核，决定聘任您为本公司会计师，聘期自2013年1月1日至2017年6月30日。"
    assert read("appointment", "# 聘书", "罗小明 同志：", said).get("person_name") == "罗小明"

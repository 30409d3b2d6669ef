"""Terms on trial, titles of several lines, appraisals signed twice, and names followed by how one is addressed."""

from __future__ import annotations

import msgspec
import pytest

from extractors.grammar.names import listed
from extractors.members import placed as own_places
from extractors.types.annual_appraisal import EXTRACTOR as APPRAISAL
from extractors.types.application_form import EXTRACTOR as FORM
from extractors.types.book_pages import EXTRACTOR as BOOK
from extractors.types.employment_contract import EXTRACTOR as CONTRACT
from extractors.types.exam_certificate import EXTRACTOR as EXAM
from extractors.types.merit_proof import EXTRACTOR as MERIT
from extractors.types.paper import EXTRACTOR as PAPER
from extractors.types.project_proof import EXTRACTOR as PROJECT
from tests.checks.builders import document
from tests.extractors.pages import lined, placed, values_of


def test_time_on_trial_is_no_end_of_a_contract() -> None:
    said = "合同期限自2018年7月1日起，其中试用期至2018年12月31日止，聘用至2021年6月30日止。"
    found = values_of(CONTRACT.facts([lined("# 聘用合同书", "乙方：罗小明", said)]))
    assert (found["start_date"], found["end_date"]) == ("2018-07-01", "2021-06-30")


def test_a_contract_without_trial_ends_when_it_says() -> None:
    said = "合同期限自2018年7月1日起至2021年6月30日止。"
    found = values_of(CONTRACT.facts([lined("# 聘用合同书", "乙方：罗小明", said)]))
    assert found["end_date"] == "2021-06-30"


@pytest.mark.parametrize("own", ["被考核人签字：罗小明  2020年1月9日", "本人无意见  2020年1月9日"])
def test_an_appraisal_is_dated_by_the_unit_not_by_who_signs_under_it(own: str) -> None:
    view = lined(
        "# 年度考核登记表",
        "姓名：罗小明  考核年度：2019年",
        "考核等次：优秀",
        "单位（盖章）  2020年1月6日",
        own,
    )
    assert values_of(APPRAISAL.facts([view]))["issue_date"] == "2020-01-06"


def test_a_title_set_over_several_large_lines_is_one() -> None:
    cover = placed(
        [(150.0, 160.0, "高原湖泊湿地", 30.0), (150.0, 200.0, "保护与修复", 30.0), (210.0, 300.0, "罗小明 主编", 16.0),
         (210.0, 700.0, "云山科技出版社", 14.0)]
    )  # fmt: skip
    assert values_of(BOOK.facts([cover]))["title"] == "高原湖泊湿地保护与修复"


def test_a_smaller_line_under_a_title_is_not_part_of_it() -> None:
    cover = placed(
        [(150.0, 160.0, "高原湖泊湿地", 30.0), (150.0, 200.0, "乡土植物", 18.0), (210.0, 300.0, "罗小明 主编", 16.0),
         (210.0, 700.0, "云山科技出版社", 14.0)]
    )  # fmt: skip
    assert values_of(BOOK.facts([cover]))["title"] == "高原湖泊湿地"


@pytest.mark.parametrize(
    ("text", "names"),
    [("罗小明同志、李红云老师", ("罗小明", "李红云")), ("罗小明、夏先生民", ("罗小明", "夏先生民"))],
)
def test_names_leave_how_one_is_addressed(text: str, names: tuple[str, ...]) -> None:
    assert listed(text) == names


@pytest.mark.parametrize("label", ["报考级别", "报考语种级别", "考试级别"])
def test_the_level_entered_for_is_the_subject_of_an_examination(label: str) -> None:
    view = lined("# 职称外语等级考试成绩通知书", "姓名：罗小明", f"{label}：英语（综合类）B级", "成绩：68")
    assert "英语" in str(values_of(EXAM.facts([view]))["subject"])


def test_the_address_of_a_unit_is_where_one_works() -> None:
    view = lined("# 专业技术职称申报表", "姓名：罗小明", "工作单位：云山县林业局", "工作单位地址：云山县江源镇")
    assert values_of(FORM.facts([view]))["workplace"] == "云山县江源镇"


def test_a_work_that_the_company_invests_in() -> None:
    said = "兹证明罗小明同志参加由我公司投资建设的云山县江源水库除险加固工程施工，担任技术负责人。"
    assert values_of(MERIT.facts([lined("# 业绩证明", said)]))["project_name"] == "云山县江源水库除险加固工程"


def test_authors_run_together_above_their_unit_are_not_the_title() -> None:
    view = placed(
        [(90.0, 90.0, "云山县湿地植被的恢复途径", 20.0), (180.0, 122.0, "杨世勇赵红玉", 18.0),
         (150.0, 150.0, "（云山县林业局，云山 671000）", 10.0), (70.0, 190.0, "摘要：湿地植被恢复。", 10.0)]
    )  # fmt: skip
    assert values_of(PAPER.facts([view]))["title"] == "云山县湿地植被的恢复途径"


MEMBERS = "罗小明（主持）、李红云（第二）、赵国强（第三）"


@pytest.mark.parametrize(("applicant", "rank"), [("罗小明", "1"), ("李红云", "2"), ("赵国强", "3")])
def test_a_note_behind_each_name_is_the_place_of_that_one(applicant: str, rank: str) -> None:
    card = document("identity_card", {"person_name": applicant})
    facts = PROJECT.facts([lined("# 立项通知书", "项目名称：湿地植被恢复研究", f"项目组成员：{MEMBERS}")])
    proof = msgspec.structs.replace(card, id="d02", type="project_proof", facts=tuple(facts))
    assert not proof.value("rank")
    assert own_places((card, proof))[1].value("rank") == rank


def test_a_line_behind_and_others_goes_on_with_something_else() -> None:
    view = lined("# 课题结题证书", "主要参与者：李红云、赵国强等", "经鉴定，准予结题，鉴定等级：良好")
    assert values_of(PROJECT.facts([view]))["members"] == ("李红云", "赵国强")


def test_a_list_of_members_over_two_lines_is_whole() -> None:
    view = lined("# 课题结题证书", "主要参与者：李红云、赵国强、", "陶文昌、蔡秀珍")
    assert values_of(PROJECT.facts([view]))["members"] == ("李红云", "赵国强", "陶文昌", "蔡秀珍")

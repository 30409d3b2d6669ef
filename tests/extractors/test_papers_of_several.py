"""Papers that name several people, numbers of letters of appointment, and second papers of a kind in one file."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from extractors.layout import PageView
from extractors.members import placed as put
from extractors.records import Document, DocumentType, Fact
from extractors.segment import cut
from extractors.types import discovered
from tests.checks.builders import document
from tests.extractors.pages import gridded, lined
from tests.extractors.reading import has, read

LETTER = lined(
    "# 聘书",
    "兹聘任罗小明同志为本单位农艺师，聘期自2014年4月1日至",
    "2019年3月31日。",
    "此聘",
    "青山县农业技术推广站",
    "聘字第 青农聘2014-03 号  2014年3月28日",
)
NOTICE = lined(
    "# 青山县第二中学文件",
    "青二中发〔2017〕21号",
    "# 关于聘任高文等同志专业技术职务的通知",
    "经研究，决定聘任下列同志专业技术职务：",
    "高文  聘为高级教师（专业技术七级岗位）",
    "罗小明  聘为中学一级教师（专业技术十级岗位）",
    "以上人员聘期自2017年10月1日起至2020年9月30日止。",
    "青山县第二中学",
    "2017年9月27日",
)


def of_type(kind: DocumentType, facts: Sequence[Fact]) -> Document:
    return msgspec.structs.replace(document(kind, {}), facts=tuple(facts))


def own(kind: DocumentType, view: PageView, name: str) -> Document:
    facts = discovered()[kind].facts([view])
    return put([document("identity_card", {"person_name": name}), of_type(kind, facts)])[1]


def test_the_number_of_a_letter_stands_between_its_words() -> None:
    assert read("appointment", LETTER)["certificate_number"] == "青农聘2014-03"
    bare = lined("# 聘书", "兹聘任罗小明同志为本单位农艺师。", "聘字第 031 号  2014年3月28日")
    assert read("appointment", bare).get("certificate_number") != "031"


def test_a_notice_that_appoints_several_gives_the_applicant_the_title_of_the_own_row() -> None:
    found = own("appointment", NOTICE, "罗小明")
    assert (found.value("person_name"), found.value("title")) == ("罗小明", "中学一级教师")
    assert own("appointment", NOTICE, "高文").value("title") == "高级教师"


def test_a_notice_without_the_applicant_is_about_nobody() -> None:
    found = own("appointment", NOTICE, "段丽萍")
    assert (found.value("person_name"), found.value("title")) == ("", "")


def test_a_list_of_members_that_begins_with_the_leader_ranks_them() -> None:
    def proof(members: str) -> PageView:
        return lined(
            "# 科研项目结题证书",
            "项目名称：山区小型水库渗流监测技术研究",
            "项目编号：KY2015-018",
            "项目负责人：马勇",
            f"课题组成员：{members}",
            "云山市水利科技中心",
            "2018年3月22日",
        )

    found = own("project_proof", proof("马勇、罗小明、沈静"), "罗小明")
    assert (found.value("person_name"), found.value("rank")) == ("罗小明", "2")
    found = own("project_proof", proof("沈静、罗小明"), "罗小明")
    assert (found.value("person_name"), found.value("rank")) == ("罗小明", "3")  # after the leader, who stands apart
    assert own("project_proof", proof("马勇、沈静"), "罗小明").value("person_name") == ""


def test_a_form_with_dates_of_its_own_after_a_letter_is_a_second_paper() -> None:
    form = gridded(
        [90, 150, 90, 150],
        [
            ["姓名", "罗小明", "性别", "男"],
            ["聘用单位", ("青山县农业农村技术推广中心", 3)],
            ["拟聘职务", "农艺师", "岗位等级", "专业技术岗位九级"],
            ["聘用起始时间", "2019年4月1日", "聘用终止时间", "2024年3月31日"],
            ["单位意见", ("同意聘用。2019年3月29日", 3)],
        ],
        above=[(150, 50, "事业单位专业技术人员岗位聘用审批表", 20.0)],
        number=2,
    )
    assert [[v.page.number for v in part.views] for part in cut([LETTER, form])] == [[1], [2]]


def test_each_years_form_is_a_paper_and_its_second_page_is_none() -> None:
    def form(year: int, number: int) -> PageView:
        return lined(
            "# 年度考核登记表",
            f"（{year}年度）",
            "姓名：罗小明  性别：男",
            "到会泽县支教，表现良好。",
            f"经研究，确定该同志{year}年度考核为优秀等次。",
            "青山县第二中学",
            f"{year + 1}年1月9日",
            number=number,
        )

    more = lined("主管部门意见：同意。", "2018年2月1日", number=3)
    assert [len(p.views) for p in cut([form(2016, 1), form(2017, 2), more])] == [1, 2]


def test_a_merit_proof_tells_the_role_from_the_label() -> None:
    proof = gridded(
        [90, 360],
        [
            ["品种（项目）名\n称", "青花椒“云椒1号”引种选育与示范"],
            ["完成单位", "青山县农业农村技术推广中心"],
            ["完成人", "罗小明"],
            ["承担工作", "主要完成人（第三）"],
            ["工作起止", "2014.03-2018.11"],
        ],
        above=[(150, 50, "农作物品种登记（引种）业绩证明", 20.0)],
    )
    has(
        read("merit_proof", proof),
        {
            "project_name": "青花椒“云椒1号”引种选育与示范",
            "role": "主要完成人（第三）",
            "start_date": "2014-03",
            "end_date": "2018-11",
            "members": ("罗小明",),
        },
    )
    assert own("merit_proof", proof, "罗小明").value("person_name") == "罗小明"

"""Small wordings that cost a fact each, and their look-alikes."""

from __future__ import annotations

import pytest

from extractors.types.award_certificate import EXTRACTOR as AWARD
from extractors.types.credential_report import EXTRACTOR as REPORT
from extractors.types.merit_proof import EXTRACTOR as MERIT
from extractors.types.paper import EXTRACTOR as PAPER
from extractors.types.postdoc_certificate import EXTRACTOR as POSTDOC
from extractors.types.skill_certificate import EXTRACTOR as SKILL
from extractors.types.title_notice import EXTRACTOR as NOTICE
from tests.extractors.pages import gridded, lined, values_of


def english(head: str, unit: str = "a School of Civil Engineering, Yunshan University, Yunshan, China"):
    return lined(
        head, "# Mechanical properties of red clay", "Xiaoming Luo a, Wei Li b,*", unit, "Abstract: We study clay."
    )


def test_a_running_title_with_an_article_number_gives_journal_volume_year_and_number() -> None:
    found = values_of(PAPER.facts([english("Construction and Building Materials 245 (2020) 118438")]))
    assert found["journal"] == "Construction and Building Materials"
    assert (found["volume"], found["year"], found["page_range"]) == ("245", "2020", "118438")


def test_a_year_in_brackets_without_number_is_no_article() -> None:
    assert "page_range" not in values_of(PAPER.facts([english("Construction and Building Materials 245 (2020)")]))


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("a School of Law, Yunshan University", "School of Law, Yunshan University"),
        ("A School for Nurses, Yunshan", "A School for Nurses, Yunshan"),
    ],
)
def test_the_mark_of_an_author_is_no_part_of_the_unit(unit: str, said: str) -> None:
    assert values_of(PAPER.facts([english("Materials 245 (2020) 118438", unit)]))["affiliation"] == said


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ("罗小明同志：", "在由云山省总工会主办的“云山杯”职工技能大赛中荣获一等奖。"),
            "“云山杯”职工技能大赛",
        ),
        (("罗小明：", "荣获由云山省土木学会主办的", "第三届隧道创新大赛", "二等奖"), "第三届隧道创新大赛"),
        (("授予  罗小明  同志", "云山省", "五一劳动奖章"), "云山省五一劳动奖章"),
        (("授予：罗小明", "云山省五一劳动奖章"), "云山省五一劳动奖章"),
    ],
)
def test_an_award_without_its_host_and_a_medal(lines: tuple[str, ...], name: str) -> None:
    view = lined("# 荣誉证书", *lines, "特发此证", "云山省总工会", "2019年5月1日")
    assert values_of(AWARD.facts([view]))["award_name"] == name


@pytest.mark.parametrize("station", ["云山大学（生态学", "云山大学（生态学）", "云山大学生态学"])
def test_the_body_of_a_station_whose_subject_stands_in_brackets(station: str) -> None:
    view = lined(
        "# 博士后证书",
        f"罗小明于2015年7月至2018年6月在{station}",
        "博士后科研流动站从事博士后研究工作，期满出站。",
        "全国博士后管理委员会",
    )
    assert values_of(POSTDOC.facts([view]))["institution"] == "云山大学"


@pytest.mark.parametrize(
    ("said", "project", "role"),
    [
        (
            "于2017年3月至2019年6月担任云山市某安置房项目（建筑面积12.3万平方米）施工总承包项目经理，已验收。",
            "云山市某安置房项目",
            "施工总承包项目经理",
        ),
        ("于2017年3月至2019年6月任云山大桥工程项目经理，已验收。", "云山大桥工程", "项目经理"),
        ("担任云山水库除险加固工程技术负责人", "云山水库除险加固工程", "技术负责人"),
        ("于2017年3月起担任云山建设工程有限公司项目经理，", None, None),
    ],
)
def test_the_work_and_the_post_on_it(said: str, project: str | None, role: str | None) -> None:
    view = lined("# 业绩证明", f"兹有我公司罗小明同志，{said}", "特此证明", "云山某某建设公司", "2019年7月8日")
    found = values_of(MERIT.facts([view]))
    assert found.get("project_name") == project and (role is None or found["role"] == role)


def test_the_end_of_works_is_no_day_of_issue() -> None:
    rows = [["工程名称", ("云山水库除险加固工程", 3)], ["开工日期", "2016-10", "竣工日期", "2018-12"]]
    view = gridded((90, 150, 90, 150), rows, above=[(180, 50, "专业技术业绩证明表", 20.0), (60, 80, "姓名：罗小明")])
    found = values_of(MERIT.facts([view]))
    assert found["end_date"] == "2018-12" and "issue_date" not in found


def test_a_letter_about_many_names_the_one_it_names() -> None:
    view = lined(
        "# 关于公布2014年度工程系列中级职称评审结果的通知",
        "云人社通〔2015〕12号",
        "经评审通过，罗小明等12名同志具备工程师任职资格。",
        "云山省人力资源和社会保障厅",
        "2015年2月3日",
    )
    found = values_of(NOTICE.facts([view]))
    assert found["names"] == ("罗小明",) and "person_name" not in found


def test_a_name_under_the_title_of_a_skill_certificate() -> None:
    view = lined("# 职业技能等级证书", "罗小明", "证件号码：530102198503120018", "职业名称：电工", "等级：二级/技师")
    assert values_of(SKILL.facts([view]))["person_name"] == "罗小明"


def test_the_school_of_a_report_did_not_issue_it() -> None:
    view = lined(
        "# 教育部学历证书电子注册备案表",
        "姓名  罗小明  性别  男",
        "毕（结）业日期  2007年7月1日",
        "学校名称  云山理工大学",
        "更新日期：2020年6月1日",
    )
    found = values_of(REPORT.facts([view]))
    assert found["institution"] == "云山理工大学" and "issuer" not in found

"""Papers of dossiers with faults drawn by others: what was misread there made a check accuse or fall silent. What is
made up here keeps their wording and setting."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.segment import cut
from extractors.types import discovered
from tests.extractors.pages import gridded, lined, placed
from tests.extractors.reading import has, read

REFERENCES = lined(
    "74  云山结构  2019年第10期",
    "参考文献:",
    "[1] JGJ 355-2015 清泉灌浆连接应用技术规程[S]. 北京: 某某出版社, 2015.",
    "[2] 高某, 李某. 清泉套筒灌浆的问题[J]. 云山施工, 2018, 47(10): 1-4.",
    number=2,
)


def test_a_page_with_the_list_of_references_alone_is_no_page_of_the_journal() -> None:
    paper = lined(
        "第49卷 第10期  云山结构  2019年5月",
        "# 清泉预制墙板灌浆连接的质量控制",
        "李某某,高某",
        "(云山建设公司,云山 650200)",
        "摘 要:针对预制墙板灌浆连接施工中灌浆不饱满的问题,提出控制措施并在工程中验证。",
        "关键词:预制墙板;灌浆;质量控制",
        "中图分类号:TU741  文献标识码:A",
        *("施工中先检查进场材料,再对坐浆与封仓逐项验收,最后以检测仪器抽检饱满度。" for _ in range(8)),
    )
    assert best(REFERENCES).type != "journal_pages"
    (part,) = cut([paper, REFERENCES])
    assert part.type == "paper" and len(part.views) == 2
    assert {f.name: f.value for f in discovered()["paper"].facts(part.views)}["volume"] == "49"


def test_a_form_for_a_post_with_a_longer_note_in_its_title_is_an_appointment() -> None:
    view = gridded(
        (90, 140, 100, 140),
        [
            ("单位", ("云山县农业技术推广站", 3)),
            ("姓名", "李某某", "性别", "男"),
            ("聘任职务", "农艺师", "岗位等级", "专业技术十级"),
            ("聘期", ("2013年12月1日至2022年11月30日", 3)),
            ("单位意见", ("经研究，同意聘任。\n（盖章）2013年11月26日", 3)),
        ],
        above=[(110, 50, "事业单位岗位聘用（专业技术职务聘任）审批表", 18.0)],
    )
    found = read("appointment", view)
    has(found, {"title": "农艺师", "start_date": "2013-12-01", "employer": "云山县农业技术推广站"})


def test_a_class_and_its_grade_won_in_a_contest_are_not_the_awards_name() -> None:
    view = placed(
        [
            (260, 60, "荣誉证书", 30.0),
            (70, 130, "李某某同志:"),
            (94, 160, "您创作的舞蹈作品《云山谣》在云山省群众文化“清泉奖”评选中荣获舞蹈类"),
            (280, 190, "等奖", 20.0),
            (70, 230, "特发此证,以资鼓励。"),
            (400, 300, "云山省文化和旅游厅"),
            (400, 330, "二〇一九年十月十八日"),
        ]
    )
    assert "清泉奖" in str(read("award_certificate", view)["award_name"])


@pytest.mark.parametrize("year", ["二〇一九年度", "二一九年度", "2019年度"])
def test_the_year_before_an_awards_name_in_chinese_figures_is_none_of_it(year: str) -> None:
    view = lined(
        "# 荣誉证书",
        f"李某某同志被评为{year}云山县优秀教师。",
        "特发此证,以资鼓励。",
        "云山县教育体育局",
        "二〇一九年九月十日",
    )
    assert read("award_certificate", view)["award_name"] == "云山县优秀教师"


@pytest.mark.parametrize(
    ("said", "work"),
    [
        ("担任清泉河二级水电站机电工程项目负责人(专职驻现场)", "清泉河二级水电站机电工程"),
        ("担任我县清泉河梯级电站机电改造工程项目负责人", "清泉河梯级电站机电改造工程"),
        ("在我单位建设的清泉安置房三期工程中担任项目技术负责人", "清泉安置房三期工程"),
        ("担任云山建设工程有限公司项目经理", None),
        ("担任该工程项目负责人", None),
    ],
)
def test_the_work_that_somebody_led_stands_before_the_role(said: str, work: str | None) -> None:
    view = lined(
        "# 工程业绩证明",
        "兹证明李某某同志于2014年3月1日至2016年8月31日",
        f"{said},",
        "负责机电设备选型与现场技术服务。",
        "云山县水利局",
        "2016年11月15日",
    )
    assert read("merit_proof", view).get("project_name") == work

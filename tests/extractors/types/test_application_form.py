"""申报表 over several pages: cover, merged cells, tables and lists of what is claimed."""

from __future__ import annotations

import msgspec
import pytest

from extractors.forms.claims import claims
from extractors.layout import PageView
from extractors.types.application_form import EXTRACTOR
from extractors.types.employer_publicity import EXTRACTOR as PUBLICITY
from tests.extractors.pages import gridded, lined, placed, ruled
from tests.extractors.reading import facts_of, has, read, rows

COVER = placed(
    [
        (180, 150, "专业技术职务任职资格评审表", 26.0),
        *[
            item
            for i, (label, value) in enumerate(
                [
                    ("单　　　　位", "云南某某设计院"),
                    ("姓　　　　名", "张三丰"),
                    ("现任专业技术职务", "工程师"),
                    ("申报专业技术职务", "高级工程师"),
                    ("填　表　时　间", "2020年7月20日"),
                ]
            )
            for item in ((120, 360 + 40 * i, label, 15.0), (270, 360 + 40 * i, value, 15.0))
        ],
    ]
)
BASICS = placed(
    ruled(
        (82, 75, 50, 50, 62, 68, 88),
        [
            ["姓名", "张三丰", "性别", "男", "民族", "汉族", ""],
            ["出生年月", "1985年3月", "", "参加工作时间", "", "2007.08"],
            ["身份证号码", "", "53010219850307123X"],
            ["工作单位", "", "云南某某水利水电勘测设计研究院有限责任公司"],
            ["单位性质", "民营企业", "", "工作地点", "", "昆明市五华区"],
            ["现任专业技\n术职务", "工程师", "", "取得时间", "", "2014.12"],
            ["申报职称", "高级工程师", "", "申报级别", "", "副高级"],
            ["申报系列", "工程系列", "", "申报专业", "", "水利水电工程"],
            ["毕业院校\n及专业", "", "云南大学\n水利水电工程"],
            ["最高学历", "大学本科", "", "毕业时间", "", "2007年7月"],
        ],
    ),
    number=2,
)
CLAIMS = placed(
    [
        (60, 60, "获奖情况", 13.0),
        *ruled(
            (95, 285, 95),
            [
                ["获奖时间", "奖项名称及等级", "本人排名"],
                ["2017年5月", "高原山区小流域综合治理关键技术研究与\n应用省科技进步三等奖", "第2"],
                ["2018.6", "优秀勘察设计一等奖", "第一"],
            ],
            top=80,
        ),
        (60, 220, "发表论文情况", 13.0),
        *ruled(
            (80, 205, 110, 80),
            [
                ["发表时间", "论文题目", "刊物名称", "本人排名"],
                ["2018年第3期", "某某研究", "滇中科技", "第一作者"],
                ["2019.6", "土石坝渗流监测与安全评价方\n法若干问题的探讨", "某某学报", "独著"],
            ],
            top=240,
        ),
        (60, 380, "专利情况", 13.0),
        *ruled((330, 145), [["专利名称", "专利号"], ["一种测量装置", "ZL201710601862.3"]], top=400),
    ],
    number=3,
)
LISTS = lined(
    "三、任现职以来主要业绩",
    "（一）论文",
    "1.《某某流域治理研究》，发表于《云南水利》2018年第3期，第一作者；",
    "2.《土石坝渗流》，《水利科技》2019年第1期，独著。",
    "（二）获奖情况",
    "1.2018年获云南省科技进步三等奖（排名第2）；",
    "2.2019年5月被评为某某市先进工作者。",
    "（三）主持项目",
    "1.主持“高原湖泊治理研究”项目，省科技厅，2017年",
)


def test_basics_from_cover_and_merged_cells() -> None:
    has(
        read("application_form", COVER, BASICS),
        {
            "person_name": "张三丰",
            "id_number": "53010219850307123X",
            "employer": "云南某某水利水电勘测设计研究院有限责任公司",
            "employer_kind": "private",
            "workplace": "昆明市五华区",
            "current_title": "工程师",
            "current_title_date": "2014-12",
            "applied_title": "高级工程师",
            "applied_level": "associate_senior",
            "applied_series": "工程",
            "applied_specialty": "水利水电工程",
            "institution": "云南大学",
            "major": "水利水电工程",
            "education_level": "本科",
            "graduation_date": "2007-07",
            "issue_date": "2020-07-20",
        },
    )


def test_level_follows_from_the_title_where_none_is_printed() -> None:
    has(read("application_form", COVER), {"applied_title": "高级工程师", "applied_level": "associate_senior"})


def test_rows_of_tables_are_counted_through_the_form() -> None:
    found = rows(facts_of("application_form", COVER, CLAIMS))
    assert found == [
        {
            "claimed_award": "高原山区小流域综合治理关键技术研究与应用省科技进步三等奖",
            "claimed_award_date": "2017-05",
            "claimed_award_rank": "2",
        },
        {"claimed_award": "优秀勘察设计一等奖", "claimed_award_date": "2018-06", "claimed_award_rank": "1"},
        {
            "claimed_paper": "某某研究",
            "claimed_paper_date": "2018",
            "claimed_author_rank": "1",
            "claimed_journal": "滇中科技",
        },
        {
            "claimed_paper": "土石坝渗流监测与安全评价方法若干问题的探讨",
            "claimed_paper_date": "2019-06",
            "claimed_author_rank": "1",
            "claimed_journal": "某某学报",
        },
        {"claimed_patent": "一种测量装置", "claimed_patent_number": "ZL201710601862.3"},
    ]


def test_numbered_lists_under_headings() -> None:
    found = rows(EXTRACTOR.facts([LISTS]))
    assert [next(iter(r.items())) for r in found] == [
        ("claimed_paper", "某某流域治理研究"),
        ("claimed_paper", "土石坝渗流"),
        ("claimed_award", "云南省科技进步三等奖"),
        ("claimed_award", "某某市先进工作者"),
        ("claimed_project", "高原湖泊治理研究"),
    ]
    assert found[0]["claimed_journal"] == "云南水利"
    assert [r.get("claimed_author_rank") or r.get("claimed_award_rank") for r in found[:3]] == ["1", "1", "2"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("事业单位", "public"),
        ("国有企业", "public"),
        ("民营企业", "private"),
        ("非公有制经济组织", "private"),
        ("自由职业者", "freelance"),
        ("□事业 ☑民营 □自由职业", "private"),
        ("□事业 □民营", None),
        ("企业", None),
    ],
)
def test_kind_of_employer_only_from_its_words(said: str, kind: str | None) -> None:
    view = lined("# 职称申报表", "姓名：张三", f"单位性质：{said}", "申报职称：工程师", "毕业院校：云南大学")
    assert read("application_form", view).get("employer_kind") == kind


@pytest.mark.parametrize(
    ("said", "route"),
    [
        ("正常申报", "正常申报"),
        ("定向评价", "定向评价"),
        ("□正常 ☑破格 □特殊人才", "破格"),
        ("□正常 □破格 □特殊人才", None),
        ("☑正常 ☑破格", None),
        ("本表所称申报方式包括正常申报、破格申报、特殊人才申报等多种方式", None),
    ],
)
def test_a_route_is_the_one_declared(said: str, route: str | None) -> None:
    view = lined("# 职称申报表", "姓名：张三", f"申报方式：{said}", "申报职称：工程师", "毕业院校：云南大学")
    assert read("application_form", view).get("applied_route") == route


def test_the_degree_claimed_is_read() -> None:
    view = lined(
        "# 职称申报表", "姓名：张三", "学历：大学本科", "学位：工学学士", "申报职称：工程师", "毕业院校：云南大学"
    )
    assert read("application_form", view).get("degree") == "学士"


def test_school_major_and_year_in_one_cell() -> None:
    view = lined(
        "# 职称评审申报表",
        "姓名：张三",
        "何时何校何专业毕业：2007年7月云南大学土木工程专业毕业",
        "申报职称：工程师",
        "现任职称：助理工程师",
    )
    has(read("application_form", view), {"graduation_date": "2007-07", "institution": "云南大学", "major": "土木工程"})


@pytest.mark.parametrize(
    "view",
    [
        lined("# 专业技术资格证书", "姓名：张三", "资格名称：工程师"),
        lined("# 年度考核登记表", "姓名：张三", "单位意见"),
        lined("# 关于公布职称评审结果的通知", "张三 高级工程师"),
        lined("# 申报职称材料公示情况表", "申报人：张三", "公示内容：评审表、资格证书", "公示结果：无异议"),
    ],
)
def test_look_alikes(view: PageView) -> None:
    assert EXTRACTOR.recognise(view) < 0.5


def test_a_table_of_publicity_that_names_the_form_is_a_proof_of_publicity() -> None:
    view = lined(
        "# 申报职称材料公示情况表",
        "申报人：张三　申报职称：高级会计师",
        "公示起止时间：2020年11月2日—2020年11月10日",
        "公示内容：评审表、学历学位证书、资格证书",
        "公示结果：未收到任何异议",
    )
    assert PUBLICITY.recognise(view) > 0.5


def test_what_an_office_says_under_the_tables_is_no_claim() -> None:
    patents = gridded([60, 240, 180], [["序号", "专利名称", "编号"], ["1", "一种测量装置", "ZL201710601862.3"]])
    opinion = gridded([100, 380], [["单位推荐意见", "经审核，材料真实有效，同意推荐申报。"]], top=230.0).page
    page = msgspec.structs.replace(
        patents.page, words=(*patents.page.words, *opinion.words), rulings=(*patents.page.rulings, *opinion.rulings)
    )
    found = [f.value for f in claims([PageView(page)]) if f.name == "claimed_patent"]
    assert found == ["一种测量装置"]

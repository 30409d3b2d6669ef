"""Papers with a row a year: appraisals, training, insurance; and proofs of service."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.layout import PageView
from tests.extractors.pages import lined, placed, ruled
from tests.extractors.reading import facts_of, has, read, rows

ID = "53010219850307123X"


def tabled(
    title: str, *table: list[str], below: str = "2020年3月1日", widths: tuple[int, ...] = (90, 100, 100, 100, 90)
) -> PageView:
    head = [(180, 50, title, 22.0), (60, 90, "姓名：和志强"), (200, 90, f"身份证号：{ID}")]
    end = [(330, 520, "云南某某设计院"), (330, 545, below)]
    return placed([*head, *ruled(widths, table, top=120), *end])


def test_appraisal_form_takes_the_units_word_for_the_grade() -> None:
    view = lined(
        "# 事业单位工作人员年度考核登记表",
        "（2019年度）",
        "姓名  张三丰  性别  男  出生年月  1985.03",
        "单位  云南某某设计院  职务  工程师",
        "主管领导评语",
        "工作认真，建议考核等次为优秀。签名：李四  2020年1月5日",
        "考核结果  合格",
        "单位意见  同意评定为合格等次。（盖章）2020年1月10日",
    )
    has(
        read("annual_appraisal", view),
        {"year": "2019", "grade": "合格", "person_name": "张三丰", "employer": "云南某某设计院"},
    )


@pytest.mark.parametrize(
    ("boxes", "grade"),
    [("□优秀 ☑合格 □基本合格", "合格"), ("优秀□ 合格√ 基本合格□", "合格"), ("优秀☑ 合格□ 基本合格□", "优秀")],
)
def test_a_printed_tick_is_read(boxes: str, grade: str) -> None:
    view = lined("# 年度考核登记表", "（2018年度）", "姓名：玉罕", f"考核等次：{boxes}", "单位：某县人民医院")
    has(read("annual_appraisal", view), {"year": "2018", "grade": grade})


def test_appraisal_table_of_years() -> None:
    view = tabled(
        "近五年年度考核情况表",
        ["序号", "年度", "考核等次", "备注"],
        ["1", "2015", "合格", ""],
        ["2", "2016", "优秀", ""],
        ["3", "2017", "基本合格", ""],
    )
    facts = facts_of("annual_appraisal", view)
    assert [(r["year"], r["grade"]) for r in rows(facts)] == [("2015", "合格"), ("2016", "优秀"), ("2017", "基本合格")]
    assert {f.value for f in facts if f.name == "person_name"} == {"和志强"}


def test_appraisal_table_with_years_in_columns() -> None:
    view = tabled(
        "历年年度考核结果登记表", ["年度", "2015", "2016", "2017", "2018"], ["等次", "合格", "优秀", "合格", "不合格"]
    )
    assert [(r["year"], r["grade"]) for r in rows(facts_of("annual_appraisal", view))] == [
        ("2015", "合格"),
        ("2016", "优秀"),
        ("2017", "合格"),
        ("2018", "不合格"),
    ]


def test_appraisal_statement() -> None:
    view = lined(
        "# 年度考核结果证明",
        "兹证明我单位职工和志强同志，2015年度考核合格，2016年度考核优秀，2017年、",
        "2018年、2019年均为合格。",
        "云南某某设计院",
        "2020年3月1日",
    )
    found = facts_of("annual_appraisal", view)
    assert [(r["year"], r["grade"]) for r in rows(found)] == [
        ("2015", "合格"),
        ("2016", "优秀"),
        ("2017", "合格"),
        ("2018", "合格"),
        ("2019", "合格"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        [["年度", "公需科目学时", "专业科目学时", "合计"], ["2018", "24", "72", "96"], ["2019", "30", "62", "92"]],
        [["合计学时", "年度", "专业课", "公需课"], ["96", "2018年", "72", "24"], ["92", "2019年", "62", "30"]],
        [["年度", "公需课学时", "专业课学时"], ["2018", "24", "72"], ["2019", "30", "62"]],
        [
            ["年度", "登记学分", "折合学时", "其中专业科目学时"],
            ["2018", "90学分", "96", "72"],
            ["2019", "88学分", "92", "62"],
        ],
        [
            ["年份", "学习内容", "学时", "年度总学时", "其中专业学时"],
            ["2018年", "公需科目一", "24", "96", "72"],
            ["2019年", "公需科目二", "30", "92", "62"],
        ],
    ],
)
def test_training_hours_by_year(table: list[list[str]]) -> None:
    view = tabled("专业技术人员继续教育登记表", *table)
    found = rows(facts_of("continuing_education", view))
    assert [(r["year"], r["hours"], r["professional_hours"]) for r in found] == [
        ("2018", "96", "72"),
        ("2019", "92", "62"),
    ]


def test_courses_are_added_up_by_year() -> None:
    view = tabled(
        "继续教育登记手册",
        ["序号", "培训时间", "课程名称", "类别", "学时"],
        ["1", "2018.03", "公需科目一", "公需", "30"],
        ["2", "2018.05", "专业科目一", "专业", "36"],
        ["3", "2018.09", "专业科目二", "专业", "30"],
        ["4", "2019.03", "公需科目二", "公需", "30"],
        ["5", "2019.06", "专业科目三", "专业", "64"],
    )
    found = rows(facts_of("continuing_education", view))
    assert [(r["year"], r["hours"], r["professional_hours"]) for r in found] == [
        ("2018", "96", "66"),
        ("2019", "94", "64"),
    ]


def test_training_certificate_of_one_year() -> None:
    view = lined(
        "# 继续教育证书",
        "编号：JX2019001",
        "和志强同志于2019年度参加专业技术人员继续教育培训，共计完成90学时，",
        "其中公需科目30学时，专业科目60学时，考核合格。",
        "昆明市人力资源和社会保障局",
        "2019年12月20日",
    )
    has(
        read("continuing_education", view),
        {
            "person_name": "和志强",
            "year": "2019",
            "hours": "90",
            "professional_hours": "60",
            "certificate_number": "JX2019001",
        },
    )


def test_hours_behind_course_names_are_not_taken_for_the_total() -> None:
    view = lined(
        "# 专业技术人员继续教育学时证明",
        "刘文娟于2016年度参加专业技术人员继续教育，完成公需科目《互联网与信息安全》24学时，",
        "专业科目《复式班科学课合作学习探究》等80学时，共计104学时，考核合格，准予登记。",
    )
    has(read("continuing_education", view), {"year": "2016", "hours": "104", "professional_hours": "80"})


def test_insurance_as_stated() -> None:
    view = lined(
        "# 社会保险个人参保证明",
        f"姓名：张三  社会保障号码：{ID}",
        "单位名称：云南某某有限公司",
        "参保险种：养老保险  参保起止时间：2015年7月至2020年6月",
        "昆明市社会保险局",
        "打印日期：2020年7月1日",
    )
    has(
        read("social_insurance", view),
        {
            "person_name": "张三",
            "employer": "云南某某有限公司",
            "start_date": "2015-07",
            "end_date": "2020-06",
            "issue_date": "2020-07-01",
        },
    )


def test_insured_months_are_drawn_together_by_employer() -> None:
    months = [
        ["1", "201912", "甲某有限公司", "4000"],
        ["2", "202001", "甲某有限公司", "4000"],
        ["3", "202003", "乙某有限公司", "5000"],
    ]
    view = tabled(
        "养老保险参保缴费明细表", ["序号", "缴费年月", "参保单位", "缴费基数"], *months, below="打印日期：2020年7月1日"
    )
    found = rows(facts_of("social_insurance", view))
    assert [(r["employer"], r["start_date"], r["end_date"]) for r in found] == [
        ("甲某有限公司", "2019-12", "2020-01"),
        ("乙某有限公司", "2020-03", "2020-03"),
    ]


def test_service_in_a_village() -> None:
    view = lined(
        "# 驻村扶贫工作证明",
        f"兹证明张三丰同志（男，身份证号{ID}）于2017年3月至2019",
        "年3月，由我单位选派到昭通市彝良县龙海镇某某村驻村开展扶贫工作，任驻村工作",
        "队员。期满考核结果为优秀。",
        "中共彝良县委组织部",
        "2019年4月1日",
    )
    has(
        read("service_proof", view),
        {
            "person_name": "张三丰",
            "service_kind": "poverty_alleviation",
            "place": "昭通市彝良县龙海镇某某村",
            "start_date": "2017-03",
            "end_date": "2019-03",
            "grade": "优秀",
            "issuer": "中共彝良县委组织部",
            "issue_date": "2019-04-01",
        },
    )


@pytest.mark.parametrize(
    ("said", "kind"),
    [("参加新冠肺炎疫情防控一线工作", "epidemic"), ("到基层参加疫情防控工作", "rural"), ("在乡卫生院工作", "rural")],
)
def test_a_general_title_gives_way_to_the_special_kind_that_alone_is_said(said: str, kind: str) -> None:
    view = lined(
        "# 服务基层工作证明",
        f"兹证明张三丰同志于2020年2月11日至2020年3月21日{said}，",
        "考核结果为优秀。",
        "某某县卫生健康局",
        "2020年4月20日",
    )
    has(read("service_proof", view), {"service_kind": kind})


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("教师支教证明", "teaching_support"),
        ("基层服务工作证明", "rural"),
        ("援藏工作证明", "aid"),
        ("疫情防控一线医务人员证明", "epidemic"),
    ],
)
def test_service_kind_of_the_title(title: str, kind: str) -> None:
    view = lined(
        f"# {title}",
        "玉罕老师，女，2018年9月1日至2019年7月31日在勐海县勐遮镇中心小学工作，",
        "考核合格。",
        "勐海县教育体育局",
        "2019年8月1日",
    )
    has(
        read("service_proof", view),
        {
            "person_name": "玉罕",
            "service_kind": kind,
            "start_date": "2018-09-01",
            "end_date": "2019-07-31",
            "grade": "合格",
        },
    )


def test_professional_courses_are_added_up_beside_a_total_of_the_year() -> None:
    view = tabled(
        "继续教育学时登记册",
        ["年度", "培训内容", "科目类别", "学时", "年度合计"],
        ["2018", "灌溉新技术", "专业", "70", "102"],
        ["2018", "职业道德", "公需", "32", ""],
        ["2019", "水土保持", "专业", "68", "98"],
        ["2019", "知识产权", "公需", "30", ""],
    )
    found = rows(facts_of("continuing_education", view))
    assert [(r["year"], r["hours"], r["professional_hours"]) for r in found] == [
        ("2018", "102", "70"),
        ("2019", "98", "68"),
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [("事业单位工作人员年度考核登记表", "annual_appraisal"), ("驻村工作队员年度考核登记表", "service_proof")],
)
def test_a_yearly_form_of_somebody_who_served_in_a_village(title: str, kind: str) -> None:
    view = lined(
        f"# {title}",
        "（2019年度）",
        "姓名：李和平  单位：云山县林业站",
        "个人总结：2019年3月起驻村帮扶，担任驻村工作队员，开展产业帮扶。",
        "服务期满考核等次：合格（驻村期间由乡党委提出考核意见）",
        "云山县林业站",
        "2020年1月9日",
    )
    assert best(view).type == kind

"""Wordings and layouts of a stranger's papers from several provinces, and look-alikes that stay as they are."""

from __future__ import annotations

import pytest

from extractors.careers.posts import title_in
from extractors.grammar.misread import office
from extractors.level import level_words
from extractors.types.acceptance_letter import EXTRACTOR as ACCEPTANCE
from extractors.types.appointment import EXTRACTOR as APPOINTMENT
from extractors.types.book_pages import EXTRACTOR as BOOK
from extractors.types.commendation import EXTRACTOR as COMMENDATION
from extractors.types.continuing_education import EXTRACTOR as TRAINING
from extractors.types.degree_certificate import EXTRACTOR as DEGREE
from extractors.types.employer_publicity import EXTRACTOR as PUBLICITY
from extractors.types.employment_contract import EXTRACTOR as CONTRACT
from extractors.types.exam_certificate import EXTRACTOR as EXAM
from extractors.types.licence import EXTRACTOR as LICENCE
from extractors.types.project_proof import EXTRACTOR as PROJECT
from extractors.types.service_proof import EXTRACTOR as SERVICE
from extractors.types.skill_certificate import EXTRACTOR as SKILL
from extractors.types.social_insurance import EXTRACTOR as INSURANCE
from extractors.types.title_certificate import EXTRACTOR as TITLE
from extractors.types.title_notice import EXTRACTOR as NOTICE
from extractors.works.authors import chinese
from tests.extractors.pages import lined, placed, ruled, values_of


@pytest.mark.parametrize("read", ["丽水市人才市场管理办公室", "红河州人力资源和社会保障局办公室"])
def test_an_office_is_not_respelt_as_another(read: str) -> None:
    assert office(read) == read


def test_what_a_seal_hid_of_an_office_is_spelt_out() -> None:
    assert office("昆明市市场监瞥管理局") == "昆明市市场监督管理局"


@pytest.mark.parametrize(
    ("line", "named"),
    [("支持治疗,治疗组加用痰热清注射液静滴.结果 治疗组", False), ("罗小明,阿卜杜拉.买买提,李红云", True)],
)
def test_a_sentence_with_a_dot_is_no_name(line: str, named: bool) -> None:
    assert (chinese(lined(line).lines[0].passage) is not None) is named


def test_a_title_stands_behind_the_level_of_the_post() -> None:
    passage = lined("专业技术十级岗位担任工程师").lines[0].passage
    found = title_in(passage, 0, len(passage))
    assert found is not None and found.value == "工程师"


def test_an_appointment_gives_the_title_and_not_its_level_or_trade() -> None:
    found = values_of(
        APPOINTMENT.facts(
            [
                lined(
                    "# 事业单位岗位聘用审批表",
                    "姓名  罗小明",
                    "拟聘岗位  专业技术八级",
                    "拟聘职务  畜牧师（草原）",
                    "聘期  自2020年3月1日至2023年2月28日",
                )
            ]
        )
    )
    assert found["title"] == "畜牧师"


def test_a_level_alone_is_what_the_form_says() -> None:
    view = lined("# 事业单位岗位聘用审批表", "姓名  罗小明", "拟聘岗位  专业技术八级")
    assert values_of(APPOINTMENT.facts([view]))["title"] == "专业技术八级"


def test_a_list_of_names_set_wide_over_two_lines_is_no_broken_name() -> None:
    found = values_of(
        COMMENDATION.facts(
            [
                lined(
                    "# 关于表彰云山县拔尖人才的决定",
                    "县委、县政府决定授予下列同志“云山县拔尖人才”称号：",
                    "许正昌 龙 翔 普红波 孙桂莲 白 玉 李永恒",
                    "阿 娅 张从军 何绍祖 官云飞",
                    source="ocr",
                )
            ]
        )
    )
    assert found["names"][-4:] == ("阿娅", "张从军", "何绍祖", "官云飞")  # type: ignore[index]


def test_names_behind_the_county_they_work_in_and_at_the_end_of_a_sentence() -> None:
    said = "批准绿春县李哈者、白周然、马智慧三位同志具备中学一级教师任职资格。"
    view = lined("# 关于任职资格的通知", said)
    assert values_of(NOTICE.facts([view]))["names"] == ("李哈者", "白周然", "马智慧")
    view = lined("# 关于确认职称的函", "确认以下4人具备副研究馆员职称：", "彭司琪、向阳红、石 磊、麻敏之。")
    assert values_of(NOTICE.facts([view]))["names"] == ("彭司琪", "向阳红", "石磊", "麻敏之")


def test_one_honoured_alone_is_the_person_of_the_letter() -> None:
    view = lined("# 关于给予嘉奖的决定", "给予罗小明同志记三等功一次。")
    assert values_of(COMMENDATION.facts([view]))["person_name"] == "罗小明"


def test_a_letter_about_several_is_about_none_of_them_more_than_the_others() -> None:
    view = lined("# 任职资格的通知", "关于和志强同志等3人具备工程师任职资格的通知", "和志强、余文忠、李国瑞")
    found = values_of(NOTICE.facts([view]))
    assert len(found["names"]) == 3 and "person_name" not in found  # type: ignore[arg-type]


def test_the_year_of_a_book_is_that_of_its_last_edition() -> None:
    view = lined("图书在版编目(CIP)数据", "2014年8月第1版  2019年8月第2版  2021年1月第5次印刷")
    assert values_of(BOOK.facts([view]))["year"] == "2019"


def test_a_degree_is_taken_where_one_studied_not_at_the_unit_in_brackets() -> None:
    said = "罗小明，男，1985年8月8日生。在云山大学（培养单位：云山研究所）生态学学科专业通过考试，授予理学博士学位。"
    assert values_of(DEGREE.facts([lined("# 博士学位证书", said)]))["institution"] == "云山大学"


def test_no_objection_by_letter_telephone_or_visit() -> None:
    said = "公示期内，未接到来信、来电、来访反映问题。"
    assert values_of(PUBLICITY.facts([lined("# 公示结果证明", said)]))["outcome"] == "无异议"
    said = "公示期内如有来信、来电反映问题，请与人事科联系。"
    assert "outcome" not in values_of(PUBLICITY.facts([lined("# 公示", said)]))


def test_a_contract_ends_on_the_day_that_the_next_line_gives() -> None:
    view = lined("# 聘用合同书", "合同期限  五年，从2016年10月8日起至2021年10月", "7日止。", source="ocr")
    assert values_of(CONTRACT.facts([view]))["end_date"] == "2021-10-07"


def test_a_year_of_training_under_heads_of_another_office() -> None:
    rows = (
        ("登记年度", "一般公需", "专业科目", "年度合计"),
        ("2019", "38", "62", "100"),
        ("2020", "36", "60", "96"),
    )
    found = TRAINING.facts([placed([(60.0, 60.0, "继续教育学时登记证明", 22.0), *ruled((90, 90, 90, 90), rows)])])
    told = {(f.name, f.item): f.value for f in found}
    assert (told["hours", 1], told["professional_hours", 2], told["year", 2]) == ("100", "60", "2020")


def test_months_in_a_grid_name_no_employer() -> None:
    rows = (
        ("202011", "已缴", "202105", "已缴", "202111", "已缴"),
        ("202012", "已缴", "202106", "已缴", "202112", "已缴"),
    )
    view = placed(
        [(60.0, 60.0, "养老保险参保缴费情况", 22.0), (60.0, 90.0, "缴费单位  云山县中心小学"), *ruled((70,) * 6, rows)]
    )
    assert all(len(str(f.value)) > 6 for f in INSURANCE.facts([view]) if f.name == "employer")


def test_what_one_cannot_see_of_a_licence_is_told_by_its_inside() -> None:
    inside = lined(
        "根据《中华人民共和国教师法》及《教师资格条例》的规定，认定持证人具备教师资格。",
        "姓名 罗小明",
        "资格种类  高级中学教师资格",
    )
    assert LICENCE.recognise(inside) > 0.7
    assert LICENCE.recognise(lined("本人遵守《中华人民共和国教师法》及《教师资格条例》。", "姓名 罗小明")) < 0.5


def test_the_inside_of_a_certificate_of_the_states_examinations_is_known_by_its_labels() -> None:
    labels = (
        "姓名：罗小明",
        "专业名称：人力资源管理",
        "资格级别：中级（经济师）",
        "批准日期：2012年11月4日",
        "签发单位：云山省人社厅",
    )
    assert TITLE.recognise(lined("持证人签名：", "管理号：12153031533003127", *labels)) > 0.5
    assert TITLE.recognise(lined("登记号：12153031533003127", *labels[:3])) < 0.5


def test_a_title_at_the_head_of_a_booklets_right_half_is_one() -> None:
    left = [
        (60.0, 240.0, "人事考试中心", 12.0),
        (60.0, 290.0, "姓名：罗小明", 12.0),
        (60.0, 317.0, "身份证号：5325", 12.0),
    ]
    right = [
        (380.0, 68.0, "全国专业技术人员", 13.0),
        (370.0, 93.0, "计算机应用能力考试合格证", 13.0),
        (370.0, 160.0, "成绩：合格", 12.0),
    ]
    assert EXAM.recognise(placed([*left, *right], width=630.0, height=455.0)) > 0.5


def test_the_place_that_was_helped_attests_a_service() -> None:
    said = "我县受援单位——云山自治县人民医院接收云南省第九批援疆医疗队队员罗小明同志开展对口支援工作，"
    view = lined("# 证明", said, "援派时间为2019年8月20日至2021年1月20日。")
    assert SERVICE.recognise(view) >= 0.6
    assert values_of(SERVICE.facts([view]))["person_name"] == "罗小明"


def test_english_under_a_number_is_no_part_of_it() -> None:
    view = lined("# 职业技能等级证书", "姓名：罗小明", "证书编号：S000053040002211000036", "Certificate No.")
    assert values_of(SKILL.facts([view]))["certificate_number"] == "S000053040002211000036"


def test_the_year_of_an_english_letter_stands_with_the_volume() -> None:
    view = lined(
        "Dear Dr. Yang,",
        "We are pleased to inform you that your manuscript “Rainfall thresholds for landslides” has been accepted",
        "for publication in the Journal of Plateau Hazards.",
        "It is scheduled to appear in Volume 5, Issue 2, 2023.",
        "14 November 2022",
    )
    found = values_of(ACCEPTANCE.facts([view]))
    assert (found["volume"], found["issue"], found["year"]) == ("5", "2", "2023")


def test_the_one_marked_member_is_whose_proof_it_is() -> None:
    marked = lined("# 结题证书", "项目名称：湿地植被恢复研究", "主要研究人员：杨士吉 洪丽梅(第二) 董学良 赵国强")
    plain = lined("# 结题证书", "项目名称：湿地植被恢复研究", "主要研究人员：杨士吉 洪丽梅 董学良 赵国强")
    assert values_of(PROJECT.facts([marked]))["person_name"] == "洪丽梅"
    assert "person_name" not in values_of(PROJECT.facts([plain]))


def test_a_tiling_between_the_lines_is_no_print_but_a_column_is() -> None:
    tiles = [(80.0 * column, 50.0 * row, "云山职称", 14.0) for row in range(8) for column in range(5)]
    column = [(90.0, 470.0 + 30 * row, "农艺师", 12.0) for row in range(6)]
    kept = {word.text for word in level_words(placed([*tiles, *column]).page)}
    assert kept == {"农艺师"}


def test_a_table_of_training_gives_each_year_a_column() -> None:
    rows = (
        ("年度", "2018", "2019", "2020"),
        ("公需科目学时", "30", "30", "30"),
        ("专业科目学时", "60", "75", "61"),
        ("总学时", "90", "105", "91"),
        ("结论", "合格", "合格", "合格"),
    )
    view = placed([(60.0, 60.0, "继续教育合格证明", 22.0), *ruled((120, 80, 80, 80), rows)])
    told = {(f.name, f.item): f.value for f in TRAINING.facts([view]) if f.item}
    assert told == {
        ("year", 1): "2018",
        ("professional_hours", 1): "60",
        ("hours", 1): "90",
        ("year", 2): "2019",
        ("professional_hours", 2): "75",
        ("hours", 2): "105",
        ("year", 3): "2020",
        ("professional_hours", 3): "61",
        ("hours", 3): "91",
    }

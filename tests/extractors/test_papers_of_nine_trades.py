"""Papers of nine trades: claims in a table that names no kind, several people in one sentence, letters behind
certificates, names under titles, notes of printing. What is made up here keeps their wording and setting."""

from __future__ import annotations

import msgspec
import pytest

from extractors.classify import best
from extractors.forms.claims import claims
from extractors.grammar.organisations import is_organisation
from extractors.layout import PageView
from extractors.members import placed as placed_in
from extractors.records import Document, DocumentType, Fact
from extractors.segment import cut
from extractors.types import discovered
from extractors.under_title import under_title
from extractors.works.authors import chinese
from extractors.works.contents import facts as contents
from extractors.works.issues import facts as issue_facts
from tests.extractors.pages import gridded, lined, placed, values_of
from tests.extractors.reading import facts_of, has, read, rows

MIXED = gridded(
    (40, 250, 110, 110),
    [
        ("序号", "内容", "时间", "本人作用"),
        ("1", "云山电站闸门改造", "2016.03—2018.12", "第二负责人"),
        ("2", "一种闸门检修支架", "2018年授权", "第1发明人"),
        ("3", "云山省质量小组成果二等奖（清泉小组）", "2018年8月", "第5（9人）"),
        ("4", "论文：闸门止水改造的做法，云山水利，2019.03", "2019年3月", "共同第一（列第二）"),
        ("5", "云山县优秀驻村工作队员（中共云山县委）", "2019年6月", "个人"),
        ("6", "日常巡查", "2015—2019", "完成"),
    ],
    above=[(200, 60, "主要业绩", 13.0)],
    number=2,
)


def test_claims_of_a_table_that_names_no_kind_are_told_by_their_words() -> None:
    found = rows(claims([MIXED]))
    assert [next(iter(row.items())) for row in found] == [
        ("claimed_project", "云山电站闸门改造"),
        ("claimed_patent", "一种闸门检修支架"),
        ("claimed_award", "云山省质量小组成果二等奖"),
        ("claimed_paper", "闸门止水改造的做法"),
        ("claimed_award", "云山县优秀驻村工作队员"),
    ]
    assert found[2]["claimed_award_rank"] == "5"
    has(found[3], {"claimed_author_rank": "2", "claimed_journal": "云山水利"})


def test_a_grade_in_brackets_belongs_to_the_award() -> None:
    view = gridded(
        (200, 120, 60),
        [("奖励名称", "授奖时间", "排名"), ("云山省科技进步奖（二等奖）", "2018年8月", "第2")],
        above=[(200, 60, "获奖情况", 13.0)],
    )
    assert rows(claims([view]))[0]["claimed_award"] == "云山省科技进步奖（二等奖）"


SHOWN = (
    "云山县电视台对拟申报2020年度新闻系列职称的李明、王红、张建国等3人予以公示。",
    "我公司在公示栏公示了李明（工程师）、王红（工程师）、张建国（助理工程师）的职称申报材料。",
    "云山县医院2020年度申报高级职称人员李明、自丽芳、张建国的材料在院内公示。",
)


@pytest.mark.parametrize("said", SHOWN)
def test_those_who_are_shown_in_public_together(said: str) -> None:
    view = lined("# 公示证明", said, "公示7个工作日，无异议。", "云山县电视台", "2020年8月6日")
    names = values_of(facts_of("employer_publicity", view))["names"]
    assert isinstance(names, tuple)
    assert len(names) == 3
    assert names[0] == "李明"


def test_a_sentence_on_units_names_nobody() -> None:
    view = lined("# 公示证明", "公示对象：各科室、各部门、全院职工。", "无异议。", "云山县医院", "2020年8月6日")
    assert "names" not in values_of(discovered()["employer_publicity"].facts([view]))


def test_the_winners_of_a_prize_that_a_society_announces() -> None:
    view = lined(
        "云记协〔2017〕19号",
        "# 关于公布云山新闻奖评选结果的通知",
        "二等奖：《云山的路》，主创：李明、王红、张建国，编辑：集体。",
        "云山省新闻工作者协会",
        "2017年10月31日",
    )
    has(read("commendation", view), {"names": ("李明", "王红", "张建国"), "document_number": "云记协〔2017〕19号"})


def test_a_notice_on_results_of_review_is_no_commendation() -> None:
    view = lined(
        "云人社〔2017〕19号",
        "# 关于公布工程系列职称评审结果的通知",
        "李明等3名同志具备工程师任职资格。",
        "云山县人力资源和社会保障局",
        "2017年10月31日",
    )
    assert best(view).type == "title_notice"


def test_a_dot_inside_a_name_of_a_list() -> None:
    found = chinese(lined("李明、扎西.多吉（藏族）、王红").lines[0].passage)
    assert found is not None
    assert found.names == ("李明", "扎西·多吉", "王红")


def test_dots_between_names_part_them() -> None:
    found = chinese(lined("李明.王红.张建国").lines[0].passage)
    assert found is not None
    assert found.names == ("李明", "王红", "张建国")


CERTIFICATE = lined(
    "证书号第3954127号",
    "# 外观设计专利证书",
    "外观设计名称：陶瓶",
    "设计人：李明",
    "专利号：ZL 2016 3 0214578.7",
    "授权公告日：2016年11月23日",
)
CHANGED = lined(
    "国家知识产权局",
    "# 手续合格通知书",
    "专利号：ZL201630214578.7",
    "变更后：李明",
    "国家知识产权局",
    "2018年9月12日",
    number=2,
)


def test_a_letter_with_title_and_date_is_no_page_of_the_paper_before() -> None:
    assert [(p.type, len(p.views)) for p in cut([CERTIFICATE, CHANGED])] == [("patent_certificate", 1), ("other", 1)]


def test_a_page_without_a_title_goes_on() -> None:
    legend = lined("专利号：ZL201630214578.7", "图1  主视图", number=2)
    assert [len(p.views) for p in cut([CERTIFICATE, legend])] == [2]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("罗小明  兽医师  编号：MP-07", "罗小明"),
        ("罗小明，研发中心。", "罗小明"),
        ("云山县畜牧站  罗小明", "罗小明"),
        ("序号  年度  等次  单位", None),
        ("云山县畜牧站", None),
    ],
)
def test_a_name_under_the_title(line: str, name: str | None) -> None:
    view = lined("# 年度考核结果登记卡", line, "2018年度  合格")
    assert next((f.value for f in under_title(view)), None) == name


def test_one_of_several_under_a_title_is_nobodys_name() -> None:
    assert not list(under_title(lined("# 年度考核名单", "罗小明  合格", "王红英  合格")))


def test_the_day_of_signing_goes_before_that_of_printing() -> None:
    lines = ["# 成绩合格证", "姓名：罗小明", "考试科目：高级会计实务", "成绩：67分"]
    signed = ["云山省会计考试中心", "2018年10月22日", "打印时间：2020-07-15"]
    has(read("exam_certificate", lined(*lines, *signed)), {"issue_date": "2018-10-22", "issuer": "云山省会计考试中心"})


def test_a_print_out_without_a_signature_is_dated_by_its_printing() -> None:
    view = lined("# 成绩合格证", "姓名：罗小明", "考试科目：高级会计实务", "成绩：67分", "1/1", "打印时间：2020-07-15")
    has(read("exam_certificate", view), {"issue_date": "2020-07-15"})


def test_a_volume_in_brackets() -> None:
    found = {f.name: f.value for f in issue_facts(lined("2019年第5期（34卷）").lines[0].passage)}
    assert (found["volume"], found["issue"]) == ("34", "5")


def test_a_count_of_volumes_is_none() -> None:
    assert "volume" not in {f.name for f in issue_facts(lined("全书（3卷本）2019年第5期").lines[0].passage)}


DEPUTY = lined(
    "# 项目完成情况证明",
    "项目名称：“云山十年”融媒体传播工程",
    "项目编号：YSCZ2017-文-08",
    "负责人：张建国",
    "副负责人：罗小明（第2，2017年5月起）",
    "起止时间：2014年9月—2019年8月",
    "云山县融媒体中心",
    "2019年9月17日",
)


def _document(kind: DocumentType, facts: list[Fact]) -> Document:
    return Document(
        id=kind, file=kind, pages=(1, 1), type=kind, confidence=1.0, source="text", sha256="0" * 64, facts=tuple(facts)
    )


def test_a_title_that_begins_with_a_quotation_and_the_deputy_of_a_project() -> None:
    facts = facts_of("project_proof", DEPUTY)
    has(values_of(facts), {"project_name": "“云山十年”融媒体传播工程", "project_number": "YSCZ2017-文-08"})
    form = discovered()["application_form"].facts([lined("# 职称申报表", "姓名：罗小明")])
    own = placed_in([_document("application_form", form), _document("project_proof", facts)])[1]
    assert (own.value("person_name"), own.value("rank")) == ("罗小明", "2")


def test_several_whom_one_sentence_appoints_without_a_word_for_persons() -> None:
    view = lined(
        "# 关于聘任李明等同志专业技术职务的决定",
        "聘任李明、王红英为主管护师，聘期2014年1月1日至2016年12月31日。",
        "云山县医院",
        "2013年12月30日",
    )
    members = [(r["member"], r["member_title"]) for r in rows(facts_of("appointment", view))]
    assert members == [("李明", "主管护师"), ("王红英", "主管护师")]


def test_of_two_terms_the_present_one() -> None:
    view = placed(
        [
            (150, 60, "事业单位岗位聘用变更（续聘）登记表", 18),
            (70, 110, "姓名"),
            (140, 110, "罗小明"),
            (300, 110, "职务"),
            (370, 110, "记者"),
            (70, 140, "上一聘期"),
            (140, 140, "2014.01.06—2016.12.31"),
            (70, 170, "本聘期"),
            (140, 170, "2017.01.01—2021.12.31"),
            (300, 230, "云山县电视台"),
            (300, 250, "2016年12月30日"),
        ]
    )
    has(read("appointment", view), {"start_date": "2017-01-01", "end_date": "2021-12-31", "person_name": "罗小明"})


def test_an_honour_in_marks_whatever_it_is() -> None:
    view = lined("# 证书", "授予李明同志“云山县古滇工匠”称号。", "云山县总工会", "2019年4月28日")
    has(read("award_certificate", view), {"award_name": "云山县古滇工匠", "person_name": "李明"})


def test_the_place_of_whoever_holds_the_certificate() -> None:
    view = lined(
        "# 荣誉证书",
        "云山公司清泉小组：",
        "课题《降低返工率》荣获云山省质量管理小组成果二等奖。",
        "小组成员：赵勇、孙立、李明（持证人李明，第3）",
        "云山省质量协会",
        "2018年12月7日",
    )
    has(read("award_certificate", view), {"rank": "3", "person_name": "李明"})


def _yearly(*opinion: str) -> PageView:
    return lined(
        "# 单位职工年度考核表",
        "（2017年度）",
        "姓名  罗小明  单位  云山县茶叶站",
        "签名：罗小明  2017年12月24日",
        *opinion,
        "本人意见  同意",
        "签名：罗小明  2018年1月10日",
    )


def test_grades_to_be_ticked_are_no_grade_and_the_units_day_is_the_forms() -> None:
    choice = "考核委员会意见  确定该同志考核为：优秀 合格 基本合格 不合格"
    found = read("annual_appraisal", _yearly(choice, "（盖章）  2018年1月9日"))
    assert "grade" not in found
    has(found, {"issue_date": "2018-01-09", "year": "2017"})


def test_a_grade_that_the_unit_states() -> None:
    found = read("annual_appraisal", _yearly("考核委员会意见  经研究，确定该同志2017年度考核为优秀等次。"))
    has(found, {"grade": "优秀", "year": "2017"})


def _paper(header: list[tuple[float, float, str, float]]) -> PageView:
    return placed(
        [
            *header,
            (120, 90, "高原水稻栽培技术初探", 20),
            (260, 130, "罗小明"),
            (200, 155, "（云山县农业技术推广站，云山 650000）", 10),
            (70, 185, "摘要：对高原水稻栽培技术作了初步的探讨，提出了相应的做法。", 10),
            (70, 205, "关键词：水稻；栽培", 10),
            (70, 225, "中图分类号：S511  文献标识码：A", 10),
        ]
    )


def test_the_name_beside_the_issue_is_the_journals_and_the_other_a_columns() -> None:
    view = _paper([(300, 50, "基层实践", 9), (380, 50, "高原作物", 9), (440, 50, "2018年第8期", 9)])
    has(values_of(discovered()["paper"].facts([view])), {"journal": "高原作物", "issue": "8"})


def test_a_journal_named_as_one_goes_before_a_nearer_word() -> None:
    view = _paper([(70, 50, "云山农业学报", 9), (330, 50, "高原作物", 9), (440, 50, "2018年第8期", 9)])
    has(values_of(discovered()["paper"].facts([view])), {"journal": "云山农业学报"})


JOURNAL = lined("# 高原作物", "2018年第8期", "ISSN 1671-0001", "CN 53-1001/S", "主管：云山省农业厅", "1 / 3")
OPENING = placed(
    [
        (300, 50, "高原作物 2018年第8期", 9),
        (120, 90, "高原水稻栽培技术初探", 20),
        (260, 130, "罗小明"),
        (200, 155, "（云山县农业技术推广站，云山 650000）", 10),
        (70, 185, "摘要：对高原水稻栽培技术作了初步的探讨，提出了相应的做法。", 10),
        (70, 205, "关键词：水稻；栽培", 10),
        (70, 225, "中图分类号：S511  文献标识码：A  文章编号：1671-0001(2018)08-0012-02", 10),
        (70, 800, "2 / 3", 9),
    ],
    number=2,
)
ENDING = placed(
    [
        (300, 50, "高原作物 2018年第8期", 9),
        (70, 90, "以上做法在三个乡镇推广，亩产提高了一成，农户反映良好。", 10),
        (70, 120, "参考文献", 10),
        (70, 140, "[1] 王红. 水稻育秧的做法[J]. 云山农业, 2015(3): 12-15.", 10),
        (70, 800, "3 / 3", 9),
    ],
    number=3,
)


def test_numbers_through_a_bound_file_hold_no_documents_together() -> None:
    assert [(p.type, len(p.views)) for p in cut([JOURNAL, OPENING, ENDING])] == [("journal_pages", 1), ("paper", 2)]


def test_a_paper_that_names_its_authors_begins_anew() -> None:
    assert len(cut([OPENING, OPENING])) == 2


def test_years_in_columns_with_the_units_between_them_and_the_grades() -> None:
    view = lined(
        "# 年度考核情况登记表",
        "姓名：罗小明",
        "年度  2017  2018  2019",
        "单位  云山县一中  云山县一中  云山县一中",
        "等次  合格  优秀  合格",
        "云山县第一中学",
        "2020年7月15日",
    )
    found = [(r["year"], r["grade"]) for r in rows(facts_of("annual_appraisal", view))]
    assert found == [("2017", "合格"), ("2018", "优秀"), ("2019", "合格")]


def test_years_stated_one_by_one_with_a_grade_broken_over_lines() -> None:
    view = lined(
        "# 年度考核结果证明",
        "罗小明同志年度考核情况如下：",
        "2017年度：在云山县甲镇中心卫生院工作，年度考核“合",
        "格”等次；",
        "2018年度：在云山县甲镇中心卫生院工作，年度考核“优",
        "秀”等次。",
        "云山县甲镇中心卫生院",
        "2020年7月28日",
    )
    found = [(r["year"], r["grade"]) for r in rows(facts_of("annual_appraisal", view))]
    assert found == [("2017", "合格"), ("2018", "优秀")]


def test_quoted_words_inside_a_claimed_title() -> None:
    view = lined("论文与著作", "（1）电子专业“岗课对接”教学实践，《云山教育》2017年8月，独著。", number=2)
    has(rows(claims([view]))[0], {"claimed_paper": "电子专业“岗课对接”教学实践", "claimed_journal": "云山教育"})


def test_a_claimed_title_in_quotation_marks() -> None:
    view = lined("论文与著作", "（1）发表“岗课对接教学实践”，《云山教育》2017年8月，独著。", number=2)
    has(rows(claims([view]))[0], {"claimed_paper": "岗课对接教学实践"})


def test_a_contest_with_its_group_in_brackets() -> None:
    view = lined(
        "# 荣誉证书",
        "罗小明老师：",
        "在2017年云山市教师教学能力比赛（加工制造类）中荣获一等奖。",
        "云山市教育局",
        "2017年10月27日",
    )
    has(read("award_certificate", view), {"award_name": "云山市教师教学能力比赛", "award_grade": "一等奖"})


def test_spells_of_insurance_under_heads_of_one_word() -> None:
    view = lined(
        "# 社会保险参保缴费证明",
        "姓名：罗小明",
        "参保单位  缴费起始  缴费截止  险种及状态",
        "云山县林场  2014年10月  2014年12月  养老保险",
        "云山市林场  2015年1月  2020年7月  养老保险",
        "云山市社会保险局",
        "2020年7月28日",
    )
    found = [(r["start_date"], r["end_date"]) for r in rows(facts_of("social_insurance", view))]
    assert found == [("2014-10", "2014-12"), ("2015-01", "2020-07")]


def test_the_title_that_a_change_of_series_gives() -> None:
    view = lined(
        "云人社职〔2014〕93号",
        "# 关于转评任职资格的通知",
        "罗小明、王红英由中学教师系列转评为中等职业学校教师系列讲师。",
        "云山市人力资源和社会保障局",
        "2015年1月8日",
    )
    has(read("title_notice", view), {"title": "讲师"})


def test_a_title_that_ends_under_its_authors_in_a_centred_row() -> None:
    view = placed(
        [
            (200, 60, "目  录", 16),
            (60, 100, "现代学徒制试点的问题与对策"),
            (400, 100, "陈琳"),
            (520, 100, "5"),
            (60, 125, "中职电子技术专业项目教学实"),
            (400, 134, "罗小明"),
            (520, 134, "71"),
            (60, 143, "践"),
            (60, 170, "技能大赛与人才培养的关系"),
            (400, 170, "罗立平"),
            (520, 170, "88"),
        ]
    )
    titles = [str(r["title"]) for r in rows(list(contents([view])))]
    assert titles == ["现代学徒制试点的问题与对策", "中职电子技术专业项目教学实践", "技能大赛与人才培养的关系"]


def test_a_chairman_is_no_organisation() -> None:
    assert not is_organisation("学位评定委员会主席骆小所")
    assert is_organisation("学位评定委员会")


def test_a_letter_that_names_the_project_first_and_who_set_it() -> None:
    view = lined(
        "# 证明",
        "云山灌区续建配套与节水改造工程（项目编号：",
        "DSJ-2015-03）由云山州水利局下达，于2015年3月开展，",
        "2017年12月通过竣工验收。罗小明同志担任设计负责人，排名第一。",
        "云山州水利局",
        "2020年7月16日",
    )
    expected = {
        "project_name": "云山灌区续建配套与节水改造工程",
        "project_number": "DSJ-2015-03",
        "funder": "云山州水利局",
        "start_date": "2015-03",
        "end_date": "2017-12",
        "rank": "1",
        "person_name": "罗小明",
    }
    has(read("project_proof", view), expected)


def test_a_letter_about_works_is_no_proof_of_a_project() -> None:
    view = lined(
        "# 工程业绩证明",
        "兹证明罗小明在云山水库除险加固工程中担任水工专业负责人，",
        "时间为2013年2月至2014年11月。",
        "云山县水务局",
        "2014年12月18日",
    )
    assert best(view).type == "merit_proof"


def test_a_label_is_not_made_of_words_in_two_columns() -> None:
    view = placed(
        [
            (200, 50, "职称申报表", 18),
            (50, 100, "申报", 9),
            (110, 105, "副主任护师", 9),
            (230, 105, "级别", 9),
            (260, 105, "副高级", 9),
            (302, 100, "系列/专", 9),
            (350, 105, "卫生/外科护理", 9),
            (50, 114, "职称", 9),
            (302, 114, "业", 9),
        ]
    )
    has(read("application_form", view), {"applied_series": "卫生", "applied_specialty": "外科护理"})


def test_a_paper_that_speaks_of_theses_is_still_a_paper() -> None:
    view = placed(
        [
            (300, 50, "档案园地 2016年第4期", 9),
            (120, 80, "教学档案著录质量控制研究", 20),
            (260, 115, "罗小明"),
            (200, 140, "（云山学院档案馆，云山 671003）", 10),
            (70, 165, "【内容提要】以抽查的数据为基础，分析差错的类型和成因。", 10),
            (70, 185, "【关键词】高校档案；教学档案；著录", 10),
            (70, 210, "学籍卡、试卷与毕业论文形成的时间长，著录的项目不同。", 10),
            *((70, 230 + 15 * i, "档案著录的差错以姓名和学号最多，改正的做法如下所述。", 10) for i in range(6)),
        ]
    )
    assert best(view).type == "paper"


def test_a_level_in_brackets_is_no_part_of_a_title() -> None:
    view = lined(
        "# 专业技术资格证书",
        "姓名：罗小明",
        "资格名称：记者（中级）",
        "批准时间：2013年12月5日",
        "评审组织：云山新闻系列评审委员会",
        "云山省人力资源和社会保障厅",
    )
    has(read("title_certificate", view), {"title": "记者"})


def test_a_publicity_with_its_outcome_on_one_sheet() -> None:
    view = lined(
        "# 关于主任记者申报人选的公示及结果",
        "现将我单位申报人员情况公示如下：罗小明，男，记者。",
        "公示时间：2020年8月7日至2020年8月17日。",
        "公示期满，未收到异议。同意推荐罗小明同志申报。",
        "云山市融媒体中心",
        "2020年8月18日",
    )
    has(read("employer_publicity", view), {"start_date": "2020-08-07", "end_date": "2020-08-17", "outcome": "无异议"})


def test_a_row_of_months_above_the_note_of_printing_is_no_signature() -> None:
    view = lined(
        "# 社会保险参保缴费证明",
        "姓名：罗小明",
        "参保单位  缴费起始  缴费截止  险种",
        "云山县林场  2014年10月  2014年12月  养老保险",
        "云山市林场  2015年1月  2020年7月  养老保险",
        "云山市社会保险局",
        "打印日期：2020年7月28日",
    )
    has(read("social_insurance", view), {"issuer": "云山市社会保险局", "issue_date": "2020-07-28"})


def test_a_longer_name_farther_off_is_the_journals() -> None:
    view = _paper([(60, 50, "中学数学教学参考", 9), (330, 50, "解题教学", 9), (440, 50, "2018年第8期", 9)])
    has(values_of(discovered()["paper"].facts([view])), {"journal": "中学数学教学参考"})


def test_a_paper_with_an_abstract_begins_anew_whoever_wrote_it() -> None:
    words = tuple(word for word in OPENING.page.words if word.text != "罗小明")
    following = PageView(msgspec.structs.replace(OPENING.page, words=words, number=3))
    assert "authors" not in {f.name for f in discovered()["paper"].facts([following])}
    assert len(cut([OPENING, following])) == 2

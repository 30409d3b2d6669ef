"""Lists that mark whom they are handed in for, tables with a label at their side, and agreements, covers and contents
in further settings. What is made up here keeps their wording."""

from __future__ import annotations

import msgspec
import pytest

from extractors.classify import best
from extractors.forms.claims import claims
from extractors.layout import PageView
from extractors.members import placed as placed_in
from extractors.records import Document, DocumentType, Fact
from extractors.segment import cut
from extractors.types import discovered
from extractors.works import codes
from extractors.works.contents import facts as contents
from extractors.works.winners_tables import beside_works
from ingest.geometry import Box
from tests.extractors.pages import gridded, lined, placed, word
from tests.extractors.reading import facts_of, has, read, rows


def _document(kind: DocumentType, facts: list[Fact]) -> Document:
    return Document(
        id=kind, file=kind, pages=(1, 1), type=kind, confidence=1.0, source="text", sha256="0" * 64, facts=tuple(facts)
    )


def _trained(*names: str) -> Document:
    table = [("序号", "姓名", "专业", "总学时", "结业证书号")]
    table += [(str(i), name, "60", str(90 + i), f"YX201710{i}") for i, name in enumerate(names, 1)]
    above = [(150, 50, "继续教育高级研修班学时认定的函", 18.0), (60, 80, "经考核，参训人员成绩合格。")]
    view = gridded(
        (40, 110, 80, 80, 110), table, above=[*above, (350, 300, "云山省人才培训中心"), (350, 320, "2017年11月15日")]
    )
    (alone,) = placed_in([_document("continuing_education", facts_of("continuing_education", view))])
    return alone


def test_of_a_list_the_one_that_it_marks() -> None:
    alone = _trained("王红英", "罗小明（本人）", "李国强")
    expected = {"person_name": "罗小明", "hours": "92", "certificate_number": "YX2017102"}
    assert {name: alone.value(name) for name in expected} == expected


def test_a_list_that_marks_nobody_is_about_none() -> None:
    assert _trained("王红英", "罗小明", "李国强").value("person_name") == ""


def _beside(label: str, table: list[tuple[str, ...]]) -> PageView:
    """A ruled table with a cell at its left that is as high as all its rows."""
    view = gridded((160, 130, 80, 80), table, left=110)
    top, bottom = min(r.y0 for r in view.page.rulings), max(r.y1 for r in view.page.rulings)
    sides = (Box(60, top, 110, top + 0.5), Box(60, bottom - 0.5, 110, bottom), Box(60, top, 60.5, bottom))
    words = (*view.page.words, word(75, (top + bottom) / 2, label, 10.0))
    return PageView(msgspec.structs.replace(view.page, words=words, rulings=(*view.page.rulings, *sides)))


def test_claims_in_a_table_with_a_label_at_its_side() -> None:
    view = _beside(
        "论文",
        [
            ("题目", "刊物、期号", "发表时间", "作者排名"),
            *(("甲地文献加工的做法", "云山图书", "2018.11", "第1作者"),) * 3,
        ],
    )
    found = rows(claims([view]))
    assert len(found) == 3
    has(found[0], {"claimed_paper": "甲地文献加工的做法", "claimed_journal": "云山图书", "claimed_author_rank": "1"})


def test_a_book_with_the_word_for_its_authors_under_their_names() -> None:
    view = placed(
        [
            (97, 139, "锡都记忆", 22),
            (181, 195, "龚德胜 熊秀英 易清", 14),
            (229, 222, "编著", 11),
            (196, 361, "云山大学出版社", 12),
        ]
    )
    has(read("book_pages", view), {"authors": ("龚德胜", "熊秀英", "易清"), "author_role": "编著", "title": "锡都记忆"})


def test_a_final_of_a_contest() -> None:
    view = lined(
        "# 荣誉证书",
        "罗小明：",
        "在“第八届全国茶艺职业技能竞赛”总决赛中荣获个人赛金奖。",
        "人力资源和社会保障部",
        "2018年11月12日",
    )
    has(read("award_certificate", view), {"award_name": "第八届全国茶艺职业技能竞赛", "award_level": "national"})


def test_a_title_with_its_specialty_in_brackets() -> None:
    view = lined(
        "# 专业技术职务任职资格证明",
        "罗小明，女，经工程技术系列专业技术职务任职资格评审委员会评审",
        "通过，于2017年2月24日取得高级工程师（测绘专业）任职资格。",
        "云山省人力资源和社会保障厅",
        "2019年12月28日",
    )
    has(read("title_certificate", view), {"title": "高级工程师", "specialty": "测绘"})


def test_an_agreement_of_appointment_is_no_contract_of_employment() -> None:
    view = lined(
        "# 专业技术职务聘约书",
        "聘任单位（甲方）：云山县畜牧站",
        "受聘人（乙方）：罗小明",
        "一、甲方聘任乙方为畜牧师，聘期为2012年10月1日至2015年9月30日。",
        "甲方盖章：  乙方签名：罗小明",
    )
    has(read("appointment", view), {"start_date": "2012-10-01", "person_name": "罗小明"})


def test_a_contract_between_two_parties_is_no_appointment() -> None:
    view = lined(
        "# 聘用合同书",
        "甲方（用人单位）：云山县畜牧站",
        "乙方（受聘人）：罗小明",
        "一、合同期限自2012年10月1日至2015年9月30日止。",
    )
    assert best(view).type == "employment_contract"


def test_titles_authors_and_pages_parted_by_strokes() -> None:
    view = lined(
        "# 目录",
        "县级融媒体中心建设的路径 / 赖永昌 / P4",
        "短视频时代民生新闻选题 / 吕伟 / P16",
        "采编融合转型的实践探索 / 罗小明 / P22",
    )
    found = rows(list(contents([view])))
    assert [(r["title"], r["page_range"]) for r in found][2] == ("采编融合转型的实践探索", "22")
    assert found[2]["authors"] == ("罗小明",)


def test_a_number_before_the_next_number_ends_there() -> None:
    hit = codes.doi(lined("DOI：10.13789/j.cnki.wwe.2020.05.074 ISSN 2694-2909").lines[0].passage)
    assert hit is not None
    assert codes.doi_of(hit) == "10.13789/j.cnki.wwe.2020.05.074"


SUMMARY = (
    "罗小明，藏族，2002年毕业于云山林学院，一直在云山林场工作。",
    "一、森林经营。主持片区森林资源规划设计调查，参加继续教育培训。",
    "二、推广。参加低效林改造技术示范与推广，获科技进步三等奖，本人排名第二。",
    "三、扶贫。2014年9月至2015年7月在尼西乡汤满村驻村扶贫，帮助村里建成合作社。",
    "四、不足。高海拔困难立地造林成活率仍有提升空间，今后继续努力。",
)


def test_a_summary_with_its_title_in_the_size_of_the_text() -> None:
    assert best(lined("专业技术业务总结", *SUMMARY)).type == "work_summary"


def test_a_report_on_a_training_is_no_summary_of_work() -> None:
    assert best(lined("驻村扶贫培训总结", *SUMMARY)).type != "work_summary"


def _results(head: str) -> PageView:
    table = [
        ("等次", head, "单位", "完成人"),
        ("二等奖", "糖厂预算管理实践", "云山糖业公司", "刘永生、思丽等7人"),
        ("三等奖", "供水成本管控", "云山水务公司", "段志鹏、何丽琼、尹春\n梅、罗小明"),
    ]
    above = [(90, 40, "云财会〔2018〕58号", 12.0), (90, 70, "关于公布管理会计优秀案例评选结果的通知", 18.0)]
    return gridded((60, 130, 110, 150), table, above=[*above, (350, 400, "云山省财政厅", 12.0)])


def test_those_whom_a_table_lists_beside_their_works() -> None:
    names = ("刘永生", "思丽", "段志鹏", "何丽琼", "尹春梅", "罗小明")
    has(read("commendation", _results("案例名称")), {"names": names})


def test_a_table_of_units_alone_lists_nobody_beside_works() -> None:
    assert not list(beside_works([_results("备注")]))


DECLARED = ("以上信息由本人填写，内容属实，无学术不端行为，如有虚假后果自负。", "申报人签字：  日期：2020-08-27")


def test_the_last_page_of_a_form_is_no_pledge() -> None:
    form = lined(
        "# 职称申报表", "姓名：罗小明  性别：女", "申报职称：高级教师", "申报系列：中小学教师  现有职称：一级教师"
    )
    last = lined("# 个人声明", *DECLARED, "用人单位审查推荐意见", "材料属实，公示无异议，同意推荐。", number=2)
    assert [(p.type, len(p.views)) for p in cut([form, last])] == [("application_form", 2)]


def test_a_declaration_by_itself_is_a_pledge() -> None:
    assert best(lined("# 个人声明", *DECLARED)).type == "integrity_pledge"


def test_a_running_title_with_its_month_is_no_title() -> None:
    view = placed(
        [
            (55, 58, "2019年8月", 10),
            (240, 58, "高原畜牧兽医", 15),
            (63, 76, "第4期", 10),
            (480, 76, "页码：19-20", 10),
            (165, 112, "高寒山区肉牛舍饲育肥技术要点", 15),
            (284, 145, "楼建军", 10),
            (186, 163, "云山县农业农村综合服务中心 云山 655407", 9),
            (60, 190, "[摘要] 对肉牛舍饲育肥的技术作了总结。", 9),
            (60, 205, "[关键词] 肉牛；舍饲育肥；高寒山区", 9),
        ]
    )
    found = {f.name: f.value for f in discovered()["paper"].facts([view])}
    has(found, {"title": "高寒山区肉牛舍饲育肥技术要点", "authors": ("楼建军",), "journal": "高原畜牧兽医"})


def test_those_whom_a_decision_turns_to() -> None:
    view = lined(
        "云发〔2019〕31号",
        "# 关于表彰脱贫攻坚先进个人的决定",
        "市委、市政府决定，对陈庆华、徐加稳、楼建军7名同志予以通报表彰。",
        "云山市人民政府",
        "2019年10月16日",
    )
    has(read("commendation", view), {"names": ("陈庆华", "徐加稳", "楼建军")})


def test_the_authority_that_signs_a_proof_under_the_school() -> None:
    view = lined(
        "# 城镇教师到乡村学校支教证明",
        "兹有云山市北苑小学教师罗小明，女，自2016年9月1日起至2017年8月31日止，",
        "在洛河乡中心小学支教一年，等次为优秀。",
        "受援学校：洛河乡中心小学（盖章）",
        "主管部门：云山市教育局（盖章）",
        "2017年9月12日",
    )
    has(read("service_proof", view), {"issuer": "云山市教育局", "person_name": "罗小明"})


@pytest.mark.parametrize("line", ["1005-9458  5A-1102/G", "国内统一连续出版物号：5A-1102/G", "CN 5A-1102/G"])
def test_a_number_with_a_letter_in_it_is_read_as_it_stands(line: str) -> None:
    hit = codes.cn(lined(line).lines[0].passage)
    assert hit is not None
    assert codes.cn_of(hit).endswith("5A-1102/G")


def test_a_number_without_its_words_beside_no_issn_is_none() -> None:
    assert codes.cn(lined("型号5A-1102/G").lines[0].passage) is None


@pytest.mark.parametrize("line", ["1005-9458  (HK) NR2015/05", "国内统一连续出版物号：(HK) NR2015/05"])
def test_a_number_from_abroad_without_the_letters_before_it(line: str) -> None:
    hit = codes.cn(lined(line).lines[0].passage)
    assert hit is not None
    assert codes.cn_of(hit) == "CN(HK)NR2015/05"


def test_a_funds_site_sets_the_title_above_the_number() -> None:
    view = placed(
        [
            (68, 27, "国家自然科学基金知识管理服务门户", 8),
            (68, 75, "高山流域森林土壤碳氮耦合过程", 14),
            (73, 122, "项目批准号", 9),
            (150, 122, "31667692", 9),
            (73, 144, "项目负责人", 9),
            (150, 144, "罗小明", 9),
            (73, 165, "开始日期", 9),
            (150, 165, "2017-01-01", 9),
            (260, 165, "结题日期", 9),
            (330, 165, "2020-12-31", 9),
            (73, 187, "资助机构", 9),
            (150, 187, "国家自然科学基金委员会", 9),
            (260, 187, "支持经费", 9),
            (330, 187, "38（万元）", 9),
        ]
    )
    has(
        read("project_proof", view),
        {"project_name": "高山流域森林土壤碳氮耦合过程", "project_number": "31667692", "start_date": "2017-01-01"},
    )


def test_a_keepsake_of_a_service_proves_it() -> None:
    said = "罗小明同志（男）作为援外医疗队员，于2016年1月20日至2017年1月25日"
    team = lined("# 纪念证书", said, "圆满完成援外医疗任务，考核优秀。特颁此证。", "国家卫生委员会", "2017年3月7日")
    assert best(team).type == "service_proof"
    given = "罗小明同志：荣获2016年度先进个人称号。特颁此证，以资鼓励。"
    assert best(lined("# 荣誉证书", given, "云山县卫生局", "2017年3月7日")).type == "award_certificate"


def test_works_as_a_platform_verifies_them() -> None:
    view = lined(
        "# 建设工程业绩核验信息",
        "项目名称  云山新川社区综合体",
        "参与人员  罗小明  担任角色  项目经理",
        "开工日期  2017-09-15  竣工日期  2019-11-30",
        "核验单位：云山市住房和城乡建设局",
        "2020-08-13",
    )
    expected = {"person_name": "罗小明", "role": "项目经理", "start_date": "2017-09-15", "end_date": "2019-11-30"}
    has(read("merit_proof", view), expected)


def test_work_of_every_day_is_no_project_of_an_award() -> None:
    said = "罗小明同志在教育教学工作中成绩显著，被授予“云山县优秀教师”称号。"
    assert "project_name" not in read("award_certificate", lined("# 奖状", said, "云山县人民政府", "2019年9月9日"))


def test_a_project_in_which_somebody_stood_out() -> None:
    said = "罗小明同志在高山茶园改造项目中做出突出贡献，被授予“先进个人”称号。"
    view = lined("# 荣誉证书", said, "云山县人民政府", "2019年9月9日")
    has(read("award_certificate", view), {"project_name": "高山茶园改造"})

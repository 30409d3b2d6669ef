"""Wordings and layouts of papers drawn by others: each once was read wrongly or not at all."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.grammar import names, numbers
from extractors.records import DocumentType
from extractors.segment import cut
from extractors.works import issues
from tests.extractors.pages import lined
from tests.extractors.reading import has, read

WIDE = 36  # characters that a line of these pages holds
TRUE = "本人提供的材料真实可靠，如有弄虚作假，同意取消申报资格。"


def wrapped(sentence: str) -> list[str]:
    return [sentence[i : i + WIDE] for i in range(0, len(sentence), WIDE)]


@pytest.mark.parametrize("title", ["申报材料真实性保证书", "职称申报个人诚信承诺及单位审核表", "个人申报材料声明"])
def test_a_pledge_by_any_name(title: str) -> None:
    view = lined(f"# {title}", "申报人  段文彬", TRUE, "本人签名：  2020年8月29日")
    has(read("integrity_pledge", view), {"person_name": "段文彬", "issue_date": "2020-08-29"})


def test_a_list_of_titles_without_a_subject_line() -> None:
    view = lined(
        "# 云山州人力资源和社会保障局",
        "云人社职〔2013〕62号",
        "# 工程系列工程师任职资格人员名单",
        "序号  姓名  单位  资格名称",
        "1  段文彬  云山州公路设计院  工程师",
        "2  马美玲  云山州公路设计院  工程师",
        "以上人员资格取得时间：2013年10月18日",
    )
    found = read("title_notice", view)
    has(found, {"document_number": "云人社职〔2013〕62号", "title": "工程师", "names": ("段文彬", "马美玲")})
    assert found["issuer"] == "云山州人力资源和社会保障局"


def test_a_licence_with_its_title_below_the_text() -> None:
    view = lined(
        "根据《中华人民共和国执业医师法》，白云峰经考核合格，",
        "具有执业医师资格，特发此证。",
        "发证机关：云山省卫生厅",
        "# 医师资格证书",
        "2007年11月16日",
    )
    assert read("licence", view)["licence_kind"] == "医师资格证书"


def test_a_licence_with_its_title_beside_the_office() -> None:
    view = lined(
        "持证人段文彬，男，1984年2月22日生，依照《教师法》的规定，",
        "具备初级中学教师资格，任教学科：数学。",
        "证书号码：20065318742001547",
        "教师资格证书  发证机关：云山市教育局",
        "二〇〇六年七月十五日",
    )
    expected = {"person_name": "段文彬", "licence_kind": "教师资格证书", "issuer": "云山市教育局"}
    has(read("licence", view), expected)


def test_values_that_an_engine_ran_on_to_their_labels() -> None:
    view = lined("# 专业技术资格证书", "姓名段文彬", "系列中小学教师", "专业初中数学", "资格名称一级教师", source="ocr")
    expected = {"series": "中小学教师", "specialty": "初中数学", "title": "一级教师", "person_name": "段文彬"}
    has(read("title_certificate", view), expected)


def test_an_annex_belongs_to_its_letter_and_a_dossiers_annexes_stay_apart() -> None:
    letter = lined(
        "# 云山州人力资源和社会保障局文件",
        "云人社职〔2014〕99号",
        "# 关于批准陈春英等2名同志取得工程师任职资格的通知",
        "经评审通过，批准陈春英等2名同志取得工程师任职资格（名单附后）。",
        "2014年11月14日",
    )
    annex = ("附件", "# 取得工程师任职资格人员名单", "序号  姓名  专业", "1  陈春英  水利工程", "2  李晓梅  水利工程")
    assert len(cut([letter, lined(*annex, number=2)])) == 1
    award = lined("# 荣誉证书", "段文彬同志：被评为优秀教师，特发此证。", "2014年11月14日")
    assert len(cut([award, lined(*annex, number=2)])) == 2


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("兹聘任 段文彬 同志为云山州公路设计院高级工程师，聘期自2015年1月1日至2017年12月31日。", "高级工程师"),
        ("段文彬同志：经研究决定，兹聘任您为本单位副主任医师，聘期自2015年1月1日起至2017年12月31日止。", "副主任医师"),
        ("兹聘任段文彬同志为水利高级工程师，聘期自2015年1月1日至2017年12月31日。", "水利高级工程师"),
    ],
)
def test_a_post_is_read_without_the_employer(sentence: str, title: str) -> None:
    view = lined("# 聘书", *wrapped(sentence), "云山州公路设计院", "2014年12月23日")
    has(read("appointment", view), {"title": title, "start_date": "2015-01-01", "end_date": "2017-12-31"})


def test_words_of_a_decision_are_no_names() -> None:
    view = lined(
        "# 云山州人民政府文件",
        "云政发〔2018〕17号",
        "# 关于表彰优秀科技工作者的决定",
        "为树立典型、表彰先进，经研究，决定授予段凯、刘雪梅、白光明等3名同志“优秀科技工作者”称号，予以表彰。",
        "云山州人民政府",
        "2018年7月15日",
    )
    has(read("commendation", view), {"names": ("段凯", "刘雪梅", "白光明"), "title": "优秀科技工作者"})


def test_a_contest_is_the_award_and_not_its_grade() -> None:
    view = lined(
        "# 荣誉证书", "段文彬 同志：", "在云山县课堂教学竞赛评选活动中表现突出，荣获一等奖。", "特发此证，以资鼓励。"
    )
    has(read("award_certificate", view), {"award_name": "云山县课堂教学竞赛", "award_grade": "一等奖"})


def test_an_award_whose_grade_stands_in_its_heading() -> None:
    view = lined(
        "# 云山省科学技术进步奖三等奖证书",
        "为表彰在推动科学技术进步中做出突出贡献者，特颁发此证书。",
        "主要完成人  段文彬  排名  第三",
        "云山省人民政府",
        "2016年8月23日",
    )
    expected = {"award_name": "云山省科学技术进步奖", "award_grade": "三等奖", "rank": "3", "person_name": "段文彬"}
    has(read("award_certificate", view), expected)


@pytest.mark.parametrize(
    ("kind", "title", "sentence", "expected"),
    [
        (
            "diploma",
            "毕业证书",
            "段文彬  男  系1977年1月22日出生，1999年9月1日入我校水利工程专业学习，学制三年，于2002年6月30日准予毕业。",
            {"person_name": "段文彬", "gender": "男", "birth_date": "1977-01-22", "major": "水利工程"},
        ),
        (
            "diploma",
            "毕业证书",
            "学生 段文彬 性别 男，于二○○二年九月至二○○六年七月在云山大学 应用数学 专业四年制本科学习，准予毕业。",
            {"institution": "云山大学", "major": "应用数学", "education_level": "本科"},
        ),
        (
            "degree_certificate",
            "学士学位证书",
            "段文彬系云山大学应用数学专业2008届毕业生，已达到理学学科门类学士学位的学术要求，经学位评定委员会审议通过。",
            {"person_name": "段文彬", "discipline": "理学", "degree": "学士"},
        ),
    ],
)
def test_sentences_of_diplomas_and_degrees(
    kind: DocumentType, title: str, sentence: str, expected: dict[str, str]
) -> None:
    has(read(kind, lined(f"# {title}", *wrapped(sentence), "云山大学", "2006年7月1日")), expected)


def test_an_examination_is_issued_on_the_day_of_the_certificate() -> None:
    view = lined(
        "# 高级会计师资格考试成绩合格证",
        "姓名：段文彬",
        "考试科目：高级会计实务",
        "考试时间：2019年9月8日",
        "档案号：201453921161349",
        "云山省会计考试办公室",
        "2019年11月20日",
    )
    has(read("exam_certificate", view), {"issue_date": "2019-11-20", "certificate_number": "201453921161349"})


@pytest.mark.parametrize("label", ["学习形式", "作单位", "主要人员", "申报职称", "培养部门"])
def test_a_label_is_no_name(label: str) -> None:
    assert names.find(label) is None


@pytest.mark.parametrize("name", ["段文彬", "岩温", "此里·尼玛", "欧阳明", "阿依·木呷"])
def test_names_of_all_peoples_are_names(name: str) -> None:
    found = names.find(name)
    assert found is not None and found.value == name


@pytest.mark.parametrize("number", ["1997字第84889", "2007字第123号", "滇中职称证字第12345号", "106731201401008795"])
def test_numbers_in_words(number: str) -> None:
    found = numbers.find(number)
    assert found is not None and found.value == number


def test_a_publicity_table_names_one_person_and_no_row_of_labels() -> None:
    view = lined(
        "# 用人单位公示及推荐意见表",
        "单位名称  云山州公路设计院",
        "被推荐人  段文彬  申报职称  高级工程师",
        "公示时间  自 2020.09.07 起至 2020.09.16 止",
        "公示结果  无异议",
        "2020 年 9 月 18 日",
    )
    found = read("employer_publicity", view)
    has(found, {"person_name": "段文彬", "start_date": "2020-09-07", "end_date": "2020-09-16"})
    assert "names" not in found
    assert best(view).score > 0.7


def test_what_a_paper_cites_or_says_of_its_author_names_no_journal_and_no_pages() -> None:
    body = [f"{i}.方法对结果的影响在各组之间差异明显，见下文各节的讨论与表格所列数据。" for i in range(1, 22)]
    view = lined(
        "公路  2016年第61卷第10期",
        "# 软基路段的应用及其影响因素分析",
        "尹晓燕  张丽萍",
        "云山州公路设计院，云山 655939",
        "[摘要] 方法对结果的影响在各组之间差异明显。",
        "[关键词] 软基；路段",
        *body,
        "[1]罗勇.样本参数机制研究[J].云山学报,2014(3):11-95.",
        "[收稿日期] 2016-03-21  [作者简介] 尹晓燕(1983-)，女，工程师  103",
    )
    found = read("paper", view)
    has(found, {"journal": "公路", "year": "2016", "volume": "61", "issue": "10"})
    assert "page_range" not in found


def test_a_plan_of_study_is_no_name() -> None:
    sentence = "段文彬，女，一九七五年二月二十七日生。在云山大学完成硕士研究生培养计划，通过答辩，授予工学硕士学位。"
    view = lined("# 硕士学位证书", *wrapped(sentence), "云山大学", "2000年6月30日")
    assert read("degree_certificate", view)["person_name"] == "段文彬"


@pytest.mark.parametrize(("text", "pages"), [("2016年第1-2期", ""), ("2016年第2期 第118-122页", "118-122")])
def test_a_double_issue_is_no_run_of_pages(text: str, pages: str) -> None:
    found = {f.name: f.value for f in issues.facts(lined(text).lines[0].passage)}
    assert found.get("page_range", "") == pages


@pytest.mark.parametrize("title", ["榮誉证书", "荣誉记书"])
def test_an_honour_is_known_though_its_title_was_misread(title: str) -> None:
    sentence = "在2018年度工作中成绩突出，被评为“优秀专业技术人员”，特发此证，以资鼓励。"
    view = lined(f"# {title}", "段文彬同志：", *wrapped(sentence), "云山科学院", "2018年12月23日", source="ocr")
    has(read("award_certificate", view), {"person_name": "段文彬", "award_name": "优秀专业技术人员"})


def test_an_enterprise_shows_and_recommends_on_one_form() -> None:
    view = lined(
        "# 企业公示及推荐意见表", "被推荐人  段文彬", "公示时间  自2020.09.15起至2020.09.24止", "公示结果  无异议"
    )
    has(read("employer_publicity", view), {"person_name": "段文彬", "start_date": "2020-09-15"})


def test_an_honour_that_is_no_prize_and_has_no_grade() -> None:
    view = lined(
        "# 荣誉证书",
        "段文彬同志：",
        "荣获云山州优秀工程师。",
        "特发此证，以资鼓励。",
        "云山州人民政府",
        "2018年8月19日",
    )
    has(read("award_certificate", view), {"person_name": "段文彬", "award_name": "云山州优秀工程师"})


def test_the_inner_pages_of_a_certificate_of_the_national_examinations() -> None:
    view = lined(
        "本证书由中华人民共和国某部批准颁发，表明持证人通过",
        "国家统一组织的考试，取得相应的专业技术资格。",
        "管理号：07025331533007126",
        "姓名：段文彬",
        "资格级别：中级",
        "资格名称：会计师",
        "批准日期：2007年5月27日",
    )
    has(read("title_certificate", view), {"title": "会计师", "approved_date": "2007-05-27"})


def test_studies_that_ended_and_a_mode_before_the_major() -> None:
    view = lined(
        "# 毕业证书",
        "该生于1996年9月入学，在本校水利工程专业学习，全日制，本科学历，",
        "于2001年7月学习期满，成绩合格，准予毕业。",
        "某某学院",
    )
    has(read("diploma", view), {"major": "水利工程", "end_date": "2001-07"})
    view = lined("# 毕业证书", "段文彬，男，在我校函授学习（本科）农学专业，成绩及格，准予毕业。", "某某大学")
    has(read("diploma", view), {"major": "农学"})


def test_a_statement_of_no_type_says_whose_it_is_and_who_closed_it() -> None:
    view = lined(
        "# 情况说明", "段文彬同志2019年以前的材料以原单位名称出具，特此说明。", "云山县推广中心", "2020年7月30日"
    )
    (part,) = cut([view])
    assert part.type == "other"
    has(read("other", view), {"person_name": "段文彬", "issue_date": "2020-07-30"})


def test_an_acceptance_told_by_mail() -> None:
    subject = lined(
        "录用通知：高原水库渗流监测研究", "发件人：某某编辑部", "收件人：段文彬", "您的稿件已被录用，计划于第9期刊出。"
    )
    assert best(subject).type == "acceptance_letter"


@pytest.mark.parametrize("title", ["业务总结", "个人业务总结"])
def test_a_summary_by_a_short_name(title: str) -> None:
    said = wrapped("本人参加工作以来一直从事公路设计工作，2012年取得工程师资格，" + "主持完成设计，质量合格。" * 5)
    view = lined(f"# {title}", "云山州公路设计院 段文彬", *said)
    assert best(view).type == "work_summary"

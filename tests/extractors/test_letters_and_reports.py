"""Forms, letters and reports as offices set them: values where a stranger to one office's form would look for them."""

from __future__ import annotations

import msgspec
import pytest

from extractors.classify import best
from extractors.extract import extract
from extractors.forms.claims import claims
from extractors.layout import PageView
from extractors.records import DocumentType
from extractors.types import discovered
from extractors.works import titleblock
from ingest.geometry import Box
from ingest.records import Mark
from tests.extractors.pages import gridded, lined, placed, values_of
from tests.extractors.test_segment import dossier

HOSPITAL = "云山县人民医院"
RING = Mark(kind="seal", box=Box(300, 170, 420, 290), text=HOSPITAL, shape="round", colour="red", confidence=0.99)


def read(kind: DocumentType, *views: PageView) -> dict[str, object]:
    return values_of(discovered()[kind].facts(list(views)))


def test_a_diploma_verified_in_one_sentence_says_what_was_studied() -> None:
    report = lined(
        "# 中国高等教育学历认证报告",
        "罗小明,男,1982年12月5日生,2001年9月1日至2006年7月1日在云山医学院临床",
        "医学专业本科(普通全日制)学习,学制5年,获得本科毕业证书,证书编号",
        "106781200605000842。",
        "报告有效期至:2021年7月15日",
        "2020年7月16日",
    )
    found = read("credential_report", report)
    assert (found["institution"], found["major"], found["education_level"]) == ("云山医学院", "临床医学", "本科")
    assert (found["start_date"], found["end_date"], found["birth_date"]) == ("2001-09-01", "2006-07-01", "1982-12-05")


def test_an_opinion_of_the_employer_is_no_name_of_one() -> None:
    form = lined(
        "# 专业技术职务聘任审批表",
        f"单位:{HOSPITAL}",
        "姓名  罗小明",
        "聘任职务  主治医师",
        "聘期  2013年1月1日至2015年12月31日",
        "聘任单位意见:",
        "经考核,同意聘任该同志为主治医师。",
        "2012年12月28日",
    )
    assert read("appointment", form)["employer"] == HOSPITAL


@pytest.mark.parametrize("post", ["财务经理", "四级主任科员"])
def test_a_post_that_is_no_professional_title_is_still_what_somebody_was_appointed_to(post: str) -> None:
    letter = lined("# 聘书", f"兹聘任罗小明同志为{post},聘期自2018年3月1日至2023年2月28日。", HOSPITAL, "2018年3月1日")
    assert read("appointment", letter)["title"] == post


def test_a_letter_that_appoints_several_is_about_none_of_them_by_itself() -> None:
    letter = lined(
        "# 云山县人民医院文件",
        "关于聘任沈静等同志专业技术职务的通知",
        "沈静 聘任为主治医师;",
        "罗小明 聘任为主治医师;",
        "以上人员聘期从2016年1月1日起至2020年12月31日止。",
        HOSPITAL,
        "2015年12月30日",
    )
    found = discovered()["appointment"].facts([letter])
    assert [f.value for f in found if f.name == "member"] == ["沈静", "罗小明"]
    assert not any(f.name == "person_name" for f in found)


def test_the_cell_of_an_employer_on_two_lines_signs_in_full() -> None:
    form = placed(
        [
            (188, 70, "专业技术职务聘任审批表"),
            (394, 126, "云山市青河水利水电勘测"),
            (87, 133, "姓名"),
            (160, 133, "罗小明"),
            (310, 133, "聘任单位"),
            (430, 141, "设计研究院"),
            (81, 172, "聘任职务"),
            (160, 172, "工程师"),
            (330, 200, "2014年12月29日"),
        ]
    )
    found = read("appointment", form)
    assert found["issuer"] == found["employer"] == "云山市青河水利水电勘测设计研究院"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("2018年度专业技术人员考核表", "annual_appraisal"),
        ("职称申报材料公示情况登记表", "employer_publicity"),
    ],
)
def test_forms_by_their_titles(title: str, kind: str) -> None:
    rest = (
        "姓名  罗小明  单位  云山县水务站",
        "公示时间  2020-09-07至2020-09-14",
        "考核结论  合格",
        "公示结果  无异议",
    )
    assert best(lined(f"# {title}", *rest)).type == kind


def test_a_numbered_label_outweighs_the_same_word_at_the_head_of_a_column() -> None:
    form = gridded(
        [100, 140, 100, 140],
        [
            ["一、姓名", "罗小明", "性别", "男"],
            ["二、工作单位", (HOSPITAL, 3)],
            ["三、申报职称", "副主任医师", "申报级别", "副高级"],
            ["起止年月", "工作单位", "任何职务", "证明人"],
            ["2006.08-2012.06", "云山县中医院", "住院医师", "沈静"],
        ],
        above=[(200, 60, "高级职称申报表")],
    )
    assert read("application_form", form)["employer"] == HOSPITAL


def test_a_contract_goes_on_after_its_cover_and_names_no_worker() -> None:
    cover = lined(
        "# 聘用合同书", f"甲方(用人单位):{HOSPITAL}", "乙方(劳动者):罗小明", "签订日期:2013年1月4日", number=1
    )
    terms = lined(
        f"甲方:{HOSPITAL}",
        "乙方:罗小明  身份证号:532101198001010013",
        "第一条 本合同期限自2013年1月1日起至2022年12月31日止。",
        "第二条 乙方从事临床工作。",
        number=2,
    )
    assert [d.pages for d in extract(dossier(cover.page, terms.page))] == [(1, 2)]
    short = lined("# 聘用协议书", f"用人单位(甲方):{HOSPITAL}", "劳动者(乙方):罗小明  身份证号:532101198001010013")
    assert read("employment_contract", short)["person_name"] == "罗小明"


def test_a_blank_page_parts_two_papers_of_one_kind() -> None:
    notice = lined("# 关于下达2016年度科研项目计划的通知", "项目编号  YS2016-037", "项目负责人  沈静", number=1)
    blank = PageView(msgspec.structs.replace(lined(number=2).page, blank=True))
    proof = lined("# 项目结题证书", "项目名称:错题资源库建设研究", "项目编号:YS2016-037", "负责人:沈静", number=3)
    assert [d.pages for d in extract(dossier(notice.page, blank.page, proof.page))] == [(1, 1), (3, 3)]


def test_what_a_paper_cites_tells_nothing_of_its_own_pages() -> None:
    first = lined("水利技术  2016年第10期", "# 小型水库清淤方案研究", "罗小明", "摘要:清淤方案。", number=1)
    cited = lined("水利技术  90", "参考文献:", "[1] 沈静.水库淤积[J].西部论坛,2011(3):143-148.", number=2)
    assert "page_range" not in read("paper", first, cited)
    assert read("paper", first, cited)["year"] == "2016"


def test_a_supplement_carries_its_year() -> None:
    first = lined(
        "西南工程技术2018年第S1期  118-122页",
        "# 小流域综合治理分析",
        "罗小明",
        "摘要:治理。",
        "收稿日期:2017年12月10日",
    )
    assert read("paper", first)["year"] == "2018"


def test_authors_set_about_the_gutter_of_a_two_column_paper_are_one_line() -> None:
    left = [(50, 200 + 20 * i, f"左{i}" + "文" * 17) for i in range(10)]
    right = [(320, 200 + 20 * i, f"右{i}" + "文" * 17) for i in range(10)]
    view = placed([(237, 140, "七林旺堆"), (315, 140, "罗小明"), *left, *right])
    assert view.lines[0].passage.bare().text == "七林旺堆罗小明"


def test_a_title_below_an_issue_that_names_its_journal_is_no_masthead() -> None:
    view = lined(
        "技术推广  云山农业2019年第11期  2-7页", "# 马铃薯高产栽培研究", "○ 沈静,罗小明  云山县农技站", "摘要:高产。"
    )
    found = values_of(titleblock.facts(view))
    assert (found["title"], found["authors"]) == ("马铃薯高产栽培研究", ("沈静", "罗小明"))


def test_a_lone_author_of_four_characters_stands_above_the_unit_in_brackets() -> None:
    view = lined("# 乡村小学识字教学研究", "杨丽坤娜", "(云山县中心小学,云南云山655687)", "摘要:识字。")
    assert values_of(titleblock.facts(view))["authors"] == ("杨丽坤娜",)


def test_an_identity_number_of_15_places_stands_after_its_label() -> None:
    said = "罗小明,男,1986年6月4日出生,身份证号530103860604911。经评审取得工程师任职资格。"
    assert read("title_certificate", lined("# 任职资格证书", said))["id_number"] == "530103860604911"
    other = said.replace("身份证号", "学号")
    assert "id_number" not in read("title_certificate", lined("# 任职资格证书", other))


def test_authors_in_a_bracket_end_with_it_and_the_letter_is_for_whom_it_greets() -> None:
    letter = lined(
        "# 稿件录用通知书",
        "尊敬的罗小明老师:",
        "您的稿件《心力衰竭患者随访观察》(稿件编号:YS-0613,作者:罗小明、沈静),经审定,决定录用。",
    )
    found = read("acceptance_letter", letter)
    assert (found["authors"], found["person_name"]) == (("罗小明", "沈静"), "罗小明")


def test_the_copula_before_an_employer_is_no_part_of_its_name() -> None:
    proof = lined("# 参保证明", "罗小明,女,现参保单位为云山恒信会计咨询有限公司。", "自2014年1月至2018年2月连续缴费。")
    assert read("social_insurance", proof)["employer"] == "云山恒信会计咨询有限公司"


def test_print_spoilt_by_a_seal_gives_way_to_the_ring() -> None:
    lines = ("# 业绩证明", "兹证明罗小明同志参加施工图设计。", "特此证明。")
    spoilt = lined(*lines, "  县人民区院  2018年12月18日", source="ocr", marks=[_over(lined(*lines, "  县人民区院"))])
    assert read("merit_proof", spoilt)["issuer"] == HOSPITAL
    clear = lined(*lines, "  云山县卫生局  2018年12月18日", source="ocr", marks=[_over(lined(*lines, "  县人民区院"))])
    assert read("merit_proof", clear)["issuer"] == "云山县卫生局"


def _over(view: PageView) -> Mark:
    box = view.lines[-1].box
    return Mark(kind="seal", box=box.padded(30), text=HOSPITAL, shape="round", colour="red", confidence=0.99)


def test_the_school_printed_outweighs_a_ring_that_says_the_same() -> None:
    ring = Mark(kind="seal", box=Box(100, 250, 200, 350), text="云山民的大学", shape="round", confidence=0.95)
    diploma = lined("# 毕业证书", "姓名:罗小明", "层次:本科", "学校:云山民族大学", marks=[ring])
    assert read("diploma", diploma)["issuer"] == "云山民族大学"


def test_hours_with_a_nought_after_the_point_are_whole() -> None:
    page = gridded(
        [60, 80, 80, 80, 80],
        [["年度", "公需学时", "专业学时", "总学时", "结论"]]
        + [[str(year), "30.0", "62.5", "92.0", "合格"] for year in (2018, 2019, 2020)],
        above=[(200, 60, "继续教育学时汇总表"), (60, 85, "查验编号:YS-CE-3381"), (300, 85, "打印日期:2020-07-22")],
    )
    found = discovered()["continuing_education"].facts([page])
    assert [f.value for f in found if f.name == "hours"] == ["92", "92", "92"]
    assert [f.value for f in found if f.name == "professional_hours"] == ["62.5", "62.5", "62.5"]
    assert {"YS-CE-3381", "2020-07-22"} <= {f.value for f in found}


def test_tables_side_by_side_claim_each_their_own_kind() -> None:
    awards = gridded(
        [90, 80, 50, 30],
        [["名称", "授予单位", "时间", "排名"], ["云山县优秀教师", "云山县政府", "2017.9", "1"]],
        above=[(150, 40, "高级教师申报人员综合情况一览表"), (30, 75, "获奖情况"), (320, 75, "论文著作")],
        left=30,
    ).page
    papers = gridded(
        [110, 60, 50, 30],
        [["题目", "刊物", "时间", "排名"], ["整本书的阅读任务", "云山教育", "2018.10", "1"]],
        left=320,
    ).page
    both = msgspec.structs.replace(
        awards, words=(*awards.words, *papers.words), rulings=(*awards.rulings, *papers.rulings)
    )
    found = {f.name: f.value for f in claims([PageView(both)])}
    assert (found["claimed_award"], found["claimed_award_date"]) == ("云山县优秀教师", "2017-09")
    assert (found["claimed_paper"], found["claimed_paper_date"]) == ("整本书的阅读任务", "2018-10")


@pytest.mark.parametrize(
    ("title", "rest", "kind"),
    [
        (
            "专业技术职务任职资格申报单位公示推荐表",
            ("公示时间  2020年8月17日至8月24日", "公示结果  无异议"),
            "employer_publicity",
        ),
        ("申报材料目录", ("序号  材料名称  份数", "1  职称申报审批表  2"), "other"),
        ("继续医学教育学分年度审验登记", ("年度  总学分  审验结论", "2015  29.5  达标"), "continuing_education"),
        ("指导青年教师证明", ("兹证明罗小明同志担任指导教师。",), "merit_proof"),
    ],
)
def test_papers_by_the_titles_that_other_offices_give_them(title: str, rest: tuple[str, ...], kind: str) -> None:
    assert best(lined(f"# {title}", "姓名:罗小明  单位:云山县人民医院", *rest)).type == kind


def test_a_register_certificate_names_its_field_in_brackets() -> None:
    found = read(
        "licence", lined("# 注册土木工程师(水利水电工程)注册执业证书", "姓  名:罗小明", "注册证书编号:AD145300217")
    )
    assert found["certificate_number"] == "AD145300217"
    assert (
        best(lined("# 注册土木工程师(水利水电工程)注册执业证书", "注册证书编号:AD1", "发证机关:水利部")).type
        == "licence"
    )


def test_a_proof_of_employment_says_since_when_a_post_is_held() -> None:
    lines = ("该同志于2010年5月23日取得主治医师任职资格,自2016年1月1日起受聘主治医师职务,", "聘至2020年12月31日。")
    found = read("appointment", lined("# 聘任证明", *lines))
    assert (found["title"], found["start_date"], found["end_date"]) == ("主治医师", "2016-01-01", "2020-12-31")


def test_whose_work_is_proved_is_no_part_of_its_name() -> None:
    found = read(
        "merit_proof", lined("# 工程业绩证明", "罗小明同志在云山县青石水库扩建工程(小型水库)中担任专业负责人。")
    )
    assert found["project_name"] == "云山县青石水库扩建工程"
    found = read("merit_proof", lined("# 证明", "兹证明罗小明同志在“青年教师培养“青蓝工程””中担任指导教师。"))
    assert found["project_name"] == "青年教师培养“青蓝工程”"


def test_a_number_of_a_paper_whose_slash_is_missing_is_still_what_it_claims_to_be() -> None:
    paper = lined(
        "图书馆论坛  2018年第3期", "# 文献征集研究", "罗小明", "摘要:征集。", "DOI:10.13663.j.cnki.lj.2018.03.009"
    )
    assert read("paper", paper)["doi"] == "10.13663.j.cnki.lj.2018.03.009"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("云山县“优秀教师”荣誉称号", "云山县“优秀教师”荣誉称号"),
        ("你在“优秀医师”评选中表现突出,予以表彰。", "“优秀医师”评选"),
        ("你的论文《教学研究》在“云山省教育论文大赛”中荣获二等奖。", "云山省教育论文大赛"),
    ],
)
def test_an_honour_by_itself_and_a_contest(said: str, name: str) -> None:
    assert read("award_certificate", lined("# 荣誉证书", "罗小明 同志:", said))["award_name"] == name


def test_the_validity_of_a_card_begins_with_its_first_date_whatever_stands_before_it() -> None:
    card = lined("# 居民身份证", "签发机关 云山县公安局", "有效期限22017.02.14-2037.02.14", source="ocr")
    assert read("identity_card", card)["issue_date"] == "2017-02-14"


def test_a_civil_servants_promotion_is_an_appointment() -> None:
    letter = lined(
        "# 关于罗小明等同志职级晋升的通知",
        "根据《公务员职务与职级并行规定》,经研究,同意罗小明同",
        "志由一级科员晋升为四级主任科员,任职时间从2019年7月1日起计算。",
        "2019年7月12日",
    )
    assert best(letter).type == "appointment"
    found = read("appointment", letter)
    assert (found["person_name"], found["title"], found["start_date"]) == ("罗小明", "四级主任科员", "2019-07-01")


def test_running_titles_above_two_columns_are_not_parted_by_the_gutter() -> None:
    left = [(50, 200 + 20 * i, f"左{i}" + "文" * 17) for i in range(10)]
    right = [(320, 200 + 20 * i, f"右{i}" + "文" * 17) for i in range(10)]
    view = placed([(50, 30, "电力自动化"), (440, 30, "2018年第14期"), *left, *right])
    assert view.lines[0].text.split("\t") == ["电力自动化", "2018年第14期"]


def test_how_often_a_journal_appears_is_no_part_of_its_name() -> None:
    imprint = lined("# 版权页", "刊名:云山工程师(月刊,1969年创刊)", "国内统一刊号:CN53-1101/TH")
    assert read("journal_pages", imprint)["journal"] == "云山工程师"
    edition = lined("# 版权页", "刊名:云山大学学报(自然科学版)", "国内统一刊号:CN53-1101/N")
    assert read("journal_pages", edition)["journal"] == "云山大学学报(自然科学版)"


def test_a_code_or_date_stands_right_under_a_label_that_ends_its_line() -> None:
    card = placed([(60, 100, "证书编码:"), (55, 120, "200353020417"), (300, 50, "护士执业证书", 16.0)])
    assert read("licence", card)["certificate_number"] == "200353020417"
    notice = placed(
        [
            (200, 60, "专利申请受理通知书", 16.0),
            (400, 100, "发文日:"),
            (380, 122, "2019年5月10日"),
            (60, 160, "申请日:2019年5月9日"),
        ]
    )
    assert read("patent_application", notice)["issue_date"] == "2019-05-10"


def test_a_character_lost_in_a_photographs_rim_does_not_part_a_period() -> None:
    diploma = lined(
        "# 毕业证书",
        "学生罗小明,性别男,于2005年3月1日至",
        "田  2008年1月10日在本校农学专业函授学习,准予毕业。",
        source="ocr",
    )
    found = read("diploma", diploma)
    assert (found["start_date"], found["end_date"]) == ("2005-03-01", "2008-01-10")


@pytest.mark.parametrize(
    ("said", "number"),
    [("CN 53-11A2/S", "CN53-11A2/S"), ("CN (HK) NR2563/J", "CN(HK)NR2563/J"), ("CN 53-1102/G", "CN53-1102/G")],
)
def test_a_journals_number_is_read_as_it_is_printed_whether_or_not_there_can_be_one(said: str, number: str) -> None:
    paper = lined("云山农业  2019年第3期", "# 马铃薯栽培研究", "罗小明", "摘要:栽培。", f"国内统一刊号:{said}")
    assert read("paper", paper)["cn_number"] == number


def test_a_work_that_stands_right_under_the_title_is_read_without_it() -> None:
    lines = ("高原湖泊水质提升获云山省科学技术进步奖二等奖。", "获奖者:罗小明(第2获奖人)")
    found = read("award_certificate", lined("# 获奖证书", *lines))
    assert (found["project_name"], found["award_name"]) == ("高原湖泊水质提升", "云山省科学技术进步奖")
    assert (found["rank"], found["award_grade"]) == ("2", "二等奖")

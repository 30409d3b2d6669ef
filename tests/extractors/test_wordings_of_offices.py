"""Single places and sentences that offices word in ways of their own."""

from __future__ import annotations

import pytest

from extractors import members
from extractors.classify import best
from extractors.forms.claims import claims
from extractors.layout import PageView
from extractors.marks import signatures_of
from extractors.records import DocumentType, FactValue
from extractors.segment import cut
from extractors.types import discovered
from extractors.works.authors import chinese
from tests.checks.builders import document
from tests.extractors.pages import gridded, lined, placed, values_of
from tests.extractors.reading import rows

READ: list[tuple[DocumentType, PageView, dict[str, FactValue]]] = [
    (
        "application_form",
        lined("# 职称申报审批表", "申报类别：卫生技术  申报级别：副高级", "何时毕业于何院校  2003年7月5日云山医学院"),
        {"applied_series": "卫生技术", "graduation_date": "2003-07-05", "institution": "云山医学院"},
    ),
    (
        "application_form",
        lined("# 职称申报表", "申报类别：正常申报", "单位审核意见：同意上报", "2020年8月28日"),
        {"applied_series": "", "issue_date": "2020-08-28"},
    ),
    (
        "application_form",
        lined("# 专业技术职务任职资格申报表", "姓名：马静"),
        {"person_name": "马静", "current_title": ""},
    ),
    (
        "skill_certificate",
        lined("# 职业资格证书", "职业及等级：装配钳工二级/技师"),
        {"occupation": "装配钳工", "skill_level": "二级/技师"},
    ),
    (
        "social_insurance",
        lined("# 社会保险参保缴费情况表", "参保起始：201509  最近缴费：202006"),
        {"start_date": "2015-09", "end_date": "2020-06"},
    ),
    (
        "title_certificate",
        lined("# 任职资格证书", "经云山州艺术系列评审委员会二〇一三年十月二十六日评审通过。", "证字第 DH13YS0007 号"),
        {"approved_date": "2013-10-26", "certificate_number": "DH13YS0007"},
    ),
    (
        "title_certificate",
        lined("# 专业技术资格证书", "编号：云人社职〔2014〕技0061", "资格名称：助理讲师"),
        {"certificate_number": "云人社职〔2014〕技0061"},
    ),
    (
        "postdoc_certificate",
        lined("# 博士后证书", "兹有马静（1985年2月1日出生），在云山大学博士后科研流动站完成博士后研究。"),
        {"person_name": "马静", "institution": "云山大学博士后科研流动站"},
    ),
    (
        "postdoc_certificate",
        lined("# 博士后证书", "兹证明该公司于2015年9月设立博士后科研工作站。"),
        {"person_name": ""},
    ),
    (
        "service_proof",
        lined(
            "# 支教工作证明",
            "马静老师于2018年7月10日至2019年7月20日受组织援派到高山州岭谷市博物馆工作。",
            "云山县教育局",
            "2019年7月25日",
            "情况属实。",
            "岭谷市博物馆",
            "2019年7月26日",
        ),
        {"place": "高山州岭谷市博物馆", "issuer": "云山县教育局", "issue_date": "2019-07-25"},
    ),
    (
        "commendation",
        lined("# 关于表扬先进个人的决定", "对李建平、马文香、刀文学等 3 名同志予以通报表扬。"),
        {"names": ("李建平", "马文香", "刀文学")},
    ),
    (
        "title_notice",
        lined("# 关于确认扎发农艺师任职资格的通知", "经审核，扎发同志符合任职条件，确认其农艺师任职资格。"),
        {"names": ("扎发",)},
    ),
    (
        "credential_report",
        lined("# 教育部学历证书电子注册备案表", "更新日期：2020年7月20日", "登录学信网可验证", "网址 www.x.cn  学信网"),
        {"issuer": "学信网"},
    ),
    (
        "award_certificate",
        lined(
            "# 云山彝族自治州科学技术进",
            "# 步奖",
            "# 证书",
            "为表彰在推动科学技术进步中做出突出贡献的项目获得者",
            "获奖者：马静",
            "奖励等级：三等奖",
            title=24.0,
        ),
        {"award_name": "云山彝族自治州科学技术进步奖", "award_grade": "三等奖"},
    ),
    (
        "award_certificate",
        lined("# 荣誉证书", "授予马静“云山市有突出贡献人才”称号。"),
        {"award_name": "云山市有突出贡献人才"},
    ),
    (
        "award_certificate",
        lined("# 荣誉证书", "马静在2019年度工作中表现突出，荣获公司“年度优秀管理者”称号。"),
        {"award_name": "年度优秀管理者"},
    ),
    (
        "award_certificate",
        lined("# 荣誉证书", "在云山省第十届新剧（节）目展演中，表演独舞《银泡》，荣获表演奖一等奖。"),
        {"award_name": "云山省第十届新剧(节)目展演表演奖", "award_grade": "一等奖"},
    ),
    (
        "award_certificate",
        lined("# 获奖证书", "在云山省优秀设计奖评选中，“水库扩建”荣获二等奖，马静为主要完成人（排名第2）。"),
        {"award_name": "云山省优秀设计奖", "person_name": "马静", "rank": "2"},
    ),
    (
        "award_certificate",
        lined(
            "# 获奖证书",
            "马静等完成的“导轨刮研法”项目荣获云山省专利奖三等奖，获奖人排名：第一。",
            "云山省市场监督管理局",
        ),
        {"person_name": "马静", "rank": "1", "award_level": "provincial"},
    ),
    (
        "award_certificate",
        lined("# 证书", "项目名称：《茶马古道石刻考释》（著作）", "获奖者：马静（第1作者）"),
        {"project_name": "茶马古道石刻考释"},
    ),
    (
        "award_certificate",
        lined("# 证书", "项目名称：歌舞诗《云岭谣》", "获奖者：马静（主要演职人员第2名）"),
        {"project_name": "歌舞诗《云岭谣》", "rank": "2"},
    ),
    (
        "paper",
        lined("# 地方文献的困境与出路", "马静", "（云山州图书馆 云山高谷663099）", "【摘要】目的：服务读者。"),
        {"affiliation": "云山州图书馆"},
    ),
    (
        "paper",
        lined(
            "# 小儿支气管炎的疗效观察",
            "马静  和玉罕",
            "650000  云山高谷 云山县人民医院儿科",
            "【摘要】目的：观察疗效。",
        ),
        {"affiliation": "云山县人民医院儿科"},
    ),
    (
        "paper",
        lined(
            "# 目瑙纵歌的身体语汇与舞台转化", "马静", "（云山州民族文化工作团，云山 高谷 678400）", "【摘要】千人列队。"
        ),
        {"affiliation": "云山州民族文化工作团"},
    ),
]


@pytest.mark.parametrize(("kind", "page", "expected"), READ)
def test_what_is_read(kind: DocumentType, page: PageView, expected: dict[str, FactValue]) -> None:
    found = values_of(discovered()[kind].facts([page]))
    assert {name: found.get(name, "") for name in expected} == expected


@pytest.mark.parametrize("signed_once", [lined("# 支教工作证明", "以上情况属实。", "云山县教育局", "2019年7月25日")])
def test_the_only_signature_under_a_statement_of_truth_is_the_issuers(signed_once: PageView) -> None:
    assert values_of(discovered()["service_proof"].facts([signed_once]))["issuer"] == "云山县教育局"


def test_names_broken_by_a_rare_character_or_the_end_of_the_line() -> None:
    page = lined(
        "关于公布馆员评审结果的批复",
        "同意下列人员取得馆员任职资格：",
        "狄树春  虞朝阳  和晓  赟  孙朝阳  黄海波  舒启",
        "丽  章绍武  宋建国",
    )
    names = values_of(discovered()["title_notice"].facts([page]))["names"]
    assert names == ("狄树春", "虞朝阳", "和晓赟", "孙朝阳", "黄海波", "舒启丽", "章绍武", "宋建国")


def test_names_of_two_characters_stay_apart() -> None:
    found = chinese(lined("李明  王芳  和平").lines[0].passage)
    assert found is not None
    assert found.names == ("李明", "王芳", "和平")


CLAIMS = lined(
    "■ 获奖荣誉",
    "1. 奖项名称：云山省科学技术进步奖",
    "获奖时间：2017-12-20  等级：三等奖  个人排名：3  授奖单位：云山省人民政府",
    "■ 论文",
    "1. 题名：高原地区患者红细胞参数变化及临床意义",
    "期刊：云山医科大学学报  发表时间：2016-08  作者排序：1",
    "■ 项目",
    "1. 慢性气道疾病基层规范化管理模式研究",
    "起止：2015年1月—2017年12月  角色：主持",
)


def test_claims_written_as_records() -> None:
    award, paper, project = rows(claims([CLAIMS]))
    assert award == {
        "claimed_award": "云山省科学技术进步奖",
        "claimed_award_date": "2017-12-20",
        "claimed_award_rank": "3",
        "claimed_award_grade": "三等奖",
    }
    assert paper == {
        "claimed_paper": "高原地区患者红细胞参数变化及临床意义",
        "claimed_journal": "云山医科大学学报",
        "claimed_paper_date": "2016-08",
        "claimed_author_rank": "1",
    }
    assert project["claimed_project"] == "慢性气道疾病基层规范化管理模式研究"
    assert project["claimed_project_role"] == "主持"


COVER = lined("# 专业技术职称评审表", "工作单位：云山县农技站", "姓名：马静", "申报职称：高级农艺师", file="f.pdf")
SECTION = lined(
    "# 基本情况", "姓名  马静  性别  女", "2018.03—2020.03  岭谷村  驻村扶贫工作队员", number=2, file="f.pdf"
)
HEAD = "云山省专业技术人才管理服务信息化平台  打印日期：2020-07-28"
PRINTED = [
    lined(HEAD, "# 2020年度职称申报表", "申报人：马静", "申报职称：主任医师", "申报系列：卫生", file="p.pdf"),
    lined(HEAD, "■ 获奖荣誉", "1. 奖项名称：云山省科学技术进步奖", "获奖时间：2017-12-20", number=2, file="p.pdf"),
]


@pytest.mark.parametrize("pages", [[COVER, SECTION], PRINTED])
def test_a_form_behind_its_cover_or_under_one_running_title_is_one_document(pages: list[PageView]) -> None:
    assert [(part.type, len(part.views)) for part in cut(pages)] == [("application_form", 2)]


LETTER = ("# 聘书", "马静同志：", "兹聘任你为云山县第一中学一级教师。")


def test_two_letters_of_appointment_are_two_documents() -> None:
    first = lined(*LETTER, "聘期自2014年1月1日至2016年12月31日。", "云山县第一中学", "2014年1月3日")
    lines = ("聘字第 2017-021 号", "马静：", "根据工作需要，现聘任您担任一级教师专业技术职务。", "聘书")
    second = lined(*lines, "聘期自2017年1月1日至2019年12月31日。", "云山县第一中学", "2017年1月3日", number=2)
    parts = cut([first, second])
    assert [part.type for part in parts] == ["appointment", "appointment"]
    read = values_of(discovered()["appointment"].facts(parts[1].views))
    assert (read["person_name"], read["certificate_number"], read["title"]) == ("马静", "2017-021", "一级教师")


def test_the_employers_name_ends_before_the_title() -> None:
    assert values_of(discovered()["appointment"].facts([lined(*LETTER)]))["title"] == "一级教师"


def test_those_appointed_by_one_sentence_are_rows() -> None:
    page = lined("# 关于聘任马静等同志专业技术职务的通知", "经研究决定，聘任：", "马静、罗志强等2位同志任工程师职务。")
    members = [f.value for f in discovered()["appointment"].facts([page]) if f.name == "member"]
    assert members == ["马静", "罗志强"]


def test_a_letters_subject_over_two_lines_tells_what_it_is() -> None:
    subject = ("关于批准王朝顺等8名同志具备", "一级实习指导教师任职资格的通知")
    text = "经评审委员会评审，8名同志取得一级实习指导教师任职资格。请做好聘任工作。"
    page = lined("云山市人力资源和社会保障局", "云人社〔2014〕355号", *subject, text)
    assert best(page).type == "title_notice"


def test_a_letter_of_appraisals_year_by_year() -> None:
    page = lined("# 证明", "兹有我单位职工马静，历年年度考核情况如下：", "2014年度考核为“合格”；2015年度考核为“优秀”。")
    assert best(page).type == "annual_appraisal"


def test_names_beside_their_offices_column_by_column() -> None:
    head = [(100, 60, "关于表彰先进个人的决定", 20.0), (90, 100, "授予下列同志“先进个人”称号：")]
    lefts = (110, 170, 320, 380)
    cells = [(x, 130 + 28 * n, text) for n, row in enumerate(BESIDE) for x, text in zip(lefts, row, strict=True)]
    page = placed([*head, *cells])
    assert values_of(discovered()["commendation"].facts([page]))["names"] == (
        "白文清",
        "马有福",
        "李扎保",
        "李美芬",
        "普绍华",
        "高伟",
    )


BESIDE = (
    ("白文清", "县扶贫办", "李美芬", "县扶贫办"),
    ("马有福", "高山乡人民政府", "普绍华", "岭谷乡人民政府"),
    ("李扎保", "新街镇人民政府", "高伟", "牛山镇人民政府"),
)


def test_names_that_a_scan_runs_together_under_the_head_of_a_list() -> None:
    page = lined(
        "# 关于表彰先进个人的决定", "附：受表彰人员名单（7名）", "李桂芳杨志诚 段云波董晓红杨灿林", "赵志芬 洪梅",
        source="ocr",
    )  # fmt: skip
    names = ("李桂芳", "杨志诚", "段云波", "董晓红", "杨灿林", "赵志芬", "洪梅")
    assert values_of(discovered()["commendation"].facts([page]))["names"] == names


def test_the_applicant_of_a_letters_list_is_its_person() -> None:
    form = document("application_form", {"person_name": "马静"})
    letter = document("title_notice", {"names": ("罗志强", "马静")})
    assert members.placed([form, letter])[1].value("person_name") == "马静"


def test_months_insured_side_by_side() -> None:
    page = gridded(
        [80, 60, 80, 80, 60, 80],
        [
            ["费款所属期", "缴费基数", "状态", "费款所属期", "缴费基数", "状态"],
            ["201801", "5690", "正常缴费", "201802", "5690", "正常缴费"],
            ["201803", "5690", "正常缴费", "201804", "5690", "正常缴费"],
        ],
        above=[(200, 60, "参保缴费明细", 20.0)],
    )
    found = values_of(discovered()["social_insurance"].facts([page]))
    assert (found["start_date"], found["end_date"]) == ("2018-01", "2018-04")


@pytest.mark.parametrize(("below", "present"), [("侬秋月", "yes"), ("2020年6月18日", "no")])
def test_a_name_under_the_place_to_sign_signs(below: str, present: str) -> None:
    page = placed([(200, 60, "个人诚信承诺书", 20.0), (400, 300, "承诺人："), (390, 322, below)])
    assert [signature.present for signature in signatures_of([page])] == [present]


def test_authors_that_a_scan_runs_together_over_their_unit() -> None:
    unit = "（云山市勘测设计院，云山 高谷 650000）"
    page = lined("# 线路桥涵工程关键问题及其对策", "周正宏陈建波", unit, "【摘要】提速改造。", source="ocr")
    found = values_of(discovered()["paper"].facts([page]))
    assert (found["authors"], found["affiliation"]) == (("周正宏", "陈建波"), "云山市勘测设计院")

"""Single papers as further offices print them: results of look-ups, publications, letters and lists. What is made up
here keeps their wording and setting."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.forms.claims import claims
from extractors.layout import PageView
from extractors.records import DocumentType
from tests.extractors.pages import gridded, lined
from tests.extractors.reading import facts_of, has, read, rows


def test_a_journals_own_name_may_stand_before_the_name_of_its_letter() -> None:
    view = lined(
        "# 《云山财会研究》编辑部用稿函",
        "李明同志：",
        "来稿《单位内部控制评价的几个问题》收悉。经专家评审，同意采用，拟编入2020年第10期。",
        "作者：李明  单位：云山会计师事务所",
        "《云山财会研究》编辑部",
        "二〇二〇年八月四日",
    )
    has(read("acceptance_letter", view), {"authors": ("李明",), "affiliation": "云山会计师事务所", "issue": "10"})


def test_a_letter_names_the_authors_unit_before_or_behind_them() -> None:
    before = lined(
        "# 论文录用证明",
        "兹有云山市博物馆李明、王小红撰写的论文《云山古道碑刻的",
        "调查与保护》，经我刊审定，符合刊用要求，将于2020年第8期刊发。",
        "《云山文物》编辑部",
        "2020年6月19日",
    )
    has(read("acceptance_letter", before), {"authors": ("李明", "王小红"), "affiliation": "云山市博物馆"})
    behind = lined(
        "# 用稿通知",
        "李明女士/先生：",
        "大作《云山花灯乐队编制的演变》我刊拟于2020年第5期采用。",
        "署名：李明、王小红（云山州民族歌舞团）",
        "《云山音乐》编辑部",
        "2020.7.28",
    )
    has(read("acceptance_letter", behind), {"authors": ("李明", "王小红"), "affiliation": "云山州民族歌舞团"})


def test_a_proof_of_schooling_checked_online_is_a_report_on_a_diploma() -> None:
    view = lined(
        "# 学历证明书（在线核验）",
        "兹核实：李明，男，1984年2月19日出生，2002年9月入学，2005年",
        "7月毕业，就读于云山农业大学畜牧兽医专业（普通全日制，专科，",
        "学制三年），毕业证书编号为107121200506858000，情况属实。",
        "在线验证码：PWXZGSGMHF38R2EB",
        "本证明截止有效日：2020-12-22",
    )
    expected = {
        "person_name": "李明",
        "institution": "云山农业大学",
        "major": "畜牧兽医",
        "start_date": "2002-09",
        "end_date": "2005-07",
        "education_level": "专科",
        "certificate_number": "107121200506858000",
        "valid_until": "2020-12-22",
    }
    has(read("credential_report", view), expected)


LOOKED_UP: list[tuple[DocumentType, PageView, dict[str, str]]] = [
    (
        "exam_certificate",
        lined(
            "中国人事考试网  成绩查询",
            "# 2019年度经济专业技术资格考试成绩",
            "姓名：李明  准考证号：184221938638",
            "科目名称：经济基础知识  成绩：101",
            "成绩由云山省人事考试中心发布，",
            "发布日期：2019-12-25。",
            "http://query.example.com/  2019/12/26",
        ),
        {"person_name": "李明", "score": "101", "issuer": "云山省人事考试中心", "issue_date": "2019-12-25"},
    ),
    (
        "licence",
        lined(
            "# 医师执业注册信息查询结果",
            "姓名  李明",
            "执业类别  中医",
            "证书类型  医师执业证书",
            "执业证书编码  141539024866499",
            "发证（批准）机关  云山市卫生健康委员会",
            "批准日期  2018-10-06",
        ),
        {"licence_kind": "医师执业证书", "certificate_number": "141539024866499", "issue_date": "2018-10-06"},
    ),
    (
        "patent_certificate",
        lined(
            "国家知识产权局  中国专利公布公告",
            "[发明授权] 一种尾矿中有价金属的回收方法",
            "授权公告号：CN107000397B  授权公告日：2020.08.26",
            "专利号：ZL201810466917.9  申请日：2018.02.24",
            "专利权人：云山冶金研究院",
            "发明人：李明；王小红",
        ),
        {"patent_name": "一种尾矿中有价金属的回收方法", "patent_kind": "发明", "grant_date": "2020-08-26"},
    ),
    (
        "software_copyright",
        lined(
            "# 计算机软件著作权登记公告",
            "登记号  2020SR2449264",
            "软件全称  城市管网漏损监测系统",
            "著作权人  云山自来水集团有限公司",
            "登记批准机构  中国版权保护中心",
        ),
        {"registration_number": "2020SR2449264", "owner": "云山自来水集团有限公司"},
    ),
]


@pytest.mark.parametrize(("kind", "view", "expected"), LOOKED_UP, ids=[kind for kind, _, _ in LOOKED_UP])
def test_what_a_site_shows_of_a_paper_is_read_as_that_paper(
    kind: DocumentType, view: PageView, expected: dict[str, str]
) -> None:
    has(read(kind, view), expected)


def test_a_form_of_the_three_publications_and_a_letter_of_recommendation_report_a_publicity() -> None:
    form = lined(
        "# 职称申报“三公开、两推荐”情况表",
        "单位名称  云山市测绘院",
        "申报人  李明  申报资格  经济师",
        "公示时间  2020年06月08日 至 2020年06月19日",
        "群众反映情况  公示期间无反映意见",
    )
    has(read("employer_publicity", form), {"person_name": "李明", "end_date": "2020-06-19", "outcome": "无异议"})
    letter = lined(
        "# 职称申报推荐函",
        "省高级职称评审委员会：",
        "我单位职工李明（女，1980年11月出生）申报副研究馆员职务",
        "任职资格。其申报材料自2020年9月15日起在单位内部公示，至",
        "2020年9月24日止，无异议。现予推荐，请予评审。",
        "云山市农业技术推广中心",
        "2020年9月26日",
    )
    has(read("employer_publicity", letter), {"person_name": "李明", "start_date": "2020-09-15"})


def test_an_agreement_with_talent_taken_in_is_a_contract() -> None:
    view = lined(
        "# 柔性引进人才工作协议",
        "甲方：云山州农业科学研究所",
        "乙方：李明",
        "1. 甲方聘用乙方为专业技术人员。",
        "2. 协议期限六年：2016年3月1日－2022年2月28日。",
        "2. 乙方享受甲方在编人员同等待遇，参加社会保险。",
        "签订日期：2016年2月22日",
    )
    has(read("employment_contract", view), {"employer": "云山州农业科学研究所", "end_date": "2022-02-28"})


def test_works_are_listed_under_a_head_that_also_calls_them_proved() -> None:
    view = gridded(
        (40, 200, 100, 140),
        [
            ("序号", "工程名称", "本人职责", "起止时间"),
            ("1", "云山隧道超前地质预报", "技术负责人", "2016.5～2018.9"),
            ("2", "清水段岩溶注浆试验", "试验主管", "2018.10～2019.6"),
        ],
        above=[(200, 50, "工程项目业绩汇总及证明", 18.0), (70, 80, "姓名：李明", 10.5)],
    )
    assert [row["role"] for row in rows(facts_of("merit_proof", view))] == ["技术负责人", "试验主管"]


def test_who_passed_a_committee_is_shown_in_a_notice_of_titles() -> None:
    view = lined(
        "# 云山州中小学教师高级职务评审委员会评审结果公示",
        "云州教职〔2020〕14号",
        "现将2020年度高级教师任职资格评审通过人员予以公示，",
        "公示期5个工作日。",
        "序号  姓名  工作单位",
        "1  李明  云山县第一中学",
        "2  王小红  云山县第二中学",
        "云山州教育体育局",
        "2020年11月16日",
    )
    has(read("title_notice", view), {"title": "高级教师", "document_number": "云州教职〔2020〕14号"})


_TALK = (
    "任现职以来，我参加继续教育每年九十学时以上，公需科目和专业科目合格，",
    "项目一次验收合格率提高，举办培训班二十三期。",
)


def test_a_summary_is_one_whatever_work_it_speaks_of() -> None:
    view = lined("# 申报高级职称专业技术工作总结（任现职期间）", "申报人：李明", *_TALK * 8)
    has(read("work_summary", view), {"person_name": "李明"})
    proof = lined(
        "# 继续教育学时证明", "李明同志2019年度参加继续教育，", "公需科目32学时，专业科目60学时，合计92学时。"
    )
    assert best(proof).type == "continuing_education"


def test_a_books_title_page_may_name_a_publisher_that_is_a_company() -> None:
    view = lined("YUNSHAN SUIDAO GUANLI", "云山隧道施工管理", "李明　王小红　主编", "云山出版社股份有限公司")
    has(read("book_pages", view), {"publisher": "云山出版社股份有限公司", "author_role": "主编"})


def test_a_letter_of_appointment_calls_its_person_with_a_number_and_sets_the_term_under_labels() -> None:
    view = lined(
        "# 关于聘任专业技术职务的通知书",
        "李明（员工编号 483887）：",
        "经公司聘任委员会审议，现聘任您为公司高级会计师。",
        "聘任起始日  2013/08/01  聘任终止日  2016/07/31",
        "云山铁路集团有限公司",
        "2013/07/22",
    )
    expected = {"person_name": "李明", "start_date": "2013-08-01", "end_date": "2016-07-31"}
    has(read("appointment", view), expected)


def test_a_prize_behind_a_contest_is_named_without_it() -> None:
    view = lined(
        "# 优秀论文证书",
        "李明：",
        "您的论文《云山断裂带观测数据处理》在云山地震学会第十七次",
        "学术大会论文评选中荣获云山地震学会优秀论文奖一等奖，排名第1。",
        "云山地震学会",
        "2019年10月10日",
    )
    has(read("award_certificate", view), {"award_name": "云山地震学会优秀论文奖", "award_grade": "一等奖"})


def test_a_paper_in_marks_begins_an_entry_without_a_number() -> None:
    view = lined(
        "二、奖励：",
        "1.2018年2月获云山州疫病防控先进个人；",
        "三、论文：",
        "《云山峡谷山羊寄生虫病及防治》，发表于《云山畜牧》2016年4月，独著。",
    )
    assert [row.get("claimed_journal") for row in rows(claims([view]))] == [None, "云山畜牧"]

"""Single papers as further offices print them: results of look-ups, publications, letters and lists. What is made up
here keeps their wording and setting."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.forms.claims import claims
from extractors.layout import PageView
from extractors.records import DocumentType
from extractors.types import discovered
from ingest.geometry import Box
from ingest.records import Page
from tests.extractors.pages import gridded, lined, word
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


def test_a_clients_signature_a_holder_and_an_only_member_name_whose_work_is_proved() -> None:
    client = lined(
        "# 工程业绩证明",
        "李明同志在云山高速公路土建工程第3合同段施工中担任项目总工程师。",
        "该合同段全长12.6公里，合同价款9.87亿元。情况属实，特此证明。",
        "建设单位：云山高速公路有限公司",
        "2020年7月15日",
    )
    expected = {"issuer": "云山高速公路有限公司", "project_name": "云山高速公路土建工程第3合同段"}
    has(read("merit_proof", client), expected)
    variety = lined(
        "# 农作物品种审定证书",
        "审定编号：云审稻2018157号",
        "品种名称  云粳18号",
        "育种者  李明、王小红",
        "本证持有人  王小红（第二育种人）",
        "云山省农作物品种审定委员会",
        "公告日期：2018年10月6日",
    )
    has(read("merit_proof", variety), {"person_name": "王小红", "members": ("李明", "王小红")})


def test_pages_and_tables_of_a_year_each_are_rows_of_training() -> None:
    cover = lined("# 专业技术人员继续教育证书", "姓名：李明", "发证日期：2015年3月5日")
    pages = [
        lined("年度继续教育登记", f"年度  {year}", f"专业科目学时  {hours}", f"累计学时  {hours + 30}", number=number)
        for number, year, hours in ((2, 2015, 64), (3, 2016, 67))
    ]
    assert [row["hours"] for row in rows(facts_of("continuing_education", cover, *pages))] == ["94", "97"]
    blocks = gridded(
        (80, 80, 80, 80),
        [("公需科目", "专业科目", "总学时", "结论"), ("32", "64", "96", "达标")],
        above=[(150, 40, "专业技术人员继续教育证书", 20.0), (70, 70, "姓名：李明", 10.5), (70, 88, "■ 2017年", 10.5)],
    )
    has(read("continuing_education", blocks), {"year": "2017", "hours": "96", "professional_hours": "64"})


def test_a_name_stands_without_the_sex_behind_it() -> None:
    view = lined(
        "# 继续教育结业证书",
        "李小明 男 身份证号：530102198001010012，于2016年5月11日至5月20日",
        "参加云山省2016年度专业技术人员继续教育培训，共计92学时。",
    )
    has(read("continuing_education", view), {"person_name": "李小明", "gender": "男"})
    named = lined("# 继续教育证书", "李胜男，身份证号530102198001010012，2016年度参加培训，共计92学时。")
    has(read("continuing_education", named), {"person_name": "李胜男"})


def test_a_label_said_twice_in_two_languages_is_one() -> None:
    view = lined(
        "# 职业资格证书",
        "姓名 Name  李明",
        "职业（工种） Occupation  测量放线工  二级/技师",
        "证书编号 Certificate No.",
        "1525000000662645",
        "云山省职业技能鉴定中心",
        "2015年6月15日",
        "出生日期 Date of Birth  1970年6月2日",
    )
    has(read("skill_certificate", view), {"certificate_number": "1525000000662645", "issue_date": "2015-06-15"})
    card = lined(
        "居民身份证网证核验平台",
        "姓名/Name：李明",
        "性别/Sex：男  民族/Ethnicity：汉",
        "出生日期/Date of Birth：1980-01-01",
        "公民身份号码/ID No.：530102198001010012",
        "签发机关/Issuing Authority：云山市公安局",
        "签发日期/Date of Issue：2015-12-28",
        "有效期限/Valid until：2035-12-28",
    )
    has(read("identity_card", card), {"issue_date": "2015-12-28"})


def test_a_level_of_skill_may_be_called_so() -> None:
    view = lined("# 职业资格证书", "姓名：李明", "职业（工种）：制冷工", "等级：高级技能", "发证日期：2013年10月15日")
    has(read("skill_certificate", view), {"skill_level": "高级技能"})


def test_a_diplomas_number_is_not_that_of_the_report_and_a_code_may_stand_alone() -> None:
    view = lined(
        "# 学历学位认证报告",
        "编号：67563055155",
        "姓名  李明  学校名称  云山工业大学",
        "毕业证书编号  103591201005677614",
        "在线验证码",
        "有效期至 2021年3月31日",
        "XWEG8AG42JG4P9TD",
    )
    expected = {"certificate_number": "103591201005677614", "verification_code": "XWEG8AG42JG4P9TD"}
    has(read("credential_report", view), expected)


def test_a_list_of_several_shown_in_public_is_about_none_of_them_more() -> None:
    view = lined(
        "单位内网 > 公示公告",
        "# 关于2020年度拟推荐申报高级职称人员的公示结果",
        "发布部门：人力资源部  发布时间：2020-08-28",
        "根据职称申报工作安排，云山市第一中学对以下拟推荐人员的申报材料",
        "进行了公示，公示时间为2020年8月18日—2020年8月27日，没有收到异议。",
        "序号  姓名  部门  拟申报职称",
        "1  李明  技术部  高级教师",
        "2  王小红  档案室  会计师",
        "3  赵立新  第一分院  兽医师",
        "监督电话：0871-65684881",
    )
    found = read("employer_publicity", view)
    has(found, {"employer": "云山市第一中学", "issue_date": "2020-08-28", "person_name": None})
    assert set(found["names"]) == {"李明", "王小红", "赵立新"}  # type: ignore[arg-type]


def test_the_names_of_a_commendation_go_on_over_lines() -> None:
    view = lined(
        "# 云山省总工会关于授予云山五一劳动奖章的决定",
        "云工发〔2019〕12号",
        "云山省总工会决定，授予下列同志云山五一劳动奖章：",
        "李小明  王小红  赵立新  陈思",
        "琪  和玲玲  孔倩",
        "云山省总工会",
        "2019年4月26日",
    )
    found = read("commendation", view)
    has(found, {"title": "云山五一劳动奖章", "document_number": "云工发〔2019〕12号"})
    assert "陈思琪" in found["names"]  # type: ignore[operator]


def test_names_between_commas_are_a_list_where_a_count_ends_them() -> None:
    view = lined(
        "# 关于转发工程师任职资格评审结果的通知",
        "云机发〔2015〕72号",
        "根据云山州人社局批复，李小明，王小红，赵立新三位同志自2015年",
        "10月20日起具备机械专业工程师任职资格，现予转发。",
        "云山机械制造有限公司",
        "二〇一五年十一月五日",
    )
    assert read("title_notice", view)["names"] == ("李小明", "王小红", "赵立新")


def test_the_day_under_a_browsers_page_is_no_day_of_issue() -> None:
    view = lined(
        "云山市人力资源和社会保障局 > 通知公告",
        "# 关于公布2019年度工程师任职资格评审结果的通知",
        "发布时间：2019-11-25 16:03  来源：云山市人力资源和社会保障局",
        "李小明等20名同志具备工程师任职资格，资格取得时间为2019年10月30日。",
        *[""] * 28,
        "2020/9/2  http://example.com/view 1/1",
    )
    expected = {"issue_date": "2019-11-25", "issuer": "云山市人力资源和社会保障局", "approved_date": "2019-10-30"}
    has(read("title_notice", view), expected)


FURTHER: list[tuple[DocumentType, PageView, dict[str, str]]] = [
    (
        "postdoc_certificate",
        lined(
            "# 博士后证书",
            "李明，男，2014年9月1日进入云山锡业集团（控股）有限责任公司博士后",
            "科研工作站，于2016年10月31日考核合格出站。",
        ),
        {"institution": "云山锡业集团（控股）有限责任公司博士后科研工作站", "end_date": "2016-10-31"},
    ),
    (
        "employment_contract",
        lined(
            "# 续签聘用合同书",
            "甲方云山电机设备厂与乙方李明（女，身份证号530102198001010012）原签订",
            "的聘用合同即将期满，续签期限三年，自二〇一九年一月一日至二〇二一年",
            "十二月三十一日。",
        ),
        {"employer": "云山电机设备厂", "person_name": "李明"},
    ),
    (
        "exam_certificate",
        lined(
            "# 全国计算机等级考试合格证书",
            "李明参加2011年9月全国计算机等级考试，获得二级MS Office高级应用",
            "合格证书，成绩：合格。",
        ),
        {"subject": "二级MS Office高级应用"},
    ),
    (
        "software_copyright",
        lined(
            "# 计算机软件著作权登记证书",
            "软件名称：文物登录与巡查系统[简称：文物系统]V1.0",
            "著作权人：李明",
            "登记号：2015SR165598",
        ),
        {"software_name": "文物登录与巡查系统[简称：文物系统]V1.0"},
    ),
    (
        "service_proof",
        lined(
            "# 驻村扶贫工作队员任职及考核情况证明",
            "队员姓名  李明  性别  男",
            "驻村地点  云山县清泉乡甘岔村",
            "2017年考核  称职  2018年考核  优秀",
            "综合评定  优秀",
        ),
        {"person_name": "李明", "grade": "优秀"},
    ),
    (
        "project_proof",
        lined(
            "# 项目参与证明",
            "由我所承担的国家文物局文物保护科学研究课题“土遗址病害防治研究”",
            "已通过验收。李明同志自2014年8月起参加该课题研究，排名第3。",
            "云山省考古研究所",
            "2020年3月7日",
        ),
        {"funder": "国家文物局", "issuer": "云山省考古研究所"},
    ),
    (
        "title_certificate",
        lined(
            "# 职称证书核验结果单",
            "持证人姓名  李明",
            "职称名称  农艺师",
            "职称取得日期  2017-12-24",
            "发证日期  2018-01-23",
        ),
        {"approved_date": "2017-12-24", "issue_date": "2018-01-23"},
    ),
    (
        "other",
        lined(
            "# 云山省非税收入一般缴款书（收据）",
            "缴款人  李明  开票日期  2020-08-18",
            "收款单位：云山省人力资源和社会保障厅  票号：8339270277",
        ),
        {"person_name": "李明", "certificate_number": "8339270277", "issuer": "云山省人力资源和社会保障厅"},
    ),
]


@pytest.mark.parametrize(("kind", "view", "expected"), FURTHER, ids=[kind for kind, _, _ in FURTHER])
def test_wordings_of_further_offices(kind: DocumentType, view: PageView, expected: dict[str, str]) -> None:
    has(read(kind, view), expected)


def test_what_names_a_table_at_its_side_heads_no_column() -> None:
    heads = [("获奖情况", 0.0, 90.0), ("奖项名称", 80.0, 30.0), ("获奖时间", 200.0, 30.0)]
    words = [word(x + 4, 110.0, text, 10.5) for text, x, _ in heads] + [
        word(84, 140, "云山护理技能竞赛", 10.5),
        word(204, 140, "2018.5", 10.5),
        word(84, 170, "云山科技进步奖", 10.5),
        word(204, 170, "2016.12", 10.5),
    ]
    rulings = [Box(0, 100, 300, 100.5), Box(0, 190, 300, 190.5)]
    rulings += [Box(80, y, 300, y + 0.5) for y in (130.0, 160.0)]
    rulings += [Box(x, 100, x + 0.5, 190) for x in (0.0, 80.0, 200.0, 300.0)]
    page = Page(
        file="a.pdf", number=1, width=595, height=842, source="text", words=tuple(words), rulings=tuple(rulings)
    )
    assert [row["claimed_award"] for row in rows(claims([PageView(page)]))] == ["云山护理技能竞赛", "云山科技进步奖"]


def test_a_label_of_projects_said_again_in_each_row_has_one_beside_it() -> None:
    view = gridded((120, 300), [("项目名称", "云山地区河库连通工程初步设计"), ("项目名称", "补水隧洞突涌水防治研究")])
    expected = ["云山地区河库连通工程初步设计", "补水隧洞突涌水防治研究"]
    assert [row["claimed_project"] for row in rows(claims([view]))] == expected


def test_a_row_without_heads_names_its_project_in_its_first_cell() -> None:
    view = lined("主要项目", "1  云山老旧院落综合改造工程  项目负责人", "专利", "1  一种外墙保温挂板  实用新型")
    found = rows(claims([view]))
    assert [next(iter(row.values())) for row in found] == ["云山老旧院落综合改造工程", "一种外墙保温挂板"]


def test_a_summary_names_its_writer_between_the_unit_and_the_month() -> None:
    talk = "任现职以来，通过参加学习，业务水平不断提高，撰写技术报告，取得成绩。"
    view = lined("# 二十年文博路", "——专业技术工作总结", "云山州博物馆  李明  2020年6月", *[talk] * 10)
    has(read("work_summary", view), {"person_name": "李明"})


def test_a_papers_last_page_may_give_the_journals_numbers() -> None:
    opening = lined("# 云山融资成本研究", "李明", "（云山财经大学会计学院，云山 650221）", "摘要：利息率先升后降。")
    last = lined(
        "参考文献",
        "[1] 王小红.信息披露研究[J].云山学报,2014,26(4):19-78.",
        "国际标准刊号  ISSN  1310-4489  国内统一刊号  CN",
        "53-1859/F",
        number=2,
    )
    values = {f.name: f.value for f in discovered()["paper"].facts([opening, last])}
    assert (values["issn"], values["cn_number"]) == ("1310-4489", "CN53-1859/F")
    cited = lined("参考文献", "[1] 王小红.信息披露研究[J].云山学报,ISSN 1310-4489,2014,26(4):19-78.", number=2)
    assert "issn" not in {f.name for f in discovered()["paper"].facts([opening, cited])}

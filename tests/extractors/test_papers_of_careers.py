"""Certificates, letters and forms of a career as further offices word and set them, and their look-alikes: degrees from
abroad, letters of registers, proofs that two bodies sign. All that stands here is made up."""

from __future__ import annotations

import pytest

from extractors.agreement import is_misread
from extractors.classify import best
from extractors.grammar import english_dates
from extractors.layout import PageView
from extractors.segment import cut
from extractors.types import discovered
from ingest.geometry import Box
from ingest.records import Mark, Page
from tests.extractors.pages import gridded, lined, placed, ruled
from tests.extractors.reading import has, read

ID = "53010219850307123X"


def test_a_degree_from_abroad_in_english() -> None:
    view = lined(
        "# University of Fernhill",
        "This is to certify that",
        "Xiaoyun He",
        "having fulfilled all the requirements",
        "has been admitted to the degree of",
        "Master of Science",
        "in Soil and Water Engineering",
        "9 July 2012",
        "Vice-Chancellor  Registrar",
        "Certificate No. FH-MSC-12-00317",
    )
    expected = {
        "person_name": "Xiaoyun He",
        "degree": "硕士",
        "discipline": "Soil and Water Engineering",
        "institution": "University of Fernhill",
        "issuer": "University of Fernhill",
        "issue_date": "2012-07-09",
        "certificate_number": "FH-MSC-12-00317",
    }
    has(read("degree_certificate", view), expected)


def test_a_degree_whose_date_is_written_out() -> None:
    view = lined(
        "# Lakemont College of Technology",
        "has conferred upon",
        "Xiaoyun He",
        "the degree of",
        "Bachelor of Engineering (Honours) in Civil Engineering",
        "Given this twenty-first day of June, two thousand and eight",
    )
    expected = {
        "person_name": "Xiaoyun He",
        "degree": "学士",
        "discipline": "Civil Engineering",
        "institution": "Lakemont College of Technology",
        "issue_date": "2008-06-21",
    }
    has(read("degree_certificate", view), expected)


@pytest.mark.parametrize(
    "lines",
    [
        ("# University of Fernhill", "This is to certify that", "Xiaoyun He", "attended the Summer Course in Botany"),
        ("# Certificate of Attendance", "This is to certify that Dr. Xiaoyun He, Master of Science,", "gave a lecture"),
    ],
)
def test_english_papers_of_attendance_are_no_degrees(lines: tuple[str, ...]) -> None:
    assert best(lined(*lines)).type != "degree_certificate"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("this eleventh day of December, two thousand and fifteen", "2015-12-11"),
        ("the 3rd day of July 1998", "1998-07-03"),
        ("on the thirtieth day of May in the year nineteen hundred and ninety-eight", "1998-05-30"),
        ("Given this first day of July, Twenty Seventeen", "2017-07-01"),
    ],
)
def test_dates_written_out_in_english(text: str, value: str) -> None:
    found = english_dates.find(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["on the day of the examination", "the fortieth day of May, 2015", "May Day 2015"])
def test_other_english_days_are_no_dates(text: str) -> None:
    assert english_dates.find(text) is None


def test_a_report_on_a_degree_from_abroad() -> None:
    view = lined(
        "# 教育部留学服务中心",
        "# 国外学历学位认证书",
        "编号：120140012345",
        "和小云（护照姓名：HE XIAOYUN），女，1985年3月7日生，",
        "于2010年9月至2012年7月在英国 University of Fernhill",
        "（芬希尔大学）学习水土保持专业，2012年7月9日获该校颁发的",
        "硕士学位证书（Master of Science）。",
        "经核查，上述院校系英国认可的高等教育机构，所颁发的硕士",
        "学位证书表明其具有相应的学历（硕士研究生）。",
        "教育部留学服务中心",
        "2013年5月18日",
    )
    expected = {
        "person_name": "和小云",
        "gender": "女",
        "birth_date": "1985-03-07",
        "institution": "University of Fernhill",
        "major": "水土保持",
        "education_level": "硕士研究生",
        "start_date": "2010-09",
        "end_date": "2012-07",
        "certificate_number": "120140012345",
    }
    has(read("credential_report", view), expected)


def test_labels_that_an_engine_filled_with_the_line_to_write_on() -> None:
    view = lined(
        "# 教育部学历证书电子注册备案表",
        "姓名：☑和小云",
        "学☑校：  云山师范大学",
        "专  业：  汉语言文学",
        "层☑次：  本科",
        "证书编号：  106731200705000123",
        source="ocr",
    )
    expected = {"person_name": "和小云", "institution": "云山师范大学", "education_level": "本科"}
    has(read("credential_report", view), expected)


def test_the_kind_of_a_document_is_nobodys_name() -> None:
    view = lined(
        "# 职业技能等级证书",
        "姓_名：_  和小云",
        "证件类型：  居民身份证",
        f"证件号码：  {ID}",
        "职业名称：  汽车维修工",
        "职业技能等级：  五级/初级工",
        "本证书由下列机构颁发，表明持证人已通过本职业（工种）技能等级认定。",
        "云山有色金属有限公司",
        source="ocr",
    )
    assert read("skill_certificate", view)["person_name"] == "和小云"
    nameless = PageView(
        Page(
            **{f: getattr(view.page, f) for f in ("file", "number", "width", "height", "source")}, words=view.words[2:]
        )
    )
    assert all(f.name != "person_name" for f in discovered()["skill_certificate"].facts([nameless]))


def test_who_signs_a_certificate_without_a_legible_date() -> None:
    lines = ("# 专业技术职务任职资格证书", "和小云同志，女，1985年3月出生，经云山市卫生技术系列初级评审委员会")
    said = "2012年1月9日评审通过，具备医师任职资格，从事专业：妇产科。特发此证。"
    signed = placed(
        [
            (200, 60, lines[0][2:], 22),
            (70, 100, lines[1]),
            (70, 124, said),
            (380, 200, "云山第422医院"),
            (380, 224, "三〇一"),
        ],
        source="ocr",
    )
    assert read("title_certificate", signed)["issuer"] == "云山第422医院"
    employed = placed(
        [
            (200, 60, lines[0][2:], 22),
            (70, 100, lines[1]),
            (70, 124, said),
            (70, 200, "云山第422医院"),
            (380, 224, "三〇一"),
        ],
        source="ocr",
    )
    assert "issuer" not in read("title_certificate", employed)


def test_the_specialty_granted_and_not_the_committees() -> None:
    view = lined(
        "# 专业技术资格证书",
        "和小云同志（女，1985年3月出生）经云山省工程系列建筑专业高级",
        "评审委员会评审通过，于2018年11月25日取得工程技术",
        "系列建筑结构专业高级工程师（副高级）任职资格。",
    )
    has(read("title_certificate", view), {"specialty": "建筑结构", "series": "工程技术", "title": "高级工程师"})


def test_a_diploma_of_self_study() -> None:
    view = lined(
        "# 高等教育自学考试毕业证书",
        f"和小云，女，1985年3月7日生，身份证号{ID}，参加农学专业本科高等教育自学考试，全部课程成绩合格，准予毕业。",
        "云山省高等教育自学考试委员会  主考学校：云山农业大学",
        "二〇〇八年十二月三十日",
    )
    has(read("diploma", view), {"major": "农学", "education_level": "本科", "institution": "云山农业大学"})


def test_the_start_of_studies_whose_end_is_worn() -> None:
    view = lined(
        "# 毕业证书",
        "学员和小云，女，一九八七年四月生，二〇〇六年九月至",
        "二一年七月在我院工商管理专业学习，学制四年，修完本科培养方案规定的全部课程，准予毕业。",
        "云山工程学院",
        source="ocr",
    )
    assert read("diploma", view)["start_date"] == "2006-09"


def test_a_school_names_itself_and_its_committee_seals() -> None:
    seal = Mark(kind="seal", box=Box(380, 200, 480, 300), confidence=0.95, text="云山师范大学学位评定委员会")
    view = lined(
        "# 学士学位证书",
        "姓名：和小云",
        "专业：审计学",
        "经审核，符合《中华人民共和国学位条例》规定，授予管理学学士学位。",
        "授予单位：云山师范大学",
        marks=[seal],
    )
    has(read("degree_certificate", view), {"issuer": "云山师范大学", "institution": "云山师范大学"})


LETTER = [
    (250, 60, "证  明", 18),
    (100, 120, f"兹证明和小云（女，身份证号{ID}）于2020年2月3日"),
    (76, 144, "至2020年4月10日在云山县河边镇开展疫情防控工作，特此证明。"),
]


def test_a_name_that_its_column_breaks_over_the_line() -> None:
    view = placed(
        [
            *LETTER,
            (330, 240, "中共云山县委农村工作领导小组办公"),
            (78, 250, "云山县河边镇人民政府"),
            (510, 256, "室"),
            (78, 272, "2020年8月20日"),
            (430, 278, "2020年8月20日"),
        ]
    )
    assert read("service_proof", view)["issuer"] == "中共云山县委农村工作领导小组办公室"


def test_characters_under_a_name_that_is_whole_do_not_lengthen_it() -> None:
    view = placed([*LETTER, (330, 240, "云山县河边镇人民政府办公室"), (474, 256, "印"), (380, 278, "2020年8月20日")])
    assert read("service_proof", view)["issuer"] == "云山县河边镇人民政府办公室"


@pytest.mark.parametrize(
    ("label", "issuer"), [("主管部门\n意见", "云山县卫生健康局"), ("所在单位\n意见", "云山县河边镇卫生院")]
)
def test_a_form_is_issued_by_the_department_in_charge(label: str, issuer: str) -> None:
    view = gridded(
        (90, 130, 90, 150),
        [
            ["姓  名", "和小云", "性  别", "女"],
            ["服务地点", "云山县河边镇卫生院", "服务时间", "2018.3.1-2018.10.31"],
            ["接收单位\n意见", ("情况属实。\n\n云山县河边镇卫生院  2020年8月17日", 3)],
            [label, ("同意。\n\n云山县卫生健康局  2020年8月18日", 3)],
        ],
        above=[(170, 60, "卫生技术人员服务基层鉴定表", 18)],
    )
    assert read("service_proof", view)["issuer"] == issuer


def landscape(gap: float) -> PageView:
    words = [
        (272, 100, "聘  书", 26),
        (140, 177, "兹聘任  和小云"),
        (240 + gap, 177, "同志为我单位高级农艺师，聘期自2012年6月1日至"),
        (108, 211, "2015年5月31日。"),
        (140, 245, "此聘。"),
        (478, 372, "云山县农业技术推广站"),
        (530, 396, "2012年6月1日"),
    ]
    return placed(words, width=737.0, height=524.0)


def test_white_space_in_the_sentence_of_a_wide_page_is_no_fold() -> None:
    expected = {"person_name": "和小云", "title": "高级农艺师", "start_date": "2012-06-01", "end_date": "2015-05-31"}
    has(read("appointment", landscape(12)), expected)


def test_a_letter_of_rank_after_a_letter_of_appointment() -> None:
    first = lined(
        "# 聘书",
        "兹聘任和小云同志为我单位农艺师，聘期自2015年1月1日至2016年3月31日。",
        "云山县植保植检站",
        "2015年1月5日",
    )
    second = lined(
        "# 关于任命和小云同志职级的通知",
        "云农任〔2019〕4号",
        "单位各部门：",
        "经县委组织部批准，决定任命和小云同志四级主任科员职务，任命期限为2019年6月1日至法定退休年龄。",
        "云山县农业农村局",
        "2019年6月12日",
        number=2,
    )
    assert [part.type for part in cut([first, second])] == ["appointment", "appointment"]
    expected = {"title": "四级主任科员", "start_date": "2019-06-01", "certificate_number": "云农任〔2019〕4号"}
    has(read("appointment", second), expected)
    assert "end_date" not in read("appointment", second)


def test_hours_beside_the_post_are_no_appointment() -> None:
    view = lined(
        "# 兼职教师聘用证明",
        "兹证明和小云同志自2019年3月起受聘为我校企业兼职教师，每学期32课时。",
        "云山技师学院",
        "2020年7月20日",
    )
    has(read("other", view), {"person_name": "和小云", "issuer": "云山技师学院", "issue_date": "2020-07-20"})


def test_the_number_of_a_registers_letter_stands_on_its_own_line() -> None:
    view = lined(
        "# 准予变更登记通知书",
        "（云）登记企变字〔2018〕第00123号",
        "云山环境科技股份有限公司：",
        "你单位提交的变更登记申请材料齐全，我局决定准予变更登记。依据云政发〔2017〕9号文件办理。",
        "云山市工商行政管理局",
        "2018年7月3日",
    )
    has(read("other", view), {"certificate_number": "(云)登记企变字〔2018〕第00123号", "issue_date": "2018-07-03"})


def test_a_letter_in_answer_to_an_office() -> None:
    view = lined(
        "# 关于乡镇综合服务中心更名的批复",
        "云编办复〔2019〕11号",
        "各乡（镇）人民政府：",
        "经县委编委研究，同意将各乡（镇）综合服务中心更名，机构规格、编制不变。",
        "中共云山县委机构编制委员会办公室",
        "2019年3月18日",
    )
    expected = {"certificate_number": "云编办复〔2019〕11号", "issuer": "中共云山县委机构编制委员会办公室"}
    has(read("other", view), expected)


def test_a_certificate_of_a_soldiers_return() -> None:
    view = lined(
        "# 士官退出现役证（补办）",
        "证号：云退士字补第2019-0012号",
        f"和小云，男，1985年3月7日出生，公民身份号码{ID}，2002年12月入伍，2014年12月退出现役。",
        "云山县退役军人事务局",
        "2019年6月11日",
    )
    expected = {"person_name": "和小云", "certificate_number": "云退士字补第2019-0012号", "issue_date": "2019-06-11"}
    has(read("other", view), expected)


def test_a_note_about_a_licence_is_no_licence() -> None:
    view = lined(
        "# 植物检疫员证（复印件）说明",
        "兹证明和小云同志2001年起持有专职植物检疫员证，复印件与原件一致。",
        "云山县植保植检站",
        "2020年8月26日",
    )
    assert read("other", view)["person_name"] == "和小云"
    own = lined("# 植物检疫员证", "姓名：和小云", "证号：53-0012", "发证机关：云山县农业局", "发证日期：2001年3月2日")
    assert best(own).type == "licence"


def test_a_pledge_is_dated_under_the_persons_own_signature() -> None:
    view = lined(
        "# 专业技术职务任职资格评审诚信承诺书",
        "我叫和小云，女，现在云山县图书馆工作。本人承诺申报2019年度馆员资格所提交的全部材料真实可靠，若有违反，愿接受处理。",
        "承诺人签名：和云",
        "2019年9月28日",
        "单位承诺",
        "我单位已对和小云同志申报材料逐项核实，材料真实、完整。",
        "单位负责人签名：李四",
        "云山县图书馆",
        "2019年10月2日",
    )
    has(read("integrity_pledge", view), {"person_name": "和小云", "issue_date": "2019-09-28"})


def test_a_card_whose_labels_are_read_in_parts() -> None:
    view = lined(
        "# 临时居民身份证",
        "签  发机关  云山区公安局",
        "有  效期限  2014.03.16-2014.06.16",
        "姓名  和小云",
        "性别  女",
        "出生  1985年3月7日",
        f"公民身份号码  {ID}",
        source="ocr",
    )
    has(read("identity_card", view), {"issuer": "云山区公安局", "issue_date": "2014-03-16"})


@pytest.mark.parametrize(
    ("clause", "hours"),
    [("学习期满，计专业科目40学时。", "40"), ("其中专业科目40学时。", None)],
)
def test_all_that_a_course_counts_for(clause: str, hours: str | None) -> None:
    view = lined(
        "# 继续教育证书", f"和小云同志于2019年10月7日至31日参加高级研修班，{clause}", "云山大学", "2019年10月31日"
    )
    assert read("continuing_education", view).get("hours") == hours


def test_departments_beside_names_are_no_names() -> None:
    table = [["序号", "姓名", "部门"], ["1", "郑小环", "党办"], ["2", "郭梅", "后勤科"], ["3", "程源", "信息科"]]
    view = placed(
        [
            (160, 60, "关于表彰优秀员工的通报", 20),
            (70, 100, "决定对以下同志授予“优秀员工”称号，予以通报表彰。"),
            *ruled((60, 100, 100), table, top=130, left=120),
            (330, 300, "云山商业银行"),
            (330, 324, "2018年6月7日"),
        ]
    )
    assert read("commendation", view)["names"] == ("郑小环", "郭梅", "程源")


def test_a_name_that_an_engine_read_in_traditional_characters() -> None:
    view = lined(
        "# 學士學位證書",
        "張小云，女，1985年3月7日生。在云山大學水土保持专业完成学业，成绩合格，",
        "授予農學學士學位。",
        "云山大學",
        source="ocr",
    )
    assert read("degree_certificate", view)["person_name"] == "张小云"


def test_people_of_a_letter_in_its_order() -> None:
    view = lined(
        "# 关于和小云、段志同志任职资格的批复",
        "云职改字〔1992〕66号",
        "云山县中心医院：",
        "经研究，同意和小云、段志同志具备医师任职资格，从1992年3月起计算。",
        "云山县职称改革领导小组",
        "1992年3月3日",
    )
    assert read("title_notice", view)["names"] == ("和小云", "段志")


def test_an_employer_whose_insured_worker_somebody_is() -> None:
    view = lined(
        "# 养老保险参保缴费证明",
        f"兹证明和小云（公民身份号码：{ID}）系云山热带作物研",
        "究所参保职工，自2008年1月起参加养老保险。",
        "云山县社会保险事业管理局",
        "2020年8月15日",
    )
    assert read("social_insurance", view)["employer"] == "云山热带作物研究所"


def test_a_lower_secondary_school_is_not_made_of_a_secondary_school() -> None:
    assert not is_misread("云山县河边乡中学", "云山县河边乡初级中学", sure=True)
    assert is_misread("云山科学技术局", "云山县科学技术局", sure=True)


def test_a_report_that_names_the_country_before_the_school() -> None:
    view = lined(
        "# 国外学历学位认证书",
        "编号：117810000012",
        "和小云，女，1985年3月7日出生。于2004年6月至2007年6月在日本云山",
        "大学（Yunshan University）学习，主修植物保护专业，并于2007年8月",
        "获得日本云山大学颁发的博士学位证书。",
        "经核查，云山大学系日本正规高等学校，所颁发的博士学位证书真实。",
        "教育部留学服务中心",
        "二〇一七年十二月十一日",
    )
    has(read("credential_report", view), {"institution": "云山大学", "major": "植物保护", "start_date": "2004-06"})


def test_a_notarys_paper() -> None:
    view = lined(
        "# 公证书",
        "（2015）云证字第1206号",
        "申请人：和小云，女，1985年3月7日出生，公民身份号码",
        f"{ID}。",
        "公证事项：复印件与原件相符",
        "兹证明前面的复印件与和小云出示给本公证员的原件内容相符。",
        "云山县公证处",
        "二〇一五年六月二十一日",
    )
    expected = {"person_name": "和小云", "certificate_number": "（2015）云证字第1206号", "issuer": "云山县公证处"}
    has(read("other", view), expected)


@pytest.mark.parametrize(("ring", "issuer"), [("云山区公安局", "云山区公安局"), ("云山县第一中学", None)])
def test_a_card_without_labels_is_issued_by_the_police_that_sealed_it(ring: str, issuer: str | None) -> None:
    seal = Mark(kind="seal", box=Box(376, 150, 438, 212), confidence=0.95, text=ring)
    view = lined(
        "姓名  和小云",
        "性别  女  民族  汉",
        "出生  1985年3月7日",
        "住址  云山省云山市云山区人民路1号",
        "1998年2月8日签发  有效期限  20年",
        "编号  530101850307123",
        source="ocr",
        marks=[seal],
    )
    assert read("identity_card", view).get("issuer") == issuer


def test_a_ledger_of_appointments() -> None:
    table = [
        ["聘任职务", "聘任期限", "聘任单位（盖章）", "备注"],
        ["工程师", "2007.01.01—2009.12.31", "云山铜业服有限公司", ""],
        ["高级工程师", "2010.01.01—2012.12.31", "云山铜业股份有限公司", ""],
    ]
    view = placed(
        [
            (215, 53, "专业技术职务聘任登记", 20),
            (60, 93, "姓名：和小云"),
            (200, 93, "单位：云山铜业股份有限公司"),
            *ruled((90, 160, 140, 60), table, top=120),
        ]
    )
    has(read("appointment", view), {"person_name": "和小云", "employer": "云山铜业股份有限公司"})
    found = discovered()["appointment"].facts([view])
    assert [(f.item, f.value) for f in found if f.name == "end_date"] == [(1, "2009-12-31"), (2, "2012-12-31")]


def test_the_unit_that_stamps_the_head_of_its_form() -> None:
    view = lined(
        "# 事业单位岗位聘用审批表",
        "单位（盖章）：云山建设投资集团有限公司  填表日期：2007.3.1",
        "姓名  和小云  性别  女",
        "拟聘职务  会计师  聘用期限  2007年3月1日至2010年2月28日",
        "单位意见  经研究，同意聘任。",
    )
    assert read("appointment", view)["issuer"] == "云山建设投资集团有限公司"


def test_an_older_certificate_of_a_trade() -> None:
    view = lined(
        "# 高级技师职业资格证书",
        "和小云同志，女，1985年3月出生，从事电工工种，经云山省劳动和",
        "社会保障厅考评委员会考评合格，具备高级技师资格。",
        "云山省劳动和社会保障厅",
        "2011年7月15日",
        "编号：云技师01第0275号",
    )
    expected = {"occupation": "电工", "skill_level": "高级技师", "certificate_number": "云技师01第0275号"}
    has(read("skill_certificate", view), expected)


def test_a_word_before_a_list_is_nobody() -> None:
    view = lined(
        "# 关于和小云等4名同志取得会计师任职资格的通知",
        "云人社通〔2018〕134号",
        "经评审通过，确认下列4名同志具备会计师任职资格，资格时间从2018年5月2日",
        "起算：",
        "和小云  段志  李梅芳  杨光",
        "云山省人力资源和社会保障厅",
        "2018年6月2日",
    )
    assert read("title_notice", view)["names"] == ("和小云", "段志", "李梅芳", "杨光")


def test_an_editors_note_on_an_issue_is_no_part_of_it() -> None:
    view = lined(
        "# 关于增刊登记情况的说明",
        "和小云同志：",
        "您所询论文刊于我刊2015年增刊1，该增刊经云山省新闻出版局批准登记，属合法增刊。",
        "特此说明。",
        "云山农业科学编辑部",
        "2020年8月28日",
    )
    has(read("other", view), {"issuer": "云山农业科学编辑部", "issue_date": "2020-08-28"})


def test_a_number_for_checking_a_print_out() -> None:
    view = lined(
        "# 社会保险个人参保缴费证明",
        f"姓名：和小云  身份证号码：{ID}",
        "单位名称：云山图书馆  验证编号：140926201900001234",
        "参保起止时间：2018年08月至2019年07月",
        "打印日期：2019-08-09",
    )
    assert read("social_insurance", view)["certificate_number"] == "140926201900001234"

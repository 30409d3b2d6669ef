"""Print-outs of systems, ledgers, and letters that prove what a lost or old certificate said."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.records import FactValue
from tests.extractors.pages import gridded, lined, placed
from tests.extractors.reading import facts_of, has, read, rows

ID = "53040219850302201X"


def test_scores_of_several_subjects_a_row_each() -> None:
    view = lined(
        "# 成绩查询",
        "2019年度初级会计资格考试",
        "姓名  李和平",
        f"证件号码  {ID}",
        "科目名称  成绩  合格标准",
        "初级会计实务  85  60",
        "经济法基础  64  60",
        "管理号：80021454702630061",
    )
    facts = facts_of("exam_certificate", view)
    assert rows(facts) == [
        {"subject": "初级会计实务", "score": "85"},
        {"subject": "经济法基础", "score": "64"},
    ]
    has(read("exam_certificate", view), {"person_name": "李和平", "certificate_number": "80021454702630061"})


def test_one_subject_in_a_table_is_no_row() -> None:
    view = lined("# 专业技术人员计算机应用能力考试合格证", "姓名：李和平", "科目（模块）  成绩", "文字处理  合格")
    facts = facts_of("exam_certificate", view)
    assert not rows(facts)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("# 全国计算机等级考试", "合格证书", "李和平参加2014年11月全国计算机等级考试二级C语言程序设计，成绩优秀。"),
            {"subject": "二级C语言程序设计", "score": "优秀"},
        ),
        (
            ("# 普通话水平测试等级证书", "姓名：李和平", "测试分数：89.6分，等级：二级甲等。"),
            {"score": "89.6"},
        ),
        (
            ("# 考试成绩合格证", "李和平同志（男，1989年4月生）参加2013年度", "高级经济实务（金融）考试，成绩76分。"),
            {"subject": "高级经济实务（金融）", "score": "76"},
        ),
    ],
)
def test_subject_and_score_in_a_sentence(lines: tuple[str, ...], expected: dict[str, FactValue]) -> None:
    has(read("exam_certificate", lined(*lines)), expected)


def test_a_number_under_its_label_on_a_line_of_its_own() -> None:
    view = placed(
        [
            (160, 60, "全国计算机等级考试合格证书", 20),
            (200, 200, "证书编号"),
            (190, 216, "3088999495125026"),
            (80, 260, "李和平参加2014年11月全国计算机等级考试二级C语言程序设计，成绩优秀。"),
        ]
    )
    has(read("exam_certificate", view), {"certificate_number": "3088999495125026"})


def test_a_workers_certificate_numbered_in_a_register() -> None:
    view = lined(
        "# 技术等级证书",
        "工考字第0262421号",
        "李和平同志，男，一九八五年七月生，经考核，钳工工种技术等级达到中级工标准，特发此证。",
        "云山市工人技术等级考核委员会",
        "二〇〇二年十月十二日",
    )
    has(
        read("skill_certificate", view),
        {
            "certificate_number": "工考字第0262421号",
            "person_name": "李和平",
            "occupation": "钳工",
            "skill_level": "中级工",
            "issuer": "云山市工人技术等级考核委员会",
        },
    )


@pytest.mark.parametrize("cited", ["根据云人字第123456号文", "云人字第12号"])
def test_the_number_of_a_cited_letter_is_not_the_certificates(cited: str) -> None:
    view = lined("# 学位证书", cited, "学生李和平，授予农学学士学位。", "云山农业大学", "一九八五年十二月二十日")
    assert "certificate_number" not in read("degree_certificate", view)


def test_occupation_and_level_under_their_common_label() -> None:
    view = lined(
        "# 职业资格证书",
        "姓名  李和平",
        "职业（工种）及等级",
        "Occupation & Skill Level",
        "育婴员  技师（国家职业资格二级）",
    )
    has(read("skill_certificate", view), {"occupation": "育婴员", "skill_level": "技师（国家职业资格二级）"})


def test_an_occupation_that_was_passed_in() -> None:
    view = lined("# 职业资格证书", "兹证明李和平已通过林业有害生物防治员职业技能鉴定，具有高级工职业资格。")
    has(read("skill_certificate", view), {"occupation": "林业有害生物防治员", "skill_level": "高级工"})


def test_a_table_of_heads_the_last_of_which_no_list_knows() -> None:
    view = gridded(
        (100, 90, 90, 90, 90),
        [
            ["派驻地点", "开始时间", "结束时间", "担任职务", "年度考核"],
            ["云山县高山镇小寨村", "2017/03/11", "2018-02-11", "第一书记", "优秀"],
        ],
        above=[(150, 40, "脱贫攻坚一线工作经历认定表", 20), (60, 300, "认定单位：云山县脱贫攻坚指挥部", 12)],
        size=9,
    )
    has(
        read("service_proof", view),
        {
            "place": "云山县高山镇小寨村",
            "start_date": "2017-03-11",
            "end_date": "2018-02-11",
            "grade": "优秀",
            "issuer": "云山县脱贫攻坚指挥部",
        },
    )


def test_a_notice_that_sends_several() -> None:
    view = gridded(
        (40, 80, 50, 130, 130),
        [
            ["序号", "姓名", "性别", "派出学校", "支教学校"],
            ["1", "李和平", "女", "云山县第一小学", "云山县高山乡中学"],
            ["2", "和志强", "男", "云山县第一小学", "云山县青山乡中学"],
        ],
        above=[
            (150, 20, "关于选派教师到薄弱学校支教的通知", 20),
            (220, 50, "云教发〔2015〕37号"),
            (60, 70, "支教时间从2015年3月4日起至2017年2月4日止。名单如下："),
            (380, 260, "云山县教育局"),
            (380, 280, "2015年2月28日"),
        ],
    )
    facts = facts_of("service_proof", view)
    assert rows(facts) == [
        {"person_name": "李和平", "gender": "女", "place": "云山县高山乡中学"},
        {"person_name": "和志强", "gender": "男", "place": "云山县青山乡中学"},
    ]
    general = {f.name: f.value for f in facts if not f.item}
    has(general, {"certificate_number": "云教发〔2015〕37号", "start_date": "2015-03-04", "issuer": "云山县教育局"})
    assert "person_name" not in general


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("兹证明云山市图书馆钟春同志，女，于2014年3月至2015年2月到高山村驻村扶贫。", "钟春"),
        ("兹证明云山市职业技术学院李和平（身份证号码53040219850302201X）参加疫情防控一线工作。", "李和平"),
        ("经核查，李和平（男）于2014年3月至2015年2月到高山村驻村扶贫。", "李和平"),
    ],
)
def test_whose_proof_it_is(said: str, name: str) -> None:
    has(read("service_proof", lined("# 驻村工作证明", said)), {"person_name": name})


def test_the_end_of_a_period_is_no_place() -> None:
    view = lined("# 支教证明", "李和平，女，于2018年2月到2019年1月在云山区东河乡中心学校支教。")
    has(read("service_proof", view), {"place": "云山区东河乡中心学校", "end_date": "2019-01"})


@pytest.mark.parametrize(
    ("said", "institution"),
    [
        ("在云山农业科学院茶叶研究所读者服务博士后科研流动站从事博士后研究", "云山农业科学院茶叶研究所"),
        ("在云山大学博士后科研流动站从事博士后研究", "云山大学博士后科研流动站"),
        ("在云山农业科学院茶叶研究所从事博士后研究", "云山农业科学院茶叶研究所"),
    ],
)
def test_the_body_of_a_station(said: str, institution: str) -> None:
    view = lined("# 博士后证书", f"李和平，男，于2003年11月9日至2005年12月26日{said}，期满出站。")
    has(read("postdoc_certificate", view), {"institution": institution})


def test_a_station_of_the_body_that_signs_over_its_own_office() -> None:
    view = lined(
        "# 博士后证明",
        "兹证明李和平同志（女，1975-09-17出生）系我单位博士后科研",
        "工作站博士后，2005.11进站，2007.12出站。",
        "云山大学",
        "二〇一五年二月一日",
        "博士后管理办公室",
    )
    has(read("postdoc_certificate", view), {"institution": "云山大学", "issuer": "云山大学"})


def test_an_office_without_a_body_above_it_signs_itself() -> None:
    view = lined("# 驻村工作证明", "兹证明李和平同志驻村扶贫。", "职称工作办公室", "2015年2月1日")
    has(read("service_proof", view), {"issuer": "职称工作办公室"})


def test_a_proof_in_place_of_a_lost_certificate() -> None:
    view = lined(
        "# 学位证明书",
        "李和平，男，1983.9.9出生，2009年在我校获得工学硕士学位，",
        "学位证书编号为1038932009323812。因原证书遗失，特此证明。",
        "云山大学",
        "学位评定委员会办公室",
        "2016-10-08",
    )
    has(
        read("degree_certificate", view),
        {
            "person_name": "李和平",
            "birth_date": "1983-09-09",
            "degree": "硕士",
            "discipline": "工学",
            "certificate_number": "1038932009323812",
            "issuer": "云山大学",
            "issue_date": "2016-10-08",
        },
    )


def test_what_a_school_says_of_a_diploma_it_gave() -> None:
    view = lined(
        "# 学历证明（认证）",
        "编号为107601200802678929的毕业证书系我校颁发。",
        "持证人李和平，女，2005.09入学，2008.07毕业，",
        "所学专业为播音与主持艺术，层次为硕士研究生，学习形式为全日制。",
        "可凭查询码JTUNTSZEFCPD查验，本证明有效期至2021年1月15日。",
        "云山大学",
        "2020年1月15日",
    )
    has(
        read("credential_report", view),
        {
            "certificate_number": "107601200802678929",
            "person_name": "李和平",
            "start_date": "2005-09",
            "end_date": "2008-07",
            "major": "播音与主持艺术",
            "education_level": "硕士研究生",
            "study_mode": "全日制",
            "verification_code": "JTUNTSZEFCPD",
            "valid_until": "2021-01-15",
            "institution": "云山大学",
            "issue_date": "2020-01-15",
        },
    )


def test_a_foreign_school_with_its_name_in_its_own_language() -> None:
    view = lined(
        "# 国外学历学位认证书",
        "670778874279",
        "李和平，男，1981年7月18日出生，2009年9月至2010年12月",
        "在泰国云山大学（Yunshan University）护理学专业学习，",
        "获得该校颁发的硕士学位证书，达到硕士研究生学历水平。",
    )
    has(
        read("credential_report", view),
        {
            "certificate_number": "670778874279",
            "person_name": "李和平",
            "start_date": "2009-09",
            "end_date": "2010-12",
            "institution": "泰国云山大学",
            "major": "护理学",
        },
    )


def test_the_head_of_a_record_in_an_application() -> None:
    view = lined(
        "# 学信档案",
        "央金措",
        "云山大学 · 硕士研究生 · 运动训练",
        "学习形式  全日制",
        "在线验证码 AT9Q9KDF9WL1NYZ5",
    )
    has(
        read("credential_report", view),
        {"person_name": "央金措", "institution": "云山大学", "education_level": "硕士研究生", "major": "运动训练"},
    )


def test_a_title_as_a_system_shows_it() -> None:
    view = lined(
        "# 云山省职称信息查询验证系统",
        "打印时间：2020-09-23 10:24:15",
        "姓名  身份证号  职称名称  专业  级别",
        f"李和平  {ID}  医师  普通外科  初级",
    )
    has(read("title_certificate", view), {"issue_date": "2020-09-23"})


def test_a_label_that_a_line_of_a_sentence_begins_with() -> None:
    view = lined(
        "# 专业技术职务任职资格证书",
        "李和平同志，女，一九六〇年九月生。经云山省技工院校教师高级",
        "专业技术职务评审委员会二〇〇六年十二月十六日评审通过，具备正高级讲师任职资格。",
    )
    has(read("title_certificate", view), {"title": "正高级讲师", "approved_date": "2006-12-16"})


def test_a_card_of_the_first_generation() -> None:
    view = lined(
        "姓  名  李和平",
        "性  别  男  民  族  苗",
        "出  生  1966 年 7 月 1 日",
        "住  址  云山县青年路3号",
        "1997年11月2日签发  有效期限20年",
        "编  号  530402660701201",
        "# 居民身份证",
        "云山县公安局",
    )
    has(read("identity_card", view), {"issue_date": "1997-11-02", "issuer": "云山县公安局"})


def test_the_sum_under_a_list_of_courses() -> None:
    view = lined(
        "# 继续教育学时证明",
        "学员：李和平  学习年度：2015",
        "课程名称  类别  学时",
        "会计学案例分析  专业课  6",
        "大数据与信息化  公需课  16",
        "累计完成  66  学时（公需科目16学时，专业科目50学时）",
    )
    has(
        read("continuing_education", view),
        {"person_name": "李和平", "hours": "66", "professional_hours": "50"},
    )


def test_a_period_after_the_birth() -> None:
    view = lined("# 毕业证书", "学生李和平，女，1989年12月9日出生，2008年9月至2012年6月在本校英语专业学习，准予毕业。")
    has(read("diploma", view), {"birth_date": "1989-12-09", "start_date": "2008-09", "end_date": "2012-06"})


def test_a_number_broken_over_two_full_lines_of_a_sentence() -> None:
    view = lined(
        "# 职业技能等级证明",
        "经核查，李和平（男）经考评合格，取得钳工高级技师职业技能等级，证书编号0904",
        "346736809066。特此证明。",
    )
    has(read("skill_certificate", view), {"certificate_number": "0904346736809066"})


def test_numbers_of_neighbouring_rows_stay_apart() -> None:
    view = lined(
        "年度  培训内容  总学时  专业学时", "2015  水利工程知识更新  104  86", "2016  水利工程知识更新  108  78"
    )
    assert "862016" not in view.passage.text


@pytest.mark.parametrize("name", ["娜波", "欧阳明庭", "才让卓玛", "古丽娜尔·艾合买提"])
def test_names_of_every_kind(name: str) -> None:
    said = f"兹证明{name}（一九八一年一月二十日出生）已通过钳工职业技能鉴定，具有高级工职业资格。"
    has(read("skill_certificate", lined("# 职业资格证书", said)), {"person_name": name})
    native = lined("# 学位证书", f"{name}系福建省安溪县人，1977年12月4日生。", "授予管理学博士学位。", "云山大学")
    has(read("degree_certificate", native), {"person_name": name})


def test_the_end_of_a_sentence_is_no_value() -> None:
    view = lined("# 专业技术职务任职资格证书", "李和平同志，女，经评审通过，具备正高级讲师", "任职资格。特发此证。")
    has(read("title_certificate", view), {"title": "正高级讲师"})


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("职业技能鉴定证明", "skill_certificate"),
        ("机关事业单位工人技术等级岗位证书", "skill_certificate"),
        ("工人考核等级证书", "skill_certificate"),
        ("博士后研究人员进站通知书", "postdoc_certificate"),
        ("博士后进出站信息查询", "postdoc_certificate"),
        ("University Degree Certificate", "degree_certificate"),
        ("博士学位证明", "degree_certificate"),
        ("执业药师职业资格证书", "licence"),
        ("任职资格证明", "title_certificate"),
    ],
)
def test_names_of_papers(title: str, kind: str) -> None:
    assert best(lined(f"# {title}", "姓名：李和平", "编号：20160001")).type == kind


@pytest.mark.parametrize(("title", "kind"), [("学位证明书", "degree_certificate"), ("毕业证明书", "diploma")])
def test_a_proof_for_the_use_of_an_application(title: str, kind: str) -> None:
    used = lined(f"# {title}", "李和平，男，2009年在我校毕业。", "此证明仅用于职称申报。", "云山大学")
    assert best(used).type == kind
    form = lined("# 职称申报表", "申报人：李和平", "毕业证书、学位证书复印件")
    assert best(form).type not in ("degree_certificate", "diploma")


def test_a_letter_of_the_school_about_a_degree() -> None:
    said = ("李和平，男，1983.9.9出生，2009年在我校获得工学硕士学位，", "学位证书编号为1038932009323812。特此证明。")
    assert best(lined("# 证明", *said, "云山大学")).type == "degree_certificate"
    studied = lined("# 证明", "李和平于2009年在我校学习，现申请工学硕士学位。", "云山大学")
    assert best(studied).type != "degree_certificate"

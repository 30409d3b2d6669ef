"""Single papers of offices all over the country: print-outs of systems, ledgers, letters that list a staff, forms in
sentences. What is made up here keeps the wording and the setting of such papers, and their look-alikes."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.forms.claims import claims
from extractors.layout import PageView
from extractors.members import placed
from extractors.records import Document
from extractors.segment import cut
from extractors.types.annual_appraisal import EXTRACTOR as APPRAISAL
from extractors.types.application_form import EXTRACTOR as FORM
from extractors.types.appointment import EXTRACTOR as APPOINTMENT
from extractors.types.employment_contract import EXTRACTOR as CONTRACT
from extractors.types.social_insurance import EXTRACTOR as INSURANCE
from tests.extractors.pages import gridded, lined, ruled, values_of
from tests.extractors.pages import placed as page_of
from tests.extractors.reading import has, read, rows

ID = "53010219850307123X"


def test_a_form_printed_from_a_system() -> None:
    view = page_of(
        [
            (70, 50, "云山省职称申报管理系统", 16),
            (60, 80, "申报编号：SB20200001234"),
            (260, 80, "打印时间：2020-04-09"),
            *ruled(
                (120, 120, 80, 100),
                [["毕业院校", "专业", "学历", "毕业时间"], ["云山大学", "土木工程", "本科", "2007-07-01"]],
                centred=False,
            ),
            (60, 170, "申报职称"),
            (150, 170, "工程师"),
            (60, 220, "项目名称", 10.5),
            (60, 240, "云山县水库除险加固示范推广项目", 10.5),
            (60, 300, "本人承诺所填属实。"),
        ]
    )
    found = read("application_form", view)
    has(
        found,
        {
            "certificate_number": "SB20200001234",
            "issue_date": "2020-04-09",
            "institution": "云山大学",
            "major": "土木工程",
            "education_level": "本科",
            "graduation_date": "2007-07-01",
            "claimed_project": "云山县水库除险加固示范推广项目",
        },
    )


SENTENCES = lined(
    "# 任职资格申报呈报表",
    "申报人罗小明，女，1980年2月11日生，现在云山市广播电视台工作，2003年7",
    "月毕业于云山大学新闻学专业，本科学历。2012年12月取得一级播音员任职",
    "资格，现申报播音系列广播播音专业主任播音员（副高级）。",
    "2018年9月获云山县先进工作者三等奖（第二）；",
    "2017年1月在《云山传播》发表《浅析县级融媒体的质量控制要点》，第三作者；",
    "申报人：罗小明",
)


def test_a_form_in_sentences() -> None:
    has(
        read("application_form", SENTENCES),
        {
            "person_name": "罗小明",
            "gender": "女",
            "birth_date": "1980-02-11",
            "employer": "云山市广播电视台",
            "graduation_date": "2003-07",
            "institution": "云山大学",
            "major": "新闻学",
            "education_level": "本科",
            "current_title": "一级播音员",
            "current_title_date": "2012-12",
            "applied_series": "播音",
            "applied_specialty": "广播播音",
            "applied_title": "主任播音员",
            "applied_level": "associate_senior",
        },
    )
    award, paper = sorted(rows(claims([SENTENCES])), key=len)
    assert award == {
        "claimed_award": "云山县先进工作者三等奖",
        "claimed_award_date": "2018-09",
        "claimed_award_rank": "2",
    }
    assert paper == {
        "claimed_paper": "浅析县级融媒体的质量控制要点",
        "claimed_journal": "云山传播",
        "claimed_paper_date": "2017-01",
        "claimed_author_rank": "3",
    }


@pytest.mark.parametrize(
    "said",
    [
        "主持或参与的项目(课题)。",
        "主持完成科研项目3项；",
        "承担省级课题。",
        "参与的项目。",
        "论文应当公开发表。",
        "获得优秀奖的材料附后。",
    ],
)
def test_sentences_that_claim_nothing_of_their_own(said: str) -> None:
    assert claims([lined("# 职称申报表", said)]) == []


def test_lists_beside_the_label_of_their_kind() -> None:
    view = gridded(
        (80, 400),
        [
            [
                "论文论著",
                "1.《浅析甲》，发表于《云山学刊》，2016.08，第3作者\n"
                "2.《再论甲乙》，发表于《云山学刊》，2019.03，第1作者",
            ],
            ["奖励情况", "1. 2018.01，云山县先进工作者二等奖，排名第3"],
            ["项目", "云山市林业调查规划人才队伍建设课题"],
            ["专利", "无"],
        ],
    )  # fmt: skip
    first, second, award, project = rows(claims([view]))
    assert (first["claimed_paper"], second["claimed_paper"]) == ("浅析甲", "再论甲乙")
    assert (first["claimed_author_rank"], second["claimed_paper_date"]) == ("3", "2019-03")
    assert award["claimed_award"] == "云山县先进工作者二等奖"
    assert project == {"claimed_project": "云山市林业调查规划人才队伍建设课题"}


def test_entries_that_name_their_kind() -> None:
    view = lined(
        "三、业绩成果",
        "（1）获奖：云山市科学技术进步奖二等奖；获奖时间：2013年1月；本人位",
        "次：第二",
        "（1）论文：浅析兽医新技术的应用实践；期刊：云山畜牧；发表时",
        "间：2019年2月；署名：第三作者",
        "19.1 项目：云山市兽医关键技术研究",
        "1. 主持完成云山县计量检定示范推广项目。",
    )
    award, paper, project, other = rows(claims([view]))
    assert award == {
        "claimed_award": "云山市科学技术进步奖二等奖",
        "claimed_award_date": "2013-01",
        "claimed_award_rank": "2",
    }
    assert paper["claimed_paper_date"] == "2019-02"
    assert paper["claimed_journal"] == "云山畜牧"
    assert project == {"claimed_project": "云山市兽医关键技术研究"}
    assert other == {"claimed_project": "云山县计量检定示范推广项目"}


def test_places_with_numbers() -> None:
    left = (
        "1.姓名：罗小明",
        "2.性别：男",
        "3.所在乡镇",
        "（县）：",
        "4.毕业学校：云山大学",
        "5.专业：林学",
    )
    right = (
        "11.现任职务：讲师",
        "12.拟评职务：高级讲师",
        "13.系列：技工院校教师",
        "14.专业：自动化",
        "15.层级：副高级",
    )
    view = page_of(
        [
            (130, 50, "副高级职称申报人员基本信息登记表", 18),
            *((60, 110 + 22 * i, text) for i, text in enumerate(left)),
            (130, 176, "云山县安乐乡"),
            *((330, 110 + 22 * i, text) for i, text in enumerate(right)),
        ]
    )
    has(
        read("application_form", view),
        {
            "workplace": "云山县安乐乡",
            "major": "林学",
            "applied_title": "高级讲师",
            "applied_specialty": "自动化",
            "applied_level": "associate_senior",
        },
    )


def test_the_day_of_a_claimed_award_is_not_the_forms() -> None:
    view = gridded(
        (80, 200, 100, 60),
        [["获奖", "奖励名称", "日期", "名次"], ["", "云山县先进工作者", "2019-04-17", "第2"]],
        above=[(150, 50, "职称评审申报表", 20)],
    )
    assert "issue_date" not in values_of(FORM.facts([view]))


NOTICE = lined(
    "# 关于2013年度工作人员考核结果的通报",
    "云医发〔2014〕8号",
    "现将本年度考核结果通报如下：",
    "一、优秀等次（2人）",
    "任瑶  上官泽宁",
    "二、合格等次（2人）",
    "李荣  扎西多吉",
    "云山市中医医院",
    "2014年3月18日",
)


def test_a_notice_of_a_staffs_appraisal_is_about_whom_the_dossier_is_about() -> None:
    found = read("annual_appraisal", NOTICE)
    has(found, {"year": "2013", "certificate_number": "云医发〔2014〕8号", "issuer": "云山市中医医院"})
    assert "person_name" not in found
    assert "grade" not in found
    assert [(r["member"], r["member_grade"]) for r in rows(APPRAISAL.facts([NOTICE]))] == [
        ("任瑶", "优秀"),
        ("上官泽宁", "优秀"),
        ("李荣", "合格"),
        ("扎西多吉", "合格"),
    ]
    own = _beside_card("annual_appraisal", NOTICE, "李荣")
    assert (own.value("person_name"), own.value("grade"), own.value("year")) == ("李荣", "合格", "2013")
    assert _beside_card("annual_appraisal", NOTICE, "孙立").value("grade") == ""


def _beside_card(kind: str, view: PageView, name: str) -> Document:
    facts = {"annual_appraisal": APPRAISAL, "social_insurance": INSURANCE}[kind].facts([view])
    paper = Document(
        id="d02", file="b.pdf", pages=(1, 1), type=kind, confidence=1.0, source="text", sha256="", facts=tuple(facts)
    )  # type: ignore[arg-type]
    named = next(f for f in facts if f.name == "member")
    card = Document(
        id="d01",
        file="a.pdf",
        pages=(1, 1),
        type="identity_card",
        confidence=1.0,
        source="text",
        sha256="",
        facts=(type(named)(name="person_name", value=name, text=name, page=1, bbox=named.bbox),),
    )
    return placed([card, paper])[1]


def test_a_grade_that_a_vote_counts_lists_nobody() -> None:
    view = lined("# 2018年度考核登记表", "姓名：罗小明", "考核等次：优秀", "优秀 8 票  合格 7 票", "张明  李红")
    found = values_of(APPRAISAL.facts([view]))
    assert (found["grade"], found["person_name"]) == ("优秀", "罗小明")
    assert "member" not in found


def test_the_units_day_goes_before_that_of_filling_in() -> None:
    view = lined(
        "# 专业技术人员年度考核表",
        "考核年度：2018年度",
        "填表日期：2018年12月20日",
        "确定等次：合格",
        "单位盖章",
        "2019年1月8日",
    )
    assert values_of(APPRAISAL.facts([view]))["issue_date"] == "2019-01-08"


STAFF = page_of(
    [
        (200, 50, "单位参保人员缴费证明", 20),
        (60, 90, "单位名称：云山省特种设备检测院"),
        *ruled(
            (40, 70, 150, 80, 80),
            [
                ["序号", "姓名", "社会保障号", "起始年月", "截止年月"],
                ["1", "张秀", ID, "201605", "201902"],
                ["2", "熊磊刚", "53010219790907003X", "201406", "201902"],
            ],
            top=120,
        ),
        (400, 250, "云山市社会保险局"),
        (400, 275, "2020年4月22日"),
    ]
)


def test_a_list_of_an_employers_people_names_nobody_before_the_others() -> None:
    found = read("social_insurance", STAFF)
    has(found, {"employer": "云山省特种设备检测院", "issuer": "云山市社会保险局", "issue_date": "2020-04-22"})
    assert not {"person_name", "id_number", "start_date", "end_date"} & set(found)
    own = _beside_card("social_insurance", STAFF, "熊磊刚")
    assert (own.value("person_name"), own.value("start_date")) == ("熊磊刚", "2014-06")


@pytest.mark.parametrize(
    "title",
    [
        "个人参保历史查询单",
        "云山州城镇职工社会保险缴费情况",
        "职工医疗保险参保证明",
        "社会保险个人缴费信息对账单",
        "单位参保人员花名册",
    ],
)
def test_titles_of_insurance(title: str) -> None:
    view = lined(f"# {title}", "姓名：罗小明", "证件号码：" + ID, "首次参保年月：2009年10月", "最后缴费：2019-09")
    found = read("social_insurance", view)
    has(found, {"person_name": "罗小明", "start_date": "2009-10", "end_date": "2019-09"})


def test_an_office_under_the_place_for_its_seal() -> None:
    view = lined("# 个人参保历史查询单", "姓名：罗小明", "社保经办机构（章）", "云山市社会保险局")
    assert values_of(INSURANCE.facts([view]))["issuer"] == "云山市社会保险局"
    dated = lined("# 职称申报表", "姓名：罗小明", "所在单位（章）", "2018年7月22日")
    assert "employer" not in values_of(FORM.facts([dated]))


def test_a_ledger_of_appointments() -> None:
    view = page_of(
        [
            (200, 50, "聘任登记册 聘任记录", 20),
            (60, 100, "姓名：罗小明"),
            (60, 125, "工作单位：云山省水利勘测设计院"),
            (60, 150, "聘书编号：328014092"),
            *ruled(
                (110, 90, 90, 90),
                [
                    ["聘任职务", "聘任起始", "聘任终止", "聘任单位意见"],
                    ["高级工程师", "2006.12", "2009.12", "同意聘任"],
                    ["高级工程师", "2009.12", "2012.12", "同意聘任"],
                ],
                top=180,
            ),
        ]
    )
    has(read("appointment", view), {"person_name": "罗小明", "certificate_number": "328014092"})
    assert [(r["title"], r["start_date"], r["end_date"]) for r in rows(APPOINTMENT.facts([view]))] == [
        ("高级工程师", "2006-12", "2009-12"),
        ("高级工程师", "2009-12", "2012-12"),
    ]


def test_a_letter_that_appoints_whom_it_calls() -> None:
    view = lined(
        "# 聘 用 函",
        "尊敬的罗小明先生：",
        "现正式聘请您担任我司高级兽医师一职，主要负责技术管理工作。",
        "聘期起始日：二○一八年七月一日",
        "聘期届满日：二○二○年六月三十日",
        "文件编号：HR-20182676",
        "云山畜牧有限公司",
        "2018-07-01",
    )
    has(
        read("appointment", view),
        {
            "person_name": "罗小明",
            "title": "高级兽医师",
            "start_date": "2018-07-01",
            "end_date": "2020-06-30",
            "certificate_number": "HR-20182676",
            "employer": "云山畜牧有限公司",
        },
    )


def test_from_when_a_sentence_appoints_and_when_the_letter_is_signed() -> None:
    view = lined(
        "# 专业技术职务聘任书",
        "罗小明  同志：",
        "经研究，决定聘任你担任主任医师职务，从二〇一三年三月一日起任职，聘期三年。",
        "聘任单位：云山县人民医院",
        "聘任时间：2013年3月9日",
    )
    has(
        read("appointment", view),
        {"start_date": "2013-03-01", "issue_date": "2013-03-09", "person_name": "罗小明", "issuer": "云山县人民医院"},
    )


def test_who_approves_an_appointment_issues_it() -> None:
    view = lined(
        "# 专业技术人员岗位聘用审批表",
        "单位名称：云山县公证处",
        "拟聘职务  二级公证员  聘用期限  2018.12—2021.11",
        "云山县人力资源和社会保障局：同意聘用。",
    )
    has(read("appointment", view), {"employer": "云山县公证处", "issuer": "云山县人力资源和社会保障局"})


CONTRACT_TERMS = {"start_date": "2014-07-01", "end_date": "2017-06-30", "person_name": "罗小明"}


@pytest.mark.parametrize(
    "lines",
    [
        (
            "# 劳动用工备案登记表",
            "用人单位  云山县水利站",
            "职工姓名  罗小明  性别  男",
            "合同起始时间  2014/07/01  合同终止时间  2017/06/30",
            "备案机构  云山县劳动就业服务局",
        ),
        (
            "# 劳动关系证明",
            f"兹证明我单位云山县水利站与罗小明（身份证号：{ID}）签订",
            "有劳动合同，合同期限为2014年7月1日至2017年6月30日，任技术员岗位。",
        ),
        (
            "# 续订劳动合同通知及确认书",
            "罗小明：",
            "你与云山县水利站签订的劳动合同已于2014年6月30日期满，经双方协商",
            "同意续订，续订期限自二〇一四年七月一日至二〇一七年六月三十日。",
        ),
        (
            "# 劳动合同 / LABOR CONTRACT",
            "甲方 Party A：云山县水利站",
            "乙方 Party B：罗小明",
            "合同起始日 Commencing Date：2014-07-01",
            "合同终止日 Expiry Date：2017-06-30",
        ),
        (
            "# 聘用协议书",
            "聘用方（甲方）：云山县水利站",
            "受聘方（乙方）：罗小明",
            "聘用期限三年，即二〇一四年七月一日至二〇一七年六月三十日。",
        ),
    ],
)
def test_contracts_and_what_certifies_them(lines: tuple[str, ...]) -> None:
    has(read("employment_contract", lined(*lines)), {**CONTRACT_TERMS, "employer": "云山县水利站"})


def test_a_place_for_a_seal_is_no_party() -> None:
    view = lined("# 全员劳动合同", "（2012年第3358号）", "单位名称  云山县公证处", "甲方：（章）  乙方：罗小明")
    found = values_of(CONTRACT.facts([view]))
    assert (found["employer"], found["certificate_number"]) == ("云山县公证处", "2012年第3358号")


def test_a_work_certificate_is_no_contract() -> None:
    view = lined(
        "# 在职证明", "兹证明罗小明同志自2014年7月1日至今在我单位从事技术工作。", "云山县水利站", "2020年1月1日"
    )
    assert best(view).type != "employment_contract"


def test_grades_follow_their_years_in_order() -> None:
    said = "兹证明罗小明同志2017—2019年度考核结果分别为：合格、优秀、"
    view = lined("# 年度考核结果证明", said, "合格。", "云山县人民医院", "2020年6月1日")
    assert [(r["year"], r["grade"]) for r in rows(APPRAISAL.facts([view]))] == [
        ("2017", "合格"),
        ("2018", "优秀"),
        ("2019", "合格"),
    ]
    fewer = lined("# 年度考核结果证明", said.replace("合格、优秀、", "合格、"), "优秀。", "云山县人民医院")
    assert "grade" not in values_of(APPRAISAL.facts([fewer]))


def test_those_whom_one_sentence_grades() -> None:
    view = lined(
        "# 关于公布2018年度考核优秀等次人员的决定",
        "经研究，确定张明、李红、王建国等3名同志为2018年度考核优秀等次。",
        "云山县水利局",
        "2019年3月1日",
    )
    assert [r["member"] for r in rows(APPRAISAL.facts([view]))] == ["张明", "李红", "王建国"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("# 专业技术职务续聘审批表", "姓名  罗小明", "续聘职务  工程师", "续聘期限  2018年1月1日至2020年12月31日"),
            {"person_name": "罗小明", "title": "工程师", "end_date": "2020-12-31"},
        ),
        (
            (
                "# 聘书 LETTER OF APPOINTMENT",
                "罗小明 先生：",
                "兹聘您为云山大学客座教授，聘期自2015年1月1日至2017年12月31日。",
            ),
            {"title": "客座教授", "start_date": "2015-01-01"},
        ),
        (
            ("# 岗位聘用通知书", "罗小明：", "聘你到技术科高级工程师岗位工作，从2018年1月1日起至2019年12月31日止。"),
            {"person_name": "罗小明", "title": "高级工程师", "end_date": "2019-12-31"},
        ),
        (
            ("# 专业技术职务聘任证明", "罗小明，男，系我校教师。", "自2010年12月至2015年12月受聘高级教师职务。"),
            {"title": "高级教师", "start_date": "2010-12", "end_date": "2015-12"},
        ),
    ],
)
def test_appointments_in_other_words(lines: tuple[str, ...], expected: dict[str, str]) -> None:
    has(read("appointment", lined(*lines)), expected)


def test_a_record_of_whom_a_unit_employs_in_posts_is_no_contract() -> None:
    view = lined("# 专业技术人员聘用备案表", "姓名：罗小明", "聘用岗位：工程师", "聘用期限：2018.01-2020.12")
    assert best(view).type == "appointment"


def test_people_whom_their_unit_insures() -> None:
    view = lined(
        "# 单位职工社会保险缴纳证明",
        f"我单位职工罗小明，身份证号{ID}，社会保险缴纳情况如下：",
        "自2010年5月起在我单位参加社会保险，至今未中断。",
        "云山建筑有限公司",
        "2020年7月6日",
    )
    has(
        read("social_insurance", view),
        {"person_name": "罗小明", "start_date": "2010-05", "employer": "云山建筑有限公司"},
    )


def test_who_signs_under_a_table_insures_nobody() -> None:
    view = page_of(
        [
            (150, 50, "社会保险个人缴费证明", 18),
            (60, 85, "姓名：罗小明"),
            *ruled(
                (110, 150, 150, 90),
                [
                    ["参保险种", "参保单位", "参保起止时间", "缴费月数"],
                    ["养老保险", "云山建筑有限公司", "2010-05至2020-06", "122"],
                    ["失业保险", "云山建筑有限公司", "2010-05至2020-06", "122"],
                ],
                top=110,
            ),
            (360, 220, "云山市社会保险中心"),
            (360, 240, "2020年7月6日"),
        ]
    )
    found = [f for f in INSURANCE.facts([view]) if f.name in ("start_date", "end_date")]
    assert [f.value for f in found] == ["2010-05", "2020-06"]


def test_references_and_entries_behind_marks() -> None:
    view = lined(
        "代表性论文：",
        "[1] 罗小明. 浅析灌区节水改造[J]. 云山水利, 2018(3): 12-15.",
        "● 2017.01  《论水库除险加固》  《云山水利》  第一作者",
    )
    first, second = rows(claims([view]))
    assert first == {
        "claimed_paper": "浅析灌区节水改造",
        "claimed_journal": "云山水利",
        "claimed_paper_date": "2018",
    }
    assert (second["claimed_paper"], second["claimed_author_rank"]) == ("论水库除险加固", "1")


def test_a_summary_that_repeats_a_table_claims_nothing_more() -> None:
    table = gridded((200, 100, 60), [["项目名称", "时间", "排名"], ["云山县灌区节水改造研究", "2017", "2"]])
    summary = lined("# 工作总结", "1. 主持完成云山县灌区节水改造研究。", number=2)
    assert [r["claimed_project"] for r in rows(claims([table, summary]))] == ["云山县灌区节水改造研究"]


def test_when_a_title_was_acquired_in_one_cell() -> None:
    view = gridded(
        (160, 300),
        [
            ["何时取得何种专业技术资格", "2014年9月取得工程师资格"],
            ["何年何月何校何专业毕业", "2007年7月云山大学水利工程专业毕业"],
        ],
    )
    has(
        values_of(FORM.facts([view])),
        {"current_title": "工程师", "current_title_date": "2014-09", "institution": "云山大学", "major": "水利工程"},
    )


def test_a_claim_whose_places_stand_one_under_the_other() -> None:
    view = page_of(
        [
            (60, 60, "论文一"),
            *ruled(
                (90, 300),
                [["题目", "浅析灌区节水改造"], ["刊物", "云山水利"], ["发表时间", "2018-03"]],
                top=80,
                centred=False,
            ),
            (60, 200, "项目名称：云山县水库除险加固工程"),
            (60, 222, "起止时间：2016.01-2017.12"),
            (60, 244, "联系电话：0871-6000000"),
        ]
    )
    paper, project = rows(claims([view]))
    assert paper == {
        "claimed_paper": "浅析灌区节水改造",
        "claimed_journal": "云山水利",
        "claimed_paper_date": "2018-03",
    }
    assert project["claimed_project"] == "云山县水库除险加固工程"


def test_sections_of_a_form_begin_no_papers() -> None:
    pages = [
        lined("# 专业技术职称评审表", "工作单位：云山县农技站", "姓名：马静", "申报职称：高级农艺师", file="f.pdf"),
        lined("任现职以来聘任情况", "2015.01-2018.01  农艺师", number=2, file="f.pdf"),
        lined("社会保险缴费情况", "2015.01-2018.01  云山县农技站", number=3, file="f.pdf"),
    ]
    assert [(part.type, len(part.views)) for part in cut(pages)] == [("application_form", 3)]


def test_pages_under_a_systems_name_are_one_form_up_to_the_next_title() -> None:
    head = "# 云山省职称申报管理系统"
    pages = [
        lined(head, "姓名：马静", "申报职称：主任医师", "现有职称：副主任医师", "毕业院校：云山大学", file="p.pdf"),
        lined(head, "业绩成果", "奖项  获奖日期  排名", "云山县先进工作者  2017-12-07  3", number=2, file="p.pdf"),
        lined(head, "# 个人诚信承诺书", "本人承诺所提交材料真实。", "承诺人：马静", number=3, file="p.pdf"),
    ]
    assert [(p.type, len(p.views)) for p in cut(pages)] == [("application_form", 2), ("integrity_pledge", 1)]


def test_the_places_at_the_head_of_one_persons_paper_are_no_list_of_people() -> None:
    view = page_of(
        [
            (150, 50, "企业职工基本养老保险参保缴费证明", 18),
            *ruled(
                (80, 160, 110, 130),
                [
                    ["姓名", "罗小明", "公民身份号码", ID],
                    ["单位名称", "云山新材料股份有限公司", "统一社会信用代码", "915301006979854322"],
                    ["缴费起止", "2016年08月至2020年08月", "累计月数", "49"],
                    ["缴费月份", "缴费基数", "缴费月份", "缴费基数"],
                    ["201608", "6000", "201609", "6000"],
                ],
                top=90,
                centred=False,
            ),
        ]
    )
    found = read("social_insurance", view)
    has(found, {"person_name": "罗小明", "id_number": ID, "employer": "云山新材料股份有限公司"})
    assert "member" not in found

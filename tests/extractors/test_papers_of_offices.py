"""Papers as offices all over the country word and set them: rosters, rulings on a request, print-outs without labels,
forms in two languages. What is made up here keeps such wording, and the look-alikes that must stay silent."""

from __future__ import annotations

import msgspec
import pytest

from extractors.layout import PageView
from extractors.members import placed as with_applicant
from extractors.records import DocumentType, FactValue
from extractors.segment import cut
from extractors.types import discovered
from tests.checks.builders import document
from tests.extractors.pages import lined, placed, ruled
from tests.extractors.reading import facts_of, has, read, rows

ID, OTHER = "53010219850307123X", "530102197702101234"

READ: list[tuple[DocumentType, PageView, dict[str, FactValue]]] = [
    (
        "appointment",
        lined(
            "# 聘  约",
            "受聘人：罗小明",
            "聘任职务：讲师",
            "聘任单位：云山学院",
            "起聘日期：2010年1月1日  终聘日期：2014年12月31日",
        ),
        {"person_name": "罗小明", "title": "讲师", "start_date": "2010-01-01", "end_date": "2014-12-31"},
    ),
    (
        "appointment",
        lined("# 聘 书", "敬聘罗小明先生为云山大学特聘专家，聘期：2018年3月—2021年2月。", "云山大学", "2018年3月1日"),
        {"person_name": "罗小明", "title": "特聘专家", "employer": "云山大学"},
    ),
    (
        "appointment",
        lined(
            "# 任命书", "兹任命罗小明同志为公司高级工程师，自2012年1月1日起生效。", "云山科技有限公司", "2012年1月1日"
        ),
        {"person_name": "罗小明", "title": "高级工程师", "start_date": "2012-01-01"},
    ),
    (
        "appointment",
        lined(
            "# 聘任证明",
            "兹证明罗小明同志于2015年9月1日至2018年8月31日在我校受聘高级教师岗位。",
            "云山小学",
            "2019年3月1日",
        ),
        {"title": "高级教师", "start_date": "2015-09-01", "end_date": "2018-08-31"},
    ),
    (
        "annual_appraisal",
        lined(
            "# 国家工作人员年度考核登记卡",
            "（二〇〇二年度）",
            "姓名  罗小明",
            "述职小结",
            "经评议，拟定为合格。",
            "云山茶叶研究所",
            "2003年1月8日",
        ),
        {"person_name": "罗小明", "year": "2002", "grade": "合格"},
    ),
    (
        "application_form",
        lined("# 职称申报登记表", "申报人：罗小明", "从业身份：自由职业者", "拟认定职务：工程师"),
        {"employer_kind": "freelance", "applied_title": "工程师"},
    ),
    (
        "social_insurance",
        lined(
            "# 代理人员养老保险缴费证明",
            f"罗小明，女，身份证号码：{ID}，其人事档案由",
            "云山市人才服务中心代理，自2016年11月起缴费至2019年7月。",
            "云山市社会保险局",
            "2020年6月22日",
        ),
        {"employer": "云山市人才服务中心", "issuer": "云山市社会保险局"},
    ),
    (
        "social_insurance",
        lined(
            "# 在职职工社保缴纳证明",
            "我单位云山市中医医院（统一社会信用代码915300000000000000）",
            f"员工罗小明，身份证：{ID}，社保由我单位缴纳。",
            "云山市中医医院",
            "2020年5月18日",
        ),
        {"employer": "云山市中医医院", "person_name": "罗小明"},
    ),
    (
        "social_insurance",
        lined(
            "# 社会保险参保缴费记录",
            "姓名：罗小明",
            "打印日期：2020-05-23",
            "（社会保险经办机构业务专用章）",
            "云山市社会保险基金管理中心",
        ),
        {"issuer": "云山市社会保险基金管理中心"},
    ),
    (
        "employment_contract",
        lined(
            "# 劳动合同书", "甲方：云山县人民医院", "乙方：罗小明", "本合同于2009年1月1日生效，于2011年12月31日终止。"
        ),
        {"start_date": "2009-01-01", "end_date": "2011-12-31"},
    ),
    (
        "employment_contract",
        lined("# 岗位聘用合同书", "甲方：云山县人民医院", "乙方：罗小明", "合同期限：2010.09.01 起 2015.08.31 止"),
        {"start_date": "2010-09-01", "end_date": "2015-08-31"},
    ),
    (
        "identity_card",
        lined(
            "# 居民身份证",
            "姓名：罗小明",
            "性别：女",
            "民族：汉",
            "出生：1985年3月7日",
            f"号码：{ID}",
            "签发机关：云山市公安局",
            "签发日期：2014年3月4日",
            "失效日期：2034年3月4日",
        ),
        {"issue_date": "2014-03-04", "issuer": "云山市公安局"},
    ),
    (
        "diploma",
        lined(
            "# 毕业证书",
            "学员 罗小明 女 1986年4月生，自2016年9月至2019年7月在",
            "中共云山省委党校在职研究生班经济管理专业学习，准予毕业。",
            "中共云山省委党校",
            "2019年7月6日",
        ),
        {"person_name": "罗小明", "major": "经济管理", "study_mode": "在职研究生", "institution": "中共云山省委党校"},
    ),
    (
        "diploma",
        lined(
            "# 毕业证书",
            "学生罗小明，女，1990年3月7日出生，于2016年9月至2019年1月",
            "通过开放教育方式修完临床医学专业本科教学计划规定的全部课程，",
            "成绩合格，准予毕业。",
            "云山开放大学",
            "注册号  2019年01月31日",
            "511615201905250011",
        ),
        {"major": "临床医学", "certificate_number": "511615201905250011"},
    ),
    (
        "diploma",
        lined(
            "# 毕业证书",
            "罗小明，女，现年二十四岁，于一九七四年九月入我校中文专业学习，至一九七七年八月期满，准予毕业。",
            "云山学院",
            "字第 6890 号",
        ),
        {"certificate_number": "6890"},
    ),
    (
        "continuing_education",
        lined(
            "# 继续教育证书",
            "罗小明同志2018年度学习情况经审验合格。",
            "专业科目48学时，公需科目24学时。",
            "云山县教育局",
            "2018年12月28日",
        ),
        {"hours": "72", "professional_hours": "48"},
    ),
]


@pytest.mark.parametrize(("kind", "view", "expected"), READ)
def test_places_and_sentences(kind: DocumentType, view: PageView, expected: dict[str, FactValue]) -> None:
    has(read(kind, view), expected)


MORE: list[tuple[DocumentType, PageView, dict[str, FactValue]]] = [
    (
        "appointment",
        lined(
            "# 关于聘任主治医师职务的决定",
            "经研究，决定罗小明同志聘任为主治医师，聘期五年。",
            "云山县医院",
            "2016年1月8日",
        ),
        {"person_name": "罗小明", "title": "主治医师"},
    ),
    (
        "social_insurance",
        lined(
            "# 社会保险缴费证明",
            "罗小明：",
            "你在我县以云山县人民医院名义参加社会保险。",
            "云山县社会保险局",
            "2020年7月8日",
        ),
        {"person_name": "罗小明", "employer": "云山县人民医院"},
    ),
    (
        "continuing_education",
        lined("# 继续教育学时登记表", "姓名  罗小明", "公需科目  30学时", "专业科目  60学时", "合计  90学时"),
        {"hours": "90", "professional_hours": "60"},
    ),
    (
        "identity_card",
        lined("# 身份证电子凭证", "姓名：罗小明", "性别：女", f"身份证号：{ID}", "签发机关：云山市公安局"),
        {"person_name": "罗小明", "id_number": ID},
    ),
    (
        "appointment",
        lined("# 关于专业技术职务聘任的批复", "同意聘任罗小明同志副主任医师职务，聘期三年。", "云山县卫生局"),
        {"person_name": "罗小明", "title": "副主任医师"},
    ),
    (
        "appointment",
        lined("# 聘任书", "罗小明同志任教授职务（聘期：2016年1月—2018年12月）", "云山大学", "2016年1月8日"),
        {"person_name": "罗小明", "title": "教授", "end_date": "2018-12"},
    ),
    (
        "annual_appraisal",
        lined("# 2015年度考核结果告知书", "罗小明：", "您在2015年度考核中，考核结果确定为“优秀”等次。", "云山县水利局"),
        {"person_name": "罗小明", "grade": "优秀"},
    ),
    (
        "social_insurance",
        lined(
            "# 医疗保险参保证明", f"参保人罗小明，身份证号{ID}，参保单位云山县人民医院，", "2010年1月至2019年6月缴费。"
        ),
        {"employer": "云山县人民医院", "start_date": "2010-01"},
    ),
    (
        "employment_contract",
        lined(
            "# 劳动关系证明",
            "兹证明罗小明系我公司员工，合同期限自2016年9月1日至2019年8月31日。",
            "云山科技有限公司",
            "2019年1月3日",
        ),
        {"employer": "云山科技有限公司", "end_date": "2019-08-31"},
    ),
    (
        "employment_contract",
        lined(
            "# 劳动合同书", "甲方：云山科技有限公司", "乙方：罗小明", "合同期限三年，2012年1月1日起，2014年12月31日止。"
        ),
        {"start_date": "2012-01-01", "end_date": "2014-12-31"},
    ),
    (
        "diploma",
        lined(
            "# 毕业证明书",
            "姓名：罗小明",
            "该生在我校会计学专业（专科）学习，已毕业。",
            "云山大学教务处",
            "2015年3月2日",
        ),
        {"institution": "云山大学", "issuer": "云山大学教务处"},
    ),
]


@pytest.mark.parametrize(("kind", "view", "expected"), MORE)
def test_further_sentences(kind: DocumentType, view: PageView, expected: dict[str, FactValue]) -> None:
    has(read(kind, view), expected)


def test_a_label_that_begins_like_a_name_is_nobody() -> None:
    view = lined("# 2015年度考核结果证明", "单位：", "考核结果确定为“优秀”等次。", "云山县水利局")
    assert "person_name" not in read("annual_appraisal", view)


def test_a_diplomas_own_number_is_no_citizens_number() -> None:
    view = lined("# 毕业证书", "学生罗小明，女，准予毕业。", "注册号：511615201905250011", "云山大学", "2019年1月31日")
    assert "id_number" not in read("diploma", view)


ROSTER = placed(
    [
        (150, 40, "云山茶叶研究所专业技术人员聘任花名册", 16),
        (43, 76, "填报单位：云山茶叶研究所"),
        (400, 76, "填报日期：2016-03-09"),
        *ruled(
            (40, 60, 40, 150, 90, 90, 90),
            [
                ["序号", "姓名", "性别", "身份证号码", "聘任职务", "聘任起始时间", "聘任终止时间"],
                ["1", "罗小明", "女", ID, "研究员", "2016.03", "2021.02"],
                ["2", "马静", "女", OTHER, "副研究员", "2016.03", "2021.02"],
            ],
            top=110,
            left=20,
        ),
    ]
)


def test_a_roster_is_about_nobody_until_the_applicant_is_known() -> None:
    facts = facts_of("appointment", ROSTER)
    assert not {"person_name", "id_number", "gender", "title", "start_date"} & {f.name for f in facts}
    assert rows(facts)[1]["member_title"] == "副研究员"
    paper = msgspec.structs.replace(document("appointment"), facts=tuple(facts))
    (own,) = with_applicant([paper, document("identity_card", {"person_name": "马静"})])[:1]
    assert (own.value("person_name"), own.value("title"), own.value("end_date")) == ("马静", "副研究员", "2021-02")
    assert own.value("employer") == "云山茶叶研究所"


def test_a_roster_of_training_gives_each_their_hours() -> None:
    view = placed(
        [
            (120, 40, "2016年度专业技术人员继续教育学时审验花名册", 16),
            *ruled(
                (40, 70, 160, 70, 80, 60),
                [
                    ["序号", "姓名", "身份证号", "总学时", "专业学时", "审验"],
                    ["1", "罗小明", ID, "102", "84", "合格"],
                    ["2", "马静", OTHER, "96", "66", "合格"],
                ],
            ),
            (380, 300, "云山市继续教育中心"),
            (390, 320, "2016-12-13"),
        ]
    )
    facts = facts_of("continuing_education", view)
    assert not {"person_name", "id_number", "hours"} & {f.name for f in facts}
    assert [(r["member"], r["member_hours"]) for r in rows(facts)] == [("罗小明", "102"), ("马静", "96")]


def sent_to_teach(*people: list[str]) -> PageView:
    heads = ["序号", "姓名", "支教学校", "派出时间", "返回时间"]
    return placed(
        [
            (120, 40, "云山市2018年选派支教教师名单", 16),
            *ruled((40, 90, 160, 100, 100), [heads, *people]),
            (380, 300, "云山市教育体育局"),
            (390, 320, "2018-08-20"),
        ]
    )


def test_a_list_of_those_sent_to_teach_gives_each_their_school() -> None:
    first = ["1", "古丽娜·\n艾山", "云山县青山乡中学", "2018-09-01", "2019-07-10"]
    second = ["2", "马静", "云山县花桥镇小学", "2018-09-01", "2020-07-10"]
    facts = facts_of("service_proof", sent_to_teach(first, second))
    assert [(r["person_name"], r["place"], r["end_date"]) for r in rows(facts)] == [
        ("古丽娜·艾山", "云山县青山乡中学", "2019-07-10"),
        ("马静", "云山县花桥镇小学", "2020-07-10"),
    ]


def test_a_list_with_one_row_is_about_that_person_alone() -> None:
    facts = facts_of("service_proof", sent_to_teach(["1", "马静", "云山县花桥镇小学", "2018-09-01", "2020-07-10"]))
    assert not any(f.item for f in facts)


def ruling(*text: str) -> PageView:
    return lined(
        "# 云山区档案局", "# 关于罗小明同志职务聘任的批复", "云山市档案馆：", *text, "云山区档案局", "2018年12月10日"
    )


def test_a_ruling_is_about_the_people_of_the_unit_that_asked() -> None:
    granted = read("appointment", ruling("你单位《请示》收悉。经研究，同意聘任罗小明同志为研究馆员，聘期三年。"))
    has(granted, {"employer": "云山市档案馆", "issuer": "云山区档案局"})
    told = read("appointment", ruling("经研究，同意聘任罗小明同志为研究馆员，聘期三年。"))
    has(told, {"employer": "云山区档案局"})


def test_a_form_in_two_languages() -> None:
    view = placed(
        [
            (199, 57, "专业技术职称申报表", 16),
            (70, 112, "姓名", 9),
            (70, 124, "Name", 8),
            (160, 117, "罗小明", 9),
            (300, 112, "单位性质", 9),
            (300, 124, "Nature", 8),
            (400, 117, "事业单位", 9),
            (70, 152, "申报职称", 9),
            (70, 164, "Title applied", 8),
            (160, 157, "一级教师", 9),
            (300, 152, "现职称", 9),
            (300, 164, "Present title", 8),
            (400, 157, "二级教师", 9),
            *ruled(
                (200, 120, 90, 80),
                [
                    ["论文题目 Paper", "期刊 Journal", "日期 Date", "排名 Rank"],
                    ["浅谈识字教学", "云山教育", "2019-12", "3"],
                ],
                top=220,
            ),
        ]
    )
    has(
        read("application_form", view),
        {
            "person_name": "罗小明",
            "employer_kind": "public",
            "applied_title": "一级教师",
            "current_title": "二级教师",
            "claimed_paper": "浅谈识字教学",
            "claimed_paper_date": "2019-12",
            "claimed_author_rank": "3",
        },
    )


def test_claims_that_carry_kind_and_number_themselves() -> None:
    view = lined(
        "# 职称申报表",
        "姓名：罗小明",
        "出生年月：1982年12月",
        "二、业绩成果",
        "奖励1：云山市科学技术进步奖二等奖，2016年7月，第五。",
        "论文1：《浅谈识字教学》，《云山教育》，2018年11月，第三作者。",
        "项目1：云山市识字教学示范推广项目。",
    )
    award, paper, project = rows(facts_of("application_form", view))
    assert (award["claimed_award_date"], award["claimed_award_rank"]) == ("2016-07", "5")
    assert (paper["claimed_journal"], paper["claimed_author_rank"]) == ("云山教育", "3")
    assert project["claimed_project"] == "云山市识字教学示范推广项目"


def test_an_award_named_without_a_verb() -> None:
    view = lined("# 职称申报表", "姓名：罗小明", "奖励情况", "1. 2017.09，云山县先进工作者，排名第3")
    (award,) = rows(facts_of("application_form", view))
    assert (award["claimed_award"], award["claimed_award_date"]) == ("云山县先进工作者", "2017-09")


def test_papers_headed_by_a_plain_word() -> None:
    view = placed(
        [
            (180, 40, "职称申报登记表", 16),
            (60, 80, "申报人"),
            (140, 80, "罗小明"),
            *ruled(
                (180, 120, 90, 90),
                [["主要论文", "发表刊物", "日期", "次序"], ["浅谈识字教学", "云山教育", "2019.03", "第一作者"]],
                top=120,
            ),
        ]
    )
    has(read("application_form", view), {"claimed_paper": "浅谈识字教学", "claimed_journal": "云山教育"})


def test_a_form_goes_on_behind_its_cover() -> None:
    cover = lined("# 专业技术人员", "# 任职资格申报书", "申报人  罗小明", "工作单位  云山歌舞剧院")
    inside = lined(
        "一、基本情况", "姓名：罗小明", "现有资格：三级演员", "申报专业：戏曲表演", "毕业学校：云山艺术学院", number=2
    )
    (part,) = cut([cover, inside])
    assert part.type == "application_form" and len(part.views) == 2


def platform(*people: str) -> PageView:
    return placed(
        [
            (60, 50, "专技人员继续教育管理系统", 16),
            *((60, 90 + 16 * at, text) for at, text in enumerate(people)),
            *ruled(
                (80, 80, 60, 60, 110),
                [
                    ["年度", "总学时", "公需", "专业", "完成时间"],
                    ["2013年度", "96", "24", "72", "2013-12-04"],
                    ["2014年度", "106", "30", "76", "2014-12-02"],
                ],
                top=140,
            ),
            (60, 240, "出证时间 2020-03-01"),
            (220, 240, "查验码 6660497670"),
        ]
    )


def test_a_platforms_print_out_names_its_person_without_labels() -> None:
    facts = facts_of("continuing_education", platform(f"罗小明 女 {ID} 云山市公证处"))
    found = {f.name: f.value for f in facts if not f.item}
    has(found, {"person_name": "罗小明", "gender": "女", "id_number": ID, "issue_date": "2020-03-01"})
    assert [r["hours"] for r in rows(facts)] == ["96", "106"]
    several = discovered()["continuing_education"].facts([platform(f"罗小明 女 {ID}", f"马静 女 {OTHER}")])
    assert "person_name" not in {f.name for f in several}


def test_a_letter_on_two_titles_gives_the_one_before_the_names() -> None:
    view = lined(
        "# 云山州人事局文件",
        "云人职改〔2009〕35号",
        "# 关于罗小明等十二名同志兽医师、农艺师任职资格的通知",
        "经评审通过，下列同志具备中级专业技术职务任职资格：",
        "兽医师：罗小明、马静、李建华、白云生",
        "农艺师：（略，共8人）",
        "云山州人事局",
        "2009年10月20日",
    )
    has(read("title_notice", view), {"title": "兽医师", "names": ("罗小明", "马静", "李建华", "白云生")})


def test_a_post_with_its_grade_in_brackets() -> None:
    view = lined(
        "# 聘书",
        "兹聘请罗小明同志为兽医师岗位（专业技术十级），聘期自2010年1月1日至2012年12月31日。",
        "云山县畜牧兽医站",
        "2009年12月28日",
    )
    has(read("appointment", view), {"title": "兽医师", "end_date": "2012-12-31"})


@pytest.mark.parametrize("spells", [("200703—201708", "201709—202007"), ("2007-03 至 2017-08", "2017.09 至 2020.07")])
def test_insured_with_one_employer_after_another_a_line_each(spells: tuple[str, str]) -> None:
    view = lined(
        "# 职工基本养老保险参保缴费凭证",
        "姓名  罗小明",
        f"单位（1）  云山市重型机械有限公司  {spells[0]}",
        f"单位（2）  云山装备制造有限公司  {spells[1]}",
        "云山市社会保险局",
        "2020年7月29日",
    )
    told = rows(facts_of("social_insurance", view))
    assert [(r["employer"], r["start_date"], r["end_date"]) for r in told] == [
        ("云山市重型机械有限公司", "2007-03", "2017-08"),
        ("云山装备制造有限公司", "2017-09", "2020-07"),
    ]


def test_the_grade_of_a_hospital_is_one() -> None:
    view = lined(
        "# 年度考核登记表", "2014年度", "姓名：罗小明  单位：云山县人民医院", "医院考核等次：合格", "2015年1月9日"
    )
    has(read("annual_appraisal", view), {"year": "2014", "grade": "合格"})


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("按照程序，我中心于2020年7月15日至7月22日公示了罗小明、马静两名同志认定材料，无异议。", ("罗小明", "马静")),
        ("我院2020年度申报高级职称人员罗小明、马静、古丽·艾山的材料已公示。", ("罗小明", "马静", "古丽·艾山")),
    ],
)
def test_those_shown_in_public_are_several(line: str, names: tuple[str, ...]) -> None:
    view = lined("# 公示证明", line, "云山县人民医院", "2020年7月23日")
    has(read("employer_publicity", view), {"names": names})
    paper = msgspec.structs.replace(document("employer_publicity"), facts=tuple(facts_of("employer_publicity", view)))
    (own,) = with_applicant([paper, document("identity_card", {"person_name": "马静"})])[:1]
    assert own.value("person_name") == "马静"


def test_those_who_completed_what_a_letter_rewards() -> None:
    view = lined(
        "# 云山市人民政府文件",
        "云政发〔2016〕48号",
        "# 关于2016年度云山市科学技术奖励的决定",
        "山地疫病防控技术（三等奖）主要完成人：罗小明、马静、李  宏、张  群  完成单位：云山县兽医站。",
        "云山市人民政府",
        "2016年10月17日",
    )
    has(read("commendation", view), {"names": ("罗小明", "马静", "李宏", "张群")})


@pytest.mark.parametrize("said", ["本人马静承诺申报材料真实有效。", "本人马静自愿申报高级兽医师，材料真实。"])
def test_a_pledge_that_names_its_writer(said: str) -> None:
    has(read("integrity_pledge", lined("# 诚信承诺书", said, "签名：  2020年8月4日")), {"person_name": "马静"})


def test_a_pledge_without_a_name_names_nobody() -> None:
    assert "person_name" not in read("integrity_pledge", lined("# 诚信承诺书", "本人郑重承诺申报材料真实有效。"))

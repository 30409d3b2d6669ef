"""Forms and letters whose offices join, part and number things in ways of their own."""

from __future__ import annotations

import pytest

from extractors.forms.claims import claims
from extractors.layout import PageView
from extractors.records import FactValue
from extractors.segment import cut
from extractors.types.application_form import EXTRACTOR as FORM
from extractors.types.commendation import EXTRACTOR as COMMENDATION
from extractors.types.employer_publicity import EXTRACTOR as PUBLICITY
from extractors.types.employment_contract import EXTRACTOR as CONTRACT
from extractors.types.integrity_pledge import EXTRACTOR as PLEDGE
from extractors.types.merit_proof import EXTRACTOR as MERIT
from extractors.types.project_proof import EXTRACTOR as PROJECT
from extractors.types.service_proof import EXTRACTOR as SERVICE
from extractors.types.social_insurance import EXTRACTOR as INSURANCE
from extractors.types.work_summary import EXTRACTOR as SUMMARY
from tests.extractors.pages import gridded, lined, placed, values_of

LISTED = lined(
    "# 职称申报表",
    "1. 申报人．罗小明，男，1980年2月11日生",
    "2. 公民身份号码．530402198002112015",
    "3. 所在单位．云山县民族中学（事业单位）",
    "4. 单位地址．云山县高山镇",
    "5. 拟申报资格．高级教师（中小学教师系列 高中语文专业）",
    "6. 现专业技术资格及取得时间．一级教师，2014年9月30日",
    "7. 学历情况．2003年7月1日毕业于云山师范学院汉语言文学专业，本科",
)


def test_a_form_of_numbered_items_with_points_in_place_of_colons() -> None:
    assert values_of(FORM.facts([LISTED])) == {
        "person_name": "罗小明",
        "gender": "男",
        "birth_date": "1980-02-11",
        "id_number": "530402198002112015",
        "employer": "云山县民族中学",
        "employer_kind": "public",
        "workplace": "云山县高山镇",
        "applied_title": "高级教师",
        "applied_level": "associate_senior",
        "applied_series": "中小学教师",
        "applied_specialty": "高中语文",
        "current_title": "一级教师",
        "current_title_date": "2014-09-30",
        "graduation_date": "2003-07-01",
        "institution": "云山师范学院",
        "major": "汉语言文学",
        "education_level": "本科",
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("现有职称：会计师（2012-10-21）", {"current_title": "会计师", "current_title_date": "2012-10-21"}),
        ("现任专业技术职务：工程师", {"current_title": "工程师"}),
        ("工作单位：云山县供销（集团）有限公司", {"employer": "云山县供销（集团）有限公司"}),
        ("工作单位：云山机械厂（民营企业）", {"employer": "云山机械厂", "employer_kind": "private"}),
        ("申报职称：高级工程师", {"applied_title": "高级工程师"}),
        ("申报职称：副主任医师（心血管内科）", {"applied_title": "副主任医师", "applied_specialty": "心血管内科"}),
        ("申报职称：高级工程师（基层有效）", {"applied_title": "高级工程师（基层有效）"}),
        ("毕业院校、专业及时间：云山大学水利工程专业，2004年7月", {"institution": "云山大学", "major": "水利工程"}),
        ("学历情况：2007年7月云山大学土木工程专业毕业", {"institution": "云山大学", "major": "土木工程"}),
        ("姓名：罗小明。本表共3页", {"person_name": "罗小明"}),
        ("（2）姓名——罗小明", {"person_name": "罗小明"}),
        ("工作单位及职务：云山县农技站  站长", {"employer": "云山县农技站"}),
        ("申报专业及职称：水利工程  工程师", {"applied_specialty": "水利工程", "applied_title": "工程师"}),
    ],
)
def test_places_of_a_form_that_hold_one_fact_or_several(line: str, expected: dict[str, FactValue]) -> None:
    found = values_of(FORM.facts([lined("# 职称申报表", line)]))
    assert {name: found.get(name) for name in expected} == expected
    assert set(found) - set(expected) <= {"applied_level", "graduation_date", "education_level"}


COVER = ("单位：云山县水务站", "姓名：罗小明", "申报专业：水利工程", "填表时间：2020年7月27日")


def test_a_title_set_on_two_lines() -> None:
    cover = lined("# 专业技术职务任职资格", "# 评审表", *COVER)
    assert [part.type for part in cut([cover])] == ["application_form"]


def test_a_large_line_over_another_is_no_title_of_both() -> None:
    apart = placed(
        [
            (150, 60, "专业技术职务任职资格", 22.0),
            (380, 200, "评审表", 22.0),
            (70, 260, "单位：云山县水务站"),
            (70, 290, "姓名：罗小明"),
            (70, 320, "地址：云山县高山镇"),
            (70, 350, "电话：无"),
        ]
    )
    assert apart.titles == ()


def test_claims_in_tables_of_one_column() -> None:
    view = gridded(
        (480,),
        [["项目名称"], ["核桃林下绿色防控推广"], ["专利名称"], ["一种核桃去壳装置"], ["申报人签名：罗小明"]],
        above=[(60, 60, "项目课题与专利", 12.0)],
    )
    assert [(f.name, f.value, f.item) for f in claims([view])] == [
        ("claimed_project", "核桃林下绿色防控推广", 1),
        ("claimed_patent", "一种核桃去壳装置", 2),
    ]


def test_a_list_below_the_heading_of_a_section_without_heads() -> None:
    view = gridded(
        (480,),
        [
            ["主持或参与的项目(课题)"],
            ["无"],
            ["专利、软件著作权"],
            ["一种核桃去壳装置"],
            ["灌区管理信息系统V1.0"],
            ["本人承诺所填内容真实。申报人(签名):罗小明"],
        ],
    )
    found = [f for f in claims([view]) if f.name in ("claimed_patent", "claimed_project")]
    assert [f.value for f in found] == ["一种核桃去壳装置", "灌区管理信息系统V1.0"]


def test_a_section_of_heads_and_prose_claims_nothing() -> None:
    view = gridded(
        (480,),
        [
            ["发表论文(著作)"],
            ["序号题目刊物名称发表时间作者排名"],
            ["无(不作限制性条件)"],
            ["获奖情况"],
            ["获奖证书见附件。"],
        ],
    )
    assert list(claims([view])) == []


def test_a_label_with_a_value_beside_it_is_no_table_of_one_column() -> None:
    view = gridded((120, 360), [["项目名称", "核桃林下绿色防控推广"], ["工作内容", "病虫害调查"]])
    assert claims([view]) == []


def test_the_last_page_of_a_form_is_no_separator() -> None:
    spilt = lined("云山县", "中学", number=2)
    assert [len(part.views) for part in cut([LISTED, spilt])] == [2]


@pytest.mark.parametrize(
    "title",
    ["关于罗小明同志申报职称的公示及结果说明", "公示情况及推荐意见表", "公示期满情况说明", "公示情况备案表"],
)
def test_titles_of_publicity(title: str) -> None:
    view = lined(f"# {title}", "现将罗小明同志申报工程师有关材料予以公示，公示期满无异议，同意推荐上报。")
    assert PUBLICITY.recognise(view) > 0.5


def test_a_period_that_a_line_end_cuts_is_read_whole() -> None:
    view = lined(
        "# 关于罗小明同志申报职称的公示及结果说明",
        "现将罗小明同志申报高级教师有关材料予以公示，公示期：2020年08月",
        "03日-2020年08月11日，如有异议请实名反映。",
        "公示期满，无异议，同意推荐上报。",
    )
    found = values_of(PUBLICITY.facts([view]))
    assert (found["start_date"], found["end_date"], found["outcome"]) == ("2020-08-03", "2020-08-11", "无异议")


def test_a_period_whose_end_leaves_out_the_year() -> None:
    view = lined(
        "# 公示报告", "我单位对罗小明同志申报高级工程师材料于2020年8月3日起公示7个工作日，至8月11日结束，未收到异议。"
    )
    found = values_of(PUBLICITY.facts([view]))
    assert (found["start_date"], found["end_date"]) == ("2020-08-03", "2020-08-11")


def test_publicity_with_a_place_for_each_end() -> None:
    view = gridded(
        (100, 140, 100, 140),
        [["申报人", "罗小明", "公示方式", "张榜"], ["公示开始", "2020.08.03", "公示结束", "2020.08.11"]],
        above=[(200, 60, "公示结果及推荐意见表", 18.0)],
    )
    found = values_of(PUBLICITY.facts([view]))
    assert (found["start_date"], found["end_date"]) == ("2020-08-03", "2020-08-11")
    assert "names" not in found


PLEDGE_LINES = ("申报人：罗小明  公民身份号码：530402198002112015", "不弄虚作假，承担全部责任。", "本人签字：罗小明")


def test_a_pledge_without_the_word_for_a_letter() -> None:
    assert PLEDGE.recognise(lined("# 职称申报个人承诺", *PLEDGE_LINES)) > 0.72


@pytest.mark.parametrize("heading", ["本人承诺", "申报人承诺", "申报单位承诺"])
def test_a_place_to_sign_in_a_form_is_no_pledge(heading: str) -> None:
    assert PLEDGE.recognise(lined(f"# {heading}", "本表所填内容真实无误。申报人签名：罗小明")) < 0.5


def test_the_printed_name_of_a_pledge_goes_before_the_signature() -> None:
    view = lined(
        "# 诚信承诺书", "本人罗小明，身份证号530402198002112015，申报工程师。", "承诺人（签名）：岁小明", source="ocr"
    )
    assert values_of(PLEDGE.facts([view]))["person_name"] == "罗小明"


SENT = lined(
    "云山县农技中心：",
    "贵单位选派的罗小明同志在我处（云山县诗礼乡古墨村）开展驻村扶贫，到岗时间2018/3/5，",
    "离岗时间2020/3/10。我处评定其考核等次为“优秀”。现函告贵单位，请予认定服务经历。",
    "中共云山县委组织部",
    "2020年3月25日",
)


def test_a_letter_about_service_without_a_title() -> None:
    assert [part.type for part in cut([SENT])] == ["service_proof"]
    found = values_of(SERVICE.facts([SENT]))
    assert found == {
        "person_name": "罗小明",
        "place": "云山县诗礼乡古墨村",
        "start_date": "2018-03-05",
        "end_date": "2020-03-10",
        "grade": "优秀",
        "service_kind": "poverty_alleviation",
        "issuer": "中共云山县委组织部",
        "issue_date": "2020-03-25",
    }


def test_a_mission_that_one_sentence_tells() -> None:
    view = lined(
        "# 帮扶工作鉴定",
        "罗小明同志自2018.3.5起担任云山县诗礼乡古墨村第一书记，2020.3.10期满离任，综合评定优秀。",
        "中共云山县委组织部",
        "2020年3月25日",
    )
    assert [part.type for part in cut([view])] == ["service_proof"]
    found = values_of(SERVICE.facts([view]))
    assert (found["start_date"], found["end_date"]) == ("2018-03-05", "2020-03-10")
    assert (found["place"], found["service_kind"]) == ("云山县诗礼乡古墨村", "poverty_alleviation")


TECHNICAL = lined(
    "# 工作经历证明",
    "罗小明同志2015年3月至2018年11月参与我县茶园绿色防控示范区建设项目，任技术负责人，示范面积1200亩。特此证明。",
    "云山县农业农村局",
    "2019年6月20日",
)


def test_a_proof_of_work_is_none_of_service_though_an_office_for_the_country_signs_it() -> None:
    assert [part.type for part in cut([TECHNICAL])] == ["merit_proof"]
    assert values_of(MERIT.facts([TECHNICAL]))["project_name"] == "茶园绿色防控示范区"


def test_a_proof_of_employment_is_no_proof_of_merit() -> None:
    view = lined("# 工作经历证明", "兹证明罗小明自2015年3月至今在我单位从事水利工作。特此证明。", "云山县水务站")
    assert [part.type for part in cut([view])] == ["other"]


@pytest.mark.parametrize("title", ["挂职锻炼期满鉴定", "驻村工作情况说明", "支教教师考核表"])
def test_titles_of_service(title: str) -> None:
    assert SERVICE.recognise(lined(f"# {title}", "罗小明2018年3月至2020年3月在高山镇服务，考核优秀。")) > 0.72


def test_a_letter_that_sends_somebody_is_no_proof_of_service() -> None:
    view = lined("云山县诗礼乡：", "我单位选派的罗小明同志将到你乡开展驻村扶贫工作，请予接洽。")
    assert SERVICE.recognise(view) < 0.5


def test_a_client_s_letter_names_the_work_and_who_did_it() -> None:
    view = lined(
        "致：云山机械有限公司",
        "# 业主（使用单位）评价意见",
        "年产300台清选机生产线建设由贵单位承担，2018/3启动，2019/9完成。其中罗小明任机械设计负责人。",
        "我单位对成果表示满意。",
        "云山农机推广有限公司",
        "2019年12月3日",
    )
    assert MERIT.recognise(view) > 0.72
    found = values_of(MERIT.facts([view]))
    assert found["project_name"] == "年产300台清选机生产线建设"
    assert (found["person_name"], found["role"]) == ("罗小明", "机械设计负责人")
    assert (found["start_date"], found["end_date"]) == ("2018-03", "2019-09")


def test_lines_about_the_middle_of_their_label_are_one_value() -> None:
    view = placed(
        [
            (200, 60, "专业技术业绩证明材料", 20.0),
            (150, 101, "云山县明星鱼洞乡村"),
            (70, 109, "业绩项目"),
            (150, 117, "民居改造工程"),
            (300, 109, "申报人"),
            (380, 109, "罗小明"),
            (150, 141, "结构专业负责人"),
            (70, 141, "承担角色"),
        ]
    )
    found = values_of(MERIT.facts([view]))
    assert (found["project_name"], found["person_name"]) == ("云山县明星鱼洞乡村民居改造工程", "罗小明")
    assert found["role"] == "结构专业负责人"


AGENCY = lined(
    "# 人事代理(聘用)协议",
    "云山众诚人才服务有限公司（以下简称甲方）与罗小明（以下简称乙方，身份证号530402198002112015）达成协议：",
    "服务期限从2014年01月01日到2021年12月31日；甲方代理乙方职称申报、社会保险等事务。",
    title=14.0,
)


def test_parties_that_a_sentence_names() -> None:
    assert [part.type for part in cut([AGENCY])] == ["employment_contract"]
    found = values_of(CONTRACT.facts([AGENCY]))
    assert (found["employer"], found["person_name"]) == ("云山众诚人才服务有限公司", "罗小明")
    assert (found["start_date"], found["end_date"]) == ("2014-01-01", "2021-12-31")


def _contract(name: str, number: str, signed: str) -> PageView:
    return lined("# 劳动合同书", f"乙方（劳动者）：{name}", f"居民身份证号码：{number}", f"乙方（签字）：{signed}")


def test_a_name_and_a_sex_that_were_read_as_one() -> None:
    found = values_of(CONTRACT.facts([_contract("罗小明男", "530402198002112015", "罗小明")]))
    assert (found["person_name"], found["gender"]) == ("罗小明", "男")


@pytest.mark.parametrize("number", ["530402198002112023", "530402198002112015"])
def test_a_name_that_ends_like_a_sex_stays(number: str) -> None:
    assert values_of(CONTRACT.facts([_contract("罗亚男", number, "罗亚男")]))["person_name"] == "罗亚男"


def test_insurance_papers_that_name_people_and_employers_without_labels() -> None:
    told = lined(
        "# 参保缴费证明",
        "罗小明（身份证号：530402198002112015）自2014年8月起在我中心以“云山机械有限公司”名义参加养老保险，",
        "缴费至2020年6月。本证明可通过防伪码 B5A8151A 验证。",
    )
    found = values_of(INSURANCE.facts([told]))
    assert (found["employer"], found["certificate_number"]) == ("云山机械有限公司", "B5A8151A")
    certified = lined(
        "# 社会保险缴费证明",
        "兹证明云山机械有限公司职工罗小明（社保号530402198002112015）自2014年8月至2020年6月缴费。",
    )
    found = values_of(INSURANCE.facts([certified]))
    assert (found["person_name"], found["employer"]) == ("罗小明", "云山机械有限公司")
    headed = lined("# 养老保险缴费明细", "罗小明  530402198002112015  单位：云山机械有限公司")
    found = values_of(INSURANCE.facts([headed]))
    assert (found["person_name"], found["employer"]) == ("罗小明", "云山机械有限公司")


def test_the_head_beside_a_head_is_no_employer() -> None:
    view = gridded(
        (120, 180, 80, 80),
        [
            ["险种", "参保单位", "缴费起", "缴费止"],
            ["养老保险", "云山机械有限公司", "2013.01", "2020.06"],
            ["失业保险", "云山机械有限公司", "2013.01", "2020.06"],
        ],
        above=[(200, 60, "社会保险个人参保证明", 18.0)],
    )
    assert {f.value for f in INSURANCE.facts([view]) if f.name == "employer"} == {"云山机械有限公司"}


def test_names_and_an_honour_that_nothing_parts() -> None:
    view = lined(
        "# 表彰决定", "经研究决定：", "授予李世明、王文慧、普绍华、岩温、玉香玉龙县优秀教师荣誉称号；颁发荣誉证书。"
    )
    found = values_of(COMMENDATION.facts([view]))
    assert found["names"] == ("李世明", "王文慧", "普绍华", "岩温", "玉香")
    assert found["title"] == "玉龙县优秀教师"


@pytest.mark.parametrize("after", ["", "等同志", "同志"])
def test_names_and_an_honour_in_quotation_marks(after: str) -> None:
    view = lined("# 关于授予“优秀教师”称号的决定", f"经研究，决定授予罗小明、段丽华、和志强{after}“优秀教师”称号。")
    found = values_of(COMMENDATION.facts([view]))
    assert (found["names"], found["title"]) == (("罗小明", "段丽华", "和志强"), "优秀教师")


def test_an_office_that_signs_shorter_than_the_title_names_it() -> None:
    view = lined(
        "# 云山县人民政府关于表彰优秀教师的决定", "现对以下同志予以表彰：罗小明、段丽华", "县人民政府", "2018年8月17日"
    )
    assert values_of(COMMENDATION.facts([view]))["issuer"] == "云山县人民政府"


def test_whoever_leads_a_project_with_a_place_in_brackets() -> None:
    view = lined(
        "# 结题证书",
        "由罗小明（排名：2）等同志承担的云山县科学技术局项目“高血压规范化管理技术应用”，准予结题。",
        "课题组成员：李世明、罗小明、王文慧",
    )
    assert values_of(PROJECT.facts([view]))["person_name"] == "罗小明"


def test_a_summary_s_author_beside_the_unit_goes_before_names_in_its_text() -> None:
    view = lined(
        "# 专业技术工作总结",
        "云山机械有限公司 罗小明",
        "带教李世明、王文慧两名青年同志，开展专题讲座六次，继续教育每年均超过90学时，取得较好成绩。",
        "2020年7月26日",
    )
    assert values_of(SUMMARY.facts([view]))["person_name"] == "罗小明"


def test_a_summary_whose_author_says_what_they_are() -> None:
    view = lined("# 个人述职", "我是云山县民族中学教师罗小明。任现职以来，我认真履行职责。")
    assert values_of(SUMMARY.facts([view]))["person_name"] == "罗小明"

"""Forms, tables and letters as other offices lay them out than those the first extractors were written for."""

from __future__ import annotations

import pytest

from extractors.forms.claims import claims
from extractors.records import FactValue
from extractors.segment import cut
from extractors.types.annual_appraisal import EXTRACTOR as APPRAISAL
from extractors.types.application_form import EXTRACTOR as FORM
from extractors.types.book_pages import EXTRACTOR as BOOK
from extractors.types.continuing_education import EXTRACTOR as TRAINING
from extractors.types.employment_contract import EXTRACTOR as CONTRACT
from extractors.types.journal_pages import EXTRACTOR as JOURNAL
from extractors.types.merit_proof import EXTRACTOR as MERIT
from extractors.types.paper import EXTRACTOR as PAPER
from extractors.types.patent_certificate import EXTRACTOR as PATENT
from extractors.types.postdoc_certificate import EXTRACTOR as POSTDOC
from extractors.types.project_proof import EXTRACTOR as PROJECT
from extractors.types.service_proof import EXTRACTOR as SERVICE
from extractors.types.skill_certificate import EXTRACTOR as SKILL
from extractors.types.social_insurance import EXTRACTOR as INSURANCE
from extractors.types.work_summary import EXTRACTOR as SUMMARY
from tests.extractors.pages import gridded, lined, placed, ruled, values_of
from tests.extractors.reading import rows

ACHIEVEMENTS = gridded(
    (190, 110, 70, 90),
    [
        [("任现职以来获奖情况", 4)],
        ["奖励名称", "授奖时间", "排名", "授奖部门"],
        ["云山县科学技术奖", "2019.03.25", "第2", "云山县人民政府"],
        [("任现职以来发表论文、著作情况", 4)],
        ["论文题目", "刊物名称", "发表时间", "本人排名"],
        ["水稻间套作效益分析", "云山农业科技", "2017.10", "第1作者"],
        ["坚果园栽培技术初探", "云山农业科技", "2018.04", "第2作者"],
        [("任现职以来主持或参与的项目、专利情况", 4)],
        ["类别", ("名称及编号", 2), "时间"],
        ["项目", ("核桃林下绿色防控推广", 2), "2016.03-2018.12"],
        ["专利", ("一种控制装置(ZL 201721309479.2)", 2), "2017.12.15"],
        ["工作业绩摘要", ("主要承担高原玉米病虫害绿色防控任务，逐项梳理后改用分级处置。", 3)],
    ],
    above=[(200, 60, "任现职后主要专业技术工作业绩登记", 13.0)],
    number=2,
)


def test_claims_of_one_table_whose_heads_change() -> None:
    found = rows(claims([ACHIEVEMENTS]))
    titles = [next(str(v) for k, v in row.items() if k.count("_") == 1 and k != "claimed_journal") for row in found]
    assert titles == [
        "云山县科学技术奖",
        "水稻间套作效益分析",
        "坚果园栽培技术初探",
        "核桃林下绿色防控推广",
        "一种控制装置",
    ]
    assert found[0]["claimed_award_rank"] == "2"
    assert found[2]["claimed_author_rank"] == "2"
    assert found[4]["claimed_patent_number"] == "ZL201721309479.2"


def test_a_row_of_a_paper_on_benefits_is_no_row_of_heads() -> None:
    assert "水稻间套作效益分析" in [f.value for f in claims([ACHIEVEMENTS])]


def test_kinds_of_patents_do_not_hide_them() -> None:
    view = gridded(
        (80, 200, 110, 70),
        [["授权日期", "名称", "编号", "类型"], ["2017-01", "一种边坡锚索装置", "ZL 2015 1 0120625.6", "发明"]],
        above=[(60, 80, "知识产权", 12.0)],
        top=110,
    )
    assert values_of(claims([view]))["claimed_patent"] == "一种边坡锚索装置"


COVER = lined("# 专业技术职务任职资格评审表", "单位：云山县水务站", "姓名：罗小明", "评审任职资格：高级工程师")
YEARS = [
    ["年度", "考核等次", "继续教育总学时", "其中专业科目"],
    ["2015", "合格", "104", "74"],
    ["2016", "优秀", "100", "70"],
]


def test_sections_of_a_form_stay_with_it() -> None:
    section = gridded((100, 100, 140, 120), YEARS, above=[(200, 60, "年度考核、继续教育情况", 13.0)], number=3)
    parts = cut([COVER, ACHIEVEMENTS, section])
    assert [(p.type, len(p.views)) for p in parts] == [("application_form", 3)]


def test_a_summary_of_years_that_names_somebody_is_no_section_of_a_form() -> None:
    named = [["姓名", "罗小明", "单位", "云山县水务站"], *YEARS]
    sheet = gridded((100, 100, 140, 120), named, above=[(200, 60, "年度考核情况", 22.0)], number=2)
    assert [p.type for p in cut([COVER, sheet])] == ["application_form", "annual_appraisal"]


def test_the_number_and_the_date_of_a_form_printed_from_a_platform() -> None:
    view = lined("# 职称申报表(打印件)", "申报流水号：ZC20208803017  提交时间：2020-09-04 12:20:09  状态：已审核")
    found = values_of(FORM.facts([view]))
    assert (found["certificate_number"], found["issue_date"]) == ("ZC20208803017", "2020-09-04")


def test_the_foot_of_a_table_of_years_is_no_year() -> None:
    table = [
        ["年度", "考核等次", "备注"],
        ["2018年度", "合格", ""],
        ["2019年度", "优秀", ""],
        ["单位意见", ("经核对属实。\n2020年11月19日", 2)],
    ]
    view = gridded((120, 120, 220), table, above=[(200, 60, "年度考核结果汇总表", 22.0)])
    assert [(r["year"], r["grade"]) for r in rows(APPRAISAL.facts([view]))] == [("2018", "合格"), ("2019", "优秀")]


def test_whoever_is_certified_with_a_citizens_number() -> None:
    view = lined(
        "# 考核情况证明", "兹证明罗小明（公民身份号码530402198202195593）系我单位职工，2018年考核合格，2019年考核优秀。"
    )
    assert values_of(APPRAISAL.facts([view]))["person_name"] == "罗小明"


def test_the_total_of_a_training_certificate() -> None:
    view = lined(
        "# 继续教育学时证明",
        "罗小明于2015年度参加专业技术人员继续教育，完成公需科目《创新能力建设》24学时，",
        "专业科目《水库调度》等80学时，共计104学时，考核合格，准予登记。",
    )
    found = values_of(TRAINING.facts([view]))
    assert (found["hours"], found["professional_hours"]) == ("104", "80")


LETTER = (
    "# 云山县科学技术局文件",
    "云科〔2016〕116号",
    "关于“农村供水管网节水改造效果...”项目立项的通知",
    "你单位申报的“农村供水管网节水改造效果示范”（项目编号：2016KJ350）同意立项。项目由余明波主持，",
    "主要参加人员依次为余明波、刘云波、沈晓芬，其中刘云波排名第2。项目实施期限为2016年5月至2018年9月。",
    "云山县科学技术局",
    "2016年4月13日",
)


def test_a_project_that_somebody_else_leads() -> None:
    found = values_of(PROJECT.facts([lined(*LETTER)]))
    assert found["person_name"] == "刘云波"
    assert found["leader"] == "余明波"
    assert found["rank"] == "2"
    assert found["project_name"] == "农村供水管网节水改造效果示范"
    assert found["certificate_number"] == "云科〔2016〕116号"


def test_a_letter_that_singles_nobody_out_is_about_nobody() -> None:
    said = [line.replace("，其中刘云波排名第2", "") for line in LETTER]
    assert "person_name" not in values_of(PROJECT.facts([lined(*said)]))


def test_the_first_of_a_table_of_members_is_not_the_applicant() -> None:
    view = gridded(
        (50, 80, 220, 100),
        [
            [("项目名称", 2), ("高原水库监测研究", 2)],
            [("下达单位", 2), ("云山省水利厅", 2)],
            ["排序", "姓名", "工作单位", "分工"],
            ["1", "马勇", "云山水利设计院", "技术指导"],
            ["2", "沈静", "云山水利设计院", "现场实施"],
        ],
        above=[
            (200, 60, "科技项目验收证书", 22.0),
            (60, 84, "验收编号：省水验字〔2019〕37号"),
            (300, 300, "组织验收单位：云山省水利厅"),
            (300, 330, "2019年2月20日"),
        ],
    )
    found = values_of(PROJECT.facts([view]))
    assert found["members"] == ("马勇", "沈静")
    assert not {"person_name", "rank", "role"} & set(found)
    assert found["issuer"] == found["funder"] == "云山省水利厅"
    assert found["certificate_number"] == "省水验字〔2019〕37号"


def test_who_seals_a_service_is_not_its_place() -> None:
    view = lined(
        "# 驻村扶贫工作证明",
        "兹有罗小明同志，于2016年3月1日至2018年3月10日被选派到云山县南沙镇拖木村驻村，考核等次为合格。",
        "中共云山县委组织部",
        "2018年3月21日",
        "接收单位（盖章）：南沙镇人民政府",
    )
    assert values_of(SERVICE.facts([view]))["place"] == "云山县南沙镇拖木村"


def test_an_insurance_of_several_rows_ends_with_the_last() -> None:
    table = [["序号", "起始年月", "终止年月", "险种"], ["1", "201501", "201512", "养老保险"]]
    table += [["2", "201601", "201612", "养老保险"], ["3", "201701", "201710", "养老保险"]]
    view = gridded((60, 120, 120, 120), table, above=[(200, 60, "个人参保缴费明细表", 20.0)])
    found = values_of(INSURANCE.facts([view]))
    assert (found["start_date"], found["end_date"]) == ("2015-01", "2017-10")


def test_a_contract_signed_on_a_page_of_its_own() -> None:
    pages = [
        lined(
            "# 劳动合同",
            "甲方：云山人力资源有限公司",
            "乙方：罗小明",
            "合同编号：DL2015311",
            "一、劳动合同期限自2015年1月1日起至2022年12月31日止。甲方支付劳动报酬。",
            file="c.pdf",
        ),
        lined("2015 年 1 月 1 日", number=2, file="c.pdf"),
    ]
    parts = cut(pages)
    assert [len(p.views) for p in parts] == [2]
    found = values_of(CONTRACT.facts(pages))
    assert found["issue_date"] == "2015-01-01"
    assert found["certificate_number"] == "DL2015311"
    assert found["issuer"] == "云山人力资源有限公司"


@pytest.mark.parametrize("edition", ["自然科学版", "社会科学版"])
def test_the_edition_belongs_to_the_name_of_a_journal(edition: str) -> None:
    view = lined(
        f"云山师范大学学报（{edition}）  2018年第38卷第2期",
        "# 纵向岭谷区土壤氮沉降响应的初步研究",
        "普美萍1",
        "1. 云山大学，云山 凤庆 651658",
        "[摘要] 本文研究岭谷区氮沉降响应。",
        "[关键词] 岭谷；氮沉降",
    )
    found = values_of(PAPER.facts([view]))
    assert found["journal"] == f"云山师范大学学报（{edition}）"
    assert found["authors"] == ("普美萍",)
    assert found["affiliation"] == "云山大学"


ENTRIES = ("指标试验的影响探讨", "初中函数概念教学设计", "周期模型的影响评述", "断面单元的影响分析")
IMPRINT = ("2016年 第3期", "主办 期刊编辑部", "刊号 CN 53-1046/N", "出版日期 2016年6月")


def test_contents_beside_an_imprint() -> None:
    items = [(60.0, 60.0, "云山师范大学学报", 22.0), (320.0, 62.0, "CONTENTS", 18.0), (430.0, 62.0, "目录", 18.0)]
    items.append((60.0, 90.0, "（自然科学版）", 16.0))
    for i, (left, title) in enumerate(zip(IMPRINT, ENTRIES, strict=True)):
        items += [(60.0, 140.0 + 24 * i, left, 10.5), (200.0, 140.0 + 24 * i, title, 10.5)]
        items += [(400.0, 140.0 + 24 * i, "寸伟", 10.5), (440.0, 140.0 + 24 * i, f"李静 ({3 + 9 * i})", 10.5)]
    for i in range(3):
        items += [
            (200.0, 260.0 + 24 * i, f"荷载密度对体系的影响{'一二三'[i]}", 10.5),
            (400.0, 260.0 + 24 * i, "木伟", 10.5),
        ]
        items.append((440.0, 260.0 + 24 * i, f"李勇 ({60 + 9 * i})", 10.5))
    found = JOURNAL.facts([placed(items)])
    assert next(f.value for f in found if f.name == "journal") == "云山师范大学学报（自然科学版）"
    assert [f.value for f in found if f.name == "title"][:4] == list(ENTRIES)
    assert [f.value for f in found if f.name == "authors"][:4] == [("寸伟", "李静")] * 4


def test_authors_under_the_titles_of_a_contents_page() -> None:
    lines = [part for title in ENTRIES[:3] for part in (f"{title}  (130)", "周云强，陈峰平")]
    found = JOURNAL.facts([lined("# 目次", "云山农业科技  2017年 第5期", *lines)])
    people: list[FactValue] = [f.value for f in found if f.name == "authors"]
    assert people == [("周云强", "陈峰平")] * 3


def test_a_name_beside_the_unit_under_the_title_of_a_summary() -> None:
    said = "任现职以来，我在云山县医院从事心血管内科工作，主持完成多项课题，取得了一定成绩。" * 3
    found = values_of(SUMMARY.facts([lined("# 专业技术工作总结", "楚山县医院  白光明", said, "二〇二〇年九月八日")]))
    assert found["person_name"] == "白光明"


def test_what_the_authors_of_a_book_did() -> None:
    view = lined(
        "书　名  初中数学实用技术",
        "作　者  李德明，高伟  主编",
        "出版发行  云山大学出版社",
        "书　号  ISBN 978-7-5482-2312-2",
    )
    found = values_of(BOOK.facts([view]))
    assert (found["authors"], found["author_role"]) == (("李德明", "高伟"), "主编")


def test_the_heads_of_the_national_form() -> None:
    view = gridded(
        (70, 140, 140, 110),
        [
            [
                "起止时间",
                "专业技术工作名称\n(项目、课题、成果等)",
                "工作内容、本人起何作\n用(主持、参加)",
                "完成情况及效果",
            ],
            ["2015.03-\n2016.12", "云山县农田水利工程\n勘察设计", "主持", "已完成"],
            [("著作、论文及重要技术报告登记", 4)],
            ["日期", "名称及内容提要", "出版、登载获奖或在学术\n会议上交流情况", "合(独)著、译"],
            ["2018.06", "水库大坝安全监测", "《云山水利》2018年第3期", "独著"],
        ],
        above=[(60, 70, "任现职后主要专业技术工作业绩登记")],
    )
    project, paper = rows(claims([view]))
    assert project["claimed_project"] == "云山县农田水利工程勘察设计"
    assert paper["claimed_paper"] == "水库大坝安全监测"
    assert (paper["claimed_journal"], paper["claimed_author_rank"]) == ("云山水利", "1")


def test_the_next_heading_is_no_part_of_the_last_row() -> None:
    table = [
        ["起止时间", "项目名称", "下达单位", "本人作用"],
        ["2016.08-2018.12", "水库监测技术研究", "水利厅", "主持"],
    ]
    patents = [["授权时间", "专利名称", "专利号", "类别"], ["2017.06", "一种固定装置", "ZL 2015 1 0402148.2", "发明"]]
    view = placed(
        [
            (60, 60, "三、主持或参与的科研、工程项目", 10.5),
            *ruled((110, 180, 100, 80), table, top=80, centred=False),
            (60, 145, "四、专利", 10.5),
            *ruled((110, 180, 140, 60), patents, top=160, centred=False),
            (60, 225, "本人承诺", 10.5),
            (170, 225, "以上所填内容真实", 10.5),
            (350, 225, "签名：罗小明", 10.5),
        ]
    )
    project, patent = rows(claims([view]))
    assert project["claimed_project"] == "水库监测技术研究"
    assert patent["claimed_patent"] == "一种固定装置"


def test_years_under_another_heading_are_no_papers() -> None:
    papers = [["发表时间", "论文题目", "刊物名称", "本人排名"], ["2017.08", "核桃提质增效分析", "云岭农技", "1"]]
    years = [["年度", "2015", "2016", "2017"], ["等次", "合格", "优秀", "优秀"]]
    view = placed(
        [
            (60, 60, "论文、著作情况", 10.5),
            *ruled((110, 180, 100, 80), papers, top=80, centred=False),
            (60, 145, "年度考核情况", 10.5),
            *ruled((110, 180, 100, 80), years, top=160, centred=False),
        ]
    )
    assert [f.value for f in claims([view]) if f.name == "claimed_paper"] == ["核桃提质增效分析"]


def test_a_form_dated_where_the_applicant_signs() -> None:
    view = lined(
        "编号：2020-0153", "# 职称申报表", "姓名：罗小明", "本人签名：罗小明  2020年8月29日", "单位意见  2020年9月3日"
    )
    found = values_of(FORM.facts([view]))
    assert (found["certificate_number"], found["issue_date"]) == ("2020-0153", "2020-08-29")


def test_a_project_begun_and_done() -> None:
    view = lined(
        "# 项目结题证明",
        "“公路路基病害防治技术研究”（项目编号：2015FD067）于2015年7月启动，2017年11月完成全部任务，同意结题。",
        "罗琼芬同志在该项目中为项目负责人。",
        "云山省交通运输厅",
        "2018年3月17日",
    )
    found = values_of(PROJECT.facts([view]))
    assert (found["start_date"], found["end_date"], found["person_name"]) == ("2015-07", "2017-11", "罗琼芬")


def test_a_skill_certificate_in_one_sentence() -> None:
    view = lined(
        "# 职业技能等级证书",
        "持证人罗琼芬（530326198404226461）经云山技能人才评价中心评价，达到公路养护工二级/技师水平，特发此证。",
    )
    found = values_of(SKILL.facts([view]))
    assert (found["person_name"], found["occupation"]) == ("罗琼芬", "公路养护工")
    assert (found["skill_level"], found["issuer"]) == ("二级/技师", "云山技能人才评价中心")


def test_labels_run_together_are_no_work() -> None:
    view = lined("# 专业技术人员主要工作业绩证明表", "姓名  罗琼芬", "工程(项目)名称  云山市二级公路路面改造工程")
    assert values_of(MERIT.facts([view]))["project_name"] == "云山市二级公路路面改造工程"


def test_a_patent_dated_beside_the_directors_name() -> None:
    view = lined("# 发明专利证书", "授权公告日：2017年07月11日", "局长", "申长雨  2017年08月11日")
    assert values_of(PATENT.facts([view]))["issue_date"] == "2017-08-11"


def test_an_end_that_could_not_be_read_ends_no_insurance() -> None:
    table = [["序号", "起始年月", "终止年月", "险种"], ["1", "201501", "201512", "养老保险"]]
    table += [["2", "201601", "2012", "养老保险"], ["3", "201701", "201710", "养老保险"]]
    view = gridded((60, 120, 120, 120), table, above=[(200, 60, "个人参保缴费明细表", 20.0)])
    found = INSURANCE.facts([view])
    assert [(f.name, f.value) for f in found if f.name.endswith("_date")] == [
        ("start_date", "2015-01"),
        ("end_date", "2017-10"),
    ]


def test_when_a_post_was_taken_is_no_date_of_issue() -> None:
    view = lined(
        "# 年度考核结果汇总表",
        "单位（盖章）：云山县水务站",
        "现任职务  工程师  任职时间  2014.09",
        "2018年合格；2019年优秀",
    )
    found = values_of(APPRAISAL.facts([view]))
    assert "issue_date" not in found
    assert found["issuer"] == "云山县水务站"


def test_whom_a_letter_is_addressed_to_did_not_write_it() -> None:
    said = "你单位申报的“水库大坝安全监测技术”（项目编号：2018WS072）同意立项，请认真组织实施。"
    view = lined("# 关于下达科技计划项目的通知", "云山县水务站：", said, "2018年5月23日")
    assert not {"issuer", "funder"} & set(values_of(PROJECT.facts([view])))


def test_a_skill_certificate_whose_number_begins_the_next_line() -> None:
    view = lined(
        "# 职业资格证书",
        "汪铜，女，1982年8月2日出生，经鉴定，养老护理员职业技能达到二级/技师水平，特发此证。证书编号：",
        "S028953000375202401212。",
    )
    found = values_of(SKILL.facts([view]))
    assert (found["occupation"], found["certificate_number"]) == ("养老护理员", "S028953000375202401212")


def test_who_insures_in_a_sentence() -> None:
    said = "兹证明汪铜（身份证号：530822198208026587）由云山区民族中学为其办理社会保险，自2013/1至2020/7连续缴纳。"
    assert values_of(INSURANCE.facts([lined("# 社会保险参保证明", said)]))["employer"] == "云山区民族中学"


def test_the_station_of_a_postdoctoral_fellow() -> None:
    said = "罗小明同志于2016年9月20日至2019年1月10日在云山新材料有限公司博士后科研工作站从事博士后研究工作，准予出站。"
    found = values_of(POSTDOC.facts([lined("# 博士后证书", said, "（资助编号：2017M612375）")]))
    assert found["institution"] == "云山新材料有限公司博士后科研工作站"
    assert found["fund_number"] == "2017M612375"


def test_the_one_in_charge_is_no_part_of_the_work() -> None:
    said = "罗小明同志作为项目负责人参加了云山市高标准农田建设工程的技术工作，起止时间：2017-03至2018-05。"
    assert values_of(MERIT.facts([lined("# 业绩证明", said)]))["project_name"] == "云山市高标准农田建设工程"


def test_a_row_with_a_patents_number_claims_a_patent_whatever_stood_above() -> None:
    view = gridded(
        (70, 200, 130, 80),
        [
            ["发表年月", "论文题目", "期刊及期号", "署名"],
            ["2016.04", "灌区渠系水利用系数测算分析", "云山水利 2016年第4期", "第一作者"],
            ["授权年月", "名称", "专利号", "类型"],
            ["2017.08", "一种便携式渗压计固定装置", "ZL 2016 2 0187507.3", "实用新型"],
        ],
    )
    found = rows(claims([view]))
    assert [row.get("claimed_paper") for row in found] == ["灌区渠系水利用系数测算分析", None]
    assert found[1]["claimed_patent"] == "一种便携式渗压计固定装置"

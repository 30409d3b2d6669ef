"""Prizes, projects, books and lists of people as further offices print them."""

from __future__ import annotations

import msgspec
import pytest

from extractors.classify import best
from extractors.forms.claims import claims
from extractors.layout import PageView
from extractors.records import DocumentType, FactValue
from extractors.segment import cut
from extractors.types import discovered
from tests.extractors.pages import gridded, lined, placed, ruled, values_of
from tests.extractors.reading import has, read


def values(kind: DocumentType, *views: PageView) -> dict[str, object]:
    return values_of(discovered()[kind].facts(list(views)))


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ("授予：罗小明（云山县第一中学）", "云山省高中物理优质课竞赛二等奖，个人排名第1。"),
            "云山省高中物理优质课竞赛",
        ),
        (("授予罗小明同志云山州“三支一扶”工作先进个人荣誉称号。",), "云山州“三支一扶”工作先进个人"),
        (
            (
                "罗小明同志被授予“云山省农村青年致富带头",
                "人”称号。",
            ),
            "云山省农村青年致富带头人",
        ),
        (
            ("作品：《岭谷的春天》", "等级：一等奖", "在云山省第九届青年教师教学技能大赛评比中获得以上奖项。"),
            "云山省第九届青年教师教学技能大赛",
        ),
        (("授予罗小明（云山县第一中学，女）云山省教学成果奖一等奖。",), "云山省教学成果奖"),
    ],
)
def test_the_name_of_an_award_in_its_sentence(lines: tuple[str, ...], name: str) -> None:
    page = lined("# 荣誉证书", *lines, "特发此证，以资鼓励。", "云山省教育厅", "2019年10月8日")
    assert read("award_certificate", page)["award_name"] == name


def test_a_word_for_a_level_in_the_title_of_a_work_is_not_the_level_of_its_award() -> None:
    work = "罗小明同志的论文《国家级贫困县马铃薯种植调查》荣获优秀论文一等奖。"
    page = lined("# 荣誉证书", work, "特发此证，以资鼓励。", "云山县农业农村局", "2019年10月8日")
    assert read("award_certificate", page)["award_level"] == "county"


def test_a_notice_of_a_grant_gives_its_project_a_number() -> None:
    page = lined(
        "# 项目（课题）资助通知书",
        "编号：2017M613008",
        "云山环保工程有限公司：",
        "经评审并报批准，你单位申报的“岭谷酸性废水资源化的界面机制”列入云山省自然科学基金委员会",
        "面上资助项目计划。项目负责人：罗小明。执行期限：2017年6月1日至2018年",
        "12月20日。资助金额人民币伍万元整。",
        "云山省自然科学基金委员会",
        "2017年5月25日",
    )
    expected: dict[str, FactValue] = {
        "project_name": "岭谷酸性废水资源化的界面机制",
        "project_number": "2017M613008",
        "person_name": "罗小明",
        "rank": "1",
        "start_date": "2017-06-01",
        "end_date": "2018-12-20",
        "funder": "云山省自然科学基金委员会",
    }
    has(read("project_proof", page), expected)


def test_all_members_of_a_table_count_whatever_their_names_begin_with() -> None:
    heads = ["排名", "姓名", "单位", "承担工作"]
    people = [
        ["1", "嘎永华", "云山精细化工有限公司", "项目负责人"],
        ["2", "段林", "云山理工大学", "技术路线"],
        ["3", "马云芳", "云山精细化工有限公司", "资料统计"],
    ]
    page = gridded(
        [60, 110, 190, 400, 540],
        [heads, *people],
        above=[(240, 60, "结题证书", 20), (60, 100, "项目名称：黄磷尾气资源化研究", 11)],
    )
    found = values("project_proof", page)
    assert found["members"] == ("嘎永华", "段林", "马云芳")
    assert not {"leader", "person_name", "rank"} & set(found)


def book(cip: str, author: str) -> dict[str, object]:
    cover = lined("# 岭谷马铃薯栽培手册", author, "云山科技出版社")
    colophon = lined(
        "图书在版编目（CIP）数据",
        f"岭谷马铃薯栽培手册／{cip}．—昆明：云山科技出版社，2017.6",
        "ISBN 978-7-5416-8823-2",
        f"作  者  {author}",
        "出版发行  云山科技出版社",
        number=2,
    )
    return values("book_pages", cover, colophon)


def test_authors_that_the_cip_data_cut_short_are_read_where_all_are_named() -> None:
    assert book("罗小明等主编", "罗小明  李桂芳  主编")["authors"] == ("罗小明", "李桂芳")
    assert book("罗小明主编", "罗小明  主编")["authors"] == ("罗小明",)


def test_the_year_beside_the_place_on_a_title_page() -> None:
    page = lined("# 果树实务", "主编  罗小明  李桂芳", "云山科技出版社", "2006·昆明", "ISBN 7-80695-417-1")
    assert values("book_pages", page)["year"] == "2006"


def test_a_technical_adviser_is_a_role() -> None:
    page = lined(
        "# 业绩证明",
        "兹证明罗小明同志于2018年10月至2019年6月，在“岭谷中学实验室建设”中担任技术指导。协助配备实验台24套。",
        "特此证明。",
        "云山县教育体育局",
        "2020年8月19日",
    )
    assert read("merit_proof", page)["role"] == "技术指导"


def test_the_label_before_who_certifies_is_no_part_of_the_name() -> None:
    page = lined(
        "# 工作业绩证明", "兹证明罗小明同志负责“岭谷公路改建工程”施工。", "证明单位云山县图书馆", "2020年5月14日"
    )
    assert values("merit_proof", page)["issuer"] == "云山县图书馆"


def test_the_departments_beside_names_are_nobody() -> None:
    table = ruled(
        [60, 120, 260],
        [["序号", "姓名", "部门"], ["1", "罗小明", "党办"], ["2", "李桂芳", "后勤科"], ["3", "段云", "信息科"]],
    )
    page = placed([(200, 60, "关于表彰优秀员工的通报", 20), *table])
    assert values("commendation", page)["names"] == ("罗小明", "李桂芳", "段云")


def test_two_names_that_a_scan_ran_together_where_the_head_counts_them() -> None:
    page = lined(
        "# 关于表彰先进个人的决定", "附：先进个人名单（5名）", "罗小明  李桂芳  段云孙彩", "杨志诚", source="ocr"
    )
    assert values("commendation", page)["names"] == ("罗小明", "李桂芳", "段云", "孙彩", "杨志诚")


def test_a_sentence_under_a_table_of_people_names_nobody() -> None:
    page = lined(
        "# 公示",
        "序号  姓名  性别  申报职称",
        "1  罗小明  女  主任医师",
        "2  李桂芳  男  主治医师",
        "示期间，如有异议请以书面或电话形式向党政办公室反映，联系电话：",
    )
    assert values("employer_publicity", page)["names"] == ("罗小明", "李桂芳")


@pytest.mark.parametrize(
    "head",
    [
        ("Minerals and Process Practice", "Vol. 8, No. 2, 2018, pp. 639-647"),
        ("Minerals and Process Research (2018) 8(2):639-647",),
    ],
)
def test_the_issue_of_an_english_journal_under_or_behind_its_name(head: tuple[str, ...]) -> None:
    page = placed(
        [
            *[(60.0, 50.0 + 14 * row, text, 9.0) for row, text in enumerate(head)],
            (60, 110, "Reading Promotion for Children in Libraries", 18),
            (60, 150, "Xiaoming Luo, Guifang Li", 10),
            (60, 170, "School of Engineering, Yunshan University, China", 9),
            (60, 200, "Abstract", 10),
            *[
                (60.0, 216.0 + 14 * row, "This paper reports a field study carried out in several counties.", 9.0)
                for row in range(20)
            ],
        ]
    )
    found = values("paper", page)
    assert str(found["journal"]).startswith("Minerals and Process")
    assert (found["year"], found["volume"], found["issue"]) == ("2018", "8", "2")
    assert found["page_range"] == "639-647"


def test_a_serial_number_whose_label_is_printed_twice() -> None:
    said = ("论文题目  岭谷马铃薯栽培", "作者  罗小明", "ISSN  1000-0003  CN  CN53-1037/N")
    page = lined("# 稿件录用证明", *said, "《云山农艺》杂志社")
    assert values("acceptance_letter", page)["cn_number"] == "CN53-1037/N"


def test_a_publication_number_up_the_side_is_no_part_of_the_title() -> None:
    page = placed(
        [
            (90, 70, "(19) 中华人民共和国国家知识产权局", 11),
            (90, 104, "(12)发明专利申请", 12),
            (383, 133, "(10) 申请公布号 CN 112216197 A", 10),
            (90, 193, "(21) 申请号 201610731037.0", 10),
            (350, 193, "(54) 发明名称", 10),
            (90, 214, "(22) 申请日 2016.05.14", 10),
            (345, 214, "CN112216197A", 8),
            (400, 214, "一种岭谷公路边坡加固方法", 10),
        ]
    )
    assert values("patent_application", page)["patent_name"] == "一种岭谷公路边坡加固方法"


def test_projects_and_patents_in_one_section_and_a_signature_under_it() -> None:
    page = lined(
        "# 专业技术资格评审表",
        "项目专利",
        "1.主持岭谷乡土历史资源开发与利用研究",
        "本人签名：  罗小明",
    )
    rows = [[(f.name, f.value) for f in claims([page]) if f.item]]
    assert rows == [[("claimed_project", "岭谷乡土历史资源开发与利用研究")]]


def test_what_an_editor_writes_of_a_supplement_is_no_page_of_the_journal() -> None:
    page = lined(
        "# 关于增刊登记情况的说明",
        "罗小明同志：",
        "您所询文章刊于我刊2015年增刊1，该增刊经批准登记，属合法增刊。",
        "特此说明。",
        "云山农业科学编辑部",
        "2020年8月28日",
        source="ocr",
    )
    assert best(page).type != "journal_pages"


def certificate(turned: int = 0) -> PageView:
    page = placed(
        [
            (158, 121, "中華人民共和國國家版權局", 18),
            (158, 161, "计算机软件著作权登记证书", 18),
            (358, 220, "证书号：软著登字第781877号", 12),
            (98, 259, "软件名称：", 12),
            (206, 259, "岭谷水库渗流监测系统", 12),
            (206, 279, "V2.0", 12),
            (100, 314, "著作权人：  罗小明", 12),
            (98, 491, "登记号：  2016SR373627", 12),
            (125, 534, "经中国版权保护中心审核，对以上事项予以登记。", 12),
            (104, 749, "2016年01月22日", 12),
        ],
        source="ocr",
    )
    return PageView(msgspec.structs.replace(page.page, turn=turned))


def test_the_office_of_a_software_certificate_stands_at_its_head_in_traditional_characters() -> None:
    expected: dict[str, FactValue] = {"issuer": "中华人民共和国国家版权局", "software_name": "岭谷水库渗流监测系统V2.0"}
    has(read("software_copyright", certificate()), expected)


def test_what_somebody_did_in_a_book_is_claimed_as_a_role() -> None:
    page = gridded(
        [40, 180, 120, 80, 80],
        [
            ["序号", "题目", "刊物（出版社）", "发表时间", "本人排名"],
            ["1", "岭谷马铃薯栽培手册", "云山科技出版社", "2017.6", "主编"],
            ["2", "岭谷马铃薯晚疫病防控", "云山农业科学", "2018.8", "第2作者"],
        ],
        above=[(200, 40, "专业技术职称申报表", 20), (60, 75, "论文、著作发表情况", 12)],
    )
    assert [f.value for f in claims([page]) if f.name == "claimed_author_rank"] == ["主编", "2"]


def test_all_authors_in_brackets_behind_the_one_who_is_greeted() -> None:
    page = lined(
        "# 录用通知书",
        "尊敬的罗小明作者：",
        "您好！您（罗小明、李桂芳、段云）撰写的稿件《岭谷公路路域生态设计研究》，经专家评审，决定录用，",
        "拟刊登于《云山交通》2015年第4期。",
        "《云山交通》编辑部",
        "2015年1月10日",
    )
    assert read("acceptance_letter", page)["authors"] == ("罗小明", "李桂芳", "段云")


def test_a_title_page_whose_words_a_scan_ran_together() -> None:
    credits = ("茶马古道沿线调查", "主编卢怡婵郭明", "副主编  姚明松  孟贞婵")
    page = lined(*credits, "云山民族出版社", "2006·昆明", "ISBN 7-80695-912-2", source="ocr")
    expected = {"title": "茶马古道沿线调查", "authors": ("卢怡婵", "郭明"), "author_role": "主编", "year": "2006"}
    assert {name: values("book_pages", page)[name] for name in expected} == expected


def test_the_patent_office_before_1998() -> None:
    page = lined(
        "中华人民共和国专利局",
        "# 实用新型专利证书",
        "证书号 第 187257 号",
        "实用新型名称：一种苗木移栽机",
        "专利号：ZL 95219046.X",
        "授权公告日：1997年11月17日",
    )
    assert values("patent_certificate", page)["issuer"] == "中华人民共和国专利局"


def test_a_cover_of_few_words_belongs_to_its_book() -> None:
    cover = lined("罗小明  主编", "云山人民出版社", source="ocr")
    colophon = lined(
        "图书在版编目（CIP）数据",
        "护理学教程／罗小明主编．—昆明：云山人民出版社，2007.12",
        "ISBN 978-7-04-215734-3",
        "版次  2007年12月第1版",
        number=2,
    )
    (part,) = cut([cover, colophon])
    assert part.type == "book_pages"

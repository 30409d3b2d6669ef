"""The issue, the journal and the units of a paper where they stand elsewhere than in a usual header."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.segment import cut
from extractors.types import discovered
from extractors.works.affiliations import unit_names
from tests.extractors.pages import lined, placed, values_of
from tests.extractors.test_publications import BODY


def read(*views: PageView) -> dict[str, object]:
    return values_of(discovered()["paper"].facts(list(views)))


def cover(*words: tuple[float, float, str, float]) -> dict[str, object]:
    page = placed([(476, 59, "ISSN 1003-5729", 8), (483, 72, "CN 53-1332/U", 8), (56, 133, "云山路桥", 44), *words])
    assert best(page).type == "journal_pages"
    return values_of(discovered()["journal_pages"].facts([page]))


def test_a_large_number_over_the_year_is_the_issue_of_a_cover() -> None:
    found = cover((56, 288, "07", 44), (56, 376, "2019", 16), (56, 727, "云山省公路学会主办", 11))
    assert (found["journal"], found["year"], found["issue"]) == ("云山路桥", "2019", "7")


def test_a_small_number_of_a_cover_is_no_issue() -> None:
    found = cover((56, 376, "2019年", 16), (56, 700, "12", 8), (56, 727, "云山省公路学会主办", 11))
    assert found["year"] == "2019"
    assert "issue" not in found


def test_a_year_in_chinese_stands_alone_beside_the_issue() -> None:
    found = cover((268, 389, "第四期", 22), (237, 438, "二〇〇八年", 22), (213, 486, "第16卷　双月刊", 22))
    assert (found["year"], found["issue"], found["volume"]) == ("2008", "4", "16")


def test_the_name_set_large_beside_an_imprint_is_the_journal_and_who_helps_is_not() -> None:
    page = placed(
        [
            (80, 80, "主管:云山省卫生健康委员会", 9),
            (240, 80, "高原电力应用", 26),
            (80, 99, "主办:云山省电机学会", 9),
            (80, 117, "协办:云山市自来水有限责任公司", 9),
            (240, 122, "2014年3月", 9),
            (310, 122, "第3期", 9),
            (80, 140, "社长:李桂芳", 9),
            (80, 160, "国内刊号:CN53-1072/T", 9),
            (80, 180, "国际刊号:ISSN1000-7946", 9),
            (80, 200, "定价:人民币18.00元", 9),
            (240, 160, "梯田土壤钾素的变化", 9),
            (240, 180, "马铃薯晚疫病综合防控技术", 9),
        ]
    )
    assert values_of(discovered()["journal_pages"].facts([page]))["journal"] == "高原电力应用"


def test_an_english_name_behind_the_chinese_one_is_left_out() -> None:
    page = lined(
        "# 高原护理园地 Regional Nursing Bulletin",
        "Vol. 34  No. 10  October 2016",
        "目 次",
        "延续性护理在糖尿病足患者中的应用  罗小明(21)",
        "品管圈活动在手术室中的应用  李桂芳(26)",
        "马铃薯晚疫病综合防控技术  杨志诚(31)",
        "CN53-1596/R  ISSN 1002-7785",
    )
    assert values_of(discovered()["journal_pages"].facts([page]))["journal"] == "高原护理园地"


def magazine(head: str, foot: str, last: str = "") -> PageView:
    lines = [(60.0, 180.0 + 18 * row, BODY[:44], 10.0) for row in range(16)]
    return placed(
        [
            *([(300.0, 50.0, head, 9.0)] if head else []),
            (120, 90, "高原广播新闻节目的策划与创新", 20),
            (250, 140, "□ 罗小明", 11),
            *lines,
            (300, 500, last or BODY[:20], 10),
            *([(60.0, 691.0, foot, 9.0)] if foot else []),
        ]
    )


def test_a_magazine_counts_its_issues_and_says_the_number_with_the_year() -> None:
    page = magazine("高原视听观察 · 总第246期　2018/3 92", "", "(作者单位:云山县融媒体中心)")
    assert best(page).type == "paper"
    found = read(page)
    assert (found["journal"], found["year"], found["issue"]) == ("高原视听观察", "2018", "3")
    assert (found["authors"], found["affiliation"]) == (("罗小明",), "云山县融媒体中心")


@pytest.mark.parametrize(
    "foot",
    [
        "104　高原教育探索　2009.12",
        "高原教育探索 2009·12(下)　104",
        "104　2009.12(上)　高原教育探索",
        "高原教育探索 2009(12)　104",
    ],
)
def test_page_name_and_issue_at_the_foot_of_a_magazine(foot: str) -> None:
    found = read(magazine("", foot))
    assert (found["journal"], found["year"], found["issue"]) == ("高原教育探索", "2009", "12")


@pytest.mark.parametrize(
    "head", ["高原畜牧兽医　2014年(第43卷)第6期", "高原畜牧兽医　2014 No.6", "高原畜牧兽医　NO.06,2014"]
)
def test_the_year_beside_a_volume_in_brackets_or_a_number_in_english(head: str) -> None:
    found = read(magazine(head, ""))
    assert (found["journal"], found["year"], found["issue"]) == ("高原畜牧兽医", "2014", "6")


def test_a_date_at_the_foot_is_no_issue() -> None:
    assert "issue" not in read(magazine("", "收稿日期 2009.12"))


def test_proceedings_head_their_papers_with_their_name_and_year() -> None:
    page = lined(
        "2005年全国高原桥梁学术研讨会论文集",
        "# 大跨径刚构桥悬臂浇筑技术",
        "罗小明",
        "(云山省水利设计研究院,云山市,679778)",
        "[摘 要] " + BODY,
    )
    found = read(page)
    assert (found["journal"], found["year"]) == ("2005年全国高原桥梁学术研讨会论文集", "2005")


def test_a_paper_cites_itself_down_its_own_column() -> None:
    page = placed(
        [
            (260, 50, "高原课堂", 14),
            (45, 99, "高原物理实验教学中科学思维的培养", 17),
            (45, 128, "罗小明, 李桂芳", 10),
            (45, 147, "云山县第一中学, 云山 南平 193109", 9),
            (53, 170, "文章信息", 9),
            (194, 170, "摘　要", 9),
            (194, 188, BODY[:34], 9),
            (53, 206, "核心素养", 9),
            (194, 206, "引用:罗小明, 李桂芳. 高原物理实验教学中科学思维的培养[J]. 高原课堂,", 9),
            (53, 222, "整本书阅读", 9),
            (194, 222, "2021, 30(7): 119-124.", 9),
            (53, 260, BODY, 9),
        ]
    )
    found = read(page)
    assert (found["year"], found["volume"], found["issue"], found["page_range"]) == ("2021", "30", "7", "119-124")


def online(*, after: PageView) -> list[PageView]:
    sheet = lined(
        "高原科学学报 Journal of Highland Studies",
        "ISSN 1002-6673, CN 53-1181/X",
        "《高原科学学报》网络首发论文",
        "题目:  梯田土壤钾素的变化",
        "作者:  罗小明,李桂芳",
        "收稿日期:  2022-05-31",
        "网络首发日期:  2022-10-28",
        "DOI:  10.13726/j.cnki.1002-6673.20220537.001",
        "引用格式:  罗小明,李桂芳.梯田土壤钾素的变化[J/OL].高原科学学报.",
    )
    return [sheet, after]


def test_the_sheet_before_a_paper_shown_ahead_of_its_issue_belongs_to_it() -> None:
    paper = placed(
        [
            (120, 90, "梯田土壤钾素的变化", 18),
            (200, 140, "罗小明,李桂芳", 11),
            (130, 160, "(云山大学 农学院,云山 昆明 650201)", 9),
            (60, 190, "摘　要:" + BODY, 10),
            (60, 210, "关键词:土壤;钾素　中图分类号:S153　文献标识码:A", 10),
            (60, 230, BODY, 10),
        ],
        number=2,
    )
    (part,) = cut(online(after=paper))
    assert part.type == "paper"
    found = read(*part.views)
    assert (found["title"], found["authors"]) == ("梯田土壤钾素的变化", ("罗小明", "李桂芳"))
    assert (found["journal"], found["year"], found["received_date"]) == ("高原科学学报", "2022", "2022-05-31")
    assert found["doi"] == "10.13726/j.cnki.1002-6673.20220537.001"


def test_what_follows_such_a_sheet_need_not_be_its_paper() -> None:
    award = lined(
        "# 荣誉证书", "罗小明同志:", "荣获2020年度先进工作者称号。", "云山县人民政府", "2020年12月1日", number=2
    )
    sheet, other = cut(online(after=award))
    assert (sheet.type, other.type) == ("paper", "award_certificate")


@pytest.mark.parametrize(
    ("printed", "unit"),
    [
        ("云山烟草机械有限公司(云山省云山市)", "云山烟草机械有限公司"),
        ("(云山市畜牧兽医站, 云南)", "云山市畜牧兽医站"),
        ("云山大学(附属医院)", "云山大学(附属医院)"),
        ("云山市畜牧兽医站, 云南 昆明 650201", "云山市畜牧兽医站"),
    ],
)
def test_a_unit_is_named_without_its_place(printed: str, unit: str) -> None:
    assert unit_names(printed) == unit


def test_a_unit_in_brackets_behind_the_name() -> None:
    page = lined(
        "# 高原游戏教学在科学活动中的应用", "文 / 罗小明 (云山县第一中学)", "【摘 要】" + BODY, "【关键词】教学"
    )
    found = read(page)
    assert (found["authors"], found["affiliation"]) == (("罗小明",), "云山县第一中学")


def test_a_unit_in_a_note_at_the_foot() -> None:
    page = lined(
        "# 高原护理在糖尿病患者中的应用",
        "罗小明,李桂芳",
        "【摘 要】" + BODY,
        "【关键词】护理",
        BODY,
        "作者单位:650201  昆明 云山县中医院(罗小明、李桂芳)",
    )
    assert read(page)["affiliation"] == "云山县中医院"


def test_a_title_that_a_hyphen_breaks() -> None:
    page = placed(
        [
            (51, 54, "Highland Journal of Bridges, 2012, 22(11), 95-99", 8),
            (51, 80, "Alignment of Cantilever Casting for Long\ufffe", 17),
            (51, 104, "span Rigid Bridges", 17),
            (51, 134, "Xiaoming Luo", 11),
            (51, 150, "Department of Bridges, Highland University, Yunnan, China", 9),
            (51, 180, "Abstract " + "The measured values varied with treatment and season. " * 3, 8),
        ]
    )
    assert tight(str(read(page)["title"])) == "AlignmentofCantileverCastingforLong-spanRigidBridges"


def test_a_doi_ends_where_a_gap_does() -> None:
    page = lined(
        "# 梯田土壤钾素的变化", "罗小明", "摘 要 " + BODY, "DOI  10.11476/j.gytr.20224053  OSID  开放科学标识码"
    )
    assert read(page)["doi"] == "10.11476/j.gytr.20224053"


def test_of_two_units_in_brackets_behind_two_names_none_is_that_of_both() -> None:
    page = lined(
        "# 高原游戏教学在活动中的应用", "罗小明(云山大学),李桂芳(高原学院)", "【摘 要】" + BODY, "【关键词】教学"
    )
    found = read(page)
    assert found["authors"] == ("罗小明", "李桂芳")
    assert found.get("affiliation") != "高原学院"


def test_labels_in_heavy_brackets_as_a_database_sets_them() -> None:
    page = lined(
        "# 高原土壤",
        "【主办】云山省土壤学会  【主编】李桂芳",
        "2019年第3期  定价:10元",
        "【ISSN】1006-4931  【CN】53-1162/S",
    )
    found = values_of(discovered()["journal_pages"].facts([page]))
    assert (found["issn"], found["cn_number"]) == ("1006-4931", "CN53-1162/S")


def test_the_third_of_a_month_beside_the_year_of_a_cover() -> None:
    assert cover((56, 376, "2019/05 下", 16), (56, 410, "第5期", 12))["year"] == "2019"


def signed(head: str, *, number: int = 1, foot: tuple[str, ...] = ()) -> PageView:
    rows = [(60.0, 230.0 + 16 * row, BODY[:44], 10.0) for row in range(12)]
    ends = [(60.0, 700.0 + 12 * row, text, 8.0) for row, text in enumerate(foot)]
    return placed(
        [
            *([(60.0, 60.0, head, 9.0)] if head else []),
            (120, 90, "梯田土壤钾素的变化", 18),
            (200, 140, "罗小明,李桂芳", 11),
            (130, 160, "(云山大学 农学院,云山 昆明 650201)", 9),
            (60, 190, "摘　要:" + BODY, 10),
            (60, 210, "关键词:土壤;钾素　中图分类号:S153　文献标识码:A", 10),
            *rows,
            *ends,
        ],
        number=number,
    )


def test_year_and_pages_behind_the_name_of_proceedings() -> None:
    found = read(signed("第九届全国高原水利学术年会论文集 2017 ：112-113"))
    assert (found["journal"], found["year"]) == ("第九届全国高原水利学术年会论文集", "2017")
    assert found["page_range"] == "112-113"


@pytest.mark.parametrize(
    ("head", "pages"),
    [
        ("高原水环境  2019年 第5卷 第5期  页码：e2019045", "e2019045"),
        ("高原水环境  2019年 第5卷 第5期  页码：33-34", "33-34"),
    ],
)
def test_pages_behind_their_label_also_of_an_article_without_any(head: str, pages: str) -> None:
    assert read(signed(head))["page_range"] == pages


def test_a_supplement_is_no_name_of_a_journal() -> None:
    found = read(signed("第34卷第增刊1期  高原建筑结构  2019年"))
    assert (found["journal"], found["issue"]) == ("高原建筑结构", "增刊1")


CITED = (
    "[3] 何新, 杨燕. 土壤钾素研究[J]. 中国科技论",
    "文, 2009 13(9): 124-181.",
    "[4] 林英, 周红. 土壤钾素的相关问题研究[J]. 西部研",
    "究, 2016, 19(11): 149-180.",
)


def carried_on() -> PageView:
    """A page at whose head a list of references goes on, in two columns whose lines were read as one."""
    return placed(
        [
            (50, 70, CITED[0], 8),
            (310, 70, CITED[2], 8),
            (50, 83, CITED[1], 8),
            (310, 83, CITED[3], 8),
            (50, 130, "第九届全国高原水利学术年会 2017年10月 会议交流论文", 8),
        ],
        number=2,
    )


@pytest.mark.parametrize("foot", [(), ("参考文献", "[1] 高英. 钾素[J]. 应用技术学报, 2011, 16(1): 124-186.")])
def test_what_a_paper_cites_over_the_page_says_nothing_of_its_own_issue(foot: tuple[str, ...]) -> None:
    found = read(signed("", foot=foot), carried_on())
    assert not {"journal", "year", "volume", "issue", "page_range"} & set(found)


def test_a_running_title_on_a_further_page_still_speaks_of_the_issue() -> None:
    second = placed(
        [
            (60, 50, "第30卷 第9期", 9),
            (260, 50, "高原环境工程", 9),
            (500, 50, "2018年", 9),
            (60, 90, BODY, 10),
            (60, 110, BODY, 10),
        ],
        number=2,
    )
    found = read(signed(""), second)
    assert (found["journal"], found["year"], found["issue"]) == ("高原环境工程", "2018", "9")


def test_an_author_under_no_known_family_name_above_his_unit() -> None:
    page = lined(
        "# 高原油菜根肿病的发生规律", "嘎文斌", "(云山县农业局,云山 昆明 650201)", "摘　要:" + BODY, "关键词:油菜"
    )
    assert read(page)["authors"] == ("嘎文斌",)


@pytest.mark.parametrize(
    "number", ["110.16842/ces2018070l2", "11.16842/ces2018.07", "10.16842/j.cnki.swee.2018.09.012"]
)
def test_a_doi_is_read_as_it_is_printed(number: str) -> None:
    assert read(signed(f"高原环境工程  2018年第7期  DOI：{number}"))["doi"] == number


def test_pages_of_what_is_cited_alone_on_the_last_line_are_not_the_papers_own() -> None:
    foot = ("References", "[1] Zhao L, Wei H, Defluoridation with mineral sorbents. 2014, 11:", "107-115.")
    assert "page_range" not in read(signed("", foot=foot))
    assert read(signed("", foot=(*foot[:2], "· 21-24 ·")))["page_range"] == "21-24"

"""Papers, acceptance letters, journal pages and books in several layouts, and what must not be taken for them."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.records import DocumentType
from extractors.types import discovered
from tests.extractors.pages import lined, placed, values_of

BODY = (
    "随着高原特色农业的发展，种薯繁育技术受到广泛关注，本文对其进行了系统的试验研究与分析，"
    "并提出了相应的改进措施与建议。"
)


def chinese_first_page() -> PageView:
    """Running head, article number, title over two lines, authors with marks, unit in brackets, abstract, foot."""
    return placed(
        [
            (50, 40, "第34卷 第2期", 10),
            (240, 40, "云 南 农 业 科 技 学 报", 12),
            (460, 40, "Vol.34 No.2", 10),
            (50, 56, "2019年6月", 10),
            (180, 56, "JOURNAL OF PLATEAU FARMING", 10),
            (460, 56, "Jun. 2019", 10),
            (50, 80, "文章编号：1000-0003（2019）02-0012-05", 9),
            (120, 120, "高原马铃薯脱毒种薯繁育技术研究及其在", 18),
            (200, 144, "冷凉山区的应用", 18),
            (200, 180, "李　明1，刀美兰1*，王小红2", 12),
            (130, 204, "（1. 云南某某大学 农学院，云南 昆明 650201；", 9),
            (130, 218, "2. 某某州农业科学研究所，云南 大理 671000）", 9),
            (60, 250, "摘　要：" + BODY[:40], 10),
            (60, 266, BODY[40:], 10),
            (60, 290, "关键词：马铃薯；脱毒；种薯", 10),
            (60, 306, "中图分类号：S532　文献标识码：A", 10),
            (60, 330, BODY, 10),
            (60, 780, "收稿日期：2018-11-03　修回日期：2019-01-15", 8),
            (
                60,
                792,
                "作者简介：李明（1978—），男，云南人，高级农艺师。*通信作者：刀美兰，E-mail: a@example.invalid",
                8,
            ),
            (290, 815, "· 12 ·", 9),
        ]
    )


def test_a_chinese_first_page_is_read_whole() -> None:
    view = chinese_first_page()
    assert best(view).type == "paper"
    found = values_of(discovered()["paper"].facts([view]))
    assert found["title"] == "高原马铃薯脱毒种薯繁育技术研究及其在冷凉山区的应用"
    assert found["authors"] == ("李明", "刀美兰", "王小红")
    assert found["journal"] == "云南农业科技学报"
    assert (found["volume"], found["issue"], found["year"]) == ("34", "2", "2019")
    assert found["issn"] == "1000-0003"
    assert found["page_range"] == "12-16"
    assert found["received_date"] == "2018-11-03"
    assert found["corresponding_author"] == "刀美兰"
    assert "云南某某大学" in str(found["affiliation"])


def test_every_fact_lies_where_its_text_is_printed() -> None:
    view = chinese_first_page()
    for fact in discovered()["paper"].facts([view]):
        covered = view.within(fact.bbox, 0.05).text if fact.page == 1 else ""
        assert tight(fact.text)[:2].casefold() in tight(covered).casefold(), fact


def test_a_name_and_unit_on_one_line_are_parted() -> None:
    view = lined(
        "1995年3月  某某工业大学学报  第1期",
        "# 抛物面交线的作图方法",
        "制图教研室　李桂香",
        "摘　要",
        "本文对抛物面交线的作图方法作了较详细的分析。" + BODY * 3,
        "本文于1994年9月收到。",
    )
    found = values_of(discovered()["paper"].facts([view]))
    assert best(view).type == "paper"
    assert found["authors"] == ("李桂香",)
    assert found["affiliation"] == "制图教研室"
    assert (found["year"], found["issue"], found["journal"]) == ("1995", "1", "某某工业大学学报")


def test_an_english_paper() -> None:
    view = placed(
        [
            (180, 50, "Journal of Plateau Water 310 (2005) 253–265", 8),
            (90, 100, "The response of small springs to afforestation", 17),
            (120, 130, "Patrick N.J. Green, Alice E. White, Lu Zhang", 12),
            (90, 156, "School of Forests, Example University, Kunming, China", 8),
            (90, 170, "Received 1 October 2003; accepted 3 January 2005", 8),
            (60, 200, "Abstract", 10),
            (60, 220, "The effect of replacing pasture with trees is reasonably well understood. " * 2, 10),
            (60, 700, "Keywords: Afforestation; Springs", 9),
            (60, 720, "doi:10.1000/j.test.2005.01.006", 9),
        ]
    )
    found = values_of(discovered()["paper"].facts([view]))
    assert best(view).type == "paper"
    assert found["title"] == "The response of small springs to afforestation"
    assert found["authors"] == ("Patrick N.J. Green", "Alice E. White", "Lu Zhang")
    assert (found["journal"], found["year"], found["volume"]) == ("Journal of Plateau Water", "2005", "310")
    assert found["page_range"] == "253-265"
    assert found["doi"] == "10.1000/j.test.2005.01.006"


def test_a_contest_paper_is_no_journal_paper() -> None:
    view = lined("# 基于优化模型的炉温曲线控制", "# 摘要", BODY, BODY, "关键词：炉温；优化；模型", "1")
    assert best(view).type == "other"


def test_the_english_page_that_ends_a_chinese_paper_opens_no_new_one() -> None:
    view = lined(
        "# Automatic drawing and its use in physics",
        "Ming Li  Hong Wang",
        "(Example University, Kunming 650201)",
        "Abstract",
        "This is a method to draw curves without a hand. " * 4,
        "Keywords: drawing, curves",
        "* Corresponding author. E-mail: a@example.invalid",
    )
    assert discovered()["paper"].recognise(view) < 0.5


Case = tuple[DocumentType, tuple[str, ...], dict[str, object]]
CASES: list[Case] = [
    (
        "acceptance_letter",
        (
            "# 录用通知",
            "李明、王红  作者：",
            "　　您好！您的稿件《高原马铃薯脱毒技术研究》（稿件编号：2019-0123）经本刊专家评审，符合录用要求，拟刊登"
            "于《云岭农业科技》2019年第6期。",
            "《云岭农业科技》编辑部",
            "2019年8月20日",
        ),
        {
            "title": "高原马铃薯脱毒技术研究",
            "authors": ("李明", "王红"),
            "journal": "云岭农业科技",
            "year": "2019",
            "issue": "6",
            "issue_date": "2019-08-20",
            "manuscript_number": "2019-0123",
        },
    ),
    (
        "acceptance_letter",
        (
            "# 稿件录用通知书",
            "尊敬的刀美兰老师：",
            "您投来的论文“基于物联网的茶园管理系统”已通过三审，我刊决定采用，将在2020年第3期（总第88期）发表。",
            "西岭农业学报编辑部",
            "二〇二〇年二月一日",
        ),
        {
            "title": "基于物联网的茶园管理系统",
            "authors": ("刀美兰",),
            "journal": "西岭农业学报",
            "issue": "3",
            "issue_date": "2020-02-01",
        },
    ),
    (
        "acceptance_letter",
        (
            "# 论文采用证明",
            "论文题目：山地城市交通微循环研究",
            "作者姓名：赵刚，钱进",
            "刊物名称：城市交通学刊",
            "以上论文经审稿，拟在2020年第1期刊出。",
            "城市交通学刊杂志社",
            "2019-11-03",
        ),
        {
            "title": "山地城市交通微循环研究",
            "authors": ("赵刚", "钱进"),
            "journal": "城市交通学刊",
            "year": "2020",
            "issue": "1",
        },
    ),
    (
        "journal_pages",
        (
            "# 云岭农业科技",
            "2019年第6期（双月刊）",
            "主管单位：某某省农业农村厅",
            "主办单位：某某省农业科学院",
            "编辑出版：《云岭农业科技》编辑部",
            "国际标准刊号：ISSN 1000-0003",
            "国内统一刊号：CN 53-1000/S",
            "邮发代号：64-10  定价：10.00元",
            "出版日期：2019年11月15日",
        ),
        {"journal": "云岭农业科技", "issn": "1000-0003", "cn_number": "CN53-1000/S", "year": "2019", "issue": "6"},
    ),
    (
        "journal_pages",
        ("# 云岭农业科技", "第34卷 第6期", "ISSN 1000-0003", "CN 53-1000/S"),
        {"journal": "云岭农业科技", "volume": "34", "issue": "6"},
    ),
    (
        "book_pages",
        (
            "图书在版编目（CIP）数据",
            "高原农业概论/李明，王红主编.—昆明：云岭科技出版社，2018.6",
            "ISBN 978-7-222-00000-1",
            "中国版本图书馆CIP数据核字（2018）第123456号",
            "字    数：320千字",
        ),
        {
            "title": "高原农业概论",
            "authors": ("李明", "王红"),
            "author_role": "主编",
            "publisher": "云岭科技出版社",
            "isbn": "978-7-222-00000-1",
            "year": "2018",
        },
    ),
    (
        "book_pages",
        ("# 高原农业概论", "李 明  主编", "云岭科技出版社"),
        {"title": "高原农业概论", "authors": ("李明",), "author_role": "主编", "publisher": "云岭科技出版社"},
    ),
]


@pytest.mark.parametrize(("kind", "lines", "values"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)])
def test_layouts(kind: DocumentType, lines: tuple[str, ...], values: dict[str, object]) -> None:
    view = lined(*lines)
    assert best(view).type == kind
    found = values_of(discovered()[kind].facts([view]))
    assert {name: found.get(name) for name in values} == values


def test_a_contents_page_gives_an_item_an_entry() -> None:
    view = lined(
        "# 目 次",
        "云岭农业科技 2019年第6期",
        "高原马铃薯脱毒种薯繁育技术研究……………李明，王红（12）",
        "咖啡锈病综合防控  赵刚  （17）",
        "茶园病虫害绿色防控/张 三(30)",
    )
    assert best(view).type == "journal_pages"
    rows: dict[int, dict[str, object]] = {}
    for fact in discovered()["journal_pages"].facts([view]):
        rows.setdefault(fact.item, {})[fact.name] = fact.value
    assert rows[1] == {"title": "高原马铃薯脱毒种薯繁育技术研究", "authors": ("李明", "王红"), "page_range": "12"}
    assert rows[2] == {"title": "咖啡锈病综合防控", "authors": ("赵刚",), "page_range": "17"}
    assert rows[3] == {"title": "茶园病虫害绿色防控", "authors": ("张三",), "page_range": "30"}


@pytest.mark.parametrize(
    "lines",
    [
        ("# 学生手册", "第一章 总则", "第一条 为规范管理，制定本办法。学生对公示结果无异议的，由学校推荐。" * 4),
        ("# 材料目录", "一、身份证复印件……1", "二、学历证书……2", "三、论文……5"),
        ("中国标准出版社出版发行", "开本 880×1230 1/16", "书号：155066·2-27000 定价 14.00元", "2014年4月第一版"),
    ],
)
def test_look_alikes_are_none_of_them(lines: tuple[str, ...]) -> None:
    assert best(lined(*lines)).type not in (
        "paper",
        "journal_pages",
        "book_pages",
        "acceptance_letter",
        "employer_publicity",
    )

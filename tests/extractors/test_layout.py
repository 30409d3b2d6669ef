"""Lines, reading order, headings and passages with their places."""

from __future__ import annotations

import msgspec

from extractors.layout import PageView
from extractors.passage import GAP, joined, of_word
from ingest.geometry import Box
from ingest.records import Page, Word
from tests.extractors.pages import lined, placed, ruled, word


def test_words_side_by_side_make_a_line_with_gaps() -> None:
    view = placed([(70, 100, "姓名"), (130, 101, "张三"), (70, 130, "性别")])
    assert [line.text for line in view.lines] == [f"姓名{GAP}张三", "性别"]


def test_a_slightly_sloping_line_stays_one() -> None:
    view = placed([(60 + 60 * i, 100 + 1.5 * i, "汉字汉字") for i in range(8)])
    assert len(view.lines) == 1


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [(50, 100 + 20 * i, f"左{i}" + "文" * 17) for i in range(10)]
    right = [(320, 100 + 20 * i, f"右{i}" + "文" * 17) for i in range(10)]
    view = placed([*left, *right])
    assert [line.text[:2] for line in view.lines] == [f"左{i}" for i in range(10)] + [f"右{i}" for i in range(10)]


def test_a_wide_set_running_title_is_not_parted_by_the_gutter() -> None:
    title = [(200 + 40 * i, 40, char) for i, char in enumerate("高原教学研究")]
    left = [(50, 100 + 20 * i, f"左{i}" + "文" * 17) for i in range(10)]
    right = [(320, 100 + 20 * i, f"右{i}" + "文" * 17) for i in range(10)]
    assert placed([*title, *left, *right]).lines[0].passage.bare().text == "高原教学研究"


def test_an_opened_booklet_is_read_page_by_page() -> None:
    view = placed(
        [
            (60, 60, "甲页一行"),
            (60, 90, "甲页二行"),
            (60, 120, "甲页三行"),
            (500, 70, "乙页一行"),
            (500, 100, "乙页二行"),
        ],
        width=760,
        height=500,
    )
    assert [line.text for line in view.lines] == ["甲页一行", "甲页二行", "甲页三行", "乙页一行", "乙页二行"]


def test_a_wide_table_is_no_booklet() -> None:
    table = ruled(
        (100, 100, 150, 100, 100), [["年度", "2015", "2016", "2017", "2018"], ["等次", "合格", "优秀", "合格", "合格"]]
    )
    view = placed([*table, (60, 60, "年度考核"), (60, 220, "单位"), (500, 220, "日期")], width=760, height=500)
    assert view.lines[1].text.count(GAP) == 4


def test_characters_set_downwards_are_one_line() -> None:
    view = placed([(60, 100 + 14 * i, c) for i, c in enumerate("学习经历")] + [(120, 110, "2003年9月入学")])
    assert "学习经历" in [line.text for line in view.lines]


def test_first_halves_of_spread_labels_are_not_set_downwards() -> None:
    items = [(60, 100 + 16 * i, a) for i, a in enumerate("姓性民")] + [
        (100, 100 + 16 * i, b) for i, b in enumerate("名别族")
    ]
    assert [line.text for line in placed(items).lines] == [f"姓{GAP}名", f"性{GAP}别", f"民{GAP}族"]


def test_sentences_run_on_over_lines_but_not_over_titles() -> None:
    view = lined("# 毕 业 证 书", "学生张三于二〇〇三", "年九月入学")
    assert view.passage.text == "毕业证书\n学生张三于二〇〇三年九月入学"


def test_headings_leave_out_sections() -> None:
    view = lined("# 职称申报表", "一、基本情况", "姓名  张三")
    assert view.headings == ("职称申报表", "姓名张三")


def test_box_of_a_part_of_a_word_is_interpolated_or_taken_from_its_edges() -> None:
    page = Page(file="a.pdf", number=1, width=595, height=842, source="text")
    plain = of_word(page, word(100, 50, "姓名张三"))
    assert plain.box(2, 4) == Box(124, 50, 148, 62)
    edged = Word(text="张三", box=Box(0, 0, 30, 10), edges=(0.0, 12.0, 30.0))
    assert of_word(page, edged).box(1, 2) == Box(12, 0, 30, 10)


def test_folding_keeps_the_printed_characters() -> None:
    page = Page(file="a.pdf", number=1, width=595, height=842, source="text")
    passage = of_word(page, word(0, 0, "（２０１９）㎡"))
    assert passage.text == "(2019)m2"
    assert passage.printed() == "（２０１９）㎡"


def test_confidence_is_that_of_the_least_sure_word() -> None:
    page = Page(file="a.pdf", number=1, width=595, height=842, source="ocr")
    both = joined((of_word(page, word(0, 0, "张", confidence=0.9)), of_word(page, word(20, 0, "三", confidence=0.6))))
    assert both.confidence() == 0.6
    assert both.confidence(0, 1) == 0.9


def test_words_that_run_across_a_ruling_are_cut() -> None:
    rulings = (Box(118, 90, 118.5, 130),)
    page = Page(
        file="a.pdf", number=1, width=595, height=842, source="ocr", words=(word(94, 100, "姓名张三"),), rulings=rulings
    )
    assert [w.text for w in PageView(page).words] == ["姓名", "张三"]


def test_a_tiled_watermark_is_left_out() -> None:
    text = [(60, 100 + 30 * i, f"第{i}行正文文字") for i in range(6)]
    tiles = [(70 + 40 * (i % 2), 95 + 30 * i, "学信网", 18.0) for i in range(6)]
    view = placed([*text, *tiles])
    assert "学信网" not in view.text
    assert "第3行" in view.text


def test_a_word_repeated_in_a_column_is_no_watermark() -> None:
    view = placed([(60 + 80 * (i % 2), 100 + 30 * (i // 2), "已缴费" if i % 2 else f"2019{i}") for i in range(12)])
    assert view.text.count("已缴费") == 6


def test_what_stands_close_above_another_line_in_every_row_is_no_watermark() -> None:
    row = ((60, 6, "论文"), (300, 0, "第一作"), (300, 10, "者"))
    rows = [(x, 100 + 44 * i + y, text) for i in range(5) for x, y, text in row]
    assert placed(rows).text.count("第一作") == 5


def test_words_set_at_an_angle_belong_to_no_line() -> None:
    ring = msgspec.structs.replace(word(120, 98, "局"), slanted=True)
    page = Page(file="a.pdf", number=1, width=595, height=842, source="text", words=(word(94, 100, "2020年"), ring))
    assert PageView(page).text == "2020年"


def test_words_taller_than_what_stands_beside_them_are_a_heading() -> None:
    lines = [(60, 200 + 30 * i, f"第{i}行正文文字") for i in range(6)]
    view = placed(
        [*lines, (60, 300, "医师执业证书", 20.0), (300, 304, "2008年6月18日"), (60, 420, "7"), (90, 420, "年度考核")]
    )
    assert "医师执业证书" in view.headings
    assert "年度考核" not in view.headings


def test_a_title_read_downwards_as_one_word_is_a_line_of_its_own() -> None:
    upright = Word(text="奖励证书", box=Box(60, 100, 90, 260), size=28.0)
    beside = tuple(
        word(150, 100 + 40 * n, text) for n, text in enumerate(("授予：张三", "单位：某站", "获某州推广奖三等奖"))
    )
    view = PageView(Page(file="a.jpg", number=1, width=595, height=842, source="ocr", words=(upright, *beside)))
    assert "奖励证书" in view.headings
    assert [line.text for line in view.lines if "授予" in line.text] == ["授予:张三"]

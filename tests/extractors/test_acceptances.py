"""Letters of journals that take a paper: in English, as e-mails, as tables and print-outs, and what is none."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.layout import PageView
from extractors.types import discovered
from extractors.works import authors
from tests.extractors.pages import gridded, lined, placed, values_of


def read(*views: PageView) -> dict[str, object]:
    return values_of(discovered()["acceptance_letter"].facts(list(views)))


def english() -> PageView:
    return placed(
        [
            (120, 70, "Journal of Highland Soil Studies", 16),
            (220, 95, "Editorial Office · ISSN 1002-6460", 8),
            (440, 140, "May 7, 2016"),
            (70, 160, "Letter of Acceptance"),
            (70, 180, "Title: Changes of Potassium in Terraced Soil of the Upper Valley 110"),
            (70, 200, "Reconsidered"),
            (70, 220, "Author(s): Xiaoming Luo, Guifang Li"),
            (70, 250, "Dear Dr. Xiaoming Luo,"),
            (70, 270, "We are pleased to inform you that your manuscript referenced above has"),
            (70, 290, "been accepted for publication in Journal of Highland Soil Studies, Volume"),
            (70, 310, "28, Issue 12, 2016, after peer review."),
            (70, 340, "Editor-in-Chief"),
        ]
    )


def test_an_english_letter_is_read_whole() -> None:
    assert best(english()).type == "acceptance_letter"
    found = read(english())
    assert found["title"] == "Changes of Potassium in Terraced Soil of the Upper Valley 110 Reconsidered"
    assert found["authors"] == ("Xiaoming Luo", "Guifang Li")
    assert found["journal"] == "Journal of Highland Soil Studies"
    assert (found["volume"], found["issue"], found["year"]) == ("28", "12", "2016")
    assert found["issue_date"] == "2016-05-07"


def test_a_certificate_of_a_journal_names_every_author_without_notes() -> None:
    letter = lined(
        "# 证 明",
        "云山农业大学:",
        "兹证明贵单位罗小明(第一作者)、李桂芳、杨志诚撰写的论文《梯田土壤钾素的变化》,已被我刊正式录用,将刊登于",
        "2018年第24卷第6期,第83~88页。",
        "《高原土壤》(ISSN1006-4931,CN53-1162/X)系国内外公开发行的学术期刊,双月刊。",
        "特此证明。",
        "高原土壤杂志社",
        "2018年6月17日",
    )
    assert best(letter).type == "acceptance_letter"
    found = read(letter)
    assert found["authors"] == ("罗小明", "李桂芳", "杨志诚")
    assert (found["title"], found["journal"], found["page_range"]) == ("梯田土壤钾素的变化", "高原土壤", "83-88")


def test_a_paper_that_was_turned_down_was_not_taken() -> None:
    letter = lined(
        "# 稿件处理结果", "您的论文《梯田土壤钾素的变化》经审稿,不予录用。", "《高原土壤》编辑部", "2018年6月17日"
    )
    assert best(letter).type != "acceptance_letter"


def test_numbered_labels_and_a_reader_of_marks_inside_a_title() -> None:
    letter = lined(
        "# 高原土壤 Notification of Acceptance",
        "贵稿信息如下,经同行评议予以录用:",
        "(1)题名:小学数学“问题链”的实践",
        "(2)作者:罗小明,李桂芳",
        "(3)机构:云山县第一小学",
        "(4)DOI:10.13819/j.gytr.2019.09.035",
        "(5)录用日期:2019-09-22",
        "(6)预计刊期:2019年第9期",
        "《高原土壤》编辑委员会",
    )
    assert best(letter).type == "acceptance_letter"
    found = read(letter)
    assert (found["title"], found["affiliation"]) == ("小学数学“问题链”的实践", "云山县第一小学")
    assert (found["authors"], found["doi"]) == (("罗小明", "李桂芳"), "10.13819/j.gytr.2019.09.035")
    assert (found["year"], found["issue"], found["issue_date"]) == ("2019", "9", "2019-09-22")
    assert found["journal"] == "高原土壤"


def test_marks_of_another_kind_inside_a_title_do_not_end_it() -> None:
    letter = lined(
        "# 稿件录用通知书",
        "尊敬的 罗小明 作者:",
        "您的稿件《小学数学“问题链”教学的实践》经审稿,决定录用,拟发表于《高原教育》2022年第4期。",
        "《高原教育》编辑部",
    )
    assert read(letter)["title"] == "小学数学“问题链”教学的实践"


def test_a_print_out_of_a_system_gives_all_authors_and_no_office_of_theirs_as_its_issuer() -> None:
    page = placed(
        [
            (80, 80, "高原土壤　作者在线投稿系统", 14),
            *((75, 120 + 28 * row, label, 9) for row, (label, _) in enumerate(SYSTEM)),
            *((170, 120 + 28 * row, value, 9) for row, (_, value) in enumerate(SYSTEM)),
        ]
    )
    assert best(page).type == "acceptance_letter"
    found = read(page)
    assert found["authors"] == ("罗小明", "李桂芳", "杨志诚")
    assert (found["affiliation"], found["issue_date"]) == ("云山县农业技术推广中心", "2014-01-08")
    assert found.get("issuer") != "云山县农业技术推广中心"


SYSTEM = (
    ("稿件编号", "GT-2014-1599"),
    ("稿件题目", "梯田土壤钾素的变化"),
    ("全部作者", "罗小明; 李桂芳; 杨志诚"),
    ("第一单位", "云山县农业技术推广中心"),
    ("投稿日期", "2013-01-21"),
    ("当前状态", "已录用"),
    ("录用日期", "2014-01-08"),
    ("拟刊卷期", "2014, 24(4)"),
)


def test_an_e_mail_is_dated_by_when_it_was_sent() -> None:
    mail = lined(
        "【高原土壤】稿件录用通知",
        "发件人:高原土壤编辑部 <a@example.invalid>",
        "时  间:2016-03-18 15:18(星期五)",
        "罗小明 老师,您好:",
        "来稿“梯田土壤钾素的变化”(作者:罗小明,李桂芳)已通过终审,拟安排在2016年第8期刊出。",
        "《高原土壤》编辑部",
    )
    assert read(mail)["issue_date"] == "2016-03-18"


def test_a_notice_whose_labels_stand_over_their_values_in_the_cells_is_read() -> None:
    notice = gridded(
        [220, 220],
        [
            ["稿　号\n2018-540", "终审结论\n录用(正刊)"],
            [("中文题目\n梯田土壤钾素的变化", 2)],
            ["署名作者\n罗小明;李桂芳", "单位\n云山县第一小学"],
            ["刊出安排\n2018年28卷4期", "通知日期\n2018.02.22"],
        ],
        above=[(70, 60, "高原土壤　稿件终审结果通知", 14), (380, 280, "《高原土壤》编辑部")],
    )
    assert best(notice).type == "acceptance_letter"
    found = read(notice)
    assert (found["title"], found["authors"]) == ("梯田土壤钾素的变化", ("罗小明", "李桂芳"))
    assert (found["year"], found["volume"], found["issue"]) == ("2018", "28", "4")
    assert (found["affiliation"], found["issue_date"]) == ("云山县第一小学", "2018-02-22")


def test_whom_a_form_with_a_stub_greets_beside_other_words() -> None:
    form = placed(
        [
            (340, 40, "录用通知单", 20),
            (36, 74, "字数:4629"),
            (180, 74, "罗小明 先生(女士):"),
            (180, 96, "您寄来的《梯田土壤钾素的变化》一稿,本刊拟刊用于2007年6期。"),
            (460, 175, "高原土壤编辑部"),
            (470, 198, "2007年2月25日"),
        ]
    )
    assert read(form)["person_name"] == "罗小明"


@pytest.mark.parametrize("line", ["来稿一经录用,即付稿酬。", "稿件录用后请勿一稿多投。"])
def test_an_imprint_that_speaks_of_papers_sent_in_is_no_letter(line: str) -> None:
    imprint = lined(
        "# 高原土壤",
        "主管:云山省农业农村厅  主办:云山省土壤学会",
        "编辑出版:《高原土壤》编辑部  主编:李桂芳",
        "国内统一刊号:CN53-1162/X  国际标准刊号:ISSN1006-4931",
        "定价:10.00元  邮发代号:64-12  2018年第6期",
        line,
    )
    assert best(imprint).type == "journal_pages"


@pytest.mark.parametrize(
    "said",
    [
        "兹证明云山农业大学罗小明同志的论文《梯田土壤钾素的变化》已被《高原土壤》录用,拟于2018年第3期发表。",
        "罗小明同志撰写的《梯田土壤钾素的变化》一文,已被《高原土壤》2018年第3期采用。",
    ],
)
def test_a_certificate_says_whose_paper_was_taken(said: str) -> None:
    letter = lined("# 文章采用证明", said, "高原土壤编辑部", "2018年1月12日")
    assert best(letter).type == "acceptance_letter"
    assert (read(letter)["authors"], read(letter)["title"]) == (("罗小明",), "梯田土壤钾素的变化")


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("罗小明和李桂芳", ("罗小明", "李桂芳")),
        ("罗小明、和志强", ("罗小明", "和志强")),
        ("李和平、张永和", ("李和平", "张永和")),
    ],
)
def test_and_between_names_is_no_part_of_one_nor_one_in_a_name_a_joint(people: str, names: tuple[str, ...]) -> None:
    letter = lined("# 用稿通知", f"{people}撰写的论文《梯田土壤钾素的变化》已被我刊录用。", "高原土壤编辑部")
    assert read(letter)["authors"] == names


def test_a_greeted_author_and_a_title_without_marks() -> None:
    letter = lined(
        "# 论文录用函",
        "尊敬的作者罗小明:",
        "您的论文:梯田土壤钾素的变化,经专家评审,已被录用,预计发表在2018年第24卷第3期。",
        "《高原土壤》杂志社(章)",
        "2018年1月12日",
    )
    found = read(letter)
    assert (found["authors"], found["title"]) == (("罗小明",), "梯田土壤钾素的变化")
    assert (found["issuer"], found["journal"]) == ("《高原土壤》杂志社", "高原土壤")


def test_an_english_letter_says_by_which_journal_in_which_number() -> None:
    letter = lined(
        "# ACCEPTANCE LETTER",
        "Dear Xiaoming Luo,",
        "Congratulations! Your paper entitled “Changes of Potassium in Soil” has been accepted",
        "by Journal of Highland Soil (ISSN 1234-5678) and will be published in Vol. 12, No. 3, 2018.",
        "January 12, 2018",
    )
    assert best(letter).type == "acceptance_letter"
    found = read(letter)
    assert (found["journal"], found["volume"], found["issue"]) == ("Journal of Highland Soil", "12", "3")


def test_a_system_says_what_became_of_a_paper() -> None:
    shot = lined(
        "稿件状态查询", "文章编号:2018-0123", "文章标题:梯田土壤钾素的变化", "作者:罗小明,李桂芳", "状态:录用待刊"
    )
    assert best(shot).type == "acceptance_letter"
    waiting = lined(
        "稿件状态查询", "文章编号:2018-0123", "文章标题:梯田土壤钾素的变化", "作者:罗小明,李桂芳", "状态:外审"
    )
    assert best(waiting).type != "acceptance_letter"


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("罗小明;李桂芳;杨志诚", ("罗小明", "李桂芳", "杨志诚")),
        ("Xiaoming Luo; Guifang Li", ("Xiaoming Luo", "Guifang Li")),
        ("罗小明;云山大学", ("罗小明",)),
        ("罗小明;单位:云山大学", ("罗小明",)),
        ("罗小明;经审稿,决定录用", ("罗小明",)),
    ],
)
def test_a_list_of_authors_goes_on_after_a_semicolon_as_long_as_names_stand_there(
    printed: str, names: tuple[str, ...]
) -> None:
    value = authors.value(lined(printed).lines[0].passage)
    assert value is not None
    assert value.value == names

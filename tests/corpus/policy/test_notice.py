from __future__ import annotations

from pathlib import Path

import pytest

from corpus.policy.draft import draft
from corpus.policy.loader import load
from corpus.policy.notice import parse

NOTICE = """\
 某省人力资源和社会保障厅关于做好
2031 年度职称评审工作的通知

某人社发〔2031〕7 号

各州（市）人力资源和社会保障局：

根据《职称评审管理暂行规定》（人力资源社会保障部令第 40 号），现通知如

下：

一、申报评审
 （一）申报条件。按照某人社通〔2030〕12 号执行，材

料须于 2031 年 9 月 15 日前报送。

1.学历。按规定执行。
2．年限。按规定执行。

（二）公示。公示期不少于 5 个工作日。

二、其他

加强领导。

未尽事宜，按上年通知执行。

附件：计划表

某省人力资源和社会保障厅

2031 年 7 月 1 日
- 3 -
"""
SHARED = Path(__file__).parents[4] / "shared" / "policy-notice-yunnan-2020.txt"


def test_a_notice_becomes_its_clauses() -> None:
    found = parse(NOTICE)
    assert found.title == "某省人力资源和社会保障厅关于做好2031年度职称评审工作的通知"
    assert (found.number, found.dated, found.issuer) == (
        "某人社发〔2031〕7号",
        "2031-07-01",
        "某省人力资源和社会保障厅",
    )
    assert [p.ref for p in found.passages] == [
        "head",
        "一",
        "一（一）",
        "一（一）1.",
        "一（一）2.",
        "一（二）",
        "二",
        "tail",
    ]


def test_a_clause_keeps_its_text_whole_over_lines_and_its_heading() -> None:
    clause = parse(NOTICE).passages[2]
    assert clause.heading == "申报条件"
    assert clause.text == "（一）申报条件。按照某人社通〔2030〕12号执行，材料须于2031年9月15日前报送。"


def test_documents_dates_and_deadlines_are_found() -> None:
    passages = {p.ref: p for p in parse(NOTICE).passages}
    assert passages["head"].cited == ("人力资源社会保障部令第40号",)
    assert passages["一（一）"].cited == ("某人社通〔2030〕12号",)
    assert [d.day for d in passages["一（一）"].deadlines] == ["2031-09-15"]
    assert passages["一（二）"].working_days == (5,)


def test_a_deadline_without_a_year_says_so() -> None:
    text = "一、起草\n各部门须于 7 月 31 日前完成；其余 8 月 31 日前完成。"
    assert [d.day for d in parse(text).passages[0].deadlines] == ["--07-31", "--08-31"]


def test_articles_are_clauses_too() -> None:
    assert [p.ref for p in parse("第一条 为了规范。\n第二条 本办法适用。").passages] == ["第一条", "第二条"]


def test_text_without_numbering_is_no_notice() -> None:
    with pytest.raises(ValueError, match="no numbered clause"):
        parse("今天天气很好。")


def test_a_draft_is_a_sound_pack_in_which_everything_is_undecided(tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(draft(parse(NOTICE), "draft"), encoding="utf-8")
    policy = load(str(path))
    assert [c.ref for c in policy.packs[0].clauses] == [p.ref for p in parse(NOTICE).passages]
    assert {r.entry.does for r in policy.rules} == {"待定"}


@pytest.mark.parametrize("trick", ['某"省', "某\\省", "某: 省", "某#省", "*某", "&某", "- 某"])
def test_a_draft_survives_what_yaml_takes_for_its_own(tmp_path: Path, trick: str) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(draft(parse(f"一、{trick}\n文字。"), "draft"), encoding="utf-8")
    load(str(path))


@pytest.mark.skipif(not SHARED.exists(), reason="the notice's text lies outside the repository")
def test_the_pack_of_2020_has_every_clause_of_the_notice_in_its_words() -> None:
    passages = [p for p in parse(SHARED.read_text(encoding="utf-8")).passages if p.ref not in "一二三四"]
    clauses = {c.ref: c.text for c in load("yunnan-2020").packs[0].clauses}
    assert list(clauses) == [p.ref for p in passages]
    assert clauses == {p.ref: p.text for p in passages}


LAW = """\
# 某省专业技术人员继续教育条例

1998年9月24日 某省第九届人民代表大会常务委员会第五次会议
通过

2010年7月30日 某省第十一届人民代表大会常务委员会第十六次会议修正

<!-- INFO END -->

## 第一章 总则

第一条 为了规范继续教育，依照国务院令第652号和《专业技术人员继续教育规定》（人力资源社会保障部令第25号），制定本条例。

第二条 有下列情形之一的：

（一）学时不足；

（二）未经批准。

## 第二章 附则

### 第一节 施行

第三条 本条例自2010年10月1日起施行。第一章的规定除外。
"""


def test_articles_keep_their_own_numbers_under_chapters_and_chapters_are_no_text_of_theirs() -> None:
    found = parse(LAW)
    assert (found.title, found.dated) == ("某省专业技术人员继续教育条例", "2010-07-30")
    refs = [p.ref for p in found.passages]
    assert refs == [
        "head",
        "第一章",
        "第一条",
        "第二条",
        "第二条（一）",
        "第二条（二）",
        "第二章",
        "第二章第一节",
        "第三条",
    ]
    assert found.passages[4].text == "（一）学时不足；"
    assert found.passages[-1].text.startswith("第三条　本条例")
    assert found.passages[2].cited == ("国务院令第652号", "人力资源社会保障部令第25号")


def test_chapters_in_markdown_are_found() -> None:
    text = "# 关于聘任的规定\n1986年2月18日 国务院发布\n## 一、内容\n职务。\n## 二、设置\n1．提出。\n2．意见。\n"
    assert [p.ref for p in parse(text).passages] == ["head", "一", "二", "二1.", "二2."]


def test_a_notice_without_numbering_becomes_its_paragraphs() -> None:
    head = "某省某厅文件\n某人社发〔2031〕7号\n某省某厅关于放假的通知\n各单位：\n"
    found = parse(head + "现将有关事项\n通知如下。\n请遵照执行。\n某省某厅\n2031年1月2日\n抄送：某局。")
    assert found.title == "某省某厅关于放假的通知"
    assert [(p.ref, p.text) for p in found.passages] == [
        ("第1段", "各单位：现将有关事项通知如下。"),
        ("第2段", "请遵照执行。"),
    ]
    assert (found.number, found.dated, found.issuer) == ("某人社发〔2031〕7号", "2031-01-02", "某省某厅")


def test_a_day_in_words_dates_the_notice() -> None:
    assert parse("一、某事\n照办。\n某省某厅\n二〇三一年十二月二十一日").dated == "2031-12-21"
    assert parse("一、某事\n照办。\n某省某厅\n二○三一年十月三日").dated == "2031-10-03"


def test_what_follows_the_signature_is_counted_not_read() -> None:
    found = parse("一、某事\n照办。\n某省某厅\n2031年1月2日\n附件1\n一、另一事\n不相干。")
    assert [p.ref for p in found.passages] == ["一"]
    assert found.left_out >= 3


def test_numbering_that_begins_anew_still_gives_a_sound_draft(tmp_path: Path) -> None:
    found = parse("一、某事\n照办。\n二、另事\n照办。\n一、再来\n照办。")
    assert [p.ref for p in found.passages] == ["一", "二", "一〔2〕"]
    path = tmp_path / "draft.yaml"
    path.write_text(draft(found, "draft"), encoding="utf-8")
    load(str(path))

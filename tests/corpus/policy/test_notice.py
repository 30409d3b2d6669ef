from __future__ import annotations

from pathlib import Path

import pytest

from corpus.policy.loader import load
from corpus.policy.notice import draft, parse

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
    assert passages["head"].cited == ("部令第40号",)
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

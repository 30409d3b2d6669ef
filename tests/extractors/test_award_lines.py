"""Award certificates laid out as labelled lines, for one person or for a team."""

from __future__ import annotations

import pytest

from extractors.types.award_certificate import EXTRACTOR as AWARD
from tests.extractors.pages import Placed, lined, placed, values_of

LINES = (
    ("授", "予：和志强"),
    ("单", "位：云山县农科所"),
    ("奖", "项：云山州科学技术进步奖"),
    ("等", "级：二等奖"),
    ("排", "名：第三"),
)


def test_labels_set_apart_with_their_values() -> None:
    items: list[Placed] = [(200.0, 60.0, "获奖证书", 26.0)]
    for i, (first, rest) in enumerate(LINES):
        items += [(80.0, 120.0 + 22 * i, first, 15.0), (110.0, 120.0 + 22 * i, rest, 15.0)]
    found = values_of(AWARD.facts([placed(items)]))
    assert (found["person_name"], found["rank"]) == ("和志强", "3")
    assert (found["award_name"], found["award_grade"]) == ("云山州科学技术进步奖", "二等奖")


def test_words_set_downwards_beside_a_paper_are_still_a_title() -> None:
    items: list[Placed] = [(80.0, 120.0 + 30 * i, character, 22.0) for i, character in enumerate("获奖证书")]
    items.append((140.0, 130.0, "和志强同志荣获云山县教学竞赛一等奖"))
    assert any("获奖证书" in line.text for line in placed(items).lines)


def test_a_year_before_the_marks_around_an_honour() -> None:
    view = lined(
        "# 证　书", "兹授予 和志强 同志", "2019年度“全州优秀护士”荣誉称号。", "云山州卫生健康委员会", "2020年5月12日"
    )
    found = values_of(AWARD.facts([view]))
    assert (found["person_name"], found["award_name"]) == ("和志强", "全州优秀护士")


def test_a_group_is_no_person() -> None:
    view = lined("# 荣誉证书", "授予：云山县第一中学", "先进集体称号", "云山县人民政府", "2019年9月10日")
    assert "person_name" not in values_of(AWARD.facts([view]))


@pytest.mark.parametrize(
    ("lines", "person"),
    [
        (("成果完成人：马成林、段宏、和志强", "本人排名：3/3"), "和志强"),
        (("马成林、和志强完成的“岭谷区苹果矮化密植技术”项目获科技进步奖一等奖，和志强排名第二。",), "和志强"),
    ],
)
def test_whoever_stands_at_the_printed_place(lines: tuple[str, ...], person: str) -> None:
    found = values_of(AWARD.facts([lined("# 获奖证书", *lines, "云山州人民政府", "2017年3月")]))
    assert found["person_name"] == person

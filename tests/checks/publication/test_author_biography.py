from __future__ import annotations

import pytest

from checks.publication.author_biography import CHECK
from tests.checks.builders import document, findings, printed

FORM = document("application_form", {"person_name": "和丽江", "id_number": "53010219850307123X"})
TITLE = document(
    "title_certificate", {"person_name": "和丽江", "title": "高级农艺师", "approved_date": "2018-12-20"}, id="d02"
)


def said(line: str, *others, year: str = "2016"):
    paper = document("paper", {"title": "某项研究", "year": year}, text=line, id="d03")
    whole = printed(paper, line)
    return findings(CHECK, FORM, *others, paper, dossier=whole)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("作者简介：和丽江（1985—），女，农艺师，主要从事旱作研究", 0),
        ("作者简介：和丽江(1979-)，女，农艺师，主要从事旱作研究", 1),
        ("作者简介：杨国强（1979—），男。和丽江（1985—），女", 0),
        ("第一作者简介：杨国强（1979—），男，教授", 0),  # another author's
        ("和丽江（1979—）见参考文献", 0),
    ],
)
def test_another_year_of_birth_is_a_hint(line: str, count: int) -> None:
    found = said(line)
    assert len(found) == count
    assert all(f.certainty == "heuristic" for f in found)


def test_a_title_gained_later_is_a_hint() -> None:
    line = "作者简介：和丽江（1985—），女，高级农艺师，主要从事旱作研究"
    assert len(said(line, TITLE)) == 1
    assert said(line, TITLE, year="2019") == []
    assert said(line.replace("高级农艺师", "农艺师"), TITLE) == []


@pytest.mark.parametrize(
    ("line", "current", "count"),
    [
        ("作者简介：和丽江（1985—），女，某县农业技术推广站高级农艺师", "农艺师", 1),
        ("作者简介：和丽江（1985—），女，高级农艺师，从事旱作研究", "农艺师", 1),
        ("作者简介：和丽江（1985—），女，正高级农艺师，从事旱作研究", "农艺师", 0),  # another title
        ("作者简介：和丽江（1985—），女，高级农艺师，从事旱作研究", "高级农艺师", 0),  # held, applied for elsewhere
        ("作者简介：和丽江（1985—），女，高级农艺师，从事旱作研究", "", 0),  # not read
    ],
)
def test_the_title_applied_for_is_a_hint_in_an_older_paper(line: str, current: str, count: int) -> None:
    facts = {"person_name": "和丽江", "applied_title": "高级农艺师", "current_title": current, "birth_date": "1985-03"}
    form = document("application_form", {name: value for name, value in facts.items() if value}, id="d01")
    paper = document("paper", {"title": "某项研究", "year": "2017"}, text=line, id="d03")
    found = findings(CHECK, form, paper, dossier=printed(paper, line))
    assert [f.certainty for f in found] == ["heuristic"] * count

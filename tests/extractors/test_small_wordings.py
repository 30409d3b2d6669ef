"""Small wordings that cost a fact each, and their look-alikes."""

from __future__ import annotations

import pytest

from extractors.types.award_certificate import EXTRACTOR as AWARD
from extractors.types.paper import EXTRACTOR as PAPER
from extractors.types.postdoc_certificate import EXTRACTOR as POSTDOC
from tests.extractors.pages import lined, values_of


def english(head: str, unit: str = "a School of Civil Engineering, Yunshan University, Yunshan, China"):
    return lined(
        head, "# Mechanical properties of red clay", "Xiaoming Luo a, Wei Li b,*", unit, "Abstract: We study clay."
    )


def test_a_running_title_with_an_article_number_gives_journal_volume_year_and_number() -> None:
    found = values_of(PAPER.facts([english("Construction and Building Materials 245 (2020) 118438")]))
    assert found["journal"] == "Construction and Building Materials"
    assert (found["volume"], found["year"], found["page_range"]) == ("245", "2020", "118438")


def test_a_year_in_brackets_without_number_is_no_article() -> None:
    assert "page_range" not in values_of(PAPER.facts([english("Construction and Building Materials 245 (2020)")]))


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("a School of Law, Yunshan University", "School of Law, Yunshan University"),
        ("A School for Nurses, Yunshan", "A School for Nurses, Yunshan"),
    ],
)
def test_the_mark_of_an_author_is_no_part_of_the_unit(unit: str, said: str) -> None:
    assert values_of(PAPER.facts([english("Materials 245 (2020) 118438", unit)]))["affiliation"] == said


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ("罗小明同志：", "在由云山省总工会主办的“云山杯”职工技能大赛中荣获一等奖。"),
            "“云山杯”职工技能大赛",
        ),
        (("罗小明：", "荣获由云山省土木学会主办的", "第三届隧道创新大赛", "二等奖"), "第三届隧道创新大赛"),
        (("授予  罗小明  同志", "云山省", "五一劳动奖章"), "云山省五一劳动奖章"),
        (("授予：罗小明", "云山省五一劳动奖章"), "云山省五一劳动奖章"),
    ],
)
def test_an_award_without_its_host_and_a_medal(lines: tuple[str, ...], name: str) -> None:
    view = lined("# 荣誉证书", *lines, "特发此证", "云山省总工会", "2019年5月1日")
    assert values_of(AWARD.facts([view]))["award_name"] == name


@pytest.mark.parametrize("station", ["云山大学（生态学", "云山大学（生态学）", "云山大学生态学"])
def test_the_body_of_a_station_whose_subject_stands_in_brackets(station: str) -> None:
    view = lined(
        "# 博士后证书",
        f"罗小明于2015年7月至2018年6月在{station}",
        "博士后科研流动站从事博士后研究工作，期满出站。",
        "全国博士后管理委员会",
    )
    assert values_of(POSTDOC.facts([view]))["institution"] == "云山大学"

from __future__ import annotations

import pytest

from corpus.policy.titles import below, level_of, lookup, series_of


@pytest.mark.parametrize(
    ("text", "level", "series"),
    [
        ("高级工程师", "associate_senior", ("engineering",)),
        ("正高级工程师", "senior", ("engineering",)),
        ("助理工程师", "junior", ("engineering",)),
        ("电气高级工程师", "associate_senior", ("engineering",)),
        ("中学高级教师", "associate_senior", ("school-teachers",)),
        ("小学高级教师", "intermediate", ("school-teachers",)),
        ("中小学一级教师", "intermediate", ("school-teachers",)),
        ("副主任护师", "associate_senior", ("health",)),
        ("讲师", "intermediate", ("university-teachers", "vocational-teachers")),
        ("高级讲师", "associate_senior", ("vocational-teachers",)),
        ("研究员", "senior", ("natural-science-research", "social-science-research")),
        ("农业技术推广研究员", "senior", ("agriculture",)),
        ("高级教师（基层有效）", "associate_senior", ("school-teachers",)),
        ("高 级 农 艺 师", "associate_senior", ("agriculture",)),
    ],
)
def test_a_title_gives_level_and_series(text: str, level: str, series: tuple[str, ...]) -> None:
    title = lookup(text)
    assert title is not None
    assert (title.level, title.series) == (level, series)


@pytest.mark.parametrize("text", ["科长", "", "组长"])
def test_what_is_no_title_gives_none(text: str) -> None:
    assert lookup(text) is None


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("工程", "engineering"),
        ("工程技术系列", "engineering"),
        ("卫生系列（中医）", "health"),
        ("中等职业学校教师", "vocational-teachers"),
        ("中小学教师", "school-teachers"),
        ("高等学校教师", "university-teachers"),
        ("自然科学研究", "natural-science-research"),
        ("社会科学研究", "social-science-research"),
        ("engineering", "engineering"),
        ("占星", ""),
    ],
)
def test_a_series_is_known_by_the_names_offices_print(text: str, series: str) -> None:
    assert series_of(text) == series


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("副高级", "associate_senior"),
        ("正高", "senior"),
        ("中级", "intermediate"),
        ("senior", "senior"),
        ("高级", None),
    ],
)
def test_a_level_word_gives_its_level_and_the_ambiguous_one_none(text: str, level: str | None) -> None:
    assert level_of(text) == level


def test_below_the_lowest_is_nothing() -> None:
    assert below("senior") == "associate_senior"
    assert below("junior") is None

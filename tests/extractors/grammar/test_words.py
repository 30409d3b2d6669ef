"""Numerals, identity numbers, names, titles, ranks, organisations and certificate numbers."""

from __future__ import annotations

import pytest

from extractors.grammar import identity, names, numbers, organisations, ranks, titles
from extractors.grammar.normal import fold, middle_dot, tight
from extractors.grammar.numerals import digits, number
from extractors.passage import Passage


def unplaced(text: str) -> Passage:
    return Passage(text, (None,) * len(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十", 10),
        ("十一", 11),
        ("廿一", 21),
        ("卅", 30),
        ("一百二十三", 123),
        ("两千零一", 2001),
        ("壹佰贰拾", 120),
        ("三万", 30000),
        ("12", 12),
    ],
)
def test_number(text: str, value: int) -> None:
    assert number(text) == value


def test_digits_take_every_circle_for_zero() -> None:
    assert [digits(f"二{c}一九") for c in "〇○◯零O"] == ["2019"] * 5


def test_number_refuses_words() -> None:
    with pytest.raises(ValueError, match="not a"):
        number("第三")


@pytest.mark.parametrize(
    "text", ["53010219850307123X", "530102 19850307 123X", "5301O219850307123x", "53010219850307123×"]
)
def test_identity_number_in_its_plain_form(text: str) -> None:
    assert [f.value for f in identity.find(f"身份证号:{text},")] == ["53010219850307123X"]


@pytest.mark.parametrize("text", ["5301021985030712", "530102198503071234567", "A53010219850307123X"])
def test_identity_number_near_misses(text: str) -> None:
    assert identity.find(text) == []


def test_a_diploma_number_is_no_dated_identity_number() -> None:
    assert identity.find_dated("106731201905000123") == []
    assert [f.value for f in identity.find_short("530102850307123")] == ["530102850307123"]
    assert identity.birth("53010219850307123X") == identity.birth("530102850307123") == "1985-03-07"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张三丰", "张三丰"),
        ("和  志  强", "和志强"),
        ("欧阳 修", "欧阳修"),
        ("扎西•顿珠", "扎西·顿珠"),
        ("扎西‧顿珠 性别", "扎西·顿珠"),
        ("岩温", "岩温"),
        ("张三丰同志", "张三丰"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        (": 木增荣", "木增荣"),
    ],
)
def test_name_at_the_beginning(text: str, name: str) -> None:
    found = names.find(text)
    assert found is not None
    assert found.value == name


@pytest.mark.parametrize("text", ["", "2019年", "性别", "无", "您", "聘任张三", "学习期满", "单位院"])
def test_name_near_misses(text: str) -> None:
    assert names.find(text) is None


def test_names_listed_in_order() -> None:
    assert names.listed("张三、李四,扎西·顿珠 等3人") == ("张三", "李四", "扎西·顿珠")


def test_dots_are_made_equal() -> None:
    assert {middle_dot(f"扎西{c}顿珠") for c in "·•‧・．"} == {"扎西·顿珠"}


def test_folding_keeps_han_and_folds_the_rest() -> None:
    assert [fold(c) for c in "：（Ａ１⻓—"] == [":", "(", "A", "1", "长", "-"]
    assert tight("姓　 名：") == "姓名:"


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("助理工程师", "junior"),
        ("技术员", "junior"),
        ("二级教师", "junior"),
        ("研究实习员", "junior"),
        ("住院医师", "junior"),
        ("护师", "junior"),
        ("助教", "junior"),
        ("工程师", "intermediate"),
        ("一级教师", "intermediate"),
        ("主治医师", "intermediate"),
        ("主管护师", "intermediate"),
        ("讲师", "intermediate"),
        ("助理研究员", "intermediate"),
        ("馆员", "intermediate"),
        ("农艺师", "intermediate"),
        ("高级工程师", "associate_senior"),
        ("副教授", "associate_senior"),
        ("副研究员", "associate_senior"),
        ("副主任医师", "associate_senior"),
        ("副主任护师", "associate_senior"),
        ("高级教师", "associate_senior"),
        ("高级讲师", "associate_senior"),
        ("副研究馆员", "associate_senior"),
        ("主任记者", "associate_senior"),
        ("正高级工程师", "senior"),
        ("教授", "senior"),
        ("研究员", "senior"),
        ("主任医师", "senior"),
        ("推广研究员", "senior"),
        ("研究馆员", "senior"),
        ("编审", "senior"),
        ("教授级高级工程师", "senior"),
        ("高级记者", "senior"),
        ("科长", None),
    ],
)
def test_level_of_title(title: str, level: str | None) -> None:
    assert titles.level_of_title(title) == level


def test_plain_gaoji_names_no_level() -> None:
    assert titles.level_of_word("高级") is None
    assert titles.level_of_word("副高级") == "associate_senior"
    assert titles.level_of_word("正高") == "senior"


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("第一作者", "1"),
        ("第2", "2"),
        ("独著", "1"),
        ("排名第三", "3"),
        ("2/5", "2"),
        ("3", "3"),
        ("二作", "2"),
        ("排名4", "4"),
        ("主持人", "1"),
        ("通讯作者", None),
        ("参与", None),
    ],
)
def test_rank(text: str, rank: str | None) -> None:
    found = ranks.rank_in(unplaced(text))
    assert (found.value if found else None) == rank


@pytest.mark.parametrize(
    "text",
    [
        "云南省人力资源和社会保障厅",
        "中共彝良县委组织部",
        "某某县人民医院",
        "云南大学",
        "云南某某有限公司",
        "昆明市五华区教育体育局",
        "全国博士后管理委员会",
    ],
)
def test_organisation(text: str) -> None:
    assert organisations.is_organisation(text)


@pytest.mark.parametrize(
    "text", ["特此证明", "张三", "2006年6月在本校学习四年制本科", "所在单位", "同意推荐", "本单位"]
)
def test_no_organisation(text: str) -> None:
    assert not organisations.is_organisation(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("106731201905000123", "106731201905000123"),
        ("YN2015-0123  发证", "YN2015-0123"),
        ("云人社职〔2014〕36号", "云人社职〔2014〕36号"),
        ("第 20150123 号", "第20150123号"),
        ("No.1067312", "1067312"),
    ],
)
def test_certificate_number(text: str, value: str) -> None:
    found = numbers.find(text)
    assert found is not None
    assert found.value == value


def test_no_certificate_number_without_digits() -> None:
    assert numbers.find("暂无") is None

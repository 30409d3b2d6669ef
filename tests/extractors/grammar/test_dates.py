"""Dates in the styles of handbook 4.6, near misses included."""

from __future__ import annotations

import pytest

from extractors.grammar import dates


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2019年6月15日", "2019-06-15"),
        ("2019 年 6 月 1 5 日", "2019-06-15"),
        ("2019年6月", "2019-06"),
        ("2019年", "2019"),
        ("2019年度", "2019"),
        ("2019.06", "2019-06"),
        ("2019.6.15", "2019-06-15"),
        ("2019-06-15", "2019-06-15"),
        ("2019/6/15", "2019-06-15"),
        ("20190615", "2019-06-15"),
        ("201906", "2019-06"),
        ("2019", "2019"),
        ("二〇一九年六月十五日", "2019-06-15"),
        ("二○一九年", "2019"),
        ("二◯一九年", "2019"),
        ("二零一九年", "2019"),
        ("二O一九年", "2019"),
        ("二00九年六月", "2009-06"),
        ("一九九八年", "1998"),
        ("二〇二〇年三月廿一日", "2020-03-21"),
        ("二〇二〇年十月三十一日", "2020-10-31"),
        ("二〇二〇年十二月二十日", "2020-12-20"),
        ("二〇二〇年元月卅日", "2020-01-30"),
        ("June 15, 2019", "2019-06-15"),
        ("15 June 2019", "2019-06-15"),
        ("Jun. 2019", "2019-06"),
        ("2019年06月15", "2019-06-15"),
        ("二一四年三月", "2014-03"),  # an engine dropped the circle
        ("020年9月2日", "2020-09-02"),  # a seal's star lay on the first figure
        ("○一六年一月四日", "2016-01-04"),  # or the first numeral, at the edge of a line
        ("二二三年五月十七日", "2023-05-17"),
    ],
)
def test_parse_reads_style(text: str, value: str) -> None:
    assert dates.parse(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "2019年2月30日",
        "2019年13月1日",
        "至今",
        "—",
        "12019061",
        "二二年三月",
        "二四年九月",  # 二〇〇四, 二〇一四 or 二〇二四
        "二〇四年九月",
        "二二八年九月",
        "1234567890",
        "共19篇",
        "530102198503071234",
    ],
)
def test_parse_refuses_what_is_no_date(text: str) -> None:
    assert dates.parse(text) in ("", "2019")
    assert "-" not in dates.parse(text)


def test_a_running_number_is_no_date_in_running_text() -> None:
    assert dates.find("编号201906") == []


def test_find_keeps_the_place() -> None:
    text = "于二〇〇三年九月入学,2007.07毕业"
    assert [text[d.start : d.end] for d in dates.find(text)] == ["二〇〇三年九月", "2007.07"]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("自2015年9月至2019年7月", "2015-09", "2019-07"),
        ("2015.09-2019.07", "2015-09", "2019-07"),
        ("2015.09—2019.07".replace("—", "-"), "2015-09", "2019-07"),
        ("2019年3月1日至5月30日", "2019-03-01", "2019-05-30"),
        ("2019年3月至12月", "2019-03", "2019-12"),
        ("2019年3月1日至30日", "2019-03-01", "2019-03-30"),
        ("2018年1月1日起至2020年12月31日止", "2018-01-01", "2020-12-31"),
        ("201509-201907", "2015-09", "2019-07"),
        ("二〇〇五年九月至二〇〇九年七月", "2005-09", "2009-07"),
        ("2015/9/1~2019/7/1", "2015-09-01", "2019-07-01"),
    ],
)
def test_spans_reads_both_ends(text: str, first: str, last: str) -> None:
    (span,) = dates.spans(text, typed=True)
    assert span.last is not None
    assert (span.first.value, span.last.value) == (first, last)


@pytest.mark.parametrize("text", ["2018年1月起至今", "2018.1-今", "2018年1月至现在"])
def test_spans_leaves_running_periods_open(text: str) -> None:
    (span,) = dates.spans(text, typed=True)
    assert span.last is None


def test_spans_refuses_a_period_that_ends_before_it_begins() -> None:
    assert dates.spans("2019年7月至2015年9月") == []


def test_day_interval_of_each_precision() -> None:
    assert dates.day_interval("2020") == ("2020-01-01", "2020-12-31")
    assert dates.day_interval("2020-02") == ("2020-02-01", "2020-02-29")
    assert dates.day_interval("2020-02-03") == ("2020-02-03", "2020-02-03")

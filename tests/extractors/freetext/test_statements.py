"""Claims of a work summary, with offsets that hold."""

from __future__ import annotations

import pytest

from extractors.freetext import claims
from extractors.freetext.mentions import mentions

SUMMARY = (
    "本人李明，男，2001年7月毕业于云南某某大学，获学士学位，2009年取得农艺师资格，现任昆明市某某推广中心副主任。"
    "任现职以来，主持完成省级课题《高原马铃薯种薯繁育》1项，2018年获云南省科学技术进步奖二等奖（排名第三），"
    "以第一作者在《西岭农业学报》发表论文《马铃薯脱毒技术研究》，获授权实用新型专利“一种播种机”（专利号：ZL2017106018"
    "62.3）。"
)


def values(text: str, kind: str) -> list[str]:
    return [c.value for c in claims(text) if c.kind == kind]


def test_offsets_hold() -> None:
    found = claims(SUMMARY)
    assert found
    assert all(SUMMARY[c.start : c.end] == c.text for c in found)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("year", "2001-07"),
        ("edu", "学士学位"),
        ("title", "农艺师"),
        ("project", "高原马铃薯种薯繁育"),
        ("award", "云南省科学技术进步奖二等奖"),
        ("rank", "3"),
        ("rank", "1"),
        ("paper", "马铃薯脱毒技术研究"),
        ("patent", "一种播种机"),
        ("patent", "ZL201710601862.3"),
        ("role", "主持完成"),
    ],
)
def test_claims_of_a_summary(kind: str, value: str) -> None:
    assert value in values(SUMMARY, kind)


def test_claims_of_one_sentence_share_its_number() -> None:
    award = next(c for c in claims(SUMMARY) if c.kind == "award")
    rank = next(c for c in claims(SUMMARY) if c.kind == "rank")
    assert award.statement == rank.statement


def test_a_plain_sentence_claims_nothing_grand() -> None:
    assert not {"award", "patent", "project", "paper"} & {c.kind for c in claims("本人工作认真，团结同志，遵守纪律。")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("现任昆明市某某局种植科副科长", {("昆明市某某局", "org"), ("种植科副科长", "title")}),
        ("李明先生，本科学历，高级工程师。", {("李明", "person"), ("本科学历", "edu"), ("高级工程师", "title")}),
        ("曾任某某研究所所长、副书记", {("所长", "title"), ("副书记", "title"), ("某某研究所", "org")}),
        ("增长与延长", set()),
    ],
)
def test_mentions(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(text[m.start : m.end], m.label) for m in mentions(text)} == expected


def test_no_text_no_claims() -> None:
    assert claims("") == ()

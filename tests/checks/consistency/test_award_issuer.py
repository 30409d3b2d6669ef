from __future__ import annotations

import pytest

from checks.consistency.award_issuer import CHECK
from extractors.records import Seal
from ingest.geometry import Box
from tests.checks.builders import coverage, document, findings


def award(name: str, *issuers: str, seal: str = ""):
    seals = [Seal(text=seal, page=1, bbox=Box(300, 600, 400, 700), confidence=0.9)] if seal else []
    facts = [{"issuer": issuer} for issuer in issuers]
    return document("award_certificate", {"award_name": name}, *facts, seals=seals)


@pytest.mark.parametrize(
    ("name", "issuer"),
    [("全国优秀科技论文一等奖", "《现代农业前沿》杂志社"), ("中华医学创新成果金奖", "北京华章文化传播有限公司")],
)
def test_a_nations_award_of_a_publisher_alone_is_told(name: str, issuer: str) -> None:
    assert [f.severity for f in findings(CHECK, award(name, issuer))] == ["notice"]


@pytest.mark.parametrize(
    ("name", "issuers", "seal"),
    [
        ("全国优秀科技论文一等奖", ["中国农学会"], ""),
        ("全国农牧渔业丰收奖", ["中华人民共和国农业农村部"], ""),
        ("优秀论文二等奖", ["《现代农业前沿》杂志社"], ""),
        ("全国优秀科技论文一等奖", ["《现代农业前沿》杂志社", "中国农学会"], ""),
        ("全国优秀科技论文一等奖", ["《现代农业前沿》编辑部"], "中国农学会"),
        ("年度先进工作者", ["云南恒源电力有限公司"], ""),
    ],
)
def test_offices_societies_and_modest_names_are_silent(name: str, issuers: list[str], seal: str) -> None:
    assert findings(CHECK, award(name, *issuers, seal=seal)) == []


def test_without_an_issuer_nobody_can_tell() -> None:
    assert coverage(CHECK, award("全国优秀科技论文一等奖"))[0].outcome == "cannot_tell"

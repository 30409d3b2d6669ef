from __future__ import annotations

import pytest

from checks.numbers.fund_number import CHECK
from tests.checks.builders import document, findings, printed


@pytest.mark.parametrize(
    ("line", "severities"),
    [
        ("基金项目：国家自然科学基金（61402123）", []),
        ("基金项目：国家自然科学基金项目(编号：U1402271)", []),
        ("基金项目：国家自然科学基金（31990123）", ["notice"]),  # approved in 2019, printed in 2016
        ("基金项目：国家自然科学基金（6140212）", ["notice"]),
        ("基金项目：中国博士后科学基金（2018M640123）", ["notice"]),
        ("基金项目：中国博士后科学基金（2015T640123）", []),
        ("基金项目：云南省应用基础研究项目（2019FB123）", []),
    ],
)
def test_numbers_of_grants_in_a_paper(line: str, severities: list[str]) -> None:
    paper = document("paper", {"title": "某项研究", "year": "2016"}, text=line)
    found = findings(CHECK, paper, dossier=printed(paper, line))
    assert [f.severity for f in found] == severities
    assert all(f.certainty == "heuristic" for f in found)


def test_a_grant_given_after_leaving_the_station_is_told() -> None:
    facts = {"fund_number": "2018M640123", "end_date": "2016-06-30"}
    assert len(findings(CHECK, document("postdoc_certificate", facts))) == 1
    assert findings(CHECK, document("postdoc_certificate", facts | {"end_date": "2019-06-30"})) == []

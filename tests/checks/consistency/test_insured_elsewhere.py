from __future__ import annotations

import pytest

from checks.consistency.insured_elsewhere import CHECK
from tests.checks.builders import document, findings

FORM = document("application_form", {"employer": "云岭县农业技术推广中心"})


def insured(payer: str, until: str = "2020-10"):
    return document("social_insurance", {"employer": payer, "start_date": "2015-01", "end_date": until})


def test_another_payer_at_the_cut_off_is_a_notice() -> None:
    (finding,) = findings(CHECK, FORM, insured("滇池食品有限公司"))
    assert finding.severity == "notice"


@pytest.mark.parametrize(
    ("payer", "until"),
    [
        ("云岭县农业技术推广中心", "2020-10"),
        ("云岭县农业技术推广中心（白水站）", "2020-10"),
        ("云岭人力资源服务有限公司", "2020-10"),
        ("滇池食品有限公司", "2018-12"),  # a former employer
    ],
)
def test_agencies_branches_and_former_employers_stay_silent(payer: str, until: str) -> None:
    assert findings(CHECK, FORM, insured(payer, until)) == []


OWN = "云岭县农业技术推广中心"


@pytest.mark.parametrize(
    ("payers", "contract", "count"),
    [
        ((OWN, "滇池劳务服务有限公司", OWN), ("2016-01-01", "2020-12-31"), 1),
        ((OWN, "滇池劳务服务有限公司", OWN), ("2019-01-01", "2020-12-31"), 0),  # a contract since the return
        (("滇池食品有限公司", "滇池劳务服务有限公司", OWN), ("2016-01-01", "2020-12-31"), 0),  # came from elsewhere
        ((OWN, f"{OWN}（白水站）", OWN), ("2016-01-01", "2020-12-31"), 0),
    ],
)
def test_another_payer_in_between_while_the_contract_ran_is_noted(payers, contract, count: int) -> None:
    spells = (("2015-01", "2017-05"), ("2017-06", "2018-11"), ("2018-12", "2020-10"))
    rows = [
        {"employer": payer, "start_date": start, "end_date": end}
        for payer, (start, end) in zip(payers, spells, strict=True)
    ]
    insurance = document("social_insurance", None, *rows, id="d02")
    since, until = contract
    paper = document("employment_contract", {"employer": OWN, "start_date": since, "end_date": until}, id="d03")
    found = [f for f in findings(CHECK, FORM, insurance, paper) if "劳动合同期内" in f.message]
    assert [f.severity for f in found] == ["notice"] * count

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

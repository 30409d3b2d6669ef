from __future__ import annotations

import pytest

from checks.consistency.overlapping_periods import CHECK
from tests.checks.builders import document, findings

STUDY = ("diploma", {"study_mode": "全日制", "institution": "云南大学", "start_date": "2012-09", "end_date": "2015-07"})
SERVICE = ("service_proof", {"place": "某县甲镇", "start_date": "2014-03-01", "end_date": "2015-03-01"})
ELSEWHERE = ("service_proof", {"place": "某县乙镇", "start_date": "2014-09-01", "end_date": "2015-09-01"})


@pytest.mark.parametrize(("one", "other"), [(STUDY, SERVICE), (SERVICE, ELSEWHERE)])
def test_two_places_at_one_time_are_told(one, other) -> None:
    (finding,) = findings(CHECK, document(*one), document(*other))
    assert "重叠" in finding.message
    assert len(finding.evidence) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STUDY, ("service_proof", SERVICE[1] | {"start_date": "2015-07", "end_date": "2016-07"})),  # a month to move
        (("diploma", STUDY[1] | {"study_mode": "函授"}), SERVICE),  # studying beside the job
        (SERVICE, ("service_proof", ELSEWHERE[1] | {"place": "甲镇"})),  # one place in two wordings
        (SERVICE, ("appointment", {"employer": "某局", "start_date": "2012", "end_date": "2018"})),  # post kept
    ],
)
def test_lawful_overlaps_stay_silent(one, other) -> None:
    assert findings(CHECK, document(*one), document(*other)) == []


WORKS = {"role": "项目经理", "project_name": "甲工程", "start_date": "2016-03-01", "end_date": "2017-11-30"}
OTHER_WORKS = WORKS | {"project_name": "乙厂房", "start_date": "2017-02-15", "end_date": "2018-09-20"}


@pytest.mark.parametrize(("said", "severity"), [("项目经理(全职驻场)", "suspect"), ("担任项目经理", "notice")])
def test_two_works_led_at_one_time_are_told(said: str, severity: str) -> None:
    papers = [document("merit_proof", values, text=said) for values in (WORKS, OTHER_WORKS)]
    (finding,) = findings(CHECK, *papers)
    assert finding.severity == severity


@pytest.mark.parametrize(
    "other",
    [
        OTHER_WORKS | {"start_date": "2017-12-01"},  # one after the other
        OTHER_WORKS | {"project_name": "甲工程二期"},  # stages of one work
        OTHER_WORKS | {"role": "技术负责人"},
    ],
)
def test_works_led_lawfully_stay_silent(other) -> None:
    assert findings(CHECK, document("merit_proof", WORKS), document("merit_proof", other)) == []

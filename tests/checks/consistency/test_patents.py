from __future__ import annotations

import pytest

from checks.consistency.date_order import CHECK
from tests.checks.builders import document, findings

SOUND = {
    "patent_number": "ZL201710601862.3",
    "application_date": "2017-07-21",
    "grant_date": "2019-10-15",
    "issue_date": "2019-10-15",
    "certificate_number": "3560000",
    "grant_number": "CN107234567B",
}
DESIGN = SOUND | {
    "patent_number": "ZL202430233068.9",
    "application_date": "2024-04-24",
    "grant_date": "2024-10-15",
    "issue_date": "2024-10-15",
    "certificate_number": "8907152",
    "grant_number": "CN308886076S",
}


def patent(base: dict[str, str], **changed: str):
    return document("patent_certificate", base | changed)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"issue_date": "2019-10-18"}, "落款"),
        ({"grant_date": "2019-10-16", "issue_date": "2019-10-16"}, "周三"),
        ({"grant_date": "2016-10-14", "issue_date": "2016-10-14", "application_date": "2016-01-04"}, "周五"),
    ],
)
def test_days_that_do_not_go_with_a_grant_are_hinted_at(changed: dict[str, str], told: str) -> None:
    (finding,) = findings(CHECK, patent(SOUND, **changed))
    assert told in finding.message and finding.severity == "notice"


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"grant_date": "2019-10-18", "issue_date": "2019-10-18"},  # a Friday
        {"grant_date": "2016-10-12", "issue_date": "2016-10-12", "application_date": "2016-01-04"},  # a Wednesday
        {"grant_date": "2017-06-07", "issue_date": "2017-06-07", "application_date": "2016-01-04"},  # the change itself
        {"grant_date": "2019-10", "issue_date": "2019-10-15"},
        {"grant_date": "1999-03-11", "issue_date": "1999-05-20", "application_date": "1996-01-04"},  # 颁证日 of its own
    ],
)
def test_days_that_go_with_a_grant_stay_silent(changed: dict[str, str]) -> None:
    assert findings(CHECK, patent(SOUND, **changed)) == []


def other(**changed: str):
    """Another design of the same batch."""
    base = {
        "patent_number": "ZL202430233065.5",
        "certificate_number": "8907380",
        "grant_number": "CN308886093S",
    }
    return patent(DESIGN | base, **changed)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"certificate_number": "8107380"}, "证书号"),
        ({"grant_number": "CN303886093S"}, "授权公告号"),
        ({"application_date": "2024-02-20"}, "相邻"),
        ({"grant_date": "2024-10-11", "issue_date": "2024-10-11"}, "号在后者日期反而在前"),
    ],
)
def test_numbers_that_do_not_run_on_with_the_dates_are_hinted_at(changed: dict[str, str], told: str) -> None:
    told_of = findings(CHECK, patent(DESIGN), other(**changed))
    assert told_of and all(told in f.message and f.severity == "notice" for f in told_of)


def test_numbers_that_run_on_stay_silent() -> None:
    later = {"grant_date": "2025-09-23", "issue_date": "2025-09-23"}
    own = {"certificate_number": "9530069", "grant_number": "CN309513742S", "patent_number": "ZL202530086697.8"}
    third = patent(DESIGN | later | own, application_date="2025-02-26")
    assert findings(CHECK, patent(DESIGN), other(), third) == []


def test_rows_of_different_kinds_are_not_compared() -> None:
    model = patent(DESIGN, patent_number="ZL201820123456.4", certificate_number="9907152", grant_number="CN208886076U")
    assert findings(CHECK, model, other(grant_date="2024-11-12", issue_date="2024-11-12")) == []


def test_inventions_keep_the_number_of_their_first_publication() -> None:
    early = {"grant_number": "CN107934567B", "certificate_number": "3550000"}
    days = {"grant_date": "2019-10-11", "issue_date": "2019-10-11"}
    assert findings(CHECK, patent(SOUND), patent(SOUND | early | days)) == []

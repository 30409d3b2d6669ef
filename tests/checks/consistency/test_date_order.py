from __future__ import annotations

import pytest

from checks.consistency.date_order import CHECK
from tests.checks.builders import BlankPictures, document, findings, printed


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("diploma", {"start_date": "2009-09", "end_date": "2005-07"}),
        ("diploma", {"end_date": "2009-07-01", "issue_date": "2008-07-01"}),
        ("patent_certificate", {"application_date": "2018-03-01", "grant_date": "2017-11-21"}),
        ("service_proof", {"start_date": "2019-03-01", "end_date": "2018-03-01"}),
        ("employer_publicity", {"end_date": "2020-08-28", "issue_date": "2020-08-21"}),
        ("title_certificate", {"approved_date": "2016-12-20", "issue_date": "2015-12-30"}),
        ("application_form", {"current_title_date": "2021-05", "issue_date": "2020-08-30"}),
    ],
)
def test_dates_in_an_order_that_cannot_be_are_told(kind, facts) -> None:
    (finding,) = findings(CHECK, document(kind, facts))
    assert finding.severity == "suspect"
    assert len(finding.evidence) == 2


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("diploma", {"start_date": "2005-09", "end_date": "2009-07", "issue_date": "2009"}),  # the year holds both
        ("diploma", {"end_date": "2009-07-01", "issue_date": "2009-06-20"}),  # printed before the ceremony
        ("patent_certificate", {"application_date": "2017", "grant_date": "2017-11-21"}),
        ("title_certificate", {"approved_date": "2015-12-30", "issue_date": "2018-03-01"}),  # printed or issued late
        ("employer_publicity", {"end_date": "2020-08-28", "issue_date": "2020-08-28"}),
        ("paper", {"year": "2018"}),
    ],
)
def test_late_printing_and_months_without_days_stay_silent(kind, facts) -> None:
    assert findings(CHECK, document(kind, facts)) == []


@pytest.mark.parametrize(("start", "count"), [("2014-01-01", 0), ("2013-01-01", 1)])
def test_a_certificate_that_prints_no_approval_is_made_out_within_a_year_of_it(start: str, count: int) -> None:
    title = document("title_certificate", {"title": "农艺师", "issue_date": "2014-05-20"})
    assert len(findings(CHECK, title, document("appointment", {"title": "农艺师", "start_date": start}))) == count


def test_a_certificate_made_out_anew_says_nothing_of_when_the_title_was_gained() -> None:
    notice = document("title_notice", {"title": "农艺师", "approved_date": "2009-12-15"})
    anew = document("title_certificate", {"title": "农艺师", "issue_date": "2016-05-10"})
    post = document("appointment", {"title": "农艺师", "start_date": "2010-01-01"})
    assert findings(CHECK, notice, anew, post) == []


def test_rows_are_compared_within_themselves() -> None:
    rows = [
        {"start_date": "2015-01-01", "end_date": "2017-12-31"},
        {"start_date": "2018-01-01", "end_date": "2020-12-31"},
    ]
    assert findings(CHECK, document("appointment", {}, *rows)) == []


def test_an_appointment_before_the_title_is_told() -> None:
    title = document("title_certificate", {"title": "农艺师", "approved_date": "2014-12-20"})
    early = document("appointment", {"title": "农艺师", "start_date": "2013-01-01"})
    (finding,) = findings(CHECK, title, early)
    assert "聘任" in finding.message
    later = document("appointment", {"title": "农艺师", "start_date": "2015-01-01"})
    lower = document("appointment", {"title": "助理农艺师", "start_date": "2010-01-01"})
    assert findings(CHECK, title, later, lower) == []


def test_a_scan_is_told_only_after_a_second_reading(second_reading) -> None:
    scan = document("patent_certificate", {"application_date": "2018-03-01", "grant_date": "2017-11-21"}, source="ocr")
    second_reading("2018-03-01 2017-11-21")
    assert len(findings(CHECK, scan, pictures=BlankPictures())) == 1
    second_reading("2013-03-01 2017-11-21")
    assert findings(CHECK, scan, pictures=BlankPictures()) == []


@pytest.mark.parametrize(
    ("dates", "count"),
    [
        ({"received_date": "2018-01-15", "accepted_date": "2017-12-03"}, 1),
        ({"received_date": "2018-01-15", "accepted_date": "2018-04-03", "year": "2018"}, 0),
        ({"received_date": "2019-02-11", "year": "2018"}, 1),
        ({"received_date": "2018-12-11", "accepted_date": "2019-02-20", "year": "2018"}, 0),  # a late issue of the year
        ({"received_date": "2018-02-11", "accepted_date": "2019-07-20", "year": "2018"}, 1),
        ({"received_date": "2018", "revised_date": "2018-03", "year": "2018"}, 0),
    ],
)
def test_the_steps_of_a_manuscript(dates: dict[str, str], count: int) -> None:
    assert len(findings(CHECK, document("paper", {"title": "某项研究"} | dates))) == count


def test_a_proof_older_than_the_service_is_told_and_a_decision_to_send_is_not() -> None:
    dates = {"start_date": "2019-03-01", "end_date": "2020-03-01", "issue_date": "2018-03-01"}
    assert len(findings(CHECK, document("service_proof", dates, text="驻村工作证明"))) == 1
    assert findings(CHECK, document("service_proof", dates, text="关于选派驻村工作队员的通知")) == []
    assert findings(CHECK, document("service_proof", dates | {"issue_date": "2020-03-20"}, text="驻村工作证明")) == []


def test_an_expired_registration_report_is_a_hint() -> None:
    (finding,) = findings(CHECK, document("credential_report", {"valid_until": "2020-06-30"}))
    assert finding.severity == "notice"
    assert findings(CHECK, document("credential_report", {"valid_until": "2021-06-30"})) == []


def test_a_birth_after_the_graduation_is_told_only_when_it_is_the_applicants() -> None:
    own = {"id_number": "53010219850307123X", "birth_date": "1985-03-07"}
    assert len(findings(CHECK, document("application_form", own | {"graduation_date": "1984-07"}))) == 1
    other = own | {"birth_date": "2018-04", "graduation_date": "2006-07"}
    assert findings(CHECK, document("application_form", other)) == []


def test_a_title_gained_before_the_only_full_time_course_was_finished_is_told() -> None:
    title = document("title_certificate", {"title": "工程师", "approved_date": "2005-12-01"})
    course = {"education_level": "本科", "start_date": "2002-09", "end_date": "2006-07"}
    assert len(findings(CHECK, title, document("diploma", course))) == 1
    for harmless in (
        {"study_mode": "函授"},
        {"education_level": "硕士研究生"},
        {"start_date": "2001-09", "end_date": "2005-07"},
        {"end_date": "2005-12"},
    ):
        assert findings(CHECK, title, document("diploma", course | harmless)) == []
    earlier = document("diploma", {"education_level": "专科", "start_date": "1997-09", "end_date": "2000-07"})
    assert findings(CHECK, title, document("diploma", course), earlier) == []


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("授权公告日：2025年10月71日", 1),
        ("二〇一九年起；2019年2月30日", 1),
        ("2020年2月29日", 0),
        ("2019年10月1日至2019年12月31日", 0),
        ("2019年10月第31期", 0),
    ],
)
def test_a_day_that_no_calendar_has_is_a_hint(line: str, count: int) -> None:
    paper = document("other", {}, text=line)
    assert [f.severity for f in findings(CHECK, paper, dossier=printed(paper, line))] == ["notice"] * count


def test_a_misread_day_is_not_told(second_reading) -> None:
    paper = document("other", {}, text="2025年10月71日", source="ocr")
    second_reading("2025年10月11日")
    assert findings(CHECK, paper, dossier=printed(paper, "2025年10月71日"), pictures=BlankPictures()) == []


SERVED = {"start_date": "2017-05-08", "end_date": "2019-05-20", "issue_date": "2018-06-15"}


@pytest.mark.parametrize(
    ("text", "changed", "severities"),
    [
        ("服务期间工作扎实，考\n核结果为合格。", {}, ["suspect"]),
        ("服务期间工作扎实。", {}, ["notice"]),  # issued midway with the planned end
        ("派驻期限两年，2017年度考核结果为合格。", {}, ["notice"]),
        ("期满考核结果为合格。", {"issue_date": "2019-05-06"}, []),  # in the last weeks
        ("期满考核结果为合格。", {"issue_date": "2019-06-15"}, []),
        ("选派某同志的通知", {}, []),
    ],
)
def test_a_proof_that_is_older_than_the_end_it_certifies(text, changed, severities) -> None:
    found = findings(CHECK, document("service_proof", SERVED | changed, text=text))
    assert [f.severity for f in found] == severities


ISSUE = {"journal": "滇南传播", "year": "2019", "issue": "3"}


@pytest.mark.parametrize(
    ("step", "printed", "count"),
    [
        ({"received_date": "2019-09-20"}, "2019-06-15", 1),
        ({"received_date": "2019-08-01"}, "2019-06-15", 0),  # an issue that came out late
        ({"accepted_date": "2019-08-20"}, "2019-06-15", 0),  # bears a date before the acceptance
        ({"received_date": "2019-09-20"}, "2019-12-15", 0),
    ],
)
def test_a_manuscript_received_after_its_issue_was_printed(step, printed: str, count: int) -> None:
    imprint = document("journal_pages", ISSUE | {"issue_date": printed})
    assert len(findings(CHECK, document("paper", ISSUE | step), imprint)) == count


def test_the_imprint_of_another_issue_says_nothing_of_a_manuscript() -> None:
    imprint = document("journal_pages", ISSUE | {"issue": "2", "issue_date": "2019-06-15"})
    assert findings(CHECK, document("paper", ISSUE | {"received_date": "2019-09-20"}), imprint) == []

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from checks.eligibility import roles
from checks.eligibility.judge import judge
from checks.eligibility.measures import measures
from checks.eligibility.measures.civil_servant import signs
from checks.eligibility.measures.commendation import body, rank
from checks.eligibility.measures.education import education
from checks.eligibility.measures.listed_field import fields
from checks.eligibility.measures.publicity import working_days
from checks.eligibility.measures.routing import series_named
from checks.eligibility.measures.term import term
from checks.eligibility.measures.training_record import by_year
from checks.eligibility.places import workplace
from checks.eligibility.spans import Day, calendar_years, day, full_years, union_days
from checks.eligibility.subject import Subject
from corpus.calendar import CalendarNotLoaded
from corpus.policy.loader import load
from corpus.policy.records import MeasureName, Role
from tests.checks.builders import case, document, printed


def test_every_measure_a_pack_may_name_is_there() -> None:
    assert set(measures()) == set(get_args(MeasureName))


def test_every_role_a_scope_may_name_is_there() -> None:
    assert set(roles.ROLES) == set(get_args(Role))


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2015-12-31", "2020-12-31", 5),
        ("2016-01-01", "2020-12-31", 4),
        ("2015-06-01", "2020-05-31", 4),
        ("2016-02-29", "2020-02-28", 3),
        ("2021-01-01", "2020-12-31", 0),
    ],
)
def test_full_years_go_by_anniversary(start: str, end: str, years: int) -> None:
    assert full_years(date.fromisoformat(start), date.fromisoformat(end)) == years


def test_calendar_years_count_both_ends() -> None:
    assert calendar_years(date(2016, 12, 1), date(2020, 1, 1)) == 5


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-7-5", date(2019, 7, 5), date(2019, 7, 5)),
    ],
)
def test_a_day_is_as_exact_as_it_was_printed(text: str, low: date, high: date) -> None:
    assert day(text) == Day(low, high)


@pytest.mark.parametrize("text", ["2019-02-30", "至今", "", "19-07", "2019-13"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([], 0),
        ([("2019-01-01", "2019-12-31")], 365),
        ([("2019-01-01", "2019-06-30"), ("2019-06-01", "2019-12-31")], 365),
        ([("2019-01-01", "2019-01-10"), ("2019-01-03", "2019-01-05")], 10),
        ([("2019-02-01", "2019-02-10"), ("2019-01-01", "2019-01-10")], 20),
    ],
)
def test_overlapping_days_count_once(spans: list[tuple[str, str]], days: int) -> None:
    assert union_days((date.fromisoformat(a), date.fromisoformat(b)) for a, b in spans) == days


@pytest.mark.parametrize(
    ("start", "end", "inclusive", "exclusive"),
    [
        ("2020-09-28", "2020-10-10", 5, 4),  # handbook 1.3: the fifth day, counted with the first one
        ("2020-09-28", "2020-10-12", 6, 5),
        ("2020-11-02", "2020-11-06", 5, 4),
        ("2020-06-22", "2020-06-29", 5, 4),  # the dragon boat festival, and a Sunday worked
        ("2020-11-07", "2020-11-08", 0, 0),
    ],
)
def test_working_days_by_both_conventions(start: str, end: str, inclusive: int, exclusive: int) -> None:
    count = working_days(date.fromisoformat(start), date.fromisoformat(end))
    assert (count.inclusive, count.exclusive) == (inclusive, exclusive)


def test_a_year_without_a_calendar_is_not_guessed() -> None:
    with pytest.raises(CalendarNotLoaded):
        working_days(date(2035, 9, 3), date(2035, 9, 12))


@pytest.mark.parametrize(
    ("stated", "employer", "region", "place"),
    [
        ("怒江州福贡县鹿马登乡", "", "533323", "township"),
        ("", "镇雄县以勒镇中心学校", "530627", "township"),
        ("昭通市镇雄县", "", "530627", None),
        ("", "会泽县金钟中学", "530326", None),
        ("", "镇康县人民医院", "530924", "county"),
        ("", "凤庆县小湾镇正义村完小", "530921", "village"),
        ("云南省普洱市", "墨江县民族中学", "530822", "county"),
        ("昆明市盘龙区", "", "530103", "county"),
        ("", "昆明市第三中学", "530100", "prefecture"),
        ("", "维西傈僳族自治县塔城镇水务工作站", "533423", "township"),
        ("", "镇雄县城镇居民医疗保险中心", "530627", None),
        ("", "某某公司", "", None),
    ],
)
def test_a_workplace_is_placed_down_to_the_township(stated: str, employer: str, region: str, place: str | None) -> None:
    found = workplace(stated, employer)
    assert (found.region, found.place) == (region, place)


@pytest.mark.parametrize(
    ("issuer", "kind", "level"),
    [
        ("中共云南省委、云南省人民政府", "committee_or_government", 3),
        ("中共镇雄县委员会", "committee_or_government", 1),
        ("镇雄县人民政府", "committee_or_government", 1),
        ("昭通市人民政府", "committee_or_government", 2),
        ("国务院", "committee_or_government", 4),
        ("国务院扶贫开发领导小组办公室", "department", 4),
        ("镇雄县扶贫开发领导小组办公室", "department", 1),
        ("镇雄县教育体育局", "department", 1),
        ("云南省人民政府办公厅", "department", 3),
        ("镇雄县以勒镇人民政府", "committee_or_government", 0),
        ("", "unknown", 0),
    ],
)
def test_a_commending_body_is_parsed(issuer: str, kind: str, level: int) -> None:
    assert (body(issuer), rank(issuer)) == (kind, level)


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("大学本科", "本科"),
        ("大专", "专科"),
        ("研究生", "硕士研究生"),
        ("博士", "博士研究生"),
        ("学士", "本科"),
        ("高中", None),
    ],
)
def test_an_education_word_gives_its_rung(text: str, rung: str | None) -> None:
    assert education(text) == rung


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("云南省农业工程高级职称评审委员会", {"agriculture", "engineering"}),
        ("云南省会计系列高级职称评审委员会", {"accounting"}),
        ("某某大学自主评审委员会", set()),
    ],
)
def test_a_committee_names_its_series(name: str, series: set[str]) -> None:
    assert series_named(name) == series


@pytest.mark.parametrize(
    ("specialty", "named"),
    [
        ("道路与桥梁工程", ["交通"]),
        ("地质工程", ["地质测绘"]),
        ("食品质量与安全", ["轻纺", "安全", "质量"]),
        ("航天工程", []),
    ],
)
def test_a_specialty_leads_to_its_engineering_field(specialty: str, named: list[str]) -> None:
    rule = load("yunnan-2020").rule("engineering-field")
    assert rule is not None
    assert fields(specialty, rule.entry.terms) == named


THREE = [2017, 2018, 2019]


@pytest.mark.parametrize(("graduated", "years"), [("2018-07-01", [2019]), ("2009-07-01", THREE), ("", THREE)])
def test_nobody_is_appraised_before_graduation(graduated: str, years: list[int]) -> None:
    form = document("application_form", {"applied_title": "助理工程师", "applied_level": "junior"})
    diploma = document("diploma", {"end_date": graduated} if graduated else {})
    assert term(Subject(case(form, diploma, policy=load("yunnan-2020"))), 5) == years


@pytest.mark.parametrize(("graduated", "outcome"), [("2018-07-01", "cannot_tell"), ("2017-07-01", "not_met")])
def test_the_year_of_joining_need_not_have_the_hours_of_a_full_one(graduated: str, outcome: str) -> None:
    form = document("application_form", {"applied_title": "助理农艺师", "applied_level": "junior"}, id="d01")
    diploma = document("diploma", {"end_date": graduated}, id="d02")
    hours = [{"year": "2018", "hours": "40"}, {"year": "2019", "hours": "92"}]
    record = document("continuing_education", {"issue_date": "2020-08-31"}, *hours, id="d03", text="学时登记")
    policy = load("yunnan-2020")
    judged = case(form, diploma, record, policy=policy)
    (row,) = (r for r in judge(judged) if r.id == "training-hours")
    assert row.outcome == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("因产假全年在岗不足半年，按规定不参加 2018 年度考核", "cannot_tell"),
        ("2018年3月起休产假，当年未参加年度考核", "cannot_tell"),
        ("2018年参加业务培训考核", "not_met"),
    ],
)
def test_a_year_without_appraisal_that_a_paper_explains_is_left_open(text: str, outcome: str) -> None:
    form = document("application_form", {"applied_title": "助理农艺师", "applied_level": "junior"}, id="d01")
    years = [{"year": year, "grade": "合格"} for year in ("2017", "2019")]
    record = document("annual_appraisal", {}, *years, id="d02", text=text)
    judged = case(form, record, policy=load("yunnan-2020"))
    (row,) = (r for r in judge(judged) if r.id == "appraisal")
    assert row.outcome == outcome


@pytest.mark.parametrize(("number", "hours"), [("XY-2020-0663", 62), ("XY-2020-0664", 124)])
def test_a_register_filed_twice_counts_once(number: str, hours: int) -> None:
    shown = {"year": "2017", "hours": "62", "issue_date": "2020-08-18"}
    first = document("continuing_education", shown | {"certificate_number": "XY-2020-0663"}, id="d01")
    second = document("continuing_education", shown | {"certificate_number": number}, id="d02")
    assert by_year(Subject(case(first, second)))[2017].amount == hours


@pytest.mark.parametrize(
    ("text", "outcome"), [("现予公示，公示期5个工作日。", "not_applicable"), ("现予确认。", "not_met")]
)
def test_a_list_shown_in_public_is_no_filing(text: str, outcome: str) -> None:
    policy = load("yunnan-2020")
    results = document("employer_publicity", {"end_date": "2020-12-20"}, text="评审结果公示", id="d01")
    notice = document("title_notice", {"issue_date": "2020-12-14", "names": ("李明",)}, text=text, id="d02")
    subject = Subject(case(results, notice, policy=policy))
    subject.documents = {d.type: [d] for d in (results, notice)}
    (told,) = measures()["filing"].rows(subject, policy.rules[0], None)
    assert told.outcome == outcome


def test_every_paper_that_speaks_for_the_civil_service_is_named() -> None:
    said = "2016.04—至今 某县农业农村局 四级主任科员"
    form = document("application_form", {"person_name": "和丽江"}, id="d01", text=said)
    letter = document("appointment", {"title": "四级主任科员"}, id="d02")
    subject = Subject(case(form, letter, dossier=printed(form, said)))
    assert {held.document.id for held in signs(subject)} == {"d01", "d02"}

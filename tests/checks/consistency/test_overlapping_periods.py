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


def test_service_that_is_the_own_post_goes_with_being_sent_elsewhere() -> None:
    form = document("application_form", {"employer": "某县甲镇中心卫生院"})
    assert findings(CHECK, form, document(*SERVICE), document(*ELSEWHERE)) == []
    other = document("application_form", {"employer": "某县人民医院"})
    assert len(findings(CHECK, other, document(*SERVICE), document(*ELSEWHERE))) == 1


COURSE = {"issuer": "某医科大学附属医院", "start_date": "2014-06-01", "end_date": "2014-11-30"}


def test_a_course_away_from_work_during_service_elsewhere_is_noted() -> None:
    away = document("continuing_education", COURSE, text="于2014年6月1日至2014年11月30日脱产进修")
    (finding,) = findings(CHECK, away, document(*SERVICE))
    assert finding.severity == "notice"


@pytest.mark.parametrize(
    ("course", "text"),
    [(COURSE, "不脱产培训"), (COURSE | {"end_date": "2014-06-28"}, "脱产培训")],
)
def test_a_short_course_or_one_beside_the_work_stays_silent(course: dict[str, str], text: str) -> None:
    assert findings(CHECK, document("continuing_education", course, text=text), document(*SERVICE)) == []


def test_teaching_beside_the_post_is_no_second_one() -> None:
    post = {"employer": "甲公司", "start_date": "2016-01-01", "end_date": "2020-12-31"}
    beside = document(
        "appointment",
        {"employer": "乙学院", "start_date": "2018-09", "end_date": "2021-08"},
        text="聘为企业导师（兼职），不影响本职工作",
    )
    assert findings(CHECK, document("appointment", post), beside) == []


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
        OTHER_WORKS | {"role": "设计项目经理"},
        OTHER_WORKS | {"role": "项目经理助理"},
    ],
)
def test_works_led_lawfully_stay_silent(other) -> None:
    assert findings(CHECK, document("merit_proof", WORKS), document("merit_proof", other)) == []


@pytest.mark.parametrize(
    "role", ["施工总承包项目经理", "项目经理（一级注册建造师）", "项目经理兼技术负责人", "项目总监"]
)
def test_who_leads_works_under_other_words(role: str) -> None:
    works = [document("merit_proof", values | {"role": role}, text="现场") for values in (WORKS, OTHER_WORKS)]
    assert [f.severity for f in findings(CHECK, *works)] == ["notice"]


SITE = {"role": "驻场项目负责人", "project_name": "勐腊县甲工程", "start_date": "2018-03-01", "end_date": "2019-06-30"}
FAR = SITE | {"project_name": "泸水市乙工程", "role": "驻场技术负责人（全职）", "start_date": "2018-09-01"}
FAR_TEXT = "其间全职驻泸水工地"


@pytest.mark.parametrize(("said", "severity"), [("担任驻场项目负责人（全职）", "suspect"), ("驻场", "notice")])
def test_kept_on_two_sites_at_one_time(said: str, severity: str) -> None:
    (finding,) = findings(CHECK, document("merit_proof", SITE, text=said), document("merit_proof", FAR, text=FAR_TEXT))
    assert finding.severity == severity and "全职驻场" in finding.message


def test_a_part_in_works_that_keeps_nobody_on_site_says_nothing() -> None:
    part = document("merit_proof", SITE | {"role": "技术负责人"}, text="担任技术负责人，全职员工三十人")
    assert findings(CHECK, part, document("merit_proof", FAR, text=FAR_TEXT)) == []


@pytest.mark.parametrize(
    ("first", "second", "severities"),
    [
        ("任项目负责人（专职驻现场），负责设计", "任项目负责人，按合同常驻工地", ["suspect"]),
        ("任项目负责人，不脱产", "任项目负责人，按合同常驻工地", []),
        ("任项目负责人，负责设计；监理常驻工地", "任项目负责人，按合同常驻工地", []),
    ],
)
def test_how_a_role_was_held_stands_behind_it(first: str, second: str, severities: list[str]) -> None:
    held = [
        document("merit_proof", site | {"role": "项目负责人"}, text=text)
        for site, text in ((SITE, first), (FAR, second))
    ]
    assert [f.severity for f in findings(CHECK, *held)] == severities


VILLAGE = {"place": "澜沧县某乡某村", "start_date": "2018-03-10", "end_date": "2020-03-31"}


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("常驻国外基地，全职负责苗圃建设", ["suspect"]),
        ("常驻澜沧县基地，全职负责苗圃建设", []),  # where the village lies
        ("常驻普洱基地，全职负责苗圃建设", []),  # its prefecture
        ("在国外基地负责苗圃建设", ["notice"]),
    ],
)
def test_kept_on_a_site_while_serving_in_a_village(text: str, severities: list[str]) -> None:
    site = document("merit_proof", SITE | {"role": "常驻技术负责人", "project_name": "甲基地建设"}, text=text)
    found = findings(CHECK, document("service_proof", VILLAGE), site)
    assert [f.severity for f in found] == severities


FORM = document("application_form", {"employer": "某市日报社"})
POST = {"employer": "某市日报社", "start_date": "2015-01-01", "end_date": "2017-12-31"}
CONTRACT = {"employer": "某某传媒有限公司", "start_date": "2016-03-01", "end_date": "2018-02-28"}
APPRAISED = document("annual_appraisal", {"year": "2017", "employer": "某市日报社"})
FULL = "担任全职内容总监，执行标准工时制度"


def employed(post: dict[str, str], contract: dict[str, str], text: str, *more):
    return findings(
        CHECK, FORM, document("appointment", post), document("employment_contract", contract, text=text), *more
    )


def test_a_full_time_contract_elsewhere_during_an_appraised_post_is_told() -> None:
    (finding,) = employed(POST, CONTRACT, FULL, APPRAISED)
    assert finding.severity == "suspect" and "某某传媒" in finding.message


@pytest.mark.parametrize(
    ("post", "contract", "text", "more"),
    [
        (POST, CONTRACT, FULL, ()),  # nothing shows that the post was filled
        (POST, CONTRACT | {"start_date": "2014-03-01"}, FULL, (APPRAISED,)),  # ran on after a change of place
        (POST, CONTRACT, "双方订立劳动合同", (APPRAISED,)),  # not said to be full-time
        (POST, CONTRACT, FULL + "，由甲方派遣至用工单位", (APPRAISED,)),
        (POST, CONTRACT, FULL + "，离岗创业", (APPRAISED,)),
        (POST, CONTRACT | {"employer": "某市日报社"}, FULL, (APPRAISED,)),  # one unit
        (POST | {"employer": "某某集团"}, CONTRACT | {"employer": "某市日报社"}, FULL, (APPRAISED,)),  # the form's own
    ],
)
def test_posts_and_contracts_that_go_together_stay_silent(post, contract, text, more) -> None:
    assert employed(post, contract, text, *more) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [("兼职工作三方协议 乙方在保持原劳动关系不变的情况下兼任甲方技术顾问", 0), ("劳动合同书 乙方不得在外兼职", 1)],
)
def test_a_part_time_agreement_beside_the_contract_stays_silent(text: str, told: int) -> None:
    own = {"employer": "甲新材料股份有限公司", "start_date": "2018-10-26", "end_date": "2023-10-25"}
    other = {"employer": "云山乙化工厂", "start_date": "2019-09-01", "end_date": "2021-08-31"}
    papers = document("employment_contract", own), document("employment_contract", other, text=text)
    assert len(findings(CHECK, *papers)) == told

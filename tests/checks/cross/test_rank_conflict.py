from __future__ import annotations

from tests.checks.builders import document
from tests.checks.cross.people import person, said

AWARD = {"award_name": "某省科技进步奖", "award_grade": "三等奖", "issue_date": "2018-06-30"}


def award(name: str, rank: str, project: str = "引水工程衬砌关键技术研究", **more: str):
    return document("award_certificate", {**AWARD, "person_name": name, "rank": rank, "project_name": project, **more})


def test_two_applicants_with_one_place_are_a_suspicion() -> None:
    found = said(
        "rank-conflict", person("和丽江", award("和丽江", "1")), person("段云海", award("段云海", "第一完成人"))
    )
    assert sorted(found) == ["卷-和丽江", "卷-段云海"]
    assert "均为第1" in found["卷-和丽江"][0].message


def test_the_place_may_come_from_the_form() -> None:
    facts = AWARD | {"person_name": "段云海", "project_name": "引水工程衬砌关键技术研究"}
    form = document("application_form", None, {"claimed_award": AWARD["award_name"], "claimed_award_rank": "第1"})
    claimed = person("段云海", document("award_certificate", facts), form)
    assert said("rank-conflict", person("和丽江", award("和丽江", "1")), claimed)


def test_distinct_places_are_joint_work() -> None:
    assert said("rank-conflict", person("和丽江", award("和丽江", "1")), person("段云海", award("段云海", "2"))) == {}


def test_the_same_award_for_another_project_year_or_grade_is_innocent() -> None:
    one = person("和丽江", award("和丽江", "1"))
    for other in (
        award("段云海", "1", project="水库大坝安全监测"),
        award("段云海", "1", issue_date="2016-05-01"),
        award("段云海", "1", award_grade="二等奖"),
    ):
        assert said("rank-conflict", one, person("段云海", other)) == {}


def test_an_honour_without_a_place_is_innocent() -> None:
    honours = [document("award_certificate", {**AWARD, "person_name": n}) for n in ("和丽江", "段云海")]
    assert said("rank-conflict", person("和丽江", honours[0]), person("段云海", honours[1])) == {}


def test_shared_places_are_innocent() -> None:
    people = [person(n, award(n, "并列第1")) for n in ("和丽江", "段云海")]
    assert said("rank-conflict", *people) == {}


def test_an_honour_given_to_each_by_name_has_no_places() -> None:
    def honoured(name: str):
        said_of = {"award_name": "某省科普工作先进个人", "issue_date": "2017-12-18", "person_name": name}
        certificate = document("award_certificate", said_of | {"project_name": "科学技术普及"})
        row = {"claimed_award": "某省科普工作先进个人", "claimed_award_rank": "1"}
        return person(name, certificate, document("application_form", None, row))

    assert said("rank-conflict", honoured("和丽江"), honoured("段云海")) == {}

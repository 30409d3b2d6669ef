from __future__ import annotations

import pytest

from checks.identity.name_mismatch import CHECK
from checks.names import compare
from tests.checks.builders import BlankPictures, document, findings

NUMBER = "53010219850307123X"


def form(name: str = "和丽江"):
    return document("application_form", {"person_name": name, "id_number": NUMBER})


def diploma(name: str, **more):
    return document("diploma", {"person_name": name, "id_number": NUMBER}, **more)


def test_another_name_beside_the_same_number_is_a_suspicion() -> None:
    (finding,) = findings(CHECK, form(), diploma("杨国强"))
    assert (finding.severity, finding.certainty) == ("suspect", "deterministic")
    assert "身份证号码与申报人一致" in finding.explanation


def test_one_character_in_print_is_told() -> None:
    (finding,) = findings(CHECK, form(), diploma("和利江"))
    assert finding.certainty == "deterministic"


def test_one_character_in_a_scan_is_a_hint_only(second_reading) -> None:
    second_reading("和利江")
    (finding,) = findings(CHECK, form(), diploma("和利江", source="ocr"), pictures=BlankPictures())
    assert finding.certainty == "heuristic"


def award(name: str, **facts):
    return document("award_certificate", {"person_name": name, **facts})


def test_an_award_to_one_character_beside_the_applicant_is_told() -> None:
    (finding,) = findings(CHECK, form(), award("和利江"))
    assert "和利江" in finding.message


@pytest.mark.parametrize("given", [award("杨国强"), award("和利江", winners=("和利江", "杨国强"))])
def test_an_award_to_somebody_else_or_to_several_is_left_to_the_claims(given) -> None:
    assert findings(CHECK, form(), given) == []


@pytest.mark.parametrize("name", ["和 丽 江", "和丽江同志", "和丽□", "HE Lijiang"])
def test_other_ways_to_print_the_name_stay_silent(name: str) -> None:
    assert findings(CHECK, form(), diploma(name)) == []


def test_dots_of_transliterated_names_do_not_count() -> None:
    assert findings(CHECK, form("扎西·此里"), diploma("扎西•此里"), diploma("扎西此里")) == []


def test_a_wholly_different_person_is_left_to_its_own_check() -> None:
    stranger = document("diploma", {"person_name": "普学文", "id_number": "532627198809100028"})
    assert findings(CHECK, form(), stranger) == []


def test_a_name_that_stands_beside_the_applicants_is_the_readers_choice() -> None:
    assert findings(CHECK, form(), diploma("李校长", text="学生 和丽江 校长 李校长")) == []


@pytest.mark.parametrize(
    ("first", "second", "likeness"),
    [
        ("和丽江", "和丽江", "same"),
        ("买买提·吐尔逊", "买买提吐尔逊", "same"),
        ("王？明", "王䶮明", "variant"),
        ("王\ue123明", "王䶮明", "variant"),
        ("张伟", "张玮", "close"),
        ("欧阳春", "欧阳春晓", "close"),
        ("张伟", "李娜", "different"),
        ("张伟", "Zhang Wei", "incomparable"),
        ("张伟", "", "incomparable"),
    ],
)
def test_likeness_of_names(first: str, second: str, likeness: str) -> None:
    assert compare(first, second) == likeness


def test_a_part_of_the_name_beside_the_same_number_is_the_readers_fault() -> None:
    assert findings(CHECK, form(), diploma("丽江")) == []


CHANGED = "兹证明和丽江，户籍登记曾用名和小妹，2011年3月更名为和丽江，系同一人。"


@pytest.mark.parametrize("text", [CHANGED, "姓名 和丽江 曾用名 和小妹", "和小妹与和丽江是同一人"])
def test_a_former_name_that_a_paper_states_is_a_notice(text: str) -> None:
    (finding,) = findings(CHECK, form(), diploma("和小妹"), document("other", text=text))
    assert finding.severity == "notice" and "曾用名" in finding.message
    assert [place.document for place in finding.evidence] == ["d02", "d03"]


@pytest.mark.parametrize(
    "text",
    [
        "兹证明杨国强，曾用名和小妹，系同一人。",  # somebody else's
        "兹证明和丽江，户籍登记曾用名和丽丽，系同一人。",  # another former name
        "和丽江、和小妹均在我校任教多年，两人教学成绩突出，多次被评为优秀教师；学校原名某县第一中学。",
    ],
)
def test_a_paper_that_states_another_former_name_explains_nothing(text: str) -> None:
    (finding,) = findings(CHECK, form(), diploma("和小妹"), document("other", text=text))
    assert finding.severity == "suspect"

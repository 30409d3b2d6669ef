from __future__ import annotations

from tests.checks.cross.people import diploma, person, said

NUMBER = "53010219850307123X"


def test_one_id_number_in_two_dossiers_is_a_notice_in_both() -> None:
    found = said(
        "repeated-applicant",
        person("和丽江", diploma("和丽江"), id_number=NUMBER),
        person("和丽姜", diploma("和丽姜"), id_number="530102850307123"),
    )
    assert sorted(found) == ["卷-和丽姜", "卷-和丽江"]
    assert all(f.severity == "notice" for findings in found.values() for f in findings)


def test_other_and_broken_numbers_stay_silent() -> None:
    others = ("532627198809100028", "53010219850307123", "")
    people = [person(f"和丽{n}", diploma(f"和丽{n}"), id_number=number) for n, number in enumerate(others)]
    assert said("repeated-applicant", person("和丽江", diploma("和丽江"), id_number=NUMBER), *people) == {}

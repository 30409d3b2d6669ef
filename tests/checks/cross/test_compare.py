from __future__ import annotations

import msgspec
import pytest

from checks.cross.compare import compare
from checks.cross.imprint import Imprint
from tests.checks.cross.people import diploma, person

PEOPLE = [person(n, diploma(n)) for n in ("和丽江", "段云海", "杨苍山")]


def test_the_order_of_dossiers_makes_no_difference() -> None:
    assert compare(PEOPLE) == compare(PEOPLE[::-1])


def test_a_new_dossier_is_compared_with_the_earlier_ones_and_those_not_again() -> None:
    found = compare(PEOPLE[2:], earlier=PEOPLE[:2])
    assert len(found["卷-杨苍山"]) == len(compare(PEOPLE)["卷-杨苍山"])
    assert all("杨苍山" in finding.message for finding in found["卷-和丽江"])


def test_an_imprint_survives_storing() -> None:
    data = msgspec.msgpack.encode(PEOPLE[0])
    assert msgspec.msgpack.decode(data, type=Imprint) == PEOPLE[0]
    assert len(data) < 4000


def test_two_imprints_of_one_dossier_are_refused() -> None:
    with pytest.raises(ValueError, match="和丽江"):
        compare([PEOPLE[0], PEOPLE[0]])


def test_nothing_to_compare_finds_nothing() -> None:
    assert compare([]) == {} and compare(PEOPLE[:1]) == {}

"""Which dossiers the measuring makes, and how a run that was cut short goes on."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from checks.catalogue import infos
from tests.accuracy import kept
from tests.accuracy.cases import FIRST_SEED, alternating, faults, look_alikes, pairs, reading
from tests.accuracy.records import Case, Score
from tests.factory.pairs import PAIRS
from tests.factory.planting import codes

NEVER_HELD_OUT = 20_000


NOT_DRAWN = {
    "cross.repeated-applicant",  # takes two whole lives of one person
    "consistency.award-issuer",  # the factory's awards are given by offices and societies
    "consistency.insurance-gap",  # the factory's records of insurance hold one spell
    "forensics.page-size",  # the factory draws all pages of a document in one size
}


def wanted(*names: str):
    return lambda code: code in names


def test_several_faults_share_a_dossier_but_never_two_of_one_code() -> None:
    names = ("numbers.isbn", "numbers.degree-number", "identity.gender-mismatch", "eligibility.publicity-too-short")
    cases = list(faults(3, wanted(*names), NEVER_HELD_OUT))
    planted = [[name.partition("@")[0] for name in case.defects] for case in cases]
    assert Counter(code for codes in planted for code in codes) == dict.fromkeys(names, 3)
    assert all(len(set(codes)) == len(codes) for codes in planted)
    assert len(cases) < 3 * len(names) / 2


def test_faults_that_would_meet_on_one_paper_stand_in_different_dossiers() -> None:
    cases = list(faults(2, wanted("numbers.diploma-number", "eligibility.education-below"), NEVER_HELD_OUT))
    assert [len(case.defects) for case in cases] == [1, 1, 1, 1]


def test_one_planting_in_ten_is_scanned() -> None:
    cases = list(faults(10, wanted("numbers.isbn"), NEVER_HELD_OUT))
    assert Counter(case.carrier for case in cases) == {"digital": 9, "scan": 1}


def test_a_dossier_of_look_alikes_is_whole_and_counts_as_clean() -> None:
    for case in look_alikes(1, wanted("numbers.isbn", "numbers.doi"), NEVER_HELD_OUT):
        assert case.clean and case.innocents and not case.defects


def test_seeds_below_the_held_out_ones_use_nothing_that_is_held_out() -> None:
    for first, expected in ((NEVER_HELD_OUT, False), (FIRST_SEED, True)):
        cases = [*reading(2, first), *pairs(1, lambda code: True, first), *faults(1, wanted("numbers.isbn"), first)]
        assert {case.held_out for case in cases} == {expected}


def test_a_run_cut_short_has_some_of_everything() -> None:
    several = [list(reading(3)), [Case(name=f"x{n}", seed="1", carrier="digital") for n in range(2)]]
    assert [case.name for case in alternating(several)] == ["clean-000", "x0", "clean-001", "x1", "clean-002"]


def test_every_code_can_be_planted() -> None:
    planted = {*codes(), *(pair.code for pair in PAIRS)}
    assert {item.code for item in infos() if item.status != "retired"} - NOT_DRAWN <= planted


def test_scores_kept_before_are_not_measured_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def measured(case: Case, keep: Path | None) -> Score:
        done.append(case.name)
        return Score(case=case, pages=1)

    monkeypatch.setattr(kept, "score", measured)
    cases = [Case(name=name, seed="1", carrier="digital") for name in "abc"]
    place = tmp_path / "scores.jsonl"
    assert len(list(kept.kept_or_run(cases[:2], 1, place))) == 2
    with place.open("ab") as store:
        store.write(b'{"case": {"name": "c", "cut off')
    assert {score.case.name for score in kept.kept_or_run(cases, 1, place)} == set("abc")
    assert done == ["a", "b", "c"]

"""The cases that live beside the packs, and that every row of the handbook's tables 1.1 and 1.2 has its three kinds."""

from __future__ import annotations

import pytest

from checks.eligibility.rejudge import run
from corpus.policy.cases import Loaded, PolicyCase, load_cases, merged
from corpus.policy.loader import load

PACK = "yunnan-2020"
POLICY = load(PACK)
LOADED = load_cases(PACK)
ALL = [(item, case) for item in LOADED for case in item.file.cases]
# Handbook 1.1, and for 二（一）–二（六） the scopes of 1.2.
ROWS = [
    *("head", "一（一）", "一（二）", "一（三）", "一（四）", "一（五）"),
    *("二（一）a", "二（二）b", "二（三）c1", "二（三）c2", "二（三）c3", "二（三）c4"),
    *("二（四）d1", "二（四）d2", "二（四）d3", "二（四）d4", "二（四）d5", "二（五）e", "二（五）f", "二（六）g"),
    *("三（一）", "三（二）", "四（一）", "四（二）", "四（三）", "tail"),
]


@pytest.mark.parametrize(("item", "case"), ALL, ids=[f"{i.file.row}-{c.name}" for i, c in ALL])
def test_a_case_comes_out_as_written(item: Loaded, case: PolicyCase) -> None:
    assert run(case, merged(item.file.given, case.facts), POLICY).wrong == ()


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_handbook_has_a_case_that_passes_one_that_fails_and_one_out_of_scope(row: str) -> None:
    shown = {case.shows for item in LOADED if item.file.row == row for case in item.file.cases}
    assert shown == {"pass", "fail", "out-of-scope"}

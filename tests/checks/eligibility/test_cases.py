"""The cases that live beside the packs, and that every row of the handbook's tables 1.1 and 1.2 has its three kinds."""

from __future__ import annotations

import re

import pytest

from checks.eligibility.rejudge import run
from corpus.policy.cases import Loaded, PolicyCase, load_cases, merged
from corpus.policy.loader import load
from corpus.policy.records import Rule

PACK = "yunnan-2020"
POLICY = load(PACK)
LOADED = load_cases(PACK)
ALL = [(item, case) for item in LOADED for case in item.file.cases]
# Handbook 1.1, and for 二（一）–二（六） the scopes of 1.2.
ROWS = [
    *("head", "一（一）", "一（二）", "一（三）", "一（四）", "一（五）"),
    *("二（一）a", "二（二）b", "二（三）c1", "二（三）c2", "二（三）c3", "二（三）c4"),
    *("二（四）d1", "二（四）d2", "二（四）d3", "二（四）d4", "二（四）d5", "二（四）基层有效"),
    *("二（五）e", "二（五）f", "二（六）g"),
    *("三（一）", "三（二）", "四（一）", "四（二）", "四（三）", "tail"),
]


LETTER = re.compile("(?<=）)(?:[a-g][1-5]?|基层有效)$")
# Entries whose outcome is "cannot tell" at best: they rest on a text that is not loaded, or only ask a person.
NEVER_MET = {"committee-plan", "fallback", "plan-2019", "base-title-scope", "sanction"}


@pytest.mark.parametrize(("item", "case"), ALL, ids=[f"{i.file.row}-{c.name}" for i, c in ALL])
def test_a_case_comes_out_as_written(item: Loaded, case: PolicyCase) -> None:
    assert run(case, merged(item.file.given, case.facts), POLICY).wrong == ()


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_handbook_has_a_case_that_passes_one_that_fails_and_one_out_of_scope(row: str) -> None:
    shown = {case.shows for item in LOADED if item.file.row == row for case in item.file.cases}
    assert shown == {"pass", "fail", "out-of-scope"}


def test_no_clause_of_the_notice_is_without_a_row_and_no_row_without_its_clause() -> None:
    clauses = [clause.ref for clause in POLICY.packs[0].clauses]
    assert list(dict.fromkeys(LETTER.sub("", row) for row in ROWS)) == clauses


def test_no_file_of_cases_tests_a_row_of_the_notice_that_is_not_there() -> None:
    others = {clause.ref for pack in POLICY.packs[1:] for clause in pack.clauses}
    rows = {item.file.row for item in LOADED}
    assert {row for row in rows if row.startswith(("head", "一", "二", "三", "四", "tail"))} - others <= set(ROWS)


@pytest.mark.parametrize("rule", [r for r in POLICY.rules if r.pack == PACK], ids=lambda r: r.entry.id)
def test_every_entry_of_the_notice_is_seen_both_ways(rule: Rule) -> None:
    """A directive never gives a row; anything else comes out one way in some case and another way in some other."""
    outcomes = {case.expect[rule.entry.id] for _, case in ALL if rule.entry.id in case.expect}
    if rule.entry.kind == "directive":
        assert outcomes <= {"absent"}
    elif rule.entry.id in NEVER_MET:
        assert "cannot_tell" in outcomes
    else:
        assert "met" in outcomes
        assert outcomes & {"not_met", "not_applicable", "cannot_tell"}

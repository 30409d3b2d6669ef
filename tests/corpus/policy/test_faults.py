"""Every kind of fault is refused with its line, and all faults of a file at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.policy.errors import PackError
from corpus.policy.loader import load

GOOD = """\
id: some-pack
title: 某通知
issuer: 某厅
tier: province
since: 2020-01-01
region: "530000"
sources:
  S: {title: 某通知}
clauses:
  - {ref: 一, heading: 某条}
entries:
  - id: hours
    clause: 一
    kind: requirement
    title: 学时
    source: S
    mark: A
    does: 核学时
    measure: training-hours
    scope: {regions: ["530326"], series: [health]}
    values:
      - {since: 2020-01-01, until: 2020-06-30, at_least: 90}
      - {since: 2020-07-01, at_least: 90}
"""

VALUES = GOOD[GOOD.index("      - {since: 2020-01-01, until") :]

CASES = [
    ("unknown key", "tier: province", "tier: province\ncolour: red", 5, "unknown key 'colour'"),
    ("misspelt key", "    measure:", "    mesure:", 19, "did you mean 'measure'?"),
    ("duplicate key", "issuer: 某厅", "issuer: 某厅\nissuer: 某局", 4, "duplicate key 'issuer', first on line 3"),
    ("lacking key", "    mark: A\n", "", 12, "lacks mark"),
    ("bad date", "since: 2020-01-01\nregion", "since: 2020-13-01\nregion", 5, "is not a date such as 2020-07-01"),
    ("bad mark", "mark: A", "mark: D", 17, "is not one of 'A', 'B', 'C'"),
    ("bad kind", "kind: requirement", "kind: wish", 14, "'wish' is not one of"),
    ("unknown measure", "training-hours", "shoe-size", 19, "is not one of"),
    ("unknown region", '["530326"]', '["539999"]', 20, "unknown region code '539999'"),
    ("unknown list", '["530326"]', '["@moon"]', 20, "unknown region code '@moon'"),
    ("unknown region of the pack", '"530000"', '"990000"', 6, "unknown region code '990000'"),
    ("unknown series", "[health]", "[astrology]", 20, "unknown series 'astrology'"),
    ("unknown source", "source: S", "source: T", 16, "source 'T' is not among the pack's sources"),
    ("unknown clause", "    clause: 一", "    clause: 二", 13, "there is no clause '二'"),
    ("clause served by nothing", "某条}", "某条}\n  - {ref: 二, heading: 另条}", 11, "clause 二 is served by nothing"),
    ("overlapping dates", "until: 2020-06-30", "until: 2020-07-15", 23, "overlapping dates"),
    ("gap in dates", "until: 2020-06-30", "until: 2020-05-31", 23, "a gap in the dates"),
    ("end before start", "until: 2020-06-30", "until: 2019-06-30", 22, "lies before since"),
    ("list for a word", "title: 学时", "title: [学时]", 15, "expected a text, found a list"),
    ("word for a list", '["530326"]', "530326", 20, "expected a list"),
    ("number wanted", "at_least: 90}\n", "at_least: many}\n", 22, "is not a number"),
    ("requirement without measure", "    measure: training-hours\n", "", 12, "needs a measure, or a gap"),
    ("directive without reason", "kind: requirement", "kind: directive", 12, "a directive needs a reason"),
    ("preference without effects", "kind: requirement", "kind: preference", 12, "a preference needs effects"),
    ("bad id", "id: some-pack", "id: Some Pack", 1, "only small letters, digits and hyphens"),
    ("aliases", VALUES, "      - &v {since: 2020-01-01, at_least: 90}\n      - *v\n", 22, "aliases are not allowed"),
    ("tab", "tier: province", "tier:\tprovince\n\tx: 1", 5, "not readable as YAML"),
]


def loaded(folder: Path, text: str) -> list[tuple[int, str]]:
    path = folder / "some-pack.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        load(str(path))
    except PackError as error:
        return [(f.line, f.reason) for f in error.faults]
    return []


def test_the_sound_pack_has_no_faults(tmp_path: Path) -> None:
    assert loaded(tmp_path, GOOD) == []


@pytest.mark.parametrize(("name", "old", "new", "line", "reason"), CASES, ids=[c[0] for c in CASES])
def test_a_fault_is_refused_with_its_line(
    tmp_path: Path, name: str, old: str, new: str, line: int, reason: str
) -> None:
    assert old in GOOD
    found = loaded(tmp_path, GOOD.replace(old, new, 1))
    assert any(f[0] == line and reason in f[1] for f in found), found


def test_entries_that_stand_twice_are_refused(tmp_path: Path) -> None:
    entry = GOOD[GOOD.index("  - id: hours") :]
    assert (24, "entries: 'hours' stands twice, first on line 12") in loaded(tmp_path, GOOD + entry)


def test_all_faults_of_a_file_are_told_in_one_go(tmp_path: Path) -> None:
    bad = GOOD.replace("mark: A", "mark: D").replace("tier: province", "tier: moon").replace("does:", "dose:")
    assert len(loaded(tmp_path, bad)) >= 3


def test_sense_is_checked_in_one_go_too(tmp_path: Path) -> None:
    bad = GOOD.replace("[health]", "[astrology]").replace('["530326"]', '["539999"]').replace("source: S", "source: T")
    assert [line for line, _ in loaded(tmp_path, bad)] == [16, 20, 20]


def test_codes_may_stand_without_quotes(tmp_path: Path) -> None:
    assert loaded(tmp_path, GOOD.replace('["530326"]', "[530326]")) == []

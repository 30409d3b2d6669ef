from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.policy.errors import PackError
from corpus.policy.loader import PACKS, available, load
from corpus.policy.records import Value

PACK = """\
id: {id}
title: 某通知
issuer: 某厅
tier: {tier}
since: 2020-01-01
{more}
sources:
  S: {{title: 某通知, loaded: true}}
clauses:
  - {{ref: 一, heading: 某条}}
entries:
  - id: training-hours
    clause: 一
    kind: requirement
    title: 学时
    source: S
    mark: A
    does: 核学时
    measure: training-hours
    values:
      - {{since: 2020-01-01, at_least: {hours}}}
"""


def written(folder: Path, id: str, *, tier: str = "province", more: str = "", hours: int = 90) -> Path:
    path = folder / f"{id}.yaml"
    path.write_text(PACK.format(id=id, tier=tier, more=more, hours=hours), encoding="utf-8")
    return path


def faults(path: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        load(str(path))
    return [f"{f.line}: {f.reason}" for f in caught.value.faults]


@pytest.mark.parametrize("path", sorted(PACKS.glob("*.yaml")), ids=lambda p: p.stem)
def test_every_pack_of_the_product_loads(path: Path) -> None:
    policy = load(path.stem)
    assert policy.id == path.stem
    assert len(policy.sha256) == 64
    assert policy.rules
    assert not policy.warnings


def test_the_packs_listed_are_those_in_the_folder() -> None:
    assert [p.id for p in available()] == sorted(p.stem for p in PACKS.glob("*.yaml"))


def test_the_notice_stands_on_the_earlier_one_and_that_on_the_national_provisions() -> None:
    order = [p.id for p in load("yunnan-2020").packs]
    assert order[0] == "yunnan-2020"
    assert order[-1] == "national"
    assert order.index("yunnan-2019") < order.index("national")
    assert {"engineering", "agriculture", "accounting", "economics", "school-teachers", "health"} <= set(order)


def test_the_earlier_notice_says_that_its_text_is_not_loaded() -> None:
    policy = load("yunnan-2019")
    assert not policy.packs[0].loaded
    assert all(r.entry.gap for r in policy.rules if r.pack == "yunnan-2019")


def test_a_nearer_pack_takes_the_place_of_a_farther_entry_of_the_same_id(tmp_path: Path) -> None:
    written(tmp_path, "far", tier="national", hours=90)
    near = written(tmp_path, "near", more="extends: [far]", hours=100)
    rule = load(str(near)).rule("training-hours")
    assert rule is not None
    assert rule.pack == "near"
    assert rule.entry.values[0].at_least == 100


def test_a_rule_laxer_than_the_national_one_is_warned_of(tmp_path: Path) -> None:
    written(tmp_path, "far", tier="national", hours=90)
    near = written(tmp_path, "near", more="extends: [far]", hours=72)
    near.write_text(near.read_text(encoding="utf-8").replace("id: training-hours", "id: fewer-hours"), encoding="utf-8")
    warnings = load(str(near)).warnings
    assert [(w.line, w.reason) for w in warnings] == [
        (12, "entry fewer-hours is laxer than training-hours: 72 instead of 90 (since 2020-01-01)")
    ]


def test_a_laxer_rule_that_takes_the_national_rules_place_is_warned_of(tmp_path: Path) -> None:
    written(tmp_path, "far", tier="national", hours=90)
    near = written(tmp_path, "near", more="extends: [far]", hours=72)
    assert [w.reason for w in load(str(near)).warnings] == [
        "entry training-hours is laxer than training-hours: 72 instead of 90 (since 2020-01-01)"
    ]


def test_a_stricter_rule_is_not_warned_of(tmp_path: Path) -> None:
    written(tmp_path, "far", tier="national", hours=90)
    assert not load(str(written(tmp_path, "near", more="extends: [far]", hours=120))).warnings


def test_a_circle_of_extends_is_refused(tmp_path: Path) -> None:
    written(tmp_path, "a", more="extends: [b]")
    written(tmp_path, "b", more="extends: [a]")
    assert faults(tmp_path / "a.yaml") == ["6: extends: goes round in a circle: a → b → a"]


def test_a_pack_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert faults(written(tmp_path, "a", more="extends: [nowhere]")) == ["6: extends: no such pack 'nowhere'"]


def test_an_unknown_id_names_the_known_ones() -> None:
    with pytest.raises(PackError, match="known packs: accounting"):
        load("yunnan-1999")


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    written(tmp_path, "b", tier="village")
    path = written(tmp_path, "a", more="extends: [b]\ncolour: red")
    text = faults(path)
    assert any("unknown key 'colour'" in t for t in text)


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b"- 1\n- 2\n", b"a: [", b"just words", b"a: \x07"])
def test_what_is_no_pack_is_refused_with_a_line(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "bad.yaml"
    path.write_bytes(raw)
    with pytest.raises(PackError) as caught:
        load(str(path))
    assert caught.value.faults[0].file == str(path)


def test_the_same_packs_give_the_same_digest_and_others_another(tmp_path: Path) -> None:
    one = load(str(written(tmp_path, "a"))).sha256
    assert one == load(str(tmp_path / "a.yaml")).sha256
    assert one != load(str(written(tmp_path, "a", hours=91))).sha256


def test_a_fact_is_judged_by_the_value_of_its_day() -> None:
    rule = load("national").rule("training-hours")
    assert rule is not None
    assert rule.value(date(2015, 9, 30)) is None
    assert isinstance(rule.value(date(2015, 10, 1)), Value)


def test_a_later_opinion_does_not_judge_the_year_before() -> None:
    rule = load("yunnan-2020").rule("health-qualification")
    assert rule is not None
    assert rule.stands(date(2020, 12, 31))
    assert "人社部发〔2021〕51号" not in rule.source.number


OVERRIDING = """\
  - id: fewer-hours
    clause: 一
    kind: requirement
    title: 学时
    source: S
    mark: B
    does: 核学时
    measure: training-hours
    overrides: training-hours
    scope: {series: [school-teachers]}
    values: [{since: 2020-01-01, at_least: 360, over: 5}]
"""


def test_a_series_rule_may_stand_in_the_place_of_a_general_one(tmp_path: Path) -> None:
    pack = written(tmp_path, "near", more="extends: [national]")
    pack.write_text(pack.read_text(encoding="utf-8") + OVERRIDING, encoding="utf-8")
    assert load(str(pack)).rule("fewer-hours") is not None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("overrides: training-hours", "overrides: no-such-rule", "is in no pack that this one extends"),
        ("overrides: training-hours", "overrides: fewer-hours", "stands in for another itself"),
        ("overrides: training-hours", "overrides: appraisal", "has measure appraisal, by one of training-hours"),
        ("    scope: {series: [school-teachers]}\n", "", "give it a scope, or the same id"),
    ],
)
def test_a_rule_that_cannot_stand_in_another_place_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    pack = written(tmp_path, "near", more="extends: [national]")
    line = pack.read_text(encoding="utf-8").count("\n") + 1
    pack.write_text(pack.read_text(encoding="utf-8") + OVERRIDING.replace(old, new), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load(str(pack))
    assert [(f.line, reason in f.reason) for f in caught.value.faults] == [(line, True)]


def test_a_lower_rule_is_held_against_the_national_rule_of_its_series(tmp_path: Path) -> None:
    pack = written(tmp_path, "near", more="extends: [school-teachers]")
    local = OVERRIDING.replace("360, over: 5", "72")
    pack.write_text(pack.read_text(encoding="utf-8") + local, encoding="utf-8")
    assert not load(str(pack)).warnings
    pack.write_text(pack.read_text(encoding="utf-8").replace("at_least: 72", "at_least: 60"), encoding="utf-8")
    assert [w.reason for w in load(str(pack)).warnings] == [
        "entry fewer-hours is laxer than school-teachers-training: 60 instead of 360 over 5 years (since 2020-01-01)"
    ]

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from corpus.policy.cases import CASES, CaseFile
from corpus.policy.coverage import coverage
from corpus.policy.diff import diff
from corpus.policy.lint import Known, lint
from corpus.policy.loader import PACKS, load
from corpus.policy.records import Pack
from corpus.policy.schema import FILES, FOLDER, encoded

CLAUSES = (
    "head 一（一） 一（二） 一（三） 一（四） 一（五） 二（一） 二（二） 二（三） 二（四） 二（五） 二（六） "
    "三（一） 三（二） 四（一） 四（二） 四（三） tail"
)


def test_every_clause_of_the_notice_is_there_and_served() -> None:
    rows = [r for r in coverage(load("yunnan-2020")) if r.pack == "yunnan-2020"]
    assert " ".join(r.clause.ref for r in rows) == CLAUSES
    assert all(r.entries and r.clause.text for r in rows)


def test_a_clause_says_what_it_became() -> None:
    rows = {r.clause.ref: r.became for r in coverage(load("yunnan-2020")) if r.pack == "yunnan-2020"}
    assert rows["一（三）"] == ("routing",)
    assert rows["二（一）"] == ("preference",)
    assert rows["二（四）"] == ("preference", "requirement")
    assert rows["三（二）"] == ("procedure",)
    assert rows["四（三）"] == ("directive",)


def test_the_five_rules_of_two_four_are_kept_apart() -> None:
    row = next(r for r in coverage(load("yunnan-2020")) if r.clause.ref == "二（四）")
    assert {"remote-waivers", "township-graduate-early", "separate-group", "ten-township-years", "rural-service"} <= {
        e.id for e in row.entries
    }


def test_the_lists_of_the_notice_are_data() -> None:
    policy = load("yunnan-2020")
    fields, standards = policy.rule("engineering-field"), policy.rule("series-standards")
    assert fields is not None
    assert standards is not None
    assert len(fields.entry.terms) == 20
    assert {str(d) for d in standards.entry.drafts_due.values()} == {"2020-07-31", "2020-08-31"}


def test_lint_names_codes_and_measures_that_do_not_exist() -> None:
    nothing = Known(codes=frozenset(), measures=frozenset(), types=frozenset(), tested=frozenset())
    result = lint("yunnan-2020", nothing)
    assert any("there is no check 'eligibility.wrong-committee'" in f.reason for f in result.faults)
    assert any("measure 'rural-service' is not implemented" in f.reason for f in result.faults)
    assert any("rural-service is tested by no case" in r.reason for r in result.remarks)
    assert any("there is no document type 'diploma'" in f.reason for f in result.faults)


def test_diff_tells_what_was_added_removed_and_changed() -> None:
    changes = diff(load("yunnan-2019"), load("yunnan-2020"))
    assert ("clause", "removed", "全文") in {(c.what, c.how, c.where) for c in changes}
    assert ("entry", "added", "rural-service") in {(c.what, c.how, c.where) for c in changes}
    assert ("policy", "changed", "as_of") in {(c.what, c.how, c.field) for c in changes}
    assert diff(load("yunnan-2020"), load("yunnan-2020")) == ()


@pytest.mark.parametrize("name", FILES)
def test_the_schema_kept_is_that_of_the_records(name: str) -> None:
    assert (FOLDER / name).read_bytes() == encoded(FILES[name]), "run corpus.policy.schema.write()"


class EditorLoader(yaml.SafeLoader):
    """Scalars as YAML 1.2 has them, the way editors read packs: days are texts, only true and false are booleans."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(("timestamp", "bool", "int", "float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"-?\d+$"), list("-0123456789"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"-?\d+\.\d+$"), list("-0123456789"))


@pytest.mark.parametrize(("folder", "type_"), [(PACKS, Pack), (CASES, CaseFile)], ids=["packs", "cases"])
def test_every_file_is_valid_in_an_editor_that_uses_the_schema(folder: Path, type_: type) -> None:
    schema = json.loads(encoded(type_))
    jsonschema.Draft202012Validator.check_schema(schema)
    for path in sorted(folder.glob("*.yaml")):
        given = yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader)
        jsonschema.validate(given, schema)


@pytest.mark.parametrize(
    "wrong",
    [{"colour": "red"}, {"tier": "moon"}, {"entries": [{"id": "x"}]}, {"sources": {"S": {"titel": "x"}}}],
    ids=["unknown key", "unknown word", "lacking keys", "misspelt key deep down"],
)
def test_an_editor_is_told_what_is_wrong(wrong: dict[str, object]) -> None:
    sound = {"id": "x", "title": "x", "issuer": "x", "tier": "province", "since": "2020-01-01"}
    schema = json.loads(encoded(Pack))
    jsonschema.validate(sound, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(sound | wrong, schema)

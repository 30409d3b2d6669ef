from __future__ import annotations

import pytest

from checks.corroboration import weighed
from checks.forensics.signature_invalid import CHECK
from ingest.records import Provenance, SignatureReport
from tests.checks.forensics.cases import seen


def report(**more: object) -> Provenance:
    plain = {"field": "Seal", "intact": "yes", "covers": "file", "changes": "none"}
    return Provenance(signatures=1, signature_reports=(SignatureReport(**{**plain, **more}),))


@pytest.mark.parametrize("more", [{"intact": "no"}, {"covers": "revision", "changes": "other"}])
def test_a_broken_digest_or_changed_content_is_a_suspicion(more: dict[str, str]) -> None:
    (finding,), _ = seen(CHECK, said=report(**more))
    assert weighed([finding])[0].severity == "suspect"


@pytest.mark.parametrize("more", [{"covers": "unclear"}, {"covers": "revision", "changes": "annotations"}])
def test_partial_cover_and_later_notes_are_hints_alone(more: dict[str, str]) -> None:
    (finding,), _ = seen(CHECK, said=report(**more))
    assert weighed([finding])[0].severity == "notice"


@pytest.mark.parametrize("changes", ["none", "form"])
def test_a_sound_signature_is_clear_and_its_trust_is_left_open(changes: str) -> None:
    found, (row,) = seen(CHECK, said=report(covers="revision", changes=changes))
    assert found == [] and row.outcome == "clear" and "无法验证" in row.reason


def test_an_unknown_algorithm_is_not_called_invalid() -> None:
    found, (row,) = seen(CHECK, said=report(intact="cannot_tell"))
    assert found == [] and row.outcome == "cannot_tell" and "不等于无效" in row.reason


def test_an_unsigned_file_is_not_applicable() -> None:
    _, (row,) = seen(CHECK, said=Provenance())
    assert row.outcome == "not_applicable"


@pytest.mark.parametrize(
    ("more", "outcome"),
    [
        ({"intact": "cannot_tell", "covers": "file"}, "cannot_tell"),  # the digests hold, the value is open
        ({"intact": "cannot_tell", "covers": "part"}, "notice"),
        ({"intact": "no"}, "suspect"),
    ],
)
def test_seals_of_ofd_files(more: dict[str, str], outcome: str) -> None:
    found, rows = seen(CHECK, said=report(**more), kind="ofd")
    assert [f.severity for f in weighed(found)] + [row.outcome for row in rows] == [outcome]

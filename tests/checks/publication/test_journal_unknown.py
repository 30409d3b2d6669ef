from __future__ import annotations

import pytest

from checks.publication.journal_unknown import CHECK
from tests.checks.builders import coverage, document, findings
from tests.checks.registers import REGISTERS


def test_a_journal_in_no_list_is_a_notice_that_names_the_lists() -> None:
    (finding,) = findings(CHECK, document("paper", {"journal": "滇西杂谈"}), registers=REGISTERS)
    assert finding.severity == "notice"
    assert "某核心目录（2020）" in finding.explanation


@pytest.mark.parametrize(
    "facts", [{"journal": "滇南农学"}, {"journal": "滇南农业科学"}, {"journal": "滇南衣学", "issn": "1000-0003"}]
)
def test_present_and_former_titles_and_numbers_are_found(facts: dict[str, str]) -> None:
    assert findings(CHECK, document("paper", facts), registers=REGISTERS) == []


def test_without_a_register_nobody_can_tell() -> None:
    (row,) = coverage(CHECK, document("paper", {"journal": "滇西杂谈"}))
    assert row.outcome == "cannot_tell"

from __future__ import annotations

import pytest

from checks.numbers.issn_check_digit import CHECK
from tests.checks.builders import document, findings


@pytest.mark.parametrize(("issn", "told"), [("1000-0004", "应为3"), ("1000-000", "8位")])
def test_a_wrong_issn_is_told(issn: str, told: str) -> None:
    (finding,) = findings(CHECK, document("paper", {"issn": issn}))
    assert told in finding.message


@pytest.mark.parametrize("issn", ["1000-0003", "ISSN 1000-0003", "10000003"])
def test_a_sound_issn_stays_silent(issn: str) -> None:
    assert findings(CHECK, document("journal_pages", {"issn": issn})) == []


def test_a_paper_without_one_is_not_asked() -> None:
    assert findings(CHECK, document("paper", {"title": "某项研究"})) == []

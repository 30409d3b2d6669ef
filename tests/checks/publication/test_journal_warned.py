from __future__ import annotations

from checks.publication.journal_warned import CHECK
from tests.checks.builders import coverage, document, findings
from tests.checks.registers import REGISTERS


def paper(year: str, journal: str = "Journal of Invented Results"):
    return document("paper", {"journal": journal, "year": year})


def test_a_paper_of_the_year_of_the_warning_is_told() -> None:
    (finding,) = findings(CHECK, paper("2020"), registers=REGISTERS)
    assert "2020年预警名单（预警等级：高）" in finding.message
    assert finding.severity == "notice"


def test_a_paper_of_the_year_before_is_not() -> None:
    assert findings(CHECK, paper("2019"), registers=REGISTERS) == []
    assert "早于列入时间" in coverage(CHECK, paper("2019"), registers=REGISTERS)[0].reason


def test_a_journal_whose_name_is_imitated_is_proposed_as_a_suspicion_and_stays_a_heuristic() -> None:
    (finding,) = findings(CHECK, paper("2019", "滇东医学"), registers=REGISTERS)
    assert (finding.severity, finding.certainty) == ("suspect", "heuristic")


def test_ordinary_journals_stay_silent_and_without_a_list_nobody_can_tell() -> None:
    assert findings(CHECK, paper("2020", "滇南农学"), registers=REGISTERS) == []
    assert coverage(CHECK, paper("2020"))[0].outcome == "cannot_tell"

from __future__ import annotations

from checks.publication.journal_warned import CHECK
from corpus.registries.journals import JournalRegister, JournalRow
from corpus.registries.registers import Registers
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


def test_the_edition_in_force_when_the_paper_was_printed_decides() -> None:
    names = ("Journal of Invented Results", "Annals of Invented Data")
    rows = [
        JournalRow(title=names[0], list="warning", kind="warned", year=2020),
        JournalRow(title=names[1], list="warning", kind="warned", year=2021),
        JournalRow(title=names[0], list="warning", kind="warned", year=2024),
    ]
    lists = Registers(JournalRegister(rows))
    told = {year: len(findings(CHECK, paper(year), registers=lists)) for year in ("2019", "2020", "2022", "2024")}
    assert told == {"2019": 0, "2020": 1, "2022": 0, "2024": 1}  # the edition of 2021 leaves it out
    assert len(findings(CHECK, paper("2022", names[1]), registers=lists)) == 1
    assert findings(CHECK, paper("2024", names[1]), registers=lists) == []

from __future__ import annotations

import pytest

from checks.numbers.software_number import CHECK
from tests.checks.builders import coverage, document, findings


def software(number: str, issued: str):
    return document("software_copyright", {"registration_number": number, "issue_date": issued})


@pytest.mark.parametrize(
    ("number", "issued"), [("2019SR0123456", "2018-05-04"), ("2018SR12", "2018-05-04"), ("2018RS0123456", "2018-05-04")]
)
def test_a_number_that_cannot_be_is_told(number: str, issued: str) -> None:
    (finding,) = findings(CHECK, software(number, issued))
    assert finding.certainty == "deterministic"


@pytest.mark.parametrize(
    ("letters", "source", "told"), [("RS", "ocr", True), ("SK", "ocr", False), ("SK", "text", True)]
)
def test_other_letters_than_sr_may_be_misread_on_a_scan(letters: str, source: str, told: bool) -> None:
    facts = {"registration_number": f"2018{letters}0123456", "issue_date": "2018-05-04"}
    reason = "".join(c.reason for c in coverage(CHECK, document("software_copyright", facts, source=source)))
    assert ("不是软件著作权登记号的写法" not in reason) is told


def test_a_much_later_certificate_is_a_hint_for_it_may_be_a_reissue() -> None:
    (finding,) = findings(CHECK, software("2015SR012345", "2019-12-01"))
    assert finding.certainty == "heuristic"


@pytest.mark.parametrize(
    ("number", "issued"), [("2018SR0123456", "2018-05-04"), ("2018SR0123456", "2019-01-03"), ("2014SR001852", "2014")]
)
def test_sound_numbers_stay_silent(number: str, issued: str) -> None:
    assert findings(CHECK, software(number, issued)) == []


@pytest.mark.parametrize(("number", "count"), [("2019SR12345", 1), ("2019SR0012345", 0), ("2016SR123456", 0)])
def test_a_serial_shorter_than_those_of_its_year_is_noted(number: str, count: int) -> None:
    found = findings(CHECK, software(number, f"{number[:4]}-05-04"))
    assert [f.severity for f in found] == ["notice"] * count


def test_without_a_date_nobody_can_tell() -> None:
    sheet = document("software_copyright", {"registration_number": "2018SR0123456"})
    assert coverage(CHECK, sheet)[0].outcome == "cannot_tell"


@pytest.mark.parametrize(("serial", "count"), [("软著登字第2512345号", 0), ("软著登字第9512345号", 1), ("", 0)])
def test_a_serial_far_from_its_years_is_a_hint(serial: str, count: int) -> None:
    facts = {"registration_number": "2016SR123456", "issue_date": "2016-05-04", "certificate_number": serial}
    found = findings(CHECK, document("software_copyright", {k: v for k, v in facts.items() if v}))
    assert [f.severity for f in found] == ["notice"] * count


def test_a_registration_before_the_program_was_finished_is_told() -> None:
    facts = {"registration_number": "2014SR058676", "issue_date": "2018-08-14", "completion_date": "2018-05-16"}
    (finding,) = findings(CHECK, document("software_copyright", facts))
    assert finding.certainty == "deterministic" and len(finding.evidence) == 2
    sound = facts | {"registration_number": "2018SR586761"}
    assert findings(CHECK, document("software_copyright", sound)) == []


WORK = {"registration_number": "粤作登字-2025-F-00007506", "issue_date": "2025-04-22", "issuer": "广东省版权局"}


@pytest.mark.parametrize(
    ("changed", "certainty"),
    [
        ({"registration_number": "粤作登字-2026-F-00007506"}, "deterministic"),
        ({"issue_date": "2023-04-22"}, "deterministic"),
        ({"issuer": "云南省版权局"}, "heuristic"),
    ],
)
def test_a_registered_work_of_another_year_or_office_is_told(changed: dict[str, str], certainty: str) -> None:
    (finding,) = findings(CHECK, document("other", WORK | changed))
    assert finding.certainty == certainty


@pytest.mark.parametrize(
    "changed", [{}, {"registration_number": "国作登字-2025-F-00007506", "issuer": "中国版权保护中心"}, {"issuer": ""}]
)
def test_a_sound_registration_of_a_work_stays_silent(changed: dict[str, str]) -> None:
    assert findings(CHECK, document("other", {k: v for k, v in (WORK | changed).items() if v})) == []


@pytest.mark.parametrize(("printed", "told"), [("2018SR04X1723", 1), ("2018SR0451723", 0), ("2018SRO451723", 0)])
def test_a_letter_within_the_serial_is_told_unless_a_figure_looks_like_it(printed: str, told: int) -> None:
    facts = {"registration_number": printed[:8] if told else printed, "issue_date": "2018-08-24"}
    sheet = document("software_copyright", facts, text=f"登记号：{printed}\n根据《计算机软件保护条例》")
    assert len(findings(CHECK, sheet)) == told


def test_what_stands_behind_another_label_is_not_taken_into_the_serial() -> None:
    facts = {"registration_number": "2018SR0451723", "issue_date": "2018-08-24"}
    sheet = document("software_copyright", facts, text="登记号：2018SR0451723\n2018SR0451723X 号文件")
    assert findings(CHECK, sheet) == []

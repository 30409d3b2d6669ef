from __future__ import annotations

import msgspec
import pytest

from checks.numbers.machine_code import CHECK
from tests.checks.builders import BlankPictures, document, findings, printed

ADDRESS = "http://epub.cnipa.gov.cn/cred/CN309554872S"


def patent(number: str, *codes: str, **more):
    return document("patent_certificate", {"grant_number": number}, text=f"授权公告号:{number}", codes=codes, **more)


def test_an_announcement_other_than_the_code_names_is_told() -> None:
    (finding,) = findings(CHECK, patent("CN309554812S", ADDRESS))
    assert finding.severity == "suspect" and "CN309554872S" in finding.message


@pytest.mark.parametrize("codes", [(), (ADDRESS,), ("https://weixin.qq.com/r/abc",), ("201908150001234567",)])
def test_codes_that_agree_or_say_nothing_of_it_stay_silent(codes: tuple[str, ...]) -> None:
    assert findings(CHECK, patent("CN309554872S", *codes)) == []


def test_a_misread_announcement_is_not_told(second_reading) -> None:
    second_reading("CN309554872S")
    scan = patent("CN309554812S", ADDRESS, source="ocr")
    assert findings(CHECK, scan, pictures=BlankPictures()) == []


def other(shown: str, code: str):
    paper = document("other", {}, text=shown, codes=(code,))
    return findings(CHECK, paper, dossier=printed(paper, shown))


def test_a_printed_number_one_character_away_from_the_code_is_told() -> None:
    (finding,) = other("202503Z11GD001989", "https://example.org/certificate-code/202503Z11GD001939")
    assert "202503Z11GD001939" in finding.message and finding.evidence[0].bbox is not None


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ("202503Z11GD001939", "202503Z11GD001939"),
        ("NO 202503Z11GD001939", "202503Z11GD001939"),
        ("2024SR14126261", "2024R11L187248"),  # a number of another kind
        ("20240315101500", "20240315101700"),  # when it was printed
        ("13800001234", "https://example.org/"),
        ("ZL 201811032567.8", "CN201811032567.8"),  # a patent has its application's number
    ],
)
def test_other_numbers_stay_silent(shown: str, code: str) -> None:
    assert other(shown, code) == []


def test_coverage_says_that_no_code_was_read() -> None:
    paper = msgspec.structs.replace(patent("CN309554872S"), codes=())
    assert findings(CHECK, paper) == []

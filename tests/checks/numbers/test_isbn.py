from __future__ import annotations

import pytest

from checks.numbers.isbn import CHECK
from tests.checks.builders import document, findings


@pytest.mark.parametrize(("isbn", "told"), [("978-7-222-00000-2", "应为1"), ("978-7-222-0000", "不是13位")])
def test_a_wrong_isbn_is_told(isbn: str, told: str) -> None:
    (finding,) = findings(CHECK, document("book_pages", {"isbn": isbn}))
    assert (finding.severity, told in finding.message) == ("suspect", True)


def test_ten_places_after_2007_are_a_notice() -> None:
    (finding,) = findings(CHECK, document("book_pages", {"isbn": "7-5416-1234-0", "year": "2015"}))
    assert finding.severity == "notice"


@pytest.mark.parametrize(
    "facts", [{"isbn": "978-7-222-00000-1"}, {"isbn": "ISBN 9787222000001"}, {"isbn": "7-5416-1234-0", "year": "2001"}]
)
def test_sound_numbers_stay_silent(facts: dict[str, str]) -> None:
    assert findings(CHECK, document("book_pages", facts)) == []

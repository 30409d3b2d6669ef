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


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("2016年5月第1版", 1),
        ("2016年5月第1版 2019年7月第2版", 0),
        ("2019年5月第1版", 0),
        ("2021年5月第1版", 0),
        ("", 0),
    ],
)
def test_cip_data_younger_than_the_book_are_told(printed: str, count: int) -> None:
    facts = {"isbn": "978-7-222-00000-1", "cip_number": "(2019)第123456号"} | ({"year": printed[:4]} if printed else {})
    text = f"中国版本图书馆CIP数据核字（2019）第123456号 {printed}"
    assert len(findings(CHECK, document("book_pages", facts, text=text))) == count


def test_a_number_of_another_country_for_a_mainland_publisher_is_a_hint() -> None:
    facts = {"isbn": "978-962-04-0000-1", "publisher": "云南人民出版社"}
    (finding,) = findings(CHECK, document("book_pages", facts))
    assert finding.certainty == "heuristic"
    assert findings(CHECK, document("book_pages", facts | {"publisher": "香港三联出版社"})) == []

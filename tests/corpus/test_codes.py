from __future__ import annotations

import pytest

from corpus.codes import award, credit, education, fund, identity, patent, serials, software


@pytest.mark.parametrize(
    "number", ["53010219850307123X", "53212819790215456X", "532627198809100028", "530102850307123"]
)
def test_sound_id_numbers(number: str) -> None:
    assert identity.fault(number) == ""


@pytest.mark.parametrize("character", "0123456789")
def test_any_other_last_character_is_wrong(character: str) -> None:
    assert identity.fault(f"53010219850307123{character}") == "check"


@pytest.mark.parametrize(
    ("number", "fault"),
    [("53010219850230123X", "date"), ("53010218850307", "form"), ("", "form"), ("53010219850307123x", "form")],
)
def test_faulty_id_numbers(number: str, fault: str) -> None:
    assert identity.fault(number) == fault


def test_what_an_id_number_says() -> None:
    assert identity.birth("532627198809100028").isoformat() == "1988-09-10"
    assert identity.gender("532627198809100028") == "女"
    assert identity.gender("53010219850307123X") == "男"
    assert identity.same("53010219850307123X", "530102850307123")
    assert not identity.same("53010219850307123X", "530102850307124")


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("12530000431200000M", ""),
        ("12530000431200000N", "check"),
        ("1253000043120000OM", "form"),  # the letter O is not in the alphabet
        ("12530000431200000", "form"),
    ],
)
def test_social_credit_codes(code: str, fault: str) -> None:
    assert credit.fault(code) == fault


def test_codes_that_begin_with_a_letter_exist() -> None:
    head = "N2530102MF1234567"
    assert credit.fault(head + credit.check_character(head)) == ""


@pytest.mark.parametrize(
    ("number", "year", "level"),
    [
        ("106731201905000123", 2019, "本科"),
        ("10673520020600012", 2002, "专科"),
        ("106741201502000077", 2015, "硕士研究生"),
    ],
)
def test_diploma_numbers(number: str, year: int, level: str) -> None:
    parts = education.diploma(number)
    assert parts is not None
    assert (parts.year, parts.level, len(parts.school)) == (year, level, 5)


@pytest.mark.parametrize(
    "number", ["1067352002060001", "106733201905000123", "106731201907000123", "10673120190500012345"]
)
def test_numbers_of_another_layout_are_no_diploma_numbers(number: str) -> None:
    assert education.diploma(number) is None


@pytest.mark.parametrize(
    ("number", "year", "level"),
    [("1067342019000123", 2019, "学士"), ("C1048642006Z00001", 2006, "学士"), ("1067332012000456", 2012, "硕士")],
)
def test_degree_numbers(number: str, year: int, level: str) -> None:
    parts = education.degree(number)
    assert parts is not None
    assert (parts.year, parts.level) == (year, level)


@pytest.mark.parametrize("number", ["106734201900012", "1067352019000123", "X1067342019000123"])
def test_numbers_of_another_layout_are_no_degree_numbers(number: str) -> None:
    assert education.degree(number) is None


@pytest.mark.parametrize(
    ("number", "year", "kind"),
    [
        ("ZL 97101765.4", 1997, "发明"),
        ("ZL201710601862.3", 2017, "发明"),
        ("ZL 95115608.X", 1995, "发明"),
        ("201710601862.3", 2017, "发明"),
    ],
)
def test_patent_numbers(number: str, year: int, kind: str) -> None:
    parts = patent.parse(number)
    assert parts is not None
    assert (parts.year, parts.kind, parts.check) == (year, kind, parts.expected)
    assert parts.granted == number.startswith("ZL")


@pytest.mark.parametrize("number", ["ZL 2017106018623456", "CN117241078A", "ZL201750601862.3", "无"])
def test_what_is_no_patent_number(number: str) -> None:
    assert patent.parse(number) is None


def test_serial_numbers_of_journals_and_books() -> None:
    assert serials.issn_fault("1000-0003") == ""
    assert (serials.issn_fault("1000-0004"), serials.issn_check("1000-0004")) == ("check", "3")
    assert serials.issn_fault("1000-00") == "form"
    assert serials.isbn_fault("978-7-222-00000-1") == ""
    assert (serials.isbn_fault("978-7-222-00000-2"), serials.isbn_check("978-7-222-00000-2")) == ("check", "1")
    assert serials.isbn_fault("7-222-00000-0") == ("" if serials.isbn_check("7-222-00000-0") == "0" else "check")


@pytest.mark.parametrize(
    ("number", "kind"),
    [("CN 53-1012/N", "print"), ("53-0012", "newspaper"), ("CN11-6012/G2", "online"), ("CN11-9012", "electronic")],
)
def test_cn_numbers(number: str, kind: str) -> None:
    parts = serials.cn(number)
    assert parts is not None
    assert parts.kind == kind


@pytest.mark.parametrize("number", ["CN(HK)53-1012", "CN 53-10A2", "CN NR 53-1012", "53-101"])
def test_cn_numbers_of_another_form(number: str) -> None:
    assert serials.cn(number) is None


def test_article_and_software_numbers() -> None:
    parts = serials.article("1000-0003(2019)06-0001-05")
    assert parts is not None
    assert (parts.issn, parts.year, parts.issue, parts.first_page, parts.pages) == ("1000-0003", 2019, "06", 1, 5)
    registered = software.parse("2018SR0123456")
    assert registered is not None
    assert registered.year == 2018
    assert software.parse("软著登字第0123456号") is None


@pytest.mark.parametrize(
    ("number", "kinds"),
    [
        ("CN101234567B", ("发明", "发明")),
        ("CN1234567C", ("发明", "发明")),
        ("CN209000001U", ("实用新型", "实用新型")),
        ("CN2234567Y", ("实用新型", "实用新型")),
        ("CN309000001S", ("外观设计", "外观设计")),
        ("CN117241078A", ("发明", "")),  # a published application
        ("CN1012B", None),
    ],
)
def test_announcement_numbers_of_patents(number: str, kinds: tuple[str, str] | None) -> None:
    assert patent.announced(number) == kinds


def test_the_worked_example_of_a_patents_check_digit() -> None:
    assert patent.check_character("95115608") == "X"
    assert patent.check_character("201710601862") == "3"


@pytest.mark.parametrize(
    ("letters", "known"), [("TP", True), ("G4", True), ("S", True), ("R", True), ("W", False), ("TA", False)]
)
def test_classes_of_periodicals(letters: str, known: bool) -> None:
    assert serials.is_class(letters) is known


@pytest.mark.parametrize(
    ("serial", "year"), [(650_314, 2013), (671_096, 2014), (4_317_518, 2019), (15_980_140, 2025), (2_000_000, 2016)]
)
def test_known_serials_of_software_certificates_are_plausible(serial: int, year: int) -> None:
    assert software.is_plausible(serial, year)
    assert not software.is_plausible(9_000_000, 2012)
    assert not software.is_plausible(500_000, 2020)


def test_grant_and_award_numbers() -> None:
    for number, year in (("61402123", 2014), ("39870123", 1998), ("U1402271", 2014)):
        granted = fund.natural_science(number)
        assert granted is not None
        assert granted.year == year
    assert fund.natural_science("6140212") is None
    given = fund.postdoc("2018M640123")
    assert given is not None
    assert given.year == 2018
    won = award.national("2018-J-25101-2-01-R03")
    assert won is not None
    assert (won.year, won.grade, won.person, won.rank) == (2018, "二等奖", True, 3)
    assert award.national("2018-J-2-11") is None

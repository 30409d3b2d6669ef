"""Offices that a scan shows incomplete, spelt as the rest of the dossier spells them; and those that must stay."""

from __future__ import annotations

import msgspec
import pytest

from extractors.agreement import agreed, is_misread
from extractors.records import Document, DocumentSource, Seal
from ingest.geometry import Box
from tests.checks.builders import document

COUNTY = "福贡县科学技术局"


def paper(issuer: str, source: DocumentSource, number: str, confidence: float = 0.9) -> Document:
    made = document("project_proof", {"issuer": issuer}, source=source)
    facts = tuple(msgspec.structs.replace(f, confidence=confidence) for f in made.facts)
    return msgspec.structs.replace(made, id=number, file=f"{number}.pdf", facts=facts)


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("福贡科学技术局", COUNTY),
        ("大理白族自治州民医院", "大理白族自治州人民医院"),
        ("云南滇治装备制造有限公司", "云南滇冶装备制造有限公司"),
    ],
)
def test_a_lost_stray_or_exchanged_character_is_a_misreading(read: str, name: str) -> None:
    assert is_misread(read, name)


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("曲靖市第一中学", "曲靖市第二中学"),
        ("昆明市第一人民医院", "昆明市第十一人民医院"),
        ("云南锦泰建材有限公司", "云南锦泰食品有限公司"),
        ("云南大学", "云南师范大学"),
        ("通海县教育局", "通海县教育厅"),
    ],
)
def test_other_offices_are_no_misreadings(read: str, name: str) -> None:
    assert not is_misread(read, name)


def test_what_was_read_surely_has_no_exchanged_character() -> None:
    assert not is_misread("云南滇治装备制造有限公司", "云南滇冶装备制造有限公司", sure=True)


def test_a_scan_is_spelt_as_a_text_layer_prints_it_and_keeps_what_was_read() -> None:
    told, scan = agreed([paper(COUNTY, "text", "d01"), paper("福贡科学技术局", "ocr", "d02")])
    (fact,) = scan.facts
    assert told.value("issuer") == fact.value == COUNTY and fact.text == "福贡科学技术局"


def test_a_ring_is_spelt_with_the_names_of_the_dossier() -> None:
    seal = Seal(page=1, bbox=Box(0, 0, 100, 100), text="福贡县科学技局", confidence=0.9)
    scan = msgspec.structs.replace(document("award_certificate", {}, source="ocr"), id="d02", seals=(seal,))
    assert agreed([paper(COUNTY, "text", "d01"), scan])[1].seals[0].text == COUNTY


def test_one_other_scan_is_not_enough_and_a_text_layer_is_never_changed() -> None:
    scans = [paper(COUNTY, "ocr", "d01"), paper("福贡科学技术局", "ocr", "d02")]
    assert [d.value("issuer") for d in agreed(scans)] == [COUNTY, "福贡科学技术局"]
    texts = [paper(COUNTY, "text", "d01"), paper("福贡科学技术局", "text", "d02")]
    assert [d.value("issuer") for d in agreed(texts)] == [COUNTY, "福贡科学技术局"]


def test_a_printed_name_stays_where_the_ring_says_it_too() -> None:
    name = "云南滇治装备制造有限公司"
    seal = Seal(page=1, bbox=Box(0, 0, 100, 100), text=name, confidence=0.9)
    printed = msgspec.structs.replace(paper(name, "text", "d03"), seals=(seal,), text=f"特此证明。\n{name}")
    known = [paper("云南滇冶装备制造有限公司", "text", n) for n in ("d01", "d02")]
    assert agreed([*known, printed])[2].value("issuer") == name


def test_two_names_that_could_be_meant_leave_it_as_it_was_read() -> None:
    known = [paper("云南滇冶装备制造有限公司", "text", "d01"), paper("云南滇池装备制造有限公司", "text", "d02")]
    assert (
        agreed([*known, paper("云南滇治装备制造有限公司", "ocr", "d03")])[2].value("issuer")
        == "云南滇治装备制造有限公司"
    )


def test_a_name_that_a_scan_shows_twice_is_so_printed() -> None:
    former = paper("福贡科学技术局", "ocr", "d02")
    twice = msgspec.structs.replace(former, text="兹聘任李明为福贡科学技术局工程师\n福贡科学技术局")
    assert agreed([paper(COUNTY, "text", "d01"), twice])[1].value("issuer") == "福贡科学技术局"


def sealed(ring: str, issuer: str) -> str:
    """The ring as told, of a paper that prints its issuer."""
    seal = Seal(page=1, bbox=Box(0, 0, 100, 100), text=ring, confidence=0.99)
    return agreed([msgspec.structs.replace(paper(issuer, "text", "d01"), seals=(seal,))])[0].seals[0].text


def test_a_ring_is_spelt_as_the_paper_under_it_however_surely_it_was_read() -> None:
    prefecture = "红河哈尼族彝族自治州人力资源和社会保障局"
    assert sealed("红河哈是族彝族自治州大力资源和社会保障局", prefecture) == prefecture
    assert sealed("鹿麟区植保植检站", "麒麟区植保植检站") == "麒麟区植保植检站"


@pytest.mark.parametrize("ring", ["麒麟区植保植检所", "红塔区植保植检站", "曲靖市植保植检站"])
def test_a_ring_of_another_office_stays_another(ring: str) -> None:
    assert sealed(ring, "麒麟区植保植检站") == ring


@pytest.mark.parametrize(
    ("printed", "ring", "confidence", "issuer"),
    [
        ("保山市人力源和社会", "保山市人力资源和社会保障局", 0.95, "保山市人力资源和社会保障局"),
        ("保山市人力源和社会", "保山市人力资源和社会保障局", 0.8, "保山市人力源和社会"),
        ("保山市人社会", "保山市人力资源和社会保障局", 0.95, "保山市人社会"),
        ("保山市教育局", "保山市教育局人事科", 0.95, "保山市教育局"),
        ("保山市总工委", "保山市教育局", 0.95, "保山市总工委"),
    ],
)
def test_a_part_of_a_name_that_is_no_office_is_the_office_of_the_ring(
    printed: str, ring: str, confidence: float, issuer: str
) -> None:
    seal = Seal(page=1, bbox=Box(0, 0, 100, 100), text=ring, confidence=confidence)
    scan = msgspec.structs.replace(paper(printed, "ocr", "d01"), seals=(seal,))
    assert agreed([scan])[0].value("issuer") == issuer

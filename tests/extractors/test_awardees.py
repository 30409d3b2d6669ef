"""Names that a certificate runs on into the award, parted where the dossier's other papers know them."""

from __future__ import annotations

import msgspec

from extractors.awardees import named
from extractors.records import Document
from extractors.types.award_certificate import EXTRACTOR as AWARD
from tests.checks.builders import document
from tests.extractors.pages import lined


def certificate(said: str) -> Document:
    facts = tuple(AWARD.facts([lined("# 奖状", said, "证书编号：2019-1-07", source="ocr")]))
    return msgspec.structs.replace(document("award_certificate", {}, source="ocr"), facts=facts)


def parted(said: str, *papers: Document) -> tuple[str, str]:
    *_, found = named([*papers, certificate(said)])
    return found.value("person_name"), found.value("award_name")


CARD = document("identity_card", {"person_name": "段文彬"})


def test_the_applicants_name_ends_where_the_award_begins() -> None:
    assert parted("授予段文彬教学设计大赛一等奖，以资表彰。", CARD) == ("段文彬", "教学设计大赛")


def test_a_name_that_a_fellow_author_bears_is_known_too() -> None:
    paper = document("paper", {"authors": ("段文彬", "周小雁")})
    assert parted("授予周小雁教学设计大赛一等奖，以资表彰。", CARD, paper) == ("周小雁", "教学设计大赛")


def test_a_fellows_name_that_is_a_word_parts_nothing() -> None:
    paper = document("paper", {"authors": ("段文彬", "高原")})
    assert parted("授予高原特色农业科技奖一等奖，以资表彰。", CARD, paper) == ("", "高原特色农业科技奖")


def test_an_award_that_begins_with_no_known_name_stays_whole() -> None:
    assert parted("授予云山县教学设计大赛一等奖，以资表彰。", CARD) == ("", "云山县教学设计大赛")


def test_a_certificate_that_names_its_person_is_left_alone() -> None:
    assert parted("授予周小雁同志段文彬科技奖一等奖，以资表彰。", CARD)[0] == "周小雁"

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from checks.completeness.missing_seal import CHECK
from extractors.records import Seal
from ingest.geometry import Box
from tests.checks.builders import BlankPictures, document, findings

AWARD = document("award_certificate", {"person_name": "和丽江"})


class Painted(BlankPictures):
    def __init__(self, colour: tuple[int, int, int]) -> None:
        self.colour = colour

    def page(self, file: str, number: int, dpi: int):
        picture = super().page(file, number, dpi)
        picture[400:480, 300:380] = self.colour
        return picture


def sealed(kind: str):
    return document(kind, seals=[Seal(page=1, bbox=Box(1, 1, 9, 9))])


def test_a_page_without_any_coloured_ink_has_no_seal_where_the_others_have() -> None:
    others = [sealed("diploma"), sealed("degree_certificate"), sealed("title_certificate")]
    (finding,) = findings(CHECK, AWARD, *others, pictures=Painted((20, 20, 20)))
    assert finding.severity == "missing"


def test_a_dossier_that_shows_no_seals_at_all_is_not_asked_for_them() -> None:
    bare = [AWARD, document("diploma"), document("degree_certificate"), sealed("title_certificate")]
    assert findings(CHECK, *bare, pictures=Painted((20, 20, 20))) == []


def test_a_red_title_far_from_the_date_is_no_seal() -> None:
    dated = document("award_certificate", {"person_name": "和丽江", "issue_date": "2019-06-30"})
    others = [sealed("diploma"), sealed("degree_certificate"), sealed("title_certificate")]
    (date,) = dated.all("issue_date")
    near = Painted((200, 30, 30))
    far = msgspec.structs.replace(date, bbox=Box(20, 700, 90, 712))
    away = msgspec.structs.replace(dated, facts=tuple(far if f is date else f for f in dated.facts))
    beside = msgspec.structs.replace(date, bbox=Box(220, 300, 290, 312))
    close = msgspec.structs.replace(dated, facts=tuple(beside if f is date else f for f in dated.facts))
    assert [f.severity for f in findings(CHECK, away, *others, pictures=near)] == ["missing"]
    assert findings(CHECK, close, *others, pictures=near) == []


@pytest.mark.parametrize("colour", [(200, 30, 30), (30, 30, 200)])
def test_red_or_blue_ink_that_was_not_recognised_is_left_to_a_person(colour) -> None:
    assert findings(CHECK, AWARD, pictures=Painted(colour)) == []


def test_a_recognised_seal_stays_silent() -> None:
    assert findings(CHECK, sealed("award_certificate"), pictures=BlankPictures()) == []


def test_a_grey_scan_cannot_show_a_seals_colour() -> None:
    scan = document("award_certificate", {"person_name": "和丽江"}, source="ocr")
    assert findings(CHECK, scan, pictures=Painted((20, 20, 20))) == []


def test_papers_that_need_no_seal_are_not_asked_for_one() -> None:
    assert findings(CHECK, document("paper", {"title": "某项研究"}), pictures=BlankPictures()) == []
    assert np.all(BlankPictures().page("", 1, 72) == 255)


def test_a_proof_of_service_sealed_by_the_own_employer_alone_is_a_hint() -> None:
    form = document("application_form", {"employer": "云岭县农业技术推广中心"})
    own, other = (Seal(page=1, bbox=Box(1, 1, 9, 9), text=t) for t in ("云岭县农业技术推广中心", "白水镇人民政府"))
    (finding,) = findings(CHECK, form, document("service_proof", seals=[own]))
    assert finding.severity == "notice"
    for seals in ([own, other], [other], [own, Seal(page=1, bbox=Box(1, 1, 9, 9))]):
        assert findings(CHECK, form, document("service_proof", seals=seals)) == []


class Framed(BlankPictures):
    """A red frame around the page and a red title; ``seal`` paints a ring of red, pale where ``pale``."""

    def __init__(self, *, seal: bool = False, pale: bool = False) -> None:
        self.seal, self.pale = seal, pale

    def page(self, file: str, number: int, dpi: int):
        import cv2

        picture = np.ascontiguousarray(super().page(file, number, dpi))
        cv2.rectangle(picture, (40, 40), (786, 1129), (190, 30, 40), 4)
        picture[150:170, 250:560] = (190, 30, 40)
        if self.seal:
            ink = (255, 205, 205) if self.pale else (210, 40, 40)
            cv2.circle(picture, (560, 950), 80, ink, 6)
            picture[920:980, 530:590] = ink
        return picture


@pytest.mark.parametrize("source", ["text", "ocr"])
def test_a_red_frame_and_title_are_no_seal_and_no_reason_to_be_silent(source: str) -> None:
    others = [sealed("diploma"), sealed("degree_certificate"), sealed("title_certificate")]
    bare = document("award_certificate", {"person_name": "和丽江", "issue_date": "2019-06-30"}, source=source)
    assert [f.severity for f in findings(CHECK, bare, *others, pictures=Framed())] == ["missing"]


@pytest.mark.parametrize("pale", [False, True])
def test_a_seal_inside_a_frame_stays_silent_though_it_was_not_recognised(pale: bool) -> None:
    others = [sealed("diploma"), sealed("degree_certificate"), sealed("title_certificate")]
    assert findings(CHECK, AWARD, *others, pictures=Framed(seal=True, pale=pale)) == []


class Tinted(BlankPictures):
    """A scan whose paper has a tint, with print; a round or a square outline of a seal's size in black."""

    def __init__(self, paper: tuple[int, int, int], outline: str = "") -> None:
        self.paper, self.outline = paper, outline

    def page(self, file: str, number: int, dpi: int):
        import cv2

        picture = np.full(super().page(file, number, dpi).shape, self.paper, np.uint8)
        picture[300:315, 100:700] = (40, 40, 40)
        picture[940:960, 500:740] = (40, 40, 40)
        if self.outline == "round":
            cv2.circle(picture, (560, 950), 80, (70, 70, 70), 6)
        elif self.outline:
            cv2.rectangle(picture, (120, 600), (260, 760), (70, 70, 70), 3)
        return picture


@pytest.mark.parametrize(
    ("paper", "outline", "told"),
    [
        ((246, 244, 240), "", True),
        ((246, 244, 240), "square", True),
        ((246, 244, 240), "round", False),  # a photocopy's seal has no colour
        ((244, 244, 244), "", False),  # nor has a grey scan's
    ],
)
def test_paper_with_a_tint_shows_that_the_scan_would_show_a_seal(
    paper: tuple[int, int, int], outline: str, told: bool
) -> None:
    others = [sealed("diploma"), sealed("degree_certificate"), sealed("title_certificate")]
    scan = document("award_certificate", {"person_name": "和丽江"}, source="ocr")
    assert bool(findings(CHECK, scan, *others, pictures=Tinted(paper, outline))) is told


@pytest.mark.parametrize("text", ["课时教案\n课题《春江花月夜》", "ICS 65.020\n云山省地方标准\nDB99/T 1—2018"])
def test_a_lesson_plan_and_a_standard_bear_no_seal_by_nature(text: str) -> None:
    others = [sealed("diploma"), sealed("degree_certificate"), sealed("title_certificate")]
    merit = document("merit_proof", {"project_name": "某规程"}, text=text)
    assert findings(CHECK, merit, *others, pictures=Painted((20, 20, 20))) == []
    proof = document("merit_proof", {"project_name": "某规程"}, text="地方标准起草证明\n参与起草")
    assert findings(CHECK, proof, *others, pictures=Painted((20, 20, 20))) != []


@pytest.mark.parametrize(
    ("text", "count"), [("This is to certify that Xiaoyun He has been admitted", 0), ("兹授予 He Xiaoyun 学士学位", 1)]
)
def test_universities_abroad_sign_where_others_seal(text: str, count: int) -> None:
    degree = document("degree_certificate", {"person_name": "He Xiaoyun"}, text=text)
    others = [sealed("diploma"), sealed("award_certificate"), sealed("title_certificate")]
    assert len(findings(CHECK, degree, *others, pictures=Painted((20, 20, 20)))) == count

from __future__ import annotations

import cv2
import msgspec
import numpy as np

from checks.cross.imprint import Place, SignaturePrint
from checks.cross.strokes import same_strokes, stroke_print
from checks.ink import DPI
from ingest.geometry import Box
from tests.checks.builders import document
from tests.checks.cross.people import DIGEST, diploma, person, said


def test_one_scan_with_two_names_is_a_suspicion() -> None:
    near = f"{int(DIGEST, 16) ^ 0b101:016x}"
    found = said("shared-image", person("和丽江", diploma("和丽江")), person("段云海", diploma("段云海"), digest=near))
    assert sorted(found) == ["卷-和丽江", "卷-段云海"]
    assert found["卷-和丽江"][0].evidence[0].page == 1


def test_two_certificates_of_one_template_are_innocent() -> None:
    other = diploma("段云海", "106731200905001299")
    assert said("shared-image", person("和丽江", diploma("和丽江")), person("段云海", other)) == {}


def test_another_picture_and_an_electronic_certificate_are_innocent() -> None:
    one = person("和丽江", diploma("和丽江"))
    assert said("shared-image", one, person("段云海", diploma("段云海"), digest="f" * 16)) == {}
    digital = document("diploma", {"person_name": "段云海", "certificate_number": "106731200905001234"})
    assert said("shared-image", one, person("段云海", digital)) == {}


def test_shared_publicity_proofs_and_commendations_are_innocent() -> None:
    for kind in ("employer_publicity", "commendation", "title_notice", "paper"):
        shared = document(kind, {"certificate_number": "2020-17-0031"}, source="ocr")
        assert said("shared-image", person("和丽江", shared), person("段云海", shared)) == {}


SERVICE = {"issuer": "白水镇人民政府", "issue_date": "2019-05-04", "institution": "白水镇"}


def test_one_scan_without_a_number_is_a_hint() -> None:
    proofs = [document("service_proof", SERVICE | {"person_name": n}, source="ocr") for n in ("和丽江", "段云海")]
    found = said("shared-image", *(person(d.value("person_name"), d) for d in proofs))
    assert {f.severity for fs in found.values() for f in fs} == {"notice"}
    other = document("service_proof", SERVICE | {"person_name": "段云海", "issue_date": "2019-06-01"}, source="ocr")
    assert said("shared-image", person("和丽江", proofs[0]), person("段云海", other)) == {}


def handwriting(seed: int, shift: int = 0, blur: float = 0.0) -> np.ndarray:
    """A page with strokes at one place, as ``checks.ink`` sees it."""
    random = np.random.default_rng(seed)
    page = np.full((400, 500, 3), 250, dtype=np.uint8)
    points = np.add(random.integers((0, 0), (90, 26), size=(14, 2)), (110 + shift, 102))
    cv2.polylines(page, [points.astype(np.int32)], False, (25, 25, 40), 2)
    return cv2.GaussianBlur(page, (0, 0), blur) if blur else page


PLACE = Box(75, 68, 160, 100)


def test_a_signature_is_known_again_when_moved_and_scanned_anew() -> None:
    one = stroke_print(handwriting(1), PLACE)
    assert same_strokes(one, stroke_print(handwriting(1, shift=6, blur=0.5), PLACE))
    assert not any(same_strokes(one, stroke_print(handwriting(n), PLACE)) for n in range(2, 40))
    assert stroke_print(np.full((400, 500, 3), 250, dtype=np.uint8), PLACE) == ""


def test_print_beside_the_place_is_no_signature() -> None:
    word = Box(70, 66, 170, 104)
    assert stroke_print(handwriting(1), PLACE, [word]) == ""
    assert DPI == 100  # the pictures above are drawn for it


def test_one_signature_of_two_people_is_a_hint() -> None:
    def signer(name: str, seed: int):
        place = Place(document="d01", file="d01.pdf", page=1, bbox=PLACE)
        print_ = SignaturePrint(place=place, strokes=stroke_print(handwriting(seed), PLACE))
        return msgspec.structs.replace(person(name), signatures=(print_,))

    found = said("shared-image", signer("和丽江", 1), signer("段云海", 1))
    assert {f.certainty for fs in found.values() for f in fs} == {"heuristic"}
    assert said("shared-image", signer("和丽江", 1), signer("段云海", 2)) == {}

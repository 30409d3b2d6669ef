from __future__ import annotations

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

from __future__ import annotations

from typing import Literal

import pytest

from checks.completeness.missing_signature import CHECK
from extractors.records import Signature
from ingest.geometry import Box
from tests.checks.builders import BlankPictures, document, findings

PLACE = Box(300, 700, 420, 720)


class Signed(BlankPictures):
    def page(self, file: str, number: int, dpi: int):
        picture = super().page(file, number, dpi)
        picture[int(705 * dpi / 72) : int(715 * dpi / 72), int(310 * dpi / 72) : int(350 * dpi / 72)] = 0
        return picture


def pledge(present: Literal["yes", "no", "cannot_tell"]):
    return document("integrity_pledge", signatures=[Signature(role="承诺人签名", page=1, bbox=PLACE, present=present)])


def test_a_blank_place_is_told_and_shown() -> None:
    (finding,) = findings(CHECK, pledge("no"), pictures=BlankPictures())
    assert finding.evidence[0].bbox == PLACE


@pytest.mark.parametrize("present", ["yes", "cannot_tell"])
def test_what_was_read_or_may_be_there_stays_silent(present) -> None:
    assert findings(CHECK, pledge(present), pictures=BlankPictures()) == []


def test_ink_that_was_not_read_as_a_signature_is_left_to_a_person() -> None:
    assert findings(CHECK, pledge("no"), pictures=Signed()) == []


def test_the_directors_place_is_not_the_applicants() -> None:
    form = document("application_form", signatures=[Signature(role="校长", page=1, bbox=PLACE, present="no")])
    assert findings(CHECK, form, pictures=BlankPictures()) == []

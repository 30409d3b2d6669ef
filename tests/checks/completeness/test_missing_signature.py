from __future__ import annotations

from typing import Literal

import msgspec

from checks.completeness.missing_signature import CHECK
from extractors.records import Signature
from ingest.geometry import Box
from tests.checks.builders import BlankPictures, document, findings, printed

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


def test_what_was_read_there_stays_silent() -> None:
    assert findings(CHECK, pledge("yes"), pictures=BlankPictures()) == []


def test_a_scanned_pledge_without_any_ink_in_its_place_is_told_and_a_form_is_left_to_a_person() -> None:
    assert len(findings(CHECK, pledge("cannot_tell"), pictures=BlankPictures())) == 1
    assert findings(CHECK, pledge("cannot_tell"), pictures=Signed()) == []
    place = Signature(role="本人签名", page=1, bbox=PLACE, present="cannot_tell")
    assert findings(CHECK, document("application_form", signatures=[place]), pictures=BlankPictures()) == []


def test_the_date_below_the_place_is_no_signature() -> None:
    scan = pledge("cannot_tell")
    whole = printed(scan, "2020年8月")
    box = Box(310, 705, 350, 715)
    words = (msgspec.structs.replace(whole.pages[0].words[0], box=box),)
    pages = (msgspec.structs.replace(whole.pages[0], words=words),)
    dated = msgspec.structs.replace(whole, pages=pages)
    assert len(findings(CHECK, scan, pictures=Signed(), dossier=dated)) == 1


def test_ink_that_was_not_read_as_a_signature_is_left_to_a_person() -> None:
    assert findings(CHECK, pledge("no"), pictures=Signed()) == []


def test_the_directors_place_is_not_the_applicants() -> None:
    form = document("application_form", signatures=[Signature(role="校长", page=1, bbox=PLACE, present="no")])
    assert findings(CHECK, form, pictures=BlankPictures()) == []

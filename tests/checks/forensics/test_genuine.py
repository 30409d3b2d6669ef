"""Real certificates and labelled signed files, where the shared samples lie beside this checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.forensics import copy_move, dates_implausible, edited_by_image_editor, image_splice, signature_invalid
from tests.checks.forensics.cases import findings

SHARED = Path(__file__).parents[4] / "shared" / "data"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sample files are not beside this checkout")
CHECKS = (image_splice.CHECK, copy_move.CHECK, edited_by_image_editor.CHECK, dates_implausible.CHECK)


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.info.code)
def test_genuine_certificates_are_left_alone(check) -> None:
    pictures = sorted((SHARED / "certificates").glob("*.*g"))
    assert pictures
    for path in pictures:
        assert findings(check, path=path, kind="image", type="patent_certificate", page={}) == [], path.name


def test_labelled_alterations_of_signed_files_are_named_and_sound_signatures_are_not() -> None:
    folder = SHARED / "odd_pdf" / "pyhanko_signed"
    sound = (
        "minimal-signed-twice-second-created",
        "pades-with-old-style-signing-cert-attr-issser",
        "sig-no-signed-attrs",
    )
    assert findings(signature_invalid.CHECK, path=folder / "signature-gap-too-big.pdf")
    for name in sound:
        assert findings(signature_invalid.CHECK, path=folder / f"{name}.pdf") == [], name

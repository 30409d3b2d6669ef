"""Drawn dossiers are the same each time, and their truth says where things stand."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path
from random import Random

import pypdfium2
import pytest

from ingest.geometry import Box
from tests.factory import dates, fonts, numbers
from tests.factory.dossier import Options, make
from tests.factory.facts import FACTS, TYPES
from tests.factory.life import live
from tests.factory.plan import plan
from tests.factory.plan_extra import extras
from tests.factory.truth import Truth
from tests.factory.types import layouts

pytestmark = pytest.mark.skipif(bool(fonts.missing()), reason="Chinese fonts are not installed; see tools/fonts.py")

SMALL = ("identity_card", "diploma", "award_certificate", "continuing_education", "title_certificate")


def digest(folder: Path) -> str:
    whole = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            whole.update(file.name.encode() + file.read_bytes())
    return whole.hexdigest()


@pytest.mark.parametrize("carrier", ["digital", "scan", "bundle-scan", "garbled"])
def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, carrier: str) -> None:
    options = Options(seed=41, carrier=carrier, only=SMALL[:3])
    first = make(options, tmp_path / "a" / "x")
    second = make(options, tmp_path / "b" / "x")
    assert digest(tmp_path / "a") == digest(tmp_path / "b")
    assert first == second


def text_in(page: pypdfium2.PdfPage, box: Box, height: float) -> str:
    return str(page.get_textpage().get_text_bounded(box.x0 - 2, height - box.y1 - 3, box.x1 + 2, height - box.y0 + 3))


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("held_out", [False, True])
def test_the_boxes_of_the_truth_hold_the_text_they_name(tmp_path: Path, held_out: bool) -> None:
    truth = make(Options(seed=43, carrier="digital", only=SMALL, held_out=held_out), tmp_path / "d")
    checked = 0
    for document in truth.documents:
        pdf = pypdfium2.PdfDocument(tmp_path / "d" / document.file)
        for fact in document.facts:
            page = pdf[fact.page - 1]
            if page.get_rotation() or fact.bbox is None:
                continue
            found = squeezed(text_in(page, fact.bbox, page.get_height()))
            assert squeezed(fact.text) in found or set(squeezed(fact.text)) <= set(found), (document.type, fact)
            checked += 1
    assert checked > 20


def test_a_scan_moves_the_boxes_with_the_paper(tmp_path: Path) -> None:
    """Where the truth puts a seal on a turned, skewed photograph, the picture is red."""
    import cv2
    import numpy as np

    truth = make(Options(seed=44, carrier="phone", only=("award_certificate", "diploma")), tmp_path / "d")
    seen = 0
    for document in truth.documents:
        for seal in document.seals:
            picture = _picture(tmp_path / "d" / document.file, seal.page)
            size = next(s for s in truth.sizes if (s.file, s.page) == (document.file, seal.page))
            across, down = picture.shape[1] / size.width, picture.shape[0] / size.height
            box = seal.bbox
            crop = picture[int(box.y0 * down) : int(box.y1 * down), int(box.x0 * across) : int(box.x1 * across)]
            hue = cv2.cvtColor(np.ascontiguousarray(crop), cv2.COLOR_RGB2HSV)
            red = ((hue[..., 0] < 12) | (hue[..., 0] > 168)) & (hue[..., 1] > 90)
            assert red.mean() > 0.05, document
            seen += 1
    assert seen


def _picture(path: Path, page: int):  # type: ignore[no-untyped-def]
    import numpy as np
    from PIL import Image

    if path.suffix == ".pdf":
        return np.asarray(pypdfium2.PdfDocument(path)[page - 1].render(scale=2).to_pil().convert("RGB"))
    image = Image.open(path)
    image.seek(page - 1)
    return np.asarray(image.convert("RGB"))


def test_every_type_is_drawn_in_several_layouts_and_only_with_facts_of_the_contract() -> None:
    assert len(TYPES) == 32
    for kind in TYPES:
        assert layouts(kind, True)
        assert len(layouts(kind, False)) + len(layouts(kind, True)) >= 2
    life = live(45, trade="teacher")
    items = [*plan(life, Random(1)), *extras(life, Random(2))]
    assert {item.type for item in items} == set(TYPES)


@pytest.mark.parametrize("seed", range(60, 66))
def test_placed_facts_are_facts_of_their_type(tmp_path: Path, seed: int) -> None:
    truth: Truth = make(Options(seed=seed, carrier="digital", only=SMALL[1:3]), tmp_path / "d")
    for document in truth.documents:
        assert {fact.name for fact in document.facts} <= FACTS[document.type]


def test_numbers_have_the_check_digits_of_real_ones() -> None:
    from stdnum import isbn, issn
    from stdnum.cn import ric, uscc

    rng = Random(7)
    for _ in range(50):
        assert issn.is_valid(numbers.issn(rng))
        assert isbn.is_valid(numbers.isbn(rng))
        assert uscc.is_valid(numbers.credit_code(rng, "12", "530103"))
        assert ric.is_valid(numbers.id_number(rng, "530102", "1985-03-07", True))
    assert numbers.patent_check("201710601862") == "3"
    assert numbers.patent_check("95115608") == "X"


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("plain", "2019年10月1日"),
        ("padded", "2019年10月01日"),
        ("chinese", "二〇一九年十月一日"),
        ("letter-o", "二O一九年十月一日"),
        ("dotted", "2019.10.1"),
        ("dashed", "2019-10-01"),
    ],
)
def test_dates_are_printed_in_the_style_asked_for(style: str, text: str) -> None:
    assert dates.printed("2019-10-01", style) == text

"""Crops: the place, framed and upright, with the pixels of personal data gone."""

from __future__ import annotations

import cv2
import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from checks.records import Evidence
from ingest.geometry import Box
from ingest.records import Dossier, Mark, Page, SourceFile
from reports.crops import DPI, Cutter
from reports.masking import Masker
from tests.reports import samples

FILE = "a.pdf"
WIDTH, HEIGHT = 595.0, 842.0


class Numbered:
    """Pages on which every character of a word is a square of a colour of its own."""

    def __init__(self, page: Page):
        self._page = page

    def page(self, file: str, number: int, dpi: int) -> NDArray[np.uint8]:
        scale = dpi / 72
        pixels = np.full((round(self._page.height * scale), round(self._page.width * scale), 3), 255, np.uint8)
        for word in self._page.words:
            for n, character in enumerate(word.text):
                if character == "　":
                    continue
                box = self._page.displayed(word.span(n, n + 1))
                corners = [round(v * scale) for v in (box.x0, box.y0, box.x1, box.y1)]
                cv2.rectangle(pixels, corners[:2], corners[2:], (0, 0, 255), -1)
        return pixels


def dossier_of(page: Page) -> Dossier:
    file = SourceFile(name=FILE, path=FILE, sha256="0" * 64, size=1, kind="pdf", page_count=1)
    return Dossier(id="x", path="x", files=(file,), pages=(page,))


def cut(page: Page, box: Box | None, masker: Masker, known: tuple[Evidence, ...] = ()) -> NDArray[np.uint8]:
    cutter = Cutter(dossier_of(page), Numbered(page), masker, known)
    crop = cutter.cut(FILE, 1, (box,) if box else ())
    assert crop is not None
    pixels = cv2.imdecode(np.frombuffer(crop.data, np.uint8), cv2.IMREAD_COLOR)
    assert pixels.shape[:2] == (crop.height, crop.width)
    return pixels[:, :, ::-1].astype(np.uint8)


def blue_share(pixels: NDArray[np.uint8]) -> float:
    """The share of pixels that still show print."""
    return float(((pixels[:, :, 2] > 150) & (pixels[:, :, 0] < 110) & (pixels[:, :, 1] < 110)).mean())


@pytest.mark.parametrize(
    "words",
    [
        (samples.word(samples.ID, 200, 300),),
        (
            samples.word(samples.ID[:6], 200, 300),
            samples.word(samples.ID[6:14], 250, 300),
            samples.word(samples.ID[14:], 310, 300),
        ),
        tuple(samples.word(c, 200 + 14.0 * n, 300) for n, c in enumerate(samples.ID)),
        (samples.word(samples.PHONE, 200, 300),),
    ],
    ids=["whole", "in three words", "a character a box", "phone"],
)
def test_pixels_of_personal_numbers_are_gone(words: tuple[object, ...]) -> None:
    page = samples.page(FILE, 1, *words)
    box = Box(190.0, 296.0, 460.0, 316.0)
    masked, open_ = cut(page, box, Masker()), cut(page, box, Masker(unmask=True))
    shown = 7 / len("".join(w.text for w in page.words))
    assert blue_share(open_) > 0
    assert blue_share(masked) < blue_share(open_) * (shown + 0.1)


def test_known_boxes_are_painted_where_words_are_missing() -> None:
    page = samples.page(FILE, 1, samples.word("模糊不清的一行字", 200, 300))
    box = Box(200.0, 300.0, 308.0, 312.0)
    known = (Evidence(file=FILE, page=1, bbox=box),)
    assert blue_share(cut(page, box, Masker(), known)) < 0.6 * blue_share(cut(page, box, Masker()))


def test_home_address_is_gone_on_all_its_lines() -> None:
    words = (
        samples.word("住", 80, 100),
        samples.word("址", 92, 100),
        samples.word("云南省某市某区某街道", 120, 100),
        samples.word("幸福小区5栋", 120, 116),
        samples.word("公民身份号码", 80, 150),
    )
    page = samples.page(FILE, 1, *words)
    hidden = Cutter(dossier_of(page), Numbered(page), Masker()).hidden_boxes(page)
    assert [any(box.intersection(word.box) > 0.9 * word.box.area for box in hidden) for word in words] == [
        *(False, False),
        *(True, True),
        False,
    ]


def test_codes_that_hold_personal_numbers_are_gone() -> None:
    code = Mark(kind="code", box=Box(100.0, 100.0, 160.0, 160.0), text=f"name;{samples.ID}", shape="QR")
    other = Mark(kind="code", box=Box(300.0, 100.0, 360.0, 160.0), text="https://example.invalid/", shape="QR")
    page = samples.page(FILE, 1, marks=(code, other))
    assert Cutter(dossier_of(page), Numbered(page), Masker()).hidden_boxes(page) == [code.box]


def test_other_words_stay() -> None:
    page = samples.page(FILE, 1, samples.word("ZL201710601862.3", 200, 300))
    box = Box(200.0, 300.0, 300.0, 312.0)
    assert np.array_equal(cut(page, box, Masker()), cut(page, box, Masker(unmask=True)))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_pages_are_shown_upright(turn: int) -> None:
    width, height = (WIDTH, HEIGHT) if turn % 180 == 0 else (HEIGHT, WIDTH)
    frame = {
        0: (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0),
        90: (0.0, 1.0, 0.0, -1.0, 0.0, height, 0.0, 0.0, 1.0),
        180: (-1.0, 0.0, width, 0.0, -1.0, height, 0.0, 0.0, 1.0),
        270: (0.0, -1.0, width, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    }[turn]
    word = samples.word("一行横排　　　　　", 200, 300)
    page = Page(file=FILE, number=1, width=width, height=height, source="ocr", words=(word,), frame=frame, turn=turn)
    pixels = cut(page, page.displayed(word.box), Masker())
    rows, columns = np.nonzero((pixels[:, :, 2] > 150) & (pixels[:, :, 0] < 110))
    assert np.ptp(columns) > 1.5 * np.ptp(rows)
    assert columns.mean() < pixels.shape[1] / 2  # the beginning of the line is on the left
    assert pixels.shape[1] > 2 * pixels.shape[0]


def test_the_place_is_framed_and_has_room_around_it() -> None:
    page = samples.page(FILE, 1, samples.word("字", 300, 400))
    pixels = cut(page, Box(300.0, 400.0, 306.0, 412.0), Masker())
    red = (pixels[:, :, 0] > 140) & (pixels[:, :, 1] < 90) & (pixels[:, :, 2] < 90)
    assert red.any()
    assert pixels.shape[1] >= 300 * DPI / 72


def test_places_on_huge_photographs_are_shown_like_those_on_paper() -> None:
    page = Page(file=FILE, number=1, width=4000.0, height=5660.0, source="ocr")
    box = Box(1000.0, 1000.0, 1400.0, 1080.0)
    crop = Cutter(dossier_of(page), Numbered(page), Masker()).cut(FILE, 1, (box,))
    assert crop is not None
    assert 300 < crop.points < 420 and crop.width < 1200


@pytest.mark.parametrize(
    "box",
    [
        Box(-50.0, -50.0, 10.0, 10.0),
        Box(590.0, 840.0, 700.0, 900.0),
        Box(2000.0, 2000.0, 2100.0, 2100.0),
        Box(10.0, 10.0, 10.0, 10.0),
    ],
)
def test_boxes_beyond_the_page_do_no_harm(box: Box) -> None:
    pixels = cut(samples.page(FILE, 1), box, Masker())
    assert pixels.size


def test_no_page_no_picture() -> None:
    page = samples.page(FILE, 1)
    cutter = Cutter(dossier_of(page), Numbered(page), Masker())
    assert cutter.cut(FILE, 7) is None
    assert cutter.cut("other.pdf", 1) is None
    flat = msgspec.structs.replace(page, width=0.0)
    assert Cutter(dossier_of(flat), Numbered(flat), Masker()).cut(FILE, 1) is None


def test_a_page_that_cannot_be_drawn_gives_no_picture() -> None:
    class Blind:
        def page(self, file: str, number: int, dpi: int) -> NDArray[np.uint8]:
            raise LookupError(file)

    page = samples.page(FILE, 1)
    assert Cutter(dossier_of(page), Blind(), Masker()).cut(FILE, 1) is None

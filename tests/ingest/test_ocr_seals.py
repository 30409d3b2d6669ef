"""Rings read in pieces, inks that cross, and names printed on the page that must not be taken for the ring's."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from ingest.ocr import get_engine
from ingest.ocr.arc import Arc, Glyph, joined
from ingest.ocr.inks import grey_levels
from ingest.ocr.page import read_picture
from ingest.ocr.printed import as_printed
from ingest.ocr.seals import find_seals, without_seals
from tests.ingest import pages

STEP = 0.05
NAME = "滇池湖滨地质勘查研究所"


def glyphs(text: str, first: float = 0.2, score: float = 0.99, at: tuple[int, ...] | None = None) -> list[Glyph]:
    """``text`` on a ring, one character a step; ``at`` gives the steps where they do not follow one another."""
    steps = at or tuple(range(len(text)))
    return [Glyph(char, first + STEP * step, score) for char, step in zip(text, steps, strict=True)]


def everywhere(start: float, end: float) -> float:
    return 1.0 if end > start else 0.0


def nowhere(start: float, end: float) -> float:
    return 0.0 if end > start else 1.0


def test_what_one_reading_left_out_another_gives() -> None:
    one = glyphs("昭市农业科学研所", at=(0, 2, 3, 4, 5, 6, 7, 9))
    other = [*glyphs("通市农业", first=0.2 + STEP), *glyphs("究所", first=0.2 + 8 * STEP)]
    assert joined([one, other]).text == "昭通市农业科学研究所"


def test_a_name_across_the_seals_foot_begins_after_the_widest_gap() -> None:
    around = [Glyph(glyph.text, glyph.place % 1.0, glyph.score) for glyph in glyphs("临沧市人民政府", first=0.8)]
    assert joined([sorted(around, key=lambda glyph: glyph.place)]).text == "临沧市人民政府"


def test_the_surer_of_two_readings_of_a_place_is_taken() -> None:
    assert joined([glyphs("昭通市码究所", score=0.8), glyphs("昭通市研究所", score=0.95)]).text == "昭通市研究所"


def test_no_readings_give_no_name() -> None:
    assert joined([]).text == "" and joined([[], []]).confidence == 0.0


@pytest.mark.parametrize(
    ("read", "at", "score"),
    [
        pytest.param("昭市农业科学研究所", (0, 2, 3, 4, 5, 6, 7, 8, 9), 0.99, id="left out within"),
        pytest.param("通市农业科学研究所", tuple(range(1, 10)), 0.99, id="left out at the start"),
        pytest.param("昭通市农业科学研究", tuple(range(9)), 0.99, id="left out at the end"),
        pytest.param("昭通市农业科学码究所", tuple(range(10)), 0.9, id="read unsurely"),
    ],
)
def test_a_ring_read_with_gaps_is_the_printed_name(read: str, at: tuple[int, ...], score: float) -> None:
    arc = Arc(tuple(glyphs(read, at=at, score=score)), STEP)
    text, confidence = as_printed(arc, ["发证单位：昭通市农业科学研究所", "2019年3月"], everywhere)
    assert text == "昭通市农业科学研究所"
    assert confidence <= arc.confidence


@pytest.mark.parametrize(
    ("read", "printed", "score"),
    [
        pytest.param("临沧市人民医院", "临沧市人民政府", 0.99, id="another office, surely read"),
        pytest.param("昆明市第一中学", "昆明市第十一中学", 0.9, id="no room for another character"),
        pytest.param("昆明市第三中学", "昆明市第二中学", 0.8, id="another number, unsurely read"),
        pytest.param("玉溪市教育局", "玉溪市教育厅", 0.8, id="another rank of office"),
        pytest.param("广东省版权局", "经广东省版权局审核", 0.9, id="a clause that names it"),
        pytest.param("云南大学", "云南农业大学附属中学", 0.99, id="a longer name"),
    ],
)
def test_a_ring_that_says_something_else_stays_as_read(read: str, printed: str, score: float) -> None:
    arc = Arc(tuple(glyphs(read, score=score)), STEP)
    assert as_printed(arc, [printed], everywhere)[0] == read


def test_nothing_is_added_where_the_ring_has_no_ink() -> None:
    arc = Arc(tuple(glyphs("云南省科学技术")), STEP)
    assert as_printed(arc, ["云南省科学技术厅"], nowhere)[0] == "云南省科学技术"


def greyed(colour: tuple[int, int, int] = (205, 30, 40)) -> Image.Image:
    """A page in grey whose seal is crossed by print."""
    return pages.stamped(pages.sheet(), pages.seal(NAME, colour=colour), (330, 250)).convert("L").convert("RGB")


def test_a_grey_seal_is_read_though_black_print_crosses_it() -> None:
    reading = read_picture(pages.pixels(greyed()), 0.5, get_engine())
    (seal,) = [mark for mark in reading.marks if mark.kind == "seal"]
    assert (seal.text, seal.colour) == (NAME, "grey")
    text = "".join(word.text for word in reading.words)
    assert "2019年11月28日" in text and NAME in text


def test_inks_are_told_apart_by_their_darkness_and_not_where_they_are_alike() -> None:
    box = (330, 250, 638, 558)
    grey = np.asarray(greyed().crop(box).convert("L"))
    levels = grey_levels(grey)
    assert levels is not None and levels.seal - levels.print > 40
    black = np.where(grey < 150, 0, 255).astype(np.uint8)
    assert grey_levels(black) is None


def test_a_drawn_circle_is_no_seal_whose_ink_could_be_taken_off() -> None:
    image = Image.new("L", (200, 200), "white")
    ImageDraw.Draw(image).ellipse((2, 2, 197, 197), outline=0, width=4)
    assert grey_levels(np.asarray(image)) is None


def under_seal(opacity: float) -> Image.Image:
    """A date and an office with a red seal's star and rim drawn over them, as opaque as told."""
    sheet = Image.new("RGB", (1240, 1480), "white")
    draw = ImageDraw.Draw(sheet)
    for row, line in enumerate(pages.LINES):
        draw.text((120, 200 + 80 * row), line, font=pages.font(34), fill="black")
    draw.text((560, 1200), "昆明理工大学", font=pages.font(34), fill="black")
    draw.text((560, 1260), "2019年11月15日", font=pages.font(34), fill="black")
    seal = Image.new("RGBA", sheet.size, (0, 0, 0, 0))
    ink = (200, 25, 35, round(255 * opacity))
    pen = ImageDraw.Draw(seal)
    pen.ellipse((570, 1110, 790, 1330), outline=ink, width=7)
    pen.regular_polygon((680, 1240, 42), 5, fill=ink)
    return Image.alpha_composite(sheet.convert("RGBA"), seal).convert("RGB")


def test_a_seals_ink_becomes_the_paper_around_it_without_an_edge() -> None:
    paper = (252, 236, 200)
    sheet = Image.new("RGB", (600, 600), paper)
    ImageDraw.Draw(sheet).ellipse((150, 150, 450, 450), outline=(205, 30, 40), width=10)
    picture = np.asarray(sheet)
    (seal,) = find_seals(picture)
    cleared = without_seals(picture, (seal,)).astype(int)
    assert np.abs(cleared - np.array(paper)).max() < 12


@pytest.mark.parametrize("opacity", [0.6, 0.8])
def test_print_under_a_seals_star_is_read(opacity: float) -> None:
    read = read_picture(pages.pixels(under_seal(opacity)), 0.5, get_engine())
    text = "\n".join(word.text for word in read.words)
    assert "2019年11月15日" in text and "昆明理工大学" in text


def test_a_title_in_red_is_print_and_no_seal() -> None:
    sheet = Image.new("RGB", (1240, 1480), "white")
    for row, line in enumerate(pages.LINES[1:]):
        ImageDraw.Draw(sheet).text((120, 500 + 80 * row), line, font=pages.font(34), fill="black")
    for x, character in zip((350, 560, 770, 980), "荣誉证书", strict=True):
        ImageDraw.Draw(sheet).text((x, 200), character, font=pages.font(90), fill=(200, 20, 30))
    read = read_picture(pages.pixels(sheet), 0.5, get_engine())
    assert "荣誉证书" in "".join("".join(word.text.split()) for word in read.words)
    assert not [mark for mark in read.marks if mark.kind == "seal"]

"""Pictures of pages: whichever way they lie, under seals, with codes, in shadow; and pictures that say nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp
from PIL import Image

from ingest.geometry import Box
from ingest.ocr import get_engine, read_crop
from ingest.ocr.base import NullEngine, Picture, Reading
from ingest.ocr.codes import codes
from ingest.ocr.digest import picture_digest
from ingest.ocr.lines import with_lost_spaces, without_false_spaces
from ingest.ocr.page import PictureReading, read_picture
from ingest.options import ReadOptions
from ingest.pictures import PageStore
from ingest.reader import read_dossier
from ingest.records import Page
from ingest.rulings import cells
from tests.ingest import pages

Change = Callable[[Image.Image], Image.Image]


def read(image: Image.Image) -> PictureReading:
    return read_picture(pages.pixels(image), 0.5, get_engine())


def text(reading: PictureReading) -> str:
    return "\n".join(word.text for word in reading.words)


def tilted(image: Image.Image) -> Image.Image:
    return image.rotate(-4, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC)


def photographed(image: Image.Image) -> Image.Image:
    """On a dark desk, from the side, lit from one corner."""
    width, height = image.size
    corners = np.array([[90, 60], [width + 20, 110], [width - 30, height + 60], [40, height + 20]], dtype=np.float32)
    square = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(square, corners)
    size = (width + 120, height + 130)
    sheet = cv2.warpPerspective(pages.pixels(image), matrix, size, borderValue=(70, 55, 45))
    shade = np.linspace(1.0, 0.6, size[0])[None, :, None]
    return Image.fromarray((sheet * shade).astype(np.uint8))


@pytest.mark.parametrize(
    ("change", "turn"),
    [
        pytest.param(lambda image: image, 0, id="upright"),
        pytest.param(lambda image: image.rotate(-90, expand=True), 270, id="lying on its right"),
        pytest.param(lambda image: image.rotate(90, expand=True), 90, id="lying on its left"),
        pytest.param(lambda image: image.rotate(180), 180, id="upside down"),
        pytest.param(tilted, 0, id="tilted"),
        pytest.param(lambda image: tilted(image).rotate(90, expand=True), 90, id="tilted and lying on its left"),
        pytest.param(photographed, 0, id="photographed"),
    ],
)
def test_pages_are_read_whichever_way_they_lie(change: Change, turn: int) -> None:
    reading = read(change(pages.sheet()))
    assert reading.turn == turn
    for line in pages.LINES:
        assert line.replace("：", "") in text(reading).replace("：", "").replace(":", "").replace(",", "，")


def test_boxes_lead_back_to_the_picture_as_given() -> None:
    """What was read on a tilted page, cut out of the picture as given, still holds its print."""
    image = tilted(pages.sheet())
    reading = read(image)
    page = Page(file="f", number=1, width=0, height=0, source="ocr", words=reading.words, frame=reading.frame)
    word = next(word for word in reading.words if "530102198807150026" in word.text)
    box = page.displayed(word.box)
    crop = pages.pixels(image)[int(box.y0 * 2) : int(box.y1 * 2) + 1, int(box.x0 * 2) : int(box.x1 * 2) + 1]
    assert any("530102198807150026" in found.text for found in read_crop(crop))


def test_edges_part_the_characters() -> None:
    word = next(word for word in read(pages.sheet()).words if "JL20190417" in word.text)
    start = word.text.index("JL")
    span = word.span(start, start + 2)
    assert word.box.x0 < span.x0 < span.x1 < word.box.x1
    assert list(word.edges) == sorted(word.edges)


def test_a_seal_is_read_and_so_is_the_print_beneath_it() -> None:
    image = pages.stamped(pages.sheet(), pages.seal("滇池湖滨地质勘查研究所"), (330, 250))
    reading = read(image)
    (seal,) = [mark for mark in reading.marks if mark.kind == "seal"]
    assert (seal.text, seal.shape, seal.colour) == ("滇池湖滨地质勘查研究所", "round", "red")
    assert seal.box.intersection(Box(167, 127, 319, 279)) > 0.9 * 152 * 152
    assert "颁发单位：滇池湖滨地质勘查研究所" in text(reading).replace(":", "：")
    assert "2019年11月28日" in text(reading)


def test_a_seal_without_colour_is_found_by_its_rim() -> None:
    stamp = pages.seal("滇池湖滨地质勘查研究所", radius=120)
    image = pages.stamped(pages.sheet(), stamp, (720, 240)).convert("L")
    (seal,) = [mark for mark in read(image).marks if mark.kind == "seal"]
    assert (seal.text, seal.colour) == ("滇池湖滨地质勘查研究所", "grey")


def test_round_drawings_and_photographs_are_no_seals() -> None:
    image = pages.sheet()
    plain = np.zeros((300, 220, 3), np.uint8)
    plain[:] = (190, 30, 40)  # the red ground of an identity photograph
    image.paste(Image.fromarray(plain), (740, 120))
    ring = Image.new("RGBA", (180, 180), (255, 255, 255, 0))
    from PIL import ImageDraw

    ImageDraw.Draw(ring).ellipse((4, 4, 176, 176), outline=(0, 0, 0, 255), width=3)
    image.paste(ring, (500, 380), ring)
    assert not [mark for mark in read(image).marks if mark.kind == "seal"]


def test_a_small_blurred_code_is_decoded_at_a_closer_look() -> None:
    code = zxingcpp.create_barcode("http://epub.cnipa.gov.cn/cred/CN308886093S", zxingcpp.BarcodeFormat.QRCode)
    pattern = np.asarray(zxingcpp.write_barcode_to_image(code, scale=2))
    picture = np.full((700, 700), 235, np.uint8)
    picture[100 : 100 + pattern.shape[0], 300 : 300 + pattern.shape[1]] = pattern
    picture = cv2.GaussianBlur(picture, (0, 0), 1.1)
    (mark,) = codes(np.repeat(picture[..., None], 3, axis=2), 0.5)
    assert mark.text.endswith("CN308886093S")
    assert abs(mark.box.x0 - 150) < 8 and abs(mark.box.y0 - 50) < 8


def test_codes_are_decoded() -> None:
    image = pages.sheet()
    code = zxingcpp.create_barcode("https://example.org/v/8842", zxingcpp.BarcodeFormat.QRCode)
    pattern = np.asarray(zxingcpp.write_barcode_to_image(code, scale=6))
    image.paste(Image.fromarray(pattern), (700, 300))
    (mark,) = [mark for mark in read(image).marks if mark.kind == "code"]
    assert mark.text == "https://example.org/v/8842"
    assert mark.box.intersection(Box(350, 150, 350 + pattern.shape[1] / 2, 150 + pattern.shape[0] / 2)) > 0


def test_ruled_forms_give_cells() -> None:
    from PIL import ImageDraw

    image = pages.sheet()
    draw = ImageDraw.Draw(image)
    for y in (60, 200, 330):
        draw.line((60, y, 900, y), fill="black", width=2)
    for x in (60, 480, 900):
        draw.line((x, 60, x, 330), fill="black", width=2)
    found = cells(read(image).rulings)
    assert len(found) == 4
    assert found[0].x0 == pytest.approx(30, abs=2) and found[0].y1 == pytest.approx(100, abs=2)


def test_blank_paper_is_blank_and_print_is_not() -> None:
    rng = np.random.default_rng(7)
    grain = np.clip(rng.normal(245, 3, (1200, 850, 1)), 0, 255).astype(np.uint8)
    assert read(Image.fromarray(np.repeat(grain, 3, axis=2))).blank
    assert not read(pages.sheet()).blank


@pytest.mark.parametrize("size", [(1, 1), (3, 4000), (4000, 3), (40, 40)])
def test_odd_sizes_do_no_harm(size: tuple[int, int]) -> None:
    assert not read(Image.new("RGB", size, "white")).words


def test_the_null_engine_sees_nothing() -> None:
    picture = pages.pixels(pages.sheet())
    assert not read_picture(picture, 1.0, NullEngine()).words
    assert get_engine("none").recognise([picture]) == [Reading("", 0.0)]
    with pytest.raises(LookupError, match="no OCR engine"):
        get_engine("psychic")


def test_like_pictures_have_like_digests() -> None:
    def bits(one: Picture, other: Picture) -> int:
        return (int(picture_digest(one), 16) ^ int(picture_digest(other), 16)).bit_count()

    image = pages.sheet()
    darker = Image.fromarray((pages.pixels(image) * 0.9).astype(np.uint8))
    smaller = image.resize((image.width // 2, image.height // 2))
    other = pages.sheet(("完全不同的一页", "另有内容"), size=60)
    assert bits(pages.pixels(image), pages.pixels(darker)) <= 4
    assert bits(pages.pixels(image), pages.pixels(smaller)) <= 6
    assert bits(pages.pixels(image), pages.pixels(other)) > 12


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("1 985年", (0.1, 0.2, 0.3, 0.5, 0.7, 0.9), "1985年"),
        ("12 34", (0.1, 0.2, 0.35, 0.5, 0.6), "12 34"),
        ("Vol 3", (0.1, 0.2, 0.3, 0.4, 0.5), "Vol 3"),
    ],
)
def test_false_spaces_are_dropped(text: str, columns: tuple[float, ...], expected: str) -> None:
    assert without_false_spaces(Reading(text, 1.0, columns)).text == expected


EVENLY = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
PARTED = (0.1, 0.2, 0.38, 0.48, 0.58, 0.68)


@pytest.mark.parametrize(
    ("columns", "step", "hidden", "expected"),
    [
        (PARTED, 0.025, False, "罗明 李红云周"),
        (EVENLY, 0.025, False, "罗明李红云周"),
        (PARTED, 0.1, False, "罗明李红云周"),  # too coarse to tell
        (PARTED, 0.0, False, "罗明李红云周"),
        (PARTED, 0.025, True, "罗明李红云周"),
    ],
)
def test_a_space_that_the_engine_lost_is_put_where_the_print_leaves_it(
    columns: tuple[float, ...], step: float, hidden: bool, expected: str
) -> None:
    reading = Reading("罗明李红云周", 1.0, columns, (0.9,) * 6, step)
    spaced = with_lost_spaces(reading, lambda _: hidden)
    assert spaced.text == expected and len(spaced.columns) == len(spaced.scores) == len(expected)


def test_files_of_several_pictures_and_turned_photos_are_pages(tmp_path: Path) -> None:
    first, second = pages.sheet(), pages.sheet(("第二页", "共两页"))
    first.save(tmp_path / "a.tif", save_all=True, append_images=[second], dpi=(150, 150))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its side
    first.rotate(90, expand=True).save(tmp_path / "b.jpg", exif=exif, quality=92)
    dossier = read_dossier(tmp_path, options=ReadOptions(isolate=False))
    assert [(page.file, page.number) for page in dossier.pages] == [("a.tif", 1), ("a.tif", 2), ("b.jpg", 1)]
    assert dossier.pages[0].width == pytest.approx(1000 * 72 / 150)
    assert (dossier.pages[2].width, dossier.pages[2].turn) == (1000, 0)
    assert any("JL20190417" in word.text for word in dossier.pages[2].words)


def test_pictures_of_phones_in_heic_are_read(tmp_path: Path) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    pillow_heif.from_pillow(pages.sheet()).save(tmp_path / "IMG_0001.HEIC", quality=85)
    dossier = read_dossier(tmp_path, options=ReadOptions(isolate=False))
    assert not dossier.files[0].problems
    text = "".join(word.text for word in dossier.pages[0].words)
    assert "JL20190417" in text and "530102198807150026" in text


def test_page_pictures_are_kept_up_to_a_limit_and_cannot_be_changed(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        pages.text_pdf(tmp_path / f"{number}.pdf")
    dossier = read_dossier(tmp_path, options=ReadOptions(ocr="none", isolate=False))
    store = PageStore(dossier, kept_bytes=4_000_000)
    picture = store.page("1.pdf", 1, 72)
    assert picture.shape == (842, 595, 3)
    assert store.page("1.pdf", 1, 72) is picture
    for name in ("2.pdf", "3.pdf"):
        store.page(name, 1, 72)
    assert store.page("1.pdf", 1, 72) is not picture
    with pytest.raises(ValueError, match="read-only"):
        picture[0, 0] = 0
    with pytest.raises(LookupError):
        store.page("1.pdf", 9, 72)

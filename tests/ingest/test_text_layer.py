"""Text layers: words with places and fonts, turned pages, spacing, and layers that say other things than the page."""

from __future__ import annotations

import math
import re
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import ImageDraw
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

from ingest.carrier import Context, Survey
from ingest.geometry import Box
from ingest.glyphs import folded
from ingest.limits import Limits
from ingest.options import ReadOptions
from ingest.pdf import carrier
from ingest.pdf.chars import Char, Chars, Style
from ingest.pdf.soundness import doubtful, verdict
from ingest.pdf.text import paired
from ingest.provenance import provenance
from ingest.reader import read_dossier
from ingest.records import Page, Word
from tests.factory.fonts import FACES
from tests.ingest import pages

SILENT = Context(Limits(), "none")


def surveyed(path: Path) -> Survey:
    return carrier.survey(path, path.name, SILENT)


def drawn(path: Path, rotate: int = 0, angle: int = 0) -> Page:
    """A page with one line of print at (100, 700) from below, 20 points high, turned by ``angle``."""
    sheet = canvas.Canvas(str(path), pagesize=(600, 800))
    sheet.setFont("Helvetica", 20)
    sheet.translate(100, 700)
    sheet.rotate(angle)
    sheet.drawString(0, 0, "Certificate 2019")
    sheet.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].rotate(rotate, relative=False)
        pdf.save(path)
    return surveyed(path).pages[0]


def test_words_have_boxes_fonts_and_edges(tmp_path: Path) -> None:
    (word,) = drawn(tmp_path / "a.pdf").words
    assert (word.text, word.font, word.size) == ("Certificate 2019", "Helvetica", 20.0)
    assert word.box.x0 == pytest.approx(100, abs=1)
    assert 680 < 800 - word.box.y1 < 702 and 712 < 800 - word.box.y0 < 720
    assert len(word.edges) == len(word.text) + 1
    assert list(word.edges) == sorted(word.edges)
    assert word.span(12, 16).x0 == pytest.approx(100 + pdfmetrics.stringWidth("Certificate ", "Helvetica", 20), abs=1)


def test_words_marked_with_actual_text_in_a_form_stand_where_the_form_puts_them(tmp_path: Path) -> None:
    sheet = canvas.Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800))
    sheet.beginForm("print")
    sheet.setFont("Helvetica", 80)
    sheet._code.append("/Span <</ActualText (2019)>> BDC")
    sheet.drawString(400, 1000, "2019")
    sheet._code.append("EMC")
    sheet.drawString(400, 1200, "plain")
    sheet.endForm()
    sheet.scale(0.25, 0.25)
    sheet.doForm("print")
    sheet.save()
    marked, plain = sorted((w for w in surveyed(tmp_path / "a.pdf").pages[0].words), key=lambda w: -w.box.y0)
    assert (marked.text, plain.text) == ("2019", "plain")
    assert marked.box.x0 == pytest.approx(plain.box.x0, abs=2)
    assert marked.box.y1 == pytest.approx(800 - 250, abs=3)
    assert marked.box.width == pytest.approx(0.25 * pdfmetrics.stringWidth("2019", "Helvetica", 80), abs=2)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_pages_are_read_upright_and_point_to_the_page_as_displayed(tmp_path: Path, rotate: int) -> None:
    page = drawn(tmp_path / "a.pdf", rotate=rotate)
    (word,) = page.words
    assert word.text == "Certificate 2019"
    assert (page.width, page.height) == ((600, 800) if rotate % 180 == 0 else (800, 600))
    assert page.turn == -rotate % 360
    shown = page.displayed(word.box)
    corner = {0: (100, 100), 90: (700, 100), 180: (500, 700), 270: (100, 500)}[rotate]
    corners = [(x, y) for x in (shown.x0, shown.x1) for y in (shown.y0, shown.y1)]
    assert min(math.dist(corner, point) for point in corners) < 20


def test_print_turned_inside_the_page_is_turned_back(tmp_path: Path) -> None:
    page = drawn(tmp_path / "a.pdf", angle=90)
    (word,) = page.words
    assert (word.text, page.turn) == ("Certificate 2019", 90)
    assert word.box.width > 5 * word.box.height
    shown = page.displayed(word.box)
    assert shown.height > 5 * shown.width


def test_the_characters_of_a_ring_are_no_part_of_the_lines_they_cross(tmp_path: Path) -> None:
    sheet = canvas.Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800))
    sheet.setFont("Helvetica", 12)
    sheet.drawString(100, 400, "Issued by the Institute on 2020-07-06")
    sheet.drawString(100, 380, "Nothing else is said of it here")
    for index, char in enumerate("ABCDEFGHIJK"):
        sheet.saveState()
        sheet.translate(250, 385)
        sheet.rotate(125 - 25 * index)
        sheet.drawString(-4, 40, char)
        sheet.restoreState()
    sheet.save()
    words = surveyed(tmp_path / "a.pdf").pages[0].words
    assert [word.text for word in words if not word.slanted] == [
        "Issued by the Institute on 2020-07-06",
        "Nothing else is said of it here",
    ]
    assert "".join(word.text for word in words if word.slanted) == "ABCDEFGHIJK"


def test_a_page_set_at_an_angle_keeps_its_words(tmp_path: Path) -> None:
    (word,) = drawn(tmp_path / "a.pdf", angle=30).words
    assert not word.slanted


def layered(path: Path, *, shown: bool, way: str = "mark") -> Path:
    """A page with a line of print, and another on a layer, put there in one of the ways that files do it: by a mark, a
    mark of a membership, a form, a form of a membership, a form within another; the last also where all is off."""
    sheet = canvas.Canvas(str(path), pagesize=(600, 800))
    sheet.setFont("Helvetica", 12)
    sheet.drawString(100, 700, "2019  30  68  98")
    sheet.save()
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="old"))
        on, off = ([layer], []) if shown else ([], [layer])
        states = pikepdf.Dictionary(ON=on, OFF=off)
        if way == "nested":
            states = pikepdf.Dictionary(ON=on, BaseState=pikepdf.Name.OFF)
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=states)
        member = layer
        if way.endswith("membership"):
            member = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCMD, OCGs=[layer]))
        page, line = pdf.pages[0], b"BT /F1 12 Tf 1 0 0 1 100 700 Tm (2019  20  36  56) Tj ET"
        if way.startswith("mark"):
            page.Resources.Properties = pikepdf.Dictionary(MC0=member)
            page.contents_add(b"/OC /MC0 BDC " + line + b" EMC")
        else:
            form = form_of(pdf, line, page.Resources)
            form.OC = member
            if way == "nested":
                form = form_of(pdf, b"/Inner Do", pikepdf.Dictionary(XObject=pikepdf.Dictionary(Inner=form)))
            page.Resources.XObject = pikepdf.Dictionary(Form=form)
            page.contents_add(b"/Form Do")
        pdf.save(path)
    return path


def form_of(pdf: pikepdf.Pdf, content: bytes, resources: pikepdf.Object) -> pikepdf.Object:
    form = pdf.make_stream(content)
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Resources = [0, 0, 600, 800], resources
    return form


@pytest.mark.parametrize("shown", [True, False])
@pytest.mark.parametrize("way", ["mark", "mark of a membership", "form", "form of a membership", "nested"])
def test_what_stands_on_a_layer_that_is_off_is_not_on_the_page(tmp_path: Path, shown: bool, way: str) -> None:
    path = layered(tmp_path / "a.pdf", shown=shown, way=way)
    text = " ".join(word.text for word in surveyed(path).pages[0].words)
    assert ("36" in text) is shown
    assert "68" in text
    assert [h.why for h in provenance(path, "pdf").hidden] == ([] if shown else ["layer-off"])


def test_the_crop_box_is_the_page(tmp_path: Path) -> None:
    drawn(tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        pdf.pages[0].cropbox = pikepdf.Array([50, 600, 450, 780])
        pdf.save(tmp_path / "b.pdf")
    page = surveyed(tmp_path / "b.pdf").pages[0]
    assert (page.width, page.height) == (400, 180)
    assert page.words[0].box.x0 == pytest.approx(50, abs=1)


def test_a_dot_from_another_font_parts_no_name(tmp_path: Path) -> None:
    sheet = canvas.Canvas(str(tmp_path / "a.pdf"), pagesize=(600, 800))
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    for x, font, text in ((100, "STSong-Light", "木然"), (143, "Helvetica", "\u00b7"), (150, "STSong-Light", "诺相")):
        sheet.setFont(font, 20)
        sheet.drawString(x, 700, text)
    sheet.save()
    (word,) = surveyed(tmp_path / "a.pdf").pages[0].words
    assert "".join(word.text.split()) == "木然·诺相"


def chinese(path: Path, rows: list[tuple[str, float]]) -> Page:
    """A page with rows of Chinese, each with its letter spacing in points."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    sheet = canvas.Canvas(str(path), pagesize=(600, 800))
    for index, (text, spacing) in enumerate(rows):
        line = sheet.beginText(60, 700 - 40 * index)
        line.setFont("STSong-Light", 16)
        line.setCharSpace(spacing)
        line.textOut(text)
        sheet.drawText(line)
    sheet.save()
    return surveyed(path).pages[0]


@pytest.mark.parametrize(
    ("text", "spacing", "expected"),
    [
        ("任职资格证书", 0, "任职资格证书"),
        ("任职资格证书", 10, "任职资格证书"),  # widely set
        ("任 职 资 格", 0, "任职资格"),  # spaces typed between characters
        ("姓名 张三", 0, "姓名 张三"),  # a space that parts label and value
    ],
)
def test_spacing_of_chinese(tmp_path: Path, text: str, spacing: float, expected: str) -> None:
    assert [word.text for word in chinese(tmp_path / "c.pdf", [(text, spacing)]).words] == [expected]


def test_wide_gaps_part_words(tmp_path: Path) -> None:
    page = chinese(tmp_path / "c.pdf", [("姓名\u3000\u3000\u3000张三", 0)])
    assert [word.text for word in page.words] == ["姓名", "张三"]


def test_radicals_are_folded_into_the_ideographs_they_look_like() -> None:
    assert folded("\u2eec\u2ea0\u2ed4\u2f00\u2f8f") == "齐民门一行"
    assert folded("普通ABC") == "普通ABC"


def test_filled_form_fields_are_read(tmp_path: Path) -> None:
    sheet = canvas.Canvas(str(tmp_path / "f.pdf"), pagesize=(600, 800))
    sheet.drawString(72, 700, "Name:")
    sheet.acroForm.textfield(name="n", x=120, y=690, width=200, height=24, value="Li Xiaolan", fontSize=12)
    sheet.save()
    words = " ".join(word.text for word in surveyed(tmp_path / "f.pdf").pages[0].words)
    assert "Li Xiaolan" in words


def test_a_form_that_inherits_its_page_size_keeps_it(tmp_path: Path) -> None:
    sheet = canvas.Canvas(str(tmp_path / "f.pdf"), pagesize=(400, 500))
    sheet.drawString(72, 100, " ")
    sheet.acroForm.textfield(name="n", x=120, y=290, width=200, height=24, value="Li Xiaolan", fontSize=12)
    sheet.save()
    with pikepdf.open(tmp_path / "f.pdf") as pdf:
        pdf.Root.Pages.MediaBox = pdf.pages[0].MediaBox
        del pdf.pages[0].MediaBox
        pdf.save(tmp_path / "g.pdf")
    (page,) = surveyed(tmp_path / "g.pdf").pages
    (word,) = page.words
    assert (page.width, page.height, word.text) == (400, 500, "Li Xiaolan")
    assert 186 < word.box.y0 < word.box.y1 < 210


STYLE = Style("F", 12.0, 0, False, True, False)
NAMELESS = STYLE._replace(unmapped=True)


def chars(text: str, style: Style = STYLE) -> Chars:
    return Chars.of(Char(char, 10.0 * i, 0, 10.0 * i + 10, 12, style, False) for i, char in enumerate(text))


@pytest.mark.parametrize(
    ("text", "style", "expected"),
    [
        ("经审核符合条件，准予毕业，特发此证。" * 3, STYLE, False),
        ("张珺与李喆、王玥等人" + "的论文发表于该刊，经审核符合条件，准予毕业" * 6, STYLE, False),  # rare names
        ("书犐犆犛３５．０４０犔８０犌犕犜密码行业标准", STYLE, True),  # Latin mapped among rare ideographs
        ("经审核符合条件，准予毕业" * 3, NAMELESS, True),
        ("\ue001\ue002\ue003\ue004abcdefgh", STYLE, True),
        ("ÖÐ¹úÈË·¢Ã÷×¨Àû֤Êé", STYLE, True),  # GBK bytes one by one
        ("Résumé of the naïve café owner, très bien, in ordinary French", STYLE, False),
        ("目录…………………………………………1", STYLE, False),
        ("驿踊淆椽梭恬婉绰麓蜡澎嘲颓榷渺苇" * 3, STYLE, True),  # common characters, but none of the frequent ones
        ("王伟李娜张敏刘洋陈静杨磊赵强黄丽周杰吴艳徐勇孙涛马超朱军胡霞郭鹏何平高玲林燕罗斌", STYLE, False),  # names
        ("wkh frxqflo kdv ghflghg wr judqw wkh wlwoh ri vhqlru hqjlqhhu " * 5, STYLE, True),  # three letters on
        ('for (int i = 0; i < n; i++) printf("%lf %lf", x[i], y[i]); // sums ' * 6, STYLE, False),
        ("", STYLE, False),
    ],
)
def test_doubtful_characters(text: str, style: Style, expected: bool) -> None:
    assert doubtful(chars(text, style)) is expected


def otherwise(char: str) -> str:
    """What a font made to mislead says for ``char``: another of the common characters, or Latin among ideographs."""
    if not "\u4e00" <= char <= "\u9fff":
        return chr(0x8F00 | ord(char))
    row, cell = char.encode("gb2312")
    return bytes((0xB0 + (row - 0xB0 + 17) % 39, 0xA1 + (cell - 0xA1 + 40) % 89)).decode("gb2312")


@pytest.mark.parametrize(
    ("touched", "expected"),
    [("", "sound"), ("[\u4e00-\u9fff]", "garbled"), ("[A-Za-z]", "garbled")],
)
def test_fonts_that_name_other_characters_than_they_show(tmp_path: Path, touched: str, expected: str) -> None:
    def renamed(code: re.Match[bytes]) -> bytes:
        char = chr(int(code[1], 16))
        return b"<%04X>" % ord(otherwise(char)) if touched and re.match(touched, char) else code[0]

    face = FACES["uming"]
    if not face.file.exists():
        pytest.skip(f"the font {face.path} is not installed; run tools/fonts.py")
    pdfmetrics.registerFont(TTFont("told", str(face.file), subfontIndex=face.index))
    sheet = canvas.Canvas(str(tmp_path / "g.pdf"), pagesize=(600, 800))
    sheet.setFont("told", 14)
    for row in range(3):
        sheet.drawString(60, 700 - 30 * row, "经评审委员会审核通过，准予取得高级工程师任职资格。Senior Engineer")
    sheet.save()
    with pikepdf.open(tmp_path / "g.pdf", allow_overwriting_input=True) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                said = thing.ToUnicode.read_bytes()
                thing.ToUnicode = pdf.make_stream(re.sub(rb"<([0-9A-Fa-f]{4})>", renamed, said))
        pdf.save(tmp_path / "g.pdf")
    found = surveyed(tmp_path / "g.pdf")
    assert (found.pages[0].text_layer, found.pending) == (expected, (1,) if touched else ())


def words(text: str, y: float = 0.0) -> list[Word]:
    return [Word(text=text, box=Box(0, y, 10.0 * len(text), y + 12))]


@pytest.mark.parametrize(
    ("layer", "seen", "expected"),
    [
        ("哈尔滨某某大学学报一九八五年三月", "哈尔滨某某大学学报一九八五年三月", "sound"),
        ("学报第12卷第3期1055年3月出版", "学报第12卷第3期1985年3月出版", "contradicted"),
        ("犐犆犛犔犌犕犜犃犅犆犇犈犉", "国家密码管理局发布行业标准", "garbled"),
        ("国家密码管理局", "国家", "unchecked"),
    ],
)
def test_a_layer_is_judged_by_what_ocr_sees(layer: str, seen: str, expected: str) -> None:
    assert verdict(words(layer), words(seen)) == expected


def test_a_hidden_layer_with_another_year_is_read_from_the_picture(tmp_path: Path) -> None:
    image = pages.sheet(("Journal of Surveying, Vol. 17 No. 3, March 1985", "Received 12 January 1985"), size=30)
    height = image.height * 72 / 150
    layer = ("Journal of Surveying, Vol. 17 No. 3, March 1055", "Received 12 January 1055")
    hidden = [(line, 43, height - 50 - 29 * i, 14.4) for i, line in enumerate(layer)]
    path = pages.scan_pdf(tmp_path / "scan.pdf", image, hidden)
    (page,) = read_dossier(path, options=ReadOptions(isolate=False)).pages
    assert (page.source, page.text_layer) == ("ocr", "contradicted")
    assert "1985" in "".join(word.text for word in page.words)
    assert any("1055" in word.text for word in page.layer_words)


def test_a_hidden_layer_that_is_right_is_called_sound(tmp_path: Path) -> None:
    lines = ("Journal of Surveying, Vol. 17 No. 3, March 1985", "Received 12 January 1985")
    image = pages.sheet(lines, size=30)
    height = image.height * 72 / 150
    path = pages.scan_pdf(
        tmp_path / "s.pdf", image, [(line, 43, height - 50 - 29 * i, 14.4) for i, line in enumerate(lines)]
    )
    (page,) = read_dossier(path, options=ReadOptions(isolate=False)).pages
    assert (page.source, page.text_layer) == ("ocr", "sound")


def test_pages_of_text_never_load_the_ocr_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str = "") -> None:
        raise AssertionError("the engine was asked for")

    monkeypatch.setattr("ingest.ocr.get_engine", refuse)
    path = pages.text_pdf(tmp_path / "t.pdf", pages=2)
    dossier = read_dossier(path, options=ReadOptions(isolate=False))
    assert [(page.source, page.text_layer) for page in dossier.pages] == [("text", "sound")] * 2


def with_a_picture(path: Path, rows: int, width: float) -> Path:
    """Rows of text with a picture of print below them, ``width`` points wide."""
    from reportlab.lib.utils import ImageReader

    image = pages.sheet()
    sheet = canvas.Canvas(str(path), pagesize=(595, 842))
    sheet.setFont("Helvetica", 12)
    for row in range(rows):
        sheet.drawString(72, 780 - 18 * row, f"Paragraph {row} of a covering letter, long enough to be text.")
    sheet.drawImage(ImageReader(image), 50, 60, width, width * image.height / image.width)
    sheet.save()
    return path


@pytest.mark.parametrize("rows", [1, 4])
def test_a_certificate_pasted_under_its_caption_is_read_beside_the_text(tmp_path: Path, rows: int) -> None:
    path = with_a_picture(tmp_path / "m.pdf", rows, 500)
    (page,) = read_dossier(path, options=ReadOptions(isolate=False)).pages
    text = [word.text for word in page.words]
    assert (page.source, page.text_layer) == ("mixed", "sound")
    assert "Paragraph 0 of a covering letter, long enough to be text." in text
    assert any("JL20190417" in word for word in text)


def test_figures_among_text_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.pdf.pictures.read_lines", lambda *_: pytest.fail("a figure was read"))
    path = with_a_picture(tmp_path / "f.pdf", 26, 400)
    (page,) = read_dossier(path, options=ReadOptions(isolate=False)).pages
    assert (page.source, len(page.words)) == ("text", 26)


def test_letters_of_formulas_beyond_the_basic_plane_are_whole_characters() -> None:
    codes = paired(np.array([0x41, 0xD835, 0xDC65, 0x3D, 0xD835], np.uint32)).tolist()
    assert [codes[0], codes[1], codes[3], codes[4]] == [ord("A"), 0x1D465, ord("="), 0xFFFD]
    assert codes[2] > 0x10FFFF  # the second half stands for no character


def test_ruled_tables_of_a_pdf_give_cells(tmp_path: Path) -> None:
    from ingest.rulings import cells

    sheet = canvas.Canvas(str(tmp_path / "r.pdf"), pagesize=(600, 800))
    for y in (700, 660, 620):
        sheet.line(100, y, 400, y)
    for x in (100, 250, 400):
        sheet.line(x, 620, x, 700 if x != 250 else 660)  # the upper two are merged
    sheet.save()
    (page,) = surveyed(tmp_path / "r.pdf").pages
    assert [(round(c.x0), round(c.y0), round(c.x1), round(c.y1)) for c in cells(page.rulings)] == [
        (100, 100, 400, 140),
        (100, 140, 250, 180),
        (250, 140, 400, 180),
    ]


def test_drawing_does_not_leave_the_page(tmp_path: Path) -> None:
    """A page whose print runs off its edge keeps its own size."""
    image = pages.sheet(width=400)
    ImageDraw.Draw(image).line((0, 0, 400, 400), fill="black")
    page = surveyed(pages.scan_pdf(tmp_path / "s.pdf", image)).pages[0]
    assert (page.width, page.text_layer) == (pytest.approx(192), "absent")

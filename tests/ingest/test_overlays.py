from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.overlays import overlays, uncovered
from tests.ingest.sheets import HEIGHT, WIDTH, cover, digital, picture, scanned, write


def retyped(canvas: Canvas) -> None:
    cover(canvas, 88, 216, 140, 34, (0.98, 0.97, 0.94))
    write(canvas, 90, 220, "李四光同志：")


def test_a_patch_with_new_words_over_a_scan_is_seen_with_its_place_and_words(tmp_path: Path) -> None:
    found = overlays(scanned(tmp_path / "a.pdf", retyped))
    patch = next(o for o in found if o.kind == "patch-over-image")
    assert "".join(patch.text.split()) == "李四光同志："
    assert patch.box.x0 == pytest.approx(88, abs=1) and patch.box.y0 == pytest.approx(216, abs=1)
    assert patch.colour == "#faf7f0"


def test_covered_words_of_a_text_layer_are_recovered_even_where_only_part_of_a_line_is_covered(tmp_path: Path) -> None:
    def partly(canvas: Canvas) -> None:
        cover(canvas, 88, 216, 66, 34)
        write(canvas, 90, 220, "李四光")

    found = overlays(digital(tmp_path / "a.pdf", partly))
    assert [(o.kind, o.text, o.covered) for o in found] == [("patch-over-text", "李四光", "张三丰")]


def test_a_patch_on_a_page_turned_by_rotate_has_its_box_in_the_page_as_displayed(tmp_path: Path) -> None:
    import pikepdf

    path = digital(tmp_path / "a.pdf", lambda c: (cover(c, 88, 216, 66, 34), write(c, 90, 220, "李四光")))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Rotate = 90
        pdf.save(path)
    (patch,) = overlays(path)
    assert patch.box.y0 == pytest.approx(88, abs=1)
    assert patch.box.x1 == pytest.approx(HEIGHT - 216, abs=1)


def test_a_picture_laid_over_print_counts_and_one_beside_it_does_not(tmp_path: Path) -> None:
    from reportlab.lib.utils import ImageReader

    strip = ImageReader(picture(("李四光同志：",), (300, 60)))
    over = overlays(scanned(tmp_path / "a.pdf", lambda c: c.drawImage(strip, 85, HEIGHT - 256, 160, 40)))
    beside = overlays(scanned(tmp_path / "b.pdf", lambda c: c.drawImage(strip, 400, HEIGHT - 800, 160, 40)))
    assert [o.kind for o in over] == ["image-over-image"]
    assert beside == ()


def test_a_scanners_invisible_text_layer_is_no_overlay(tmp_path: Path) -> None:
    path = scanned(tmp_path / "a.pdf", lambda c: write(c, 90, 220, "张三丰同志：", mode=3))
    assert overlays(path) == ()


def test_white_boxes_drawn_before_their_text_are_no_patches(tmp_path: Path) -> None:
    def shaded(canvas: Canvas) -> None:
        cover(canvas, 80, 690, 400, 60, (0.9, 0.9, 1))
        write(canvas, 90, 700, "表格单元格内容")

    assert overlays(digital(tmp_path / "a.pdf", shaded)) == ()


def test_a_page_number_drawn_again_in_the_same_words_is_no_patch(tmp_path: Path) -> None:
    def renumbered(canvas: Canvas) -> None:
        write(canvas, 290, 800, "10", 12)
        cover(canvas, 280, 796, 40, 24)
        write(canvas, 290, 800, "10", 12)

    assert overlays(digital(tmp_path / "a.pdf", renumbered)) == ()


def test_bold_by_double_printing_and_slanted_watermarks_are_no_collisions(tmp_path: Path) -> None:
    def doubled(canvas: Canvas) -> None:
        write(canvas, 90.4, 220, "张三丰同志：")
        canvas.saveState()
        canvas.translate(90, 500)
        canvas.rotate(40)
        write(canvas, 0, HEIGHT - 22, "仅供职称评审使用")
        canvas.restoreState()

    assert overlays(digital(tmp_path / "a.pdf", doubled)) == ()


def test_pale_words_behind_or_over_print_are_a_watermark(tmp_path: Path) -> None:
    def marked(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.8, 0.8, 0.8)
        write(canvas, 90, 220, "某某查询网站")

    assert overlays(digital(tmp_path / "a.pdf", marked)) == ()


def test_other_words_struck_over_a_line_are_a_collision(tmp_path: Path) -> None:
    found = overlays(digital(tmp_path / "a.pdf", lambda c: write(c, 90, 220, "李四光先生：")))
    assert [o.kind for o in found] == ["text-over-text"]


@pytest.mark.parametrize("kind", ["FreeText", "Ink", "Polygon"])
def test_an_annotation_that_hides_print_is_seen(tmp_path: Path, kind: str) -> None:
    import pikepdf

    path = digital(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        look = pdf.make_stream(b"1 1 1 rg 0 0 140 34 re f")
        look.Type, look.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        look.BBox = pikepdf.Array([0, 0, 140, 34])
        box = pikepdf.Array([88, HEIGHT - 250, 228, HEIGHT - 216])
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name("/" + kind), Rect=box, Contents="李四光", F=4
        )
        note.AP = pikepdf.Dictionary(N=look)
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])
        pdf.save(path)
    (found,) = overlays(path)
    assert (found.kind, found.origin, found.text, found.covered) == (
        "patch-over-text",
        "annotation",
        "李四光",
        "张三丰同志：",
    )


def test_the_page_can_be_drawn_without_its_patches(tmp_path: Path) -> None:
    grey = uncovered(scanned(tmp_path / "a.pdf", retyped), 1, 100)
    plain = uncovered(scanned(tmp_path / "b.pdf"), 1, 100)
    assert grey.shape == plain.shape
    assert abs(grey.shape[0] - HEIGHT * 100 / 72) < 1.5 and abs(grey.shape[1] - WIDTH * 100 / 72) < 1.5
    assert abs(grey.astype(int) - plain.astype(int)).max() <= 2


def test_a_page_set_over_a_border_and_a_watermark_is_no_scan(tmp_path: Path) -> None:
    from PIL import Image, ImageDraw
    from reportlab.lib.utils import ImageReader

    ground = Image.new("RGB", (WIDTH * 2, HEIGHT * 2), (253, 254, 255))
    draw = ImageDraw.Draw(ground)
    for inset in (20, 32, 44):
        draw.rectangle((inset, inset, WIDTH * 2 - inset, HEIGHT * 2 - inset), outline=(90, 120, 190), width=5)
    for row in range(4):
        draw.text((500, 300 + 350 * row), "COPY OF RECORD", fill=(226, 236, 230), font_size=40)

    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(ground), 0, 0, WIDTH, HEIGHT)
        cover(canvas, 80, 300, 420, 20, (0.88, 0.94, 0.9))
        write(canvas, 90, 304, "年度　公需学时　专业学时", 12)
        for row in range(6):
            write(canvas, 90, 330 + 24 * row, f"201{row}　参加继续教育培训　考核结论为合格", 12)

    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(WIDTH, HEIGHT))
    page(canvas)
    canvas.save()
    assert overlays(tmp_path / "a.pdf") == ()

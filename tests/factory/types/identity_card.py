"""居民身份证: both sides on one page or on two, or the front alone."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.sheet import Fields, Sheet
from tests.factory.types import Layout

BLUE = (60, 110, 170)


def _fields(desk: Desk, content: Content) -> Fields:
    birth = str(content["birth_date"]).split("-")
    gap = desk.choose((" ", "  "))
    text = f"{birth[0]}{gap}年{gap}{int(birth[1])}{gap}月{gap}{int(birth[2])}{gap}日"
    return desk.fields(content, birth_date=text)


def _front(desk: Desk, sheet: Sheet, content: Content, fields: Fields, x: float, y: float, scale: float) -> None:
    def at(dx: float, dy: float, label: str, template: str, size: float = 9.0, width: float = 110.0) -> None:
        if label:
            sheet.run(x + dx * scale, y + dy * scale, label, 7.5 * scale, "body", BLUE)
        sheet.put(
            x + (dx + 30) * scale,
            y + (dy - 1) * scale,
            template,
            fields,
            size * scale,
            width=width * scale,
            leading=1.4,
        )

    card = Box(x, y, x + 243 * scale, y + 153 * scale)
    sheet.panel(card, fill=(232, 240, 246), stroke=(170, 185, 200), width=0.8)
    at(14, 18, "姓  名", "{person_name}", 10.5)
    at(14, 36, "性  别", "{gender}", width=30)
    sheet.run(x + 72 * scale, y + 36 * scale, "民  族", 7.5 * scale, "body", BLUE)
    sheet.put(x + 100 * scale, y + 35 * scale, "{ethnicity}", fields, 9 * scale)
    at(14, 54, "出  生", "{birth_date}", width=130)
    at(14, 73, "住  址", "{address}", width=112)
    sheet.run(x + 14 * scale, y + 129 * scale, "公民身份号码", 7.5 * scale, "body", BLUE)
    sheet.put(x + 82 * scale, y + 127 * scale, "{id_number}", fields, 10.5 * scale, gap=1.4 * scale)
    photo = ornaments.portrait(desk.rng, woman=content["gender"] == "女")
    sheet.picture(photo, Box(x + 160 * scale, y + 20 * scale, x + 228 * scale, y + 112 * scale))


def _back(desk: Desk, sheet: Sheet, fields: Fields, x: float, y: float, scale: float) -> None:
    card = Box(x, y, x + 243 * scale, y + 153 * scale)
    sheet.panel(card, fill=(240, 238, 230), stroke=(170, 185, 200), width=0.8)
    ornaments.emblem(sheet, x + 42 * scale, y + 40 * scale, 44 * scale)
    middle = x + 145 * scale
    for top, words, size in ((22, "中华人民共和国", 13), (48, "居 民 身 份 证", 17)):
        width = sheet.measure(words, size * scale, "title")
        sheet.run(middle - width / 2, y + top * scale, words, size * scale, "title")
    for top, label, template in ((98, "签发机关", "{issuer}"), (118, "有效期限", "{valid}")):
        sheet.run(x + 46 * scale, y + top * scale, label, 8 * scale, "title")
        sheet.put(x + 92 * scale, y + top * scale, template, fields, 9 * scale)


def draw_both(desk: Desk, content: Content) -> None:
    """A copy sheet with both sides below one another."""
    sheet, fields = desk.page(), _fields(desk, content)
    scale = desk.rng.uniform(1.0, 1.5)
    x = (sheet.width - 243 * scale) / 2 + desk.rng.uniform(-40, 40)
    _front(desk, sheet, content, fields, x, 120, scale)
    _back(desk, sheet, fields, x, 160 + 153 * scale, scale)
    if desk.chance(0.4):
        sheet.run(90, 700, "本复印件与原件一致，仅供职称申报使用", 12)


def draw_front(desk: Desk, content: Content) -> None:
    """The front alone, cut out close to the card."""
    sheet, fields = desk.page(300, 200), _fields(desk, content)
    _front(desk, sheet, content, {**fields}, 28, 22, 1.0)


def draw_beside(desk: Desk, content: Content) -> None:
    """Both sides beside one another on a turned sheet."""
    sheet, fields = desk.page(842, 595), _fields(desk, content)
    _back(desk, sheet, fields, 60, 150, 1.4)
    _front(desk, sheet, content, fields, 430, 150, 1.4)


LAYOUTS = (Layout("both", draw_both), Layout("front", draw_front), Layout("beside", draw_beside, held_out=True))

"""计算机软件著作权登记证书."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import label_rows, paragraphs
from tests.factory.sheet import Field, Fields, Sheet
from tests.factory.types import Layout

OFFICE = "中华人民共和国国家版权局"


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    fields = desk.fields(content)
    fields["issuer"] = Field("issuer", OFFICE, OFFICE)
    return fields


def _codes(sheet: Sheet, content: Content, x: float, y: float) -> None:
    payload = str(content.get("_code", content["registration_number"]))
    sheet.picture(ornaments.code_image(payload), Box(x, y, x + 62, y + 62))


RULE = "根据《计算机软件保护条例》和《计算机软件著作权登记办法》的规定，经中国版权保护中心审核，对以上事项予以登记。"


def _head(desk: Desk, sheet: Sheet, fields: Fields, top: float) -> None:
    width = sheet.measure(OFFICE, 24, "title", 2)
    sheet.put((sheet.width - width) / 2, top, "{issuer}", fields, 24, role="title", gap=2)
    sheet.title(top + 36, "计算机软件著作权登记证书", 24, gap=2)


def draw_current(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(595, 800, (226, 240, 248)), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (150, 130, 50))
    ornaments.border(sheet, desk.rng, (40, 140, 190), 46)
    _head(desk, sheet, fields, 100)
    sheet.put(330, 190, desk.choose(("证书号：", "证书号： ")) + "{certificate_number}", fields, 10)
    rows = [
        ("软件名称", "{software_name}"), ("著作权人", "{owner}"), ("开发完成日期", "{finished}"), ("首次发表日期", "{published}"),
        ("权利取得方式", "原始取得"), ("权利范围", "全部权利"), ("登记号", "{registration_number}"),
    ]  # fmt: skip
    bottom = label_rows(desk, sheet, rows, fields, 85, 228, size=12.5, step=36, width=290, mode="spread")
    paragraphs(desk, sheet, 85, bottom + 6, 425, [RULE], fields, size=12.5, leading=2.0)
    _codes(sheet, content, 120, bottom + 92)
    desk.seal(sheet, content, OFFICE, 420, bottom + 120, below="计算机软件著作权登记专用章")
    sheet.put(360, bottom + 166, "{issue_date}", fields, 13)


def draw_plain(desk: Desk, content: Content) -> None:
    """A copy (副本) without the coloured ground."""
    sheet, fields = desk.page(), _fields(desk, content)
    _head(desk, sheet, fields, 90)
    sheet.title(166, "（副本）", 14)
    sheet.put(70, 200, "编号：{certificate_number}", fields, 11)
    rows = [
        ("软件名称", "{software_name}"),
        ("登记号", "{registration_number}"),
        ("著作权人", "{owner}"),
        ("权利范围", "全部权利"),
        ("权利取得方式", "原始取得"),
    ]
    bottom = label_rows(desk, sheet, rows, fields, 80, 240, size=13, step=42, width=300)
    paragraphs(desk, sheet, 80, bottom, 435, [RULE], fields, size=13)
    if "_code" in content:
        _codes(sheet, content, 120, bottom + 92)
    sheet.put(350, bottom + 120, "登记日期：{issue_date}", fields, 13)
    desk.seal(sheet, content, OFFICE, 420, bottom + 110, below="软件登记专用章")


LAYOUTS = (
    Layout("current", draw_current),
    Layout("plain", draw_plain),
    Layout("plain", draw_plain, held_out=True),
    Layout("current", draw_current, held_out=True),
)

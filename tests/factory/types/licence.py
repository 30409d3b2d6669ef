"""执业证书、教师资格证书."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, label_rows, paragraphs
from tests.factory.sheet import Field
from tests.factory.types import Layout


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    return desk.fields(content)


def _rows(desk: Desk, content: Content) -> list[tuple[str, str]]:
    rows = [
        ("姓名", "{person_name}"),
        ("性别", "{gender}"),
        ("出生日期", "{birth_date}"),
        ("民族", "{ethnicity}"),
        ("身份证号", "{id_number}"),
    ]
    if str(content["licence_kind"]).startswith("教师"):
        return [*rows, ("资格种类", "初级中学教师资格"), ("任教学科", "{scope}"), ("证书号码", "{certificate_number}")]
    return [
        *rows,
        ("执业类别", "临床"),
        ("执业范围", "{scope}"),
        ("执业地点", "{employer}"),
        ("证书编码", "{certificate_number}"),
    ]


def draw_booklet(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(760, 520, (246, 248, 250)), _fields(desk, content)
    sheet.line(380, 15, 380, 505, 0.5, (180, 185, 195))
    kind = str(content["licence_kind"])
    width = sheet.measure(kind, 28, "title")
    sheet.put(190 - width / 2, 60, "{licence_kind}", fields, 28, role="title")
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(145, 130, 235, 256))
    closing(
        desk, sheet, content, fields, 380, size=12, centre=190, issuer=desk.choose(("发证机关：{issuer}", "{issuer}"))
    )
    label_rows(desk, sheet, _rows(desk, content), fields, 410, 80, size=13, step=38, width=230)


def draw_card(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(595, 760), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (60, 100, 150))
    ornaments.emblem(sheet, 297, 96, 50)
    width = sheet.measure(str(content["licence_kind"]), 28, "title")
    sheet.put(297 - width / 2, 136, "{licence_kind}", fields, 28, role="title")
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(405, 200, 495, 326))
    bottom = label_rows(desk, sheet, _rows(desk, content), fields, 90, 205, size=13.5, step=38, width=200)
    closing(desk, sheet, content, fields, bottom + 20, size=13)


def draw_running(desk: Desk, content: Content) -> None:
    """The holder has passed, is registered: running words over a table."""
    sheet, fields = desk.page(), _fields(desk, content)
    width = sheet.measure(str(content["licence_kind"]), 30, "title")
    sheet.put(297 - width / 2, 90, "{licence_kind}", fields, 30, role="title")
    text = "{person_name}，性别{gender}，{birth_date}出生，身份证号码{id_number}。根据有关法律法规规定，经审核，准予注册，发给本证书。证书编号：{certificate_number}。"
    paragraphs(desk, sheet, 85, 170, 425, [text], fields, size=15, leading=2.0)
    grid(
        desk,
        sheet,
        85,
        360,
        (110, 315),
        [[Cell("范围"), Cell("{scope}")], [Cell("单位"), Cell("{employer}")]],
        fields,
        size=12,
        row_height=36,
    )
    closing(desk, sheet, content, fields, 560, size=13)


LAYOUTS = (
    Layout("booklet", draw_booklet), Layout("card", draw_card), Layout("running", draw_running, held_out=True), Layout("card", draw_card, held_out=True),
)  # fmt: skip

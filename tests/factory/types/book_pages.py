"""著作封面与版权页（CIP）."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory.desk import Content, Desk
from tests.factory.sheet import Field, Fields, Sheet
from tests.factory.types import Layout


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    fields = desk.fields(content, authors=desk.choose(("　", "，", "、")).join(content["authors"]))  # type: ignore[arg-type]
    role = str(content["author_role"])
    fields["author_role"] = Field("author_role", role, role)
    return fields


def _cover(desk: Desk, sheet: Sheet, fields: Fields) -> None:
    sheet.panel(Box(0, 0, 70, sheet.height), fill=desk.choose(((50, 80, 120), (110, 50, 40), (50, 100, 70))))
    sheet.put(110, 150, "{title}", fields, 32, width=330, role="title", leading=1.5)
    sheet.put(110, 300, "{authors}　{author_role}", fields, 17, width=330)
    sheet.put(110, 590, "{publisher}", fields, 16)


def _imprint(desk: Desk, sheet: Sheet, fields: Fields) -> None:
    sheet.run(60, 70, "图书在版编目（CIP）数据", 12, "title")
    sheet.put(60, 100, "{title} / {authors}{author_role}. —— 昆明：{publisher}，{year}.{month}", fields, 11, width=380)
    sheet.put(60, 146, "ISBN {isbn}", fields, 11)
    sheet.put(60, 170, "Ⅰ．①…　Ⅱ．①…　Ⅲ．①…　Ⅳ．①…", fields, 11)
    sheet.put(60, 194, "中国版本图书馆CIP数据核字（{year}）第{cip}号", fields, 11)
    sheet.line(60, 230, 440, 230)
    lines = (
        "书　　名：{title}",
        "作　　者：{authors}　{author_role}",
        "出版发行：{publisher}",
        "开　　本：787mm×1092mm　1/16",
        "字　　数：{words}千字",
        "版　　次：{year}年{month}月第1版",
        "书　　号：ISBN {isbn}",
        "定　　价：{price}元",
    )
    for index, line in enumerate(lines):
        sheet.put(60, 256 + index * 26, line, fields, 11, width=380)


def draw_two(desk: Desk, content: Content) -> None:
    fields = _fields(desk, content)
    _cover(desk, desk.page(480, 680, (248, 246, 240)), fields)
    _imprint(desk, desk.page(480, 680), fields)


def draw_imprint(desk: Desk, content: Content) -> None:
    _imprint(desk, desk.page(480, 680), _fields(desk, content))


LAYOUTS = (Layout("two", draw_two), Layout("imprint", draw_imprint), Layout("two", draw_two, held_out=True))

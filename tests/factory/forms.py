"""Pieces that many papers share: label–value rows, ruled tables, running certificates, red heads, closings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.geometry import Box
from tests.factory.desk import Content, Desk
from tests.factory.sheet import BLACK, RED, Align, Colour, Fields, Sheet


@dataclass(frozen=True)
class Cell:
    template: str
    across: int = 1
    down: int = 1
    align: Align = "center"
    size: float = 0.0
    vertical: bool = False


def spread(sheet: Sheet, x: float, top: float, label: str, size: float, width: float, colour: Colour = BLACK) -> None:
    """A label whose characters fill ``width``, as forms set 姓　名."""
    natural = sheet.measure(label, size)
    gap = (width - natural) / (len(label) - 1) if len(label) > 1 and natural < width else 0.0
    sheet.run(x, top, label, size, "body", colour, gap)


def label_rows(
    desk: Desk,
    sheet: Sheet,
    rows: Sequence[tuple[str, str]],
    fields: Fields,
    x: float,
    top: float,
    *,
    size: float = 13.0,
    step: float = 30.0,
    width: float = 330.0,
    value_role: str = "body",
    underline: bool = False,
    mode: str = "",
) -> float:
    """Rows of label and value; returns the y below. ``mode``: plain, spread (characters apart), spaces (typed spaces)."""
    mode = mode or desk.choose(("plain", "spread", "spread"), ("spaces", "spread", "plain"))
    colon = desk.rng.choice(("：", "：", "：", ":"))
    longest = max((sheet.measure(label, size) for label, _ in rows), default=0.0)
    for label, template in rows:
        shown = label
        if mode == "spread":
            spread(sheet, x, top, label, size, longest)
            sheet.run(x + longest, top, colon, size)
            value_x = x + longest + size * 1.3
        else:
            if mode == "spaces" and len(label) == 2:
                shown = f"{label[0]}　　{label[1]}" if longest > size * 3.5 else f"{label[0]}　{label[1]}"
            box = sheet.run(x, top, f"{shown}{colon}", size)
            value_x = box.x1 + size * 0.35
        bottom = sheet.put(
            value_x,
            top,
            template,
            fields,
            size,
            width=x + longest + width - value_x,
            role=value_role,
            underline=underline,
            leading=1.35,
        )
        top = max(top + step, bottom + step - size * 1.35)
    return top


def grid(
    desk: Desk,
    sheet: Sheet,
    x: float,
    top: float,
    widths: Sequence[float],
    rows: Sequence[Sequence[Cell]],
    fields: Fields,
    *,
    size: float = 10.5,
    row_height: float = 26.0,
    heights: Sequence[float] = (),
    value_role: str = "",
    line: float = 0.6,
) -> float:
    """A ruled table with merged cells; rows grow with their text. Returns the y below."""
    measured = [_height(sheet, row, widths, fields, size, row_height) for row in rows]
    measured = [max(m, h) for m, h in zip(measured, heights, strict=False)] + measured[len(heights) :]
    tops = [top]
    for height in measured:
        tops.append(tops[-1] + height)
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        column = 0
        for cell in row:
            while (r, column) in taken:
                column += 1
            taken |= {(r + i, column + j) for i in range(cell.down) for j in range(cell.across)}
            left = x + sum(widths[:column])
            right = left + sum(widths[column : column + cell.across])
            box = Box(left, tops[r], right, tops[min(r + cell.down, len(measured))])
            sheet.panel(box, stroke=BLACK, width=line)
            _fill(sheet, cell, box, fields, cell.size or size, value_role)
            column += cell.across
    return tops[-1]


def _height(
    sheet: Sheet, row: Sequence[Cell], widths: Sequence[float], fields: Fields, size: float, least: float
) -> float:
    height, column = least, 0
    for cell in row:
        room = sum(widths[column : column + cell.across]) - 8
        if cell.down == 1 and not cell.vertical and room > 0:
            chosen = cell.size or size
            height = max(height, sheet.lines_of(cell.template, fields, chosen, room) * chosen * 1.3 + 8)
        column += cell.across
    return height


def _fill(sheet: Sheet, cell: Cell, box: Box, fields: Fields, size: float, value_role: str) -> None:
    if cell.vertical:
        step = size + 3
        start = (box.y0 + box.y1 - step * len(cell.template)) / 2
        sheet.vertical((box.x0 + box.x1 - size) / 2, start, cell.template, size, 3, "body")
        return
    room = box.width - 8
    lines = sheet.lines_of(cell.template, fields, size, room)
    first = box.y0 + max(3.0, (box.height - lines * size * 1.3) / 2 + size * 0.12)
    sheet.put(
        box.x0 + 4, first, cell.template, fields, size, width=room, leading=1.3, align=cell.align, value_role=value_role
    )


def closing(
    desk: Desk,
    sheet: Sheet,
    content: Content,
    fields: Fields,
    top: float,
    *,
    issuer: str = "{issuer}",
    date: str = "{issue_date}",
    size: float = 13.0,
    centre: float = 0.0,
    seal: str = "unit",
    below: str = "",
) -> float:
    """Issuer and date at the lower right with the issuer's seal over or under them."""
    middle = centre or sheet.width - 170
    name = fields[re.findall(r"{(\w+)}", issuer)[0] if "{" in issuer else "issuer"].text
    beneath = desk.chance(0.5)
    place = (middle + desk.rng.uniform(-12, 12), top + size + desk.rng.uniform(-8, 10))
    if beneath:
        desk.seal(sheet, content, name, *place, size=seal, below=below)
    sheet.put(middle - 140, top, issuer, fields, size, width=280, align="center")
    below_issuer = top + size * desk.rng.choice((1.7, 2.1, 2.4))
    sheet.put(middle - 140, below_issuer, date, fields, size, width=280, align="center")
    if not beneath:
        desk.seal(sheet, content, name, *place, size=seal, below=below)
    return below_issuer + size * 2


def red_head(desk: Desk, sheet: Sheet, office: str, fields: Fields, number: str, *, top: float = 80.0) -> float:
    """The head of an official letter: office in red, number, rule. Returns the y below."""
    words = office + desk.rng.choice(("文件", "文件", ""))
    size = min(34.0, 440 / len(words))
    sheet.title(top, words, size, RED)
    sheet.put(60, top + size + 30, number, fields, 13, width=sheet.width - 120, align="center")
    rule = top + size + 56
    sheet.line(70, rule, sheet.width - 70, rule, 1.6, RED)
    if desk.chance(0.3):
        sheet.line(70, rule + 3, sheet.width - 70, rule + 3, 0.6, RED)
    return rule + 26


def paragraphs(
    desk: Desk,
    sheet: Sheet,
    x: float,
    top: float,
    width: float,
    templates: Sequence[str],
    fields: Fields,
    *,
    size: float = 13.0,
    leading: float = 1.8,
    role: str = "body",
    value_role: str = "",
    underline: bool = False,
) -> float:
    """Indented paragraphs; returns the y below."""
    for template in templates:
        top = sheet.put(
            x,
            top,
            template,
            fields,
            size,
            width=width,
            indent=2,
            leading=leading,
            role=role,
            value_role=value_role,
            underline=underline,
        )
    return top


def page_foot(sheet: Sheet, number: int, total: int, style: str = "bare") -> None:
    text = {"bare": f"{number}", "dashes": f"— {number} —", "of": f"第{number}页 共{total}页"}[style]
    sheet.title(sheet.height - 42, text, 9)

"""Sheets of a workbook with one look: head, widths, heights of wrapped text, tones of severities, print settings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from unicodedata import east_asian_width

import xlsxwriter

from checks.records import Severity
from reports.wording import AID, SEVERITY_NAMES

Value = str | int | float
_COLOURS: dict[Severity, str] = {
    "ineligible": "#8C1D18",
    "suspect": "#8C1D18",
    "missing": "#7A4B00",
    "notice": "#24476B",
}
_LONGEST_CELL = 32_000  # a cell of the format holds 32,767 characters


class Sheets:
    """Writes tables with one look: a frozen grey head, filters, wrapped text, A4 landscape with page numbers."""

    def __init__(self, book: xlsxwriter.Workbook):
        self.book = book
        base = {"font_name": "宋体", "font_size": 10, "valign": "vcenter", "border": 1, "border_color": "#999999"}
        self.text = book.add_format({**base, "text_wrap": True})
        self.number = book.add_format({**base, "align": "center"})
        self.score = book.add_format({**base, "align": "center", "num_format": "0.00"})
        self.share = book.add_format({**base, "align": "center", "num_format": "0.0%"})
        self.head = book.add_format(
            {**base, "font_name": "黑体", "align": "center", "text_wrap": True, "bg_color": "#E8E8E0"}
        )
        self.tones = {
            name: book.add_format({**base, "align": "center", "font_color": _COLOURS[severity]})
            for severity, name in SEVERITY_NAMES.items()
        }
        self.note = book.add_format({"font_name": "楷体", "font_size": 10, "text_wrap": True, "valign": "vcenter"})

    def table(
        self,
        name: str,
        columns: Sequence[tuple[str, float]],
        rows: Iterable[Sequence[Value]],
        *,
        note: str = "",
        shares: frozenset[int] = frozenset(),
    ) -> None:
        """A sheet: its note, the columns with their widths in characters, the rows; ``shares`` are percentages."""
        sheet = self.book.add_worksheet(name)
        sheet.merge_range(0, 0, 0, len(columns) - 1, "", self.note)
        sheet.write_string(0, 0, note or AID, self.note)
        sheet.set_row(0, 32)
        for column, (label, width) in enumerate(columns):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, label, self.head)
        last = 1
        for last, row in enumerate(rows, 2):
            for column, value in enumerate(row):
                self.value(sheet, last, column, value, column in shares)
            sheet.set_row(last, _height(row, columns))
        sheet.freeze_panes(2, 1)
        sheet.autofilter(1, 0, max(last, 2), len(columns) - 1)
        self.on_paper(sheet, name)

    def value(self, sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Value, share: bool) -> None:
        if isinstance(value, str):
            sheet.write_string(row, column, _clean(value), self.tones.get(value, self.text))
        elif share:
            sheet.write_number(row, column, value, self.share)
        else:
            sheet.write_number(row, column, value, self.score if isinstance(value, float) else self.number)

    def on_paper(self, sheet: xlsxwriter.worksheet.Worksheet, name: str) -> None:
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.set_footer(f"&L&8{name}（草稿）　{AID}&R— &P —")


def _height(row: Sequence[Value], columns: Sequence[tuple[str, float]]) -> float:
    """Points for the tallest cell; not every program finds the height of wrapped text by itself."""
    lines = [_lines(value, width) for value, (_, width) in zip(row, columns, strict=True) if isinstance(value, str)]
    return min(max([1, *lines]) * 13.5 + 3, 400.0)


def _lines(text: str, width: float) -> int:
    across = max(width - 1.5, 1.0)
    return sum(
        max(ceil(sum(2 if east_asian_width(c) in "WFA" else 1 for c in part) / across), 1) for part in text.split("\n")
    )


def _clean(text: str) -> str:
    """``text`` without control characters, cut to what a cell may hold."""
    kept = "".join(c if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff") else "\ufffd" for c in text)
    return kept if len(kept) <= _LONGEST_CELL else kept[:_LONGEST_CELL] + "…"

"""Papers as Word files that reviewers go on editing: real styles, real tables, page numbers, the draft mark."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Pt
from docxtpl import DocxTemplate

from reports.files import write_atomically
from reports.memo import Memo
from reports.memo_paper import lay_out
from reports.paper import Cell, Heading, Line, Paper, Para, Picture, Row, Run, Table, Title

TYPE_AREA = 156.0 / 25.4 * 72  # points across, GB/T 9704
_TWIPS = 20
_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEADINGS = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}
_TONES = {
    "muted": "666666",
    "ineligible": "8C1D18",
    "suspect": "8C1D18",
    "missing": "7A4B00",
    "good": "1D5B2C",
    "notice": "24476B",
}


def write(memo: Memo, path: Path) -> None:
    """Write ``memo`` to ``path`` in one step. Raises OSError."""
    write_paper(lay_out(memo), path)


def write_paper(paper: Paper, path: Path) -> None:
    """Write ``paper`` to ``path`` in one step. Raises OSError."""
    write_atomically(path, render(paper))


def render(paper: Paper) -> bytes:
    """The bytes of the file: the same for the same paper."""
    return _Writer(paper).bytes()


@cache
def _template() -> bytes:
    return files("reports").joinpath("templates/office.docx").read_bytes()


class _Writer:
    """Fills the office template with one paper: docxtpl its marks ``{{reference}}``, ``{{draft}}`` and ``{{name}}``,
    wherever an office puts them, and below what stands there the blocks. Tables are built as XML: python-docx's own way
    takes a hundred times as long."""

    def __init__(self, paper: Paper):
        template = DocxTemplate(BytesIO(_template()))
        words = {"name": paper.name, "reference": paper.reference, "draft": paper.draft}
        template.render({key: _clean(text) for key, text in words.items()}, autoescape=True)
        self.document: Any = template.docx
        self.document.core_properties.title = _clean(paper.name)
        self.document.core_properties.subject = paper.draft
        self.bookmarks = 0
        self.pictures = 0
        self.styles = {style.name: style.style_id for style in self.document.styles}
        self.section = self.document.element.body[-1]
        for block in paper.blocks:
            self.block(block)

    def bytes(self) -> bytes:
        raw = BytesIO()
        self.document.save(raw)
        return _without_clock(raw.getvalue())

    def block(self, block: Title | Heading | Para | Table | Picture) -> None:
        if isinstance(block, Title):
            self.title(block)
        elif isinstance(block, Heading):
            self.add(self.paragraph((Run(block.text),), _HEADINGS[block.level], block.anchor))
        elif isinstance(block, Para):
            self.add(self.paragraph(block.line, _style(block)))
        elif isinstance(block, Table):
            self.add(self.table(block))
            self.add(self.paragraph((), "After Table"))
        else:
            for element in self.picture(block, TYPE_AREA):
                self.add(element)

    def add(self, element: Any) -> None:
        self.section.addprevious(element)

    def title(self, block: Title) -> None:
        paragraph = self.paragraph((Run(block.text),), "Title", block.anchor)
        if block.new_page:
            paragraph.get_or_add_pPr().append(_element("w:pageBreakBefore"))
        self.add(paragraph)
        if block.under:
            self.add(self.paragraph((Run(block.under),), "Subtitle"))

    def paragraph(self, line: Line, style: str, anchor: str = "", align: str = "") -> Any:
        paragraph = OxmlElement("w:p")
        properties = paragraph.get_or_add_pPr()
        properties.append(_element("w:pStyle", val=self.styles[style]))
        if align:
            properties.append(_element("w:jc", val=align))
        if anchor:
            self.bookmarks += 1
            paragraph.append(_element("w:bookmarkStart", id=str(self.bookmarks), name=_bookmark(anchor)))
            paragraph.append(_element("w:bookmarkEnd", id=str(self.bookmarks)))
        for run in line:
            paragraph.append(_linked(run) if run.link else _run(run))
        return paragraph

    def picture(self, picture: Picture, room: float) -> list[Any]:
        """The picture's paragraph and its caption's, no wider than ``room`` points."""
        width = min(picture.shown, room)
        self.pictures += 1
        key, _ = self.document.part.get_or_add_image(BytesIO(picture.data))
        height = width * picture.height / picture.width
        inline = CT_Inline.new_pic_inline(self.pictures, key, f"picture{self.pictures}", Pt(width), Pt(height))
        inline.docPr.set("descr", _clean(picture.caption))
        holder = self.paragraph((), "Picture", picture.anchor)
        run, drawing = OxmlElement("w:r"), OxmlElement("w:drawing")
        drawing.append(inline)
        run.append(drawing)
        holder.append(run)
        return [holder, self.paragraph((Run(picture.caption),), "Caption")]

    def table(self, table: Table) -> Any:
        widths = [TYPE_AREA * share / sum(table.widths) for share in table.widths]
        element = OxmlElement("w:tbl")
        element.append(_table_properties(ruled=not table.open))
        grid = OxmlElement("w:tblGrid")
        for width in widths:
            grid.append(_element("w:gridCol", w=str(round(width * _TWIPS))))
        element.append(grid)
        if table.head:
            cells = tuple(Cell(content=((Run(text),),), align="center", label=True) for text in table.head)
            element.append(self.row(Row(cells=cells), widths, table.dense, head=True))
        for row in table.rows:
            element.append(self.row(row, widths, table.dense))
        return element

    def row(self, row: Row, widths: list[float], dense: bool, head: bool = False) -> Any:
        element, properties = OxmlElement("w:tr"), OxmlElement("w:trPr")
        properties.append(_element("w:cantSplit"))
        if row.room:
            properties.append(_element("w:trHeight", val=str(round(row.room * _TWIPS)), hRule="atLeast"))
        if head:
            properties.append(_element("w:tblHeader"))
        element.append(properties)
        column = 0
        for position, cell in enumerate(row.cells):
            width = sum(widths[column : column + cell.span])
            column += cell.span
            anchor = row.anchor if position == 0 else ""
            element.append(self.cell(cell, width, anchor, dense, row.together or head))
        return element

    def cell(self, cell: Cell, width: float, anchor: str, dense: bool, together: bool) -> Any:
        element, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
        properties.append(_element("w:tcW", w=str(round(width * _TWIPS)), type="dxa"))
        if cell.span > 1:
            properties.append(_element("w:gridSpan", val=str(cell.span)))
        if cell.label:
            properties.append(_element("w:shd", val="clear", color="auto", fill="F3F3EF"))
        properties.append(_element("w:vAlign", val="center"))
        element.append(properties)
        style = ("Dense " if dense else "Table ") + ("Label" if cell.label else "Text")
        align = "center" if cell.label and cell.span == 1 else cell.align
        for part in cell.content or ((),):
            for paragraph in self.part(part, style, width, anchor, align):
                if together:
                    paragraph.get_or_add_pPr().insert(1, _element("w:keepNext"))
                element.append(paragraph)
            anchor = ""
        return element

    def part(self, part: Line | Picture, style: str, width: float, anchor: str, align: str) -> list[Any]:
        if isinstance(part, Picture):
            return self.picture(part, width - 12)
        return [self.paragraph(part, style, anchor, "" if align == "left" else align)]


def _style(para: Para) -> str:
    return "Body Text" if para.style == "body" else para.style.capitalize()


def _table_properties(*, ruled: bool) -> Any:
    properties = OxmlElement("w:tblPr")
    properties.append(_element("w:tblW", w=str(round(TYPE_AREA * _TWIPS)), type="dxa"))
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", val="single" if ruled else "nil", sz="4", space="0", color="444444"))
    properties.append(borders)
    properties.append(_element("w:tblLayout", type="fixed"))
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80)):
        margins.append(_element(f"w:{side}", w=str(twips), type="dxa"))
    properties.append(margins)
    return properties


def _run(run: Run) -> Any:
    element = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    if run.strong:
        properties.append(_element("w:rFonts", ascii="Arial", hAnsi="Arial", eastAsia="黑体"))
    if run.tone:
        properties.append(_element("w:color", val=_TONES[run.tone]))
    if len(properties):
        element.append(properties)
    for number, part in enumerate(run.text.split("\n")):
        if number:
            element.append(OxmlElement("w:br"))
        text = OxmlElement("w:t")
        text.text = _clean(part)
        text.set(qn("xml:space"), "preserve")
        element.append(text)
    return element


def _linked(run: Run) -> Any:
    link = _element("w:hyperlink", anchor=_bookmark(run.link))
    link.append(_run(run))
    return link


def _bookmark(anchor: str) -> str:
    """Word takes letters, digits and underscores, forty at most."""
    return re.sub(r"\W", "_", anchor)[:40]


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), _clean(value))
    return element


def _clean(text: str) -> str:
    """``text`` without characters that XML forbids."""
    return "".join(
        c if c in "\t\n" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000" else "\ufffd"
        for c in text
    )


def _without_clock(package: bytes) -> bytes:
    """The same package with every member dated alike, so that equal papers are equal files."""
    result = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            entry = zipfile.ZipInfo(member.filename, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(member))
    return result.getvalue()

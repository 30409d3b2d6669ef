"""Lists published as PDFs with a text layer: the rows of their ruled tables, by the column heads above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus.registries.columns import CNS, ISSNS, TITLES

Cells = list[str | None]
NUMBERED = re.compile(r"(?:序号|排序|编号)?\d{1,5}[.、]?")
CN = re.compile(r"(?<!\d)\d{2}-\d{4}(?!\d)(?:/[A-Z]{1,2}\d{0,2})?")
ISSN = re.compile(r"(?<!\d)\d{4}-\d{3}[\dXx](?![\dXx])")
LATER = re.compile(r"[(（](?:改名为|更名为|现名|曾用名|原名)[:：]?(?P<name>.+)[)）]$")


def rows(file: Path) -> Iterator[Mapping[str, str]]:
    """The journals of every table, in the columns' names; the subject heading above a row is its ``group``.

    A column head stays in force for the tables on later pages until another one comes. Raises ValueError when the file
    is no PDF that can be opened.
    """
    import pdfplumber
    from pdfminer.pdfparser import PDFSyntaxError
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        pdf = pdfplumber.open(file)
    except (PDFSyntaxError, PdfminerException) as error:
        raise ValueError("it is no PDF that can be opened") from error
    head: dict[int, str] = {}
    group = ""
    with pdf:
        for page in pdf.pages:
            for table in page.extract_tables():
                for cells in table:
                    texts = [_joined(cell) for cell in cells]
                    if found := _head(texts):
                        head = found
                    elif head and NUMBERED.fullmatch(texts[0]):
                        yield _row(texts, head) | ({"group": group} if group else {})
                    elif head and len(texts[0]) > 1:
                        group = texts[0]
            page.close()


def _joined(cell: str | None) -> str:
    """A cell's text in one line: Chinese runs on over a line's end, Latin words are parted."""
    text = (cell or "").strip()
    return " ".join(re.sub(r"(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])", "", text).split())


def _head(texts: list[str]) -> dict[int, str]:
    """The columns that a row of heads names; empty when it is no such row."""
    if not any(_is_title(text) for text in texts):
        return {}
    return {place: "刊名" if _is_title(text) else text for place, text in enumerate(texts) if text}


def _is_title(text: str) -> bool:
    return text in TITLES and text not in ("name", "title")


def _row(texts: list[str], head: Mapping[int, str]) -> dict[str, str]:
    row: dict[str, str] = {}
    for place, name in head.items():
        value = texts[place] if place < len(texts) else ""
        if name == "刊名":
            later = LATER.search(value)
            row["刊名"] = value[: later.start()] if later else value
            row["曾用刊名"] = later["name"] if later else ""
        elif any(word in name for word in (*CNS, *ISSNS)):
            row["CN"] = " ".join(CN.findall(value)[:1]) or row.get("CN", "")
            row["ISSN"] = ";".join(ISSN.findall(value)) if not CN.search(value) else row.get("ISSN", "")
        else:
            row[name] = value
    return row

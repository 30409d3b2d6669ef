"""Numbers that Word counts by itself are read as they are shown."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.options import ReadOptions
from ingest.reader import read_dossier
from ingest.word_numbering import FORMATS

LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%1.%2.%3"), ("bullet", "·"))


def listed(folder: Path, *paragraphs: tuple[str, int | None]) -> str:
    """The text read from a document whose paragraphs stand at these depths of one list; None for no list."""
    paper = docx.Document()
    numbering = paper.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(LEVELS)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    for text, depth in paragraphs:
        paragraph = paper.add_paragraph(text)
        if depth is not None:
            place = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="91"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(place))
    folder.mkdir(exist_ok=True)
    paper.save(str(folder / "a.docx"))
    dossier = read_dossier(folder, options=ReadOptions(isolate=False))
    return "".join(w.text for w in dossier.pages[0].words)


def test_a_list_is_numbered_as_word_shows_it(tmp_path: Path) -> None:
    read = listed(
        tmp_path / "in", ("题目", None), ("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 0), ("己", 1), ("庚", 3)
    )
    assert read == "题目一、甲（一）乙（二）丙一.二.1丁二、戊（一）己庚"


def test_a_document_without_lists_stays_as_it_is(tmp_path: Path) -> None:
    assert listed(tmp_path / "in", ("甲", None), ("一、乙", None)) == "甲一、乙"


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九"), (100, "100")]
)
def test_numbers_in_words(number: int, shown: str) -> None:
    assert FORMATS["chineseCounting"](number) == shown

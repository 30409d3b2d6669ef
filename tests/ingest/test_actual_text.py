"""Characters given by /ActualText inside a form, as Chromium writes radicals, stand where they are drawn."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from ingest.options import ReadOptions
from ingest.reader import read_dossier

# 白 by its font's code and 人 by its actual text, at 300 and 400 points, in type of 12 points.
TEXT = b"""q 3.125 0 0 3.125 0 0 cm BT /T3 16 Tf 1 0 0 -1 400 322.667 Tm <01> Tj
/Span <</ActualText <FEFF4EBA>>> BDC 133.333 0 Td <02> Tj EMC ET Q"""
BOX = b"1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f"
UNICODE = b"""/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange
2 beginbfchar <01> <767D> <02> <4EBA> endbfchar endcmap end"""


def chromium_like(path: Path) -> Path:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 0, 0]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=Stream(pdf, BOX), b=Stream(pdf, BOX)),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, Name.a, Name.b])),
        FirstChar=1,
        LastChar=2,
        Widths=Array([1000, 1000]),
        ToUnicode=Stream(pdf, UNICODE),
    )
    form = Stream(pdf, TEXT)
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 2000, 2000])
    form.Resources = Dictionary(Font=Dictionary(T3=pdf.make_indirect(font)))
    page.Resources = Dictionary(XObject=Dictionary(X1=form))
    page.Contents = Stream(pdf, b"q .24 0 0 -.24 0 842 cm /X1 Do Q")
    pdf.save(path)
    return path


def test_they_stand_where_they_are_drawn(tmp_path: Path) -> None:
    chromium_like(tmp_path / "a.pdf")
    (page,) = read_dossier(tmp_path, options=ReadOptions(jobs=1, isolate=False)).pages
    words = {word.text: word.box for word in page.words}
    assert set(words) == {"白", "人"}
    for text, x in (("白", 300), ("人", 400)):
        assert words[text].x0 == pytest.approx(x, abs=2)
        assert words[text].y0 == pytest.approx(842 - 600 - 11, abs=3)
        assert words[text].width == pytest.approx(12, abs=2)

"""Text files, DOCX and OFD."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from ingest.options import ReadOptions
from ingest.pictures import PageStore
from ingest.reader import read_dossier
from ingest.records import Dossier
from ingest.rulings import cells
from tests.ingest import pages

SILENT = ReadOptions(ocr="none", isolate=False)


def words(dossier: Dossier) -> list[str]:
    return [word.text for page in dossier.pages for word in page.words]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_files_in_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "信.txt").write_bytes("举报信\n反映李晓岚同志的论文问题。".encode(encoding))
    assert words(read_dossier(tmp_path, options=SILENT)) == ["举报信", "反映李晓岚同志的论文问题。"]


@pytest.mark.parametrize("name", ["a.tsv", "b.csv", "c.md", "d.log", "e.dat", "without-ending"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_whatever_decodes_without_control_characters_is_text(tmp_path: Path, name: str, encoding: str) -> None:
    (tmp_path / name).write_bytes(("BM编号\t姓名\n" + "0001\t李晓岚\n" * 900).encode(encoding))
    dossier = read_dossier(tmp_path, options=SILENT)
    assert [(file.kind, file.problems) for file in dossier.files] == [("text", ())]
    assert "李晓岚" in "".join(words(dossier))


def test_control_characters_make_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.dat").write_bytes(b"name\x01\x02value" * 20)
    (file,) = read_dossier(tmp_path, options=SILENT).files
    assert (file.kind, [problem.kind for problem in file.problems]) == ("other", ["unsupported"])


def test_long_text_runs_over_pages_within_their_margins(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("\n".join(f"第{n}行" + "内容" * 40 for n in range(60)), encoding="utf-8")
    dossier = read_dossier(tmp_path, options=SILENT)
    assert len(dossier.pages) > 2
    for page in dossier.pages:
        assert all(0 < word.box.x0 < word.box.x1 < page.width and word.box.y1 < page.height for word in page.words)


def test_word_documents_keep_paragraphs_tables_and_page_breaks(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("工作总结")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合并的单元格"
    table.cell(1, 0).text, table.cell(1, 1).text = "姓名", "李晓岚"
    document.add_page_break()
    document.add_paragraph("第二页")
    document.save(str(tmp_path / "a.docx"))
    first, second = read_dossier(tmp_path, options=SILENT).pages
    assert [word.text for word in first.words] == ["工作总结", "合并的单元格", "姓名", "李晓岚"]
    assert len(cells(first.rulings)) == 3
    assert [word.text for word in second.words] == ["第二页"]


def test_seals_and_portraits_in_word_documents_are_no_pages(tmp_path: Path) -> None:
    stream = io.BytesIO()
    pages.sheet().save(stream, "PNG")
    document = docx.Document()
    document.add_paragraph("单位意见：同意推荐")
    document.add_picture(stream, width=docx.shared.Cm(4))
    document.save(str(tmp_path / "a.docx"))
    dossier = read_dossier(tmp_path, options=ReadOptions(isolate=False))
    assert [page.source for page in dossier.pages] == ["text"]


def test_pictures_in_word_documents_are_pages_of_their_own(tmp_path: Path) -> None:
    stream = io.BytesIO()
    pages.sheet().save(stream, "PNG")
    document = docx.Document()
    document.add_paragraph("附证书")
    document.add_picture(stream)
    document.save(str(tmp_path / "a.docx"))
    dossier = read_dossier(tmp_path, options=ReadOptions(isolate=False))
    assert [page.source for page in dossier.pages] == ["text", "ocr"]
    assert any("JL20190417" in word.text for word in dossier.pages[1].words)
    assert PageStore(dossier).page("a.docx", 2, 72).shape[1] == 1000
    with pytest.raises(LookupError):
        PageStore(dossier).page("a.docx", 1, 72)


def test_a_package_that_is_a_bomb_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(80 * 2**20))
    (file,) = read_dossier(tmp_path, options=SILENT).files
    assert [problem.kind for problem in file.problems] == ["unsafe"]


OFD = {
    "OFD.xml": '<ofd:OFD xmlns:ofd="{ns}"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'
    "</ofd:OFD>",
    "Doc_0/Document.xml": '<ofd:Document xmlns:ofd="{ns}"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297'
    '</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/0.xml"/></ofd:Pages>'
    "</ofd:Document>",
    "Doc_0/Pages/0.xml": '<ofd:Page xmlns:ofd="{ns}"><ofd:Content><ofd:Layer ID="2"><ofd:TextObject ID="3" '
    'Boundary="25.4 50.8 100 10" Font="1" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 3 5">电子证书</ofd:TextCode>'
    "</ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>",
}  # fmt: skip


def ofd(path: Path, parts: dict[str, str], namespace: str = "http://www.ofdspec.org/2016") -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text.replace("{ns}", namespace))
    return path


@pytest.mark.parametrize("namespace", ["http://www.ofdspec.org/2016", "http://www.ofdspec.org"])
def test_ofd_text_has_its_place(tmp_path: Path, namespace: str) -> None:
    dossier = read_dossier(ofd(tmp_path / "a.ofd", OFD, namespace), options=SILENT)
    (word,) = dossier.pages[0].words
    assert word.text == "电子证书"
    assert (word.box.x0, word.box.width) == (pytest.approx(72), pytest.approx(20 * 72 / 25.4, abs=0.1))
    assert 144 <= word.box.y0 < word.box.y1 < 165


def test_ofd_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("do not tell", encoding="utf-8")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    bomb = entity + OFD["Doc_0/Pages/0.xml"].replace("电子证书", "&e;电子")
    dossier = read_dossier(ofd(tmp_path / "a.ofd", {**OFD, "Doc_0/Pages/0.xml": bomb}), options=SILENT)
    assert "do not tell" not in "".join(words(dossier))


def test_an_ofd_without_its_pages_is_damaged_and_accounted_for(tmp_path: Path) -> None:
    parts = {name: text for name, text in OFD.items() if "Pages" not in name}
    dossier = read_dossier(ofd(tmp_path / "a.ofd", parts), options=SILENT)
    assert [page.problem.kind for page in dossier.pages if page.problem] == ["damaged"]

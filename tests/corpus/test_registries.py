from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import PageBreak, SimpleDocTemplate, Table, TableStyle

from corpus.registries.importer import (
    RegistryError,
    import_journals,
    import_retractions,
    store_journals,
    store_retractions,
)
from corpus.registries.institutions import renamings, same_school, school_code, school_name
from corpus.registries.registers import digest, load

SHARED = (Path(__file__).parents[2] / "../shared/data/registries").resolve()


def test_codes_of_schools_stay_through_a_renaming() -> None:
    assert school_code("西南林学院") == school_code("西南林业大学") != ""
    assert school_name(school_code("云南大学")) == "云南大学"
    assert school_code("某某学院") == ""
    assert same_school("西南林学院", "西南林业大学")
    assert not same_school("云南大学", "云南师范大学")


def test_every_renaming_has_a_date_and_a_mark() -> None:
    assert all(r.changed[:4].isdigit() and r.mark in "ABC" and r.old != r.new for r in renamings())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_in_csv_keeps_its_year_and_reasons(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "warning_2024.csv"
    file.write_text("Journal,预警原因（2024）\n滇东医学,引用操纵\n", encoding=encoding)
    (row,) = import_journals(file)
    assert (row.title, row.kind, row.year, row.note) == ("滇东医学", "warned", 2024, "预警原因：引用操纵")


def test_a_list_by_codes_gives_numbers_and_former_titles(tmp_path: Path) -> None:
    file = tmp_path / "core.json"
    file.write_text(
        '{"DNNX": {"title": "滇南农学", "ISSN": "1000-0003", "CN": "53-1012/S", "曾用刊名": "滇南农业;农学", '
        '"创刊时间": "1980", "出版周期": "月刊"}}',
        encoding="utf-8",
    )
    (row,) = import_journals(file, year=2023)
    assert (row.issns, row.cn, row.former, row.founded, row.year) == (
        ("1000-0003",),
        "53-1012/S",
        ("滇南农业", "农学"),
        1980,
        2023,
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.pdf", "x"),
        ("list.xls", "x"),
        ("list.csv", "a,b\n1,2\n"),
        ("list.json", "{"),
        ("publishers.csv", "name\nSome Press\n"),
        ("empty.csv", ""),
    ],
)
def test_what_is_no_list_is_refused_by_name(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(RegistryError, match=name):
        import_journals(tmp_path / name)
    with pytest.raises(RegistryError, match="gone"):
        import_journals(tmp_path / "gone.csv")


def test_a_list_in_a_pdf_is_read_by_its_columns_across_pages(tmp_path: Path) -> None:
    file = tmp_path / "core_2021_2022.pdf"
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = TableStyle([("FONT", (0, 0), (-1, -1), "STSong-Light"), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    first = [["序号", "学科", "期刊名称", "CN号/ ISSN"], ["1", "农学", "滇南农学（改名为：滇南农业）", "53-1012/S"]]
    second = [["2", "水利", "滇池水利", "1000-0011"], ["水利工程类", "", "", ""], ["3", "水利", "滇中水利", ""]]
    parts = [Table(first, style=style), PageBreak(), Table(second, style=style)]
    SimpleDocTemplate(str(file)).build(parts)
    one, other, last = import_journals(file)
    assert (one.title, one.former, one.cn, one.issns, one.year) == ("滇南农学", ("滇南农业",), "53-1012/S", (), 2022)
    assert (other.title, other.cn, other.issns) == ("滇池水利", "", ("1000-0011",))
    assert last.title == "滇中水利"


def test_further_title_columns_are_other_names_of_one_journal(tmp_path: Path) -> None:
    file = tmp_path / "ranks_2022.csv"
    file.write_text("中文刊名,Journal,CN号\n滇南农学,Southern Agronomy,53-1012/S\n", encoding="utf-8")
    (row,) = import_journals(file)
    assert (row.title, row.former) == ("Southern Agronomy", ("滇南农学",))


def test_what_was_stored_is_found_again_by_title_and_numbers(tmp_path: Path) -> None:
    file = tmp_path / "core_2020.csv"
    file.write_text("刊名,ISSN,CN\n滇南农学,1000-0003,53-1012/S\n", encoding="utf-8")
    data = tmp_path / "data"
    store_journals(import_journals(file), data)
    store_retractions(["10.1000/x"], data, "list")
    registers = load(data)
    for wanted in (("滇南农学",), ("", "10000003"), ("", "CN53-1012")):
        assert [row.title for row in registers.journals.find(*wanted)] == ["滇南农学"]
    assert registers.journals.lists("listed") == ("core（2020）",)
    assert registers.retractions == {"10.1000/x"}
    assert registers.names == ("journals/core-2020", "retractions/list")
    store_retractions(["10.1000/y"], data, "list")
    assert load(data).sha256 == digest(data) not in ("", registers.sha256)


def test_no_directory_is_no_register_and_a_damaged_one_is_refused(tmp_path: Path) -> None:
    assert not load(None).journals
    assert load(None).sha256 == digest(None) == ""
    assert not load(tmp_path / "none").journals
    (tmp_path / "journals").mkdir()
    (tmp_path / "journals" / "x.json").write_text("{", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"x\.json"):
        load(tmp_path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared lists do not lie beside this checkout")
@pytest.mark.parametrize(
    ("name", "kind", "year", "least"),
    [
        ("warning_2020.csv", "warned", 2020, 60),
        ("warning_2024.csv", "warned", 2024, 20),
        ("cas_partition_2025.csv", "listed", 2025, 20_000),
        ("hijacked_journals.csv", "hijacked", 0, 100),
        ("cssci_info.json", "listed", 2022, 580),
        ("ccf_t_2022.csv", "listed", 2022, 60),
        ("pku_core_2020.pdf", "listed", 2020, 1990),
        ("cssci_source_2021_2022.pdf", "listed", 2022, 615),
    ],
)
def test_published_lists_are_imported(name: str, kind: str, year: int, least: int) -> None:
    rows = import_journals(SHARED / "journals" / name)
    assert len(rows) >= least
    assert {(row.kind, row.year) for row in rows} == {(kind, year)}


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared lists do not lie beside this checkout")
def test_published_retractions_are_imported() -> None:
    assert len(import_retractions(SHARED / "retractions" / "retracted_dois.json")) > 50_000

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from checks.forensics.font_inconsistent import CHECK
from extractors.records import Fact
from ingest.geometry import Box
from ingest.records import Provenance
from tests.checks.forensics.cases import fact, findings

LABEL, VALUE = "Number:", "2017-B-1-071"


def told(
    folder: Path, font: str, size: float, *, name: str = "certificate_number", label: str = LABEL, gap: float = 0
) -> int:
    """How many findings a page raises whose label is set in Helvetica 12 and whose value in ``font``, which its heading
    has too, and ``size``."""
    path = folder / "one.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for place, face in enumerate(("Times-Roman", "Times-Bold")):
        canvas.setFont(face, 24)
        canvas.drawString(200, 700 + 40 * place, "Certificate 1999")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(100, 500, label)
    left = 100 + canvas.stringWidth(label, "Helvetica", 12) + gap
    canvas.setFont(font, size)
    canvas.drawString(left, 500, VALUE)
    box = Box(left, 842 - 500 - size, left + canvas.stringWidth(VALUE, font, size), 842 - 500 + 3)
    canvas.save()
    return len(findings(CHECK, path=path, said=Provenance(), source="text", facts=[fact(name, VALUE, box)]))


def test_a_value_put_into_its_line_in_another_font_and_nearly_its_size_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "Times-Roman", 11.16) == 1


@pytest.mark.parametrize(
    ("font", "size", "more"),
    [
        ("Helvetica", 12, {}),
        ("Times-Roman", 12, {}),  # figures in a face of their own, as many programs set them
        ("Times-Roman", 18, {}),  # meant to stand out
        ("Times-Bold", 13, {"name": "person_name"}),  # so is a name, a little
        ("Times-Roman", 11.16, {"gap": 40}),  # another block of the page
    ],
)
def test_what_programs_set_apart_stays_silent(tmp_path: Path, font: str, size: float, more: dict[str, object]) -> None:
    assert told(tmp_path, font, size, **more) == 0


Run = tuple[str, str, float, float]  # text, font, size, height above the line
EVEN: tuple[Run, ...] = (("Date of issue: 2016-09-21, valid to ", "Helvetica", 12, 0),)


def said_of(folder: Path, *runs: Run, rest: tuple[Run, ...] = EVEN, facts: tuple[Fact, ...] = ()) -> list[str]:
    """The explanations for a page whose one line is put together from ``runs``, below four of ``rest``."""
    path = folder / "runs.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    for place, line in enumerate([rest] * 4 + [runs]):
        left = 80.0
        for text, font, size, above in line:
            canvas.setFont(font, size)
            canvas.drawString(left, 700 - 40 * place + above, text)
            left += canvas.stringWidth(text, font, size)
    canvas.save()
    return [f.explanation for f in findings(CHECK, path=path, said=Provenance(), source="text", facts=list(facts))]


LINE: Run = ("Valid to ", "Helvetica", 12, 0)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ((("2019-04-18", "Helvetica", 12, 0.9),), "基线"),
        ((("2019-04-18", "Helvetica", 11.2, 0),), "全页别处未用该字号"),
        ((("2019-04-18", "Times-Roman", 12, 0),), "Times-Roman"),
        ((("201", "Helvetica", 12, 0), ("9", "Times-Roman", 12, 0), ("-04-18", "Helvetica", 12, 0)), "其余数字"),
    ],
)
def test_a_value_off_its_line_is_told_whether_or_not_it_was_read_as_a_fact(
    tmp_path: Path, value: tuple[Run, ...], told: str
) -> None:
    (said,) = said_of(tmp_path, LINE, *value)
    assert told in said


@pytest.mark.parametrize(
    ("value", "rest"),
    [
        (("2019-04-18", "Helvetica", 12, 0), EVEN),
        # Values printed into a form are all off, or all in a face of their own.
        (("2019-04-18", "Helvetica", 12, 0.9), (LINE, ("2018-04-17", "Helvetica", 12, 0.9))),
        (("2019-04-18", "Times-Roman", 12, 0), (LINE, ("2018-04-17", "Times-Roman", 12, 0))),
        (("2", "Helvetica", 7, 4), EVEN),  # raised on purpose
        (("2019-04-18", "Helvetica-Bold", 12, 0), EVEN),  # a bold cut of the usual family
    ],
)
def test_what_a_page_does_everywhere_or_on_purpose_stays_silent(
    tmp_path: Path, value: Run, rest: tuple[Run, ...]
) -> None:
    assert said_of(tmp_path, LINE, value, rest=rest) == []


@pytest.mark.parametrize(("size", "told"), [(11.27, 1), (10.5, 0)])
def test_a_date_with_nothing_beside_it_is_told_only_in_a_size_that_no_list_offers(
    tmp_path: Path, size: float, told: int
) -> None:
    assert len(said_of(tmp_path, ("2019-04-18", "Helvetica", size, 0))) == told


def test_a_code_in_a_latin_face_among_chinese_print_is_a_platforms_design(tmp_path: Path) -> None:
    registerFont(UnicodeCIDFont("STSong-Light"))
    rest: tuple[Run, ...] = (("授予日期2016年09月21日", "STSong-Light", 12, 0),)
    code = ("106891200805", "Times-Roman", 12, 0)
    assert said_of(tmp_path, ("证书编号 ", "STSong-Light", 12, 0), code, rest=rest, facts=(FACT,)) == []


FACT = fact("certificate_number", "106891200805", Box(100, 842 - 540 - 12, 260, 842 - 540 + 3))


Setting = tuple[str, float]
USED: Setting = ("Helvetica", 12)
OTHER: Setting = ("Times-Roman", 10.5)


def told_of_table(
    folder: Path, settings: dict[tuple[int, int], Setting], *facts: Fact, head: Setting | None = None
) -> list[str]:
    """What is told of a table of hours by year whose cells, by row and column, are set in ``settings``, under heads in
    Chinese that are set in ``head``."""
    path = folder / "table.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=1)
    if head is not None:
        registerFont(UnicodeCIDFont(head[0]))
        canvas.setFont(*head)
        canvas.drawString(90, 740, "年度总学时专业学时公需学时登记人审验单位备注")
    for row in range(6):
        for column, text in enumerate((f"{2015 + row}", f"{90 + row}", f"{26 + row}", f"{64 + row}")):
            canvas.setFont(*settings.get((row, column), USED))
            canvas.drawCentredString(100 + 120 * column, 700 - 30 * row, text)
    canvas.save()
    return [f.message for f in findings(CHECK, path=path, said=Provenance(), source="text", facts=facts)]


HOURS = fact("hours", "93", Box(200, 842 - 700 + 80, 240, 842 - 700 + 94))


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        ({(3, 1): ("Times-Roman", 12)}, 1),  # a face that platforms set codes in, but not one figure of a column
        ({(row, 1): ("Times-Roman", 12) for row in range(6)}, 0),
    ],
)
def test_one_figure_of_a_column_in_a_latin_face_is_told(tmp_path: Path, settings, count: int) -> None:
    assert len(told_of_table(tmp_path, settings, HOURS)) == count


HEAD: Setting = ("STSong-Light", 12)


@pytest.mark.parametrize(("cells", "count"), [([(3, 1)], 1), ([(3, 1), (5, 3)], 0), ([(5, n) for n in range(4)], 0)])
def test_one_figure_of_a_column_in_the_font_of_the_heads_is_told(tmp_path: Path, cells, count: int) -> None:
    assert len(told_of_table(tmp_path, dict.fromkeys(cells, HEAD), HOURS, head=HEAD)) == count


def test_cells_of_one_row_set_anew_are_told_each(tmp_path: Path) -> None:
    told = told_of_table(tmp_path, {(3, 1): OTHER, (3, 3): OTHER})
    assert len(told) == 2 and "93" in told[0] + told[1] and "67" in told[0] + told[1]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {(5, column): OTHER for column in range(4)},  # a row of sums
        {(row, 3): OTHER for row in range(6)},  # a column of its own
        {(row, column): OTHER for row in (1, 3) for column in (1, 3)},  # the page does so in several rows
        {(3, 1): ("Helvetica-Bold", 12), (3, 3): ("Helvetica-Bold", 12)},  # meant to stand out
    ],
)
def test_tables_whose_rows_or_columns_are_set_apart_stay_silent(
    tmp_path: Path, settings: dict[tuple[int, int], Setting]
) -> None:
    assert told_of_table(tmp_path, settings) == []

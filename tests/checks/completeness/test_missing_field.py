from __future__ import annotations

from dataclasses import dataclass

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from checks.completeness.missing_field import CHECK
from ingest.geometry import Box
from ingest.records import Word
from tests.checks.builders import document, dossier, findings

FULL = {
    "person_name": "和丽江",
    "employer": "某县农业技术推广中心",
    "applied_title": "高级农艺师",
    "education_level": "本科",
}


def form(text: str, **more):
    return document("application_form", FULL, text=text, **more)


@pytest.mark.parametrize("text", ["姓名 和丽江\n身份证号码 \n性别 女", "身份证号码：____ 工作单位 某县农技中心"])
def test_a_label_with_nothing_beside_it_is_told(text: str) -> None:
    (finding,) = findings(CHECK, form(text))
    assert (finding.severity, "身份证号码" in finding.message) == ("missing", True)


@pytest.mark.parametrize(
    "text",
    [
        "身份证号码 53010219850307123X",  # printed, though no fact was read
        "姓名 身份证号码 性别\n和丽江 53010219850307123X 女",  # values stand under the labels
        "申报人基本信息见附页",  # no such label
    ],
)
def test_what_is_printed_but_was_not_read_stays_silent(text: str) -> None:
    assert findings(CHECK, form(text)) == []


def test_a_scan_may_hold_handwriting() -> None:
    assert findings(CHECK, form("身份证号码\n性别 女", source="ocr")) == []


GRID = tuple(Box(100, y, 500, y) for y in (100, 130, 160)) + tuple(Box(x, 100, x, 160) for x in (100, 200, 500))


def ruled(value: str = "", source: str = "text") -> dict[str, object]:
    """A form of two ruled rows, 工作单位 above 申报专业; ``value`` stands beside the second."""
    words = [
        Word(text="工作单位", box=Box(120, 108, 180, 120)),
        Word(text="某县医院", box=Box(220, 108, 290, 120)),
        Word(text="申报专业", box=Box(120, 138, 180, 150)),
    ]
    words += [Word(text=value, box=Box(220, 138, 300, 150))] if value else []
    whole = dossier([form("", source=source)])
    page = msgspec.structs.replace(whole.pages[0], words=tuple(words), rulings=GRID)
    return {"dossier": msgspec.structs.replace(whole, pages=(page,))}


@dataclass
class Paper:
    """White A4 with a stroke of a pencil across ``stroke`` (points)."""

    stroke: Box | None = None

    def page(self, file: str, number: int, dpi: int) -> NDArray[np.uint8]:
        rgb = np.full((int(842 * dpi / 72), int(595 * dpi / 72), 3), 250, dtype=np.uint8)
        if self.stroke is not None:
            x0, y0, x1, y1 = (int(v * dpi / 72) for v in self.stroke)
            rgb[y0:y1, x0:x1] = 180
        return rgb


@pytest.mark.parametrize("source", ["text", "ocr"])
def test_an_empty_cell_beside_its_label_is_told_on_scans_too(source: str) -> None:
    (finding,) = findings(CHECK, form("申报专业", source=source), pictures=Paper(), **ruled(source=source))
    assert (finding.message, finding.evidence[0].bbox.x0) == ("必填项“申报专业”空白", 200)


def test_a_cell_written_by_hand_stays_silent() -> None:
    written = Paper(stroke=Box(230, 140, 260, 142))
    assert findings(CHECK, form("申报专业", source="ocr"), pictures=written, **ruled(source="ocr")) == []


def test_a_cell_whose_print_was_not_understood_stays_silent() -> None:
    assert findings(CHECK, form("申报专业 见附件"), pictures=Paper(), **ruled("见附件")) == []


def test_without_a_title_nothing_is_said_of_its_date() -> None:
    text = "现职称\n取得现职称时间\n"
    assert findings(CHECK, form(text)) == []
    assert findings(CHECK, document("application_form", {"current_title": "助理工程师"}, text=text))


def test_an_empty_cell_beside_a_label_broken_over_two_lines_is_told() -> None:
    words = (
        Word(text="现职称", box=Box(120, 108, 170, 120)),
        Word(text="工程师", box=Box(220, 108, 270, 120)),
        Word(text="资格取得时", box=Box(115, 132, 185, 142)),
        Word(text="间", box=Box(142, 146, 156, 157)),
    )
    text = "现职称\t工程师\n资格取得时\n间"
    whole = dossier([form("")])
    page = msgspec.structs.replace(whole.pages[0], words=words, rulings=GRID)
    titled = document("application_form", {"current_title": "工程师"}, text=text)
    found = findings(CHECK, titled, pictures=Paper(), dossier=msgspec.structs.replace(whole, pages=(page,)))
    assert [f.message for f in found] == ["必填项“资格取得时间”空白"]

"""Years in Chinese numerals inside long lines are read again where circles were dropped."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.ocr.base import NullEngine, Picture, Reading
from ingest.ocr.circles import restored

LINE = np.full((20, 600, 3), 255, np.uint8)


class Closely(NullEngine):
    """Gives ``texts`` in turn, whatever it is shown."""

    def __init__(self, *texts: str) -> None:
        self.texts = list(texts)
        self.widths: list[int] = []

    def recognise(self, lines: Sequence[Picture]) -> list[Reading]:
        self.widths += [line.shape[1] for line in lines]
        return [Reading(self.texts.pop(0), 0.9) for _ in lines]


def _line(text: str) -> Reading:
    columns = tuple((at + 0.5) / len(text) for at in range(len(text)))
    return Reading(text, 0.97, columns, (0.97,) * len(text))


def test_a_year_that_lost_its_circles_is_read_from_a_stretched_piece() -> None:
    engine = Closely("日至二○○四年六月", "日至二〇〇四年六月", "日至二〇四年六月")
    read = restored(engine, LINE, _line("月一日至二四年六月三十日在本校学习，修完"))
    assert read.text == "月一日至二〇〇四年六月三十日在本校学习，修完"
    assert len(read.columns) == len(read.text) == len(read.scores)
    assert list(read.columns) == sorted(read.columns)
    assert all(width < 600 for width in engine.widths)


def test_two_years_of_one_line_are_both_restored() -> None:
    after = ["至二〇〇七年六", "至二〇〇七年六", ""]
    before = ["于二〇〇三年九", "于二〇〇三年九", ""]
    read = restored(Closely(*after, *before), LINE, _line("学生于二○三年九月至二○七年六月在本校药学专业"))
    assert read.text == "学生于二〇〇三年九月至二〇〇七年六月在本校药学专业"


def test_readings_that_differ_or_lack_a_numeral_leave_the_line_as_it_is() -> None:
    line = _line("科学专业学习，修业四年，至二一年六月修完本科")
    for texts in (
        ("二〇〇一年", "二〇一〇年", ""),
        ("二〇〇三年", "二〇〇三年", "二〇〇三年"),
        ("二一年", "二一年", "二一年"),
    ):
        assert restored(Closely(*texts), LINE, line) == line


def test_whole_years_and_spans_of_years_are_not_read_again() -> None:
    engine = Closely()
    for text in ("生于一九八四年五月十七日，于二○○三年九月入校", "从事教学工作二十二年，任班主任二年", "第二学年"):
        assert restored(engine, LINE, _line(text)).text == text
    assert not engine.widths

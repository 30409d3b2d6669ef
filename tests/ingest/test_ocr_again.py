"""Lines with dates are read again stretched; what the readings share is taken."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ingest.ocr.again import recognise
from ingest.ocr.base import NullEngine, Picture, Quad, Reading

PAGE = np.full((40, 400, 3), 255, np.uint8)
LINE: Quad = np.array([[200, 0], [400, 0], [400, 40], [200, 40]], np.float32)


class Stretchy(NullEngine):
    """Reads a picture by its width: 200, 250, 320 and 400 pixels are the line as it is and stretched;
    240, 280, 328 and these a quarter wider begin earlier."""

    def __init__(self, *texts: str, earlier: Sequence[str] = ("",) * 6) -> None:
        self.texts = dict(zip((200, 250, 320, 400), texts, strict=False))
        self.texts |= dict(zip((240, 280, 328, 300, 350, 410), earlier, strict=True))
        self.widths: list[int] = []

    def recognise(self, lines: Sequence[Picture]) -> list[Reading]:
        self.widths += [line.shape[1] for line in lines]
        return [Reading(self.texts[line.shape[1]], 0.98) for line in lines]


def test_two_readings_alike_are_enough() -> None:
    engine = Stretchy("2020年9月12日", "2020年9月12日")
    assert recognise(engine, PAGE, [LINE])[0] == Reading("2020年9月12日", 0.98) and engine.widths == [200, 250]


def test_figures_that_run_together_are_parted_and_the_line_is_doubted() -> None:
    (read,) = recognise(Stretchy("2020年1月1日", "2020年11月11日", "2020年11月11日", "2020年11月1日"), PAGE, [LINE])
    assert read.text == "2020年11月11日" and read.confidence < 0.9


def test_of_readings_that_all_differ_the_one_with_more_figures_is_taken() -> None:
    (read,) = recognise(Stretchy("2018年10月2日", "2018年10月21日", "2018年10月2日", "2018年10月21日"), PAGE, [LINE])
    assert read.text == "2018年10月21日"


def test_other_lines_are_read_once() -> None:
    engine = Stretchy("兹聘任段启明同志为本单位工程师，聘期自2014年1月1日起")
    assert recognise(engine, PAGE, [LINE])[0].confidence == 0.98 and engine.widths == [200]
    assert recognise(Stretchy("第11届"), PAGE, [LINE])[0].text == "第11届"


def test_a_date_in_chinese_numerals_that_lost_a_character_is_read_again() -> None:
    texts = ("二〇八年六月三日", "二〇一八年六月三日", "二〇一八年六月三日", "二〇八年六月三日")
    (read,) = recognise(Stretchy(*texts), PAGE, [LINE])
    assert read.text == "二〇一八年六月三日" and read.confidence < 0.9


def test_closer_readings_that_differ_leave_the_broken_date_as_it_is() -> None:
    texts = ("二〇八年六月三日", "二〇一八年六月三日", "二〇二八年六月三日", "二〇八年六月三日")
    assert recognise(Stretchy(*texts), PAGE, [LINE])[0] == Reading("二〇八年六月三日", 0.98)


def test_a_date_whose_beginning_a_seal_hides_is_looked_for_before_its_line() -> None:
    engine = Stretchy(
        *["八年七月一日"] * 4, earlier=["", "二〇〇八年七月一日", "二〇〇八年七月一日", "", "", "〇八年七月一日"]
    )
    (read,) = recognise(engine, PAGE, [LINE])
    assert read.text == "二〇〇八年七月一日" and read.confidence < 0.9


def test_a_whole_date_in_chinese_numerals_is_read_once() -> None:
    for text in ("二〇一八年六月三日", "二○二〇年十二月", "一九九八年十月三十一日", "六年级二月"):
        engine = Stretchy(text)
        assert recognise(engine, PAGE, [LINE])[0].text == text and engine.widths == [200]

"""Places for signatures: filled, empty, or not to be told."""

from __future__ import annotations

import pytest

from extractors.marks import signatures_of
from ingest.geometry import Box
from ingest.records import Mark
from tests.extractors.pages import lined


@pytest.mark.parametrize(
    ("line", "role", "present"),
    [
        ("本人签名：张三  2020年1月1日", "本人签名", "yes"),
        ("本人签名：      2020年1月1日", "本人签名", "no"),
        ("单位负责人（签字）：", "单位负责人", "no"),
        ("承诺人：李四", "承诺人", "yes"),
    ],
)
def test_place_on_a_page_with_a_text_layer(line: str, role: str, present: str) -> None:
    (found,) = signatures_of([lined(line)])
    assert (found.role, found.present) == (role, present)


def test_handwriting_may_be_there_unread_on_a_scan() -> None:
    (found,) = signatures_of([lined("本人签名：", source="ocr")])
    assert found.present == "cannot_tell"


def test_a_mark_in_the_place_is_a_signature() -> None:
    mark = Mark(kind="signature", box=Box(135, 55, 200, 75))
    (found,) = signatures_of([lined("本人签名：", source="ocr", marks=(mark,))])
    assert found.present == "yes"


def test_a_sentence_about_signing_is_no_place() -> None:
    assert signatures_of([lined("申报人须在此表上签字后提交。", "由负责人审核")]) == ()

from __future__ import annotations

import pytest

from checks.completeness.missing_field import CHECK
from tests.checks.builders import document, findings

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

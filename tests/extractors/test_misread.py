"""Offices, dates and cells that an OCR engine garbles."""

from __future__ import annotations

import pytest

from extractors.grammar import dates
from extractors.grammar.misread import office


@pytest.mark.parametrize(
    ("read", "spelt"),
    [
        ("云河州人刀源和社保障局", "云河州人力资源和社会保障局"),
        ("云山市六民政府", "云山市人民政府"),
        ("云山县教肓体育局", "云山县教育体育局"),
    ],
)
def test_an_office_read_under_a_seal_is_spelt_out(read: str, spelt: str) -> None:
    assert office(read) == spelt


@pytest.mark.parametrize(
    "name",
    ["云山县水利局", "云山市人民医院", "云山省教育学院", "云山县居民委员会", "云山省人才考评中心", "云山县人事局"],
)
def test_other_offices_stay_as_they_are(name: str) -> None:
    assert office(name) == name


def test_a_year_whose_circles_were_misread() -> None:
    assert [d.value for d in dates.find("二Cつ六年七月一日")] == ["2006-07-01"]
    assert dates.find("二C七年九月八日") == []  # 2007 or 2017

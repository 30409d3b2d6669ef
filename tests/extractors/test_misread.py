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
        ("福贡有人民政府", "福贡县人民政府"),
        ("楚雄彝族自治人民政府", "楚雄彝族自治州人民政府"),
        ("维西傈傈族自治县第一中学", "维西傈僳族自治县第一中学"),
        ("洱市思茅第四中学", "普洱市思茅第四中学"),
        ("上保山市人民医院", "保山市人民医院"),
        ("1元阳县人民政府", "元阳县人民政府"),
        ("云南人民政府", "云南省人民政府"),
        ("星明市社会保险局", "昆明市社会保险局"),
        ("昆用市社会保险局", "昆明市社会保险局"),
        ("辽于省大力资源和社会保障厅", "辽宁省人力资源和社会保障厅"),
        ("二河南省科学技术厅", "河南省科学技术厅"),
        ("云山市地称改革工作领导小继办公室", "云山市职称改革工作领导小组办公室"),
    ],
)
def test_an_office_read_under_a_seal_is_spelt_out(read: str, spelt: str) -> None:
    assert office(read) == spelt


@pytest.mark.parametrize(
    "name",
    [
        "云山县水利局",
        "云山市人民医院",
        "云山省教育学院",
        "云山县居民委员会",
        "云山省人才考评中心",
        "云山县人事局",
        "云山市人事劳动和社会保障局",
        "湖雨省人民政府",
        "云南大学",
        "大理大学",
        "河南省水利厅",
        "山市第一中学",
        "原昆明市教育局",
        "云山州教育局",
        "楚雄州科学技术局",
        "玉龙县教育局",
        "昆明市劳动和社会保障局",
        "丽江市教育科学规划领导小组办公室",
        "天水市科学技术局",
        "保定市工业和信息化局",
        "宣城市教育体育局",
    ],
)
def test_other_offices_stay_as_they_are(name: str) -> None:
    assert office(name) == name


def test_a_year_whose_circles_were_misread() -> None:
    assert [d.value for d in dates.find("二Cつ六年七月一日")] == ["2006-07-01"]
    assert dates.find("二C七年九月八日") == []  # 2007 or 2017

"""Numbers of papers, books, patents and prizes: found, put into one form, told from look-alikes."""

from __future__ import annotations

import pytest

from extractors.passage import Passage
from extractors.works import codes, honours, issues, patents, software
from tests.extractors.pages import lined


def passage(text: str) -> Passage:
    return lined(text).passage


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("专利号：ZL 2017 1 0601862.3", "ZL201710601862.3"),
        ("专利号:ZL201710601862.3", "ZL201710601862.3"),
        ("专 利 号：ZL 97 1 01765.4", "ZL97101765.4"),
        ("ZL 95 1 15608.X", "ZL95115608.X"),
        ("ZL2017106018623", "ZL201710601862.3"),
        ("专利号 201710601862.3", "201710601862.3"),
    ],
)
def test_patent_numbers_in_every_spacing(text: str, number: str) -> None:
    found = patents.patent_number(passage(text))
    assert found is not None and found.value == number


@pytest.mark.parametrize("text", ["证书编号：20171060", "电话：087165012345", "2017年6月18日", "邮编650201"])
def test_other_digits_are_no_patent_numbers(text: str) -> None:
    assert patents.patent_number(passage(text)) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("授权公告号：CN 309000001 S", "CN309000001S"),
        ("CN 117000076 A", "CN117000076A"),
        ("CN 2101234 Y", "CN2101234Y"),
    ],
)
def test_announcement_numbers_lose_their_white_space(text: str, number: str) -> None:
    found = patents.announcement_number(passage(text))
    assert found is not None and found.value == number


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("ZL201710601862.3", "发明"),
        ("ZL201920601862.3", "实用新型"),
        ("ZL202530000056.6", "外观设计"),
        ("ZL97101765.4", "发明"),
    ],
)
def test_the_kind_digit_names_the_kind(number: str, kind: str) -> None:
    assert patents.kind_of(number) == kind


def test_software_numbers() -> None:
    number = software.registration_number(passage("登 记 号：2018SR100 2003"))
    certificate = software.certificate_number(passage("软著登字第 1234567 号"))
    assert number is not None and number.value == "2018SR1002003"
    assert certificate is not None and certificate.value == "软著登字第1234567号"


@pytest.mark.parametrize(
    ("text", "issn", "cn"),
    [
        ("ISSN 1000-0003  CN 53-1000/S", "1000-0003", "CN53-1000/S"),
        ("国际标准刊号：ISSN1000—0003，国内统一刊号：CN53—1000", "1000-0003", "CN53-1000"),
        ("国内统一连续出版物号：53-1000/F", None, "CN53-1000/F"),
        ("ISSN 1000-000X CN(HK) 53-1000", "1000-000X", "CN(HK)53-1000"),
        ("1000-0003  53-1000/S", "1000-0003", "CN53-1000/S"),
        ("国际标准连续出版物号：1000-0003", "1000-0003", None),
        ("DOI：10.1000/j.issn.1000-0003.2019.06.001", None, None),
        ("邮政编码 650201 电话 0871-65000000", None, None),
    ],
)
def test_issn_and_cn(text: str, issn: str | None, cn: str | None) -> None:
    line = passage(text)
    found_issn, found_cn = codes.issn(line), codes.cn(line)
    assert (codes.issn_of(found_issn) if found_issn else None) == issn
    assert (codes.cn_of(found_cn) if found_cn else None) == cn


def test_article_number_gives_its_parts() -> None:
    hit = codes.article_number(passage("文章编号：1000-0003（2019）06-0001-05"))
    assert hit is not None
    assert [hit[g] for g in ("issn", "year", "issue", "page", "count")] == ["1000-0003", "2019", "06", "0001", "05"]


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("DOI：10.1000/j.issn.1000-0003.2019.06.001", "10.1000/j.issn.1000-0003.2019.06.001"),
        ("https://doi.org/10.1000/xyz.5.", "10.1000/xyz.5"),
        ("第10.1节 /表", None),
    ],
)
def test_doi(text: str, doi: str | None) -> None:
    hit = codes.doi(passage(text))
    assert (codes.doi_of(hit) if hit else None) == doi


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("第34卷  第2期  Vol.34 No.2  2019年6月", {"volume": "34", "issue": "2", "year": "2019"}),
        ("云南科技，2019，34（2）：12-18", {"year": "2019", "volume": "34", "issue": "2", "page_range": "12-18"}),
        ("Journal of Tests 310 (2005) 253–265", {"year": "2005", "volume": "310", "page_range": "253-265"}),
        ("2019年第06期（总第123期）", {"year": "2019", "issue": "6"}),
        ("二〇一九年第三期", {"year": "2019", "issue": "3"}),
        ("2019年增刊1", {"year": "2019", "issue": "增刊1"}),
        ("学术论丛 2019（12）：33-35", {"year": "2019", "issue": "12", "page_range": "33-35"}),
        ("文章编号：1000-0003（2019）06-0001-05", {}),
        ("第 ** 卷 第 * 期", {}),
        ("收稿日期：2019-03-16", {}),
    ],
)
def test_issue_grammar(text: str, values: dict[str, str]) -> None:
    found: dict[str, object] = {}
    for one in issues.facts(passage(text)):
        found.setdefault(one.name, one.value)
    assert found == values


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("为第3完成人", "3"),
        ("第三完成人", "3"),
        ("本人排名：第2", "2"),
        ("主要完成人（5/9）", "5"),
        ("位次 4", "4"),
        ("证书号：2017-J-234-2-05-R05", "5"),
        ("第三届科技奖", None),
        ("第2批项目", None),
    ],
)
def test_ranks(text: str, rank: str | None) -> None:
    hit = honours.rank(passage(text))
    assert (str(honours.ordinal(hit["n"])) if hit else None) == rank


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("中华人民共和国国务院", "national"),
        ("云南省人民政府", "provincial"),
        ("宣威市教育体育局", "county"),
        ("曲靖市宣威市人民政府", "county"),
        ("云南省科学技术厅", "provincial"),
        ("中共云南省委", "provincial"),
        ("昆明市科学技术局", "municipal"),
        ("红河哈尼族彝族自治州人民政府", "municipal"),
        ("勐海县教育局", "county"),
        ("昆明市五华区人民政府", "county"),
        ("玉龙纳西族自治县人民政府", "county"),
        ("云南农业大学", "employer"),
        ("昆明市第八人民医院", "employer"),
        ("中共云南农业大学委员会", "employer"),
        ("中国某某学会", None),
    ],
)
def test_level_of_an_issuing_body(body: str, level: str | None) -> None:
    assert honours.level_of_body(body) == level

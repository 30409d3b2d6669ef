"""Cutting bundles into documents."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest

from extractors.extract import extract
from extractors.layout import PageView
from extractors.records import DocumentType, Fact
from extractors.segment import cut
from extractors.types import discovered
from ingest.geometry import Box
from ingest.records import Dossier, Mark, Page, SourceFile
from tests.extractors.pages import lined
from tests.extractors.types.test_application_form import BASICS, CLAIMS, COVER
from tests.extractors.types.test_diploma import REGULAR

CONTRACT = lined(
    "# 劳动合同书",
    "甲方（用人单位）：某某公司",
    "乙方（劳动者）：张三",
    "一、合同期限",
    "自2018年1月1日起至2020年12月31日止。",
    number=4,
)
CONTRACT_END = lined(
    "八、争议处理", "双方协商解决，协商不成的依法申请仲裁。", "九、其他", "本合同一式两份。", "甲方（盖章）：", number=5
)
BLANK = lined(number=3)


def numbered(*pages: Page) -> list[Page]:
    return [msgspec.structs.replace(p, number=i, file="all.pdf") for i, p in enumerate(pages, 1)]


def dossier(*pages: Page) -> Dossier:
    file = SourceFile(
        name="all.pdf", path="/nowhere/all.pdf", sha256="0" * 64, size=1, kind="pdf", page_count=len(pages)
    )
    return Dossier(id="x", path="/nowhere", files=(file,), pages=tuple(numbered(*pages)))


def test_a_bundle_is_cut_where_titles_begin() -> None:
    documents = extract(dossier(COVER.page, BASICS.page, CLAIMS.page, REGULAR.page, CONTRACT.page, CONTRACT_END.page))
    assert [(d.id, d.type, d.pages) for d in documents] == [
        ("d01", "application_form", (1, 3)),
        ("d02", "diploma", (4, 4)),
        ("d03", "employment_contract", (5, 6)),
    ]


def _terms(title: str, employer: str, year: int, *, signed: bool = True) -> PageView:
    end = (f"{year}年3月1日  {year}年3月1日",) if signed else ()
    return lined(
        title,
        f"甲方（用人单位）：{employer}",
        "乙方（劳动者）：罗小明",
        f"第一条 合同期限：自{year}年3月1日起至{year + 3}年2月28日止。",
        "第二条 工作岗位：乙方从事工程监理工作。",
        "第三条 劳动报酬按甲方薪酬制度执行。",
        "甲方（盖章）：  乙方（签字）：罗小明",
        *end,
        source="ocr",
    )


@pytest.mark.parametrize("title", ["# 勞動合同书", "劳动合同书", "劳动含同书"])
def test_contracts_of_one_scan_are_parted(title: str) -> None:
    first, second = _terms(title, "云山县水务站", 2013), _terms(title, "云山监理有限公司", 2016)
    assert [d.pages for d in extract(dossier(first.page, second.page))] == [(1, 1), (2, 2)]
    again = _terms(title, "云山县水务站", 2016)
    assert [d.pages for d in extract(dossier(first.page, again.page))] == [(1, 1), (2, 2)]
    undated = _terms(title, "云山县水务站", 2013, signed=False)
    assert [d.pages for d in extract(dossier(undated.page, second.page))] == [(1, 1), (2, 2)]


def test_the_last_page_of_a_contract_names_no_new_parties() -> None:
    first = _terms("# 劳动合同书", "云山县水务站", 2013, signed=False)
    last = lined(
        "第九条 社会保险按规定缴纳，劳动报酬按月发放。",
        "第十条 劳动合同期限届满前，甲方、乙方可协商续订，工作内容不变。",
        "甲方（盖章）：云山县水务站  乙方（签字）：罗小明",
        "2013年3月1日  2013年3月1日",
        source="ocr",
    )
    assert [d.pages for d in extract(dossier(first.page, last.page))] == [(1, 2)]


def test_blank_pages_and_separators_belong_to_nothing() -> None:
    blank = msgspec.structs.replace(BLANK.page, blank=True)
    separator = lined("# 学历证明材料")
    documents = extract(dossier(REGULAR.page, blank, separator.page, CONTRACT.page))
    assert [(d.type, d.pages) for d in documents] == [("diploma", (1, 1)), ("employment_contract", (4, 4))]


def test_a_file_of_blank_pages_is_still_accounted_for() -> None:
    parts = cut([type(REGULAR)(msgspec.structs.replace(BLANK.page, blank=True))])
    assert [p.type for p in parts] == ["other"]


def test_an_unread_page_is_not_hidden_inside_a_certificate() -> None:
    documents = extract(dossier(REGULAR.page, BLANK.page))
    assert [(d.type, d.pages) for d in documents] == [("diploma", (1, 1)), ("other", (2, 2))]


def test_page_numbers_hold_a_document_together() -> None:
    first = lined("# 继续教育学时证明", "姓名：张三", "2018年完成96学时，2019年完成92学时", "第1页 共2页")
    second = lined("# 毕业证书", "成绩合格，准予毕业", "第2页 共2页")
    documents = extract(dossier(first.page, second.page))
    assert [d.pages for d in documents] == [(1, 2)]


def test_a_table_without_date_or_seal_goes_on_under_a_repeated_head() -> None:
    first = lined("# 继续教育登记表", "姓名：张三", "年度  公需科目  专业科目  合计", "2018  24  72  96")
    second = lined(
        "# 继续教育登记表", "姓名：张三", "年度  公需科目  专业科目  合计", "2019  30  62  92", "某某局", "2020年1月1日"
    )
    other = lined(
        "# 继续教育登记表", "姓名：李四", "年度  公需科目  专业科目  合计", "2019  30  62  92", "某某局", "2020年1月1日"
    )
    assert [d.pages for d in extract(dossier(first.page, second.page))] == [(1, 2)]
    assert [d.pages for d in extract(dossier(first.page, other.page))] == [(1, 1), (2, 2)]


def test_seals_codes_text_and_source_travel_with_the_document() -> None:
    marks = (
        Mark(kind="seal", box=Box(300, 200, 420, 320), text="云南大学", shape="round"),
        Mark(kind="code", box=Box(50, 500, 110, 560), text="https://example.invalid/1"),
    )
    (document,) = extract(dossier(msgspec.structs.replace(REGULAR.page, marks=marks, source="ocr")))
    assert [s.text for s in document.seals] == ["云南大学"]
    assert document.codes == ("https://example.invalid/1",)
    assert document.source == "ocr"
    assert document.sha256 == "0" * 64
    assert "准予" in document.text


def test_a_page_that_could_not_be_read_inside_a_form_does_not_stop_the_next() -> None:
    unread = msgspec.structs.replace(lined(number=2).page, blank=False)
    read = extract(dossier(CONTRACT.page, unread, lined("双方约定的其他事项如下", "无。", number=3).page))
    assert [d.failure for d in read] == [""] * len(read)
    assert read[0].pages[0] == 1
    assert read[-1].pages[1] == 3


def test_an_error_in_one_document_costs_only_its_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: object, views: object) -> list[Fact]:
        raise ValueError("张三 530102199001011234")

    monkeypatch.setattr(type(discovered()["diploma"]), "facts", broken)
    diploma, contract = extract(dossier(REGULAR.page, CONTRACT.page))
    assert diploma.failure.startswith("ValueError, test_segment.py:")
    assert "张三" not in diploma.failure
    assert diploma.facts == ()
    assert contract.failure == ""


def test_the_same_dossier_gives_the_same_documents() -> None:
    whole = dossier(COVER.page, BASICS.page, CLAIMS.page, REGULAR.page)
    assert extract(whole) == extract(whole)


def test_every_type_of_the_contract_has_one_module() -> None:
    assert set(discovered()) == set(get_args(DocumentType))


_CARD = (
    "姓名 罗小明",
    "性别 男 民族 汉",
    "出生 1980年1月1日",
    "住址 云山县湖滨路1号",
    "公民身份号码 532101198001010013",
)
_BACK = ("# 中华人民共和国居民身份证", "签发机关 云山县公安局", "有效期限 2010.03.05-2030.03.05")


def test_both_sides_of_an_identity_card_on_pages_of_their_own_are_one_document() -> None:
    front, back = lined(*_CARD), lined(*_BACK)
    assert [d.pages for d in extract(dossier(front.page, back.page))] == [(1, 2)]
    assert [d.pages for d in extract(dossier(back.page, front.page))] == [(1, 2)]


def test_cards_of_two_people_stay_two_documents() -> None:
    other = lined("姓名 段文彬", "性别 男 民族 白", "住址 云山县湖滨路2号", "公民身份号码 532101198203040018")
    parts = extract(dossier(lined(*_CARD).page, lined(*_BACK).page, other.page, lined(*_BACK).page))
    assert [d.pages for d in parts] == [(1, 2), (3, 4)]


def _bound(*numbers: str) -> list[PageView]:
    """Five papers of a bundle with what a scan shows of the binder's page numbers."""
    bodies = (
        (
            "# 硕士研究生毕业证书",
            "研究生罗小明性别男，于2009年9月至2012年6月学习，准予毕业。",
            "证书编号：104861201202000887",
        ),
        ("# 硕士学位证书", "罗小明，授予工学硕士学位。", "证书编号：1048632012100887"),
        ("# 专业技术资格证书", "姓名：罗小明", "资格名称：工程师", "批准时间：2013年11月28日"),
        ("# 聘任书", "兹聘任罗小明同志为工程师，聘期自2018年10月1日至2021年9月30日。"),
        ("# 年度考核登记表", "姓名：罗小明", "考核年度：2019年", "考核等次：合格"),
    )
    return [lined(*b, n, source="ocr", number=i) for i, (b, n) in enumerate(zip(bodies, numbers, strict=True), 1)]


def test_a_binders_numbers_that_a_scan_shows_in_part_hold_nothing_together() -> None:
    parts = cut(_bound("-1/1-", "-2/5-", "-3/5-", "-4/5-", "-5/5-"))
    assert [len(part.views) for part in parts] == [1, 1, 1, 1, 1]

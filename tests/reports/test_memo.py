"""The memo: one record, two writers that say the same, nothing live in either, nothing personal in the clear."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from io import BytesIO
from time import process_time

import docx as word
import msgspec
import pytest

from checks.records import DossierRef, Evidence, Finding
from ingest.geometry import Box
from ingest.records import Problem, SourceFile
from reports import docx, html
from reports.memo import Memo, build_memo
from reports.memo_annexes import notice_paper
from reports.memo_paper import lay_out
from reports.notice import SUSPICION_WORDS
from reports.wording import AID, chinese_date
from tests.reports import samples

NEEDED = [
    "职称申报材料预审备忘",
    "草稿",
    AID,
    "此为系统建议，由审核人决定",
    "补正告知书",
    "核验清单",
    "检查覆盖情况",
    "预审人（签名）",
    "按足年计4年，按年头计5年",
    "未达到",
    "不作限制性条件",
    "无法判断",
    "依据待复核",
    "本通知二（四）",
    "《上一年度通知》三",
    "分辨率过低",
    "文件加密，需要密码",
    "chinesecalendar",
    samples.DIGEST,
    "cd" * 32,
    "01" * 32,
    "（1）录入笔误",
    "向户籍所在地公安机关核实",
    "有权要求说明理由",
    "中国高等教育学生信息网",
    "10673*201905******",
    "2020年12月31日",
]


@pytest.fixture(scope="module")
def memo() -> Memo:
    dossier = samples.dossier()
    return build_memo(samples.report(), dossier, samples.Flat(dossier), policies={"base-2019": "上一年度通知"})


class Texts(HTMLParser):
    """The texts and tags of a page, style sheet left out."""

    def __init__(self, page: str):
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self._style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.texts.append(data)


def squeezed(texts: Iterator[str] | list[str]) -> str:
    return re.sub(r"\s+", "", "".join(texts))


def word_text(data: bytes) -> str:
    document = word.Document(BytesIO(data))
    return squeezed([t.text or "" for t in document.element.body.iter(f"{{{document.element.nsmap['w']}}}t")])


def test_word_and_html_say_the_same(memo: Memo) -> None:
    page = squeezed(Texts(html.render(lay_out(memo))).texts)
    assert word_text(docx.render(lay_out(memo))) == page[page.index(memo.title, page.index("附件5版本")) :]


def test_memo_holds_what_a_reviewer_needs(memo: Memo) -> None:
    text = word_text(docx.render(lay_out(memo)))
    for needed in NEEDED:
        assert squeezed([needed]) in text, needed


def test_nothing_personal_is_in_the_clear(memo: Memo) -> None:
    page, office = html.render(lay_out(memo)), docx.render(lay_out(memo))
    inside = b"".join(zipfile.ZipFile(BytesIO(office)).read(n) for n in zipfile.ZipFile(BytesIO(office)).namelist())
    for secret in (samples.ID, samples.PHONE, samples.DIPLOMA, "1985-03-07", "19850307"):
        assert secret not in page
        assert secret.encode() not in inside
    assert "530***********123X" in page


def test_unmasking_is_an_explicit_wish() -> None:
    dossier = samples.dossier()
    memo = build_memo(samples.report(), dossier, samples.Flat(dossier), unmask=True)
    assert samples.ID in html.render(lay_out(memo))


def test_hostile_names_stay_text(memo: Memo) -> None:
    page = html.render(lay_out(memo))
    seen = Texts(page)
    assert not {"script", "iframe", "object", "embed", "form", "link", "base", "b"} & {tag for tag, _ in seen.tags}
    assert "<script>alert(1)</script>" in "".join(seen.texts)
    assert "{{7*7}}" in "".join(seen.texts)
    assert not [attrs for _, attrs in seen.tags if any(name.startswith("on") for name in attrs)]


def test_hostile_dossier_names_stay_text_in_the_page_head() -> None:
    dossier, report = samples.dossier(), samples.report()
    odd = msgspec.structs.replace(report, dossier=DossierRef(id="<w:t>{{7*7}}&\x01", path="x"))
    data = docx.render(lay_out(build_memo(odd, dossier, samples.Flat(dossier))))
    head = word.Document(BytesIO(data)).sections[0].header.paragraphs[0].text
    assert head == "卷宗编号：<w:t>{{7*7}}&\ufffd\t草稿"


def test_page_fetches_nothing(memo: Memo) -> None:
    page = html.render(lay_out(memo))
    for _, attrs in Texts(page).tags:
        for name in ("src", "href"):
            assert (attrs.get(name) or "#").startswith(("#", "data:image/"))
    assert "url(" not in page and "@import" not in page and "http://" not in page and "https://" not in page
    package = zipfile.ZipFile(BytesIO(docx.render(lay_out(memo))))
    assert not [n for n in package.namelist() if n.endswith(".rels") and b"External" in package.read(n)]


def test_every_link_leads_somewhere(memo: Memo) -> None:
    tags = Texts(html.render(lay_out(memo))).tags
    anchors = [attrs["id"] for _, attrs in tags if attrs.get("id")]
    assert len(anchors) == len(set(anchors))
    assert {attrs["href"][1:] for tag, attrs in tags if tag == "a" and attrs["href"]} <= set(anchors)
    body = word.Document(BytesIO(docx.render(lay_out(memo)))).element.body
    named = {e.get(e.nsmap["w"].join("{}") + "name") for e in body.iter(f"{{{body.nsmap['w']}}}bookmarkStart")}
    for link in body.iter(f"{{{body.nsmap['w']}}}hyperlink"):
        assert link.get(f"{{{body.nsmap['w']}}}anchor") in named


def test_a_place_named_twice_is_shown_once() -> None:
    dossier, report = samples.dossier(), samples.report()
    again = msgspec.structs.replace(report.findings[0], id="f09")
    memo = build_memo(
        msgspec.structs.replace(report, findings=(report.findings[0], again)), dossier, samples.Flat(dossier)
    )
    page = html.render(lay_out(memo))
    anchors = [attrs["id"] for _, attrs in Texts(page).tags if attrs.get("id")]
    assert len(anchors) == len(set(anchors))
    assert memo.groups[0].findings[0].places == memo.groups[0].findings[1].places


def test_same_input_gives_the_same_bytes(memo: Memo) -> None:
    dossier = samples.dossier()
    again = build_memo(samples.report(), dossier, samples.Flat(dossier), policies={"base-2019": "上一年度通知"})
    assert html.render(lay_out(memo)) == html.render(lay_out(again))
    assert docx.render(lay_out(memo)) == docx.render(lay_out(again))
    stamps = {i.date_time for i in zipfile.ZipFile(BytesIO(docx.render(lay_out(memo)))).infolist()}
    assert stamps == {(1980, 1, 1, 0, 0, 0)}


def test_every_file_and_page_is_accounted_for() -> None:
    dossier, report = samples.dossier(), samples.report()
    locked = Problem(kind="encrypted", file="锁.pdf")
    files = (
        *dossier.files,
        SourceFile(name="锁.pdf", path="x", sha256="9" * 64, size=1, kind="pdf", problems=(locked,)),
        SourceFile(name="杂.pdf", path="x", sha256="8" * 64, size=1, kind="pdf", page_count=3),
    )
    pages = (
        *dossier.pages,
        samples.page("杂.pdf", 1, blank=True),
        samples.page("杂.pdf", 2, samples.word("字", 80, 80)),
        samples.page("杂.pdf", 3, blank=True),
    )
    memo = build_memo(report, msgspec.structs.replace(dossier, files=files, pages=pages), samples.Flat(dossier))
    assert [(s.subject, s.where, s.reason) for s in memo.set_aside] == [
        ("锁.pdf", "整个文件", "文件加密，需要密码"),
        ("杂.pdf", "第1、3页", "空白页"),
        ("杂.pdf", "第2页", "未归入任何材料"),
    ]
    assert "未列入上表" in word_text(docx.render(lay_out(memo)))


def test_notice_tells_everything_once_without_suspicion(memo: Memo) -> None:
    assert [c.finding for c in memo.corrections] == ["f02", "f03"]
    assert memo.corrections[0].material == "继续教育证明"
    assert memo.corrections[0].problem.startswith("缺项：")
    told = "".join(str(msgspec.structs.astuple(c)) for c in memo.corrections)
    assert not [w for w in SUSPICION_WORDS if w in told]


def test_notice_says_what_is_missing_and_what_to_hand_in() -> None:
    dossier, report = samples.dossier(), samples.report()
    missing = msgspec.structs.replace(
        report.findings[1], message="缺少年度考核材料：请补交近五年考核登记表", evidence=()
    )
    memo = build_memo(msgspec.structs.replace(report, findings=(missing,)), dossier, samples.Flat(dossier))
    told = memo.corrections[0]
    assert (told.material, told.problem, told.request, told.pages) == (
        "年度考核材料",
        "缺项：缺少年度考核材料",
        "请补交近五年考核登记表",
        "—",
    )


def test_notice_for_the_applicant_holds_nothing_internal(memo: Memo) -> None:
    text = word_text(docx.render(notice_paper(memo)))
    assert "缺少继续教育证明" in text and "补正要求" in text
    for internal in ("f01", "疑点", "公民身份号码不一致", "未达到", "核验", "卷宗A"):
        assert internal not in text
    package = zipfile.ZipFile(BytesIO(docx.render(notice_paper(memo))))
    assert not [n for n in package.namelist() if "media" in n]


def test_worklist_names_office_and_number(memo: Memo) -> None:
    first = memo.worklist[0]
    assert (first.reason, first.office, first.number) == ("f01", "向户籍所在地公安机关核实", "530***********123X")
    diploma = next(item for item in memo.worklist if "学信网" in item.office)
    assert (diploma.number, diploma.reason) == ("10673*201905******", "例行核验")


def test_findings_are_grouped_by_severity_with_pictures(memo: Memo) -> None:
    assert [g.severity for g in memo.groups] == ["ineligible", "suspect", "missing", "notice"]
    assert [f.number for f in memo.figures] == list(range(1, len(memo.figures) + 1))
    suspect = memo.groups[1].findings[0]
    assert suspect.places[0].figure == 2
    assert memo.groups[2].findings[0].places[0].figure == 0  # nothing to see where something is missing


def test_characters_that_no_file_may_hold_are_replaced() -> None:
    dossier = samples.dossier()
    report = samples.report()
    odd = msgspec.structs.replace(report.findings[0], message="a\x00b\x0bc\ufffe\ud800d")
    memo = build_memo(msgspec.structs.replace(report, findings=(odd,)), dossier, samples.Flat(dossier))
    assert "a\ufffdb\ufffdc" in html.render(lay_out(memo))
    assert "a\ufffdb\ufffdc" in word_text(docx.render(lay_out(memo)))


def test_empty_dossier_still_gives_a_memo() -> None:
    dossier = msgspec.structs.replace(samples.dossier(), files=(), pages=(), problems=())
    report = msgspec.structs.replace(
        samples.report(),
        documents=(),
        findings=(),
        conditions=(),
        claims=(),
        coverage=(),
        applicant={},
        disposition="accept",
    )
    memo = build_memo(report, dossier, samples.Flat(dossier))
    text = word_text(docx.render(lay_out(memo)))
    assert "未发现需要列示的事项" in text and "通过预审（形式）" in text


@pytest.mark.parametrize(
    ("iso", "shown"),
    [("2020-07-01", "2020年7月1日"), ("2019-06", "2019年6月"), ("2019", "2019年"), ("长期", "长期"), ("", "")],
)
def test_dates_are_written_as_offices_write_them(iso: str, shown: str) -> None:
    assert chinese_date(iso) == shown


def _finding(number: int) -> Finding:
    place = Evidence(document="d01", file="01申报表.pdf", page=number, bbox=Box(80.0, 40.0, 200.0, 60.0), text="文字")
    return Finding(
        id=f"f{number:02d}",
        code="consistency.date-order",
        severity="suspect",
        message="日期先后不合顺序" * 5,
        verify="请核实",
        evidence=(place,),
    )


def test_sixty_pages_are_written_well_under_a_second() -> None:
    dossier = samples.dossier()
    pages = tuple(
        samples.page("01申报表.pdf", n, *(samples.word("文字", 80, 40.0 + 20 * k) for k in range(38)))
        for n in range(1, 61)
    )
    findings = tuple(_finding(n) for n in range(1, 61))
    report = msgspec.structs.replace(samples.report(), findings=findings)
    memo = build_memo(report, msgspec.structs.replace(dossier, pages=pages), samples.Flat(dossier))
    start = process_time()
    html.render(lay_out(memo))
    docx.render(lay_out(memo))
    assert process_time() - start < 1.0

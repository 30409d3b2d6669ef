"""专利证书: invention, utility model and design; the old form with a seal and a signature, and the form since 2020."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import sealed_issuer
from extractors.grammar import values
from extractors.grammar.labels import Field
from extractors.layout import PageView
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import patents
from extractors.works.authors import people
from extractors.works.matching import first, hits, words

_SIGNS = Signs(
    titles=(
        r"(?:发明|实用新型|外观设计)专利证书",
        r"^专利证书$",
        r"^\[(?:发明授权|实用新型|外观设计)\].*",  # the office's own publication of a grant
    ),
    wording=(
        r"证书号第?\d+",
        r"(?:发明|实用新型|外观设计)名称|使用该外观设计的产品名称",
        r"专利权人",
        r"专利号",
        r"授权公告[日号]",
        r"专利登记簿|决定授予专利权|颁发(?:本|发明|实用新型|外观设计)?(?:专利)?证书",
    ),
    against=(r"受理通知书|申请公布[日号]|缴费通知|收据|登记手续通知书|专利申请权|转让(?:合同|协议)|公示|申报表",),
    alone=0.6,
)
_STOPS = words("申请人 地址 专利权期限 专利权人地址 局长 第1页 专利公告信息")
_FIELDS = FieldSet(
    Field(
        "patent_name",
        words(
            "发明名称 实用新型名称 外观设计名称 使用该外观设计的产品名称 使用本外观设计的产品名称"
            " 使用外观设计的产品名称 发明创造名称 专利名称 名称"
        ),
        values.long_text,
        wrap=True,
    ),
    Field(
        "inventors", words("发明人 设计人 发明人或设计人 发明(设计)人 发明人(设计人) 设计(发明)人"), people, wrap=True
    ),
    Field("patentee", ("专利权人",), values.text, wrap=True),
    Field("filing_applicant", ("申请日时申请人",), values.text, wrap=True),
    Field("filing_inventors", words("申请日时发明人 申请日时设计人"), people, wrap=True),
    Field("patent_number", ("专利号",), patents.patent_number),
    Field("application_date", ("专利申请日", "申请日", "申请日期"), values.date),
    Field("grant_date", words("授权公告日 授权公告日期 授权日 授权日期"), values.date),
    Field("grant_number", ("授权公告号",), patents.announcement_number),
    Field("certificate_number", ("证书号", "证书编号", "证书号码"), values.number),
    stops=_STOPS,
)
_KIND = regex.compile(r"(?P<kind>发明专利|实用新型|外观设计)(?:专利)?证书")
_ISSUER = regex.compile(r"(?:中华人民共和国)?国家知识产权局|(?:中华人民共和国|中国)专利局")
_NUMBERED = regex.compile(r"^[(]?第(?P<n>\d{4,9})号[)]?$")  # on a line of its own, under the title
_CLOSING = regex.compile(r"(?:局长)?(?:\p{Han}{2,4}(?<![日期间号]))?(?:19|20)\d\d年\d{1,2}月\d{1,2}日")


class PatentCertificate:
    type: DocumentType = "patent_certificate"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found = _FIELDS.read(views)
        if views:
            found += _unlabelled(views)
        granted = [msgspec.structs.replace(f, name="issue_date") for f in found if f.name == "grant_date"]
        return at_most_one([*_preferred(found), *found, *granted])  # a certificate is of the day of announcement


def _preferred(found: Sequence[Fact]) -> list[Fact]:
    """A number marked ZL is a patent's own; nothing else is trusted more."""
    return [f for f in found if f.name == "patent_number" and str(f.value).startswith("ZL")]


def _unlabelled(views: Sequence[PageView]) -> list[Fact]:
    found: list[Fact] = []
    for view in views:
        passage = view.passage
        certificate = patents.certificate_number(passage)
        if certificate:
            found.insert(0, fact("certificate_number", certificate.value, passage, certificate.start, certificate.end))
        found += _published(view)
        for hit in hits(_KIND, passage):
            found.append(hit.fact("patent_kind", "kind", patents.KIND_WORDS[hit["kind"]]))
        number = patents.patent_number(passage)
        if number and str(number.value).startswith("ZL"):
            found.append(fact("patent_number", number.value, passage, number.start, number.end))
        found += patents.in_sentence(passage)
        found += [hit.fact("certificate_number", "n") for line in view.lines for hit in hits(_NUMBERED, line.passage)]
        issuer = first(_ISSUER, passage)
        if issuer:
            found.append(issuer.fact("issuer", 0, "国家知识产权局" if "知识产权" in issuer[0] else issuer[0]))
    return [*found, *_kind_by_number(found), *_issue_date(views), *sealed_issuer(views)]


_PUBLISHED = regex.compile(r"\[(?P<kind>发明|实用新型|外观设计)(?:授权)?\]\s*(?P<name>[^\[\]]{3,80})$")


def _published(view: PageView) -> Iterator[Fact]:
    """Kind and name in the head of the office's publication of a grant: [发明授权] 一种某某装置."""
    for line in view.lines:
        match = _PUBLISHED.match(line.text)
        if match:
            yield fact(
                "patent_name", line.passage[slice(*match.span("name"))].printed(), line.passage, *match.span("name")
            )
            yield fact("patent_kind", match["kind"], line.passage, *match.span("kind"))
            return


def _kind_by_number(found: Sequence[Fact]) -> list[Fact]:
    """The kind digit, where the title cannot be read."""
    for number in found:
        kind = patents.kind_of(str(number.value)) if number.name == "patent_number" else ""
        if kind:
            return [
                Fact(
                    name="patent_kind",
                    value=kind,
                    text=number.text,
                    page=number.page,
                    bbox=number.bbox,
                    confidence=number.confidence,
                )
            ]
    return []


def _issue_date(views: Sequence[PageView]) -> list[Fact]:
    """The date beside the seal: the last full date of the first page that stands under no label."""
    lines = [line for line in views[0].lines if _CLOSING.fullmatch("".join(line.text.split()))]
    if not lines:
        return []
    value = values.date(lines[-1].passage)
    return [fact("issue_date", value.value, lines[-1].passage, value.start, value.end)] if value else []


EXTRACTOR = PatentCertificate()

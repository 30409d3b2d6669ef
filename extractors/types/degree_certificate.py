"""学位证书: 学士, 硕士 and 博士学位."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.careers import foreign_degrees
from extractors.careers.schools import school_of, sealed_by
from extractors.closing import closing
from extractors.common import COMMON, registered
from extractors.grammar import values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import NAME, person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works.surnames import reads_as_a_name

_SIGNS = Signs(
    titles=(
        r"(?:学士|硕士|博士)?学位(?:证书|(?:授予)?证明书?)",
        r"(?i:degree(?:certificate|diploma)|certificateof[a-z]{0,12}degree|academicdegree|(?:bachelor|master|doctor)(?:['’]?s)?degree)",
        r"学位证(?:遗失)?(?:补办)?(?:证明)?$",
        r"(?:普通高等教育|成人高等教育|专业)(?:本科)?(?:毕业生)?(?:学士|硕士|博士)学位证书",
    ),
    wording=(
        r"授予.{1,12}学位|学位授予",
        r"学位评定委员会",
        r"中华人民共和国学位条例|学位法|学士学位|硕士学位|博士学位",
        r"经审核|审核合格|通过.{0,12}答辩",
        r"校长|院长|主席",
    ),
    against=(r"注册备案|认证报告|验证报告|在线验证", r"申报(?:表|书|人|单位|专业|系列)|评审表|承诺"),
    alone=0.59,
)
_WITH_DEGREE = regex.compile(r"(?<=\p{Han})(?:学士|硕士|博士)(?:学位)?$")


def _discipline(passage: Passage) -> Value | None:
    """A discipline, without the degree in it that a place for both may name (工学学士)."""
    found = values.text(passage)
    match = _WITH_DEGREE.search(passage.text, found.start, found.end) if found else None
    if found is None or match is None:
        return found
    return Value(passage[found.start : match.start()].tight().printed(), found.start, match.start())


_DEGREES = {"学士": "学士", "硕士": "硕士", "博士": "博士"}
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "institution",
        ("学位授予单位", "授予单位", "培养单位", "学校名称", "院校名称", "毕业院校", "校名"),
        values.organisation,
    ),
    Field(
        "degree",
        ("学位类别", "学位级别", "学位名称", "学位类型", "所授学位", "授予学位", "获得学位", "所获学位", "学位"),
        values.one_of(_DEGREES),
    ),
    Field("discipline", ("学科门类", "学位门类", "学科专业", "学科", "专业学位类别", "学位类别"), _discipline),
    Field("issue_date", ("授予日期", "学位授予日期", "获学位日期", "授予时间", "授予学位日期"), values.date),
    Field("certificate_number", ("学位证书编号", "学位证书号"), values.code),
    stops=("校长", "院长", "学位评定委员会主席", "主席", "专业", "专业名称"),
)
_GRANTED = regex.compile(
    r"(?:授予|获得|取得)(?:其|他|她)?\s*(?P<d>[\u4e00-\u9fff]{0,10}?)\s*(?:专业)?(?P<g>学士|硕士|博士)\s*(?:专业)?学位"
)
# The categories of disciplines of 学位授予和人才培养学科目录.
_DISCIPLINE = regex.compile(
    r"(?P<v>(?:哲|经济|法|教育|文|历史|理|工|农|医|军事|管理|艺术)学|交叉学科)(?=学科门类|学科|门类|\s*(?:学士|硕士|博士))"
)
_NUMBER = regex.compile(r"(?<![\dA-Za-z])[CTZ]?\d{5}[234](?:19|20)\d{2}[A-Z0-9]\d{5}(?![\dA-Za-z])")
_STUDIED = regex.compile(
    r"(?:在|于)(?P<v>(?![本我该])[\u4e00-\u9fff()]{2,20}?(?:大学|学院))(?=(?:\([^()]{2,40}\))?\s?[\u4e00-\u9fff]{2,24}专业)"
)
_TITLE = regex.compile(r"(?P<g>学士|硕士|博士)学位")


# A letter titled 证明 by the school: 在我校获得某学士学位,学位证书编号….
_PROOF = regex.compile(
    r"[我本][校院](?:[^。]{0,24}[,，])?(?:被?授予|获得?|取得)[^。]{0,14}(?:学士|硕士|博士)学位[\s\S]{0,40}(?:证书(?:编)?号|遗失|补办)"
)
# A certificate without a title: 某大学 / 授予 / 某某 / 农学学士学位 / 此证, a line each.
_CONFERRED = regex.compile(
    rf"授予\s*(?!\p{{Han}}{{1,3}}学\s*(?:学士|硕士|博士))(?P<n>{NAME})\s*(?:同学|同志)?\s*(?=(?:(?:哲|经济|法|教育|文|历史|理|工|农|医|军事|管理|艺术)学|教育|工程|农业"
    r"|农业推广|工商管理|公共管理|临床医学|法律|会计)(?:学士|硕士|博士)(?:专业)?学位)"
)
_ATTESTED = regex.compile(r"[此特]证|特[授颁]|学位证书(?:编)?号|证书(?:编)?号")
_OF_PROOF = 0.6
_FOREIGN = 0.8
_SHORT = 20  # lines that a letter has at most


class DegreeCertificate:
    type: DocumentType = "degree_certificate"

    def recognise(self, view: PageView) -> float:
        score = _SIGNS.score(view)
        if len(view.lines) >= _SHORT:
            return score
        if foreign_degrees.certified(view):
            return max(score, _FOREIGN)
        conferred = any(_conferred(view.passage)) and _ATTESTED.search(view.tight)
        return max(score, _OF_PROOF) if conferred or _PROOF.search(view.tight) else score

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        if foreign_degrees.certified(views[0]):
            return at_most_one(foreign_degrees.read(views))
        passage = sentence(views)
        found = [
            *_conferred(passage),
            *person_in_prose(passage),
            *_granted(passage),
            *_number(passage),
            *first_said(passage, "institution", _STUDIED),
            *_FIELDS.read(views),
            *registered(views),
            *closing(views),
        ]
        found += sealed_by(views, found)
        found += first_said(passage, "discipline", _DISCIPLINE)
        return at_most_one([*found, *school_of(views, found)])


def _conferred(passage: Passage) -> Iterator[Fact]:
    """On whom the degree is conferred, where the name stands between the verb and the degree."""
    match = _CONFERRED.search(passage.text)
    if match and reads_as_a_name(match["n"]):
        yield fact("person_name", match["n"], passage, *match.span("n"))


def _granted(passage: Passage) -> Iterator[Fact]:
    match = _GRANTED.search(passage.text) or _TITLE.search(passage.text)
    if match is None:
        return
    yield fact("degree", match.group("g"), passage, match.start("g"), match.end("g"))
    if "d" not in match.groupdict():
        return
    start, end = match.span("d")
    named = _CONFERRED.match(passage.text, match.start())
    start = named.end() if named and reads_as_a_name(named["n"]) and named.end() < end else start
    discipline = passage.text[start:end]
    if discipline and discipline not in ("普通高等教育本科毕业生", "其"):
        yield fact("discipline", discipline, passage, start, end)


def _number(passage: Passage) -> Iterator[Fact]:
    match = _NUMBER.search(passage.text)
    if match:
        yield fact("certificate_number", match.group(), passage, match.start(), match.end())


EXTRACTOR = DegreeCertificate()

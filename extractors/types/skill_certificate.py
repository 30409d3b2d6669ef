"""职业技能等级证书 and 职业资格证书 of skilled workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.careers.plain_letters import OF_LETTER, attests
from extractors.careers.rosters import Column, members, without_rows
from extractors.closing import closing, sealed_issuer
from extractors.common import COMMON, registered
from extractors.grammar import values
from extractors.grammar.labels import Field, Value
from extractors.grammar.normal import tight
from extractors.grammar.organisations import is_organisation
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.signers import undated_signer
from extractors.under_title import under_title

_SIGNS = Signs(
    titles=(
        r"职业技能(?:等级|鉴定)?(?:合格)?(?:电子)?证书",
        r"(?:国家|中华人民共和国)?职业资格(?:电子)?证书",
        r"职业(?:技能|能力)[\u4e00-\u9fff()]{0,8}(?:证书?|证明书?)",
        r"职业资格(?:证明书?|鉴定[\u4e00-\u9fff]{0,4}证书?)",
        r"技能(?:等级|鉴定)[\u4e00-\u9fff()]{0,6}(?:证书?|证明书?)",
        r"工人[\u4e00-\u9fff()]{0,6}(?:等级|考核)[\u4e00-\u9fff()]{0,6}(?:证书?|证明书?)",
        r"(?i:occupationalqualification|occupationalskill|vocationalskill)",
        r"技师(?:资格|等级|合格)?证书",
        r"专项职业能力证书",
        r"技能人才评价(?:电子)?证书(?:全国)?(?:联网)?(?:查询)?",
        r"技术等级(?:岗位)?(?:证书?|证明书?)",
        r"(?:职业技能|职业资格|技能等级|技术等级)[\u4e00-\u9fff]{0,6}(?:合格)?人员(?:名单|名册|花名册|一览表)",
    ),
    wording=(
        r"工种|职业(?:名称|\(工种\)|方向)|职业技能",
        r"技能等级|(?:初|中|高)级工|技师|[一二三四五]级",
        r"理论|实操|技能(?:考核)?成绩|评定成绩",
        r"鉴定|评价机构|认定",
    ),
    against=(r"申报表|评审表|承诺|继续教育|任职资格",),
    alone=1.01,
)
_GRADE_APART = regex.compile(r"\s*国家职业资格\s*(?P<v>[一二三四五]级)")
_GRADE = regex.compile(r"[一二三四五]级|技师|[高中初]级(?:工|技能)|学徒工|^[高中初]级$")


def _stated_level(passage: Passage) -> Value | None:
    """A level in a place for levels; any other word there is none."""
    found = values.text(passage)
    if found and _GRADE.search(str(found.value)):
        return found
    match = _GRADE_APART.match(passage.text)
    return Value(match["v"], *match.span("v")) if match else None


_AND_LEVEL = regex.compile(r"(?P<v>[^/、\s]{2,20}?)\s?[(]?(?=[一二三四五]级|(?:特级|首席|高级)?技师|[高中初]级工)")
_BOTH = ("职业及等级", "职业(工种)及等级", "职业工种及等级", "工种及等级", "职业名称及等级", "职业(工种)及级别")


def _before_level(passage: Passage) -> Value | None:
    """An occupation with its level behind it (焊工二级/技师), without that."""
    match = _AND_LEVEL.match(passage.text)
    return Value(tight(match["v"]), *match.span("v")) if match else values.text(passage)


def _behind_occupation(passage: Passage) -> Value | None:
    """The level behind an occupation, where no words for it follow the number (维修电工三级)."""
    match = _AND_LEVEL.match(passage.text)
    found = _GRADE_LAST.match(passage.text, match.end()) if match else None
    return Value(found["v"], *found.span("v")) if found else None


_GRADE_LAST = regex.compile(r"(?P<v>[一二三四五]级)(?=\s|\)?$)")
_FIELDS = FieldSet(
    *COMMON,
    Field("occupation", _BOTH, _before_level),
    Field("skill_level", _BOTH, _behind_occupation),
    Field(
        "occupation",
        (
            "职业(工种)名称",
            "评价职业(工种)",
            "评价职业",
            "鉴定职业(工种)",
            "鉴定职业",
            "职业(工种)",
            "职业工种",
            "职业名称",
            "工种名称",
            "职业及工种",
            "职业方向",
            "工种",
            "职业",
        ),
        values.text,
    ),
    Field(
        "skill_level",
        ("职业技能等级", "技能等级", "职业资格等级", "职业等级", "资格等级", "等级", "级别"),
        _stated_level,
    ),
    Field(
        "issuer",
        ("评价机构", "鉴定机构", "鉴定(指导)中心", "鉴定指导中心", "考核机构", "鉴定单位", "认定机构", "评价单位"),
        values.organisation,
        wrap=True,
    ),
    Field("issue_date", ("评价日期", "鉴定日期", "认定日期"), values.date),
    Field("certificate_number", ("证书编码", "编码"), values.code),
    stops=(
        "理论知识考试",
        "操作技能考核",
        "理论知识考试成绩",
        "操作技能考核成绩",
        "评定成绩",
        "理论成绩",
        "技能成绩",
        "查询网址",
        "综合评审成绩",
    ),
)
_LEVEL = regex.compile(
    r"(?P<v>(?:[一二三四五]级\s?[/、]?\s?)?[((]?(?:特级技师|首席技师|高级技师|技师|高级工|中级工|"
    r"初级工|[高中初]级技能(?!人才|竞赛|鉴定|等级|培训))(?:[)）])?(?:\s?[/(]\s?(?:国家职业资格)?[一二三四五]级\)?)?)"
)
_OCCUPATION = (
    regex.compile(r"(?:具[备有]|取得|获得)(?P<v>[\u4e00-\u9fff]{2,14}?)(?=专项职业能力)"),
    regex.compile(
        r"具[备有](?P<v>(?!特级|首席|[高中初]级)[\u4e00-\u9fff]{2,14}?)(?=特级技师|高级技师|技师|[高中初]级工)"
    ),
    regex.compile(r"(?:职业|工种)(?:名称)?(?:为|[:：])(?P<v>[\u4e00-\u9fff()]{2,20}?)(?=[,，。;；、]|职业技能|等级)"),
    regex.compile(
        r"(?:职业|工种)[^\n]{0,6}及(?:技能)?(?:等级|级别)[:\sA-Za-z&]*(?P<v>(?![特高中初]级)[\u4e00-\u9fff]{2,14}?)[\s/(]*"
        r"(?=(?:国家职业资格)?[一二三四五]级|特级技师|高级技师|技师|高级工|中级工|初级工)"
    ),
    regex.compile(
        r"(?:经考[核评试][^,，。]{0,6}[,，]|从事)(?P<v>[\u4e00-\u9fff]{2,12}?)工种(?:(?:技术|技能)?等级|(?=[,，。]))"
    ),
    regex.compile(
        r"(?:通过|参加)了?(?P<v>[\u4e00-\u9fff]{2,16}?)(?:职业技能|职业资格|职业|技能)(?:等级)?(?:鉴定|评价|认定|考核|考试)"
    ),
    regex.compile(
        r"(?:取得|获得|达到|从事|考核|鉴定|评价|成绩合格)[,，]?(?:达到)?(?P<v>(?!具[有备])[\u4e00-\u9fff]{2,14}?)(?:职业技能|职业资格|职业|技能)?(?:等级)?(?:达到|为)?"
        r"(?:\([\u4e00-\u9fff]{2,10}\))?(?:[一二三四五]级|特级技师|高级技师|技师|高级工|中级工|初级工)"
    ),
    regex.compile(
        r"(?:具[备有]|取得|达到|获得|授予)(?P<v>[\u4e00-\u9fff]{2,14}?)(?=\([高中初]级\)(?:国家)?职业(?:技能|资格))"
    ),
    regex.compile(
        r"(?:具[备有]|取得|达到|获得|授予)(?P<v>[\u4e00-\u9fff]{2,14}?)(?=[高中初]级(?:国家)?职业(?:技能|资格))"
    ),
)


# The grade of an older 职业资格, which is called by no worker: 具备养殖工(中级)职业资格.
_OF_OCCUPATION = regex.compile(r"(?<=\p{Han})\(?(?P<v>[高中初]级)\)?(?=(?:国家)?职业(?:技能|资格))")
_NUMBER = regex.compile(
    r"证书(?:编)?号码?(?:\s?[:：为]|\s?Certificate\s?No\.?:?)\s*(?P<v>[A-Z0-9]{8,30})"
)  # in running text, broken over lines
_ASSESSOR = regex.compile(
    r"(?:经|由)(?P<v>[\u4e00-\u9fff()]{4,30}?(?:中心|公司|学院|学校|协会|局|厅|委员会|集团|基地|站|所))"
    r"(?=评价|鉴定|认定|考核|组织)"
)


_ATTESTED = regex.compile(
    r"证明[^。]{2,60}(?:取得|获得|持有|具[备有])[^。]{2,30}(?:[一二三四五]级|[高中初]级工?|技师)[^。]{0,20}(?:职业|技能)"
)


# A list of those who passed, a row each.
_OF_ROWS = {
    "occupation": Column(
        r"^(?:鉴定|评价|认定)?(?:职业|工种)(?:名称|[(/]?(?:工种)?\)?)?$", (("occupation", values.text),)
    ),
    "skill_level": Column(
        r"^(?:职业|技能|职业技能|鉴定|认定)?(?:技术)?(?:等级|级别)$", (("skill_level", _stated_level),)
    ),
    "certificate_number": Column(r"^(?:职业资格)?证书?(?:编号|编码|号码?)$", (("certificate_number", values.code),)),
}


class SkillCertificate:
    type: DocumentType = "skill_certificate"

    def recognise(self, view: PageView) -> float:
        return max(_SIGNS.score(view), OF_LETTER) if attests(view, _ATTESTED) else _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [*_FIELDS.read(views), *person_in_prose(passage), *first_said(passage, "occupation", *_OCCUPATION)]
        found += [*_level(passage), *first_said(passage, "issuer", _ASSESSOR)]
        found += [*first_said(passage, "certificate_number", _NUMBER), *registered(views)]
        found = [f for f in found if f.name != "issuer" or is_organisation(tight(str(f.value)))]
        if views and not any(f.name == "person_name" for f in found):
            found += under_title(views[0])
        several = members(views, _OF_ROWS)
        return at_most_one(
            [*several, *without_rows(found, several), *closing(views), *sealed_issuer(views), *undated_signer(views)]
        )


def _level(passage: Passage) -> Iterator[Fact]:
    match = _LEVEL.search(passage.text) or _GRADE_APART.search(passage.text) or _OF_OCCUPATION.search(passage.text)
    if match:
        start, end = match.span("v")
        cut = passage[start:end]
        cut = cut if cut.text.count("(") == cut.text.count(")") == 1 else cut.strip("()")
        yield fact("skill_level", cut.tight().printed(), cut)


EXTRACTOR = SkillCertificate()

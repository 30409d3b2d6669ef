"""单位公示及推荐证明: what an employer showed in public, from when to when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one
from extractors.closing import closing, employer_from_issuer, sealed_issuer
from extractors.common import PERSON
from extractors.grammar import names, values
from extractors.grammar.labels import Field
from extractors.layout import PageView
from extractors.periods import said_period, whole_dates
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import name_lists
from extractors.works.matching import hits, words
from extractors.works.surnames import may_be_a_name

_SIGNS = Signs(
    titles=(
        r"公示(?:期满?)?(?:(?:及|和|与|、)?(?:推荐|情况|结果|材料|意见|处理|异议)){0,4}(?:证明|说明|报告单?|汇报|函$|(?:登记|反馈|一览|情况|备案|备查){0,2}表)",
        r"(?:推荐|单位)(?:意见)?(?:公示|及公示)\p{Han}{0,8}(?:证明|说明|报告|表)?",
        r"(?:职称|任职资格|推荐|申报)\p{Han}{0,30}公示(?:\(.{1,8}\))?$",
        r"关于.{0,60}(?:公示|推荐)(?:情况|结果)?的(?:证明|说明|报告|函)",
        r"^公\s?示$|无异议证明|公示公告|公示书",
        r"关于.{0,60}的公示$",
    ),
    wording=(
        r"公示",
        r"(?:无|未|没有).{0,10}(?:异议|不同意见|反映|举报|投诉)|反映|受理电话|监督电话",
        r"公示(?:时间|期|期限|时限)|至.{2,20}日|个工作日",
        r"推荐|申报|评审|职称|任职资格|专业技术",
        r"材料|业绩|同志|公示栏|公告栏|网站|公开",
    ),
    against=(r"承诺书|通知如下|做好.{0,30}评审|拟录用|拟聘用|招标|中标|采购|摘要",),
    alone=1.01,
)
_FIELDS = FieldSet(
    *PERSON,
    Field(
        "person_name", words("申报人姓名 申报人 被公示人 被推荐人 公示对象 公示人员 推荐人选 推荐对象"), values.person
    ),
    Field(
        "employer",
        words("公示单位 推荐单位 工作单位 单位名称 申报单位 所在单位 单位"),
        values.organisation,
    ),
    Field(
        "start_date",
        words("公示时间 公示期限 公示期 公示起止时间 公示日期 公示时限"),
        values.period_start,
        wrap=True,
    ),
    Field(
        "end_date",
        words("公示时间 公示期限 公示期 公示起止时间 公示日期 公示时限"),
        values.period_end,
        wrap=True,
    ),
    Field(
        "start_date",
        words("公示开始时间 公示开始日期 公示起始时间 公示起始日期 公示开始 公示起始 公示起"),
        values.date,
    ),
    Field(
        "end_date",
        words("公示结束时间 公示结束日期 公示截止时间 公示截止日期 公示结束 公示截止 公示止"),
        values.date,
    ),
    stops=words("公示结果 公示情况 公示地点 公示方式 公示内容 申报职称 推荐意见 监督电话 联系人 异议情况 公示范围"),
)
_NONE = regex.compile(
    r"(?:均)?(?:无|没有|未)(?:收到|接到|发现|出现|提出)?(?:任何)?(?:单位|职工|群众|干部)*(?:和|或|及)?(?:个人"
    r"|人)*(?:对\p{Han}{0,16})?(?:提出|反映|有)?(?:任何)?(?:的)?(?P<o>(?:不良)?(?:异议|不同意见|问题反映|反对意见"
    r"|不良反映|投诉|举报|质疑|反映))"
)
_PLAIN = regex.compile(r"(?P<o>无(?:任何)?异议|没有异议|未有异议|均无异议)")
_SOME = regex.compile(
    r"(?<![未无没]|未接到|未收到|没有|如|若|对公示\p{Han}{0,8}|凡)(?P<o>(?:有|收到|接到|存在)(?:群众|职工"
    r"|\d+[条件封个起])?(?:的)?(?:异议|不同意见|举报|反映|投诉))(?!的)"
)
_OPEN = regex.compile(
    r"(?:如|若|凡|对).{0,30}异议|欢迎.{0,12}(?:监督|反映)|受理(?:电话|部门|单位)|请.{0,20}(?:反映|联系)"
)
_PERSON = regex.compile(
    r"申报\p{Han}{2,14}的(?P<n>[\p{Han}·]{2,8}?)(?:同志|老师)"
    r"|(?:关于|对|将|推荐|申报人|我单位|职工|拟推荐)(?P<n>(?![对将于就为的向])[\p{Han}·]{2,8}?)(?:同志|老师|等|申报"
    r"|的|\d|拟)"
)


class EmployerPublicity:
    type: DocumentType = "employer_publicity"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *_FIELDS.read(views),
            *said_period(passage),
            *_outcome(views),
            *_person(views),
            *person_in_prose(passage),
        ]
        found += [*name_lists.listed_names(views), *closing(views), *sealed_issuer(views)]
        kept = at_most_one([*whole_dates(found), *employer_from_issuer(found)])
        return [_as_employer(f, kept) if f.name == "issuer" else f for f in kept]


def _as_employer(issuer: Fact, found: Sequence[Fact]) -> Fact:
    """The issuer by the employer's whole name, where a worn seal shows only the end of it."""
    employer = next((str(f.value) for f in found if f.name == "employer"), "")
    return msgspec.structs.replace(issuer, value=employer) if employer.endswith(str(issuer.value)) else issuer


def _outcome(views: Sequence[PageView]) -> Iterator[Fact]:
    """无异议 or 有异议; nothing when the sheet only invites objections."""
    passage = sentence(views)
    for pattern, value in ((_PLAIN, "无异议"), (_NONE, "无异议"), (_SOME, "有异议")):
        for hit in hits(pattern, passage):
            before = hit.match.string[max(0, hit.match.start() - 12) : hit.match.start()]
            if value == "有异议" and _OPEN.search(before + hit[0]):
                continue
            yield hit.fact("outcome", 0, value)
            return


def _person(views: Sequence[PageView]) -> Iterator[Fact]:
    passage = sentence(views)
    for hit in hits(_PERSON, passage, overlapped=True):
        found = names.find(hit["n"])
        if found and len(found.value) == len(hit["n"]) and may_be_a_name(found.value):
            yield hit.fact("person_name", "n", found.value, trust=0.85)
            return


EXTRACTOR = EmployerPublicity()

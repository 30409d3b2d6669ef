"""单位公示及推荐证明: what an employer showed in public, from when to when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing, employer_from_issuer, organisation_of, sealed_issuer, segments
from extractors.common import PERSON
from extractors.grammar import dates, names, organisations, values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.periods import said_period, whole_dates
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import name_lists, official
from extractors.works.matching import hits, words
from extractors.works.surnames import may_be_a_name, reads_as_a_name

_SIGNS = Signs(
    titles=(
        r"公示(?:期满?)?(?:(?:及|和|与|、)?(?:推荐|情况|结果|材料|意见|处理|异议)){0,4}(?:证明|说明|报告单?|汇报|函$|(?:登记|反馈|一览|情况|备案|备查){0,2}表)",
        r"(?:推荐|单位)(?:意见)?(?:公示|及公示)\p{Han}{0,8}(?:证明|说明|报告|表)?",
        r"(?:职称|任职资格|推荐|申报|评审)\p{Han}{0,30}公示(?:情况|结果|意见|登记){0,2}(?:表|单|名单)?(?:\(.{1,8}\))?$",
        r"关于.{0,60}(?:公示|推荐)(?:情况|结果)?的(?:证明|说明|报告|函)",
        r"^公\s?示$|无异议证明|公示公告|公示书",
        r"关于.{0,60}的公示(?:及结果)?$",
        r"公示情况(?:及|和|与)推荐意见的(?:报告|函|说明)$",
        r"公示(?:情况|结果|意见|材料|审核|确认|反馈|登记|汇总|备案){0,3}(?:表|单|书|名单|记录|回执|情况)$",
        r"三公开(?:[、,]?\p{Han}推荐)?[\"“”]?\p{Han}{0,6}(?:监督)?(?:卡|表|证明|报告)",
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
_NOTHING = regex.compile(
    r"(?:均)?(?:无|没有|未)(?:收到|接到|提出|有)?(?:任何)?(?:不同|反对)?(?:意见|异议|反映)|(?:无|没有)[。]?\s*$"
)


def _nothing_said(passage: Passage) -> Value | None:
    """无异议 in a place for what colleagues said, where a bare 没有意见 says it too."""
    match = _NOTHING.match(passage.text.lstrip())
    start = len(passage.text) - len(passage.text.lstrip())
    return Value("无异议", start, start + match.end()) if match else None


_FIELDS = FieldSet(
    *PERSON,
    Field(
        "person_name",
        words("申报人姓名 申报人 申报者 被公示人 被推荐人 公示对象 公示人员 推荐人选 推荐对象"),
        values.person,
    ),
    Field(
        "employer",
        words("公示单位 推荐单位 工作单位 单位名称 申报单位 所在单位 单位"),
        values.organisation,
    ),
    Field(
        "start_date",
        words("公示时间 公示期限 公示期 公示起止时间 公示起止日期 公示起止 公示日期 公示时限 公开时间 公开起止日期"),
        values.period_start,
        wrap=True,
    ),
    Field(
        "end_date",
        words("公示时间 公示期限 公示期 公示起止时间 公示起止日期 公示起止 公示日期 公示时限 公开时间 公开起止日期"),
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
    Field(
        "outcome",
        words("公示结果 公示情况 公示反馈 异议情况 群众意见 群众反映 反映情况 反映问题及处理情况 反映问题情况"),
        _nothing_said,
    ),
    stops=words(
        "公示地点 公示方式 公示内容 公示范围 公开内容 公开方式 申报职称 申报职务 现任职务 推荐意见 监督电话 监督员签名"
        " 联系人"
    ),
)
_NONE = regex.compile(
    r"(?:均)?(?:无|没有|未)(?:收到|接到|发现|出现|提出)?(?:任何)?(?:单位|职工|群众|干部)*(?:和|或|及)?(?:个人"
    r"|人|来信|来电|来访|信访|[、,])*(?:对\p{Han}{0,16})?(?:提出|反映|有)?(?:任何)?(?:的)?(?P<o>(?:不良)?(?:异议|不同意见"
    r"|问题反映|反映问题|反对意见"
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
    r"|(?:关于|对|将|推荐|申报人|我单位|职工|人员|现有|兹有|我(?:[校院局所站台馆厂]|中心|公司)(?:职工|教师|员工)?|[。\n])(?P<n>(?![对将于就为的向])[\p{Han}·]{2,8}?)(?:同志|老师"
    r"|等|申报|的|\d|拟|[(,][男女]|[(,]?(?:公民)?身份证)"
)


_LETTER = 0.75
_LETTER_HEAD = regex.compile(
    r"(?:单位)?(?:职称|评审|申报|任职资格|专业技术){0,3}推荐(?:函|信|书|证明|报告)|(?:情况)?(?:证明|说明)(?:材料|信|函|书)?|(?:证明|说明)报告"
)
_REPORTED = regex.compile(
    r"公示(?!栏)[^。]{0,60}(?:。[^。]{0,24})?(?:无|没有?|未)(?!时)[^。]{0,16}(?:异议|意见|反映|举报|投诉)"
)
_FOR_A_TITLE = regex.compile(r"申报|评审|任职资格|职称|专业技术")
_SHORT = 900  # characters of a letter


def _reports(view: PageView) -> bool:
    """Whether a letter says that somebody's application was shown in public and met no objection."""
    text = view.tight
    return (
        len(text) <= _SHORT
        and not view.cells
        and any(_LETTER_HEAD.fullmatch(heading) for heading in view.headings)
        and _REPORTED.search(text) is not None
        and _FOR_A_TITLE.search(text) is not None
    )


class EmployerPublicity:
    type: DocumentType = "employer_publicity"

    def recognise(self, view: PageView) -> float:
        """A sheet named for the publicity, or a letter of the employer's that reports one: 推荐函, 证明."""
        reported = _LETTER if _reports(view) else 0.0
        return max(reported, _SIGNS.score(view))

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *_FIELDS.read(views),
            *said_period(passage),
            *_outcome(views),
            *_person(views),
            *person_in_prose(passage),
        ]
        found += [
            *_countersigned(views),
            *name_lists.listed_names(views),
            *official.shown_on(views),
            *closing(views),
            *sealed_issuer(views),
        ]
        found += [*_at_work(passage), *_signed_alone(views)]
        several = _one_a_line(views)
        if (
            len(name_lists.in_columns(views)) >= _SEVERAL and not several
        ):  # a list of several is about none of them more than the others
            found = [f for f in found if f.name not in _OF_ONE]
        found = [f for f in (*several, *found) if not (several and f.name in _OF_ONE)]
        kept = at_most_one([*whole_dates(found), *employer_from_issuer(found)])
        return [_as_employer(f, kept) if f.name == "issuer" else f for f in kept]


_OF_ONE = ("person_name", "gender", "birth_date", "id_number")
_ON_A_LINE = regex.compile(r"\s*(?:\d{1,2}[.、]\s?)?(?P<n>[\p{Han}·]{2,20})\s?[,:]\s?[男女](?=[,。\s]|$)")


def _one_a_line(views: Sequence[PageView]) -> list[Fact]:
    """The ``names`` of a notice that presents several, each on a line of its own: 罗小明,男,1978年5月出生. What it says
    of the first is then not said of the one whose dossier it stands in."""
    lines = [(line, match) for view in views for line in view.lines if (match := _ON_A_LINE.match(line.text))]
    named = [(line, match) for line, match in lines if may_be_a_name(match["n"])]
    if len(named) < _SEVERAL:
        return []
    here = joined([line.passage[slice(*match.span("n"))] for line, match in named], "、")
    return [fact("names", tuple(match["n"] for _, match in named), here)]


_SEVERAL = 2


def _countersigned(views: Sequence[PageView]) -> Iterator[Fact]:
    """Who signs and when, where a block at the end has two signers beside each other: the employer stands on the left,
    its authority (主管部门) on the right."""
    for view in views:
        for upper, lower in pairwise(view.lines):
            offices, days = list(segments(upper)), list(segments(lower))
            signed = [organisation_of(part) for part in offices]
            dated = [found for part in days if len(found := dates.find(part.text)) == 1 and len(part) < _DAY]
            if len(signed) == len(dated) == 2 and all(signed) and signed[0]:
                yield fact("issuer", signed[0].tight().printed(), signed[0], trust=0.95)
                yield fact("issue_date", dated[0][0].value, days[0], dated[0][0].start, dated[0][0].end, trust=0.95)
                return


_DAY = 16  # characters of a segment that holds a date and nothing else
_AT_WORK = regex.compile(
    r"(?:同志|老师|先生|女士)(?:现|一直)?在(?P<v>\p{Han}{4,30}?)(?:工作|任职|从事)"
    r"|[,。\n](?P<v>\p{Han}{4,30}?)对(?:以下|下列|\p{Han}{2,8}等)[^。]{0,40}公示"
    r"|(?:现|目前|该同志)(?:从业|就职|就业|供职|任职)于(?P<v>[\p{Han}()]{4,30}?)(?=[,。;从])"
)


def _at_work(passage: Passage) -> Iterator[Fact]:
    """The employer as a sentence names it: 罗小明老师在云山县歌舞团工作."""
    for hit in hits(_AT_WORK, passage):
        if organisations.is_organisation(hit["v"]):
            yield hit.fact("employer", "v", trust=0.9)
            return


_STAMPED = regex.compile(r"^\s*(?:推荐|申报)?单位(?:名称)?\s?\((?:盖章|公章|章)\)\s?[:：]\s*(?P<v>[^\t]+)")


def _signed_alone(views: Sequence[PageView]) -> Iterator[Fact]:
    """The employer where it signs without a date beside it: in the place for its stamp (单位(盖章):), or alone on the
    last line of a notice."""
    for line in (line for view in views for line in view.lines):
        match = _STAMPED.match(line.text)
        name = organisation_of(line.passage[slice(*match.span("v"))]) if match else None
        if name:
            yield fact("issuer", name.tight().printed(), name, trust=0.9)
            return
    last = views[-1].lines[-1] if views and views[-1].lines else None
    name = organisation_of(last.passage) if last else None
    if name:
        yield fact("issuer", name.tight().printed(), name, trust=0.85)


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
        if found and len(found.value) == len(hit["n"]) and reads_as_a_name(found.value):
            yield hit.fact("person_name", "n", found.value, trust=0.85)
            return


EXTRACTOR = EmployerPublicity()

"""博士后证书: entering and leaving a station, and grants of the postdoctoral foundation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.closing import closing, sealed_issuer
from extractors.common import COMMON
from extractors.grammar import names, values
from extractors.grammar.labels import Field
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period
from extractors.prose import NAME, person_in_prose, sentence, without_english
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works.surnames import reads_as_a_name

_SIGNS = Signs(
    titles=(
        r"博士后(?:研究人员)?(?:出站|进站|工作期满)?证(?:书|明)",
        r"中国博士后科学基金.{0,8}资助(?:证书|通知)",
        r"博士后[\u4e00-\u9fff()]{0,16}(?:证书?|证明书?|(?:通知|批准)书|(?:审批|备案|登记|考核|鉴定)表)",
        r"博士后[\u4e00-\u9fff()]{0,8}查询(?:结果)?$",
        r"(?i:post-?doctoral(?:fellow|researcher)?certificate)",
    ),
    wording=(r"博士后", r"流动站|工作站|设站单位", r"进站|出站|期满", r"博士后管理委员会|博士后科学基金"),
    against=(r"申报表|评审表|承诺|摘要|关键词|录用|期刊",),
    alone=0.74,
)
_FIELDS = FieldSet(
    *COMMON,
    Field("person_name", ("博士后姓名", "博士后人员姓名", "研究人员姓名"), values.person),
    Field("certificate_number", ("博士后编号",), values.code),
    Field(
        "institution",
        (
            "博士后设站单位",
            "设站单位名称",
            "设站单位",
            "工作站名称",
            "流动站名称",
            "博士后工作单位",
            "依托单位",
            "工作单位",
            "单位名称",
            "所在单位",
            "建站单位",
            "招收单位",
        ),
        values.organisation,
        wrap=True,
    ),
    Field(
        "start_date",
        (
            "进站时间",
            "进站日期",
            "批准进站日期",
            "批准进站时间",
            "进站",
            "入站时间",
            "入站日期",
            "在站时间",
            "研究工作时间",
            "在站起止时间",
            "工作期限",
        ),
        values.period_start,
    ),
    Field(
        "end_date",
        ("出站时间", "出站日期", "期满出站日期", "期满出站时间", "批准出站日期", "期满时间", "期满日期", "出站"),
        values.date,
    ),
    Field("end_date", ("在站时间", "研究工作时间", "在站起止时间", "工作期限"), values.period_end),
    Field(
        "fund_number",
        ("资助编号", "基金编号", "资助证书编号", "基金资助编号", "博士后基金编号", "项目编号", "资助项目编号"),
        values.code,
    ),
    stops=("一级学科", "研究方向", "合作导师", "资助金额", "资助等级", "流动站学科"),
)
_OURS = r"[\u4e00-\u9fff()]{0,24}?[我本你贵](?:单位|公司|[校院所站])"  # which no name says
_STATION = (
    regex.compile(
        rf"(?:于|在|进入|到|至|,)(?P<v>(?![在于到至])(?!{_OURS})[\u4e00-\u9fff()]{{2,40}}?(?:大学|学院|公司|研究院|科学院|研究所|医院|集团|中心))"
        r"(?=(?!博士后|国家|省级)(?:(?!大学|学院|公司|研究院|研究所|医院|集团|中心)[\u4e00-\u9fff()]){2,14}"
        r"博士后(?:科研|研究)?流动站)"
    ),
    regex.compile(
        rf"(?:于|在|进入|到|至|,)(?P<v>(?![在于到至])(?!{_OURS})[\u4e00-\u9fff()]{{4,40}}?"
        r"博士后(?:科研|研究)?(?:流动站|工作站|创新实践基地))"
    ),
    regex.compile(
        r"(?:于|在|进入|到|至|,)(?P<v>[\u4e00-\u9fff()]{4,30}?)(?:[\u4e00-\u9fff]{0,16}(?:学科|专业|一级学科))?博士后站"
    ),
    regex.compile(
        r"在(?P<v>[\u4e00-\u9fff()]{4,30}?(?:大学|学院|公司|研究院|科学院|研究所|医院|集团|中心))"
        r"(?=\s?(?:从事|完成|做|进行|开展)(?:了|的)?博士后)"
    ),
    regex.compile(
        r"在(?P<v>[\u4e00-\u9fff()]{4,30}?(?:大学|学院|公司|研究院|研究所|医院|集团|中心))[^。]{0,24}从事博士后"
    ),
    regex.compile(
        r"(?:进入|在|到)(?P<v>[\u4e00-\u9fff()]{2,30}?(?:大学|学院|公司|研究院|科学院|研究所|医院|集团|中心))"
        r"(?=[\u4e00-\u9fff]{0,12}(?:工作|研究)[,，。;；])"
    ),
    # A grant's notice to the body where the researcher works.
    regex.compile(
        r"(?:^|\n|[函知复])(?P<v>(?!关于)[\u4e00-\u9fff()]{4,40}):(?=[^。]{0,60}?[你贵](?:单位|校|院|所|站|中心|公司))"
    ),
)
_FUND = (
    regex.compile(r"(?<![\dA-Za-z])(?P<v>(?:19|20)\d{2}[MT]\d{6}|(?:19|20)\d{2}M\d{3,5}|BX\d{6,9})(?![\dA-Za-z])"),
    regex.compile(r"(?:资助|基金)(?:证书)?编?号(?:为|是)?[:：]?\s?(?P<v>(?:19|20)\d{8,9})(?!\d)"),
)


_OF_GRANT = 0.75
_GRANTED = regex.compile(r"博士后科学基金(?:(?!博士后)[^。]){0,24}资助[\s\S]{0,20}(?:资助)?(?:编号|金额)")


def _is_grant(view: PageView) -> bool:
    """Whether the foundation itself tells of a grant: its name is the head, 资助通知 or 资助证书 stands under it."""
    titled = any(_GRANT.fullmatch(heading) for heading in view.headings)
    return titled and _FOUNDATION in view.headings and bool(_GRANTED.search(view.tight))


_FOUNDATION = "中国博士后科学基金会"
_GRANT = regex.compile(r"(?:获)?资助(?:通知书?|证书?|证明)")


class PostdocCertificate:
    type: DocumentType = "postdoc_certificate"

    def recognise(self, view: PageView) -> float:
        score = _SIGNS.score(view)
        return max(score, _OF_GRANT) if _is_grant(view) else score

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = without_english(sentence(views))
        found = [
            *_FIELDS.read(views),
            *person_in_prose(passage),
            *_researcher(passage),
            *first_said(passage, "institution", *_STATION),
            *said_period(passage),
            *_in_and_out(passage),
            *first_said(passage, "fund_number", *_FUND),
        ]
        found += [*closing(views), *sealed_issuer(views)]
        return at_most_one([*found, *_own_station(passage, found)])


_OWN = regex.compile(r"(?:系|为|在|于|进入)(?:我|本)(?:单位|校|院|所|公司|站)[^。]{0,16}博士后")


def _own_station(passage: Passage, found: Sequence[Fact]) -> Iterator[Fact]:
    """Who signs, as the station's body: 系我单位博士后科研工作站博士后."""
    issuer = next((f for f in found if f.name == "issuer"), None)
    if issuer is not None and _OWN.search(passage.text):
        yield msgspec.structs.replace(issuer, name="institution")


_ADDRESSED = regex.compile(rf"(?:^|\n)(?P<n>{NAME})博士(?:后)?\s?[:：]")
_RESEARCHER = regex.compile(
    rf"(?:^|\n)(?P<n>{NAME})(?<![司站院校所学])(?:同志|博士)?[,，]?\s?(?=于(?:(?:19|20)\d\d|[〇○零一二三四五六七八九]{{4}})年)"
)
# 你单位博士后李明申报的项目
_APPLICANT = regex.compile(
    rf"(?:同意|批准|接收|招收)(?P<n>{NAME})(?=(?:博士|同志)?(?:[(](?:性别:?)?[男女]|[进入出]站|进入))|"
    rf"博士后(?:研究?人员)?(?P<n>{NAME})(?=(?:博士|同志)?(?:申报|申请|获得|承担|主持|[(,](?:性别:?)?[男女]))"
)


def _researcher(passage: Passage) -> Iterator[Fact]:
    """Whom the sentence is about where it begins with the name: 李明于2015年9月1日至….在…从事博士后研究."""
    match = next((m for p in (_ADDRESSED, _RESEARCHER, _APPLICANT) if (m := p.search(passage.text))), None)
    found = names.find(match["n"]) if match else None
    if match and found and reads_as_a_name(found.value):
        start = match.start("n") + found.start
        yield fact("person_name", found.value, passage, start, match.start("n") + found.end)


def _in_and_out(passage: Passage) -> Iterator[Fact]:
    """Dates of entering and leaving, each named by its own verb."""
    for name, pattern in (("start_date", _IN), ("end_date", _OUT)):
        match = pattern.search(passage.text)
        value = values.date(passage[match.start("v") : match.end("v")]) if match else None
        if match and value:
            yield fact(name, value.value, passage, match.start("v") + value.start, match.start("v") + value.end)


_DATE = r"(?P<v>(?:(?:19|20)\d\d|[〇○零一二三四五六七八九]{4})[年./-][^,，。;；\n至到]{1,9}?[日号月\d])"
_IN = regex.compile(rf"{_DATE}(?:起)?(?:经\p{{Han}}{{0,8}}批准)?(?:进站|进入|入站)")
_OUT = regex.compile(
    rf"{_DATE}(?:期满)?(?:经?考核(?:合格|通过)[,，]?)?(?:办理(?:完|了)?)?(?:准予|批准)?(?:出站|期满|完成)"
)
EXTRACTOR = PostdocCertificate()

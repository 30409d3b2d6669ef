"""What a letter says of a project: which one, under what number, who set it, in what role somebody worked, from when to
when."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import fact
from extractors.grammar import dates
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works import honours
from extractors.works.matching import first, hits

_WORK = tuple(
    regex.compile(pattern)
    for pattern in (
        r"(?:的|项目|课题|承担|主持|参与|参加|完成|为|申报|关于|对|批准|同意)[《“\"](?P<t>[^》”\"]{4,120})[》”\"]",
        r"[《“\"](?P<t>[^》”\"]{4,120})[》”\"](?=[(]|的?(?:项目|课题|研究|成果|计划)|[,，])",
        r"(?:主持|参与|参加|承担|完成)(?:了|的|并完成)?(?:\p{Han}{2,16}(?:级|厅|局|省|部|委)的?)?(?:科研"
        r"|研究)?(?:项目|课题)[:：]?(?P<t>[\p{Han}A-Za-z0-9、()·\-]{6,60}?)(?=[,，。;；(]|项目|课题)",
    )
)
_NUMBER = regex.compile(
    r"(?:(?:项目|课题|立项|批准|合同|计划|任务书)(?:批准|合同|登记)?(?:编)?号|(?<=项目|课题|[》”\"])[(]编号)(?:为|是"
    r"|[:：])?(?P<n>[A-Za-z0-9\p{Han}〔\[(]{0,10}?[\[〔(]?[A-Za-z0-9][A-Za-z0-9\-—./〕\])号]{3,28})(?=[,，。;；)"
    r"、\s]|$)"
)
_SAID_ROLE = regex.compile(
    r"(?:同志|老师|本人|\))[,，]?(?:在|于|为|系|是|作为)?[^。;；]{0,60}?(?P<r>主持(?![人单])|(?:项目|课题)负责人(?=[,，。;；)]|$)|(?<=[为系是作任])(?:该|本)?(?:项目|课题)负责人|主要参与人?"
    r"|主要参加人?|主要完成人|骨干成员|参与|参加|承担|负责)"
)
_FUNDER = regex.compile(
    r"(?:经|由|获|是|为|系|受)(?P<f>[\p{Han}()]{4,30}?(?:厅|局|委员会|基金委|部|办公室|政府|院|大学|学会|协会|中心"
    r"|公司))(?:批准|立项|下达|资助|组织|委托|批复|验收)"
)


_NUMBERED = r"(?:\((?:(?:项目|课题)?编号|项目|课题)[:：]?(?P<n>[A-Za-z0-9\-—〔〕\[\]]{4,30})\))"
# a letter that names the project first: 某项目(项目编号:…)由某局下达
SET_BY = regex.compile(
    rf"(?:^|[\n。])(?:\p{{Han}}{{0,10}}(?:证明|说明))?(?P<t>[\p{{Han}}A-Za-z0-9()、“”《》·\-—]{{6,60}}?){_NUMBERED}?由(?P<f>[\p{{Han}}]{{2,24}}?(?:厅|局|委员会|[委部院]"
    rf"|办公室|政府|大学|学会|协会|中心|公司))(?:下达|立项|批准立项|委托){_NUMBERED}?"
)
_UNDERTAKEN = regex.compile(
    r"(?:承担|主持|参与|参加|完成)(?:了|的)?(?P<f>(?:(?!承担|由|的)\p{Han}){2,16}?(?:厅|局|委员会|科技部|教育部|基金委))的?"
    r"(?=\p{Han}{2,24}?(?:课题|项目|计划|专项)[《“\"(])"
)
_NO_TITLE = regex.compile(r"通知|办法|规定|意见|证书|(?:\.{2,}|…+)$")  # the last: a title cut short in a heading


def said(passage: Passage) -> Iterator[Fact]:
    """project_name, project_number, rank, role and funder as the sentences give them."""
    set_by = first(SET_BY, passage)
    if set_by:
        yield set_by.fact("project_name", "t")
        yield set_by.fact("funder", "f")
        if set_by["n"]:
            yield set_by.fact("project_number", "n")
    for pattern in _WORK:
        hit = next((h for h in hits(pattern, passage) if not _NO_TITLE.search(h["t"])), None)
        if hit:
            yield hit.fact("project_name", "t")
            break
    for hit in hits(_NUMBER, passage):
        yield hit.fact("project_number", "n", hit["n"].rstrip(")") if "(" not in hit["n"] else hit["n"])
        break
    yield from honours.rank_said(passage)
    role = first(_SAID_ROLE, passage)
    if role:
        yield role.fact("role", "r", trust=0.9)
    funder = first(_UNDERTAKEN, passage) or first(_FUNDER, passage)
    if funder:
        yield funder.fact("funder", "f", trust=0.9)


_TURNS = (
    ("start_date", regex.compile(r"\s?(?:正式)?(?:启动|立项|开始|开展|实施|起)")),
    ("end_date", regex.compile(r"\s?(?:全部|如期|按期)?(?:完成|结题|结项|结束|通过|验收)")),
)


def begun_and_done(passage: Passage) -> Iterator[Fact]:
    """When the work began and when it was done, each by its own verb: 于2015年7月启动,2017年11月完成."""
    for date in dates.find(passage.text):
        for name, pattern in _TURNS:
            if pattern.match(passage.text, date.end):
                yield fact(name, date.value, passage, date.start, date.end, trust=0.9)

"""专业技术工作总结, 业务自传, 述职报告: free text about one's own work; its claims are read by"
" ``extractors.freetext``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing
from extractors.grammar import dates, names, values
from extractors.grammar.labels import Field
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.prose import person_in_prose
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.under_title import under_title
from extractors.works.matching import first, words
from extractors.works.surnames import reads_as_a_name

_SIGNS = Signs(
    titles=(
        r"(?:个人)?(?:专业技术|业务|任\p{Han}{2,10}以来(?:的)?(?:专业技术|业务)?|任现职以?来?|任期|教育教学|申报\p{Han}{2,12}|技术|年度"
        r"|述职)?(?:个人)?(?:业务)?(?:工作)(?:业务)?(?:总结|报告|小结|自述|述职)(?:报告)?(?:\(.{1,12}\))?$",
        r"(?:工作|业务|技术)汇报(?:材料)?$|业务自传|述职报告|个人总结|业绩报告|专业技术(?:工作)?(?:报告|总结|自传|业绩总结)|破格申报(?:业绩)?报告"
        r"|工作业绩(?:报告|总结)|(?:以来|期间)\p{Han}{0,6}(?:总结|小结)$|^(?:个人)?(?:业务|技术|专业)总结$",
    ),
    wording=(
        r"本人|我(?:于|自|在|从|是|叫|一直|始终|先后)|笔者",
        r"(?:任现职|任职)以来|参加工作|从事.{2,24}工作|取得.{2,24}(?:资格|职称)",
        r"思想|政治|学习|业务|专业|技术",
        r"主持|参与|完成|撰写|发表|获|承担|负责",
        r"总结|今后|努力|不足|成绩",
    ),
    against=(
        r"摘要\n?[:：]|关键词|中图分类号|甲方|评审表|申报表|年度考核(?:登记)?表|任务书|申请书|验收|公示|兹证明|结题"
        r"|政治面貌\p{Han}{0,12}文化程度|分管工作|主管领导评语|学生手册|实习(?:报告|手册|鉴定|总结)",
    ),
    alone=1.0,
)
_FIELDS = FieldSet(
    Field(
        "person_name",
        words("姓名 总结人 自传人 述职人 报告人 申报人 本人签名 签名 撰写人 汇报人"),
        values.person,
    ),
    Field("employer", ("工作单位", "所在单位", "单位"), values.organisation),
    Field("issue_date", ("日期", "撰写日期", "填表日期"), values.date),
    stops=words("申报专业 申报职称 现任职务 拟申报职称 申报资格"),
)
_ON_COVER = FieldSet(Field("issue_date", words("时间 完成时间"), values.date))
_NAMED = tuple(
    regex.compile(pattern)
    for pattern in (
        r"(?:本人|我叫|我是|我|本人姓名)[,:]?(?:姓名)?(?P<n>\p{Han}{2,4}|\p{Han}{1,6}·\p{Han}{1,6})(?=[,，、(（:]"
        r"|男|女|同志)",
        r"(?:我是|我系|本人系|本人是)\p{Han}{4,24}?(?:教师|医[师生]|护士|职工|干部|会计|员工|工程师|技术员)"
        r"(?P<n>\p{Han}{2,4}|\p{Han}{1,6}·\p{Han}{1,6})(?=[。,，])",
        r"(?:我是|我系|我来自)(?:来自)?\p{Han}{4,24}?的(?P<n>\p{Han}{2,4}|\p{Han}{1,6}·\p{Han}{1,6})(?=[。,，!])",
        r"(?:总结|报告|自传|述职)\((?P<n>\p{Han}{2,4}|\p{Han}{1,6}·\p{Han}{1,6})\)$",
        r"^(?P<n>\p{Han}{2,4})(?<![与和及])(?:同志)?(?:的)?(?:个人)?(?:专业技术|业务|任现职|述职|工作)",
    )
)


_TITLE = regex.compile(
    r"(?!.*(?:学习|实习|培训|进修|会议|活动))[\p{Han}()]{2,24}(?:总结|小结|汇报|述职|自述|自传)(?:报告|材料)?(?:\(.{1,12}\))?"
)
_SELF = regex.compile(r"本人|(?:^|[,。;；])我|我(?:是|于|在|从|主持|参加|参与|负责|始终|现)")
_OF_TITLE = 0.75


def _entitled(view: PageView) -> bool:
    """Whether a page of prose about oneself bears the title of a summary and nothing else in its line, on its first one
    in whatever size."""
    lines = [tight(line.text) for line in view.lines[:1]] + list(view.headings[:3])
    return any(map(_TITLE.fullmatch, lines)) and _SELF.search(view.tight) is not None and not view.cells


class WorkSummary:
    type: DocumentType = "work_summary"

    def recognise(self, view: PageView) -> float:
        score = max(_SIGNS.score(view), _OF_TITLE if _entitled(view) else 0.0)
        return score if len(view.tight) > 80 or _is_cover(view) else score * 0.5

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found = [
            *_FIELDS.read(views),
            *under_title(views[0]),
            *_named(views),
            *(f for f in person_in_prose(views[0].passage) if f.name != "person_name" or reads_as_a_name(str(f.value))),
            *_signed(views),
            *_signed_on(views),
            *(_ON_COVER.read(views[:1]) if _is_cover(views[0]) else ()),
            *closing(views),
        ]
        return at_most_one(f for f in found if f.name != "issuer")


_COVER = regex.compile(
    r"(?:^|\n)(?:姓名|单位|工作单位|所在单位|申报(?:专业|职称|系列|资格)|(?:现任)?职务|时间|日期|专业)(?=:)"
)


def _is_cover(view: PageView) -> bool:
    """Whether a short page is the cover of one: whose it is, where from and what for, each beside its label."""
    lines = "\n".join(tight(line.text) for line in view.lines)
    return len(set(_COVER.findall(lines))) >= 3


def _named(views: Sequence[PageView]) -> Iterator[Fact]:
    for line in views[0].lines[:14]:
        for pattern in _NAMED:
            hit = first(pattern, line.passage)
            if hit and reads_as_a_name(hit["n"]) and (found := names.find(hit["n"])):
                yield hit.fact("person_name", "n", found.value)
                return


def _signed(views: Sequence[PageView]) -> Iterator[Fact]:
    """A name alone above the last date, or alone in the second line."""
    last = views[-1].lines
    for at in range(len(last) - 1, 0, -1):
        if dates.find(last[at].text):
            yield from _alone(views[-1], at - 1)
            break
    yield from _alone(views[0], 1)


_OWN = regex.compile(r"(?:本人|总结人|自传人|述职人|报告人|申报人|汇报人|撰写人)(?:签[名字章])?:")


def _signed_on(views: Sequence[PageView]) -> Iterator[Fact]:
    """The date beside or under the writer's own signature: a unit that confirms the paper dates it later."""
    for view in reversed(views):
        for line, below in reversed(list(zip_longest(view.lines, view.lines[1:]))):
            own = _OWN.search(tight(line.text))
            for near in (line, below) if own else ():
                found = dates.find(near.text) if near else []
                if near and found and (near is line or len(tight(near.text)) < 20):
                    yield fact("issue_date", found[-1].value, near.passage, found[-1].start, found[-1].end)
                    return


def _alone(view: PageView, at: int) -> Iterator[Fact]:
    if not 0 <= at < len(view.lines):
        return
    bare = view.lines[at].passage.bare()
    found = names.find(bare.text)
    if found and found.value == bare.text and reads_as_a_name(found.value):
        yield fact("person_name", found.value, bare, trust=0.9)


EXTRACTOR = WorkSummary()

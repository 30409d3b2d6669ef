"""诚信承诺书 and 材料真实性承诺."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.closing import closing
from extractors.common import PERSON
from extractors.grammar import dates, names, values
from extractors.grammar.labels import Field
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works.surnames import reads_as_a_name

# the last page of an application form, on which the applicant declares and the offices decide
_OPINION = r"呈报单位意见|推荐意见|用人单位\p{Han}{0,8}意见|基层单位意见|主管部门意见"
_SIGNS = Signs(
    titles=(
        r"[\u4e00-\u9fff()]{0,16}承诺书",
        r"^(?:诚信|真实性|材料真实性|个人诚信|申报人诚信|申报材料)承诺$",
        r"^(?=.*(?:申报|职称|诚信|评审|材料|资料|真实))(?!申报(?:人|者|单位)承诺)[\u4e00-\u9fff()]{4,16}承诺$",
        r"(?:诚信|真实性?|材料|资料|申报人?|个人)[\u4e00-\u9fff()]{0,6}(?:声明|保证)书?$",
        r"(?:诚信|真实性?)承诺[\u4e00-\u9fff]{0,12}[表单]$",
        r"材料(?:真实性)?(?:确认|审核)(?:审核)?表",
    ),
    wording=(
        r"承诺|保证|声明",
        r"真实|属实",
        r"弄虚作假|虚假|伪造|不实",
        r"愿意|自愿|接受|承担|责任|取消|撤销",
        r"(?:承诺|保证|声明|申报)人|签名|签字",
    ),
    against=(
        r"评审表|申报表.{0,20}(?:基本情况|封面)|个人简历|学习经历|录用通知",
        _OPINION,
    ),
    alone=0.99,
)
_BARE = Signs(
    titles=(r"^(?:保证|声明)书$", r"^(?:个人)?(?:承诺|声明|保证)$"),
    wording=(r"真实|属实|无假|不虚", r"虚假|不实|后果|作假"),
    against=(_OPINION,),
)
_APPLIED = regex.compile(r"职称|评审|申报|任职资格|晋[升级]")
_FIELDS = FieldSet(
    *PERSON,
    Field(
        "person_name",
        (
            "承诺人姓名",
            "申报人姓名",
            "保证人",
            "声明人",
            "承诺人签名",
            "承诺人签字",
            "承诺人",
            "申报人签名",
            "申报人签字",
            "申报人",
            "本人签名",
            "本人签字",
            "作者签名",
            "电子签名",
            "电子签章",
            "手写签名",
        ),
        values.person,
        below=False,
    ),
    Field(
        "issue_date",
        (
            "承诺日期",
            "承诺时间",
            "签署日期",
            "签署时间",
            "日期",
            "签名日期",
            "签名时间",
            "签字日期",
            "签字时间",
            "声明日期",
            "保证日期",
            "提交时间",
            "确认时间",
        ),
        values.date,
    ),
    stops=("申报职称", "申报专业", "联系电话", "单位审核意见"),
)
_SELF = regex.compile(
    r"(?:本人|我叫|我是)[:：]?(?P<n>[\u4e00-\u9fff·]{2,12}?)(?=[,，(]|身份证|系|郑重|现|自愿|承诺|保证|申报)"
)
_UNDER = regex.compile(r"\s*\((?P<n>\p{Han}{2,4}|\p{Han}{1,8}·[\p{Han}·]{1,8})[,，](?:联系)?(?:电话|手机)[^()]*\)\s*")
_IDENTIFIED = regex.compile(
    r"(?:本人|我叫|我是)[:：]?(?P<v>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff·]{1,8})"
    r"[,，(]\s?(?:性别|[男女][,，)]|(?:居民|公民)?身份(?:证|号码))"
)


class IntegrityPledge:
    type: DocumentType = "integrity_pledge"

    def recognise(self, view: PageView) -> float:
        score = _SIGNS.score(view)
        return max(score, _BARE.score(view)) if _APPLIED.search(view.tight) else score

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *first_said(passage, "person_name", _IDENTIFIED),  # printed; a signature is read less surely
            *_FIELDS.read(views),
            *_signed_on(views),
            *_myself(views),
            *person_in_prose(passage),
            *closing(views),
        ]
        return at_most_one(f for f in found if f.name != "issuer")


_SIGNED = regex.compile(
    r"(?:(?:承诺|申报|声明|保证|申请)[人者]|本人)\(?(?:签名|签字|签章)\)?:?[\p{Han}·]{0,6}(?:(?:签名|签字|承诺)?日期:?)?$"
)


def _signed_on(views: Sequence[PageView]) -> Iterator[Fact]:
    """The date beside or right under the person's own signature: below it the employer may sign on another day."""
    for view in views:
        for line in view.lines:
            for date in dates.find(line.text):
                if date.precision == "day" and _SIGNED.search(tight(line.text[: date.start])):
                    yield fact("issue_date", date.value, line.passage, date.start, date.end)
                    return
        for line, below in pairwise(view.lines):
            dated = dates.find(below.text)
            alone = len(dated) == 1 and dated[0].precision == "day" and _only(below.text, dated[0])
            if alone and _SIGNED.search(tight(line.text)):
                yield fact("issue_date", dated[0].value, below.passage, dated[0].start, dated[0].end)
                return


def _only(text: str, date: dates.Found) -> bool:
    """Whether a line holds a date and at most the word for one."""
    return not tight(text[date.end :]) and tight(text[: date.start]) in ("", "日期:", "时间:")


def _myself(views: Sequence[PageView]) -> Iterator[Fact]:
    passage = sentence(views)
    for match in _SELF.finditer(passage.text):
        name = names.find(match.group("n"))
        if name is None or regex.search(r"自愿|郑重|承诺|保证|对|所|已|申报|在此", name.value):
            continue
        if not reads_as_a_name(name.value):
            continue
        yield fact("person_name", name.value, passage, match.start("n"), match.start("n") + name.end)
        break
    for line in (line for view in views for line in view.lines):
        under = _UNDER.fullmatch(line.text)
        if under and reads_as_a_name(under["n"]):
            yield fact("person_name", under["n"], line.passage, *under.span("n"))


EXTRACTOR = IntegrityPledge()

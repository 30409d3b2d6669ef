"""职称证书: 专业技术资格证书, 专业技术职务任职资格证书, paper or electronic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.careers.plain_letters import OF_LETTER, attests
from extractors.careers.title_sentences import titles_said
from extractors.closing import closing, sealed_issuer
from extractors.common import COMMON, registered
from extractors.grammar import titles, values
from extractors.grammar.labels import Field, Value
from extractors.grammar.normal import tight
from extractors.grammar.series import series
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.signers import undated_signer

_SIGNS = Signs(
    titles=(
        (
            r"(?:[\u4e00-\u9fff]{2,4}(?:省|自治区|市))?(?:初级|中级|副?高级|正高级)?(?:专业技术|"
            r"工程技术)(?:职务)?(?:任职)?(?:人员)?(?:职业)?(?:资格|职称)(?:电子)?证书?"
        ),
        (
            r"(?:[\u4e00-\u9fff]{2,4}(?:省|自治区|市))?(?:初级|中级|副?高级|"
            r"正高级)?(?:专业技术)?职称(?:电子)?(?:资格)?证书?"
        ),
        r"专业技术职务任职资格证",
        r"任职资格证书?",
        r"^资格证书$",
        r"(?:职称|任职资格|专业技术(?:职务)?(?:任职)?资格)(?:取得|评审结果|(?:初次|考核)?认定|初定|确认)?(?:证明书?|确认书|认定书|通知书)$",
        r"(?:职称|专业技术资格)(?:信息|证书|证书信息|评审结果|评审)?(?:网上|在线)?(?:查询|核验|验证)(?:验证|核验)?(?:系统|平台|结果|$)",
    ),
    wording=(
        r"系列",
        r"专业",
        r"任职资格|资格名称|职称名称|资格级别|职称级别",
        r"评审委员会|评委会|评审通过|评审组织|评审机构",
        r"批准|取得|通过时间",
    ),
    against=(
        r"申报表|评审表|评审申报|承诺书|聘书|公示|职业技能等级|教师资格证书|继续教育|兹聘|聘任.{0,6}同志|聘期",
        r"关于.{2,30}的(?:通知|批复|决定)",
        r"拟(?:评|申报|聘)[\u4e00-\u9fff]{0,6}(?:职称|资格|职务)|申报(?:类型|途径)|参加工作时间|(?:学习|工作)经历",
    ),
    alone=0.79,
)


# The inner pages of a certificate of the national examinations, whose title stands on its cover.
_INSIDE = tuple(map(regex.compile, (r"管理号", r"资格级别", r"批准日期", r"签发(?:单位|日期)|持证人签名")))
_SPREAD = regex.compile(r"(?:表明|证明)持证人(?:通过|经)[^。]{0,40}取得[^。]{0,16}资格(?=[\s\S]*资格(?:名称|级别))")
_OF_SPREAD = 0.8
# A letter about a title alone, as the office that granted it writes: who passed before which committee.
_ATTESTED = regex.compile(
    r"(?:证明[^。]{2,60}|经)(?:评审(?:委员会)?|评委会|认定|考核|考试)[^。]{0,30}(?:通过|合格)?[^。]{0,6}(?:取得|具[备有]|获得)[^。]{2,30}"
    r"(?:资格|职称)[^。]{0,20}(?:证书(?:编)?号|取得时间|批准时间)"
)


def title_value(passage: Passage) -> Value | None:
    """A title, without the words for qualification after it."""
    value = values.text(passage)
    if value is None:
        return None
    if len(tight(str(value.value))) < 2 or _GOES_ON.match(str(value.value)):
        return None
    match = _SUFFIX.search(passage.text, value.start, value.end)
    end = match.start() if match and match.start() > value.start else value.end
    return Value(passage[value.start : end].tight().printed(), value.start, end)


def level_value(passage: Passage) -> Value | None:
    """A level from the word in a place for levels."""
    value = values.text(passage)
    if value is None:
        return None
    said = tight(str(value.value))
    level = titles.level_of_word(said) or titles.level_of_title(said)
    return Value(level, value.start, value.end) if level else None


# 专业技术职务|的通知, 专业技术职务|任职资格申报表, 任职资格|证书: the label is a word of the paper's own title.
_GOES_ON = regex.compile(
    r"[的书证]|评审|评委会|(?:任职)?资格.{0,6}表$|(?:任职)?资格证书?$|.{0,12}(?:申报|评审|审批|呈报|登记|推荐)表$"
)
_SUFFIX = regex.compile(
    r"(?:专业技术)?(?:职务)?(?:任职)?资格\s*$|(?:专业技术)?职务\s*$|\s?\((?:员级|助理级|初级|中级|副高级?|正高级?|高级)\)\s*$"
)
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "title",
        (
            "资格名称",
            "职称名称",
            "专业技术资格名称",
            "专业技术职务名称",
            "专业技术职务任职资格",
            "专业技术职务资格",
            "任职资格名称",
            "任职资格",
            "职务资格",
            "专业技术资格",
            "专业技术职务",
            "专业技术职称",
            "取得资格",
            "资格类别",
            "职务名称",
            "职称",
        ),
        title_value,
    ),
    Field(
        "title_level", ("资格级别", "职称级别", "资格等级", "职称等级", "专业技术资格级别", "级别", "等级"), level_value
    ),
    Field("series", ("职称系列", "系列名称", "专业系列", "资格系列", "所属系列", "申报系列", "系列"), series),
    Field(
        "specialty",
        ("专业名称", "资格专业", "专业类别", "职称专业", "申报专业", "评审专业", "从事专业", "所属专业", "专业"),
        values.text,
        wrap=True,
    ),
    Field(
        "approved_date",
        (
            "批准日期",
            "职称取得日期",
            "职称取得时间",
            "批准时间",
            "资格取得时间",
            "资格授予时间",
            "取得资格时间",
            "取得时间",
            "取得日期",
            "评审通过时间",
            "评审通过日期",
            "通过时间",
            "通过日期",
            "授予时间",
            "授予日期",
            "资格时间",
            "任职资格时间",
            "评审时间",
            "确认时间",
            "获得时间",
            "生效日期",
            "公布日期",
        ),
        values.date,
    ),
    Field("certificate_number", ("证书编码", "资格证书编号", "职称证书编号", "资格证书号", "职称证书号"), values.code),
    stops=(
        "工作单位",
        "评审组织",
        "评审委员会",
        "评委会名称",
        "评审机构",
        "评审单位",
        "批准文号",
        "公布文号",
        "有效范围",
        "查询网址",
    ),
)
_QUERIED = regex.compile(r"职称[\u4e00-\u9fff]{0,6}查询|查询结果")
_PRINTED = FieldSet(Field("issue_date", ("打印时间", "打印日期", "查询时间", "查询日期"), values.date))
_NUMBERED = regex.compile(r"(?<!\p{Han})证字第?\s?(?P<v>[A-Z]{0,6}\d[A-Z0-9\-]{4,24})\s?号")


class TitleCertificate:
    type: DocumentType = "title_certificate"

    def recognise(self, view: PageView) -> float:
        score = _SIGNS.score(view)
        if attests(view, _ATTESTED):
            score = max(score, OF_LETTER)
        spread = _SPREAD.search(view.tight) or all(sign.search(view.tight) for sign in _INSIDE)
        return max(score, _OF_SPREAD) if spread else score

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *_run_on(views),
            *_FIELDS.read(views),
            *person_in_prose(passage),
            *titles_said(passage),
            *first_said(passage, "certificate_number", _NUMBERED),
            *registered(views),
            *(_PRINTED.read(views) if _QUERIED.search(views[0].tight) else ()),
            *closing(views),
            *sealed_issuer(views),
            *undated_signer(views),
        ]
        return at_most_one([*found, *_implied_level(found)])


_RUN_ON = {
    "series": regex.compile(r"^(?:职称|专业)?系列(?:名称)?(?P<v>(?!名称)[\u4e00-\u9fff、()]{2,12})$"),
    "specialty": regex.compile(r"^专业(?!技术|系列|类别|名称|学科)(?P<v>[\u4e00-\u9fff、()]{2,16})$"),
    "title": regex.compile(rf"^(?:资格|职称)名称(?P<v>{titles.TITLE.pattern})$"),
}


def _run_on(views: Sequence[PageView]) -> Iterator[Fact]:
    """Values that an engine ran on to their short labels: 系列中小学教师 on a line of its own."""
    for view in views:
        for line in view.lines if view.page.source != "text" else ():
            bare = line.passage.bare()
            for name, pattern in _RUN_ON.items():
                match = pattern.match(bare.text)
                if match:
                    yield fact(name, bare.printed(*match.span("v")), bare, *match.span("v"), trust=0.9)


def _implied_level(found: Sequence[Fact]) -> Iterator[Fact]:
    """The level that the title itself names, for certificates that print none."""
    for candidate in found:
        level = titles.level_of_title(tight(str(candidate.value))) if candidate.name == "title" else None
        if level:
            yield msgspec.structs.replace(
                candidate, name="title_level", value=level, confidence=round(0.9 * candidate.confidence, 4)
            )


EXTRACTOR = TitleCertificate()

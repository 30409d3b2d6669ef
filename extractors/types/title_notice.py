"""职称批复, 公布文件: an office publishes who has which title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import at_most_one, fact
from extractors.closing import closing, red_head, sealed_issuer
from extractors.grammar import dates, titles
from extractors.layout import PageView
from extractors.prose import sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import name_lists, official
from extractors.works.matching import hits
from extractors.works.name_sections import titles_of_sections

_SIGNS = Signs(
    titles=(
        r"关于.{0,60}(?:任职资格|专业技术(?:职务)?资格|职称|专业技术职务|评审结果|评审通过人员).{0,40}(?:通知|批复"
        r"|公布|决定|公告|函)",
        r"关于(?:公布|确认|批准|同意|印发|认定).{0,80}(?:资格|职称)的?.{0,12}(?:通知|批复|决定|公告|函)",
        r"(?:任职资格|专业技术(?:职务)?资格|职称)(?:评审)?(?:通过|合格|取得)?(?:人员)?(?:名单|名册|花名册|公布表)",
        r"关于.{0,60}(?:取得|具备|具有|获得).{0,40}(?:资格|职称)的?(?:批复|通知|决定|公告|函)",
        r"(?:职称|资格)?评审(?:结果|通过)\p{Han}{0,6}(?:公布|名单|花名册|文件)",
        r"^(?:专业技术(?:职务)?)?(?:任职)?(?:资格|职称)(?:确认|审定|评审)?(?:结果)?通知书?$",
    ),
    wording=(
        r"任职资格|职称|专业技术资格",
        r"评审(?:委员会)?.{0,12}(?:评审)?通过|经.{2,30}评审|评委会",
        r"公布|批复|批准|确认|同意|取得时间|名单",
        r"〔\d{4}〕|[\[(]\d{4}[\])]\d+号",
        r"名单|等\d+(?:名|位)?(?:同志|人)|自.{4,14}起",
    ),
    against=(
        r"申报条件|报名|评审工作的通知|做好.{0,30}(?:评审|申报)|聘(?:任|用).{0,12}通知|申报表|评审表|特发此证|公示期|资格证书\\n|证书管理号|证书编号"
        r"|公示时间|的公示\n|"
        r"聘任.{0,24}职务的通知|下列人员为",
    ),
    alone=1.0,
)
_SHOWN = Signs(  # an office shows in public who passed, before the letter that confirms it
    titles=(
        r"[\p{Han}\d()]{0,36}(?:评审|评委会)\p{Han}{0,4}通过\p{Han}{0,4}(?:人员|人选)?(?:名单)?的?公示$",
        r"[\p{Han}\d()]{0,36}(?:职称|资格|委员会|评委会)评审结果的?公示$",
    ),
    wording=(r"经\p{Han}{0,20}评审", r"通过", r"公示期", r"姓名"),
    against=(
        r"推荐|申报人|我单位|本单位|我校|我院|无异议|公示(?:时间|期限?|日期)?(?:为|:)?自?(?:19|20)\d\d年.{2,24}(?:至|-|—)",
    ),
    alone=1.01,
)
_DECLARED = regex.compile(r"(?:评审|评委会|认定|考核)[^。]{0,80}资格[^。]{0,20}(?:公布|公告|确认)")
_OFFICE = regex.compile(
    r"人力资源(?:和)?社会保障[厅局]|职称改革|教育[厅局]|卫生(?:健康)?(?:委员会|委|[厅局])|评委会|评审委员会"
)
_APPROVED = regex.compile(r"(?:自|从|资格时间[:为]?|取得(?:资格)?时间[:为]?|起算时间[:为]?|任职资格(?:时间)?从)[\s]*$")


class TitleNotice:
    type: DocumentType = "title_notice"

    def recognise(self, view: PageView) -> float:
        shown = _SHOWN.score(view) if _OFFICE.search(view.tight) else 0.0
        declared = any(h in ("公告", "通告") for h in view.headings) and _DECLARED.search(view.tight)
        return max(_SIGNS.score(view), shown, 0.8 if declared else 0.0)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found = [
            *official.document_number(views),
            *(list(titles_of_sections(views, _SECTION)) or _title(views)),
            *name_lists.named(views),
            *_approved(views),
            *official.posted(views),
            *official.shown_on(views),
            *closing(views),
            *red_head(views),
            *official.shown_by(views),
            *sealed_issuer(views),
        ]
        return list(official.cosigned(at_most_one(found), views))


_SAID = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"(?:过渡|套改|转评?|[确评认审]定|确认)为(?:\p{{Han}}{{2,14}}系列)?[“\"]?(?P<title>{titles.TITLE.pattern})",
        rf"(?:取得|具备|具有|授予|确认为?|获得|为)[^。;]{{0,30}}?(?P<title>{titles.TITLE.pattern})(?:专业技术)?(?:职"
        rf"务)?(?:任职)?(?:资格|职称)",
        rf"(?P<title>{titles.TITLE.pattern})(?:专业技术)?(?:职务)?(?:任职)?(?:资格|职称)",
        rf"(?P<title>{titles.TITLE.pattern})",
    )
)


_SECTION = regex.compile(
    rf"(?:[一二三四五六七八九十]{{1,3}}、|\([一二三四五六七八九十]{{1,3}}\)|\d{{1,2}}[.、])?(?P<title>{titles.TITLE.pattern})"
    r"(?:任职|职务)*(?:资格)?(?:人员)?(?:名单)?(?:\(?共?\d+[名人位]\)?)?:?"
)


def _title(views: Sequence[PageView]) -> Iterator[Fact]:
    """The title granted: as the sentence says, else the first that the letter names."""
    passage = sentence(views)
    for pattern in _SAID:
        for hit in hits(pattern, passage):
            yield hit.fact("title", "title")
            return


def _approved(views: Sequence[PageView]) -> Iterator[Fact]:
    """The day from which the title counts."""
    passage = sentence(views)
    for date in dates.find(passage.text):
        after = passage.text[date.end : date.end + 24]
        if _APPROVED.search(passage.text[: date.start]) or regex.match(
            r"\s?(?:起(?:计算|算|具备|取得)?|(?:日)?评审通过|通过评审|会议?评审)", after
        ):
            yield fact("approved_date", date.value, passage, date.start, date.end)
            return


EXTRACTOR = TitleNotice()

"""职称批复, 公布文件: an office publishes who has which title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import at_most_one, fact
from extractors.closing import closing, red_head, sealed_issuer
from extractors.grammar import dates, titles
from extractors.layout import PageView
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import name_lists, official
from extractors.works.matching import hits

_SIGNS = Signs(
    titles=(
        r"关于.{0,60}(?:任职资格|专业技术(?:职务)?资格|职称|专业技术职务|评审结果|评审通过人员).{0,40}(?:通知|批复"
        r"|公布|决定|公告|函)",
        r"关于(?:公布|确认|批准|同意|印发|认定).{0,80}(?:资格|职称)的?.{0,12}(?:通知|批复|决定|公告|函)",
        r"(?:任职资格|专业技术(?:职务)?资格|职称)(?:评审)?(?:通过|合格|取得)?(?:人员)?(?:名单|名册|花名册|公布表)",
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
_APPROVED = regex.compile(r"(?:自|从|资格时间[:为]?|取得(?:资格)?时间[:为]?|起算时间[:为]?|任职资格(?:时间)?从)[\s]*$")


class TitleNotice:
    type: DocumentType = "title_notice"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found = [
            *official.document_number(views),
            *_title(views),
            *name_lists.listed_names(views),
            *_alone(views),
            *_approved(views),
            *closing(views),
            *red_head(views),
            *sealed_issuer(views),
        ]
        return at_most_one(found)


_SAID = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"(?:取得|具备|具有|授予|确认为?|获得|为)[^。;]{{0,30}}?(?P<title>{titles.TITLE.pattern})(?:专业技术)?(?:职"
        rf"务)?(?:任职)?(?:资格|职称)",
        rf"(?P<title>{titles.TITLE.pattern})(?:专业技术)?(?:职务)?(?:任职)?(?:资格|职称)",
        rf"(?P<title>{titles.TITLE.pattern})",
    )
)


def _title(views: Sequence[PageView]) -> Iterator[Fact]:
    """The title granted: as the sentence says, else the first that the letter names."""
    passage = sentence(views)
    for pattern in _SAID:
        for hit in hits(pattern, passage):
            yield hit.fact("title", "title")
            return


def _alone(views: Sequence[PageView]) -> Iterator[Fact]:
    """The one person that a letter without a list is about: 确认李明同志具备…资格."""
    for person in person_in_prose(sentence(views)):
        if person.name == "person_name":
            yield msgspec.structs.replace(person, name="names", value=(str(person.value),))


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

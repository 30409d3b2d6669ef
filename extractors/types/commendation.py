"""表彰决定, 表彰通报: an office honours people by letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import at_most_one
from extractors.closing import closing, red_head, sealed_issuer
from extractors.layout import PageView
from extractors.prose import sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import official
from extractors.works.matching import hits

_SIGNS = Signs(
    titles=(
        r"关于.{0,60}(?:表彰|表扬|嘉奖|记功|授予|命名|通报表扬|奖励).{0,60}(?:决定|通报|通知|公告)",
        r"(?:表彰|表扬|嘉奖)(?:决定|通报|令)",
        r"关于\p{Han}{0,40}(?:获奖|先进|优秀)\p{Han}{0,30}(?:决定|通报|通知)",
    ),
    wording=(
        r"表彰|表扬|嘉奖|记功",
        r"决定|特?通报",
        r"授予.{2,60}称号|先进|优秀|模范|等功",
        r"〔\d{4}〕|[\[(]\d{4}[\])]\d+号",
        r"名单|同志|希望|号召",
    ),
    against=(r"申报表|评审表|公示期|招聘|任职资格|职称评审|荣誉证书\n|特发此证",),
    alone=1.0,
)
_HONOUR = tuple(
    regex.compile(pattern)
    for pattern in (
        r"(?:授予|评为|表彰)[^。]{0,60}?(?:同志|人员|个人|教师"
        r"|职工)(?:为)?[“\"]?(?P<title>[\p{Han}]{3,30}?)[”\"]?(?:荣誉)?称号",
        r"[“\"](?P<title>[^”\"]{2,40})[”\"](?:荣誉)?称号",
        r"(?:授予|评为|表彰为).{0,60}?[“\"](?P<title>[^”\"]{2,40})[”\"]",
        r"(?:授予|给予)[^。]{0,80}?(?P<title>(?:个人|集体)?[一二三]等功|嘉奖|记大功)",
        r"(?:授予)[^。“”]{0,60}?(?:为)?(?P<title>(?:全国|全省|全市|全州|全县"
        r"|\p{Han}{2,6}[省市州县])?\p{Han}{2,20}(?:个人|工作者|模范|标兵|教师|党员|先锋|能手))(?:荣誉)?称号",
        r"关于(?:表彰|表扬|通报表扬)(?:奖励)?(?P<title>[^。\n]{2,40}?)的(?:决定|通报|通知)",
    )
)


class Commendation:
    type: DocumentType = "commendation"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found = [
            *official.document_number(views),
            *_honour(views),
            *official.listed_names(views),
            *closing(views),
            *red_head(views),
            *sealed_issuer(views),
        ]
        return at_most_one(found)


def _honour(views: Sequence[PageView]) -> Iterator[Fact]:
    passage = sentence(views)
    for pattern in _HONOUR:
        for hit in hits(pattern, passage):
            yield hit.fact("title", "title")
            return


EXTRACTOR = Commendation()

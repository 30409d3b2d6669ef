"""表彰决定, 表彰通报: an office honours people by letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from corpus.registries.regions import regions
from extractors.base import at_most_one, fact
from extractors.closing import closing, red_head, sealed_issuer, whole_issuer
from extractors.grammar.organisations import is_organisation
from extractors.layout import PageView
from extractors.passage import joined
from extractors.prose import sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import name_lists, official
from extractors.works.matching import hits
from extractors.works.name_sections import titles_of_sections
from extractors.works.surnames import may_be_a_name

_SIGNS = Signs(
    titles=(
        r"关于.{0,60}(?:表彰|表扬|嘉奖|记功|授予|命名|通报表扬|奖励).{0,60}(?:决定|通报|通知|公告)",
        r"(?:表彰|表扬|嘉奖)(?:决定|通报|令)|^(?:通报)(?:表扬|表彰|嘉奖)$",
        r"关于(?!.*(?:评选|推荐|申报)(?:工作)?的)[\p{Han}\d]{0,40}(?:获奖|先进|优秀)\p{Han}{0,30}(?:决定|通报|通知)",
        r"关于公布[\p{Han}\d]{0,40}(?:奖\p{Han}{0,6}评选结果|评选结果|传承人|带头人|入选人员|人选)(?:名单)?的(?:决定|通报|通知|公告)",
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
        r"(?:授予|评为|表彰为)[^。“\"]{0,400}?[“\"](?P<title>[^”\"]{2,40})[”\"]",
        r"授予(?:下列|以下|上述)(?:\d+[名位])?(?:同志|人员|个人)(?:为)?[“\"]?(?P<title>\p{Han}{4,24}?(?:奖章|奖状|奖))[”\"]?(?=[:。,])",
        r"(?:授予|给予)[^。]{0,80}?(?P<title>(?:个人|集体)?[一二三]等功|嘉奖|记大功)",
        r"(?:授予)[^。“”]{0,60}?(?:为)?(?P<title>(?:全国|全省|全市|全州|全县"
        r"|\p{Han}{2,6}[省市州县])?\p{Han}{2,20}(?:个人|工作者|模范|标兵|教师|党员|先锋|能手))(?:荣誉)?称号",
        r"(?:评为|评选为|授予)(?:(?:19|20)\d\d年度?)?(?P<title>\p{Han}{0,16}(?:先进|优秀|模范|十佳|最美)\p{Han}{2,16})(?=[,。:(]|名单)",
        r"(?:命名|认定|评选|确定|评定)[^。]{0,200}?(?:同志|教师|人员|等人|[名位]\p{Han}{0,4})为[“\"]?(?P<title>\p{Han}{3,24}?)[”\"]?(?=[,。;]|称号)",
        r"关于公布(?:(?:19|20)\d\d年度?)?(?P<title>\p{Han}{2,30}?)(?:评选|评比)?(?:结果|名单)的",
        r"关于(?:表彰|表扬|通报表扬)(?:奖励)?(?:(?:19|20)\d\d(?:年度?|-(?:19|20)?\d\d学?年度?))?(?P<title>[^。\n]{2,40}?)的(?:决定|通报|通知)",
    )
)


class Commendation:
    type: DocumentType = "commendation"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        run_on = list(_run_on(views))
        found = [
            *official.document_number(views),
            *run_on,
            *(list(titles_of_sections(views, _SECTION)) or _honour(views)),
            *(run_on or name_lists.named(views)),
            *official.posted(views),
            *official.shown_on(views),
            *closing(views),
            *red_head(views),
            *official.shown_by(views),
            *_head_of_title(views),
        ]
        return list(official.cosigned(at_most_one([*whole_issuer(found), *sealed_issuer(views)]), views))


_GIVEN = regex.compile(
    r"(?:授予|表彰|评为)(?P<list>(?:[\p{Han}·]{2,8}、)+)(?P<last>[\p{Han}·“\"]{6,40}?)[”\"]?(?:荣誉)?称号"
)
_PERSON = regex.compile(r"(?!.*(?:同志|等))(?:\p{Han}{2,4}|\p{Han}{1,8}(?:·\p{Han}{1,8})+)")
_WIDE = ("全国", "全省", "全市", "全州", "全县", "全区", "省级", "优秀", "先进")


def _run_on(views: Sequence[PageView]) -> Iterator[Fact]:
    """Names and honour where no word parts them: 授予甲、乙、丙某县优秀教师荣誉称号; the honour begins with a place or
    a quotation mark."""
    for hit in hits(_GIVEN, sentence(views)):
        last, start = hit["last"], hit.match.start("last")
        quoted = regex.search(r"[“\"]", last)
        for cut in (quoted.start(),) if quoted else (3, 2, 4):
            people = (*hit["list"].rstrip("、").split("、"), last[:cut])
            begun = quoted is not None or last[cut:].startswith((*_places(), *_WIDE))
            if begun and all(may_be_a_name(name) and _PERSON.fullmatch(name) for name in people):
                first, end = hit.places[hit.match.start("list")], hit.places[hit.match.end("last") - 1] + 1
                middle = hit.places[start + cut]
                yield fact("names", people, hit.passage, first, middle)
                yield fact("title", last[cut:].strip('“"'), hit.passage, middle, end)
                return


@cache
def _places() -> tuple[str, ...]:
    return tuple(sorted({name for region in regions().values() for name in region.names}))


_HEAD_OF_TITLE = regex.compile(
    r"(?:^|[\n号])(?P<o>[\p{Han}()]{4,30}?)关于\p{Han}{0,30}(?:表彰|表扬|嘉奖|授予|命名|记功|奖励)"
)


def _head_of_title(views: Sequence[PageView]) -> Iterator[Fact]:
    """The office that the title begins with: 某县人民政府关于表彰…的决定."""
    running = joined((line.passage for line in views[0].lines[:6]), "\n")
    for match in _HEAD_OF_TITLE.finditer(running.text):
        if is_organisation(match["o"]):
            yield fact("issuer", match["o"], running, *match.span("o"), trust=0.9)
            return


_SECTION = regex.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))?(?P<title>\p{Han}{2,24}(?:个人|者|模范|标兵|教师|党员|能手|先锋|骨干"
    r"|干部|园丁|班主任|医师|医生|护士|[人队]员))(?:名单)?(?:\(共?\d+[名人位]\))?:?"
)


def _honour(views: Sequence[PageView]) -> Iterator[Fact]:
    passage = sentence(views)
    for pattern in _HONOUR:
        for hit in hits(pattern, passage):
            yield hit.fact("title", "title")
            return


EXTRACTOR = Commendation()

"""An award's name and grade, in a sentence, beside a label or as the certificate's heading; without its year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
import regex

from extractors.base import fact
from extractors.grammar import organisations
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.records import Fact
from extractors.works import honours
from extractors.works.matching import Hit, first, hits, printed

_HAN = r"[\p{Han}A-Za-z0-9、·()\-—]"
_GRADES = r"(?:特等|[一二三四五]等|优秀|优胜|鼓励|提名|入围|金|银|铜)奖"
_BY = r"由[\p{Han}、,()]{4,50}?(?:主办|举办|组织|承办|发起|开展)的"  # who holds a contest is none of its name
_HOSTED = regex.compile(_BY)
_UNIT = r"[^()奖]{0,24}(?:学|院|公司|中心|局|站|所|厂|校|园|场|馆|政府|[男女])(?:[,、][^()奖]{1,16})?"
_WHOM = rf"(?:\p{{Han}}{{2,12}}?同志|[\p{{Han}}·]{{2,8}}[(]{_UNIT}[)](?:同志|老师)?[,:]?(?!{_GRADES}))?"
_WORD = rf"(?:{_HAN}|[“\"][^“”\"]{{2,12}}[”\"](?=\p{{Han}}))"  # a character, or a quoted word inside: “三支一扶”工作
_GIVEN = tuple(
    regex.compile(pattern)
    for pattern in (
        r"授予(?:\p{Han}{2,12}?同志)?(?:为)?(?P<year>(?:19|20)\d\d年?度?)?[“\"](?P<name>[^”\"]{2,40})[”\"](?:荣誉)?称号",
        rf"(?:荣获|获得|获|授予|颁发)[:]?{_WHOM}[“《\"]?(?P<year>(?:19|20)\d\d年?度?)?[“《\"]?"
        rf"(?P<name>(?!奖){_HAN}{{2,30}}?(?:奖章|勋章|纪念章))",
        rf"[》”\"」](?:项目|课题|成果|一文|论文)?(?:荣?获得?|被?评为)?(?P<year>(?:19"
        rf"|20)\d\d年?度?|二[〇○零]\p{{Han}}{{2}}年度?)?(?P<name>(?:(?!荣?获得?|评为)\p{{Han}}){{3,40}}?奖)(?={_GRADES})",
        rf"完成人[,，]?(?P<name>(?:(?!获|授予)\p{{Han}}){{4,40}}?(?:奖|成果))(?={_GRADES})",
        rf"(?:荣获|获得|获|授予|评为|被评为|颁发|为)[:]?{_WHOM}[“《\"]?(?P<year>(?:19"
        rf"|20)\d\d年?度?)?[“《\"]?(?P<name>(?!奖){_HAN}{{2,40}}?奖(?:励)?(?:项目)?)[”》\"]?[(]?(?:\p{{Han}}{{2,8}}类"
        rf"|\p{{Han}}{{2,6}}组)?[)]?(?={_GRADES}|[(,，。;；!]|奖励|$|\p{{Han}}{{0,3}}特)",
        rf"(?:荣获|获得|获|授予|评为|被评为|颁发)[:]?{_WHOM}[“《\"]?(?P<year>(?:19"
        rf"|20)\d\d年?度?)?(?P<name>(?!奖){_HAN}{{2,40}}?{_GRADES})",
        r"(?:授予|评为|被评为|荣获|获得|获)(?:\p{Han}{2,12}?同志|\p{Han}{2,4}(?=[“\"]))?(?:为)?(?:(?:19|20)\d\d年?度?)?[“\"《「](?P<year>(?:19"
        r"|20)\d\d年?度?)?(?P<name>[^”\"》」]{2,40})[”\"》」]",
        r"(?P<year>(?:19|20)\d\d年?度?)[“\"](?P<name>[^”\"]{3,40})[”\"](?:荣誉)?称号",
        rf"(?:被?评为|荣获|获得|获|授予){_WHOM}(?:为)?(?P<year>(?:19"
        rf"|20)\d\d年?度?)?(?P<name>(?!奖){_WORD}{{2,30}}?)(?:荣誉)?称号",
        rf"(?:被?评为)(?P<year>(?:19|20)\d\d年?度?)?(?P<name>(?!奖){_WORD}{{3,30}}?)(?=[,，。;；!]|特)",
        rf"(?:荣获|获得|获|授予){_WHOM}(?:为)?(?P<year>(?:19|20)\d\d年?度?)?"
        rf"(?P<name>(?!奖){_WORD}{{3,30}}?)(?=[,，。;；!]|特[此发颁]|$)",
    )
)
_HONOUR = regex.compile(
    r"奖|先进|优秀|模范|标兵|能手|劳模|功|十佳|名师|骨干|带头人|英才|称号|个人|工作者|称|杰出|最美|突出|工匠|传承人"
)


def labelled_award(one: Fact) -> Fact:
    """An award's name beside its label, without its year and grade: the next line may have carried the grade there."""
    if one.name != "award_name":
        return one
    value = str(one.value)
    return msgspec.structs.replace(one, value=value[slice(*_alone(value))])


def award(passage: Passage) -> Iterator[Fact]:
    """The award that a sentence gives, and its grade."""
    for pattern in _GIVEN:
        hit = next((h for h in hits(pattern, passage) if _HONOUR.search(h["name"])), None)
        if hit:
            yield _of_contest(passage, hit) or _named(hit.passage, *hit.span("name"))
            break
    else:
        if contest := _contest(passage):
            yield contest
    grade = honours.grade(passage)
    if grade:
        yield grade.fact("award_grade", "grade", honours.full_grade(grade["grade"]))


_PART_PRIZE = regex.compile(
    r"(?P<name>(?:最佳|优秀)?(?:表演|演出|编导|导演|编剧|创作|组织|指导|指导教师|辅导|辅导教师|演奏|演唱|音乐|舞美|剧目"
    rf"|节目|作品|设计|论文|教案|课件)奖)(?:{_GRADES})?"
)


def _of_contest(passage: Passage, given: Hit) -> Fact | None:
    """The contest, where what somebody won there is a grade alone; with the prize, where that is one for some part
    (在某省新剧目展演中荣获表演奖): neither says by itself what was won."""
    where = first(_CONTEST, passage)
    if where is None or _POINTS_BACK.match(given["name"]) or regex.fullmatch(_GRADE_ALONE, given["name"]):
        return where.fact("award_name", "name") if where else None
    prize = _PART_PRIZE.fullmatch(given["name"])
    if prize is None:
        return None
    part = given.passage[given.span("name")[0] :].bare()[: len(prize["name"])]
    both = joined((where.passage[slice(*where.span("name"))], part))
    return fact("award_name", f"{where['name']}{prize['name']}", both)


_GRADE_ALONE = rf"(?:\p{{Han}}{{2,10}}[组赛类])?(?:{_GRADES}|等奖)"  # 一 is a stroke that scans lose
_POINTS_BACK = regex.compile(r"(?:[以如]上|上述|上列|此|该|本)(?:奖|荣誉|成绩|名次)")  # to what the lines above say
_CONTESTS = r"竞赛|比赛|大赛|评选|评比|展评|征集|赛课|优质课|展演|[会汇调]演|展播|艺术节|文化节|运动会"
_CONTEST = regex.compile(
    rf"在(?:\d{{4}}年度?)?(?:{_BY})?(?:(?P<q>[“\"《])(?P<name>[^“”\"《》]{{4,40}}?(?:{_CONTESTS}))[”\"》]"
    rf"|(?P<name>[\p{{Han}}\d“”\"()]{{4,40}}?(?:奖(?=评[选审比])|{_CONTESTS})))"
    r"(?:总?决赛|复赛|评选|评比|展示)?(?:活动)?(?:\([^()]{2,16}\))?(?:\p{Han}{1,10}(?:类|组|赛项|项目)){0,2}中"
)


def _contest(passage: Passage) -> Fact | None:
    """What somebody stood out in: 在“优秀医师”评选中表现突出."""
    hit = first(_CONTEST, passage)
    return hit.fact("award_name", "name") if hit else None


_OF_YEAR = regex.compile(
    r"(?:(?:下列|以下|下述)(?:项目|成果|人员|个人)?)?[\-—~至]{0,2}(?:(?:19|20)\d\d(?:[\-—~至]{1,2}(?:19|20)\d\d)?学?年?度?|二[〇○零]?[〇○零一二][〇○零一二三四五六七八九]学?年度?)|(?:下列|以下|下述)(?:项目|成果|人员|个人)"
)
_WITH_GRADE = regex.compile(
    rf"(?P<name>.{{2,}}(?:奖|竞赛|比赛|大赛|评选|评比|展评|活动|评审|展览|展演|作品展|好新闻|个人|工作者|标兵|能手|模范|成果))(?:{_GRADES}|等奖)"
)


def _alone(text: str) -> tuple[int, int]:
    """Where in ``text``, which has no white space, the award's name stands: the year before it is none of it, and the
    grade that ends it is left to ``award_grade``."""
    year = _OF_YEAR.match(text)
    start = year.end() if year and len(text) - year.end() >= 3 else 0
    hosted = _HOSTED.match(text, start)
    start = hosted.end() if hosted and len(text) - hosted.end() >= 3 else start
    graded = _WITH_GRADE.fullmatch(text, start)
    return start, graded.end("name") if graded else len(text)


def _named(passage: Passage, start: int, end: int) -> Fact:
    """The award's name that stands alone in ``passage.text[start:end]``."""
    places = [i for i in range(start, end) if not passage.text[i].isspace()]
    first_char, after = _alone("".join(passage.text[i] for i in places))
    start, end = places[first_char], places[after - 1] + 1
    return fact("award_name", printed(passage, start, end), passage, start, end)


_TITLE_AWARD = regex.compile(rf"^(?P<name>[\p{{Han}}]{{2,30}}?奖)(?:励)?(?:{_GRADES})?(?:证书|荣誉证书|获奖证书)?$")


def heading_award(views: Sequence[PageView]) -> Iterator[Fact]:
    """An award whose name is the certificate's heading."""
    for view in views[:1]:
        for heading in _headings(view):
            hit = first(_TITLE_AWARD, heading)
            if hit and not regex.search(r"荣获|授予|获得|等奖$", hit["name"]):
                yield hit.fact("award_name", "name", trust=0.95)
                return


def _headings(view: PageView) -> Iterator[Passage]:
    """The first lines: two that are set as one large heading together, before each by itself."""
    lines = view.lines[:5]
    for above, below in pairwise(lines):
        larger = min(above.height, below.height) > 1.15 * view.em
        one = larger and below.height > 0.75 * above.height and below.box.y0 - above.box.y1 < above.height
        if one and not _CLOSED.search(tight(above.text)) and not organisations.is_organisation(tight(above.text)):
            yield joined((above.passage, below.passage))
    yield from (line.passage for line in lines)


_CERTIFICATE = regex.compile(r"(?:(?:荣誉|获奖|奖励)?证书|奖状)(?:[A-Za-z]{6,})?$")


def over_certificate(views: Sequence[PageView]) -> Iterator[Fact]:
    """What stands as a heading over the word 证书: a contest or a prize whose name has no 奖 in it (某州好新闻)."""
    for above, below in pairwise(views[0].lines[:4] if views else ()):
        name = above.passage.bare()
        titled = _CERTIFICATE.match(tight(below.text)) and above.height > 1.2 * views[0].em
        if (
            titled
            and regex.fullmatch(r"[\p{Han}\d()“”]{5,40}", name.text)
            and not organisations.is_organisation(name.text)
        ):
            yield fact("award_name", printed(name), name, trust=0.9)
            return


_CLOSED = regex.compile(r"(?:证书|证明|奖状|奖|CERTIFICATE.*)$")


_TITLE_ALONE = regex.compile(
    r"(?P<name>(?!荣誉称号)(?:[\p{Han}“”\"]{3,30}称号|[\p{Han}“”\"()]{3,40}(?:先进个人|先进工作者|劳动模范|标兵|能手|奖|奖章)))"
)


def honour_alone(views: Sequence[PageView]) -> Iterator[Fact]:
    """An honour on a line of its own, under whom it was given to: 云山县“优秀教师”荣誉称号."""
    for view in views[:1]:
        for line in view.lines:
            bare = line.passage.bare()
            match = _TITLE_ALONE.fullmatch(bare.text)
            if match:
                yield fact("award_name", printed(bare, *match.span("name")), bare, *match.span("name"), trust=0.9)
                return

"""Awards and honours: grade, rank of a person, and the level that the issuing body's name shows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from corpus.registries.regions import regions
from extractors.grammar.labels import Value
from extractors.grammar.numerals import number
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works.matching import Hit, first, hits

NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
GRADE = (
    r"(?:特等|[一二三四五1-5]等|优秀|优胜|优异|特别|金质?|银质?|铜质?|鼓励|提名|入围|最佳|创新"
    r"|第[一二三四五六123456]名|冠军|亚军|季军|[ABC]级)"
)
_GRADED = regex.compile(
    r"(?P<grade>(?:特等|[一二三四五1-5]等|优秀|优胜|优异|特别|金|银|铜|鼓励|提名|入围|最佳|创新)奖"
    r"|第[一二三四五六]名|(?:特|[一二三四])等(?!奖|功))"
)
_GRADE_WORD = regex.compile(rf"(?P<grade>{GRADE}奖?)")
_MERIT = regex.compile(r"(?P<grade>(?:个人|集体)?[一二三]等功)")
_RANKS = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"第(?P<n>{NUMERAL})(?:主要|位|名)?(?:完成人|起草人|育种人|选育人|获奖[人者]|参与[人者]|发明人|作者|编者|贡献者|承担[人者]"
        rf"|参加[人者]|主持人)",
        rf"(?:本人|个人|其)?(?:排名|位次|名次|排序|排位|署名(?:顺序|次序)|完成人(?:序号|次序|排名|排序)|获奖(?:序号"
        rf"|次序|排名)|序位)(?:为|是|:|在|列)?(?:第|R0*)?(?P<n>{NUMERAL})(?:位|名)?",
        rf"(?:完成人|参加人|参与人|获奖[人者]|成员|参加|主研|参研|课题组|项目组|团队)(?:中)?[(]?(?:排名|列|位列|居"
        rf"|排)?第(?P<n>{NUMERAL})(?:位|名)?",
        rf"(?:人员|完成人|成员)第(?P<n>{NUMERAL})[名位]",
        rf"(?:持证人|证书持有人|获奖[人者])[\p{{Han}}·]{{2,8}}[,，(]?第(?P<n>{NUMERAL})(?:位|名)?[)）]",
        rf"[(](?:主创|合作|执笔|署名|完成)第(?P<n>{NUMERAL})(?:位|名)?[)）]",
        r"[(](?P<n>\d{1,2})/\d{1,2}[)]",
        r"(?<![\d/])(?P<n>\d{1,2})/(?:\d{1,2})(?=[)\s,。]|$|完成人)",
        rf"[(](?:第|排名|位次)?:?第?(?P<n>{NUMERAL})[)位名](?![班年])",
        rf"(?:位列|名列|排)(?:课题组|项目组|参与人员|参加人员|完成人)?第?(?P<n>{NUMERAL})(?:位|名)?(?=[,，。;；)]|$)",
        rf"(?:列|居|排)第(?P<n>{NUMERAL})(?:位|名)?",
        r"-R0*(?P<n>\d{1,2})(?!\d)",
    )
)
_PLACED = regex.compile(rf"(?:第|R0*)?(?P<n>{NUMERAL})(?:位|名|完成人|/\d{{1,2}})?")

_MINISTRIES = (
    r"科学技术|教育|农业(?:农村)?|工业和信息化|人力资源(?:和)?社会保障|自然资源|生态环境|住房(?:和)?城乡建设"
    r"|交通运输|水利|文化和旅游|卫生|公安|民政|司法|财政|商务"
)
_STATE = rf"^(?:中华人民共和国)?国务院|^中共中央|^中华人民共和国|^国家|^全国|^(?:{_MINISTRIES})部"
_MINISTRY = regex.compile(rf"^(?:中华人民共和国)?(?:{_MINISTRIES})部$")
_LEVELS: tuple[tuple[str, regex.Pattern[str]], ...] = (
    (
        "county",
        regex.compile(
            r"(?:自治县|县|(?<=市|州|盟|地区|市)[\p{Han}]{1,4}区|(?<!自治|地|开发|新|社|校|园|景|校|矿|林|牧)区|旗"
            r"|县级市)(?=人民政府|委|[\p{Han}]{0,14}(?:局|办公室|总工会|联合会|领导小组)|$)"
        ),
    ),
    (
        "municipal",
        regex.compile(
            r"(?<!直辖)(?:市(?!场|容)|自治州|州|地区|盟|行署)(?=人民政府|委|行政公署|[\p{Han}]{0,16}(?:局|办公室|总工会"
            r"|联合会|领导小组|协会|学会|奖励委员会)|$)"
        ),
    ),
    (
        "provincial",
        regex.compile(
            r"省|自治区|^(?:北京|天津|上海|重庆)市|兵团|(?:云南|四川|贵州|广西|西藏)(?:省|壮族自治区|自治区)"
        ),
    ),
)
_UNIT = regex.compile(
    r"(?:大学|学院|学校|中学|小学|[一二三四五六七八九十]中|幼儿园|党校|医院|卫生院|保健院|疾控中心|疾病预防控制中心"
    r"|研究院|研究所|科学院|设计院|勘[察测]院|公司|集团|工厂|厂|中心|站|馆|银行|林场|农场|社|部队)"
    r"(?:党委|党总支|工会|团委|教务处|科技处|科研处|人事处|\p{Han}{1,6}[处部科院系])?$"
)
_EDUCATION = regex.compile(  # what an education authority honours its teachers through
    r"(?<=[省市州盟县区旗])(?:教育局)?(?:教育(?:科学)?(?:研究|科研)|教学研究|教研|教科研|电化教育|教师(?:进修|发展))(?:院|所|室|中心|馆|学校)$"
)
_SOCIETY = regex.compile(r"(?:学会|协会|研究会|促进会|基金会|联盟|组委会|组织委员会|编委会|杂志社|编辑部|出版社)$")
_PARTY = regex.compile(r"^(?:中共|中国共产党|共青团)(?P<rest>.+?)(?:委员会|委|支部)?$")
LEVEL_WORDS = {
    "国家级": "national",
    "部级": "national",
    "省部级": "provincial",
    "省级": "provincial",
    "厅级": "provincial",
    "市厅级": "municipal",
    "州市级": "municipal",
    "市级": "municipal",
    "州级": "municipal",
    "地厅级": "municipal",
    "县级": "county",
    "县区级": "county",
    "区级": "county",
    "校级": "employer",
    "院级": "employer",
    "单位级": "employer",
}


def grade(passage: Passage) -> Hit | None:
    """The grade of an award in running text (group ``grade``)."""
    return first(_GRADED, passage) or first(_MERIT, passage)


def grade_value(passage: Passage) -> Value | None:
    """A grade in a place for grades, 一等 as 一等奖."""
    hit = first(_GRADE_WORD, passage)
    return hit.value("grade", full_grade(hit["grade"])) if hit and hit.match.start() <= 4 else None


def full_grade(text: str) -> str:
    """一等 and 1等奖 as 一等奖; other words as they are."""
    for digit, word in zip("12345", "一二三四五", strict=True):
        text = text.replace(f"{digit}等", f"{word}等")
    return f"{text}奖" if regex.fullmatch(r"特等|[一二三四五]等|优秀|优胜|鼓励|提名|金|银|铜", text) else text


def rank(passage: Passage) -> Hit | None:
    """A person's place among those who did the work (group ``n``); the plainest wording first."""
    for pattern in _RANKS:
        for hit in hits(pattern, passage):
            if 0 < ordinal(hit["n"]) <= 60:
                return hit
    return None


def rank_said(passage: Passage) -> Iterator[Fact]:
    """``rank`` as running text says it, in figures."""
    hit = rank(passage)
    if hit:
        yield hit.fact("rank", "n", str(ordinal(hit["n"])))


def rank_value(passage: Passage) -> Value | None:
    """A rank in a place for ranks: 3, 第三, 3/9, R03."""
    hit = rank(passage) or first(_PLACED, passage)
    if hit is None or not 0 < ordinal(hit["n"]) <= 60:
        return None
    return hit.value("n", str(ordinal(hit["n"])))


def ordinal(text: str) -> int:
    """三 and 3 as 3; 0 when it is no numeral."""
    try:
        return number(text)
    except ValueError:
        return 0


def level_of_body(name: str) -> str | None:
    """The level that an issuing body's name shows: national, provincial, municipal, county or employer.

    None for societies and organising committees, whose standing no name shows (handbook 6.5, F61).
    """
    name = _EDUCATION.sub("教育局", name.strip())
    party = _PARTY.match(name)
    if _SOCIETY.search(name):
        return None
    if _MINISTRY.search(name):
        return "national"
    if _UNIT.search(party["rest"] if party else name) and not regex.search(r"人民政府$", name):
        return "employer"
    if regex.search(_STATE, name):
        return "national"
    if _county_city().search(name):
        return "county"
    for level, pattern in _LEVELS:
        if pattern.search(name):
            return level
    return None


@cache
def _county_city() -> regex.Pattern[str]:
    """A city that is a county of Yunnan (宣威市), as a body's own place."""
    cities = [r.name for r in regions().values() if r.kind == "county" and r.name.endswith("市")]
    return regex.compile(rf"^(?:云南省)?(?:\p{{Han}}{{2,12}}[市州])?(?:中共)?(?:{'|'.join(cities)})")


def level_of_award(name: str) -> str | None:
    """The level that an award's own name shows: 国家科学技术进步奖, 云南省科学技术奖; None when it shows none."""
    if regex.search(r"^(?:\d{4}年度?)?(?:国家|全国)", name):
        return "national"
    if regex.search(r"^\p{Han}{2,3}(?:省|自治区)(?!\p{Han}{2,8}(?:学会|协会))", name) or regex.search(
        r"^(?:北京|天津|上海|重庆)市", name
    ):
        return "provincial"
    if regex.search(r"^\p{Han}{2,8}(?:市|州)(?=科学|科技|优秀|先进|哲学|教|社|农|\p{Han}*奖)", name):
        return "municipal"
    return None


def level_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Level words printed as such, with their places."""
    for word, level in LEVEL_WORDS.items():
        at = text.find(word)
        if at >= 0:
            yield level, at, at + len(word)

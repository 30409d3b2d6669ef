"""Whose paper it is, as a sentence says it (学生 X，性别男，…年…月…日生)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import tee

import regex

from extractors.base import fact
from extractors.grammar import dates, identity, names
from extractors.grammar.organisations import is_organisation
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.records import Fact
from extractors.works.surnames import COMPOUND, GIVEN_FIRST, SINGLE, reads_as_a_name

FAMILY = "".join(sorted(SINGLE))
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
NAME = rf"(?:{_HAN}{{1,8}}?(?:·{_HAN}{{1,8}}?){{1,4}}|{_HAN}{{2,8}}?)"
_AFTER = (
    r"(?=\s?(?:系[男女]|同志|同学|老师|先生|女士|[,，、:(]|性别|系|[男女](?:[,，。]|(?:19|20)\d\d年|一九|二[〇○零])|身份证|于\d|"
    r"于[一二]|自\d|在\d{4}|编号|证号))"
)
_FAMILY = rf"(?:{'|'.join(COMPOUND)}|[{FAMILY}])"
_FIRST = rf"(?:{'|'.join(COMPOUND)}|[{FAMILY}{''.join(sorted(GIVEN_FIRST))}])"
_STAFF = (
    r"(?:职工|员工|教师|工作人员|干部|医师|医生|护士|护师|药师|技师|工程师|技术员|农艺师|畜牧师|兽医师|研究员|讲师|教授"
    r"|编辑|记者|居民|村民)"
)
_NAMED = (
    rf"(?:学生|研究生|学员|本科生|考生|进修生|持证人|持证者)\s?[:：]?\s?(?P<n>{NAME}){_AFTER}",
    rf"(?:兹证明|特此证明|兹有|证明|聘任|聘请|兹调|兹核实|兹介绍|现介绍|[兹敬特诚现]聘|兹?任命|兹授予|特授予|授予|给予|表彰|表扬|确认|认定|查|兹|承诺人|"
    rf"参保人|员工|同意|经(?:核查|核实|查实?|审核|审查)[,，])[:：]?"
    rf"(?:(?:我单位|我校|我院|我局|我公司|本单位|本校|该单位|我中心|我所|[我本][省州市县区乡镇])(?:{_HAN}{{0,8}}?{_STAFF})?)?"
    rf"(?P<n>{NAME})(?=同志|同学|老师|先生|女士|[,(](?:性别[:：]?)?[男女]|"
    rf"[,(:]?(?:公民)?身份(?:证|号码)|[(]社会?保障?号|性别)",
    rf"(?:兹证明|兹有|证明)(?P<n>{_FAMILY}{_HAN}{{1,2}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=于(?:19|20)\d\d年)",
    rf"(?:兹证明|兹有|证明)(?P<n>{_FAMILY}{_HAN}{{1,2}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=的(?:人事)?档案|[与和]{_HAN}{{2,4}}[系为是]同一)",
    rf"(?:兹证明|兹有|证明)(?P<n>{_FIRST}{_HAN}{{1,3}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=[(][^()]{{4,30}}[)][于在]\d)",
    rf"(?:兹证明|兹有|证明)(?P<n>{_HAN}{{2,4}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})"
    r"(?=[(](?:(?:19|20)\d\d|[一二][九〇○零]\p{Han}{2})\s?[年./-][^()]{1,14}生[,，)])",
    rf"(?:兹证明|兹有|证明)[:：]?(?:[我本该]{_HAN}{{1,10}}?|{_HAN}{{4,20}}?(?:学校|[中小]学|学院|大学|医院|公司|中心|[局院所站厂馆]))"
    rf"(?:{_HAN}{{0,4}}?)?{_STAFF}"
    rf"(?P<n>{_FAMILY}{_HAN}{{1,2}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=[,，于自从])",
    rf"(?:兹证明|兹有|证明)[:：]?[我本该]{_HAN}{{1,8}}?(?P<n>{_FAMILY}{_HAN}{{1,2}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})"
    r"(?=(?:副?主任|主治|主管|住院|高级|正高级|助理)?(?:医师|护师|药师|技师|工程师|教师|讲师|农艺师))",
    (
        rf"(?:^|[。\n :：]|(?<=\d{{4}}|证书|鉴定|证明))(?:本人|我叫|我是)?(?P<n>{NAME})(?:同志|老师|先生|女士)?"
        rf"(?=[,(](?:性别[:：]?)?[男女][,，)。]|[,(]曾用名|"
        rf"\(?[,]?(?:公民)?身份(?:证|号码)|\(\d{{14,17}}[\dX]\)|性别[:：]?[男女])"
    ),
    rf"(?<![\u4e00-\u9fff·])(?P<n>{NAME})(?=[,(]?(?:性别:?)?[男女](?:性)?系?[,]?(?:(?:19|20)\d\d年|一九|二[〇零○]))",
    rf"(?:^|\n)(?P<n>{_FIRST}{_HAN}{{1,3}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=\n[男女][,，](?:19|20)\d\d年)",
    rf"(?:^|[。\n])(?P<n>{_FAMILY}{_HAN}{{1,3}}?|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=系(?:我|本)?{_HAN}{{0,20}}?(?:大学|学院|"
    rf"学校|单位|公司|医院|院|局|中心|[所站厂]))",
    rf"(?:关于|选派的?|派出的?|下派的?|推荐|职工|教师|干部|员工?|单位|公司|中心|学校|大学|学院|中学|小学|幼儿园|医院|[局厅院所站校厂部科室队处馆社团库场台矿]|(?:资格|职称|职务)的)"
    rf"(?P<n>{_HAN}{{2,4}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=同志)",
    rf"(?:大学|学院|学校|[中小]学|幼儿园|完小)(?P<n>{_FIRST}{_HAN}{{1,2}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=老师(?:[,，于自在到赴从]))",
    rf"(?:单位|公司|中心|[学中小]校|大学|学院|[中小]学|幼儿园|医院|[局厅院所站校厂部馆社团台])(?P<n>{_FIRST}{_HAN}{{1,2}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})"
    rf"(?=[(,](?:(?:公民|居民)?身份(?:证|号码)|社保|社会保障|性别|[男女][,，)]))",
    rf"(?:^|[。\n])(?P<n>{_FIRST}{_HAN}{{1,3}}?)(?=系{_HAN}{{2,12}}人[,，](?:出?生于|19|20|一九|二))",
    rf"(?:^|[。\n]|(?<=\d{{6}}))(?P<n>{_HAN}{{2,4}}?|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=系{_HAN}{{2,20}}[省市县区州旗盟]{_HAN}{{0,8}}人[,，])",
    rf"(?:职工|员工)(?P<n>{_FAMILY}{_HAN}{{1,3}}?|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=[(,](?:社保|社会保障|身份证|公民|性别|[男女]|\d))",
    rf"[,，](?P<n>{_FAMILY}{_HAN}{{1,2}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=经(?:考核|审核|审查|认定|考试))",
    rf"[,，](?P<n>{_FIRST}{_HAN}{{1,3}}?|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=\((?:性别:?)?[男女][,，)])",
    rf"(?:^|[。\n])(?P<n>{_FIRST}{_HAN}{{1,3}}?|{_HAN}{{1,8}}·{_HAN}{{1,8}})"
    rf"(?=[,，](?:系|原籍|籍贯:?)?{_HAN}{{2,12}}[省市县区州旗盟]{_HAN}{{0,8}}人[,，])",
    rf"(?<![\u4e00-\u9fff·]|\d(?=号))(?P<n>{NAME})(?=(?:同志|老师|先生|女士)\s?(?:[:：,于自在到赴由为从系(]|(?:19|20)\d\d年|符合|具备|具有"
    r"|取得|通过))",
    rf"(?:^|[\n。:])(?P<n>(?:{_FAMILY}{_HAN}{{1,3}}?|{_HAN}{{1,8}}·{_HAN}{{1,8}}))(?=[,:]?\s?(?:参加(?!人)|报考|荣获|获得|取得|已通过|经考试|"
    rf"经考核|经评审|经审核|经审查|经认定|具备|具有|同志))",
    rf"(?:^|\n)(?P<n>{_FAMILY}{_HAN}{{1,3}}?|{_HAN}{{2,4}}?|{_HAN}{{1,8}}·{_HAN}{{1,8}})\s?[男女](?=\s?(?:19|20)\d\d[./年])",
)
_IDENTITY_LABEL = regex.compile(r"身份证(?:件)?(?:号码?)?[:：]?\s?$")
_PERSON = tuple(regex.compile(pattern) for pattern in _NAMED)
_GENDER = regex.compile(
    r"性别\s?[:：]?\s?(?P<g>[男女])|(?:^|[\n。])本人[,，]?(?P<g>[男女])(?=[,，])|系(?P<g>[男女])性|[,，(](?P<g>[男女])(?:性)?(?=[,，。);；]|\s?(?:19|20)\d\d年)|"
    r"[\u4e00-\u9fff]{2,4}\s?(?P<g>[男女])(?=\s?(?:公民|居民)?身份证)|"
    r"[\u4e00-\u9fff]\s?(?P<g>[男女])(?:性)?(?=\s?系?[,，]?(?:(?:19|20)\d\d[年./]|一九|二[〇零○]))"
)
_BORN = regex.compile(r"\s?(?:出)?生(?!产|态|活|物|效)|\s?生于")
_BORN_BEFORE = regex.compile(r"(?:出生(?:日期|年月日?|时间)?|(?<![该学考新])生于|生日)[于为:：]?\s?$")


def sentence(views: Sequence[PageView]) -> Passage:
    """All lines of all pages as one run of text, line breaks and gaps inside Chinese drawn together."""
    return joined((view.passage for view in views), "\n")


_ENGLISH = regex.compile(r"\s*(?<![\dA-Za-z])[A-Za-z]+(?:[ ,.'’\n-]+[A-Za-z]+){2,}\.?\s*")


def without_english(passage: Passage) -> Passage:
    """``passage`` without runs of three or more Latin words: the column of a bilingual certificate that stands beside
    the Chinese one, on the same lines."""
    kept: list[Passage] = []
    at = 0
    for run in _ENGLISH.finditer(passage.text):
        kept.append(passage[at : run.start()])
        at = run.end()
    return joined([*kept, passage[at:]])


def paragraphs(views: Sequence[PageView]) -> Iterator[Passage]:
    """From every line on, up to four lines: those that go on with it, as each before them reaches the right margin. A
    title, which is shorter, is not run together with what stands under it."""
    for view in views:
        right = max((line.box.x1 for line in view.lines), default=0.0)
        for at in range(len(view.lines)):
            end = at + 1
            while end < min(at + 4, len(view.lines)) and view.lines[end - 1].box.x1 > right - 3 * view.em:
                end += 1
            yield joined(line.passage.tight() for line in view.lines[at:end])


_AFTER_NUMBER = regex.compile(r"\d号")  # the end of a paper's number, on the line above the sentence
_LED_IN = regex.compile(r"(?:鉴于|由于|对于|欣闻|热烈祝贺|祝贺|感谢)(?=\p{Han}{2})")


def _candidates(text: str) -> Iterator[names.Found]:
    """Names and what stands where one is due, the surest wording first."""
    for pattern in _PERSON:
        for match in pattern.finditer(text, overlapped=True):
            start = match.start("n")
            start += bool(_AFTER_NUMBER.match(text, start - 1))
            led = _LED_IN.match(text, start)
            start = led.end() if led else start
            found = names.find(text[start : match.end("n")])
            found = _without_sex(text, start, found) if found else None
            if found is not None and not is_organisation(found.value):
                yield names.Found(found.value, start + found.start, start + found.end)


_THEN_NUMBER = regex.compile(r"[,:(]?\s?(?:公民|居民)?身份(?:证|号)")


def _without_sex(text: str, start: int, found: names.Found) -> names.Found:
    """A name without the sex that runs on to it before an identity number (罗小明 男 身份证号…): a longer name than
    names are."""
    value = found.value
    end = start + found.end
    longest = 4 if value[:2] in COMPOUND else 3
    if value[-1:] not in ("男", "女") or len(value) <= longest or "·" in value or not _THEN_NUMBER.match(text, end):
        return found
    return names.Found(value[:-1], found.start, found.end - 1)


def person_in_prose(passage: Passage) -> Iterator[Fact]:
    """Name, sex, birth date and identity number as a sentence gives them (学生 X，性别男，…年…月…日生)."""
    text = passage.text
    candidates, others = tee(_candidates(text))
    named = next((found for found in candidates if reads_as_a_name(found.value)), None) or next(others, None)
    if named is not None:
        yield fact("person_name", named.value, passage, named.start, named.end)
    gender = _GENDER.search(text)
    if gender:
        yield fact("gender", gender.group("g"), passage, gender.start("g"), gender.end("g"))
    for date in dates.find(text):
        if _BORN.match(text, date.end) or _BORN_BEFORE.search(text, 0, date.start):
            yield fact("birth_date", date.value, passage, date.start, date.end)
            break
    for number in (identity.find_dated(text) or _labelled_short(text))[:1]:
        yield fact("id_number", number.value, passage, number.start, number.end)


def _labelled_short(text: str) -> list[identity.Found]:
    """Identity numbers of 15 places right after their label; without it other numbers look the same."""
    return [found for found in identity.find_short(text) if _IDENTITY_LABEL.search(text, 0, found.start)]

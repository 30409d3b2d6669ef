"""Places of an application form that hold several facts at once, taken apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
import regex

from extractors.careers.studies import LEVELS
from extractors.forms.form_choices import kind_named
from extractors.grammar import dates, titles
from extractors.grammar.labels import Occurrence
from extractors.grammar.normal import tight
from extractors.grammar.series import SERIES_NAMES
from extractors.layout import PageView
from extractors.prose import person_in_prose
from extractors.records import Fact

_SCHOOL = regex.compile(
    r"[\u4e00-\u9fff()]{2,20}?(?:大学|学院|学校|党校|中专|师范(?!大学|学院|学校|专科|高等)|研究院|电大)"
)
_AFTER = regex.compile(
    r"^(?:[\u4e00-\u9fff]{1,10}系)?[,，、/\s]*(?P<m>[\u4e00-\u9fff()]{2,20}?)(?:专业)?(?:毕业)?(?:$|[,，、;；])"
)
_GRADUATED = regex.compile(r"^(?:从|于|在|毕业于|毕业|[,，、;；])+")
_LEVEL = "|".join(sorted(LEVELS, key=len, reverse=True))
_LEVEL_AFTER = regex.compile(rf"[,，、;；(\s]*(?P<l>{_LEVEL})(?:学历|毕业|文凭)?[)。]?$")
_BRACKETS = regex.compile(r"\((?P<in>[^()]{2,40})\)?$")
_SERIES = regex.compile(r"(?P<s>[\u4e00-\u9fff]{2,12})系列")
_SPECIALTY = regex.compile(r"^(?:.*(?:系列|[,;/]))?(?P<p>[\u4e00-\u9fff、]{2,20}?)专业(?!技术)")
_PLAIN_SPECIALTY = regex.compile(
    r"(?!.*(?:级|高$|职称|资格|破格|转评|改系列|正常|基层|定向|县|乡|有效))(?P<p>[\p{Han}、]{2,14})"
)
_LEVEL_WORD = regex.compile(r"(?:正高|副高|中|初)级?|(?:员|助理)级")
_BEFORE_DATE = regex.compile(r"[(,;、/]?(?:(?:取得|任职|批准|聘任)时间|取得|自)?[:为于]?$")
_KIND = regex.compile(
    r"[\u4e00-\u9fff]{0,6}(?:单位|企业|职业者?|执业者?|就业|经济|所有制|公有制?|机关|事业|集体|民营|私营|民办|公办|公立)"
)


COMPOSITE = ("schooling", "held_since", "series_and_specialty")  # places that are no fact by themselves


def schooling(whole: Fact) -> Iterator[Fact]:
    """School, major, level and time of graduation from one place that holds all (2007年7月云南大学土木工程专业毕业,
    2003年7月毕业于曲靖师范学院汉语言文学专业,本科)."""
    text = tight(whole.text)
    date = dates.find(text, typed=True)
    if date:
        yield msgspec.structs.replace(whole, name="graduation_date", value=date[0].value)
        text = text[: date[0].start] + text[date[0].end :]
    text = _GRADUATED.sub("", text.strip("()")).removesuffix("毕业")
    level = _LEVEL_AFTER.search(text)
    if level:
        yield msgspec.structs.replace(whole, name="education_level", value=LEVELS[level["l"]])
        text = text[: level.start()]
    school = _SCHOOL.search(text)
    if school:
        yield msgspec.structs.replace(whole, name="institution", value=school.group())
        rest = _AFTER.match(text[school.end() :])
        if rest:
            yield msgspec.structs.replace(whole, name="major", value=rest.group("m"))


_HELD = regex.compile(
    r"(?:取得|获得|获|评为|晋升为?|聘为|任)?(?P<t>\p{Han}{2,16}?)(?:专业技术)?(?:任职资格|资格|职称|职务)?[,。;]?"
)


def held_since(whole: Fact) -> Iterator[Fact]:
    """Title and date from one place that holds both: 2014年9月取得工程师资格."""
    text = tight(whole.text)
    date = dates.find(text, typed=True)
    held = _HELD.fullmatch(text[: date[0].start] + text[date[0].end :]) if date else None
    if held and titles.level_of_title(held["t"]):
        yield msgspec.structs.replace(whole, name="current_title", value=held["t"])
        yield msgspec.structs.replace(whole, name="current_title_date", value=date[0].value)


def series_and_specialty(whole: Fact) -> Iterator[Fact]:
    """Series and specialty from one cell: 工程系列(建筑工程), 工程/建筑工程; or a series alone."""
    match = regex.match(
        (
            r"(?P<s>[\u4e00-\u9fff]{2,12}?(?:系列)?)[(/、,\-](?P<p>[\u4e00-\u9fff、]{2,20})\)?$|"
            r"(?P<s>[\u4e00-\u9fff]{2,12}系列)(?P<p>[\u4e00-\u9fff]{2,20}?)(?:专业)?$"
        ),
        tight(whole.text),
    )
    if match is None:
        if tight(whole.text).removesuffix("系列") in SERIES_NAMES:
            yield msgspec.structs.replace(whole, name="applied_series", value=tight(whole.text))
        return
    yield msgspec.structs.replace(whole, name="applied_series", value=match.group("s"))
    yield msgspec.structs.replace(whole, name="applied_specialty", value=match.group("p").removesuffix("专业"))


def parted(found: Iterable[Fact]) -> Iterator[Fact]:
    """Every fact, those that hold more than one (高级教师(中小学教师系列高中语文专业), 工程师(2013年10月),
    某县民族中学(事业单位)) taken apart."""
    for one in found:
        yield from _PARTED.get(one.name, _whole)(one)


def _whole(one: Fact) -> Iterator[Fact]:
    yield one


def _employer(one: Fact) -> Iterator[Fact]:
    said = tight(str(one.value))
    bracket = _BRACKETS.search(said)
    kind = kind_named(bracket["in"]) if bracket and _KIND.fullmatch(bracket["in"]) else None
    if bracket is None or kind is None:
        yield one
        return
    yield msgspec.structs.replace(one, value=said[: bracket.start()])
    yield msgspec.structs.replace(one, name="employer_kind", value=kind)


_PLACE_NOTE = regex.compile(  # what the place was called before, or of what kind it is; a place in brackets stays
    r"(?<=[省市州县区镇乡村旗盟])\((?:(?:\d{4}年)?(?:以?前[为称]?|原[名为称]?|后[为称])\p{Han}{2,20}"
    r"|(?:边境|边远|民族|贫困|艰苦|山区|基层|农村|国家级?|重点|原|深度|县|乡|镇){1,5})\)$"
)
_RENAMED = regex.compile(r"(?<=\p{Han}{2})\((?:现|原|今|后|曾|前身)\p{Han}{3,30}\)$")


def _without_note(note: regex.Pattern[str]) -> Callable[[Fact], Iterator[Fact]]:
    """A reader of a value without the note that ``note`` finds in brackets behind it."""

    def read(one: Fact) -> Iterator[Fact]:
        found = note.search(tight(str(one.value)))
        yield msgspec.structs.replace(one, value=tight(str(one.value))[: found.start()]) if found else one

    return read


def _applied(one: Fact) -> Iterator[Fact]:
    said = tight(one.text)
    bracket = _BRACKETS.search(said)
    series = _SERIES.search(bracket["in"]) if bracket else None
    specialty = _SPECIALTY.search(bracket["in"]) if bracket else None
    level = titles.level_of_word(bracket["in"]) if bracket and _LEVEL_WORD.fullmatch(bracket["in"]) else None
    if bracket and level:
        yield msgspec.structs.replace(one, value=said[: bracket.start()])
        yield msgspec.structs.replace(one, name="applied_level", value=level)
        return
    if bracket and not series and titles.level_of_title(said[: bracket.start()]):
        specialty = specialty or _PLAIN_SPECIALTY.fullmatch(bracket["in"])
    if bracket is None or not (series or specialty):
        yield one
        return
    yield msgspec.structs.replace(one, value=said[: bracket.start()])
    if series:
        yield msgspec.structs.replace(one, name="applied_series", value=series["s"])
    if specialty:
        yield msgspec.structs.replace(one, name="applied_specialty", value=specialty["p"])


def _current(one: Fact) -> Iterator[Fact]:
    said = tight(one.text)
    dated = dates.find(said)
    before = _BEFORE_DATE.sub("", said[: dated[0].start]) if dated else ""
    if not dated or len(before) < 2:
        yield one
        return
    yield msgspec.structs.replace(one, value=before)
    yield msgspec.structs.replace(one, name="current_title_date", value=dated[0].value)


_PARTED: dict[str, Callable[[Fact], Iterator[Fact]]] = {
    "employer": _employer,
    "workplace": _without_note(_PLACE_NOTE),
    "institution": _without_note(_RENAMED),
    "applied_title": _applied,
    "current_title": _current,
    "schooling": schooling,
    "held_since": held_since,
    "series_and_specialty": series_and_specialty,
}


def introduced(labels: Sequence[tuple[PageView, list[Occurrence]]]) -> Iterator[Fact]:
    """Sex and date of birth after the name (申报人:罗小明,女,1980年2月11日生)."""
    for view, found in labels:
        for label in found:
            if label.field == "person_name" and label.line >= 0 and label.end:
                said = view.lines[label.line].passage[label.end :].strip()
                yield from (f for f in person_in_prose(said) if f.name in ("gender", "birth_date"))

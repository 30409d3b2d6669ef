"""What sentences say of a title: its name, level, series and specialty, and since when it is held."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.base import fact, first_said
from extractors.grammar import dates, titles
from extractors.grammar.series import SERIES_NAMES
from extractors.passage import Passage
from extractors.records import Fact

_TITLE_SAID = (
    regex.compile(
        rf"专业(?P<v>{titles.TITLE.pattern})(?:\([\u4e00-\u9fff]{{2,4}}\))?(?:专业技术)?(?:职务)?(?:任职)?资格"
    ),
    regex.compile(
        rf"(?:取得|具备|具有|授予|获得|评为|晋升)[\u4e00-\u9fff、()]{{0,24}}?(?P<v>{titles.TITLE.pattern})("
        rf"?:\([\u4e00-\u9fff]{{2,4}}\))?(?:专业技术)?(?:职务)?(?:任职)?资格"
    ),
    regex.compile(
        rf"(?P<v>{titles.TITLE.pattern})(?:\([\u4e00-\u9fff、]{{2,16}}\))?(?:专业技术)?(?:职务)?(?:任职)?资格"
    ),
    regex.compile(rf"(?:初定|初聘|认定|确认|评定|确定|评审|审定|授予|晋升|定)其?为(?P<v>{titles.TITLE.pattern})"),
)
_SPECIALTY_SAID = (
    regex.compile(rf"(?:{titles.TITLE.pattern})\((?P<v>[\u4e00-\u9fff、]{{2,16}}?)专业\)"),
    regex.compile(r"(?:取得|具备|具有|授予|获得)(?P<v>[\u4e00-\u9fff、()]{2,16}?)专业(?!技术)"),
    regex.compile(r"系列(?P<v>[\u4e00-\u9fff、()]{2,16}?)专业(?!技术)"),
    regex.compile(r"(?:资格|[)])[,，](?:所属|从事)?专业[:：为是]\s?(?P<v>[\u4e00-\u9fff、()\n]{2,18}?)(?=[,，。;；])"),
)
_SERIES_SAID = (
    regex.compile(r"(?:所属)?系列(?:为|[:：])(?P<v>[\u4e00-\u9fff、()]{2,14}?)(?=[,，。;；]|批准|专业[:：])"),
    regex.compile(r"(?:取得|具备|具有|授予|获得)(?P<v>[\u4e00-\u9fff]{2,10}?)系列"),
    regex.compile(
        rf"(?P<v>{'|'.join(sorted(SERIES_NAMES, key=len, reverse=True))})系列[\u4e00-\u9fff]{{0,14}}评(?:审委员会|委会)"
    ),
)
_LEVEL_SAID = regex.compile(r"(?:级别(?:为|[:：])?|\()(?P<v>正高级|副高级|正高|副高|中级|初级|助理级|员级)")
_APPROVED_BEFORE = regex.compile(
    r"(?:批准(?:日期|时间)?(?:为|[:：])?|于|自|通过时间(?:为|[:：])?|取得时间(?:为|[:：])?)\s?$"
)
_HELD_FROM = regex.compile(r"\s?起[,，]?\s?(?:取得|具备|具有|获得|(?:初定|初聘|认定|确认|评定|确定|晋升|定)其?为)")
_APPROVED_AFTER = regex.compile(r"\s?(?:起)?[,，]?(?:取得|具备|具有|获得|评审|经|通过|批准|被?评)")


_APPROVED_ON = ("批准日期为", "批准日期", "批准时间", "批准日期:", "取得时间为", "取得时间:", "评审(", "评审通过(")
_PASSED = regex.compile(r"\s?(?:会议)?(?:评审|评议|审定|考核|认定)通过")


def titles_said(passage: Passage) -> Iterator[Fact]:
    """Title, specialty, series, level and day of approval as running text gives them, at most one of each."""
    yield from first_said(passage, "title", *_TITLE_SAID)
    for specialty in first_said(passage, "specialty", *_SPECIALTY_SAID):
        yield from _without_series(specialty)
    yield from first_said(passage, "series", *_SERIES_SAID)
    match = _LEVEL_SAID.search(passage.text)
    level = titles.level_of_word(match.group("v")) if match else None
    if match and level:
        yield fact("title_level", level, passage, match.start("v"), match.end("v"))
    for date in dates.find(passage.text):
        if (
            _HELD_FROM.match(passage.text, date.end)
            or (_APPROVED_BEFORE.search(passage.text[: date.start]) and _APPROVED_AFTER.match(passage.text, date.end))
            or _PASSED.match(passage.text, date.end)
            or passage.text[: date.start].endswith(_APPROVED_ON)
        ):
            yield fact("approved_date", date.value, passage, date.start, date.end)
            return


_SERIES_BEFORE = regex.compile(
    r"^(?:(?P<s>.{2,12})系列|(?P<s>中小学教师|高等学校教师|高校教师|中等职业学校教师|自然科学研究|社会科学研究|"
    r"文物博物|图书资料))(?=..)"
)


def _without_series(specialty: Fact) -> Iterator[Fact]:
    """A specialty, and apart from it the series that the sentence puts before it."""
    series = _SERIES_BEFORE.match(str(specialty.value))
    if series is None:
        yield specialty
        return
    yield msgspec.structs.replace(specialty, value=str(specialty.value)[series.end() :])
    yield msgspec.structs.replace(specialty, name="series", value=series["s"])

"""What reports on diplomas say in sentences: of the studies that they confirm, and of themselves."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from extractors.base import fact, first_said
from extractors.careers.foreign_degrees import studied_abroad
from extractors.careers.studies import STUDIED, entered_and_left, in_prose
from extractors.grammar import dates
from extractors.passage import Passage, joined
from extractors.periods import said_period
from extractors.prose import NAME, person_in_prose
from extractors.records import Fact

BY_SCHOOL = regex.compile(r"(?:毕业|学位|学历)证书\s?(?:确?[系为是]|由)(?:我|本)[校院](?:颁发|所发)")
_SAID = (
    ("person_name", regex.compile(rf"(?:持证人|该生|学生|毕业生)(?P<v>{NAME})(?=[,，(])")),
    ("certificate_number", regex.compile(r"(?:编号|证号)(?:为|是)?:?\s?(?P<v>\d{16,18})")),
    ("major", regex.compile(r"专业(?:名称)?[为是:](?P<v>\p{Han}{2,20}?)(?=[,，。;；])")),
    ("education_level", regex.compile(r"层次[为是:](?P<v>\p{Han}{2,8}?)(?=[,，。;；])")),
    ("study_mode", regex.compile(r"(?:学习|办学)形式[为是:](?P<v>\p{Han}{2,8}?)(?=[,，。;；])")),
    ("verification_code", regex.compile(r"(?:查询|查验|验证)码[为是:]?\s?(?P<v>[A-Z0-9]{8,24})(?![A-Za-z0-9])")),
)


def by_the_school(passage: Passage) -> Iterator[Fact]:
    """What the school that gave a diploma says of it in sentences: 持证人某某, 所学专业为某专业, 层次为本科."""
    if not BY_SCHOOL.search(passage.text):
        return
    for name, pattern in _SAID:
        yield from first_said(passage, name, pattern)
    yield from person_in_prose(passage)
    yield from entered_and_left(passage)


_LATIN_NOTE = regex.compile(
    r"\((?:\p{Han}{2,6}:)?[A-Za-z][A-Za-z\s,.'’&\-]*\)"
)  # the name of a foreign school, or of a person in a passport


def _without_notes(passage: Passage) -> Passage:
    kept: list[Passage] = []
    at = 0
    for note in _LATIN_NOTE.finditer(passage.text):
        kept.append(passage[at : note.start()])
        at = note.end()
    return joined([*kept, passage[at:]])


def studies_said(passage: Passage) -> Iterator[Fact]:
    """What a report without labels says of the studies: 某某,男,…生,…至…在某大学某专业学习."""
    passage = _without_notes(passage)
    if _AWARDED.search(passage.text):
        yield from person_in_prose(passage)
        yield from first_said(passage, "institution", _AWARDED)
        yield from first_said(passage, "certificate_number", _NUMBERED)
    abroad = list(studied_abroad(passage))
    if abroad:
        yield from abroad
        yield from person_in_prose(passage)
        yield from said_period(passage)
        return
    if not (_STUDYING.search(passage.text) or _HELD.search(passage.text)):
        return
    yield from person_in_prose(passage)
    yield from said_period(passage)
    yield from entered_and_left(passage)
    yield from first_said(passage, "institution", _RECOGNISED)
    yield from first_said(passage, "institution", STUDIED, _AT_SCHOOL, _HELD)
    yield from first_said(passage, "major", _IN_MAJOR)
    yield from map(_without_today, in_prose(passage))
    yield from _valid_from(passage)
    yield from first_said(passage, "certificate_number", _NUMBERED)


def _without_today(one: Fact) -> Fact:
    """A major without the school's present name in brackets before it: 某医学院(现某医科大学)临床医学."""
    if one.name != "major":
        return one
    return msgspec.structs.replace(one, value=regex.sub(r"^[(（]现?[^()（）]*[)）]", "", str(one.value)))


# 所持某大学颁发的某号毕业证书真实有效
_HELD = regex.compile(
    r"所?持有?的?(?P<v>(?![本我该])\p{Han}[\p{Han}()]{1,24}?(?:大学|学院|学校))(?:所)?(?:颁发|签发|发放)的?[^。]{0,24}(?:毕业|学位|学历)证"
)
# 经核查,某大学系某国正规高等学校: the school abroad without the country before it
_RECOGNISED = regex.compile(
    r"核查[,，](?P<v>\p{Han}{2,24}?(?:大学|学院|学校))[系为是]\p{Han}{2,16}(?:高等|教育|学校|院校|机构)"
)
_STUDYING = regex.compile(
    r"(?:在|于)[\u4e00-\u9fff()、]{4,40}专业[^。]{0,24}学习|(?:在|[考进]?入)(?P<v>(?![本我该])\p{Han}{2,24}?(?:大学|学院|学校))"
    r"(?:学习|就读|攻读|修读|完成)|就读于(?![本我该])\p{Han}{2,24}?(?:大学|学院|学校)\p{Han}{2,20}专业"
)
_AT_SCHOOL = regex.compile(
    r"(?:在|入)(?P<v>(?![本我该])(?:(?![年月日在于])[\u4e00-\u9fff()]){2,24}?(?:大学|学院|学校))(?=学习|就读|攻读|修读|完成)"
)
_IN_MAJOR = regex.compile(r"(?:所学)?专业(?:名称)?[为是](?P<v>\p{Han}[\p{Han}()]{1,20}?)(?=[,，。;；])")
_IN_FORCE = regex.compile(r"\s?起(?:生效|有效)")


def _valid_from(passage: Passage) -> Iterator[Fact]:
    """A report dated by the day from which it is valid: 本证明自…起有效."""
    for date in dates.find(passage.text):
        if _IN_FORCE.match(passage.text, date.end):
            yield fact("issue_date", date.value, passage, date.start, date.end, trust=0.9)
            return


# Of a degree: 2010年6月获某大学授予的农学硕士学位
_AWARDED = regex.compile(
    r"(?:获得?|由|经)(?P<v>(?![本我该])\p{Han}[\p{Han}()]{1,24}?(?:大学|学院|研究院|研究所|科学院))(?:所)?授予的?"
    r"\p{Han}{0,10}(?:学士|硕士|博士)"
)
_NUMBERED = regex.compile(r"证书编号(?:为|是)?[:：]?\s?(?P<v>\d{16,18})|(?<!\d)(?P<v>\d{16,18})(?=号)")

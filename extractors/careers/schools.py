"""The school of a diploma or degree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex
from rapidfuzz.distance import Levenshtein

from extractors.base import fact
from extractors.closing import sealed_issuer, segments
from extractors.layout import PageView
from extractors.records import Fact

_SCHOOL = regex.compile(r"[\u4e00-\u9fff()]{2,20}?(?:大学|学院|学校|党校|科学院|研究院|研究所)(?![\u4e00-\u9fff])")
_OFFICE = regex.compile(
    r"(?P<s>\p{Han}{2,20}?(?:大学|学院|学校|党校))(?:教务处|教务部|研究生[院处部]|档案馆|学生处|学生工作处|招生就业处|继续教育学院|成人教育学院)"
)
_NO_SCHOOL = regex.compile(r"普通高等学校|成人高等学校|高等学校|^[\u4e00-\u9fff]{0,2}(?:本|我|该)校")


_COMMITTEE = regex.compile(r"学位(?:评定)?委员会$")  # of the school, by which it confers degrees


def school_of(views: Sequence[PageView], found: Sequence[Fact]) -> list[Fact]:
    """The school of a diploma or degree where one of ``institution`` and ``issuer`` was found, as the other, which
    is the same body; where neither was, the first line that is a school's name."""
    kinds = {f.name: f for f in reversed(found)}
    school, issuer = kinds.get("institution"), kinds.get("issuer")
    if school is None and issuer is not None and _SCHOOL.fullmatch(str(issuer.value)):
        return [msgspec.structs.replace(issuer, name="institution")]
    office = _OFFICE.fullmatch(str(issuer.value)) if school is None and issuer is not None else None
    if office and issuer is not None:
        return [msgspec.structs.replace(issuer, name="institution", value=office["s"])]
    if school is None:
        school = next(_first_school(views), None)
    if school is None:
        return []
    return [school] if issuer is not None else [school, msgspec.structs.replace(school, name="issuer")]


def sealed_by(views: Sequence[PageView], found: Sequence[Fact]) -> Iterator[Fact]:
    """The issuer that the seal of a diploma or degree names: the school as printed where the ring says the same, a
    character misread aside, else what was read on it."""
    school = next((f for f in found if f.name == "institution"), None)
    for ring in sealed_issuer(views):
        named = _COMMITTEE.sub("", str(ring.value))
        same = school is not None and Levenshtein.distance(str(school.value), named) <= 1
        yield msgspec.structs.replace(school, name="issuer") if school is not None and same else ring


def _first_school(views: Sequence[PageView]) -> Iterator[Fact]:
    for view in views:
        for part in (segment for line in view.lines for segment in segments(line)):
            bare = part.bare()
            match = _SCHOOL.search(bare.text)
            if match and len(match.group()) >= 4 and not _NO_SCHOOL.search(match.group()):
                yield fact("institution", match.group(), bare, match.start(), match.end(), trust=0.9)

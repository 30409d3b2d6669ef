"""What sentences say of hours of training: all of them, the professional ones, and those of each year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import regex

from extractors.base import fact
from extractors.passage import Passage, joined
from extractors.records import Fact

_COURSES = (
    r"(?:(?:《[^》]{1,60}》|“[^”]{1,60}”)(?:等)?[、，,和]?\s?)*(?:课程)?"  # between a kind of subject and its hours
)
_HOUR = r"(?:个)?\s?(?:标准)?(?:学时|课时|学分)"
_TOTAL = (
    regex.compile(rf"(?:共计|总计|合计|累计|总共|总学时(?:数)?)[^\d。;；\n]{{0,14}}?(?P<v>\d+(?:\.\d+)?)\s?{_HOUR}"),
    regex.compile(
        rf"(?:共计|总计|合计|累计|总共|共|修满|修完|计|完成|取得|获得|"
        rf"总学时(?:数)?)[^\d。;；\n]{{0,14}}?(?P<v>\d+(?:\.\d+)?)\s?{_HOUR}"
    ),
    regex.compile(r"(?:学时(?:数)?|课时|学分)(?:为|共|[:：])\s?(?P<v>\d+(?:\.\d+)?)"),
    regex.compile(rf"(?<!科目|公需课|专业课|公需|专业|[\d.])(?P<v>\d+(?:\.\d+)?)\s?{_HOUR}"),
)
_PROFESSIONAL = regex.compile(
    rf"专业(?:科目|课程|课|知识|技术|类)?(?:培训|学习|继续教育)?{_COURSES}(?:学时)?(?:数)?(?:为|共计|共|计|"
    rf"[:：(])?\s?(?P<v>\d+(?:\.\d+)?)\s?(?:{_HOUR})?"
)
_PUBLIC = regex.compile(
    rf"公需(?:科目|课程|课|知识|类)?(?:培训|学习|继续教育)?{_COURSES}(?:学时)?(?:数)?(?:为|共计|共|计|"
    rf"[:：(])?\s?(?P<v>\d+(?:\.\d+)?)\s?(?:{_HOUR})?"
)
_COUNTED = regex.compile(r"[,，。](?:共?计|折合|折算为?)$")  # 学习期满,计专业科目40学时: all that a course counts for
_CLAUSE = regex.compile(r"(?P<y>(?:19|20)\d\d)\s?年(?:度)?(?P<rest>(?:(?!(?:19|20)\d\d\s?年)[^。\n])*)")


def by_statement(passage: Passage) -> list[list[Fact]]:
    """Sentences that give year after year its hours; empty when fewer than two years are named with hours."""
    rows: list[list[Fact]] = []
    for match in _CLAUSE.finditer(passage.text):
        rest = passage[match.start("rest") : match.end("rest")]
        hours = list(said(rest))
        if hours:
            rows.append([fact("year", match.group("y"), passage, *match.span("y")), *hours])
    years = [str(r[0].value) for r in rows]
    return rows if len(rows) > 1 and len(set(years)) == len(years) else []


def said(passage: Passage) -> Iterator[Fact]:
    """The hours that a clause gives, and the professional ones among them."""
    professional, public = _PROFESSIONAL.search(passage.text), _PUBLIC.search(passage.text)
    total = next((m for p in _TOTAL if (m := _apart(p, passage.text, professional, public))), None)
    if total:
        yield fact("hours", total.group("v"), passage, *total.span("v"))
    elif professional and public:
        both = joined((passage[slice(*public.span("v"))], passage[slice(*professional.span("v"))]), "、")
        yield fact("hours", plain(Decimal(professional.group("v")) + Decimal(public.group("v"))), both, trust=0.9)
    elif professional and _COUNTED.search(passage.text, 0, professional.start()):
        yield fact("hours", professional.group("v"), passage, *professional.span("v"), trust=0.9)
    if professional:
        yield fact("professional_hours", professional.group("v"), passage, *professional.span("v"))


def _apart(
    pattern: regex.Pattern[str], text: str, professional: regex.Match[str] | None, public: regex.Match[str] | None
) -> regex.Match[str] | None:
    """The first match that is not the number of professional or public hours."""
    taken = {m.start("v") for m in (professional, public) if m}
    return next((m for m in pattern.finditer(text) if m.start("v") not in taken), None)


def plain(number: Decimal) -> str:
    """A number without a point where it is whole."""
    return f"{number.normalize():f}"

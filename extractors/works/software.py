"""Numbers of software copyright registrations (handbook 4.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
import regex

from extractors.base import fact
from extractors.grammar import values
from extractors.grammar.labels import Value
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works.matching import first

_REGISTRATION = regex.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-?[S5][RB]-?(?P<serial>[\dOo]{4,8})(?!\d)")
_CERTIFICATE = regex.compile(r"软著[登变]?(?:补)?字第(?P<serial>[A-Z]{0,4}\d{4,9})号")


def registration_number(passage: Passage) -> Value | None:
    """``2018SR100200``."""
    hit = first(_REGISTRATION, passage)
    return hit.value(0, f"{hit['year']}SR{hit['serial'].upper().replace('O', '0')}") if hit else None


def registration_at_label(passage: Passage) -> Value | None:
    """What stands in the place for a registration number, also where it has not the layout of one."""
    return registration_number(passage) or values.code(passage)


def certificate_number(passage: Passage) -> Value | None:
    """``软著登字第1234567号``."""
    hit = first(_CERTIFICATE, passage)
    return hit.value(0) if hit else None


_SAID = tuple(
    regex.compile(pattern)
    for pattern in (
        r"申请人(?P<owner>[\p{Han}()、;；]{2,60}?)申请对(?P<name>[^,，。]{4,60}?)[(]登记号",
        r"(?:^|[。\n号]|证明|兹有)(?P<owner>[\p{Han}()、;；]{2,60}?)(?:自主|独立|共同)?(?:开发|研制|研发)(?:完成)?的"
        r"[《“\"](?P<name>[^》”\"]{4,60})[》”\"]",
    )
)


def in_sentence(passage: Passage) -> Iterator[Fact]:
    """The owner and the software that a certificate in running text names."""
    for pattern in _SAID:
        hit = first(pattern, passage)
        if hit:
            yield hit.fact("owner", "owner", trust=0.9)
            yield hit.fact("software_name", "name", trust=0.9)
            return


_VERSION_ENDS = regex.compile(r"[VＶ]?\d+(?:\.\d+)+$", regex.IGNORECASE)
_VERSION_ALONE = regex.compile(r"[VＶ]?\d+(?:\.\d+)+", regex.IGNORECASE)


_SHORT_NAMED = regex.compile(
    r"[\[(](?:软件)?简称[:：]?[^\[\]()]{1,30}[\])]\s?(?:[VＶ]?\d+(?:\.\d+)*)?", regex.IGNORECASE
)


def _with_short_name(one: Fact, views: Sequence[PageView]) -> Fact:
    """A name that was cut before its own short form in brackets, with this and the version behind it."""
    for line in (line for view in views if view.page.number == one.page for line in view.lines):
        at = line.text.find(str(one.text).rstrip("[(（ "))
        match = _SHORT_NAMED.search(line.text, at) if at >= 0 else None
        if match:
            named = line.passage[at : match.end()].strip()
            return fact("software_name", named.tight().printed(), named)
    return one


def versioned(one: Fact, views: Sequence[PageView]) -> Fact:
    """A software's name with the version that stands alone on the line under it."""
    if one.name == "software_name" and str(one.value).endswith(("[", "(", "（")):
        return _with_short_name(one, views)
    if one.name != "software_name" or _VERSION_ENDS.search(str(one.value)):
        return one
    for view in (view for view in views if view.page.number == one.page):
        for above, line in pairwise(view.lines):
            version = _VERSION_ALONE.fullmatch(tight(line.text))
            bare, name = above.passage.bare(), tight(str(one.value))
            if version is None or not bare.text.endswith(name):
                continue
            box = bare.box(len(bare) - len(name))
            if abs(line.box.x0 - box.x0) < view.em and line.box.y0 - box.y1 < 2 * view.em:
                return msgspec.structs.replace(one, value=f"{one.value}{version.group()}")
    return one

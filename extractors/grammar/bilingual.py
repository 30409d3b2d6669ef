"""Labels that are printed in English too, behind the Chinese one (姓名 Name) or on the lines under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from extractors.grammar.normal import plain, tight
from ingest.geometry import Box, union
from ingest.records import Word

if TYPE_CHECKING:
    from extractors.grammar.labels import Occurrence
    from extractors.layout import PageView

_WORDS = (
    "name full family given surname sex gender date of birth birthday born on place nationality nation ethnic "
    "ethnicity group identity identification id card passport no number code serial certificate cert licence "
    "license registration register registered permit document file education educational background level degree "
    "discipline conferred conferral conferring awarded award awarding granted institution institute university "
    "school college unit work working employer company organization organisation address addr major specialty "
    "speciality specialized profession professional technical title post position qualification qualifications "
    "occupation skill grade category class type kind mode form study program programme schooling enrolment "
    "enrollment entry entrance admission graduation graduated completion leaving start end from to period term "
    "duration valid validity until through expiry issue issued issuing issuance by authority agency department "
    "office body approval approved approving seal signature president verification online result results score "
    "subject the year month day time holder bearer photo remarks tel phone and for in at issuer inventor patent "
    "patentee owner software rank achievement grant filing publication project person author publisher "
    "party commencing commencement expiration signing employee contract "
    "present current applied applying obtained obtaining acquired nature affiliation highest series journal paper "
    "training course hours credits appointment appointed appointee test exam examination total "
    "overall report"
)
# Words that name what a place holds; one of them makes a label of English words that no list knows.
_TELLING = (
    "name no number date birth born sex gender issue issued issuer title level inventor patent patentee owner "
    "software award awarded grade rank achievement speciality specialty major degree school university "
    "institution id certificate grant granted filing publication valid validity category project person "
    "occupation skill type kind unit employer place period education author publisher department nationality "
    "address holder qualification authority score subject result duration registration party card position post term "
    "start end commencing commencement expiry expiration signature signing employee contract test exam examination"
)
_KNOWN = regex.compile(rf"(?<![a-z])(?:{'|'.join(_TELLING.split())})(?![a-z])")
_GIVEN = r"[ ]?[/|]?[ ]?[A-Z][A-Za-z .'&/]{1,48}?\.?"
# What may stand between a Chinese label and its value: the same label in English.
TAIL = rf"{_GIVEN}(?:\([A-Za-z]{{1,3}}\))?\s?[::]|{_GIVEN}(?=\t|\s*$)"
_AFTER_HAN = regex.compile(r"(?<=\p{Han}{2})[A-Z][A-Za-z.'()&/]{2,40}:?$")
_LATIN = regex.compile(r"[A-Za-z][A-Za-z .'()&/:\t]{1,60}")
# The ligature of fi may come apart from what follows it: Certif icate.
_WORD = "|".join(w.replace("fi", r"fi\s{0,2}") for w in sorted(set(_WORDS.split()), key=len, reverse=True))
_BETWEEN = r"[.&/,'’()\-]*"
_BEHIND = regex.compile(
    rf"[\s(]*(?=[A-Z][a-z]|I\.?D|NO)(?i:(?:{_WORD})(?![A-Za-z])\s?{_BETWEEN}\s?)+(?:(?-i:[AB])(?![A-Za-z]))?(?<!\s)(?=[\s:\p{{Han}}]|(?<=\.)\d|$)"
)
_ONLY = regex.compile(rf"[(]?(?i:(?:(?:{_WORD}){_BETWEEN})+):?")
_REACH = 1.8  # heights between a label's foot and its English form, a value's line perhaps between them


def is_label(text: str) -> bool:
    """Whether English words name what a place holds, in the words that certificates use."""
    spaced = regex.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower()
    return bool(_KNOWN.search(spaced))


def behind(text: str, at: int) -> int:
    """Where the English behind a label that ends at ``at`` of folded ``text`` ends, however the value follows; ``at``
    when none of known words stands there."""
    match = _BEHIND.match(text, at)
    return match.end() if match else at


def is_english(text: str) -> bool:
    """Whether a word of a page is nothing but a label in English, a colon after it aside."""
    bare = tight(text) if text[:1].isascii() or text[:1] == "（" else ""
    return bool(bare) and bool(_ONLY.fullmatch(bare) or (_LATIN.fullmatch(plain(text)) and is_label(text)))


def without_english(text: str) -> str:
    """Tight ``text`` of a cell without the English form that ends it."""
    first = regex.search(r"[(]?[A-Za-z]", text)
    if first and first.start() and _ONLY.fullmatch(text, first.start()):
        return text[: first.start()]
    return _AFTER_HAN.sub(lambda tail: "" if is_label(tail.group()) else tail.group(), text)


def with_english(view: PageView, found: Sequence[Occurrence]) -> list[Occurrence]:
    """The labels of a page's lines with the English under them; where that ends in a colon, the value stands after it,
    on its line."""
    taken = [o.box for o in found]
    english = [w for w in view.words if is_english(w.text) and not _within(w.box, taken)]
    return [_over_english(view, label, english) for label in found] if english else list(found)


def _within(box: Box, others: Sequence[Box]) -> bool:
    return any(box.intersection(other) > 0.5 * box.area for other in others)


def _over_english(view: PageView, label: Occurrence, english: Sequence[Word]) -> Occurrence:
    under = [] if label.colon else _beneath(label.box, english)
    if not under:
        return label
    box, last = union([label.box, *(w.box for w in under)]), under[-1]
    line = next((i for i, at in enumerate(view.lines) if last in at.words), -1)
    if line < 0 or not plain(last.text).rstrip().endswith(":"):
        return label._replace(box=box)
    places = [i for i, o in enumerate(view.lines[line].passage.origin) if o is not None and o[1] is last]
    return label._replace(box=box, line=line, start=places[0], end=places[-1] + 1, colon=True, alone=True)


def _beneath(label: Box, english: Sequence[Word]) -> list[Word]:
    """The English under a label at ``label``, line by line."""
    found: list[Word] = []
    foot = label
    while True:
        below = [w for w in english if w not in found and _under(foot, label, w.box)]
        if not below:
            return found
        nearest = min(below, key=lambda w: w.box.y0)
        found.append(nearest)
        foot = nearest.box


def _under(foot: Box, label: Box, word: Box) -> bool:
    if not -0.3 * foot.height < word.y0 - foot.y1 < _REACH * foot.height or word.center[1] <= foot.center[1]:
        return False
    return min(word.x1, label.x1) - max(word.x0, label.x0) >= 0.5 * min(word.width, label.width)

"""What one line of a contents page says: a title, names, a page, or some of the three."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extractors.layout import Line
from extractors.passage import EMPTY, Passage
from extractors.works import issues
from extractors.works.authors import Authors, chinese, may_be_run_together, run_together

_LEADERS = r"[.·…。⋯\-—_=]{3,}|\t+"
# e0906: of an article without pages
_PAGE = r"(?:(?<![A-Za-z])[Pp]\.?\s?)?(?P<page>(?<![A-Za-z])[eE]\d{3,8}|\d{1,4}(?:\s?[-—~]\s?\d{1,4})?)"
_RIGHT = regex.compile(
    rf"^(?P<title>.+?)(?:\s*(?:{_LEADERS})\s*|\s*/\s*|\s{{2,}})(?P<authors>[^\d]*?)\s*(?:{_LEADERS})?"
    rf"\s*[(\[〔]?{_PAGE}[)\]〕]?$"
)
_LEFT = regex.compile(
    rf"^[(\[〔]?{_PAGE}[)\]〕]?[\t .、]*(?<=\D)(?P<title>.+?)(?:\s*(?:{_LEADERS})\s*|\s*/\s*|\s{{2,}})"
    r"(?P<authors>[^\d]+)$"
)
_BRACKET = regex.compile(rf"^(?P<title>.{{6,}}?)[(〔]{_PAGE}[)〕]$")
_PAGE_FIRST = regex.compile(rf"^[(\[]?{_PAGE}(?:[)\]〕][\t .、]*|[\t .、]+)(?P<title>[^\d\s].{{3,}})$")
_PAGE_LOST = regex.compile(r"^(?P<title>\D.{3,}?)\s*[.·…⋯]{2,}[\s.·…⋯]*$")
_SIGNATURE = regex.compile(rf"^\s*(?:{_LEADERS})?\s*(?P<authors>\D+?)(?:{_LEADERS}|\s)*[(\[〔]?{_PAGE}[)\]〕]*$")
_LEADING = regex.compile(r"[.·…⋯]{3}|-{3}|—{2}|_{3}|={3}")
_DOTS = regex.compile(r"([.·…⋯\-—_=])\1{3,}")
_AROUND_TITLE = ".·…⋯-—_/ "
_AROUND_NAMES = "()[]/.·…⋯-—_="
_LONGEST_RUN = 9  # characters of names run together, three of three, where a title might stand as well
_IMPRINT = regex.compile(
    r"ISSN|CN\d\d|主[管办](?:单位|部门)?[:：]|^主[管办](?:单位|部门)|编辑出版|出版(?:日期|单位)|邮发代号|定价|邮编|电话"
    r"|国内统一|国际标准|刊号|创刊"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A paper on a contents page. ``signed`` is None where no names were read, ``page`` where it was lost."""

    line: Line
    title: Passage
    signed: Passage | None
    page: Passage | None


def people(passage: Passage) -> Authors | None:
    """The names of a passage that holds nothing else, also names that a scan ran together. Four characters that a text
    layer sets without a space are one name: 斯那卓玛."""
    as_set = len(passage.bare()) == _OF_ONE and passage.page().source == "text"
    return chinese(passage, sure=as_set) or run_together(passage)


_OF_ONE = 4  # characters of a name that may as well be two names


def signs(passage: Passage) -> bool:
    """Whether a line is names, also where a scan ran them together so that nothing tells where each ends."""
    return people(passage) is not None or may_be_run_together(passage)


def is_imprint(line: Line) -> bool:
    """Whether a line tells of the journal and of no paper."""
    return _IMPRINT.search("".join(line.text.split())) is not None or issues.has_issue(line.passage)


def entry(line: Line) -> Entry | None:
    """What the line says of one paper; None for a line that is no entry, or only the second line of one."""
    length = len(_DOTS.sub("...", line.text.strip()))
    if not 8 <= length <= 160 or not regex.search(r"\p{Han}{3}|[A-Za-z]{4}", line.text):
        return None
    for pattern in (_LEFT, _RIGHT, _BRACKET):
        match = pattern.match(line.text)
        if match and not is_imprint(line):
            title, signed = _parted(line.passage, match)
            title = title.strip(_AROUND_TITLE)
            return Entry(line, title, signed, line.passage[slice(*match.span("page"))]) if title else None
    return None


def signature(line: Line) -> Entry | None:
    """The names and the page of a paper whose title stands above: an entry without a title. What a scan ran together
    may as well be a title (农村饮水安全), unless leaders stand before it."""
    match = _SIGNATURE.match(line.text)
    if match is None:
        return None
    names = line.passage[slice(*match.span("authors"))].strip(_AROUND_NAMES)
    return (
        Entry(line, EMPTY, names, line.passage[slice(*match.span("page"))]) if _sign_below(names, line.text) else None
    )


def _sign_below(names: Passage, text: str) -> bool:
    if chinese(names):
        return True
    if _LEADING.match(text.lstrip()):
        return signs(names)
    return len(names.bare()) <= _LONGEST_RUN and not _LEADING.search(text) and run_together(names) is not None


def unsigned(line: Line) -> Entry | None:
    """A page and a title, or a title with leaders whose page a scan lost: an entry where names stand below."""
    for pattern in (_PAGE_FIRST, _PAGE_LOST):
        match = pattern.match(line.text)
        if match and regex.search(r"\p{Han}{4}|[A-Za-z]{4}", match["title"]) and not is_imprint(line):
            title = line.passage[slice(*match.span("title"))].strip(_AROUND_TITLE)
            page = line.passage[slice(*match.span("page"))] if pattern is _PAGE_FIRST else None
            return Entry(line, title, None, page)
    return None


def _parted(passage: Passage, match: regex.Match[str]) -> tuple[Passage, Passage | None]:
    """Title and names of an entry; what stands between title and page and is no names belongs to the title, unless
    leaders part it from that or it may be names that a scan ran together."""
    start, end = match.span("title")
    title = passage[start:end]
    first, last = match.span("authors") if "authors" in match.groupdict() else (end, end)
    names = passage[first:last].strip(_AROUND_NAMES)
    if len(regex.sub(r"\W", "", names.text)) < 2:
        return _in_brackets(title)
    if people(names):
        return title, names
    between = passage.text[end:first]
    if _LEADING.search(between) or may_be_run_together(names):
        return title, None
    return passage[start:last], None


def _in_brackets(title: Passage) -> tuple[Passage, Passage | None]:
    """A title and its authors where these stand in brackets after it: 题名(李明 王红)."""
    match = regex.search(r"\s*\((?P<a>[^()]{2,40})\)[\s.·…]*$", title.text)
    if match and chinese(title[match.start("a") : match.end("a")]):
        return title[: match.start()], title[match.start("a") : match.end("a")]
    return title, None

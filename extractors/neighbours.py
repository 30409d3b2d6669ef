"""Whether a page goes on with the document before it or begins another of its kind: what both name is compared."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from rapidfuzz.distance import Levenshtein

from extractors.closing import closing
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.records import DocumentType, FactValue
from extractors.types import discovered


def unfinished(kind: DocumentType, former: Sequence[PageView], view: PageView) -> bool:
    """Whether ``view`` goes on with a paper whose last page bears neither date of issue nor seal and names the same
    person."""
    last = former[-1]
    dated = any(f.name == "issue_date" for f in closing([last]))
    if (last.page.marks or dated) and kind != "application_form":  # a form bears dates and seals on many pages
        return False
    here, before = people(kind, view), people(kind, former[0])
    return not here or here == before


def contracted_anew(former: Sequence[PageView], view: PageView) -> bool:
    """Whether ``view`` begins a contract of its own, titled like the one before it, or naming both parties anew where
    that one is dated at its end or has another employer."""
    if _titled_alike(former[0], view):
        return True
    here, before = _values("employment_contract", view), _values("employment_contract", former[0])
    if not {"employer", "person_name"} <= here.keys() or (len(former) == 1 and _is_cover(former[0])):
        return False
    dated = any(f.name == "issue_date" for f in closing([former[-1]]))
    return dated or ("employer" in before and not _alike(str(here["employer"]), str(before["employer"])))


def appointed_anew(former: Sequence[PageView], view: PageView) -> bool:
    """Whether ``view`` is another letter of appointment: both are dated at their ends, and it names its person."""
    dated = (any(f.name == "issue_date" for f in closing([page])) for page in (former[-1], view))
    return all(dated) and bool(people("appointment", view))


def other_side(kind: DocumentType, former: Sequence[PageView], view: PageView) -> bool:
    """Whether ``view`` is a card's other side: nothing that stands on the pages before stands on it too."""
    here = _values(kind, view)
    before = {name for earlier in former for name in _values(kind, earlier)}
    return bool(here) and bool(before) and before.isdisjoint(here)


def authored(view: PageView) -> bool:
    """Whether a paper's page names its authors at its head or has an abstract there, as the first one does; not those
    whom it cites."""
    if _SUMMED_UP.search(view.tight[: len(view.tight) // 2]):
        return True
    if _CITES.search(view.tight) and not _ABSTRACT.search(view.tight):
        return False
    return "authors" in _values("paper", view)


_CITES = regex.compile(r"参考文献|\[\d{1,2}\]\p{Han}")
_SUMMED_UP = regex.compile(r"摘要|内容提要")
_ABSTRACT = regex.compile(r"摘\s?要|提\s?要|关键词|Abstract|Keywords", regex.IGNORECASE)


def people(kind: DocumentType, view: PageView) -> set[FactValue]:
    """Whom a page names as its person, read as a document of ``kind``."""
    return {f.value for f in discovered()[kind].facts([view]) if f.name == "person_name"}


def _values(kind: DocumentType, view: PageView) -> dict[str, FactValue]:
    return {f.name: f.value for f in discovered()[kind].facts([view])}


_OF_A_LETTER = regex.compile(r".{0,24}(?:证明|说明|通知书|副本|证明书|公证书|函)(?:\(.{1,8}\))?")
_LETTER_LINES = 24


def stands_alone(view: PageView) -> bool:
    """Whether a page is a letter from its title to its date (情况说明, 变更通知书), no page of the paper before it."""
    if not view.lines or len(view.lines) > _LETTER_LINES:
        return False
    titled = any(_OF_A_LETTER.fullmatch(tight(line.text)) and _set_as_title(line, view) for line in view.lines[:3])
    found = {f.name for f in closing([view])} if titled else set()
    return {"issuer", "issue_date"} <= found


def _set_as_title(line: Line, view: PageView) -> bool:
    return line.height > 1.25 * view.em and tight(line.text) in view.headings


_CLAUSE = regex.compile(r"^(?:第[一二三四五六七八九十]{1,3}条|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])")


def _is_cover(view: PageView) -> bool:
    """Whether a page bears a title and the parties, and no clause."""
    return len(view.lines) <= 12 and not any(_CLAUSE.match(tight(line.text)) for line in view.lines)


def _alike(one: str, other: str) -> bool:
    """Whether two readings are of one name, a character or two aside."""
    return Levenshtein.distance(one, other) <= 2 or one in other or other in one


def _titled_alike(one: PageView, other: PageView) -> bool:
    """Whether both pages begin with the same title, set as one: two contracts, not one with a running head."""
    first, second = one.lines[0], other.lines[0]
    large = first.height > 1.3 * one.em and second.height > 1.3 * other.em
    return large and tight(first.text) == tight(second.text)

"""Cutting a file's pages into documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from extractors.classify import SURE, best
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.neighbours import (
    appointed_anew,
    authored,
    contracted_anew,
    other_side,
    people,
    stands_alone,
    unfinished,
)
from extractors.passage import GAP
from extractors.records import DocumentType
from extractors.types import discovered
from extractors.works import first_online

# Types that run on over pages of their own without a title on each.
LONG: Final[frozenset[DocumentType]] = frozenset(
    {
        "application_form",
        "annual_appraisal",
        "continuing_education",
        "paper",
        "journal_pages",
        "book_pages",
        "project_proof",
        "social_insurance",
        "work_summary",
        "title_notice",
        "commendation",
        "employment_contract",
        "patent_application",
        "patent_certificate",
        "merit_proof",
        "service_proof",
        "employer_publicity",
        "appointment",
        "other",
    }
)
# Letters whose annexes follow on pages of their own, headed 附件.
LETTERS: Final[frozenset[DocumentType]] = frozenset(
    {
        "title_notice",
        "commendation",
        "appointment",
        "project_proof",
        "service_proof",
        "employer_publicity",
        "merit_proof",
    }
)
# Types whose pages speak of everything: what begins after them must have a title of its own.
FORMS: Final[frozenset[DocumentType]] = frozenset({"application_form", "work_summary", "employment_contract"})
# Types that are recognised by what stands on their first page, with or without a title.
UNTITLED: Final[frozenset[DocumentType]] = frozenset({"paper", "identity_card"})
_TEXT: Final = 300  # characters of a page that is all text
TITLED: Final = 0.72  # from here on a score comes from a title, not from wording alone

_PAGE_OF = regex.compile(
    r"第\s*(\d{1,3})\s*页\s*[,/]?\s*共\s*(\d{1,3})\s*页|(?:^|\n)\s*-?\s*(\d{1,3})\s*/\s*(\d{1,3})\s*-?\s*(?:$|\n)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """The pages of one document inside a file."""

    file: str
    type: DocumentType
    confidence: float
    views: tuple[PageView, ...]
    failure: str = ""  # the error that kept its file from being cut


def cut(views: Sequence[PageView]) -> list[Part]:
    """The documents of one file, in order. Blank pages belong to none, unless the whole file is blank."""
    parts: list[Part] = []
    parted = False  # by a blank page or a separator from what was before
    guesses = [best(view) for view in views]
    bound = _numbered_through(views) and len({g.type for g in guesses if g.score >= SURE and g.type != "other"}) > 1
    for view, guess in zip(views, guesses, strict=True):
        last = view is views[-1] and bool(parts) and parts[-1].type in LONG
        if view.page.blank or (is_separator(view) and not last):  # nothing follows the last page to be announced
            parted = True
            continue
        begun = parted and guess.type not in FORMS and guess.score >= SURE and bool(view.words) and _headed(view)
        parted = False
        if parts and not begun and _continues(parts[-1], view, guess.type, guess.score, bound):
            former = parts[-1]
            parts[-1] = Part(former.file, former.type, former.confidence, (*former.views, view))
        else:
            parts.append(Part(view.page.file, guess.type, guess.score, (view,)))
    if not parts and views:
        parts.append(Part(views[0].page.file, "other", 0.5, tuple(views)))
    return parts


def is_separator(view: PageView) -> bool:
    """A sheet that only announces what follows: a few large words on an otherwise empty page; a book's cover, with its
    publisher at the foot, announces nothing."""
    text = view.tight
    return (
        0 < len(text) <= 16
        and not _DATE.fullmatch(text)
        and not text.endswith(("出版社", "书局"))
        and len(view.lines) <= 2
        and not view.page.marks
        and bool(_SEPARATOR.fullmatch(text))
    )


_DATE = regex.compile(
    r"[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?"
)
_SEPARATOR = regex.compile(
    r"(?:附件|附|第?[一二三四五六七八九十\d]{1,3}[、.部分]{0,3})?[\u4e00-\u9fff、()\d]{2,12}(?:材料|"
    r"证明材料|附件|资料|复印件|部分|目录)?(?:[(][一二三四五六七八九十\d]{1,2}[)])?"
)


def _continues(part: Part, view: PageView, kind: DocumentType, score: float, bound: bool) -> bool:
    """``bound``: the pages are numbered through a file that holds several documents, of which that says nothing."""
    if not view.tight:
        return part.type in FORMS  # a page that could not be read is not hidden inside a certificate
    counted = _by_number(part, view, kind, score) if not bound or part.type in FORMS else None
    if counted is not None:
        return counted
    if kind == part.type and _another(part, view, score):
        return False
    if part.type == "paper" and first_online.is_cover(part.views[-1]) and (kind in ("paper", "other") or score < SURE):
        return True
    running = _running(view) if part.type in LONG and _running(view) == _running(part.views[-1]) else ""
    if running and (score < TITLED or (part.type in FORMS and not _headed(view))):
        return True
    if (
        part.type == "paper"
        and kind not in UNTITLED
        and score < TITLED
        and len(view.tight) > _TEXT
        and not _headed(view)
    ):
        return True
    if _annexed(part, view) or _goes_on_with_form(part, kind, view):
        return True
    if stands_alone(view):
        return False
    if score < SURE or kind == "other":
        return part.type in LONG or len(view.tight) < 40
    if kind in UNTITLED:
        return kind == part.type and _further_side(part, kind, view)
    if part.type in FORMS and score < TITLED and (not _headed(view) or _heads_section(view)):
        return True
    return kind == part.type and kind in LONG and (score < TITLED or unfinished(kind, part.views, view))


def _by_number(part: Part, view: PageView, kind: DocumentType, score: float) -> bool | None:
    """What the printed page number says: the next page, or the first of another paper; None where it says neither."""
    here, before = _numbering(view), _numbering(part.views[-1])
    if here and before and here[1] == before[1] and here[0] == before[0] + 1:
        return True
    first = here is not None and here[0] == 1
    return False if first and not (kind == part.type and score < TITLED) else None  # a cover may go uncounted


def _further_side(part: Part, kind: DocumentType, view: PageView) -> bool:
    """Whether ``view`` is the other side of a card, or a paper's page that names no authors as the first one does."""
    return other_side(kind, part.views, view) if kind == "identity_card" else not authored(view)


_ANNEX = regex.compile(r"^附(?:件|表)?[一二三四五六七八九\d]?:?$")


def _annexed(part: Part, view: PageView) -> bool:
    """Whether ``view`` is headed as the annex that the letter before it announces."""
    letter = part.type in LETTERS
    announced = letter and any(regex.search(r"附件|名单附后|附后|见附", v.tight) for v in part.views)
    return announced and bool(_ANNEX.match(tight(view.lines[0].text)))


def _running(view: PageView) -> str:
    """The running title of a book or an issue: the words of the first line, page numbers aside; "" when it is short."""
    words = regex.sub(r"[\d\W]", "", tight(view.lines[0].text)) if view.lines else ""
    return words if len(words) >= 6 else ""


def _headed(view: PageView) -> bool:
    """Whether one of the first two lines is set as a title: short, in the middle of the page or larger than usual."""
    left, right = min(w.box.x0 for w in view.words), max(w.box.x1 for w in view.words)
    for line in view.lines[:2]:
        middle = abs(line.box.center[0] - (left + right) / 2) < 0.08 * (right - left)
        text = tight(line.text)
        if (
            len(text) <= 24
            and ":" not in text
            and GAP not in line.text
            and text in view.headings
            and (middle or line.height > 1.3 * view.em)
        ):
            return True
    return False


_FORM_SECTION = regex.compile(
    r"(?:\d{1,2}[.、]?|[一二三四五六七八九十]{1,3}[.、]|\([一二三四五六七八九十]{1,3}\))?[\u4e00-\u9fff、()及和与]{0,24}(?:情况|经历|简历|业绩|成果|登记|摘要|意见|声明|承诺|奖励|论文|论著|著作|项目|专利)"
    r"(?:[(][\u4e00-\u9fff、]{1,12}[)])?"
)


def _heads_section(view: PageView) -> bool:
    return _FORM_SECTION.fullmatch(tight(view.lines[0].text)) is not None


def _goes_on_with_form(part: Part, kind: DocumentType, view: PageView) -> bool:
    """Whether a page goes on with a form: ruled, headed as a section (年度考核、继续教育情况), and naming nobody, as no
    paper that stands by itself does."""
    if part.type != "application_form" or kind == part.type:
        return False
    return len(view.cells) >= 4 and _heads_section(view) and kind in discovered() and not people(kind, view)


def _another(part: Part, view: PageView, score: float) -> bool:
    """Whether ``view`` begins a second paper of the kind that the one before it is of."""
    if part.type == "employment_contract" and contracted_anew(part.views, view):
        return True
    if score < SURE:
        return False
    return (part.type == "appointment" and appointed_anew(part.views, view)) or _begun_anew(part, view)


def _begun_anew(part: Part, view: PageView) -> bool:
    """Whether ``view`` is a second paper of a kind after a finished one, as the next year's form is: headed and naming
    its person anew."""
    kind = part.type
    return bool(view.words) and _headed(view) and bool(people(kind, view)) and not unfinished(kind, part.views, view)


def _numbered_through(views: Sequence[PageView]) -> bool:
    """Whether the pages bear their numbers in the file and how many the file has, as a binder prints it (1 / 9). On a
    scan some are not read, or wrongly."""
    told = [(i, view) for i, view in enumerate(views, 1) if view.tight]
    plain = not any("共" in match.group() for _, view in told if (match := _PAGE_OF.search(view.text)))
    read = [(i, number) for i, view in told if (number := _numbering(view)) is not None]
    right = sum(number == (i, len(views)) for i, number in read)
    share = 1.0 if all(view.page.source == "text" for _, view in told) else _READ
    return len(views) > 1 and plain and right >= share * len(told) and right >= _RIGHT * len(read)


_READ, _RIGHT = 0.5, 0.8  # of a scan's pages, with their number; of the numbers that were read


def _numbering(view: PageView) -> tuple[int, int] | None:
    """(page, of pages) as printed; None when nothing such is printed."""
    match = _PAGE_OF.search(view.text)
    if match is None:
        return None
    number, total = (int(g) for g in match.groups() if g is not None)
    return (number, total) if 1 <= number <= total else None

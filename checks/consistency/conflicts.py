"""What in a proof speaks against the row that claims it: rank, grade, level, date, journal, person, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checks.base import Case
from checks.names import among, bare, compare, plausible
from checks.persons import is_open, leaves_out, mentions, people
from checks.reading import confirmed, plain
from checks.spans import days_of
from checks.wording import SHARED, contained, grade, level, likeness, rank, same_journal, years
from extractors.records import Document, Fact

Row = Mapping[str, Fact]

LATE = 183  # days by which the date on a certificate may lie beside the claimed one: decided, then printed
CORRESPONDING = re.compile("通[讯信]")
# From the most to the least that a name on a book stands for; longer words before those they contain.
BOOK_ROLES = {
    "编著": 3,
    "副主编": 2,
    "主编": 3,
    "参编": 1,
    "编写": 1,
    "独著": 4,
    "专著": 4,
    "合著": 4,
    "著": 4,
    "编": 2,
}
LEVEL_WORDS = {
    "national": "国家级",
    "provincial": "省级",
    "municipal": "州市级",
    "county": "县级",
    "employer": "单位级",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing on which claim and proof differ. ``overstated``: the claim is the more favourable of the two.

    ``sure``: both printings were confirmed, so that it may be held against somebody.
    """

    kind: str
    text: str
    proof: Fact | None
    overstated: bool = True
    sure: bool = True


def award(case: Case, row: Row, document: Document) -> Iterator[Conflict]:
    claim = row["claimed_award"]
    printed = document.first("award_grade") or document.first("award_name")
    stated, shown = grade(str(claim.value)), grade(str(printed.value)) if printed else ""
    if printed and stated and shown and stated != shown:
        text = f"申报表填写为{stated}，证书所印为{shown}"
        yield Conflict("grade", text, printed, sure=sure_of_both(case, claim, stated, document, printed, shown))
    yield from _level(document, claim)
    yield from _rank(case, row, "claimed_award_rank", document)
    yield from _date(case, row, "claimed_award_date", document, ("issue_date",))
    yield from _person(case, document)


def paper(case: Case, row: Row, document: Document) -> Iterator[Conflict]:
    claimed, printed = row.get("claimed_journal"), document.first("journal")
    if claimed and printed and not same_journal(str(claimed.value), str(printed.value)):
        text = f"申报表填写的刊名为《{claimed.value}》，材料所印为《{printed.value}》"
        sure = not _printed(case, document, claimed) and sure_of_both(
            case, claimed, claimed.text, document, printed, printed.text
        )
        yield Conflict("journal", text, printed, sure=sure)
    yield from author_rank(case, row, document)
    dated = document.type != "acceptance_letter" and document.first("issue_date")
    dates = ("issue_date", "year") if dated else ("year",)  # a letter's own date is not that of publication
    yield from _date(case, row, "claimed_paper_date", document, dates)


def project(case: Case, row: Row, document: Document) -> Iterator[Conflict]:
    claim, printed = row["claimed_project"], document.first("rank") or document.first("role")
    said = " ".join(str(f.value) for f in row.values())
    if printed is not None and "主持" in said:
        place, role = rank(str(printed.value)), str(printed.value)
        if (place is not None and place > 1) or (place is None and "参" in role):
            text = f"申报表填写为主持，证明所载为“{printed.text}”"
            yield Conflict(
                "role", text, printed, sure=sure_of_both(case, claim, "主持", document, printed, printed.text)
            )
    yield from _level(document, claim)


def author_rank(case: Case, row: Row, document: Document) -> Iterator[Conflict]:
    """The claimed place among the authors against the place where the applicant's name stands."""
    authors, known = document.first("authors"), case.applicant.get("person_name", "")
    if authors is None or not isinstance(authors.value, tuple) or not known:
        return
    names = "、".join(authors.value)
    place = among(known, authors.value)
    claimed = row.get("claimed_author_rank")
    if not place:
        if leaves_out(authors, document, known):
            text = f"论文署名（{names}）中未见申报人“{known}”"
            yield Conflict("person", text, authors, sure=clear(case, document, authors))
        return
    if claimed and CORRESPONDING.search(str(claimed.value)):
        yield from _corresponding(case, claimed, document, known)
    yield from _book_role(case, claimed, document)
    stated = rank(str(claimed.value)) if claimed and not _is_role(claimed) else None
    if claimed and stated and stated != place and not _equal_authors(case, document, authors, claimed, place):
        text = f"申报表填写为第{stated}作者，论文署名第{place}（{names}）"
        sure = sure_of_both(case, claimed, claimed.text, document, authors, known)
        yield Conflict("author-rank", text, authors, overstated=stated < place, sure=sure)


def _is_role(claimed: Fact) -> bool:
    """Whether the form says what somebody did in a book and no place: several may be its 主编, one its 独著."""
    return re.sub("者$", "", plain(str(claimed.value))) in BOOK_ROLES.keys() - {"独著"}


def _corresponding(case: Case, claimed: Fact, document: Document, known: str) -> Iterator[Conflict]:
    """A claim to be the corresponding author against the one that the paper names; several may be marked."""
    printed = document.first("corresponding_author")
    authors = document.value("authors")
    if printed is None or compare(str(printed.value), known) != "different" or str(printed.value) not in authors:
        return
    text = bare(document.text)
    marked = re.search(rf"{re.escape(bare(known))}[\d,]*[*＊✉]|通[讯信]作者.{{0,60}}{re.escape(bare(known))}", text)
    if not marked:
        told = f"申报表填写为“{claimed.text}”，论文所印通讯作者为“{printed.value}”"
        sure = sure_of_both(case, claimed, claimed.text, document, printed, printed.text)
        yield Conflict("author-rank", told, printed, sure=sure)


def _book_role(case: Case, claimed: Fact | None, document: Document) -> Iterator[Conflict]:
    """著 claimed for what the book calls 编著 or 编, 主编 for what it calls 参编, or by one of several authors whom
    another leads (handbook F52)."""
    printed = document.first("author_role") if document.type == "book_pages" else None
    said = next((r for r in BOOK_ROLES if claimed and r in plain(str(claimed.value))), "")
    if claimed is None or printed is None or not said or str(printed.value) not in BOOK_ROLES:
        return
    authors = document.first("authors")
    behind = authors is not None and among(case.applicant.get("person_name", ""), tuple(authors.value)) > 1
    chief = said == "主编" and behind and "主编" not in plain(document.text)
    if BOOK_ROLES[said] > BOOK_ROLES[str(printed.value)] or chief:
        told = f"申报表填写为“{claimed.text}”，版权页或封面所印为“{printed.text}”"
        sure = sure_of_both(case, claimed, claimed.text, document, printed, printed.text)
        yield Conflict("role", told, printed, sure=sure)


def _equal_authors(case: Case, document: Document, authors: Fact, claimed: Fact, place: int) -> bool:
    """Whether the paper, here or on other pages of the dossier, marks equal or corresponding authors, which leaves the
    first place open; a contents page bears no notes, so it says nothing against a claim to a shared one."""
    marks = ("共同第一", "并列第一", "同等贡献", "通讯作者", "通信作者", "equalcontribution", "contributedequally")
    title = document.value("title")
    same = [d for d in case.of_type("paper", "journal_pages") if title and likeness(d.value("title"), title) >= 95]
    text = "".join("".join(d.text.lower().split()) for d in (document, *same))
    noted = any(mark in text for mark in marks) or _marked_alike(authors, place)
    unnoted = document.type == "journal_pages" and SHARED.search(plain(claimed.text)) is not None
    return rank(str(claimed.value)) == 1 and (noted or unnoted)


def _marked_alike(authors: Fact, place: int) -> bool:
    """Whether the same sign stands behind the first name and the one at ``place``: 王颖*，李明*，张红."""
    names = authors.value if isinstance(authors.value, tuple) else ()
    printed = plain(authors.text)
    signs = [re.search(rf"{re.escape(plain(name))}[\d,]*([*#†‡△▲☆★])", printed) for name in names[:place]]
    first, own = (signs[0], signs[-1]) if len(signs) > 1 else (None, None)
    return bool(first and own and first[1] == own[1])


def _rank(case: Case, row: Row, name: str, document: Document) -> Iterator[Conflict]:
    claimed, printed = row.get(name), document.first("rank")
    if claimed is None or printed is None:
        return
    stated, shown = rank(str(claimed.value)), rank(str(printed.value))
    if stated and shown and stated != shown:
        text = f"申报表填写排名第{stated}，证书所印排名第{shown}"
        sure = sure_of_both(case, claimed, claimed.text, document, printed, printed.text)
        yield Conflict("rank", text, printed, overstated=stated < shown, sure=sure)


def _level(document: Document, claim: Fact) -> Iterator[Conflict]:
    printed = document.first("award_level")
    stated, order = level(str(claim.value)), list(LEVEL_WORDS)
    if printed is None or not stated or printed.value not in LEVEL_WORDS or printed.value == stated:
        return
    shown = str(printed.value)
    if order.index(stated) < order.index(shown):
        text = f"申报表列为{LEVEL_WORDS[stated]}，证书颁发单位所示为{LEVEL_WORDS[shown]}（{printed.text}）"
        yield Conflict("level", text, printed, sure=printed.confidence >= 0.9)


def _date(case: Case, row: Row, name: str, document: Document, against: tuple[str, ...]) -> Iterator[Conflict]:
    claimed = row.get(name)
    stated = days_of(claimed)
    printed = next((f for n in against if days_of(f := document.first(n))), None)
    shown = days_of(printed)
    if claimed is None or stated is None or printed is None or shown is None or stated.meets(shown):
        return
    gap = (shown.first - stated.last).days if stated.before(shown) else (stated.first - shown.last).days
    named = document.type == "award_certificate" and stated.first.year in years(document.text)
    if gap <= LATE or named:
        return
    text = f"申报表填写日期为{claimed.value}，材料所印为{printed.text}"
    sure = sure_of_both(case, claimed, claimed.text, document, printed, printed.text)
    yield Conflict("date", text, printed, overstated=False, sure=sure)


def _person(case: Case, document: Document) -> Iterator[Conflict]:
    known, printed, listed = case.applicant.get("person_name", ""), document.first("person_name"), people(document)
    if not known or mentions(document, known):
        return
    if listed is not None and leaves_out(listed, document, known):
        text = f"证书所载获奖人（{'、'.join(listed.value)}）中未见申报人“{known}”"
        yield Conflict("person", text, listed, sure=clear(case, document, listed))
    elif listed is None and printed is not None and compare(name := str(printed.value), known) == "different":
        alone = plausible(name) and not is_open(document, (name,))
        sure = alone and confirmed(case, document, printed, name, form=bare).sure
        yield Conflict("person", f"证书所载获奖人为“{name}”，未见申报人“{known}”", printed, sure=sure)


def _printed(case: Case, document: Document, claimed: Fact) -> bool:
    """Whether the claimed title of the journal stands on the proof, or on the journal's own pages, after all."""
    pages = (document, *case.of_type("journal_pages"))
    return any(contained(str(claimed.value), page.text, at_least=3) >= 85 for page in pages)


def clear(case: Case, document: Document, fact: Fact) -> bool:
    """A list of names is too long to be read twice in one crop; it must be read clearly."""
    return case.source(document, fact.page) == "text" or fact.confidence >= 0.95


def sure_of_both(case: Case, claimed: Fact, stated: str, document: Document, printed: Fact, shown: str) -> bool:
    """Whether both the claim in the form and the print in its proof hold when read again."""
    form = next((d for d in case.of_type("application_form") if claimed in d.facts), None)
    if form is None:
        return False
    return _again(case, form, claimed, stated) and _again(case, document, printed, shown)


def _again(case: Case, document: Document, fact: Fact, value: str) -> bool:
    return confirmed(case, document, fact, value if plain(value) in plain(fact.text) else fact.text).sure

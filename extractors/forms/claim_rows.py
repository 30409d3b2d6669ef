"""The facts of one row of a table of claims: its title without marks and numbers, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import regex

from extractors.base import fact
from extractors.forms.claim_lists import kind_headed
from extractors.forms.claim_sections import NUMBERED, SECTIONS, Kind
from extractors.forms.claim_wording import kind_by_words
from extractors.grammar import values
from extractors.grammar.normal import tight
from extractors.grammar.ranks import rank_in
from extractors.passage import Passage
from extractors.records import Fact
from extractors.table_records import Row, Table

KINDS: tuple[Kind, ...] = ("patent", "paper", "award", "project")
_WORDED = regex.compile(r"\p{Han}{2}|[A-Za-z]{3}")
_NOTHING = regex.compile(r"^(?:无|暂无|/|-+|以下空白|此表可续页?|\.|空白)$")


def of_row(row: Row, table: Table, section: Kind | None) -> Iterator[Fact]:
    """What the row claims; nothing where it has no title or is no row of data. ``section``: the kind its place says."""
    mixed = _kind_said(row)
    kind = mixed or _kind_of(row, table, section)
    if kind is None and "name" in table.names:
        mixed = kind = kind_by_words(row)
    if kind is None or row.across & {kind, "name"}:
        return
    claimed = claim_of(row, kind, _unlabelled(row.cell("name")) if mixed else None)
    yield from _with_journal(claimed) if mixed and "journal" not in table.names else claimed


_KIND_SAID = regex.compile(r"(?:科研|项目|课题|获奖|奖励|表彰|荣誉|作品奖|论文|论著|著作|专利)(?:项目|情况|成果)?")


def _kind_said(row: Row) -> Kind | None:
    """The kind that the first cell of a row of claims of several kinds says, whatever heads its column."""
    said = next((tight(row.cell(n).text) for n in ("kind", "project") if row.cell(n)), "")
    named = bool(row.cell("name")) and _KIND_SAID.fullmatch(said) is not None
    return next((k for k, p in SECTIONS if p.search(said)), None) if named else None


_LABEL = regex.compile(r"\s*(?:发表)?(?:论文|论著|文章|获奖|荣誉|项目|课题|专利)\s?[:：]\s*")


def _unlabelled(title: Passage) -> Passage:
    """A title without the kind that its cell names before it: 论文:题名."""
    label = _LABEL.match(title.text)
    return title[label.end() :] if label else title


_THEN_JOURNAL = regex.compile(r"[,，]\s?(?P<j>《[^《》]{2,24}》|\p{Han}{2,12}|[A-Z][A-Za-z& ]{3,60})[^《》]{0,24}$")


def _with_journal(claimed: Iterable[Fact]) -> Iterator[Fact]:
    """A paper's title parted from the journal that one cell names after it: 题名,护理学杂志."""
    for one in claimed:
        match = _THEN_JOURNAL.search(str(one.value)) if one.name == "claimed_paper" else None
        if match is None or match.start() < _SHORTEST_TITLE:
            yield one
            continue
        yield msgspec.structs.replace(one, value=str(one.value)[: match.start()])
        yield msgspec.structs.replace(one, name="claimed_journal", value=match["j"].strip("《》"))


_SHORTEST_TITLE = 6


def claim_of(row: Row, kind: Kind, titled: Passage | None = None) -> Iterator[Fact]:
    """What a row or record of ``kind`` claims; nothing where it has no title. ``titled``: the cell that holds it, where
    that is known."""
    cells = (row.cell(kind), row.cell("name"))
    cell = titled or next((c for c in cells if len(tight(c.text)) >= 3), row.cell(kind))
    if kind == "award" and not cell:
        cell = row.cell("project")
    title = values.long_text(cell)
    said = tight(str(title.value)) if title else ""
    if kind_headed(said):
        return  # the label at the side of the table
    if title is None or _NOTHING.match(said) or len(said) < 3 or not _WORDED.search(said):
        return
    main, number = _numbered(_unquoted(cell[title.start : title.end]), kind)
    printed = _without_source(main, kind)
    yield fact(f"claimed_{kind}", printed.tight().printed(), printed)
    yield from number
    yield from _further(row, kind)


_SOURCE = {  # in brackets behind a name: the work that an award is for, the office and kind of a project
    "award": regex.compile(
        r"\s?\(\s?(?:获奖)?(?:项目|作品|成果|课题|案例)(?:名称)?\s?[:：《][^()]{4,}\)?$"
        r"|(?<=奖|称号|个人|工作者|标兵|能手|模范|工匠|[队党]员|教师|园丁)\s?\((?![^()]*[级等])[^()]{4,40}\)$",
        regex.DOTALL,
    ),
    "project": regex.compile(
        r"\s?\([^()]{4,30}(?:资助|基金|专项|计划)(?:项目|课题)?\)$"
        r"|\s?\([\p{Han}\s]{2,20}(?:[厅局委]|委员会|大学|学院|研究院|公司|医院)\)$",
        regex.DOTALL,
    ),
    "paper": regex.compile(r"\s?\((?:副题|副标题)[^()]*\)$"),
}


def _without_source(title: Passage, kind: Kind) -> Passage:
    note = _SOURCE[kind].search(title.text.strip()) if kind in _SOURCE else None
    return title.strip()[: note.start()] if note and note.start() > 3 else title


_NUMBER_AFTER = regex.compile(r"\s*\((?P<n>[^()]*\d[^()]*)\)\s*$|[\s,;、]+(?P<n>(?:ZL|zl)\s?[\d\s.Xx]{9,22})\s*$")
_CODE = regex.compile(r"(?=(?:.*\d){4})[A-Za-z0-9\-.\[\]〔〕号\s]{5,30}")


def _numbered(title: Passage, kind: Kind) -> tuple[Passage, list[Fact]]:
    """A project's or a patent's name without the number after it, and that number (名称(ZL 201721309479.2))."""
    match = _NUMBER_AFTER.search(title.text) if kind in ("project", "patent") else None
    number = title[slice(*match.span("n"))].strip() if match else title
    if match is None or match.start() < 3 or not _CODE.fullmatch(number.text):
        return title, []
    return title[: match.start()], [fact(f"claimed_{kind}_number", number.bare().text.upper(), number)]


def _kind_of(row: Row, table: Table, section: Kind | None) -> Kind | None:
    if "kind" in table.names:
        said = tight(row.cell("kind").text)
        named = next((k for k, p in SECTIONS if p.search(said)), None)
        if named or (section is None and "patent_number" not in table.names):
            return named
    if "patent_number" in table.names and "patent" not in table.names and "paper" not in table.names:
        return "patent"
    own = [k for k in KINDS if k in table.names]
    if not own and "journal" in table.names:
        return "paper"
    if section in own:
        return section
    if "award" in own and "project" in own:
        return "award"
    return own[0] if own else section


def _further(row: Row, kind: Kind) -> Iterator[Fact]:
    cells = ((cell, values.date(cell)) for cell in (row.cell("date"), row.cell("issue")))
    date = next(((value, cell) for cell, value in cells if value), None)
    if date:
        yield fact(f"claimed_{kind}_date", date[0].value, date[1], date[0].start, date[0].end)
    rank = rank_in(row.cell("rank"))
    ranked = {"award": "claimed_award_rank", "paper": "claimed_author_rank"}.get(kind, f"claimed_{kind}_role")
    if kind in ("award", "paper") and rank:
        yield fact(ranked, rank.value, row.cell("rank").strip())
    elif kind == "paper" and _OF_BOOK.fullmatch(did := tight(row.cell("rank").text)):
        yield fact(ranked, did, row.cell("rank").strip())
    elif kind in ("project", "patent") and (role := values.text(row.cell("rank"))):
        yield fact(ranked, role.value, row.cell("rank"), role.start, role.end)
    journal = values.long_text(row.cell("journal"))
    if kind == "paper" and journal:
        periodical = _without_issue(_unquoted(row.cell("journal")[journal.start : journal.end]))
        yield fact("claimed_journal", periodical.tight().printed(), periodical)
        if not date and (issue := values.date(row.cell("journal"))):
            yield fact("claimed_paper_date", issue.value, row.cell("journal"), issue.start, issue.end)
    for extra, name in (
        ("grade", "claimed_award_grade"),
        ("patent_number", "claimed_patent_number"),
        ("project_number", "claimed_project_number"),
    ):
        value = values.text(row.cell(extra))
        if value and name.startswith(f"claimed_{kind}"):
            yield fact(name, value.value, row.cell(extra), value.start, value.end)


_OF_BOOK = regex.compile(r"(?:副主编|主编|参编|编著|编写|编译|合著|译著|专著|著|编)者?")
_ISSUE = regex.compile(
    r"[,，(]?\s?(?:第?\s?(?:19|20)\d\d|第\s?\d+\s?[卷期]|Vol|vol|\d+\(\d+\)|(?:ISSN|CN)\s?\d|(?:国[内际])?刊号).*$",
    regex.DOTALL,
)


def _without_issue(passage: Passage) -> Passage:
    """A journal's name without the year and number after it."""
    match = _ISSUE.search(passage.text)
    cut = passage[: match.start()].strip(",，(《》") if match and match.start() > 1 else passage
    return cut if cut else passage


def _unquoted(passage: Passage) -> Passage:
    """A title without the marks around it and without its running number."""
    match = NUMBERED.match(passage.text)
    if match and match.end() < len(passage):
        passage = passage[match.end() :]
    if passage.text.startswith("《") and passage.text.endswith("》"):
        return passage[1:-1]
    if passage.text[:1] in '“"' and passage.text[-1:] in '”"':
        return passage[1:-1]
    return passage

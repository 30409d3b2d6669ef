"""publication.issue-implausible: year, volume, issue and pages that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from checks.base import Case, Check, CheckInfo, cannot_tell, each, not_applicable, whole
from checks.locate import locate
from checks.publication.contents import leaves_out, listed_page, of_same_issue
from checks.publication.works import PRINTED, Labelled, article_number, number, published_year
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say, say_of_all
from corpus.registries.journals import title_key
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="publication.issue-implausible",
    title="年、卷、期、页码不合理",
    severity="suspect",
    kind="deterministic",
    rationale="期号不应超过出版周期所能有的期数；同一刊物卷号随年份逐年递增；文章编号中的年、期、起始页应与所印一致；"
    "同刊同期的封面与论文首页应一致。",
    innocent=("合刊、增刊", "一年多卷的刊物", "休刊或改变刊期", "排印差错"),
    verify="按年、卷、期在刊物官网或知网查目录，或到图书馆核对印本",
    handbook=("F38", "F39", "F40", "F41"),
    weight=3,
)
CYCLES = {"周刊": 53, "旬刊": 36, "半月刊": 24, "双月刊": 6, "月刊": 12, "季刊": 4, "半年刊": 2, "年刊": 1}
THIRDS = re.compile("[上中下](?:旬|半月)?(?:刊|期|$|[)])")  # a known habit of cloned journals (handbook F38, S14)
_CYCLE = "|".join(CYCLES)
STATED = re.compile(
    rf"(?:刊期|出版周期|出版频率)[:：\s]*(?P<cycle>{_CYCLE})(?![\u4e00-\u9fff])|[（(](?P<bracketed>{_CYCLE})[)）]"
    rf"|^[ \t]*(?P<heading>{_CYCLE})\s+(?=第\s*\d|[12]\d{{3}}\s*年|总第)",
    re.M,
)
MOST = 104  # issues a year: twice a week


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    if not any(document.first(name) for name in ("issue", "volume")):
        yield not_applicable(INFO, document, "未印或未读到卷、期")
        return
    yield from _article(case, document)
    yield from _issue(case, document)
    yield from _volume(case, document)
    yield from _founded(case, document)
    yield from _contents(case, document)
    if published_year(document) is None:
        yield cannot_tell(INFO, document, "未读到刊出年份")


def _article(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    labelled = article_number(document)
    if labelled is None:
        return
    parts = labelled.parts
    issue, year = document.first("issue"), document.first("year")
    if year and published_year(document) not in (None, parts.year):
        yield _differs(case, document, labelled, year, f"年份{parts.year}与所印年份“{year.text}”")
    if issue and number(parts.issue) not in (None, number(str(issue.value))) and number(str(issue.value)):
        yield _differs(case, document, labelled, issue, f"期号{parts.issue}与所印期号“{issue.text}”")
    pages = _first_pages(document)
    span = re.match(r"(\d+)(?:-(\d+)$)?", str(pages.value)) if pages else None
    if pages and span and int(span[1]) != parts.first_page:
        yield _differs(case, document, labelled, pages, f"起始页{parts.first_page}与所印页码“{pages.text}”")
    elif pages and span and span[2] and int(span[2]) - int(span[1]) + 1 != parts.pages:
        told = _differs(case, document, labelled, pages, f"页数{parts.pages}与所印页码“{pages.value}”")
        yield _as_heuristic(told)


def _first_pages(document: Document) -> Fact | None:
    """The page range printed where the article begins; those on its later pages stand in its list of references."""
    fact = document.first("page_range")
    return fact if fact and fact.page == document.pages[0] else None


def _differs(case: Case, document: Document, labelled: Labelled, fact: Fact, what: str) -> Finding | Coverage:
    own = locate(case, document, "article_number", labelled.text) or fact
    message = f"文章编号“{labelled.text}”中的{what}不一致，待核实"
    return say_of_all(case, INFO, [(document, own), (document, fact)], message)


def _as_heuristic(said: Finding | Coverage) -> Finding | Coverage:
    """An article carried on behind others has more pages between its first and its last than it fills."""
    return msgspec.structs.replace(said, certainty="heuristic") if isinstance(said, Finding) else said


def _issue(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("issue")
    count = number(str(fact.value)) if fact else None
    if fact is not None and THIRDS.search(plain(f"{fact.value}{fact.text}")):
        message = f"期号“{fact.text}”分上、中、下，须核对该刊是否有此刊期，待核实"
        yield say(case, INFO, document, fact, message, certainty="heuristic")
    if fact is None or count is None:
        return
    stated = _stated(case, document)
    rows = case.registers.journals.find(document.value("journal"), document.value("issn"))
    cycle = stated or next((row.cycle for row in rows if row.cycle in CYCLES), "")
    most = CYCLES.get(cycle, MOST)
    if count > most and not (most == 12 and count <= 24 and not stated):  # a list may be older than twice a month
        basis = f"该刊{'印为' if stated else '为'}{cycle}，" if cycle else ""
        message = f"期号“{fact.text}”超出{basis}一年最多{most}期的范围，待核实"
        yield say(case, INFO, document, fact, message, severity=None if not cycle else "suspect")


def _stated(case: Case, document: Document) -> str:
    """How often the journal appears as its own imprint in the same file says; "" where none does."""
    own = title_key(document.value("journal"))
    pages = [d for d in case.of_type(*PRINTED) if d.file == document.file and title_key(d.value("journal")) == own]
    said = next((match for d in (document, *pages) if (match := STATED.search(d.text))), None)
    return next(filter(None, said.groups()), "") if said else ""


def _volume(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """Of two papers in one journal the later has the higher volume; those of one issue have the same."""
    own, year = document.first("volume"), published_year(document)
    volume = number(str(own.value)) if own else None
    for other in case.of_type(*PRINTED):
        second, other_year = other.first("volume"), published_year(other)
        other_volume = number(str(second.value)) if second else None
        if other.id <= document.id or not _one_journal(document, other) or own is None or second is None:
            continue
        if year is None or other_year is None or volume is None or other_volume is None:
            continue
        said = f"{year}年第{volume}卷、{other_year}年第{other_volume}卷"
        if (other_year - year) * (other_volume - volume) < 0:
            message = f"同刊两期的卷号先后与年份相反：{said}，待核实"
            yield say_of_all(case, INFO, [(document, own), (other, second)], message)
        elif year == other_year and volume != other_volume and document.value("issue") == other.value("issue"):
            message = f"同刊同年同期的卷号不一致：{said}，待核实"
            yield say_of_all(case, INFO, [(document, own), (other, second)], message)


def _one_journal(document: Document, other: Document) -> bool:
    """By its whole name, the edition included: 云南大学学报 and 云南师范大学学报 look alike and are two."""
    own, second = title_key(document.value("journal")), title_key(other.value("journal"))
    return bool(own) and own == second


def _founded(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """Volume = year − first year + 1, for journals whose founding year the register has; breaks are common."""
    fact, year = document.first("volume"), published_year(document)
    volume = number(str(fact.value)) if fact else None
    rows = case.registers.journals.titled(document.value("journal"))
    founded = next((row.founded for row in rows if row.founded), 0)
    if fact is None or volume is None or not year or not founded:
        return
    if year < founded:
        message = f"刊出年份{year}早于该刊创刊年份{founded}，待核实"
        yield say(case, INFO, document, fact, message)
    elif volume > 2 * (year - founded + 1) + 1:
        message = f"卷号“{fact.text}”大于创刊（{founded}年）以来可能的卷数，待核实"
        yield say(case, INFO, document, fact, message, certainty="heuristic")


def _contents(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    """The first page of a paper against the contents page of its issue."""
    title, pages = document.first("title"), _first_pages(document)
    first = re.match(r"\d+", str(pages.value)) if pages else None
    if document.type != "paper" or title is None:
        return
    for contents in of_same_issue(case, document):
        listed = listed_page(contents, str(title.value))
        if listed is not None and pages and first and listed != int(first[0]):
            message = f"目录所列起始页{listed}与论文首页所印页码“{pages.text}”不一致，待核实"
            yield say(case, INFO, document, pages, message, others=[whole(contents)])
        elif listed is None and leaves_out(contents, str(title.value)):
            message = f"同期目录中未见论文“{title.value}”，待核实"
            yield say(case, INFO, document, title, message, others=[whole(contents)], certainty="heuristic")


CHECK = Check(info=INFO, run=each(INFO, PRINTED, look))

"""Title, authors and affiliation on the first page of a paper, by size, place and what the lines hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractors.base import fact
from extractors.layout import Line, PageView
from extractors.passage import GAP, Passage, joined
from extractors.records import Fact
from extractors.works import codes, issues
from extractors.works.affiliations import unit_names, without_place
from extractors.works.authors import Authors, chinese, full_size, run_together
from extractors.works.journals import JOURNAL_NAME
from extractors.works.matching import BROKEN, printed
from extractors.works.mixed_names import listed, lone

ABSTRACT = regex.compile(
    r"^[\[【(〔]?(?:内\s*容\s*)?(?:摘\s*要|提\s*要|文\s*摘)[\]】)〕:：]?|^\[?(?:Abstract|ABSTRACT"
    r"|A\s?B\s?S\s?T\s?R\s?A\s?C\s?T|Summary)\b",
    regex.V0,
)
KEYWORDS = regex.compile(r"^[\[【(〔]?关\s*键\s*[词字]|^\[?Key\s?-?words?", regex.IGNORECASE)
_BODY = regex.compile(
    r"^(?:[0-9一][.、\s]*)?(?:引\s*言|前\s*言|绪\s*论|概\s*述|Introduction|INTRODUCTION)$|^[一1][、.]\p{Han}{2,}"
)
_UNIT = regex.compile(
    r"大学|学院|学校|中学|小学|幼儿园|研究院|研究所|科学院|设计院|医院|卫生院|疾控|中心|公司|集团|厂|局|厅|站|委员会"
    r"|教研室|实验室|"
    r"林场|农场|银行|党校|部队|(?:院|所|站|校|园|队|社|馆|室|系|科|处|团|台|苑|部|报)(?=[,，;；()（）\s]|$)|"
    r"University|Institute|Department|College|School|Laborator|Hospital|Cent(?:er|re)|Academy|Company|Ltd|Bureau"
    r"|Division|CSIRO"
)
_ADDRESS = regex.compile(r"(?<!\d)\d{5,6}(?!\d)|^[\d①-⑨*]?[.、)\s]*\(?\d?[.、\s]*[\p{Han}]{2,}.*(?:省|市|县|州|区)")
_APART = regex.compile(
    r"^(?:文章编号|中图分类号|文献标识码|DOI|doi|收稿日期|ISSN|CN\d|网络(?:首发|出版)|投稿|E-?mail|邮箱|http|www"
    r"|基金项目|作者简介|"
    r"通[信讯]作者|引用|Received|Vol|No\.|OPEN|ARTICLE INFO|PACS|栏目|·.*·$|【[^】]*】$|\[[^\]]*\]$|\(\d+\)$"
    r"|-?\d{1,4}-?$)",
    regex.IGNORECASE,
)
_COLUMN = regex.compile(r"^[■◆●▲·\[【(〈<]?[\p{Han}·・与、]{2,10}[·\]】)〉>■◆●▲]?$")
_NAMED_ISSUE = regex.compile(r"\p{Han}{3,16}》?[,·]?(?:19|20)\d\d年?第")  # its journal's name stands beside it


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of a title block; indices into ``PageView.lines``."""

    title: tuple[int, ...]
    authors: Authors | None
    author_passage: Passage | None
    affiliation: tuple[Passage, ...]
    anchor: int  # the line where the abstract or the text begins


def anchor(view: PageView) -> int:
    """The line where the abstract begins, else keywords or the first heading, else the middle of the page."""
    texts = ["".join(line.text.split()) for line in view.lines]
    for pattern in (ABSTRACT, KEYWORDS, _BODY):
        for i, text in enumerate(texts):
            if pattern.search(text) and i > 0:
                return i
    return next((i for i, line in enumerate(view.lines) if line.box.y0 > view.page.height / 2), len(texts))


def read(view: PageView) -> Block | None:
    """The title block of a first page; None when nothing on the page stands out as a title."""
    end = anchor(view)
    head = [i for i in range(end) if not _apart(view.lines[i])]
    title = _title(view, head)
    if not title:
        return None
    authors, passage, units = _below(view, range(title[-1] + 1, end))
    return Block(title, authors, passage, tuple(units), end)


def facts(view: PageView) -> list[Fact]:
    """title, authors and affiliation of a first page, as far as they are found."""
    block = read(view)
    if block is None:
        return []
    title = _clean_title(_run_on([full_size(view.lines[i].passage).strip() for i in block.title]))
    found = [fact("title", printed(title), title)]
    if block.authors and block.author_passage:
        found.append(fact("authors", block.authors.names, block.author_passage, block.authors.start, block.authors.end))
    if block.affiliation:
        unit = without_place(joined(block.affiliation, " "))
        name = unit_names(printed(unit))
        if name:
            found.append(fact("affiliation", name, unit))
    return found


def _apart(line: Line) -> bool:
    """Lines of the head that belong to the issue or the article's numbers, not to the title block."""
    tight = "".join(line.text.split())
    if _APART.match(tight) or not regex.search(r"\p{L}", tight):
        return True
    if any(_DAY.fullmatch("".join(part.split())) for part in line.text.split(GAP)):
        return True  # a running title: month, name of the journal, pages
    return issues.has_issue(line.passage) or codes.issn(line.passage) is not None or codes.doi(line.passage) is not None


_DAY = regex.compile(r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?")


def _title(view: PageView, head: Sequence[int]) -> tuple[int, ...]:
    """The tallest lines that are neither names nor units nor a lone journal name above an issue line."""
    fit = [
        i for i in head if not _masthead(view, i) and not _people(view.lines[i]) and len(_letters(view.lines[i])) >= 4
    ]
    if not fit:
        return ()
    tallest = max(_height(view.lines[i]) for i in fit)
    sized = any(w.size > 0 for w in view.lines[fit[0]].words)
    start = next(i for i in fit if _height(view.lines[i]) >= (0.93 if sized else 0.8) * tallest)
    title = [start]
    for i in head:
        if i <= start:
            continue
        line = view.lines[i]
        gap = line.box.y0 - view.lines[title[-1]].box.y1
        subtitle = regex.match(r"\s*(?:--|—|-)", line.text) is not None
        if gap > 1.6 * tallest or i != title[-1] + 1:
            break
        if not subtitle and (
            _height(line) < (0.85 if sized else 0.75) * tallest
            or _unit(line)
            or _signed(line, tallest)
            or _above_unit(view, i)
        ):
            break
        title.append(i)
    return tuple(title)


def _height(line: Line) -> float:
    sizes = sorted(w.size for w in line.words if w.size > 0)
    return sizes[-1] if sizes else max(w.box.height for w in line.words if len(w.text) > 1 or len(line.words) == 1)


def _letters(line: Line) -> str:
    return "".join(c for c in line.text if c.isalpha())


def _signed(line: Line, tallest: float) -> bool:
    """Whether a line under the title names authors: several, or with marks, or set smaller than the title."""
    people = listed(line.passage)
    if people is None:
        return False
    return len(people.names) > 1 or _height(line) < 0.97 * tallest or bool(regex.search(r"[\d*①-⑨]", line.text))


def _above_unit(view: PageView, index: int) -> bool:
    """Whether a line is one name, or names run together, and what follows is a unit in brackets or with an address."""
    line = view.lines[index]
    named = chinese(line.passage, sure=True) is not None and len(_letters(line)) <= 4
    return (named or run_together(line.passage) is not None) and _before_unit(view, index)


def _before_unit(view: PageView, index: int) -> bool:
    """Whether what follows a line is a unit in brackets or with an address."""
    following = view.lines[index + 1] if index + 1 < len(view.lines) else None
    return following is not None and _unit(following)


def _people(line: Line) -> bool:
    return listed(line.passage) is not None


def _unit(line: Line) -> bool:
    text = line.text.strip()
    return bool(_UNIT.search(text)) and (text.startswith("(") or bool(_ADDRESS.search(text)))


def _masthead(view: PageView, index: int) -> bool:
    """A journal's own name set large at the head of the page, or a column's name."""
    line = view.lines[index]
    tight = "".join(line.text.split())
    if line.box.center[1] > 0.22 * view.page.height:
        return False
    if regex.fullmatch(r"[\p{Han}·]{2,16}(?:学报|杂志|期刊|学刊|导刊|通讯|通报)(?:\([\p{Han}]{2,12}\))?", tight):
        return True
    if regex.fullmatch(
        r"(?:Journal of|Acta|Transactions|Chinese Journal)[A-Za-z& ]{3,60}|JOURNAL[A-Z& ]{3,60}", line.text.strip()
    ):
        return True
    beside = [view.lines[i] for i in (index - 1, index + 1) if 0 <= i < len(view.lines)]
    near = any(
        issues.has_issue(o.passage)
        and not _NAMED_ISSUE.search("".join(o.text.split()))
        and abs(o.box.center[1] - line.box.center[1]) < 2.5 * line.height
        for o in beside
    )
    signed = index + 1 < len(view.lines) and _people(view.lines[index + 1])
    return near and not signed and len(tight) <= 12 and index <= 2 and JOURNAL_NAME.fullmatch(tight) is not None


def _below(view: PageView, rest: Sequence[int]) -> tuple[Authors | None, Passage | None, list[Passage]]:
    """Authors, then units, in the lines between title and abstract."""
    authors: Authors | None = None
    passage: Passage | None = None
    units: list[Passage] = []
    for i in rest:
        line = view.lines[i]
        above = _before_unit(view, i)
        behind = authors is None and line.text.count("(") == 1 and _UNIT_BEHIND.search(line.text)
        bracketed = _mixed(line.passage) if behind else None
        if bracketed:
            authors, passage, unit = bracketed
            units.append(unit)
            continue
        people = listed(line.passage, sure=above)
        if people is None and above and authors is None:
            people = run_together(line.passage) or lone(line.passage)
        if people and (authors is None or (passage and not units and _continues(passage, line))):
            if authors and passage:
                shift = len(passage) + 1
                both = joined([passage, line.passage], " ")
                authors = Authors(authors.names + people.names, authors.start, people.end + shift)
                passage = both
            else:
                authors, passage = people, line.passage
            continue
        if _apart(line):
            continue
        mixed = _mixed(line.passage) if authors is None else None
        if mixed:
            authors, passage, unit = mixed
            units.append(unit)
        elif _UNIT.search(line.text) or (units and _ADDRESS.search(line.text)) or (units and _open_bracket(units)):
            units.append(line.passage)
    return authors, passage, units


def _continues(passage: Passage, line: Line) -> bool:
    """Whether a second line of names goes on with the first: the first ends with a comma, or both are lists."""
    return passage.text.rstrip()[-1:] in ",、;" or regex.search(r"[,、;\d]", line.text) is not None


def _open_bracket(units: Sequence[Passage]) -> bool:
    text = "".join(u.text for u in units)
    return text.count("(") > text.count(")")


_UNIT_BEHIND = regex.compile(r"\((?=[^()]*(?:" + _UNIT.pattern + r"))[^()]*\)?\s*$")


def _mixed(passage: Passage) -> tuple[Authors, Passage, Passage] | None:
    """A line that gives a unit and a name: 制图教研室 李桂香; 李明(云南农业大学,昆明 650201)."""
    bracket = _UNIT_BEHIND.search(passage.text)
    if bracket and bracket.start() > 0:
        people = chinese(passage[: bracket.start()])
        if people:
            return people, passage[: bracket.start()], passage[bracket.start() :]
    found: list[tuple[Authors, Passage, Passage]] = []
    for gap in regex.finditer(r"[\t ]+|(?<=[)\]])", passage.text):
        left, right = passage[: gap.start()], passage[gap.end() :]
        for names, unit in ((right, left), (left, right)):
            people = chinese(names)
            if people and _UNIT.search(unit.text) and not _UNIT.search(names.text):
                found.append((people, names, unit))
    return max(found, key=lambda one: len(one[0].names), default=None)


def _run_on(lines: Sequence[Passage]) -> Passage:
    """The lines of a title in one, a word that a hyphen breaks joined to its rest."""
    whole = lines[0]
    for line in lines[1:]:
        whole = joined((whole, line), "" if whole.text.endswith(("-", BROKEN)) else " ")
    return whole


def _clean_title(title: Passage) -> Passage:
    """Without the footnote mark after the last word."""
    match = regex.search(r"[\s*†‡①②③★☆△▲※]+$", title.text)
    return title[: match.start()] if match else title

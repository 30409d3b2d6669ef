"""Lists of people in letters: lines of names, numbered rows, columns of tables, and lists inside a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec
import regex

from extractors.base import fact
from extractors.grammar import names, organisations, titles
from extractors.grammar.normal import tight
from extractors.grammar.organisations import is_organisation
from extractors.layout import Line, PageView
from extractors.passage import Passage, joined, of_words
from extractors.prose import person_in_prose, sentence
from extractors.records import Fact
from extractors.works.authors import chinese
from extractors.works.counted_names import counted
from extractors.works.sentence_lists import PART, are_names, in_sentences
from extractors.works.surnames import begins_like_a_name, may_be_a_name, reads_as_a_name
from extractors.works.winners_tables import beside_works
from ingest.records import Word

Row = tuple[tuple[str, ...], Passage, int, int]  # names, and where in which passage they stand
_COLUMN = regex.compile(r"^姓\s*名$")
_NUMBERED = regex.compile(r"^\s*\d{1,3}\s*[.、,)\t ]\s*(?P<n>[\p{Han}·]{2,16}|\p{Han}\s{1,3}\p{Han})(?=[\t ,，:：(]|$)")
_AFTER_COLON = regex.compile(
    r"(?:名单(?:如下)?|同志|人员|医院|学校|大学|学院|公司|局|厅|中心|所|院|系列|专业|[省市县区州旗]"
    r"|[师员授中小园站队科处办委组者辑])\s*(?:[(]\d+人?[)])?\s*:\s*(?P<list>.+)$"
)

_AFTER_HEAD = regex.compile(  # (一)卫生系统:李明、王红
    r"^\s*(?:\([一二三四五六七八九十\d]{1,2}\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])\s*\p{Han}{2,16}\s*(?:\(\d+[人名]\))?\s*:\s*(?P<list>.+)$"
)


_GRADE = regex.compile(r"(?:特|[一二三四五]|优秀|优胜)等?奖|[金银铜]奖")  # of another column, on the line of the names


def named(views: Sequence[PageView]) -> Iterator[Fact]:
    """``names`` of the letter's lists; of a letter about one person alone (给予李明同志记三等功一次) that one as
    ``person_name`` too."""
    listed = list(listed_names(views))
    yield from listed
    if any(len(one.value) > 1 for one in listed):
        return
    for person in person_in_prose(sentence(views)):
        if person.name == "person_name":
            yield msgspec.structs.replace(person, name="names", value=(str(person.value),))
            yield person


def listed_names(views: Sequence[PageView]) -> Iterator[Fact]:
    """All names of the letter's lists as one fact, in order: lines of names, numbered rows, a table's 姓名 column, and
    lists inside a sentence. Its box lies around those of the first page that has any."""
    found: list[str] = []
    places: list[Passage] = []
    beside = list(beside_works(views))
    if beside:
        people = tuple(dict.fromkeys(name for _, row in beside for name in row))
        page = beside[0][0].page()
        yield fact("names", people, joined([cell for cell, _ in beside if cell.page() is page], "、"))
        return
    for view in views:
        said = in_sentences(view)
        tabled = list(columns(view))
        rows = [(passage[start:end], people) for people, passage, start, end in (*tabled, *_outside(tabled, view))]
        rows += [*_beside_titles(view), *_of_units(view)]
        rows = [row for row in rows if not any(_begins(row[1], whole) for _, whole in said)]
        rows = _row_by_row([*rows, *said], 0.5 * view.em)
        for part, people in counted(view) or rows or _beside_offices(view):
            new = [n for n in (name.strip('“”"') for name in people) if n not in found and not _GRADE.fullmatch(n)]
            if new:
                found += new
                places.append(part)
    found = [n for n in found if begins_like_a_name(n) or not any(m != n and m.endswith(n) for m in found)]
    if found:
        page = places[0].page()
        here = joined([part for part in places if part.page() is page], "、")
        yield fact("names", tuple(found), here)


def _outside(tabled: Sequence[Row], view: PageView) -> Iterator[Row]:
    """The lines of names, without the departments that stand beside names of a table's column (郑环　党办)."""
    levels = [passage.box().y0 for _, passage, _, _ in tabled]
    for people, passage, start, end in _lines(view):
        beside = any(abs(passage.box().y0 - level) < 1 for level in levels)
        kept = tuple(name for name in people if not (beside and _DEPARTMENT.fullmatch(name)))
        if kept:
            yield kept, passage, start, end


_DEPARTMENT = regex.compile(r"\p{Han}{1,4}(?:[科室部处股办委会站队组]|中心)")


def _begins(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether a line of names is the beginning of a sentence's, its last name perhaps cut by the line's end."""
    before = len(part) - 1
    alike = 0 < before < len(whole) and tuple(part[:before]) == tuple(whole[:before])
    return alike and whole[before].startswith(part[-1])


def _row_by_row(rows: Sequence[tuple[Passage, tuple[str, ...]]], near: float) -> list[tuple[Passage, tuple[str, ...]]]:
    """Top to bottom, what stands on one level (within ``near`` points) from left to right."""
    levels: list[list[tuple[Passage, tuple[str, ...]]]] = []
    for row in sorted(rows, key=lambda row: row[0].box().y0):
        if levels and row[0].box().y0 - levels[-1][0][0].box().y0 < near:
            levels[-1].append(row)
        else:
            levels.append([row])
    return [row for level in levels for row in sorted(level, key=lambda row: row[0].box().x0)]


def _beside_offices(view: PageView) -> list[tuple[Passage, tuple[str, ...]]]:
    """Names in columns without a head, each beside the office it works for (白文清　县扶贫办), column by column."""
    words = [word for line in view.lines for word in line.words]
    columns: list[list[Word]] = []
    for word in words:
        nearest = min(columns, key=lambda c: abs(c[0].box.x0 - word.box.x0), default=None)
        if nearest is None or abs(nearest[0].box.x0 - word.box.x0) > 0.7 * view.em:
            columns.append([word])
        else:
            nearest.append(word)
    found = []
    for column in sorted(columns, key=lambda c: c[0].box.x0):
        named = [w for w in column if PART.fullmatch(tight(w.text)) and any(_office_beside(w, o) for o in words)]
        people = tuple(tight(w.text) for w in named)
        if len(named) >= _FEWEST and are_names(people):
            found.append((joined([of_words(view.page, [w]) for w in named], "、"), people))
    return found


_TITLED = regex.compile(
    r"\s*(?P<n>[\p{Han}·]{2,16}?)(?:\([^()]{1,16}\))?[\t ]+(?:[男女][\t ]+)?"
    rf"(?:(?:{titles.TITLE.pattern})(?=[\t ,;。]|$)|(?P<unit>\p{{Han}}{{4,30}}))"
)
_OF_A_UNIT = regex.compile(r"\s*(?P<unit>[\p{Han}()]{3,24})[\t ]+(?P<list>[\p{Han}·、\t ]{2,})")
_SHORT = regex.compile(r"\p{Han}{1,8}(?:[局院校中小站所办委处科室队组]|中心|公司|单位)")  # a unit's short name


def _of_units(view: PageView) -> list[tuple[Passage, tuple[str, ...]]]:
    """Names behind the unit that two or more lines begin with: 县医院　李明　王红."""
    found: list[tuple[Passage, tuple[str, ...]]] = []
    for line in view.lines:
        match = _OF_A_UNIT.fullmatch(line.text)
        if match is None or not (is_organisation(match["unit"]) or _SHORT.fullmatch(match["unit"])):
            continue
        people = chinese(line.passage[match.start("list") :])
        if people and are_names(people.names):
            found.append((line.passage[match.start("list") :], people.names))
    return found if len(found) > 1 else []


def _beside_titles(view: PageView) -> list[tuple[Passage, tuple[str, ...]]]:
    """Names that begin two or more lines, a title or a unit behind each (李明　副主任医师　内科); none where these are
    only some of the names that stand in several columns."""
    lines = [(line.passage, match) for line in view.lines if (match := _TITLED.match(line.text))]
    found = [(p, m) for p, m in lines if m["unit"] is None or organisations.find(m["unit"])]
    named: list[tuple[Passage, tuple[str, ...]]] = [
        (passage[slice(*match.span("n"))], (str(match["n"]),)) for passage, match in found if are_names([match["n"]])
    ]
    in_columns = sum(len(people) for _, people in _beside_offices(view))
    return named if len(named) >= max(2, in_columns) else []


_FEWEST = 3  # names that make a column


def _office_beside(word: Word, other: Word) -> bool:
    """Whether ``other`` stands behind ``word`` on its level and names an office, which may be shortened: 县住建局."""
    level = abs(other.box.center[1] - word.box.center[1]) < 0.5 * word.box.height
    behind = 0 < other.box.x0 - word.box.x1 < 6 * word.box.height
    text = tight(other.text)
    return level and behind and len(text) >= 4 and not (PART.fullmatch(text) and may_be_a_name(text))


_IN_SENTENCE = regex.compile(r"^\s*(?:现?对|现?将|授予|给予|表彰|表扬)|等?\s*\d+\s*[名位]\s*(?:同志|人员|教师|个人)")


def _lines(view: PageView) -> Iterator[Row]:
    for line, passage in _whole_lines(view):
        tail = _AFTER_COLON.search(passage.text) or _AFTER_HEAD.search(passage.text)
        if tail:
            listed = chinese(passage[tail.start("list") :].strip(" 。.;,、"))
            if listed:
                yield listed.names, passage, *tail.span("list")
            continue
        people = None if _IN_SENTENCE.search(line.text) else chinese(passage.strip("。.;"))
        if people and (are_names(people.names) if len(people.names) > 1 else _indented_name(view, line)):
            yield people.names, passage, people.start, people.end
            continue
        bare = line.passage.bare()
        if not people and len(bare) == 4 and begins_like_a_name(bare.text) and _indented_name(view, line):
            yield (bare.text,), bare, 0, 4
            continue
        numbered = _NUMBERED.match(line.text)
        if numbered and are_names([tight(numbered["n"])]) and (found := names.find(numbered["n"])):
            yield (found.value,), line.passage, numbered.start("n"), numbered.end("n")
            continue


def _whole_lines(view: PageView) -> Iterator[tuple[Line, Passage]]:
    """Every line; one that breaks off inside a name goes on with the next: it ends or that begins with a lone
    character."""
    right = max((line.box.x1 for line in view.lines), default=0.0)
    taken: Line | None = None
    for line, following in zip_longest(view.lines, view.lines[1:]):
        if line is taken:
            continue
        last = _LONE_LAST.search(line.text)
        broken = following is not None and (last or _LONE.match(following.text))
        head = _AFTER_COLON.search(line.text)
        begun = line.passage[head.start("list") if head else 0 : last.start() if last else len(line.text)]
        listed = broken and chinese(begun) is not None
        block = (
            max(right if not _SURELY_BROKEN.match(following.text) else 0.0, following.box.x1) if following else right
        )
        if following is not None and listed and line.box.x1 > block - 2 * view.em:
            taken = following
            yield line, joined((line.passage, following.passage), "")
        else:
            yield line, line.passage


_SURELY_BROKEN = regex.compile(r"\s*\p{Han}\s+[\p{Han}·]{2,}")  # the end of a name, then whole ones
_LONE = regex.compile(r"\s*\p{Han}(?:\s+(?!\p{Han}(?:\s|$))|$)")  # two in a row are a name set wide
_LONE_LAST = regex.compile(r"(?<=\p{Han}{2})\s+\p{Han}\s*$")


def _indented_name(view: PageView, line: Line) -> bool:
    """A single name on a line of its own in the middle of a list, not a signature or a greeting."""
    at = view.lines.index(line)
    near = [view.lines[i] for i in (at - 1, at + 1) if 0 <= i < len(view.lines)]
    return not tight(line.text).endswith(":") and any(chinese(other.passage) is not None for other in near)


_SAID = regex.compile(r"[,，。;；:]")  # in a sentence or a label under the table
_DOTS = ("·", "•", "・", "‧")


def in_columns(views: Sequence[PageView]) -> set[str]:
    """What surely are names among the words under heads 姓名."""
    return {name for view in views for people, *_ in columns(view) for name in people if reads_as_a_name(name)}


def columns(view: PageView) -> Iterator[Row]:
    """Words under a table's head 姓名."""
    for index, line in enumerate(view.lines):
        heads = [w for w in line.words if _COLUMN.match("".join(w.text.split()))]
        if not heads or len(line.words) < 2:
            continue
        for head in heads:
            bottom, begun = head.box.y1, ""
            for below in view.lines[index + 1 :]:
                if below.box.y0 - bottom > 5 * view.em:
                    break
                cell = [
                    w
                    for w in below.words
                    if min(w.box.x1, head.box.x1) - max(w.box.x0, head.box.x0) > 0.3 * min(w.box.width, head.box.width)
                ]
                for word in cell[:1]:
                    text = begun + tight(word.text)
                    begun = text if text.endswith(_DOTS) else ""  # a long name goes on in the next line of its cell
                    found = names.find(text) if not begun and not _SAID.search(text) else None
                    start = next(
                        (i for i, o in enumerate(below.passage.origin) if o is not None and o[1] is word), None
                    )
                    if found and start is not None and 2 <= len(found.value) <= 12 and not is_organisation(found.value):
                        end = max(i for i, o in enumerate(below.passage.origin) if o is not None and o[1] is word) + 1
                        yield (found.value,), below.passage, start, end
                bottom = below.box.y1

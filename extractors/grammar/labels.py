"""Labels and the values beside, below or inside the cell next to them.

A label may have white space inside (姓　名), a note in brackets after it, a colon of either width or none, and may be
broken over lines in a narrow cell. Its value stands to the right, in the next cell, over several lines, or below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import regex
from rapidfuzz.distance import Levenshtein

from extractors.grammar.normal import is_han, tight
from extractors.layout import Line, PageView, rows_of
from extractors.passage import EMPTY, GAP, Origin, Passage, joined, of_word, of_words
from extractors.ruled import Cell, right_of, under
from ingest.geometry import Box, union
from ingest.records import Word

# Labels that no field of a type may claim but that end the value before them.
COMMON = [
    "姓名",
    "性别",
    "民族",
    "出生年月",
    "出生日期",
    "出生",
    "籍贯",
    "出生地",
    "政治面貌",
    "党派",
    "身份证号码",
    "身份证号",
    "公民身份号码",
    "证件号码",
    "学历",
    "学位",
    "毕业院校",
    "毕业学校",
    "所学专业",
    "参加工作时间",
    "工作单位",
    "单位名称",
    "单位",
    "职务",
    "行政职务",
    "职称",
    "专业技术职务",
    "专业技术职称",
    "专业技术资格",
    "联系电话",
    "电话",
    "手机",
    "通讯地址",
    "地址",
    "邮编",
    "邮政编码",
    "电子邮箱",
    "证书编号",
    "编号",
    "发证机关",
    "发证日期",
    "发证单位",
    "发证时间",
    "备注",
    "序号",
    "合计",
    "照片",
    "签名",
    "签字",
    "盖章",
    "公章",
    "审核人",
    "经办人",
    "负责人",
    "填表时间",
    "填表日期",
    "年度",
    "等次",
    "考核等次",
    "学时",
    "专业",
    "系列",
    "级别",
    "资格名称",
    "批准日期",
    "批准文号",
    "健康状况",
    "婚姻状况",
    "熟悉何种外语",
    "现任专业技术职务",
    "任职时间",
    "取得时间",
    "有效期限",
    "有效期",
    "住址",
    "签发机关",
    "打印日期",
]
# Labels that may stand in the middle of a line without white space before them, and what must follow them there.
_INLINE = {
    "性别": regex.compile(r"[男女]"),
    "民族": regex.compile(r"[\u4e00-\u9fff]{1,4}族|[汉彝白傣壮苗回满侗佤](?![\u4e00-\u9fff])"),
    "出生年月": regex.compile(r"[\d一二〇零○]"),
    "出生日期": regex.compile(r"[\d一二〇零○]"),
    "发证日期": regex.compile(r"[\d一二〇零○]"),
    "身份证号": regex.compile(r"\d"),
    "身份证号码": regex.compile(r"\d"),
    "公民身份号码": regex.compile(r"\d"),
    "证件号码": regex.compile(r"[\dA-Z]"),
    "证书编号": regex.compile(r"[\dA-Z第]"),
    "联系电话": regex.compile(r"\d"),
}
# Short labels whose value an OCR engine may run on to them.
_DIRECT = frozenset(("姓名", "性别", "出生", "住址", "校名", "编号", "层次", "学制"))
_BARE = regex.compile(r"\([^()]{1,16}\)$|:$")
_NOTE = r"(?:\s?\([^()\n]{1,16}\))?"


class Occurrence(NamedTuple):
    """A label on a page: which field it names ("" for a stop label), and how it is set."""

    field: str
    label: str
    line: int  # index into ``PageView.lines``; -1 when the label is broken over several lines
    start: int
    end: int  # after the colon, where there is one
    box: Box
    colon: bool
    alone: bool  # nothing else in its cell
    rank: int = 0  # place of the variant in its field's list, the most specific first
    cell: Cell | None = None  # the ruled cell that the label fills
    part: int = 0  # of a label that names two things (工作单位及职务): 1 the first, 2 the second, 0 any other label


class Value(NamedTuple):
    """What a parser made of a passage: the normalised value and where in the passage it stands."""

    value: str | tuple[str, ...]
    start: int
    end: int


Parser = Callable[[Passage], Value | None]


@dataclass(frozen=True, slots=True)
class Field:
    """A fact that stands beside a label. ``wrap``: the value may run over several lines."""

    name: str
    labels: tuple[str, ...]
    parse: Parser
    wrap: bool = False
    below: bool = True


class Labels:
    """All labels of one document type, compiled once."""

    def __init__(self, fields: Mapping[str, Sequence[str]], stops: Iterable[str] = ()) -> None:
        self._field: dict[str, tuple[str, int]] = {}
        for stop in (*COMMON, *stops):
            self._field[tight(stop)] = ("", 0)
        for name, variants in fields.items():
            for rank, variant in enumerate(variants):
                self._field[tight(variant)] = (name, rank)
        variants = sorted(self._field, key=len, reverse=True)
        self._pattern = regex.compile("|".join(r"\s*".join(map(regex.escape, v)) for v in variants))
        self._tail = regex.compile(_NOTE + r"\s?[::]|" + r"(?:\s?\([^()\n]{1,16}\))(?=\s|$)")
        self._long = [v for v in variants if len(v) >= 4]

    def find(self, view: PageView) -> list[Occurrence]:
        """Every label on the page, in reading order, those broken over lines last."""
        found: list[Occurrence] = []
        for index, line in enumerate(view.lines):
            found.extend(self._in_line(view, index, line))
        filling = list(self._in_cells(view))
        found = [o for o in found if not _meets(o.box, [f.box for f in filling])] + filling
        broken = list(self._broken(view, found))
        found = [o for o in found if not _meets(o.box, [b.box for b in broken])] + broken
        if view.page.source != "text":
            found.extend(self._misread(view, found))
        return found

    def _in_line(self, view: PageView, index: int, line: Line) -> Iterable[Occurrence]:
        text = line.text
        at = 0
        for match in self._pattern.finditer(text):
            if match.start() < at or (":" not in text and _in_title(line, match.start(), view.em)):
                continue
            name, rank = self._field[tight(match.group())]
            tail = self._tail.match(text, match.end())
            colon = tail is not None and tail.group().endswith(":")
            end = tail.end() if tail else match.end()
            left = text[match.start() - 1] if match.start() else GAP
            right = text[end] if end < len(text) else GAP
            if not _stands(tight(match.group()), left, colon, text[end:] or GAP):
                continue
            at = end
            box = line.passage.box(match.start(), match.end())
            yield Occurrence(
                name,
                tight(match.group()),
                index,
                match.start(),
                end,
                box,
                colon,
                _is_gap(left) and (colon or _is_gap(right)),
                rank,
            )

    def _in_cells(self, view: PageView) -> Iterable[Occurrence]:
        """Labels that fill a ruled cell, over however many lines; one misread character is let pass in long ones."""
        for cell in view.cells:
            text = _BARE.sub("", cell.text)
            if not 1 < len(text) <= 24:
                continue
            label = text if text in self._field else self._near(text) if view.page.source != "text" else None
            named = [(label, 0)] if label else list(self._both(text))
            line = next((i for i, at in enumerate(view.lines) if cell.words[0] in at.words), -1)
            for one, part in named:
                name, rank = self._field[one]
                yield Occurrence(name, one, line, 0, 0, cell.passage.box(), False, True, rank, cell, part)

    def _both(self, text: str) -> Iterable[tuple[str, int]]:
        """The two labels that a longer one joins (工作单位及职务), and in what of two values each has its own; a place
        for an opinion (受援学校鉴定意见) has none."""
        for joint in _JOINT.finditer(text):
            first, second = text[: joint.start()], text[joint.end() :]
            if first in self._field:
                yield first, 1
                if second in self._field:
                    yield second, 2
                return
        if _OPINION.search(text):
            yield "备注", 0

    def _near(self, text: str) -> str | None:
        """The one long label that differs from ``text`` in one character."""
        if len(text) < 5:
            return None
        near = [v for v in self._long if len(v) == len(text) and Levenshtein.distance(v, text, score_cutoff=1) <= 1]
        return near[0] if len(near) == 1 else None

    def _broken(self, view: PageView, found: Sequence[Occurrence]) -> Iterable[Occurrence]:
        """Labels whose characters are set over two or three lines of a narrow cell."""
        alone = {o.label: o.box for o in found if o.alone}
        words = [(tight(w.text), w) for w in view.words if 1 <= len(w.text) <= 8]
        taken: list[Box] = []
        for label in self._long:
            for text, word in words:
                if not (0 < len(text) < len(label) and label.startswith(text)) or _meets(word.box, taken):
                    continue
                whole = text in alone and _meets(word.box, [alone[text]])
                if whole and label[len(text) :] in self._field:
                    continue  # two labels, one under the other
                parts = _below(label[len(text) :], word, words)
                if parts and not (whole and parts[0].box.y0 - word.box.y1 > 0.6 * word.box.height):
                    box = union([word.box, *(p.box for p in parts)])
                    taken.append(box)
                    name, rank = self._field[label]
                    yield Occurrence(name, label, -1, 0, 0, box, False, True, rank)

    def _misread(self, view: PageView, found: Sequence[Occurrence]) -> Iterable[Occurrence]:
        """Long labels with one character read wrongly, followed by a colon or standing alone."""
        for index, line in enumerate(view.lines):
            taken = {i for o in found if o.line == index for i in range(o.start, o.end)}
            for match in _CANDIDATE.finditer(line.text):
                text = tight(match.group("label"))
                if len(text) < 5 or match.start("label") in taken or text in self._field:
                    continue
                label = self._near(text)
                if label:
                    name, rank = self._field[label]
                    box = line.passage.box(match.start("label"), match.end("label"))
                    yield Occurrence(name, label, index, match.start("label"), match.end(), box, True, True, rank)


_JOINT = regex.compile(r"及其?|和|与|、|/")
_OPINION = regex.compile(r"^[\u4e00-\u9fff]{2,12}(?:意见|评语|签章|签字|盖章)$")
_CANDIDATE = regex.compile(r"(?:(?<=^)|(?<=\s))(?P<label>[\u4e00-\u9fff]{4,14})(?::|(?=\t|$))")


def _in_title(line: Line, at: int, em: float) -> bool:
    origin = line.passage.origin[at]
    return origin is not None and origin[1].box.height > 1.6 * em


def _meets(box: Box, others: Sequence[Box]) -> bool:
    return any(box.intersection(other) > 0.5 * box.area for other in others)


def _is_gap(char: str) -> bool:
    return char.isspace()


def _stands(label: str, left: str, colon: bool, after: str) -> bool:
    """Whether a match is set as a label and is not a word inside a sentence or inside a longer label."""
    clear = colon or _is_gap(after[0])
    inline = label in _INLINE and (clear or _INLINE[label].match(after) is not None)
    if is_han(left):
        return inline or (colon and len(label) >= 4)
    return clear or inline or (_is_gap(left) and (len(label) >= 4 or label in _DIRECT) and label not in _INLINE)


def _below(rest: str, word: Word, words: Sequence[tuple[str, Word]]) -> list[Word]:
    """The words beneath ``word`` in its cell that spell ``rest``; empty when there are none."""
    for text, other in words:
        gap = other.box.y0 - word.box.y1
        if not (text and rest.startswith(text)) or not -0.3 * word.box.height < gap < 1.2 * word.box.height:
            continue
        if min(word.box.x1, other.box.x1) - max(word.box.x0, other.box.x0) < 0.5 * min(word.box.width, other.box.width):
            continue
        if text == rest:
            return [other]
        further = _below(rest[len(text) :], other, words)
        if further:
            return [other, *further]
    return []


def values(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence], field: Field) -> Iterable[Passage]:
    """Passages that may hold the value of a label, the likeliest first."""
    if occurrence.cell is not None:
        for passage in _next_cells(view, occurrence.cell, found):
            yield _share(passage, occurrence.part)
        return
    inside = _rest_of_cell(view, occurrence, found)
    if inside is not None:
        if inside:
            yield inside
        return
    beside = _beside(view, occurrence, found)
    if beside:
        if field.wrap:
            longer = _wrapped(view, occurrence, found, beside)
            if longer is not beside:
                yield longer
        yield beside
    region = _region(view, occurrence, found)
    if region and region.text != beside.text:
        yield region
    if field.below and not beside and not occurrence.colon:
        below = _beneath(view, occurrence, found)
        if below:
            yield below


def _share(passage: Passage, part: int) -> Passage:
    """What of a cell belongs to the first or the second label of two, where white space or a comma parts it in two."""
    places = [m.span() for m in regex.finditer(r"[\s,、/;]+", passage.text.strip())] if part else []
    if len(places) != 1:
        return passage
    bare = passage.strip()
    return bare[: places[0][0]] if part == 1 else bare[places[0][1] :]


def _next_cells(view: PageView, cell: Cell, found: Sequence[Occurrence]) -> Iterable[Passage]:
    """The cell to the right, and where that is a label too, the one beneath."""
    labels = [o.cell for o in found if o.cell is not None]
    beside = right_of(view, cell)
    if beside is not None and beside not in labels:
        if beside.passage:
            yield beside.passage
        return
    below = under(view, cell)
    if below is not None and below not in labels and below.passage:
        yield below.passage


def _rest_of_cell(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage | None:
    """What follows a label in its own ruled cell, up to the next label there; None when it stands in no cell, or
    in one of many lines, such as the frame around a certificate."""
    if occurrence.line < 0 or not view.cells:
        return None
    line = view.lines[occurrence.line].passage
    last = line.origin[occurrence.end - 1]
    cell = next((c for c in view.cells if last is not None and any(w is last[1] for w in c.words)), None)
    if cell is None or cell.lines > 3:
        return None
    places = {(id(o[1]), o[2]): i for i, o in enumerate(cell.passage.origin) if o is not None}
    start = places.get(_place(last), -1) + 1
    others = (view.lines[o.line].passage.origin[o.start] for o in found if o.cell is None and o.line >= 0)
    ends = [places[_place(first)] for first in others if _place(first) in places]
    rest = cell.passage[start : min((e for e in ends if e >= start), default=len(cell.passage))].strip(":_")
    return rest if rest or occurrence.colon else None


def _place(origin: Origin | None) -> tuple[int, int]:
    return (id(origin[1]), origin[2]) if origin is not None else (0, -1)


def _beside(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The rest of the label's line, up to the next label."""
    if occurrence.line < 0:
        return EMPTY
    line = view.lines[occurrence.line].passage
    following = [o.start for o in found if o.line == occurrence.line and o.start >= occurrence.end]
    return line[occurrence.end : min(following, default=len(line))].strip(":_")


def _right_edge(view: PageView, box: Box, found: Sequence[Occurrence]) -> float:
    """Where the next label on the same level begins."""
    starts = [
        o.box.x0
        for o in found
        if o.box.x0 >= box.x1 and min(o.box.y1, box.y1) - max(o.box.y0, box.y0) > 0.3 * box.height
    ]
    edge = max((w.box.x1 for w in view.words), default=0.0) + 1
    return min(starts, default=edge)


def _region(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The words of the cell to the right, also where its lines are not level with the label."""
    box = occurrence.box
    right = _right_edge(view, box, found)
    level = [
        w
        for w in view.words
        if w.box.x0 >= box.x1 - 0.2 * view.em
        and w.box.center[0] < right
        and min(w.box.y1, box.y1) - max(w.box.y0, box.y0) > 0.12 * w.box.height
        and not any(o.box.intersection(w.box) > 0.5 * w.box.area for o in found)
    ]
    if not level:
        return EMPTY
    return joined((of_words(view.page, row) for row in rows_of(level)), "\n")


def _wrapped(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence], beside: Passage) -> Passage:
    """``beside`` and the lines that continue it."""
    parts = [beside]
    last = beside.box()
    before = view.lines[occurrence.line].text[: occurrence.start]
    leading = 2.2 if before and before[-1] != GAP else 0.9  # inside a sentence lines may stand further apart
    left, right = min(last.x0, occurrence.box.x0), _right_edge(view, occurrence.box, found)
    page_right = max(w.box.x1 for w in view.words)
    for index in range(occurrence.line + 1, min(occurrence.line + 6, len(view.lines))):
        line = view.lines[index]
        if line.box.y0 - last.y1 > leading * view.em or any(o.line == index and o.box.x0 < right for o in found):
            break
        words = [w for w in line.words if w.box.center[0] < right and w.box.x1 > left]
        full = last.x1 > min(right, page_right) - 2.5 * view.em
        if not words or not full or (words[0].box.x0 < occurrence.box.x0 - view.em and not occurrence.colon):
            break
        middle = (words[0].box.x0 + words[-1].box.x1) / 2
        above = (last.center[0], view.lines[occurrence.line].box.center[0])
        centred = any(abs(middle - m) < 2 * view.em for m in above)
        if words[0].box.x0 - last.x0 > 3 * view.em and not centred:
            break
        parts.append(of_words(view.page, words))
        last = union(w.box for w in words)
    return beside if len(parts) == 1 else joined(parts, "\n")


def _beneath(view: PageView, occurrence: Occurrence, found: Sequence[Occurrence]) -> Passage:
    """The nearest word under the label, as under the head of a column: a label that stands in a row of labels."""
    box = occurrence.box
    if not any(o.line == occurrence.line and o is not occurrence for o in found):
        return EMPTY
    under = [
        w
        for w in view.words
        if 0 < w.box.center[1] - box.y1 < 3 * view.em
        and min(w.box.x1, box.x1) - max(w.box.x0, box.x0) > 0.3 * min(w.box.width, box.width)
    ]
    if not under:
        return EMPTY
    nearest = min(under, key=lambda w: w.box.y0)
    if any(o.box.intersection(nearest.box) > 0.3 * nearest.box.area and o.alone for o in found):
        return EMPTY
    return of_word(view.page, nearest)

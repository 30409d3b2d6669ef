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

from extractors.grammar import bilingual
from extractors.grammar.label_setting import in_title, is_beneath, is_gap, joined_to, pointed, stands, words_below
from extractors.grammar.normal import tight
from extractors.grammar.stop_labels import COMMON
from extractors.layout import Line, PageView
from extractors.passage import GAP, Passage
from extractors.ruled import Cell
from ingest.geometry import Box, union
from ingest.records import Word

_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]\s?"
_NUMBERED = regex.compile(rf"(?:^|\s)(?:{_NUMBER}|\(\d{{1,2}}\)\s?)$")
_BARE = regex.compile(rf"\((?!第)[^()]{{1,16}}\)$|:$|^{_NUMBER}(?=\p{{Han}})")  # 主要完成人(第三) is a value
_NOTE = r"\s?\((?!第)[^()\n]{1,16}\)"
_TAIL = regex.compile(rf"(?:{_NOTE})?\s?[::]|{_NOTE}(?=\s|$)|\s?】\s?[::]?|(?<english>{bilingual.TAIL})")


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
        self._pattern = regex.compile("|".join(_FILLED.join(map(regex.escape, v)) for v in variants))
        self._long = [v for v in variants if len(v) >= 4]

    def find(self, view: PageView) -> list[Occurrence]:
        """Every label on the page, in reading order, those broken over lines last."""
        found: list[Occurrence] = []
        for index, line in enumerate(view.lines):
            found.extend(self._in_line(view, index, line))
        found = bilingual.with_english(view, found)
        filling = list(self._in_cells(view))
        found = [o for o in found if not _meets(o.box, [f.box for f in filling])] + filling
        broken = list(self._broken(view, found))
        found = [o for o in found if not _meets(o.box, [b.box for b in broken])] + broken
        if view.page.source != "text":
            found.extend(self._misread(view, found))
        return found

    def _in_line(self, view: PageView, index: int, line: Line) -> Iterable[Occurrence]:
        text = line.text
        at, pairs = 0, False  # pairs: a label with a colon stands before, and an engine may run a value on to the next
        for match in self._matches(text):
            if match.start() < at or (":" not in text and in_title(line, match.start(), view.em)):
                continue
            name, rank = self._field[_key(match.group())]
            second = joined_to(text, match)
            other = self._meant(_key(match.group()), second["second"]) if second else None
            if (
                GAP in match.group()
                and line.passage.box(*match.span()).width > _WIDEST * len(match.group()) * line.height
            ):
                continue  # words of two columns
            named = bilingual.behind(text, match.end())
            tail = second or self._after(text, named) or (pointed(text, match) if named == match.end() else None)
            colon = tail is not None and tail.group().endswith((":", ".", "--", "】"))
            end = tail.end() if tail else named
            numbered = _NUMBERED.search(text, 0, match.start())
            left = text[match.start() - 1] if match.start() and not numbered else GAP
            left = GAP if left == "【" else left
            right = text[end] if end < len(text) else GAP
            set_apart = stands(_key(match.group()), left, colon, GAP if named > match.end() else text[end:] or GAP)
            if not set_apart and not (colon and pairs and match.start() > at):
                continue
            at, pairs = end, pairs or colon
            box = line.passage.box(match.start(), named)
            yield Occurrence(
                name,
                _key(match.group()),
                index,
                match.start(),
                end,
                box,
                colon,
                is_gap(left) and (colon or is_gap(right)),
                rank,
                part=1 if other else 0,
            )
            if second and other:
                name, rank = self._field[other]
                box = line.passage.box(*second.span("second"))
                yield Occurrence(name, other, index, second.start("second"), end, box, True, False, rank, part=2)

    def _after(self, text: str, at: int) -> regex.Match[str] | None:
        """What belongs to a label after its words: a note in brackets, its English form, a colon."""
        tail = _TAIL.match(text, at)
        return None if tail and tail["english"] and not bilingual.is_label(tail.group()) else tail

    def _matches(self, text: str) -> Iterable[regex.Match[str]]:
        """What reads as a label, the longest first; two labels with a gap between them are not the one that both would
        make together (毕业院校 专业 as two heads)."""
        at = 0
        while match := self._pattern.search(text, at):
            gap = match.group().find(GAP)
            parts = match.group().split(GAP) if gap > 0 else []
            if len(parts) == 2 and all(tight(part) in self._field for part in parts):
                match = self._pattern.fullmatch(text, match.start(), match.start() + gap) or match
            yield match
            at = match.end()

    def _in_cells(self, view: PageView) -> Iterable[Occurrence]:
        """Labels that fill a ruled cell, over however many lines; one misread character is let pass in long ones."""
        for cell in view.cells:
            text = _BARE.sub("", bilingual.without_english(cell.text))
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
                if meant := self._meant(first, second):
                    yield meant, 2
                return
        if _OPINION.search(text):
            yield "备注", 0

    def _meant(self, first: str, second: str) -> str | None:
        """The label that the second of two joined ones stands for; after 申报专业及 a 职称 is the one applied for."""
        prefix = next((p for p in _APPLIED if first.startswith(p)), "")
        meant = prefix + second.removeprefix(prefix)
        return meant if meant in self._field else None

    def _near(self, text: str) -> str | None:
        """The one long label that differs from ``text`` in one character."""
        if len(text) < 5:
            return None
        near = [v for v in self._long if len(v) == len(text) and Levenshtein.distance(v, text, score_cutoff=1) <= 1]
        return near[0] if len(near) == 1 else None

    def _broken(self, view: PageView, found: Sequence[Occurrence]) -> Iterable[Occurrence]:
        """Labels whose characters are set over two or three lines of a narrow cell."""
        alone = {o.label: o.box for o in found if o.alone}
        words = [(_AT_ENDS.sub("", tight(w.text)), w) for w in view.words if 1 <= len(w.text) <= 8]
        taken: list[Box] = []
        for label in self._long:
            for text, word in words:
                if not (0 < len(text) < len(label) and label.startswith(text)) or _meets(word.box, taken):
                    continue
                whole = text in alone and _meets(word.box, [alone[text]])
                if whole and label[len(text) :] in self._field:
                    continue  # two labels, one under the other
                parts = words_below(label[len(text) :], word, words)
                apart = bool(parts) and parts[0].box.y0 - word.box.y1 > 0.6 * word.box.height
                if parts and not (whole and apart and label[len(text)] != "("):
                    box = union([word.box, *(p.box for p in parts)])
                    taken.append(box)
                    name, rank = self._field[label]
                    yield Occurrence(name, label, -1, 0, 0, box, False, True, rank)
        yield from self._halved(words, taken)

    def _halved(self, words: Sequence[tuple[str, Word]], taken: Sequence[Box]) -> Iterable[Occurrence]:
        """Labels that go on, after a joint, under themselves with words of no list (申报类型及 over 有关待遇)."""
        for text, word in words:
            half = _HALF.fullmatch(text)
            if half is None or half["label"] not in self._field or _meets(word.box, taken):
                continue
            other = next((o for t, o in words if _OTHER_HALF.fullmatch(t) and is_beneath(word.box, o.box)), None)
            if other is not None:
                name, rank = self._field[half["label"]]
                yield Occurrence(name, half["label"], -1, 0, 0, union([word.box, other.box]), False, True, rank)

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


_WIDEST = 4  # times its height that a character of a label takes up with the space after it
_FILLED = r"[\s_☑]*"  # what stands between the characters of a spaced label, the line to write on read with it


def _key(text: str) -> str:
    """A label as lists hold it."""
    return regex.sub("[_☑]", "", tight(text))


_AT_ENDS = regex.compile(rf"^{_NUMBER}(?=\p{{Han}})|:$")
_JOINT = regex.compile(r"及其?|和|与|、|/")
_HALF = regex.compile(r"(?P<label>[\u4e00-\u9fff]{2,6})(?:及其?|和|与|、)")
_OTHER_HALF = regex.compile(r"[\u4e00-\u9fff]{2,8}")
_APPLIED = ("申报", "拟申报", "拟评", "评审", "申请")
_OPINION = regex.compile(r"^(?!没有|无)[\u4e00-\u9fff]{2,12}(?:意见|评语|签章|签字|盖章)$")
_CANDIDATE = regex.compile(r"(?:(?<=^)|(?<=\s))(?P<label>[\u4e00-\u9fff]{4,14})(?::|(?=\t|$))")


def _meets(box: Box, others: Sequence[Box]) -> bool:
    return any(box.intersection(other) > 0.5 * box.area for other in others)

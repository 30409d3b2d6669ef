"""Text that remembers where each of its characters was printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.grammar.normal import fold, is_han
from ingest.geometry import Box, union
from ingest.records import Page, Word

GAP = "\t"  # stands in ``Passage.text`` where the page leaves a space as wide as a character or wider

Origin = tuple[Page, Word, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` is folded (see ``grammar.normal``); ``origin[i]`` is the page, word and place in the word that
    ``text[i]`` came from, None for white space that the layout implies."""

    text: str
    origin: tuple[Origin | None, ...]

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text.strip())

    def __getitem__(self, cut: slice) -> Passage:
        return Passage(self.text[cut], self.origin[cut])

    def __add__(self, other: Passage) -> Passage:
        return Passage(self.text + other.text, self.origin + other.origin)

    def strip(self, also: str = "") -> Passage:
        """Without white space and the characters of ``also`` at either end."""
        unwanted = " \t\n\r\u3000" + also
        start = len(self.text) - len(self.text.lstrip(unwanted))
        return self[start : max(start, len(self.text.rstrip(unwanted)))]

    def tight(self) -> Passage:
        """Without white space, except where it parts two Latin words or numbers."""
        keep = [i for i, c in enumerate(self.text) if not c.isspace() or self._parts_latin(i)]
        if len(keep) == len(self.text):
            return self
        return Passage("".join(self.text[i] for i in keep), tuple(self.origin[i] for i in keep))

    def bare(self) -> Passage:
        """Without any white space."""
        keep = [i for i, c in enumerate(self.text) if not c.isspace()]
        return Passage("".join(self.text[i] for i in keep), tuple(self.origin[i] for i in keep))

    def _parts_latin(self, i: int) -> bool:
        if i == 0 or i + 1 >= len(self.text):
            return False
        before, after = self.text[i - 1], self.text[i + 1]
        return not (before.isspace() or is_wide(before) or is_wide(after))

    def printed(self, start: int = 0, end: int | None = None) -> str:
        """The characters as the page has them, white space as the layout has it."""
        out: list[str] = []
        last: tuple[int, int] | None = None
        for char, origin in zip(self.text[start:end], self.origin[start:end], strict=True):
            if origin is None:
                out.append(" ")
                continue
            place = (id(origin[1]), origin[2])
            if place != last:
                out.append(origin[1].text[origin[2]] if not char.isspace() else " ")
            last = place
        return "".join(out).strip()

    def prints(self, start: int = 0, end: int | None = None) -> bool:
        """Whether anything printed stands in ``text[start:end]``; white space of the layout does not count."""
        return any(origin is not None for origin in self.origin[start:end])

    def page(self, start: int = 0, end: int | None = None) -> Page:
        """The page on which ``text[start:end]`` begins. Raises ValueError when nothing printed is in it."""
        for origin in self.origin[start:end]:
            if origin is not None:
                return origin[0]
        raise ValueError("no printed character in the passage")

    def box(self, start: int = 0, end: int | None = None) -> Box:
        """Around ``text[start:end]`` in the page's reading frame; what runs on to a further page is left out."""
        page = self.page(start, end)
        spans: dict[int, tuple[Word, int, int]] = {}
        for origin in self.origin[start:end]:
            if origin is None or origin[0] is not page:
                continue
            word, index = origin[1], origin[2]
            first, last = spans[id(word)][1:] if id(word) in spans else (index, index)
            spans[id(word)] = (word, min(first, index), max(last, index))
        return union(word.span(first, last + 1) for word, first, last in spans.values())

    def confidence(self, start: int = 0, end: int | None = None) -> float:
        """The lowest confidence of the words that ``text[start:end]`` stands in."""
        return min((o[1].confidence for o in self.origin[start:end] if o is not None), default=0.0)


EMPTY = Passage("", ())


def is_wide(char: str) -> bool:
    """Whether ``char`` is set as Chinese, so that white space beside it means nothing."""
    return is_han(char) or char in "，。、；：？！（）《》〈〉【】〔〕“”‘’·,;:()"


def of_word(page: Page, word: Word) -> Passage:
    """The folded text of one word."""
    if word.text.isascii():
        return Passage(word.text, tuple((page, word, i) for i in range(len(word.text))))
    text: list[str] = []
    origin: list[Origin] = []
    for i, char in enumerate(word.text):
        for plain in fold(char):
            text.append(plain)
            origin.append((page, word, i))
    return Passage("".join(text), tuple(origin))


def of_words(page: Page, words: Sequence[Word]) -> Passage:
    """Words of one line, left to right; gaps as wide as a character become ``GAP``, small ones a space."""
    passage = EMPTY
    previous: Word | None = None
    for word in words:
        if previous is not None:
            passage += Passage(_between(previous, word), (None,) * len(_between(previous, word)))
        passage += of_word(page, word)
        previous = word
    return passage


def _between(left: Word, right: Word) -> str:
    gap = right.box.x0 - left.box.x1
    em = min(left.box.height, right.box.height) or 1.0
    if gap > 0.8 * em:
        return GAP
    return " " if gap > 0.12 * em else ""


def joined(passages: Iterable[Passage], separator: str = "") -> Passage:
    """Passages one after another, ``separator`` (without a place on the page) between them."""
    parts = list(passages)
    if not parts:
        return EMPTY
    gap = (None,) * len(separator)
    origin: list[Origin | None] = list(parts[0].origin)
    for part in parts[1:]:
        origin.extend(gap)
        origin.extend(part.origin)
    return Passage(separator.join(p.text for p in parts), tuple(origin))

"""How surely a document of some type begins on a page: by its title, its wording and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.layout import PageView

_LEAST = 0.25  # share of a line from which a title is its title and not a word in a sentence

_SUBJECT = regex.compile(r":\p{Han}{6,}")  # after a title, what the paper is about: 录用通知:某某研究
_BEFORE_SUBJECT = 0.5


class Signs:
    """``titles``: patterns of headings (folded, without white space). ``wording``: patterns of the text, each a sign of
    its own. ``against``: patterns that make the type unlikely. ``alone``: the share of ``wording`` that is enough
    without a title; above 1 when a title is indispensable.
    """

    def __init__(
        self, titles: Sequence[str], wording: Sequence[str] = (), against: Sequence[str] = (), *, alone: float = 0.6
    ) -> None:
        self._titles = regex.compile("|".join(f"(?:{t})" for t in titles)) if titles else None
        self._wording = [regex.compile(w) for w in wording]
        self._against = regex.compile("|".join(f"(?:{a})" for a in against)) if against else None
        self._alone = alone

    def score(self, view: PageView) -> float:
        """0 to 1."""
        text = view.tight
        if not text:
            return 0.0
        share = sum(bool(w.search(text)) for w in self._wording) / (len(self._wording) or 1)
        title = self._title(view)
        if title:
            result = 0.55 + 0.25 * title + 0.2 * share
        elif share >= self._alone:
            result = 0.3 + 0.4 * share
        else:
            result = 0.3 * share
        if self._against and self._against.search(text):
            result -= 0.35
        return round(max(0.0, min(1.0, result)), 4)

    def _title(self, view: PageView) -> float:
        """The share of a heading that the title fills, 1 when it is the whole heading; 0 when no heading holds one. A
        title may be set on two lines."""
        best = 0.0
        if self._titles is None:
            return best
        for heading in view.headings:
            match = self._titles.search(heading)
            if match:
                best = max(best, (match.end() - match.start()) / len(heading))
                if heading is view.headings[0] and _SUBJECT.match(heading[match.end() :]) and not match.start():
                    best = max(best, _BEFORE_SUBJECT)
        for upper, lower in view.titles:
            match = self._titles.search(upper + lower)
            if match and match.start() < len(upper) < match.end():
                best = max(best, (match.end() - match.start()) / len(upper + lower))
        return best if best >= _LEAST else 0.0

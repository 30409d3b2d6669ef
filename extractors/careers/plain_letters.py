"""Letters titled no more than 证明 or 确认书, which say in their sentence what they attest."""

from __future__ import annotations

import regex

from extractors.layout import PageView

OF_LETTER = 0.6  # how surely a letter whose sentence attests it is of a type
_TITLE = regex.compile(r"(?:证明|确认|认定)(?:书|信)?")
_LINES = 20  # that a letter has at most
_OTHERS = regex.compile(r"申报表|评审表|承诺|甲方|公示|聘期|劳动合同|参保|缴费")


def attests(view: PageView, said: regex.Pattern[str]) -> bool:
    """Whether a page is such a letter and its text has ``said``."""
    short = len(view.lines) < _LINES and any(_TITLE.fullmatch(heading) for heading in view.headings)
    return short and bool(said.search(view.tight)) and not _OTHERS.search(view.tight)

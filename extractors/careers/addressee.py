"""The unit that an official letter answers: addressed at its head, and spoken to as 你单位 in its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.grammar import organisations
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.records import Fact

_SPOKEN_TO = regex.compile(r"[你贵](?:单位|院|校|所|馆|站|厂|社|台|团|园|公司|集团|中心|局|厅|委)(?!里)")
# Offices that ask for the people of others.
_FORWARDS = regex.compile(r"人力资源|人社[局厅]|人事[局厅处]|组织部|职改|职称")
_HEAD = 10  # lines of a letter's head


def answered(views: Sequence[PageView]) -> Iterator[Fact]:
    """The ``employer`` whose request a letter grants (某市档案馆:你单位报来的材料收悉…); nothing where it goes
    to an office that passes on what others ask for."""
    if not any(_SPOKEN_TO.search(tight(view.text)) for view in views[:1]):
        return
    for line in views[0].lines[:_HEAD]:
        bare = line.passage.bare()
        named = bare[: len(bare) - 1] if bare.text.endswith(":") else bare[:0]
        if named and organisations.is_organisation(named.text) and not _FORWARDS.search(named.text):
            yield fact("employer", named.printed(), named)
            return

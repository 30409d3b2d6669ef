"""Official letters (红头文件): their own numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import regex

from extractors.base import fact
from extractors.layout import Line, PageView
from extractors.records import Fact
from extractors.works.matching import Hit, first

DOCUMENT_NUMBER = regex.compile(
    r"(?P<body>[\p{Han}]{1,14}(?:\([\p{Han}]{1,6}\))?[\p{Han}]{0,6})[〔\[(【﹝](?P<year>(?:19"
    r"|20)\d\d)[〕\])】﹞]第?(?P<n>[A-Z]?\d{1,5})号"
)
_LEADING = regex.compile(r"^(?:.*(?:根据|按照|依据|《|经|的|和|及|文号|编号|通知|文件精神|批准))")


def document_number(views: Sequence[PageView]) -> Iterator[Fact]:
    """The letter's own number: the first on a line of its own on its first page, else the first of all."""
    lines = [line for view in views[:1] for line in view.lines]
    own = [hit for line in lines if (hit := first(DOCUMENT_NUMBER, line.passage)) and _by_itself(line, hit)]
    for hit in own or [h for line in lines[:6] if (h := first(DOCUMENT_NUMBER, line.passage))]:
        body = _LEADING.sub("", hit["body"]) or hit["body"]
        start = hit.match.start("body") + len(hit["body"]) - len(body)
        passage, begin, end = hit.passage, hit.places[start], hit.places[hit.match.end() - 1] + 1
        yield fact("document_number", f"{body}〔{hit['year']}〕{hit['n']}号", passage, begin, end)
        return


def numbered(found: Iterable[Fact]) -> Iterator[Fact]:
    """The letter's own number among ``found`` as the number of the paper, for papers that no label gives one."""
    number = next((f for f in found if f.name == "document_number"), None)
    if number is not None:
        yield msgspec.structs.replace(number, name="certificate_number")


def _by_itself(line: Line, hit: Hit) -> bool:
    bare = "".join(line.text.split())
    return len(bare) - (hit.match.end() - hit.match.start()) <= 8 and not regex.search(r"[《》,。]", bare)

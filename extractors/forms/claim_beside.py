"""Claims behind a label that names their kind, without rulings: 获奖情况  1.…; 2.…, or 科研项目:主持“…”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.forms.claim_cells import entry_of
from extractors.forms.claim_lists import kind_headed
from extractors.forms.claim_sections import NUMBERED, Kind
from extractors.forms.claim_texts import SIGNED, Span, heads_another
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.passage import GAP, Passage
from extractors.records import Fact

_LABEL = regex.compile(
    rf"\s*(?:\d{{1,2}}[.、]\s?|[一二三四五六七八九十]+、\s?)?(?P<l>\p{{Han}}{{2,10}})\s?(?:[:]\s*|{GAP})(?=\S)"
)
_ANOTHER = regex.compile(rf"\s*\p{{Han}}{{2,8}}\s?(?::|{GAP})")
_TALK = regex.compile(r"发表|作者|撰写|共计|先后|期间|以来|附件")  # of works, where a name should stand
_LEAST = 6  # characters of a value
_FULL = 0.75  # of the page's width: a line that reaches as far goes on in the next
_APART = 1.6  # times the usual height between a claim's last line and what is no more of it


def beside_labels(view: PageView, taken: Sequence[Span]) -> Iterator[tuple[Span, list[list[Fact]]]]:
    """The claims behind every such label, and from where to where they reach; ``taken``: what was read already."""
    lines = [
        line for line in view.lines if not any(top - 1 <= line.box.center[1] <= bottom + 1 for top, bottom in taken)
    ]
    for at, line in enumerate(lines):
        label = _LABEL.match(line.text)
        kind = kind_headed(label["l"]) if label else None
        if label is None or kind is None or len(tight(line.text[label.end() :])) < _LEAST or _is_heads(line):
            continue
        said = [line.passage[label.end() :]]
        left = said[0].box().x0
        last = line
        for below in lines[at + 1 :]:
            if not _goes_on(view, last, below, left):
                break
            said.append(below.passage)
            last = below
        if rows := _rows(said, kind):
            yield (line.box.y0, last.box.y1), rows


def _is_heads(line: Line) -> bool:
    """Whether all that stands on the line are short words, as the heads of a table are."""
    return all(len(part) <= _LEAST for part in line.text.split(GAP))


def _goes_on(view: PageView, last: Line, below: Line, left: float) -> bool:
    apart = below.box.y0 - last.box.y1 > _APART * view.em
    other = _ANOTHER.match(below.text) or SIGNED.match(below.text) or heads_another(below.text)
    full = last.words[-1].box.x1 > _FULL * view.page.width
    return not (apart or other) and bool(below.box.x0 > left - view.em or full or NUMBERED.match(below.text))


def _rows(said: Sequence[Passage], kind: Kind) -> list[list[Fact]]:
    rows: list[list[Fact]] = []
    lines: list[Passage] = []
    for line in said:
        if lines and NUMBERED.match(line.text):
            rows += entry_of(lines, kind)
            lines = []
        lines.append(line)
    rows += entry_of(lines, kind)
    return [row for row in rows if not _TALK.search(str(row[0].value))]

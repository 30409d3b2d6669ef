"""Seals, codes and places for signatures of a document."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.grammar import names
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.records import Seal, Signature
from extractors.works.surnames import reads_as_a_name
from ingest.geometry import Box

_ROLES = (
    "本人签名|本人签字|申报人签名|申报人签字|申请人签名|申请人签字|承诺人签名|承诺人签字|承诺人|"
    "被考核人签名|被考核人签字|签名|签字|单位负责人签字|单位负责人签名|单位负责人|"
    "主管领导签名|主管领导签字|负责人签名|负责人签字|负责人|法定代表人|审核人签名|审核人签字|审核人|"
    "经办人|考核组负责人|校长|院长|推荐人签名|推荐专家签名|"
    "甲方代表|乙方签字|乙方签名"
)
_PLACE = regex.compile(rf"(?<![\u4e00-\u9fff])(?P<role>{_ROLES})\s*(?:\([^()\n]{{1,8}}\))?\s*(?P<colon>:)?")


_BELOW = 1.5  # heights of its label at which a name under it still signs there


def _signed_below(view: PageView, label: Box) -> bool:
    """Whether a name stands alone on the line under the label, as where somebody signed lower than asked."""
    for line in view.lines:
        near = 0 <= line.box.y0 - label.y1 + 0.3 * label.height < _BELOW * label.height
        text = tight(line.text)
        found = names.find(text) if near and len(text) <= _NAME else None
        if found is not None and found.value == text and reads_as_a_name(text) and line.box.x1 > label.x0:
            return True
    return False


_NAME = 8  # characters of the longest name that is looked for


def seals_of(views: Sequence[PageView]) -> tuple[Seal, ...]:
    return tuple(
        Seal(page=v.page.number, bbox=v.page.displayed(m.box), text=m.text, shape=m.shape, confidence=m.confidence)
        for v in views
        for m in v.page.marks
        if m.kind == "seal"
    )


def codes_of(views: Sequence[PageView]) -> tuple[str, ...]:
    return tuple(m.text for v in views for m in v.page.marks if m.kind == "code" and m.text)


def signatures_of(views: Sequence[PageView]) -> tuple[Signature, ...]:
    """Places whose label asks for a signature. Something printed or marked there is "yes"; nothing on a page read from
    its text layer without pictures is "no"; else "cannot_tell", for handwriting may be there unread."""
    return tuple(
        _place(view, line, match)
        for view in views
        for line in view.lines
        for match in _PLACE.finditer(line.text)
        if _asks(match)
    )


def _asks(match: regex.Match[str]) -> bool:
    role = match.group("role")
    return "签" in role or match.group("colon") is not None


def _place(view: PageView, line: Line, match: regex.Match[str]) -> Signature:
    label = line.passage.box(match.start("role"), match.end())
    place = Box(label.x1, label.y0 - 0.8 * label.height, label.x1 + 9 * label.height, label.y1 + 0.8 * label.height)
    rest = regex.split(r"\d{2,4}\s*年|年|日期|\t|:", line.text[match.end() :].strip(), maxsplit=1)[0].strip(
        " _()盖章公"
    )
    signed = (
        bool(rest)
        or any(m.kind in ("signature", "picture") and m.box.intersection(place) for m in view.page.marks)
        or _signed_below(view, label)
    )
    sure = view.page.source == "text" and not any(m.kind == "picture" for m in view.page.marks)
    return Signature(
        role=match.group("role"),
        page=view.page.number,
        bbox=view.page.displayed(place),
        present="yes" if signed else "no" if sure else "cannot_tell",
    )

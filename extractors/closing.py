"""Who issued a paper and when: the block at its end, its head, and its seal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import regex
from rapidfuzz.distance import LCSseq

from extractors.base import fact
from extractors.broken_names import whole_name
from extractors.days_of_issue import CLOSING_WORDS, REACH, End, printed, signed
from extractors.grammar import dates, organisations
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.passage import GAP, Passage
from extractors.records import Fact
from ingest.geometry import Box


def closing(views: Sequence[PageView]) -> Iterator[Fact]:
    """Issuer and date of issue from the block at the end: an organisation's name and a date that stands by itself."""
    for view in reversed(views):
        found = max(signed(view), key=lambda end: (end.trust, end.line), default=None)
        made = next(printed(view), None)
        if made and (found is None or (found.line < made.line and not _ends_above(view, found, made))):
            found = made
        if found:
            yield fact(
                "issue_date", found.date.value, found.passage, found.date.start, found.date.end, trust=found.trust
            )
            yield from _issuer_near(view, found.line, found.box)
            return


def _ends_above(view: PageView, dated: End, made: End) -> bool:
    """Whether a paper signed and dated at its end says in a note under that when it was printed."""
    near = made.line - dated.line <= REACH
    alone = dated.date.precision == "day" and view.lines[dated.line].text.count(GAP) < 2  # no row of a table
    return near and alone and any(_issuer_near(view, dated.line, dated.box))


def _issuer_near(view: PageView, index: int, date: Box) -> Iterator[Fact]:
    order = [index, *range(index - 1, max(-1, index - 7), -1), index + 1]
    best: tuple[float, Passage] | None = None
    for at in order:
        if not 0 <= at < len(view.lines):
            continue
        row = at != index and view.lines[at].text.count(GAP) >= 2  # of a table, which signs nothing unless sealed
        below = [part for line in view.lines[at + 1 : at + 3] for part in segments(line)]
        for segment in (whole_name(part, below) for part in segments(view.lines[at])):
            if row and not _SEALED.search(tight(segment.text)):
                continue
            name = organisation_of(segment)
            if name is None or segment.text.rstrip().endswith(":"):  # whom a letter is addressed to
                continue
            box = name.box()
            distance = abs(box.center[1] - date.center[1]) + 0.25 * abs(box.center[0] - date.center[0])
            if (best is None or distance < best[0]) and not _spoilt(view, name):
                best = (distance, name)
    if best is not None:
        name = _whose_division(view, best[1]) or best[1]
        yield fact("issuer", name.tight().printed(), name, trust=0.95)


_DIVISION = regex.compile(
    r"(?!.*(?:[省市县区州旗]|大学|学院|学校|公司|集团|医院|委员会|领导小组|考试|中国|全国|国家)\p{Han}{2})"
    r"\p{Han}{2,12}(?:办公室|档案[馆室]|[科处室部])|学位(?:评定)?委员会(?:办公室)?"
)
_ABOVE = 3  # lines from the name of a division up to that of the body it belongs to


def _whose_division(view: PageView, name: Passage) -> Passage | None:
    """The body that signs above a name that is only that of one of its divisions (档案馆, 人事处)."""
    if not _DIVISION.fullmatch(name.bare().text):
        return None
    at = next((i for i, line in enumerate(view.lines) if line.box.intersection(name.box()) > 0), 0)
    for line in reversed(view.lines[max(0, at - _ABOVE) : at]):
        parts = list(segments(line))
        body = organisation_of(parts[0]) if len(parts) == 1 else None
        if body and not _DIVISION.fullmatch(body.bare().text):
            return body
    return None


_SEALED = regex.compile(r"[\u4e00-\u9fff]{4}\((?:盖章|公章)\)$")
_LEGIBLE = 0.8  # confidence under which print beneath a seal is no name, beside a ring that was surely read
_RING = 0.9
_STICKS_OUT = 0.15  # of the seal's width


def _spoilt(view: PageView, name: Passage) -> bool:
    """Whether a seal that was read well lies over the name, which was read badly or as a part of the ring; what sticks
    out of the seal is no part of it."""
    if view.page.source == "text":
        return False
    box, sure = name.box(), name.confidence(0, len(name)) >= _LEGIBLE
    for mark in view.page.marks:
        over = mark.kind == "seal" and mark.confidence >= _RING and mark.box.intersection(box) > 0.3 * box.area
        ring = _SEAL_NUMBER.sub("", tight(mark.text)) if over else ""
        out = max(mark.box.x0 - box.x0, box.x1 - mark.box.x1) > _STICKS_OUT * mark.box.width
        if over and organisations.is_organisation(ring) and not (sure and (out or _no_part(name.text, ring))):
            return True
    return False


def _no_part(name: str, ring: str) -> bool:
    """Whether a printed name is as long as the ring's or says something else."""
    return len(name) >= len(ring) or LCSseq.similarity(name, ring) < 0.7 * len(name)


def segments(line: Line) -> Iterator[Passage]:
    """The parts of a line between its gaps, then the whole line where it is set with wide spaces."""
    start = 0
    text = line.text
    while start <= len(text):
        end = text.find(GAP, start)
        end = len(text) if end < 0 else end
        if end > start:
            yield line.passage[start:end].strip()
        start = end + 1
    if GAP in text and max(len(part) for part in text.split(GAP)) <= 2:
        yield line.passage.bare()


def organisation_of(segment: Passage) -> Passage | None:
    """The organisation that a segment names and nothing else, closing words such as (盖章) and a date after it aside;
    else None."""
    bare = _without_stray(segment).bare()
    dated = dates.find(bare.text)
    if dated and dated[-1].end == len(bare.text) and dated[-1].precision != "year":
        bare = bare[: dated[-1].start]
    match = CLOSING_WORDS.search(bare.text)
    while match:
        bare = bare[: match.start()] + bare[match.end() :]
        match = CLOSING_WORDS.search(bare.text)
    bare = bare.strip(":：。,")
    return bare if organisations.is_organisation(bare.text) else None


_UNSURE = 0.6  # confidence under which a lone character before a name is ink and no character


def _without_stray(segment: Passage) -> Passage:
    """``segment`` without a lone character before the first gap that an engine made of a seal's rim."""
    stray = regex.match(r"\S\s+", segment.text)
    return segment[stray.end() :] if stray and segment.confidence(0, 1) < _UNSURE else segment


SURE = 0.7  # a ring read less surely names nobody
_SEAL_NUMBER = regex.compile(r"^[^\u4e00-\u9fff]+|[^\u4e00-\u9fff)]+$|\(?(?:公章|专用章|印章|章)\)?[\d\W]*$")


def sealed_issuer(views: Sequence[PageView]) -> Iterator[Fact]:
    """The issuer that a seal's ring names, for papers that print none."""
    for view in views:
        for mark in view.page.marks:
            named = _SEAL_NUMBER.sub("", tight(mark.text))
            if mark.kind == "seal" and mark.confidence >= SURE and organisations.is_organisation(named):
                yield Fact(
                    name="issuer",
                    value=named,
                    text=mark.text,
                    page=view.page.number,
                    bbox=view.page.displayed(mark.box),
                    confidence=round(0.85 * mark.confidence, 4),
                )


_HEAD = regex.compile(r"^(?P<o>[\u4e00-\u9fff()]{4,36}?)(?:文件|人事处文件)?$")


def red_head(views: Sequence[PageView]) -> Iterator[Fact]:
    """The issuer of an official letter: the office in the large head of its first page."""
    if not views:
        return
    view = views[0]
    for line in view.lines[:3]:
        bare = line.passage.bare()
        match = _HEAD.match(bare.text)
        if match and line.height >= 1.3 * view.em and organisations.is_organisation(match.group("o")):
            yield fact("issuer", match.group("o"), bare, match.start("o"), match.end("o"), trust=0.9)
            return


def beside_period(found: Sequence[Fact]) -> list[Fact]:
    """``found`` without a date of issue that is, in its very place, where a period begins or ends."""
    ends = {(f.value, f.page, f.bbox) for f in found if f.name in ("start_date", "end_date")}
    return [f for f in found if f.name != "issue_date" or (f.value, f.page, f.bbox) not in ends]


def whole_issuer(found: Sequence[Fact]) -> list[Fact]:
    """``found`` without issuers that are only the end of another's name, as the last line of a narrow cell is."""
    named = [str(f.value) for f in found if f.name == "issuer"]
    return [
        f
        for f in found
        if f.name != "issuer" or not any(len(n) > len(str(f.value)) and n.endswith(str(f.value)) for n in named)
    ]


def whole_signer(found: Sequence[Fact]) -> Iterator[Fact]:
    """``found``, an issuer that is only the end of the employer's name, as the last line of its cell is, in full."""
    employer = next((f for f in found if f.name == "employer"), None)
    for one in found:
        cut_off = employer is not None and one.name == "issuer" and str(employer.value).endswith(str(one.value))
        yield msgspec.structs.replace(employer, name="issuer", item=one.item) if employer and cut_off else one


def employer_from_issuer(found: Iterable[Fact]) -> Iterator[Fact]:
    """The employer is who issues or signs the paper, for papers where no label names one."""
    issuer = next((candidate for candidate in found if candidate.name == "issuer"), None)
    if issuer is not None:
        whole = _PERSONNEL.sub("", str(issuer.value))
        yield msgspec.structs.replace(
            issuer, name="employer", value=whole if organisations.is_organisation(whole) else issuer.value, item=0
        )


_PERSONNEL = regex.compile(  # the office that signs for the whole
    r"(?:(?:组织|党委|党群)?人[事才](?:教育|劳资)?|人力资源(?:管理)?|劳动人事|劳资|政工|组织)(?:部|处|科|股|办公室)$"
)

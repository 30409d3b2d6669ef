"""forensics.font-inconsistent: in a born-digital proof one value is set unlike everything else (handbook F80)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from checks.base import Case, Check, CheckInfo, each, found, not_applicable, place
from checks.forensics.issued import ISSUED, file_of, pages_of
from checks.records import Coverage, Finding
from extractors.records import Document, Fact
from ingest.open_page import StyledChar

INFO = CheckInfo(
    code="forensics.font-inconsistent",
    title="个别内容的字体、字号与全页不一致",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "电子证明由同一程序一次排出，同类内容的字体字号一致；个别姓名、编号、日期单用一种别处未用的字体，"
        "且字号或基线略有出入时，须核对签发平台的原始文件。"
    ),
    innocent=("版式本来突出显示该项", "生僻字改用备用字体", "套打在预印底版上", "不同系统拼接生成"),
    verify="向签发单位核实，或从签发平台重新下载该文件对照",
    handbook=("F80",),
    weight=2,
)
# Values that papers set like their neighbours. Titles, issuers and grades are often made to stand out.
_PLAIN = (
    "certificate_number",
    "registration_number",
    "patent_number",
    "id_number",
    "issue_date",
    "birth_date",
    "grant_date",
    "application_date",
    "start_date",
    "end_date",
    "approved_date",
    "hours",
    "professional_hours",
)
_PROMINENT = ("person_name", "rank", "award_grade", "title", "degree", "grade", "score")
_COMPANY = 12  # characters of the same kind elsewhere on the page, to know what is usual
_ONE_LINE = 1.8  # sizes of print: a higher box holds two lines
_NEAR = 1.1  # sizes of print within which something touches a value: a wide colon has a gap behind it
_BELOW = 3.0  # sizes of print between two lines of one paragraph, at most
_GOES_ON = "（(《“，、"  # no line of its own begins after these
_SAME_SIZE = 0.03  # points
_LEAST_STEP, _MOST_STEP = 0.012, 0.2  # of the line's size
_SKIP = ("paper", "journal_pages", "book_pages")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    file = file_of(case, document)
    pages = [p for p in pages_of(case, document) if p.source == "text"] if file and file.kind == "pdf" else []
    if file is None or not pages or document.type in _SKIP:
        yield not_applicable(INFO, document, "没有可比较字体的文字层")
        return
    for page in pages:
        chars = _characters(Path(file.path), page.number)
        for fact in document.facts:
            if fact.page == page.number and fact.name in _PLAIN + _PROMINENT:
                yield from _judged(document, fact, chars)


def _characters(path: Path, number: int) -> list[StyledChar]:
    from pypdfium2 import PdfiumError

    from ingest.open_page import styled_characters

    try:
        return styled_characters(path, number)
    except (PdfiumError, OSError, IndexError):
        return []


def _judged(document: Document, fact: Fact, chars: Sequence[StyledChar]) -> Iterator[Finding]:
    value = [c for c in chars if c.box.area > 0 and fact.bbox.padded(0.5).intersection(c.box) > 0.6 * c.box.area]
    if not value or fact.bbox.height > _ONE_LINE * max(c.size for c in value):
        return  # over two lines the box holds more than the value
    if said := _put_into_line(value, chars, prominent=fact.name in _PROMINENT):
        message = f"“{fact.text}”一处的字体、字号与相邻内容不一致，原因待核"
        yield found(INFO, message, [place(document, fact)], explanation=said)
        return
    for latin in (True, False):
        own = [c for c in value if _is_latin(c) is latin and c.text.isalnum()]
        others = [c for c in chars if c not in value and _is_latin(c) is latin and c.text.isalnum()]
        if len(own) >= 2 and len(others) >= _COMPANY:
            said = _unlike(own, others, prominent=fact.name in _PROMINENT)
            if said:
                message = f"“{fact.text}”一处的{said}与同页其他内容不一致，原因待核"
                yield found(INFO, message, [place(document, fact)], explanation=_styles(own, others))
                return


def _put_into_line(value: Sequence[StyledChar], chars: Sequence[StyledChar], *, prominent: bool) -> str:
    """What sets the value's run apart from its own line, in words: another font in a size that nothing else on the page
    has and that is nearly the line's; "" when nothing does. Programs vary the font inside a line, not the size by a
    little; what is meant to stand out is set larger."""
    (font, size), count = Counter((c.font, round(c.size, 2)) for c in value).most_common(1)[0]
    if count < len(value):
        return ""
    line = sorted((c for c in chars if c.box.area > 0 and _level(c, value[0])), key=lambda c: c.box.x0)
    run, flow = _around(value[0], line), _around(value[0], chars)
    beside = _neighbour(run, line) or _before(run, chars)
    if beside is None or beside.font == font:
        return ""
    usual = round(beside.size, 2)
    elsewhere = any(abs(c.size - size) < _SAME_SIZE and c.text.isalnum() and c not in [*run, *flow] for c in chars)
    nearly = _LEAST_STEP < abs(size / usual - 1) < _MOST_STEP
    if elsewhere or not nearly or (prominent and size > usual):
        return ""
    return f"该处字体{font}、{size}磅；相邻文字为{beside.font}、{usual}磅，全页别处未用该字号。"


def _neighbour(run: Sequence[StyledChar], line: Sequence[StyledChar]) -> StyledChar | None:
    """What touches the run on its line: its label's colon, the sentence that it stands in; blocks farther off may be
    set in their own way."""
    left, right = run[0].box.x0, run[-1].box.x1
    apart = [(max(left - c.box.x1, c.box.x0 - right), n, c) for n, c in enumerate(line) if c not in run and _said(c)]
    near = [one for one in apart if one[0] < _NEAR * run[0].size]
    return min(near)[2] if near else None


def _before(run: Sequence[StyledChar], chars: Sequence[StyledChar]) -> StyledChar | None:
    """The end of the line above a run that begins a line of its own, where the sentence plainly goes on."""
    at = chars.index(run[0])
    said = next((c for c in reversed(chars[:at]) if _said(c)), None)
    goes_on = said is not None and said.text in _GOES_ON and 0 < run[0].box.y0 - said.box.y0 < _BELOW * run[0].size
    return said if goes_on else None


def _level(char: StyledChar, other: StyledChar) -> bool:
    return min(char.box.y1, other.box.y1) - max(char.box.y0, other.box.y0) > 0.5 * min(
        char.box.height, other.box.height
    )


def _around(char: StyledChar, ordered: Sequence[StyledChar]) -> list[StyledChar]:
    """The characters next to one another in ``ordered`` that are set as this one."""
    at = ordered.index(char)
    first, last = at, at
    while first > 0 and _alike(ordered[first - 1], char):
        first -= 1
    while last + 1 < len(ordered) and _alike(ordered[last + 1], char):
        last += 1
    return list(ordered[first : last + 1])


def _alike(one: StyledChar, other: StyledChar) -> bool:
    return one.font == other.font and abs(one.size - other.size) < _SAME_SIZE


def _said(char: StyledChar) -> bool:
    return not char.text.isspace()


def _is_latin(char: StyledChar) -> bool:
    return ord(char.text[0]) < 0x250


def _unlike(own: Sequence[StyledChar], others: Sequence[StyledChar], *, prominent: bool) -> str:
    """What sets the value apart, in words; "" when it is set like something else on the page."""
    fonts = Counter(c.font for c in own)
    font, count = fonts.most_common(1)[0]
    if any(c.font == font for c in others) or (len(fonts) > 1 and count < len(own) and not _is_latin(own[0])):
        return ""
    usual = Counter(c.font for c in others).most_common(1)[0][0]
    size = _median([c.size for c in own if c.font == font])
    sizes = {round(c.size, 1) for c in others}
    near = min(sizes, key=lambda s: abs(s - size))
    slightly = _LEAST_STEP < abs(size / near - 1) < _MOST_STEP if near else False
    if prominent and not slightly:
        return ""
    if not slightly and usual.split("-")[0].split(",")[0] == font.split("-")[0].split(",")[0]:
        return ""  # a bold or slanted cut of the usual family
    return "字体、字号" if slightly else "字体"


def _styles(own: Sequence[StyledChar], others: Sequence[StyledChar]) -> str:
    here = Counter((c.font, round(c.size, 1)) for c in own).most_common(1)[0][0]
    there = Counter((c.font, round(c.size, 1)) for c in others).most_common(1)[0][0]
    return f"该处字体{here[0]}、{here[1]}磅；同页同类字符多为{there[0]}、{there[1]}磅。"


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


CHECK = Check(info=INFO, run=each(INFO, ISSUED, look))

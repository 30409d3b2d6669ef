"""forensics.font-inconsistent: in a born-digital proof one value is set unlike everything else (handbook F80)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median_high

import msgspec

from checks.base import Case, Check, CheckInfo, each, found, not_applicable
from checks.forensics.issued import ISSUED, file_of, is_page_number, pages_of
from checks.forensics.setting import (
    LEAST_STEP,
    MOST_STEP,
    Step,
    alike,
    around,
    cells_like,
    is_latin,
    is_odd_in_column,
    resized,
    rows,
    set_alike,
    shifted,
    steps,
    strangers,
    style,
    styles,
    touching,
    values,
)
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document
from ingest.geometry import union
from ingest.open_page import StyledChar
from ingest.records import Page

INFO = CheckInfo(
    code="forensics.font-inconsistent",
    title="个别内容的字体、字号与全页不一致",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "电子证明由同一程序一次排出，同类内容的字体字号一致、同一行基线齐平；个别姓名、编号、日期单用一种别处未用的字体，"
        "或字号、基线与相邻文字略有出入，或同一号码中个别数字另用字体时，须核对签发平台的原始文件。"
    ),
    innocent=("版式本来突出显示该项", "生僻字改用备用字体", "套打在预印底版上", "不同系统拼接生成"),
    verify="向签发单位核实，或从签发平台重新下载该文件对照",
    handbook=("F80",),
    weight=2,
)
_PROMINENT = ("person_name", "rank", "award_grade", "title", "degree", "grade", "score")  # often made to stand out
_WORDS = (*_PROMINENT, "role")  # facts without figures that are looked at
_COMPANY = 12  # characters of the same kind elsewhere on the page, to know what is usual
_LATIN_FACE = re.compile(
    r"Times|Arial|Helvetica|Liberation|Courier|Calibri|Cambria|Georgia|Verdana|Consolas|DejaVu|Roboto|Mono|Nimbus|OCR"
)
_ONE_LINE = 1.8  # sizes of print: a higher box holds two lines
_BELOW = 3.0  # sizes of print between two lines of one paragraph, at most
_GOES_ON = "（(《“，、"  # no line of its own begins after these
_USUAL = 2  # places of a page that are off before it is how the page was made
_SKIP = ("paper", "journal_pages", "book_pages")


class _Sheet(msgspec.Struct, frozen=True):
    """A page's characters in the file's order and in rows, the steps in the rows, and how many letters and figures are
    set in each font and size."""

    page: Page
    chars: list[StyledChar]
    rows: list[list[StyledChar]]
    steps: list[Step]
    fonts: Counter[str]
    sizes: Counter[float]
    mixed: int


class _Value(msgspec.Struct, frozen=True):
    """``told``: a fact was read there."""

    chars: Sequence[StyledChar]
    told: bool = False
    prominent: bool = False

    @property
    def said(self) -> list[StyledChar]:
        return [c for c in self.chars if c.text.isalnum()]

    def holds(self, char: StyledChar) -> bool:
        return any(c is char for c in self.chars)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    file = file_of(case, document)
    pages = [p for p in pages_of(case, document) if p.source == "text"] if file and file.kind == "pdf" else []
    if file is None or not pages or document.type in _SKIP:
        yield not_applicable(INFO, document, "没有可比较字体的文字层")
        return
    for page in pages:
        sheet = _sheet(Path(file.path), page)
        for value in _values(document, sheet):
            yield from _judged(document, value, sheet)


def _sheet(path: Path, page: Page) -> _Sheet:
    from pypdfium2 import PdfiumError

    from ingest.open_page import styled_characters

    try:
        chars = styled_characters(path, page.number)
    except (PdfiumError, OSError, IndexError):
        chars = []
    ordered, said = rows(chars), [c for c in chars if c.text.isalnum()]
    return _Sheet(
        page=page,
        chars=chars,
        rows=ordered,
        steps=[step for row in ordered for step in steps(row)],
        fonts=Counter(c.font for c in said),
        sizes=Counter(round(c.size, 1) for c in said),
        mixed=sum(bool(strangers(value)) for row in ordered for value in values(row)),
    )


def _values(document: Document, sheet: _Sheet) -> Iterator[_Value]:
    """Every date, number and code on the page, page numbers left out, and the facts that are words."""
    facts = [(f, f.bbox.padded(0.5)) for f in document.facts if f.page == sheet.page.number]
    for row in sheet.rows:
        for chars in values(row):
            box = union([c.box for c in chars])
            if not is_page_number("".join(c.text for c in chars), box, sheet.page):
                here = [fact.name for fact, area in facts if area.intersection(box) > 0.6 * box.area]
                yield _Value(chars, told=bool(here), prominent=any(name in _PROMINENT for name in here))
    for fact, area in facts:
        if fact.name not in _WORDS:
            continue
        chars = [c for c in sheet.chars if c.box.area > 0 and area.intersection(c.box) > 0.6 * c.box.area]
        one_line = bool(chars) and fact.bbox.height <= _ONE_LINE * max(c.size for c in chars)
        if one_line and not any(c.text.isdecimal() for c in chars):
            yield _Value(chars, told=True, prominent=fact.name in _PROMINENT)


def _judged(document: Document, value: _Value, sheet: _Sheet) -> Iterator[Finding]:
    if off := _mixed(value, sheet) or _off_line(value, sheet) or _apart(value, sheet) or _alone(value, sheet):
        what, said = off
        text, box = "".join(c.text for c in value.chars), union([c.box for c in value.chars]).rounded()
        evidence = Evidence(document=document.id, file=document.file, page=sheet.page.number, bbox=box, text=text)
        yield found(INFO, f"“{text}”一处的{what}不一致，原因待核", [evidence], explanation=said)


def _mixed(value: _Value, sheet: _Sheet) -> tuple[str, str] | None:
    """One value whose figures are in two fonts, and what says so; a page that has several such is made so."""
    own = strangers(value.chars)
    if not own or sheet.mixed > _USUAL:
        return None
    usual = next(c for c in value.chars if c.text.isdecimal() and c.font != own[0].font)
    digits = "".join(c.text for c in own)
    return "个别数字字体与相邻数字", f"其中“{digits}”为{style(own[0])}，其余数字为{style(usual)}。"


def _off_line(value: _Value, sheet: _Sheet) -> tuple[str, str] | None:
    """A value, or part of it, that stands a little above or below its line or is set in nearly its size, where the page
    is otherwise set evenly. Programs vary the font inside a line; what is meant to stand out is set larger."""
    at = [step for step in sheet.steps if value.holds(step.left) or value.holds(step.right)]
    if len(sheet.steps) - len(at) >= _USUAL:
        return None
    for step in at or _carried_over(value, sheet):
        own, beside = (step.right, step.left) if value.holds(step.right) else (step.left, step.right)
        if shifted(own, beside):
            off = abs(own.baseline - beside.baseline)
            return "基线与相邻文字", f"该处文字的基线与同一行相邻文字相差{off:.1f}磅，全页其他各行基线齐平。"
        if _is_own_size(own, value, sheet) and not (value.prominent and own.size > beside.size):
            return "字号与相邻内容", f"该处{style(own)}；相邻文字为{style(beside)}，全页别处未用该字号。"
    return None


def _is_own_size(own: StyledChar, value: _Value, sheet: _Sheet) -> bool:
    """Whether nothing but the value, and what goes on with it in its setting, is of its size."""
    run = {id(c) for c in (*around(own, sheet.chars), *value.chars) if c.text.isalnum()}
    here = sum(id(c) in run and round(c.size, 1) == round(own.size, 1) for c in sheet.chars)
    return sheet.sizes[round(own.size, 1)] <= here


def _carried_over(value: _Value, sheet: _Sheet) -> list[Step]:
    """The step from the end of the line above to a value that begins a line, where the sentence plainly goes on."""
    first = value.chars[0]
    at = next(n for n, c in enumerate(sheet.chars) if c is first)
    said = next((c for c in reversed(sheet.chars[:at]) if not c.text.isspace()), None)
    if said is None or said.text not in _GOES_ON or not 0 < first.box.y0 - said.box.y0 < _BELOW * first.size:
        return []
    return [Step(said, first)] if resized(first, said) else []


def _apart(value: _Value, sheet: _Sheet) -> tuple[str, str] | None:
    """A value in a font that stands nowhere else on the page, or only in cells of its row."""
    for own in ([c for c in value.said if is_latin(c)], [c for c in value.said if not is_latin(c)]):
        if not own:
            continue
        elsewhere = len(set_alike(value.chars, own[0], sheet.chars, sheet.rows))
        cells = cells_like(value.chars, sheet.rows) if 0 < elsewhere <= _COMPANY else []
        if elsewhere > sum(c.font == own[0].font for c in cells):
            continue
        latin, mates = is_latin(own[0]), {id(c) for c in cells}
        said = [c for c in sheet.chars if is_latin(c) is latin and c.text.isalnum() and id(c) not in mates]
        others = [c for c in said if not value.holds(c)]
        before, after = _beside(value, sheet)
        enclosed = before is not None and after is not None and alike(before, after)
        if len(others) < _COMPANY or not (enclosed or (len(own) > 1 and (value.told or cells or before or after))):
            continue
        in_latin = any(c is not None and is_latin(c) for c in (before, after))
        compared = cells or enclosed or in_latin or is_odd_in_column(value.chars, sheet.rows)
        if latin and not compared and _LATIN_FACE.search(own[0].font):
            continue  # registers and platforms set their codes apart in such a face
        if what := _unlike(own, others, prominent=value.prominent and len(own) > 1):
            return f"{what}与同页其他内容", styles(own, others)
    return None


def _beside(value: _Value, sheet: _Sheet) -> tuple[StyledChar | None, StyledChar | None]:
    """What touches the value in its row, on the left and on the right."""
    first, last = value.chars[0], value.chars[-1]
    row = next(row for row in sheet.rows if any(c is first for c in row))
    pairs = list(touching(row))
    left = next((a for a, b in pairs if b is first), None)
    return left, next((b for a, b in pairs if a is last), None)


def _alone(value: _Value, sheet: _Sheet) -> tuple[str, str] | None:
    """A value with nothing beside it in nearly the page's size, in one that no list of sizes offers, where the rest of
    the page is in such sizes: text fitted into a place has them."""
    own = value.said
    offered = {size for size in sheet.sizes if size * 2 % 1 == 0}
    size = round(own[0].size, 1)
    if any(_beside(value, sheet)) or size in offered or len(sheet.sizes) - len(offered) > 1:
        return None
    usual = sheet.sizes.most_common(1)[0][0]
    if not LEAST_STEP < abs(size / usual - 1) < MOST_STEP or not _is_own_size(own[0], value, sheet):
        return None
    return "字号与同页其他内容", f"该处{style(own[0])}；同页其他文字多为{usual}磅，全页别处未用该字号。"


def _unlike(own: Sequence[StyledChar], others: Sequence[StyledChar], *, prominent: bool) -> str:
    """What sets the value apart, in words; "" when it is set like something else on the page."""
    fonts = Counter(c.font for c in own)
    font, count = fonts.most_common(1)[0]
    if any(c.font == font for c in others) or (len(fonts) > 1 and count < len(own) and not is_latin(own[0])):
        return ""
    usual = Counter(c.font for c in others).most_common(1)[0][0]
    size = median_high([c.size for c in own if c.font == font])
    sizes = {round(c.size, 1) for c in others}
    near = min(sizes, key=lambda s: abs(s - size))
    slightly = LEAST_STEP < abs(size / near - 1) < MOST_STEP if near else False
    if prominent and not slightly:
        return ""
    if not slightly and usual.split("-")[0].split(",")[0] == font.split("-")[0].split(",")[0]:
        return ""  # a bold or slanted cut of the usual family
    return "字体、字号" if slightly else "字体"


CHECK = Check(info=INFO, run=each(INFO, ISSUED, look))

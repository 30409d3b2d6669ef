"""Building blocks that several papers share: field tables, finding cards, worklists, signature lines, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reports.figures import Figure, Place
from reports.memo import FindingBlock
from reports.paper import Block, Cell, Line, Para, Picture, Row, Run, Table, Tone, cell, line, row
from reports.worklist import WorkItem

OUTCOME_TONES: dict[str, Tone] = {
    "met": "good",
    "not_met": "ineligible",
    "waived": "notice",
    "not_applicable": "muted",
    "cannot_tell": "suspect",
    "proved": "good",
    "contradicted": "suspect",
    "unsupported": "missing",
}
_WIDEST, _HIGHEST = 400.0, 230.0  # points on paper: a picture in a card, a whole page
_IN_GRID = (208.0, 190.0)


def fields(pairs: Iterable[tuple[str, str]]) -> Table:
    """Label and value twice in a row."""
    cells = [part for label, value in pairs for part in (cell(label, label=True), cell(value))]
    if len(cells) % 4:
        cells += [cell("", label=True), cell("")]
    rows = tuple(Row(cells=tuple(cells[n : n + 4])) for n in range(0, len(cells), 4))
    return Table(widths=(17, 33, 17, 33), rows=rows)


class Gallery:
    """The figures of a paper, each given out once: later mentions are links to it."""

    def __init__(self, figures: Iterable[Figure]):
        self._left = {figure.number: figure for figure in figures}

    def take(self, numbers: Iterable[int]) -> list[Figure]:
        """Those of ``numbers`` that were not taken before, in that order."""
        return [self._left.pop(number) for number in dict.fromkeys(numbers) if number in self._left]

    def rest(self) -> list[Figure]:
        """Everything not yet taken."""
        return self.take(list(self._left))


def finding_table(finding: FindingBlock, gallery: Gallery, tone: Tone) -> Table:
    """One finding as a ruled card with those of its pictures that were not shown before."""
    heading = line(
        Run(f"{finding.id}　{finding.title}", strong=True, tone=tone),
        Run(f"　{finding.code} · {finding.certainty}", tone="muted"),
    )
    innocent = tuple(f"（{n}）{cause}" for n, cause in enumerate(finding.innocent, 1))
    parts = (
        ("所见", (finding.message,)),
        ("依据", (finding.clause,)),
        ("说明", (finding.explanation,)),
        ("可能的正常原因", innocent),
        ("核验方式", (finding.verify,)),
        ("位置", tuple(references(finding.places))),
    )
    rows = [row(cell(heading, span=3, label=True), anchor=f"f-{finding.id}", together=True)]
    rows += [
        row(cell(label, label=True), cell(*content, span=2), together=True) for label, content in parts if any(content)
    ]
    rows += _picture_rows(gallery.take(place.figure for place in finding.places))
    return Table(widths=(17, 33, 50), rows=tuple(rows))


def _picture_rows(figures: Sequence[Figure]) -> Iterator[Row]:
    """Pictures side by side, so that what disagrees can be compared; a last odd one across the whole card."""
    for n in range(0, len(figures), 2):
        pair = [picture_of(figure, *_IN_GRID) for figure in figures[n : n + 2]]
        if len(pair) == 2:
            yield row(cell(pair[0], span=2, align="center"), cell(pair[1], align="center"))
        else:
            yield row(cell(picture_of(figures[n]), span=3, align="center"))


def worklist_table(items: Sequence[WorkItem]) -> Iterator[Block]:
    """The worklist with room for each result; a sentence where there is nothing to confirm."""
    if not items:
        yield Para(line=line("没有需要向外部机构核验的材料。"))
        return
    told = "以下事项由人工向有关机构核验，系统未代为查询。编号作了部分隐去的，完整编号见原件。"
    yield Para(line=line(told), style="note")
    yield Table(
        widths=(6, 20, 18, 23, 14, 9, 10),
        head=("序号", "材料", "核验事项", "核验机构、途径", "编号", "缘由", "核验结果"),
        rows=tuple(
            row(cell(str(n), align="center"), w.material, w.question, w.office, w.number, _reason(w.reason), "")
            for n, w in enumerate(items, 1)
        ),
        dense=True,
    )


def _reason(reason: str) -> Cell:
    return cell(line(Run(reason, link=f"f-{reason}" if reason.startswith("f") else "")), align="center")


def signature_row(who: str) -> Row:
    """A line to sign and date by hand."""
    day = cell("年　　月　　日", align="right")
    return row(cell(who, label=True), "", cell("日期", label=True), day, room=30.0, together=True)


def references(places: Iterable[Place]) -> Iterator[Line]:
    """A line a place: its label, the words there, and a link to its figure."""
    for place in places:
        quote = f"：“{shortened(place.quote, 60)}”" if place.quote else ""
        figure = (Run(f"（图{place.figure}）", link=f"fig-{place.figure}"),) if place.figure else ()
        yield line(Run(place.label + quote, tone="muted"), *figure)


def brief_references(places: Iterable[Place]) -> Line:
    """One line for all places: d03 第2页（图5）；…, each document and figure a link."""
    pages: dict[tuple[str, str], set[int]] = {}
    for place in places:
        pages.setdefault((place.short, place.document), set()).add(place.figure)
    runs: list[Run] = []
    for (short, document), figures in pages.items():
        runs += [Run("；", tone="muted")] if runs else []
        runs.append(Run(short, tone="muted", link=f"d-{document}" if document else ""))
        runs += [Run(f"（图{number}）", tone="muted", link=f"fig-{number}") for number in sorted(figures - {0})]
    return tuple(runs)


def picture_of(figure: Figure, widest: float = _WIDEST, highest: float = _HIGHEST) -> Picture:
    """The figure with its numbered caption, no larger than that many points on paper."""
    crop = figure.crop
    return Picture(
        data=crop.data,
        media="image/jpeg",
        width=crop.width,
        height=crop.height,
        shown=min(crop.points, widest, highest * crop.width / crop.height),
        caption=f"图{figure.number}　{figure.caption}",
        anchor=f"fig-{figure.number}",
    )


def picture_grid(figures: Sequence[Figure]) -> Table:
    """Figures two in a row."""
    cells = [cell(picture_of(figure, *_IN_GRID), align="center") for figure in figures]
    if len(cells) % 2:
        cells.append(cell())
    rows = tuple(Row(cells=tuple(cells[n : n + 2])) for n in range(0, len(cells), 2))
    return Table(widths=(50, 50), rows=rows, open=True)


def outcome_cell(text: str, outcome: str) -> Cell:
    """An outcome in the tone that goes with it."""
    return cell(line(Run(text, strong=True, tone=OUTCOME_TONES[outcome])), align="center")


def shortened(text: str, most: int) -> str:
    """``text`` on one line, cut to ``most`` characters with an ellipsis."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"

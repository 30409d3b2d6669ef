"""``mingcha show``: every fact drawn where it was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from extractors.extract import extract
from extractors.records import Document, Fact
from ingest.pictures import PageStore
from mingcha import console
from mingcha.errors import ArgumentError, ExitCode
from mingcha.options import read_options
from mingcha.output import refuse_inside, staged
from mingcha.pipeline import opened

DPI = 110
_INK = (200, 30, 30)


def run(path: Path, *, document: str | None, out: Path, jobs: int, cache: Path | None) -> ExitCode:
    """Write a PNG per page that has facts, and print the facts with their numbers."""
    refuse_inside(out, path)
    options = read_options(jobs=jobs, cache=cache)
    with console.progress("reading") as advance, opened(path, options, advance) as dossier:
        documents = _wanted(extract(dossier), document)
        with staged(out) as stage:
            pictures = PageStore(dossier)
            for shown in documents:
                _draw(shown, pictures, stage)
    _print(documents, out)
    return ExitCode.CLEAN


def _wanted(documents: Sequence[Document], wanted: str | None) -> tuple[Document, ...]:
    found = tuple(d for d in documents if wanted in (None, d.id))
    if not found:
        ids = ", ".join(d.id for d in documents) or "none"
        raise ArgumentError(f"no document {wanted} in this dossier; it has: {ids}")
    return found


def _draw(document: Document, pictures: PageStore, stage: Path) -> None:
    numbered = list(enumerate(document.facts, 1))
    for page in sorted({fact.page for fact in document.facts}):
        try:
            pixels = pictures.page(document.file, page, DPI)
        except LookupError:
            continue
        image = Image.fromarray(pixels)
        _boxes(image, ((n, f) for n, f in numbered if f.page == page))
        image.save(stage / f"{document.id}-p{page:03d}.png")


def _boxes(image: Image.Image, facts: Iterable[tuple[int, Fact]]) -> None:
    pen = ImageDraw.Draw(image)
    scale = DPI / 72
    for number, fact in facts:
        box = fact.bbox
        pen.rectangle((box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale), outline=_INK, width=2)
        pen.text((box.x1 * scale + 3, box.y0 * scale), str(number), fill=_INK)


def _print(documents: Iterable[Document], out: Path) -> None:
    screen = Console(highlight=False)
    for document in documents:
        first, last = document.pages
        table = Table(
            title=f"{document.id} {document.type} {escape(document.file)} p. {first}-{last}", title_justify="left"
        )
        for heading in ("#", "fact", "value", "as printed", "page", "confidence"):
            table.add_column(heading, overflow="fold")
        for number, fact in enumerate(document.facts, 1):
            value = fact.value if isinstance(fact.value, str) else "、".join(fact.value)
            row = (str(number), fact.name, escape(value), escape(fact.text), str(fact.page), f"{fact.confidence:.2f}")
            table.add_row(*row)
        screen.print(table)
    screen.print(f"Pages: {escape(str(out))}", soft_wrap=True)

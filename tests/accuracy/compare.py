"""Truth against report: documents, facts, boxes, seals, cuts and findings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from checks.records import Finding
from extractors.records import Document, Fact
from ingest.geometry import Box
from ingest.records import Dossier
from tests.accuracy.records import Mark
from tests.factory.truth import ALL_PAGES, Truth, TruthDocument, TruthFact

Sizes = Mapping[tuple[str, int], tuple[float, float]]
DOTS = str.maketrans("•‧・．", "····")


def normal(value: object) -> str:
    """A value for comparing: compatibility forms, no spaces, no book marks, one kind of dot."""
    if isinstance(value, list | tuple):
        return "|".join(normal(v) for v in value)
    text = unicodedata.normalize("NFKC", str(value)).translate(DOTS).removeprefix("CN")
    return re.sub(r"[\s《》“”\"'「」]", "", text).casefold()


def base(file: str) -> str:
    """A file's own name: dossiers in archives prefix theirs."""
    return file.rsplit("/", 1)[-1]


def compare(truth: Truth, dossier: Dossier, documents: Sequence[Document]) -> Iterator[Mark]:
    """Every countable thing about reading; documents whose planted fault keeps them from being read are left out."""
    spoilt = {
        d
        for p in truth.planted
        if p.code.startswith(("completeness.unreadable", "forensics.")) and not p.innocent
        for d in p.documents
    }
    sizes = {(base(page.file), page.number): (page.width, page.height) for page in dossier.pages}
    drawn = {(size.file, size.page): (size.width, size.height) for size in truth.sizes}
    for expected in truth.documents:
        if expected.id in spoilt:
            continue
        found = _match(expected, documents)
        common = {"type": expected.type, "carrier": expected.carrier}
        where = f"{truth.id}/{expected.file}:{expected.pages[0]} {expected.layout}"
        right = found is not None and found.type == expected.type
        yield Mark(kind="type", right=right, detail=f"{where} {found.type if found else 'none'}", **common)
        cut = found is not None and found.pages == expected.pages
        if expected.pages[1] < ALL_PAGES:
            yield Mark(
                kind="cut", right=cut, detail=f"{where} {expected.pages} {found.pages if found else ''}", **common
            )
        yield from _facts(expected, found, sizes, drawn, where)
        yield from _seals(expected, documents, sizes, drawn, where)


def _match(expected: TruthDocument, documents: Iterable[Document]) -> Document | None:
    """The read document that shares most pages with the drawn one."""

    def shared(document: Document) -> int:
        if base(document.file) != expected.file:
            return 0
        return min(document.pages[1], expected.pages[1]) - max(document.pages[0], expected.pages[0]) + 1

    best = max(documents, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None


def _facts(expected: TruthDocument, found: Document | None, sizes: Sizes, drawn: Sizes, where: str) -> Iterator[Mark]:
    read: dict[str, list[Fact]] = {}
    for fact in found.facts if found else ():
        read.setdefault(fact.name, []).append(fact)
    ordered = sorted(expected.facts, key=lambda f: (f.name, normal(f.value), f.item))
    for (name, value, _), group in groupby(ordered, key=lambda f: (f.name, normal(f.value), f.item)):
        printed = list(group)
        same = [f for f in read.get(name, ()) if normal(f.value) == value]
        common = {"type": expected.type, "carrier": expected.carrier, "name": name}
        got = "; ".join(normal(f.value) for f in read.get(name, ()))[:80]
        yield Mark(kind="fact", right=bool(same), detail=f"{where}: {printed[0].text!r} read {got!r}", **common)
        if same and any(t.bbox for t in printed):
            covered = any(_covers(f, t, expected.file, sizes, drawn) for f in same for t in printed)
            yield Mark(kind="box", right=covered, detail=f"{where}: {printed[0].text!r}", **common)
    yield from _wrong_values(expected, read, where)


def _wrong_values(expected: TruthDocument, read: Mapping[str, Sequence[Fact]], where: str) -> Iterator[Mark]:
    """Values read for a fact that the paper prints, but prints otherwise."""
    known: dict[str, set[str]] = {}
    for fact in expected.facts:
        known.setdefault(fact.name, set()).add(normal(fact.value))
    for name, values in known.items():
        for fact in read.get(name, ()):
            yield Mark(
                kind="wrong-value",
                right=normal(fact.value) in values,
                type=expected.type,
                carrier=expected.carrier,
                name=name,
                detail=f"{where}: {fact.value!r} from {fact.text!r}",
            )


def _scaled(box: Box, key: tuple[str, int], sizes: Sizes, drawn: Sizes) -> Box:
    """A read box in the drawn page's points: pictures without a resolution may have another size."""
    width, height = sizes.get(key, (0.0, 0.0))
    expected = drawn.get(key, (width, height))
    if not width or not height:
        return box
    across, down = expected[0] / width, expected[1] / height
    return Box(box.x0 * across, box.y0 * down, box.x1 * across, box.y1 * down)


def _covers(fact: Fact, printed: TruthFact, file: str, sizes: Sizes, drawn: Sizes) -> bool:
    """Whether the read box holds the printed one: most of its area, without being several times larger.

    Where only a part of the printed text was taken (2 of 第2完成人), the box must lie inside the print.
    """
    if printed.bbox is None:
        return True
    if fact.page != printed.page:
        return False
    box = _scaled(fact.bbox, (file, fact.page), sizes, drawn)
    target = printed.bbox
    if not target.area or not box.area:
        return not target.area
    part = normal(fact.text) != normal(printed.text) and normal(fact.text) in normal(printed.text)
    if part:
        return box.intersection(target.padded(4)) >= 0.8 * box.area
    return box.intersection(target) >= 0.6 * target.area and box.area <= 6 * target.area + 400


def _seals(
    expected: TruthDocument, documents: Sequence[Document], sizes: Sizes, drawn: Sizes, where: str
) -> Iterator[Mark]:
    near = [(d.file, s) for d in documents if base(d.file) == expected.file for s in d.seals]
    for seal in expected.seals:
        over = [
            s
            for _, s in near
            if s.page == seal.page
            and _scaled(s.bbox, (expected.file, s.page), sizes, drawn).intersection(seal.bbox) > 0.3 * seal.bbox.area
        ]
        common = {"type": expected.type, "carrier": expected.carrier}
        yield Mark(kind="seal", right=bool(over), detail=where, **common)
        text = normal(seal.issuer)
        right = any(text in normal(s.text) for s in over)
        yield Mark(kind="seal-issuer", right=right, detail=f"{where}: {text} read {[s.text for s in over]}", **common)


def planted(truth: Truth, findings: Sequence[Finding]) -> Iterator[Mark]:
    """Whether each planted fault is reported where it is, and each innocent look-alike left alone."""
    files = {d.id: d.file for d in truth.documents}
    for fault in truth.planted:
        same = [f for f in findings if f.code == fault.code and re.search(fault.says, f.message)]
        where = {files[d] for d in fault.documents if d in files} | set(fault.files)
        there = [f for f in same if not where or not f.evidence or any(base(e.file) in where for e in f.evidence)]
        detail = f"{truth.id} {fault.note} {sorted(where)}"
        if fault.innocent:
            loud = [f for f in there if f.severity != "notice"]
            yield Mark(kind="innocent", right=not loud, name=fault.code, detail=detail)
        else:
            yield Mark(kind="planted", right=bool(there), name=fault.code, detail=detail)
            loud = [f for f in there if f.severity != "notice"]
            yield Mark(kind="planted-loud", right=bool(loud), name=fault.code, detail=detail)

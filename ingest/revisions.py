"""Earlier generations of a PDF that its later ones only appended to, and what the later ones changed.

A file saved "incrementally" keeps every former state in front (ISO 32000-1, 7.5.6). A *linearised* file carries two
%%EOF although it has one state (annex F); bytes up to its first marker are no file of their own and do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec

from ingest.geometry import Box, union
from ingest.open_page import OpenPage
from ingest.page_chars import Char
from ingest.records import Revision, RevisionChange, TextChange

MAX_BYTES = 120 << 20
MAX_REVISIONS = 8  # compared; of a file with more, the latest
MAX_PAGES = 200
MAX_CHANGED_PAGES = 12  # whose words are compared
_END = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF[ \t]*(?:\r\n|\r|\n)?")


def revisions(path: Path) -> tuple[Revision, ...]:
    """The generations of the file at ``path``, oldest first. Raises OSError when it cannot be read."""
    if path.stat().st_size > MAX_BYTES:
        return ()
    data = path.read_bytes()
    ends = _ends(data)
    if len(ends) < 2:
        return tuple(Revision(number=1, end=end) for end in ends)
    found = [Revision(number=1, end=ends[0])]
    before = _State.of(data[: ends[0]])
    for number, end in enumerate(ends[1:], start=2):
        after = _State.of(data[:end])
        found.append(_compared(number, end, before, after))
        before = after
    return tuple(found)


def _ends(data: bytes) -> list[int]:
    """Offsets behind those %%EOF at which a file ends that opens without repair."""
    ends = [m.end() for m in _END.finditer(data) if 0 < int(m[1]) < m.start()]
    if not ends:
        return []
    earlier = [end for end in ends[:-1][-MAX_REVISIONS:] if _opens(data[:end])]
    return [*earlier, len(data)]


def _opens(data: bytes) -> bool:
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True, attempt_recovery=False) as pdf:
            return len(pdf.pages) > 0
    except Exception:  # no file of its own: a linearised file's first part, or %%EOF inside a stream
        return False


class _Page(msgspec.Struct, frozen=True):
    content: bytes
    annotations: Counter[tuple[str, bytes]]
    fields: Counter[tuple[str, bytes]]


class _State(msgspec.Struct, frozen=True):
    """One generation: its bytes, and what each page draws."""

    data: bytes
    pages: tuple[_Page, ...]

    @classmethod
    def of(cls, data: bytes) -> _State:
        import pikepdf

        try:
            with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
                pages = tuple(_page(page) for page in list(pdf.pages)[:MAX_PAGES])
        except Exception:  # damaged later part: nothing to compare
            pages = ()
        return cls(data, pages)


def _page(page: Any) -> _Page:
    annotations: Counter[tuple[str, bytes]] = Counter()
    fields: Counter[tuple[str, bytes]] = Counter()
    for annotation in list(page.obj.get("/Annots") or [])[:300]:
        kind, look = _look(annotation)
        (fields if kind == "/Widget" else annotations)[kind, look] += 1
    return _Page(_content(page), annotations, fields)


def _content(page: Any) -> bytes:
    """Content streams, and the pictures and forms they draw, as one digest."""
    import hashlib

    digest = hashlib.sha256()
    try:
        contents = page.obj.get("/Contents")
        for stream in contents if _is_array(contents) else [contents]:
            digest.update(stream.read_bytes() if stream is not None else b"")
        things = page.resources.get("/XObject", {})
        for name in sorted(things.keys()):
            digest.update(name.encode())
            digest.update(hashlib.sha256(things[name].read_raw_bytes()).digest())
    except Exception:  # a damaged stream is compared by what came before it
        digest.update(b"damaged")
    return digest.digest()


def _is_array(thing: Any) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Array)


def _look(annotation: Any) -> tuple[str, bytes]:
    """Kind and appearance: what a reader sees of an annotation."""
    try:
        appearance = annotation.get("/AP", {}).get("/N")
        drawn = appearance.read_bytes() if hasattr(appearance, "read_bytes") else b""
        words = str(annotation.get("/Contents", "")) + str(annotation.get("/V", "")) + str(annotation.get("/AS", ""))
        rect = " ".join(f"{float(v):.1f}" for v in annotation.get("/Rect", []))
        return str(annotation.get("/Subtype", "")), drawn[:100_000] + words[:2000].encode() + rect.encode()
    except Exception:  # unreadable: compared by kind alone
        return "unreadable", b""


def _compared(number: int, end: int, before: _State, after: _State) -> Revision:
    kinds: set[RevisionChange] = set()
    changed = []
    redrawn = []
    for index, (old, new) in enumerate(zip(before.pages, after.pages, strict=False)):
        said = _page_kinds(old, new)
        kinds |= said
        if said:
            changed.append(index + 1)
        if "content" in said or "annotations" in said:
            redrawn.append(index)
    if before.pages and after.pages and len(before.pages) != len(after.pages):
        kinds.add("pages")
    changes = _text_changes(before.data, after.data, redrawn[:MAX_CHANGED_PAGES]) if redrawn else ()
    return Revision(
        number=number, end=end, changed_pages=tuple(changed), kinds=tuple(sorted(kinds)), changes=tuple(changes)
    )


def _page_kinds(old: _Page, new: _Page) -> set[RevisionChange]:
    kinds: set[RevisionChange] = set()
    if old.content != new.content:
        kinds.add("content")
    if old.annotations != new.annotations:
        kinds.add("annotations")
    if old.fields != new.fields:
        kinds.add("form")
    return kinds


def _text_changes(before: bytes, after: bytes, pages: list[int]) -> Iterator[TextChange]:
    import pypdfium2 as pdfium

    try:
        old, new = pdfium.PdfDocument(before), pdfium.PdfDocument(after)
    except pdfium.PdfiumError:
        return
    try:
        for index in pages:
            try:
                yield from _page_changes(index + 1, _lines(old[index]), _lines(new[index]))
            except pdfium.PdfiumError:
                continue
    finally:
        old.close()
        new.close()


class _Line(msgspec.Struct, frozen=True):
    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(c.text for c in self.chars)

    @property
    def box(self) -> Box:
        return union([c.box for c in self.chars])


def _lines(page: Any) -> list[_Line]:
    """Visible characters in runs along the page's rows, top to bottom."""
    opened = OpenPage(page, 1)
    chars = opened.chars
    opened.close()
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (c.box.center[1], c.box.x0)):
        height = max(char.box.height, 4.0)
        if rows and abs(rows[-1][0].box.center[1] - char.box.center[1]) < 0.5 * height:
            rows[-1].append(char)
        else:
            rows.append([char])
    return [_Line(tuple(_uppermost(row))) for row in rows]


def _uppermost(row: list[Char]) -> list[Char]:
    """The characters of a row from left to right; of two on one spot the one drawn later."""
    shown: list[Char] = []
    for char in sorted(row, key=lambda c: c.box.x0):
        if shown and shown[-1].box.intersection(char.box) > 0.4 * min(shown[-1].box.area, char.box.area) > 0:
            if char.order > shown[-1].order:
                shown[-1] = char
        else:
            shown.append(char)
    return shown


def _page_changes(page: int, old: list[_Line], new: list[_Line]) -> Iterator[TextChange]:
    """Lines that went and lines that came, paired where they stand on the same spot and cut to what differs."""
    gone = _left_over(old, new)
    come = _left_over(new, old)
    for line in come:
        box = line.box
        stood = next((g for g in gone if _same_row(g.box, box)), None)
        if stood is not None:
            gone.remove(stood)
        yield _difference(page, stood, line)
    for line in gone:
        yield TextChange(page=page, box=line.box.rounded(), before=line.text[:300])


def _left_over(lines: list[_Line], others: list[_Line]) -> list[_Line]:
    standing = Counter(line.text for line in others)
    left = []
    for line in lines:
        if standing[line.text]:
            standing[line.text] -= 1
        else:
            left.append(line)
    return left


def _same_row(a: Box, b: Box) -> bool:
    level = min(a.y1, b.y1) - max(a.y0, b.y0) > 0.3 * min(a.height, b.height)
    return level and min(a.x1, b.x1) > max(a.x0, b.x0)


def _difference(page: int, old: _Line | None, new: _Line) -> TextChange:
    if old is None:
        return TextChange(page=page, box=new.box.rounded(), after=new.text[:300])
    a, b = old.text, new.text
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    limit = min(len(a), len(b)) - head
    tail = next((i for i in range(limit) if a[-1 - i] != b[-1 - i]), limit)
    chars = new.chars[head : len(b) - tail] or old.chars[head : len(a) - tail] or new.chars
    box = union([c.box for c in chars]).rounded()
    return TextChange(page=page, box=box, before=a[head : len(a) - tail][:300], after=b[head : len(b) - tail][:300])

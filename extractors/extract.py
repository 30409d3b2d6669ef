"""A dossier's pages become documents with facts."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path

import msgspec
import regex

from extractors.agreement import OFFICES, agreed
from extractors.awardees import named
from extractors.grammar import misread
from extractors.grammar.normal import simplified, tight
from extractors.layout import PageView
from extractors.marks import codes_of, seals_of, signatures_of
from extractors.members import placed
from extractors.own_article import shown_for
from extractors.records import Document, DocumentSource, Fact
from extractors.segment import Part, cut
from extractors.types import discovered
from ingest.records import Dossier, Page

# A label that an engine ran on to the name after it.
_LABEL = regex.compile(r"^(?:学[校交枝](?:名称?)?|院校名称|发证机[关构]|颁发单位)[:：]?(?=[\u4e00-\u9fff]{4})")
_OFFICES = OFFICES | {"journal"}


def extract(dossier: Dossier) -> tuple[Document, ...]:
    """The documents of ``dossier``, in its order, with facts, seals, signatures and codes.

    An error in cutting a file or in extracting a document's facts costs only these: the document says so.
    """
    digests = {file.name: file.sha256 for file in dossier.files}
    parts: list[Part] = []
    for views in _by_file(dossier.pages):
        parts.extend(_cut(views))
    width = max(2, len(str(len(parts))))
    read = [_document(part, f"d{i:0{width}}", digests.get(part.file, "")) for i, part in enumerate(parts, 1)]
    return shown_for(placed(named(agreed(read))))


def _by_file(pages: Sequence[Page]) -> list[list[PageView]]:
    files: dict[str, list[PageView]] = {}
    for page in pages:
        files.setdefault(page.file, []).append(PageView(page))
    return list(files.values())


def _cut(views: Sequence[PageView]) -> list[Part]:
    try:
        return cut(views)
    except Exception as error:
        return [Part(views[0].page.file, "other", 0.0, tuple(views), failure=_said(error))]


def _facts(part: Part) -> tuple[list[Fact], str]:
    """A part's facts, and the error that kept them from being extracted."""
    extractor = discovered().get(part.type)
    if extractor is None or part.failure:
        return [], part.failure
    try:
        return _spelt(extractor.facts(part.views), part.views), ""
    except Exception as error:
        return [], _said(error)


def _said(error: Exception) -> str:
    """The kind of an error and where it arose; its own words may quote what a document says of a person."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(last.filename).name}:{last.lineno}"


def _document(part: Part, identifier: str, digest: str) -> Document:
    facts, failure = _facts(part)
    return Document(
        id=identifier,
        file=part.file,
        pages=(part.views[0].page.number, part.views[-1].page.number),
        type=part.type,
        confidence=part.confidence,
        source=_source(part.views),
        sha256=digest,
        facts=tuple(sorted(facts, key=lambda f: (f.item, f.page))),
        seals=seals_of(part.views),
        signatures=signatures_of(part.views),
        codes=codes_of(part.views),
        text="\f".join(view.text for view in part.views),
        failure=failure,
    )


def _spelt(facts: Sequence[Fact], views: Sequence[PageView]) -> list[Fact]:
    """Facts as they are written, on a scan or round a seal: the names of offices that an engine misread spelt out, and
    traditional characters that it took simple ones for simple again; what was read stays in ``text``."""
    printed = {view.page.number: view.tight for view in views if view.page.source == "text"}
    rings = {mark.text for view in views for mark in view.page.marks if mark.kind == "seal"}

    def was_seen(fact: Fact) -> bool:
        return fact.page not in printed or (fact.text in rings and tight(fact.text) not in printed[fact.page])

    return [_as_written(fact) if was_seen(fact) else fact for fact in facts]


def _as_written(fact: Fact) -> Fact:
    if not isinstance(fact.value, str):
        return fact
    value = simplified(fact.value)
    if fact.name in _OFFICES:
        value = misread.office(_LABEL.sub("", value))
    return msgspec.structs.replace(fact, value=value)


def _source(views: Sequence[PageView]) -> DocumentSource:
    sources = {view.page.source for view in views} - {"none"}
    if sources <= {"text"}:
        return "text" if sources else "ocr"
    return "ocr" if sources == {"ocr"} else "mixed"

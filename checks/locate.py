"""Finding where a string stands on a document's pages, for what extractors do not offer as a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from checks.base import Case
from checks.reading import plain
from extractors.columns import running_text
from extractors.layout import PageView
from extractors.records import Document, Fact
from ingest.geometry import union
from ingest.records import Page


def locate(case: Case, document: Document, name: str, string: str) -> Fact | None:
    """``string`` as a fact of that name, at the word that holds it, else at the neighbouring words of one line that
    spell it together; None when none do."""
    wanted = plain(string)
    for page in pages(case, document):
        for word in page.words:
            start = plain(word.text).find(wanted)
            if start < 0:
                continue
            exact = start + len(string) <= len(word.text) and word.text[start : start + len(string)] == string
            box = word.span(start, start + len(string)) if exact else word.box
            return Fact(
                name=name,
                value=string,
                text=string,
                page=page.number,
                bbox=page.displayed(box),
                confidence=word.confidence,
            )
    return next(
        (fact for page in pages(case, document) if (fact := _over_words(page, name, string, wanted))),
        None,
    )


def _over_words(page: Page, name: str, string: str, wanted: str) -> Fact | None:
    for line in PageView(page).lines:
        texts = [plain(word.text) for word in line.words]
        start = "".join(texts).find(wanted)
        if start < 0:
            continue
        ends = list(accumulate(map(len, texts)))
        held = [
            word
            for word, text, end in zip(line.words, texts, ends, strict=True)
            if end > start and end - len(text) < start + len(wanted)
        ]
        return Fact(
            name=name,
            value=string,
            text=string,
            page=page.number,
            bbox=page.displayed(union(word.box for word in held)),
            confidence=min(word.confidence for word in held),
        )
    return None


def printed(case: Case, document: Document, name: str, pattern: re.Pattern[str]) -> list[Fact]:
    """Every number of a kind that the document shows: its facts of that name, and what else ``pattern`` finds.

    An extractor gives one ISSN where a paper prints two; ``pattern``'s first group is the number, searched line by
    line in the text without spaces.
    """
    facts = list(document.all(name))
    known = {plain(str(fact.value)) for fact in facts}
    for line in document.text.replace("\f", "\n").splitlines():
        for match in pattern.finditer(plain(line)):
            if not any(match[1] in value for value in known) and (fact := locate(case, document, name, match[1])):
                known.add(match[1])
                facts.append(fact)
    return facts


def words(case: Case, document: Document) -> Iterator[Fact]:
    """Every word of the document's pages as a fact named "printed" that can be read again, in reading order."""
    for page in pages(case, document):
        for word in page.words:
            yield Fact(
                name="printed",
                value=word.text,
                text=word.text,
                page=page.number,
                bbox=page.displayed(word.box),
                confidence=word.confidence,
            )


def pages(case: Case, document: Document) -> list[Page]:
    """The pages of a document, in order."""
    first, last = document.pages
    return [p for p in case.dossier.pages if p.file == document.file and first <= p.number <= last]


def running(case: Case, document: Document) -> str:
    """The document's text, its pages parted by form feeds, with columns one after the other, in which a sentence stands
    unbroken; the plain text of a document whose pages are not at hand."""
    return "\f".join(running_text(PageView(page)) for page in pages(case, document)) or document.text

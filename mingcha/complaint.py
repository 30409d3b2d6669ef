"""A complaint letter, read with its writer taken out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import regex

from extractors.freetext import Letter, letter
from extractors.freetext.redaction import redactions
from extractors.grammar import dates
from extractors.grammar.normal import plain
from extractors.layout import PageView
from extractors.works.surnames import HAN_NAME
from ingest.errors import DossierError
from ingest.options import ReadOptions
from ingest.reader import read_dossier
from mingcha.errors import ComplaintError

_NAME = regex.compile(rf"(?<!\p{{Han}}){HAN_NAME}(?!\p{{Han}})")
_NUMBER = regex.compile(r"[0-9][0-9Xx -]{5,}[0-9Xx]|[\w.+-]+@[\w.-]+")
_CLOSING_LINES = 6
_SENTENCE = regex.compile(r"[^。;!?\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """``letter`` without its writer; ``hidden`` are the writer's names and numbers, only to be kept out of texts.

    Dates are ISO, "" when the letter gives none: ``written`` in its closing, ``publicity`` the first and last day of
    a publicity period it names.
    """

    letter: Letter
    hidden: tuple[str, ...]
    sha256: str
    written: str
    publicity: tuple[str, str]


def read_letter(path: Path, options: ReadOptions) -> str:
    """The letter's text, wrapped lines joined. Raises ComplaintError when there is no file or nothing legible in it."""
    if not path.is_file():
        raise ComplaintError(f"{path} is no file; --complaint takes one letter as txt, docx, PDF or picture")
    try:
        dossier = read_dossier(path, options=options)
    except DossierError as error:
        raise ComplaintError(str(error)) from error
    text = "\n".join(_unwrapped(PageView(page)) for page in dossier.pages)
    if not text.strip():
        reasons = [p.detail or p.kind for file in dossier.files for p in file.problems]
        raise ComplaintError(f"nothing could be read in {path}" + (f": {reasons[0]}" if reasons else ""))
    return text


def understood(text: str, path: Path, applicant: str) -> Complaint:
    """What the letter alleges. ``applicant`` is the name in the dossier, "" when it was not read.

    Raises ComplaintError when nothing in it can be checked.
    """
    found = letter(text, applicant)
    if not found.allegations:
        raise ComplaintError(f"{path} holds no statement that could be checked; is it the complaint letter?")
    return Complaint(
        letter=found,
        hidden=_identities(text, found.reported),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        written=_written(text),
        publicity=_publicity(text),
    )


def _unwrapped(view: PageView) -> str:
    """The page's text with lines that run to the right edge joined to the next, unless that one is indented."""
    text, full = "", False
    left = min((line.box.x0 for line in view.lines), default=0.0)
    right = max((line.box.x1 for line in view.lines), default=0.0)
    for line in view.lines:
        indented = line.box.x0 > left + view.em
        text += ("" if full and not indented else "\n") + line.text
        full = line.box.x1 > right - 2 * view.em
    return text.strip("\n")


def _identities(text: str, reported: str) -> tuple[str, ...]:
    found: set[str] = set()
    for taken in redactions(text, reported):
        stretch = text[taken.start : taken.end]
        if taken.kind in ("name", "signature"):
            found |= {m.group() for m in _NAME.finditer(stretch.rpartition("：")[2].rpartition(":")[2])}
        if taken.kind != "self_description":
            found |= set(_NUMBER.findall(stretch))
    return tuple(sorted(found - {reported}))


def _written(text: str) -> str:
    closing = dates.find(plain("\n".join(text.strip().splitlines()[-_CLOSING_LINES:])))
    return next((d.value for d in reversed(closing) if d.precision == "day"), "")


def _publicity(text: str) -> tuple[str, str]:
    for sentence in _SENTENCE.findall(plain(text)):
        for span in dates.spans(sentence) if "公示" in sentence else ():
            if span.last is not None and span.first.precision == span.last.precision == "day":
                return span.first.value, span.last.value
    return "", ""

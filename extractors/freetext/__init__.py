"""Free text: work summaries and complaint letters.

The two readers are reached from here so that nothing heavy (jieba, spaCy) is imported before it is used.
"""

from __future__ import annotations

from extractors.freetext.records import Allegation, Letter, TextClaim

__all__ = ["Allegation", "Letter", "TextClaim", "allegations", "claims", "letter"]


def claims(text: str) -> tuple[TextClaim, ...]:
    """What ``text`` claims, in the order of the text, with offsets. Loads jieba and spaCy on the first call."""
    from extractors.freetext.statements import claims as read

    return read(text)


def letter(text: str, applicant: str = "") -> Letter:
    """A complaint letter: allegations, the person complained of, the letter without its writer.

    ``applicant`` is the name in the dossier, when that is known.
    """
    from extractors.freetext.complaint import letter as read

    return read(text, applicant)


def allegations(text: str) -> tuple[Allegation, ...]:
    """The allegations of a complaint letter, in order."""
    return letter(text).allegations

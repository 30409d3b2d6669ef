"""Years for which a paper says that its holder was not to be appraised: ill, on leave, studying, just joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.eligibility.subject import Subject, evidence
from checks.records import Evidence

_YEAR = r"(?P<year>(?:19|20)\d\d)年?(?:年?度)?"
_SAID = (
    re.compile(rf"(?:不|未|免予?|无须|无需)(?:再)?(?:参加|进行|作|列入)?{_YEAR}(?:的)?考核"),
    re.compile(rf"{_YEAR}[^。;；]{{0,40}}?(?:不|未|免予?|无须|无需)(?:再)?(?:参加|进行|作|列入)[^。;；,，]{{0,6}}考核"),
    re.compile(rf"{_YEAR}[^。;；]{{0,40}}?不(?:定|确定|评定?)等次"),
)


def excused(subject: Subject) -> dict[int, Evidence]:
    """Each such year and the paper that says so; what it says is for a person to confirm."""
    return subject.once("excused from appraisal", lambda: dict(reversed(list(_excused(subject)))))


def _excused(subject: Subject) -> Iterator[tuple[int, Evidence]]:
    for document in subject.case.documents:
        text = "".join(document.text.split())
        for pattern in _SAID:
            for match in pattern.finditer(text):
                yield int(match["year"]), evidence(document)

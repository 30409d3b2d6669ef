"""Printed dates that no calendar has (used by consistency.date-order): 2025年10月71日, 2019年2月30日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, CheckInfo
from checks.locate import words
from checks.reading import is_clear, plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import days
from extractors.records import Document

DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")


def impossible_days(case: Case, document: Document, info: CheckInfo) -> Iterator[Finding | Coverage]:
    """A hint only: 6月31日 is as often a slip of the pen, and of the reading, as anything else."""
    for word in words(case, document):
        for match in DATE.finditer(plain(word.text)):
            year, month, day = (int(part) for part in match.groups())
            if days(f"{year}-{month:02d}-{day:02d}") is None and is_clear(case, document, word):
                message = f"所印日期“{match.group()}”在历法上不存在，建议核对"
                yield say(
                    case, info, document, word, message, value=match.group(), severity="notice", certainty="heuristic"
                )

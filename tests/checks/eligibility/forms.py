"""Application forms for the tests of eligibility: facts that qualify, and the text that the form prints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from checks.applicant import profile
from checks.base import Case
from checks.eligibility.rejudge import case_of, documents_of
from corpus.policy.loader import load

POLICY = load("yunnan-2020")
QUALIFIED = {
    "applied_title": "高级工程师",
    "applied_series": "工程技术",
    "current_title": "工程师",
    "workplace": "昆明市盘龙区",
}


def filled(text: str, facts: Mapping[str, str]) -> Case:
    """A form with these facts whose text is ``text``, not judged yet."""
    documents = documents_of({"application_form": (dict(facts),)})
    documents = tuple(msgspec.structs.replace(d, text=text) for d in documents)
    return case_of(documents, profile(documents), POLICY, date(2020, 12, 31))

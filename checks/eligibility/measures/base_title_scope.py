"""Whether the title held is marked as valid in a limited scope only (基层有效, 定向)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Subject, evidence
from checks.records import Condition, Evidence
from corpus.policy.records import Rule

LIMITED = re.compile(r"基层有效|定向(?:评价|使用)|仅限[^。\n]{1,20}使用|[县乡]级?以下[^。\n]{0,6}有效")


def limited(subject: Subject) -> list[tuple[str, Evidence]]:
    """The words on title certificates and notices that limit a title, with their places."""
    found = []
    for document in subject.of("title_certificate", "title_notice"):
        for fact in document.facts:
            if match := LIMITED.search(f"{fact.value}"):
                found.append((match.group(), evidence(document, fact)))
                break
        else:
            if match := LIMITED.search(document.text):
                found.append((match.group(), evidence(document)))
    return found


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    found = limited(subject)
    if not found:
        yield row(rule, "not_applicable", "—", "—", "所持职称未标注有效范围。")
        return
    words = f"所持职称标注“{found[0][0]}”，能否作为本次申报基础请评委会办事机构认定。"
    yield row(rule, "cannot_tell", found[0][0], "无范围限制", words, [place for _, place in found])


MEASURE = Measure(name="base-title-scope", rows=_rows)

"""Saying something against a printed value, or, when the value may be misread, saying that nobody can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from checks.base import Case, CheckInfo, cannot_tell, found, place
from checks.reading import confirmed, in_iso, plain
from checks.records import Coverage, Evidence, Finding, Severity
from extractors.records import Document, Fact


def say(
    case: Case,
    info: CheckInfo,
    document: Document,
    fact: Fact,
    message: str,
    *,
    value: str = "",
    explanation: str = "",
    others: Iterable[Evidence] = (),
    severity: Severity | None = None,
    certainty: Literal["deterministic", "heuristic"] | None = None,
    weight: int | None = None,
    form: Callable[[str], str] = plain,
) -> Finding | Coverage:
    """The finding ``message`` on ``fact``, once its reading is confirmed; else a "cannot_tell" that names the doubt.

    ``value`` is what must be read again in the same place, the printed text by default.
    """
    reading = confirmed(case, document, fact, value or fact.text, form=form)
    if not reading.sure:
        return cannot_tell(info, document, f"{message.removesuffix('，待核实')}；但{reading.note}，请人工查看")
    told = f"{explanation}{reading.note}。" if not explanation or explanation.endswith("。") else ""
    return found(
        info,
        message,
        [place(document, fact), *others],
        explanation=told or f"{explanation}；{reading.note}。",
        severity=severity,
        certainty=certainty,
        weight=weight,
    )


def say_of_all(
    case: Case,
    info: CheckInfo,
    facts: Sequence[tuple[Document, Fact]],
    message: str,
    *,
    explanation: str = "",
    severity: Severity | None = None,
) -> Finding | Coverage:
    """The finding ``message`` on several facts that contradict each other, once every one of them is confirmed."""
    readings = [confirmed(case, document, fact, fact.text, form=in_iso) for document, fact in facts]
    doubt = next((reading for reading in readings if not reading.sure), None)
    if doubt is not None:
        told = f"{message.removesuffix('，待核实')}；但{doubt.note}，请人工查看"
        return cannot_tell(info, facts[0][0], told)
    notes = "；".join(dict.fromkeys(reading.note for reading in readings))
    return found(
        info, message, [place(d, f) for d, f in facts], explanation=f"{explanation}{notes}。", severity=severity
    )

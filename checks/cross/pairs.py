"""What the comparisons across dossiers have in common: who is another person, and findings on both sides of a pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from checks import names
from checks.base import CheckInfo, found
from checks.cross.imprint import Imprint, Place
from checks.records import Evidence, Finding, Severity

Said = tuple[str, Finding]  # the dossier it belongs to, and the finding


def same_person(first: Imprint, second: Imprint) -> bool:
    """Whether two dossiers are one applicant's: equal ID numbers, or equal names where one number is unknown.

    Namesakes with two legible, different numbers are two people.
    """
    if first.id_number and second.id_number:
        return first.id_number.upper() == second.id_number.upper()
    return names.agrees(first.person, second.person)


def different_names(first: str, second: str) -> bool:
    """Whether two holders' names are legibly those of different people; one doubtful character is not enough."""
    return bool(first and second) and names.compare(first, second) in ("different", "close")


def both(
    info: CheckInfo,
    first: tuple[Imprint, Place | Sequence[Place]],
    second: tuple[Imprint, Place | Sequence[Place]],
    message: str,
    *,
    explanation: str = "",
    severity: Severity | None = None,
    certainty: Literal["deterministic", "heuristic"] | None = None,
) -> Iterator[Said]:
    """The finding in each of the two dossiers; ``message`` holds ``{other}`` where the other dossier is named.

    Of several places the first names the other dossier's page, and all are evidence in their own.
    """
    (one, near), (two, far) = ((i, [p] if isinstance(p, Place) else list(p)) for i, p in (first, second))
    for own, places, other, there in ((one, near, two, far[0]), (two, far, one, near[0])):
        yield (
            own.dossier,
            found(
                info,
                message.replace("{other}", named(other, there)),
                [evidence(place) for place in places],
                explanation=explanation,
                severity=severity,
                certainty=certainty,
            ),
        )


def named(imprint: Imprint, place: Place) -> str:
    """The other dossier and the place in it, in words."""
    who = f"，申报人{imprint.person}" if imprint.person else ""
    return f"申报材料“{imprint.dossier}”（{place.file}第{place.page}页{who}）"


def evidence(place: Place) -> Evidence:
    return Evidence(document=place.document, file=place.file, page=place.page, bbox=place.bbox, text=place.text)

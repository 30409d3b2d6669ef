"""All comparisons across dossiers, together or as new ones come in."""

from __future__ import annotations

from collections.abc import Iterable

from checks.cross import certificate_numbers, images, papers, ranks, repeated_applicant, texts
from checks.cross.imprint import Imprint
from checks.records import Finding

COMPARISONS = (certificate_numbers, papers, images, texts, ranks, repeated_applicant)


def compare(imprints: Iterable[Imprint], *, earlier: Iterable[Imprint] = ()) -> dict[str, tuple[Finding, ...]]:
    """The findings by dossier id, for dossiers that have any.

    With ``earlier``, ``imprints`` are compared among themselves and with those, and the earlier ones not again among
    themselves. The order in which dossiers are given does not matter. Raises ValueError when two share an id.
    """
    new, old = list(imprints), list(earlier)
    everything = sorted([*new, *old], key=lambda i: i.dossier)
    ids = [i.dossier for i in everything]
    if doubled := sorted({i for i in ids if ids.count(i) > 1}) if len(set(ids)) < len(ids) else []:
        raise ValueError(f"more than one imprint of {', '.join(doubled)}")
    fresh = frozenset(i.dossier for i in new) if old else None
    found: dict[str, dict[Finding, None]] = {}
    for comparison in COMPARISONS:
        for dossier, finding in comparison.compared(everything, fresh):
            found.setdefault(dossier, {})[finding] = None
    return {dossier: tuple(found[dossier]) for dossier in sorted(found)}

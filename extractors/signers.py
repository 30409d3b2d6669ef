"""Who signs a certificate that bears no date, or one that no engine could read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractors.base import fact
from extractors.closing import organisation_of, segments
from extractors.layout import PageView
from extractors.records import Fact

_LAST = 3  # lines at the end among which a signature stands


def undated_signer(views: Sequence[PageView]) -> Iterator[Fact]:
    """The organisation that stands by itself in the right half of the last lines."""
    for view in views[-1:]:
        edges = [line.box for line in view.lines]
        middle = (min(b.x0 for b in edges) + max(b.x1 for b in edges)) / 2 if edges else 0.0
        for line in reversed(view.lines[-_LAST:]):
            for part in segments(line):
                name = organisation_of(part)
                if name is not None and name.box().center[0] > middle:
                    yield fact("issuer", name.tight().printed(), name, trust=0.8)
                    return

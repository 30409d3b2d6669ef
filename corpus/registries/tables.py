"""Reading the bundled tables: tab-separated, first line the column names."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a bundled table. Raises FileNotFoundError when there is no such table."""
    text = (resources.files("corpus.registries") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines(), delimiter="\t"))

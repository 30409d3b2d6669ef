"""One module per document type; each is found by looking in this folder."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extractors.base import Extractor
    from extractors.records import DocumentType


@cache
def discovered() -> Mapping[DocumentType, Extractor]:
    """Every module's ``EXTRACTOR`` by its type, in the order of names; modules with a leading "_" are helpers."""
    found: dict[DocumentType, Extractor] = {}
    for module in sorted(m.name for m in iter_modules(__path__) if not m.name.startswith("_")):
        extractor: Extractor = import_module(f"{__name__}.{module}").EXTRACTOR
        found[extractor.type] = extractor
    return MappingProxyType(found)

"""A page as readers see it: words grouped into lines, in reading order."""

from __future__ import annotations

import msgspec

from ingest.records import Page


class PageView(msgspec.Struct, frozen=True, kw_only=True):
    """A page with its lines."""

    page: Page

"""A policy as loaded from its packs."""

from __future__ import annotations

import msgspec


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """A pack with everything it extends, resolved."""

    id: str
    title: str
    sha256: str

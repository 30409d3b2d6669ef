"""What a command takes where nothing is given."""

from __future__ import annotations

from typing import Final

POLICY: Final = "yunnan-2020"

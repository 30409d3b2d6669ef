"""How a dossier is read."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from ingest.limits import Limits


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """The result does not depend on ``jobs``, ``isolate``, ``cache`` or ``workdir``.

    ``jobs``: reading processes, 0 for one a core. ``isolate``: False reads inside the calling process, where a
    crashing library takes the caller with it. ``cache``: directory of pages read before, by content, or None.
    ``workdir``: where archives are unpacked; None makes a directory beside the system's temporary files, named by
    the archive's digest, so that page pictures can be drawn afterwards.
    """

    limits: Limits = Limits()
    jobs: int = 0
    ocr: Literal["rapidocr", "none"] = "rapidocr"
    cache: Path | None = None
    workdir: Path | None = None
    isolate: bool = True

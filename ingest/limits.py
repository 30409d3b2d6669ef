"""How much of a hostile or careless dossier is read before it is called too large."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Every cap of reading. Bytes, pixels and seconds are those of one file unless the name says otherwise."""

    files: int = 5_000  # of a dossier, members of archives included
    file_bytes: int = 512 * 2**20
    pages: int = 2_000
    pixels: int = 150_000_000  # of one picture; an A0 sheet at 300 dpi has 139 million
    render_pixels: int = 24_000_000  # of a rendered page: larger ones are rendered at fewer dots per inch
    archive_bytes: int = 2 * 2**30  # unpacked, of all archives of a dossier together
    archive_ratio: int = 200  # unpacked to packed, for members above a megabyte
    archive_depth: int = 2  # an archive inside the dossier, or inside the dossier that is an archive itself
    file_seconds: float = 120.0  # of the processor; as long without any work counts as stuck
    page_seconds: float = 90.0
    worker_bytes: int = 1_400 * 2**20  # resident memory above which a reading process is replaced
    memory_bytes: int = 8 * 2**30  # address space of a reading process

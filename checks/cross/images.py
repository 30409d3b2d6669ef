"""cross.shared-image: the same scan in two dossiers, with another name on it (handbook F88, F93)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from checks.base import CheckInfo
from checks.cross.certificate_numbers import PERSONAL, plain_number
from checks.cross.imprint import Entry, Imprint, Place
from checks.cross.pairs import Said, both, different_names, same_person

INFO = CheckInfo(
    code="cross.shared-image",
    title="不同申报材料中的扫描图像相同",
    severity="suspect",
    kind="deterministic",
    rationale="个人证书的扫描图像带有各自的纸张、倾斜和噪点；两名申报人的同类证书图像相同而姓名不同，须核对原件。",
    innocent=("同一模板的电子证书", "合作项目共用材料", "单位公示、批复文件本为共用", "误放他人材料"),
    verify="请两名申报人各提供原件核对，并向发证单位核实",
    handbook=("F88", "F93"),
    weight=4,
)
_NEAR = 6  # of 64 bits of the perceptual hash
_BANDS = 7  # a pair within ``_NEAR`` bits agrees in at least one of so many parts

Holding = tuple[Imprint, Entry, int, str]


def compared(imprints: Sequence[Imprint], fresh: frozenset[str] | None = None) -> Iterator[Said]:
    """The findings for every two personal certificates that look the same; ``fresh`` as in ``compare``."""
    buckets: dict[tuple[int, int], list[Holding]] = {}
    for imprint in imprints:
        for entry in imprint.entries:
            if entry.type in PERSONAL and entry.scanned:
                for page, digest in entry.pictures:
                    for band in enumerate(_bands(int(digest, 16))):
                        buckets.setdefault(band, []).append((imprint, entry, page, digest))
    seen: set[tuple[str, str, str, str]] = set()
    for bucket in buckets.values():
        for one, other in combinations(bucket, 2):
            key = (one[0].dossier, one[1].place.document, other[0].dossier, other[1].place.document)
            if key in seen or (fresh is not None and not {one[0].dossier, other[0].dossier} & fresh):
                continue
            seen.add(key)
            yield from _pair(one, other)


def _bands(digest: int) -> list[int]:
    edges = [64 * band // _BANDS for band in range(_BANDS + 1)]
    return [(digest >> low) & ((1 << (high - low)) - 1) for low, high in pairwise(edges)]


def _pair(one: Holding, other: Holding) -> Iterator[Said]:
    (first, entry, page, digest), (second, there, elsewhere, digest_there) = one, other
    if entry.type != there.type or same_person(first, second):
        return
    if (int(digest, 16) ^ int(digest_there, 16)).bit_count() > _NEAR:
        return
    a, b = entry.holder or first.person, there.holder or second.person
    if not different_names(a, b) or not _one_certificate(entry, there):
        return
    yield from both(
        INFO,
        (first, _page(entry, page)),
        (second, _page(there, elsewhere)),
        f"该页图像与{{other}}所附同类证书图像相同，编号、日期等内容一致而姓名不同（{a}／{b}），待核实",
        explanation="两处页面图像的感知哈希一致，且证书可识别的编号、日期、发证单位均相同。",
    )


def _one_certificate(entry: Entry, there: Entry) -> bool:
    """Whether what tells certificates of one kind apart is the same on both: the number, and every other fact read.

    Two genuine certificates of one template look alike; their numbers do not.
    """
    numbers = [plain_number(e.numbers["certificate_number"].text) for e in (entry, there) if e.numbers.get(_NUMBER)]
    if len(numbers) != 2 or numbers[0] != numbers[1] or len(numbers[0]) < 4:
        return False
    return all(there.facts.get(name, value) == value for name, value in entry.facts.items())


_NUMBER = "certificate_number"


def _page(entry: Entry, page: int) -> Place:
    return Place(document=entry.place.document, file=entry.place.file, page=page)

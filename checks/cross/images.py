"""cross.shared-image: the same scan or signature in two dossiers, with another name on it (handbook F88, F89, F93)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from checks.base import CheckInfo
from checks.cross.certificate_numbers import PERSONAL, plain_number
from checks.cross.imprint import Entry, Imprint, Place
from checks.cross.pairs import Said, both, different_names, same_person
from checks.cross.strokes import same_strokes

INFO = CheckInfo(
    code="cross.shared-image",
    title="不同申报材料中的扫描图像相同",
    severity="suspect",
    kind="deterministic",
    rationale="个人证书的扫描图像带有各自的纸张、倾斜和噪点；两名申报人的同类证书图像相同而姓名不同，须核对原件。",
    innocent=("同一模板的电子证书", "合作项目共用材料", "单位公示、批复文件本为共用", "误放他人材料"),
    verify="请两名申报人各提供原件核对，并向发证单位核实",
    handbook=("F88", "F89", "F93"),
    weight=4,
)
_NEAR = 6  # of 64 bits of the perceptual hash
_BANDS = 7  # a pair within ``_NEAR`` bits agrees in at least one of so many parts

Holding = tuple[Imprint, Entry, int, str]


def compared(imprints: Sequence[Imprint], fresh: frozenset[str] | None = None) -> Iterator[Said]:
    """Certificates and signatures of two people that are one picture; ``fresh`` as in ``compare``."""
    yield from _certificates(imprints, fresh)
    yield from _signatures(imprints, fresh)


def _signatures(imprints: Sequence[Imprint], fresh: frozenset[str] | None) -> Iterator[Said]:
    """One picture of handwriting as the own signature of two people: a hint, for somebody may have signed for both."""
    signed = [(imprint, signature) for imprint in imprints for signature in imprint.signatures]
    told: set[tuple[str, str]] = set()
    for (first, one), (second, other) in combinations(signed, 2):
        pair = (first.dossier, second.dossier)
        if pair in told or first.dossier == second.dossier or (fresh is not None and not fresh & set(pair)):
            continue
        if different_names(first.person, second.person) and same_strokes(one.strokes, other.strokes):
            told.add(pair)
            yield from both(
                INFO,
                (first, one.place),
                (second, other.place),
                "本人签名处的笔迹图像与{other}本人签名处相同，而姓名不同，待核实",
                explanation="两处笔迹缩略后逐格比对基本一致；可能为代签或套用签名图片。",
                certainty="heuristic",
            )


def _certificates(imprints: Sequence[Imprint], fresh: frozenset[str] | None) -> Iterator[Said]:
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
    numbered = bool(_numbers(entry))
    alike = "编号、日期等" if numbered else "日期等"
    yield from both(
        INFO,
        (first, _page(entry, page)),
        (second, _page(there, elsewhere)),
        f"该页图像与{{other}}所附同类证书图像相同，{alike}内容一致而姓名不同（{a}／{b}），待核实",
        explanation="两处页面图像的感知哈希一致，且证书可识别的日期、发证单位等均相同。"
        + ("" if numbered else "证书未印或未读到编号，同批同式证书也会如此，仅作提示。"),
        severity=None if numbered else "notice",
    )


def _one_certificate(entry: Entry, there: Entry) -> bool:
    """Whether what tells certificates of one kind apart is the same on both: the number, and every other fact read.

    Two genuine certificates of one template look alike; their numbers do not. Where neither shows a number, three other
    facts must agree, the date among them.
    """
    numbers = _numbers(entry), _numbers(there)
    if numbers[0] != numbers[1] or any(there.facts.get(name, value) != value for name, value in entry.facts.items()):
        return False
    shared = entry.facts.keys() & there.facts.keys()
    return len(numbers[0]) >= 4 or (not numbers[0] and "issue_date" in shared and len(shared) >= _FACTS)


def _numbers(entry: Entry) -> str:
    place = entry.numbers.get(_NUMBER)
    return plain_number(place.text) if place else ""


_FACTS = 3
_NUMBER = "certificate_number"


def _page(entry: Entry, page: int) -> Place:
    return Place(document=entry.place.document, file=entry.place.file, page=page)

"""Names of offices that an OCR engine read with a wrong character under a seal's ink: 人刀资源和社会保障局."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

_STEMS = (
    "人民政府",
    "教育体育",
    "人事劳动",
    "人力资源和社会保障",
    "卫生健康委员会",
    "卫生和计划生育",
    "农业农村",
    "科学技术",
    "工业和信息化",
    "住房和城乡建设",
    "自然资源",
    "交通运输",
    "市场监督管理",
    "职称改革",
    "委员会",
)
_ENDS = ("", "局", "厅", "部", "委员会", "办公室", "中心", "院", "领导小组办公室", "协会", "学会")
_OFFICES = tuple(
    sorted({stem + end for stem in _STEMS for end in _ENDS if len(stem + end) >= 4}, key=len, reverse=True)
)


def office(text: str) -> str:
    """``text`` with its last words as the office spells them, where they differ from one known spelling alone by a
    character in four to eight, or by up to three in nine and more; otherwise ``text``."""
    for known in _OFFICES:
        if text.endswith(known):
            return text
    near = [(distance, -len(known), known, cut) for known in _OFFICES for distance, cut in _fits(text, known)]
    if not near:
        return text
    _, _, known, cut = min(near)
    return text[:-cut] + known


def _fits(text: str, known: str) -> list[tuple[int, int]]:
    """(distance, length of the tail of ``text``) of every tail that may be a misreading of ``known``."""
    most = 1 if len(known) < 9 else 3
    fits = []
    for cut in range(max(4, len(known) - most), len(known) + 1):
        tail = text[-cut:]
        if len(text) - cut < 2 or tail[-1] != known[-1]:
            continue
        distance = Levenshtein.distance(tail, known, score_cutoff=most)
        if distance <= most and (len(known) >= 9 or cut == len(known)):
            fits.append((distance, cut))
    return fits

"""Names of offices that an OCR engine read with a wrong character under a seal's ink: 人刀资源和社会保障局."""

from __future__ import annotations

from collections import Counter
from functools import cache

from rapidfuzz.distance import Levenshtein

from corpus.registries.regions import regions
from extractors.grammar.normal import is_han

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
    "社会保险",
    "社会保障",
    "委员会",
)
_AFTER_PLACE = (*_STEMS, "教育", "农业", "财政", "卫生", "水务")  # what plainly begins an office's own name
_NORTH = "河北 山西 辽宁 吉林 黑龙江 山东 河南 陕西 甘肃 青海"
_SOUTH = "江苏 浙江 安徽 福建 江西 湖北 湖南 广东 海南 四川 贵州 云南"
_PROVINCES = tuple(f"{name}省" for name in f"{_NORTH} {_SOUTH}".split(" "))
_KINDS = "省州市县区"
_STRAYS = "一二上下工口土丁卜个小十厂几人八入"  # what a seal's star and rim are read as
_ENDS = ("", "局", "厅", "部", "委员会", "办公室", "局办公室", "厅办公室", "中心", "院", "协会", "学会")
_GROUP = ("领导小组", "领导小组办公室", "工作领导小组", "工作领导小组办公室")  # that leads the reform of titles
_OFFICES = tuple(
    sorted(
        {
            *(stem + end for stem in _STEMS for end in _ENDS if len(stem + end) >= 4),
            *(f"职称改革{group}" for group in _GROUP),
        },
        key=len,
        reverse=True,
    )
)


def office(text: str) -> str:
    """``text`` with the place it begins with and the office it ends with as these are spelt, where only one spelling
    can have been meant; otherwise ``text``."""
    return _between(_in_province(_ended(_placed(text))))


def _between(text: str) -> str:
    """``text`` without a stray character between the place and its office, and with the 市 or 县 that was lost there:
    丽江市八人民政府, 玉溪教育局."""
    place = next((name for name in _places() if len(name) >= 3 and text.startswith(name)), "")
    rest = text[len(place) :]
    if place:
        return place + rest[1:] if rest[:1] in _STRAYS and rest[1:].startswith(_AFTER_PLACE) else text
    lost = [
        name for name in _places() if len(name) == 3 and text.startswith(name[:2]) and text[2:].startswith(_AFTER_PLACE)
    ]
    return lost[0] + text[2:] if len(lost) == 1 else text


@cache
def _places() -> tuple[str, ...]:
    """Names of prefectures and counties, those of autonomous ones in full and in short (玉龙县), the longest first."""
    places = [region for region in regions().values() if region.kind != "province"]
    short = (name for region in places if "自治" in region.name for name in region.names if name[-1] in "州县")
    return tuple(sorted({*short, *(region.name for region in places)}, key=lambda name: (-len(name), name)))


def _placed(text: str) -> str:
    """The place at the beginning with its own first character, without a stray one before it, or with the one or two
    of its characters mended that were misread; 云南 without 省 before an office is given it."""
    if not text or text.startswith((*_places(), *_PROVINCES)):
        return text
    if text.startswith(("云南人民政府", "云南人力资源")):
        return "云南省" + text[2:]
    if (text[0] in _STRAYS or not is_han(text[0])) and text[1:].startswith((*_places(), *_PROVINCES)):
        return text[1:]
    lost = [name for name in _places() if len(name) >= 3 and text.startswith(name[1:])]
    if lost:
        return lost[0][0] + text if len([name for name in lost if len(name) == len(lost[0])]) == 1 else text
    near = {name: cut for name in _places() if (cut := _read_as(text, name))}
    return next(name + text[cut:] for name, cut in near.items()) if len(near) == 1 and not _is_elsewhere(text) else text


def _in_province(text: str) -> str:
    """``text`` with the province before an office's own name as it is spelt: 辽于省人力资源和社会保障厅."""
    meant = [name for name in _PROVINCES if _read_as(text, name)]
    return meant[0] + text[3:] if len(meant) == 1 and not text.startswith(_PROVINCES) else text


def _is_elsewhere(text: str) -> bool:
    """Whether ``text`` begins with a place elsewhere that jieba's dictionary knows: 天水市 is no misread 泸水市."""
    import jieba.posseg  # on first use only: loading its dictionary takes a second

    first = next(iter(jieba.posseg.cut(text[:4])))
    known = any(name.startswith(first.word[:2]) for name in _places())
    named = first.flag == "ns" or (first.word[-1] in _KINDS and first.word in jieba.dt.FREQ)
    return len(first.word) >= 2 and named and not known


def _read_as(text: str, name: str) -> int:
    """How much of the beginning of ``text`` may be a misreading of ``name``; 0 for none."""
    if len(name) == 3:
        wrong = sum(a != b for a, b in zip(text[:3], name, strict=False))
        if text[2:3] != name[2] and text[2:3] in _KINDS:
            return 0  # 楚雄州 is no misread 楚雄市
        return 3 if wrong == 1 and text[3:].startswith(_STEMS) else 0
    if len(name) < 5 or text[:1] != name[0]:
        return 0
    most = 1 if len(name) < 6 else 2
    cuts = ((Levenshtein.distance(text[:cut], name), not text[cut:].startswith(_STEMS), cut) for cut in _around(name))
    distance, _, cut = min(cuts)
    return cut if distance <= most else 0


def _around(name: str) -> tuple[int, int]:
    return len(name) - 1, len(name)


def _ended(text: str) -> str:
    """``text`` with its last words as the office spells them, where they differ from one known spelling alone by a
    character in four to eight, or by up to three in nine and more; otherwise ``text``."""
    spelt = max((known for known in _OFFICES if text.endswith(known)), key=len, default="")
    longer = [known for known in _OFFICES if len(known) > len(spelt) and known.endswith(spelt)]
    near = [
        (distance, cut != len(known), -len(known), known, cut)
        for known in longer
        for distance, cut in _fits(text, known)
    ]
    if not near:
        return text
    distance, *_, known, cut = min(near)
    return text if spelt and distance > 1 else text[:-cut] + known


_LOST = 1  # characters beside each other that a seal hid; 市场管理办公室 is no 市场监督管理办公室


def _fits(text: str, known: str) -> list[tuple[int, int]]:
    """(distance, length of the tail of ``text``) of every tail that may be a misreading of ``known``."""
    most = 1 if len(known) < 9 else 3
    fits = []
    for cut in range(max(4, len(known) - most), len(known) + 1):
        tail = text[-cut:]
        if len(text) - cut < 2 or tail[-1] != known[-1]:
            continue
        distance = Levenshtein.distance(tail, known, score_cutoff=most)
        if distance <= most and _lost_together(tail, known) <= _LOST and (len(known) >= 9 or cut == len(known)):
            fits.append((distance, cut))
    return fits


def _lost_together(tail: str, known: str) -> int:
    """How many characters of ``known`` are missing beside each other in ``tail``, where most are."""
    lost = Counter(edit.src_pos for edit in Levenshtein.editops(tail, known) if edit.tag == "insert")
    return max(lost.values(), default=0)

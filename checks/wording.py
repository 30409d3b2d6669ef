"""Titles, names of journals, ranks and grades brought into a form in which two printings can be compared."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz import fuzz

NOISE = re.compile(r"[^\w]|_")
GRADE = re.compile(
    r"特等奖|(?:第?[一二三四1-4]|壹|贰|叁)等奖|[金银铜]奖|优秀奖|优胜奖|优等奖|鼓励奖|入围奖|第[一二三四五六]名|[特一二三]等(?!奖)"
)
LEVELS = {
    "国家级": "national",
    "省部级": "provincial",
    "省级": "provincial",
    "厅局级": "municipal",
    "州市级": "municipal",
    "市级": "municipal",
    "州级": "municipal",
    "地厅级": "municipal",
    "县级": "county",
    "校级": "employer",
    "院级": "employer",
    "单位级": "employer",
}
NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"壹": 1, "贰": 2, "叁": 3, "首": 1}
RANK = re.compile(r"(\d{1,2}|十[一二三四五六七八九]|[一二三四五六七八九十首])")
FIRST = re.compile(r"独著|独立|唯一|主持|负责人|主编|第一作者|通讯兼第一|一作")
SHARED = re.compile(r"通讯|通信|共同|并列|共一|同等贡献")


def plain_title(text: str) -> str:
    """Letters, digits and characters only, in capitals, 科学技术 and 科技 taken for one."""
    bare = NOISE.sub("", unicodedata.normalize("NFKC", text)).upper()
    return bare.replace("科学技术", "科技")


def likeness(first: str, second: str) -> float:
    """How alike two titles are, 0 to 100, over their plain forms."""
    a, b = plain_title(first), plain_title(second)
    return float(fuzz.ratio(a, b)) if a and b else 0.0


def contained(part: str, whole: str, *, at_least: int = 6) -> float:
    """How well ``part`` stands inside ``whole``, 0 to 100; 0 when it is shorter than ``at_least`` characters."""
    a, b = plain_title(part), plain_title(whole)
    if len(a) < at_least or len(b) < len(a):
        return 0.0
    alignment = fuzz.partial_ratio_alignment(a, b)
    if alignment is None:
        return 0.0
    start = min(
        alignment.dest_start, len(b) - len(a)
    )  # a stretch as long as the part: its mere beginning is not the part
    return float(fuzz.ratio(a, b[start : start + len(a)]))


def same_journal(first: str, second: str) -> bool:
    """Whether two printings name one journal: an edition or a publisher's name may be left out."""
    a, b = (re.sub(r"[(（].*?[)）]", "", name) for name in (first, second))
    plain_a, plain_b = plain_title(a), plain_title(b)
    if not plain_a or not plain_b:
        return True
    shorter, longer = sorted((plain_a, plain_b), key=len)
    if len(shorter) >= 4 and shorter in longer:
        return longer.removeprefix(shorter)[:1] not in ("学", "与", "科") or longer == shorter
    if len(shorter) == 3 and longer.endswith(shorter):
        return True  # a name whose beginning was not read
    return float(fuzz.ratio(plain_a, plain_b)) >= 85


def grade(text: str) -> str:
    """The first grade of an award in ``text``, such as 一等奖; "" when there is none."""
    match = GRADE.search(unicodedata.normalize("NFKC", text))
    if match is None:
        return ""
    word = match[0].removeprefix("第") if match[0].endswith(("奖", "等")) else match[0]
    for digit, numeral in zip("1234壹贰叁", "一二三四一二三", strict=True):
        word = word.replace(digit, numeral)
    return f"{word}奖" if word.endswith("等") else word


def level(text: str) -> str:
    """The level of an award or project that ``text`` names outright, in the contract's words; "" when none."""
    return next((meaning for word, meaning in LEVELS.items() if word in text), "")


def rank(text: str) -> int | None:
    """The place among authors or winners that ``text`` gives, as "第二", "2/5", "独著" do; None when it gives none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if SHARED.search(plain):
        return None
    match = RANK.search(plain)
    if match is not None:
        return int(match[1]) if match[1].isdecimal() else sum(NUMERALS[c] for c in match[1])
    return 1 if FIRST.search(plain) else None


def years(text: str) -> set[int]:
    """The years between 1950 and 2099 that ``text`` prints."""
    return {int(y) for y in re.findall(r"(?<!\d)(?:19[5-9]|20\d)\d(?!\d)", unicodedata.normalize("NFKC", text))}

"""Reading a notice's plain text into its clauses: numbering, documents cited, dates, deadlines.

Text comes line by line as a PDF gives it, wrapped anywhere and with blank lines anywhere: only numbering and a few
opening words tell where a clause begins.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

import msgspec

from corpus.policy.numbering import numbering, reference

TAIL = re.compile(r"^(其他|其它|未尽事宜|本通知(未|自)|此前|以往|以前)")
ANNEX = re.compile(r"^附\s*件?\s*[:：\d]")
PAGE_NUMBER = re.compile(r"^[-—–－\s]*\d{1,3}[-—–－\s]*$")
MARKUP = re.compile(r"^\s*(?:#{1,6}|>|[*+-])\s+|\*\*|__|^\s*-{3,}\s*$")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
NUMBER = r"[\u4e00-\u9fff]{2,12}〔(?:19|20)\d{2}〕\d{1,4}号"
ORDER = (
    r"(?<=[（《〈，。；、])[\u4e00-\u9fff]{2,16}?令(?:\(?\d{4}\)?年)?第\s?\d{1,3}\s?号|国务院令第\s?\d{1,3}\s?号|"
    r"(?:人力资源和?社会保障|[\u4e00-\u9fff]{2})?部令第\s?\d{1,3}\s?号|第\s?\d{1,3}\s?号令"
)
CITED = re.compile(f"{NUMBER}|{ORDER}")
DAY = re.compile(r"(?:(\d{4})年(?:度)?)?(\d{1,2})月(\d{1,2})日")
DUE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:之?前|以前|截止|止)")
WORKING_DAYS = re.compile(r"(\d{1,3})\s?个?工作日")
ISSUED = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日$")
IN_WORDS = "一二三四五六七八九十"
ISSUED_IN_WORDS = re.compile(rf"^([〇○零OＯ{IN_WORDS}]{{4}})年([{IN_WORDS}]{{1,3}})月([{IN_WORDS}]{{1,3}})日$")
MADE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日(?:(?!\d{4}年|。).){0,80}?(?:通过|修正|修订|公布|发布|施行|印发)")
NAMED = "通知|意见|办法|规定|细则|方案|条例|解释|决定|公告|通告|计划|标准|批复"
TITLE_END = re.compile(rf"(?:{NAMED}|法)》?$")
CALLED = re.compile(r"^(?:贯彻|落实|按照|依照|根据|依据|遵照|执行|按|和|据|照|与)+")
BODY = re.compile(r"[\u4e00-\u9fff]{2,40}(?:厅|局|部|委员会|办公室|政府|院|省委|市委|州委|大会|会)")
DIGITS = "〇一二三四五六七八九"
HEADING = 40  # characters: a longer first sentence is text, not a heading


class Deadline(msgspec.Struct, frozen=True, kw_only=True):
    """A day by which something is due, as ISO (``--07-31`` where no year is printed), with its sentence."""

    day: str
    sentence: str


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """One clause as found. ``ref`` is its path: 一（一）, 第五条, head, tail. ``level`` is its depth from 1."""

    ref: str
    level: int
    heading: str
    text: str
    cited: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    working_days: tuple[int, ...] = ()


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    """A notice as found: title, issuing body, date, document number ("" where not printed) and clauses in order.

    ``left_out``: lines after the signature (annexes, copies to), which became no clause.
    """

    title: str
    issuer: str
    dated: str
    number: str
    passages: tuple[Passage, ...]
    left_out: int = 0


def parse(text: str) -> Notice:
    """The notice in ``text``. Raises ValueError when it has neither numbered clauses nor a notice's title or number."""
    lines = [
        line for raw in COMMENT.sub("", text).splitlines() if (line := _clean(raw)) and not PAGE_NUMBER.match(line)
    ]
    start = next((i for i, line in enumerate(lines) if (n := numbering(line)) and n.depth <= 3), len(lines))
    title, number, rest = _opening(lines[:start])
    if start == len(lines) and not (number or (re.search(f"(?:{NAMED})$", title) and rest)):
        raise ValueError("no numbered clause (一、, （一）, 第一条) was found in the text")
    before, _ = _closing(rest)
    body, closing = _closing(lines[start:])
    passages = [*(_unnumbered(before) if not body else _head(before)), *_split(body)]
    return Notice(
        title=title,
        issuer=_signed(closing or rest) or title.partition("关于")[0] * ("关于" in title),
        dated=_dated(closing) or _dated(rest) or _made(rest),
        number=number,
        passages=_told_apart(passages),
        left_out=max(len(closing) - 1, 0),
    )


def _clean(line: str) -> str:
    """Spaces go where they stand beside Chinese; markup goes; brackets and full-width digits become one form."""
    line = unicodedata.normalize("NFKC", line.replace("〔", "\ue000").replace("〕", "\ue001"))
    line = MARKUP.sub("", line)
    line = line.replace("\ue000", "〔").replace("\ue001", "〕").replace(",", "，").replace(":", "：").replace(";", "；")
    line = line.replace("(", "（").replace(")", "）").replace("[", "〔").replace("]", "〕")
    return re.sub(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", line.strip())


def _opening(lines: list[str]) -> tuple[str, str, list[str]]:
    """Title, document number and the lines between title and first clause."""
    numbered = next((i for i, line in enumerate(lines) if re.fullmatch(NUMBER, line)), None)
    number = lines[numbered] if numbered is not None else ""
    end = next((i for i, line in enumerate(lines) if TITLE_END.search(line)), 0)
    start = numbered + 1 if numbered is not None and numbered < end else 0  # a letterhead stands above the number
    return "".join(lines[start : end + 1]), number, [line for line in lines[end + 1 :] if line != number]


def _closing(lines: list[str]) -> tuple[list[str], list[str]]:
    """The clauses' lines, and what follows them: annex list, signature, date, print line."""
    for i, line in enumerate(lines):
        if ANNEX.match(line) or ISSUED.match(line) or ISSUED_IN_WORDS.match(line):
            signed = i - (i > 0 and not ANNEX.match(line) and BODY.fullmatch(lines[i - 1]) is not None)
            return lines[:signed], lines[signed:]
    return lines, []


def _signed(lines: list[str]) -> str:
    return next((line for line in lines if BODY.fullmatch(line)), "")


def _dated(lines: list[str]) -> str:
    """The day of a line that is nothing but a day, in digits or in words."""
    for line in lines:
        if m := ISSUED.match(line):
            return _iso(m)
        if m := ISSUED_IN_WORDS.match(line):
            year = "".join(str(("〇○零OＯ".find(c) >= 0 and "0") or DIGITS.find(c)) for c in m.group(1))
            return f"{year}-{_small(m.group(2)):02d}-{_small(m.group(3)):02d}"
    return ""


def _small(words: str) -> int:
    """十二, 三十一 and the like as a number."""
    tens, ten, ones = words.rpartition("十")
    return (DIGITS.find(tens) if tens else 1) * 10 * bool(ten) + (DIGITS.find(ones) if ones else 0)


def _made(lines: list[str]) -> str:
    """The latest day on which a law was passed, amended or published, as its head says."""
    return max((_iso(m) for m in MADE.finditer("".join(lines))), default="")


def _head(lines: list[str]) -> list[Passage]:
    return [_passage("head", 1, "".join(lines))] if lines else []


def _unnumbered(lines: list[str]) -> Iterator[Passage]:
    """A text without numbering, a clause for each paragraph; one ends where a line ends with its sentence."""
    kept: list[str] = []
    count = 0
    for line in lines:
        kept.append(line)
        if line.endswith(("。", "；", "！")):
            count += 1
            yield _passage(f"第{count}段", 1, "".join(kept))
            kept = []
    if kept:
        yield _passage(f"第{count + 1}段", 1, "".join(kept))


def _split(lines: list[str]) -> Iterator[Passage]:
    """Passages in order; each line that opens with numbering, or with a tail's words, begins one."""
    path: dict[int, str] = {}
    current: tuple[str, int, list[str]] | None = None
    for line in lines:
        found = numbering(line)
        if found is None and current is not None and not (TAIL.match(line) and _ended(current[2])):
            current[2].append(line)
            continue
        if current is not None:
            yield _passage(current[0], current[1], "".join(current[2]))
        if found is None:
            current = ("tail", 1, [line])
            continue
        path = {k: v for k, v in path.items() if k < found.depth} | {found.depth: found.mark}
        current = (reference(path), len(path), [line])
    if current is not None:
        yield _passage(current[0], current[1], "".join(current[2]))


def _ended(lines: list[str]) -> bool:
    return lines[-1].endswith(("。", "：", "；", "！"))


def _told_apart(passages: list[Passage]) -> tuple[Passage, ...]:
    """The passages with references that stand once: the second 一 of a text becomes 一〔2〕."""
    seen: Counter[str] = Counter()
    told = []
    for passage in passages:
        seen[passage.ref] += 1
        again = f"〔{seen[passage.ref]}〕" if seen[passage.ref] > 1 else ""
        told.append(msgspec.structs.replace(passage, ref=passage.ref + again))
    return tuple(told)


def _passage(ref: str, level: int, text: str) -> Passage:
    found = numbering(text)
    inner = text[found.length :] if found else text
    first, stop, _ = inner.partition("。")
    heading = first if ref not in ("head", "tail") and len(first) <= HEADING else ""
    if found and found.mark.endswith("条"):
        text = f"{text[: found.length]}　{inner}"
    return Passage(
        ref=ref,
        level=level,
        heading=heading if stop or len(inner) <= HEADING else "",
        text=text,
        cited=tuple(dict.fromkeys(CALLED.sub("", m.group()) for m in CITED.finditer(text))),
        dates=tuple(dict.fromkeys(_iso(m) for m in DAY.finditer(text))),
        deadlines=tuple(_deadlines(text)),
        working_days=tuple(int(n) for n in WORKING_DAYS.findall(text)),
    )


def _deadlines(text: str) -> Iterator[Deadline]:
    for m in DUE.finditer(text):
        start = max(text.rfind(stop, 0, m.start()) for stop in "。；") + 1
        end = min(i for stop in "。；" if (i := text.find(stop, m.end())) >= 0 or (i := len(text)))
        yield Deadline(day=_iso(m), sentence=text[start:end])


def _iso(m: re.Match[str]) -> str:
    year, month, day = m.groups()
    return f"{year or '-'}-{int(month):02d}-{int(day):02d}"

"""Reading a notice's plain text into its clauses: numbering, documents cited, dates, deadlines.

Text comes line by line as a PDF gives it, wrapped anywhere and with blank lines anywhere: only numbering and a few
opening words tell where a clause begins.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import msgspec

NUMERAL = "[一二三四五六七八九十]{1,3}"
CHAPTER = re.compile(rf"^({NUMERAL})、")
SECTION = re.compile(rf"^[（(]({NUMERAL})[）)]")
ARTICLE = re.compile(r"^第([一二三四五六七八九十百零]{1,5})条")
ITEM = re.compile(r"^(\d{1,2})[.．、](?!\d)")
SUBITEM = re.compile(r"^[（(](\d{1,2})[）)]")
TAIL = re.compile(r"^(其他|其它|未尽事宜|本通知(未|自)|此前|以往|以前)")
ANNEX = re.compile(r"^附\s*件?\s*[:：\d]")
PAGE_NUMBER = re.compile(r"^[-—–－\s]*\d{1,3}[-—–－\s]*$")
CITED = re.compile(r"[\u4e00-\u9fff]{2,12}〔(?:19|20)\d{2}〕\d{1,4}号|第\s?\d{1,3}\s?号令?|部令第\s?\d{1,3}\s?号")
DAY = re.compile(r"(?:(\d{4})年(?:度)?)?(\d{1,2})月(\d{1,2})日")
DUE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:之?前|以前|截止|止)")
WORKING_DAYS = re.compile(r"(\d{1,3})\s?个?工作日")
ISSUED = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日$")
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
    """A notice as found: title, issuing body, date, document number ("" where not printed) and clauses in order."""

    title: str
    issuer: str
    dated: str
    number: str
    passages: tuple[Passage, ...]


def parse(text: str) -> Notice:
    """The notice in ``text``. Raises ValueError when nothing in it looks like a numbered clause."""
    lines = [line for raw in text.splitlines() if (line := _clean(raw)) and not PAGE_NUMBER.match(line)]
    start = next((i for i, line in enumerate(lines) if CHAPTER.match(line) or ARTICLE.match(line)), None)
    if start is None:
        raise ValueError("no numbered clause (一、, （一）, 第一条) was found in the text")
    title, number, rest = _opening(lines[:start])
    body, closing = _closing(lines[start:])
    dated = next((_iso(m) for line in closing if (m := ISSUED.match(line))), "")
    issuer = next((line for line in closing if re.fullmatch(r"[\u4e00-\u9fff]{4,40}", line)), "")
    passages = [_passage("head", 1, rest)] if rest else []
    return Notice(
        title=title, issuer=issuer or _issuer(title), dated=dated, number=number, passages=(*passages, *_split(body))
    )


def _clean(line: str) -> str:
    """Spaces go where they stand beside Chinese; brackets and full-width digits become one form."""
    line = unicodedata.normalize("NFKC", line.replace("〔", "\ue000").replace("〕", "\ue001"))
    line = line.replace("\ue000", "〔").replace("\ue001", "〕").replace(",", "，").replace(":", "：").replace(";", "；")
    line = line.replace("(", "（").replace(")", "）").replace("[", "〔").replace("]", "〕")
    return re.sub(r"(?<![A-Za-z])\s+|\s+(?![A-Za-z])", "", line.strip())


def _opening(lines: list[str]) -> tuple[str, str, str]:
    """Title, document number and the text before the first clause."""
    number = next((m.group() for line in lines if (m := re.fullmatch(CITED, line))), "")
    lines = [line for line in lines if line != number]
    end = next(
        (i for i, line in enumerate(lines) if line.endswith(("通知", "意见", "办法", "规定", "细则", "方案"))), 0
    )
    title = "".join(lines[: end + 1])
    return title, number, "".join(lines[end + 1 :])


def _closing(lines: list[str]) -> tuple[list[str], list[str]]:
    """The clauses' lines, and what follows them: annex list, signature, date, print line."""
    for i, line in enumerate(lines):
        if ANNEX.match(line) or ISSUED.match(line):
            return lines[:i], lines[i:]
    return lines, []


def _split(lines: list[str]) -> Iterator[Passage]:
    """Passages in order; each line that opens with numbering, or with a tail's words, begins one."""
    path: dict[int, str] = {}
    current: tuple[str, int, list[str]] | None = None
    for line in lines:
        found = _numbering(line)
        if found is None and current is not None and not (TAIL.match(line) and _ended(current[2])):
            current[2].append(line)
            continue
        if current is not None:
            yield _passage(current[0], current[1], "".join(current[2]))
        if found is None:
            current = ("tail", 1, [line])
            continue
        level, mark = found
        path = {k: v for k, v in path.items() if k < level} | {level: mark}
        current = ("".join(path[k] for k in sorted(path)), level, [line])
    if current is not None:
        yield _passage(current[0], current[1], "".join(current[2]))


def _numbering(line: str) -> tuple[int, str] | None:
    """The depth and mark of a line's numbering. A chapter is written 一, its sections 一（一）."""
    if m := ARTICLE.match(line):
        return 1, m.group()
    if m := CHAPTER.match(line):
        return 1, m.group(1)
    if m := SECTION.match(line):
        return 2, f"（{m.group(1)}）"
    if m := ITEM.match(line):
        return 3, f"{m.group(1)}."
    if m := SUBITEM.match(line):
        return 4, f"（{m.group(1)}）"
    return None


def _ended(lines: list[str]) -> bool:
    return lines[-1].endswith(("。", "：", "；", "！"))


def _passage(ref: str, level: int, text: str) -> Passage:
    first, stop, _ = text.partition("。")
    heading = first if ref not in ("head", "tail") and len(first) <= HEADING else ""
    heading = re.sub(rf"^({NUMERAL}、|（{NUMERAL}）|第.{{1,5}}条|\d+[.．、]|（\d+）)\s*", "", heading)
    dates = dict.fromkeys(_iso(m) for m in DAY.finditer(text))
    return Passage(
        ref=ref,
        level=level,
        heading=heading if stop or len(text) <= HEADING else "",
        text=text,
        cited=tuple(dict.fromkeys(m.group().lstrip("和据照按与") for m in CITED.finditer(text))),
        dates=tuple(dates),
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


def _issuer(title: str) -> str:
    return title.partition("关于")[0]


def draft(notice: Notice, id: str) -> str:
    """A pack in YAML with every clause of the notice, each still to be decided: a gap that judges nothing."""
    dated = notice.dated if re.fullmatch(r"\d{4}-\d\d-\d\d", notice.dated) else ""
    year = dated[:4] or "2000"
    lines = [
        "# Draft made by `mingcha policy read`. Every entry below is to be decided: give it its kind, mark and scope.",
        f"id: {id}",
        f"title: {_quoted(notice.title or id)}",
        f"issuer: {_quoted(notice.issuer)}",
        *([f"number: {_quoted(notice.number)}"] if notice.number else []),
        *([f"dated: {dated}"] if dated else []),
        "tier: province",
        f"since: {year}-01-01",
        "sources:",
        f"  notice: {{title: {_quoted(notice.title or id)}, loaded: true}}",
        "clauses:",
    ]
    for p in notice.passages:
        lines += [f"  - ref: {p.ref}", f"    heading: {_quoted(p.heading)}", f"    text: {_quoted(p.text)}"]
    lines.append("entries:")
    for n, p in enumerate(notice.passages, start=1):
        lines += [*_remarks(p), *_undecided(p, n)]
    return "\n".join(lines) + "\n"


def _remarks(passage: Passage) -> Iterator[str]:
    if passage.cited:
        yield f"  # cites: {'; '.join(passage.cited)}"
    if passage.dates:
        yield f"  # dates: {', '.join(passage.dates)}"
    for deadline in passage.deadlines:
        yield f"  # deadline {deadline.day}: {deadline.sentence}"
    if passage.working_days:
        yield f"  # working days: {', '.join(str(n) for n in passage.working_days)}"


def _undecided(passage: Passage, n: int) -> list[str]:
    return [
        f"  - id: clause-{n:02d}",
        f"    clause: {passage.ref}",
        "    kind: directive",
        f"    title: {_quoted(passage.heading or passage.ref)}",
        "    source: notice",
        "    mark: C",
        "    does: 待定",
        "    reason: 待定（尚未判断该条款由申报材料体现的内容）",
    ]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

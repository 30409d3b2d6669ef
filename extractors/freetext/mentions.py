"""People, organisations, posts and degrees named in a text: chunks between verbs and stops, read from their ends.

In a chunk such as 昆明市农业局种植科副科长 the organisation ends with the last word that ends organisations, and what
follows up to a word for a post is the post (departments belong to the post, as printed resumes have them).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from extractors.freetext import lexicon
from extractors.freetext.segmenter import parsed
from extractors.works.surnames import HAN_NAME, begins_like_a_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Label = Literal["person", "org", "title", "edu"]


class Mention(NamedTuple):
    """``text[start:end]`` names something of this kind."""

    start: int
    end: int
    label: Label


_STOP = regex.compile(r"[，。；、：！？,;:!?\s“”\"《》〈〉\-—~～]|^[（(]$|^[）)]$")
_DATE = regex.compile(r"^[\d０-９.]+$|^[\d０-９.〇○零一二三四五六七八九十]*(?:年|月|日|年底|年初|月底|月初|日起)$")
_OFFICE = regex.compile(
    r"历任|现任|曾任|担任|兼任|先后任|改任|升任|就任|调任|出任|时任|留任|转任|续任|现为|曾为|聘为|当选为?|评为|选为"
    r"|受聘|聘任|加入|进入|调入|"
    r"就职于|供职于|任职于|毕业于|就读于|(?<=[今月年起，,、日后并兼先自曾现]|^)任(?!职|期|教|命|免|何|务|教师)|获得"
    r"|取得|创办"
)
_PRIZE = regex.compile(r"(?:荣获|曾获|授予|被评为|评为|入选|获(?!得.{0,6}(?:学位|学历|硕士|博士|学士)))[^，。；]*")
_OPENING = regex.compile(
    rf"(?:^|(?<=[\n。；;]))\s*(?P<n>{HAN_NAME}|[A-Z][A-Za-z.·\- ]{{2,40}}|\p{{Han}}{{2,3}})"
    r"(?=先生|女士|小姐|同志|老师|教授|博士|[：:，,（(]|\s)"
)
_CALLED = regex.compile(rf"(?P<n>{HAN_NAME})(?=先生|女士|同志|老师|医生)")
_NOT_NAMES = regex.compile(
    r"^(?:现任|历任|曾任|同时|其中|此外|另外|目前|毕业|先后|本人|公司|男|女|汉族|中国|担任|兼任|任职|工作|获得|曾|现"
    r"|高级|本科|硕士|博士|大学|方面|任期|经历)"
)


def mentions(text: str) -> list[Mention]:
    """All mentions, left to right, none overlapping."""
    found: list[Mention] = [*_people(text), *_degrees(text)]
    held = {i for m in found for i in range(m.start, m.end)}
    held |= {i for match in _PRIZE.finditer(text) for i in range(*match.span())}
    verbs = [m.span() for m in _OFFICE.finditer(text)]
    bounds = [0, *(at for span in verbs for at in span), len(text)]
    for start, end in zip(bounds[::2], bounds[1::2], strict=True):
        for chunk in _chunks(parsed(text[start:end]), start, held):
            found.extend(Mention(m.start + start, m.end + start, m.label) for m in _read(chunk))
    return _apart(found)


def _people(text: str) -> Iterator[Mention]:
    for pattern in (_OPENING, _CALLED):
        for match in pattern.finditer(text):
            name = match["n"]
            if not _NOT_NAMES.match(name) and (begins_like_a_name(name) or "·" in name or not name[0] >= "一"):
                yield Mention(*match.span("n"), "person")


def _degrees(text: str) -> Iterator[Mention]:
    for match in lexicon.EDUCATION.finditer(text):
        following = text[match.end() : match.end() + 2]
        if not regex.match(r"生?导师|生导|后|点|学校|学院|教育|论坛|课程|院|部|处", following):
            yield Mention(match.start(), match.end(), "edu")


def _chunks(doc: Doc, offset: int, held: Collection[int]) -> Iterator[list[Token]]:
    """Runs of tokens between stops, verbs and dates; short brackets and 和 inside a name stay in it."""
    chunk: list[Token] = []
    tokens = list(doc)
    i = 0
    while i < len(tokens):
        token = tokens[i]
        inner = _bracketed(tokens, i) if token.text in "（(" and chunk else 0
        if inner:
            chunk += tokens[i : i + inner]
            i += inner
            continue
        joins = token.text in ("和", "与", "及") and chunk and not _complete(chunk)
        stops = _STOP.search(token.text) or token.text in lexicon.BREAKS or _DATE.match(token.text)
        if not joins and (stops or token.text in ("和", "与") or token.idx + offset in held):
            if chunk:
                yield chunk
            chunk = []
        else:
            chunk.append(token)
        i += 1
    if chunk:
        yield chunk


def _complete(chunk: Sequence[Token]) -> bool:
    """Whether the words so far already name an organisation or a post, so that 和 begins something new."""
    text = "".join(t.text for t in chunk)
    return bool(lexicon.STRONG_END.search(text) or lexicon.POST_HEAD.search(text))


def _bracketed(tokens: Sequence[Token], at: int) -> int:
    """How many tokens a short bracket inside an organisation's name takes: （集团）; 0 when it is a remark."""
    for length in range(2, 6):
        if at + length >= len(tokens):
            return 0
        if tokens[at + length - 1].text in "）)":
            inside = "".join(t.text for t in tokens[at + 1 : at + length - 1])
            after = tokens[at + length].text
            ok = len(inside) <= 8 and regex.fullmatch(r"[\p{Han}A-Za-z]+", inside) and regex.match(r"[\p{Han}]", after)
            return length if ok and after not in lexicon.BREAKS else 0
    return 0


def _read(chunk: Sequence[Token]) -> Iterator[Mention]:
    """The organisation and the post of one chunk."""
    start = chunk[0].idx
    text = "".join(t.text for t in chunk)
    ends = [0]
    for token in chunk:
        ends.append(ends[-1] + len(token.text))
    post_end = max((e for e in ends[1:] if _head_at(text, e)), default=0)
    limit = post_end - len(_head(text[:post_end])) if post_end else len(text)
    split = _organisation_end(chunk, text, ends, limit)
    begin = _without_lead(text[: split or post_end])
    if split and split - begin >= 2:
        yield Mention(start + begin, start + split, "org")
        begin = split
    if post_end and post_end - begin >= 2:
        yield Mention(start + begin, start + post_end, "title")


def _head(text: str) -> str:
    match = lexicon.POST_HEAD.search(text) or lexicon.GENERIC_HEAD.search(text)
    return match.group() if match else ""


def _head_at(text: str, end: int) -> bool:
    """Whether a word for a post ends at ``end`` and is not the beginning of a longer word."""
    if not _head(text[:end]) or lexicon.NOT_HEADS.search(text[:end]):
        return False
    return not regex.match(
        r"办公室|会|办|级|制|们|室|部|局|处|科|系|学|专业|本科|津贴|库|组|委员会|评审|职称|资格|证|助理|学院|学校"
        r"|联合|协会|事务所|大学",
        text[end : end + 4],
    ) or bool(regex.match(r"职称|资格|证", text[end : end + 2]))


_LEAD = regex.compile(r"^(?:的|之|了|曾|现|原|兼|任|共|一名|一位|中的|下属|所属|起|和|与|及)+")


def _without_lead(text: str) -> int:
    match = _LEAD.match(text)
    return match.end() if match and match.end() < len(text) else 0


def _organisation_end(chunk: Sequence[Token], text: str, ends: Sequence[int], limit: int) -> int:
    """Where the organisation at the beginning of the chunk ends; 0 when there is none.

    After a firm or a school only branches, institutes and colleges belong to its name; departments belong to the post.
    """
    end = 0
    for at in (e for e in ends[1:] if e <= limit):
        pattern = lexicon.INNER_END if end else lexicon.STRONG_END
        if pattern.search(text[end:at]) and not (
            end and regex.search(r"(?:审计|战略|薪酬|提名|技术|党|纪律检查)\p{Han}{0,3}委员会$", text[:at])
        ):
            end = at
    if end:
        return end if not _bare_office(text, end, limit) else 0
    for at in (e for e in reversed(ends[1:]) if 2 < e <= limit):
        if lexicon.BRAND_END.search(text[:at]) or (lexicon.WEAK_END.search(text[:at]) and _named(chunk, at)):
            return at
    return _abbreviated(chunk, ends, limit)


def _bare_office(text: str, end: int, limit: int) -> bool:
    """研究所所长, 财务部部长: the office has no name of its own, so it belongs to the post."""
    return limit < len(text) and end <= 4 and text[end - 1] == "所" and text[end : end + 1] == "所"


_PROPER = ("nt", "nz", "ns", "nrt", "nrfg", "eng", "nr")


def _named(chunk: Sequence[Token], end: int) -> bool:
    """Whether the words up to ``end`` hold something like a proper name, not only a field of work."""
    first = chunk[0]
    inside = [t for t in chunk if t.idx - first.idx < end]
    return any(t.tag_ in _PROPER or t.tag_ in ("x", "vn", "j", "a", "ng") for t in inside) and len(inside) >= 2


def _abbreviated(chunk: Sequence[Token], ends: Sequence[int], limit: int) -> int:
    """A firm called by a short name before a post: 山东华为副总经理."""
    if (
        not 0 < limit < ends[-1]
        or chunk[0].tag_ not in _PROPER
        or chunk[0].tag_ == "nr"
        or chunk[0].text in lexicon.MODIFIERS
    ):
        return 0
    last = 0
    while ends[last + 1] < limit and chunk[last + 1].tag_ in _PROPER and chunk[last + 1].text not in lexicon.MODIFIERS:
        last += 1
    return ends[last + 1] if ends[last + 1] <= limit and ends[last + 1] > 2 else 0


def _apart(found: Sequence[Mention]) -> list[Mention]:
    """Overlaps go to the longer mention, people and degrees first."""
    order = {"person": 0, "edu": 1, "org": 2, "title": 3}
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (order[m.label] > 1, m.start - m.end, m.start)):
        if not any(mention.start < other.end and other.start < mention.end for other in kept):
            kept.append(mention)
    return sorted(kept)

"""What a summary or a letter claims: awards, projects, papers, patents, ranks and roles by spaCy's matcher over jieba
tokens, people, organisations, posts and degrees by ``mentions``, all with offsets."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

import regex

from extractors.freetext.mentions import mentions
from extractors.freetext.records import ClaimKind, TextClaim
from extractors.freetext.segmenter import Pattern, matcher, parsed
from extractors.grammar import dates
from extractors.grammar.normal import plain
from extractors.works.honours import ordinal

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

_MAX = 200_000  # characters; a longer text is read up to here
_SENTENCE = regex.compile(r"[^。！？!?\n；;]+[。！？!?；;]*")
_NUMERAL = r"^第?(?:\d{1,2}|[一二三四五六七八九十]{1,3})$"


def _like(pattern: str, repeated: str = "") -> dict[str, Any]:
    """One token whose text the pattern finds; ``repeated`` as spaCy writes it."""
    token: dict[str, Any] = {"TEXT": {"REGEX": pattern}}
    return {**token, "OP": repeated} if repeated else token


def _none_of(marks: str, repeated: str) -> dict[str, Any]:
    return {"TEXT": {"NOT_IN": [*marks, "\n"]}, "OP": repeated}


_INSIDE: Pattern = [
    {"TEXT": {"NOT_IN": ["，", "。", "；", "、", "！", ",", ";", "\n", "：", "（", "("]}, "OP": "{1,18}"}
]
_MARKED: Pattern = [
    {"TEXT": {"IN": ["《", "“", "「", '"']}},
    _none_of("》”」", "{1,40}"),
    {"TEXT": {"IN": ["》", "”", "」", '"']}},
]
_GAINED = _like("^(?:荣获|获得|获|曾获|荣立|被授予|授予|被评为|评为|获评|荣膺|立)$")
_PATTERNS: dict[str, list[Pattern]] = {
    "award": [
        [_GAINED, *_INSIDE, _like("(?:奖|称号|等功|嘉奖|先进个人|先进工作者|模范|能手|标兵|骨干|劳模)$")],
        [_like("^(?:国家|省|市|州|县|部|厅|全国|全省|全市|全州|全县|.{2,4}[省市州县])$"), *_INSIDE, _like("等奖$")],
    ],
    "role": [
        [
            _like("^(?:主持|参与|参加|承担|负责|牵头|独立|指导|组织|协助)$"),
            _like("^(?:完成|实施|开展|研究|编写|起草|制定|并|了)$", "*"),
        ],
        [_like("^(?:项目|课题|技术|工程|现场)$"), _like("^(?:负责人|主持人|总监)$")],
    ],
    "rank": [
        [
            _like("^(?:排名|位列|名列|列|排|位次|居)$"),
            _like("^(?:为|是|：|:)$", "?"),
            {"TEXT": "第", "OP": "?"},
            _like(_NUMERAL),
            {"TEXT": {"IN": ["位", "名"]}, "OP": "?"},
        ],
        [
            {"TEXT": "第", "OP": "?"},
            _like(_NUMERAL),
            _like("^(?:主要)?(?:完成|作者|完成人|获奖|发明人|参与|起草人|主持人|通讯)$"),
            _like("^(?:人|者|作者)$", "?"),
        ],
        [_like("^(?:独著|独撰|第一作者|第一|通讯作者|通信作者|独立作者)$"), {"TEXT": "作者", "OP": "?"}],
    ],
    "project": [
        [*_MARKED, _like("^(?:的|等|这一|一)$", "*"), _like("项目|课题|工程|专项|计划")],
        [_like("项目|课题|工程|专项"), {"TEXT": {"IN": ["：", ":", "为", "是"]}, "OP": "?"}, *_MARKED],
        [_like("^(?:主持|参与|承担|参加|负责|完成)$"), *_INSIDE, _like("(?:项目|课题|工程|专项|规划|标准|规程)$")],
    ],
    "paper": [
        [_like("论文|文章|发表|撰写|著作|专著|教材|出版"), _none_of("。；", "{0,6}"), *_MARKED],
        [*_MARKED, _like("^(?:一|等|的|在|于)$", "*"), _like("^(?:论文|文章|一文|文|发表|刊登|专著|著作)$")],
    ],
    "patent": [
        [*_MARKED, _none_of("，。；", "{0,4}"), _like("专利")],
        [_like("专利"), _none_of("，。；", "{0,4}"), *_MARKED],
        [_like("^(?:获|获得|取得|授权|申请)$"), _none_of("，。；", "{0,8}"), _like("专利$")],
    ],
    "software": [[_like("软件|计算机"), _like("^(?:软件|著作|著作权|登记)$", "+")]],
}
_CODES: tuple[tuple[ClaimKind, regex.Pattern[str]], ...] = (
    (
        "patent",
        regex.compile(r"ZL\s?\d[\d ]{7,14}(?:\.[\dXx])?|(?<=(?:专利号|申请号)[：:]?)\s?(?:20)?\d{8,12}\.[\dXx]"),
    ),
    ("software", regex.compile(r"(?:19|20)\d{2}SR\d{4,7}")),
    ("document_number", regex.compile(r"[\p{Han}]{2,10}[〔\[（(【](?:19|20)\d{2}[〕\]）)】]第?\d{1,4}号")),
)
_NAMED = regex.compile(r"[《“「\"]([^》”」\"\n]{2,80})[》”」\"]")
_FRACTION = regex.compile(
    r"[（(](?:排名)?第?(\d{1,2}|[一二三四五六七八九十]{1,2})(?:[/／]\d{1,2}|完成人|作者|名|位)?[）)]"
)


@cache
def _matcher() -> Matcher:
    return matcher(_PATTERNS)


def claims(text: str) -> tuple[TextClaim, ...]:
    """What ``text`` claims, in the order of the text; white space inside Chinese is best drawn together before."""
    found: list[TextClaim] = []
    for number, match in enumerate(_SENTENCE.finditer(text[:_MAX])):
        found.extend(_sentence(match[0], match.start(), number))
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.kind)))


def _sentence(text: str, offset: int, statement: int) -> Iterator[TextClaim]:
    def claim(kind: ClaimKind, value: str, start: int, end: int) -> TextClaim:
        return TextClaim(
            kind=kind, value=value, text=text[start:end], start=offset + start, end=offset + end, statement=statement
        )

    for date in dates.find(text):
        yield claim("year", date.value, date.start, date.end)
    quoted = {i for named in _NAMED.finditer(text) for i in range(*named.span())}
    for mention in mentions(text):
        if mention.start in quoted:
            continue
        yield claim(mention.label, text[mention.start : mention.end], mention.start, mention.end)
    coded: set[int] = set()
    for kind, pattern in _CODES:
        for code in pattern.finditer(text):
            coded.update(range(*code.span()))
            yield claim(kind, "".join(plain(code[0]).split()), *code.span())
    doc = parsed(text)
    for kind, start, end in _matched(doc):
        if not coded & set(range(start, end)):
            yield claim(kind, _value(kind, text[start:end]), start, end)
    ranked = [span for kind, *span in _matched(doc) if kind == "rank"]
    for fraction in _FRACTION.finditer(text):
        if not any(a < fraction.end() and fraction.start() < b for a, b in ranked):
            yield claim("rank", str(ordinal(fraction[1])), *fraction.span(1))


def _matched(doc: Doc) -> list[tuple[ClaimKind, int, int]]:
    """The longest matches of each kind, kinds in the order of the table."""
    spans = _matcher()(doc, as_spans=True)
    return [(kind, s.start_char, s.end_char) for kind in _PATTERNS for s in spans if s.label_ == kind]  # type: ignore[misc]


def _value(kind: ClaimKind, text: str) -> str:
    if kind == "rank":
        if regex.search(r"独[著撰立]|通[讯信]", text):
            return "1" if "独" in text else "corresponding"
        numeral = regex.search(r"\d{1,2}|[一二三四五六七八九十]{1,3}", text)
        return str(ordinal(numeral[0])) if numeral else text
    if kind in ("paper", "project", "patent"):
        named = _NAMED.search(text)
        return named[1] if named else regex.sub(r"^(?:主持|参与|承担|参加|负责|完成|获得?|取得)(?:完成|了)?", "", text)
    if kind == "award":
        return regex.sub(r"^(?:荣获|获得|曾获|获评|获|荣立|被授予|授予|被评为|评为|荣膺|立)", "", text).strip(
            '“”"《》了'
        )
    return text

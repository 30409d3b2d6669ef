"""Numbers of patents and applications as the office prints them (handbook 4.5), never judged here."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import fact
from extractors.grammar import dates, names
from extractors.grammar.labels import Value
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works.matching import first

_DIGITS = r"(?P<digits>(?:19|20)\d\d[12389]\d{7}|\d\d[12389]\d{5})(?:[.·,。:]?(?P<check>[\dXx×]))?(?![\d])"
_PATENT = regex.compile(rf"(?:[Zz2][LlI1|])\.?{_DIGITS}")
_PLAIN = (
    r"(?P<digits>(?:19|20)\d\d[12389]\d{7}(?=[.·,。:]?[\dXx×]|(?!\d))|\d\d[12389]\d{5}(?=[.·][\dXx×]))"
    r"(?:[.·,。:]?(?P<check>[\dXx×]))?(?!\d)"
)
_UNMARKED = regex.compile(rf"(?<![\dA-Z]){_PLAIN}")
_APPLICATION = regex.compile(rf"(?<![\dA-Z])(?:CN)?{_PLAIN}")
_ANNOUNCED = regex.compile(r"(?:C[NH]|GN)(?P<digits>\d{7,9})(?P<kind>[A-Z])(?P<variant>\d(?!\d))?")
_CERTIFICATE = regex.compile(r"证书号(?:码)?:?(?:第|No\.?:?)?(?P<number>\d{3,9})号?", regex.IGNORECASE)

_DAY = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
_SAID = {
    "patent_name": regex.compile(
        r"[“\"《](?P<v>[^”\"》]{2,60})[”\"》](?=(?:的)?(?:发明|实用新型|外观设计)?专利|(?:一项|的)?(?:发明创造|发明|实用新型))"
    ),
    "inventors": regex.compile(r"由(?P<v>[\p{Han}、,·]{2,80}?)(?:等人?)?(?:共同)?(?:发明|设计|研制|完成)的"),
    "patentee": regex.compile(
        rf"(?:^|[。\n]|证明|授予)(?P<v>[\p{{Han}}()]{{4,40}}?)(?:[(](?:以下简称)?专利权人[)])?于(?={_DAY}[^。]{{0,120}}申请)"
    ),
    "application_date": regex.compile(rf"于(?P<v>{_DAY})(?=向(?:本|专利|国家|中国)|[^。,]{{0,12}}申请)"),
    "grant_date": regex.compile(rf"于(?P<v>{_DAY})(?=[^。,]{{0,6}}授权公告|[^。,]{{0,4}}授予专利权)"),
}

KIND_WORDS = {"发明专利": "发明", "实用新型": "实用新型", "外观设计": "外观设计"}
KIND_DIGITS = {"1": "发明", "2": "实用新型", "3": "外观设计", "8": "发明", "9": "实用新型"}


def _dotted(digits: str, check: str) -> str:
    return f"{digits}.{check.upper().replace('×', 'X')}" if check else digits


def patent_number(passage: Passage) -> Value | None:
    """``ZL202530000056.6``: year, kind, serial, check digit; the point is put in where the print left it out.
    A number printed without ZL is given without it."""
    marked = first(_PATENT, passage)
    hit = marked or first(_UNMARKED, passage)
    return hit.value(0, ("ZL" if marked else "") + _dotted(hit["digits"], hit["check"])) if hit else None


def application_number(passage: Passage) -> Value | None:
    """``202311000012.X``, without the CN that some forms print before it."""
    hit = first(_APPLICATION, passage)
    return hit.value(0, _dotted(hit["digits"], hit["check"])) if hit else None


def announcement_number(passage: Passage) -> Value | None:
    """``CN309000001S``, ``CN117000076A``: grant or publication number, without white space."""
    hit = first(_ANNOUNCED, passage)
    return hit.value(0, f"CN{hit['digits']}{hit['kind']}{hit['variant']}") if hit else None


def certificate_number(passage: Passage) -> Value | None:
    """The digits of 证书号第…号."""
    hit = first(_CERTIFICATE, passage)
    return hit.value("number") if hit else None


def in_sentence(passage: Passage) -> Iterator[Fact]:
    """What a certificate in running text says: who applied when for whose invention, and when it was granted."""
    for name, pattern in _SAID.items():
        hit = first(pattern, passage)
        if hit is None:
            continue
        if name == "inventors":
            yield hit.fact(name, "v", names.listed(hit["v"]), trust=0.9)
        else:
            yield hit.fact(name, "v", dates.parse(hit["v"]) if name.endswith("date") else None, trust=0.9)


_FILED_NAMED = regex.compile(r"名称为[“\"《](?P<t>[^”\"》]{2,80})[”\"》]的?(?:发明|实用新型|外观设计)?(?:专利)?申请")
_FILED = regex.compile(r"\s?(?:向[^,。]{0,12})?(?:提出|提交|递交)")


def filed(passage: Passage) -> Iterator[Fact]:
    """What a notice of the office says in a sentence: 申请人于某日提出的名称为“…”的专利申请."""
    named = first(_FILED_NAMED, passage)
    if named is None:
        return
    yield named.fact("patent_name", "t")
    for date in dates.find(passage.text):
        if date.precision == "day" and _FILED.match(passage.text, date.end):
            yield fact("application_date", date.value, passage, date.start, date.end)
            return


def kind_of(number: str) -> str:
    """发明, 实用新型 or 外观设计 by the kind digit of a patent number; "" when the number has no known layout."""
    match = _UNMARKED.search(number.removeprefix("ZL"))
    if match is None:
        return ""
    digits = match["digits"]
    return KIND_DIGITS[digits[4] if len(digits) == 12 else digits[2]]

"""居民身份证, front and back; also copies of both on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import sealed_issuer
from extractors.grammar import dates, values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact

_SIGNS = Signs(
    titles=(
        r"^(?:中华人民共和国)?(?:电子|临时)?(?:居民)?身份证(?:电子(?:证照|凭证)|正反面)?(?:(?:复|影)印件)?(?:粘贴[处页])?(?:\(.{1,6}\))?$",
    ),
    wording=(r"公民身份号码|身份证号码", r"姓名", r"性别[男女]?民族|民族", r"住址", r"出生", r"签发机关|有效期限"),
    against=(r"毕业|申报表|评审表|任职资格|证书编号|承诺书|合同|参保|考核",),
    alone=0.6,
)
_POLICE = regex.compile(r"(?:签发机关:?)?(?P<v>(?!签发)\p{Han}{2,20}公安局(?:\p{Han}{2,16}分局)?)")


def _office(passage: Passage) -> Value | None:
    """The office of the police and nothing else: a label read in parts has other words near it."""
    tight = passage.tight()
    match = _POLICE.match(tight.text)
    return Value(match["v"], 0, len(passage)) if match else None


def _from(passage: Passage) -> Value | None:
    """From when a card is valid; a lone date says until when."""
    start, end = values.period_start(passage), values.period_end(passage)
    ranged = end is not None and start is not None and end.value != start.value
    return start if start and (ranged or _OPEN.match(passage.text, start.end)) else None


_OPEN = regex.compile(r"\s?[-—~～至]")
_FIELDS = FieldSet(
    Field("person_name", ("姓名",), values.person),
    Field("gender", ("性别",), values.gender),
    Field("birth_date", ("出生", "出生日期"), values.date),
    Field("id_number", ("公民身份号码", "身份证号码", "公民身份证号码", "身份证号"), values.id_number),
    Field("issuer", ("签发机关",), _office, wrap=True),
    Field("issue_date", ("有效期限", "有效期"), _from),
    Field("issue_date", ("签发日期", "签发时间", "起始日期", "有效期起始", "有效期自", "有效期起"), values.date),
    stops=("住址", "失效日期", "截止日期", "有效期至", "有效期止"),
)
_BACK = regex.compile(r"签发机关.*有效期限", regex.DOTALL)


class IdentityCard:
    type: DocumentType = "identity_card"

    def recognise(self, view: PageView) -> float:
        if _BACK.search(view.tight) and len(view.tight) < 120:
            return 0.9
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found = [*_validity(views), *_FIELDS.read(views)]
        names = {f.name for f in found}
        for view in views:
            passage = view.passage
            if "id_number" not in names and (number := values.id_number(passage)):
                found.append(fact("id_number", number.value, passage, number.start, number.end))
        return at_most_one([*found, *_first_generation(views), *(f for f in sealed_issuer(views) if _is_police(f))])


def _is_police(issuer: Fact) -> bool:
    """Whether the office of a card of before 2004 sealed it; a unit that confirms a copy is none."""
    return "公安" in str(issuer.value)


_FROM = regex.compile(r"(?P<d>(?:19|20)\d\d\.(?:0[1-9]|1[0-2])\.[0-3]\d)\s?[-—~至]\s?(?:20\d\d\.\d\d\.\d\d|长期)")


def _validity(views: Sequence[PageView]) -> Iterator[Fact]:
    """When the card was issued, by its validity, whatever an engine made of the label before it."""
    for line in (line for view in views for line in view.lines):
        match = _FROM.search(line.text)
        if match:
            yield fact("issue_date", match["d"].replace(".", "-"), line.passage, *match.span("d"))
            return


def _first_generation(views: Sequence[PageView]) -> Iterator[Fact]:
    """What cards before 2004 print without labels: the date before 签发, the office on a line of its own."""
    bare = [line.passage.bare() for view in views for line in view.lines]
    for line in bare:
        for date in dates.find(line.text):
            if line.text.startswith("签发", date.end):
                yield fact("issue_date", date.value, line, date.start, date.end)
    for line in bare:
        match = _POLICE.fullmatch(line.text)
        if match:
            yield fact("issuer", line.printed(*match.span("v")), line, *match.span("v"))


EXTRACTOR = IdentityCard()

"""Who the two parties of a contract are, as its opening or a certificate of it says in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.grammar import names, organisations
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import NAME, paragraphs
from extractors.records import Fact

_FIRST = regex.compile(r"(?P<v>[\u4e00-\u9fff()]{4,40})[(](?:以下)?(?:简称|称)?(?:为|:)?[“\"]?甲方")
_SECOND = regex.compile(
    r"(?:与|和|及|、|,|;|^|\n)(?!劳动者|受聘|被聘|应聘|职工|员工|聘用人员|教职工|派遣)(?P<n>[\u4e00-\u9fff·]{2,12})[(](?:以下)?(?:简称|称)?(?:为|:)?[“\"]?乙方"
)


def parties(views: Sequence[PageView]) -> Iterator[Fact]:
    """Who the two parties are, as a sentence names them: 某公司(以下简称甲方)与某人(以下简称乙方)."""
    for passage in paragraphs(views[:1]):
        first, second = _FIRST.search(passage.text), _SECOND.search(passage.text)
        if first and organisations.is_organisation(first["v"]):
            yield fact("employer", first["v"], passage, *first.span("v"))
        named = names.find(second["n"]) if second else None
        if second and named and named.value == second["n"]:
            yield fact("person_name", named.value, passage, *second.span("n"))


_ORGANISATION = r"(?P<v>[\u4e00-\u9fff()]{4,40}?)"
_VERB = r"(?:双方)?(?:签订|签有|签署|订立|建立|存在|续签|续订)"
_SIGNED = (
    regex.compile(
        rf"(?:(?:我|本)(?:单位|公司|校|院|局|中心|所)|证明|兹有|甲方|^|[。\n:])[:,]?{_ORGANISATION}[与和同](?:乙方:?)?(?P<n>{NAME})(?:同志|先生|女士)?"
        rf"(?:\([^()]{{0,48}}\))?[,]?(?:于[^,。]{{4,20}})?(?:依法|已)?{_VERB}"
    ),
    regex.compile(
        rf"(?P<n>{NAME})(?:同志|先生|女士)?(?:\([^()]{{0,48}}\))?[与和同]{_ORGANISATION}(?:于[^,。]{{4,20}})?(?:依法|已)?{_VERB}"
    ),
    regex.compile(rf"[你您][与和同]{_ORGANISATION}(?:于[^,。]{{4,20}})?{_VERB}"),
)
_RENEWED = regex.compile(
    rf"甲方:?{_ORGANISATION}[与和同]乙方:?(?P<n>{NAME})(?:\([^()]{{0,48}}\))?(?:原|已|于[^,。]{{4,20}})?[,]?(?:所)?{_VERB}"
)
_OURS = regex.compile(r"^(?:兹?证明|兹有|查)?(?:(?:我|本)(?:单位|公司|校|院|局|中心|所)|甲方):?")


def signed(passage: Passage) -> Iterator[Fact]:
    """Between whom a contract stands, as a certificate of it says: 我单位某中心与某人签订有劳动合同."""
    for pattern in (_RENEWED, *_SIGNED):
        for match in pattern.finditer(passage.text, overlapped=True):
            ours = _OURS.match(match["v"])
            start = match.start("v") + (ours.end() if ours else 0)
            if not organisations.is_organisation(passage.text[start : match.end("v")]):
                continue
            person = match.groupdict().get("n")
            if person is not None and ((named := names.find(person)) is None or named.value != person):
                continue
            yield fact("employer", passage.text[start : match.end("v")], passage, start, match.end("v"))
            if person is not None:
                yield fact("person_name", person, passage, *match.span("n"))
            return

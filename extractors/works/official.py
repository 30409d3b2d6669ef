"""Official letters (红头文件): their own numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, fact
from extractors.closing import closing, segments
from extractors.grammar import dates, organisations, values
from extractors.grammar.labels import Field
from extractors.layout import Line, PageView
from extractors.records import Fact
from extractors.works.matching import Hit, first, words

DOCUMENT_NUMBER = regex.compile(
    r"(?P<body>[\p{Han}]{1,14}(?:\([\p{Han}]{1,6}\))?[\p{Han}]{0,6})[〔\[(【﹝](?P<year>(?:19"
    r"|20)\d\d)[〕\])】﹞](?P<n>第?[A-Z]?\d{1,5})号"
)
_LEADING = regex.compile(r"^(?:.*(?:根据|按照|依据|《|经|的|和|及|文号|编号|通知|文件精神|批准))")


def document_number(views: Sequence[PageView]) -> Iterator[Fact]:
    """The letter's own number: the first on a line of its own on its first page, else the first of all."""
    lines = [line for view in views[:1] for line in view.lines]
    own = [hit for line in lines if (hit := first(DOCUMENT_NUMBER, line.passage)) and _by_itself(line, hit)]
    parts = [part for line in lines[:6] for part in (*segments(line), line.passage)]
    for hit in own or [h for part in parts if (h := first(DOCUMENT_NUMBER, part))]:
        body = _LEADING.sub("", hit["body"]) or hit["body"]
        start = hit.match.start("body") + len(hit["body"]) - len(body)
        passage, begin, end = hit.passage, hit.places[start], hit.places[hit.match.end() - 1] + 1
        yield fact("document_number", f"{body}〔{hit['year']}〕{hit['n']}号", passage, begin, end)
        return


def numbered(found: Iterable[Fact]) -> Iterator[Fact]:
    """The letter's own number among ``found`` as the number of the paper, for papers that no label gives one."""
    number = next((f for f in found if f.name == "document_number"), None)
    if number is not None:
        yield msgspec.structs.replace(number, name="certificate_number")


_GIVES_NUMBER = regex.compile(r"(?:立项|资助|下达)\p{Han}{0,4}(?:通知|批复|证明|批件)书?$")


def number_of_notice(found: Sequence[Fact], views: Sequence[PageView]) -> Iterator[Fact]:
    """The number that a notice of a project gives it: what stands behind a bare 编号 and is no number of a letter."""
    own = next((f for f in found if f.name == "certificate_number" and f.text.isascii()), None)
    named = any(f.name == "project_number" for f in found)
    if own and not named and any(_GIVES_NUMBER.search(heading) for heading in views[0].headings):
        yield msgspec.structs.replace(own, name="project_number", confidence=0.95 * own.confidence)


def _by_itself(line: Line, hit: Hit) -> bool:
    bare = "".join(line.text.split())
    return len(bare) - (hit.match.end() - hit.match.start()) <= 8 and not regex.search(r"[《》,。]", bare)


def cosigned(found: Sequence[Fact], views: Sequence[PageView]) -> Iterator[Fact]:
    """``found`` and, behind the issuer, who signs beside it on the same line: 中共某县委员会　某县人民政府."""
    issuer = next((one for one in found if one.name == "issuer" and not one.item), None)
    yield from found
    for line in reversed([line for view in views for line in view.lines]) if issuer else ():
        parts = [part.bare() for part in segments(line)]
        names = [part.text for part in parts]
        if issuer and len(parts) > 1 and issuer.value in names and all(map(organisations.is_organisation, names)):
            yield from (fact("issuer", p.text, p, trust=0.9) for p in parts if p.text != issuer.value)
            return


_POSTED = FieldSet(
    Field("issuer", words("发文机关 发文单位 发文机构 制表单位 制发单位"), values.organisation),
    Field("issue_date", words("成文日期 发文日期 发文时间 印发日期 制表日期"), values.date),
    stops=words("索引号 主题分类 主题词 发布日期 发布机构 有效性 文号 标题 信息来源"),
)
_SHOWN_BY = FieldSet(Field("issuer", words("发布机构 发布单位 公开机构"), values.organisation))
_SITE = regex.compile(r"^(?P<o>\p{Han}{4,36}?)(?:门户网站|官方网站|官网|网站)(?=$|[>·|\-首])")


_SOURCE = regex.compile(r"来源:(?P<o>\p{Han}{4,30}?(?:[厅局委部署]|委员会|政府|总工会|办公室))")


def posted(views: Sequence[PageView]) -> list[Fact]:
    """Who issued a letter that a site or the head of a list shows under labels, and when."""
    return _POSTED.read(views[:1])


_SHOWN_ON = regex.compile(r"发布(?:时间|日期):?\s*|^\s*(?=(?:19|20)\d\d[-./年]\S{3,8}\s+(?:来源|作者|浏览))")
_SIGNED = 0.65  # above the trust of what a browser prints


def shown_on(views: Sequence[PageView]) -> Iterator[Fact]:
    """The day on which a site shows a letter that is dated nowhere else."""
    if any(f.name == "issue_date" and f.confidence > _SIGNED for f in closing(views)):
        return
    for line in views[0].lines[:6] if views else ():
        label = _SHOWN_ON.search(line.text)
        date = next((d for d in dates.find(line.text) if label and d.start - label.end() in (0, 1)), None)
        if date and date.precision == "day":
            yield fact("issue_date", date.value, line.passage, date.start, date.end, trust=0.9)
            return


def shown_by(views: Sequence[PageView]) -> Iterator[Fact]:
    """Whose site shows a letter that nobody signs there."""
    yield from _SHOWN_BY.read(views[:1])
    for line in views[0].lines[:5] if views else ():
        for part in (line.passage, *segments(line)):
            bare = part.bare()
            match = _SITE.match(bare.text) or _SOURCE.fullmatch(bare.text)
            if match and organisations.is_organisation(match["o"]):
                yield fact("issuer", match["o"], bare, *match.span("o"), trust=0.9)
                return

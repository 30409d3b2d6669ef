"""计算机软件著作权登记证书: the old form and the one since November 2019, the change certificate included."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import sealed_issuer
from extractors.grammar import dates, values
from extractors.grammar.labels import Field, Value
from extractors.grammar.normal import simplified, tight
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import software
from extractors.works.matching import first

_SIGNS = Signs(
    titles=(
        r"计算机软件(?:著作权)?(?:登记|变更或补充登记)?证[书明]",
        r"软件著作权(?:登记)?证书",
        r"软件(?:著作权)?登记(?:公告|信息)",
    ),
    wording=(
        r"软著[登变]字第?",
        r"软件名称",
        r"著作权人",
        r"登记号",
        r"权利取得方式|权利范围|开发完成日期",
        r"计算机软件保护条例",
        r"20\d\dSR\d{4,7}",
    ),
    against=(r"作品登记证书|作登字|受理通知|申请表|补正通知|登记申请",),
    alone=0.55,
)


def _owners(passage: Passage) -> Value | None:
    """The owner, or the owners parted by 、 or ; as the certificate lists them, one text without their countries."""
    if _COUNTRY.search(passage.text):
        whole = passage.strip()
        return Value(
            _COUNTRY.sub("", whole.bare().printed()), passage.text.index(whole.text), len(passage.text.rstrip())
        )
    found = values.long_text(passage)
    if found is None:
        return None
    return Value(str(found.value).replace(" ", ""), found.start, found.end)


_COUNTRY = regex.compile(r"[:：(（]?中国(?:籍|国籍)?[)）]?(?=[;；、,，\s]|$)")


_FIELDS = FieldSet(
    Field("software_name", ("软件名称", "软件全称", "软件名称及版本号", "软件名称和版本号"), values.text, wrap=True),
    Field("owner", ("著作权人", "著作权所有人", "权利人"), _owners, wrap=True),
    Field("registration_number", ("登记号", "软件登记号"), software.registration_at_label),
    Field("certificate_number", ("证书号", "证书编号"), software.certificate_number),
    Field("completion_date", ("开发完成日期", "软件开发完成日期"), values.date),
    Field("publication_date", ("首次发表日期", "首次发表时间"), values.date),
    stops=("权利取得方式", "权利范围", "简称", "版本号", "软件简称", "国籍", "开发方式", "证书号"),
)
_VERSION = regex.compile(r"(?<![A-Za-z])[VＶ]\s?\d+(?:\.\d+)*", regex.IGNORECASE)
_ISSUER = regex.compile(r"中华人民共和国国家版权局|国家版权局|中国版权保护中心")


class SoftwareCopyright:
    type: DocumentType = "software_copyright"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found = [software.versioned(one, views) for one in _FIELDS.read(views)]
        for view in views:
            found += software.in_sentence(view.passage)
            found += _anywhere(view)
            found += _issue_date(view, found)
        return at_most_one([*found, *sealed_issuer(views)])


def _anywhere(view: PageView) -> list[Fact]:
    """What stands under no label: the numbers' own layout, the version, the office."""
    passage = view.passage
    found = [
        fact(name, value.value, passage, value.start, value.end)
        for name, value in (
            ("registration_number", software.registration_number(passage)),
            ("certificate_number", software.certificate_number(passage)),
        )
        if value
    ]
    version = _VERSION.search(passage.text)
    if version:
        found.append(fact("version", version.group().upper().replace(" ", ""), passage, *version.span()))
    alone = [line for line in view.lines if _ISSUER.fullmatch(simplified(tight(line.text)))]
    issuer = first(_ISSUER, passage)
    if alone:
        found.append(fact("issuer", simplified(tight(alone[-1].text)), alone[-1].passage))
    elif issuer:
        found.append(issuer.fact("issuer"))
    return found


def _issue_date(view: PageView, found: Sequence[Fact]) -> list[Fact]:
    """The last date on the page that stands under no label of its own."""
    labelled = {(f.page, f.bbox) for f in found if f.name in ("completion_date", "publication_date")}
    for line in reversed(view.lines):
        for date in reversed(dates.find(line.text)):
            if date.precision == "day" and not _LABELLED.search(line.text[: date.start]):
                candidate = fact("issue_date", date.value, line.passage, date.start, date.end)
                if (candidate.page, candidate.bbox) not in labelled:
                    return [candidate]
    return []


_LABELLED = regex.compile(r"(?:完成|发表)\s*日\s*期")

EXTRACTOR = SoftwareCopyright()

"""publication.author-biography: what a paper says of its author's birth and title against the dossier at that date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, not_applicable, place
from checks.locate import locate
from checks.publication.works import published_year
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from checks.spans import days, days_of
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="publication.author-biography",
    title="作者简介与申报材料不符",
    severity="notice",
    kind="heuristic",
    rationale="论文“作者简介”所印申报人的出生年份、职称应与身份信息及当时已取得的职称一致；不一致的可能为同名作者。",
    innocent=("同名作者", "简介未及时更新或排印差错", "以聘任职务、行政职务或拟任职称署名"),
    verify="请申报人说明并核对期刊原件，必要时向编辑部核实该文作者身份",
    handbook=("F42", "F44"),
    weight=2,
)
HEADED = re.compile("(?:第一)?作者简介|作者介绍|AUTHORBIO")
BORN = re.compile(r"[(,](?:男|女)?[,(]?(?:生于)?((?:19|20)\d{2})(?:年|\.|-|—|–|~|\)|,|$)")
LENGTH = 160  # characters of one author's biography


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    known = plain(case.applicant.get("person_name", ""))
    said = _biography(document, known) if len(known) >= 2 else ""
    if not known:
        yield cannot_tell(INFO, document, "未能确定申报人姓名")
    elif not said:
        yield not_applicable(INFO, document, "未印申报人的作者简介")
    else:
        yield from _birth(case, document, known, said)
        yield from _title(case, document, said)
        yield from _applied_title(case, document, said)


def _biography(document: Document, known: str) -> str:
    """What follows the applicant's name behind 作者简介, in plain characters; "" when nothing does."""
    text = plain(unicodedata.normalize("NFKC", document.text))
    for head in HEADED.finditer(text):
        start = text.find(known, head.end(), head.end() + 3 * LENGTH)
        if start >= 0:
            return re.split("[。;]|通[讯信]作者", text[start + len(known) : start + len(known) + LENGTH])[0]
    return ""


def _birth(case: Case, document: Document, known: str, said: str) -> Iterator[Finding | Coverage]:
    match, born = BORN.match(said), days(case.applicant.get("birth_date", ""))
    if match is None or born is None or int(match[1]) == born.first.year:
        return
    fact = locate(case, document, "birth_date", f"{known}({match[1]}") or locate(case, document, "birth_date", match[1])
    if fact is None:
        yield cannot_tell(INFO, document, f"作者简介出生年份读作{match[1]}，未能定位原文复核，请人工查看")
        return
    message = f"作者简介所印出生年份{match[1]}与申报人出生年份{born.first.year}不一致，待核实"
    yield say(case, INFO, document, fact, message, value=match[1])


def _title(case: Case, document: Document, said: str) -> Iterator[Finding | Coverage]:
    """A title that the applicant gained only after the paper was printed."""
    year = published_year(document)
    for certificate in case.of_type("title_certificate"):
        title, gained = plain(certificate.value("title")), _gained(certificate)
        meant = days_of(gained)
        if len(title) < 3 or gained is None or meant is None or year is None or meant.first.year <= year:
            continue
        fact = locate(case, document, "title", title)
        if fact is not None and re.search(rf"(?:^|[,(、]){re.escape(title)}(?![兼级])", said):
            message = f"作者简介印有职称“{title}”，论文刊于{year}年，该职称取得日期为“{gained.text}”，待核实"
            yield say(case, INFO, document, fact, message, value=title, others=[place(certificate, gained)])


_HOLDS = "馆院校所站心司厂局室社团部"  # the last character of an employer before the title held there


def _applied_title(case: Case, document: Document, said: str) -> Iterator[Finding | Coverage]:
    """The title that is now applied for, as if it had been held when the paper was printed."""
    year = published_year(document)
    for form in case.of_type("application_form"):
        applied = form.first("applied_title")
        title = plain(str(applied.value)) if applied else ""
        papers = case.of_type("title_certificate", "appointment", "title_notice")
        held = [*(plain(paper.value("title")) for paper in papers), plain(form.value("current_title"))]
        if applied is None or len(title) < 3 or year is None or not all(held) or any(h.startswith(title) for h in held):
            continue
        fact = locate(case, document, "title", title)
        if fact is not None and re.search(rf"(?:^|[,(、{_HOLDS}]){re.escape(title)}(?![兼级])", said):
            message = f"作者简介印有职称“{title}”，论文刊于{year}年，该职称为本次申报的职称，材料中未见取得证明，待核实"
            yield say(case, INFO, document, fact, message, value=title, others=[place(form, applied)])


def _gained(certificate: Document) -> Fact | None:
    return certificate.first("approved_date") or certificate.first("issue_date")


CHECK = Check(info=INFO, run=each(INFO, ("paper",), look))

"""职称申报表, 专业技术职务任职资格评审表, 综合情况表: who applies for what, and the rows of what is claimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec
import regex

from extractors.base import at_most_one, fact, uncut
from extractors.closing import closing
from extractors.forms.claims import claims
from extractors.forms.form_fields import FIELDS
from extractors.forms.form_sentences import said_of_oneself
from extractors.forms.form_values import COMPOSITE, introduced, parted
from extractors.grammar import dates, titles
from extractors.grammar.labels import Occurrence
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import GAP
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.unlabelled import unlabelled

_SIGNS = Signs(
    titles=(
        (
            r"(?:专业技术|职称|高级|中级|初级|正高级|副高级|任职资格|技术职务|"
            r"资格)(?:(?!公示)[\u4e00-\u9fff()]){0,14}(?:申报|评审|申请|评定|认定|呈报|推荐)(?:(?!公示)[\u4e00-\u9fff()]){0,6}(?:登记|"
            r"审批|审核)?表"
        ),
        r"(?:职称|任职资格|专业技术(?:职务|资格|人员)|(?:正|副)?高级|中级|初级)(?:任职资格|资格|职务)?"
        r"(?:评审|认定)?申报书|(?:职称|任职资格|专业技术(?:职务|资格))(?:任职资格)?评审(?:申请)?书",
        r"(?:职称|资格|职务)(?:评审|申报|认定|考核认定)(?:(?!公示)[\u4e00-\u9fff()]){0,8}表",
        (
            r"(?:申报|评审|推荐)[\u4e00-\u9fff]{0,10}(?:专业技术|职称|任职资格|资格|"
            r"职务)(?:(?!公示)[\u4e00-\u9fff]){0,14}(?:人员)?(?:综合)?(?:情况)?(?:登记|简)?表"
        ),
        r"(?:申报|推荐|评审)(?:人员)?综合情况(?:一览)?表",
        r"(?:职称|专业技术(?:职务|资格|人才|人员)?)(?:(?!公示)[\u4e00-\u9fff]){0,6}申报[\u4e00-\u9fff]{0,6}(?:系统|平台)",
        r"(?:职称|资格)(?:网上)?(?:申报|评审)(?:个人|人员|申报|基本)?(?:信息|材料)(?:登记|汇总|预览|打印|确认)?(?:表|单|页)",
        r"(?:申报|推荐|参评|评审)(?:人员?|对象|者)(?:基本|综合|个人)?(?:情况|信息)(?:一览|登记|简)?表",
    ),
    wording=(
        r"(?:申报|拟评|评审|申请)[\u4e00-\u9fff]{0,6}(?:职称|资格|职务|专业|级别|系列)",
        r"现(?:任|有)?[\u4e00-\u9fff]{0,8}(?:职称|资格|职务)|任现职",
        r"毕业(?:院校|学校|时间)|学历",
        r"(?:单位|主管部门|呈报单位|基层单位|推荐)[\u4e00-\u9fff]{0,6}意见",
        r"参加工作时间|工作经历|学习(?:工作)?经历|从事专业",
    ),
    against=(r"考核登记表|承诺书$|资格证书$", r"兹证明|特此证明", r"材料(?:目录|清单|一览表|明细表)"),
    alone=0.79,
)


class ApplicationForm:
    type: DocumentType = "application_form"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        labels = [(view, FIELDS.find(view)) for view in views]
        read = _with_highest(labels, FIELDS.read(views))
        read += unlabelled(labels, read)
        whole = [f for f in read if f.name in COMPOSITE]
        found = [
            *_listed_specialties(labels),
            *_major_beside(labels),
            *parted(f for f in read if f not in whole),
            *parted(whole),
            *introduced(labels),
        ]
        found += [*_level(found), *_specialty_beside(labels), *_numbered(views[:1]), *_signed_on(views)]
        found += _dated_at_head(views[:1])
        claimed = claims(views)
        of_claims = [f.bbox for f in claimed]  # the last row of a table is no place for the form's own date
        found += said_of_oneself(views)
        found += (
            msgspec.structs.replace(f, confidence=0.8 * f.confidence)
            for f in closing(views)
            if f.name == "issue_date" and f.bbox not in of_claims
        )
        return [*at_most_one(uncut([*found, *_level(found)], "person_name")), *claimed]


_NUMBER = regex.compile(r"\s*(?:编号|表号|No\.?)\s*:\s*(?P<v>[A-Za-z0-9〔〕\[\]\-]{4,24})(?=\s|$)")
_SIGNATURE = regex.compile(r"(?:申报人|申请人|填表人|本人|承诺人|声明人)\s?[(]?(?:签名|签字|签章)")


def _numbered(views: Sequence[PageView]) -> Iterator[Fact]:
    """The form's own number, at the head of its first page."""
    for line in (line for view in views for line in view.lines[:3]):
        match = _NUMBER.match(line.text)
        if match and any(c.isdecimal() for c in match["v"]):
            yield fact("certificate_number", match["v"], line.passage, *match.span("v"))
            return


def _signed_on(views: Sequence[PageView]) -> Iterator[Fact]:
    """The day on which the applicant signed, on the line of the signature or alone on the next."""
    for view in views:
        for line, following in zip_longest(view.lines, view.lines[1:]):
            signature = _SIGNATURE.search(line.text)
            if signature is None:
                continue
            for passage in (line.passage[signature.end() :], following.passage if following else line.passage[:0]):
                dated = dates.find(passage.text)
                if dated and len(tight(passage.text)) - (dated[0].end - dated[0].start) <= 8:
                    yield fact("issue_date", dated[0].value, passage, dated[0].start, dated[0].end, trust=0.9)
                    return


_AT_HEAD = regex.compile(r"(?:填报|填表|申报|呈报|所在|工作)单位|单位名称|申报人|编号")


def _dated_at_head(views: Sequence[PageView]) -> Iterator[Fact]:
    """The date that ends the line under the title: 填报单位(盖章):…医院    2020年8月3日."""
    for line in (line for view in views for line in view.lines[:4]):
        dated = dates.find(line.text)
        if (
            dated
            and dated[-1].end == len(line.text.rstrip())
            and dated[-1].precision == "day"
            and (_AT_HEAD.search(tight(line.text)) and line.text[: dated[-1].start].endswith((GAP, " ")))
        ):
            yield fact("issue_date", dated[-1].value, line.passage, dated[-1].start, dated[-1].end, trust=0.9)
            return


_Labelled = Sequence[tuple[PageView, list[Occurrence]]]


def _specialty_beside(labels: _Labelled) -> Iterator[Fact]:
    """The specialty under a plain 专业 on the level of the title applied for; elsewhere that is the school's major."""
    for view, found in labels:
        applied = [o.box for o in found if o.field in ("applied_title", "applied_series") and len(o.label) >= 2]
        for plain in (o for o in found if o.label == "专业"):
            level = (box for box in applied if min(box.y1, plain.box.y1) - max(box.y0, plain.box.y0) > 0)
            if any(box.x1 <= plain.box.x0 for box in level):
                for major in FIELDS.of(view, [plain], found):
                    yield msgspec.structs.replace(major, name="applied_specialty")


_ABOVE = 3.0  # times the usual height that a place of a list stands under the one before it


def _listed_specialties(labels: _Labelled) -> Iterator[Fact]:
    """Where plain 专业 stands twice in lists of places, a column each: the school's among the places of the education,
    and the one applied for among those of the application."""
    for view, found in labels:
        plain = [o for o in found if o.label == "专业" and o.line >= 0]
        for one in plain if len(plain) > 1 else ():
            column = [
                o
                for o in found
                if o is not one
                and abs(o.box.x0 - one.box.x0) < 2 * view.em
                and 0 < one.box.y0 - o.box.y0 < _ABOVE * view.em
            ]
            above = max(column, key=lambda o: o.box.y0, default=None)
            if above is not None and above.field in ("applied_title", "applied_series", "applied_level"):
                yield from (msgspec.structs.replace(f, name="applied_specialty") for f in FIELDS.of(view, [one], found))
            elif above is not None and above.field in ("institution", "education_level", "graduation_date"):
                yield from FIELDS.of(view, [one], found)


def _major_beside(labels: _Labelled) -> Iterator[Fact]:
    """The school's major under a plain 专业 on the level of the school, where another 专业 is the one applied for."""
    for view, found in labels:
        schools = [o.box for o in found if o.field == "institution"]
        plain = [o for o in found if o.label == "专业"]
        for one in plain if len(plain) > 1 else ():
            if any(min(box.y1, one.box.y1) - max(box.y0, one.box.y0) > 0 for box in schools):
                yield from FIELDS.of(view, [one], found)


_HIGHEST = ("最高学历", "最高学历(学位)", "最高学历学位")
_OF_SCHOOL = ("schooling", "institution", "major")


def _with_highest(labels: _Labelled, read: Sequence[Fact]) -> list[Fact]:
    """Where a form has a row for the first and one for the highest education, school and major are the highest's."""
    for view, found in labels:
        row = next((o.box for o in found if o.label in _HIGHEST), None)
        first = next((o.box for o in found if o.label in ("第一学历", "全日制学历", "全日制教育学历")), None)
        if row is None or first is None or row.y0 <= first.y0:
            continue
        level = [o for o in found if o.field in _OF_SCHOOL and o.box.y0 < row.y1 and o.box.y1 > row.y0]
        own = FIELDS.of(view, level, found)
        if own:
            names = {f.name for f in own}
            return [*own, *(f for f in read if f.name not in names)]
    return list(read)


def _level(found: Sequence[Fact]) -> list[Fact]:
    """The level that the applied title names, which goes before a word in the place for levels that fits both 高级."""
    if any(f.name == "applied_level" for f in found):
        return []
    for candidate in found:
        level = titles.level_of_title(tight(str(candidate.value))) if candidate.name == "applied_title" else None
        if level:
            return [msgspec.structs.replace(candidate, name="applied_level", value=level)]
    return []


EXTRACTOR = ApplicationForm()

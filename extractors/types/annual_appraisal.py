"""年度考核: a form a year, a table of years, or a certificate that lists them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.careers.addressee import answered
from extractors.careers.appraisal_forms import by_form
from extractors.careers.appraisal_lists import graded_people
from extractors.careers.appraisal_statements import STATED, by_statement
from extractors.careers.appraisal_tables import by_columns, by_table
from extractors.closing import closing, employer_from_issuer, sealed_issuer
from extractors.common import PERSON
from extractors.grammar import dates, values
from extractors.grammar.labels import Field
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.under_title import under_title
from extractors.works import official
from extractors.works.surnames import reads_as_a_name
from extractors.works.winners import called

_SIGNS = Signs(
    titles=(
        (
            r"(?:事业单位|专业技术人员|企业|教职工|教师|职工|工作人员|员工){0,4}(?:年度|历年|近[三五]年|任期|聘期|"
            r"任职期间)(?:年度)?(?:专业技术人员|教职工|教师|职工|工作人员|员工)?考核(?:情况)?(?:登记|结果|汇总|鉴定|审批|备案)*(?:表|卡|证明|一览表|通知书)"
        ),
        r"^年度考核(?:情况|结果)证明$",
        r"考核(?:情况|结果|登记)(?:登记|汇总|统计|一览)?(?:表|证明)",
        r"年度考核",
        r"关于.{0,40}考核(?:情况|结果|等次).{0,10}(?:通报|通知|公布|决定)|考核(?:情况|结果)(?:的)?(?:通报|公示)",
        r"任(?:现职|职|期)(?:以来|期间)(?:年度|历年)?考核(?:情况|结果)",
    ),
    wording=(
        r"考核(?:等次|结果|等级|结论)",
        r"优秀|合格|称职",
        r"年度",
        r"考核(?:小组|组|委员会)|主管领导|单位意见|负责人",
    ),
    against=(
        r"申报表|评审表|继续教育(?:证书|登记)|承诺书|驻村(?:工作|扶贫|帮扶|服务|干部|第一书记|队员)|支教|帮扶",
        r"基层服务|挂职|服务期满",
    ),
    alone=0.74,
)
_YEARLY_FORM = regex.compile(
    r"(?!.*(?:驻村|支教|挂职|服务|志愿|继续教育))\p{Han}{0,16}年度考核(?:情况|结果)?(?:登记|鉴定|审批|备案|考核)?表"
)
_OF_FORM = 0.9
_NO_STATEMENT = regex.compile(r"申报表|评审表|承诺书|公示|聘期|总结|驻村|支教")
_OF_STATEMENT = 0.6
_FIELDS = FieldSet(
    *PERSON,
    Field("person_name", ("被考核人姓名", "被考核人", "被考核者", "考核对象", "教师姓名", "职工姓名"), values.person),
    Field(
        "employer",
        (
            "所在单位",
            "工作单位",
            "单位名称",
            "考核单位",
            "单位及职务",
            "公司名称",
            "所在学校",
            "学校名称",
            "任教学校",
            "单位",
        ),
        values.organisation,
    ),
    Field("certificate_number", ("证明编号", "文件编号", "编号", "文号"), values.code),
    Field("issue_date", ("填表日期", "考核时间", "考核日期"), values.date),
    stops=("考核等次", "考核结果", "职务", "从事或分管工作", "个人总结", "主管领导评语"),
)


class AnnualAppraisal:
    type: DocumentType = "annual_appraisal"

    def recognise(self, view: PageView) -> float:
        score = _SIGNS.score(view)
        if any(_YEARLY_FORM.fullmatch(heading) for heading in view.headings[:2]):
            return max(score, _OF_FORM)  # whatever its holder did that year
        stated = len(STATED.findall(view.tight)) >= 2 and not _NO_STATEMENT.search(view.tight)
        return max(score, _OF_STATEMENT) if stated else score

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        years = by_table(views) or by_columns(views) or by_statement(passage) or by_form(views)
        found: list[Fact] = []
        for item, row in enumerate(years, 1 if len(years) > 1 else 0):
            found += [msgspec.structs.replace(f, item=item) for f in row if f is not None]
        staff = graded_people(views) if len(years) < 2 else []
        if staff:
            number = official.numbered(official.document_number(views))
            found = [*(f for f in found if f.name != "grade"), *staff, *number]
        read = [f for f in _FIELDS.read(views) if not staff or f.name not in _OF_ONE]
        closed = list(closing(views))
        if any(_SEALED.search(view.tight) for view in views[-1:]):  # the unit's day goes before that of filling in
            read = [f for f in read if f.name != "issue_date" or not _later(closed, f)]
        if len(years) > 1 and closed:  # a column of the table may be headed 考核日期
            read = [f for f in read if f.name != "issue_date" or not _later(closed, f)]
        spoken_to = called(views) if _SPOKEN_TO.search(passage.text) else ()
        told = [f for f in spoken_to if reads_as_a_name(str(f.value))]
        general = [
            *_by_unit(views),
            *read,
            *([] if staff else [*person_in_prose(passage), *told]),
            *closed,
            *sealed_issuer(views),
        ]
        if any(f.name == "employer" for f in found):
            general = [f for f in general if f.name != "employer"]
        general += [] if any(f.name == "employer" for f in (*general, *found)) else answered(views)
        general += [] if staff else under_title(views[0])
        return at_most_one([*found, *general, *_employer(general, found), *_issuer(general)])


_UNITS_PLACE = regex.compile(
    r"考核委员|机关负责人|单位(?:考核)?意见|单位负责人|考核(?:小组|领导小组)意见|^单位.{0,6}\((?:盖章|公章)\)"
)
_OWN_PLACE = regex.compile(r"(?:本人|被考核人|个人)意见|(?:本|被考核)人签|复核|申诉|^本人(?:无意见|同意|无异议|认可)")


def _by_unit(views: Sequence[PageView]) -> Iterator[Fact]:
    """The day of the unit's opinion, in a form where the person appraised signs under it (本人意见)."""
    inside, day = False, None
    for line in (line for view in views for line in view.lines):
        said = tight(line.text)
        if inside and _OWN_PLACE.search(said) and day:
            yield day
            return
        inside = (inside or bool(_UNITS_PLACE.search(said))) and not _OWN_PLACE.search(said)
        found = [d for d in dates.find(line.text) if d.precision == "day"] if inside else []
        day = fact("issue_date", found[-1].value, line.passage, found[-1].start, found[-1].end) if found else day


_OF_ONE = frozenset(("person_name", "gender", "birth_date", "id_number"))
_SPOKEN_TO = regex.compile(r"[你您](?!单位|[院校局所])")
_SEALED = regex.compile(r"盖章|公章|[(]章[)]")


def _later(closed: Sequence[Fact], filled: Fact) -> bool:
    return any(f.name == "issue_date" and str(f.value) > str(filled.value) for f in closed)


def _employer(general: Sequence[Fact], found: Sequence[Fact]) -> Iterator[Fact]:
    """The unit that signs, when no label or column names one."""
    if any(f.name == "employer" for f in (*general, *found)):
        return
    yield from employer_from_issuer(general)


def _issuer(general: Sequence[Fact]) -> Iterator[Fact]:
    """The unit that a label names appraises its own people, where no signature can be read."""
    yield from (msgspec.structs.replace(f, name="issuer") for f in general if f.name == "employer")


EXTRACTOR = AnnualAppraisal()

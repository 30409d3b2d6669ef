"""The verification worklist: which office or register confirms what, and with which number (handbook 7.1, 7.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from checks.records import Evidence, Finding, Report
from extractors.records import Document, DocumentType
from reports.figures import Places
from reports.masking import Masker
from reports.wording import DOCUMENT_TYPES, code_title


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """Where documents of a type are confirmed, and the facts whose values are asked for there."""

    office: str
    numbers: tuple[str, ...]
    question: str


class WorkItem(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the worklist. ``reason`` is a finding's id, or 例行核验 where only the document's type asks."""

    material: str
    question: str
    office: str
    number: str
    reason: str


ROUTES: dict[DocumentType, Route] = {
    "diploma": Route(
        office="中国高等教育学生信息网（学信网）学历查询；2001年以前的由毕业学校或省级教育部门出具证明",
        numbers=("certificate_number",),
        question="学历层次、学习形式、毕业时间是否与注册信息一致",
    ),
    "degree_certificate": Route(
        office="学信网学位查询；2008年9月以前的由学位授予单位出具证明",
        numbers=("certificate_number",),
        question="学位级别、授予单位、授予时间是否与备案信息一致",
    ),
    "credential_report": Route(
        office="学信网在线验证",
        numbers=("verification_code",),
        question="报告是否在有效期内、内容是否一致",
    ),
    "title_certificate": Route(
        office="核发机关或原评审委员会组建单位；全国职称评审信息查询平台",
        numbers=("certificate_number",),
        question="资格名称、级别、通过时间是否与核发记录一致",
    ),
    "skill_certificate": Route(
        office="技能人才评价证书全国联网查询系统",
        numbers=("certificate_number",),
        question="职业（工种）、等级、发证时间是否一致",
    ),
    "licence": Route(
        office="发证机关；教师资格为中国教师资格网，医师为卫生健康行政部门",
        numbers=("certificate_number",),
        question="证书是否有效、类别是否一致",
    ),
    "patent_certificate": Route(
        office="国家知识产权局专利公布公告或专利登记簿副本",
        numbers=("patent_number",),
        question="专利名称、发明人、专利权人、授权日及法律状态是否一致",
    ),
    "patent_application": Route(
        office="国家知识产权局专利公布公告",
        numbers=("application_number",),
        question="申请是否已授权",
    ),
    "software_copyright": Route(
        office="中国版权保护中心登记公告查询",
        numbers=("registration_number", "certificate_number"),
        question="软件名称、著作权人、登记日期是否一致",
    ),
    "paper": Route(
        office="国家新闻出版署期刊查询、期刊社，或收录该刊的数据库",
        numbers=("doi", "issn", "cn_number"),
        question="题名、作者及排名、刊期、页码是否与正式出版物一致",
    ),
    "book_pages": Route(
        office="国家新闻出版署图书在版编目（CIP）查询、出版社",
        numbers=("isbn",),
        question="书名、作者及作者方式、出版时间是否一致",
    ),
    "award_certificate": Route(
        office="颁奖机关的表彰决定、公布名单",
        numbers=("certificate_number",),
        question="获奖项目、等级、人员及排名是否一致",
    ),
    "project_proof": Route(
        office="项目下达或验收单位",
        numbers=("project_number",),
        question="项目名称、起止时间、本人排名及角色是否一致",
    ),
    "postdoc_certificate": Route(
        office="全国博士后管理委员会办公室、设站单位",
        numbers=("certificate_number", "fund_number"),
        question="进出站时间、资助项目是否一致",
    ),
    "continuing_education": Route(
        office="省级专业技术人员继续教育管理平台、出具单位",
        numbers=("certificate_number",),
        question="年度、学时、专业科目是否一致",
    ),
    "social_insurance": Route(
        office="参保地社会保险经办机构",
        numbers=("verification_code", "certificate_number"),
        question="缴费单位、起止年月是否一致",
    ),
    "service_proof": Route(
        office="派出单位及其主管部门、接收地乡镇人民政府",
        numbers=("certificate_number",),
        question="服务地点、起止时间、考核结果是否属实",
    ),
    "exam_certificate": Route(
        office="组织考试的机构",
        numbers=("certificate_number",),
        question="科目、成绩、考试时间是否一致",
    ),
}


_LONGEST_NUMBER = 40
_DATE = re.compile(r"年|^\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?$")


def worklist(report: Report, places: Places, masker: Masker) -> tuple[WorkItem, ...]:
    """What a person has to confirm: for each finding that names a route, then for each document with a register."""
    from_findings = tuple(_of_finding(f, report, places, masker) for f in report.findings if _asks(f))
    by_document = tuple(
        item for document in report.documents if (item := _of_document(document, places, masker)) is not None
    )
    return tuple(dict.fromkeys(from_findings + by_document))


def _asks(finding: Finding) -> bool:
    return bool(finding.verify) and finding.severity in ("suspect", "ineligible", "notice")


def _of_finding(finding: Finding, report: Report, places: Places, masker: Masker) -> WorkItem:
    documents = {document.id: document for document in report.documents}
    involved = [documents[e.document] for e in finding.evidence if e.document in documents]
    printed = [e.text for e in finding.evidence if _is_number(e.text)]
    known = [number for document in involved if (number := number_of(document, masker))]
    numbers = dict.fromkeys([masker.text(text) for text in printed] or known)
    return WorkItem(
        material="；".join(dict.fromkeys(places.label(e) for e in finding.evidence)) or "全卷",
        question=code_title(finding.code),
        office=masker.text(finding.verify),
        number="；".join(numbers),
        reason=finding.id,
    )


def _is_number(text: str) -> bool:
    """A certificate's or journal's number rather than a sentence or a date."""
    if len(text) > _LONGEST_NUMBER or _DATE.search(text):
        return False
    return sum(c.isdecimal() for c in text) >= 6


def _of_document(document: Document, places: Places, masker: Masker) -> WorkItem | None:
    route = ROUTES.get(document.type)
    if route is None:
        return None
    place = Evidence(document=document.id, file=document.file, page=document.pages[0])
    return WorkItem(
        material=places.label(place),
        question=route.question,
        office=route.office,
        number=number_of(document, masker) or "未读出编号，见原件",
        reason="例行核验",
    )


def number_of(document: Document, masker: Masker) -> str:
    """The masked number under which the document is looked up; "" when its type has none or none was read."""
    route = ROUTES.get(document.type)
    names: Sequence[str] = route.numbers if route else ("certificate_number",)
    for name in names:
        value = document.value(name)
        if value:
            return masker.text(value)
    return ""


def material_name(document: Document | None) -> str:
    """The Chinese name of a document's type, 申报材料 where there is no document."""
    return DOCUMENT_TYPES[document.type] if document else "申报材料"

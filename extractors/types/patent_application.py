"""What comes before a grant: 专利申请受理通知书, and the publication of an application. Never a patent certificate."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.grammar import values
from extractors.grammar.labels import Field, Parser
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import inid, patents
from extractors.works.authors import people
from extractors.works.matching import first, words

_NOTICE = Signs(
    titles=(
        r"(?:专利|发明|实用新型|外观设计).{0,6}受理通知书",
        r"专利申请公布(?:及进入实质审查阶段)?通知书",
        r"(?:申请|请求|专利)受理(?:通知书?|回执|证明)|专利(?:电子)?申请回执",
        r"受理通知书",
    ),
    wording=(
        r"申请号",
        r"申请日",
        r"(?:专利申请|申请文件|请求).{0,24}受理",
        r"发明创造名称|发明名称|实用新型名称",
        r"国家知识产权局",
    ),
    against=(r"(?:登记|诉讼|信访|仲裁|工伤|科研|项目|课题|软件著作权).{0,6}受理|授权公告号",),
    alone=0.85,
)
_GAZETTE = regex.compile(r"\(12\)(?:发明|实用新型|外观设计)?专利申请(?!号)|\(43\)申请公布日|\(10\)申请公布号")
_GRANTED = regex.compile(r"\(45\)授权公告日|授权公告号\(?CN")
_FIELDS = FieldSet(
    Field("application_number", words("申请号 申请号或专利号 专利申请号 国家申请号"), patents.application_number),
    Field("application_date", ("申请日", "申请日期", "专利申请日", "提交日", "提交日期", "递交日"), values.date),
    Field(
        "patent_name",
        words("发明创造名称 发明名称 实用新型名称 外观设计名称 专利名称 使用外观设计的产品名称"),
        values.long_text,
        wrap=True,
    ),
    Field("inventors", ("发明人", "设计人", "发明人或设计人", "发明(设计)人", "设计(发明)人"), people, wrap=True),
    Field("applicant", ("申请人", "申请人或专利权人"), values.text, wrap=True),
    Field("publication_number", ("申请公布号", "公布号", "公开号"), patents.announcement_number),
    Field("publication_date", ("申请公布日", "公布日", "公开日"), values.date),
    Field("issue_date", ("发文日", "发文日期", "回执日期", "受理日期", "通知日期"), values.date),
    stops=words("地址 专利代理机构 代理人 优先权 案卷号 发文序号 审查员 审查部门"),
)
_CODES: dict[str, tuple[str, Parser]] = {
    "21": ("application_number", patents.application_number),
    "22": ("application_date", values.date),
    "54": ("patent_name", values.long_text),
    "71": ("applicant", values.text),
    "72": ("inventors", people),
    "10": ("publication_number", patents.announcement_number),
    "43": ("publication_date", values.date),
}
_ISSUER = regex.compile(r"(?:中华人民共和国)?国家知识产权局")


class PatentApplication:
    type: DocumentType = "patent_application"

    def recognise(self, view: PageView) -> float:
        text = view.tight
        if _GAZETTE.search(text) and not _GRANTED.search(text):
            return 0.98
        return _NOTICE.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found: list[Fact] = []
        for view in views[:1]:
            if _GAZETTE.search(view.tight):
                found += _gazette(view)
        found += _FIELDS.read(views[:2])
        for view in views[:1]:
            issuer = first(_ISSUER, view.passage)
            if issuer:
                found.append(issuer.fact("issuer", 0, "国家知识产权局"))
        return at_most_one(found)


def _gazette(view: PageView) -> list[Fact]:
    read = inid.fields(view)
    found: list[Fact] = []
    for code, (name, parse) in _CODES.items():
        passage: Passage | None = read.get(code)
        value = parse(passage) if passage else None
        if passage and value:
            found.append(fact(name, value.value, passage, value.start, value.end))
    dates = {f.name: f for f in found}
    if "publication_date" in dates:
        published = dates["publication_date"]
        found.append(
            Fact(
                name="issue_date",
                value=published.value,
                text=published.text,
                page=published.page,
                bbox=published.bbox,
                confidence=published.confidence,
            )
        )
    return found


EXTRACTOR = PatentApplication()

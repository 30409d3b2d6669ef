"""The labels of what every document may print: whose it is, its number, and who issued it when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.closing import segments
from extractors.grammar import values
from extractors.grammar.labels import Field
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact

PERSON = (
    Field(
        "person_name",
        (
            "姓名",
            "持证人姓名",
            "持证人",
            "学员姓名",
            "学生姓名",
            "本人姓名",
            "中文姓名",
            "考生姓名",
            "教师姓名",
            "职工姓名",
            "被认定人姓名",
            "被认定人",
            "被鉴定人姓名",
            "被鉴定人",
            "学员",
        ),
        values.person,
    ),
    Field("gender", ("性别", "性別"), values.gender),
    Field("birth_date", ("出生日期", "出生年月日", "出生年月", "出生时间", "出生", "生日"), values.date),
    Field(
        "id_number",
        (
            "公民身份号码",
            "居民身份证号码",
            "居民身份证号",
            "身份证号码",
            "身份证件号码",
            "身份证编号",
            "公民身份证件编号",
            "身份证件编号",
            "身份证号",
            "公民身份证号码",
            "有效身份证件号码",
            "有效证件号码",
            "身份证件号",
            "证件号码",
            "证件号",
            "社会保障号码",
            "社会保障号",
            "身份号码",
            "身份证",
        ),
        values.id_number,
    ),
)
NUMBER = Field(
    "certificate_number",
    (
        "证书编号",
        "证书号码",
        "证书号",
        "证书登记号",
        "证书管理号",
        "电子注册号",
        "证明编号",
        "证明书编号",
        "学校编号",
        "管理号",
        "证件编号",
        "登记卡号",
        "证号",
        "编号",
        "NO",
        "No.",
        "No",
    ),
    values.code,
)
ISSUER = Field(
    "issuer",
    (
        "发证(批准)机关",
        "发证(签发)机关",
        "发证机关",
        "发证单位",
        "发证机构",
        "发证部门",
        "颁发机关",
        "颁发机构",
        "颁证机关",
        "颁证单位",
        "颁发单位",
        "签发机关",
        "签发单位",
        "授予单位",
        "制发机关",
        "出具单位",
        "批准机关",
        "审批机关",
        "审验单位",
        "审验机构",
        "审核单位",
        "登记机关",
        "登记单位",
        "认定单位",
        "认定机构",
        "认定机关",
    ),
    values.organisation,
    wrap=True,
)
ISSUE_DATE = Field(
    "issue_date",
    (
        "发证日期",
        "发证时间",
        "颁发日期",
        "颁发时间",
        "颁证日期",
        "颁证时间",
        "签发日期",
        "签发时间",
        "发证年月",
        "制证日期",
        "填发日期",
        "出具日期",
        "开具日期",
        "出证日期",
        "发证年月日",
    ),
    values.date,
)
COMMON = (*PERSON, NUMBER, ISSUER, ISSUE_DATE)

# 工考字第0123456号, (85)云师学位字第123456号: the letters of the register, or its year, belong to the number.
_SERIAL = r"字[(〔\[]?(?:(?:19|20)\d\d)?[)〕\]]?第(?P<n>[A-Z]{0,6}\d[A-Z0-9\-]{3,24})号"
_IN_A_REGISTER = regex.compile(
    rf"(?:证书)?(?:编号|号码?)?(?P<v>(?:[(〔]?(?:19|20)?\d\d[)〕]?年?)?(?!证书编号|编号)\p{{Han}}{{1,10}}{_SERIAL}|(?:19|20)?\d\d{_SERIAL})|{_SERIAL}"
)
# 证书第970665号, 第68322477725号: the number alone; one of few places counts something else.
_NUMBER_ONLY = regex.compile(r"(?P<v>)(?:证书?|登记|注册)?(?:编号:?)?第(?P<n>[A-Z]{0,6}\d[A-Z0-9\-]{4,24})号")


def registered(views: Sequence[PageView]) -> Iterator[Fact]:
    """The number of a certificate that is printed without a label, on a line or part of its own."""
    for line in (line for view in views for line in view.lines):
        for part in segments(line):
            bare = _unbracketed(part.bare())
            match = _IN_A_REGISTER.fullmatch(bare.text) or _NUMBER_ONLY.fullmatch(bare.text)
            if match:
                start, end = match.span("v" if match["v"] else "n")
                yield fact("certificate_number", bare.printed(start, end), bare, start, end)
                return


def _unbracketed(passage: Passage) -> Passage:
    return passage[1:-1] if regex.fullmatch(r"\([^()]*\)", passage.text) else passage

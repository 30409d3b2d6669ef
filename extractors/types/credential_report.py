"""学历电子注册备案表, 学历认证报告 and 学位认证报告."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.careers.credential_sentences import BY_SCHOOL, by_the_school, studies_said
from extractors.careers.schools import school_of
from extractors.careers.studies import LEVELS
from extractors.closing import closing, sealed_issuer, segments
from extractors.common import COMMON
from extractors.grammar import dates, names, values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.types.diploma import EDUCATION

_SIGNS = Signs(
    titles=(
        r"(?:教育部)?学历(?:证书)?电子注册备案(?:表|证明)",
        r"(?:中国高等教育)?学历(?:学位)?认证报告",
        r"(?:学历|学位|学籍|毕业)(?:学位)?(?:证书|信息)?(?:电子|在线|网上)?(?:认证|验证|核验|核查|查验|查询|检索)(?:报告|结果|书|信息|单|证明|表)",
        r"(?:国外|国\(境\)外|境外)学历学位认证书",
        r"学历(?:证书)?查询(?:结果|报告)",
        r"学籍在线验证报告",
        r"学历证书查询",
        r"^学信档案$",
        r"^教育部学历\p{Han}证报告$",
        r"^学历(?:学位)?证明(?:书)?\(?(?:认证|(?:在线|网上)?(?:认证|核验|验证|查验|核查))\)?$",
    ),
    wording=(
        r"在线验证码|验证码|报告编号",
        r"学信网|学历注册|注册备案|www\.chsi|学位网|认证",
        r"更新日期|有效期|验证有效",
        r"学历类别|学习形式|层\W?次",
        r"证书编号",
    ),
    against=(r"申报表|评审表|承诺",),
    alone=0.79,
)


def verification_code(passage: Passage) -> Value | None:
    """Letters and digits in one run or in groups of four."""
    match = _CODE.search(passage.text)
    return Value("".join(match.group().split()), match.start(), match.end()) if match else None


_CODE = regex.compile(r"[A-Za-z0-9]{4}(?:\s[A-Za-z0-9]{4}){2,4}(?![A-Za-z0-9])|[A-Za-z0-9]{8,24}")
_FROM_TO = ("入学/毕业", "入学/毕业时间", "入学-毕业", "起止时间", "学习起止时间", "入学毕业时间")
_FIELDS = FieldSet(
    *COMMON,
    *EDUCATION,
    Field(
        "verification_code",
        ("在线验证码", "验证码", "在线验证编码", "报告编号", "认证编号", "报告验证码"),
        verification_code,
    ),
    Field(
        "valid_until",
        ("验证有效期至", "有效期至", "报告有效期至", "有效期截止日期", "截止有效日", "有效截止日", "截止日期"),
        values.date,
    ),
    Field("valid_until", ("验证有效期", "报告有效期", "有效期限", "有效期", "在线验证有效期"), values.last_date),
    Field(
        "issue_date",
        (
            "打印/更新于",
            "打印/更新时间",
            "打印/更新日期",
            "更新日期",
            "报告日期",
            "认证日期",
            "申请日期",
            "生成日期",
            "打印时间",
            "打印日期",
            "核验日期",
            "核验时间",
            "验证日期",
            "验证时间",
            "查验日期",
            "下载日期",
            "下载时间",
            "查询日期",
            "查询时间",
            "申请时间",
        ),
        values.date,
    ),
    Field("start_date", _FROM_TO, values.period_start),
    Field("end_date", _FROM_TO, values.period_end),
    Field("institution", ("学位授予单位", "授予单位"), values.organisation),
    stops=("学制", "校(院)长姓名", "校长姓名", "毕(结)业", "分院", "系所", "班级", "学号", "学籍状态"),
)
_OF_DIPLOMA = FieldSet(
    Field("certificate_number", ("毕业证书编号", "学位证书编号", "毕业证书号", "学位证书号"), values.code)
)
_VALID = regex.compile(r"有效期?[^\n。]{0,12}?至|有效期\s?限?\s?[:：]\s?$")
_VERIFIED_BY = regex.compile(r"验证码\s*[:：]?\s*(?P<v>(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{8,20})(?![A-Z0-9])")


_ISSUERS = regex.compile(
    r"(?P<v>全国高等学校学生信息咨询与就业指导中心|教育部学生服务与素质发展中心|教育部留学服务中心|"
    r"教育部学位与研究生教育发展中心)"
)
_SITE = regex.compile(r"(?<![录于在])(?P<v>学信网|中国高等教育学生信息网)")  # not where a note tells to log in there


class CredentialReport:
    type: DocumentType = "credential_report"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *_OF_DIPLOMA.read(views),
            *_FIELDS.read(views),
            *first_said(passage, "verification_code", _VERIFIED_BY),
            *_code_alone(views),
            *_valid_until(passage),
            *first_said(passage, "issuer", _ISSUERS, _SITE),
            *studies_said(passage),
            *by_the_school(passage),
            *_of_card(views),
            *_number_alone(views),
        ]
        by_school = BY_SCHOOL.search(passage.text) is not None
        found += school_of(views, [*found, *closing(views)]) if by_school else []
        signed = [f for f in closing(views) if not _is_other(f, found, by_school=by_school)]
        return at_most_one([*found, *sealed_issuer(views), *signed])


_CARD = regex.compile(
    r"(?P<institution>\p{Han}{2,20}(?:大学|学院|学校))\s?[·|/]\s?(?P<education_level>\p{Han}{2,6})\s?[·|/]\s?"
    r"(?P<major>[\p{Han}()]{2,24})"
)


def _of_card(views: Sequence[PageView]) -> Iterator[Fact]:
    """The head of a record as the site's own application shows it: school · level · major, the name above them."""
    lines = [line.passage.bare() for view in views for line in view.lines]
    for above, line in pairwise(lines):
        match = _CARD.fullmatch(line.text)
        if match is None or match["education_level"] not in LEVELS:
            continue
        for name in ("institution", "education_level", "major"):
            yield fact(name, line.printed(*match.span(name)), line, *match.span(name))
        person = names.find(above.text)
        if person and person.end - person.start == len(above.text):
            yield fact("person_name", person.value, above)
        return


_CODE_ALONE = regex.compile(r"(?=[A-Z\d]*\d)(?=[A-Z\d]*[A-Z])[A-Z\d]{12,20}")


def _code_alone(views: Sequence[PageView]) -> Iterator[Fact]:
    """The code for looking a report up, where it stands by itself, set larger under its label."""
    if not any("验证码" in view.tight for view in views):
        return
    for part in (part for view in views for line in view.lines for part in segments(line)):
        if _CODE_ALONE.fullmatch(part.text):
            yield fact("verification_code", part.text, part, trust=0.9)
            return


_ALONE = regex.compile(r"(?:No\.?:?)?(?P<v>\d{10,20})|教留服认\p{Han}{0,2}(?P<v>\d{8,16})号")


def _number_alone(views: Sequence[PageView]) -> Iterator[Fact]:
    """A number that stands alone under the title."""
    for line in views[0].lines[:4]:
        bare = line.passage.bare()
        match = _ALONE.fullmatch(bare.text)
        if match:
            yield fact("certificate_number", match["v"], bare, *match.span("v"), trust=0.9)
            return


def _is_other(signed: Fact, found: Sequence[Fact], *, by_school: bool) -> bool:
    """Whether what may be a signature is the day up to which the report is valid, or the school it tells of."""
    name = "valid_until" if signed.name == "issue_date" else "institution"
    return any(f.name == name and f.value == signed.value for f in found) and not (by_school and name == "institution")


def _valid_until(passage: Passage) -> Iterator[Fact]:
    for date in dates.find(passage.text):
        if _VALID.search(passage.text, max(0, date.start - 20), date.start):
            yield fact("valid_until", date.value, passage, date.start, date.end)
            return


EXTRACTOR = CredentialReport()

"""毕业证书 of schools and universities, self-study included; 结业 and 肄业证书 are not diplomas but are drawn alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.careers.schools import school_of, sealed_by
from extractors.careers.studies import LEVELS, MODES, STUDIED, entered_and_left, in_prose
from extractors.closing import closing
from extractors.common import COMMON, registered
from extractors.grammar import values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact

_SIGNS = Signs(
    titles=(
        (
            r"(?:普通|成人)?(?:高等)?(?:学校|教育|院校)?(?:自学考试)?(?:专科|本科|大学|硕士|博士|硕士研究生|"
            r"博士研究生|研究生)?毕业证明?书"
        ),
        r"自学考试.{0,6}毕业证",
    ),
    wording=(
        r"准予毕业",
        r"修完|修业期满|学习期满|考试合格|自学考试",
        r"成绩合格|成绩及格",
        r"(?:[三四五二]|\d)年制|学制|专业",
        r"校\(?院?\)?长|校长|院长|主考",
    ),
    against=(
        r"注册备案|认证报告|验证报告|在线验证",
        r"授予.{2,6}学士学位|授予.{2,8}硕士学位",
        r"申报(?:表|书|人|单位|专业|系列)|评审表|承诺|考核登记",
    ),
    alone=0.79,
)
_LENGTH = regex.compile(r"^[一二两三四五六七八\d.]{1,3}\s*(?:年制?)?$")


def _major_value(passage: Passage) -> Value | None:
    """A major; the length of study that a sentence goes on with is none."""
    value = values.text(passage)
    return value if value and not _LENGTH.match(str(value.value)) else None


def _undated(passage: Passage) -> Value | None:
    """A number; the date that stands beside the label where the number is beneath it is none."""
    value = values.code(passage)
    return None if value is None or passage.text[value.end : value.end + 1] in ("年", "月") else value


EDUCATION = (
    Field(
        "institution",
        (
            "毕业院校",
            "院校名称",
            "学校名称",
            "毕业学校",
            "培养单位",
            "主考院校",
            "主考学校",
            "授予单位",
            "办学单位",
            "院校",
            "学校",
            "校名",
        ),
        values.organisation,
    ),
    Field("major", ("专业名称", "所学专业", "毕业专业", "专业"), _major_value, wrap=True),
    Field(
        "education_level",
        ("学历层次", "培养层次", "层次", "办学层次", "学历", "文化程度", "学历类别"),
        values.one_of(LEVELS),
    ),
    Field(
        "study_mode",
        ("学习形式", "办学形式", "学习方式", "形式", "培养方式", "学历类别", "办学类型"),
        values.one_of(MODES),
    ),
    Field(
        "start_date", ("入学日期", "入学时间", "入学年月", "学习起止时间", "起止时间", "学习时间"), values.period_start
    ),
    Field(
        "end_date",
        (
            "毕业日期",
            "毕业时间",
            "毕业年月",
            "毕(结)业日期",
            "毕结业日期",
            "毕(结)业时间",
            "毕结业时间",
            "毕业(结业)日期",
            "毕(肄)业日期",
        ),
        values.date,
    ),
    Field("end_date", ("学习起止时间", "起止时间", "学习时间"), values.period_end),
)
_FIELDS = FieldSet(
    *COMMON,
    *EDUCATION,
    Field("certificate_number", ("登记号", "注册号", "毕业证号", "毕业证书号", "毕业证书编号"), _undated),
    stops=("校长", "院长", "校(院)长", "学制", "性别", "电子注册号"),
)
_NUMBER = regex.compile(r"(?<![\dA-Za-z])\d{5}[1567](?:19|20)\d{2}0[1-6]\d{5,6}(?![\dA-Za-z])")


class Diploma:
    type: DocumentType = "diploma"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *person_in_prose(passage),
            *said_period(passage),
            *entered_and_left(passage),
            *_FIELDS.read(views),
            *in_prose(passage),
            *closing(views),
            *_number(passage),
            *registered(views),
        ]
        found += first_said(passage, "institution", STUDIED)
        found += sealed_by(views, found)
        found += school_of(views, found)
        return at_most_one(_checked(found))


def _number(passage: Passage) -> Iterator[Fact]:
    match = _NUMBER.search(passage.text)
    if match:
        yield fact("certificate_number", match.group(), passage, match.start(), match.end())


def _checked(found: Sequence[Fact]) -> Iterator[Fact]:
    """Without facts that only the wrong place can have given: a birth date read as a period's end, and the like."""
    born = next((f.value for f in found if f.name == "birth_date"), None)
    for candidate in found:
        if candidate.name == "id_number" and _NUMBER.fullmatch(str(candidate.value)):
            continue  # the diploma's own number
        if candidate.name in ("start_date", "end_date", "issue_date") and candidate.value == born:
            continue
        yield candidate


EXTRACTOR = Diploma()

"""外语, 计算机 and other examination certificates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.careers.plain_letters import OF_LETTER, attests
from extractors.careers.rosters import Column, members, without_rows
from extractors.carried import tables_of
from extractors.closing import closing, sealed_issuer
from extractors.common import COMMON, registered
from extractors.grammar import dates, values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.signers import undated_signer

_EXAM = r"(?:外语|英语|日语|俄语|医古文|古汉语|计算机|普通话|水平|专业知识|专业技术|职称|等级|资格)"
_SIGNS = Signs(
    titles=(
        (
            rf"{_EXAM}[\u4e00-\u9fff()]{{0,16}}(?:考试|测试|考核)[\u4e00-\u9fff]{{0,6}}(?:合格)?(?:证书?|证明|"
            rf"成绩(?:单|通知单|报告单|登记[表册卡]|查询(?:结果)?|$))"
        ),
        r"(?:考试|考核|测试)(?:成绩)?合格证(?:书|明)?",
        r"(?:考试|测试)(?:成绩)?(?:合格|达标|及格)人员(?:名单|名册|花名册|一览表)",
        r"^成绩合格证书?$|(?:考试|测试)合格通知[单书]$",
        r"普通话水平测试等级证书",
        r"全国(?:大学英语|计算机)[\u4e00-\u9fff]{1,8}(?:证书|成绩报告单)",
        r"(?:考试)?成绩(?:合格)?(?:证明|通知(?:单|书)?|报告单|单)",
        r"计算机应用能力考试",
        r"^(?:考试)?成绩查询(?:结果)?$",
        r"^全国(?:大学)?(?:英语|外语|计算机)[\u4e00-\u9fff、]{0,10}考试成绩(?:查询)?(?:结果)?$",
    ),
    wording=(r"成绩|分数|得分", r"考试|测试", r"科目|语种|级别|模块", r"合格|通过"),
    against=(r"申报表|评审表|承诺|继续教育|毕业证|学位|评定成绩|职业技能", r"准予毕业|考核认定|初定为"),
    alone=1.01,
)
_PLAIN = regex.compile(r"^合格证(?:书|明)?$")
_SAT = regex.compile(r"参加[^。]{0,40}(?:考试|测试)")

_PASSED = regex.compile(r"证明[^。]{2,60}参加[^。]{2,40}(?:考试|测试)[^。]{0,60}(?:合格|通过|成绩)")


def _score_value(passage: Passage) -> Value | None:
    """Points or a word for them; what stands in a title after 成绩 is neither."""
    value = values.text(passage)
    return value if value and _POINTS.search(str(value.value)) else None


_POINTS = regex.compile(r"\d|[A-F]|[一二三四五六]级|合格|通过|优|良|及格|甲|乙")
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "subject",
        (
            "考试科目",
            "科目名称",
            "考试名称",
            "考试类别",
            "考试科目名称",
            "科目(模块)",
            "语种级别",
            "报考级别",
            "报考语种级别",
            "考试级别",
            "考试语种",
            "模块名称",
            "考试模块",
            "科目",
            "语种",
            "考试项目",
            "测试项目",
            "模块",
        ),
        values.text,
        wrap=True,
    ),
    Field(
        "score",
        (
            "考试成绩",
            "测试成绩",
            "测试分数",
            "总成绩",
            "总分",
            "考试分数",
            "成绩",
            "分数",
            "得分",
            "考核结果",
            "考试结果",
            "等级",
        ),
        _score_value,
    ),
    Field(
        "certificate_number",
        (
            "档案号",
            "证书档案号",
            "成绩单编号",
            "成绩报告单编号",
            "成绩报告单号",
            "成绩单号",
            "成绩通知单号",
            "合格证编号",
            "合格证号",
            "证书管理号",
        ),
        values.code,
    ),
    Field("issuer", ("考试主管部门", "主管部门", "考试机构", "组考单位", "考试管理机构"), values.organisation),
    stops=("准考证号", "报名号", "级别", "等次", "听力", "阅读", "写作"),
)
_SITTING = FieldSet(Field("issue_date", ("考试时间", "考试日期", "测试时间", "测试日期"), values.date))
_SUBJECT = (
    regex.compile(r"等级考试(?P<v>[一二三四五]级[\u4e00-\u9fffA-Za-z+# ]{2,24}?)(?=[,，。;；(]|考试)"),
    regex.compile(r"(?:获得?|取得)(?P<v>[一二三四]级[\u4e00-\u9fffA-Za-z+# ]{2,24}?)(?:合格)?证书"),
    regex.compile(r"组织的(?P<v>[\u4e00-\u9fffA-Za-z0-9()《》、]{3,30}?(?:考试|测试))(?!中心|院)"),
    regex.compile(
        r"参加(?:了)?(?:[^,，。]{0,14}?(?:19|20)\d\d年(?:度|"
        r"\d{1,2}月)?(?:\d{1,2}日)?)?(?:的)?(?P<v>[\u4e00-\u9fffA-Za-z0-9()《》、]{3,40}?(?:考试|测试))(?!中心|院)"
    ),
    regex.compile(r"科目(?:为|[:：])(?P<v>[^,，。;；\n]{2,30})"),
)
_RUN_ON = regex.compile(r"科目(?:为|:)(?P<v>[^,。;:\n]{2,30})(?=[,。;])")
_SCORE = (
    regex.compile(r"成绩(?:为|:)?(?P<v>合格|优秀|良好|及格|通过)(?=[,，。;；])"),
    regex.compile(r"(?:成绩|总分|得分|分数)(?:为|[:：])?(?P<v>\d{1,3}(?:\.\d)?)(?:分)?"),
    regex.compile(r"(?:成绩|考核|考试)(?:为|[:：])?(?P<v>合格|优秀|良好|及格|通过)"),
)
_RELEASED = regex.compile(r"成绩由(?P<v>\p{Han}{4,30}?)(?:负责)?(?:发布|公布|提供)")
_HEADED = regex.compile(rf"(?P<v>[\u4e00-\u9fff]{{0,8}}{_EXAM}[\u4e00-\u9fff()]{{0,16}}(?:考试|测试))")
_NUMBER = regex.compile(r"\d{1,3}(?:\.\d)?(?=分|$)")


class ExamCertificate:
    type: DocumentType = "exam_certificate"

    def recognise(self, view: PageView) -> float:
        if any(_PLAIN.match(h) for h in view.headings) and _SAT.search(view.tight):
            return max(0.75, _SIGNS.score(view))
        return max(_SIGNS.score(view), OF_LETTER) if attests(view, _PASSED) else _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [*first_said(passage, "subject", _RUN_ON, _SUBJECT[0])]
        found += [*map(_bare_score, _FIELDS.read(views)), *person_in_prose(passage)]
        found += [*_subject_said(passage), *first_said(passage, "score", *_SCORE), *_headed(views)]
        found += [
            *registered(views),
            *first_said(passage, "issuer", _RELEASED),
            *_released_on(passage),
            *closing(views),
            *sealed_issuer(views),
            *undated_signer(views),
            *_SITTING.read(views),
        ]
        several = members(views, _OF_ROWS)
        if several:
            return at_most_one([*several, *without_rows(found, several)])
        rows = _by_subject(views)
        return at_most_one([*rows, *(f for f in found if not (rows and f.name in ("subject", "score")))])


_ON = regex.compile(r"(?:发布|公布)(?:日期|时间)[:为]?\s*$")


def _released_on(passage: Passage) -> Iterator[Fact]:
    """The day on which the results were made known, as their print-out says."""
    for date in dates.find(passage.text):
        if date.precision == "day" and _ON.search(passage.text, max(0, date.start - 12), date.start):
            yield fact("issue_date", date.value, passage, date.start, date.end, trust=0.9)
            return


# A list of those who passed, a row each.
_OF_ROWS = {
    "score": Column(r"^(?:考试|测试|科目)?(?:总)?(?:成绩|分数|得分|总分)$", (("score", _score_value),)),
    "certificate_number": Column(
        r"^(?:合格)?证书?(?:编号|号码?)$|^档案号$|^管理号$", (("certificate_number", values.code),)
    ),
    "subject": Column(r"^(?:考试|测试)?科目(?:名称)?$|^语种(?:级别)?$", (("subject", values.text),)),
}
_HEADS = {
    "subject": regex.compile(r"^(?:考试|测试)?(?:科目|模块|项目)(?:名称)?(?:\(模块\))?$"),
    "score": regex.compile(r"^(?:考试|测试|科目)?(?:成绩|分数|得分)$"),
}
_MARK = regex.compile(r"^\d{1,3}(?:\.\d)?分?$|^(?:不?合格|通过|优秀|良好|不?及格)$")


def _by_subject(views: Sequence[PageView]) -> list[Fact]:
    """Subjects and scores of a table of several, a row each; empty where fewer than two are listed."""
    rows = [row for table in tables_of(views, _HEADS, _MARK) for row in table.rows]
    read = [(values.long_text(row.cell("subject")), values.text(row.cell("score")), row) for row in rows]
    said = [(a, b, row) for a, b, row in read if a and b and _POINTS.search(str(b.value))]
    if len(said) < 2:
        return []
    found: list[Fact] = []
    for item, (subject, score, row) in enumerate(said, 1):
        found.append(fact("subject", subject.value, row.cell("subject"), subject.start, subject.end, item=item))
        found.append(_bare_score(fact("score", score.value, row.cell("score"), score.start, score.end, item=item)))
    return found


def _bare_score(found: Fact) -> Fact:
    """A score as a number, without 分."""
    match = _NUMBER.match(str(found.value)) if found.name == "score" else None
    return msgspec.structs.replace(found, value=match.group()) if match else found


_PART = regex.compile(r"实务(?:\([^()]{2,12}\))?考试$")  # a subject, and no name of an examination as a whole


def _subject_said(passage: Passage) -> Iterator[Fact]:
    for one in first_said(passage, "subject", *_SUBJECT):
        whole = str(one.value)
        part = _PART.search(whole.replace("（", "(").replace("）", ")"))
        yield msgspec.structs.replace(one, value=whole.removesuffix("考试")) if part else one


def _headed(views: Sequence[PageView]) -> Iterator[Fact]:
    """The examination that the title names."""
    for line in views[0].lines[:4]:
        bare = line.passage.bare()
        yield from first_said(bare, "subject", _HEADED, trust=0.8)


EXTRACTOR = ExamCertificate()

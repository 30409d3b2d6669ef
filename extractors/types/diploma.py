"""毕业证书 of schools and universities, self-study included; 结业 and 肄业证书 are not diplomas but are drawn alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.closing import closing
from extractors.common import COMMON, registered
from extractors.grammar import dates, values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.schools import school_of, sealed_by

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
LEVELS = {
    "博士研究生": "博士研究生",
    "硕士研究生": "硕士研究生",
    "博士": "博士研究生",
    "硕士": "硕士研究生",
    "大学本科": "本科",
    "专升本": "本科",
    "专科起点本科": "本科",
    "高起本": "本科",
    "本科段": "本科",
    "独立本科段": "本科",
    "本科": "本科",
    "高起专": "专科",
    "大学专科": "专科",
    "大专": "专科",
    "专科": "专科",
    "研究生": "硕士研究生",
    "高职": "专科",
    "中专": "中专",
    "中等专业": "中专",
    "高中": "高中",
}
MODES = {
    mode: mode
    for mode in (
        "普通全日制",
        "全日制",
        "非全日制",
        "函授",
        "业余",
        "夜大学",
        "夜大",
        "脱产",
        "半脱产",
        "网络教育",
        "网络",
        "开放教育",
        "自学考试",
        "自考",
        "远程教育",
        "在职",
        "普通",
        "成人",
    )
}
_LENGTH = regex.compile(r"^[一二两三四五六七八\d.]{1,3}\s*(?:年制?)?$")


def _major_value(passage: Passage) -> Value | None:
    """A major; the length of study that a sentence goes on with is none."""
    value = values.text(passage)
    return value if value and not _LENGTH.match(str(value.value)) else None


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
_FIELDS = FieldSet(*COMMON, *EDUCATION, stops=("校长", "院长", "校(院)长", "学制", "性别", "电子注册号"))
_MAJOR = (
    r"(?:本校|我校|本院|我院|该校|学校|大学|学院|函授|业余|夜大学?|脱产|网络|网络教育|全日制|非全日制|"
    r"成人(?:高等)?教育|远程教育|开放教育|自学考试|在|,)"
    r"(?P<m>[\u4e00-\u9fff()、·]{2,20}?)(?:\((?P<in>[\u4e00-\u9fff]{2,6})\))?专业"
)
_PROSE = (
    regex.compile(
        r"(?:本校|我校|本院|我院)(?:[\u4e00-\u9fff]{2,12}(?:学院|系))?(?P<f>普通全日制|全日制|函授|业余|"
        r"夜大学?|脱产|网络教育|网络)?(?P<m>[\u4e00-\u9fff()、·]{2,24}?)专业"
    ),
    regex.compile(_MAJOR),
    regex.compile(r"专业[:：]?\s?(?P<m>[\u4e00-\u9fff()、·]{2,20})(?=[\s,，。]|$)"),
)
_LEVEL = (
    regex.compile(r"(?:[二三四五六七八两]|\d(?:\.\d)?)年?制?(?P<l>大学本科|本科|大学专科|专科|硕士研究生|博士研究生)"),
    regex.compile(r"(?P<l>专升本|专科起点本科|高起本|高起专|独立本科段|本科段|硕士研究生|博士研究生)"),
    regex.compile(r"(?P<l>博士|硕士)(?:学位)?(?:课程|培养|学习|毕业|研究生)"),
    regex.compile(r"(?P<l>大学本科|大学专科|本科|专科|大专|中等专业)(?=毕业|学历|教学|层次|\)|学习|教育)"),
    regex.compile(r"(?P<l>大学本科|大学专科|本科|专科|大专|研究生|博士|硕士)"),
)
_MODE = regex.compile(
    r"(?P<f>普通全日制|非全日制|全日制|函授|业余|夜大学?|半脱产|脱产|网络教育|远程教育|开放教育|自学考试)"
)
_KIND = regex.compile(r"(?P<f>普通|成人)高等(?:学校|教育|院校)")
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


def entered_and_left(passage: Passage) -> Iterator[Fact]:
    """Dates that verbs name: 二〇〇四年九月入学 … 于二〇〇八年七月准予毕业."""
    for date in dates.find(passage.text):
        for name, verb in (("start_date", _ENTERED), ("end_date", _LEFT)):
            if verb.match(passage.text, date.end):
                yield fact(name, date.value, passage, date.start, date.end)
        if _UNTIL.match(passage.text, date.end):
            yield fact("start_date", date.value, passage, date.start, date.end, trust=0.9)
        elif _SINCE.search(passage.text, 0, date.start) and _AT.match(passage.text, date.end):
            yield fact("end_date", date.value, passage, date.start, date.end, trust=0.9)


# The line may end at 至, and a photograph's rim leave a character before the next one's date.
_UNTIL = regex.compile(r"\s?起?至(?=\s|\p{Han}\d)")
_SINCE = regex.compile(r"至\s*(?:\S\s*)?$")
_AT = regex.compile(r"\s?在(?:本|我|该)?(?:校|院|\p{Han}{2,12}(?:大学|学院))")
_ENTERED = regex.compile(r"\s?(?:考?入|进入)(?:我|本)?(?:学|校)")
_LEFT = regex.compile(r"\s?(?:(?:修业|学习)?期满|准予毕业|毕业(?!时间|日期|年月|院校|学校|证|设计|论文))")


def in_prose(passage: Passage) -> Iterator[Fact]:
    """Major, level and mode of study as the sentence of a diploma gives them."""
    text = passage.text
    for pattern in _PROSE:
        match = pattern.search(text)
        if match and (major := _major_of(passage, match)):
            yield major
            break
    for pattern in _LEVEL:
        match = pattern.search(text)
        if match:
            yield fact("education_level", LEVELS[match.group("l")], passage, match.start("l"), match.end("l"))
            break
    match = _MODE.search(text) or _KIND.search(text)
    if match:
        yield fact("study_mode", match.group("f"), passage, match.start("f"), match.end("f"), trust=0.9)


def _major_of(passage: Passage, match: regex.Match[str]) -> Fact | None:
    start, end = match.span("m")
    mode = _MODE.match(passage.text, start, end)
    start = mode.end() if mode else start
    school = _SCHOOL.match(passage.text, start, end)
    start = school.end() if school else start
    start += passage.text[start:end].startswith(("在", "入", "于"))
    taken = _TAKEN.match(passage.text, start, end)
    start = taken.end() if taken else start
    studied = _STUDY.match(passage.text, start, end)
    start = studied.end() if studied else start
    raw = passage.text[start:end].strip()
    if len(raw) < 2:
        return None
    return fact("major", passage[start:end].tight().printed(), passage, start, end)


_TAKEN = regex.compile(r"参加高等教育自学考试(?=.{2})|[)）](?=.{2})")  # what a name's bracket or the examination leaves
_STUDY = regex.compile(r"学习(?:\([^()]{1,6}\))?(?=.{2})")  # 函授学习(本科)农学专业
_SCHOOL = regex.compile(r"[\u4e00-\u9fff()]{2,16}?(?:大学|学院|学校)(?=.{2})")
STUDIED = regex.compile(
    r"(?:在|于|入)(?P<v>(?![本我该])(?:(?![年月日在于])[\u4e00-\u9fff()]){2,20}?(?:大学|学院))(?=[\u4e00-\u9fff()、]{2,24}专业)"
)


def _number(passage: Passage) -> Iterator[Fact]:
    match = _NUMBER.search(passage.text)
    if match:
        yield fact("certificate_number", match.group(), passage, match.start(), match.end())


def _checked(found: Sequence[Fact]) -> Iterator[Fact]:
    """Without facts that only the wrong place can have given: a birth date read as a period's end, and the like."""
    born = next((f.value for f in found if f.name == "birth_date"), None)
    for candidate in found:
        if candidate.name in ("start_date", "end_date", "issue_date") and candidate.value == born:
            continue
        yield candidate


EXTRACTOR = Diploma()

"""What the sentence of a diploma says of the studies: from when to when, of what, to which level and how."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from extractors.base import fact
from extractors.grammar import dates
from extractors.passage import Passage
from extractors.records import Fact

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
        "在职研究生",
        "在职",
        "普通",
        "成人",
    )
}
_MAJOR = (
    r"(?:本校|我校|本院|我院|该校|学校|大学|学院|函授|业余|夜大学?|脱产|网络|网络教育|全日制|非全日制|"
    r"成人(?:高等)?教育|远程教育|开放教育|自学考试|在|,)"
    r"(?P<m>[\u4e00-\u9fff()、·]{2,20}?)(?:\((?P<in>[\u4e00-\u9fff]{2,6})\))?专业"
)
_PROSE = (
    regex.compile(
        r"(?:本校|我校|本院|我院)(?:\([院校]\))?(?:[\u4e00-\u9fff]{2,12}(?:学院|系))?(?P<f>普通全日制|全日制|函授|业余|"
        r"夜大学?|脱产|网络教育|网络)?(?P<m>[\u4e00-\u9fff()、·]{2,24}?)专业"
    ),
    regex.compile(_MAJOR),
    regex.compile(r"专业[:：]?\s?(?P<m>[\u4e00-\u9fff()、·]{2,20})(?=[\s,，。]|$)"),
)
_LEVEL = (
    regex.compile(r"(?:[二三四五六七八两]|\d(?:\.\d)?)年?制?(?P<l>大学本科|本科|大学专科|专科|硕士研究生|博士研究生)"),
    regex.compile(r"(?P<l>专升本|专科起点本科|高起本|高起专|独立本科段|本科段|硕士研究生|博士研究生)"),
    regex.compile(r"(?P<l>博士|硕士)(?:学位)?(?:课程|培养|学习|毕业|研究生)"),
    regex.compile(
        r"(?P<l>大学本科|大学专科|本科|专科|大专|中等专业)(?=毕业|学历|教学|层次|\)|学习|教育)|(?P<l>中等专业)学校"
    ),
    regex.compile(r"(?P<l>大学本科|大学专科|本科|专科|大专|研究生|博士|硕士)"),
)
_MODE = regex.compile(
    r"(?P<f>在职研究生|普通全日制|非全日制|全日制|函授|业余|夜大学?|半脱产|脱产|网络教育|远程教育|开放教育|自学考试)"
)
_KIND = regex.compile(r"(?P<f>普通|成人)高等(?:学校|教育|院校)")


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
_UNTIL = regex.compile(r"\s?起?至(?!今)(?=\s|\p{Han})")
_SINCE = regex.compile(r"至\s*(?:\S\s*)?$")
_AT = regex.compile(r"\s?在(?:本|我|该)?(?:校|院|\p{Han}{2,12}(?:大学|学院))")
_ENTERED = regex.compile(
    r"\s?(?:考?入|进入)(?:我|本)?(?:学|校|\p{Han}{2,20}?(?:大学|学院|学校)(?:学习|就读|攻读|修读))"
)
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
    start += bool(_INTO.match(passage.text, start, end))
    taken = _TAKEN.match(passage.text, start, end)
    start = taken.end() if taken else start
    classed = _CLASS.match(passage.text, start, end)
    start = classed.end() if classed else start
    studied = _STUDY.match(passage.text, start, end)
    start = studied.end() if studied else start
    raw = passage.text[start:end].strip()
    if len(raw) < 2:
        return None
    return fact("major", passage[start:end].tight().printed(), passage, start, end)


_INTO = regex.compile(r"在(?!职)|[入于]")
_TAKEN = regex.compile(
    r"(?:参加(?:高等教育自学考试)?|主修)(?=.{2})|[)）](?=.{2})"
)  # what a name's bracket or the examination leaves
_CLASS = regex.compile(
    r"(?:在职)?(?:研究生|本科|专科|大专|函授|进修|\p{Han}{0,4}学历)班(?=.{2})|(?:本科|专科|研究生)层次(?=.{2})"
)
_STUDY = regex.compile(
    r"(?:方式|形式)?(?:修完|学完|就读|攻读|修读)(?:于)?(?=.{2})|学习(?:于)?(?:\([^()]{1,6}\))?(?=.{2})"
)  # 函授学习(本科)农学专业
_SCHOOL = regex.compile(r"[\u4e00-\u9fff()]{2,16}?(?:大学|学院|学校|党校)(?=.{2})")
STUDIED = regex.compile(
    r"(?:在|于|入)(?P<v>(?![本我该])(?:(?![年月日在于])[\u4e00-\u9fff()]){2,20}?(?:大学|学院))(?=[\u4e00-\u9fff()、]{2,24}专业)"
)

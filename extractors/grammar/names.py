"""Names of people as papers print them (handbook 4.7)."""

from __future__ import annotations

from typing import NamedTuple

import regex

from extractors.grammar.normal import middle_dot

_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff〇\U00020000-\U0003134f]"
_DOTTED = rf"{_HAN}{{1,8}}(?:\s?[·.•・‧]\s?{_HAN}{{1,8}}){{1,4}}"
_DOUBLE = "欧阳|司马|上官|诸葛|尉迟|司徒|夏侯|皇甫|东方|慕容|令狐|公孙|端木|长孙|宇文"
_SPACED = (
    rf"(?:{_DOUBLE})[ \t]+{_HAN}{{1,2}}(?!{_HAN})|{_HAN}(?:[ \t]+{_HAN}){{1,3}}(?!{_HAN})|"
    rf"{_HAN}[ \t]{_HAN}{{2}}(?!{_HAN})"
)
_NAME = regex.compile(rf"{_DOTTED}|{_SPACED}|{_HAN}{{2,8}}")
_LATIN = regex.compile(r"[A-Z][A-Za-z'\-]+(?:[ ,]+[A-Z][A-Za-z'.\-]*){1,3}")
_TITLES = regex.compile(
    r"(?<=..)(?:排名|位次|排序|同志|先生|女士|老师|教授|同学|博士|医师|医生|等$|[一二三四五六七八九十两\d]{1,3}[名位]$)"
)
_NO_NAME = regex.compile(
    r"^已|^经(?:考|审|研|评|核)|^取得$|^成长|^成为|^根据|^按照|^依照|^申报|^拟(?:推荐|聘|申报|晋)|第[一二三四五六七八九十]|聘[任请用]|关于|同意|决定|经研究|现将|授予|兹|姓名|学生"
)
_A_LABEL = regex.compile(
    r"信息|形式|时间|日期|专业|单位|学校|名称|情况|编号|项目|证书|意见|人员|性别|职务|职称|岗位|部门"
    r"|学制|学习|期满|修业|毕业|成绩|课题|同志|协作|负责人|主持人|盖章|签[字名章]|参[加与]人|完成人|成员|排名|位次|名次"
)
NOT_NAMES = frozenset(
    [
        "姓名",
        "公示结果",
        "公示情况",
        "性别",
        "民族",
        "出生",
        "籍贯",
        "学历",
        "学位",
        "专业",
        "单位",
        "职务",
        "职称",
        "编号",
        "年龄",
        "签名",
        "签字",
        "盖章",
        "日期",
        "照片",
        "贴照片",
        "无",
        "同志",
        "本人",
        "校长",
        "院长",
        "主席",
        "证书",
        "证明",
        "年月",
        "年月日",
        "申报人",
        "负责人",
        "学员",
        "学生",
        "以上",
        "如下",
        "中国",
        "我校",
        "本校",
        "我院",
        "我局",
        "我单位",
        "持证人",
        "公民",
        "居民",
        "公章",
        "单位公章",
        "意见",
        "同意",
        "合格",
        "优秀",
        "审核",
        "身份证",
        "电话",
        "联系电话",
        "专业技术",
        "工作单位",
        "备注",
        "序号",
        "合计",
        "班主任",
        "团结",
        "关心",
        "尊重",
        "帮助",
        "青年",
        "年轻",
        "广大",
        "全体",
        "撤稿",
        "已撤稿",
    ]
)


class Found(NamedTuple):
    value: str
    start: int
    end: int


def find(text: str) -> Found | None:
    """The name at the beginning of folded ``text`` (a value beside a label); None when none stands there.

    Widely spaced characters are drawn together (和　志　强), courtesy words cut off, dots made equal.
    """
    head = len(text) - len(text.lstrip(" \t\n:、,._☑"))
    match = _NAME.match(text, head)
    if match is None:
        latin = _LATIN.match(text, head)
        return Found(latin.group(), latin.start(), latin.end()) if latin else None
    end = match.end()
    courtesy = _TITLES.search(match.group())
    if courtesy:
        end = match.start() + courtesy.start()
    raw = text[match.start() : end].rstrip()
    value = middle_dot("".join(raw.split()))
    if (
        value in NOT_NAMES
        or _NO_NAME.match(value)
        or ("·" not in value and _A_LABEL.search(value))
        or any(c in "您你我他她的该" for c in value)
        or (len(value) > 5 and "·" not in value and len(text.strip()) > len(raw))
    ):
        return None
    return Found(value, match.start(), match.start() + len(raw))


_NUMBERED = regex.compile(rf"(?:(?<=^)|(?<=[\s、,;]))\d{{1,2}}\s*[.、)·:]\s*(?={_HAN})")
# One name of two or three characters set apart (李　明); a longer run may be several.
_LONE = rf"(?<!{_HAN}){_HAN}(?!{_HAN})"
_SPACED_OUT = regex.compile(rf"(?<!{_LONE}[ \t]+){_LONE}(?:[ \t]+{_LONE}){{1,2}}(?![ \t]+{_LONE})")
_NEXT = rf"(?:{_HAN}{{2,4}}|{_HAN}{{1,8}}·[·{_HAN[1:]}{{1,8}})"


def listed(text: str) -> tuple[str, ...]:
    """Names parted by 、 , ; or white space, in order; notes in brackets and 等 are dropped."""
    text = regex.sub(r"(?<=..)(?:本人)?(?:排名|位次|名次|排序).*", " ", text, flags=regex.DOTALL)
    text = regex.sub(r"\([^()]*\)|\[[^\[\]]*\]|等(?:\s*\d+\s*人)?\s*$", " ", text)
    text = regex.sub(r"\s*(?:同志|老师|先生|女士)(?=[\s、,;，；:：]|$)", " ", text)
    text = _SPACED_OUT.sub(lambda m: "".join(m.group().split()), _NUMBERED.sub("、", text))
    parts = regex.split(r"[、,;，；/|｜]|\s{2,}|\t|(?<=" + _HAN + r"{2,4})\s(?=" + _NEXT + r"(?:\s|$|[、,;]))", text)
    names = (middle_dot(regex.sub(r"^\s*\d+[.、)]?\s*|[*#\d\s]+$|^[*#\s]+", "", part).strip()) for part in parts)
    return tuple(regex.sub(rf"(?<={_HAN})\s+(?={_HAN})", "", name) for name in names if name)

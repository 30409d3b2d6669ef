"""Professional titles and their levels: 初级 junior, 中级 intermediate, 副高 associate_senior, 正高 senior.

The ladder of each series follows the national guidance opinions of the title reform (handbook 3.1).
"""

from __future__ import annotations

from typing import Final, Literal

import regex

Level = Literal["junior", "intermediate", "associate_senior", "senior"]

_CRAFTS = (
    "工程师|农艺师|畜牧师|兽医师|经济师|会计师|统计师|审计师|工艺美术师|实验师|国际商务师|政工师|"
    "林业工程师|园艺师|水产师|建筑师|规划师|景观师|人力资源管理师"
)
_ARTS = (
    "演员|演奏员|编剧|导演|指挥|作曲|美术师|舞美设计师|舞台技师|录音师|摄影师|剪辑师|文学创作|"
    "艺术管理|律师|公证员|作家|文创师|电影.{2,4}师"
)

_SCHOOLS = "中学|小学|幼儿园"  # before titles of teachers in the system before 2015

_LADDER: Final[tuple[tuple[Level, str], ...]] = (
    ("intermediate", r"(?:小学|幼儿园)高级教师"),  # of the system before 2015
    ("senior", r"正高级?|教授级|研究员级|推广研究员|编审级"),
    (
        "associate_senior",
        r"副高级?|副教授|副研究员|副研究馆员|副编审|副译审|副主任(?:中?医师|中?药师|护师|技师|法医师)|副研究",
    ),
    (
        "senior",
        (
            r"(?<!副)(?:教授|主任(?:中?医师|中?药师|护师|技师|法医师))|(?<!副|助理)研究员|(?<!副)研究馆员|"
            r"(?<!副)编审|(?<!副)译审|高级(?:记者|编辑)|播音指导|国家级教练"
        ),
    ),
    ("senior", rf"一级(?:{_ARTS})"),
    (
        "associate_senior",
        (
            rf"高级(?:{_CRAFTS}|教师|讲师|实习指导教师|教练|翻译|工艺师)|高工|主任(?:记者|编辑|播音员)|"
            rf"二级(?:{_ARTS})|一级翻译"
        ),
    ),
    (
        "junior",
        (
            r"助理(?!研究员)|助教|研究实习员|技术员|技士|医士|护士|药士|会计员|经济员|统计员|农业技术员|"
            r"管理员|实习指导员|员级|初级|[二三]级(?:教师|实习指导教师|播音员)|四级"
        ),
    ),
    (
        "intermediate",
        (
            rf"助理研究员|主治(?:中?医师|医生)|主管(?:中?药师|护师|技师|医师|检验师)|讲师|馆员|一级(?:教师|"
            rf"实习指导教师|播音员|校对)|三级(?:{_ARTS})|{_CRAFTS}|中级|编辑|记者|翻译|教练|法医师"
        ),
    ),
    ("junior", r"(?:住院|执业)?(?:中)?医师|护师|药师|技师|校对"),
)
_PATTERNS: Final = tuple((level, regex.compile(pattern)) for level, pattern in _LADDER)
_WORDS: Final[dict[str, Level]] = {
    "正高": "senior",
    "副高": "associate_senior",
    "中级": "intermediate",
    "初级": "junior",
    "助理级": "junior",
    "员级": "junior",
}


def level_of_title(title: str) -> Level | None:
    """The level of a title (folded, without white space); None when no series has it."""
    for level, pattern in _PATTERNS:
        if pattern.search(title):
            return level
    return None


def level_of_word(text: str) -> Level | None:
    """The level that a word in a place for levels names; plain 高级 names two, so it is none."""
    for word, level in _WORDS.items():
        if word in text:
            return level
    return None


TITLE: Final = regex.compile(
    rf"(?:正高级|(?:{_SCHOOLS})?高级|副|助理|特级|教授级)?(?:{_CRAFTS}|教师|讲师|实习指导教师)|(?:副|助理)?(?:教授|"
    rf"研究员|研究馆员|馆员)|研究实习员|助教|"
    rf"(?:副主任|主任|主治|主管|住院)(?:中?医师|中?药师|护师|技师|法医师)|(?:医|护|药|技)师|(?:副|助理)?(?:编审|译审)|"
    rf"(?:高级|主任|助理)?(?:记者|编辑)|(?:{_SCHOOLS})?[一二三四]级(?:{_ARTS}|教师|实习指导教师|播音员|翻译)|"
    rf"推广研究员|技术员|会计员|播音指导"
)
"""A title inside running text."""

"""Filler that reads like the real thing: duties, abstracts, body text.

Sentences are put together from short phrases and measured values, so that two texts hardly ever share a dozen
characters in a row by chance: what a text comparison finds in drawn papers was planted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

WHEN = "去年三月|汛前|入冬以来|前期|次年春季|项目启动后|雨季|本轮试验中|上半年|秋收前后|近两年|第二阶段|开工初期|学期中段|随访期内".split(
    "|"
)
WHO = "课题组|笔者|科室同事|技术人员|样本点|骨干教师|村级站点|观测小组|施工班组|辅导员|合作单位|值班医师|试验户".split(
    "|"
)
PLACE = "坝区|半山区|高寒地带|三个乡镇|城郊|河谷一带|两个县|示范片|老旧片区|边远村寨|库区两岸|实训基地|门诊".split("|")
DEED = "取样复测|分组对照|跟踪记录|问卷调查|现场核查|专题研讨|逐项比选|数据回归|集中培训|入户走访|模型率定|样品送检|课例打磨".split(
    "|"
)
MEASURE = "平均值|合格率|增幅|完成度|满意率|损耗率|含水率|响应时间|有效样本|达标比例|覆盖面|变异系数|投入产出比".split(
    "|"
)
UNIT = "%|项|次|公顷|千克|毫米|人次|户|小时|兆帕|米|例|课时".split("|")
TREND = "高出|下降|提高|减少|缩短|多出|回落".split("|")
OLD = "往年|常规做法|对照组|上一周期|设计值|同类地区|初始方案|周边片区".split("|")
VIEW = "说明|可见|因此认为|由此推断|反映出|进一步证实|大体表明".split("|")
CAUSE = (
    "坡度与土层|管理水平|气温日较差|材料批次|家校配合|用药依从性|降雨分布|操作熟练度|品种差异|设备老化|学生基础".split(
        "|"
    )
)
EFFECT = "影响显著|作用有限|不可忽视|需要区别对待|起主导作用|随季节变化|仍待观察|与预期一致|呈非线性".split("|")
NEXT = "拟|应|宜|可|建议|将|有必要|打算".split("|")
STEP = (
    "扩大样本|补做试验|调整参数|分区施策|完善台账|细化流程|加强复核|培训骨干|开展回访|推广样板|修订方案|更新设备".split(
        "|"
    )
)
ADVERB = "认真|按时|主动|独立|牵头|协助|及时|逐步|扎实".split("|")
TASK = "完成|承担|参与|整理|推进|落实|编写|组织|撰写".split("|")
OBJECT = (
    "技术方案|年度计划|调查报告|教案评比|巡查任务|病例讨论|资料归档|现场交底|指导手册|统计报表|培训讲义|验收准备".split(
        "|"
    )
)


def sentence(rng: Random, topics: Sequence[str]) -> str:
    """One sentence of a scientific text."""
    pick = rng.choice
    first, second = f"{rng.uniform(1, 98):.1f}", f"{rng.uniform(1, 60):.1f}"
    return pick(
        (
            f"{pick(WHEN)}，{pick(WHO)}在{pick(PLACE)}{pick(DEED)}，{pick(MEASURE)}为{first}{pick(UNIT)}。",
            f"{pick(MEASURE)}比{pick(OLD)}{pick(TREND)}{second}%，{pick(VIEW)}{pick(CAUSE)}{pick(EFFECT)}。",
            f"{pick(CAUSE)}{pick(EFFECT)}，{pick(WHO)}{pick(NEXT)}{pick(STEP)}、{pick(STEP)}。",
            f"{pick(PLACE)}与{pick(PLACE)}相比，{pick(MEASURE)}{pick(TREND)}{first}{pick(UNIT)}。",
            f"经{pick(DEED)}，{pick(WHO)}{pick(VIEW)}{pick(MEASURE)}介于{second}至{float(second) + 7.3:.1f}{pick(UNIT)}之间。",
            f"就{pick(list(topics))[:7]}而言，{pick(CAUSE)}{pick(EFFECT)}。",
        )
    )


def duty(rng: Random, topics: Sequence[str]) -> str:
    """One sentence of a summary of one's work."""
    pick = rng.choice
    number = rng.randrange(2, 90)
    return pick(
        (
            f"{pick(WHEN)}{pick(ADVERB)}{pick(TASK)}{pick(OBJECT)}{number}{pick(('项', '份', '次'))}。",
            f"{pick(ADVERB)}{pick(TASK)}{pick(PLACE)}{pick(OBJECT)}，{pick(ADVERB)}{pick(DEED)}{number}次。",
            f"围绕{pick(list(topics))[:7]}{pick(DEED)}，{pick(TASK)}{pick(OBJECT)}。",
            f"{pick(WHO)}{pick(DEED)}时{pick(ADVERB)}{pick(STEP)}，{pick(MEASURE)}{pick(TREND)}{number}%。",
            f"存在{pick(OBJECT)}不够细的问题，今后{pick(NEXT)}{pick(STEP)}。",
        )
    )


def science(rng: Random, topics: Sequence[str], length: int) -> str:
    """About ``length`` characters of scientific prose."""
    text = ""
    while len(text) < length:
        text += sentence(rng, topics)
    return text


def work(rng: Random, topics: Sequence[str], length: int) -> str:
    """About ``length`` characters of a work summary."""
    text = ""
    while len(text) < length:
        text += duty(rng, topics)
    return text


def duties(rng: Random, content: Mapping[str, object], length: int) -> str:
    topics = content.get("_topics") or ("本职业务",)
    return work(rng, list(topics), length)  # type: ignore[call-overload]

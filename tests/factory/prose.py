"""Filler that reads like the real thing: duties, abstracts, body text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

SENTENCES = (
    "认真贯彻执行上级各项决策部署，严格遵守单位规章制度，按时完成领导交办的工作任务。",
    "围绕{topic}，开展现场调查和资料收集，编写技术报告并通过内部审查。",
    "坚持理论联系实际，不断总结经验，业务能力和服务水平得到提升。",
    "参加{topic}相关技术培训，撰写学习笔记，并在科室内作专题交流。",
    "积极承担{topic}任务，与同事密切配合，按期提交成果。",
    "能够带领青年同志开展业务学习，传帮带作用发挥较好。",
    "工作中仍存在不足，如理论学习不够系统，今后将加以改进。",
)
SCIENCE = (
    "结合云南高原山区的实际条件，对{topic}的影响因素进行了分析。",
    "选取典型样本开展对比试验，结果表明该方法具有较好的适用性。",
    "现有成果多集中于平原地区，对高海拔、大温差条件下的规律认识不足。",
    "通过现场观测和数据整理，得到了主要参数的取值范围。",
    "研究认为，应当综合考虑地形、气候与管理水平等多方面因素。",
    "为{topic}提供了可供借鉴的经验和依据。",
    "文中给出的步骤简单明了，便于在基层单位推广应用。",
    "与传统做法相比，该方案在成本和时效方面均有改善。",
    "数据采用平均值加减标准差表示，差异具有统计学意义。",
    "限于篇幅，有关细节将另文讨论。",
)


def fill(rng: Random, sentences: Sequence[str], topics: Sequence[str], length: int) -> str:
    """Sentences until about ``length`` characters."""
    text = ""
    while len(text) < length:
        text += rng.choice(sentences).format(topic=rng.choice(topics))
    return text


def duties(rng: Random, content: Mapping[str, object], length: int) -> str:
    topics = content.get("_topics") or ("本职业务",)
    return fill(rng, SENTENCES, list(topics), length)  # type: ignore[call-overload]

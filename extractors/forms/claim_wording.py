"""Which kind of claim a row makes in a table that heads its rows 内容 and names no kind: what its cells say."""

from __future__ import annotations

import regex

from extractors.forms.claim_sections import Kind
from extractors.grammar.normal import tight
from extractors.table_records import Row

_PATENT = regex.compile(r"^一种\p{Han}|专利|发明人|设计人")
_PAPER = regex.compile(
    r"^(?:发表)?(?:论文|论著|文章)[:：《]|^《[^《》]{6,}》[,，]|作者|共同第[一二三]|通[讯信]|独著|合著|参编|主编"
)
_AWARD = regex.compile(
    r"(?:奖|称号|先进(?:个人|工作者)|工匠|标兵|能手|模范|带头人|骨干|优秀\p{Han}{1,8}|嘉奖|记功)(?:\([^()]*\))?$"
)
_PROJECT = regex.compile(r"负责|主持|参与|参加|承担|成员|骨干|组[长员]|主要(?:完成|研究)")


def kind_by_words(row: Row) -> Kind | None:
    """None where the cells say no kind."""
    title = tight(row.cell("name").text)
    beside = " ".join(tight(row.cell(name).text) for name in ("rank", "date", "note"))
    if _PATENT.search(f"{title} {beside}"):
        return "patent"
    if _PAPER.search(title) or _PAPER.search(beside):
        return "paper"
    if _AWARD.search(title):
        return "award"
    return "project" if _PROJECT.search(beside) else None

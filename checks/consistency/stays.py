"""Full-time occupations that papers show: what was done, where, and the days surely covered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checks.reading import plain
from checks.spans import days_of
from extractors.records import Document, Fact

Kind = Literal["study", "training", "service", "contract", "post", "leading", "on-site"]
NAMES: dict[Kind, str] = {
    "study": "全日制学习",
    "training": "脱产进修",
    "service": "基层或援派服务",
    "contract": "聘用",
    "post": "聘任",
    "leading": "项目经理（总监）任职",
    "on-site": "全职驻场",
}
FULL_TIME = ("全日制", "普通", "脱产")
_LEADING = re.compile("^(?:(?:施工|工程|项目)?(?:总承包)?项目经理|(?:项目)?总监(?:理工程师)?)(?=$|[(（、兼])")
_LEADING_ON_SITE = re.compile("全职|专职|驻场|常驻|驻工地|全过程在岗")
_STATIONED = re.compile("全职|驻场|常驻|脱产")  # of any other role, in the words for the role itself
WHOLLY = re.compile("全职|(?<![不半非])脱产|常驻|全过程在岗|专职(?:驻|履职|在岗)")
_HELD = re.compile(  # behind a role
    "[(（,，][^。；;]{0,8}(?:(?:全职|专职)(?:驻|履职|在岗)|常驻(?:工地|现场|项目)|全过程在岗)"
)


@dataclass(frozen=True, slots=True)
class Stay:
    """Full-time at ``where`` for certain from ``first`` to ``last``."""

    document: Document
    kind: Kind
    where: str
    first: date
    last: date
    start: Fact
    end: Fact

    @property
    def named(self) -> str:
        return f"{NAMES[self.kind]}（{self.where}，{self.start.text}至{self.end.text}）"


_PART_TIME = re.compile(
    "兼职(?:工作|聘用|用工)?(?:三方)?(?:协议|合同)|非全日制用工|兼任[甲丙]方|原劳动关系不变|保持原劳动关系"
)
_AWAY = re.compile("(?<![半不非])脱产")
_BESIDE_POST = re.compile("兼职|兼任|不影响本职|特聘|客座|柔性引进|(?:企业|产业|研究生|硕士生|博士生|校外)导师|专家库")


def stay(document: Document) -> Stay | None:
    """The occupation that a document shows; None where it shows none, or no place, beginning or end of it."""
    seen = _kind(document)
    start, end = document.first("start_date"), document.first("end_date")
    began, ended = days_of(start), days_of(end)
    if seen is None or start is None or end is None or began is None or ended is None:
        return None
    kind, where = seen
    return Stay(document, kind, where, began.last, ended.first, start, end) if where else None


def _kind(document: Document) -> tuple[Kind, str] | None:
    if document.type == "diploma" and document.value("study_mode").startswith(FULL_TIME):
        return "study", document.value("institution")
    if document.type == "continuing_education":
        return ("training", document.value("issuer")) if _AWAY.search(document.text) else None
    if document.type == "service_proof":
        return "service", document.value("place")
    if document.type == "employment_contract":
        return None if _PART_TIME.search(document.text) else ("contract", document.value("employer"))
    if document.type == "appointment":
        return None if _BESIDE_POST.search(document.text) else ("post", document.value("employer"))
    return _works(document) if document.type == "merit_proof" else None


def _works(document: Document) -> tuple[Kind, str] | None:
    """The time in which somebody led the works of a project (handbook F67), or was kept on its site."""
    role, where = document.value("role"), document.value("project_name")
    if _LEADING.match(role):
        return ("on-site" if _LEADING_ON_SITE.search(document.text) else "leading"), where
    text = plain(document.text)
    held = any(_HELD.match(text, found.end()) for found in re.finditer(re.escape(plain(role)), text)) if role else False
    return ("on-site", where) if held or _STATIONED.search(role) else None

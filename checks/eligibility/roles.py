"""Roles that a scope may ask for, each read from the dossier's papers: what shows it, or which paper is not there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from checks.eligibility.subject import Subject
from corpus.policy.records import Role
from extractors.records import Document, DocumentType

ROUTE = re.compile(r"(?:申报|评审|申请)(?:类型|类别|方式|途径|路径|渠道)[:：]?\s*([^\s，。；:：]{2,16})")
TICKED = re.compile(r"[☑√✓✔■☒▣]\s?(定向[^\s□☐○☑√]*|特殊人才|破格[^\s□☐○☑√]*|正常[^\s□☐○☑√]*)")
ASKED = re.compile(
    r"(?<![不未可])(?:申请|选择|自愿|参加|适用|享受|符合)[^。\n□☐○]{0,12}?(定向评价|特殊人才)"
    r"(?![^。\n，,；;]{0,8}?的(?:人员|应|须|需|[，,]))"
)
_LEAST = 2  # characters of a route; fewer are left of a label that was cut
SKILLED = re.compile(r"高级技师|技师|高级工|特级技师|首席技师|[一二三]级|[123]级")


@dataclass(frozen=True, slots=True)
class Found:
    answer: Literal["yes", "no", "unsure"]
    why: str = ""


def has(subject: Subject, role: Role) -> Found:
    """Whether the papers show the role."""
    return ROLES[role](subject)


def route(subject: Subject) -> str:
    """The route declared on the application form, "" when none is read; a printed list of choices declares nothing."""
    stated = subject.form("applied_route")
    if stated is not None and len(stated.value) >= _LEAST:
        return stated.value
    for document in subject.of("application_form"):
        for pattern in (TICKED, ROUTE, ASKED):
            match = pattern.search(document.text)
            if match and not re.search(r"[□☐○]", match.group()):
                return match.group(1)
    return ""


def _special_talent(subject: Subject) -> Found:
    declared = route(subject)
    return Found("yes") if "特殊人才" in declared else Found("no", "申报途径未注明特殊人才")


def _directed_route(subject: Subject) -> Found:
    declared = route(subject) + subject.said("applied_title")
    return Found("yes") if re.search("定向", declared) else Found("no", "申报途径未注明定向评价")


def _epidemic(subject: Subject) -> Found:
    return _served(subject, "epidemic", "疫情防控一线")


def _poverty(subject: Subject) -> Found:
    return _served(subject, "poverty_alleviation", "脱贫攻坚（驻村）")


def _served(subject: Subject, kind: str, name: str) -> Found:
    if subject.services(kind):
        return Found("yes")
    if subject.services(""):
        return Found("unsure", f"有服务证明的类别未能识别，是否为{name}服务未能确定")
    return Found("no", f"未见{name}服务证明")


def _township_graduate(subject: Subject) -> Found:
    held = subject.current_title
    if held is not None:
        return Found("no", f"已有职称（{held.value}），非首次申报")
    if subject.of("title_certificate"):
        return Found("no", "材料中有已取得的职称证书，非首次申报")
    diplomas = subject.of("diploma")
    if not diplomas:
        return Found("unsure", "未见毕业证书，是否普通高校毕业未能确定")
    kinds = {_ordinary(d.value("certificate_number"), d.value("study_mode")) for d in diplomas}
    if True in kinds:
        return Found("yes")
    return Found("unsure", "毕业证书的办学类型未能识别") if None in kinds else Found("no", "非普通高校毕业证书")


def _ordinary(number: str, mode: str) -> bool | None:
    """Whether a diploma is of an ordinary college: the sixth digit of its number, else the study mode printed."""
    if re.fullmatch(r"\d{17,18}", number):
        return number[5] == "1"
    if re.search("函授|夜大|业余|自考|自学|网络|成人|开放|远程", mode):
        return False
    return True if re.search("普通|全日制", mode) else None


def _postdoc(subject: Subject) -> Found:
    return Found("yes") if subject.of("postdoc_certificate") else Found("no", "未见博士后证书")


def _high_skilled(subject: Subject) -> Found:
    certificates = subject.of("skill_certificate")
    if not certificates:
        return Found("no", "未见职业技能等级证书")
    levels = [d.value("skill_level") for d in certificates]
    if any(SKILLED.search(level) for level in levels):
        return Found("yes")
    return Found("no", "技能等级低于高级工") if all(levels) else Found("unsure", "技能等级未能识别")


def papers(subject: Subject, role: Role) -> list[Document]:
    """The papers that show a role, or would show it."""
    if role in SERVICES:
        return subject.services(SERVICES[role])
    return list(subject.of(PAPERS[role]))


SERVICES: dict[Role, str] = {"epidemic_front_line": "epidemic", "poverty_alleviation": "poverty_alleviation"}
PAPERS: dict[Role, DocumentType] = {
    "special_talent": "application_form",
    "directed_route": "application_form",
    "township_graduate": "diploma",
    "enterprise_postdoc": "postdoc_certificate",
    "high_skilled": "skill_certificate",
}
ROLES: dict[Role, Callable[[Subject], Found]] = {
    "special_talent": _special_talent,
    "directed_route": _directed_route,
    "epidemic_front_line": _epidemic,
    "poverty_alleviation": _poverty,
    "township_graduate": _township_graduate,
    "enterprise_postdoc": _postdoc,
    "high_skilled": _high_skilled,
}

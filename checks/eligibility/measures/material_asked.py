"""Whether an item of the list of materials is asked for from one applicant."""

from __future__ import annotations

import re

from checks.eligibility import roles
from checks.eligibility.helped import Helped
from checks.eligibility.subject import Subject
from corpus.policy.records import Material

NEVER = "never"
CURRENT = "current_title"
CLAIMS_DEGREE = re.compile("学士|硕士|博士")
FOREIGN = re.compile(
    r"^[^\u4e00-\u9fff]+$|^(?:英|美|德|法|俄|韩|泰)国|^(?:日本|俄罗斯|加拿大|澳大利亚|新西兰|新加坡|马来西亚|越南|缅甸|老挝|"
    "菲律宾|印度|乌克兰|白俄罗斯|意大利|西班牙|荷兰|瑞典|瑞士|爱尔兰|香港|澳门|台湾)"
)


def asked(subject: Subject, material: Material, helped: Helped) -> bool | None:
    """True, False, or None when the dossier does not tell."""
    if material.routes and not any(word in roles.route(subject) for word in material.routes):
        return False
    match material.when:
        case "":
            return True
        case "never":
            return False
        case "degree":
            return _claims_degree(subject)
        case "overseas_study":
            return any(FOREIGN.search(h.value) for h in subject.held("institution", "diploma", "degree_certificate"))
        case "current_title":
            return _holds_title(subject, helped)
    return subject.form(material.when) is not None


def _claims_degree(subject: Subject) -> bool:
    """Whether the form names a degree beside the education."""
    stated = [*subject.held("degree", "application_form"), *subject.held("education_level", "application_form")]
    return any(CLAIMS_DEGREE.search(f"{held.value}{held.fact.text}") for held in stated)


# 现职称 无; recognised without a title before, as some postdocs and returnees are
NONE_HELD = re.compile(
    "现(?:有|任)?[\u4e00-\u9fff]{0,8}(?:职称|资格|职务)[:：]?无(?![\u4e00-\u9fff])|直接认定|考核认定|首次申报"
)


def _says_none(subject: Subject) -> bool:
    return any(NONE_HELD.search("".join(d.text.split())) for d in subject.of("application_form"))


def _holds_title(subject: Subject, helped: Helped) -> bool | None:
    """Whether a title is held, or must be for the level applied for."""
    if subject.current_title is not None:
        return True
    if subject.level in ("associate_senior", "senior"):
        opened = any(subject.level in h.effects.opens for h in helped.helps)
        skilled = any(h.role == "high_skilled" for h in helped.helps)
        return None if opened or skilled or _says_none(subject) else True
    return False if subject.level == "junior" else None

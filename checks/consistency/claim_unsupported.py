"""consistency.claim-unsupported: a row of the application form for which the dossier holds no proof."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, found, not_applicable, place
from checks.consistency.matching import KINDS, Match, match_all
from checks.records import Coverage, Finding
from corpus.codes import patent

INFO = CheckInfo(
    code="consistency.claim-unsupported",
    title="申报表所填成果未附证明",
    severity="missing",
    kind="deterministic",
    rationale="申报表所填的论文、奖项、项目、专利应当逐项附证明材料；逐项比对题名后未找到的，请申报人补充。",
    innocent=("证明材料漏交", "题名填写与证书不同", "证明页未能识读"),
    verify="请申报人补交该项证明，或说明对应的材料页码",
    handbook=("F11", "F61", "F64"),
    weight=2,
)
LEGIBLE = 0.8
WORDS = {"claimed_award": "奖项", "claimed_paper": "论文", "claimed_project": "项目", "claimed_patent": "专利"}
PROOFS = {
    "claimed_award": "获奖证书或表彰文件",
    "claimed_paper": "论文首页及刊物封面、目录、版权页",
    "claimed_project": "立项、结题或验收证明",
    "claimed_patent": "专利证书",
}


def run(case: Case) -> Iterator[Finding | Coverage]:
    if not case.of_type("application_form"):
        yield not_applicable(INFO, None, "材料中没有申报表")
        return
    lost = [f.name for f in case.dossier.files if any(p.fatal for p in f.problems)]
    looked = {form.id for form in case.of_type("application_form")}
    for match in match_all(case):
        if match.proof is None:
            looked.discard(match.form.id)
            yield _finding(match, lost) if _is_legible(match) else _illegible(match)
    yield from (Coverage(code=INFO.code, document=name, outcome="clear") for name in sorted(looked))


def _is_legible(match: Match) -> bool:
    """Whether the row was read as a title or a number at all, and clearly enough to be told missing."""
    letters = re.sub(r"[\d\W_]", "", str(match.fact.value))
    return match.fact.confidence >= LEGIBLE and (
        len(letters) >= 4 or bool(patent.ANYWHERE.search(str(match.fact.value)))
    )


def _illegible(match: Match) -> Coverage:
    reason = f"申报表{WORDS[match.kind]}一栏读作“{match.fact.value}”，不像完整题名，请人工核对"
    return cannot_tell(INFO, match.form, reason)


def _finding(match: Match, lost: list[str]) -> Finding:
    kinds = next(kind for kind in KINDS if kind.name == match.kind)
    note = f"另有{len(lost)}个文件未能读取（{'、'.join(lost)}），证明可能在其中。" if lost else ""
    return found(
        INFO,
        f"申报表所填{WORDS[match.kind]}“{match.fact.value}”未见相应证明材料",
        [place(match.form, match.fact)],
        explanation=f"已与全部{len(kinds.proofs)}类证明材料的题名逐一比对，并在其他材料全文中查找，均未找到。{note}",
        verify=f"请补交{PROOFS[match.kind]}，或指明所在材料页码",
    )


CHECK = Check(info=INFO, run=run)

"""consistency.claim-contradicted: a row of the application form that its own proof speaks against."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, found, not_applicable, place
from checks.consistency.background import conflicts
from checks.consistency.conflicts import Conflict
from checks.consistency.matching import match_all, title_place
from checks.records import Coverage, Finding
from extractors.records import Document, Fact

INFO = CheckInfo(
    code="consistency.claim-contradicted",
    title="申报表所填与证明材料不符",
    severity="suspect",
    kind="deterministic",
    rationale="申报表逐项所填的等级、排名、日期、刊名、人员应与所附证明一致；不一致的列出双方原文，由人核实。",
    innocent=("填表笔误", "按批准日期与印制日期分别填写", "集体奖个人排名另有证明", "扫描识读差错"),
    verify="请申报人说明并对照证书原件；必要时向颁发单位、编辑部或国家知识产权局核实",
    handbook=("F21", "F42", "F43", "F52", "F56", "F58", "F62", "F64"),
    weight=4,
)


def run(case: Case) -> Iterator[Finding | Coverage]:
    forms = case.of_type("application_form")
    if not forms:
        yield not_applicable(INFO, None, "材料中没有申报表")
        return
    quiet = {form.id for form in forms}
    for form, fact, proof, conflict in _conflicts(case):
        quiet.discard(form.id)
        if conflict.sure:
            yield _finding(form, fact, proof, conflict)
        else:
            reason = f"“{fact.value}”：{conflict.text}，但识读未能确认，请人工核对"
            yield cannot_tell(INFO, form, reason)
    yield from (Coverage(code=INFO.code, document=name, outcome="clear") for name in sorted(quiet))


def _conflicts(case: Case) -> Iterator[tuple[Document, Fact, Document, Conflict]]:
    for match in match_all(case):
        if match.proof is not None:
            yield from ((match.form, match.fact, match.proof, conflict) for conflict in match.conflicts)
    for form in case.of_type("application_form"):
        yield from ((form, fact, proof, conflict) for fact, proof, conflict in conflicts(case, form))


def _finding(form: Document, fact: Fact, proof: Document, conflict: Conflict) -> Finding:
    other = place(proof, conflict.proof) if conflict.proof else title_place(proof)
    return found(
        INFO,
        f"申报表所填“{fact.value}”与证明材料不符：{conflict.text}，待核实",
        [place(form, fact), other],
        explanation="申报表所填优于证明材料所载。" if conflict.overstated else "申报表所填与证明材料所载不同。",
        severity="suspect" if conflict.overstated or conflict.kind in ("date", "school", "number") else "notice",
        weight=4 if conflict.overstated else 2,
    )


CHECK = Check(info=INFO, run=run)

"""publication.author-rank-overstated: a claimed place among the authors better than the printed one."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, found, not_applicable, place
from checks.consistency.matching import match_all
from checks.records import Coverage, Finding

INFO = CheckInfo(
    code="publication.author-rank-overstated",
    title="作者排序优于论文署名",
    severity="suspect",
    kind="deterministic",
    rationale="申报表所填作者排序应与论文首页署名一致；共同第一作者、通讯作者以论文标注为准。",
    innocent=("论文标注共同第一作者或通讯作者", "填表笔误", "署名为外文或曾用名"),
    verify="核对刊物原件署名，必要时在知网、DOI或向编辑部核实作者顺序",
    handbook=("F42", "F43"),
    weight=4,
)


def run(case: Case) -> Iterator[Finding | Coverage]:
    matches = [m for m in match_all(case) if m.kind == "claimed_paper" and m.proof is not None]
    if not matches:
        yield not_applicable(INFO, None, "申报表未填论文或未见论文材料")
    for match in matches:
        proof = match.proof
        said = [c for c in match.conflicts if c.kind == "author-rank" and c.overstated]
        if proof is None or (not said and match.row.get("claimed_author_rank") and proof.first("authors")):
            yield Coverage(code=INFO.code, document=proof.id if proof else "", outcome="clear")
        elif not said:
            yield cannot_tell(INFO, proof, "未读到署名或申报表未填作者排序")
        elif said[0].sure and said[0].proof is not None:
            claimed = match.row["claimed_author_rank"]
            message = f"《{match.fact.value}》：{said[0].text}，待核实"
            yield found(INFO, message, [place(proof, said[0].proof), place(match.form, claimed)])
        else:
            yield cannot_tell(INFO, proof, f"{said[0].text}，但识读未能确认，请人工核对")


CHECK = Check(info=INFO, run=run)

"""consistency.event-before-issuer: a paper dated before its issuer had the name it bears (handbook, appendix A)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each
from checks.records import Coverage, Finding, Severity
from checks.saying import say
from checks.spans import Days, days, days_of
from corpus.registries.institutions import Renaming, renamings
from extractors.records import Document, DocumentType, Fact

INFO = CheckInfo(
    code="consistency.event-before-issuer",
    title="发证单位名称与证书日期不符",
    severity="suspect",
    kind="deterministic",
    rationale="学校、机关更名后的名称不应出现在更名前一年以上所署日期的证书上；更名后一年以上仍用旧名的，列为提示。"
    "更名时间表精确到年或月，前后各留12个月余地。",
    innocent=("遗失后补发、换发证书使用现名", "更名文件早于挂牌", "沿用旧印章或旧版证书"),
    verify="向发证学校档案馆或发证机关核实该证书的制发时间与当时名称",
    handbook=("F18", "F28", "F59"),
    weight=3,
)
TYPES: tuple[DocumentType, ...] = (
    "diploma",
    "degree_certificate",
    "title_certificate",
    "appointment",
    "award_certificate",
    "service_proof",
    "skill_certificate",
    "exam_certificate",
    "patent_certificate",
    "commendation",
    "title_notice",
    "project_proof",
)
MARGIN = 365
REISSUED = re.compile("补发|换发|补办|遗失|毕业证明书|学位证明书|现名|原名|更名")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    fact = document.first("issuer") or document.first("institution")
    dated = days_of(document.first("issue_date"))
    if fact is None or dated is None:
        yield cannot_tell(INFO, document, "未读到发证单位或发证日期")
        return
    named = any(r.kind != "branch" and _bears(str(fact.value), r.new) for r in renamings())
    for renaming in renamings():
        changed = days(renaming.changed)
        if changed is not None and not (named and renaming.kind == "branch"):
            yield from _held(case, document, fact, dated, renaming, changed)


def _held(
    case: Case, document: Document, fact: Fact, dated: Days, renaming: Renaming, changed: Days
) -> Iterator[Finding | Coverage]:
    issuer, printed = str(fact.value), document.value("issue_date")
    branch = renaming.kind == "branch"
    bears = _is_branch if branch else _bears
    if bears(issuer, renaming.new) and dated.shifted(MARGIN).before(changed):
        yield from _early(case, document, fact, renaming)
    elif not branch and _bears(issuer, renaming.old) and changed.shifted(MARGIN).before(dated):
        message = f"所署单位“{issuer}”已于{renaming.changed}年更名为“{renaming.new}”，证书日期为{printed}，待核实"
        explanation = _basis(renaming)
        yield say(case, INFO, document, fact, _dated(message), explanation=explanation, severity="notice", weight=1)


def _early(case: Case, document: Document, fact: Fact, renaming: Renaming) -> Iterator[Finding | Coverage]:
    if REISSUED.search(document.text):
        yield cannot_tell(INFO, document, "证书注明补发、换发或更名，使用现名属正常")
        return
    since = f"{'上级机关' if renaming.kind == 'branch' else ''}自{renaming.changed}年起使用此名称"
    message = f"所署单位“{fact.value}”{since}，证书日期为{document.value('issue_date')}，待核实"
    severity: Severity = "notice" if renaming.mark == "C" else "suspect"
    yield say(case, INFO, document, fact, _dated(message), explanation=_basis(renaming), severity=severity)


def _is_branch(issuer: str, name: str) -> bool:
    """Whether a province's, a prefecture's or a county's office is named for ``name``."""
    return re.search(rf"[省州市县区旗]{name}(?:厅|局|委员会|委)$", issuer) is not None


def _bears(issuer: str, name: str) -> bool:
    """Whether the issuer is that body or a part of it; 大理学院 is not 大理学院附属…, nor 农业部 a 农业部门."""
    if not issuer.startswith(name) and not issuer.startswith(("中华人民共和国" + name, "云南省" + name)):
        return False
    return not issuer.partition(name)[2].startswith(("门", "队", "附属", "附中", "附小"))


def _dated(message: str) -> str:
    return re.sub(r"(\d{4}-\d{2})年", r"\1", message)


def _basis(renaming: Renaming) -> str:
    note = "" if renaming.mark == "A" else "，该时间依据待复核"
    return f"更名对照：{renaming.old}→{renaming.new}（{renaming.changed}）{note}"


CHECK = Check(info=INFO, run=each(INFO, TYPES, look))

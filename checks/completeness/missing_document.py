"""completeness.missing-document: everything the list of materials asks for and the dossier does not show, in one go."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo
from checks.eligibility.findings import found
from checks.eligibility.measures.appraisal import gaps
from checks.eligibility.subject import Subject
from checks.records import Condition, Coverage, Finding
from corpus.policy.records import Entry

INFO = CheckInfo(
    code="completeness.missing-document",
    title="缺少应提交的材料",
    severity="missing",
    kind="deterministic",
    rationale="按系列、级别、途径列出应提交的材料，一次性告知全部缺项。政策允许受理单位自行核验的不要求，不作限制性条件的不列。",
    innocent=("材料在无法读取的文件中", "材料合并在其他文件里，未被识别", "材料由单位另行报送"),
    verify="对照材料清单人工翻阅原件；联系申报人一次性补交",
    handbook=("F11",),
    references=("handbook 7.1", "职称评审管理暂行规定（令40）：一次性告知"),
)


def _run(case: Case) -> Iterator[Finding | Coverage]:
    listed = {r.entry.id: r.entry for r in case.policy.rules if r.entry.measure == "material"}
    rows = [(row, listed[row.id]) for row in case.conditions if row.id in listed]
    missing = [(row, entry) for row, entry in rows if row.outcome == "not_met"]
    for row, entry in missing:
        yield found(INFO, row, _message(entry), explanation=row.explanation + _unread(case))
    forms = list(_forms_of_single_years(case))
    yield from forms
    if not missing and not forms:
        if rows:
            yield Coverage(code=INFO.code, outcome="clear")
        else:
            yield Coverage(code=INFO.code, outcome="not_applicable", reason="本政策包没有材料清单")


def _message(entry: Entry) -> str:
    ask = entry.material.ask if entry.material else ""
    return f"缺少{entry.title}：请补交{ask}" if ask else f"缺少{entry.title}"


def _unread(case: Case) -> str:
    """That the item may lie in something that could not be read."""
    files = {p.file for p in case.dossier.problems if p.fatal}
    return f"另有{len(files)}个文件或其中的页未能读取，如该材料在其中，请以可读形式重新提交。" if files else ""


def _forms_of_single_years(case: Case) -> Iterator[Finding]:
    """Where each appraisal is a form of its own, a year without one is a document that is not there."""
    subject = Subject(case)
    forms = subject.of("annual_appraisal")
    if len(forms) < 2 or any(len(d.all("year")) != 1 for d in forms):
        return
    for row in case.conditions:
        if row.id == "appraisal" and row.outcome == "not_met":
            yield from (_form(row, year) for year in gaps(subject, row.clause))


def _form(row: Condition, year: int) -> Finding:
    return found(INFO, row, f"缺少{year}年度考核登记表", evidence=())


CHECK = Check(info=INFO, run=_run)

"""What was looked at and what was not: coverage in a form that a person reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from checks.records import Coverage, CoverageOutcome, Report
from ingest.records import Dossier, Page, Problem, ProblemKind
from reports.masking import Masker
from reports.wording import DOCUMENT_TYPES, code_title, family_title

_PROBLEMS: dict[ProblemKind, str] = {
    "encrypted": "文件加密，需要密码",
    "damaged": "文件损坏，无法完整打开",
    "empty": "文件为空",
    "unsupported": "文件格式不在可读取范围",
    "mislabelled": "文件扩展名与内容不一致，已按内容读取",
    "too_large": "超出大小或页数限制",
    "unsafe": "含不安全内容，未打开",
    "timeout": "读取超时",
    "crashed": "读取中断",
    "illegible": "页面文字无法辨认",
}


class CoverageRow(msgspec.Struct, frozen=True, kw_only=True):
    """How one check fared over the dossier: numbers of documents by outcome."""

    family: str
    title: str
    code: str
    clear: int
    found: int
    not_applicable: int
    cannot_tell: int


class Unseen(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was not looked at, or could not be judged, and why."""

    subject: str
    reason: str
    where: str


def coverage_rows(coverage: Iterable[Coverage]) -> tuple[CoverageRow, ...]:
    """One row a code, in the order of first mention."""
    counts: dict[str, Counter[CoverageOutcome]] = {}
    for entry in coverage:
        counts.setdefault(entry.code, Counter())[entry.outcome] += 1
    return tuple(
        CoverageRow(
            family=family_title(code),
            title=code_title(code),
            code=code,
            clear=count["clear"],
            found=count["found"],
            not_applicable=count["not_applicable"],
            cannot_tell=count["cannot_tell"],
        )
        for code, count in counts.items()
    )


def unseen(report: Report, dossier: Dossier, masker: Masker) -> tuple[Unseen, ...]:
    """Files and pages that were not read, then checks that could not tell; equal reasons of one check are one row."""
    rows = [_problem(problem, masker) for problem in _problems(dossier)]
    names = {d.id: f"{d.id} {DOCUMENT_TYPES[d.type]}" for d in report.documents}
    rows += _grouped((c for c in report.coverage if c.outcome == "cannot_tell"), names, masker)
    return tuple(dict.fromkeys(rows))


def not_applicable(report: Report, masker: Masker) -> tuple[Unseen, ...]:
    """Checks that applied to nothing in the dossier, with their reasons."""
    applied = {c.code for c in report.coverage if c.outcome != "not_applicable"}
    left = (c for c in report.coverage if c.code not in applied)
    names = {d.id: d.id for d in report.documents}
    return tuple(_grouped(left, names, masker))


def set_aside(report: Report, dossier: Dossier, masker: Masker) -> tuple[Unseen, ...]:
    """Files and pages that belong to no document, so that everything handed in is accounted for."""
    taken: dict[str, set[int]] = {}
    for document in report.documents:
        taken.setdefault(document.file, set()).update(range(document.pages[0], document.pages[1] + 1))
    left: dict[str, list[Page]] = {}
    for page in dossier.pages:
        if page.number not in taken.get(page.file, ()):
            left.setdefault(page.file, []).append(page)
    rows: list[Unseen] = []
    for file in dossier.files:
        pages = left.get(file.name, [])
        fatal = [problem for problem in file.problems if problem.fatal and not problem.page]
        if file.name not in taken and not pages:
            reason = _PROBLEMS[fatal[0].kind] if fatal else "未识别出材料"
            rows.append(Unseen(subject=masker.text(file.name), reason=reason, where="整个文件"))
        for blank, reason in ((True, "空白页"), (False, "未归入任何材料")):
            numbers = [str(page.number) for page in pages if page.blank is blank]
            if numbers:
                where = f"第{'、'.join(numbers)}页"
                rows.append(Unseen(subject=masker.text(file.name), reason=reason, where=where))
    return tuple(rows)


def _problems(dossier: Dossier) -> list[Problem]:
    found = list(dossier.problems)
    for file in dossier.files:
        found += file.problems
    found += [page.problem for page in dossier.pages if page.problem]
    return [problem for problem in dict.fromkeys(found) if problem.fatal]


def _problem(problem: Problem, masker: Masker) -> Unseen:
    where = masker.text(problem.file) + (f" 第{problem.page}页" if problem.page else "")
    return Unseen(subject="读取", reason=_PROBLEMS[problem.kind], where=where or "全卷")


def _grouped(entries: Iterable[Coverage], names: Mapping[str, str], masker: Masker) -> list[Unseen]:
    groups: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        where = names.get(entry.document, entry.document) or "全卷"
        groups.setdefault((entry.code, entry.reason), []).append(where)
    return [
        Unseen(
            subject=code_title(code),
            reason=masker.text(reason) or "未说明原因",
            where=_listed(list(dict.fromkeys(where))),
        )
        for (code, reason), where in groups.items()
    ]


def _listed(where: Sequence[str], most: int = 6) -> str:
    """All of a few; of many the first, and how many there are."""
    if len(where) <= most:
        return "、".join(where)
    return f"{'、'.join(where[:3])}等{len(where)}件"

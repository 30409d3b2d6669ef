"""How one condition of a report came about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from checks.records import Condition, Report
from corpus.policy.records import Policy, Rule
from mingcha.errors import ArgumentError, ExitCode, MingchaError
from mingcha.outline import print_plain
from mingcha.pipeline import load_policy
from reports import json_writer

OUTCOMES = {
    "met": "符合",
    "not_met": "不符合",
    "waived": "不作限制",
    "not_applicable": "不适用",
    "cannot_tell": "不能判断",
}


def explain(path: Path, id: str) -> ExitCode:
    """The derivation of one condition of a report."""
    report = read_report(path)
    row = next((c for c in report.conditions if c.id == id), None)
    if row is None:
        known = ", ".join(c.id for c in report.conditions)
        raise ArgumentError(f"{path} has no condition {id!r}; it has: {known or 'none'}")
    for line in _derivation(report, row):
        print_plain(line)
    return ExitCode.CLEAN


def _derivation(report: Report, row: Condition) -> Iterable[str]:
    yield f"{row.id}  {row.requirement}"
    yield f"结论：{OUTCOMES[row.outcome]}（{row.outcome}）"
    yield f"条款：{row.clause.policy} {row.clause.ref}"
    yield from _basis(report, row)
    yield f"要求：{row.threshold}"
    yield f"所见：{row.measured}"
    yield "推算："
    yield from (f"  {part}" for part in _sentences(row.explanation))
    yield f"核算日：{report.as_of}；政策包：{report.policy.id}（sha256 {report.engine.policy_sha256}）"
    yield "依据材料：" if row.evidence else "依据材料：无"
    for place in row.evidence:
        box = f" [{', '.join(f'{v:g}' for v in msgspec.structs.astuple(place.bbox))}]" if place.bbox else ""
        yield f"  {place.document} {place.file} 第{place.page}页{box}　{place.text}"


def _basis(report: Report, row: Condition) -> Iterable[str]:
    """The clause's wording and the entry's terms, where the pack of the report is at hand."""
    try:
        policy = load_policy(report.policy.id)
    except MingchaError:
        yield "原文：政策包不在本机，未能列出"
        return
    if policy.sha256 != report.engine.policy_sha256:
        yield "（注意：本机政策包与报告所用版本不同）"
    pack = policy.pack(row.clause.policy)
    clause = next((c for c in pack.clauses if c.ref == row.clause.ref), None) if pack else None
    yield f"原文：{clause.text}" if clause and clause.text else "原文：未载入"
    rule = _rule(policy, row)
    if rule is not None:
        loaded = "已读" if rule.source.loaded else "全文未载入"
        yield f"来源：{rule.source.title}{rule.source.number}（{loaded}），标记{row.basis_mark or rule.entry.mark}"


def _rule(policy: Policy, row: Condition) -> Rule | None:
    """The rule that gave the row: that of its id in the row's clause, else any there, else any of its id."""
    there = [r for r in policy.rules if r.pack == row.clause.policy and r.entry.clause == row.clause.ref]
    named = (r for r in there if row.id in (r.entry.id, r.entry.overrides))
    return next(named, None) or policy.rule(row.id) or next(iter(there), None)


def _sentences(text: str) -> list[str]:
    return [part for part in text.replace("；", "；\n").replace("。", "。\n").splitlines() if part]


def read_report(path: Path) -> Report:
    """The report at a file or in a folder. Raises MingchaError when there is none or it is no report."""
    file = path / "report.json" if path.is_dir() else path
    try:
        return json_writer.read(file)
    except OSError as error:
        raise MingchaError(f"{file}: {error.strerror or error}; give a report.json that mingcha check wrote") from error
    except json_writer.ReportError as error:
        raise MingchaError(str(error)) from error

"""Showing packs, their clauses and single conditions on the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from checks.records import Condition, Report
from corpus.policy.coverage import Row, Served
from corpus.policy.coverage import coverage as rows_of
from corpus.policy.loader import available
from corpus.policy.records import Policy, Rule, Source, Value
from mingcha.errors import ArgumentError, ExitCode, MingchaError
from mingcha.pipeline import load_policy
from reports import json_writer

KINDS = {
    "requirement": "条件",
    "preference": "激励",
    "routing": "受理",
    "procedure": "程序",
    "directive": "对部门的要求",
}
OUTCOMES = {
    "met": "符合",
    "not_met": "不符合",
    "waived": "不作限制",
    "not_applicable": "不适用",
    "cannot_tell": "不能判断",
}


def list_() -> ExitCode:
    """A table of packs."""
    table = _table("id", "title", "tier", "in force", "extends", "text")
    for pack in available():
        until = str(pack.until or "")
        table.add_row(
            pack.id,
            pack.title,
            pack.tier,
            f"{pack.since} – {until}",
            ", ".join(pack.extends),
            "loaded" if pack.loaded else "not loaded",
        )
    _print(table)
    return ExitCode.CLEAN


def show(id: str, entry: str | None) -> ExitCode:
    """The resolved pack, or one entry in full."""
    policy = load_policy(id)
    if entry is not None:
        rule = policy.rule(entry)
        if rule is None:
            raise ArgumentError(f"policy {policy.id} has no entry {entry!r}; see `mingcha policy show {policy.id}`")
        _entry(policy, rule)
        return ExitCode.CLEAN
    console = _console()
    console.print(f"[bold]{escape(policy.title)}[/]  ({policy.id}, as of {policy.as_of or 'not set'})")
    top = policy.packs[0]
    issued = "，".join(x for x in (top.issuer, top.number, str(top.dated or ""), top.note) if x)
    console.print(escape(issued), soft_wrap=True)
    console.print(f"sha256 {policy.sha256}", soft_wrap=True)
    console.print("extends: " + " → ".join(pack.id for pack in policy.packs), soft_wrap=True)
    table = _table("entry", "kind", "clause", "mark", "in force", "what it asks or gives", "pack")
    for rule in policy.rules:
        in_force = f"{rule.since} – {rule.until or ''}"
        table.add_row(
            rule.entry.id,
            KINDS[rule.entry.kind],
            rule.entry.clause,
            rule.entry.mark,
            in_force,
            rule.entry.title,
            rule.pack,
        )
    console.print(table)
    return ExitCode.CLEAN


def _entry(policy: Policy, rule: Rule) -> None:
    entry = rule.entry
    pack = policy.pack(rule.pack)
    clause = next((c for c in pack.clauses if c.ref == entry.clause), None) if pack else None
    lines = [
        f"{entry.id}  {entry.title}",
        f"条款：{rule.pack} {entry.clause}　{clause.heading if clause else ''}",
        f"原文：{clause.text if clause and clause.text else '未载入'}",
        f"来源：{_source(rule.source)}{entry.article}，标记{entry.mark}",
        *(f"另据：{_source(pack.sources[id])}" for id in entry.cites if pack is not None),
        f"类别：{KINDS[entry.kind]}；量：{entry.measure or '—'}；处理：{entry.does}",
        *(f"自{v.since}：{_value(v)}" for v in entry.values),
        *([f"未载入：{entry.gap}"] if entry.gap else []),
        *([f"不由材料体现：{entry.reason}"] if entry.reason else []),
        *([f"可配置：{entry.deploys}"] if entry.deploys else []),
        *([f"清单：{'、'.join(entry.terms)}"] if entry.terms else []),
        *([f"起草期限（约束部门）：{_listed(entry.drafts_due)}"] if entry.drafts_due else []),
        *([f"疑点代码：{'、'.join(entry.checks)}"] if entry.checks else []),
        f"文件：{rule.file}:{rule.line}",
    ]
    for line in lines:
        _console().print(escape(line), soft_wrap=True)


def _source(source: Source) -> str:
    number = f"（{source.number}）" if source.number else ""
    return f"{source.title}{number}，{'已读' if source.loaded else '全文未载入'}"


def _listed(pairs: Mapping[str, object]) -> str:
    return "、".join(f"{key} {value}" for key, value in pairs.items())


def _value(value: Value) -> str:
    parts = [
        f"不少于{value.at_least:g}" if value.at_least is not None else "",
        f"比例不低于{value.share:.0%}" if value.share is not None else "",
        "；".join(f"{r.education}报{r.level}满{r.years or r.work_years}年" for r in value.routes),
        "、".join(f"{k}{n}" for k, n in (*value.ages.items(), *value.periods.items(), *value.grades.items())),
        value.note,
    ]
    return "；".join(p for p in parts if p)


def coverage(id: str) -> ExitCode:
    """Every clause with what it became."""
    policy = load_policy(id)
    table = _table("clause", "heading", "became", "mark", "entry", "what the tool does", "findings")
    pack = ""
    rows = rows_of(policy)
    for row in rows:
        if row.pack != pack:
            pack = row.pack
            table.add_section()
            table.add_row(f"[bold]{pack}[/]", "" if row.loaded else "（文本未载入）")
        _clause(table, row)
    _print(table)
    counted = {kind: sum(e.kind == kind for row in rows for e in row.entries) for kind in KINDS}
    said = ", ".join(f"{n} {kind}" for kind, n in counted.items())
    _console().print(f"{len(rows)} clauses, {sum(counted.values())} entries: {said}", soft_wrap=True)
    return ExitCode.CLEAN


def _clause(table: Table, row: Row) -> None:
    for n, entry in enumerate(row.entries):
        table.add_row(
            row.clause.ref if n == 0 else "",
            row.clause.heading if n == 0 else "",
            KINDS[entry.kind],
            entry.mark,
            entry.id,
            _does(entry),
            "\n".join(entry.checks),
        )


def _does(entry: Served) -> str:
    gap = f"；依据文本未载入：{entry.gap}" if entry.gap else ""
    reason = f"（{entry.reason}）" if entry.reason else ""
    over = "；由更近的政策包取代" if entry.overridden else ""
    return f"{entry.does}{reason}{gap}{over}"


def explain(path: Path, id: str) -> ExitCode:
    """The derivation of one condition of a report."""
    report = read_report(path)
    row = next((c for c in report.conditions if c.id == id), None)
    if row is None:
        known = ", ".join(c.id for c in report.conditions)
        raise ArgumentError(f"{path} has no condition {id!r}; it has: {known or 'none'}")
    for line in _derivation(report, row):
        _console().print(escape(line), soft_wrap=True)
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
    rule = policy.rule(row.id) or next(
        (r for r in policy.rules if r.pack == row.clause.policy and r.entry.clause == row.clause.ref), None
    )
    if rule is not None:
        loaded = "已读" if rule.source.loaded else "全文未载入"
        yield f"来源：{rule.source.title}{rule.source.number}（{loaded}），标记{row.basis_mark or rule.entry.mark}"


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


def _table(*columns: str) -> Table:
    table = Table(show_lines=False)
    for n, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=n == 0)
    return table


def _console() -> Console:
    return Console(highlight=False)


def _print(table: Table) -> None:
    _console().print(table)

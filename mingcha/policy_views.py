"""Showing packs and their clauses on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.policy.coverage import Served
from corpus.policy.coverage import coverage as rows_of
from corpus.policy.loader import available
from corpus.policy.records import Pack, Policy, Rule, Source, Value
from mingcha.errors import ArgumentError, ExitCode
from mingcha.outline import joined, print_plain, say
from mingcha.pipeline import load_policy

KINDS = {
    "requirement": "条件",
    "preference": "激励",
    "routing": "受理",
    "procedure": "程序",
    "directive": "对部门的要求",
}


def list_() -> ExitCode:
    """Every pack with what it is called and what it stands on."""
    for pack in available():
        text = "" if pack.loaded else "text not loaded"
        say(joined(pack.id, pack.tier, _in_force(pack), text), strong=True)
        say(joined(pack.title, pack.number), 1)
        say(f"extends {', '.join(pack.extends)}" if pack.extends else "", 1)
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
    top = policy.packs[0]
    say(joined(policy.title, policy.id), strong=True)
    say(joined(top.issuer, top.number, str(top.dated or ""), top.note), 1)
    say(f"judged as of {policy.as_of or 'the end of the year'}; in force {_in_force(top)}", 1)
    say(f"extends {' → '.join(pack.id for pack in policy.packs[1:]) or 'nothing'}", 1)
    say(f"sha256 {policy.sha256}", 1)
    for rule in policy.rules:
        place = f"{rule.pack} {rule.entry.clause}"
        say(joined(rule.entry.id, f"{KINDS[rule.entry.kind]} {rule.entry.mark}", place, _in_force(rule)), strong=True)
        say(rule.entry.title, 1)
        say(f"stands in for {rule.entry.overrides}" if rule.entry.overrides else "", 1)
    return ExitCode.CLEAN


def _in_force(what: Pack | Rule) -> str:
    return f"{what.since} – {what.until or ''}".strip()


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
        print_plain(line)


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
    rows = rows_of(policy := load_policy(id))
    titles = {pack.id: pack.title for pack in policy.packs}
    pack = ""
    for row in rows:
        if row.pack != pack:
            pack = row.pack
            if pack != rows[0].pack:
                print_plain("")
            say(joined(f"【{pack}】", titles[pack], "" if row.loaded else "（文本未载入）"), strong=True)
        say(joined(row.clause.ref, row.clause.heading), strong=True)
        for entry in row.entries:
            found = f"→ {', '.join(entry.checks)}" if entry.checks else ""
            say(joined(f"{KINDS[entry.kind]} {entry.mark}", entry.id, found), 1)
            say(_does(entry), 2)
    counted = {kind: sum(e.kind == kind for row in rows for e in row.entries) for kind in KINDS}
    said = ", ".join(f"{n} {kind}" for kind, n in counted.items())
    say(f"{len(rows)} clauses, {sum(counted.values())} entries: {said}")
    say("A read in the source; B sure, basis to be re-checked; C for the office to set, decides nothing")
    return ExitCode.CLEAN


def _does(entry: Served) -> str:
    gap = f"；依据文本未载入：{entry.gap}" if entry.gap else ""
    reason = f"（{entry.reason}）" if entry.reason else ""
    over = "；由更近的政策包取代" if entry.overridden else ""
    return f"{entry.does}{reason}{gap}{over}"

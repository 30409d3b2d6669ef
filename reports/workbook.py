"""audit.xlsx: the ranked list, what was found, what could not be read, and the numbers with their denominators."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from importlib.metadata import version as installed
from io import BytesIO
from pathlib import Path

import xlsxwriter

from checks.records import Severity
from reports.audit import FAMILY_CAP, MATERIALS, Audit, Entry, Risk, risk, sample
from reports.files import write_atomically
from reports.sheets import Sheets, Value
from reports.wording import (
    ABSENCE,
    AID,
    CODES,
    DISPOSITIONS,
    FAMILIES,
    SEVERITIES,
    SEVERITY_NAMES,
    code_title,
    family_title,
)

_SEVERITIES: tuple[Severity, ...] = ("ineligible", "suspect", "missing", "notice")
_FINDING_COLUMNS = (
    ("卷宗", 16),
    ("姓名", 9),
    ("编号", 6),
    ("级别", 10),
    ("权重", 6),
    ("名称", 20),
    ("编码", 26),
    ("所见", 46),
    ("条款", 10),
    ("位置", 26),
    ("核验方式", 32),
)


def write(audit: Audit, path: Path) -> None:
    """Write the workbook to ``path`` in one step. Raises OSError."""
    write_atomically(path, render(audit))


def render(audit: Audit) -> bytes:
    """The bytes of the workbook: the same for the same audit. Texts are never taken for formulas or links."""
    target = BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": "职称申报材料审计表", "comments": AID, "created": datetime(2020, 1, 1)})
    sheets = Sheets(book)
    _overview(sheets, audit)
    _ranking(sheets, audit)
    _findings(sheets, audit)
    _across(sheets, audit)
    _failed(sheets, audit)
    _by_code(sheets, audit)
    _by_employer(sheets, audit)
    _sample(sheets, audit)
    book.close()
    return target.getvalue()


def _overview(sheets: Sheets, audit: Audit) -> None:
    entries = audit.entries
    checked = [it for it in entries if not it.lost]
    chosen = sample(audit)
    lines: list[tuple[str, Value]] = [
        ("规则依据", f"{audit.policy.title}（{audit.policy.id}）"),
        ("计算截止日期", audit.as_of),
        ("系统版本", f"mingcha {audit.engine.version}"),
        ("规则文件摘要（SHA-256）", audit.engine.policy_sha256),
        ("工作日历版本", f"chinesecalendar {installed('chinesecalendar')}"),
        ("卷宗总数", len(entries)),
        ("完成检查", len(checked)),
        ("未能检查", len(entries) - len(checked)),
        ("识别材料件数", sum(it.documents for it in entries)),
        *((f"建议：{text}", sum(it.disposition == key for it in checked)) for key, text in DISPOSITIONS.items()),
        *((f"{text}（项）", sum(it.count(key) for it in entries)) for key, text in SEVERITIES.items()),
        ("抽样种子", str(audit.sampling.seed)),
        ("抽取人工复核", len(chosen)),
        ("其中双人复核", sum(it.second for it in chosen)),
        ("说明", ABSENCE),
        (
            "说明",
            "风险分值只用于安排复核先后，不作为对申报人或单位的评价；不使用民族、性别、年龄、单位性质等个人属性。",
        ),
    ]
    sheets.table("总体情况", (("项目", 34), ("内容", 80)), lines)


def _ranking(sheets: Sheets, audit: Audit) -> None:
    columns = (
        ("名次", 6),
        ("卷宗", 18),
        ("姓名", 9),
        ("单位", 20),
        ("申报职称", 13),
        ("建议", 18),
        ("风险分值", 9),
        ("原始分", 8),
        ("材料件数", 8),
        *((FAMILIES[family], 8) for family in FAMILIES),
        *((text, 7) for text in SEVERITY_NAMES.values()),
        ("未能检查的原因", 18),
    )
    note = (
        f"原始分为各项不同规则的权重之和，每类至多{FAMILY_CAP}分；风险分值按每{MATERIALS}件材料折算"
        f"（不足{MATERIALS}件的按{MATERIALS}件）。仅供安排复核先后。"
    )
    rows = (_ranked_row(place, it, rated) for place, (it, rated) in enumerate(audit.ranked(), 1))
    sheets.table("风险排序", columns, rows, note=note)


def _ranked_row(place: int, it: Entry, rated: Risk) -> Sequence[Value]:
    suggestion = "—" if it.lost else DISPOSITIONS[it.disposition]
    who: list[Value] = [place, it.dossier, it.person, it.employer, it.title, suggestion]
    scores: list[Value] = [rated.score, rated.points, it.documents]
    parts = [rated.parts.get(family, 0) for family in FAMILIES]
    counts = [it.count(severity) for severity in _SEVERITIES]
    return [*who, *scores, *parts, *counts, it.lost]


def _findings(sheets: Sheets, audit: Audit) -> None:
    sheets.table("发现事项", _FINDING_COLUMNS, _finding_rows(audit, across=False))


def _across(sheets: Sheets, audit: Audit) -> None:
    note = "共同完成的工作、单位统一模板和共用的公示材料可能是正常原因，须逐项核实。"
    sheets.table("跨卷比对", _FINDING_COLUMNS, _finding_rows(audit, across=True), note=note)


def _finding_rows(audit: Audit, *, across: bool) -> Iterable[Sequence[Value]]:
    for it in sorted(audit.entries, key=lambda e: e.dossier):
        for finding in it.findings:
            if finding.code.startswith("cross.") == across:
                yield (
                    it.dossier,
                    it.person,
                    finding.id,
                    SEVERITY_NAMES[finding.severity],
                    finding.weight,
                    code_title(finding.code),
                    finding.code,
                    finding.message,
                    finding.clause,
                    finding.places,
                    finding.verify,
                )


def _failed(sheets: Sheets, audit: Audit) -> None:
    lost = [(it.dossier, "（整卷）", it.lost) for it in audit.entries if it.lost]
    files = [(it.dossier, failed.file, failed.reason) for it in audit.entries for failed in it.failed if not it.lost]
    sheets.table("读取失败", (("卷宗", 24), ("文件", 44), ("原因", 70)), sorted(lost) + sorted(files))


def _by_code(sheets: Sheets, audit: Audit) -> None:
    codes = list(CODES) + sorted({f.code for it in audit.entries for f in it.findings} - CODES.keys())
    columns = (
        ("类别", 14),
        ("检查", 30),
        ("编码", 34),
        ("发现项数", 10),
        ("涉及卷数", 10),
        ("已检查卷数", 11),
        ("比例", 9),
        ("不适用卷数", 11),
        ("无法判断卷数", 12),
    )
    note = "比例为涉及卷数除以已检查卷数；“无法判断”不计作通过。"
    sheets.table("分类统计", columns, (_code_row(code, audit) for code in codes), note=note, shares=frozenset({6}))


def _code_row(code: str, audit: Audit) -> Sequence[Value]:
    outcomes = [set(it.coverage.get(code, ())) for it in audit.entries]
    hits = [sum(f.code == code for f in it.findings) for it in audit.entries]
    concerned = sum(hit > 0 for hit in hits)
    looked = sum(bool(o & {"clear", "found"}) or hit > 0 for o, hit in zip(outcomes, hits, strict=True))
    return (
        family_title(code),
        code_title(code),
        code,
        sum(hits),
        concerned,
        looked,
        concerned / looked if looked else "—",
        sum(o == {"not_applicable"} for o in outcomes),
        sum("cannot_tell" in o for o in outcomes),
    )


def _by_employer(sheets: Sheets, audit: Audit) -> None:
    groups: dict[str, list[Entry]] = {}
    for it in audit.entries:
        groups.setdefault(it.employer or "（未读出）", []).append(it)
    columns = (
        ("单位", 34),
        ("卷数", 8),
        ("有疑点卷数", 11),
        ("比例", 9),
        ("条件不符卷数", 13),
        ("比例", 9),
        ("有缺项卷数", 11),
        ("比例", 9),
        ("平均原始分", 11),
    )
    rows = (_employer_row(name, members) for name, members in sorted(groups.items()))
    note = "按单位名称排序，不作名次。卷数较少的单位，比例波动大，不宜比较。"
    sheets.table("按单位统计", columns, rows, note=note, shares=frozenset({3, 5, 7}))


def _employer_row(name: str, members: Sequence[Entry]) -> Sequence[Value]:
    total = len(members)
    suspect, ineligible, missing = (
        sum(it.count(severity) > 0 for it in members) for severity in ("suspect", "ineligible", "missing")
    )
    mean = sum(risk(it).points for it in members) / total
    return (name, total, suspect, suspect / total, ineligible, ineligible / total, missing, missing / total, mean)


def _sample(sheets: Sheets, audit: Audit) -> None:
    plan = audit.sampling
    note = (
        f"全部重大事项；风险排序前{plan.top:.0%}；其余随机抽取{plan.random:.0%}；抽中者的{plan.second:.0%}双人复核。"
        f"种子 {plan.seed}：同样的卷宗和种子得到同样的抽样。"
    )
    columns = (
        ("卷宗", 20),
        ("抽取原因", 14),
        ("双人复核", 9),
        ("复核意见", 30),
        ("复核人", 12),
        ("第二复核意见", 30),
        ("第二复核人", 12),
        ("是否一致", 10),
    )
    rows = ((it.dossier, it.reason, "是" if it.second else "", "", "", "", "", "") for it in sample(audit))
    sheets.table("抽样复核", columns, rows, note=note)

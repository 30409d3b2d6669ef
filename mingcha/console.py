"""What the commands show on a terminal: progress on standard error, results on standard output."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from checks.records import Report, Severity
from reports.audit import Audit
from reports.investigation import BEARINGS, Investigation
from reports.masking import masker

SEVERITY_WORDS: dict[Severity, str] = {
    "ineligible": "不符条件",
    "suspect": "疑点待核",
    "missing": "缺项补正",
    "notice": "提示",
}
DISPOSITION_WORDS = {"accept": "可受理", "supplement": "补正后再审", "verify": "转人工核实", "decline": "条件不符待定"}
_SHOWN_FINDINGS = 30
_SHOWN_DOSSIERS = 20


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar; the function it gives takes how many of how many are done."""
    screen = Console(stderr=True)
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    )
    with bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def summary(report: Report, out: Path) -> None:
    """The findings that need somebody, how many there are, and where the memo lies."""
    console = Console(highlight=False)
    hide = masker(report).text
    severities = [f.severity for f in report.findings]
    table = Table(show_edge=False, pad_edge=False)
    for heading in ("级别", "编码", "说明"):
        table.add_column(heading, overflow="fold")
    shown = [f for f in report.findings if f.severity != "notice"]
    for finding in shown[:_SHOWN_FINDINGS]:
        table.add_row(SEVERITY_WORDS[finding.severity], finding.code, escape(hide(finding.message)))
    if shown:
        console.print(table)
    if len(shown) > _SHOWN_FINDINGS:
        console.print(f"… {len(shown) - _SHOWN_FINDINGS} more in the memo")
    numbers = "，".join(f"{word} {severities.count(severity)}" for severity, word in SEVERITY_WORDS.items())
    console.print(
        f"材料 {len(report.documents)} 件；{numbers}。建议：{DISPOSITION_WORDS[report.disposition]}（仅供参考）"
    )
    console.print(f"Memo: {escape(str(out / 'memo.html'))}  {escape(str(out / 'memo.docx'))}", soft_wrap=True)


def ranking(audit: Audit, out: Path) -> None:
    """The dossiers that stand first in the ranking, the totals, and where the workbook lies."""
    console = Console(highlight=False)
    table = Table(show_edge=False, pad_edge=False)
    for heading in ("材料", "风险", "不符", "疑点", "缺项", "提示", "备注"):
        table.add_column(heading, overflow="fold")
    for it, rated in audit.ranked()[:_SHOWN_DOSSIERS]:
        counts = [str(it.count(severity)) for severity in SEVERITY_WORDS]
        table.add_row(escape(it.dossier), f"{rated.score:g}", *counts, escape(it.lost))
    console.print(table)
    lost = sum(bool(it.lost) for it in audit.entries)
    calm = sum(it.disposition == "accept" for it in audit.entries)
    console.print(f"材料 {len(audit.entries)} 份；无需处理 {calm}，未能检查 {lost}。")
    console.print(f"Workbook: {escape(str(out / 'audit.xlsx'))}", soft_wrap=True)


def allegations(investigation: Investigation, out: Path) -> None:
    """Each allegation with what is proposed to the investigator, and where the draft lies."""
    console = Console(highlight=False)
    table = Table(show_edge=False, pad_edge=False)
    for heading in ("项", "类别", "反映内容", "系统提示"):
        table.add_column(heading, overflow="fold")
    for part in investigation.allegations:
        table.add_row(str(part.number), part.kind, escape(part.text), BEARINGS[part.bearing])
    console.print(table)
    console.print(
        f"Draft: {escape(str(out / 'investigation.html'))}  {escape(str(out / 'investigation.docx'))}", soft_wrap=True
    )

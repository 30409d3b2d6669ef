"""A report for a dossier that could not be checked, so that it is not lost among the others."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from checks.records import Assessment, ClauseRef, Evidence, Finding
from corpus.policy.records import Policy
from ingest.pictures import PageStore
from ingest.records import Dossier
from mingcha.output import write_memos
from mingcha.version import VERSION
from reports.memo import build_memo
from reports.report import build

_CAUSES = {
    "crashed": "读取程序在处理本份材料时异常退出",
    "timeout": "处理本份材料超过了规定时限",
    "error": "处理本份材料时程序出错",
}


def write_lost(path: Path, out: Path, *, reason: str, detail: str, policy: Policy, as_of: date) -> None:
    """Write report and memo that say only that, and why, nothing could be checked."""
    dossier = Dossier(id=out.name, path=str(path), files=(), pages=())
    finding = Finding(
        id="f01",
        code="completeness.unreadable-file",
        severity="missing",
        message=f"整份材料未能完成检查：{_CAUSES[reason]}。",
        clause=ClauseRef(policy.id, ""),
        explanation=f"本份材料没有任何检查结果，不等于没有问题。程序记录：{detail}",
        innocent=("文件过大、损坏或格式特殊", "运行环境资源不足"),
        verify="请人工翻阅该份材料，或拆分、转换后单独重新检查。",
        evidence=(Evidence(file=path.name),),
        weight=3,
    )
    assessment = Assessment(
        policy=policy.id,
        applicant={},
        findings=(finding,),
        conditions=(),
        claims=(),
        coverage=(),
        disposition="supplement",
    )
    report = build(dossier, (), assessment, policy, as_of, VERSION)
    write_memos(report, build_memo(report, dossier, PageStore(dossier)), out)

"""completeness.unreadable-file: a file of the dossier that could not be read, or read only in part."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, found
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document
from ingest.records import Problem, ProblemKind

INFO = CheckInfo(
    code="completeness.unreadable-file",
    title="文件无法读取",
    severity="missing",
    kind="deterministic",
    rationale="加密、损坏、空白、超限或格式不支持的文件无法审查，须由申报人重新提交；内容仍已读取的只作提示。",
    innocent=("上传中断", "加密保存", "扫描软件导出格式特殊"),
    verify="请申报人重新提交可正常打开、不加密的PDF或图片",
    handbook=("F11",),
    weight=3,
)
WORDS: dict[ProblemKind, str] = {
    "encrypted": "已加密，需要密码才能打开",
    "damaged": "已损坏，无法完整读取",
    "empty": "没有内容",
    "unsupported": "格式不支持读取",
    "mislabelled": "扩展名与实际格式不一致，已按实际格式读取",
    "too_large": "超出读取限制",
    "unsafe": "含有不安全的路径、链接或压缩方式，未予展开",
    "timeout": "读取超时",
    "crashed": "读取时程序异常中止",
    "illegible": "无法识读",
}


def run(case: Case) -> Iterator[Finding | Coverage]:
    problems = [p for f in case.dossier.files for p in f.problems if p.page == 0]
    problems += [p for p in case.dossier.problems if p not in problems]
    for problem in problems:
        yield _finding(case, problem)
    for document in case.documents:
        if document.failure:
            yield _unextracted(document)


def _finding(case: Case, problem: Problem) -> Finding:
    document = next((d.id for d in case.documents if d.file == problem.file), "")
    read = "，其内容未能审查" if problem.fatal else "，内容已尽量读取，请留意"
    return found(
        INFO,
        f"文件“{problem.file or case.dossier.id}”{WORDS[problem.kind]}{read}",
        [Evidence(document=document, file=problem.file)],
        severity="missing" if problem.fatal else "notice",
        weight=3 if problem.fatal else 1,
    )


def _unextracted(document: Document) -> Finding:
    first, last = document.pages
    pages = f"第{first}页" if first == last else f"第{first}至{last}页"
    return found(
        INFO,
        f"文件“{document.file}”{pages}已读出文字，但提取内容时程序出错（{document.failure}），未能审查，请人工查看",
        [Evidence(document=document.id, file=document.file, page=first)],
        severity="missing",
        weight=3,
    )


CHECK = Check(info=INFO, run=run)

"""forensics.edited-by-image-editor: a scan of an issued document whose file names an image editor."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, each, found, not_applicable
from checks.forensics.editors import editor_named
from checks.forensics.issued import ISSUED, file_of, pages_of
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document
from ingest.records import Provenance, SourceFile

INFO = CheckInfo(
    code="forensics.edited-by-image-editor",
    title="文件信息显示经图像处理软件保存",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "证书类材料的扫描件通常由扫描仪、手机或转换软件生成；文件信息中出现图像处理软件，只说明该文件经此软件保存过，"
        "不说明内容有变动。单独出现时列为提示，另有独立迹象印证时列为疑点。"
    ),
    innocent=("裁边、纠偏、调亮度、压缩体积", "打印店或单位代为扫描处理", "发证单位用设计软件制作电子证书"),
    verify="请申报人提供原件当面核对，或由发证单位核实该证书内容",
    handbook=("F83",),
    weight=1,
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    file = file_of(case, document)
    if file is None or file.provenance == Provenance():
        yield not_applicable(INFO, document, "文件不含生成软件信息")
        return
    named = _named(case, document, file)
    if not named:
        return
    editors = "、".join(dict.fromkeys(editor for editor, _, _ in named))
    details = "；".join(f"{where}：{text}" for _, where, text in named)
    when = f"，文件修改时间 {file.provenance.modified}" if file.provenance.modified else ""
    yield found(
        INFO,
        f"该材料的文件信息显示曾由图像处理软件（{editors}）保存，存在编辑痕迹，原因待核",
        [Evidence(document=document.id, file=document.file, page=document.pages[0], text=named[0][2])],
        explanation=f"文件信息所载：{details}{when}。",
    )


def _named(case: Case, document: Document, file: SourceFile) -> list[tuple[str, str, str]]:
    """Editor, place in the metadata and the text there. Figures on born-digital pages do not count."""
    said = file.provenance
    scanned = file.kind == "image" or any(page.source in ("ocr", "mixed") for page in pages_of(case, document))
    places = [("创建程序", said.creator), ("生成程序", said.producer), ("软件", said.software)]
    if scanned:
        places += [("编辑历史", agent) for agent in said.edit_history]
        places += [("图片所载", trace) for trace in said.traces]
    return [(editor, where, text) for where, text in places if (editor := editor_named(text))]


CHECK = Check(info=INFO, run=each(INFO, ISSUED, look))

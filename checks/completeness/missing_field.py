"""completeness.missing-field: a label of the application form with nothing written beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks import ink
from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, place, whole
from checks.locate import locate, pages
from checks.records import Coverage, Evidence, Finding
from extractors.forms.form_fields import FIELDS
from extractors.grammar.labels import Occurrence
from extractors.layout import PageView
from extractors.records import Document, DocumentType
from extractors.ruled import Cell, right_of

INFO = CheckInfo(
    code="completeness.missing-field",
    title="必填项空白",
    severity="missing",
    kind="deterministic",
    rationale="申报表的必填项应填写完整。栏目所在表格的填写格内既无文字、画面上也无任何墨迹的列出；"
    "没有表格线的，只在有文字层的页面上、栏目名称之后确为空白时列出。可能手写而无从判断的，不列。",
    innocent=("手写内容未识读", "该栏另页填写", "不适用的栏目留空"),
    verify="请申报人补填后重新提交",
    handbook=("F11",),
    weight=2,
)
LABELS: dict[str, tuple[str, ...]] = {
    "person_name": ("姓名",),
    "gender": ("性别",),
    "birth_date": ("出生日期", "出生年月"),
    "id_number": ("身份证号码", "身份证号", "公民身份号码"),
    "employer": ("工作单位", "所在单位"),
    "applied_title": (
        "申报职称",
        "申报资格名称",
        "申报专业技术职务",
        "申报专业技术资格",
        "评审任职资格",
        "申报评审资格",
    ),
    "applied_specialty": ("申报专业",),
    "education_level": ("最高学历", "学历"),
    "graduation_date": ("毕业时间",),
    "institution": ("毕业院校", "毕业学校"),
    "applied_series": ("申报系列", "职称系列"),
    "current_title_date": ("取得现职称时间", "现职称取得时间", "现职称取得日期", "资格取得时间", "取得资格时间"),
}
FURTHER = (
    "民族|政治面貌|党派|籍贯|出生地|曾用名|照片|参加工作时间|工作地点|单位性质|单位地址|通讯地址|邮编|联系电话|手机|电话|现职称|"
    "现任专业技术职务|现专业技术|取得时间|任职时间|聘任时间|职称级别|申报级别|申报系列|系列|所学专业|从事专业|专业|学位|学制|"
    "行政职务|职务|外语|计算机|继续教育|备注|填表|单位"
)
LABEL = re.compile("|".join((*(word for words in LABELS.values() for word in words), FURTHER)))
REQUIRED: dict[DocumentType, tuple[str, ...]] = {"application_form": tuple(LABELS)}
FILLER = r"[\s:：_＿/\\—\-年月日]*"


_DATE = re.compile(r"[年月日/.\-—_:]*")
_INSET = 4.0  # points from a cell's edges within which its rulings lie


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    absent = [name for name in REQUIRED.get(document.type, ()) if document.first(name) is None]
    views = [PageView(page) for page in pages(case, document)] if absent else []
    labels = [(view, FIELDS.find(view)) for view in views]
    for name in absent:
        if name == "current_title_date" and document.first("current_title") is None:
            continue  # no title yet, so none was obtained
        if empty := _empty_cell(case, document, labels, name):
            label, evidence = empty
            yield found(INFO, f"必填项“{label}”空白", [evidence])
            continue
        blank = _blank_label(document.text, name) if document.source == "text" else ""
        if not blank:
            yield cannot_tell(INFO, document, f"未读到“{LABELS[name][0]}”，可能为手写或版式特殊，请人工查看")
            continue
        fact = locate(case, document, name, blank)
        yield found(INFO, f"必填项“{blank}”空白", [place(document, fact) if fact else whole(document)])


def _empty_cell(
    case: Case, document: Document, labels: list[tuple[PageView, list[Occurrence]]], name: str
) -> tuple[str, Evidence] | None:
    """The label whose ruled place is empty, with that place; None when any place for the field holds something."""
    empty = None
    for view, found_labels in labels:
        cells = [(o, o.cell or _filled(view, o)) for o in found_labels]
        heads = {id(cell) for _, cell in cells if cell is not None}
        for one, cell in ((o, c) for o, c in cells if o.field == name and not o.part):
            if cell is None:
                if _said_on_line(view, one):
                    return None
                continue
            beside = right_of(view, cell)
            if beside is None or id(beside) in heads:
                continue  # a table's head
            if not _is_empty(case, document, view, beside):
                return None
            box = view.page.displayed(beside.box)
            text = cell.text
            empty = text, Evidence(document=document.id, file=document.file, page=view.page.number, bbox=box, text=text)
    return empty


def _filled(view: PageView, label: Occurrence) -> Cell | None:
    """The cell that a label broken over several lines fills."""
    if label.line >= 0:
        return None
    x, y = label.box.center
    held = (c for c in view.cells if c.box.x0 < x < c.box.x1 and c.box.y0 < y < c.box.y1)
    return next((c for c in held if c.text == label.label), None)


def _said_on_line(view: PageView, label: Occurrence) -> bool:
    """Whether anything but labels follows a label that is set without a cell, as on a cover."""
    if label.line < 0 or not (label.colon or label.alone):
        return False
    rest = re.sub(f"^{FILLER}", "", view.lines[label.line].text[label.end :])
    return bool(rest) and not LABEL.match(rest)


def _is_empty(case: Case, document: Document, view: PageView, cell: Cell) -> bool:
    """Whether a cell shows nothing but the marks of a date that is to be filled in: no word, and no ink either."""
    if not _DATE.fullmatch(cell.text):
        return False
    rgb = ink.picture(case, document, view.page.number)
    if rgb is None:
        return view.page.source == "text"
    printed = [view.page.displayed(word.box).padded(2) for word in cell.words]
    return ink.is_bare(rgb, view.page.displayed(cell.box.padded(-_INSET)), printed)


def _blank_label(text: str, name: str) -> str:
    """The label as printed when, wherever it is printed, neither beside nor below it stands anything but labels."""
    lines = [line.strip() for page in text.split("\f") for line in page.splitlines()]
    blank = ""
    for line, below in pairwise([*lines, ""]):
        for match in re.finditer("|".join(LABELS[name]), line):
            around = (re.sub(f"^{FILLER}", "", part) for part in (line[match.end() :], below))
            if any(part and not LABEL.match(part) for part in around):
                return ""
            blank = match[0]
    return blank


CHECK = Check(info=INFO, run=each(INFO, tuple(REQUIRED), look))

"""completeness.missing-field: a label of the application form with nothing written beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, place, whole
from checks.locate import locate
from checks.records import Coverage, Finding
from extractors.records import Document, DocumentType

INFO = CheckInfo(
    code="completeness.missing-field",
    title="必填项空白",
    severity="missing",
    kind="deterministic",
    rationale="申报表的必填项应填写完整。只在有文字层的页面上、栏目名称之后确为空白时列出；扫描件可能手写，不作判断。",
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
}
FURTHER = (
    "民族|政治面貌|党派|籍贯|出生地|曾用名|照片|参加工作时间|工作地点|单位性质|单位地址|通讯地址|邮编|联系电话|手机|电话|现职称|"
    "现任专业技术职务|现专业技术|取得时间|任职时间|聘任时间|职称级别|申报级别|申报系列|系列|所学专业|从事专业|专业|学位|学制|"
    "行政职务|职务|外语|计算机|继续教育|备注|填表|单位"
)
LABEL = re.compile("|".join((*(word for words in LABELS.values() for word in words), FURTHER)))
REQUIRED: dict[DocumentType, tuple[str, ...]] = {"application_form": tuple(LABELS)}
FILLER = r"[\s:：_＿/\\—\-年月日]*"


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    absent = [name for name in REQUIRED.get(document.type, ()) if document.first(name) is None]
    for name in absent:
        label = _blank_label(document.text, name) if document.source == "text" else ""
        if not label:
            yield cannot_tell(INFO, document, f"未读到“{LABELS[name][0]}”，可能为手写或版式特殊，请人工查看")
            continue
        fact = locate(case, document, name, label)
        evidence = [place(document, fact) if fact else whole(document)]
        yield found(INFO, f"必填项“{label}”空白", evidence)


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

"""The memo laid out as a paper: the main part that a reviewer reads and signs; the annexes are in memo_annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from checks.records import ConditionOutcome
from reports.memo import SHORT_POLICY, ClaimRow, ConditionRow, Memo
from reports.memo_annexes import annexes
from reports.paper import Block, Cell, Heading, Paper, Para, Row, Run, Table, Title, cell, line, row
from reports.parts import (
    Gallery,
    brief_references,
    fields,
    finding_table,
    outcome_cell,
    shortened,
    signature_row,
)
from reports.wording import (
    ABSENCE,
    AID,
    CLAIM_RESULTS,
    CONDITION_OUTCOMES,
    DRAFT,
    REMEDY,
    SEVERITY_NAMES,
    chinese_date,
)

_DIGITS = "零一二三四五六七八九"
_OPEN: tuple[ConditionOutcome, ...] = ("not_met", "cannot_tell")
_HELD: tuple[ConditionOutcome, ...] = ("met", "waived")


def lay_out(memo: Memo) -> Paper:
    """The paper that ``memo`` becomes, for every writer alike."""
    gallery = Gallery(memo.figures)
    return Paper(
        name=f"{memo.title}：{memo.name or memo.dossier}",
        reference=f"卷宗编号：{memo.dossier}",
        draft=DRAFT,
        blocks=(*_main(memo, gallery), *annexes(memo, gallery)),
        contents=(
            ("一、申报人与预审建议", "s1"),
            ("二、申报条件", "s2"),
            ("三、填报事项", "s3"),
            ("四、发现事项", "s4"),
            ("五、材料清单", "s5"),
            ("附件1 补正告知书", "a1"),
            ("附件2 核验清单", "a2"),
            ("附件3 检查覆盖情况", "a3"),
            ("附件4 证据附图", "a4"),
            ("附件5 版本与文件摘要", "a5"),
        ),
    )


def _main(memo: Memo, gallery: Gallery) -> Iterator[Block]:
    yield Title(text=memo.title, under=f"编号：　　　　　　　（{DRAFT}）")
    yield Para(line=line(AID + "。"), style="statement")
    yield from _opening(memo)
    yield from _conditions(memo)
    yield from _claims(memo)
    yield from _findings(memo, gallery)
    yield from _documents(memo)
    yield from _signing(memo)


def _opening(memo: Memo) -> Iterator[Block]:
    yield Heading(level=1, text="一、申报人与预审建议", anchor="s1")
    yield fields(memo.applicant or (("卷宗", memo.dossier),))
    title = memo.policy if memo.policy.startswith("《") else f"《{memo.policy}》"
    basis = f"依据{title}（以下简称{SHORT_POLICY}），计算截止日期为{chinese_date(memo.as_of)}。"
    yield Para(line=line(basis + memo.summary))
    yield Para(line=line("建议：", Run(memo.suggestion, strong=True), "。此为系统建议，由审核人决定。"))
    yield Para(line=line(ABSENCE), style="remark")
    if memo.groups:
        yield _at_a_glance(memo)


def _at_a_glance(memo: Memo) -> Table:
    return Table(
        widths=(9, 17, 25, 49),
        head=("编号", "级别", "事项", "所见"),
        rows=tuple(
            row(
                cell(line(Run(finding.id, link=f"f-{finding.id}")), align="center"),
                cell(line(Run(SEVERITY_NAMES[group.severity], tone=group.severity)), align="center"),
                finding.title,
                shortened(finding.message, 90),
            )
            for group in memo.groups
            for finding in group.findings
        ),
    )


def _conditions(memo: Memo) -> Iterator[Block]:
    """What is open comes first; clauses that do not concern the applicant are in the third annex."""
    yield Heading(level=1, text="二、申报条件", anchor="s2")
    rules = [c for c in memo.conditions if not c.is_material]
    material = [c for c in memo.conditions if c.is_material and c.outcome != "not_applicable"]
    open_ = [c for outcome in _OPEN for c in rules if c.outcome == outcome]
    held = [c for outcome in _HELD for c in rules if c.outcome == outcome]
    if not open_ and not held and not material:
        yield Para(line=line("所用规则未列出可由材料判断的申报条件。"))
    parts = (
        ("未达到或无法判断的条件", open_, _condition_table),
        ("符合或不作限制的条件", held, _condition_table),
        ("应交材料", material, _material_table),
    )
    for number, (title, rows, table) in enumerate((part for part in parts if part[1]), 1):
        yield Heading(level=2, text=f"（{_DIGITS[number]}）{title}")
        yield table(rows)
    aside = sum(c.outcome == "not_applicable" for c in memo.conditions)
    if aside:
        yield Para(line=line(f"另有{aside}项条款对本卷不适用，见附件3。"), style="remark")


def _condition_table(conditions: Sequence[ConditionRow]) -> Table:
    return Table(
        widths=(6, 23, 20, 11, 29, 11),
        head=("序号", "条件与依据", "材料所示", "要求", "计算与说明", "结果"),
        rows=tuple(_condition(n, c) for n, c in enumerate(conditions, 1)),
        dense=True,
    )


def _condition(number: int, condition: ConditionRow) -> Row:
    basis = line(Run(condition.clause + (f"（{condition.basis_note}）" if condition.basis_note else ""), tone="muted"))
    return row(
        cell(str(number), align="center"),
        cell(condition.requirement, basis),
        cell(condition.measured, brief_references(condition.places)),
        condition.threshold,
        condition.explanation,
        outcome_cell(CONDITION_OUTCOMES[condition.outcome], condition.outcome),
        anchor=f"c-{condition.id}",
    )


def _material_table(materials: Sequence[ConditionRow]) -> Table:
    """Shorter than conditions: what is there needs no explanation."""
    return Table(
        widths=(6, 27, 14, 12, 30, 11),
        head=("序号", "材料与依据", "材料所示", "要求", "说明", "结果"),
        rows=tuple(
            _condition(n, msgspec.structs.replace(m, explanation="" if m.outcome == "met" else m.explanation))
            for n, m in enumerate(materials, 1)
        ),
        dense=True,
    )


def _claims(memo: Memo) -> Iterator[Block]:
    yield Heading(level=1, text="三、填报事项与证明材料对照", anchor="s3")
    if not memo.claims:
        yield Para(line=line("申报表中未读出需要证明的填报事项。"))
        return
    yield Table(
        widths=(6, 14, 34, 33, 13),
        head=("序号", "类别", "填报内容", "证明材料与说明", "结果"),
        rows=tuple(_claim(n, c) for n, c in enumerate(memo.claims, 1)),
        dense=True,
    )


def _claim(number: int, claim: ClaimRow) -> Row:
    return row(
        cell(str(number), align="center"),
        cell(claim.name, align="center"),
        claim.value,
        cell(claim.explanation, brief_references(claim.places)),
        outcome_cell(CLAIM_RESULTS[claim.outcome], claim.outcome),
    )


def _findings(memo: Memo, gallery: Gallery) -> Iterator[Block]:
    yield Heading(level=1, text="四、发现事项", anchor="s4")
    if not memo.groups:
        yield Para(line=line("在已检查的范围内未发现需要列示的事项。"))
    for number, group in enumerate(memo.groups, 1):
        yield Heading(level=2, text=f"（{_DIGITS[number]}）{group.title}")
        yield Para(line=line(group.note), style="note")
        for finding in group.findings:
            yield finding_table(finding, gallery, group.severity)


def _documents(memo: Memo) -> Iterator[Block]:
    yield Heading(level=1, text="五、材料清单", anchor="s5")
    if not memo.documents:
        yield Para(line=line("没有识别出材料。"))
    else:
        yield _document_table(memo)
    if memo.set_aside:
        yield Para(line=line("以下文件、页面未列入上表："), style="note")
        rows = tuple(row(entry.subject, entry.where, entry.reason) for entry in memo.set_aside)
        yield Table(widths=(46, 24, 30), head=("文件", "页码", "说明"), rows=rows, dense=True)


def _document_table(memo: Memo) -> Table:
    return Table(
        widths=(8, 26, 28, 8, 12, 18),
        head=("编号", "材料类别", "文件", "页码", "读取方式", "文件摘要（前12位）"),
        rows=tuple(
            row(
                cell(d.id, align="center"),
                cell(line(d.type, Run(f"（识别把握{d.confidence}）", tone="muted"))),
                d.file,
                _centred(d.pages),
                _centred(d.source),
                _centred(d.sha256[:12]),
                anchor=f"d-{d.id}",
            )
            for d in memo.documents
        ),
        dense=True,
    )


def _signing(memo: Memo) -> Iterator[Block]:
    yield Para(line=line(REMEDY), style="remark")
    yield Table(
        widths=(20, 30, 20, 30),
        rows=(
            *(signature_row(who) for who in ("预审人（签名）", "复核人（签名）")),
            row(cell("处理意见", label=True), cell(span=3), room=72.0),
        ),
    )
    day = chinese_date(memo.prepared) if memo.prepared else "　　　　年　　月　　日"
    yield Para(line=line(f"生成日期：{day}"), style="plain")


def _centred(text: str) -> Cell:
    return cell(text, align="center")

"""职称申报材料审计情况报告: the audit as a paper in the six parts of handbook 7.3, with numbers in place of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version as installed

from reports.audit import Audit, Entry, sample
from reports.paper import Block, Heading, Paper, Para, Row, Run, Table, Title, cell, line, row
from reports.parts import signature_row
from reports.wording import (
    ABSENCE,
    AID,
    DISPOSITIONS,
    DRAFT,
    FAMILIES,
    SEVERITY_NAMES,
    chinese_date,
    code_title,
    family_title,
)

_TYPICAL = 30
_GRAVE = 3


def lay_out(audit: Audit) -> Paper:
    """The report on ``audit``; persons appear as A-001 …, their place in the workbook's ranking."""
    return Paper(
        name="职称申报材料审计情况报告",
        reference=f"规则文件摘要：{audit.engine.policy_sha256[:16]}",
        draft=DRAFT,
        blocks=(
            Title(text="职称申报材料审计情况报告", under=f"（{DRAFT}，内部资料）"),
            Para(line=line(AID + "。"), style="statement"),
            *_scope(audit),
            *_overall(audit),
            *_problems(audit),
            *_typical(audit),
            *_mistaken(),
            *_advice(audit),
        ),
    )


def _scope(audit: Audit) -> Iterator[Block]:
    checked = sum(not it.lost for it in audit.entries)
    chosen, plan = sample(audit), audit.sampling
    yield Heading(level=1, text="一、审计范围与方法")
    yield Para(
        line=line(
            f"本次检查卷宗{len(audit.entries)}份，其中完成检查{checked}份、未能检查{len(audit.entries) - checked}份，"
            f"识别材料{sum(it.documents for it in audit.entries)}件。依据《{audit.policy.title.strip('《》')}》，"
            f"计算截止日期为{chinese_date(audit.as_of)}。确定性规则覆盖全部卷宗，特征提示只作排序参考。"
        )
    )
    yield Para(
        line=line(
            f"人工复核抽取{len(chosen)}份：含重大事项的全部抽取，按风险排序抽取前{plan.top:.0%}，"
            f"其余随机抽取{plan.random:.0%}，抽样种子为{plan.seed}；"
            f"其中{sum(it.second for it in chosen)}份由两人分别复核。"
        )
    )
    yield Table(
        widths=(30, 70),
        rows=(
            row(cell("系统版本", label=True), f"mingcha {audit.engine.version}"),
            row(cell("规则依据", label=True), f"{audit.policy.title}（{audit.policy.id}）"),
            row(cell("规则文件摘要（SHA-256）", label=True), audit.engine.policy_sha256),
            row(cell("工作日历版本", label=True), f"chinesecalendar {installed('chinesecalendar')}"),
        ),
        dense=True,
    )


def _overall(audit: Audit) -> Iterator[Block]:
    checked = [it for it in audit.entries if not it.lost]
    yield Heading(level=1, text="二、总体情况")
    yield Table(
        widths=(50, 25, 25),
        head=("系统建议", "卷数", "占完成检查的比例"),
        rows=tuple(
            _share_row(text, sum(it.disposition == key for it in checked), len(checked))
            for key, text in DISPOSITIONS.items()
        ),
    )
    yield Table(
        widths=(50, 25, 25),
        head=("事项级别", "涉及卷数", "占完成检查的比例"),
        rows=tuple(
            _share_row(text, sum(it.count(key) > 0 for it in checked), len(checked))
            for key, text in SEVERITY_NAMES.items()
        ),
    )
    yield Para(line=line(ABSENCE), style="remark")


def _share_row(text: str, part: int, whole: int) -> Row:
    share = f"{part / whole:.1%}" if whole else "—"
    return row(text, cell(str(part), align="center"), cell(share, align="center"))


def _problems(audit: Audit) -> Iterator[Block]:
    yield Heading(level=1, text="三、主要问题")
    yield Heading(level=2, text="（一）按类型")
    rows = [numbers for family in FAMILIES if (numbers := _family_row(family, audit.entries))]
    if rows:
        yield Table(widths=(40, 20, 20, 20), head=("类别", "涉及卷数", "完成检查卷数", "比例"), rows=tuple(rows))
    else:
        yield Para(line=line("在已检查的范围内未发现需要列示的事项。"))
    yield Heading(level=2, text="（二）按单位")
    yield Para(line=line("按单位的统计及分母见审计表“按单位统计”，不作名次；卷数较少的单位不宜比较。"))


def _family_row(family: str, entries: Sequence[Entry]) -> Row | None:
    checked = [it for it in entries if not it.lost]
    hits = sum(any(f.code.startswith(family + ".") and f.severity != "notice" for f in it.findings) for it in checked)
    if not hits:
        return None
    numbers = (str(hits), str(len(checked)), f"{hits / len(checked):.1%}")
    return row(FAMILIES[family], *(cell(number, align="center") for number in numbers))


def _typical(audit: Audit) -> Iterator[Block]:
    yield Heading(level=1, text="四、典型问题清单")
    found = [
        (f"A-{place:03d}", finding)
        for place, (it, _) in enumerate(audit.ranked(), 1)
        for finding in it.findings
        if finding.weight >= _GRAVE and finding.severity != "notice"
    ]
    if not found:
        yield Para(line=line("没有权重较高的事项。"))
        return
    yield Para(line=line("编号为审计表“风险排序”中的名次，以编号代替姓名；内容待核实。"), style="note")
    yield Table(
        widths=(14, 18, 40, 10, 18),
        head=("编号", "类别", "事项", "权重", "复核情况"),
        rows=tuple(
            row(
                cell(number, align="center"),
                family_title(finding.code),
                code_title(finding.code),
                cell(str(finding.weight), align="center"),
                "",
            )
            for number, finding in found[:_TYPICAL]
        ),
        dense=True,
    )
    if len(found) > _TYPICAL:
        yield Para(line=line(f"另有{len(found) - _TYPICAL}项，见审计表“发现事项”。"), style="remark")


def _mistaken() -> Iterator[Block]:
    yield Heading(level=1, text="五、误报分析")
    yield Para(line=line("以下由复核人员在抽样复核后填写："))
    yield Table(
        widths=(34, 16, 17, 17, 16),
        head=("类别", "复核项数", "属实项数", "误报项数", "误报率"),
        rows=tuple(row(text, "", "", "", "", room=20.0) for text in FAMILIES.values()),
        dense=True,
    )


def _advice(audit: Audit) -> Iterator[Block]:
    lost = sum(bool(it.lost) for it in audit.entries)
    unread = sum(bool(it.failed) and not it.lost for it in audit.entries)
    yield Heading(level=1, text="六、建议")
    advice = (
        "先复核含重大事项的卷宗，核实前不得据此作出不利认定。",
        f"对未能检查的{lost}份、含无法读取文件的{unread}份卷宗，安排人工查阅或请单位重新报送。",
        "对跨卷相同的编号、图像和文字，先排除共同完成、单位统一模板和共用公示材料等正常原因。",
        "复核结果记入审计表，用于核对误报率并调整规则。",
    )
    for number, text in enumerate(advice, 1):
        yield Para(line=line(Run(f"{number}．"), text))
    yield Table(
        widths=(22, 28, 20, 30),
        rows=tuple(signature_row(f"{who}（签名）") for who in ("审计人", "复核人")),
    )

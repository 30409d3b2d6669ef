"""The memo laid out as a paper: main part, then the notice to the applicant and the annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reports.figures import Figure, Place
from reports.memo import SHORT_POLICY, ClaimRow, ConditionRow, FindingBlock, Memo
from reports.paper import (
    Block,
    Cell,
    Heading,
    Line,
    Paper,
    Para,
    Picture,
    Row,
    Run,
    Table,
    Title,
    Tone,
    cell,
    line,
    row,
)
from reports.wording import (
    ABSENCE,
    AID,
    CLAIM_RESULTS,
    CONDITION_OUTCOMES,
    DRAFT,
    REMEDY,
    SEVERITY_NAMES,
)
from reports.worklist import WorkItem

_OUTCOME_TONES: dict[str, Tone] = {
    "met": "good",
    "not_met": "ineligible",
    "waived": "notice",
    "not_applicable": "muted",
    "cannot_tell": "suspect",
    "proved": "good",
    "contradicted": "suspect",
    "unsupported": "missing",
}
_WIDEST = 400.0  # points: the widest a picture is shown inside a table
_HIGHEST = 230.0  # points: whole pages are shown small
_DIGITS = "零一二三四五六七八九"


def lay_out(memo: Memo) -> Paper:
    """The paper that ``memo`` becomes, for every writer alike."""
    return Paper(
        name=f"{memo.title}：{memo.name or memo.dossier}",
        reference=f"卷宗编号：{memo.dossier}",
        draft=DRAFT,
        blocks=(*_main(memo), *_notice(memo), *_annexes(memo)),
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


def _main(memo: Memo) -> Iterator[Block]:
    yield Title(text=memo.title, under=f"编号：　　　　　　　（{DRAFT}）")
    yield Para(line=line(AID + "。"), style="statement")
    yield from _opening(memo)
    yield from _conditions(memo)
    yield from _claims(memo)
    yield from _findings(memo)
    yield from _documents(memo)
    yield from _signing(memo)


def _opening(memo: Memo) -> Iterator[Block]:
    yield Heading(level=1, text="一、申报人与预审建议", anchor="s1")
    yield fields(memo.applicant)
    yield Para(line=line(f"依据{_named(memo.policy)}，计算截止日期为{chinese_date(memo.as_of)}。{memo.summary}"))
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
                _short(finding.message, 90),
            )
            for group in memo.groups
            for finding in group.findings
        ),
    )


def _conditions(memo: Memo) -> Iterator[Block]:
    yield Heading(level=1, text="二、申报条件", anchor="s2")
    if not memo.conditions:
        yield Para(line=line("所用规则未列出可由材料判断的申报条件。"))
        return
    yield Table(
        widths=(7, 19, 19, 13, 29, 14),
        head=("序号", "条件与依据", "材料所示", "要求", "计算与说明", "结果"),
        rows=tuple(_condition(n, c) for n, c in enumerate(memo.conditions, 1)),
    )


def _condition(number: int, condition: ConditionRow) -> Row:
    basis = line(Run(condition.clause + (f"（{condition.basis_note}）" if condition.basis_note else ""), tone="muted"))
    return row(
        cell(str(number), align="center"),
        cell(condition.requirement, basis),
        cell(condition.measured, *references(condition.places)),
        condition.threshold,
        condition.explanation,
        _outcome(CONDITION_OUTCOMES[condition.outcome], condition.outcome),
        anchor=f"c-{condition.id}",
    )


def _claims(memo: Memo) -> Iterator[Block]:
    yield Heading(level=1, text="三、填报事项与证明材料对照", anchor="s3")
    if not memo.claims:
        yield Para(line=line("申报表中未读出需要证明的填报事项。"))
        return
    yield Table(
        widths=(7, 12, 32, 34, 16),
        head=("序号", "类别", "填报内容", "证明材料与说明", "结果"),
        rows=tuple(_claim(n, c) for n, c in enumerate(memo.claims, 1)),
    )


def _claim(number: int, claim: ClaimRow) -> Row:
    return row(
        cell(str(number), align="center"),
        cell(claim.name, align="center"),
        claim.value,
        cell(claim.explanation, *references(claim.places)),
        _outcome(CLAIM_RESULTS[claim.outcome], claim.outcome),
    )


def _findings(memo: Memo) -> Iterator[Block]:
    yield Heading(level=1, text="四、发现事项", anchor="s4")
    if not memo.groups:
        yield Para(line=line("在已检查的范围内未发现需要列示的事项。"))
    for number, group in enumerate(memo.groups, 1):
        yield Heading(level=2, text=f"（{_DIGITS[number]}）{group.title}")
        yield Para(line=line(group.note), style="note")
        for finding in group.findings:
            yield finding_table(finding, memo.figures, group.severity)


def finding_table(finding: FindingBlock, figures: Sequence[Figure], tone: Tone) -> Table:
    """One finding as a ruled card with its pictures."""
    heading = line(
        Run(f"{finding.id}　{finding.title}", strong=True, tone=tone),
        Run(f"　{finding.code} · {finding.certainty}", tone="muted"),
    )
    innocent = tuple(f"（{n}）{cause}" for n, cause in enumerate(finding.innocent, 1))
    parts = (
        ("所见", (finding.message,)),
        ("依据", (finding.clause,)),
        ("说明", (finding.explanation,)),
        ("可能的正常原因", innocent),
        ("核验方式", (finding.verify,)),
        ("位置", tuple(references(finding.places))),
    )
    rows = [row(cell(heading, span=2, label=True), anchor=f"f-{finding.id}", together=True)]
    rows += [row(cell(label, label=True), cell(*content), together=True) for label, content in parts if any(content)]
    shown = dict.fromkeys(place.figure for place in finding.places if place.figure)
    rows += [row(cell(picture_of(figures[number - 1]), span=2, align="center")) for number in shown]
    return Table(widths=(15, 85), rows=tuple(rows))


def _documents(memo: Memo) -> Iterator[Block]:
    yield Heading(level=1, text="五、材料清单", anchor="s5")
    yield Table(
        widths=(8, 24, 28, 9, 14, 17),
        head=("编号", "材料类别", "文件", "页码", "读取方式", "摘要（前12位）"),
        rows=tuple(
            row(
                cell(d.id, align="center"),
                cell(d.type, line(Run(f"识别把握 {d.confidence}", tone="muted"))),
                d.file,
                cell(d.pages, align="center"),
                cell(d.source, align="center"),
                d.sha256[:12],
                anchor=f"d-{d.id}",
            )
            for d in memo.documents
        ),
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
    yield Para(
        line=line(f"生成日期：{chinese_date(memo.prepared) if memo.prepared else '　　　　年　　月　　日'}"),
        style="plain",
    )


def signature_row(who: str) -> Row:
    """A line to sign and date by hand."""
    day = cell("年　　月　　日", align="right")
    return row(cell(who, label=True), "", cell("日期", label=True), day, room=30.0)


def _notice(memo: Memo) -> Iterator[Block]:
    yield Title(text="职称申报材料补正告知书", under=f"附件1（{DRAFT}）", anchor="a1", new_page=True)
    if not memo.corrections:
        yield Para(line=line("在已检查的范围内没有需要申报人补正的事项。"))
        return
    facts = dict(memo.applicant)
    addressed = "，".join(v for v in (facts.get("工作单位", ""), facts.get("公民身份号码", "")) if v)
    yield Para(line=line(f"{memo.name or '申报人'}{f'（{addressed}）' if addressed else ''}："), style="plain")
    yield Para(
        line=line(
            f"根据{_named(memo.policy)}，经审核，您提交的职称申报材料有{len(memo.corrections)}项需要补正，现一次性告知如下。"
            "请于　　　　年　　月　　日前一次性补齐；逾期未补正的，按申报通知的有关规定办理。"
        )
    )
    yield Table(
        widths=(7, 17, 27, 18, 20, 12),
        head=("序号", "材料名称", "问题", "依据", "补正要求", "页码"),
        rows=tuple(
            row(cell(str(n), align="center"), c.material, c.problem, c.basis, c.request, c.pages)
            for n, c in enumerate(memo.corrections, 1)
        ),
    )
    yield Para(line=line("补正方式：按原申报渠道提交。对上述事项有异议的，可以向受理单位说明情况并提交有关材料。"))
    for text in (
        "受理单位（盖章）：　　　　　　　　　",
        "联系人及电话：　　　　　　　　　　　",
        "　　　　年　　月　　日",
    ):
        yield Para(line=line(text), style="sign")


def _annexes(memo: Memo) -> Iterator[Block]:
    yield from _worklist(memo)
    yield from _coverage(memo)
    yield from _figures(memo)
    yield from _provenance(memo)


def _worklist(memo: Memo) -> Iterator[Block]:
    yield Title(text="核验清单", under=f"附件2（内部使用，{DRAFT}）", anchor="a2", new_page=True)
    yield from worklist_table(memo.worklist)


def worklist_table(items: Sequence[WorkItem]) -> Iterator[Block]:
    """The worklist with room for each result; a sentence where there is nothing to confirm."""
    if not items:
        yield Para(line=line("没有需要向外部机构核验的材料。"))
        return
    told = "以下事项由人工向有关机构核验，系统未代为查询。编号作了部分隐去的，完整编号见原件。"
    yield Para(line=line(told), style="note")
    yield Table(
        widths=(7, 19, 18, 23, 14, 9, 10),
        head=("序号", "材料", "核验事项", "核验机构、途径", "编号", "缘由", "核验结果"),
        rows=tuple(
            row(cell(str(n), align="center"), w.material, w.question, w.office, w.number, _reason(w.reason), "")
            for n, w in enumerate(items, 1)
        ),
    )


def _reason(reason: str) -> Cell:
    return cell(line(Run(reason, link=f"f-{reason}" if reason.startswith("f") else "")), align="center")


def _coverage(memo: Memo) -> Iterator[Block]:
    yield Title(text="检查覆盖情况", under="附件3", anchor="a3", new_page=True)
    yield Heading(level=2, text="（一）未读取、未检查或无法判断的事项")
    if memo.unseen:
        yield Table(
            widths=(24, 46, 30),
            head=("事项", "原因", "涉及材料"),
            rows=tuple(row(u.subject, u.reason, u.where) for u in memo.unseen),
        )
    else:
        yield Para(line=line("没有无法读取的页面，也没有无法判断的检查。"))
    yield Heading(level=2, text="（二）各项检查的结果（件数）")
    if memo.coverage:
        yield Table(
            widths=(16, 44, 10, 10, 10, 10),
            head=("类别", "检查", "未见异常", "有发现", "不适用", "无法判断"),
            rows=tuple(
                row(c.family, c.title, *(_count(n) for n in (c.clear, c.found, c.not_applicable, c.cannot_tell)))
                for c in memo.coverage
            ),
        )
    else:
        yield Para(line=line("没有检查记录。"))
    if memo.not_applicable:
        yield Heading(level=2, text="（三）对本卷不适用的检查")
        yield Table(
            widths=(24, 46, 30),
            head=("检查", "原因", "涉及材料"),
            rows=tuple(row(u.subject, u.reason, u.where) for u in memo.not_applicable),
        )


def _figures(memo: Memo) -> Iterator[Block]:
    used = {p.figure for g in memo.groups for f in g.findings for p in f.places}
    left = [figure for figure in memo.figures if figure.number not in used]
    if not left:
        return
    yield Title(text="证据附图", under="附件4", anchor="a4", new_page=True)
    yield Para(line=line("以下为申报条件和填报事项所引用的位置；发现事项的附图见正文第四部分。"), style="note")
    for figure in left:
        yield picture_of(figure)


def _provenance(memo: Memo) -> Iterator[Block]:
    yield Title(text="版本与文件摘要", under="附件5", anchor="a5", new_page=True)
    yield Table(widths=(30, 70), rows=tuple(row(cell(label, label=True), value) for label, value in memo.versions))
    yield Para(line=line("输入文件："), style="plain")
    yield Table(
        widths=(7, 33, 8, 52),
        head=("序号", "文件", "页数", "SHA-256"),
        rows=tuple(
            row(cell(str(n), align="center"), f.name, cell(f.pages, align="center"), f.sha256)
            for n, f in enumerate(memo.files, 1)
        ),
    )


def fields(pairs: Iterable[tuple[str, str]]) -> Table:
    """Label and value twice in a row."""
    cells = [part for label, value in pairs for part in (cell(label, label=True), cell(value))]
    if len(cells) % 4:
        cells += [cell("", label=True), cell("")]
    return Table(
        widths=(16, 34, 16, 34), rows=tuple(Row(cells=tuple(cells[n : n + 4])) for n in range(0, len(cells), 4))
    )


def references(places: Iterable[Place]) -> Iterator[Line]:
    """A line a place: its label, the words there, and a link to its figure."""
    for place in places:
        quote = f"：“{_short(place.quote)}”" if place.quote else ""
        figure = (Run(f"（图{place.figure}）", link=f"fig-{place.figure}"),) if place.figure else ()
        yield line(Run(place.label + quote, tone="muted"), *figure)


def _short(text: str, most: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


def picture_of(figure: Figure) -> Picture:
    """The figure with its numbered caption, at a size that suits a page."""
    crop = figure.crop
    return Picture(
        data=crop.data,
        media="image/jpeg",
        width=crop.width,
        height=crop.height,
        shown=min(crop.points, _WIDEST, _HIGHEST * crop.width / crop.height),
        caption=f"图{figure.number}　{figure.caption}",
        anchor=f"fig-{figure.number}",
    )


def _outcome(text: str, outcome: str) -> Cell:
    return cell(line(Run(text, strong=True, tone=_OUTCOME_TONES[outcome])), align="center")


def _count(number: int) -> Cell:
    return cell(str(number) if number else "—", align="center")


def _named(title: str) -> str:
    """The policy's title where it is first named, with the short form used after it."""
    return f"{title if title.startswith('《') else f'《{title}》'}（以下简称{SHORT_POLICY}）"


def chinese_date(iso: str) -> str:
    """2020-07-01 as 2020年7月1日; a month or year likewise; anything else unchanged."""
    parts = iso.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return iso
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))

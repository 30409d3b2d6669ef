"""The investigation report laid out in the seven parts that handbook 7.2 lists, with its annexes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.investigation import BEARINGS, AllegationPart, CatalogueRow, Deadline, FactLine, Investigation
from reports.paper import Block, Heading, Paper, Para, Row, Run, Table, Title, Tone, cell, line, row
from reports.parts import (
    Gallery,
    brief_references,
    fields,
    finding_table,
    picture_grid,
    signature_row,
    worklist_table,
)
from reports.wording import ABSENCE, AID, CLAIM_RESULTS, CONDITION_OUTCOMES, DRAFT, REMEDY, chinese_date

_TONES: dict[str, Tone] = {"points_to": "suspect", "insufficient": "missing", "unsupported": "good"}
_BLANK_DATE = "　　　　年　　月　　日"
_MOST_FACTS = 12
_ROOM = 24.0  # points for a line written by hand


def lay_out(investigation: Investigation) -> Paper:
    """The report as a paper: for the organ's file, without a word on who complained."""
    it = investigation
    return Paper(
        name=it.title.replace("\n", ""),
        reference=f"卷宗编号：{it.dossier}",
        draft=DRAFT,
        blocks=(
            Title(text=it.title, under=f"（{DRAFT}，内部资料）"),
            Para(line=line(AID + "。"), style="statement"),
            *_intake(it),
            *_problems(it),
            *_process(it),
            *_item_by_item(it),
            *_statement(),
            *_proposal(it),
            *_remarks(),
            *_annexes(it),
        ),
        contents=(
            ("一、线索来源", "s1"),
            ("二、反映问题", "s2"),
            ("三、核查过程", "s3"),
            ("四、逐项核查", "s4"),
            ("五、当事人说明", "s5"),
            ("六、处理建议", "s6"),
            ("附件1 证据目录", "a1"),
            ("附件2 核验清单", "a2"),
        ),
    )


def _intake(it: Investigation) -> Iterator[Block]:
    intake = it.intake
    signed = {True: "署名反映", False: "匿名反映", None: "未注明"}[intake.signed]
    yield Heading(level=1, text="一、线索来源及受理情况", anchor="s1")
    yield fields(
        (
            ("收到日期", chinese_date(intake.received) if intake.received else _BLANK_DATE),
            ("反映方式", intake.way or "书面材料"),
            ("署名情况", signed),
            ("公示期间", _period(intake.publicity_start, intake.publicity_end)),
            ("被反映人", it.name or intake.reported or "未读出"),
            ("卷宗编号", it.dossier),
        )
    )
    if intake.reported and it.name and intake.reported != it.name:
        yield Para(line=line(f"来信所称被反映人为“{intake.reported}”，与卷宗申报人姓名不同，请先核对是否同一人。"))
    yield Para(
        line=line("反映人身份信息另行密封保管，不进入本报告；来信中可能显示反映人身份的内容已隐去。"), style="note"
    )
    yield Heading(level=2, text="（一）办理期限")
    if it.deadlines:
        yield _deadlines(it.deadlines)
    else:
        yield Para(line=line("未登记收到日期，期限由承办人填写。"))


def _period(start: str, end: str) -> str:
    if not start and not end:
        return _BLANK_DATE + "起"
    return f"{chinese_date(start) if start else '？'}至{chinese_date(end) if end else '？'}"


def _deadlines(deadlines: tuple[Deadline, ...]) -> Table:
    return Table(
        widths=(19, 14, 12, 16, 16, 23),
        head=("事项", "起算日", "期限", "届满日（当日计入）", "届满日（次日起算）", "依据"),
        rows=tuple(
            row(
                d.name,
                chinese_date(d.start),
                cell(f"{d.length}{'个' if d.unit == '工作日' else ''}{d.unit}", align="center"),
                chinese_date(d.inclusive_end) if d.inclusive_end else "日历未载入",
                chinese_date(d.exclusive_end) if d.exclusive_end else "日历未载入",
                cell(d.basis, line(Run(d.note, tone="muted")) if d.note else ""),
            )
            for d in deadlines
        ),
    )


def _problems(it: Investigation) -> Iterator[Block]:
    yield Heading(level=1, text="二、反映的主要问题", anchor="s2")
    yield Para(line=line(f"来信反映问题{len(it.allegations)}项，摘要如下："))
    for part in it.allegations:
        yield Para(line=line(f"{part.number}．", Run(f"〔{part.kind}〕", strong=True), part.text))


def _process(it: Investigation) -> Iterator[Block]:
    yield Heading(level=1, text="三、核查过程", anchor="s3")
    yield Para(
        line=line(
            f"系统按来信所列{len(it.allegations)}项问题，查阅卷宗文件{len(it.files)}份，其中有关材料{len(it.catalogue)}件，"
            f"依据《{it.policy.strip('《》')}》逐项比对；未就来信以外的事项展开。"
        )
    )
    yield Para(line=line("调取材料清单见附件1。以下各栏由承办人填写："))
    yield Table(
        widths=(18, 18, 34, 30),
        head=("时间", "方式", "对象、机构", "取得的材料、结果"),
        rows=tuple(row("", "", "", "", room=_ROOM) for _ in range(4)),
    )


def _item_by_item(it: Investigation) -> Iterator[Block]:
    yield Heading(level=1, text="四、逐项核查情况", anchor="s4")
    yield Table(
        widths=(7, 33, 40, 20),
        head=("序号", "反映内容", "证据", "初步意见"),
        rows=tuple(_summary(part) for part in it.allegations),
        dense=True,
    )
    yield Para(line=line("初步意见仅就现有材料提出，认定意见由核查人员作出。" + ABSENCE), style="note")
    gallery, told = Gallery(it.figures), dict[str, int]()
    for part in it.allegations:
        yield from _allegation(part, gallery, told)


def _summary(part: AllegationPart) -> Row:
    evidence = [line(f"{f.id} {f.title}") for f in part.findings]
    evidence += [line(f"{c.requirement}：{CONDITION_OUTCOMES[c.outcome]}（{c.measured}）") for c in part.conditions]
    evidence += [line(f"{c.name}“{c.value}”：{CLAIM_RESULTS[c.outcome]}") for c in part.claims]
    bearing = line(Run(BEARINGS[part.bearing], strong=True, tone=_TONES[part.bearing]))
    return row(
        cell(str(part.number), align="center"),
        cell(line(Run(f"〔{part.kind}〕", strong=True)), part.text),
        cell(*(evidence or (f"有关材料所载事项{len(part.facts)}项，见下",))),
        cell(bearing, part.reason),
    )


def _allegation(part: AllegationPart, gallery: Gallery, told: dict[str, int]) -> Iterator[Block]:
    """One allegation; ``told`` says under which one a finding was already set out."""
    yield Heading(level=2, text=f"（第{part.number}项）{part.kind}", anchor=f"p-{part.number}")
    yield Para(line=line("反映内容：" + part.text))
    if part.facts:
        yield _fact_table(part.facts[:_MOST_FACTS])
    for condition in part.conditions:
        outcome = CONDITION_OUTCOMES[condition.outcome]
        text = f"条件“{condition.requirement}”（{condition.clause}）：{outcome}。{condition.explanation}"
        yield Para(line=line(text, *brief_references(condition.places)))
    for finding in part.findings:
        if finding.id in told:
            seen = Run(f"{finding.id} {finding.title}", link=f"f-{finding.id}")
            yield Para(line=line(seen, f"，见第{told[finding.id]}项。"))
        else:
            told[finding.id] = part.number
            yield finding_table(finding, gallery, "")
    for text in part.unchecked:
        yield Para(line=line("无法判断：" + text))
    bearing = Run(BEARINGS[part.bearing], strong=True, tone=_TONES[part.bearing])
    yield Para(line=line("初步意见：", bearing, f"。{part.reason}"))
    places = [fact.place for fact in part.facts[:_MOST_FACTS]]
    places += [place for condition in part.conditions for place in condition.places]
    places += [place for claim in part.claims for place in claim.places]
    if figures := gallery.take(place.figure for place in places):
        yield picture_grid(figures)


def _fact_table(facts: Sequence[FactLine]) -> Table:
    return Table(
        widths=(22, 48, 30),
        head=("材料所载事项", "内容", "位置"),
        rows=tuple(row(f.name, f.value, cell(brief_references((f.place,)))) for f in facts),
        dense=True,
    )


def _statement() -> Iterator[Block]:
    yield Heading(level=1, text="五、当事人说明", anchor="s5")
    yield Para(line=line("（听取被反映人说明时，不得出示来信原件，不得透露反映人情况。）"), style="note")
    yield Table(
        widths=(20, 80),
        rows=(
            row(cell("说明时间、方式", label=True), "", room=_ROOM),
            row(cell("说明内容", label=True), "", room=5 * _ROOM),
            row(cell("提交的材料", label=True), "", room=2 * _ROOM),
        ),
    )


def _proposal(it: Investigation) -> Iterator[Block]:
    yield Heading(level=1, text="六、处理建议及依据", anchor="s6")
    groups = {key: [str(p.number) for p in it.allegations if p.bearing == key] for key in BEARINGS}
    told = "；".join(f"{BEARINGS[key]}：第{'、'.join(numbers)}项" for key, numbers in groups.items() if numbers)
    yield Para(line=line(f"逐项初步意见：{told or '无'}。"))
    yield Para(
        line=line(
            f"对证据指向的事项，建议先完成附件2所列{len(it.worklist)}项核验并听取当事人说明；"
            "对证据不足的事项，不作不利认定；核查期间是否暂缓备案，由评审组织单位决定。"
        )
    )
    yield Para(line=line("核查结论（由核查人员勾选）：□属实　□部分属实　□不属实　□暂无法认定　□线索不具体无法核查"))
    yield Para(line=line(REMEDY), style="remark")


def _remarks() -> Iterator[Block]:
    yield Heading(level=1, text="七、其他说明", anchor="s7")
    yield Para(
        line=line("与反映事项或当事人有利害关系的人员应当回避。核查意见须由两名以上人员复核，其中一人未参与前期预审。")
    )
    yield Table(
        widths=(22, 28, 20, 30),
        rows=tuple(signature_row(f"{who}（签名）") for who in ("核查人", "核查人", "复核人", "负责人")),
    )


def _annexes(it: Investigation) -> Iterator[Block]:
    yield Title(text="证据目录", under="附件1", anchor="a1", new_page=True)
    yield Table(
        widths=(7, 18, 20, 7, 10, 38),
        head=("编号", "材料", "来源文件", "页码", "对应反映", "SHA-256"),
        rows=tuple(_catalogued(c) for c in it.catalogue),
        dense=True,
    )
    yield Heading(level=2, text="（一）证据保管记录")
    yield Table(
        widths=(18, 22, 22, 38),
        head=("时间", "移交人", "接收人", "事由"),
        rows=tuple(row("", "", "", "", room=_ROOM) for _ in range(3)),
    )
    yield Heading(level=2, text="（二）生成依据")
    intake = (("来信摘要（SHA-256）", it.intake.letter_sha256),) if it.intake.letter_sha256 else ()
    yield Table(
        widths=(30, 70),
        rows=tuple(row(cell(label, label=True), value) for label, value in (*it.versions, *intake)),
        dense=True,
    )
    yield Title(text="核验清单", under=f"附件2（内部使用，{DRAFT}）", anchor="a2", new_page=True)
    yield from worklist_table(it.worklist)


def _catalogued(c: CatalogueRow) -> Row:
    number, pages = cell(c.id, align="center"), cell(c.pages, align="center")
    return row(number, c.material, c.file, pages, c.allegations, c.sha256, anchor=f"d-{c.id}")


def internal_sheet(investigation: Investigation) -> Paper:
    """内部核查单: one page a clerk takes along, each allegation with what to ask where, and room for the answer."""
    it = investigation
    rows = [
        row(
            cell(str(part.number), align="center"),
            cell(line(Run(f"〔{part.kind}〕", strong=True)), part.text),
            cell(*(f"（{n}）{w.question}：{w.office}" for n, w in enumerate(part.verify, 1))) if part.verify else "—",
            cell(*(f"（{n}）{w.number}" for n, w in enumerate(part.verify, 1) if w.number)),
            "",
        )
        for part in it.allegations
    ]
    return Paper(
        name=f"内部核查单：{it.name or it.dossier}",
        reference=f"卷宗编号：{it.dossier}",
        draft=DRAFT,
        blocks=(
            Title(text="内部核查单", under=f"（{DRAFT}，不得交被反映人）"),
            Para(line=line(AID + "。"), style="statement"),
            Table(
                widths=(7, 29, 34, 15, 15),
                head=("序号", "反映内容", "核验事项、机构", "编号", "核验结果"),
                rows=tuple(rows),
            ),
            Para(line=line(REMEDY), style="remark"),
        ),
    )

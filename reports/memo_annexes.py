"""The annexes of the memo: the notice to the applicant, the worklist, coverage, pictures, versions and digests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.coverage import Unseen
from reports.figures import MOST_FIGURES
from reports.memo import SHORT_POLICY, Memo
from reports.paper import Block, Cell, Heading, Paper, Para, Table, Title, cell, line, row
from reports.parts import Gallery, picture_grid, worklist_table
from reports.wording import DRAFT


def notice_paper(memo: Memo) -> Paper:
    """The notice alone, to be given to the applicant: nothing internal is in it."""
    first, *rest = notice(memo)
    title = Title(text=first.text, under=f"（{DRAFT}）") if isinstance(first, Title) else first
    return Paper(name="职称申报材料补正告知书", reference="", draft=DRAFT, blocks=(title, *rest))


def annexes(memo: Memo, gallery: Gallery) -> Iterator[Block]:
    """All of them, each on a new page; ``gallery`` has the figures that the main part did not show."""
    yield from notice(memo)
    yield Title(text="核验清单", under=f"附件2（内部使用，{DRAFT}）", anchor="a2", new_page=True)
    yield from worklist_table(memo.worklist)
    yield from _coverage(memo)
    yield from _pictures(gallery, len(memo.figures))
    yield from _provenance(memo)


def notice(memo: Memo) -> Iterator[Block]:
    """职称申报材料补正告知书: everything to be corrected, told once, without suspicion."""
    yield Title(text="职称申报材料补正告知书", under=f"附件1（{DRAFT}）", anchor="a1", new_page=True)
    if not memo.corrections:
        yield Para(line=line("在已检查的范围内没有需要申报人补正的事项。"))
        return
    facts = dict(memo.applicant)
    addressed = "，".join(v for v in (facts.get("工作单位", ""), facts.get("公民身份号码", "")) if v)
    yield Para(line=line(f"{memo.name or '申报人'}{f'（{addressed}）' if addressed else ''}："), style="plain")
    title = memo.policy if memo.policy.startswith("《") else f"《{memo.policy}》"
    yield Para(
        line=line(
            f"根据{title}（以下简称{SHORT_POLICY}），经审核，您提交的职称申报材料有{len(memo.corrections)}项需要补正，"
            "现一次性告知如下。请于　　　　年　　月　　日前一次性补齐；逾期未补正的，按申报通知的有关规定办理。"
        )
    )
    yield Table(
        widths=(7, 17, 26, 18, 20, 12),
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


def _coverage(memo: Memo) -> Iterator[Block]:
    yield Title(text="检查覆盖情况", under="附件3", anchor="a3", new_page=True)
    yield Heading(level=2, text="（一）未读取、未检查或无法判断的事项")
    if memo.unseen:
        yield _reasons("事项", memo.unseen)
    else:
        yield Para(line=line("没有无法读取的页面，也没有无法判断的检查。"))
    yield Heading(level=2, text="（二）各项检查的结果（件数）")
    if memo.coverage:
        yield Table(
            widths=(14, 42, 11, 11, 11, 11),
            head=("类别", "检查", "未见异常", "有发现", "不适用", "无法判断"),
            rows=tuple(
                row(c.family, c.title, *(_count(n) for n in (c.clear, c.found, c.not_applicable, c.cannot_tell)))
                for c in memo.coverage
            ),
            dense=True,
        )
    else:
        yield Para(line=line("没有检查记录。"))
    if memo.not_applicable:
        yield Heading(level=2, text="（三）对本卷不适用的检查")
        yield _reasons("检查", memo.not_applicable)
    yield from _other_clauses(memo)


def _reasons(subject: str, entries: Sequence[Unseen]) -> Table:
    rows = tuple(row(entry.subject, entry.reason, entry.where) for entry in entries)
    return Table(widths=(26, 46, 28), head=(subject, "原因", "涉及材料"), rows=rows, dense=True)


def _other_clauses(memo: Memo) -> Iterator[Block]:
    aside = [c for c in memo.conditions if c.outcome == "not_applicable"]
    if aside:
        number = "四" if memo.not_applicable else "三"
        yield Heading(level=2, text=f"（{number}）对本卷不适用的条款")
        yield Table(
            widths=(24, 44, 32),
            head=("条款", "内容", "原因"),
            rows=tuple(row(c.clause, c.requirement, c.explanation, anchor=f"c-{c.id}") for c in aside),
            dense=True,
        )


def _pictures(gallery: Gallery, number_of_figures: int) -> Iterator[Block]:
    left = gallery.rest()
    yield Title(text="证据附图", under="附件4", anchor="a4", new_page=True)
    yield Para(line=line("以下为申报条件和填报事项所引用的位置；发现事项的附图见正文第四部分。"), style="note")
    if left:
        yield picture_grid(left)
    else:
        yield Para(line=line("没有其他附图。"))
    if number_of_figures >= MOST_FIGURES:
        yield Para(line=line(f"附图至多{MOST_FIGURES}幅，其余位置请查阅原件。"), style="remark")


def _provenance(memo: Memo) -> Iterator[Block]:
    yield Title(text="版本与文件摘要", under="附件5", anchor="a5", new_page=True)
    versions = tuple(row(cell(label, label=True), value) for label, value in memo.versions)
    yield Table(widths=(30, 70), rows=versions, dense=True)
    yield Heading(level=2, text="输入文件")
    yield Table(
        widths=(6, 28, 7, 59),
        head=("序号", "文件", "页数", "SHA-256"),
        rows=tuple(
            row(cell(str(n), align="center"), f.name, cell(f.pages, align="center"), f.sha256)
            for n, f in enumerate(memo.files, 1)
        ),
        dense=True,
    )


def _count(number: int) -> Cell:
    return cell(str(number) if number else "—", align="center")

"""录用通知."""

from __future__ import annotations

from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, paragraphs
from tests.factory.sheet import Field
from tests.factory.types import Layout


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    return desk.fields(content, authors=desk.choose(("、", "，")).join(content["authors"]))  # type: ignore[arg-type]


def draw_letter(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(80, f"《{content['journal']}》编辑部", 20)
    sheet.title(120, desk.choose(("录用通知书", "稿件录用通知", "用稿通知"), ("论文录用证明",)), 24)
    top = sheet.put(80, 180, "{first_author}先生/女士：", fields, 14)
    wording = desk.choose(
        (
            "您好！您的稿件《{title}》（稿件编号：{number}，作者：{authors}）经审稿专家评审和编辑部终审，决定录用，拟刊登于《{journal}》{year}年第{issue}期。",
            "经本刊审定，{authors}撰写的论文“{title}”符合刊用要求，同意录用，计划于{year}年第{issue}期《{journal}》发表。",
        ),
        ("您投寄的《{title}》一文（{authors}）已通过终审，将安排在本刊《{journal}》{year}年{issue}期刊出，特此通知。",),
    )
    paragraphs(
        desk, sheet, 80, top + 8, 435, [wording, "请勿一稿多投。感谢您对本刊的支持！"], fields, size=14, leading=2.0
    )
    sheet.put(80, 480, "{issn}　{cn_number}", fields, 11)
    closing(desk, sheet, content, fields, 540)


def draw_table(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(90, "稿件录用通知单", 24)
    rows = [
        [Cell("论文题目"), Cell("{title}")],
        [Cell("作者"), Cell("{authors}")],
        [Cell("单位"), Cell("{affiliation}")],
        [Cell("刊物"), Cell("{journal}")],
        [Cell("拟发期次"), Cell("{year}年第{issue}期")],
        [Cell("审稿结论"), Cell("录用")],
    ]
    bottom = grid(desk, sheet, 80, 150, (110, 325), rows, fields, size=12, row_height=40)
    closing(desk, sheet, content, fields, bottom + 60)


LAYOUTS = (Layout("letter", draw_letter), Layout("table", draw_table), Layout("letter", draw_letter, held_out=True))

"""博士后证书."""

from __future__ import annotations

from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import closing, label_rows, paragraphs
from tests.factory.types import Layout


def draw_running(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(720, 500, (250, 246, 236)), desk.fields(content)
    ornaments.border(sheet, desk.rng, (140, 30, 40))
    sheet.title(60, "博士后证书", 34, (140, 20, 30), 10)
    wording = desk.choose(
        (
            "{person_name}，{gender}，{birth_date}生，于{start_date}至{end_date}在{institution}从事博士后研究工作，期满出站，成绩合格，特发此证。",
        ),
        (
            "兹有{person_name}（{birth_date}出生）{start_date}进站、{end_date}出站，在{institution}完成博士后研究，经考核合格，准予出站。",
        ),
    )
    paragraphs(desk, sheet, 95, 150, 530, [wording], fields, size=18, leading=2.1)
    sheet.put(95, 330, "资助编号：{fund_number}", fields, 12)
    sheet.put(95, 420, "证书编号：{certificate_number}", fields, 12)
    closing(desk, sheet, content, fields, 380)


def draw_rows(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(595, 780), desk.fields(content)
    ornaments.border(sheet, desk.rng)
    sheet.title(90, "博士后证书", 32, gap=6)
    rows = [
        ("姓名", "{person_name}"), ("性别", "{gender}"), ("出生日期", "{birth_date}"), ("设站单位", "{institution}"), ("进站时间", "{start_date}"),
        ("出站时间", "{end_date}"), ("中国博士后科学基金资助编号", "{fund_number}"), ("编号", "{certificate_number}"),
    ]  # fmt: skip
    bottom = label_rows(desk, sheet, rows, fields, 90, 180, size=13, step=42, width=240, mode="plain")
    closing(desk, sheet, content, fields, bottom + 40)


LAYOUTS = (Layout("running", draw_running), Layout("rows", draw_rows), Layout("running", draw_running, held_out=True))

"""工程业绩证明."""

from __future__ import annotations

from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, paragraphs
from tests.factory.types import Layout


def draw_letter(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), desk.fields(content)
    sheet.title(100, desk.choose(("业绩证明", "工程业绩证明", "证　明"), ("技术业绩证明材料",)), 26)
    wording = desk.choose(
        (
            "兹证明{employer}{person_name}同志在{project_name}中担任{role}，工作时间为{start_date}至{end_date}，项目{scale}，现已竣工验收。",
            "{person_name}同志（{employer}）作为{role}参加了{project_name}的技术工作，起止时间：{start_date}至{end_date}，工程规模：{scale}。",
        ),
        ("{project_name}（{scale}）于{start_date}开工、{end_date}完工，{employer}{person_name}任该项目{role}。",),
    )
    paragraphs(desk, sheet, 85, 180, 425, [wording, "特此证明。"], fields, size=16, leading=2.1)
    closing(desk, sheet, content, fields, 520, size=15, seal="county")


def draw_table(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), desk.fields(content)
    sheet.title(80, desk.choose(("专业技术业绩证明表", "工程项目业绩证明"), ("项目业绩登记证明",)), 22)
    rows = [
        [Cell("姓名"), Cell("{person_name}"), Cell("单位"), Cell("{employer}")],
        [Cell("项目名称"), Cell("{project_name}", across=3)],
        [Cell("担任职务"), Cell("{role}"), Cell("工程规模"), Cell("{scale}")],
        [Cell("起止时间"), Cell("{start_date}至{end_date}", across=3)],
        [Cell("证明单位意见"), Cell("情况属实。\n\n\n\n", across=3, align="left")],
    ]
    bottom = grid(desk, sheet, 60, 130, (85, 140, 80, 170), rows, fields, size=12, row_height=38)
    closing(desk, sheet, content, fields, bottom + 20, size=12, seal="county")


LAYOUTS = (Layout("letter", draw_letter), Layout("table", draw_table), Layout("letter", draw_letter, held_out=True))

"""社会保险参保证明."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, paragraphs
from tests.factory.types import Layout


def draw_months(desk: Desk, content: Content) -> None:
    """A table of periods with the payment state, and a code to verify."""
    sheet, fields = desk.page(), desk.fields(content)
    sheet.title(
        60, desk.choose(("社会保险个人参保缴费证明", "基本养老保险参保缴费证明"), ("个人参保证明（明细）",)), 20
    )
    sheet.put(60, 100, "姓名：{person_name}　　公民身份号码：{id_number}", fields, 11)
    sheet.put(60, 120, "参保单位：{employer}　　统一社会信用代码：{credit_code}", fields, 10)
    sheet.put(
        60,
        140,
        desk.choose(
            ("缴费起止时间：{start_date}至{end_date}", "参保时间：{start_date} - {end_date}"),
            ("缴费期间：{start_date}—{end_date}",),
        ),
        fields,
        11,
    )
    first, last = int(str(content["start_date"])[:4]), int(str(content["end_date"])[:4])
    rows = [[Cell(h) for h in ("年度", "险种", "缴费月数", "缴费状态")]]
    for year in range(first, last + 1):
        months = (
            13 - int(str(content["start_date"])[5:7])
            if year == first
            else int(str(content["end_date"])[5:7])
            if year == last
            else 12
        )
        rows.append([Cell(str(year)), Cell("企业职工基本养老保险"), Cell(str(months)), Cell("已缴费")])
    bottom = grid(desk, sheet, 60, 166, (80, 195, 100, 100), rows, fields, size=11, row_height=26)
    sheet.put(60, bottom + 20, "防伪码：{code}", fields, 11)
    sheet.picture(ornaments.code_image(str(content["code"])), Box(60, bottom + 44, 130, bottom + 114))
    closing(
        desk,
        sheet,
        content,
        fields,
        bottom + 60,
        date=desk.choose(("打印日期：{issue_date}", "{issue_date}")),
        below="业务专用章",
    )


def draw_letter(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), desk.fields(content)
    sheet.title(90, desk.choose(("社会保险参保证明", "参保缴费凭证"), ("社保缴费证明",)), 24)
    text = "兹证明{person_name}（身份证号：{id_number}）由{employer}为其办理社会保险，自{start_date}至{end_date}连续缴纳养老、失业、工伤保险费。"
    paragraphs(desk, sheet, 80, 170, 435, [text, "本证明可凭验证码{code}在线核验。"], fields, size=15, leading=2.0)
    closing(desk, sheet, content, fields, 470)


LAYOUTS = (Layout("months", draw_months), Layout("letter", draw_letter), Layout("months", draw_months, held_out=True))

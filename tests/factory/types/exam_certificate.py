"""外语、计算机等考试合格证."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, label_rows
from tests.factory.types import Layout


def draw_rows(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(480, 640), desk.fields(content)
    ornaments.border(sheet, desk.rng, (70, 90, 140))
    sheet.title(70, desk.choose(("考试合格证书", "合格证书", "成绩合格证"), ("考试成绩证书",)), 26)
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(330, 120, 410, 232))
    rows = [
        ("姓名", "{person_name}"),
        ("身份证号", "{id_number}"),
        (desk.choose(("考试科目", "考试名称", "科目")), "{subject}"),
        ("成绩", "{score}分" if desk.chance(0.5) else "{score}"),
        ("证书编号", "{certificate_number}"),
    ]
    bottom = label_rows(desk, sheet, rows, fields, 60, 150, size=12, step=44, width=210)
    closing(desk, sheet, content, fields, max(bottom + 10, 430), size=12, centre=310)


def draw_report(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), desk.fields(content)
    sheet.title(90, desk.choose(("成绩通知单", "考试成绩单"), ("成绩证明",)), 24)
    rows = [
        [Cell("姓名"), Cell("{person_name}"), Cell("性别"), Cell("{gender}")],
        [Cell("身份证号"), Cell("{id_number}", across=3)],
        [Cell("考试科目"), Cell("{subject}", across=3)],
        [Cell("考试成绩"), Cell("{score}"), Cell("结论"), Cell("合格")],
        [Cell("证书编号"), Cell("{certificate_number}", across=3)],
    ]
    bottom = grid(desk, sheet, 70, 150, (90, 150, 80, 135), rows, fields, size=12, row_height=40)
    closing(desk, sheet, content, fields, bottom + 60)


LAYOUTS = (Layout("rows", draw_rows), Layout("report", draw_report), Layout("report", draw_report, held_out=True))

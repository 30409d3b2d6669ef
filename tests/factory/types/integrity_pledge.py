"""诚信承诺书."""

from __future__ import annotations

from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, grid, paragraphs
from tests.factory.types import Layout

TEXTS = (
    "本人{person_name}，身份证号{id_number}，系{employer}职工，申报{applied_title}职称。现郑重承诺：",
    "一、本人所提交的学历、资历、业绩、论文等材料真实、准确、有效。",
    "二、如有弄虚作假、剽窃他人成果等行为，自愿取消申报资格，已取得职称的同意撤销，并承担相应责任。",
)


def _signature(desk: Desk, content: Content, top: float, label: str) -> None:
    sheet, fields = desk.sheets[-1], desk.fields(content)
    box = sheet.run(300, top, label, 14)
    desk.sign(sheet, content, label.rstrip("："), str(content["person_name"]), box.x1 + 4, top - 8)
    sheet.put(330, top + 44, "{issue_date}", fields, 14)


def draw_letter(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), desk.fields(content)
    sheet.title(
        95,
        desk.choose(
            ("诚信承诺书", "个人诚信承诺书", "职称申报诚信承诺书"), ("申报材料真实性承诺书", "专业技术人员诚信承诺")
        ),
        26,
    )
    top = paragraphs(desk, sheet, 85, 170, 425, TEXTS, fields, size=15, leading=2.1)
    _signature(desk, content, top + 60, desk.choose(("承诺人（签名）：", "承诺人：", "申报人签字："), ("本人签名：",)))


def draw_form(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), desk.fields(content)
    sheet.title(70, desk.choose(("申报人员材料确认审核及承诺表", "诚信承诺书"), ("材料真实性承诺表",)), 20)
    rows = [
        [Cell("姓名"), Cell("{person_name}"), Cell("身份证号"), Cell("{id_number}")],
        [Cell("单位"), Cell("{employer}"), Cell("申报资格"), Cell("{applied_title}")],
        [
            Cell("承诺内容", vertical=True),
            Cell(f"　　{TEXTS[1]}\n　　{TEXTS[2]}\n\n\n\n\n\n", across=3, align="left", size=13),
        ],
    ]
    bottom = grid(desk, sheet, 60, 116, (70, 150, 75, 180), rows, fields, size=12, row_height=38)
    _signature(desk, content, bottom - 84, "承诺人签名：")


def draw_short(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), desk.fields(content)
    sheet.title(120, "承　诺　书", 28)
    sheet.put(85, 190, "职称评审委员会：", fields, 15)
    text = "本人自愿申报{applied_title}，已知晓职称评审政策规定。保证所填内容和所附材料真实，若有虚假，愿承担一切后果。"
    sheet.put(85, 226, text, fields, 15, width=425, indent=2, leading=2.1)
    sheet.put(85, 380, "姓　　名：{person_name}", fields, 14)
    sheet.put(85, 410, "身份证号：{id_number}", fields, 14)
    _signature(desk, content, 470, "签名（手写）：")


LAYOUTS = (
    Layout("letter", draw_letter), Layout("form", draw_form), Layout("short", draw_short, held_out=True), Layout("letter", draw_letter, held_out=True), Layout("brief", draw_short),
)  # fmt: skip

"""职业技能等级证书、职业资格证书."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import closing, label_rows, paragraphs
from tests.factory.types import Layout


def draw_rows(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(595, 780), desk.fields(content)
    ornaments.border(sheet, desk.rng, (40, 110, 90))
    sheet.title(90, desk.choose(("职业技能等级证书", "职业资格证书"), ("国家职业技能等级证书",)), 28)
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(400, 150, 490, 276))
    rows = [
        ("姓名", "{person_name}"), ("性别", "{gender}"), ("出生日期", "{birth_date}"), ("证件号码", "{id_number}"),
        (desk.choose(("职业名称", "职业（工种）"), ("职业工种",)), "{occupation}"), (desk.choose(("职业技能等级", "等级")), "{skill_level}"), ("证书编号", "{certificate_number}"),
    ]  # fmt: skip
    bottom = label_rows(desk, sheet, rows, fields, 90, 170, size=13, step=40, width=230)
    closing(desk, sheet, content, fields, bottom + 50, issuer=desk.choose(("{issuer}", "评价机构：{issuer}")))


def draw_running(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(720, 500), desk.fields(content)
    ornaments.border(sheet, desk.rng)
    sheet.title(64, "职业资格证书", 30)
    text = "{person_name}，{gender}，{birth_date}出生，身份证号{id_number}，经鉴定，{occupation}职业技能达到{skill_level}水平，特发此证。证书编号：{certificate_number}。"
    paragraphs(desk, sheet, 90, 150, 540, [text], fields, size=17, leading=2.0)
    closing(desk, sheet, content, fields, 380)


LAYOUTS = (Layout("rows", draw_rows), Layout("running", draw_running), Layout("rows", draw_rows, held_out=True))

"""单位公示及推荐证明."""

from __future__ import annotations

from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, paragraphs, red_head
from tests.factory.sheet import Field
from tests.factory.types import Layout


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    fields = desk.fields(content)
    employer = str(content["employer"])
    fields["employer"] = Field("employer|issuer", employer, employer)
    shown = (
        desk.choose(("无异议", "未收到异议", "没有收到任何异议", "均无异议"), ("未收到不同意见", "无任何异议"))
        if content["outcome"] == "无异议"
        else str(content["outcome"])
    )
    fields["outcome"] = Field("outcome", str(content["outcome"]), shown)
    return fields


def draw_letter(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(
        95, desk.choose(("公示证明", "职称申报公示情况证明", "关于职称申报人员公示结果的证明"), ("公示结果说明",)), 24
    )
    wording = desk.choose(
        (
            "我单位{person_name}同志申报{applied_title}职称的材料，已于{start_date}至{end_date}在{place}进行公示，公示期间{outcome}。",
            "根据职称评审有关规定，{employer}对{person_name}同志申报{applied_title}的有关材料在{place}公示，公示时间：{start_date}至{end_date}，公示期内{outcome}，同意推荐。",
        ),
        (
            "兹有我单位职工{person_name}申报{applied_title}。申报材料自{start_date}起至{end_date}止于{place}张贴公示，{outcome}。",
        ),
    )
    paragraphs(desk, sheet, 85, 180, 425, [wording, "特此证明。"], fields, size=16, leading=2.1)
    closing(desk, sheet, content, fields, 540, issuer="{employer}", size=15)


def draw_table(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(70, desk.choose(("申报职称人员公示及推荐情况表", "职称申报材料公示情况登记表"), ("推荐公示表",)), 20)
    rows = [
        [Cell("申报人"), Cell("{person_name}"), Cell("申报职称"), Cell("{applied_title}")],
        [Cell("单位"), Cell("{employer}", across=3)],
        [Cell("公示起止时间"), Cell("{start_date}至{end_date}", across=3)],
        [Cell("公示地点"), Cell("{place}", across=3)],
        [Cell("公示结果"), Cell("{outcome}", across=3)],
        [Cell("单位推荐意见"), Cell("经民主评议和集体研究，同意推荐。\n\n\n\n\n\n", across=3, align="left")],
    ]
    bottom = grid(desk, sheet, 60, 116, (95, 145, 90, 145), rows, fields, size=12, row_height=38)
    _seal(desk, content, fields, bottom)


def _seal(desk: Desk, content: Content, fields: dict[str, Field], bottom: float) -> None:
    sheet = desk.sheets[-1]
    sheet.put(330, bottom - 30, "{issue_date}", fields, 12, width=180, align="right")
    desk.seal(sheet, content, str(content["employer"]), 430, bottom - 46)


def draw_document(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    top = red_head(desk, sheet, str(content["employer"]), fields, f"〔2020〕{desk.rng.randrange(5, 80)}号")
    sheet.title(top, "关于申报职称人员情况公示的报告", 18)
    texts = [
        "按照2020年度职称申报评审工作要求，我单位对{person_name}同志申报{applied_title}的情况进行了公示。",
        "公示时间：{start_date}至{end_date}。公示地点：{place}。",
        "公示结果：{outcome}。现予以推荐上报。",
    ]
    paragraphs(desk, sheet, 80, top + 48, 435, texts, fields, size=15, leading=2.0)
    closing(desk, sheet, content, fields, 590, issuer="{employer}", size=14)


LAYOUTS = (
    Layout("letter", draw_letter), Layout("table", draw_table), Layout("document", draw_document, held_out=True), Layout("letter", draw_letter, held_out=True), Layout("red-head", draw_document),
)  # fmt: skip

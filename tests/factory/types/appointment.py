"""聘书、聘任文件、聘用审批表."""

from __future__ import annotations

from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, paragraphs, red_head
from tests.factory.sheet import Field
from tests.factory.types import Layout

LETTERS = (
    "兹聘任 {person_name} 同志为我单位{title}，聘期自{start_date}至{end_date}。",
    "兹聘任{person_name}同志担任{title}专业技术职务，聘任期限：{start_date}起至{end_date}止。",
    "聘请{person_name}同志为{title}，聘期从{start_date}到{end_date}。此聘",
)
HELD_OUT_LETTERS = (
    "经研究，决定聘用{person_name}同志在{title}岗位工作，受聘时间为{start_date}—{end_date}。",
    "{person_name}同志：\n　　现聘任您为本单位{title}，任期{start_date}至{end_date}，特发此证。",
)


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    fields = desk.fields(content)
    employer = str(content["employer"])
    fields["employer"] = Field("employer|issuer", employer, employer)
    return fields


def draw_letter(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(720, 500, (253, 247, 240)), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (190, 40, 40))
    sheet.title(62, desk.choose(("聘　书", "聘 任 书", "聘书"), ("聘任证书", "专业技术职务聘书")), 36, (180, 20, 30))
    sheet.put(500, 120, "{number}", fields, 11)
    paragraphs(
        desk,
        sheet,
        90,
        165,
        540,
        [desk.choose(LETTERS, HELD_OUT_LETTERS)],
        fields,
        size=20,
        leading=2.1,
        value_role=desk.choose(("body", "script")),
        underline=desk.chance(0.4),
    )
    closing(desk, sheet, content, fields, 370, issuer="{employer}", size=15)


def draw_document(desk: Desk, content: Content) -> None:
    """A red-head letter appointing one person or several."""
    sheet, fields = desk.page(), _fields(desk, content)
    employer = str(content["employer"])
    top = red_head(desk, sheet, employer, fields, "{number}")
    sheet.title(
        top,
        f"关于{content['person_name']}等同志专业技术职务聘任的通知"
        if desk.chance(0.5)
        else "关于聘任专业技术职务的通知",
        18,
    )
    top = sheet.put(70, top + 45, "各科室、部门：", fields, 14)
    texts = [
        desk.choose(
            ("经单位研究，决定聘任：", "根据岗位设置和考核情况，经研究决定："),
            ("经领导班子会议讨论并公示无异议，现将聘任事项通知如下：",),
        ),
        desk.choose(
            (
                "{person_name}同志为{title}（{post}），聘期自{start_date}至{end_date}。",
                "聘任{person_name}同志为{title}，聘任时间从{start_date}起至{end_date}止。",
            ),
            ("{person_name}：受聘{title}，聘用期限{start_date}至{end_date}。",),
        ),
    ]
    top = paragraphs(desk, sheet, 70, top + 8, 455, texts, fields, size=15, leading=1.9)
    closing(desk, sheet, content, fields, max(top + 70, 560), issuer="{employer}", size=14)


def draw_form(desk: Desk, content: Content) -> None:
    """A post-approval form."""
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(
        70, desk.choose(("事业单位专业技术岗位聘用审批表", "专业技术职务聘任审批表"), ("专业技术人员岗位聘用表",)), 20
    )
    rows = [
        [Cell("姓　名"), Cell("{person_name}"), Cell("聘任单位"), Cell("{employer}")],
        [Cell("聘任职务"), Cell("{title}"), Cell("岗位等级"), Cell("{post}")],
        [Cell("聘期"), Cell("{start_date}至{end_date}", across=3)],
        [Cell("单位意见"), Cell("经考核合格，同意聘任。\n\n\n\n", across=3, align="left")],
        [Cell("主管部门意见"), Cell("同意。\n\n\n\n", across=3, align="left")],
    ]
    bottom = grid(
        desk, sheet, 60, 120, (90, 145, 90, 150), rows, fields, size=12, row_height=38, heights=(38, 38, 38, 160, 160)
    )
    sheet.put(330, bottom - 185, "{issue_date}", fields, 12)
    desk.seal(sheet, content, str(content["employer"]), 380, bottom - 205)


LAYOUTS = (
    Layout("letter", draw_letter),
    Layout("document", draw_document),
    Layout("form", draw_form),
    Layout("letter", draw_letter, held_out=True),
    Layout("document", draw_document, held_out=True),
)

"""学位证书."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import label_rows, paragraphs
from tests.factory.sheet import Field, Fields, Sheet
from tests.factory.types import Layout

WORDINGS = (
    "{person_name}，{gender}，{birth_date}生。在{institution}{major}专业完成了{level_words}学习计划，业已毕业，经审核符合《中华人民共和国学位条例》的规定，授予{discipline}{degree}学位。",
    "{person_name}，{gender}，{birth_date}生。在本校{major}专业{study_years}年制{level_words}学习，成绩优良，达到学士以上水平要求，根据《中华人民共和国学位条例》，授予{discipline}{degree}学位。",
    "{person_name} {gender} {birth_date}出生，在我校{major}专业学习期满，通过论文答辩。根据《中华人民共和国学位条例》的规定，经学位评定委员会审核，授予{discipline}{degree}学位。",
)
HELD_OUT = (
    "兹证明{person_name}（{gender}，生于{birth_date}）已修完{major}专业{level_words}课程，成绩合格，经本校学位评定委员会审议通过，授予{discipline}{degree}学位，特颁此证。",
)


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    fields = desk.fields(content)
    fields["institution"] = Field("institution|issuer", str(content["institution"]), str(content["institution"]))
    degree = str(content["degree"])
    words = {"学士": "本科", "硕士": "硕士研究生", "博士": "博士研究生"}[degree]
    fields["level_words"] = Field("", words, words)
    return fields


def _foot(desk: Desk, sheet: Sheet, content: Content, fields: Fields, top: float, left: float, right: float) -> None:
    sheet.put(left, top, "{institution}", fields, 14)
    sheet.put(
        right, top, desk.choose(("校　　长", "校（院）长", "学位评定委员会主席"), ("学位评定委员会主席：",)), fields, 12
    )
    ornaments.sign(sheet, "主席", str(content["president"]), right + 110, top - 10, desk.rng, height=28)
    label = desk.choose(("证书编号：", "学位证书编号：", "编号："), ("证书号：", "No. "))
    sheet.put(left, top + 40, f"{label}{{certificate_number}}", fields, 12)
    sheet.put(right, top + 40, "{issue_date}", fields, 13)
    desk.seal(sheet, content, str(content["institution"]), left + 70, top + 8, size="province")


def draw_landscape(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(730, 520, (250, 246, 236)), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (170, 30, 30))
    title = f"{content['degree']}学位证书"
    sheet.title(64, title, 34, (150, 20, 25), 8)
    if desk.chance(0.5):
        sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(80, 150, 160, 262))
        paragraphs(desk, sheet, 190, 150, 455, [desk.choose(WORDINGS, HELD_OUT)], fields, size=17, leading=2.0)
    else:
        paragraphs(
            desk,
            sheet,
            95,
            150,
            540,
            [desk.choose(WORDINGS, HELD_OUT)],
            fields,
            size=18,
            leading=2.1,
            value_role="script",
        )
    _foot(desk, sheet, content, fields, 400, 110, 420)


def draw_portrait(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(595, 800), _fields(desk, content)
    ornaments.border(sheet, desk.rng)
    ornaments.emblem(sheet, 297, 110, 60)
    sheet.title(170, desk.choose((f"{content['degree']}学位证书", "学 位 证 书"), ("学位证书",)), 30)
    paragraphs(desk, sheet, 85, 270, 425, [desk.choose(WORDINGS, HELD_OUT)], fields, size=17, leading=2.2)
    _foot(desk, sheet, content, fields, 620, 90, 310)


def draw_rows(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(730, 520), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (30, 70, 130))
    sheet.title(60, "学位证书", 30, gap=14)
    rows = [
        ("姓名", "{person_name}"),
        ("性别", "{gender}"),
        ("出生日期", "{birth_date}"),
        ("学位授予单位", "{institution}"),
        ("学科门类", "{discipline}"),
        ("所授学位", "{degree}"),
        ("专业名称", "{major}"),
        ("授予日期", "{issue_date}"),
    ]
    label_rows(desk, sheet, rows, fields, 210, 130, size=14, step=30)
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(80, 140, 165, 260))
    sheet.put(110, 420, "证书编号：{certificate_number}", fields, 12)
    desk.seal(sheet, content, str(content["institution"]), 560, 400, size="province")


LAYOUTS = (
    Layout("landscape", draw_landscape),
    Layout("portrait", draw_portrait),
    Layout("rows", draw_rows, held_out=True),
    Layout("landscape", draw_landscape, held_out=True),
    Layout("e-rows", draw_rows),
)

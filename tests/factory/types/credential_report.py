"""教育部学历证书电子注册备案表, 学历认证报告."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, grid, label_rows
from tests.factory.sheet import Field
from tests.factory.types import Layout


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    code = str(content["verification_code"])
    shown = desk.choose((code, " ".join(code[i : i + 4] for i in range(0, 16, 4))))
    return desk.fields(content, verification_code=shown)


def draw_filing(desk: Desk, content: Content) -> None:
    """The ruled form with code and photograph."""
    sheet, fields = desk.page(), _fields(desk, content)
    ornaments.watermark(sheet, "学信网")
    sheet.title(70, "教育部学历证书电子注册备案表", 22)
    sheet.put(60, 116, "更新日期：{issue_date}", fields, 11)
    rows = [
        [Cell("姓名"), Cell("{person_name}", across=3), Cell("", down=4)],
        [Cell("性别"), Cell("{gender}"), Cell("出生日期"), Cell("{birth_date}")],
        [Cell("入学时间"), Cell("{start_date}"), Cell("毕（结）业时间"), Cell("{end_date}")],
        [Cell("学历类型"), Cell("普通"), Cell("学历层次"), Cell("{education_level}")],
        [Cell("毕业院校"), Cell("{institution}", across=2), Cell("专业"), Cell("{major}")],
        [Cell("学习形式"), Cell("{study_mode}", across=2), Cell("学制"), Cell("{years}年")],
        [Cell("证书编号"), Cell("{certificate_number}", across=2), Cell("毕结业结论"), Cell("毕业")],
        [Cell("校（院）长姓名"), Cell("{president}", across=4)],
    ]
    bottom = grid(desk, sheet, 60, 138, (92, 96, 92, 95, 100), rows, fields, size=11, row_height=34)
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(442, 148, 528, 266))
    sheet.put(60, bottom + 30, "在线验证码：{verification_code}", fields, 13)
    sheet.put(
        60,
        bottom + 56,
        desk.choose(("报告有效期至：{valid_until}", "在线验证有效期至{valid_until}"), ("有效期限：截至{valid_until}",)),
        fields,
        11,
    )
    payload = f"https://example.invalid/chsi/{content['verification_code']}"
    sheet.picture(ornaments.code_image(payload), Box(420, bottom + 24, 520, bottom + 124))
    notes = "注意事项：1.备案表是依据相关规定对学历证书电子注册复核备案的结果。2.备案表内容验证办法：点击在线验证，输入在线验证码；或扫描二维码。3.备案表在有效期内可免费在线验证。"
    sheet.put(60, bottom + 150, notes, fields, 9, width=475)


def draw_report(desk: Desk, content: Content) -> None:
    """The authentication report in label–value rows."""
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(84, desk.choose(("中国高等教育学历认证报告", "学历认证报告"), ("高等教育学历查询结果报告",)), 24)
    rows = [
        ("姓名", "{person_name}"), ("性别", "{gender}"), ("出生日期", "{birth_date}"), ("学校名称", "{institution}"), ("专业名称", "{major}"),
        ("学历层次", "{education_level}"), ("学习形式", "{study_mode}"), ("入学日期", "{start_date}"), ("毕业日期", "{end_date}"), ("证书编号", "{certificate_number}"),
    ]  # fmt: skip
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(430, 140, 516, 258))
    bottom = label_rows(desk, sheet, rows, fields, 90, 146, size=13, step=32, width=250)
    sheet.put(90, bottom + 20, "经核查，上述学历证书信息属实。", fields, 13)
    sheet.put(90, bottom + 54, "验证码：{verification_code}　　有效期至：{valid_until}", fields, 12)
    sheet.put(90, bottom + 80, "出具日期：{issue_date}", fields, 12)
    sheet.picture(ornaments.code_image(str(content["verification_code"])), Box(90, bottom + 110, 170, bottom + 190))
    desk.seal(sheet, content, "学信网认证报告专用", 420, bottom + 130)


LAYOUTS = (
    Layout("filing", draw_filing), Layout("report", draw_report), Layout("report", draw_report, held_out=True), Layout("filing", draw_filing, held_out=True),
)  # fmt: skip

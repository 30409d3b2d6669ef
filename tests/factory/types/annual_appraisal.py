"""年度考核登记表 (one year, two pages or one) and 历年考核情况汇总表."""

from __future__ import annotations

from tests.factory.desk import Content, Desk, merged, numbered
from tests.factory.forms import Cell, closing, grid
from tests.factory.prose import duties
from tests.factory.sheet import Field, Fields
from tests.factory.types import Layout


def _years(content: Content) -> list[tuple[str, str]]:
    return list(content["_years"])  # type: ignore[call-overload]


def _one(desk: Desk, content: Content, item: int = 0) -> dict[str, Field]:
    year, grade = _years(content)[0]
    fields = desk.fields(content)
    fields["year"] = Field("year", year, year, item)
    fields["grade"] = Field("grade", grade, grade, item)
    return fields


def draw(desk: Desk, content: Content) -> None:
    """A form for one year, a summary for several."""
    if len(_years(content)) > 1:
        desk.choose((_summary, _summary_sentence, _summary), (_summary_wide, _summary_sentence))(desk, content)
    else:
        desk.choose((_form, _form_two_pages), (_form_plain,))(desk, content)


def _heading(desk: Desk) -> str:
    return desk.choose(
        ("事业单位工作人员年度考核登记表", "专业技术人员年度考核登记表", "年度考核登记表"),
        ("工作人员年度考核表", "专业技术人员考核登记表"),
    )


def _form(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _one(desk, content)
    sheet.title(56, _heading(desk), 20)
    sheet.put(
        60, 88, desk.choose(("（{year}年度）", "（{year} 年度）"), ("{year}年",)), fields, 14, width=475, align="center"
    )
    rows = [
        [Cell("姓名"), Cell("{person_name}"), Cell("性别"), Cell("{gender}"), Cell("出生年月"), Cell("{birth_date}")],
        [Cell("单位"), Cell("{employer}", across=3), Cell("职务（职称）"), Cell("{title}")],
        [Cell("个人总结", vertical=True), Cell(duties(desk.rng, content, 260), across=5, align="left")],
        [
            Cell("主管领导意见", vertical=True),
            Cell("该同志工作认真，能够完成本职工作任务，建议考核等次为{grade}。\n\n", across=5, align="left"),
        ],
        [Cell("考核等次"), Cell("{grade}", across=5)],
        [Cell("本人意见"), Cell("同意。", across=5, align="left")],
    ]
    top = grid(
        desk,
        sheet,
        60,
        116,
        (55, 90, 50, 70, 85, 125),
        rows,
        fields,
        size=11,
        row_height=32,
        heights=(32, 32, 290, 100, 40, 40),
    )
    closing(desk, sheet, content, fields, min(top + 26, 740), issuer="{employer}", size=11)
    _sign(desk, content, 220, top - 36)


def _form_two_pages(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _one(desk, content)
    sheet.title(150, _heading(desk), 26)
    sheet.put(60, 210, "（{year}年度）", fields, 18, width=475, align="center")
    for index, (label, template) in enumerate(
        (("单　　位", "{employer}"), ("姓　　名", "{person_name}"), ("职　　务", "{title}"))
    ):
        sheet.put(140, 420 + index * 46, f"{label}：{template}", fields, 16)
    second = desk.page()
    rows = [
        [Cell("姓名"), Cell("{person_name}"), Cell("性别"), Cell("{gender}"), Cell("出生年月"), Cell("{birth_date}")],
        [Cell("本人述职", vertical=True), Cell(duties(desk.rng, content, 330), across=5, align="left")],
        [
            Cell("考核委员会意见", vertical=True),
            Cell("经考核，确定该同志{year}年度考核为{grade}等次。\n\n\n", across=5, align="left"),
        ],
        [Cell("未确定等次或不参加考核情况说明", across=2), Cell("", across=4)],
    ]
    top = grid(
        desk, second, 60, 60, (55, 90, 50, 70, 85, 125), rows, fields, size=11, row_height=32, heights=(32, 380, 150)
    )
    closing(desk, second, content, fields, min(top - 110, 740), issuer="{employer}", size=11)
    _sign(desk, content, 110, top + 10)


def _form_plain(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _one(desk, content)
    sheet.title(60, _heading(desk), 21)
    sheet.put(60, 100, "考核年度：{year}　　　单位（盖章）：{employer}", fields, 11)
    rows = [
        [Cell("被考核人"), Cell("{person_name}"), Cell("性别"), Cell("{gender}")],
        [Cell("出生年月"), Cell("{birth_date}"), Cell("岗位"), Cell("{title}")],
        [Cell("工作小结", across=1), Cell(duties(desk.rng, content, 240), across=3, align="left")],
        [Cell("评定结果"), Cell("{grade}", across=3)],
    ]
    top = grid(
        desk, sheet, 60, 124, (90, 150, 90, 145), rows, fields, size=12, row_height=36, heights=(36, 36, 330, 60)
    )
    sheet.put(330, top + 20, "{issue_date}", fields, 12)
    desk.seal(sheet, content, str(content["employer"]), 420, top + 10)
    _sign(desk, content, 120, top + 16)


def _sign(desk: Desk, content: Content, x: float, top: float) -> None:
    sheet = desk.sheets[-1]
    box = sheet.run(x, top + 8, "本人签名：", 11)
    desk.sign(sheet, content, "本人签名", str(content["person_name"]), box.x1 + 4, top)


def _rows(desk: Desk, content: Content) -> tuple[list[list[str]], Fields]:
    """Keys of the rows and their fields."""
    fields = desk.fields(content)
    keys = []
    for item, (year, grade) in enumerate(_years(content), 1):
        own = {"year": Field("year", year, year, item), "grade": Field("grade", grade, grade, item)}
        fields = merged(fields, numbered(own, item))
        keys.append([f"{{year_{item}}}", f"{{grade_{item}}}"])
    return keys, fields


def _summary(desk: Desk, content: Content) -> None:
    sheet = desk.page()
    keys, fields = _rows(desk, content)
    sheet.title(
        70,
        desk.choose(
            ("近年年度考核情况汇总表", "专业技术人员年度考核结果证明", "任现职以来年度考核情况表"),
            ("历年考核结果一览表",),
        ),
        20,
    )
    sheet.put(65, 112, "单位：{employer}　　姓名：{person_name}　　现任职务：{title}", fields, 11)
    suffix = desk.choose(("", "年", "年度"))
    rows = [[Cell("序号"), Cell("考核年度"), Cell("考核等次"), Cell("备注")]]
    rows += [[Cell(str(i)), Cell(year + suffix), Cell(grade), Cell("")] for i, (year, grade) in enumerate(keys, 1)]
    top = grid(desk, sheet, 65, 136, (60, 140, 140, 125), rows, fields, size=12, row_height=30)
    sheet.put(65, top + 16, "以上情况属实。", fields, 12)
    closing(desk, sheet, content, fields, top + 70, issuer="{employer}")


def _summary_wide(desk: Desk, content: Content) -> None:
    """Years side by side."""
    sheet = desk.page(842, 595)
    keys, fields = _rows(desk, content)
    sheet.title(60, "历年年度考核结果登记", 20)
    sheet.put(60, 110, "{person_name}（{gender}），单位：{employer}", fields, 12)
    width = 620 / len(keys)
    rows = [[Cell("年度"), *(Cell(y) for y, _ in keys)], [Cell("结果"), *(Cell(g) for _, g in keys)]]
    top = grid(desk, sheet, 60, 140, (90, *(width for _ in keys)), rows, fields, size=12, row_height=44)
    closing(desk, sheet, content, fields, top + 90, issuer="{employer}")


def _summary_sentence(desk: Desk, content: Content) -> None:
    """A proof in running words: 2015年合格，2016年优秀 …"""
    sheet = desk.page()
    keys, fields = _rows(desk, content)
    sheet.title(100, desk.choose(("证　明", "年度考核情况证明"), ("考核结果证明",)), 24)
    verb = desk.choose(("年度考核结果为", "年考核等次："), ("年度考核定为",))
    parts = "；".join(f"{year}{verb}{grade}" for year, grade in keys)
    sheet.put(
        80,
        180,
        f"兹证明我单位{{person_name}}同志（现任{{title}}）任现职以来年度考核情况如下：{parts}。",
        fields,
        15,
        width=435,
        indent=2,
        leading=2.0,
    )
    sheet.put(80, 470, "特此证明。", fields, 15, indent=2)
    closing(desk, sheet, content, fields, 560, issuer="{employer}")


LAYOUTS = (Layout("any", draw), Layout("any", draw, held_out=True))

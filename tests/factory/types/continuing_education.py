"""继续教育证书、登记册、学时证明."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk, merged, numbered
from tests.factory.forms import Cell, closing, grid, label_rows
from tests.factory.sheet import Field, Fields
from tests.factory.types import Layout


def _rows(desk: Desk, content: Content, unit: str = "") -> tuple[list[dict[str, str]], Fields]:
    """Templates by fact name for each year, and the fields they name."""
    fields: dict[str, Field] = desk.fields(content)
    templates = []
    for item, row in enumerate(content["_rows"], 1):  # type: ignore[arg-type, var-annotated]
        own = {name: Field(name, value, value + (unit if name != "year" else ""), item) for name, value in row.items()}
        public = str(int(row["hours"]) - int(row["professional_hours"]))
        own["public"] = Field("", public, public + unit)
        fields = merged(fields, numbered(own, item))
        templates.append({name: f"{{{name}_{item}}}" for name in own})
    return templates, fields


def draw_table(desk: Desk, content: Content) -> None:
    sheet = desk.page()
    rows, fields = _rows(desk, content, desk.choose(("", "", "学时")))
    sheet.title(
        64,
        desk.choose(
            ("专业技术人员继续教育证书", "专业技术人员继续教育学时登记表", "云南省专业技术人员继续教育合格证明"),
            ("专业技术人员继续教育学时汇总",),
        ),
        20,
    )
    label_rows(
        desk,
        sheet,
        [
            ("姓名", "{person_name}"),
            ("身份证号", "{id_number}"),
            ("工作单位", "{employer}"),
            ("证书编号", "{certificate_number}"),
        ],
        fields,
        70,
        108,
        size=12,
        step=24,
    )
    head = desk.choose(
        (("年度", "总学时", "公需科目学时", "专业科目学时"), ("年份", "学时合计", "公需课", "专业课")),
        (("学习年度", "累计学时", "其中：公需科目", "其中：专业科目"),),
    )
    cells = [[Cell(h) for h in (*head, "审核盖章")]]
    cells += [
        [Cell(r["year"]), Cell(r["hours"]), Cell(r["public"]), Cell(r["professional_hours"]), Cell("合格")]
        for r in rows
    ]
    top = grid(desk, sheet, 70, 216, (80, 90, 100, 100, 85), cells, fields, size=12, row_height=32)
    closing(desk, sheet, content, fields, top + 50)


def draw_courses(desk: Desk, content: Content) -> None:
    """A register listing courses under each year, with a subtotal row a year; runs over several pages."""
    rows, fields = _rows(desk, content)
    courses = list(content["_courses"])  # type: ignore[call-overload]
    widths = (55, 190, 75, 65, 70)
    for start in range(0, len(rows), 4):
        sheet = desk.page()
        sheet.title(
            56, desk.choose(("专业技术人员继续教育登记册", "继续教育学习情况登记表"), ("继续教育学时登记证书",)), 18
        )
        sheet.put(70, 92, "姓名：{person_name}　　身份证号：{id_number}", fields, 11)
        cells = [[Cell(h) for h in ("年度", "培训内容", "科目类别", "学时", "组织单位")]]
        for index, row in enumerate(rows[start : start + 4], start):
            values = content["_rows"][index]  # type: ignore[index]
            public = int(values["hours"]) - int(values["professional_hours"])
            half = int(values["professional_hours"]) // 2
            chosen = desk.rng.sample(courses, 2)
            cells += [
                [
                    Cell(row["year"], down=4),
                    Cell("公需科目在线学习"),
                    Cell("公需科目"),
                    Cell(str(public)),
                    Cell("人社部门"),
                ],
                [Cell(chosen[0]), Cell("专业科目"), Cell(str(half)), Cell("主管部门")],
                [
                    Cell(chosen[1]),
                    Cell("专业科目"),
                    Cell(str(int(values["professional_hours"]) - half)),
                    Cell("本单位"),
                ],
                [Cell(f"合计学时：{row['hours']}　其中专业科目：{row['professional_hours']}", across=4, align="left")],
            ]
        top = grid(desk, sheet, 70, 116, widths, cells, fields, size=10.5, row_height=27)
    closing(desk, sheet, content, fields, min(top + 40, 730))


def draw_proof(desk: Desk, content: Content) -> None:
    """A proof in running words."""
    sheet = desk.page()
    rows, fields = _rows(desk, content, "学时")
    sheet.title(90, desk.choose(("继续教育学时证明", "继续教育证明"), ("关于完成继续教育学时的证明",)), 24)
    wording = desk.choose(
        (
            "{year}年度完成继续教育{hours}，其中专业科目{professional_hours}",
            "{year}年共{hours}（专业科目{professional_hours}、公需科目{public}）",
        ),
        ("{year}年累计{hours}，专业课{professional_hours}、公需课{public}",),
    )
    lines = []
    for row in rows:
        line = wording
        for name, template in row.items():
            line = line.replace(f"{{{name}}}", template)
        lines.append(line)
    sheet.put(
        80,
        160,
        "兹证明{person_name}同志（身份证号：{id_number}），系{employer}专业技术人员，参加继续教育情况如下：",
        fields,
        14,
        width=435,
        indent=2,
        leading=1.9,
    )
    top = 160 + 14 * 1.9 * 3 + 6
    for line in lines:
        top = sheet.put(80, top, f"{line}；", fields, 14, width=435, indent=2, leading=1.7)
    sheet.put(80, top + 14, "特此证明。", fields, 14, indent=2)
    closing(desk, sheet, content, fields, max(top + 70, 600))


def draw_electronic(desk: Desk, content: Content) -> None:
    """A platform's printout with a code."""
    sheet = desk.page()
    rows, fields = _rows(desk, content)
    sheet.put(50, 40, "云南省专业技术人员继续教育管理平台", fields, 10, colour=(90, 90, 90))
    sheet.title(80, "继续教育学时（学分）证书", 22)
    sheet.picture(
        ornaments.code_image(f"https://example.invalid/jxjy/{content['certificate_number']}"), Box(470, 110, 546, 186)
    )
    top = label_rows(
        desk,
        sheet,
        [
            ("姓名", "{person_name}"),
            ("性别", "{gender}"),
            ("证件号码", "{id_number}"),
            ("所在单位", "{employer}"),
            ("证书编号", "{certificate_number}"),
        ],
        fields,
        60,
        122,
        size=11.5,
        step=24,
    )
    cells = [
        [Cell("年度", down=2), Cell("学时", across=3), Cell("审验结果", down=2)],
        [Cell("公需"), Cell("专业"), Cell("合计")],
    ]
    cells += [
        [Cell(r["year"]), Cell(r["public"]), Cell(r["professional_hours"]), Cell(r["hours"]), Cell("审验通过")]
        for r in rows
    ]
    top = grid(desk, sheet, 60, top + 14, (90, 90, 90, 90, 115), cells, fields, size=11.5, row_height=28)
    closing(desk, sheet, content, fields, top + 50, date="打印日期：{issue_date}")


LAYOUTS = (
    Layout("table", draw_table),
    Layout("courses", draw_courses),
    Layout("proof", draw_proof),
    Layout("electronic", draw_electronic, held_out=True),
    Layout("proof", draw_proof, held_out=True),
)

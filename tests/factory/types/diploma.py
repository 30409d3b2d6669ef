"""毕业证书: running text on a landscape or portrait sheet, or a label–value e-certificate."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import label_rows, paragraphs
from tests.factory.sheet import Field, Fields, Sheet
from tests.factory.types import Layout

WORDINGS = (
    "学生 {person_name}，性别{gender}，{birth_date}生，于{start_date}至{end_date}在本校{major}专业{years}年制{education_level}学习，修完教学计划规定的全部课程，成绩合格，准予毕业。",
    "学生{person_name} 性别 {gender}，{birth_date}出生，于{start_date}至{end_date}在本校 {major} 专业学习，学制{years}年，修完{education_level}教学计划规定的全部课程，成绩合格，准予毕业。",
    "{person_name}，{gender}，{birth_date}生。自{start_date}至{end_date}在我校{major}专业{years}年制{education_level}学习期满，修完规定课程，成绩合格，准予毕业。",
)
HELD_OUT = (
    "学生{person_name}系{gender}性，生于{birth_date}，{start_date}入学，在本校{major}专业修业{years}年，已按{education_level}培养方案修满学分，成绩合格，于{end_date}准予毕业。",
    "兹有学生{person_name}（{gender}，{birth_date}生）于{start_date}起在本校{major}专业{education_level}学习，学制{years}年，至{end_date}期满，成绩合格，准予毕业，特发此证。",
)


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    fields = desk.fields(content)
    fields["institution"] = Field("institution|issuer", str(content["institution"]), str(content["institution"]))
    full = {"start_date": str(content["start_date"]), "end_date": str(content["end_date"])}
    for key, iso in full.items():
        fields[key] = Field(key, iso[:7], desk.date(iso[:7]))
    return fields


def _title(desk: Desk, content: Content) -> str:
    prefix = {"普通全日制": "普通高等学校", "函授": "成人高等教育", "业余": "成人高等教育"}[str(content["study_mode"])]
    level = str(content["education_level"])
    kind = "硕士研究生" if level == "硕士研究生" else desk.choose(("", "本科" if level == "本科" else ""))
    return desk.choose((f"{prefix}{kind}毕业证书" if kind != "硕士研究生" else "硕士研究生毕业证书", "毕业证书"))


def _foot(desk: Desk, sheet: Sheet, content: Content, fields: Fields, top: float, left: float, right: float) -> None:
    size = 13
    label = desk.choose(("校　　名：", "学校："), ("毕业院校：",))
    sheet.put(left, top, f"{label}{{institution}}", fields, size)
    sheet.put(right, top, desk.choose(("校（院）长：", "校长："), ("院（校）长：",)), fields, size)
    ornaments.sign(sheet, "校长", str(content["president"]), right + 80, top - 8, desk.rng, height=28)
    number = desk.choose(("证书编号：", "编号：", "学校编号："), ("毕业证书编号：", "No."))
    sheet.put(left, top + 34, f"{number}{{certificate_number}}", fields, size)
    sheet.put(right, top + 34, "{issue_date}", fields, size)
    desk.seal(sheet, content, str(content["institution"]), left + 110, top + 6, size="province")


def draw_landscape(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(720, 510, (252, 248, 238)), _fields(desk, content)
    ornaments.border(sheet, desk.rng)
    title = _title(desk, content)
    sheet.title(62, title, 32 if len(title) < 8 else 25, (150, 20, 25), desk.choose((10.0, 4.0), (2.0, 18.0)))
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(74, 140, 154, 252))
    sheet.put(
        185,
        145,
        desk.choose(WORDINGS, HELD_OUT),
        fields,
        16,
        width=460,
        indent=2,
        leading=2.0,
        value_role=desk.choose(("body", "script")),
    )
    _foot(desk, sheet, content, fields, 400, 110, 430)


def draw_portrait(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (40, 80, 140))
    sheet.title(100, _title(desk, content), 30, gap=6)
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(250, 170, 340, 296))
    paragraphs(
        desk,
        sheet,
        90,
        340,
        415,
        [desk.choose(WORDINGS, HELD_OUT)],
        fields,
        size=17,
        leading=2.1,
        underline=desk.chance(0.3),
    )
    _foot(desk, sheet, content, fields, 660, 92, 340)


def draw_rows(desk: Desk, content: Content) -> None:
    """A certificate that lists its fields, as newer electronic ones do."""
    sheet, fields = desk.page(720, 510), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (160, 40, 40))
    sheet.title(60, _title(desk, content), 28, gap=5)
    rows = [
        ("姓名", "{person_name}"),
        ("性别", "{gender}"),
        ("出生日期", "{birth_date}"),
        ("专业", "{major}"),
        ("层次", "{education_level}"),
        ("学制", "{years}年"),
        ("学习形式", "{study_mode}"),
        ("学习起止时间", "{start_date}至{end_date}"),
    ]
    label_rows(desk, sheet, rows, fields, 200, 128, size=13, step=27)
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(90, 135, 165, 240))
    sheet.put(110, 352, "修完教学计划规定的全部课程，成绩合格，准予毕业。", fields, 14)
    _foot(desk, sheet, content, fields, 400, 110, 430)


def draw_two_halves(desk: Desk, content: Content) -> None:
    """An opened booklet: photograph and number on the left half, text on the right."""
    sheet, fields = desk.page(760, 520, (250, 250, 244)), _fields(desk, content)
    sheet.line(380, 20, 380, 500, 0.5, (190, 190, 180))
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(150, 110, 240, 236))
    sheet.vertical(60, 90, "毕业证书", 34, 14)
    sheet.put(110, 300, "证书编号：{certificate_number}", fields, 12)
    sheet.put(110, 326, "学习形式：{study_mode}", fields, 12)
    paragraphs(desk, sheet, 410, 80, 310, [desk.choose(WORDINGS, HELD_OUT)], fields, size=15, leading=2.0)
    sheet.put(430, 360, "{institution}", fields, 15)
    sheet.put(430, 392, "校长", fields, 13)
    ornaments.sign(sheet, "校长", str(content["president"]), 480, 384, desk.rng)
    sheet.put(520, 430, "{issue_date}", fields, 13)
    desk.seal(sheet, content, str(content["institution"]), 560, 410, size="province")


LAYOUTS = (
    Layout("landscape", draw_landscape),
    Layout("portrait", draw_portrait),
    Layout("rows", draw_rows),
    Layout("two-halves", draw_two_halves, held_out=True),
    Layout("landscape", draw_landscape, held_out=True),
)

"""职称证书、专业技术职务任职资格证书."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, label_rows, paragraphs
from tests.factory.sheet import Field, Fields
from tests.factory.types import Layout

LEVELS = {"junior": "初级", "intermediate": "中级", "associate_senior": "副高级", "senior": "正高级"}
TITLES = ("专业技术资格证书", "专业技术职务任职资格证书", "职称证书", "中级专业技术职务任职资格证书")
HELD_OUT_TITLES = ("云南省专业技术职称证书", "专业技术职务资格证")


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    level = LEVELS[str(content["title_level"])]
    series = str(content["series"])
    if series == "工程":
        series = desk.choose((series, "工程系列"))
    return desk.fields(content, series=series, title_level=level)


def _photo(desk: Desk, content: Content, fields: Fields, box: Box) -> None:
    sheet = desk.sheets[-1]
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), box)
    if desk.chance(0.6):
        desk.seal(sheet, content, str(content["issuer"]), box.x1 - 10, box.y1 - 8, size="small")


def draw_booklet(desk: Desk, content: Content) -> None:
    """An opened booklet: person on the left, qualification on the right."""
    sheet, fields = desk.page(760, 520, (248, 246, 238)), _fields(desk, content)
    sheet.line(380, 15, 380, 505, 0.5, (190, 185, 170))
    _photo(desk, content, fields, Box(150, 60, 230, 172))
    left = [
        ("姓名", "{person_name}"),
        ("性别", "{gender}"),
        ("出生年月", "{birth_date}"),
        ("身份证号", "{id_number}"),
        ("工作单位", "{employer}"),
    ]
    label_rows(desk, sheet, left, fields, 50, 215, size=13, step=34, width=230, underline=desk.chance(0.5))
    sheet.put(
        50,
        440,
        desk.choose(("证书编号：", "编号：", "证书号："), ("资格证书编号：",)) + "{certificate_number}",
        fields,
        12,
    )
    sheet.title(52, desk.choose(TITLES, HELD_OUT_TITLES), 18, centre=570)
    right = [
        (desk.choose(("系列", "系列名称"), ("职称系列",)), "{series}"),
        (desk.choose(("专业", "专业名称"), ("申报专业",)), "{specialty}"),
        (desk.choose(("资格名称", "任职资格", "职务资格"), ("职称名称",)), "{title}"),
        (desk.choose(("资格级别", "级别"), ("职称级别",)), "{title_level}"),
        (desk.choose(("批准日期", "取得时间", "评审通过时间"), ("资格取得时间",)), "{approved_date}"),
        (desk.choose(("批准文号",), ("公布文号",)), "{approval}"),
        (desk.choose(("评审组织", "评审委员会"), ("评委会名称",)), "{committee}"),
    ]
    bottom = label_rows(desk, sheet, right, fields, 410, 100, size=13, step=34, width=220)
    closing(desk, sheet, content, fields, max(bottom + 6, 372), size=12, centre=590, issuer="发证机关：{issuer}")


def draw_running(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(595, 780), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (140, 30, 40))
    sheet.title(90, desk.choose(TITLES, HELD_OUT_TITLES), 26, (140, 20, 30))
    _photo(desk, content, fields, Box(400, 150, 490, 276))
    sheet.put(90, 160, desk.choose(("编号：", "证书编号："), ("证书编码：",)) + "{certificate_number}", fields, 12)
    wording = desk.choose(
        (
            "{person_name}，{gender}，{birth_date}出生，身份证号{id_number}。经{committee}评审通过，于{approved_date}取得{specialty}专业{title}（{title_level}）任职资格。",
            "根据国家和云南省专业技术职务任职资格评审的有关规定，经{committee}评审，{person_name}同志（{gender}，{birth_date}生，公民身份号码{id_number}）具备{specialty}专业{title}任职资格，级别为{title_level}，系列为{series}，批准日期为{approved_date}。特发此证。",
        ),
        (
            "兹证明{person_name}（性别{gender}，{birth_date}生，身份证件号码{id_number}）通过{committee}评审，自{approved_date}起具备{title}资格。所属系列：{series}；专业：{specialty}；级别：{title_level}。",
        ),
    )
    paragraphs(desk, sheet, 90, 310, 415, [wording], fields, size=15, leading=2.0)
    closing(desk, sheet, content, fields, 610)


def draw_table(desk: Desk, content: Content) -> None:
    """An electronic certificate: a ruled table with a code."""
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(90, desk.choose(TITLES, HELD_OUT_TITLES), 24)
    sheet.put(60, 135, "（电子证书）", fields, 12, width=475, align="center")
    rows = [
        [Cell("姓　　名"), Cell("{person_name}"), Cell("", down=4)],
        [Cell("性　　别"), Cell("{gender}")],
        [Cell("身份证号"), Cell("{id_number}")],
        [Cell("出生日期"), Cell("{birth_date}")],
        [Cell("工作单位"), Cell("{employer}", across=2)],
        [Cell("职称系列"), Cell("{series}", across=2)],
        [Cell("专　　业"), Cell("{specialty}", across=2)],
        [Cell("职称名称"), Cell("{title}", across=2)],
        [Cell("职称级别"), Cell("{title_level}", across=2)],
        [Cell(desk.choose(("取得时间", "批准时间"), ("资格时间",))), Cell("{approved_date}", across=2)],
        [Cell("评审机构"), Cell("{committee}", across=2)],
        [Cell("证书编号"), Cell("{certificate_number}", across=2)],
    ]
    bottom = grid(desk, sheet, 70, 170, (110, 220, 125), rows, fields, size=12, row_height=34)
    sheet.picture(ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(415, 180, 510, 298))
    sheet.picture(
        ornaments.code_image(f"ZC|{content['certificate_number']}|{content['person_name']}"),
        Box(80, bottom + 30, 160, bottom + 110),
    )
    closing(desk, sheet, content, fields, bottom + 50)


LAYOUTS = (
    Layout("booklet", draw_booklet),
    Layout("running", draw_running),
    Layout("table", draw_table),
    Layout("running", draw_running, held_out=True),
    Layout("table", draw_table, held_out=True),
)

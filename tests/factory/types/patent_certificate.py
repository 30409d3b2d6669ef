"""专利证书: the forms before and since 2020, and a compact electronic one."""

from __future__ import annotations

from typing import Any

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import label_rows, paragraphs
from tests.factory.sheet import Field, Fields, Sheet
from tests.factory.types import Layout

KINDS = {
    "invention": ("发明专利证书", "发明名称", "发明人"),
    "utility": ("实用新型专利证书", "实用新型名称", "发明人"),
    "design": ("外观设计专利证书", "外观设计名称", "设计人"),
}
OFFICE = "国家知识产权局"


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    number = str(content["patent_number"])
    digits = number.removeprefix("ZL")
    shown = desk.choose((f"ZL {digits[:4]} {digits[4]} {digits[5:]}", f"ZL {digits}"), (number,))
    people = desk.choose(("；", ";", "、", "  ")).join(content["inventors"])  # type: ignore[arg-type]
    grant = str(content["grant_number"])
    fields = desk.fields(content, patent_number=shown, inventors=people, grant_number=grant)
    certificate = str(content["certificate_number"])
    fields["certificate_number"] = Field("certificate_number", certificate, certificate)
    kind = str(content["patent_kind"])
    if "_filed" in content:
        fields |= _at_filing(desk, content)
    fields["patent_kind"] = Field("patent_kind", KINDS[kind][1].removesuffix("名称"), KINDS[kind][0])
    return fields


def _at_filing(desk: Desk, content: Content) -> Fields:
    filed: dict[str, Any] = content["_filed"]  # type: ignore[assignment]
    people = desk.choose(("；", "、")).join(filed["inventors"])
    return {"applicant": Field("", filed["applicant"], filed["applicant"]), "makers": Field("", people, people)}


def _filed(sheet: Sheet, content: Content, fields: Fields, x: float, top: float) -> None:
    """Who applied and who invented at the day of filing, where the dossier's plan says so."""
    if "_filed" not in content:
        return
    maker = KINDS[str(content["patent_kind"])][2]
    sheet.put(x, top, "申请日时申请人：{applicant}", fields, 10.5, width=300)
    sheet.put(x, top + 18, f"申请日时{maker}：{{makers}}", fields, 10.5, width=300)


def _code(sheet: Sheet, content: Content, box: Box) -> None:
    payload = str(content.get("_code", f"https://example.invalid/p/{content['patent_number']}"))
    sheet.picture(ornaments.code_image(payload), box)


def _head(desk: Desk, sheet: Sheet, fields: Fields, top: float, size: float = 28) -> None:
    width = sheet.measure(fields["patent_kind"].text, size, "title")
    sheet.put((sheet.width - width) / 2, top, "{patent_kind}", fields, size, role="title")


def _logo(sheet: Sheet, x: float, y: float) -> None:
    sheet.panel(Box(x - 4, y, x + 4, y + 56), fill=(200, 40, 45))
    sheet.panel(Box(x + 6, y + 4, x + 12, y + 56), fill=(40, 80, 170))
    for step, reach in enumerate((30, 22, 14)):
        sheet.line(x + 12, y + 6 + step * 8, x + 12 + reach, y + 18 + step * 6, 3, (40, 80, 170))


def _director(desk: Desk, sheet: Sheet, content: Content, fields: Fields, top: float) -> None:
    director = str(content["director"])
    sheet.run(92, top, "局长", 13)
    sheet.run(92, top + 24, director, 13)
    ornaments.sign(sheet, "局长", director, 190, top - 6, desk.rng, height=40)
    desk.seal(sheet, content, OFFICE, 430, top + 10, size="province")
    if desk.chance(0.8):
        sheet.put(380, top + 46, "{grant_date}", fields, 13)


def draw_current(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    title, label, inventor = KINDS[str(content["patent_kind"])]
    ornaments.border(sheet, desk.rng, (60, 90, 150), 60)
    sheet.put(90, 118, "证书号第{certificate_number}号", fields, 11)
    _code(sheet, content, Box(455, 112, 505, 162))
    _logo(sheet, 290, 122)
    _head(desk, sheet, fields, 196)
    label_rows(desk, sheet, [(label, "{patent_name}")], fields, 92, 270, size=13, width=340, mode="plain")
    rows = [("专利权人", "{patentee}"), ("地址", "{address}"), (inventor, "{inventors}")]
    top = label_rows(desk, sheet, rows, fields, 92, 320, size=13, step=34, width=340, mode="spread")
    for left, right, template_left, template_right in (
        ("专利号", "授权公告号", "{patent_number}", "{grant_number}"),
        ("专利申请日", "授权公告日", "{application_date}", "{grant_date}"),
    ):
        sheet.put(92, top, f"{left}：{template_left}", fields, 13)
        sheet.put(335, top, f"{right}：{template_right}", fields, 13)
        top += 36
    sentence = f"国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发{title}并在专利登记簿上予以登记。专利权自授权公告之日起生效。"
    paragraphs(desk, sheet, 92, top + 14, 410, [sentence], fields, size=10.5)
    _director(desk, sheet, content, fields, 640)
    _filed(sheet, content, fields, 92, 708)
    sheet.title(760, "第 1 页 (共 1 页)", 9)


def draw_older(desk: Desk, content: Content) -> None:
    """The form of the years before: one column, with the term's sentence and page 2 missing."""
    sheet, fields = desk.page(595, 842, (252, 252, 246)), _fields(desk, content)
    _, label, inventor = KINDS[str(content["patent_kind"])]
    sheet.panel(Box(50, 60, 545, 790), stroke=(150, 60, 60), width=1.4)
    sheet.put(400, 90, "证书号 第 {certificate_number} 号", fields, 11)
    ornaments.emblem(sheet, 297, 130, 54)
    _head(desk, sheet, fields, 180, 30)
    rows = [
        (label, "{patent_name}"),
        (inventor, "{inventors}"),
        ("专利号", "{patent_number}"),
        ("专利申请日", "{application_date}"),
        ("专利权人", "{patentee}"),
        ("授权公告日", "{grant_date}"),
        ("授权公告号", "{grant_number}"),
    ]
    top = label_rows(desk, sheet, rows, fields, 95, 250, size=13.5, step=36, width=340)
    texts = [
        "本专利经过本局依照中华人民共和国专利法进行审查，决定授予专利权，颁发本证书并在专利登记簿上予以登记。专利权自授权公告之日起生效。",
        "本专利的专利权期限自申请日起算。专利权人应当依照专利法及其实施细则规定缴纳年费。",
    ]
    paragraphs(desk, sheet, 85, top + 4, 425, texts, fields, size=11, leading=1.6)
    _director(desk, sheet, content, fields, 690)
    if "_code" in content:
        _code(sheet, content, Box(85, 80, 140, 135))
    _filed(sheet, content, fields, 92, 745)


def draw_landscape(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(842, 595), _fields(desk, content)
    _, label, inventor = KINDS[str(content["patent_kind"])]
    ornaments.border(sheet, desk.rng, (60, 90, 150), 40)
    _head(desk, sheet, fields, 74, 28)
    rows = [
        (label, "{patent_name}"),
        (inventor, "{inventors}"),
        ("专利权人", "{patentee}"),
        ("专利号", "{patent_number}"),
        ("申请日", "{application_date}"),
        ("授权公告日", "{grant_date}"),
    ]
    label_rows(desk, sheet, rows, fields, 110, 140, size=14, step=40, width=480)
    sheet.put(110, 410, "证书号第{certificate_number}号　授权公告号：{grant_number}", fields, 12)
    sheet.run(110, 470, f"局长　{content['director']}", 13)
    desk.seal(sheet, content, OFFICE, 640, 460, size="province")
    if "_code" in content:
        _code(sheet, content, Box(690, 90, 750, 150))
    _filed(sheet, content, fields, 110, 500)


LAYOUTS = (
    Layout("current", draw_current),
    Layout("older", draw_older),
    Layout("landscape", draw_landscape, held_out=True),
    Layout("older", draw_older, held_out=True),
)

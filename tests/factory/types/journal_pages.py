"""期刊封面、版权页、目录."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory.desk import Content, Desk
from tests.factory.forms import label_rows
from tests.factory.prose import sentence
from tests.factory.sheet import Field, Fields, Sheet
from tests.factory.types import Layout


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    number = str(content["cn_number"]).removeprefix("CN").strip()
    fields = desk.fields(content, authors=" ".join(content["authors"]))  # type: ignore[arg-type]
    fields["cn_number"] = Field("cn_number", number, f"CN {number}")
    first = str(content["page_range"]).split("-")[0]
    fields["page_range"] = Field("", first, first)
    fields["affiliation"] = Field("", "", "")
    return fields


def _cover(desk: Desk, sheet: Sheet, fields: Fields) -> None:
    sheet.panel(Box(0, 0, sheet.width, 250), fill=desk.choose(((40, 90, 130), (120, 40, 40), (40, 110, 80))))
    width = sheet.measure(fields["journal"].text, 54, "title")
    size = min(54.0, 54 * 480 / width)
    sheet.put(
        (sheet.width - sheet.measure(fields["journal"].text, size, "title")) / 2,
        110,
        "{journal}",
        fields,
        size,
        role="title",
        colour=(255, 255, 255),
    )
    sheet.put(
        80,
        300,
        desk.choose(
            ("{year}年第{issue}期", "{year} 年 第 {issue} 期　第{volume}卷"), ("第{volume}卷　第{issue}期　{year}年",)
        ),
        fields,
        20,
    )
    sheet.put(80, 730, "ISSN {issn}　　{cn_number}", fields, 13)
    sheet.run(80, 756, desk.choose(("中国学术期刊综合评价数据库统计源期刊", "全国优秀农业期刊", "月刊　公开发行")), 11)


def _imprint(desk: Desk, sheet: Sheet, fields: Fields) -> None:
    sheet.put(60, 80, "{journal}", fields, 22, role="title")
    rows = [
        ("主管单位", "云南省科学技术协会"), ("主办单位", "云南省高原科技学会"), ("编辑出版", "本刊编辑部"), ("出版日期", "{year}年{month}月"),
        ("国际标准连续出版物号", "ISSN {issn}"), ("国内统一连续出版物号", "{cn_number}"), ("邮发代号", "64-31"), ("定价", "15.00元"),
    ]  # fmt: skip
    label_rows(desk, sheet, rows, fields, 60, 140, size=12, step=30, mode="plain")


def _contents(desk: Desk, sheet: Sheet, fields: Fields) -> None:
    sheet.title(60, desk.choose(("目　次", "目　录", "目录"), ("本期目录",)), 22)
    sheet.put(60, 96, "{journal}　{year}年第{issue}期（总第{volume}卷）", fields, 11, width=475, align="center")
    own = desk.rng.randrange(3, 9)
    top, first = 140.0, int(fields["page_range"].text)
    for index in range(12):
        number, shown = str(max(1, first + 5 * (index - own))), "（{page_range}）"
        row: Fields = fields
        if index != own:
            title = sentence(desk.rng, ("基层工作",))[:13].rstrip("，。、") + "研究"
            author = desk.rng.choice("王李张刘陈") + desk.rng.choice("明军丽芳伟")
            row = {
                "title": Field("title", title, title, index + 1),
                "authors": Field("authors", (author,), author, index + 1),
            }
            shown = f"（{number}）"
        bottom = sheet.put(60, top, "{title}　（{authors}）", row, 11.5, width=410)
        sheet.put(480, top, shown, fields, 11.5, width=60, align="right")
        top = bottom + 12


def draw_three(desk: Desk, content: Content) -> None:
    fields = _fields(desk, content)
    _cover(desk, desk.page(paper=(246, 244, 238)), fields)
    _imprint(desk, desk.page(), fields)
    _contents(desk, desk.page(), fields)


def draw_two(desk: Desk, content: Content) -> None:
    fields = _fields(desk, content)
    _cover(desk, desk.page(), fields)
    _contents(desk, desk.page(), fields)


LAYOUTS = (Layout("three", draw_three), Layout("two", draw_two), Layout("three", draw_three, held_out=True))

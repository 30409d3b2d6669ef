"""专利申请受理通知书、申请公布: no grant."""

from __future__ import annotations

from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, paragraphs
from tests.factory.sheet import Field
from tests.factory.types import Layout


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    fields = desk.fields(content, inventors=desk.choose(("、", ",", "；")).join(content["inventors"]))  # type: ignore[arg-type]
    fields["issuer"] = Field("", "国家知识产权局", "国家知识产权局")
    return fields


def draw_receipt(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(60, "国家知识产权局", 22)
    sheet.put(330, 110, "发文日：{issue_date}", fields, 11, width=210)
    sheet.put(60, 150, "申请号或专利号：{application_number}　　发文序号：{serial}", fields, 11)
    sheet.title(190, "专利申请受理通知书", 24)
    text = "根据专利法第28条及其实施细则第38条、第39条的规定，申请人提出的专利申请已由国家知识产权局受理。现将确定的申请号、申请日、申请人和发明创造名称通知如下："
    top = paragraphs(desk, sheet, 60, 240, 475, [text], fields, size=12)
    for index, line in enumerate(
        (
            "申请号：{application_number}",
            "申请日：{application_date}",
            "申请人：{patentee}",
            "发明人：{inventors}",
            "发明创造名称：{patent_name}",
        )
    ):
        sheet.put(84, top + 8 + index * 28, line, fields, 12, width=440)
    closing(desk, sheet, content, fields, 640, issuer="{issuer}", date="", below="专利受理章")


def draw_publication(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.put(60, 60, "（19）国家知识产权局", fields, 13)
    sheet.title(100, "（12）发明专利申请", 20)
    sheet.put(330, 150, "（10）申请公布号　{publication}", fields, 11, width=210)
    rows = [
        [Cell("（21）申请号　{application_number}", align="left")],
        [Cell("（22）申请日　{application_date}", align="left")],
        [Cell("（71）申请人　{patentee}", align="left")],
        [Cell("（72）发明人　{inventors}", align="left")],
        [Cell("（54）发明名称　{patent_name}", align="left")],
        [
            Cell(
                "（57）摘要\n本发明公开了{patent_name}，包括支架、传感单元和控制单元，结构简单，便于推广。\n\n\n\n",
                align="left",
            )
        ],
    ]
    grid(desk, sheet, 60, 200, (475,), rows, fields, size=12, row_height=34)


LAYOUTS = (
    Layout("receipt", draw_receipt),
    Layout("publication", draw_publication),
    Layout("receipt", draw_receipt, held_out=True),
    Layout("publication", draw_publication, held_out=True),
)

"""职称批复、公布文件: a red-head letter with the list of names."""

from __future__ import annotations

from ingest.geometry import Box, union
from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, paragraphs, red_head
from tests.factory.sheet import ASCENT, Field, Placed, Text
from tests.factory.types import Layout


def _listed(desk: Desk, content: Content, x: float, top: float, columns: int) -> float:
    """The names as a ruled list; their common box is one fact."""
    sheet, names = desk.sheets[-1], tuple(content["names"])  # type: ignore[call-overload]
    cells = [Cell(name) for name in names]
    rows = [cells[i : i + columns] for i in range(0, len(cells), columns)]
    rows[-1] += [Cell("")] * (columns - len(rows[-1]))
    start = len(sheet.operations)
    bottom = grid(desk, sheet, x, top, [435 / columns] * columns, rows, {}, size=13, row_height=32)
    texts = [o for o in sheet.operations[start:] if isinstance(o, Text)]
    boxes = [Box(o.x, o.baseline - o.size * ASCENT, o.x + o.size * len(o.text), o.baseline) for o in texts]
    sheet.placed.append(Placed(Field("names", names, "、".join(names)), union(boxes)))
    return bottom


def draw_document(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), desk.fields(content)
    top = red_head(desk, sheet, str(content["issuer"]), fields, "{document_number}")
    heading = desk.choose(
        ("关于批准{n}名同志{t}任职资格的通知", "关于公布{t}任职资格人员名单的通知"), ("关于认定{t}资格的批复",)
    )
    count = len(tuple(content["names"]))  # type: ignore[arg-type]
    sheet.title(top, heading.replace("{n}", str(count)).replace("{t}", str(content["title"])), 17)
    texts = ["各有关单位：", "经评审委员会评审通过，并公示无异议，现批准下列人员具备{title}任职资格："]
    top = paragraphs(desk, sheet, 80, top + 44, 435, texts, fields, size=14, leading=1.9)
    bottom = _listed(desk, content, 80, top + 12, desk.choose((3, 4)))
    closing(desk, sheet, content, fields, max(bottom + 70, 600), size=14)


def draw_annex(desk: Desk, content: Content) -> None:
    """Letter on the first page, list as an annex on the second."""
    sheet, fields = desk.page(), desk.fields(content)
    top = red_head(desk, sheet, str(content["issuer"]), fields, "{document_number}")
    sheet.title(top, f"关于{content['series']}系列专业技术职务任职资格的通知", 17)
    paragraphs(
        desk,
        sheet,
        80,
        top + 44,
        435,
        ["经审核，同意附件所列人员取得{title}任职资格。特此通知。", "附件：取得任职资格人员名单"],
        fields,
        size=14,
    )
    closing(desk, sheet, content, fields, 560, size=14)
    second = desk.page()
    second.run(80, 60, "附件", 14)
    second.title(96, "取得任职资格人员名单", 18)
    _listed(desk, content, 80, 140, 2)


LAYOUTS = (
    Layout("document", draw_document),
    Layout("annex", draw_annex),
    Layout("document", draw_document, held_out=True),
)

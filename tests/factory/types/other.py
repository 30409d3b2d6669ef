"""Papers of no kind that matters: a catalogue of materials, meeting minutes, a photograph of work, a separator sheet."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, grid, paragraphs
from tests.factory.prose import work
from tests.factory.types import Layout


def draw_catalogue(desk: Desk, content: Content) -> None:
    sheet = desk.page()
    sheet.title(70, desk.choose(("材料目录", "目录清单"), ("卷内材料目录",)), 22)
    names = (
        "申报表",
        "身份证复印件",
        "学历学位证书",
        "职称证书及聘任文件",
        "年度考核材料",
        "继续教育材料",
        "业绩成果材料",
    )
    rows = [[Cell("序号"), Cell("材料名称"), Cell("页码"), Cell("备注")]]
    rows += [[Cell(str(i)), Cell(name), Cell(f"{i * 3 - 2}"), Cell("")] for i, name in enumerate(names, 1)]
    grid(desk, sheet, 60, 120, (55, 260, 80, 80), rows, {}, size=12, row_height=32)


def draw_minutes(desk: Desk, content: Content) -> None:
    sheet = desk.page()
    sheet.title(80, desk.choose(("业务学习会议记录", "工作简报"), ("周例会纪要",)), 22)
    topics = list(content["_topics"])  # type: ignore[call-overload]
    paragraphs(
        desk,
        sheet,
        80,
        140,
        435,
        [work(desk.rng, topics, 220), work(desk.rng, topics, 160)],
        {},
        size=13,
    )


def draw_photograph(desk: Desk, content: Content) -> None:
    sheet = desk.page()
    sheet.picture(ornaments.portrait(desk.rng, woman=False).resize((700, 500)), Box(80, 120, 515, 430))
    sheet.put(80, 450, "工作照片：现场技术指导", {}, 13, width=435, align="center")


LAYOUTS = (
    Layout("catalogue", draw_catalogue),
    Layout("minutes", draw_minutes),
    Layout("photograph", draw_photograph),
    Layout("minutes", draw_minutes, held_out=True),
    Layout("catalogue", draw_catalogue, held_out=True),
)

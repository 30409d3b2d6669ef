"""获奖证书、荣誉证书."""

from __future__ import annotations

from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import closing, label_rows, paragraphs
from tests.factory.sheet import Field
from tests.factory.types import Layout

RANKS = "一二三四五六七八九十"


def _fields(desk: Desk, content: Content, *, labelled: bool = True) -> dict[str, Field]:
    """``labelled``: a label stands before the rank, so that a bare number or ordinal will do."""
    rank = int(str(content["rank"]))
    text = desk.choose(
        (f"第{rank}完成人", f"第{RANKS[rank - 1]}完成人", f"排名第{rank}", *([f"{rank}"] if labelled else [])),
        (f"第{RANKS[rank - 1]}", f"位次：{rank}") if labelled else (f"第{rank}获奖人", f"主要完成人第{rank}位"),
    )
    return desk.fields(content, rank=text)


def draw_running(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(720, 500, (254, 246, 238)), _fields(desk, content, labelled=False)
    ornaments.border(sheet, desk.rng, (200, 40, 40))
    sheet.title(
        64,
        desk.choose(("荣誉证书", "获奖证书", "证　书"), ("奖励证书", "荣 誉 证 书")),
        36,
        (190, 20, 30),
        desk.choose((0.0, 10.0)),
    )
    wording = desk.choose(
        (
            "{person_name}同志：\n　　在“{project_name}”项目中为{rank}，该项目荣获{award_name}{award_grade}，特发此证，以资鼓励。",
            "授予{person_name}同志完成的《{project_name}》{award_name}{award_grade}（{rank}）。",
            "{person_name}：\n　　你参与完成的“{project_name}”获{award_name}{award_grade}，个人排名：{rank}。特颁此证。",
        ),
        (
            "为表彰在{project_name}工作中作出贡献的人员，特授予{person_name}同志{award_name}{award_grade}，获奖人位次为{rank}。",
            "{project_name}获{award_name}{award_grade}。\n　　获奖者：{person_name}（{rank}）",
        ),
    )
    sheet.put(
        95,
        150,
        wording,
        fields,
        19,
        width=530,
        leading=2.0,
        value_role=desk.choose(("body", "script")),
        indent=2 if wording.startswith(("授予", "为")) else 0,
    )
    sheet.put(95, 400, desk.choose(("证书编号：", "证书号：", "编号："), ("No.",)) + "{certificate_number}", fields, 12)
    closing(desk, sheet, content, fields, 365, size=15, seal="province")


def draw_rows(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(595, 800), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (190, 150, 60))
    ornaments.emblem(sheet, 297, 100, 64)
    sheet.title(150, str(content["award_name"]), 26, (180, 20, 30))
    sheet.title(196, "证　书", 32, (180, 20, 30))
    rows = [
        (desk.choose(("项目名称", "成果名称"), ("获奖项目",)), "{project_name}"),
        (desk.choose(("奖励名称", "奖种"), ("奖项",)), "{award_name}"),
        (desk.choose(("奖励等级", "获奖等级"), ("等次",)), "{award_grade}"),
        (desk.choose(("获奖者", "获奖人"), ("受奖人员",)), "{person_name}"),
        (desk.choose(("完成人排名", "排名"), ("位次",)), "{rank}"),
        ("证书号", "{certificate_number}"),
    ]
    paragraphs(
        desk,
        sheet,
        90,
        262,
        415,
        [desk.choose(("为表彰在科学技术进步工作中作出突出贡献者，特颁发此证书。", "特发此证，以资鼓励。"))],
        fields,
        size=14,
    )
    label_rows(desk, sheet, rows, fields, 100, 340, size=15, step=40, width=320)
    closing(desk, sheet, content, fields, 630, size=15, seal="province")


def draw_list(desk: Desk, content: Content) -> None:
    """A team's certificate that names everybody in order."""
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(110, "获奖证书", 34, gap=8)
    sheet.put(90, 190, "获奖成果：{project_name}", fields, 16, width=415)
    sheet.put(90, 246, "奖励类别：{award_name}　　等级：{award_grade}", fields, 16, width=415)
    sheet.put(90, 302, "主要完成单位：{employer}", fields, 16, width=415)
    names = list(content["_people"])  # type: ignore[call-overload]
    before = "、".join(names[: int(str(content["rank"])) - 1])
    after = "、".join(names[int(str(content["rank"])) :])
    line = f"主要完成人：{before}{'、' if before else ''}{{person_name}}{'、' if after else ''}{after}"
    bottom = sheet.put(90, 358, line, fields, 16, width=415)
    sheet.put(90, bottom + 30, "本人位次：{rank}", fields, 16)
    sheet.put(90, bottom + 66, "编号：{certificate_number}", fields, 13)
    closing(desk, sheet, content, fields, 620, size=15)


LAYOUTS = (
    Layout("running", draw_running),
    Layout("rows", draw_rows),
    Layout("list", draw_list, held_out=True),
    Layout("team", draw_list),
    Layout("running", draw_running, held_out=True),
)

"""项目立项、结题、验收证明."""

from __future__ import annotations

from tests.factory import ornaments
from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, paragraphs
from tests.factory.sheet import Field
from tests.factory.types import Layout

ORDINAL = "一二三四五六七八九十"


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    rank = int(str(content["rank"]))
    fields = desk.fields(content, rank=desk.choose((f"第{rank}", f"第{ORDINAL[rank - 1]}", str(rank))))
    funder = str(content["funder"])
    fields["funder"] = Field("funder|issuer", funder, funder)
    return fields


def draw_certificate(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(720, 500), _fields(desk, content)
    ornaments.border(sheet, desk.rng, (60, 90, 140))
    sheet.title(62, "科技计划项目结题证书" if content["_done"] else "科技计划项目立项证书", 28)
    rows = [
        [Cell("项目名称"), Cell("{project_name}", across=3)],
        [Cell("项目编号"), Cell("{project_number}"), Cell("下达单位"), Cell("{funder}")],
        [Cell("承担单位"), Cell("{employer}"), Cell("起止时间"), Cell("{start_date}至{end_date}")],
        [Cell("姓名"), Cell("{person_name}"), Cell("排名"), Cell("{rank}")],
    ]
    bottom = grid(desk, sheet, 85, 130, (80, 205, 80, 185), rows, fields, size=12, row_height=42)
    closing(desk, sheet, content, fields, bottom + 40, issuer="{funder}", size=13)


def draw_letter(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(100, desk.choose(("项目参与证明", "科研项目证明"), ("课题完成情况证明",)), 24)
    wording = desk.choose(
        (
            "兹证明{employer}{person_name}同志参加了我单位下达的科技计划项目“{project_name}”（项目编号：{project_number}），项目起止时间为{start_date}至{end_date}，该同志在项目组中排名{rank}。",
            "由{employer}承担的《{project_name}》项目（编号{project_number}），执行期限{start_date}—{end_date}，已通过验收。项目组成员{person_name}，排名：{rank}。",
        ),
        (
            "{funder}立项课题“{project_name}”（立项号：{project_number}；研究期限：{start_date}至{end_date}）已结题，{person_name}位列课题组{rank}。",
        ),
    )
    paragraphs(desk, sheet, 85, 170, 425, [wording, "特此证明。"], fields, size=15, leading=2.0)
    closing(desk, sheet, content, fields, 520, issuer="{funder}", size=14)


def draw_acceptance(desk: Desk, content: Content) -> None:
    """A page of the acceptance report with the team in order."""
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(70, desk.choose(("科技项目验收证书", "项目结题验收书"), ("课题结题报告书（验收意见页）",)), 22)
    names = list(content["_people"])  # type: ignore[call-overload]
    own = int(str(content["rank"]))
    team = [[Cell("序号"), Cell("姓名"), Cell("工作单位"), Cell("分工")]]
    for index, name in enumerate(names, 1):
        shown = "{person_name}" if index == own else name
        team.append(
            [
                Cell("{rank_plain}" if index == own else str(index)),
                Cell(shown),
                Cell("{employer}"),
                Cell("项目负责" if index == 1 else "参与研究"),
            ]
        )
    fields["rank_plain"] = Field("rank", str(own), str(own))
    rows = [
        [Cell("项目名称"), Cell("{project_name}")],
        [Cell("项目编号"), Cell("{project_number}")],
        [Cell("组织验收单位"), Cell("{funder}")],
        [Cell("起止年月"), Cell("{start_date}至{end_date}")],
        [Cell("验收意见"), Cell("项目完成了合同规定的任务，资料齐全，同意通过验收。\n\n\n", align="left")],
    ]
    top = grid(desk, sheet, 60, 116, (100, 375), rows, fields, size=12, row_height=34)
    sheet.run(60, top + 16, "主要研究人员", 13, "title")
    top = grid(desk, sheet, 60, top + 40, (50, 100, 225, 100), team, fields, size=11, row_height=28)
    closing(desk, sheet, content, fields, top + 40, issuer="{funder}", size=13)


LAYOUTS = (
    Layout("certificate", draw_certificate), Layout("letter", draw_letter), Layout("acceptance", draw_acceptance), Layout("acceptance", draw_acceptance, held_out=True), Layout("letter", draw_letter, held_out=True),
)  # fmt: skip

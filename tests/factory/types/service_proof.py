"""基层、驻村、支教、援派、抗疫服务证明."""

from __future__ import annotations

from tests.factory.desk import Content, Desk
from tests.factory.forms import Cell, closing, grid, paragraphs, red_head
from tests.factory.sheet import Field
from tests.factory.types import Layout

KINDS = {
    "rural": ("基层服务", "到{place}开展基层医疗服务工作", "基层卫生服务工作证明"),
    "poverty_alleviation": ("驻村扶贫", "到{place}担任驻村扶贫工作队队员", "驻村扶贫工作证明"),
    "teaching_support": ("支教", "到{place}开展支教工作", "支教工作证明"),
    "aid": ("对口支援", "赴{place}开展对口支援工作", "援派工作证明"),
    "epidemic": ("疫情防控", "在{place}参加新冠肺炎疫情防控一线工作", "疫情防控一线工作证明"),
}


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    kind = str(content["service_kind"])
    return desk.fields(content, service_kind=KINDS[kind][0])


def draw_letter(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    kind = str(content["service_kind"])
    sheet.title(
        100, desk.choose((KINDS[kind][2], "证　　明", "服务基层工作证明"), ("工作经历证明", KINDS[kind][2])), 26
    )
    deed = KINDS[kind][1]
    wording = desk.choose(
        (
            f"兹证明{{person_name}}同志，{{gender}}，身份证号{{id_number}}，系{{employer}}职工。该同志于{{start_date}}至{{end_date}}{deed}，服务期间考核结果为{{grade}}。",
            f"{{employer}}{{person_name}}同志（{{id_number}}），自{{start_date}}起至{{end_date}}止，{deed}，期满考核{{grade}}。",
        ),
        (
            f"{{person_name}}（{{gender}}，公民身份号码：{{id_number}}），由{{employer}}选派，{deed}，起止时间：{{start_date}}—{{end_date}}，综合评定等次：{{grade}}。",
        ),
    )
    paragraphs(desk, sheet, 85, 180, 425, [wording, "情况属实，特此证明。"], fields, size=16, leading=2.1)
    closing(desk, sheet, content, fields, 560, size=15, seal="county")


def draw_form(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(
        70, desk.choose(("选派人员服务期满考核鉴定表", "驻村（支教、支医）人员鉴定表"), ("下派人员考核登记表",)), 20
    )
    rows = [
        [Cell("姓名"), Cell("{person_name}"), Cell("性别"), Cell("{gender}")],
        [Cell("身份证号"), Cell("{id_number}", across=3)],
        [Cell("派出单位"), Cell("{employer}", across=3)],
        [Cell("服务类别"), Cell("{service_kind}"), Cell("服务地点"), Cell("{place}")],
        [Cell("服务时间"), Cell("{start_date}至{end_date}", across=3)],
        [Cell("接收单位"), Cell("{host}", across=3)],
        [
            Cell("接收单位鉴定意见"),
            Cell("该同志在服务期间遵守纪律，工作扎实，群众反映良好。\n\n\n", across=3, align="left"),
        ],
        [Cell("考核等次"), Cell("{grade}", across=3)],
        [Cell("派出（主管）部门意见"), Cell("同意鉴定意见。\n\n\n\n\n", across=3, align="left")],
    ]
    bottom = grid(desk, sheet, 60, 116, (100, 140, 90, 145), rows, fields, size=12, row_height=36)
    closing(desk, sheet, content, fields, bottom - 66, size=12)


def draw_notice(desk: Desk, content: Content) -> None:
    """A red-head certificate of the county's office."""
    sheet, fields = desk.page(), _fields(desk, content)
    top = red_head(
        desk,
        sheet,
        str(content["issuer"]),
        fields,
        f"证字〔{str(content['issue_date'])[:4]}〕{desk.rng.randrange(1, 60)}号",
    )
    sheet.title(top, f"关于{content['person_name']}同志{KINDS[str(content['service_kind'])][0]}情况的证明", 18)
    deed = KINDS[str(content["service_kind"])][1]
    texts = [
        f"根据选派工作安排，{{employer}}{{person_name}}同志{deed}。",
        "服务起始时间为{start_date}，结束时间为{end_date}，考核等次：{grade}。",
        "特此证明。",
    ]
    paragraphs(desk, sheet, 80, top + 50, 435, texts, fields, size=15, leading=2.0)
    closing(desk, sheet, content, fields, 600, size=14, seal="county")


LAYOUTS = (
    Layout("letter", draw_letter),
    Layout("form", draw_form),
    Layout("notice", draw_notice, held_out=True),
    Layout("letter", draw_letter, held_out=True),
    Layout("red-head", draw_notice),
)

"""聘用合同、劳动合同."""

from __future__ import annotations

from tests.factory.desk import Content, Desk
from tests.factory.forms import page_foot, paragraphs
from tests.factory.sheet import Field
from tests.factory.types import Layout

CLAUSES = (
    "一、合同期限。本合同为固定期限合同，自{start_date}起至{end_date}止。",
    "二、工作内容。乙方同意根据甲方工作需要，担任{post}岗位工作。",
    "三、工作时间和休息休假。甲方安排乙方执行标准工时制度。",
    "四、劳动报酬。甲方每月以货币形式支付乙方工资。",
    "五、社会保险。甲乙双方按国家和云南省的规定参加社会保险。",
    "六、合同的变更、解除、终止和续订按照有关法律法规执行。",
)


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    return desk.fields(content)


def draw_contract(desk: Desk, content: Content) -> None:
    """Cover and two pages of clauses."""
    fields = _fields(desk, content)
    cover = desk.page()
    cover.title(180, desk.choose(("劳 动 合 同 书", "劳动合同", "聘用合同书"), ("事业单位聘用合同",)), 34)
    cover.put(130, 420, "甲方（用人单位）：{employer}", fields, 14)
    cover.put(130, 460, "乙方（劳动者）：{person_name}", fields, 14)
    cover.put(130, 500, "签订日期：{issue_date}", fields, 14)
    second = desk.page()
    top = second.put(
        70,
        60,
        "甲方：{employer}　统一社会信用代码：{credit_code}\n乙方：{person_name}　公民身份号码：{id_number}",
        fields,
        12,
        width=455,
    )
    top = paragraphs(desk, second, 70, top + 12, 455, CLAUSES, fields, size=13, leading=2.0)
    second.put(70, top + 30, "甲方（盖章）　　　　　　　　　　　乙方（签字）", fields, 13)
    desk.seal(second, content, str(content["employer"]), 150, top + 50)
    desk.sign(second, content, "乙方", str(content["person_name"]), 380, top + 20)
    second.put(330, top + 80, "{issue_date}", fields, 12)
    page_foot(second, 1, 1, "dashes")


def draw_short(desk: Desk, content: Content) -> None:
    sheet, fields = desk.page(), _fields(desk, content)
    sheet.title(70, desk.choose(("劳动合同（简本）", "聘用协议书"), ("劳动合同书（摘要）",)), 22)
    sheet.put(
        70,
        120,
        "用人单位（甲方）：{employer}　统一社会信用代码：{credit_code}\n劳动者（乙方）：{person_name}　身份证号：{id_number}",
        fields,
        12,
        width=455,
    )
    top = paragraphs(desk, sheet, 70, 176, 455, CLAUSES[:4], fields, size=13, leading=1.9)
    desk.seal(sheet, content, str(content["employer"]), 170, top + 60)
    sheet.put(70, top + 40, "甲方盖章：　　　　　　　　　　　　乙方签名：", fields, 13)
    desk.sign(sheet, content, "乙方", str(content["person_name"]), 400, top + 30)
    sheet.put(350, top + 90, "{issue_date}", fields, 12)


LAYOUTS = (
    Layout("contract", draw_contract),
    Layout("short", draw_short),
    Layout("contract", draw_contract, held_out=True),
)

"""专业技术工作总结、业务自传: free text over several pages, with the career's claims in it."""

from __future__ import annotations

from tests.factory.dates import printed
from tests.factory.desk import Content, Desk
from tests.factory.forms import page_foot
from tests.factory.life import Life, Work
from tests.factory.prose import work
from tests.factory.types import Layout

ORDINAL = "一二三四五六七八九十"


def claims(life: Life) -> list[str]:
    """Sentences that claim the applicant's works."""
    return [_claim(work) for work in life.works]


def _claim(work: Work) -> str:
    day, rank = printed(work.date[:7], "plain"), ORDINAL[work.rank - 1]
    if work.kind == "paper":
        return f"{day}，以第{rank}作者在《{work.get('journal')}》发表论文《{work.title}》。"
    if work.kind == "award":
        return f"{day}，参与完成的“{work.get('project')}”获{work.title}{work.get('grade')}，本人排名第{rank}。"
    if work.kind == "patent":
        return f"{day}，获得专利“{work.title}”（专利号ZL{work.get('number')}），为第{rank}发明人。"
    if work.kind == "project":
        role = "主持" if work.rank == 1 else "参与"
        return f"{printed(work.get('start'), 'plain')}起，{role}完成“{work.title}”项目（编号{work.get('number')}）。"
    return f"{day}，取得软件著作权“{work.title}”登记。"


def paragraphs_of(desk: Desk, content: Content) -> list[str]:
    life: Life = content["_life"]  # type: ignore[assignment]
    start = (
        f"本人{life.name}，{life.ethnicity}，{printed(life.birth[:7], 'plain')}出生，{printed(life.graduation[:7], 'plain')}毕业于{life.school_name}{life.major}专业，"
        f"{printed(life.title_date[:7], 'plain')}取得{life.title}资格，现在{life.employer}工作。现将任职以来的专业技术工作总结如下。"
    )
    topics = list(life.trade.topics)
    body = [
        f"{ORDINAL[i]}、{head}"
        for i, head in enumerate(("思想政治表现", "履行岗位职责情况", "主要业绩成果", "存在不足和今后打算"))
    ]
    return [
        start,
        body[0], work(desk.rng, topics, 150),
        body[1], work(desk.rng, topics, desk.rng.randrange(250, 600)),
        *content.get("_passages", ()), body[2], *claims(life), work(desk.rng, topics, 120),
        body[3], work(desk.rng, topics, 120),
    ]  # fmt: skip


def _draw(desk: Desk, content: Content, title: str, size: float) -> None:
    fields = desk.fields(content)
    sheet = desk.page()
    sheet.title(70, title, 22)
    sheet.put(60, 108, "{employer}　　{person_name}", fields, 13, width=475, align="center")
    top = 146.0
    for text in paragraphs_of(desk, content):
        lines = sheet.lines_of("　　" + text, fields, size, 455)
        if top + lines * size * 1.75 > 780:
            page_foot(sheet, len(desk.sheets), 0, "bare")
            sheet, top = desk.page(), 64.0
        top = sheet.put(70, top, text, fields, size, width=455, indent=2, leading=1.75)
    if top > 720:
        sheet, top = desk.page(), 64.0
    box = sheet.run(320, top + 20, desk.choose(("申报人：", "本人签名：", "总结人：")), 13)
    desk.sign(sheet, content, "本人签名", str(content["person_name"]), box.x1 + 4, top + 12)
    sheet.put(330, top + 52, "{issue_date}", fields, 13)


def draw_report(desk: Desk, content: Content) -> None:
    _draw(
        desk,
        content,
        desk.choose(
            ("专业技术工作总结", "任现职以来专业技术工作总结", "个人业务工作报告"), ("业务自传", "专业技术工作述职报告")
        ),
        13,
    )


def draw_small(desk: Desk, content: Content) -> None:
    _draw(desk, content, desk.choose(("专业技术工作总结", "个人专业技术总结"), ("业务工作总结",)), 11)


LAYOUTS = (Layout("report", draw_report), Layout("small", draw_small), Layout("report", draw_report, held_out=True))

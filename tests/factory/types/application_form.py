"""职称申报（评审）表: cover, basics, career, achievements, opinions over several pages, or one dense sheet."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.geometry import Box
from tests.factory import ornaments
from tests.factory.desk import Content, Desk, merged, numbered
from tests.factory.forms import Cell, grid, page_foot
from tests.factory.plan import KIND_WORDS, LEVEL_WORDS
from tests.factory.prose import work
from tests.factory.sheet import Field, Fields, Sheet
from tests.factory.types import Layout

TITLES = ("专业技术职务任职资格评审表", "职称申报评审表", "云南省专业技术职称申报表", "高级职称申报表")
HELD_OUT_TITLES = ("专业技术资格评审申报表", "职称评审申报登记表")
ORDINAL = "一二三四五六七八九十"


def _person(desk: Desk, content: Content) -> dict[str, Field]:
    series = str(content["applied_series"])
    if not series.endswith("教师"):
        series = desk.choose((series, f"{series}系列"))
    return desk.fields(
        content,
        applied_series=series,
        employer_kind=KIND_WORDS[str(content["employer_kind"])],
        applied_level=LEVEL_WORDS[str(content["applied_level"])],
        education_level=desk.choose(
            (
                str(content["education_level"]),
                f"大学{content['education_level']}"
                if content["education_level"] == "本科"
                else str(content["education_level"]),
            )
        ),
        birth_date=desk.date(str(content["birth_date"])),
    )


def _rank(desk: Desk, value: str, kind: str) -> str:
    number = int(value)
    if kind == "author":
        names = {1: ("第一作者", "独著或第一作者", "第一", "1"), 2: ("第二作者", "第二", "2")}
        return desk.choose(names.get(number, (f"第{ORDINAL[number - 1]}作者", value)))
    return desk.choose(
        (f"第{number}", f"第{ORDINAL[number - 1]}", value, f"排名第{ORDINAL[number - 1]}"),
        (f"第{ORDINAL[number - 1]}完成人", f"{value}"),
    )


def _claims(desk: Desk, content: Content) -> tuple[dict[str, list[dict[str, str]]], Fields]:
    """Row templates for awards, papers, projects and patents, and all their fields; items are counted over all rows."""
    fields: dict[str, Field] = {}
    templates: dict[str, list[dict[str, str]]] = {}
    item = 0
    for group in ("_awards", "_papers", "_projects", "_patents"):
        templates[group] = []
        for row in content.get(group, ()):  # type: ignore[attr-defined]
            item += 1
            own = {}
            for name, value in row.items():
                text = value
                if name.endswith("_rank"):
                    text = _rank(desk, value, "author" if "author" in name else "award")
                elif name.endswith("_date"):
                    text = desk.date(value)
                own[name] = Field(name if name.startswith("claimed_") else "", value, text, item)
            fields = merged(fields, numbered(own, item))
            templates[group].append({name: f"{{{name}_{item}}}" for name in own})
    return templates, fields


def _basics(desk: Desk, sheet: Sheet, content: Content, fields: Fields, top: float) -> float:
    title_date = desk.choose(("取得时间", "取得现职称时间", "资格取得时间"), ("现职称取得日期",))
    rows = [
        [
            Cell("姓名"),
            Cell("{person_name}"),
            Cell("性别"),
            Cell("{gender}"),
            Cell("民族"),
            Cell("{ethnicity}"),
            Cell("", down=4),
        ],
        [
            Cell("出生年月" if desk.chance(0.4) else "出生日期"),
            Cell("{birth_date}", across=2),
            Cell("参加工作时间", across=2),
            Cell("{work_start}"),
        ],
        [Cell(desk.choose(("身份证号", "身份证号码"), ("公民身份号码", "证件号码"))), Cell("{id_number}", across=5)],
        [Cell("工作单位"), Cell("{employer}", across=5)],
        [
            Cell(desk.choose(("单位所在地", "工作地点"))),
            Cell("{workplace}", across=3),
            Cell("单位性质"),
            Cell("{employer_kind}", across=2),
        ],
        [
            Cell(desk.choose(("现专业技术职务", "现任职称", "现职称"), ("现有专业技术资格",))),
            Cell("{current_title}", across=2),
            Cell(title_date, across=2),
            Cell("{current_title_date}", across=2),
        ],
        [
            Cell(desk.choose(("申报职称", "申报专业技术资格", "拟评审职称"), ("申请评审资格名称",))),
            Cell("{applied_title}", across=2),
            Cell(desk.choose(("申报级别", "职称级别")), across=2),
            Cell("{applied_level}", across=2),
        ],
        [
            Cell(desk.choose(("申报系列", "职称系列"))),
            Cell("{applied_series}", across=2),
            Cell("申报专业", across=2),
            Cell("{applied_specialty}", across=2),
        ],
        [Cell("毕业院校"), Cell("{institution}", across=2), Cell("所学专业", across=2), Cell("{major}", across=2)],
        [
            Cell(desk.choose(("最高学历", "学历"), ("文化程度",))),
            Cell("{education_level}", across=2),
            Cell("毕业时间", across=2),
            Cell("{graduation_date}", across=2),
        ],
        [Cell("聘任时间"), Cell("{appointed}", across=2), Cell("联系电话", across=2), Cell("{phone}", across=2)],
    ]
    if content.get("route"):
        label = desk.choose(("申报类型", "评审方式", "申报途径"))
        rows.append(
            [Cell(label), Cell("{route}", across=2), Cell("送评委员会", across=2), Cell("{committee}", across=2)]
        )
    widths = (82, 75, 50, 50, 62, 68, 88)
    bottom = grid(desk, sheet, 60, top, widths, rows, fields, size=10.5, row_height=32)
    left = 60 + sum(widths[:6])
    sheet.picture(
        ornaments.portrait(desk.rng, woman=content["gender"] == "女"), Box(left + 7, top + 8, left + 81, top + 112)
    )
    return bottom


def _heading(sheet: Sheet, top: float, text: str) -> float:
    sheet.run(60, top, text, 13, "title")
    return top + 24


def _block(
    desk: Desk, fields: Fields, top: float, heading: str, widths: Sequence[float], rows: list[list[Cell]]
) -> float:
    """A headed table on the current page, or on a new one where it would not fit. Returns the y below."""
    sheet = desk.sheets[-1]
    if top + 24 + 30 * len(rows) > sheet.height - 60:
        sheet, top = desk.page(), 60.0
    return grid(desk, sheet, 60, _heading(sheet, top, heading), widths, rows, fields, size=10.5, row_height=28) + 14


def _table(head: Sequence[str], keys: Sequence[str], lines: Sequence[dict[str, str]]) -> list[list[Cell]]:
    return [[Cell(h) for h in head]] + [[Cell(line[key]) for key in keys] for line in lines]


def _achievements(desk: Desk, fields: Fields, templates: dict[str, list[dict[str, str]]], top: float) -> float:
    head = desk.choose(
        (("获奖时间", "奖项名称及等级", "本人排名"), ("时间", "获奖名称", "排名")), (("日期", "获奖情况", "位次"),)
    )
    keys: tuple[str, ...] = ("claimed_award_date", "claimed_award", "claimed_award_rank")
    if templates["_awards"]:
        heading = desk.choose(("获奖情况", "任现职以来获奖情况"), ("所获奖励",))
        top = _block(desk, fields, top, heading, (95, 285, 95), _table(head, keys, templates["_awards"]))
    heads = desk.choose(
        (("发表时间", "论文题目", "刊物名称", "本人排名"), ("出版时间", "题目", "期刊", "作者排序")),
        (("时间", "论文名称", "发表刊物", "作者位次"),),
    )
    keys = ("claimed_paper_date", "claimed_paper", "claimed_journal", "claimed_author_rank")
    if templates["_papers"]:
        heading = desk.choose(("论文、著作情况", "发表论文情况", "任现职以来论文著作登记"), ("论著目录",))
        top = _block(desk, fields, top, heading, (80, 205, 110, 80), _table(heads, keys, templates["_papers"]))
    for group, heading, keys, titles in (
        (
            "_projects",
            desk.choose(("主持或参与的科研项目", "科研项目情况"), ("承担课题",)),
            ("claimed_project", "role"),
            ("项目名称", "承担角色"),
        ),
        (
            "_patents",
            desk.choose(("专利情况", "取得专利"), ("知识产权",)),
            ("claimed_patent", "number"),
            ("专利名称", "专利号"),
        ),
    ):
        if templates[group]:
            top = _block(desk, fields, top, heading, (330, 145), _table(titles, keys, templates[group]))
    return top


def _opinions(desk: Desk, sheet: Sheet, content: Content, fields: Fields, top: float) -> None:
    rows = [
        [Cell("本人承诺"), Cell("本人承诺所提交的材料真实、准确、有效。\n\n\n", align="left")],
        [
            Cell("单位审核推荐意见"),
            Cell("经审核，申报材料真实有效，并已公示，同意推荐申报。\n\n\n\n\n\n", align="left"),
        ],
        [Cell("呈报单位意见"), Cell("\n\n\n\n\n\n", align="left")],
    ]
    bottom = grid(desk, sheet, 60, top, (100, 375), rows, fields, size=11, row_height=90)
    heights = (bottom - top) / 3
    box = sheet.run(200, top + 56, "申报人签名：", 11)
    desk.sign(sheet, content, "申报人签名", str(content["person_name"]), box.x1 + 4, top + 46)
    sheet.put(420, top + 60, "{issue_date}", fields, 10.5)
    desk.seal(sheet, content, str(content["employer"]), 440, top + heights * 1.6)
    sheet.put(390, top + heights * 1.72, "{issue_date}", fields, 10.5)


def _cover(desk: Desk, sheet: Sheet, fields: Fields) -> None:
    sheet.title(150, desk.choose(TITLES, HELD_OUT_TITLES), 28, gap=desk.choose((0.0, 3.0)))
    rows = (
        ("单　　　　位", "{employer}"),
        ("姓　　　　名", "{person_name}"),
        ("现任专业技术职务", "{current_title}"),
        ("申报专业技术职务", "{applied_title}"),
        ("填　表　时　间", "{issue_date}"),
    )
    for index, (label, template) in enumerate(rows):
        box = sheet.run(120, 360 + index * 48, label, 15)
        sheet.put(270, 360 + index * 48, template, fields, 15, width=240)
        sheet.line(max(box.x1 + 6, 262), 380 + index * 48, 480, 380 + index * 48)
    sheet.title(
        720,
        desk.choose(("云南省人力资源和社会保障厅制", "云南省人力资源和社会保障厅监制"), ("省人力资源社会保障厅印制",)),
        14,
    )


def draw_pages(desk: Desk, content: Content) -> None:
    """Cover, basics and career, achievements, opinions."""
    person = _person(desk, content)
    templates, claims = _claims(desk, content)
    fields = merged(person, claims)
    _cover(desk, desk.page(), fields)
    second = desk.page()
    top = _heading(second, 56, desk.choose(("一、基本情况", "基本情况"), ("（一）个人基本信息",)))
    top = _basics(desk, second, content, fields, top)
    top = _heading(second, top + 14, "二、学习工作经历")
    rows: list[Sequence[Cell]] = [[Cell("起止时间"), Cell("单位及从事工作")]]
    rows += [
        [Cell(f"{desk.date(a)}—{desk.date(b) if b[0].isdecimal() else b}"), Cell(text, align="left")]
        for a, b, text in content["_career"]
    ]  # type: ignore[attr-defined]
    grid(desk, second, 60, top, (160, 315), rows, fields, size=10.5, row_height=28)
    third = desk.page()
    top = _heading(third, 56, "三、任现职以来主要业绩")
    top = (
        third.put(
            60,
            top,
            work(desk.rng, [str(content["applied_specialty"])], 180),
            fields,
            11,
            width=475,
            indent=2,
        )
        + 12
    )
    top = _achievements(desk, fields, templates, top)
    if desk.chance(0.5):
        third, top = (desk.page(), 60.0) if top > 680 else (desk.sheets[-1], top)
        top = _heading(third, top + 4, "年度考核情况")
        grades = content["_appraisals"]
        cells = [[Cell("年度"), *(Cell(y) for y, _ in grades)], [Cell("等次"), *(Cell(g) for _, g in grades)]]  # type: ignore[attr-defined]
        grid(desk, third, 60, top, (60, *([415 / len(grades)] * len(grades))), cells, fields, size=10)  # type: ignore[arg-type]
    fourth = desk.page()
    _opinions(desk, fourth, content, fields, _heading(fourth, 56, "四、审核意见"))
    style = desk.choose(("bare", "dashes", "of"))
    for number, sheet in enumerate(desk.sheets[1:], 1):
        page_foot(sheet, number, len(desk.sheets) - 1, style)


def draw_dense(desk: Desk, content: Content) -> None:
    """Without a cover: title and basics at once, the rest on the second page."""
    person = _person(desk, content)
    templates, claims = _claims(desk, content)
    fields = merged(person, claims)
    first = desk.page()
    first.title(50, desk.choose(TITLES, HELD_OUT_TITLES), 20)
    first.put(60, 84, "填表日期：{issue_date}", fields, 10)
    top = _basics(desk, first, content, fields, 104)
    _achievements(desk, fields, templates, top + 14)
    second = desk.page()
    _opinions(desk, second, content, fields, 60)


LAYOUTS = (
    Layout("pages", draw_pages),
    Layout("dense", draw_dense),
    Layout("pages", draw_pages, held_out=True),
    Layout("dense", draw_dense, held_out=True),
)

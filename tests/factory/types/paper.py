"""论文: first page with running head, abstract and columns, and the pages that follow."""

from __future__ import annotations

from ingest.geometry import Box
from tests.factory.desk import Content, Desk
from tests.factory.forms import page_foot
from tests.factory.prose import science
from tests.factory.sheet import Field, Fields, Sheet
from tests.factory.types import Layout

ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CHINESE = "一二三四五六七八九"


def _fields(desk: Desk, content: Content) -> dict[str, Field]:
    authors = tuple(content["authors"])  # type: ignore[call-overload]
    first, last = str(content["page_range"]).split("-")
    texts = {
        "authors": desk.choose(("，", "　", ", ", "、")).join(authors),
        "month": str(int(str(content["month"]))),
        "journal_wide": "　".join(str(content["journal"])),
    }
    fields = desk.fields(
        {k: v for k, v in content.items() if k != "journal_wide"}, authors=texts["authors"], month=texts["month"]
    )
    number = str(content["cn_number"]).removeprefix("CN").strip()
    shown = desk.choose((f"CN {number}", f"CN{number}"), (number,))
    fields["cn_number"] = Field("cn_number", number, shown)
    fields["issn"] = Field("issn", str(content["issn"]), desk.choose(("ISSN ", "ISSN"), ("",)) + str(content["issn"]))
    fields["first"] = Field("", first, first)
    fields["page_range"] = Field("page_range", f"{first}-{last}", f"{first}{desk.rng.choice('-—–')}{last}")
    title = str(content["journal"])
    fields["journal_wide"] = Field("journal", title, "  ".join(title))
    return fields


def _head_line(desk: Desk, sheet: Sheet, fields: Fields) -> None:
    style = desk.choose(("volume", "issue", "bilingual"), ("compact", "volume"))
    if style == "volume":
        sheet.put(54, 44, "第{volume}卷 第{issue}期", fields, 9)
        sheet.put(54, 57, "{year}年{month}月", fields, 9)
        sheet.put(150, 46, "{journal_wide}", fields, 12, width=295, align="center")
        month = ENGLISH_MONTHS[int(fields["month"].text) - 1]
        sheet.put(
            430, 44, f"Vol.{fields['volume'].text} No.{fields['issue'].text}", fields, 9, width=112, align="right"
        )
        sheet.put(430, 57, f"{month}. {fields['year'].text}", fields, 9, width=112, align="right")
    elif style == "issue":
        sheet.put(54, 50, "{journal}", fields, 11)
        sheet.put(250, 50, "{year}年第{issue}期（第{volume}卷）", fields, 10, width=292, align="right")
    elif style == "bilingual":
        sheet.put(54, 46, "·{first}·", fields, 9)
        sheet.put(150, 46, "《{journal}》{year}年第{issue}期", fields, 10.5, width=295, align="center")
        sheet.put(430, 46, "总第{volume}卷", fields, 9, width=112, align="right")
    else:
        sheet.put(54, 50, "{journal}　{year}, {volume}({issue}): {page_range}", fields, 10)
    sheet.line(54, 72, 541, 72, 0.8)
    if desk.chance(0.5):
        sheet.line(54, 74.5, 541, 74.5, 0.3)


def _opening(desk: Desk, sheet: Sheet, content: Content, fields: Fields) -> float:
    """Title, authors, units, abstract; returns the y below."""
    small = desk.chance(0.6)
    if small:
        sheet.put(54, 82, "文章编号：{article}", fields, 8.5)
    top = sheet.put(80, 106, "{title}", fields, 19, width=435, role="title", align="center", leading=1.35)
    top = sheet.put(80, top + 8, "{authors}", fields, 13, width=435, role="script", align="center")
    unit = desk.choose(
        ("（{affiliation}，云南 {city} {postcode}）", "({affiliation}，云南{city}　{postcode})"),
        ("{affiliation}（{postcode}）",),
    )
    top = sheet.put(80, top + 2, unit, fields, 9, width=435, align="center")
    topic = [str(content["_topic"])]
    abstract = science(desk.rng, topic, desk.rng.randrange(120, 230))
    label = desk.choose(("摘　要：", "摘要：", "[摘 要] "), ("【摘要】", "内容提要："))
    top = sheet.put(76, top + 10, f"{label}{abstract}", fields, 9.5, width=443, leading=1.5, role="script")
    words = "；".join(desk.rng.sample(list(content["_words"]), min(3, len(list(content["_words"])))))  # type: ignore[call-overload]
    top = sheet.put(
        76,
        top + 2,
        desk.choose(("关键词：", "[关键词] "), ("【关键词】",)) + words,
        fields,
        9.5,
        width=443,
        leading=1.5,
    )
    if desk.chance(0.8):
        top = sheet.put(
            76,
            top + 2,
            "中图分类号：{class_number}　　文献标识码：A　　" + ("" if small else "文章编号：{article}"),
            fields,
            9,
        )
    if content.get("doi"):
        top = sheet.put(76, top + 2, "DOI：{doi}", fields, 9)
    return top + 10


def _columns(
    desk: Desk,
    sheet: Sheet,
    content: Content,
    fields: Fields,
    top: float,
    bottom: float,
    columns: int,
    part: int,
    passages: list[str],
) -> None:
    """Columns of text; ``passages`` stand in it word for word, those for which there is no room are left in the list."""
    width = (487 - 18 * (columns - 1)) / columns
    for column in range(columns):
        x, y = 54 + column * (width + 18), top
        while y < bottom - 60:
            if y == top or desk.chance(0.25):
                part += 1
                sheet.run(
                    x,
                    y,
                    f"{part} {desk.rng.choice(('研究背景', '材料与方法', '结果分析', '讨论', '工程概况', '主要做法'))}",
                    11,
                    "title",
                )
                y += 22
            length = int((bottom - y) / 16 * width / 9.8) - 20
            given = bool(passages)
            if given:
                text = passages[0]
            else:
                topics = [str(content["_topic"]), *list(content["_words"])]  # type: ignore[call-overload]
                text = science(desk.rng, topics, min(160, max(40, length)))
            lines = sheet.lines_of(text, fields, 9.8, width - 2)
            if y + lines * 15.7 > bottom:
                break
            if given:
                passages.pop(0)
            y = sheet.put(x, y, text, fields, 9.8, width=width, indent=2, leading=1.6)


def _foot_notes(desk: Desk, sheet: Sheet, content: Content, fields: Fields) -> None:
    sheet.line(54, 748, 200, 748, 0.5)
    notes = desk.choose(
        ("收稿日期：{received}；修回日期：{revised}", "收稿日期：{received}"),
        ("[收稿日期] {received}　[修回日期] {revised}",),
    )
    sheet.put(54, 753, notes, fields, 8)
    sheet.put(54, 765, f"作者简介：{content['_bio']}", fields, 8, width=487, leading=1.3)
    if desk.chance(0.75) or content.get("_imprint"):
        sheet.put(54, 790, "{issn}　{cn_number}", fields, 8)


def _given(content: Content) -> list[str]:
    return list(content.get("_passages", ()))  # type: ignore[call-overload]


def _draw(desk: Desk, content: Content, columns: int) -> None:
    fields, passages = _fields(desk, content), _given(content)
    sheet = desk.page()
    _head_line(desk, sheet, fields)
    top = _opening(desk, sheet, content, fields)
    _columns(desk, sheet, content, fields, top, 740, columns, -1 if desk.chance(0.5) else 0, passages)
    _foot_notes(desk, sheet, content, fields)
    first = int(str(content["page_range"]).split("-")[0])
    sheet.title(806, str(first), 9)
    for extra in range(1, desk.rng.choice((1, 2, 3))):
        following = desk.page()
        following.title(
            46, desk.choose((f"{'、'.join(content['authors'][:1])}等：{content['title']}", str(content["journal"]))), 9
        )  # type: ignore[index]
        following.line(54, 62, 541, 62, 0.6)
        _columns(desk, following, content, fields, 78, 760, columns, 2, passages)
        page_foot(following, first + extra, 0, desk.choose(("bare", "dashes")))


def draw_two_columns(desk: Desk, content: Content) -> None:
    _draw(desk, content, 2)


def draw_one_column(desk: Desk, content: Content) -> None:
    _draw(desk, content, 1)


def draw_magazine(desk: Desk, content: Content) -> None:
    """A popular journal: coloured section bar, title at the left, author under it, three columns."""
    fields = _fields(desk, content)
    sheet = desk.page()
    sheet.panel(Box(54, 40, 170, 62), fill=(60, 110, 90))
    sheet.run(66, 44, desk.choose(("教研园地", "技术推广", "经验交流", "学术探讨")), 12, "title", (255, 255, 255))
    sheet.put(200, 48, "{journal}{year}年第{issue}期　{page_range}页", fields, 9, width=341, align="right")
    top = sheet.put(54, 90, "{title}", fields, 22, width=487, role="title", leading=1.3)
    top = sheet.put(54, top + 6, "○ {authors}　{affiliation}", fields, 11, width=487, role="script")
    top = sheet.put(54, top + 8, "摘要：" + science(desk.rng, [str(content["_topic"])], 110), fields, 9.5, width=487)
    _columns(desk, sheet, content, fields, top + 10, 744, 3, 0, _given(content))
    sheet.put(54, 750, f"【作者简介】{content['_bio']}", fields, 8, width=487)
    if content.get("doi"):
        sheet.put(54, 772, "DOI：{doi}　收稿日期：{received}", fields, 8)
    sheet.put(54, 786, "国内统一连续出版物号：{cn_number}　国际标准连续出版物号：{issn}", fields, 8)


LAYOUTS = (
    Layout("two-columns", draw_two_columns),
    Layout("one-column", draw_one_column),
    Layout("magazine", draw_magazine),
    Layout("two-columns", draw_two_columns, held_out=True),
    Layout("magazine", draw_magazine, held_out=True),
)

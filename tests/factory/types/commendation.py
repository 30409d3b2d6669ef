"""表彰决定."""

from __future__ import annotations

from tests.factory.desk import Content, Desk
from tests.factory.forms import closing, paragraphs, red_head
from tests.factory.types import Layout


def draw_document(desk: Desk, content: Content) -> None:
    sheet = desk.page()
    fields = desk.fields(content, names=desk.choose(("、", "　")).join(content["names"]))  # type: ignore[arg-type]
    top = red_head(desk, sheet, str(content["issuer"]), fields, "{document_number}")
    sheet.title(
        top,
        desk.choose(
            (f"关于表彰{content['title']}的决定", f"关于授予{content['names'][0]}等同志“{content['title']}”称号的决定"),
            (f"关于表扬{content['title']}的通报",),
        ),
        17,
    )  # type: ignore[index]
    wording = desk.choose(
        (
            "为表彰先进，树立典型，县人民政府决定，授予{names}等同志“{title}”荣誉称号。",
            "经研究，决定对下列{title}予以表彰：{names}。",
        ),
        ("近年来，广大干部职工扎实工作。为激励先进，现将{names}评为{title}，予以通报表扬。",),
    )
    paragraphs(
        desk,
        sheet,
        80,
        top + 46,
        435,
        ["各乡镇人民政府，县直各部门：", wording, "希望受到表彰的同志珍惜荣誉，再接再厉。"],
        fields,
        size=14,
        leading=2.0,
    )
    closing(desk, sheet, content, fields, 580, size=14, seal="county")


def draw_plain(desk: Desk, content: Content) -> None:
    """Retyped without a red head."""
    sheet = desk.page()
    fields = desk.fields(content, names="、".join(content["names"]))  # type: ignore[arg-type]
    sheet.title(90, f"{content['issuer']}关于表彰{content['title']}的决定", 18)
    sheet.put(80, 130, "{document_number}", fields, 12, width=435, align="center")
    paragraphs(desk, sheet, 80, 170, 435, ["决定授予以下同志{title}称号：", "{names}。"], fields, size=15, leading=2.0)
    closing(desk, sheet, content, fields, 480, size=14, seal="county")


LAYOUTS = (
    Layout("document", draw_document),
    Layout("plain", draw_plain),
    Layout("document", draw_document, held_out=True),
)

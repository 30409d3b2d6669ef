"""Draws reports/templates/office.docx: the page, the styles and the draft mark of GB/T 9704—2012 that every paper uses.

Run it after changing a style here; an office may also edit the styles in Word and keep the file's style names.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

TARGET = Path(__file__).parent.parent / "reports" / "templates" / "office.docx"
FANG, HEI, KAI, SONG, TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", "方正小标宋简体"
LATIN = {
    FANG: "Times New Roman",
    HEI: "Arial",
    KAI: "Times New Roman",
    SONG: "Times New Roman",
    TITLE: "Times New Roman",
}
STYLES = (
    "Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Body Text", "Caption", "Plain", "Note",
    "Remark", "Statement", "Sign", "Table Text", "Table Label", "Dense Text", "Dense Label",
    "After Table", "Picture", "Header", "Footer",
)  # fmt: skip
OTHER_NAMES = {FANG: "仿宋", KAI: "楷体", TITLE: "华文中宋", HEI: "SimHei", SONG: "SimSun"}  # where a font is missing
FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{"swiss" if name == HEI else "roman"}"/></w:font>'
        for name, other in OTHER_NAMES.items()
    )
    + "</w:fonts>"
)
GREY = RGBColor(0x44, 0x44, 0x44)
WATERMARK = """
<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
    xmlns:o="urn:schemas-microsoft-com:office:office">
  <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
    <v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
      <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
      <v:f eqn="if @0 @4 21600"/></v:formulas>
    <v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/>
  </v:shapetype>
  <v:shape id="DraftMark" o:spid="_x0000_s2049" type="#_x0000_t136" alt="草稿"
      style="position:absolute;margin-left:0;margin-top:0;width:300pt;height:150pt;rotation:315;z-index:-251658752;
      mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;
      mso-position-vertical-relative:margin" fillcolor="#eeeeee" stroked="f">
    <v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="草稿"/>
  </v:shape>
</w:pict>"""


def main(target: Path = TARGET) -> None:
    document = Document()
    page(document)
    styles(document)
    head_and_foot(document)
    properties = document.core_properties
    properties.author = "mingcha"
    properties.last_modified_by = ""
    properties.comments = ""
    properties.created = properties.modified = datetime(2020, 1, 1)
    prune(document)
    buffer = io.BytesIO()
    document.save(buffer)
    write(buffer.getvalue(), target)


def prune(document: Any) -> None:
    """Drops what the library's own template brings along and no paper uses: it is most of the file."""
    needed = {*STYLES, "Default Paragraph Font", "Normal Table", "No List"}
    for it in list(document.styles.element.findall(qn("w:style"))):
        if it.find(qn("w:name")).get(qn("w:val")).lower() not in {name.lower() for name in needed}:
            it.getparent().remove(it)
        else:
            for other in ("w:link", "w:next"):
                for reference in it.findall(qn(other)):
                    it.remove(reference)
    for relations in (document.part.rels, document.part.package.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in ("stylesWithEffects", "customXml", "thumbnail"):
                del relations[key]


def page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(20), Mm(24)


def styles(document: Any) -> None:
    known = document.styles
    language = known.element.find(f".//{qn('w:lang')}")
    language.set(qn("w:eastAsia"), "zh-CN")
    style(known["Normal"], FANG, 16, line=28)
    style(known["Title"], TITLE, 22, line=32, after=6, align="center")
    style(known["Subtitle"], KAI, 14, line=24, after=14, align="center")
    style(known["Heading 1"], HEI, 16, line=28, before=8, after=4, keep=True)
    style(known["Heading 2"], KAI, 16, line=28, before=6, after=2, keep=True)
    style(known["Heading 3"], FANG, 16, line=28, bold=True, keep=True)
    style(known["Body Text"], FANG, 16, line=28, indent=32, align="both")
    style(known["Caption"], HEI, 9, line=13, after=6, align="center", colour=GREY)
    style(added(known, "Plain"), FANG, 16, line=28)
    style(added(known, "Note"), KAI, 12, line=20, before=4, after=4, align="both", keep=True)
    style(added(known, "Remark"), KAI, 12, line=20, before=4, after=4, align="both")
    style(added(known, "Statement"), HEI, 14, line=24, after=10, align="both")
    framed(known["Statement"])
    style(added(known, "Sign"), FANG, 16, line=28, align="right", right=48)
    style(added(known, "Table Text"), FANG, 10.5, line=15)
    style(added(known, "Table Label"), HEI, 10.5, line=15)
    style(added(known, "Dense Text"), FANG, 9, line=13)
    style(added(known, "Dense Label"), HEI, 9, line=13)
    style(added(known, "After Table"), FANG, 6, line=8)
    style(added(known, "Picture"), FANG, 10.5, before=3, align="center", keep=True)
    style(known["Header"], HEI, 10.5, line=15, colour=GREY)
    style(known["Footer"], SONG, 14, align="center")


def added(known: Any, name: str) -> Any:
    new = known.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    new.base_style = known["Normal"]
    new.quick_style = True
    return new


def style(
    it: Any,
    font: str,
    size: float,
    *,
    line: float = 0,
    before: float = 0,
    after: float = 0,
    align: str = "",
    indent: float = 0,
    right: float = 0,
    bold: bool = False,
    keep: bool = False,
    colour: RGBColor | None = None,
) -> None:
    """One paragraph style; lengths in points. ``line`` 0 is single spacing, so that pictures are not cut off."""
    it.font.size, it.font.bold, it.font.italic = Pt(size), bold, False
    it.font.color.rgb = colour or RGBColor(0, 0, 0)
    typeface(it.element, font)
    form = it.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY if line else WD_LINE_SPACING.SINGLE
    if line:
        form.line_spacing = Pt(line)
    form.first_line_indent, form.right_indent = Pt(indent), Pt(right)
    form.keep_with_next = keep
    form.widow_control = True
    places = {
        "": WD_ALIGN_PARAGRAPH.LEFT,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
        "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }
    form.alignment = places[align]
    for border in it.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def typeface(element: Any, font: str) -> None:
    fonts = element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), LATIN[font])
    fonts.set(qn("w:eastAsia"), font)


def framed(it: Any) -> None:
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "6"), ("color", "444444")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)
    it.element.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")


def head_and_foot(document: Any) -> None:
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.text = "{{reference}}\t{{draft}}"
    form = document.styles["Header"].paragraph_format
    form.tab_stops.clear_all()
    form.tab_stops.add_tab_stop(Mm(156), WD_TAB_ALIGNMENT.RIGHT)
    mark = OxmlElement("w:r")
    mark.append(parse_xml(WATERMARK))
    head._p.append(mark)
    foot = section.footer.paragraphs[0]
    foot.add_run("— ")
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "1"), ("end", "")):
        foot._p.append(field_part(kind, text))
    foot.add_run(" —")


def field_part(kind: str, text: str) -> Any:
    run = OxmlElement("w:r")
    tag = {"": "w:instrText", "text": "w:t"}.get(kind, "w:fldChar")
    part = OxmlElement(tag)
    if tag == "w:fldChar":
        part.set(qn("w:fldCharType"), kind)
    else:
        part.text = text
        part.set(qn("xml:space"), "preserve")
    run.append(part)
    return run


def write(package: bytes, path: Path) -> None:
    """Dated alike on every run, so that only a change of style changes the file."""
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            entry = zipfile.ZipInfo(member.filename, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = source.read(member)
            target.writestr(entry, FONT_TABLE.encode() if member.filename == "word/fontTable.xml" else content)


if __name__ == "__main__":
    main()

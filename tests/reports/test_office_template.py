"""The committed Word template is the one its script draws, and it is laid out as GB/T 9704 asks."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import docx
import pytest
from docx.shared import Mm

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "reports" / "templates" / "office.docx"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("office_template", ROOT / "tools" / "office_template.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_template_is_what_the_script_draws(script: ModuleType, tmp_path: Path) -> None:
    script.main(tmp_path / "office.docx")
    drawn, committed = docx.Document(str(tmp_path / "office.docx")), docx.Document(str(COMMITTED))
    assert drawn.styles.element.xml == committed.styles.element.xml
    assert drawn.element.xml == committed.element.xml
    for part in ("header", "footer"):
        made, kept = (getattr(document.sections[0], part)._element.xml for document in (drawn, committed))
        assert made == kept


def test_page_and_body_follow_the_standard() -> None:
    document = docx.Document(str(COMMITTED))
    section = document.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(size.mm) for size in sizes if size] == [210, 297, 37, 28]
    width = section.page_width - section.left_margin - section.right_margin
    height = section.page_height - section.top_margin - section.bottom_margin
    assert abs(width - Mm(156)) < Mm(1) and abs(height - Mm(225)) < Mm(1)
    named = [document.styles[name] for name in ("Title", "Heading 1", "Heading 2", "Body Text")]
    east = [style.element.rPr.rFonts.get(docx.oxml.ns.qn("w:eastAsia")) for style in named]
    assert east == ["方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"]
    assert [style.font.size.pt for style in named] == [22, 16, 16, 16]


def test_head_and_foot_carry_their_marks() -> None:
    section = docx.Document(str(COMMITTED)).sections[0]
    assert section.header.paragraphs[0].text == "{{reference}}\t{{draft}}"
    assert 'string="草稿"' in section.header._element.xml
    assert section.footer.paragraphs[0].text == "— 1 —" and " PAGE " in section.footer._element.xml

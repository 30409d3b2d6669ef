"""Small born-digital papers for tests of the commands, drawn without any font file."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
LEFT, TOP, LEADING = 80.0, 760.0, 28.0


def paper(path: Path, title: str, lines: list[str]) -> Path:
    """One A4 page: a title and lines under it."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=(595.28, 841.89), invariant=True)
    canvas.setFont(FONT, 24)
    canvas.drawCentredString(297, TOP, title)
    canvas.setFont(FONT, 13)
    for number, line in enumerate(lines, 2):
        canvas.drawString(LEFT, TOP - number * LEADING, line)
    canvas.save()
    return path


def title_certificate(path: Path, name: str, number: str) -> Path:
    """A certificate of an intermediate title."""
    return paper(
        path,
        "专业技术资格证书",
        [
            f"姓名：{name}",
            "性别：男",
            "资格名称：工程师",
            "专业：水利水电工程",
            "级别：中级",
            "批准日期：2012年11月20日",
            f"证书编号：{number}",
            "发证机关：云南省人力资源和社会保障厅",
        ],
    )

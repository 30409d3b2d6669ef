"""Pages with known text: as PDFs of embedded, unembedded and browser fonts, as clean, turned and tilted scans."""

from __future__ import annotations

import io
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

EMBEDDED = Path("/usr/share/fonts/truetype/arphic/uming.ttc")
_WORDS = [
    "专业技术职务任职资格评审",
    "申报单位意见",
    "工程勘察设计优秀成果",
    "继续教育学时证明",
    "年度考核结果为合格",
    "水利水电建筑工程施工管理",
    "论文发表于核心期刊",
    "主持完成科研项目",
    "县级以上人民政府",
    "人力资源和社会保障部门",
    "乡镇基层服务期满",
    "高级工程师任职资格",
    "经评审委员会审核通过",
    "证书编号及发证日期",
]


@dataclass(frozen=True)
class Paper:
    """Lines of one page in their order, and the numbers among them that must be read without a fault."""

    lines: tuple[str, ...]
    numbers: tuple[str, ...]


def papers(count: int, seed: int = 20200701) -> list[Paper]:
    """Pages of prose and numbers, the same for every run."""
    rng = random.Random(seed)
    return [_paper(rng) for _ in range(count)]


def _paper(rng: random.Random) -> Paper:
    lines, numbers = [], []
    for index in range(30):
        if index % 3 == 2:
            number = "".join(rng.choice("0123456789") for _ in range(rng.choice((9, 13, 17, 18))))
            numbers.append(number)
            lines.append(f"{rng.choice(_WORDS)}：{number}")
        else:
            lines.append("，".join(rng.choice(_WORDS) for _ in range(3)) + "。")
    return Paper(tuple(lines), tuple(numbers))


def pdf(paper_list: list[Paper], *, embedded: bool) -> bytes:
    """The pages as one PDF: with an embedded TrueType face, or an unembedded CID face."""
    name = "bench-uming" if embedded else "STSong-Light"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, str(EMBEDDED), subfontIndex=0) if embedded else UnicodeCIDFont(name))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=1)
    for paper in paper_list:
        canvas.setFont(name, 10.5)
        for index, line in enumerate(paper.lines):
            canvas.drawString(60, 790 - 24 * index, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def browser_pdf(paper_list: list[Paper]) -> bytes | None:
    """The pages as Chromium prints them, subset CID fonts; None where it is not installed."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        return None
    style = "@page{size:595pt 842pt;margin:52pt 60pt}p{font:10.5pt/24pt serif;margin:0;white-space:pre}"
    sheets = ("".join(f"<p>{line}</p>" for line in paper.lines) for paper in paper_list)
    broken = '<div style="break-after:page"></div>'
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "papers.html"), Path(folder, "papers.pdf")
        html = f'<html lang="zh-CN"><meta charset="utf-8"><style>{style}</style>{broken.join(sheets)}'
        page.write_text(html, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}"]
        command = [browser, *options, f"--print-to-pdf={printed}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return printed.read_bytes()


@dataclass(frozen=True)
class Scan:
    """One page as a picture (RGB): how it lies, which of the papers it is, and its points a pixel."""

    kind: str
    paper: int
    picture: np.ndarray
    scale: float


def scans(data: bytes) -> Iterator[Scan]:
    """The PDF's pages as noisy JPEG scans: straight, turned and tilted at 200 dpi, straight at 100 dpi."""
    rng = np.random.default_rng(7)
    for index, page in enumerate(pdfium.PdfDocument(data)):
        image = _scanned(page, 200, rng)
        for kind, lying in (
            ("200 dpi, upright", image),
            ("200 dpi, upside down", image.rotate(180)),
            ("200 dpi, on its side", image.rotate(90, expand=True)),
            ("200 dpi, tilted 3°", image.rotate(-3, Image.Resampling.BICUBIC, expand=True, fillcolor="white")),
            ("100 dpi, upright", _scanned(page, 100, rng)),
        ):
            yield Scan(kind, index, np.asarray(lying), 72 / int(kind.split()[0]))


def _scanned(page: pdfium.PdfPage, resolution: int, rng: np.random.Generator) -> Image.Image:
    clean = page.render(scale=resolution / 72, rev_byteorder=True).to_numpy()[:, :, :3]
    noisy = np.clip(clean.astype(np.int16) + rng.normal(0, 6, clean.shape), 0, 255).astype(np.uint8)
    return Image.open(io.BytesIO(_jpeg(noisy)))


def _jpeg(picture: np.ndarray) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "JPEG", quality=75)
    return stream.getvalue()

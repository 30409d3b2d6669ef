"""The readers compared. Each gives the lines of a page, top to bottom."""

from __future__ import annotations

import io
import logging
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pdfplumber
from PIL import Image

from bench.reading.papers import Scan
from ingest.carrier import Context
from ingest.limits import Limits
from ingest.ocr import get_engine
from ingest.ocr.page import read_picture
from ingest.pdf import carrier

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # warns of every font that Chromium writes

PdfReader = Callable[[bytes], list[list[str]]]
ScanReader = Callable[[Scan], list[str]]


def mingcha_pdf(data: bytes) -> list[list[str]]:
    """Words with boxes, character edges and fonts, ruling lines and pictures included."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        survey = carrier.survey(Path(file.name), "bench.pdf", Context(Limits(), "none"))
    return [_lines((word.box.y1, word.box.x0, word.text) for word in page.words) for page in survey.pages]


def pdfplumber_pdf(data: bytes) -> list[list[str]]:
    """Words with boxes and fonts."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        pages = []
        for page in pdf.pages:
            words = page.extract_words(extra_attrs=["fontname", "size"], keep_blank_chars=True)
            pages.append(_lines((word["bottom"], word["x0"], word["text"]) for word in words))
            page.close()
        return pages


def mingcha_scan(scan: Scan) -> list[str]:
    reading = read_picture(scan.picture, scan.scale, get_engine())
    return _lines((word.box.y1, word.box.x0, word.text) for word in reading.words)


class RapidOcr:
    """rapidocr as it comes, on one thread."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        threads = "EngineConfig.onnxruntime.intra_op_num_threads"
        self._engine = RapidOCR(params={"Global.log_level": "critical", threads: 1})

    def __call__(self, scan: Scan) -> list[str]:
        result = self._engine(scan.picture[:, :, ::-1])
        if result.boxes is None:
            return []
        found = zip(result.boxes, result.txts, strict=True)
        return _lines((box[:, 1].max() * scan.scale, box[:, 0].min(), text) for box, text in found)


def tesseract(scan: Scan) -> list[str]:
    stream = io.BytesIO()
    Image.fromarray(scan.picture).save(stream, "PNG")
    command = ["tesseract", "-", "-", "-l", "chi_sim", "--psm", "1", "--dpi", str(round(72 / scan.scale))]
    one_thread = {"OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(command, input=stream.getvalue(), capture_output=True, check=True, env=one_thread)
    return [line for line in done.stdout.decode().splitlines() if line.strip()]


def _lines(words: Iterable[tuple[float, float, str]]) -> list[str]:
    """Words put together by height, left to right."""
    lines: list[tuple[float, list[tuple[float, str]]]] = []
    for bottom, left, text in sorted(words):
        if not lines or bottom - lines[-1][0] > 6:
            lines.append((bottom, []))
        lines[-1][1].append((left, text))
    return ["".join(text for _, text in sorted(line)) for _, line in lines]

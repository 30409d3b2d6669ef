"""forensics.hidden-text: words in an issued PDF that a reader does not see and the page does not show elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import get_args

import msgspec

from checks import ink
from checks.base import Case, Check, CheckInfo, each, found, not_applicable, place
from checks.forensics.issued import ISSUED, file_of, is_added_lawfully, pages_of
from checks.forensics.layers import Difference, differences, folded
from checks.reading import confirmed
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document, DocumentType, Fact
from ingest.geometry import Box, union
from ingest.records import HiddenText, Page

INFO = CheckInfo(
    code="forensics.hidden-text",
    title="文件内含不可见的文字",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "页面上看不见、文件内却存有的文字（与底色同色、字号极小、位于页面之外、不着色、在已关闭的图层上），可能影响按文字层检索或抽取的结果。"
        "扫描件的识别文字层不在此列，但其余各行与画面一致、唯个别处数字不同或多出、换成其他词语的列出。"
    ),
    innocent=("模板残留", "水印或防伪底纹", "无障碍标签文字", "软件生成的占位文字"),
    verify="以页面所见为准；请申报人说明文件来源，必要时提供原件",
    handbook=("F84", "F92"),
    weight=2,
)
_REACH = 3.0  # points by which strokes overstep the box in which a line was read
_MATTERS = re.compile(
    "[0-9]|国家|[省市州县校院厅部]级|[一二三特]等|优秀|合格|第[一二三四五六七八九十]|负责|主持|主编|独著|高级|重点|重大|冠军"
)
# Words to a program or a reviewer, which no template needs.
_ADDRESSED = re.compile(
    r"(?:评审|审核|审查|初审|阅读|识别|智能)(?:系统|程序|软件|模型|助手)|人工智能|大模型|机器(?:审核|阅读)|自动(?:审核|评审|审查)"
    r"|(?:忽略|无视)(?:以上|之前|前述|上述|其他)|(?:直接|予以|请|应)(?:判定|认定|评定|判为)|判定为(?:符合|合格|通过)|无需(?:核验|核实|审核)"
    r"|(?i:ignore (?:all |the )?(?:previous|above)|system prompt|you are an? )"
)
_TOLD = 6  # Chinese characters and figures that say something and are no template's leftover
_SET = ("paper", "journal_pages", "book_pages")  # typeset: headings reversed out of rules and the like
_WHY = {
    "paper-coloured": "与底色同色",
    "tiny": "字号极小",
    "off-page": "位于页面之外",
    "invisible": "未着色",
    "layer-off": "在已关闭的图层上",
}


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    file = file_of(case, document)
    if file is None or file.kind != "pdf":
        yield not_applicable(INFO, document, "非PDF文件，没有文字层")
        return
    first, last = document.pages
    for hidden in _whole([h for h in file.provenance.hidden if first <= h.page <= last]):
        if _ADDRESSED.search(hidden.text) or (_matters(document, hidden) and not is_added_lawfully(hidden.text)):
            yield found(
                INFO,
                f"该处有不可见文字（{_WHY[hidden.why]}）：“{hidden.text[:60]}”，页面上未见相同内容，原因待核",
                [
                    Evidence(
                        document=document.id, file=document.file, page=hidden.page, bbox=hidden.box, text=hidden.text
                    )
                ],
                certainty="deterministic" if _is_wording(document, hidden) else "heuristic",
            )
    if document.type in ISSUED:
        yield from _layer(case, document)


def _whole(pieces: Sequence[HiddenText]) -> list[HiddenText]:
    """Pieces of one hidden line put together: side by side on one page, hidden in one way."""
    lines: list[HiddenText] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last and (last.page, last.why) == (piece.page, piece.why) and _follows(last.box, piece.box):
            lines[-1] = msgspec.structs.replace(last, text=last.text + piece.text, box=union((last.box, piece.box)))
        else:
            lines.append(piece)
    return lines


def _follows(one: Box, other: Box) -> bool:
    level = abs(one.center[1] - other.center[1]) < 0.5 * max(one.height, other.height)
    return level and -one.height < other.x0 - one.x1 < 2 * one.height


def _layer(case: Case, document: Document) -> Iterator[Finding]:
    """Places where the text layer of a scan tells something else than the picture (handbook F84), both read clearly."""
    for page in pages_of(case, document):
        if page.source != "ocr" or not page.layer_words:
            continue
        for differs in differences(page):
            seen = Fact(
                name="printed",
                value=differs.word.text,
                text=differs.word.text,
                page=page.number,
                bbox=page.displayed(differs.word.box),
                confidence=differs.word.confidence,
            )
            reading = confirmed(case, document, seen, differs.around, form=folded)
            if (differs.shown or _is_all(case, page, differs)) and (reading.sure or differs.misread):
                graver = reading.sure and differs.fits and not differs.misread and _MATTERS.search(differs.said)
                yield found(
                    INFO,
                    _said(differs),
                    [place(document, seen)],
                    explanation=f"页面其余各行文字层与画面一致；{reading.note}。扫描软件识别有误、文字层取自另一版本也会如此。",
                    certainty="deterministic" if graver else "heuristic",
                )


def _said(differs: Difference) -> str:
    if differs.shown:
        seen = f"该处画面识读为“{differs.around}”"
        return f"{seen}，其中“{differs.shown}”在文件的文字层为“{differs.said}”，两者不一致，原因待核"
    return f"文件的文字层在该行另有“{differs.said}”，画面上“{differs.around}”一处未见，两者不一致，原因待核"


def _is_all(case: Case, page: Page, differs: Difference) -> bool:
    """Whether nothing else stands in the line that reading may have passed over."""
    try:
        picture = case.pictures.page(page.file, page.number, ink.DPI)
    except (LookupError, OSError, RuntimeError):
        return False
    printed = [page.displayed(word.box).padded(_REACH) for word in page.words]
    return ink.is_bare(picture, page.displayed(differs.box), printed)


def _matters(document: Document, hidden: HiddenText) -> bool:
    """On papers that nobody issued, programs leave names of layers and of their own behind: only figures and Chinese
    words tell something there."""
    return document.type in ISSUED or _telling(hidden) >= _TOLD


def _telling(hidden: HiddenText) -> int:
    return sum(c.isdecimal() or "\u4e00" <= c <= "\u9fff" for c in hidden.text)


def _is_wording(document: Document, hidden: HiddenText) -> bool:
    """Words of a certificate in the paper's colour, too small to be seen or on a layer switched off, or on any paper
    words that speak to who reviews it: nothing but a hand sets them so. An applicant's own paper may keep leftovers of
    its template."""
    if document.type not in ISSUED:
        return bool(_ADDRESSED.search(hidden.text))
    wording = _telling(hidden) >= _TOLD and document.type not in _SET
    return hidden.why in ("paper-coloured", "tiny", "layer-off") and wording


CHECK = Check(info=INFO, run=each(INFO, get_args(DocumentType), look))

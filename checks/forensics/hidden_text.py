"""forensics.hidden-text: words in an issued PDF that a reader does not see and the page does not show elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, each, found, not_applicable, place
from checks.forensics.issued import ISSUED, file_of, is_added_lawfully, pages_of
from checks.reading import plain
from checks.records import Coverage, Evidence, Finding
from extractors.records import Document, Fact
from ingest.records import HiddenText, Page

INFO = CheckInfo(
    code="forensics.hidden-text",
    title="文件内含不可见的文字",
    severity="suspect",
    kind="heuristic",
    rationale=(
        "页面上看不见、文件内却存有的文字（与底色同色、字号极小、位于页面之外、不着色），可能影响按文字层检索或抽取的结果。"
        "扫描件的识别文字层不在此列，但个别字段的文字层与画面不一致的列出。"
    ),
    innocent=("模板残留", "水印或防伪底纹", "无障碍标签文字", "软件生成的占位文字"),
    verify="以页面所见为准；请申报人说明文件来源，必要时提供原件",
    handbook=("F84", "F92"),
    weight=2,
)
MOST, LEAST = 2, 3  # places of a page in which its layer may differ, and must agree, before one is told
_TOLD = 6  # Chinese characters and figures that say something and are no template's leftover
_SET = ("paper", "journal_pages", "book_pages")  # typeset: headings reversed out of rules and the like
_WHY = {"paper-coloured": "与底色同色", "tiny": "字号极小", "off-page": "位于页面之外", "invisible": "未着色"}


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    file = file_of(case, document)
    if file is None or file.kind != "pdf":
        yield not_applicable(INFO, document, "非PDF文件，没有文字层")
        return
    first, last = document.pages
    for hidden in file.provenance.hidden:
        if first <= hidden.page <= last and not is_added_lawfully(hidden.text):
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
    yield from _layer(case, document)


def _layer(case: Case, document: Document) -> Iterator[Finding]:
    """A text layer that reads otherwise than the picture in a place or two and as it everywhere else (handbook F84).

    A scanner's bad reading errs all over the page.
    """
    for page in pages_of(case, document):
        if page.text_layer != "contradicted":
            continue
        pairs = [(f, said) for f in document.facts if f.page == page.number and (said := _layer_at(page, f))]
        differ = [(f, said) for f, said in pairs if plain(f.text) not in plain(said)]
        if len(differ) > MOST or len(pairs) - len(differ) < LEAST:
            continue
        for fact, said in differ:
            yield found(
                INFO,
                f"该处画面识读为“{fact.text}”，文件的文字层为“{said}”，两者不一致，原因待核",
                [place(document, fact)],
                explanation="页面其余各处文字层与画面一致；扫描软件识别有误也会如此。",
            )


def _layer_at(page: Page, fact: Fact) -> str:
    """What the rejected layer says where a fact with figures in it was read; "" for other facts."""
    if not any(c.isdigit() for c in fact.text):
        return ""
    words = [w for w in page.layer_words if (box := page.displayed(w.box)).intersection(fact.bbox) > 0.4 * box.area]
    return "".join(w.text for w in sorted(words, key=lambda w: w.box.x0))


def _is_wording(document: Document, hidden: HiddenText) -> bool:
    """Words of a certificate in the paper's colour or too small to be seen: nothing but a hand sets them so."""
    told = sum(c.isdigit() or "\u4e00" <= c <= "\u9fff" for c in hidden.text)
    return hidden.why in ("paper-coloured", "tiny") and told >= _TOLD and document.type not in _SET


CHECK = Check(info=INFO, run=each(INFO, ISSUED, look))

"""Claims written as records: a name, and what is said of it behind labels (期刊：… 发表时间：… 作者排序：1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.forms.claim_rows import claim_of
from extractors.forms.claim_sections import SECTIONS, Kind, Place, section_before
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact
from extractors.table_records import Row

_LABELS = {
    "name": r"(?:获奖|奖项|论文|项目|课题|专利)(?=:)"
    r"|(?:奖[项励]|荣誉|获奖|论文|著作|论著|项目|课题|专利|软件|成果|作品)(?:名称|题目|题名|标题)|题名|题目|标题"
    r"|名称",
    "date": r"(?:获奖|授奖|表彰|发表|刊出|出版|授权|登记|立项)(?:时间|日期|年月)|授权公告日"
    r"|起止(?:时间|年月|日期)?|时间|日期|年月|授权",
    "grade": r"(?:获奖|奖励|奖项)?(?:等级|等次|级别)",
    "rank": r"(?:个人|本人|作者|获奖|完成人)?(?:排名|排序|位次|名次|次序)|署名(?:次序|顺序)?"
    r"|(?:本人|承担|个人)?(?:角色|作用|职责)",
    "journal": r"(?:发表)?(?:期刊|刊物|杂志)(?:名称)?(?:/出版社)?|发表刊物|刊名|出版社",
    "office": r"(?:授奖|颁奖|授予|颁发|发证|表彰|下达|立项|批准)(?:单位|机关|部门)|(?:项目|课题)?来源",
    "patent_number": r"专利号|登记号",
    "project_number": r"(?:项目|课题)编号",
}
_LABEL = regex.compile(
    rf"(?:(?<=^|[\s,;、。(]))(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _LABELS.items())})\s*:\s*"
)


def begins_with_label(text: str) -> bool:
    """Whether a line of a record begins with a label, and so goes on with no word of the line before it."""
    return _LABEL.match(text) is not None


_PAIR = regex.compile(
    rf"(?:^|\t)\s*(?:\d{{1,2}}[.、]\s?)?(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _LABELS.items())})"
    r"\s*[:\t]\s*(?P<value>[^\t]*[^\t\s][^\t]*)(?=\t|$)"
)


def blocks(view: PageView, places: Sequence[Place], taken: Sequence[tuple[float, float]]) -> Iterator[list[Fact]]:
    """Claims whose places stand one under the other, each beside its label, the name first (题目 …, 刊物 …)."""
    cells: dict[str, Passage] = {}
    kind: Kind | None = None
    for line in view.lines:
        free = not any(top - 1 <= line.box.center[1] <= bottom + 1 for top, bottom in taken)
        pairs = list(_PAIR.finditer(line.text)) if free else []
        if not pairs or pairs[0]["name"]:
            yield from _block(cells, kind)
            cells = {}
        if pairs and pairs[0]["name"]:
            named = next((k for k, p in SECTIONS if p.search(pairs[0]["name"])), None)
            kind = named or section_before(places, view, line.box.y0, line.box.x0)
        elif not cells:
            continue
        for pair in pairs:
            cells.setdefault(next(n for n in _LABELS if pair[n]), line.passage[slice(*pair.span("value"))].strip())
    yield from _block(cells, kind)


def _block(cells: dict[str, Passage], kind: Kind | None) -> Iterator[list[Fact]]:
    if kind is None or len(cells) < _FEWEST:
        return
    whole = cells["name"]
    row = list(claim_of(Row(whole.page(), {kind: whole, **cells}, whole, whole.box()), kind))
    if row:
        yield row


_FEWEST = 2  # labels that make a record of a line


def record(passage: Passage, kind: Kind) -> Iterator[Fact]:
    """The claim's facts where ``passage`` is such a record; nothing of any other line."""
    marks = list(_LABEL.finditer(passage.text))
    if len(marks) < _FEWEST:
        return
    cells: dict[str, Passage] = {kind: passage[: marks[0].start()].strip(" ,;、")}
    ends = [*(mark.start() for mark in marks[1:]), len(passage)]
    for mark, end in zip(marks, ends, strict=True):
        value = passage[mark.end() : end].strip(" ,;、")
        named = next(name for name in _LABELS if mark[name])
        if named == "name":
            cells[kind] = value
        else:
            cells.setdefault(named, value)
    yield from claim_of(Row(passage.page(), cells, passage, passage.box()), kind)

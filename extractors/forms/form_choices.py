"""What may stand in a form's places with few answers: the employer's kind, the route, degree, specialty, education."""

from __future__ import annotations

import regex

from extractors.careers.studies import LEVELS
from extractors.grammar import values
from extractors.grammar.labels import Value
from extractors.grammar.normal import tight
from extractors.passage import Passage

_KINDS = {
    "自由职业": "freelance",
    "自由执业": "freelance",
    "灵活就业": "freelance",
    "民营": "private",
    "私营": "private",
    "私企": "private",
    "非公有制": "private",
    "非公": "private",
    "民办": "private",
    "外资": "private",
    "合资": "private",
    "个体": "private",
    "集体": "public",
    "事业": "public",
    "机关": "public",
    "国有": "public",
    "国企": "public",
    "央企": "public",
    "公立": "public",
    "公办": "public",
    "全额": "public",
    "差额": "public",
    "公有制": "public",
}
_CHOICES = regex.compile(r"[□☐○口]")
_TICKED = regex.compile(r"[☑√✓✔■☒▣]\s?(?P<v>[\u4e00-\u9fff()]{2,12})")
_DEGREE = regex.compile(r"博士|硕士|学士")
_ROUTE = 24  # characters: longer text is an explanation of the routes there are, or a request for one
_ASKED = regex.compile(
    r"(?:申请|要求|拟)(?:适用|享受|按照?|参加)?[“\"]?(?P<v>定向评价|特殊人才|破格|绿色通道|直接申报)"
)


def _chosen(text: str) -> tuple[int, int] | None:
    """Where the one ticked choice stands, or the whole text where there are no boxes; None without a clear choice."""
    ticked = list(_TICKED.finditer(text))
    if _CHOICES.search(text) or ticked:
        return ticked[0].span("v") if len(ticked) == 1 else None
    return 0, len(text)


def employer_kind(passage: Passage) -> Value | None:
    """public, private or freelance from the words for an employer's kind; nothing from boxes without a printed tick."""
    text = passage.text
    chosen = _chosen(text)
    if chosen is None:
        return None
    start, end = chosen
    for word, kind in _KINDS.items():
        at = text.find(word, start, end)
        if at >= 0:
            cell = values.text(passage[at:end])
            return Value(kind, at, at + (cell.end if cell else len(word)))
    return None


def kind_named(text: str) -> str | None:
    """public, private or freelance from the word for an employer's kind in ``text``."""
    return next((kind for word, kind in _KINDS.items() if word in text), None)


def route(passage: Passage) -> Value | None:
    """The declared way of applying (正常申报, 破格, 定向评价), nothing from boxes without one printed tick."""
    chosen = _chosen(passage.text)
    cell = values.text(passage[slice(*chosen)]) if chosen else None
    if chosen is None or cell is None:
        return None
    if len(str(cell.value)) > _ROUTE:
        asked = _ASKED.search(passage.text)
        return Value(asked["v"], *asked.span("v")) if asked else None
    return Value(cell.value, chosen[0] + cell.start, chosen[0] + cell.end)


def degree(passage: Passage) -> Value | None:
    """学士, 硕士 or 博士 from a degree as printed (工学学士)."""
    found = _DEGREE.search(passage.text)
    return Value(found.group(), *found.span()) if found else None


def specialty(passage: Passage) -> Value | None:
    value = values.text(passage)
    return value if value and len(str(value.value)) <= 30 else None


def education(passage: Passage) -> Value | None:
    """The level of education: 研究生 with a degree beside it is that degree's."""
    text = tight(passage.text)
    value = _EDUCATION(passage)
    if value and "研究生" in text and "博士" in text:
        return Value("博士研究生", value.start, value.end)
    return value


_EDUCATION = values.one_of(LEVELS)


_COMMITTEE = regex.compile(r"\p{Han}[\p{Han}()、]{2,48}?(?:评审委员会|评委会)")


def committee(passage: Passage) -> Value | None:
    """The committee that a place for one names; what else stands there, such as where it sits, is none."""
    whole = passage.bare()
    found = _COMMITTEE.search(whole.text)
    if found is None:
        return None
    at = [i for i, char in enumerate(passage.text) if not char.isspace()]
    return Value(whole[slice(*found.span())].printed(), at[found.start()], at[found.end() - 1] + 1)

"""What kind of service a proof attests: against an epidemic, for poor regions, in schools, as aid, grass roots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.grammar.labels import Value
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact

KINDS = {
    "epidemic": r"抗疫|疫情|新冠|新型冠状病毒|防疫|援鄂|抗击",
    "poverty_alleviation": r"扶贫|脱贫|驻村|第一书记|乡村振兴|挂包帮|(?<!对口)帮扶",
    "teaching_support": r"支教|走教|送教|薄弱学校|轮岗|交流任教|城镇教师|援教",
    "aid": r"援藏|援疆|援青|援外|援滇|援派|对口支援|对口帮扶|医疗队|援助|挂职|博士服务团",
    "rural": r"基层|支农|支医|下乡|(?<!农业)农村|乡镇|三支一扶|乡村|西部计划|特岗",
}
GENERAL = "rural"
WORD = "|".join(KINDS.values())
_KINDS = {kind: regex.compile(said) for kind, said in KINDS.items()}


def kind_value(passage: Passage) -> Value | None:
    """The kind that the words of a place for kinds name."""
    for kind, pattern in _KINDS.items():
        match = pattern.search(passage.text)
        if match:
            return Value(kind, match.start(), match.end())
    return None


def kind_of(views: Sequence[PageView]) -> Iterator[Fact]:
    """The kind that the title names; where it names several or none, the kind that the text names most often."""
    text = "".join(view.tight for view in views)
    for heading in views[0].headings[:3]:
        named = [kind for kind, pattern in _KINDS.items() if pattern.search(heading)]
        if len(named) == 1 and not (named[0] == GENERAL and _is_special(text.replace(heading, "", 1))):
            yield from _worded(views, named[0], _KINDS[named[0]])
            return
    counts = {kind: len(pattern.findall(text)) for kind, pattern in _KINDS.items()}
    likeliest = max(counts, key=lambda kind: counts[kind])
    if counts[likeliest]:
        yield from _worded(views, likeliest, _KINDS[likeliest])


def _is_special(text: str) -> bool:
    """Whether running text names a special kind and never the general one: 服务基层工作证明 is also the title of other
    proofs."""
    return not _KINDS[GENERAL].search(text) and any(p.search(text) for k, p in _KINDS.items() if k != GENERAL)


def _worded(views: Sequence[PageView], kind: str, pattern: regex.Pattern[str]) -> Iterator[Fact]:
    for view in views:
        for line in view.lines:
            bare = line.passage.bare()
            match = pattern.search(tight(bare.text))
            if match:
                yield fact("service_kind", kind, bare, match.start(), match.end())
                return

"""A draft pack made from a notice: every clause is there, and every one is still to be decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.policy.notice import Notice, Passage

SCHEMA = Path(__file__).with_name("pack.schema.json")
NATIONAL = re.compile(
    "^(?:中华人民共和国|国务院|全国|中央|最高人民|国家)|^[\u4e00-\u9fff]{2,10}部(?:办公厅)?(?:$|关于)"
)
UNKNOWN = "2000-01-01"


def draft(notice: Notice, id: str) -> str:
    """A pack in YAML with every clause of the notice, each still to be decided: a gap that judges nothing."""
    dated = notice.dated if re.fullmatch(r"\d{4}-\d\d-\d\d", notice.dated) else ""
    since = f"since: {dated[:4]}-01-01" if dated else f"since: {UNKNOWN}  # to be decided: no date was found"
    lines = [
        f"# yaml-language-server: $schema={SCHEMA}",
        "# Draft made by `mingcha policy read`. Every entry below is to be decided: give it its kind, mark and scope.",
        f"id: {id}",
        f"title: {_quoted(notice.title or id)}",
        f"issuer: {_quoted(notice.issuer)}",
        *([f"number: {_quoted(notice.number)}"] if notice.number else []),
        *([f"dated: {dated}"] if dated else []),
        f"tier: {'national' if NATIONAL.search(notice.issuer + notice.title) else 'province'}  # to be decided",
        since,
        "sources:",
        f"  notice: {{title: {_quoted(notice.title or id)}, loaded: true}}",
        "clauses:",
    ]
    for p in notice.passages:
        lines += [f"  - ref: {_quoted(p.ref)}", f"    heading: {_quoted(p.heading)}", f"    text: {_quoted(p.text)}"]
    if notice.left_out:
        lines.append(f"# {notice.left_out} lines after the signature (annexes, copies to) became no clause")
    lines.append("entries:")
    for n, p in enumerate(notice.passages, start=1):
        lines += [*_remarks(p), *_undecided(p, n)]
    return "\n".join(lines) + "\n"


def _remarks(passage: Passage) -> Iterator[str]:
    if passage.cited:
        yield f"  # cites: {'; '.join(passage.cited)}"
    if passage.dates:
        yield f"  # dates: {', '.join(passage.dates)}"
    for deadline in passage.deadlines:
        yield f"  # deadline {deadline.day}: {deadline.sentence}"
    if passage.working_days:
        yield f"  # working days: {', '.join(str(n) for n in passage.working_days)}"


def _undecided(passage: Passage, n: int) -> list[str]:
    return [
        f"  - id: clause-{n:02d}",
        f"    clause: {_quoted(passage.ref)}",
        "    kind: directive",
        f"    title: {_quoted(passage.heading or passage.ref)}",
        "    source: notice",
        "    mark: C",
        "    does: 待定",
        "    reason: 待定（尚未判断该条款由申报材料体现的内容）",
    ]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

"""F1 of the free-text reader on ResumeNER: ``python -m bench.ner [FILE] [--show N]``.

The file is in BMES form, a character and a mark a line. Marks compared: NAME, EDU, TITLE and ORG, exact spans. The
reader is rules and word lists; nothing of the set is in it. Published figures on this set (95 to 97) are of models
trained on 3,800 of its sentences.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from extractors.freetext.mentions import mentions

DEFAULT = Path(__file__).parents[2] / ".." / "shared" / "data" / "ner" / "resume_dev.char.bmes"
MARKS = {"person": "NAME", "edu": "EDU", "title": "TITLE", "org": "ORG"}

Span = tuple[int, int, str]


def sentences(path: Path) -> Iterator[tuple[str, set[Span]]]:
    """Each sentence with its marked spans."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        pairs = [line.split(" ") for line in block.splitlines() if line.strip()]
        spans: set[Span] = set()
        begin = 0
        for i, (_, mark) in enumerate(pairs):
            if mark[0] in "BS":
                begin = i
            if mark[0] in "ES":
                spans.add((begin, i + 1, mark[2:]))
        yield "".join(char for char, _ in pairs), {s for s in spans if s[2] in MARKS.values()}


def score(path: Path, show: int = 0) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 by mark and over all; prints ``show`` sentences that differ."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for text, gold in sentences(path):
        found = {(m.start, m.end, MARKS[m.label]) for m in mentions(text)}
        for counter, spans in ((right, gold & found), (given, found), (wanted, gold)):
            counter.update(mark for _, _, mark in spans)
        if show and gold != found:
            show -= 1
            print(text)
            print("   missed", sorted((text[a:b], k) for a, b, k in gold - found))
            print("   extra ", sorted((text[a:b], k) for a, b, k in found - gold))
    for counter in (right, given, wanted):
        counter["all"] = sum(counter.values())
    return {mark: _prf(right[mark], given[mark], wanted[mark]) for mark in (*MARKS.values(), "all")}


def _prf(right: int, given: int, wanted: int) -> tuple[float, float, float]:
    precision, recall = right / (given or 1), right / (wanted or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def main() -> int:
    parser = argparse.ArgumentParser(description="F1 of the free-text reader on ResumeNER")
    parser.add_argument("file", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--show", type=int, default=0, help="print this many sentences that differ")
    arguments = parser.parse_args()
    if not arguments.file.exists():
        print(f"not measured: {arguments.file} is not here")
        return 0
    print(f"{'mark':8}{'precision':>11}{'recall':>9}{'F1':>9}")
    for mark, (precision, recall, f1) in score(arguments.file, arguments.show).items():
        print(f"{mark:8}{precision:11.3f}{recall:9.3f}{f1:9.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

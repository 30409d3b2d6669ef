"""Runs the comparison and prints it: ``python -m bench.reading [--pages N]``.

Seconds are of processor time, the readers taking turns page by page on one thread, so that a busy machine slows all
alike. Wrong characters are the edit distance over the characters, white space aside.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from rapidfuzz.distance import Levenshtein

from bench.reading import readers
from bench.reading.papers import Paper, browser_pdf, papers, pdf, scans


@dataclass
class Score:
    seconds: float = 0.0
    pages: int = 0
    wrong: int = 0
    characters: int = 0
    exact: int = 0
    lines: int = 0
    numbers: int = 0
    numbers_right: int = 0

    def add(self, paper: Paper, lines: list[str]) -> None:
        read, true = _plain("".join(lines)), _plain("".join(paper.lines))
        found = {_plain(line) for line in lines}
        self.pages += 1
        self.wrong += Levenshtein.distance(read, true)
        self.characters += len(true)
        self.exact += sum(_plain(line) in found for line in paper.lines)
        self.lines += len(paper.lines)
        self.numbers += len(paper.numbers)
        self.numbers_right += sum(number in read for number in paper.numbers)

    def row(self, name: str, base: Score) -> str:
        pace, base_pace = self.seconds / self.pages, base.seconds / base.pages
        return (
            f"  {name:<22}{pace:9.3f} s/page  x{base_pace / pace:6.2f}  wrong {self.wrong / self.characters:7.3%}"
            f"  lines {self.exact / self.lines:7.2%}  numbers {self.numbers_right}/{self.numbers}"
        )


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _timed(score: Score, work: Callable[[], object]) -> object:
    before = _processor_seconds()
    result = work()
    score.seconds += _processor_seconds() - before
    return result


def _processor_seconds() -> float:
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def text_layers(sheets: list[Paper]) -> None:
    made = {
        "embedded TrueType font": pdf(sheets, embedded=True),
        "unembedded CID font": pdf(sheets, embedded=False),
        "printed by Chromium": browser_pdf(sheets),
    }
    for kind, data in made.items():
        if data is None:
            print(f"PDF text, {kind}: not measured, there is none here")
            continue
        scores: dict[str, Score] = defaultdict(Score)
        for _ in range(3):
            for name, reader in (("mingcha", readers.mingcha_pdf), ("pdfplumber", readers.pdfplumber_pdf)):
                pages = _timed(scores[name], lambda reader=reader, data=data: reader(data))
                for paper, lines in zip(sheets, pages, strict=True):  # type: ignore[call-overload]
                    scores[name].add(paper, lines)
        print(f"PDF text, {kind} (ratio to pdfplumber)")
        for name, score in scores.items():
            print(score.row(name, scores["pdfplumber"]))


def pictures(sheets: list[Paper]) -> None:
    engines: dict[str, readers.ScanReader] = {"mingcha": readers.mingcha_scan, "rapidocr": readers.RapidOcr()}
    if shutil.which("tesseract"):
        engines["tesseract chi_sim"] = readers.tesseract
    results: dict[str, dict[str, Score]] = defaultdict(lambda: defaultdict(Score))
    first = True
    for scan in scans(pdf(sheets, embedded=True)):
        for name, reader in engines.items():
            if first:
                reader(replace(scan, picture=scan.picture[:400]))  # loads models outside the clock
            score = results[scan.kind][name]
            lines = _timed(score, lambda reader=reader, scan=scan: reader(scan))
            score.add(sheets[scan.paper], lines)  # type: ignore[arg-type]
        first = False
    for kind, scores in results.items():
        print(f"Scans at {kind} (ratio to rapidocr)")
        for name, score in scores.items():
            print(score.row(name, scores["rapidocr"]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=4, help="scanned pages of each kind (default 4)")
    count = parser.parse_args().pages
    os.environ["OMP_NUM_THREADS"] = "1"
    text_layers(papers(max(20, count)))
    pictures(papers(count))


if __name__ == "__main__":
    main()

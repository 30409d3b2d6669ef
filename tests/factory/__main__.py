"""Writes dossiers and their truth: ``python -m tests.factory OUTDIR --seeds 1-5``."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.factory import fonts
from tests.factory.dossier import CARRIERS, Options, make, write_truth


def seeds(text: str) -> list[int]:
    """``1-5`` or ``1,4,9``."""
    if "-" in text:
        first, last = text.split("-")
        return list(range(int(first), int(last) + 1))
    return [int(part) for part in text.split(",")]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.factory", description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--seeds", type=seeds, default=[1], help="such as 1-5 or 1,4,9")
    parser.add_argument("--carrier", choices=CARRIERS, default="mixed")
    parser.add_argument("--scan", action="store_const", dest="carrier", const="scan", help="same as --carrier scan")
    parser.add_argument("--archive", choices=("", "zip", "gbk-zip"), default="")
    parser.add_argument("--held-out", action="store_true", help="only layouts, wordings and fonts kept for evaluation")
    parser.add_argument("--everything", action="store_true", help="one document of every type")
    parser.add_argument("--only", nargs="*", default=[], help="document types to keep")
    parser.add_argument("--trade", default="", help="such as engineering, teacher, physician, agronomist")
    parser.add_argument("--defect", nargs="*", default=[], help="finding codes to plant")
    parser.add_argument("--innocent", nargs="*", default=[], help="finding codes whose innocent look-alike to plant")
    options = parser.parse_args()
    if fonts.missing():
        parser.error(f"these fonts are not installed: {', '.join(fonts.missing())}; run tools/fonts.py")
    for seed in options.seeds:
        chosen = Options(
            seed=seed,
            carrier=options.carrier,
            held_out=options.held_out,
            archive=options.archive,
            only=tuple(options.only),
            everything=options.everything,
            trade=options.trade,
            defects=tuple(options.defect),
            innocents=tuple(options.innocent),
        )
        name = f"s{seed}-{options.carrier}" + ("-held-out" if options.held_out else "")
        truth = make(chosen, options.outdir / name)
        write_truth(truth, options.outdir / f"{name}.truth.json")
        print(f"{name}: {len(truth.documents)} documents, {len(truth.sizes)} pages, {len(truth.planted)} planted")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""``make demo``: check the two bundled dossiers and investigate the bundled complaint, as a reviewer would."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "mingcha-out" / "demo"
MINGCHA = Path(sys.executable).with_name("mingcha")
FINISHED = (0, 1)

RUNS = (
    ("A dossier in order", ["check", "examples/clean-dossier"], "clean"),
    ("A dossier with planted faults", ["check", "examples/faulty-dossier"], "faulty"),
    (
        "A complaint about the second applicant",
        ["investigate", "examples/faulty-dossier", "--complaint", "examples/complaint.txt"],
        "investigation",
    ),
)


def main() -> int:
    """Run each example; non-zero when one of them could not be carried out."""
    for title, arguments, folder in RUNS:
        shown = " ".join(arguments)
        print(f"\n=== {title}: mingcha {shown}", flush=True)
        out = OUT / folder
        done = subprocess.run([MINGCHA, *arguments, "--out", out], cwd=ROOT, check=False)
        if done.returncode not in FINISHED:
            return done.returncode
    print(f"\nOpen {OUT / 'faulty' / 'memo.html'} in a browser, or memo.docx beside it in Word.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""``python -m bench``: run every benchmark found beside this file, one after the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Non-zero when one of them failed; the others run all the same."""
    failed = []
    for folder in sorted(p.parent for p in HERE.glob("*/__main__.py")):
        print(f"\n=== bench/{folder.name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"bench.{folder.name}"], cwd=HERE.parent, check=False).returncode:
            failed.append(folder.name)
    if failed:
        print(f"\nfailed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

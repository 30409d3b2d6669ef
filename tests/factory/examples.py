"""Makes the demo dossiers under examples/: ``python -m tests.factory.examples``."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.factory.dossier import Draft, Options, draft, finish, write_truth
from tests.factory.scans import Scan
from tests.factory.truth import Truth

ROOT = Path(__file__).resolve().parents[2] / "examples"
FAULTS = (
    "numbers.patent-check-digit",
    "completeness.other-person",
    "consistency.claim-contradicted@rank_raised",
    "consistency.claim-unsupported@award_without_certificate",
    "eligibility.appraisal-short",
    "eligibility.training-hours-short",
    "identity.id-number-mismatch",
    "forensics.text-overlaid@retyped_on_digital",
    "forensics.edited-by-image-editor@saved_by_photoshop",
)
SCANS = {
    "identity_card": ("jpg", Scan(dpi=140, skew=0.7, noise=1.0, quality=68)),
    "diploma": ("jpg", Scan(dpi=130, skew=-0.8, noise=1.0, quality=66)),
    "degree_certificate": ("pdf", Scan(dpi=130, skew=0.4, noise=1.0, quality=64)),
    "appointment": ("pdf", Scan(dpi=130, skew=-1.1, noise=1.2, quality=62, mode="grey")),
    "annual_appraisal": ("pdf", Scan(dpi=130, skew=0.6, noise=1.0, quality=60)),
    "award_certificate": ("jpg", Scan(dpi=130, skew=0.3, perspective=0.006, shadow=0.12, noise=1.0, quality=62)),
    "patent_certificate": ("jpg", Scan(dpi=140, noise=1.0, quality=66)),
    "employer_publicity": ("pdf", Scan(dpi=130, skew=0.9, noise=1.0, quality=60)),
    "integrity_pledge": ("pdf", Scan(dpi=130, skew=-0.5, noise=1.0, quality=60)),
}


def prepared(seed: str, faults: tuple[str, ...] = ()) -> Draft:
    """An engineer's dossier: e-papers as text PDFs, the rest scanned."""
    work = draft(Options(seed=seed, carrier="digital", trade="engineering", defects=faults, dpi=130))
    work.naming = "named"
    for item in work.items:
        if item.type in SCANS:
            kind, scan = SCANS[item.type]
            item.tags.update(carrier="scan", kind=kind, scan=scan)
    return work


def write(seed: str, name: str, faults: tuple[str, ...] = ()) -> Truth:
    folder = ROOT / name
    shutil.rmtree(folder, ignore_errors=True)
    truth = finish(prepared(seed, faults), folder)
    write_truth(truth, ROOT / f"{name}.truth.json")
    return truth


def main() -> int:
    for truth in (write("example-clean-4", "clean-dossier"), write("example-faulty-2", "faulty-dossier", FAULTS)):
        size = sum(file.stat().st_size for file in (ROOT / truth.id).iterdir()) / 1e6
        print(f"{truth.id}: {len(truth.documents)} documents, {size:.1f} MB")
        for planted in truth.planted:
            print(f"  {planted.code} {','.join(planted.documents)}: {planted.note}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Broken, hostile and rare files from other projects' test suites: none may stop the reading or be lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.options import ReadOptions
from ingest.pool import Pool
from ingest.reader import read_dossier

ODD = (Path(__file__).parents[2] / "../shared/data/odd_pdf").resolve()
GARBLED = ODD.parent / "cn_pdf"

pytestmark = pytest.mark.skipif(not ODD.exists(), reason="the shared data set does not lie beside this checkout")


def test_a_sample_of_odd_files_is_accounted_for(tmp_path: Path) -> None:
    """Every twelfth file, by text layer alone; the whole set is read before releases."""
    chosen = [path for path in sorted(ODD.rglob("*")) if path.is_file()][::12]
    for number, path in enumerate(chosen):
        (tmp_path / f"{number:03d}{path.suffix}").write_bytes(path.read_bytes())
    with Pool(2) as pool:
        dossier = read_dossier(tmp_path, options=ReadOptions(ocr="none"), runner=pool)
    assert len(dossier.files) == len(chosen)
    told = {page.file for page in dossier.pages}
    for file in dossier.files:
        assert file.name in told or any(problem.fatal for problem in file.problems), file.name
        assert not [problem for problem in file.problems if problem.kind in ("crashed", "timeout")], file.name


def test_a_garbled_layer_is_read_from_the_picture() -> None:
    path = GARBLED / "standard_gmt0031_garbled_textlayer.pdf"
    first = read_dossier(path, options=ReadOptions(jobs=2)).pages[0]
    assert (first.source, first.text_layer) == ("ocr", "garbled")
    assert any("安全电子签章密码技术规范" in word.text for word in first.words)

"""Every planter changes the dossier, and says what it did."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.factory import fonts, planting
from tests.factory.defects.registry import PLANTERS, CannotPlantError, Planter
from tests.factory.dossier import Draft, Options, draft, make
from tests.factory.pairs import PAIRS, Pair

pytestmark = pytest.mark.skipif(bool(fonts.missing()), reason="Chinese fonts are not installed; see tools/fonts.py")

TRADES = ("teacher", "engineering", "physician", "agronomist")


def said(work: Draft) -> str:
    return repr(
        [
            (i.type, i.note, sorted((k, str(v)) for k, v in i.content.items() if k != "_life"), i.tags)
            for i in work.items
        ]
    )


@pytest.mark.parametrize("one", [p for p in PLANTERS if p.stage == "plan"], ids=lambda p: p.name)
def test_a_planter_changes_what_the_papers_say(one: Planter) -> None:
    for seed in range(1, 40):
        work = draft(Options(seed=seed, carrier="digital", trade=TRADES[seed % 4]))
        before = said(work)
        try:
            done = one.run(work)
        except CannotPlantError:
            continue
        if said(work) != before:
            assert done.note
            return
    pytest.fail(f"{one.name} never changed anything")


@pytest.mark.parametrize("one", [p for p in PLANTERS if p.stage != "plan"], ids=lambda p: p.name)
def test_a_planter_changes_the_files(tmp_path: Path, one: Planter) -> None:
    only = ("award_certificate", "title_certificate")
    name = f"{one.code}@{one.name}"
    plain = Options(seed=5, carrier="digital", only=only, trade="engineering")
    faulty = Options(
        seed=5,
        carrier="digital",
        only=only,
        trade="engineering",
        defects=() if one.innocent else (name,),
        innocents=(name,) if one.innocent else (),
    )
    make(plain, tmp_path / "plain")
    truth = make(faulty, tmp_path / "faulty")
    assert [p.code for p in truth.planted] == [one.code]
    assert truth.clean == one.innocent
    before = {f.name: f.read_bytes() for f in (tmp_path / "plain").iterdir()}
    after = {f.name: f.read_bytes() for f in (tmp_path / "faulty").iterdir()}
    assert before != after


def test_an_appended_revision_keeps_the_first_one_whole(tmp_path: Path) -> None:
    options = Options(seed=5, carrier="digital", only=("award_certificate",), defects=("forensics.edited-after-issue",))
    truth = make(options, tmp_path / "d")
    file = tmp_path / "d" / next(d.file for d in truth.documents if d.id in truth.planted[0].documents)
    data = file.read_bytes()
    assert data.count(b"%%EOF") == 2
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == 1


def test_an_unknown_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no planter for numbers\.nonsense"):
        make(Options(seed=1, defects=("numbers.nonsense",), only=("identity_card",)), tmp_path / "d")


def test_codes_of_the_first_release_can_all_be_planted() -> None:
    wanted = {
        "completeness": "missing-document unreadable-file other-person",
        "identity": "id-number-invalid id-number-mismatch name-mismatch birth-date-mismatch gender-mismatch",
        "eligibility": "education-below years-in-title-short training-hours-short appraisal-short preference-applied",
        "consistency": "claim-unsupported claim-contradicted date-order",
        "numbers": "patent-check-digit issn-check-digit diploma-number",
        "forensics": "edited-by-image-editor text-overlaid",
    }
    codes = {f"{family}.{name}" for family, names in wanted.items() for name in names.split()}
    assert codes <= set(planting.codes())
    assert "cross.shared-certificate-number" in {pair.code for pair in PAIRS}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: p.name)
def test_a_pair_ties_the_second_dossier_to_the_first(pair: Pair) -> None:
    first, second = (draft(Options(seed=f"pair-{n}", carrier="digital", trade="engineering")) for n in "ab")
    before = said(second)
    assert pair.tie(first, second)
    assert said(second) != before

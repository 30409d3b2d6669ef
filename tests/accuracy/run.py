"""Makes, reads and scores one dossier; runs in a process of its own."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from functools import cache
from pathlib import Path

import msgspec

from tests.accuracy.compare import compare, planted
from tests.accuracy.records import Case, Mark, Score
from tests.factory import dossier, registers
from tests.factory.dossier import Options, make, write_truth
from tests.factory.pairs import PAIRS, make_pair
from tests.factory.truth import Truth


def options(case: Case) -> Options:
    return Options(
        seed=case.seed,
        carrier=case.carrier,
        held_out=case.held_out,
        everything=case.everything,
        trade=case.trade,
        only=case.only,
        defects=case.defects,
        innocents=case.innocents,
    )


def score(case: Case, keep: Path | None = None) -> Score:
    """Whatever goes wrong is part of the score.

    ``keep``: where drawn dossiers and their readings are kept, so that only the extractors and checks run again after
    a change to them; None draws and reads afresh.
    """
    folder = Path(tempfile.mkdtemp(prefix="accuracy-"))
    try:
        return _score_pair(case, folder, keep) if case.ties else _score(case, folder, keep)
    except Exception as error:  # a case that fails is a result
        return Score(case=case, failed=f"{type(error).__name__}: {error}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def imported() -> Path:
    """The drawn lists of journals and retractions, imported as a user does, once a process."""
    return registers.imported(Path(tempfile.mkdtemp(prefix="accuracy-registers-")))


def _drawn(case: Case, folder: Path, keep: Path | None) -> tuple[Path, Truth]:
    """The dossier and its truth, drawn now or kept from before."""
    if keep is None:
        return folder / case.name, make(options(case), folder / case.name)
    digest = hashlib.sha256(msgspec.json.encode(case) + _factory()).hexdigest()[:20]
    place = keep / "drawn" / digest
    if not (place / "truth.json").exists():
        truth = make(options(case), folder / case.name)
        write_truth(truth, folder / "truth.json")
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(folder, place, dirs_exist_ok=True)
    return place / case.name, msgspec.json.decode((place / "truth.json").read_bytes(), type=Truth)


@cache
def _factory() -> bytes:
    """Changes whenever a line of the factory does."""
    digest = hashlib.sha256()
    for source in sorted(Path(dossier.__file__).parent.rglob("*.py")):
        digest.update(source.read_bytes())
    return digest.digest()


def _score(case: Case, folder: Path, keep: Path | None) -> Score:
    from ingest.options import ReadOptions
    from mingcha.pipeline import Job, examined

    start = time.process_time()
    path, truth = _drawn(case, folder, keep)
    job = Job(path=path, registers=imported(), options=ReadOptions(jobs=1, isolate=False, cache=keep))
    with examined(job) as result:
        marks = [*compare(truth, result.dossier, result.documents), *planted(truth, result.assessment.findings)]
        loud = [f for f in result.assessment.findings if f.severity != "notice"]
        return Score(
            case=case,
            marks=tuple(marks),
            alarms=tuple((f.code, f.message) for f in loud) if case.clean else (),
            pages=len(result.dossier.pages),
            seconds=time.process_time() - start,
        )


def _score_pair(case: Case, folder: Path, keep: Path | None) -> Score:
    """Two dossiers compared with one another."""
    from checks.cross.compare import compare as across
    from checks.cross.imprint import imprint
    from ingest.options import ReadOptions
    from mingcha.pipeline import Job, examined

    start = time.process_time()
    ties = [next(p for p in PAIRS if p.name == name) for name in case.ties]
    made = make_pair(ties, case.seed, folder, held_out=case.held_out)
    imprints, pages = [], 0
    for name in ("a", "b"):
        options = ReadOptions(jobs=1, isolate=False, cache=keep)
        with examined(Job(path=folder / name, options=options)) as result:
            imprints.append(imprint(result.dossier, result.documents, result.assessment.applicant, result.pictures))
            pages += len(result.dossier.pages)
    told = [f for findings in across(imprints).values() for f in findings]
    marks: list[Mark] = []
    for tie in ties:
        found = [f for f in told if f.code == tie.code]
        loud = [f for f in found if f.severity != "notice"]
        detail = f"{case.name} seed {case.seed} {tie.name}: {made[tie.name]} {[f.message for f in loud][:2]}"
        if tie.innocent:
            marks.append(Mark(kind="innocent", right=not loud, name=tie.code, detail=detail))
        else:
            marks.append(Mark(kind="planted", right=bool(found), name=tie.code, detail=detail))
            marks.append(Mark(kind="planted-loud", right=bool(loud), name=tie.code, detail=detail))
    return Score(case=case, marks=tuple(marks), pages=pages, seconds=time.process_time() - start)

"""Makes, reads and scores one dossier; runs in a process of its own."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from tests.accuracy.compare import compare, planted
from tests.accuracy.records import Case, Mark, Score
from tests.factory.dossier import Options, make
from tests.factory.pairs import PAIRS, make_pair


def options(case: Case) -> Options:
    return Options(
        seed=case.seed,
        carrier=case.carrier,
        held_out=case.held_out,
        everything=case.everything,
        trade=case.trade,
        only=case.only,
        defects=(case.defect,) if case.defect else (),
        innocents=(case.innocent,) if case.innocent else (),
    )


def score(case: Case) -> Score:
    """Whatever goes wrong is part of the score."""
    folder = Path(tempfile.mkdtemp(prefix="accuracy-"))
    try:
        return _score(case, folder)
    except Exception as error:  # a case that fails is a result
        return Score(case=case, failed=f"{type(error).__name__}: {error}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _score(case: Case, folder: Path) -> Score:
    from ingest.options import ReadOptions
    from mingcha.pipeline import Job, examined

    if case.pair:
        return _score_pair(case, folder)
    truth = make(options(case), folder / case.name)
    start = time.process_time()
    with examined(Job(path=folder / case.name, options=ReadOptions(jobs=1, isolate=False))) as result:
        marks = [*compare(truth, result.dossier, result.documents), *planted(truth, result.assessment.findings)]
        loud = [f for f in result.assessment.findings if f.severity != "notice"]
        return Score(
            case=case,
            marks=tuple(marks),
            alarms=tuple((f.code, f.message) for f in loud) if truth.clean and not case.only else (),
            pages=len(result.dossier.pages),
            seconds=time.process_time() - start,
        )


def _score_pair(case: Case, folder: Path) -> Score:
    """Two dossiers compared with one another."""
    from checks.cross.compare import compare as across
    from checks.cross.imprint import imprint
    from ingest.options import ReadOptions
    from mingcha.pipeline import Job, examined

    pair = next(p for p in PAIRS if p.name == case.pair)
    make_pair(pair, case.seed, folder, held_out=case.held_out)
    start = time.process_time()
    imprints, pages = [], 0
    for name in ("a", "b"):
        with examined(Job(path=folder / name, options=ReadOptions(jobs=1, isolate=False))) as result:
            imprints.append(imprint(result.dossier, result.documents, result.assessment.applicant, result.pictures))
            pages += len(result.dossier.pages)
    found = [f for findings in across(imprints).values() for f in findings if f.code == pair.code]
    loud = [f for f in found if f.severity != "notice"]
    detail = f"{case.name} seed {case.seed}"
    marks = (
        [Mark(kind="innocent", right=not loud, name=pair.code, detail=detail)]
        if pair.innocent
        else [
            Mark(kind="planted", right=bool(found), name=pair.code, detail=detail),
            Mark(kind="planted-loud", right=bool(loud), name=pair.code, detail=detail),
        ]
    )
    return Score(case=case, marks=tuple(marks), pages=pages, seconds=time.process_time() - start)

from __future__ import annotations

import msgspec
import pytest

from checks.completeness.unreadable_file import CHECK, WORDS
from ingest.records import Problem, SourceFile
from tests.checks.builders import document, dossier, findings

PAPER = document("paper", {"title": "某项研究"})


def with_problem(problem: Problem):
    files = (SourceFile(name="09.pdf", path="09.pdf", sha256="9" * 64, size=10, kind="pdf", problems=(problem,)),)
    return msgspec.structs.replace(dossier([PAPER]), files=files)


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_every_kind_of_trouble_is_told_in_words(kind) -> None:
    (finding,) = findings(CHECK, PAPER, dossier=with_problem(Problem(kind=kind, file="09.pdf")))
    assert finding.severity == "missing"
    assert "09.pdf" in finding.message


def test_a_wrong_ending_that_was_read_all_the_same_is_a_notice() -> None:
    problem = Problem(kind="mislabelled", file="09.pdf", fatal=False)
    (finding,) = findings(CHECK, PAPER, dossier=with_problem(problem))
    assert finding.severity == "notice"


def test_sound_files_stay_silent() -> None:
    assert findings(CHECK, PAPER) == []


def test_a_document_whose_facts_could_not_be_extracted_is_named_with_its_pages() -> None:
    failed = msgspec.structs.replace(PAPER, pages=(2, 3), failure="ValueError, paper.py:10")
    (finding,) = findings(CHECK, failed)
    assert finding.severity == "missing"
    assert "第2至3页" in finding.message
    assert "ValueError, paper.py:10" in finding.message

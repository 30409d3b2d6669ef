"""The measuring itself: what counts as right."""

from __future__ import annotations

from checks.records import Evidence, Finding
from extractors.records import Document, Fact
from ingest.geometry import Box
from ingest.records import Dossier, Page
from tests.accuracy.compare import compare, normal, planted
from tests.accuracy.records import Mark
from tests.factory.truth import PageSize, Planted, Truth, TruthDocument, TruthFact

TRUTH = Truth(
    id="d",
    seed="1",
    held_out=True,
    carrier="digital",
    trade="",
    applicant={},
    documents=(
        TruthDocument(
            id="t01",
            file="a.pdf",
            pages=(1, 1),
            type="diploma",
            layout="rows",
            carrier="digital",
            facts=(
                TruthFact(name="person_name", value="扎西·顿珠", text="扎西·顿珠", page=1, bbox=Box(10, 10, 60, 22)),
            ),
        ),
    ),
    sizes=(PageSize(file="a.pdf", page=1, width=200, height=100),),
    planted=(
        Planted(code="numbers.isbn", documents=("t01",), note="wrong digit"),
        Planted(code="numbers.doi", documents=("t01",), note="odd but right", innocent=True),
    ),
    clean=False,
)


def read(value: str, box: Box, *, kind: str = "diploma", width: float = 200.0) -> list[Mark]:
    page = Page(file="zip/a.pdf", number=1, width=width, height=width / 2, source="text")
    dossier = Dossier(id="d", path="d", files=(), pages=(page,))
    fact = Fact(name="person_name", value=value, text=value, page=1, bbox=box)
    document = Document(
        id="d01",
        file="zip/a.pdf",
        pages=(1, 1),
        type=kind,  # type: ignore[arg-type]
        confidence=1.0,
        source="text",
        sha256="",
        facts=(fact,),
    )
    return list(compare(TRUTH, dossier, [document]))


def of(marks: list[Mark], kind: str) -> list[bool]:
    return [m.right for m in marks if m.kind == kind]


def test_spaces_widths_and_dots_do_not_count() -> None:
    assert normal("扎西•顿 珠") == normal("扎西·顿珠")
    assert normal("ＡＢ１２") == normal("ab12")
    assert normal("《论文》") == normal("论文")


def test_a_right_value_in_the_right_place_is_right() -> None:
    marks = read("扎西·顿珠", Box(10, 11, 60, 21))
    assert of(marks, "type") == of(marks, "fact") == of(marks, "box") == of(marks, "cut") == [True]


def test_a_box_elsewhere_or_far_too_large_is_wrong() -> None:
    assert of(read("扎西·顿珠", Box(100, 50, 150, 60)), "box") == [False]
    assert of(read("扎西·顿珠", Box(0, 0, 200, 100)), "box") == [False]


def test_boxes_are_compared_on_pages_of_the_same_size() -> None:
    assert of(read("扎西·顿珠", Box(20, 22, 120, 42), width=400.0), "box") == [True]


def test_another_value_is_a_miss_and_a_wrong_value() -> None:
    marks = read("扎西", Box(10, 11, 60, 21), kind="degree_certificate")
    assert of(marks, "type") == of(marks, "fact") == of(marks, "wrong-value") == [False]


def test_planted_faults_must_be_found_in_their_file_and_look_alikes_left_alone() -> None:
    def found(code: str, file: str) -> Finding:
        return Finding(code=code, severity="suspect", message="", evidence=(Evidence(file=file),))

    right = list(planted(TRUTH, [found("numbers.isbn", "a.pdf")]))
    assert of(right, "planted") == [True] and of(right, "innocent") == [True]
    wrong = list(planted(TRUTH, [found("numbers.isbn", "b.pdf"), found("numbers.doi", "a.pdf")]))
    assert of(wrong, "planted") == [False] and of(wrong, "innocent") == [False]

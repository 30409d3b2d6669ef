"""The applicant's own row of a table of members."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.members import placed
from extractors.records import Document, Fact
from extractors.types.project_proof import EXTRACTOR as PROJECT
from tests.checks.builders import document
from tests.extractors.pages import gridded

TABLE = gridded(
    [60, 60, 200, 120],
    [
        ["排序", "姓名", "工作单位", "分工"],
        ["1", "马勇", "云山水利设计院", "项目负责人"],
        ["2", "沈静", "云山水利设计院", "现场实施"],
        ["3", "和志强", "云山水利设计院", "资料整理"],
    ],
    above=[(200, 60, "科技项目验收证书", 22.0), (60, 84, "项目名称：山区小型水库渗流监测技术研究")],
)


def proof(facts: Sequence[Fact]) -> Document:
    made = document("project_proof", {})
    return Document(
        id="d02", file="b.pdf", pages=(1, 1), type=made.type, confidence=1.0, source="text", sha256="0" * 64,
        facts=tuple(facts),
    )  # fmt: skip


def own(name: str) -> tuple[str, str]:
    _, found = placed([document("identity_card", {"person_name": name}), proof(PROJECT.facts([TABLE]))])
    return found.value("person_name"), found.value("rank")


def test_a_members_row_gives_name_and_rank() -> None:
    assert own("和志强") == ("和志强", "3")
    assert own("马勇") == ("马勇", "1")


def test_a_rank_that_the_paper_prints_is_not_given_twice() -> None:
    printed = document("project_proof", {"rank": "2"}).facts
    _, found = placed(
        [document("identity_card", {"person_name": "和志强"}), proof([*PROJECT.facts([TABLE]), *printed])]
    )
    assert found.value("person_name") == "和志强"
    assert [f.value for f in found.all("rank")] == ["2"]


def test_a_table_without_the_applicant_is_about_nobody() -> None:
    assert own("段丽萍") == ("", "")


def test_a_paper_that_names_its_person_is_left_alone() -> None:
    named = document("project_proof", {"person_name": "沈静", "rank": "2"})
    assert placed([document("identity_card", {"person_name": "马勇"}), named])[1] == named


def test_a_dossier_without_names_changes_nothing() -> None:
    untouched = proof(PROJECT.facts([TABLE]))
    assert placed([untouched]) == (untouched,)

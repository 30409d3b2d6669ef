"""publication.acceptance-only: a paper for which the dossier holds only the letter of acceptance."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, place
from checks.consistency.matching import match_all
from checks.publication.works import PRINTED
from checks.records import Coverage, Finding
from checks.wording import contained, likeness, same_journal
from extractors.records import Document

INFO = CheckInfo(
    code="publication.acceptance-only",
    title="论文仅有录用通知",
    severity="missing",
    kind="deterministic",
    rationale="录用通知不等于已刊出；未见同题论文首页、目录的，请补交刊出材料，系列标准认可录用的由评委会办事机构认定。",
    innocent=("论文已刊出而漏交", "所在系列认可录用通知", "刊出时题名有改动"),
    verify="请申报人补交刊物封面、目录、版权页和论文全文，或向编辑部核实刊期",
    handbook=("F46",),
    weight=2,
)
SAME = 95.0  # likeness of titles; one author's titles often differ in their last words alone
RETITLED = 80.0  # enough where the journal is the same
LISTED = 95.0  # how well a title must stand on a contents page, among others like it


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    title = document.first("title")
    if title is None:
        yield cannot_tell(INFO, document, "未读到录用论文题名")
        return
    said = str(title.value)
    if any(_shows(d, document, said) for d in case.of_type(*PRINTED)):
        return
    if _is_beside_the_claims(case, said):
        message = f"论文“{said}”附有录用通知，申报表未列为申报成果"
        yield found(INFO, message, [place(document, title)], severity="notice", weight=1)
        return
    yield found(INFO, f"论文“{said}”仅附录用通知，未见已刊出的论文材料", [place(document, title)])


def _is_beside_the_claims(case: Case, title: str) -> bool:
    """Whether the form's papers were read, every one of them has its proof in print, and none is the accepted one."""
    claims = [m for m in match_all(case) if m.kind == "claimed_paper"]
    proved = all(m.proof is not None and not m.weak for m in claims)
    return bool(claims) and proved and all(likeness(str(m.fact.value), title) < RETITLED for m in claims)


def _shows(document: Document, letter: Document, title: str) -> bool:
    if document.type == "journal_pages":
        return contained(title, document.text) >= LISTED
    alike, journal = likeness(document.value("title"), title), document.value("journal")
    known = bool(journal and letter.value("journal")) and same_journal(journal, letter.value("journal"))
    return alike >= (RETITLED if known else SAME) or contained(title, document.text) >= LISTED


CHECK = Check(info=INFO, run=each(INFO, ("acceptance_letter",), look))

"""Finding the proof of each claimed row of the application form, and comparing the two line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from checks.base import Case, place
from checks.consistency.conflicts import Conflict, award, paper, project
from checks.consistency.patent_conflicts import patent
from checks.reading import plain
from checks.records import Claim, Evidence
from checks.spans import days_of
from checks.wording import contained, grade, likeness, plain_title
from corpus.codes import patent as patent_numbers
from extractors.records import Document, DocumentType, Fact

Row = Mapping[str, Fact]

FOUND = 82.0  # likeness of titles from which a document counts as the claim's proof; a few misread characters pass
LEAST = 4  # characters of an honour's name by which its certificate is known
STANDS = 88.0  # how well a claimed title must stand inside a document's text to count as shown there
# Papers in which the applicant or the employer repeats a claim, so that finding it there proves nothing.
REPEATING: tuple[DocumentType, ...] = ("application_form", "work_summary", "employer_publicity", "integrity_pledge")
_SIGNED = re.compile(r"(?:签字|签名|签章|盖章|公章)[)）]?[:：]|^(?:无|暂无|/|-+|—+|略|填表说明.*)$")
_HEADING = re.compile(
    r"(?:[(（]?[一二三四五六七八九十]+[)）]?[、.．]?)?"
    r"(?:任现职以来|任现职后|近五年|本人|主持|承担|参与|参加|完成|取得|获得|授权|代表性|代表作|主要|发表|出版|公开|撰写|科研|教研|教学|学术"
    r"|课题|项目|论文|论著|著作|获奖|奖励|荣誉|称号|表彰|专利|软件著作权|知识产权|成果|业绩|工作|其他|情况|及|或|和|与|、|的|[(（]|[)）])+"
)


_NEXT = re.compile(r"[(（]?[一二三四五六七八九十]+[)）]?[、.．](.+)$")


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of claim is proved: by which documents, by which of their facts, compared how."""

    name: str
    proofs: tuple[DocumentType, ...]
    titles: tuple[str, ...]
    compare: Callable[[Case, Row, Document], Iterable[Conflict]]
    weak: tuple[DocumentType, ...] = ()  # documents that show the thing, but not that it came about


KINDS = (
    Kind("claimed_award", ("award_certificate", "commendation"), ("award_name", "project_name", "title"), award),
    Kind("claimed_paper", ("paper", "journal_pages", "book_pages"), ("title",), paper, ("acceptance_letter",)),
    Kind("claimed_project", ("project_proof", "merit_proof"), ("project_name",), project),
    Kind(
        "claimed_patent",
        ("patent_certificate", "software_copyright"),
        ("patent_name", "software_name"),
        patent,
        ("patent_application",),
    ),
)


@dataclass(frozen=True, slots=True)
class Match:
    """A claimed row with its proof, None when there is none, and what speaks against it."""

    kind: str
    row: Row
    fact: Fact
    form: Document
    proof: Document | None
    conflicts: tuple[Conflict, ...]
    weak: bool = False

    @property
    def certain(self) -> tuple[Conflict, ...]:
        """The conflicts whose readings are confirmed on both sides."""
        return tuple(c for c in self.conflicts if c.sure)

    @property
    def claim(self) -> Claim:
        outcome = "contradicted" if self.certain else "unsupported" if self.proof is None or self.weak else "proved"
        evidence = [place(self.form, self.fact)]
        if self.proof is not None:
            evidence.append(title_place(self.proof))
        return Claim(
            name=self.kind,
            item=self.fact.item,
            value=self.fact.value,
            outcome=outcome,  # type: ignore[arg-type]
            evidence=tuple(evidence),
            explanation=self._explained(),
        )

    def _explained(self) -> str:
        if self.proof is None:
            return "材料中未见相应证明"
        if self.certain:
            return "；".join(c.text for c in self.certain)
        if self.weak:
            return "仅有录用通知或受理、公布文件，不足以证明已刊出或已授权"
        doubts = "；".join(c.text for c in self.conflicts)
        return f"已有相应证明；{doubts}，但识读把握不足，请人工核对" if doubts else "题名等主要信息与证明材料相符"


def match_all(case: Case) -> tuple[Match, ...]:
    """Every claimed row of every application form, kind by kind in the form's order."""
    return tuple(
        match for form in case.of_type("application_form") for kind in KINDS for match in _of_kind(case, form, kind)
    )


def title_place(document: Document) -> Evidence:
    """Where a proof names what it proves; its first page when no title was read."""
    for name in ("title", "award_name", "project_name", "patent_name", "software_name"):
        if fact := document.first(name):
            return place(document, fact)
    return Evidence(document=document.id, file=document.file, page=document.pages[0])


def _of_kind(case: Case, form: Document, kind: Kind) -> list[Match]:
    rows = [(row, row[kind.name]) for row in form.rows().values() if kind.name in row and _is_claim(row[kind.name])]
    given = _assigned(rows, case.of_type(*kind.proofs), kind)
    left = [number for number in range(len(rows)) if number not in given]
    weak = _assigned([rows[number] for number in left], case.of_type(*kind.weak), kind)
    given |= {left[place]: document for place, document in weak.items()}
    return [_match(case, form, kind, row, fact, given.get(number)) for number, (row, fact) in enumerate(rows)]


def _is_claim(fact: Fact) -> bool:
    """Below an empty table stands the form's own print: the next table's heading, the line for signing, or 无."""
    value = plain(str(fact.value))
    return bool(value) and not _SIGNED.search(value) and not _HEADING.fullmatch(value)


def _title(fact: Fact) -> str:
    """The claimed title without the next table's heading, where the form's last row was read together with it."""
    value = str(fact.value)
    match = _NEXT.search(value)
    return value[: match.start()] if match and match.start() >= 4 and _HEADING.fullmatch(plain(match[1])) else value


def _match(case: Case, form: Document, kind: Kind, row: Row, fact: Fact, proof: Document | None) -> Match:
    if proof is None:
        return Match(kind.name, row, fact, form, _standing_in(case, fact), ())
    return Match(kind.name, row, fact, form, proof, tuple(kind.compare(case, row, proof)), proof.type in kind.weak)


def _assigned(rows: Sequence[tuple[Row, Fact]], documents: Sequence[Document], kind: Kind) -> dict[int, Document]:
    """Rows to documents, best likeness first, each document once unless it lists several things; of two that are as
    like the one of the kind's earlier type: a paper's first page before the contents of its journal."""
    types = (*kind.proofs, *kind.weak)
    scores = [
        (score, -number, -types.index(document.type), -position)
        for number, (row, fact) in enumerate(rows)
        for position, document in enumerate(documents)
        if (score := _score(row, fact, document, kind)) >= FOUND
    ]
    given: dict[int, Document] = {}
    used: set[int] = set()
    for *_, number, _, position in sorted(scores, reverse=True):
        document = documents[-position]
        if -number in given or (-position in used and document.type not in ("commendation", "merit_proof")):
            continue
        given[-number] = document
        used.add(-position)
    return given


def _score(row: Row, fact: Fact, document: Document, kind: Kind) -> float:
    """Likeness of titles, with a little more where date and grade agree, so that twins find their own proof."""
    claimed = _title(fact)
    if kind.name == "claimed_patent" and (numbers := _patent_numbers(row)):
        own = patent_numbers.parse(document.value("patent_number") or document.value("application_number"))
        return 110.0 if own and any(own.digits == n for n in numbers) else _titles(claimed, document, kind)
    score = _titles(claimed, document, kind)
    dates = [d for name in ("issue_date", "grant_date", "year") if (d := days_of(document.first(name)))]
    dated = next((days_of(f) for n, f in row.items() if n.endswith("_date")), None)
    timely = bool(dated) and any(dated.meets(d) for d in dates if dated)
    stated = grade(claimed)
    graded = bool(stated) and stated == grade(document.value("award_grade") or document.value("award_name"))
    unnamed = kind.name == "claimed_award" and not document.value("award_name")
    if score < FOUND and unnamed and timely and graded:
        return FOUND  # its name was not read, all else agrees
    undated = not dates or dated is None
    if score < FOUND and kind.name == "claimed_award" and (timely or undated) and _is_named(claimed, document):
        return FOUND
    return score + (4 if timely else 0) + (3 if graded else 0) if score else 0.0


_AROUND = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,12}?(?:自治[州县]|[省市州县区]))?(?:(?:19|20)\d\d年?度?|年度)?(?:第[一二三四五六七八九十百\d]+[届次])?"
    r"|(?:荣誉称号|称号|评选活动|评选|奖项?|(?:特等|[一二三四]等|优秀|金|银|铜)奖)+$|[“”\"‘’《》]"
)


def _is_named(claimed: str, document: Document) -> bool:
    """Whether the text of a certificate has what the claim names, place, year, grade and words around it aside."""
    core = _AROUND.sub("", plain_title(claimed))
    return len(core) >= LEAST and core in plain_title(document.text)


def _titles(claimed: str, document: Document, kind: Kind) -> float:
    """How like a proof's titles the claimed one is, with the note behind it or without."""
    names = _with_and_without_note(claimed, LEAST) or [claimed]
    return max(_likest(name, document, kind) for name in names)


def _likest(claimed: str, document: Document, kind: Kind) -> float:
    best = 0.0
    for name in kind.titles:
        title = document.value(name)
        if not title:
            continue
        best = max(best, likeness(claimed, title), contained(title, claimed))
        if name == "award_name":
            graded = title + document.value("award_grade")
            best = max(best, likeness(claimed, graded), contained(claimed, graded), contained(claimed, title))
    return best


_NOTE = re.compile(r"[（(][^（）()]{2,40}[)）]$")  # who funds a project, which work won


def _with_and_without_note(claimed: str, least: int) -> list[str]:
    """``claimed`` as it stands and without the note behind it, those of at least so many characters."""
    return [name for name in dict.fromkeys((claimed, _NOTE.sub("", claimed))) if len(plain_title(name)) >= least]


def _standing_in(case: Case, fact: Fact) -> Document | None:
    """A document of any other type whose text shows the claimed title, for proofs filed under another kind."""
    claimed = _title(fact)
    names = _with_and_without_note(claimed, 8)
    shown = [
        (score, -position)
        for position, document in enumerate(case.documents if names else ())
        if document.type not in REPEATING and (score := max(contained(name, document.text) for name in names)) >= STANDS
    ]
    return case.documents[-max(shown)[1]] if shown else None


def _patent_numbers(row: Row) -> list[str]:
    """The digits of the patent numbers that a row gives, in its title or in a cell of their own."""
    own = row.get("claimed_patent_number")
    texts = [m.group() for m in patent_numbers.ANYWHERE.finditer(str(row["claimed_patent"].value))]
    found = (patent_numbers.parse(plain(text)) for text in [*texts, *([str(own.value)] if own else [])])
    return [number.digits for number in found if number]

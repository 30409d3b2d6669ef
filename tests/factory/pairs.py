"""Several dossiers with something between them: planted faults of the ``cross.`` family and innocent joint work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.factory.dossier import Draft, Options, draft, finish
from tests.factory.plan import Item
from tests.factory.prose import work as prose
from tests.factory.truth import Truth


@dataclass(frozen=True)
class Pair:
    """A way of tying the second dossier to the first."""

    code: str
    tie: Callable[[Draft, Draft], str]
    innocent: bool = False

    @property
    def name(self) -> str:
        return self.tie.__name__


def same_diploma_number(first: Draft, second: Draft) -> str:
    number = first.one("diploma").content["certificate_number"]
    for item in second.items:
        if item.type in ("diploma", "credential_report"):
            item.content["certificate_number"] = number
    return f"diploma number {number}"


def same_training_number(first: Draft, second: Draft) -> str:
    """Numbers of one body that follow on one another."""
    number = str(first.one("continuing_education").content["certificate_number"])
    second.one("continuing_education").content["certificate_number"] = (
        f"{number[:-2]}{(int(number[-2:]) + 1) % 100:02d}"
    )
    return "consecutive numbers"


def same_paper_two_first_authors(first: Draft, second: Draft) -> str:
    """Each claims to be first author of the same paper, and each copy says so."""
    mine = first.of("paper")[0]
    theirs = second.of("paper")[0]
    old = str(theirs.content["title"])
    theirs.content.update({k: v for k, v in mine.content.items() if k != "authors"})
    theirs.content["authors"] = (second.life.name, *list(mine.content["authors"])[1:])
    _reclaim(second, old, theirs, "1")
    return str(mine.content["title"])


def joint_paper(first: Draft, second: Draft) -> str:
    """One paper by both, claimed in its order."""
    mine, theirs = first.of("paper")[0], second.of("paper")[0]
    old = str(theirs.content["title"])
    mine.content["authors"] = (first.life.name, second.life.name)
    theirs.content.update(mine.content)
    _reclaim(second, old, theirs, "2")
    for row in first.one("application_form").content["_papers"]:
        if row["claimed_paper"] == mine.content["title"]:
            row["claimed_author_rank"] = "1"
    return str(mine.content["title"])


def _reclaim(work: Draft, old: str, item: Item, rank: str) -> None:
    for row in work.one("application_form").content["_papers"]:
        if row["claimed_paper"] == old:
            row.update(
                claimed_paper=item.content["title"],
                claimed_journal=item.content["journal"],
                claimed_paper_date=f"{item.content['year']}-{item.content['month']}",
                claimed_author_rank=rank,
            )


def same_rank_of_one_award(first: Draft, second: Draft) -> str:
    """Both are first of the same award."""
    mine, theirs = first.of("award_certificate")[0], second.of("award_certificate")[0]
    old = f"{theirs.content['award_name']}{theirs.content['award_grade']}"
    for key in ("award_name", "award_grade", "award_level", "project_name", "issuer", "issue_date"):
        theirs.content[key] = mine.content[key]
    for work, item, before in (
        (first, mine, f"{mine.content['award_name']}{mine.content['award_grade']}"),
        (second, theirs, old),
    ):
        item.content["rank"] = "1"
        item.content["_people"] = [work.life.name, *work.life.colleagues[:2]]
        for row in work.one("application_form").content["_awards"]:
            if row["claimed_award"] == before:
                row.update(
                    claimed_award=f"{item.content['award_name']}{item.content['award_grade']}",
                    claimed_award_date=str(item.content["issue_date"])[:7],
                    claimed_award_rank="1",
                )
    return str(mine.content["project_name"])


def copied_summary(first: Draft, second: Draft) -> str:
    """The second summary holds long passages of the first."""
    passages = [prose(first.rng, ["本职业务"], 220) for _ in range(3)]
    for one in (first, second):
        one.one("work_summary").content["_passages"] = passages
    return "three passages of the work summary"


PAIRS = (
    Pair("cross.shared-certificate-number", same_diploma_number),
    Pair("cross.shared-certificate-number", same_training_number, innocent=True),
    Pair("cross.shared-paper", same_paper_two_first_authors),
    Pair("cross.shared-paper", joint_paper, innocent=True),
    Pair("cross.rank-conflict", same_rank_of_one_award),
    Pair("cross.shared-text", copied_summary),
)


def make_pair(
    pair: Pair, seed: int | str, root: Path, *, held_out: bool = False, carrier: str = "digital"
) -> tuple[Truth, Truth]:
    """Writes two dossiers, ``a`` and ``b``, under ``root``."""
    options = Options(seed=f"{seed}-a", carrier=carrier, held_out=held_out, trade="engineering")
    first, second = draft(options), draft(replace(options, seed=f"{seed}-b"))
    pair.tie(first, second)
    return finish(first, root / "a"), finish(second, root / "b")

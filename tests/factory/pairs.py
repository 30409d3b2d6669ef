"""Several dossiers with something between them: planted faults of the ``cross.`` family and innocent joint work."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

from tests.factory import scans
from tests.factory.dossier import Draft, Options, draft, finish
from tests.factory.fonts import FACES
from tests.factory.plan import Item
from tests.factory.prose import work as prose
from tests.factory.truth import Truth

ENOUGH = (
    "application_form", "identity_card", "diploma", "credential_report", "title_certificate", "continuing_education",
    "service_proof", "paper", "award_certificate", "patent_certificate", "work_summary",
)  # fmt: skip


@dataclass(frozen=True)
class Pair:
    """A way of tying the second dossier to the first. ``after`` changes finished files: both folders, both truths."""

    code: str
    tie: Callable[[Draft, Draft], str]
    innocent: bool = False
    after: Callable[[Path, Path, Truth, Truth], None] | None = None

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
        _reclaim_award(work, item, before, "1")
    return str(mine.content["project_name"])


def copied_summary(first: Draft, second: Draft) -> str:
    """The second summary holds long passages of the first."""
    passages = [prose(first.rng, ["本职业务"], 220) for _ in range(3)]
    for one in (first, second):
        one.one("work_summary").content["_passages"] = passages
    return "three passages of the work summary"


def shared_unit_paragraph(first: Draft, second: Draft) -> str:
    """Both summaries open with the unit's own description, as the unit's template asks."""
    text = f"{first.life.employer}承担辖区内相关技术服务、质量管理和人才培养工作，设有综合科、业务科和质量科三个科室。"
    for one in (first, second):
        one.one("work_summary").content["_passages"] = [text]
    return "one sentence about the unit"


def one_award_two_ranks(first: Draft, second: Draft) -> str:
    """Both won one award, one as first and one as third."""
    mine, theirs = first.of("award_certificate")[0], second.of("award_certificate")[0]
    old = f"{theirs.content['award_name']}{theirs.content['award_grade']}"
    before = f"{mine.content['award_name']}{mine.content['award_grade']}"
    for key in ("award_name", "award_grade", "award_level", "project_name", "issuer", "issue_date"):
        theirs.content[key] = mine.content[key]
    people = [first.life.name, first.life.colleagues[0], second.life.name]
    for work, item, name, rank in ((first, mine, before, "1"), (second, theirs, old, "3")):
        item.content.update(rank=rank, _people=people)
        stem = str(item.content["certificate_number"]).rpartition("-R")[0] or str(item.content["certificate_number"])
        item.content["certificate_number"] = f"{stem}-R{int(rank):02d}"
        _reclaim_award(work, item, name, rank)
    return str(mine.content["project_name"])


def _reclaim_award(work: Draft, item: Item, old: str, rank: str) -> None:
    for row in work.one("application_form").content["_awards"]:
        if row["claimed_award"] == old:
            row.update(
                claimed_award=f"{item.content['award_name']}{item.content['award_grade']}",
                claimed_award_date=str(item.content["issue_date"])[:7],
                claimed_award_rank=rank,
            )


def same_scan_other_name(first: Draft, second: Draft) -> str:
    """The second dossier's title certificate is the first one's scan with another name and number pasted in."""
    mine, theirs = first.one("title_certificate"), second.one("title_certificate")
    kept = {k: theirs.content[k] for k in ("person_name", "id_number")}
    theirs.content.clear()
    theirs.content.update(mine.content | kept)
    for item in (mine, theirs):
        item.tags.update(carrier="scan", kind="jpg", scan=scans.Scan(dpi=200, noise=3, quality=85))
    mine.tags["lot"] = theirs.tags["lot"] = f"{first.options.seed}:one-scan"
    return "one scan of a title certificate, two names"


def _pasted(first: Path, second: Path, one: Truth, other: Truth) -> None:
    """The first scan over the second one's file, with the second person's values written over the first one's."""
    mine, theirs = (next(d for d in t.documents if d.type == "title_certificate") for t in (one, other))
    image = Image.open(first / mine.file).convert("RGB")
    size = next(s for s in one.sizes if s.file == mine.file)
    scale = image.width / size.width
    pen = ImageDraw.Draw(image)
    values = {f.name: f.text for f in theirs.facts}
    for fact in mine.facts:
        if fact.name in ("person_name", "id_number") and fact.bbox is not None:
            box = fact.bbox.padded(1.5)
            area = tuple(v * scale for v in (box.x0, box.y0, box.x1, box.y1))
            pen.rectangle(area, fill=image.getpixel((int(area[0]), int(area[1]))))
            face = ImageFont.truetype(str(FACES["uming"].file), round(fact.bbox.height * scale * 0.9))
            pen.text((area[0], area[1]), values[fact.name], fill=(30, 30, 30), font=face)
    target = io.BytesIO()
    image.save(target, "JPEG", quality=88, dpi=(200, 200))
    (second / theirs.file).write_bytes(target.getvalue())


def same_form_of_certificate(first: Draft, second: Draft) -> str:
    """Training certificates of one body: the same print, two people, two scans."""
    mine, theirs = first.one("continuing_education"), second.one("continuing_education")
    theirs.content.update({k: mine.content[k] for k in ("issuer", "issue_date", "_courses", "_rows")})
    for work, item in ((first, mine), (second, theirs)):
        scan = scans.flatbed(Random(f"form:{work.options.seed}"))
        item.tags.update(carrier="scan", kind="jpg", scan=scan, lot=f"{first.options.seed}:one-form")
    return "one form of training certificate"


PAIRS = (
    Pair("cross.shared-certificate-number", same_diploma_number),
    Pair("cross.shared-certificate-number", same_training_number, innocent=True),
    Pair("cross.shared-paper", same_paper_two_first_authors),
    Pair("cross.shared-paper", joint_paper, innocent=True),
    Pair("cross.rank-conflict", same_rank_of_one_award),
    Pair("cross.rank-conflict", one_award_two_ranks, innocent=True),
    Pair("cross.shared-text", copied_summary),
    Pair("cross.shared-text", shared_unit_paragraph, innocent=True),
    Pair("cross.shared-image", same_scan_other_name, after=_pasted),
    Pair("cross.shared-image", same_form_of_certificate, innocent=True),
)


def make_pair(
    ties: Sequence[Pair], seed: int | str, root: Path, *, held_out: bool = False, carrier: str = "digital"
) -> dict[str, str]:
    """Writes two dossiers, ``a`` and ``b``, under ``root``, tied in every given way. Returns what each tie did."""
    options = Options(seed=f"{seed}-a", carrier=carrier, held_out=held_out, trade="engineering", only=ENOUGH)
    first, second = draft(options), draft(replace(options, seed=f"{seed}-b"))
    done = {tie.name: tie.tie(first, second) for tie in ties}
    one, other = finish(first, root / "a"), finish(second, root / "b")
    for tie in ties:
        if tie.after is not None:
            tie.after(root / "a", root / "b", one, other)
    return done

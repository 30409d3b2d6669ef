"""cross.shared-paper: one paper that several applicants claim in ways that cannot all be true (handbook 7.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec
from rapidfuzz import fuzz

from checks import names
from checks.base import CheckInfo
from checks.cross.imprint import Imprint, Place
from checks.cross.pairs import Said, both, same_person
from checks.cross.rank import is_shared, rank_number
from checks.cross.similarity import plain

INFO = CheckInfo(
    code="cross.shared-paper",
    title="同一论文在不同申报材料中的署名冲突",
    severity="suspect",
    kind="deterministic",
    rationale="同一论文可由多名作者分别申报，但作者名单应一致、位次应各不相同；名单或位次冲突时须核对原刊。",
    innocent=("共同第一作者或通讯作者", "期刊更正过署名", "识别误差", "同题异文"),
    verify="查阅期刊原件或官方网站、数据库所载作者名单及位次",
    handbook=("F42", "F43"),
    weight=4,
)
_ALIKE = 92  # per cent of like characters between titles read by different roads


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier's say on a paper: the authors its copy prints, the place claimed or printed for the applicant."""

    imprint: Imprint
    title: str
    place: Place
    doi: str = ""
    journal: str = ""
    year: str = ""
    issue: str = ""
    authors: tuple[str, ...] = ()
    rank: int = 0
    shared_rank: bool = False


def compared(imprints: Sequence[Imprint], fresh: frozenset[str] | None = None) -> Iterator[Said]:
    """The findings for every two dossiers with one paper; only with one of ``fresh`` when that is given."""
    blocks: dict[str, list[Holding]] = {}
    for imprint in imprints:
        for holding in _holdings(imprint):
            for block_key in {holding.title[:5], "…" + holding.title[-5:], holding.doi} - {""}:
                blocks.setdefault(block_key, []).append(holding)
    seen: set[tuple[str, str, str]] = set()
    for block in blocks.values():
        for one, other in combinations(block, 2):
            key = (one.imprint.dossier, other.imprint.dossier, one.title)
            known = fresh is None or one.imprint.dossier in fresh or other.imprint.dossier in fresh
            if known and key not in seen and _one_paper(one, other) and (conflict := _conflict(one, other)):
                seen.add(key)
                yield from both(
                    INFO,
                    (one.imprint, one.place),
                    (other.imprint, other.place),
                    f"论文《{one.place.text}》亦见于{{other}}，{conflict}，待核实",
                )


def _holdings(imprint: Imprint) -> Iterator[Holding]:
    """The applicant's papers: the copy where there is one, with the place claimed for it, else the claim alone."""
    claims = [c for c in imprint.claims if c.kind == "paper"]
    used = set()
    for entry in imprint.entries:
        if entry.type not in ("paper", "acceptance_letter") or "title" not in entry.facts:
            continue  # a page of contents lists other people's papers
        title = plain(entry.facts["title"][0])
        authors = entry.facts.get("authors", ())
        claim = next((c for c in claims if fuzz.ratio(plain(c.place.text), title) >= _ALIKE), None)
        said = claim.values.get("claimed_author_rank", "") if claim else ""
        used.add(claim.place if claim else None)
        yield Holding(
            imprint=imprint,
            title=title,
            place=entry.fact_places["title"],
            doi=entry.facts.get("doi", ("",))[0].lower(),
            journal=plain(entry.facts.get("journal", ("",))[0]),
            year=entry.facts.get("year", ("",))[0][:4],
            issue=entry.facts.get("issue", ("",))[0].lstrip("0"),
            authors=authors,
            rank=rank_number(said) or names.among(imprint.person, authors),
            shared_rank=is_shared(said) or is_shared(entry.text[:3000]),
        )
    for claim in claims:
        if claim.place not in used:
            said = claim.values.get("claimed_author_rank", "")
            yield Holding(
                imprint=imprint,
                title=plain(claim.place.text),
                place=claim.place,
                journal=plain(claim.values.get("claimed_journal", "")),
                year=claim.values.get("claimed_paper_date", "")[:4],
                rank=rank_number(said),
                shared_rank=is_shared(said),
            )


def _one_paper(one: Holding, other: Holding) -> bool:
    if same_person(one.imprint, other.imprint):
        return False
    if one.doi and one.doi == other.doi:
        return True
    if min(len(one.title), len(other.title)) < 6 or fuzz.ratio(one.title, other.title) < _ALIKE:
        return False
    return _one_issue(one, other)


def _one_issue(one: Holding, other: Holding) -> bool:
    """No word against their having appeared in one place: two papers of one title in two journals are two papers."""
    if one.journal and other.journal and fuzz.partial_ratio(one.journal, other.journal) < _ALIKE:
        return False
    pairs = ((one.doi, other.doi), (one.year, other.year), (one.issue, other.issue))
    return all(a == b for a, b in pairs if a and b)


def _conflict(one: Holding, other: Holding) -> str:
    """What cannot be true of both; "" for a paper written together."""
    if one.authors and other.authors and not _one_list(one.authors, other.authors):
        return f"而两处作者名单不一致（“{'、'.join(one.authors)}”／“{'、'.join(other.authors)}”）"
    if one.rank and one.rank == other.rank and not (one.shared_rank or other.shared_rank):
        return f"而两名申报人均以第{one.rank}作者申报"
    return ""


def _one_list(first: Sequence[str], second: Sequence[str]) -> bool:
    """Equal name by name as far as legible; a list cut short after its first names ("等") agrees."""
    pairs = list(zip(first, second, strict=False))
    return all(names.compare(a.rstrip("等"), b.rstrip("等")) != "different" for a, b in pairs)

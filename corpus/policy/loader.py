"""Finding, reading and resolving policy packs."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from corpus.policy.errors import Fault, PackError
from corpus.policy.lax import laxer
from corpus.policy.overrides import misplaced
from corpus.policy.records import Pack, Policy, Rule, Source
from corpus.policy.sound import unsound
from corpus.policy.typed import Tree

PACKS = Path(__file__).parents[1] / "packs"
LARGEST = 2_000_000  # bytes; the longest notice is a hundredth of that


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """A pack as read from its file, with the line of each entry."""

    pack: Pack
    path: Path
    bytes: bytes
    lines: tuple[int, ...]
    extends_line: int


def available() -> list[Pack]:
    """Every pack that comes with the product, by id; packs with faults are left out (``lint`` names them)."""
    packs = []
    for path in sorted(PACKS.glob("*.yaml")):
        try:
            packs.append(read(path).pack)
        except PackError:
            continue
    return packs


def load(id_or_path: str) -> Policy:
    """The policy of a pack's id, or of a pack file, with everything it extends.

    A pack named in ``extends`` is looked for beside the file first, then among the product's own. Raises PackError with
    every fault found in any of the files.
    """
    packs, faults = gather(id_or_path)
    if faults:
        raise PackError(tuple(sorted(set(faults))))
    return resolve(packs)


def gather(id_or_path: str) -> tuple[list[Read], list[Fault]]:
    """The pack and those it extends, nearest first, and every fault on the way."""
    top = locate(id_or_path)
    if top is None:
        known = ", ".join(p.stem for p in sorted(PACKS.glob("*.yaml")))
        return [], [Fault(id_or_path, 0, f"no such policy pack or file; known packs: {known}")]
    reads: dict[str, Read] = {}
    faults: list[Fault] = []
    order: list[str] = []
    _visit(top, (), reads, faults, order)
    found = [reads[id] for id in reversed(order)]
    if all(parent in reads for read in found for parent in read.pack.extends):
        faults += misplaced(found)
    return found, faults


def _visit(path: Path, trail: tuple[str, ...], reads: dict[str, Read], faults: list[Fault], order: list[str]) -> None:
    """Depth first; a pack is put after all that it extends, so that the reversed order runs from near to general."""
    try:
        found = read(path)
    except PackError as error:
        faults += error.faults
        return
    id = found.pack.id
    reads[id] = found
    for parent in reversed(found.pack.extends):
        if parent in (*trail, id):
            circle = " → ".join((*trail, id, parent))
            faults.append(Fault(str(path), found.extends_line, f"extends: goes round in a circle: {circle}"))
        elif parent not in reads:
            beside = locate(parent, path.parent)
            if beside is None:
                faults.append(Fault(str(path), found.extends_line, f"extends: no such pack {parent!r}"))
            else:
                _visit(beside, (*trail, id), reads, faults, order)
    order.append(id)


def locate(id_or_path: str, folder: Path | None = None) -> Path | None:
    """The file of a pack's id or path, None when there is none."""
    candidates = [Path(id_or_path)] if id_or_path.endswith((".yaml", ".yml")) else []
    if folder is not None:
        candidates.append(folder / f"{id_or_path}.yaml")
    candidates.append(PACKS / f"{id_or_path}.yaml")
    return next((path for path in candidates if path.is_file()), None)


def read(path: Path) -> Read:
    """One pack file by itself. Raises PackError with all its faults."""
    name = str(path)
    try:
        raw = path.read_bytes()
        if len(raw) > LARGEST:
            raise PackError((Fault(name, 0, f"larger than {LARGEST} bytes; this is no policy pack"),))
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise PackError((Fault(name, 0, f"cannot be read: {error.strerror}"),)) from error
    except UnicodeDecodeError as error:
        raise PackError((Fault(name, 0, f"is not UTF-8 text (byte {error.start})"),)) from error
    tree = Tree(name)
    pack = tree.read(text, Pack)
    if pack is not None:
        tree.faults += unsound(pack, tree)
    if pack is None or tree.faults:
        raise PackError(tuple(sorted(tree.faults)))
    lines = tuple(tree.line("entries", i) for i in range(len(pack.entries)))
    return Read(pack=pack, path=path, bytes=raw, lines=lines, extends_line=tree.line("extends"))


def resolve(reads: list[Read]) -> Policy:
    """The policy of packs given from near to general: for each entry id the nearest pack's entry stands."""
    top = reads[0].pack
    digest = hashlib.sha256()
    written: list[Rule] = []
    for item in reads:
        digest.update(hashlib.sha256(item.bytes).digest())
        for entry, line in zip(item.pack.entries, item.lines, strict=True):
            rule = Rule(
                entry=entry,
                pack=item.pack.id,
                source=item.pack.sources.get(entry.source, Source(title=entry.source)),
                sources=item.pack.sources,
                since=entry.since or item.pack.since,
                until=entry.until or item.pack.until,
                file=str(item.path),
                line=line,
            )
            written.append(rule)
    standing: dict[str, Rule] = {}
    for rule in written:
        standing.setdefault(rule.entry.id, rule)
    tiers = {item.pack.id: item.pack.tier for item in reads}
    return Policy(
        id=top.id,
        title=top.title,
        sha256=digest.hexdigest(),
        packs=tuple(item.pack for item in reads),
        rules=tuple(standing.values()),
        warnings=laxer(tuple(written), tiers),
    )

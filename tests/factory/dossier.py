"""A whole dossier: plan, faults, drawing, files, truth."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import msgspec
import pikepdf

from tests.factory import carriers, scans
from tests.factory.carriers import Bound
from tests.factory.defects.registry import CannotPlantError, Done, Planter
from tests.factory.drawing import Drawn, draw
from tests.factory.life import Life, live
from tests.factory.plan import Item, plan
from tests.factory.plan_extra import extras
from tests.factory.truth import PageSize, Planted, Truth, TruthDocument, TruthFact, TruthSeal

CARRIERS = ("digital", "scan", "rough", "phone", "mixed", "bundle-digital", "bundle-scan", "layers", "garbled")
NAMES = {
    "application_form": ("申报表", "评审表"), "identity_card": ("身份证", "身份证复印件"), "diploma": ("毕业证", "毕业证书"),
    "degree_certificate": ("学位证",), "title_certificate": ("职称证", "中级证书"), "appointment": ("聘书", "聘任文件"),
    "annual_appraisal": ("年度考核", "考核表"), "continuing_education": ("继续教育",), "paper": ("论文",),
    "award_certificate": ("获奖证书",), "patent_certificate": ("专利",), "service_proof": ("服务证明",),
    "credential_report": ("学历备案表",), "project_proof": ("项目证明",), "work_summary": ("工作总结",),
    "employer_publicity": ("单位公示",), "integrity_pledge": ("诚信承诺书",), "software_copyright": ("软著",),
    "licence": ("资格证",), "social_insurance": ("社保证明",), "employment_contract": ("合同",),
}  # fmt: skip


@dataclass(frozen=True)
class Options:
    """How a dossier is made. ``archive``: "", zip or gbk-zip; ``only``: types to keep; ``everything``: one of each type."""

    seed: int | str
    carrier: str = "mixed"
    held_out: bool = False
    archive: str = ""
    only: tuple[str, ...] = ()
    everything: bool = False
    trade: str = ""
    defects: tuple[str, ...] = ()
    innocents: tuple[str, ...] = ()
    dpi: int = 200  # of scans that planters make


@dataclass
class Draft:
    """A dossier in the making; planters change items before drawing and files after."""

    options: Options
    life: Life
    items: list[Item]
    rng: Random
    planted: list[Planted] = field(default_factory=list)
    later: list[Planter] = field(default_factory=list)  # planters that wait for drawn documents or files
    done: list[tuple[Planter, Done]] = field(default_factory=list)
    naming: str = ""  # how files are named: numbered, named, plain, camera; "" leaves it to the lot
    touched: list[Piece] = field(default_factory=list)  # documents altered already; each planter takes another
    changed: list[Item] = field(default_factory=list)  # papers that planters have rewritten; each takes others
    rewritten: list[tuple[Item, object]] = field(default_factory=list)  # what of them: the paper, or the form's field

    def of(self, kind: str) -> list[Item]:
        return [item for item in self.items if item.type == kind]

    def one(self, kind: str) -> Item:
        """The paper of that type. Raises CannotPlantError when the dossier has none."""
        found = self.of(kind)
        if not found:
            raise CannotPlantError(f"no {kind}")
        return found[0]

    def free(self, *kinds: str) -> list[Item]:
        """Papers of these types that nobody has rewritten yet. Raises CannotPlantError when there is none."""
        busy = {id(item) for item in self.changed}
        found = [item for item in self.items if item.type in kinds and id(item) not in busy]
        if not found:
            raise CannotPlantError(f"no untouched {' or '.join(kinds)}")
        return found

    def pick(self, *kinds: str) -> Item:
        """One of ``free``, by lot."""
        item: Item = self.rng.choice(self.free(*kinds))
        return item


@dataclass
class Piece:
    """A drawn document with its file, before and after planters of the file stage."""

    drawn: Drawn
    bound: Bound
    id: str = ""
    file: str = ""
    first: int = 1

    @property
    def item(self) -> Item:
        return self.drawn.item


def draft(options: Options) -> Draft:
    life = live(options.seed, held_out=options.held_out, trade=options.trade)
    rng = Random(f"dossier:{options.seed}:{options.held_out}:{options.carrier}")
    items = plan(life, rng)
    if options.everything:
        present = {item.type for item in items}
        items += [item for item in extras(life, rng) if item.type not in present]
    if options.only:
        items = [item for item in items if item.type in options.only]
    return Draft(options, life, items, rng)


def make(options: Options, folder: Path) -> Truth:
    """Writes the dossier as ``folder`` (or ``folder``.zip) and returns what is known of it."""
    return finish(draft(options), folder)


def finish(work: Draft, folder: Path) -> Truth:
    """Plants, draws, binds and writes what ``work`` holds."""
    from tests.factory import planting

    planting.before(work)
    pieces = [_piece(work, item, index) for index, item in enumerate(work.items)]
    planting.after(work, pieces)
    files, sizes, separators = _files(work, pieces)
    planting.on_files(work, pieces, files)
    _write(files, folder, work.options.archive)
    return _truth(work, pieces, sizes, separators, folder.name)


def _piece(work: Draft, item: Item, index: int) -> Piece:
    rng = Random(f"{work.options.seed}:{work.options.held_out}:{work.options.carrier}:{item.type}:{index}")
    carrier = item.tags.get("carrier") or _carrier(work.options.carrier, rng)
    embeddable = carrier in ("digital", "garbled")
    lot = Random(item.tags["lot"]) if "lot" in item.tags else rng  # the same lot draws the same layout
    drawn = draw(item, lot, embeddable=embeddable, held_out=work.options.held_out)
    bound = _bind(carrier, drawn, rng, work.life.filed, work.options.carrier)
    return Piece(drawn, bound, f"t{index + 1:02d}")


def _carrier(name: str, rng: Random) -> str:
    if name == "mixed":
        return rng.choice(("digital", "digital", "scan", "scan", "phone", "rough"))
    if name == "layers":
        return rng.choice(("right", "lying"))
    return name.removeprefix("bundle-")


def _bind(carrier: str, drawn: Drawn, rng: Random, filed: str, whole: str) -> Bound:
    made = carriers.made_on(drawn, filed, rng)
    if carrier == "digital":
        return carriers.digital(drawn, rng, made)
    if carrier == "garbled":
        bound = carriers.digital(drawn, rng, made)
        return carriers.garbled_unicode(bound) if drawn.sheets[0].fonts.body != "STSong-Light" else bound
    kind = "pdf" if whole.startswith("bundle") or carrier in ("right", "lying") else drawn.item.tags.get("kind", "")
    layer = carrier if carrier in ("right", "lying") else ""
    return carriers.scanned(drawn, rng, made, _scan(carrier, drawn, rng), kind=kind, layer=layer)


SCANNERS = {"phone": scans.phone, "rough": scans.rough, "illegible": scans.illegible}


def _scan(carrier: str, drawn: Drawn, rng: Random) -> scans.Scan:
    wanted: scans.Scan | None = drawn.item.tags.get("scan")
    if wanted is not None:
        return wanted
    if carrier in ("right", "lying"):
        return scans.Scan(dpi=rng.choice((150, 200)), noise=2.0, quality=80)
    return SCANNERS.get(carrier, scans.flatbed)(rng)


Files = dict[str, bytes]


def _files(work: Draft, pieces: Sequence[Piece]) -> tuple[Files, list[PageSize], list[tuple[str, int]]]:
    if work.options.carrier.startswith("bundle"):
        return _bundle(work, pieces)
    files: Files = {}
    sizes: list[PageSize] = []
    style = work.naming or work.rng.choice(("numbered", "named", "plain", "camera"))
    for index, piece in enumerate(pieces, 1):
        piece.file = _name(style, index, piece, work.rng)
        files[piece.file] = piece.bound.data
        sizes += [_size(piece.file, n, leaf.width, leaf.height) for n, leaf in enumerate(piece.bound.leaves, 1)]
    return files, sizes, []


def _name(style: str, index: int, piece: Piece, rng: Random) -> str:
    label = rng.choice(NAMES.get(piece.item.type, ("材料",)))
    stem = {
        "numbered": f"{index:02d}",
        "named": f"{index:02d}_{label}",
        "plain": f"{label}{index}",
        "camera": f"IMG_2020{index:04d}" if piece.bound.suffix == ".jpg" else f"扫描{index:04d}",
    }[style]
    return stem + piece.bound.suffix


def _size(file: str, page: int, width: float, height: float) -> PageSize:
    return PageSize(file=file, page=page, width=round(width, 2), height=round(height, 2))


def _bundle(work: Draft, pieces: Sequence[Piece]) -> tuple[Files, list[PageSize], list[tuple[str, int]]]:
    """All documents in one PDF, a blank page here and there, sometimes a separator sheet."""
    name = work.rng.choice(("申报材料.pdf", "全套材料扫描件.pdf", "dossier.pdf"))
    merged = pikepdf.new()
    sizes: list[PageSize] = []
    separators: list[tuple[str, int]] = []
    for piece in pieces:
        if work.rng.random() < 0.1 and len(merged.pages):
            merged.add_blank_page(page_size=(595, 842))
            separators.append((name, len(merged.pages)))
            sizes.append(_size(name, len(merged.pages), 595, 842))
        piece.file, piece.first = name, len(merged.pages) + 1
        with pikepdf.open(io.BytesIO(piece.bound.data)) as part:
            merged.pages.extend(part.pages)
        for number, leaf in enumerate(piece.bound.leaves, piece.first):
            sizes.append(_size(name, number, leaf.width, leaf.height))
    merged.docinfo["/Producer"] = "KONICA MINOLTA bizhub C287"
    merged.docinfo["/CreationDate"] = f"D:{work.life.filed.replace('-', '')}090000+08'00'"
    target = io.BytesIO()
    merged.save(target, deterministic_id=True)
    return {name: target.getvalue()}, sizes, separators


class _GbkInfo(zipfile.ZipInfo):
    """A member named in GBK without the UTF-8 flag, as Windows tools write it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode("gbk"), self.flag_bits


def _write(files: Files, folder: Path, archive: str) -> None:
    if not archive:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            info = (_GbkInfo if archive == "gbk-zip" else zipfile.ZipInfo)(name, (2020, 9, 1, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)


def _truth(
    work: Draft, pieces: Sequence[Piece], sizes: list[PageSize], separators: list[tuple[str, int]], name: str
) -> Truth:
    life = work.life
    return Truth(
        id=name,
        seed=str(work.options.seed),
        held_out=work.options.held_out,
        carrier=work.options.carrier,
        trade=life.trade.key,
        applicant={
            "person_name": life.name,
            "id_number": life.id_number,
            "applied_title": life.applied_title,
            "employer": life.employer,
        },
        documents=tuple(_document(piece) for piece in pieces if piece.file),
        sizes=tuple(sizes),
        separators=tuple(separators),
        planted=tuple(work.planted),
        clean=not any(not p.innocent for p in work.planted),
    )


def _document(piece: Piece) -> TruthDocument:
    facts: list[TruthFact] = []
    seals: list[TruthSeal] = []
    signatures: list[tuple[str, int, bool]] = []
    for offset, (sheet, leaf) in enumerate(zip(piece.drawn.sheets, piece.bound.leaves, strict=True)):
        page = piece.first + offset
        for placed in sheet.placed:
            facts += [
                TruthFact(
                    name=n,
                    value=placed.field.value,
                    text=placed.field.text,
                    page=page,
                    bbox=leaf.place(placed.box),
                    item=placed.field.item,
                )
                for n in placed.field.name.split("|")
            ]
        seals += [TruthSeal(issuer=s.issuer, page=page, bbox=leaf.place(s.box)) for s in sheet.stamps]
        signatures += [(role, page, written) for role, _, written in sheet.signatures]
    return TruthDocument(
        id=piece.id,
        file=piece.file,
        pages=(piece.first, piece.first + len(piece.drawn.sheets) - 1),
        type=piece.item.type,
        layout=piece.drawn.layout,
        carrier=piece.bound.carrier,
        facts=tuple(facts),
        seals=tuple(seals),
        signatures=tuple(signatures),
    )


def write_truth(truth: Truth, path: Path) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(truth), indent=1))

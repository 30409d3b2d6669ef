"""Damaged, locked and odd files, and innocent ones that only look odd."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf

from tests.factory.defects.registry import CannotPlantError, Done, planter
from tests.factory.dossier import Draft, Files, Piece

SPARE = ("award_certificate", "paper", "work_summary", "project_proof", "patent_certificate")


def spare_file(work: Draft, pieces: Sequence[Piece], suffix: str = "") -> Piece:
    """A document in a file of its own whose loss breaks nothing else."""
    owners = [p for p in pieces if p.item.type in SPARE and p.file.endswith(suffix or p.bound.suffix)]
    alone = [p for p in owners if sum(q.file == p.file for q in pieces) == 1]
    alone = [p for p in alone if not any(p is q for q in work.touched) and not any(p.item is i for i in work.changed)]
    if not alone:
        raise CannotPlantError("no such file")
    piece = work.rng.choice(alone)
    work.touched.append(piece)
    return piece


@planter("completeness.unreadable-file", "files")
def truncated(work: Draft, pieces: Sequence[Piece], files: Files) -> Done:
    piece = spare_file(work, pieces)
    files[piece.file] = files[piece.file][: len(files[piece.file]) // 5]
    return Done(f"{piece.file} cut off", pieces=(piece,))


@planter("completeness.unreadable-file", "files")
def locked(work: Draft, pieces: Sequence[Piece], files: Files) -> Done:
    """A password is needed to open it."""
    piece = spare_file(work, pieces)
    name = piece.file.rsplit(".", 1)[0] + ".pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page()
    if piece.file.endswith(".pdf"):
        pdf = pikepdf.open(io.BytesIO(files[piece.file]))
    target = io.BytesIO()
    pdf.save(target, encryption=pikepdf.Encryption(owner="owner", user="secret", R=4), static_id=True)
    del files[piece.file]
    files[name] = target.getvalue()
    piece.file = name
    return Done(f"{name} locked", pieces=(piece,))


@planter("completeness.unreadable-file", "files")
def without_bytes(work: Draft, pieces: Sequence[Piece], files: Files) -> Done:
    piece = spare_file(work, pieces)
    files[piece.file] = b""
    return Done(f"{piece.file} empty", pieces=(piece,))


@planter("completeness.unreadable-file", "files", innocent=True)
def owner_password_only(work: Draft, pieces: Sequence[Piece], files: Files) -> Done:
    """Printing is restricted, reading is not."""
    piece = spare_file(work, pieces, ".pdf")
    target = io.BytesIO()
    pdf = pikepdf.open(io.BytesIO(files[piece.file]))
    limits = pikepdf.Permissions(extract=True, modify_other=False, print_highres=False)
    pdf.save(target, encryption=pikepdf.Encryption(owner="owner", user="", R=4, allow=limits), static_id=True)
    files[piece.file] = target.getvalue()
    return Done(f"{piece.file} restricted", pieces=(piece,))

"""Digital signatures whole and broken, and honest traces of offices that make, print and scan papers."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

import pikepdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.factory import carriers
from tests.factory.defects.alterable import alterable, field_of, other_text, redone
from tests.factory.defects.files import spare_file
from tests.factory.defects.pdf_edits import appended, inside, plain, retyped, stamped_on, without_turn
from tests.factory.defects.registry import CannotPlantError, Done, planter
from tests.factory.dossier import Draft, Files, Piece
from tests.factory.sheet import Text


@cache
def _identity() -> tuple[bytes, bytes]:
    """Key and self-signed certificate of an invented office, DER."""
    key = ec.derive_private_key(20200820, ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "云岭电子证照中心")])
    start = datetime(2015, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(20200820)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=36500))
        .sign(key, hashes.SHA256())
    )
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()), certificate.public_bytes(Encoding.DER)


def signed(data: bytes) -> bytes:
    """``data`` with an invisible signature over all of it. Signatures hold a time and a nonce: bytes differ each run."""
    from asn1crypto import keys
    from asn1crypto import x509 as asn1
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    key, certificate = _identity()
    signer = signers.SimpleSigner(
        signing_cert=asn1.Certificate.load(certificate),
        signing_key=keys.PrivateKeyInfo.load(key),
        cert_registry=SimpleCertificateStore(),
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    done = signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="Seal"), signer=signer)
    return done.getvalue()  # type: ignore[no-any-return]


def _signed_piece(work: Draft, pieces: Sequence[Piece]) -> Piece:
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    sheets = piece.drawn.sheets
    leaves = tuple(carriers.Leaf(s.width, s.height, carriers.same) for s in sheets)
    piece.bound = replace(piece.bound, data=signed(plain(without_turn(piece.bound.data))), leaves=leaves)
    return piece


@planter("forensics.signature-invalid", "piece")
def changed_after_signing(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A value exchanged in a revision after the signature."""
    piece = _signed_piece(work, pieces)
    placed, sheet = field_of(piece), piece.drawn.sheets[0]
    if placed is None:
        raise CannotPlantError("no value to exchange")
    new = other_text(placed.field.text, work.rng)
    paper = tuple(c / 255 for c in sheet.paper)
    draw = retyped(placed.box, sheet.height, new, placed.box.height * 0.98, paper, "uming")  # type: ignore[arg-type]
    base = piece.bound.data
    piece.bound = replace(piece.bound, data=appended(base, plain(stamped_on(base, draw))))
    return Done(f"signed, then {placed.field.name}: {placed.field.text} → {new}", pieces=(piece,))


@planter("forensics.signature-invalid", "piece")
def changed_inside_the_signature(work: Draft, pieces: Sequence[Piece]) -> Done:
    """Signed bytes themselves exchanged."""
    piece = _signed_piece(work, pieces)
    data = piece.bound.data
    place = data.index(b"/CreationDate (D:20") + len(b"/CreationDate (D:20")
    piece.bound = replace(piece.bound, data=data[:place] + b"11" + data[place + 2 :])
    return Done("signed bytes exchanged", pieces=(piece,))


@planter("forensics.signature-invalid", "piece", innocent=True)
def signed_by_the_issuer(work: Draft, pieces: Sequence[Piece]) -> Done:
    """A whole signature whose chain nobody can check without a network."""
    return Done("signed and unchanged", pieces=(_signed_piece(work, pieces),))


@planter("forensics.dates-implausible", "piece", innocent=True)
def saved_again_later(work: Draft, pieces: Sequence[Piece]) -> Done:
    """Made on one day, saved on the next in another time zone."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    pdf = pikepdf.open(io.BytesIO(piece.bound.data))
    pdf.docinfo["/CreationDate"] = "D:20200818013000+08'00'"
    pdf.docinfo["/ModDate"] = "D:20200817190500Z"
    piece.bound = replace(piece.bound, data=carriers._saved(pdf))
    return Done("times in two zones", pieces=(piece,))


@planter("forensics.font-inconsistent", "piece", innocent=True)
def rare_character_from_another_font(work: Draft, pieces: Sequence[Piece]) -> Done:
    """One character that the face does not have comes from a fallback face, at the same size."""
    piece = alterable(work, pieces)
    redone(work, piece, "digital")
    sheet = piece.drawn.sheets[0]
    named = [p for p in sheet.placed if p.field.name.split("|")[0] in ("person_name", "institution", "project_name")]
    texts = [o for o in sheet.operations if isinstance(o, Text) and any(inside(o, p.box) for p in named)]
    single = [t for t in texts if len(t.text) > 1]
    if not single:
        raise CannotPlantError("no name in a run of its own")
    text = single[0]
    place = sheet.operations.index(text)
    width = sheet.fonts.width(text.text[:-1], text.face, text.size) if hasattr(sheet.fonts, "width") else 0.0
    if not width:
        width = (len(text.text) - 1) * (text.size + text.spacing)
    last = replace(text, text=text.text[-1], x=text.x + width, face="zenhei" if text.face != "zenhei" else "uming")
    sheet.operations[place : place + 1] = [replace(text, text=text.text[:-1]), last]
    made = carriers.made_on(piece.drawn, work.life.filed, work.rng)
    piece.bound = carriers.digital(piece.drawn, Random(f"rare:{work.options.seed}:{piece.id}"), made)
    return Done(f"“{last.text}” from another face", pieces=(piece,))


@planter("completeness.unreadable-page", "files", innocent=True)
def blank_back(work: Draft, pieces: Sequence[Piece], files: Files) -> Done:
    """The blank back of a certificate scanned along with it."""
    piece = spare_file(work, pieces, ".pdf")
    pdf = pikepdf.open(io.BytesIO(files[piece.file]))
    pdf.add_blank_page(page_size=(595, 842))
    files[piece.file] = carriers._saved(pdf)
    return Done("a blank last page", pieces=(piece,))


@planter("completeness.missing-document", "files", innocent=True)
def two_papers_in_one_file(work: Draft, pieces: Sequence[Piece], files: Files) -> Done:
    """A required paper stands behind another one in the same PDF."""
    alone = [
        p
        for p in pieces
        if p.file.endswith(".pdf")
        and sum(q.file == p.file for q in pieces) == 1
        and not any(p is q for q in work.touched)
    ]
    wanted = [p for p in alone if p.item.type in ("title_certificate", "continuing_education", "employer_publicity")]
    first = next((p for p in alone if p not in wanted), None)
    if first is None or not wanted:
        raise CannotPlantError("no two files")
    second = work.rng.choice(wanted)
    pdf, more = pikepdf.open(io.BytesIO(files[first.file])), pikepdf.open(io.BytesIO(files[second.file]))
    second.first = len(pdf.pages) + 1
    pdf.pages.extend(more.pages)
    files[first.file] = carriers._saved(pdf)
    del files[second.file]
    second.file = first.file
    work.touched += [first, second]
    return Done(f"{second.item.type} behind {first.item.type}", pieces=(first, second))

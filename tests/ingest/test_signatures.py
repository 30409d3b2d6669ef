from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from ingest.signatures import signature_reports
from tests.ingest.sheets import digital, plain, updated


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> signers.SimpleSigner:
    folder = tmp_path_factory.mktemp("keys")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "测试发证单位")])
    start = datetime(2020, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=36500))
        .sign(key, hashes.SHA256())
    )
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    loaded = signers.SimpleSigner.load(str(folder / "key.pem"), str(folder / "cert.pem"))
    assert loaded is not None
    return loaded


def signed(path: Path, signer: signers.SimpleSigner, box: tuple[int, int, int, int] | None = None) -> Path:
    with path.open("rb") as stream:
        writer = IncrementalPdfFileWriter(stream)
        if box:
            fields.append_signature_field(writer, fields.SigFieldSpec("Seal", on_page=0, box=box))
        meta = signers.PdfSignatureMetadata(field_name="Seal")
        out = signers.sign_pdf(writer, meta, signer=signer)
        path.write_bytes(out.getvalue())
    return path


def test_a_sound_signature_is_intact_and_covers_the_file(tmp_path: Path, signer: signers.SimpleSigner) -> None:
    (report,) = signature_reports(signed(digital(tmp_path / "a.pdf"), signer, (100, 100, 200, 150)))
    assert (report.intact, report.covers, report.changes) == ("yes", "file", "none")
    assert report.signer == "测试发证单位"
    assert report.page == 1 and report.bbox is not None and report.bbox.y1 == pytest.approx(842 - 100)


def test_one_changed_byte_breaks_the_digest(tmp_path: Path, signer: signers.SimpleSigner) -> None:
    path = signed(digital(tmp_path / "a.pdf"), signer)
    data = bytearray(path.read_bytes())
    at = data.index(b"/Producer") + 12
    data[at] ^= 1
    path.write_bytes(bytes(data))
    (report,) = signature_reports(path)
    assert report.intact == "no"


def test_content_changed_by_an_update_after_signing_is_named(tmp_path: Path, signer: signers.SimpleSigner) -> None:
    path = updated(signed(plain(tmp_path / "a.pdf", "No 31"), signer), lambda content: content.replace(b"31", b"77"))
    (report,) = signature_reports(path)
    assert (report.intact, report.changes) == ("yes", "other")


def test_a_second_signature_is_a_lawful_change(tmp_path: Path, signer: signers.SimpleSigner) -> None:
    path = signed(digital(tmp_path / "a.pdf"), signer)
    with path.open("rb") as stream:
        meta = signers.PdfSignatureMetadata(field_name="Second")
        data = signers.sign_pdf(IncrementalPdfFileWriter(stream), meta, signer=signer).getvalue()
    path.write_bytes(data)
    first, second = signature_reports(path)
    assert (first.intact, first.covers, first.changes) == ("yes", "revision", "form")
    assert (second.intact, second.covers) == ("yes", "file")


def test_an_unsigned_or_broken_file_has_no_reports(tmp_path: Path) -> None:
    path = digital(tmp_path / "a.pdf")
    assert signature_reports(path) == ()
    (tmp_path / "b.pdf").write_bytes(path.read_bytes()[:700])
    assert signature_reports(tmp_path / "b.pdf") == ()


def test_a_container_that_cannot_be_parsed_is_not_taken_for_no_signature(
    tmp_path: Path, signer: signers.SimpleSigner
) -> None:
    path = signed(digital(tmp_path / "a.pdf"), signer)
    data = path.read_bytes()
    start = data.index(b"/Contents <") + len(b"/Contents <")
    end = data.index(b">", start)
    path.write_bytes(data[:start] + b"0" * (end - start) + data[end:])
    (report,) = signature_reports(path)
    assert (report.intact, report.covers) == ("cannot_tell", "unclear")

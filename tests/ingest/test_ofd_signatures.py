from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path

import pytest

from ingest.limits import Limits
from ingest.ofd.signatures import UNVERIFIED, signature_reports
from ingest.provenance import provenance

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
PAGE = f"<ofd:Page {SPACE}><ofd:Content/></ofd:Page>"
DOCUMENT = f'<ofd:Document {SPACE}><ofd:Pages><ofd:Page ID="7" BaseLoc="Pages/0.xml"/></ofd:Pages></ofd:Document>'


def signed(
    path: Path, *, parts: tuple[str, ...] = ("Doc_0/Pages/0.xml",), method: str = "SHA256", page: str = PAGE
) -> Path:
    """A package whose signature lists ``parts`` with the digests they had before the page became ``page``."""
    was = {"Doc_0/Document.xml": DOCUMENT, "Doc_0/Pages/0.xml": PAGE}
    listed = "".join(
        f'<ofd:Reference FileRef="/{name}"><ofd:CheckValue>'
        f"{base64.b64encode(hashlib.sha256(was[name].encode()).digest()).decode()}</ofd:CheckValue></ofd:Reference>"
        for name in parts
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "OFD.xml",
            f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
            "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>",
        )
        package.writestr("Doc_0/Document.xml", DOCUMENT)
        package.writestr("Doc_0/Pages/0.xml", page)
        package.writestr(
            "Doc_0/Signs/Signatures.xml",
            f'<ofd:Signatures {SPACE}><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>',
        )
        package.writestr(
            "Doc_0/Signs/Sign_0/Signature.xml",
            f'<ofd:Signature {SPACE}><ofd:SignedInfo><ofd:Provider ProviderName="测试签章"/>'
            f'<ofd:SignatureDateTime>2020-06-01 10:00:00</ofd:SignatureDateTime><ofd:References CheckMethod="{method}">'
            f'{listed}</ofd:References><ofd:StampAnnot PageRef="7" Boundary="25.4 25.4 50.8 50.8"/>'
            "</ofd:SignedInfo></ofd:Signature>",
        )
    return path


def test_digests_that_hold_leave_only_the_signature_value_open(tmp_path: Path) -> None:
    (report,) = signature_reports(signed(tmp_path / "a.ofd"), Limits())
    assert (report.intact, report.covers, report.detail) == ("cannot_tell", "file", UNVERIFIED)
    assert (report.signer, report.page) == ("测试签章", 1)
    assert report.bbox is not None
    assert report.bbox.x0 == pytest.approx(72)


def test_a_page_changed_after_sealing_is_named(tmp_path: Path) -> None:
    path = signed(tmp_path / "a.ofd", page=PAGE.replace("<ofd:Content/>", "<ofd:Content><ofd:Layer/></ofd:Content>"))
    (report,) = provenance(path, "ofd").signature_reports
    assert report.intact == "no" and "Pages/0.xml" in report.detail


def test_pages_that_no_digest_covers_are_named(tmp_path: Path) -> None:
    (report,) = signature_reports(signed(tmp_path / "a.ofd", parts=("Doc_0/Document.xml",)), Limits())
    assert (report.intact, report.covers) == ("cannot_tell", "part")


def test_an_unknown_algorithm_says_nothing(tmp_path: Path) -> None:
    (report,) = signature_reports(signed(tmp_path / "a.ofd", method="other", page="<x/>"), Limits())
    assert (report.intact, report.covers) == ("cannot_tell", "unclear")

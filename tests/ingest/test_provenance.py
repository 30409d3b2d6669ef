from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from ingest.image_metadata import metadata_of
from ingest.pdf_metadata import pdf_time
from ingest.provenance import provenance
from ingest.records import Provenance
from tests.ingest.sheets import digital, picture, scanned

SHARED = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.parametrize(
    ("stored", "iso"),
    [
        ("D:20200630101112+08'00'", "2020-06-30T10:11:12+08:00"),
        ("D:20200630101112Z", "2020-06-30T10:11:12Z"),
        ("20200630", "2020-06-30"),
        ("D:2020", "2020"),
        ("D:20201330", ""),
        ("yesterday", ""),
    ],
)
def test_pdf_times_become_iso_with_the_precision_they_have(stored: str, iso: str) -> None:
    assert pdf_time(stored) == iso


def test_info_and_xmp_of_a_pdf_are_read(tmp_path: Path) -> None:
    path = digital(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Creator"], pdf.docinfo["/CreationDate"] = "某软件", "D:20190304"
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            xmp["xmp:CreatorTool"] = "Adobe Photoshop CC 2019 (Windows)"
            xmp["xmp:ModifyDate"] = "2020-01-02T03:04:05+08:00"
        pdf.save(path)
    found = provenance(path, "pdf")
    assert (found.creator, found.created) == ("某软件", "2019-03-04")
    assert (found.software, found.xmp_modified) == ("Adobe Photoshop CC 2019 (Windows)", "2020-01-02T03:04:05+08:00")
    assert len(found.revisions) == 1


def test_exif_of_a_photo_names_software_camera_and_time(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0131], exif[0x010F], exif[0x0110] = "Adobe Photoshop 21.0", "HUAWEI", "HUAWEI P30"
    exif[0x0132] = "2020:06:30 10:11:12"
    picture().save(tmp_path / "a.jpg", exif=exif)
    found = provenance(tmp_path / "a.jpg", "image")
    assert (found.software, found.camera) == ("Adobe Photoshop 21.0", "HUAWEI P30")
    assert found.modified == "2020-06-30T10:11:12"


def test_png_text_and_comment_name_the_program(tmp_path: Path) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Software", "paint.net 4.2.16")
    info.add_itxt("Comment", "Created with GIMP", zip=True)
    picture(size=(300, 400)).save(tmp_path / "a.png", pnginfo=info)
    found = provenance(tmp_path / "a.png", "image")
    assert (found.software, found.traces) == ("paint.net 4.2.16", ("GIMP",))


def test_a_jpeg_kept_inside_a_pdf_still_says_who_saved_it(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0131] = "GIMP 2.10.8"
    picture().save(tmp_path / "a.jpg", exif=exif)
    with pikepdf.open(scanned(tmp_path / "a.pdf")) as pdf:
        image = next(iter(pdf.pages[0].get_images().values()))
        image.write((tmp_path / "a.jpg").read_bytes(), filter=pikepdf.Name.DCTDecode)
        pdf.save(tmp_path / "b.pdf")
    assert provenance(tmp_path / "b.pdf", "pdf").traces == ("GIMP 2.10.8",)


def test_captions_of_archives_are_not_taken_for_the_editor() -> None:
    def app13(resource: bytes) -> bytes:
        body = b"Photoshop 3.0\0" + resource + b"\0\0\0\0\0\2xx"
        return b"\xff\xd8\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body + b"\xff\xda\0\2"

    assert metadata_of(app13(b"8BIM\x04\x04")).traces == ()
    assert metadata_of(app13(b"8BIM\x04\x06")).traces == ("Photoshop image resources",)


def test_scripts_and_attachments_are_noted_and_never_run(tmp_path: Path) -> None:
    path = digital(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.attachments["note.txt"] = b"hello"
        pdf.save(path)
    found = provenance(path, "pdf")
    assert found.scripted and found.attachments == ("note.txt",)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xff\xd8\xff\xe1\xff\xff", b"\x89PNG\r\n\x1a\n\xff\xff\xff\xff"])
@pytest.mark.parametrize("kind", ["pdf", "image", "docx", "ofd", "other"])
def test_rubbish_says_nothing_and_raises_nothing(tmp_path: Path, data: bytes, kind) -> None:
    (tmp_path / "a").write_bytes(data)
    assert provenance(tmp_path / "a", kind) == Provenance()


def test_a_missing_file_says_nothing(tmp_path: Path) -> None:
    assert provenance(tmp_path / "none.pdf", "pdf") == Provenance()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared sample files are not beside this checkout")
def test_hostile_and_odd_files_are_survived_and_ordinary_ones_have_no_patches() -> None:
    odd = sorted((SHARED / "odd_pdf").glob("*/*.pdf"))
    patched = [p.name for p in odd if any(o.kind.startswith("patch") for o in provenance(p, "pdf").overlays)]
    assert len(patched) <= 0.005 * len(odd)

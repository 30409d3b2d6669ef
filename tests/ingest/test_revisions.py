from __future__ import annotations

from pathlib import Path

import pikepdf

from ingest.revisions import revisions
from tests.ingest.sheets import digital, plain, updated

LINES = ("CERTIFICATE", "Number 2018-0031", "30 June 2018")


def test_a_file_saved_once_has_one_revision(tmp_path: Path) -> None:
    (only,) = revisions(digital(tmp_path / "a.pdf"))
    assert only.number == 1 and only.changes == ()


def test_a_linearised_file_has_one_revision_although_it_ends_twice(tmp_path: Path) -> None:
    path = digital(tmp_path / "a.pdf")
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "b.pdf", linearize=True)
    assert (tmp_path / "b.pdf").read_bytes().count(b"%%EOF") == 2
    assert len(revisions(tmp_path / "b.pdf")) == 1


def test_words_replaced_by_an_update_are_shown_before_and_after_at_their_place(tmp_path: Path) -> None:
    path = plain(tmp_path / "a.pdf", *LINES)
    first, second = revisions(updated(path, lambda content: content.replace(b"0031", b"0077")))
    assert first.changes == ()
    (change,) = second.changes
    assert (change.page, change.before, change.after) == (1, "31", "77")
    assert change.box.y0 > 210 and change.box.y1 < 250
    assert second.changed_pages == (1,) and second.kinds == ("content",)


def test_an_update_that_leaves_the_page_as_it_was_changes_no_page(tmp_path: Path) -> None:
    *_, last = revisions(updated(plain(tmp_path / "a.pdf", *LINES), bytes))
    assert (last.number, last.changed_pages, last.kinds) == (2, (), ())


def test_an_added_page_number_is_an_addition_without_a_before(tmp_path: Path) -> None:
    added = b" BT /F1 10 Tf 1 0 0 1 290 30 Tm (- 3 -) Tj ET"
    *_, last = revisions(updated(plain(tmp_path / "a.pdf", *LINES), lambda content: content + added))
    assert [(c.before, c.after) for c in last.changes] == [("", "-3-")]


def test_every_generation_is_compared_with_the_one_before(tmp_path: Path) -> None:
    path = updated(plain(tmp_path / "a.pdf", *LINES), lambda content: content.replace(b"0031", b"0077"))
    *_, second, third = revisions(updated(path, lambda content: content.replace(b"June", b"July")))
    assert [(c.before, c.after) for c in second.changes + third.changes] == [("31", "77"), ("ne", "ly")]


def test_end_marks_inside_a_stream_are_no_revisions(tmp_path: Path) -> None:
    path = digital(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Note = pdf.make_stream(b"startxref\n20\n%%EOF\n" * 50)
        pdf.save(path, compress_streams=False)
    assert len(revisions(path)) == 1

"""What ingest hands on: the files of a dossier, their pages, the words and marks on them, and what went wrong.

Every record is frozen. Page numbers are 1-based. Boxes are in points (see ``ingest.geometry``).
"""

from __future__ import annotations

import unicodedata
from typing import Literal

import msgspec

from ingest.geometry import IDENTITY, Box, Homography, mapped

FileKind = Literal["pdf", "image", "docx", "ofd", "text", "archive", "other"]
PageSource = Literal["text", "ocr", "mixed", "none"]
TextLayer = Literal["sound", "absent", "garbled", "contradicted", "unchecked"]
ProblemKind = Literal[
    "encrypted",  # needs a password
    "damaged",  # cannot be parsed, or only in part
    "empty",  # no bytes, or no pages
    "unsupported",  # a kind of file that is not read
    "mislabelled",  # content and ending disagree; it was read by its content
    "too_large",  # beyond a limit of ``ingest.limits``
    "unsafe",  # path traversal, links, bombs
    "timeout",  # reading took longer than allowed
    "crashed",  # the reader died on it
    "illegible",  # a page on which nothing could be read although it is not blank
]


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Something that kept a file or a page from being read as it should; never an exception.

    ``detail`` is English, for logs and developers; the Chinese sentence is made by the check that reports it.
    """

    kind: ProblemKind
    file: str
    page: int = 0  # 0: the whole file
    detail: str = ""
    fatal: bool = True  # False: the content was read all the same


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """A run of text on one line without a gap wider than about one character, in one font.

    ``box`` is in the page's reading frame. ``edges`` are the x positions of the ``len(text) + 1`` character
    boundaries; empty when the reader does not give them, then ``span`` interpolates. ``slanted`` words stand at an
    angle to the page's lines, as the characters of a seal's ring and watermarks do.
    """

    text: str
    box: Box
    confidence: float = 1.0
    font: str = ""
    size: float = 0.0
    edges: tuple[float, ...] = ()
    slanted: bool = False

    def span(self, start: int, end: int) -> Box:
        """The box of ``text[start:end]``, in the reading frame."""
        if self.edges:
            return Box(self.edges[start], self.box.y0, self.edges[end], self.box.y1)
        widths = [2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in self.text]
        scale = self.box.width / (sum(widths) or 1)
        x0 = self.box.x0 + sum(widths[:start]) * scale
        return Box(x0, self.box.y0, x0 + sum(widths[start:end]) * scale, self.box.y1)


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Something on a page that is not running text. ``box`` is in the reading frame.

    seal: a stamp; ``text`` is the name on its ring, or what it says where it has none, "" when unread; ``lines`` are
    the level lines inside it. code: a QR or bar code; ``text`` is its
    payload. picture: an embedded photograph or image. signature: handwriting in a place for signatures.
    """

    kind: Literal["seal", "code", "picture", "signature"]
    box: Box
    text: str = ""
    shape: str = ""  # seal: round, oval, square; code: the symbology
    colour: str = ""
    confidence: float = 1.0
    lines: tuple[str, ...] = ()


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """One page, read. ``width`` and ``height`` are those of the page as displayed.

    Words, marks and rulings live in the *reading frame*: turned upright and straightened. ``frame`` maps that frame
    to the page as displayed; ``displayed`` applies it and is the only place where that is done.
    """

    file: str
    number: int
    width: float
    height: float
    source: PageSource
    words: tuple[Word, ...] = ()
    marks: tuple[Mark, ...] = ()
    rulings: tuple[Box, ...] = ()  # printed lines, level or upright, as thin boxes; see ``ingest.rulings.cells``
    frame: Homography = IDENTITY
    turn: int = 0  # clockwise degrees (0, 90, 180, 270) by which the displayed page must be turned to be upright
    text_layer: TextLayer = "absent"
    layer_words: tuple[Word, ...] = ()  # the rejected text layer, when it contradicts the picture
    blank: bool = False
    picture_digest: str = ""  # perceptual hash of the page's picture, 16 hex digits; "" when not rendered
    problem: Problem | None = None

    def displayed(self, box: Box) -> Box:
        """``box`` from the reading frame to the page as displayed, in points, rounded."""
        return mapped(box, self.frame).rounded()


class Overlay(msgspec.Struct, frozen=True, kw_only=True):
    """A page object drawn over earlier content of a PDF page. ``box`` is in the page as displayed."""

    page: int
    box: Box
    kind: Literal["text-over-image", "text-over-text", "patch-over-text", "patch-over-image", "image-over-image"]
    text: str = ""  # what the upper object says, or what is written on the patch
    covered: str = ""  # what lies beneath, where that is text
    origin: Literal["content", "annotation"] = "content"
    colour: str = ""  # of a patch, #rrggbb; "" for pictures and annotations


RevisionChange = Literal["content", "annotations", "form", "pages"]


class HiddenText(msgspec.Struct, frozen=True, kw_only=True):
    """Words that a PDF page carries and a reader does not see. ``box`` is in the page as displayed."""

    page: int
    box: Box
    text: str
    why: Literal["paper-coloured", "tiny", "off-page", "invisible", "layer-off"]


class TextChange(msgspec.Struct, frozen=True, kw_only=True):
    """Words that a later revision of a PDF put in the place of others. ``box`` is in the page as displayed."""

    page: int
    box: Box
    before: str = ""
    after: str = ""


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """One generation of a PDF file, oldest first; a plain file has one."""

    number: int
    end: int  # byte offset just after this revision's %%EOF
    changed_pages: tuple[int, ...] = ()
    kinds: tuple[RevisionChange, ...] = ()  # what this revision changed on pages that were there before
    changes: tuple[TextChange, ...] = ()


class SignatureReport(msgspec.Struct, frozen=True, kw_only=True):
    """What arithmetic says of one digital signature. Whether its certificate is trusted cannot be said offline.

    ``intact``: the digest and the signature value agree with the signed bytes; "cannot_tell" with the reason in
    ``detail``. ``changes``: what later revisions did (ISO 32000-2, 12.8.2.2): none, only form fields and further
    signatures, annotations too, or content that a signature must not outlive.
    """

    field: str
    signer: str = ""
    signed_at: str = ""  # as claimed by the signer, ISO 8601
    intact: Literal["yes", "no", "cannot_tell"] = "cannot_tell"
    covers: Literal["file", "revision", "part", "unclear"] = "unclear"
    changes: Literal["none", "form", "annotations", "other", "unclear"] = "unclear"
    certified: bool = False  # a certification (DocMDP) signature
    page: int = 0  # where its widget stands; 0 when it is invisible
    bbox: Box | None = None
    detail: str = ""


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says of its own making. Times are ISO 8601 as stored; "" when absent."""

    producer: str = ""
    creator: str = ""
    created: str = ""
    modified: str = ""
    software: str = ""  # EXIF Software or XMP CreatorTool, for pictures and PDFs
    traces: tuple[str, ...] = ()  # further programs named: by pictures inside a PDF, by blocks only one program writes
    xmp_created: str = ""
    xmp_modified: str = ""
    edit_history: tuple[str, ...] = ()  # software agents of XMP history entries, in order
    linearized: bool = False
    revisions: tuple[Revision, ...] = ()
    signatures: int = 0
    signature_reports: tuple[SignatureReport, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    camera: str = ""
    attachments: tuple[str, ...] = ()
    scripted: bool = False  # JavaScript, launch actions: noted, never run


class SourceFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a dossier. ``name`` is its path inside the dossier with "/"; an archive's member is
    ``archive.zip/member.pdf``. ``path`` is where its bytes lie, the original or an extracted copy."""

    name: str
    path: str
    sha256: str
    size: int
    kind: FileKind
    page_count: int = 0
    provenance: Provenance = Provenance()
    problems: tuple[Problem, ...] = ()


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of one applicant, read. ``files`` and ``pages`` are in natural order of names (2 before 10)."""

    id: str
    path: str
    files: tuple[SourceFile, ...]
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()  # of the dossier as a whole, and of members that are no files of it
    inputs_sha256: str = ""  # over the sorted names and digests of the files

    def file(self, name: str) -> SourceFile:
        """Raises KeyError when there is no such file."""
        for candidate in self.files:
            if candidate.name == name:
                return candidate
        raise KeyError(name)

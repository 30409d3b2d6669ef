"""The fonts papers are drawn with: where they lie, what they cover, how wide their characters are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from PIL import ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

ROOT = Path("/usr/share/fonts")


@dataclass(frozen=True)
class Face:
    """One face of a font file. ``embeddable``: reportlab can put it into a PDF (TrueType outlines only)."""

    key: str
    path: str
    index: int = 0
    embeddable: bool = True

    @property
    def file(self) -> Path:
        return ROOT / self.path


FACES = {
    face.key: face
    for face in (
        Face("uming", "truetype/arphic/uming.ttc"),
        Face("ukai", "truetype/arphic/ukai.ttc"),
        Face("zenhei", "truetype/wqy/wqy-zenhei.ttc"),
        Face("serif", "opentype/noto/NotoSerifCJK-Regular.ttc", 2, embeddable=False),
        Face("serif-bold", "opentype/noto/NotoSerifCJK-Bold.ttc", 2, embeddable=False),
        Face("sans", "opentype/noto/NotoSansCJK-Regular.ttc", 2, embeddable=False),
        Face("sans-bold", "opentype/noto/NotoSansCJK-Bold.ttc", 2, embeddable=False),
        Face("dejavu", "truetype/dejavu/DejaVuSerif.ttf"),
        Face("dejavu-sans", "truetype/dejavu/DejaVuSans.ttf"),
        Face("wenkai", "truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"),
        Face("sungti", "truetype/arphic-gbsn00lp/gbsn00lp.ttf"),
        Face("kaitim", "truetype/arphic-gkai00mp/gkai00mp.ttf"),
        Face("microhei", "truetype/wqy/wqy-microhei.ttc"),
    )
}
NEEDED = ("uming", "ukai", "zenhei", "serif", "serif-bold", "sans", "sans-bold")
STANDARD = ("Times-Roman", "Helvetica", "Courier", "Times-Bold")
CID = ("STSong-Light",)


@dataclass(frozen=True)
class FontSet:
    """The faces of one document: running text, titles, handwriting-like fields, and Latin letters and digits."""

    body: str
    title: str
    script: str
    latin: str = ""

    def faces(self) -> tuple[str, ...]:
        return tuple(key for key in (self.body, self.title, self.script, self.latin) if key)


DIGITAL = (
    FontSet("uming", "zenhei", "ukai", "Times-Roman"),
    FontSet("uming", "uming", "ukai"),
    FontSet("ukai", "zenhei", "ukai"),
    FontSet("zenhei", "zenhei", "ukai", "Helvetica"),
    FontSet("zenhei", "zenhei", "uming"),
    FontSet("STSong-Light", "STSong-Light", "STSong-Light"),
    FontSet("STSong-Light", "STSong-Light", "STSong-Light", "Times-Roman"),
)
PICTURED = (
    FontSet("serif", "sans-bold", "ukai"),
    FontSet("serif", "serif-bold", "ukai", "dejavu"),
    FontSet("uming", "zenhei", "ukai"),
    FontSet("sans", "sans-bold", "ukai"),
    FontSet("ukai", "serif-bold", "ukai"),
    FontSet("zenhei", "zenhei", "ukai", "dejavu-sans"),
)
HELD_OUT_DIGITAL = (
    FontSet("sungti", "microhei", "kaitim", "Times-Roman"),
    FontSet("wenkai", "wenkai", "kaitim"),
    FontSet("kaitim", "microhei", "wenkai"),
    FontSet("microhei", "microhei", "wenkai", "Helvetica"),
)
HELD_OUT_PICTURED = (
    FontSet("sungti", "microhei", "kaitim"),
    FontSet("wenkai", "sungti", "wenkai"),
    FontSet("kaitim", "microhei", "kaitim"),
    FontSet("microhei", "microhei", "wenkai"),
)


def missing() -> tuple[str, ...]:
    """The faces that the factory cannot draw without and that are not installed."""
    return tuple(key for key in NEEDED if not FACES[key].file.exists())


def pick(rng: Random, *, embeddable: bool, held_out: bool) -> FontSet:
    """A font set for one document; held-out sets fall back to the common ones where their fonts are not installed."""
    sets = {
        (True, True): HELD_OUT_DIGITAL,
        (False, True): HELD_OUT_PICTURED,
        (True, False): DIGITAL,
        (False, False): PICTURED,
    }[embeddable, held_out]
    present = [s for s in sets if all(key not in FACES or FACES[key].file.exists() for key in s.faces())]
    return rng.choice(present or (DIGITAL if embeddable else PICTURED))


@cache
def register(key: str) -> str:
    """Makes the face known to reportlab and returns the name it goes by."""
    if key in CID:
        pdfmetrics.registerFont(UnicodeCIDFont(key))
    elif key not in STANDARD:
        face = FACES[key]
        pdfmetrics.registerFont(TTFont(key, str(face.file), subfontIndex=face.index))
    return key


@cache
def covered(key: str) -> frozenset[int] | None:
    """The code points of a TrueType face; None where everything the factory prints is covered."""
    face = FACES.get(key)
    if face is None or not face.embeddable:
        return None
    try:
        return frozenset(TTFont(f"probe-{key}", str(face.file), subfontIndex=face.index).face.charToGlyph)
    except TTFError:
        return None


@cache
def face_for(character: str, key: str, latin: str) -> str:
    """The face that draws a character: the Latin one for ASCII, a covering one where ``key`` lacks the glyph."""
    if latin and character.isascii() and character != " ":
        return latin
    known = covered(key)
    if known is None or ord(character) in known:
        return key
    return "zenhei" if ord(character) in (covered("zenhei") or ()) else "uming"


@cache
def picture_font(key: str, size: int) -> ImageFont.FreeTypeFont:
    face = FACES[key]
    return ImageFont.truetype(str(face.file), size, index=face.index, layout_engine=ImageFont.Layout.BASIC)


@cache
def advance(character: str, key: str) -> float:
    """A character's width in ems."""
    if key in CID or key in STANDARD:
        return pdfmetrics.stringWidth(character, register(key), 1000) / 1000
    return picture_font(key, 1000).getlength(character) / 1000

"""Programs that change what a picture shows, by the names they leave in files.

Programs that only scan, convert, turn, compress or develop (Lightroom, XnView, IrfanView, ImageMagick, scanner and
camera software, PDF printers) are left out: a file they saved is what an honest applicant hands in.
"""

from __future__ import annotations

import re

_EDITORS: tuple[tuple[str, str], ...] = (
    ("Adobe Photoshop", r"photoshop(?!\s*lightroom)|adobe save-for-web"),
    ("GIMP", r"\bgimp\b"),
    ("Windows 画图", r"\bms ?paint\b|\bmspaint\b|microsoft paint|画图"),
    ("画图3D", r"paint 3d"),
    ("paint.net", r"paint\.net"),
    ("美图秀秀", r"meitu|美图|\bmtxx\b|xiuxiu"),
    ("光影魔术手", r"neo ?imag|光影魔术手"),
    ("可牛影像", r"可牛"),
    ("醒图", r"醒图|retouch_?hd"),
    ("Snapseed", r"snapseed"),
    ("PicsArt", r"picsart"),
    ("Photopea", r"photopea"),
    ("Pixelmator", r"pixelmator"),
    ("Affinity Photo", r"affinity photo"),
    ("Corel Photo-Paint", r"photo-?paint"),
    ("Corel PaintShop Pro", r"paint ?shop"),
    ("PhotoScape", r"photoscape"),
    ("PhotoImpact", r"photoimpact"),
    ("Krita", r"\bkrita\b"),
    ("Pixlr", r"\bpixlr\b"),
    ("Fotor", r"\bfotor\b"),
    ("BeFunky", r"befunky"),
    ("Seashore", r"\bseashore\b"),
    ("ACDSee 编辑器", r"acdsee (?:photo )?(?:editor|pro|ultimate)"),
    ("Adobe Fireworks", r"fireworks"),
    ("MediBang/CLIP STUDIO PAINT", r"clip studio paint|medibang"),
    ("稿定设计", r"稿定|gaoding"),
    ("Canva", r"\bcanva\b"),
    ("Adobe Illustrator", r"adobe illustrator"),
    ("CorelDRAW", r"coreldraw"),
    ("Windows 照片编辑", r"windows photo editor|microsoft photo editor"),
    ("Picasa 修图", r"\bpicasa\b"),
    ("天天P图", r"天天p图|pitu"),
)
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _EDITORS)


def editor_named(text: str) -> str:
    """The usual name of the image editor that ``text`` names; "" when it names none."""
    return next((name for name, pattern in _PATTERNS if pattern.search(text)), "")

"""Numbers of journals, articles and books (handbook 4.4)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stdnum import isbn as stdnum_isbn
from stdnum import issn as stdnum_issn

ISSN = re.compile(r"\d{4}-?\d{3}[\dX]")
CN = re.compile(r"CN(\d{2})-(\d{4})(?:/([A-Z][A-Z0-9]{0,2}))?")
DOI = re.compile(r"10\.\d{4,9}/\S+")
DOI_OF_CHINESE_JOURNAL = re.compile(
    r"10\.\d{4,9}/j\.(?:issn|cnki\.issn)\.?(\d{4}-?\d{3}[\dX])\.(\d{4})\.(\d{2})\.\d+", re.I
)
ARTICLE = re.compile(r"(\d{4}-?\d{3}[\dX])\((\d{4})\)([A-Z]?\d{1,2}[A-Z]?)-(\d{3,4})-(\d{2})")
# GB/T 2260 codes of provinces, with those that the register of periodicals uses beside them (10: Beijing, extended).
PROVINCES = frozenset(
    {10, *range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55), *range(61, 66)}
)
# Classes of periodicals (GB/T 9999.1—2018, after the Chinese Library Classification, which has no L, M, W and Y).
CLASS = re.compile(r"(?:[ABCDEFGHIJKNOPQRSUVXZ]|T(?:[BDEFGHJKLMNPQSUV])?)\d{0,2}")


@dataclass(frozen=True, slots=True)
class CnNumber:
    province: int
    serial: int
    category: str

    @property
    def kind(self) -> str:
        """print: a printed periodical; newspaper, online, electronic: something else; "" when never given out."""
        for first, last, kind in (
            (1, 999, "newspaper"),
            (1000, 5999, "print"),
            (6000, 8999, "online"),
            (9000, 9999, "electronic"),
        ):
            if first <= self.serial <= last:
                return kind
        return ""


def is_class(letters: str) -> bool:
    """Whether what stands behind the slash of a CN number is a class of periodicals."""
    return bool(CLASS.fullmatch(letters))


@dataclass(frozen=True, slots=True)
class ArticleNumber:
    """文章编号: ISSN (year) issue – first page – number of pages."""

    issn: str
    year: int
    issue: str
    first_page: int
    pages: int


def issn_fault(number: str) -> str:
    """ "form", "check", or "" when nothing is wrong."""
    if not ISSN.fullmatch(number):
        return "form"
    return "" if stdnum_issn.is_valid(number) else "check"


def issn_check(number: str) -> str:
    """The eighth character that belongs to the first seven digits."""
    return str(stdnum_issn.calc_check_digit(number.replace("-", "")[:7]))


def cn(number: str) -> CnNumber | None:
    """The parts of a CN number; None when it has another layout, as numbers with letters or (HK) have."""
    plain = "".join(number.split()).upper().replace("—", "-").replace("–", "-")
    match = CN.fullmatch(plain if plain.startswith("CN") else f"CN{plain}")
    return CnNumber(int(match[1]), int(match[2]), match[3] or "") if match else None


def isbn_fault(number: str) -> str:
    """ "form", "check", or "" when nothing is wrong with the 13 or 10 characters."""
    plain = number.replace("-", "").replace(" ", "").upper()
    if not re.fullmatch(r"97[89]\d{10}|\d{9}[\dX]", plain):
        return "form"
    return "" if stdnum_isbn.is_valid(plain) else "check"


def isbn_check(number: str) -> str:
    """The last character that belongs to the others."""
    plain = number.replace("-", "").replace(" ", "").upper()
    if len(plain) == 13:
        total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(plain[:12]))
        return str(-total % 10)
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(plain[:9]))
    return "0123456789X"[-total % 11]


def article(number: str) -> ArticleNumber | None:
    match = ARTICLE.fullmatch("".join(number.split()).upper().replace("—", "-"))
    if match is None:
        return None
    return ArticleNumber(match[1], int(match[2]), match[3], int(match[4]), int(match[5]))

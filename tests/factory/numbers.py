"""Numbers of the right structure with right check digits, about nobody and nothing real."""

from __future__ import annotations

from random import Random

USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def id_check(body: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def id_number(rng: Random, region: str, birth: str, woman: bool) -> str:
    """18 characters; ``birth`` is an ISO date."""
    order = rng.randrange(10, 490) * 2 + (0 if woman else 1)
    body = f"{region}{birth.replace('-', '')}{order:03d}"
    return body + id_check(body)


def patent_check(body: str) -> str:
    remainder = sum(int(d) * (2 + i % 8) for i, d in enumerate(body)) % 11
    return "X" if remainder == 10 else str(remainder)


def patent_number(rng: Random, year: int, kind: str) -> str:
    """Without the letters ZL, with the point before the check digit."""
    body = f"{year}{kind}{rng.randrange(100000, 1999999):07d}"
    return f"{body}.{patent_check(body)}"


def issn(rng: Random, first: str = "1") -> str:
    body = first + f"{rng.randrange(10**6):06d}"
    remainder = sum(int(d) * w for d, w in zip(body, range(8, 1, -1), strict=True)) % 11
    digit = (11 - remainder) % 11
    return f"{body[:4]}-{body[4:]}{'X' if digit == 10 else digit}"


def isbn(rng: Random, publisher: str = "222") -> str:
    title = f"{rng.randrange(10 ** (8 - len(publisher))):0{8 - len(publisher)}d}"
    body = f"9787{publisher}{title}"
    digit = -sum(int(d) * (1 if i % 2 == 0 else 3) for i, d in enumerate(body)) % 10
    return f"978-7-{publisher}-{title}-{digit}"


def credit_code(rng: Random, prefix: str, region: str) -> str:
    """A unified social credit code with a right organisation-code check inside."""
    organisation = "".join(rng.choice("0123456789") for _ in range(8))
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    inner = 11 - sum(int(d) * w for d, w in zip(organisation, weights, strict=True)) % 11
    inner_digit = {10: "X", 11: "0"}.get(inner, str(inner))
    body = f"{prefix}{region}{organisation}{inner_digit}"
    outer = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
    rest = sum(USCC_ALPHABET.index(c) * w for c, w in zip(body, outer, strict=True)) % 31
    return body + USCC_ALPHABET[(31 - rest) % 31]


def diploma_number(rng: Random, school: str, mode: str, year: int, level: str) -> str:
    """18 digits; ``level`` is an education level of the contract."""
    code = {"博士研究生": "01", "硕士研究生": "02", "本科": "05", "专科": "06"}[level]
    digit = {"普通": "1", "成人": "5", "自考": "6", "网络": "7"}[mode]
    return f"{school}{digit}{year}{code}{rng.randrange(1, 9999):06d}"


def degree_number(rng: Random, school: str, year: int, degree: str) -> str:
    level = {"博士": "2", "硕士": "3", "学士": "4"}[degree]
    return f"{school}{level}{year}{rng.randrange(1, 9999):06d}"


def licence_number(rng: Random, year: int, kind: str, identity: str) -> str:
    if kind.startswith("教师"):
        return f"{year}53{rng.randrange(10, 99)}{rng.randrange(1, 7)}{rng.randrange(10**8):08d}"
    return f"{year}53{rng.choice(('110', '120', '141'))}{identity}"


def wrong_digit(number: str, rng: Random, *, keep: int = 0) -> str:
    """The number with its last digit changed (X counts as one), so that its check fails; ``keep`` final characters stay."""
    place = len(number) - 1 - keep
    others = [d for d in "0123456789" if d != number[place]]
    return number[:place] + rng.choice(others) + number[place + 1 :]

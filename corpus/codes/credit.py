"""统一社会信用代码, GB 32100—2015 (handbook 4.1, A); python-stdnum refuses the codes that begin with a letter."""

from __future__ import annotations

import re

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
FORM = re.compile(f"[{ALPHABET}]{{2}}\\d{{6}}[{ALPHABET}]{{10}}")


def check_character(code: str) -> str:
    """The 18th character that belongs to the first 17. Raises ValueError on a character outside the alphabet."""
    total = sum(weight * ALPHABET.index(c) for weight, c in zip(WEIGHTS, code[:17], strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def fault(code: str) -> str:
    """ "form", "check", or "" when nothing is wrong with ``code``."""
    if not FORM.fullmatch(code):
        return "form"
    return "check" if check_character(code) != code[17] else ""

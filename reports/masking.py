"""What a reader need not see: which characters of a text are hidden, and by what (handbook 8.2).

The stored evidence is never touched; masking happens where something is rendered. The same answer serves texts
(:meth:`Masker.text`) and pictures (``reports.crops`` paints over the boxes of the hidden characters).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
import regex

from checks.records import Report
from extractors.records import Document, DocumentType

_ASCII_DIGITS = str.maketrans("０１２３４５６７８９Ｘｘ", "0123456789Xx")
_GAP = r"[ \u00a0\u3000\-·]?"
_PROVINCES = frozenset(
    f"{code}"
    for codes in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(codes[0], codes[1] + 1)
)
_DATE = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"

_PLAIN_RUN = regex.compile(r"(?<![0-9A-Za-z])\d{14,}[\dXx]?(?![0-9A-Za-z])")
_SPACED_RUN = regex.compile(rf"(?<![0-9A-Za-z])(?=((?:\d{_GAP}){{14,17}}[\dXx])(?![0-9A-Za-z]))")
_ID_18 = regex.compile(rf"\d{{6}}(?:18|19|20)\d{{2}}{_DATE}\d{{3}}[\dXx]")
_ID_15 = regex.compile(rf"\d{{6}}\d{{2}}{_DATE}\d{{3}}")
_ID_BROKEN = regex.compile(rf"\d{{6}}(?:19|20)\d{{2}}{_DATE}\d{{1,4}}[Xx]?")  # a digit lost or doubled
_PHONE = regex.compile(rf"(?<![0-9A-Za-z.])(?:\+?86{_GAP})?(1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}})(?![0-9A-Za-z.])")
_DIPLOMA = regex.compile(r"\d{5}[1567]20\d{2}(?:01|02|04|05|06)\d{5,6}")
_BANK = regex.compile(rf"(?:银行[账帐]号|银行卡号|[账帐]号|卡号)[:：\s]*(\d(?:{_GAP}\d){{9,22}})")
_ID_LABEL = regex.compile(
    rf"(?:身份证件?(?:号码?|编号)?|公民身份号码|证件号码?)[:：\s]*([0-9A-Za-z](?:{_GAP}[0-9A-Za-z]){{9,20}})"
)
_PHONE_LABEL = regex.compile(rf"(?:电话|手机|联系方式)(?:号码?)?[:：\s]*(1(?:{_GAP}\d){{8,12}})(?![0-9A-Za-z])")
_ADDRESS = regex.compile(
    r"(?:家庭住址|家庭地址|户籍地址|户籍所在地|现住址|居住地址|通[讯信]地址|联系地址|住\s*址)(?P<colon>\s*[:：])?\s*"
    r"(?P<value>[^\s，,。；;、][^\n，,。；;]{3,60})"
)
_PLACE = regex.compile(r"[省市县区州镇乡村路街号栋弄巷]")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

_SERIAL_KEPT: dict[DocumentType, int] = {"skill_certificate": 16, "licence": 9}  # places that stay, from the left
_PERSONAL: frozenset[DocumentType] = frozenset(
    {
        "diploma",
        "degree_certificate",
        "title_certificate",
        "continuing_education",
        "skill_certificate",
        "exam_certificate",
        "licence",
        "credential_report",
        "postdoc_certificate",
    }
)
_SHORTEST_EXACT = 8


class Hidden(msgspec.Struct, frozen=True):
    """Characters ``start`` to ``end`` of a text are not shown: as stars, or ``instead`` when it is not ""."""

    start: int
    end: int
    instead: str = ""


class Masker(msgspec.Struct, frozen=True, kw_only=True):
    """Knows what to hide. ``serials`` are numbers of personal certificates with the places that stay shown;
    ``names`` are strings to be removed wherever they stand, such as a complainant's. ``unmask`` shows everything
    but ``names``: a reader who may see an ID number may still not see who complained.
    """

    serials: tuple[tuple[str, int], ...] = ()
    identities: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    unmask: bool = False

    def text(self, text: str) -> str:
        """``text`` as it may be shown."""
        shown: list[str] = []
        at = 0
        for span in self.hidden(text):
            shown += (text[at : span.start], span.instead or "*" * (span.end - span.start))
            at = span.end
        return "".join(shown) + text[at:]

    def hidden(self, text: str) -> tuple[Hidden, ...]:
        """The parts of ``text`` that are not shown, in order, without overlaps."""
        found = list(_literal(text, self.names, "〔已隐去〕"))
        if not self.unmask:
            plain = text.translate(_ASCII_DIGITS)
            found += self._exact(plain)
            found += _numbers(plain)
            found += _labelled(plain)
        return _merged(found)

    def _exact(self, text: str) -> Iterator[Hidden]:
        for value in self.identities:
            for start in _places(text, value):
                yield Hidden(start + 3, start + len(value) - 4)
        for value, kept in self.serials:
            for start in _places(text, value):
                if _DIPLOMA.fullmatch(value):
                    yield from _diploma(start, len(value))
                else:
                    yield Hidden(start + kept, start + len(value))


def masker(report: Report, *, unmask: bool = False, names: Iterable[str] = ()) -> Masker:
    """What has to be hidden when ``report`` is shown. ``unmask`` is a reader's explicit wish, logged by the caller."""
    identities = {report.applicant.get("id_number", "")}
    serials: dict[str, int] = {}
    for document in report.documents:
        for fact in document.facts:
            if not isinstance(fact.value, str):
                continue
            if fact.name == "id_number":
                identities |= {fact.value, fact.text}
            elif fact.name in ("certificate_number", "verification_code") and document.type in _PERSONAL:
                serials |= {value: _kept(document, value) for value in (fact.value, fact.text)}
    return Masker(
        serials=tuple(sorted((v, k) for v, k in serials.items() if len(v) >= _SHORTEST_EXACT)),
        identities=tuple(sorted(v for v in identities if len(v) >= _SHORTEST_EXACT)),
        names=tuple(sorted({n for n in names if n})),
        unmask=unmask,
    )


def _kept(document: Document, number: str) -> int:
    """How many leading places of a certificate number are structure; the rest is its serial."""
    return min(_SERIAL_KEPT.get(document.type, max(len(number) - 6, len(number) // 2)), len(number) - 3)


def _numbers(text: str) -> Iterator[Hidden]:
    for match in _PLAIN_RUN.finditer(text):
        yield from _plain_run(match[0], match.start())
    for match in _SPACED_RUN.finditer(text):
        digits = regex.sub(r"[^0-9Xx]", "", match[1])
        if len(digits) < len(match[1]) and _is_identity(digits):
            yield _middle(text, match.start(1), match.end(1))
    for match in _PHONE.finditer(text):
        yield _middle(text, match.start(1), match.end(1))


def _plain_run(run: str, start: int) -> Iterator[Hidden]:
    """Hides an unbroken run of digits where it is, or may be, an identity number, a diploma's or a doctor's number."""
    length = len(run)
    if length in (24, 27) and _is_identity(run[9:]):
        yield Hidden(start + 9, start + length)
    elif _DIPLOMA.fullmatch(run) and not (length == 18 and _check_digit_fits(run)):
        yield from _diploma(start, length)
    elif _is_identity(run) or _ID_BROKEN.fullmatch(run) or (length == 18 and run[:2] in _PROVINCES):
        yield Hidden(start + 3, start + length - 4)
    elif length > 19:
        inside = (m for m in _ID_18.finditer(run, overlapped=True) if _is_identity(m[0]) and _check_digit_fits(m[0]))
        yield from (Hidden(start + m.start() + 3, start + m.end() - 4) for m in inside)
    elif 16 <= length <= 19 and run.startswith("62") and _luhn(run):
        yield Hidden(start, start + length, "〔银行账号已隐去〕")


def _labelled(text: str) -> Iterator[Hidden]:
    for match in _ID_LABEL.finditer(text):
        if sum(c.isdecimal() for c in match[1]) >= 10:
            yield _middle(text, match.start(1), match.end(1))
    for match in _PHONE_LABEL.finditer(text):
        yield _middle(text, match.start(1), match.end(1))
    for match in _BANK.finditer(text):
        yield Hidden(match.start(1), match.end(1), "〔银行账号已隐去〕")
    for match in _ADDRESS.finditer(text):
        if match["colon"] or len(_PLACE.findall(match["value"])) >= 2:
            yield Hidden(match.start("value"), match.end("value"), "〔住址已隐去〕")


def _is_identity(digits: str) -> bool:
    """Region and birth date stand where an identity number has them; the check digit does not matter."""
    if digits[:2] not in _PROVINCES:
        return False
    return bool(_ID_18.fullmatch(digits) if len(digits) == 18 else _ID_15.fullmatch(digits))


def _check_digit_fits(number: str) -> bool:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return "10X98765432"[total % 11] == number[-1].upper()


def _luhn(number: str) -> bool:
    if not number.isdecimal():
        return False
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(number))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def _diploma(start: int, length: int) -> Iterator[Hidden]:
    """School, year and level stay: 10673*201905******."""
    yield Hidden(start + 5, start + 6)
    yield Hidden(start + 12, start + length)


def _middle(text: str, start: int, end: int) -> Hidden:
    """All between the first three and the last four letters or digits of ``text[start:end]``."""
    solid = [i for i in range(start, end) if text[i].isalnum()]
    return Hidden(solid[3], solid[-4])


def _places(text: str, value: str) -> Iterator[int]:
    at = text.find(value)
    while at >= 0:
        yield at
        at = text.find(value, at + len(value))


def _literal(text: str, values: Iterable[str], instead: str) -> Iterator[Hidden]:
    for value in values:
        for start in _places(text, value):
            yield Hidden(start, start + len(value), instead)


def _merged(found: Iterable[Hidden]) -> tuple[Hidden, ...]:
    kept: list[Hidden] = []
    for span in sorted(found, key=lambda h: (h.start, -h.end)):
        if kept and span.start < kept[-1].end:
            last = kept[-1]
            kept[-1] = Hidden(last.start, max(last.end, span.end), last.instead or span.instead)
        else:
            kept.append(span)
    return tuple(kept)

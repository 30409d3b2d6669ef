"""Who wrote a letter: found so that it can be taken out before anybody else reads it (handbook 7.2, 8)."""

from __future__ import annotations

import regex

from extractors.freetext.records import Redaction
from extractors.works.surnames import HAN_NAME

MASK = "\ue000"  # private use: one for every character taken out, so that offsets stay true
SHOWN = "〔隐去〕"

_WRITER = (
    r"(?<!被)(?:实名)?(?:举报|反映|投诉|检举|控告|来信|来访|写信|信访|申诉|具名|署名|联系|落款|签名|签字)"
    r"(?:人(?:员)?|者|群众)?(?:姓名|信息|签名|签字|[（(](?:签名|签字|签章|盖章|手印)[）)])*"
)
_LABELLED = regex.compile(rf"(?m)^[ \t\u3000]*(?:{_WRITER})[ \t\u3000]*[：:][^\n]*$")
_LABELLED_INLINE = regex.compile(
    r"(?<!被)(?:举报人|反映人|投诉人|检举人|控告人|来信人|信访人|联系人|署名)(?:姓名)?[ \t\u3000]*[：:]["
    r" \t\u3000]*[^\s，。；,;、]{2,20}"
)
_CONTACT = regex.compile(
    r"(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[- ]\d{7,8}(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:联系(?:电话|方式|地址)|电话|手机(?:号码?)?|微信号?|QQ号?|邮箱|电子邮件|通[讯信]地址|家庭住址|住址"
    r"|(?<![\p{Han}])地址|邮编)"
    r"[ \t\u3000]*[：:][^\n，。；]{1,60}"
)
_IDENTITY = regex.compile(
    r"(?:身份证(?:号码?)?(?:为|是)?[ \t\u3000]*[：:]?[ \t\u3000]*)?(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])"
)
_OF_REPORTED = regex.compile(r"被(?:反映|举报|投诉|检举|控告)(?:人|对象)|申报人")
_DECLARED = regex.compile(
    rf"(?:我叫|我是|我系|本人(?:是|系|叫)?|(?:实名|署名)?(?:举报"
    rf"|反映)人)[^。；\n]{{0,30}}?(?P<name>{HAN_NAME})(?=[，,、（(。：: ]|现|向|实名|特|$)"
)
_SELF = regex.compile(
    r"(?:(?<=^|[\n。；！？，,])[ \t\u3000]*)(?:我们?(?:是|系|叫|为|都是)|本人(?:是|系|叫|为|在|与|和)|作为(?:一名|其"
    r"|他|她|该)?"
    r"|我(?:与|和|跟|同)[^。；，\n]{0,12}(?:同事|同学|同科|同一|共事|邻居))"
    r"[^。；！？\n]*?(?=[，,]?(?:现|特|在此|今|谨|实名|向|就|对)[^。；，\n]{0,12}(?:举报|反映|检举|投诉|提出)"
    r"|[。；！？\n]|$)"
)
_OUR = regex.compile(
    r"(?:我们?|咱们?)(?=(?:学院|医院|学校|院|校|局|所(?![知见闻述言说提指举了反掌])|单位|公司|科|厂|站|中心|部门|系"
    r"|处|县|乡"
    r"|镇|村)(?!人))"
    r"|(?<!日|资|基|根|原|样)本(?=(?:院|校|局|所|单位|公司|科室|厂)(?!人))"
)
_SIGNING = regex.compile(r"^(?:此致|敬礼|特此(?:反映|举报)|\d{4}|二[〇○零O]|附件?|[：:])")


def redactions(text: str, reported: str = "") -> tuple[Redaction, ...]:
    """Every stretch of ``text`` that shows who wrote it, in order, none overlapping.

    ``reported`` is the person complained of, whose name and number stay.
    """
    found = [Redaction(kind="signature", start=m.start(), end=m.end()) for m in _LABELLED.finditer(text)]
    found += [Redaction(kind="signature", start=m.start(), end=m.end()) for m in _LABELLED_INLINE.finditer(text)]
    found += [Redaction(kind="contact", start=m.start(), end=m.end()) for m in _CONTACT.finditer(text)]
    found += [Redaction(kind="identity_number", start=m.start(), end=m.end()) for m in _identity(text)]
    found += [
        Redaction(kind="self_description", start=m.start(), end=m.end()) for m in _SELF.finditer(text) if m[0].strip()
    ]
    found += [Redaction(kind="self_description", start=m.start(), end=m.end()) for m in _OUR.finditer(text)]
    found += _closing(text)
    for name in sorted(_writers(text, found) - {reported}):
        found += [
            Redaction(kind="name", start=m.start(), end=m.end()) for m in regex.finditer(regex.escape(name), text)
        ]
    return _merged(found)


def masked(text: str, taken: tuple[Redaction, ...]) -> str:
    """``text`` of the same length, every redacted character a ``MASK``; line ends stay."""
    chars = list(text)
    for redaction in taken:
        for i in range(redaction.start, redaction.end):
            if chars[i] != "\n":
                chars[i] = MASK
    return "".join(chars)


def shown(text: str) -> str:
    """Masked text as people read it: each run of masks is one 〔隐去〕."""
    return regex.sub(rf"{MASK}+(?:[ \t\u3000]*{MASK}+)*", SHOWN, text)


def _identity(text: str) -> list[regex.Match[str]]:
    found = []
    for match in _IDENTITY.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not _OF_REPORTED.search(line):
            found.append(match)
    return found


def _writers(text: str, found: list[Redaction]) -> set[str]:
    """Names of those who signed, wherever they signed."""
    names = {m["name"] for m in _DECLARED.finditer(text)}
    for redaction in found:
        if redaction.kind == "signature":
            value = regex.split(r"[：:]", text[redaction.start : redaction.end], maxsplit=1)[-1]
            names |= {m[0] for m in regex.finditer(rf"(?<!\p{{Han}}){HAN_NAME}(?!\p{{Han}})", value)}
    return {name for name in names if len(name) >= 2}


def _closing(text: str) -> list[Redaction]:
    """A bare name, or a unit and a name, in the last lines, where letters are signed."""
    lines = [m for m in regex.finditer(r"[^\n]+", text) if m[0].strip()]
    found = []
    for match in reversed(lines[-5:]):
        words = match[0].split()
        if len(match[0].strip()) > 30 or _SIGNING.match(match[0].strip()):
            continue
        if (
            words
            and regex.fullmatch(rf"{HAN_NAME}|{HAN_NAME}(?:等|、).*", words[-1])
            and not regex.search(r"[。；：:]", match[0])
        ):
            found.append(Redaction(kind="signature", start=match.start(), end=match.end()))
    return found


def _merged(found: list[Redaction]) -> tuple[Redaction, ...]:
    merged: list[Redaction] = []
    for redaction in sorted(found, key=lambda r: (r.start, -r.end)):
        if merged and redaction.start < merged[-1].end:
            last = merged[-1]
            if redaction.end > last.end:
                merged[-1] = Redaction(kind=last.kind, start=last.start, end=redaction.end)
        else:
            merged.append(redaction)
    return tuple(merged)

"""A complaint letter: whom it is about, and what it says, one allegation at a time."""

from __future__ import annotations

import regex

from extractors.freetext import redaction, topics
from extractors.freetext.outline import Item, items
from extractors.freetext.records import Allegation, AllegationKind, Letter
from extractors.works.surnames import HAN_NAME

_UNIT = (
    r"(?<=公示(?:名单|对象|人员)?中的?|[^\p{Han}]|反映|举报|投诉|检举|控告|关于|^|系)(?!公示)\p{Han}{2,24}?(?:大学"
    r"|学院|学校|中学|小学|幼儿园|医院|卫生院|研究院|研究所|设计院|公司|集团|局|厅|委员会|中心|站|所|厂|场|院|社|馆"
    r"|银行)"
    r"(?:\p{Han}{1,10}?(?:学院|系|部|处|科|室|中心|分公司|所|站|队))?"
)
_TITLE_WORDS = r"(?:同志|老师|教授|医[生师]|主任|科长|处长|院长|校长|所长|工程师|工|女士|先生|副\p{Han}{2,3})?"
_BLAMED = regex.compile(
    r"被(?:反映|举报|投诉|检举|控告)(?:人|对象)(?:姓名|信息|基本情况)?[ \t\u3000]*[：:]?[ \t\u3000]*(?:姓名["
    r" \t\u3000]*[：:][ \t\u3000]*)?"
    rf"(?:(?P<unit>{_UNIT})(?:的|职工|教师)?)?(?P<name>{HAN_NAME})(?!\p{{Han}}{{2}}(?:大学|公司))"
)
_ABOUT = regex.compile(
    r"(?:关于|(?<!被)(?:实名|现|特|来信|在此|向[^，。\n]{2,20})?(?:举报|反映|检举|投诉|控告)|申报人|公示(?:名单|对象"
    r"|人员)?中的?|对)"
    rf"[ \t]*(?:你(?:厅|局|单位|委|处)[^，。\n]{{0,12}})?(?:(?P<unit>{_UNIT})(?:的|职工|教师|在职|干部|专业技术人员"
    rf"|[\p{{Han}}]{{0,6}})?)?"
    rf"(?P<name>{HAN_NAME}){_TITLE_WORDS}(?=同志|老师|在|的|申报|存|弄|不|有|等|违|学|涉|参|、|，|,|（|\(|\s|：|:|$"
    r"|论文|职称|获奖|课题|项目|专利|考核|继续教育|伪造|造假|虚假|抄袭|冒|其|他|她)"
)
_LOOSE = regex.compile(
    rf"(?:^|[，。：；\n])[ \t\u3000]*(?P<name>{HAN_NAME})(?:同志|老师)?[，,（(]?(?:男|女|系|现任|现为|在申报|申报|于"
    rf"|任)"
)
_WORKS = regex.compile(
    rf"(?:单位|工作单位)[ \t\u3000]*[：:][ \t\u3000]*(?P<unit>[^\s，。；]{{3,40}})"
    rf"|(?<=[^\p{{Han}}])系(?P<unit>{_UNIT})|(?:就职|供职|任职|工作)于(?P<unit>{_UNIT})"
)
_CLOSING = regex.compile(
    r"(?m)^[ \t\u3000]*(?:此致|敬礼|特此(?:反映|举报|报告)|附件?[：:]|综上|(?:以上|上述)(?:情况|内容|问题|反映)"
    r"|恳[请求]|(?:敬)?请(?:贵|上级|你|有关))"
)
_TRAILER = regex.compile(
    r"(?:[^。！？!?；;，,：:]{0,14}(?:群众|职工|同事|教师|医生|人|者|干部))?|(?:19|20)\d\d\D.{0,8}|二[〇○零O].{1,12}日"
)
_ASIDE = regex.compile(
    r"^(?:被?(?:反映|举报|投诉)人?(?:的)?(?:基本)?(?:情况|信息)|基本情况|(?:举报|反映|投诉)人|诉求|请求|要求|建议"
    r"|恳请|证据(?:材料|清单|目录)?[：:\n]?$|附件|此致)"
)
_ACCUSES = regex.compile(
    r"造假|作假|虚假|伪造|变造|假(?:证|刊|章|的)|不实|不符|不[满足够]|不属实|不是|并非|没有|未|从未|无(?:任何|此)"
    r"|抄袭|剽窃|冒|挂名|代写|代发|买|违[规反纪]|夸大|编造|拔高"
    r"|隐瞒|重复|查不到|涂改|篡改|修改|存疑|质疑|怀疑|可疑|问题|实际|却|顶替|雷同|倒签|补办|突击|矛盾|不一致|不具备"
    r"|不应|走后门|打招呼|超过|注水|谎称|私刻|PS|处分"
)
_GREETING = regex.compile(
    r"^[ \t\u3000]*(?:尊敬的|致|敬启)?[^。\n]{0,40}(?:领导|办公室|委员会|同志|评委会|纪委|人社[厅局]|职改办"
    r"|[厅局处办])[^。\n]{0,6}[：:]?[ \t]*$"
)
_SENTENCE = regex.compile(r"[^。！？!?；;\n]+[。！？!?；;]*")
_YEAR = regex.compile(r"(?<!\d)(?:19|20)\d{2}(?=年|[-./—至~]|\D|$)(?!\d)")
_QUOTED = regex.compile(r"《([^》\n]{2,80})》|“([^”\n]{2,60})”|「([^」\n]{2,60})」|\"([^\"\n]{2,60})\"")
_PERSON = regex.compile(
    rf"(?<!\p{{Han}})(?P<name>{HAN_NAME})(?=同志|老师|教授|医生|，|、|（|等人)|(?:作者|完成人|发明人|负责人|主持人"
    rf"|导师|同事)(?:为|是|系|[：:])?(?P<name>{HAN_NAME})(?!\p{{Han}})"
)


def allegations(text: str) -> tuple[Allegation, ...]:
    """What ``text`` says against somebody, item by item. () for an empty letter."""
    return letter(text).allegations


def letter(text: str, applicant: str = "") -> Letter:
    """``text`` with its writer taken out, the person complained of, and the allegations.

    ``applicant`` is the name in the dossier: where the letter uses it, it is the person complained of.
    """
    name, unit = _reported(text)
    if applicant and applicant in text:
        name = applicant
    taken = redaction.redactions(text, name)
    hidden = redaction.masked(text, taken)
    end = _body_end(hidden)
    found = _by_items(hidden, items(hidden, 0, end)) or _by_sentences(hidden, end)
    return Letter(
        text=redaction.shown(hidden),
        allegations=tuple(_allegation(i, hidden, span, name) for i, span in enumerate(found, 1)),
        reported=name,
        reported_unit=unit.replace(redaction.MASK, "") if unit else "",
        signed=any(r.kind in ("signature", "name") and not _anonymous(text[r.start : r.end]) for r in taken),
        redactions=taken,
    )


def _reported(text: str) -> tuple[str, str]:
    for pattern in (_BLAMED, _ABOUT, _LOOSE):
        match = pattern.search(text)
        if match is None:
            continue
        unit = match.groupdict().get("unit") or ""
        if not unit:
            works = _WORKS.search(text, match.end(), match.end() + 60)
            unit = (works["unit"] or "") if works else ""
        return match["name"], unit
    return _most_named(text), ""


def _most_named(text: str) -> str:
    """The name that the letter repeats most, by jieba's tagger; "" when no name stands twice."""
    import jieba.posseg

    jieba.setLogLevel(60)
    names = [w.word for w in jieba.posseg.cut(text) if w.flag == "nr" and regex.fullmatch(HAN_NAME, w.word)]
    best = max(dict.fromkeys(names), key=names.count, default="")
    return best if names.count(best) > 1 else ""


def _anonymous(signature: str) -> bool:
    return bool(regex.search(r"匿名|群众|知情(?:人|者)|职工代表|一名|不便|不愿", signature))


def _body_end(text: str) -> int:
    """Where the closing formulas, the signature and the date begin; the whole length when there are none."""
    match = _CLOSING.search(text, len(text) // 2)
    end = match.start() if match else len(text)
    for line in reversed(list(regex.finditer(r"[^\n]+", text[:end]))):
        if not _TRAILER.fullmatch(line[0].strip(redaction.MASK + " \t\u3000")):
            break
        end = line.start()
    return end


Span = tuple[int, int, tuple[AllegationKind, ...]]


def _by_items(text: str, found: tuple[Item, ...], inherited: tuple[AllegationKind, ...] = ()) -> list[Span]:
    spans: list[Span] = []
    for item in found:
        content = text[item.start : item.end]
        if _ASIDE.match(content.strip()) or not content.strip(redaction.MASK + " \t\n\u3000"):
            continue
        heading = text[item.start : item.children[0].start] if item.children else ""
        if item.children:
            spans += _by_items(text, item.children, topics.touched(heading) or inherited)
            continue
        spans.append((item.start, item.end, topics.touched(content) or inherited))
    return spans


def _by_sentences(text: str, end: int) -> list[Span]:
    """Running prose: a sentence that accuses on a new subject opens an allegation, the others go with the one"
    " before."""
    spans: list[Span] = []
    for match in _SENTENCE.finditer(text, 0, end):
        sentence = match[0]
        if not sentence.strip(redaction.MASK + " \t\u3000。；") or _GREETING.match(sentence):
            continue
        kinds = topics.touched(sentence) if _ACCUSES.search(sentence) else ()
        if kinds and not (spans and set(kinds[:1]) & set(spans[-1][2][:1])):
            spans.append((match.start(), match.end(), kinds))
        elif spans:
            spans[-1] = (spans[-1][0], match.end(), spans[-1][2])
    body = regex.sub(r"此致|敬礼|[^\p{L}]|\p{Co}", "", text[:end])
    return spans or ([(0, end, topics.touched(text[:end]))] if body else [])


def _allegation(number: int, text: str, span: Span, reported: str) -> Allegation:
    start, end, kinds = span
    while start < end and (text[start].isspace() or text[start] in redaction.MASK + "，,、。；"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == redaction.MASK):
        end -= 1
    words = redaction.shown(text[start:end])
    kind: AllegationKind = kinds[0] if kinds else "other"
    every = kinds or ("other",)
    documents = [d for k in every for d in topics.topic(k).documents]
    return Allegation(
        number=number,
        kind=kind,
        also=kinds[1:],
        text=words,
        start=start,
        end=end,
        persons=_persons(words, reported),
        years=tuple(dict.fromkeys(_YEAR.findall(words))),
        names=tuple(dict.fromkeys("".join(groups) for groups in _QUOTED.findall(words))),
        documents=tuple(dict.fromkeys(documents)),
        codes=topics.bearing_codes(every, words),
    )


def _persons(text: str, reported: str) -> tuple[str, ...]:
    found = [reported] if reported and reported in text else []
    return tuple(dict.fromkeys(found + [m["name"] for m in _PERSON.finditer(text)]))

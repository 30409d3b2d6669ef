"""What every document may print: whose it is, its number, and who issued it when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
import regex

from extractors.base import fact
from extractors.grammar import dates, identity, names, organisations, values
from extractors.grammar.labels import Field
from extractors.grammar.normal import tight
from extractors.layout import Line, PageView
from extractors.passage import GAP, Passage, joined
from extractors.records import Fact
from extractors.works.surnames import SINGLE
from ingest.geometry import Box

PERSON = (
    Field(
        "person_name", ("姓名", "持证人姓名", "持证人", "学员姓名", "学生姓名", "本人姓名", "中文姓名"), values.person
    ),
    Field("gender", ("性别",), values.gender),
    Field("birth_date", ("出生日期", "出生年月日", "出生年月", "出生时间", "出生"), values.date),
    Field(
        "id_number",
        (
            "公民身份号码",
            "居民身份证号码",
            "居民身份证号",
            "身份证号码",
            "身份证件号码",
            "身份证编号",
            "身份证号",
            "公民身份证号码",
            "有效身份证件号码",
            "有效证件号码",
            "身份证件号",
            "证件号码",
            "证件号",
            "社会保障号码",
            "社会保障号",
            "身份号码",
            "身份证",
        ),
        values.id_number,
    ),
)
NUMBER = Field(
    "certificate_number",
    (
        "证书编号",
        "证书号码",
        "证书号",
        "证书登记号",
        "证书管理号",
        "管理号",
        "证件编号",
        "证号",
        "编号",
        "NO",
        "No.",
        "No",
    ),
    values.code,
)
ISSUER = Field(
    "issuer",
    (
        "发证机关",
        "发证单位",
        "发证机构",
        "发证部门",
        "颁发机关",
        "颁发机构",
        "颁证机关",
        "颁证单位",
        "颁发单位",
        "签发机关",
        "签发单位",
        "授予单位",
        "制发机关",
        "出具单位",
        "批准机关",
        "审批机关",
        "审验单位",
        "审验机构",
        "审核单位",
        "登记机关",
        "登记单位",
        "认定单位",
    ),
    values.organisation,
    wrap=True,
)
ISSUE_DATE = Field(
    "issue_date",
    (
        "发证日期",
        "发证时间",
        "颁发日期",
        "颁发时间",
        "颁证日期",
        "颁证时间",
        "签发日期",
        "签发时间",
        "发证年月",
        "制证日期",
        "填发日期",
        "出具日期",
        "开具日期",
        "出证日期",
        "发证年月日",
    ),
    values.date,
)
COMMON = (*PERSON, NUMBER, ISSUER, ISSUE_DATE)

FAMILY = "".join(sorted(SINGLE))
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff]"
NAME = rf"(?:{_HAN}{{1,8}}?(?:·{_HAN}{{1,8}}?){{1,4}}|{_HAN}{{2,8}}?)"
_AFTER = (
    r"(?=\s?(?:系[男女]|同志|同学|老师|先生|女士|[,，、:(]|性别|系|男[,，。]|女[,，。]|身份证|于\d|"
    r"于[一二]|自\d|在\d{4}))"
)
_NAMED = (
    rf"(?:学生|研究生|学员|本科生|考生|进修生)\s?[:：]?\s?(?P<n>{NAME}){_AFTER}",
    rf"(?:兹证明|特此证明|兹有|证明|兹聘任|兹聘请|聘任|聘请|兹授予|特授予|授予|确认|认定|查|兹|承诺人|"
    rf"参保人|员工)[:：]?"
    rf"(?:(?:我单位|我校|我院|我局|我公司|本单位|本校|该单位|我中心|我所)(?:职工|员工|教师|工作人员|"
    rf"在职职工|在编职工)?)?(?P<n>{NAME})(?=同志|同学|老师|先生|女士|[,(](?:性别[:：]?)?[男女]|"
    rf"[,(:]?(?:公民)?身份证|性别)",
    (
        rf"(?:^|[。\n :：])(?P<n>{NAME})(?:同志|老师|先生|女士)?(?=[,(](?:性别[:：]?)?[男女][,，)。]|"
        rf"\(?[,]?(?:公民)?身份证|性别[:：]?[男女])"
    ),
    rf"(?<![\u4e00-\u9fff·])(?P<n>{NAME})(?=[,(]?(?:性别:?)?[男女](?:性)?[,]?(?:(?:19|20)\d\d年|一九|二[〇零○]))",
    rf"(?:关于|选派|派出|推荐|职工|教师|干部|员工|单位|公司|中心|学校|大学|学院|医院|[局厅院所站校厂部科室队处])"
    rf"(?P<n>{_HAN}{{2,4}}|{_HAN}{{1,8}}·{_HAN}{{1,8}})(?=同志)",
    rf"(?<![\u4e00-\u9fff·])(?P<n>{NAME})(?=(?:同志|老师|先生|女士)\s?[:：,于自在到赴由为(])",
    rf"(?:^|[\n。:])(?P<n>(?:[{FAMILY}]{_HAN}{{1,3}}?|{_HAN}{{1,8}}·{_HAN}{{1,8}}))(?=[,:]?\s?(?:参加|报考|荣获|获得|取得|已通过|经考试|"
    rf"经考核|经评审|具备|同志))",
)
_PERSON = tuple(regex.compile(pattern) for pattern in _NAMED)
_GENDER = regex.compile(
    r"性别\s?[:：]?\s?(?P<g>[男女])|系(?P<g>[男女])性|[,，(](?P<g>[男女])(?:性)?(?=[,，。);；])|"
    r"[\u4e00-\u9fff](?P<g>[男女])(?:性)?(?=[,，]?(?:(?:19|20)\d\d年|一九|二[〇零○]))"
)
_BORN = regex.compile(r"\s?(?:出)?生(?!产|态|活|物|效)|\s?生于")
_BORN_BEFORE = regex.compile(r"(?:出生(?:日期|年月日?|时间)?|生于|生日)[于为:：]?\s?$")
_CLOSING_WORDS = regex.compile(
    r"\((?:盖章|公章|章|印|签章|印章|单位公章|加盖公章)\)|[(]?(?:盖章|公章|签章)[)]?:?|^(?:单位|发证机关|"
    r"颁发单位|出具单位|落款)[:：]"
)
_DATE_LABEL = regex.compile(r"(?:日期|时间|年月日|签发|颁发|发证|填发|开具|特此证明)\s?[:：]?$")
_NOT_ISSUED = regex.compile(
    r"(?:出生|有效|入学|毕业|起止|打印|查询|参加工作|开始|结束|到期|任职|聘任|申请|受理|"
    r"截止)[\u4e00-\u9fff]{0,4}\s?[:：]?$"
)


def sentence(views: Sequence[PageView]) -> Passage:
    """All lines of all pages as one run of text, line breaks and gaps inside Chinese drawn together."""
    return joined((view.passage for view in views), "\n")


def person_in_prose(passage: Passage) -> Iterator[Fact]:
    """Name, sex, birth date and identity number as a sentence gives them (学生 X，性别男，…年…月…日生)."""
    text = passage.text
    for pattern in _PERSON:
        match = next((m for m in pattern.finditer(text) if names.find(m.group("n")) is not None), None)
        if match:
            found = names.find(match.group("n"))
            assert found is not None
            start = match.start("n")
            yield fact("person_name", found.value, passage, start + found.start, start + found.end)
            break
    gender = _GENDER.search(text)
    if gender:
        yield fact("gender", gender.group("g"), passage, gender.start("g"), gender.end("g"))
    for date in dates.find(text):
        if _BORN.match(text, date.end) or _BORN_BEFORE.search(text, 0, date.start):
            yield fact("birth_date", date.value, passage, date.start, date.end)
            break
    for number in identity.find_dated(text)[:1]:
        yield fact("id_number", number.value, passage, number.start, number.end)


_PRINTED = regex.compile(r"(?:打印|查询|生成|制表)(?:日?期|时间)\s?[:：]?")


def closing(views: Sequence[PageView]) -> Iterator[Fact]:
    """Issuer and date of issue from the block at the end: an organisation's name and a date that stands by itself."""
    for view in reversed(views):
        for index in range(len(view.lines) - 1, -1, -1):
            line = view.lines[index]
            dated = _standing_date(line)
            if dated is None and _PRINTED.match(tight(line.text)) and (printed := dates.find(line.text)):
                last = printed[-1]
                yield fact("issue_date", last.value, line.passage, last.start, last.end, trust=0.8)
                yield from _issuer_near(view, index, line.box)
                return
            if dated is None:
                continue
            yield fact("issue_date", dated.value, view.lines[index].passage, dated.start, dated.end, trust=0.95)
            yield from _issuer_near(view, index, view.lines[index].passage.box(dated.start, dated.end))
            return


_NOISE = regex.compile(r"^[^\u4e00-\u9fffA-Za-z0-9)]+")


def _standing_date(line: Line) -> dates.Found | None:
    """The last date of a line that is no part of a sentence: before and after it nothing, a gap, or closing words."""
    for date in reversed(dates.find(line.text)):
        if len((line.text[: date.start] + line.text[date.end :]).split(GAP)) > 4:
            return None  # a row of a table
        before, after = line.text[: date.start], line.text[date.end :]
        if date.precision == "year":
            continue
        if not after.startswith(GAP) and _CLOSING_WORDS.sub("", after).strip():
            continue
        label = _NOISE.sub("", tight(before.rpartition(GAP)[2]))
        if _NOT_ISSUED.search(label):
            continue
        if not label or label[-1] == ")" or _DATE_LABEL.search(label) or before[-1:] in (" ", GAP):
            return date
        if _signer(label):
            return date
    return None


def _signer(label: str) -> bool:
    """Whether what stands before a date is an organisation, closing words such as 单位(盖章): aside."""
    while match := _CLOSING_WORDS.search(label):
        label = label[: match.start()] + label[match.end() :]
    return organisations.is_organisation(label)


def _issuer_near(view: PageView, index: int, date: Box) -> Iterator[Fact]:
    order = [index, *range(index - 1, max(-1, index - 7), -1), index + 1]
    best: tuple[float, Passage] | None = None
    for at in order:
        if not 0 <= at < len(view.lines):
            continue
        for segment in segments(view.lines[at]):
            name = organisation_of(segment)
            if name is None:
                continue
            box = name.box()
            distance = abs(box.center[1] - date.center[1]) + 0.25 * abs(box.center[0] - date.center[0])
            if best is None or distance < best[0]:
                best = (distance, name)
    if best is not None:
        yield fact("issuer", best[1].tight().printed(), best[1], trust=0.95)


def segments(line: Line) -> Iterator[Passage]:
    """The parts of a line between its gaps, then the whole line where it is set with wide spaces."""
    start = 0
    text = line.text
    while start <= len(text):
        end = text.find(GAP, start)
        end = len(text) if end < 0 else end
        if end > start:
            yield line.passage[start:end].strip()
        start = end + 1
    if GAP in text and max(len(part) for part in text.split(GAP)) <= 2:
        yield line.passage.bare()


def organisation_of(segment: Passage) -> Passage | None:
    """The organisation that a segment names and nothing else, closing words such as (盖章) and a date after it aside;
    else None."""
    bare = segment.bare()
    dated = dates.find(bare.text)
    if dated and dated[-1].end == len(bare.text) and dated[-1].precision != "year":
        bare = bare[: dated[-1].start]
    match = _CLOSING_WORDS.search(bare.text)
    while match:
        bare = bare[: match.start()] + bare[match.end() :]
        match = _CLOSING_WORDS.search(bare.text)
    bare = bare.strip(":：。,")
    return bare if organisations.is_organisation(bare.text) else None


_SEAL_NUMBER = regex.compile(r"^[^\u4e00-\u9fff]+|[^\u4e00-\u9fff)]+$|\(?(?:公章|专用章|印章|章)\)?[\d\W]*$")


def sealed_issuer(views: Sequence[PageView]) -> Iterator[Fact]:
    """The issuer that a seal's ring names, for papers that print none."""
    for view in views:
        for mark in view.page.marks:
            named = _SEAL_NUMBER.sub("", tight(mark.text))
            if mark.kind == "seal" and organisations.is_organisation(named):
                yield Fact(
                    name="issuer",
                    value=named,
                    text=mark.text,
                    page=view.page.number,
                    bbox=view.page.displayed(mark.box),
                    confidence=round(0.85 * mark.confidence, 4),
                )


_SCHOOL = regex.compile(r"[\u4e00-\u9fff()]{2,20}?(?:大学|学院|学校|党校|科学院|研究院|研究所)(?![\u4e00-\u9fff])")
_NO_SCHOOL = regex.compile(r"普通高等学校|成人高等学校|高等学校|^[\u4e00-\u9fff]{0,2}(?:本|我|该)校")


def school_of(views: Sequence[PageView], found: Sequence[Fact]) -> list[Fact]:
    """The school of a diploma or degree where one of ``institution`` and ``issuer`` was found, as the other, which
    is the same body; where neither was, the first line that is a school's name."""
    kinds = {f.name: f for f in reversed(found)}
    school, issuer = kinds.get("institution"), kinds.get("issuer")
    if school is None and issuer is not None and _SCHOOL.fullmatch(str(issuer.value)):
        return [msgspec.structs.replace(issuer, name="institution")]
    if school is None:
        school = next(_first_school(views), None)
    if school is None:
        return []
    return [school] if issuer is not None else [school, msgspec.structs.replace(school, name="issuer")]


def _first_school(views: Sequence[PageView]) -> Iterator[Fact]:
    for view in views:
        for line in view.lines:
            bare = line.passage.bare()
            match = _SCHOOL.search(bare.text)
            if match and len(match.group()) >= 4 and not _NO_SCHOOL.search(match.group()):
                yield fact("institution", match.group(), bare, match.start(), match.end(), trust=0.9)


_HEAD = regex.compile(r"^(?P<o>[\u4e00-\u9fff()]{4,36}?)(?:文件|人事处文件)?$")


def red_head(views: Sequence[PageView]) -> Iterator[Fact]:
    """The issuer of an official letter: the office in the large head of its first page."""
    if not views:
        return
    view = views[0]
    for line in view.lines[:3]:
        bare = line.passage.bare()
        match = _HEAD.match(bare.text)
        if match and line.height >= 1.3 * view.em and organisations.is_organisation(match.group("o")):
            yield fact("issuer", match.group("o"), bare, match.start("o"), match.end("o"), trust=0.9)
            return


def employer_from_issuer(found: Iterable[Fact]) -> Iterator[Fact]:
    """The employer is who issues or signs the paper, for papers where no label names one."""
    issuer = next((candidate for candidate in found if candidate.name == "issuer"), None)
    if issuer is not None:
        yield msgspec.structs.replace(issuer, name="employer", item=0)

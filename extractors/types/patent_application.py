"""What comes before a grant: 专利申请受理通知书, the publication of an application, an extract of the register and an
agency's letter. Never a patent certificate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing, sealed_issuer
from extractors.grammar import dates, names, values
from extractors.grammar.labels import Field, Parser, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import inid, patents
from extractors.works.authors import people
from extractors.works.matching import first, words
from extractors.works.surnames import may_be_a_name

_NOTICE = Signs(
    titles=(
        r"(?:专利|发明|实用新型|外观设计).{0,6}受理通知书",
        r"专利申请公布(?:及进入实质审查阶段)?通知书",
        r"(?:申请|请求|专利)受理(?:通知书?|回执|证明)|专利(?:电子)?申请回执",
        r"受理通知书",
        r"专利申请(?:情况|状态|代理|委托)?的?(?:证明|说明|函)",
    ),
    wording=(
        r"申请号",
        r"申请日",
        r"(?:专利申请|申请文件|请求).{0,24}受理",
        r"发明创造名称|发明名称|实用新型名称",
        r"国家知识产权局",
    ),
    against=(r"(?:登记|诉讼|信访|仲裁|工伤|科研|项目|课题|软件著作权).{0,6}受理|授权公告号",),
    alone=0.85,
)
_STEPS = Signs(
    titles=(
        r"(?:电子|专利)?申请(?:提交)?回执",
        r"(?:费用减[缴缓](?:审批)?|缴纳(?:申请|登记)?费用?|缴费|(?:第[一二三四五六七八九]次)?审查意见|初步审查合格|进入实质审查(?:阶段)?|手续(?:合格|补正)|补正"
        r"|授予(?:发明|实用新型|外观设计)?专利权|办理登记手续|视为(?:撤回|放弃)|驳回|恢复权利(?:请求审批)?|著录项目变更)通知书",
        r"^(?:发明|实用新型|外观设计)(?:专利)?请求书$",
    ),
    wording=(
        r"申请号",
        r"申请日|发明创造名称|发明名称|名称为[“\"]",
        r"国家知识产权局|专利局|申请文件清单|第一发明人",
    ),
    alone=1.01,
)
_GAZETTE = regex.compile(r"\(12\)(?:发明|实用新型|外观设计)?专利申请(?!号)|\(43\)申请公布日|\(10\)申请公布号")
_NOT_PENDING = regex.compile(
    r"授权公告[号日]|发明授权|授权日|专利号:?ZL|状态:?(?:有效|授权|专利权(?:维持|有效)|已授权)"
)
_GRANTED = regex.compile(r"\(45\)授权公告日|授权公告号\(?CN")
_REGISTER = regex.compile(
    r"\[?发明公布\]?|申请公布号|(?:公布|公开)\(?(?:公告)?\)?号:?CN|"
    r"(?:专利|案件|法律|当前|申请)状态:?(?:等待|待|实质?审|公[布开]|初审|受理|审查中|在审|未授权|申请中|未决)"
)
_REGISTERED = tuple(
    regex.compile(rf"(?:^|[\n\t ])(?:{label})\s?:|(?:^|\n)(?:{label})[\t ]")
    for label in (
        r"申请号(?:/专利号)?|申请\(专利\)号",
        r"申请日期?",
        r"申请人|申请\(专利权\)人",
        r"发明(?:\(设计\))?人(?:/设计人)?|设计人",
        r"(?:发明|专利|外观设计|实用新型)名称",
        r"(?:主|IPC)?分类号",
    )
)
_FEWEST = 4  # labels that make an extract of the office's register
_FIELDS = FieldSet(
    Field(
        "application_number",
        words("申请号 申请号或专利号 申请号/专利号 专利申请号 国家申请号"),
        patents.application_number,
    ),
    Field("application_date", ("申请日", "申请日期", "专利申请日", "提交日", "提交日期", "递交日"), values.date),
    Field(
        "patent_name",
        words("发明创造名称 发明名称 实用新型名称 外观设计名称 专利名称 使用外观设计的产品名称"),
        values.long_text,
        wrap=True,
    ),
    Field(
        "inventors",
        words("发明人 设计人 发明人或设计人 发明人/设计人 发明(设计)人 设计(发明)人"),
        people,
        wrap=True,
    ),
    Field("applicant", words("申请人 申请人或专利权人 申请(专利权)人"), values.text, wrap=True),
    Field("publication_number", words("申请公布号 公布号 公开号 公开(公告)号"), patents.announcement_number),
    Field("publication_date", words("申请公布日 公布日 公开日 公开(公告)日"), values.date),
    Field("issue_date", ("发文日", "发文日期", "回执日期", "受理日期", "通知日期"), values.date),
    stops=words("地址 专利代理机构 代理人 优先权 案卷号 发文序号 审查员 审查部门"),
)
_UP_THE_SIDE = regex.compile(r"\s*(?:CN)?\s?(?:\d\s?){8,10}[A-Z]\d?\s+")


def _name(passage: Passage) -> Value | None:
    """A title, without the publication number that a gazette prints up the side of its page beside it."""
    beside = _UP_THE_SIDE.match(passage.text)
    start = beside.end() if beside else 0
    found = values.long_text(passage[start:])
    return Value(found.value, start + found.start, start + found.end) if found else None


_CODES: dict[str, tuple[str, Parser]] = {
    "21": ("application_number", patents.application_number),
    "22": ("application_date", values.date),
    "54": ("patent_name", _name),
    "71": ("applicant", values.text),
    "72": ("inventors", people),
    "10": ("publication_number", patents.announcement_number),
    "43": ("publication_date", values.date),
}
_ISSUER = regex.compile(r"(?:中华人民共和国)?国家知识产权局")
_PATENT_OFFICE = "国家知识产权局专利局"
_PUBLISHED = regex.compile(r"\[?(?:发明公布|发明申请公布)\]?\s*(?P<t>[^\n:]{4,60})")
_LETTER = regex.compile(r"兹证明|委托[我本]\p{Han}{1,3}代理|特此(?:证明|说明)")
_KIND = r"(?:发明|实用新型|外观设计|国家)?专利"
_MARKED = r"[《“\"「](?P<t>[^《》“”\"「」]{4,80})[》”\"」]"
_CALLED = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"{_MARKED}(?:的|之|这一|为名的)?(?:一项)?{_KIND}",
        rf"{_KIND}(?:申请)?(?:名称)?(?:为|是|:)?{_MARKED}",
        _MARKED,
    )
)
_INVENTED = regex.compile(
    r"(?:发明|设计)人(?:为|是|系|:|依次为)(?P<n>[\p{Han}·、,]{2,80}?)(?=[。;)]|,(?!\p{Han}{2,4}[、,。])|已?于|等|$)"
)
_FILED_ON = regex.compile(r"[\s,]?(?:由[^,。]{2,30})?(?:已?向|提交|递交|申请|提出|受理|获受理|正式|被)")


_FILED = regex.compile(r"知识产权局|专利局|请求书.{0,400}(?:第一发明人|申请文件清单|申请人)")


class PatentApplication:
    type: DocumentType = "patent_application"

    def recognise(self, view: PageView) -> float:
        text = view.tight
        if _GAZETTE.search(text) and not _GRANTED.search(text):
            return 0.98
        if _of_register(view):
            return 0.9
        filed = "申请号" in view.tight and bool(_FILED.search(view.tight))
        return max(_NOTICE.score(view), _STEPS.score(view) if filed else 0.0)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        found: list[Fact] = []
        for view in views[:1]:
            if _GAZETTE.search(view.tight):
                found += _gazette(view)
        found += _FIELDS.read(views[:2])
        if _LETTER.search(views[0].tight):
            found += [*_proved(views[0]), *closing(views), *sealed_issuer(views)]
        elif _of_register(views[0]):
            found += _published(views[0])
        else:
            found += [*patents.filed(views[0].passage), *_office(views[0])]
            found += (f for f in closing(views[:1]) if f.name == "issue_date" and not _is_form(views[0]))
        return at_most_one(found)


def _is_form(view: PageView) -> bool:
    """Whether the page is the applicant's own form, which no office has dated."""
    return any(heading.endswith("请求书") for heading in view.headings)


def _of_register(view: PageView) -> bool:
    """Whether the page is an extract of the office's register, each label with its colon, of what is not granted."""
    if _NOT_PENDING.search(view.tight) or not _REGISTER.search(view.tight):
        return False
    return sum(bool(label.search(view.text)) for label in _REGISTERED) >= _FEWEST


def _published(view: PageView) -> Iterator[Fact]:
    """The title that an extract prints behind the kind of its entry: [发明公布] 某某装置."""
    for line in view.lines:
        match = _PUBLISHED.match(line.text.strip())
        if match:
            start = line.text.index(match["t"])
            yield fact("patent_name", match["t"].strip(), line.passage, start, start + len(match["t"]))
            return


def _office(view: PageView) -> Iterator[Fact]:
    """Who gives notice: the patent office where it signs by a name of its own, else the administration, which only the
    gazette gives in full."""
    for line in view.lines:
        bare = line.passage.bare()
        if bare.text == _PATENT_OFFICE:
            yield fact("issuer", _PATENT_OFFICE, bare)
            return
    issuer = first(_ISSUER, view.passage)
    if issuer:
        yield issuer.fact("issuer", 0, None if _GAZETTE.search(view.tight) else "国家知识产权局")


def _proved(view: PageView) -> Iterator[Fact]:
    """What an agency's letter says of an application that it filed."""
    passage = sentence([view])
    called = next((hit for pattern in _CALLED if (hit := first(pattern, passage))), None)
    if called:
        yield called.fact("patent_name", "t")
    invented = first(_INVENTED, passage)
    listed = names.listed(invented["n"]) if invented else ()
    if invented and listed and all(may_be_a_name(name) for name in listed):
        yield invented.fact("inventors", "n", listed)
    number = patents.application_number(passage)
    if number:
        yield fact("application_number", number.value, passage, number.start, number.end)
    for date in dates.find(passage.text):
        if date.precision == "day" and _FILED_ON.match(passage.text, date.end):
            yield fact("application_date", date.value, passage, date.start, date.end)
            return


def _gazette(view: PageView) -> list[Fact]:
    read = inid.fields(view)
    found: list[Fact] = []
    for code, (name, parse) in _CODES.items():
        passage: Passage | None = read.get(code)
        value = parse(passage) if passage else None
        if passage and value:
            found.append(fact(name, value.value, passage, value.start, value.end))
    dates = {f.name: f for f in found}
    if "publication_date" in dates:
        published = dates["publication_date"]
        found.append(
            Fact(
                name="issue_date",
                value=published.value,
                text=published.text,
                page=published.page,
                bbox=published.bbox,
                confidence=published.confidence,
            )
        )
    return found


EXTRACTOR = PatentApplication()

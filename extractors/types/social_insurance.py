"""社会保险参保证明: the time insured as stated, or a table of months or of spells with an employer each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.beside_number import named_beside_number
from extractors.careers.insured_spells import spells_of
from extractors.careers.rosters import OF_ONE
from extractors.careers.staff_lists import staff
from extractors.closing import closing, employer_from_issuer, organisation_of, sealed_issuer, segments
from extractors.common import COMMON
from extractors.grammar import values
from extractors.grammar.labels import Field, Value
from extractors.grammar.normal import tight
from extractors.grammar.organisations import is_organisation
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period
from extractors.prose import person_in_prose as person
from extractors.prose import sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.types.credential_report import verification_code
from extractors.works import name_lists
from extractors.works.matching import words
from extractors.works.surnames import reads_as_a_name
from extractors.works.winners import called

_SIGNS = Signs(
    titles=(
        (
            r"(?:社会保险|社保|(?:养老|医疗|失业|工伤)保险|五险|"
            r"参保人员)[\u4e00-\u9fff()]{0,14}(?:参保|缴费|缴纳|个人权益|权益|"
            r"历史)[\u4e00-\u9fff()]{0,10}(?:证明|清单|明细|记录|表|凭证|单|历史|名册|台账)"
        ),
        r"参保(?:缴费)?(?:凭证|证明|情况)|^参保人员?(?:基本|个人|参保)*信息",
        r"(?:社会保险|社保|养老保险)(?:个人)?账户(?:对账单|明细|记录|清单)",
        r"(?:个人)?(?:参保)?缴费(?:证明|明细|清单|记录)",
        r"(?:[省州市县区]|职工|个人|单位)[\u4e00-\u9fff]{0,8}(?:社会|养老|医疗)保险(?:个人)?(?:参保|缴费|缴纳|权益)(?:情况|信息)",
        r"(?:个人|单位|职工|人员)(?:历年|历史)?(?:参保|缴费|社保)(?:缴费|历史|信息|情况|人员|明细|历年)*"
        r"(?:查询[单表]|证明|[清名]单|[台账]账?单|账单|对账单|花?名册|一览表|记录|明细表?)",
    ),
    wording=(
        r"参保|社会保险|社保",
        r"缴费(?:基数|年限|月数|起止|单位|期间|时间)|缴纳",
        r"养老保险|医疗保险|失业保险|工伤保险",
        r"社会保障号|身份证",
        r"经办机构|社会保险.{0,8}(?:局|中心)|验证码|打印",
    ),
    against=(r"申报表|评审表|劳动合同书|承诺书",),
    alone=0.79,
)


def _insured_by(passage: Passage) -> Value | None:
    """An organisation and nothing else: beside 参保单位 at the head of a column stands the next head."""
    found = values.organisation(passage)
    return found if found and is_organisation(tight(str(found.value))) else None


_FIELDS = FieldSet(
    *COMMON,
    Field("person_name", ("参保人姓名", "参保人员姓名", "参保人员", "参保人", "职工姓名"), values.person),
    Field(
        "employer",
        words(
            "参保单位全称 参保单位名称 单位全称 缴费单位名称 现参保单位 当前参保单位 参保单位 "
            "缴费单位 单位名称 工作单位 所属单位 单位"
        ),
        _insured_by,
        wrap=True,
    ),
    Field(
        "start_date",
        words(
            "参保起止时间 缴费起止 参保起止 缴费起止年月 缴费起止时间 缴费期间 参保时间段 缴费时间段 参保期间 证明时段 "
            "缴费起始年月 缴费起始时间 开始缴费时间 参保起始 参保起始时间 参保起始年月 缴费起始 首次参保时间 "
            "首次缴费时间 参保开始时间 参保时间 起始年月 查询时段 首次参保年月 首次缴费年月 首次参保日期 "
            "首次缴费日期 参保日期 开始缴费年月 开始缴费 开始参保时间 开始参保 初次参保时间 建账时间 参保年月 起缴年月"
        ),
        values.period_start,
    ),
    Field(
        "end_date",
        words(
            "参保起止时间 缴费起止 参保起止 缴费起止年月 缴费起止时间 缴费期间 参保时间段 缴费时间段 参保期间 "
            "证明时段 参保时间 查询时段"
        ),
        values.period_end,
    ),
    Field(
        "end_date",
        words(
            "缴费截止年月 缴费终止年月 最近缴费时间 最近缴费年月 最近缴费 截止年月 终止年月 缴费截止时间 缴费截止 "
            "缴费终止时间 最后缴费 最后缴费年月 最后缴费时间 最后缴费月份 最末缴费年月 末次缴费年月 末次缴费时间 "
            "缴费至 已缴至 参保截止时间 停保时间 参保终止时间"
        ),
        values.date,
    ),
    Field(
        "issue_date",
        ("打印日期", "打印时间", "出具日期", "出具时间", "证明日期", "查询日期", "生成日期", "制表日期", "制单日期"),
        values.date,
    ),
    Field(
        "verification_code",
        ("在线验证码", "防伪验证码", "防伪码", "验证码", "查验码", "校验码", "授权码", "验真码", "验证编号"),
        verification_code,
    ),
    Field(
        "issuer",
        words("经办机构 社保经办机构 出具机构 参保地经办机构 打印机构 打印单位 制单机构 制单单位 参保机构"),
        values.organisation,
    ),
    stops=words("个人编号 参保状态 缴费状态 缴费月数 累计缴费月数 缴费基数 险种 参保险种 统一社会信用代码"),
)
_INSURED_BY = regex.compile(
    r"以[“\"]?(?P<v>[\u4e00-\u9fff()]{4,40}?)[”\"]?的?名义(?=(?:参加|参保|缴纳|办理))|"
    r"(?:参保|缴费|工作)单位(?:名称)?(?:为|是|系)?(?P<v>[\u4e00-\u9fff()]{4,40}?)(?=[,，。;；\s])|"
    r"(?:兹证明|证明|兹有|查)[:：]?(?P<v>[\u4e00-\u9fff()]{4,40}?)(?=(?:在职|参保)?(?:职工|员工|工作人员))|"
    r"(?:档案|人事|人事关系|劳动关系)(?:由|在|委托|挂靠|存放于)(?P<v>[\u4e00-\u9fff()]{4,40}?)(?=代理|托管|代管|保管|存放|[,，。])|"
    r"我(?:单位|公司|院|校|局|中心)(?P<v>[\u4e00-\u9fff()]{4,40}?)(?=\(?(?:统一)?社会信用代码|\(统一|在职职工|职工|员工|工作人员)|"
    r"系(?P<v>[\u4e00-\u9fff()]{4,40}?)(?=(?:的)?(?:在职|在编|正式|聘用|参保)?(?:职工|员工|工作人员|人员|教师|干部)[,，。])|"
    r"(?:由|在|系)(?P<v>[\u4e00-\u9fff()]{4,40}?)(?:职工|员工|工作人员)?[,，]?(?:在我\p{Han}{1,3})?"
    r"(?=(?:已?为其|为该同志|代其)?(?:办理|缴纳|参加|参保))"
)


def _of_several(views: Sequence[PageView]) -> bool:
    """Whether a unit's proof lists several of its people, of whom it is about none more than the others."""
    return len(name_lists.in_columns(views)) > 1


class SocialInsurance:
    type: DocumentType = "social_insurance"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        general = [*_FIELDS.read(views), *named_beside_number(views), *person(passage), *_code_said(passage)]
        if _SPOKEN_TO.search(passage.text):
            general += [f for f in called(views) if reads_as_a_name(str(f.value))]
        if _of_several(views):
            general = [f for f in general if f.name != "person_name"]
        people = staff(views)
        if people:  # a list of an employer's people is about none of them more than the others
            general = [f for f in general if f.name not in OF_ONE]
            return at_most_one([*general, *people, *closing(views), *sealed_issuer(views)])
        closed = [*closing(views), *sealed_issuer(views)]
        spells, rows = spells_of(views, [f.bbox for f in closed])
        found: list[Fact] = []
        for item, spell in enumerate(spells, 1 if len(spells) > 1 else 0):
            found += [msgspec.structs.replace(f, item=item) for f in spell[:3] if f is not None]
        if not any(f.name == "start_date" for f in (*general, *found)):
            general += said_period(passage, lone_start=_SINCE)
        elif not any(f.name == "end_date" for f in (*general, *found)):  # a place for when it began, and a sentence
            started = {str(f.value) for f in (*general, *found) if f.name == "start_date"}
            said = list(said_period(passage))
            general += [f for f in said if f.name == "end_date" and str(said[0].value) in started]
        if not any(f.name == "employer" for f in (*general, *found)):
            general += _said_insured_by(passage)
        if rows > 1:  # labels at the head of a table name its first row only
            general = [f for f in general if f.name not in ("start_date", "end_date")]
            if len(spells) > 1 and any(s.employer for s in spells):
                general = [f for f in general if f.name != "employer"]
        code = next((f for f in general if f.name == "verification_code"), None)
        numbered = [msgspec.structs.replace(code, name="certificate_number")] if code else []
        if _OUR_PEOPLE.search(passage.text) and not any(f.name == "employer" for f in (*general, *found)):
            closed += employer_from_issuer([*general, *closed])
        return at_most_one([*general, *found, *numbered, *closed, *_stamped(views)])


_OFFICE = regex.compile(r"社会保[险障]|社保|(?:养老|医疗|工伤|失业)保险|保险(?:事业|基金)|人力资源")


def _stamped(views: Sequence[PageView]) -> Iterator[Fact]:
    """The office of social insurance that ends a print-out by itself, where no date stands beside it."""
    for line in (line for view in views[-1:] for line in reversed(view.lines[-3:])):
        for part in segments(line):
            name = organisation_of(part)
            if name is not None and _OFFICE.search(name.text):
                yield fact("issuer", name.tight().printed(), name, trust=0.9)
                return


_SINCE = regex.compile(r"(?:自|从|于)(?=(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?(?:起|开始|至今|在|参))")
_SPOKEN_TO = regex.compile(r"[你您](?!单位|[院校局所])")
_OUR_PEOPLE = regex.compile(
    r"[我本](?:单位|公司|院|校|局|中心)(?:在职|正式|在编)?(?:职工|员工|工作人员)|在[我本](?:单位|公司|院|校)(?:参|缴)"
)


def _said_insured_by(passage: Passage) -> Iterator[Fact]:
    """The first organisation that a sentence says insures the person."""
    for match in _INSURED_BY.finditer(passage.text, overlapped=True):
        said = passage[slice(*match.span("v"))].tight()
        if is_organisation(said.text):
            yield fact("employer", said.printed(), said)
            return


_CODE_SAID = regex.compile(r"(?:防伪|验证|校验|查验|验真)码[为是:“\"]*\s?(?P<v>[A-Za-z0-9]{6,24})(?![A-Za-z0-9])")


def _code_said(passage: Passage) -> Iterator[Fact]:
    match = _CODE_SAID.search(passage.text)
    if match and any(c.isdecimal() for c in match["v"]):
        yield fact("verification_code", match["v"].upper(), passage, *match.span("v"))


EXTRACTOR = SocialInsurance()

"""Signs that the applicant is a civil servant: the employer's code and the ranks of the civil service."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.eligibility.careers import present_rows
from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.subject import Held, Subject
from checks.locate import locate
from checks.reading import plain
from checks.records import Condition
from corpus.codes import credit, identity
from corpus.policy.records import Rule
from extractors.records import Document, Fact

RANK = re.compile(
    r"(公务员|参公|参照公务员法|[一二三四]级(主任科员|调研员|巡视员|科员)|(副?主任)?科员$|副?调研员|副?巡视员)"
)
_LEVELLED = "[一二三四]级(?:主任科员|调研员|巡视员|科员|(?:高级)?(?:警长|法官|检察官))"
_RANKED = rf"(?P<rank>{_LEVELLED})"
_NOW = rf"(?P<rank>{_LEVELLED}|副?主任科员|副?调研员|副?巡视员|(?<!非)公务员(?![考录招局法服培管]))"
_ELSE = "[不非未无原曾转拟]"  # words after which a paper says what somebody is not, or is no longer
APPOINTED = re.compile(rf"(?:任命|聘任|聘请|聘用|聘|任)[^。；;]{{0,30}}?(?:为|任)[^。；;，,]{{0,16}}?{_RANKED}")
LABELLED = re.compile(rf"(?<![曾原历]任)(?<!原)(?:职务|职级)(?:层次|名称)?[:：]?{_RANKED}")
# What a paper says somebody is today; what they were before a transfer is lawful.
STATED = re.compile(
    rf"(?:(?:该同志|该员|本人|申报人)(?:(?!{_ELSE})[^。；;，,]){{0,16}}?(?:为|系|是)|(?<![以出实体])现(?:为|系|任|是))"
    rf"(?:(?!{_ELSE})[^。；;，,]){{0,24}}?{_NOW}"
)
UNTIL_NOW = re.compile(rf"(?:至今|~今|-今|—今|至现在|[-—~]现在)(?:(?!{_ELSE})[^\n]){{0,60}}?{_NOW}")
ORGAN_CODE = re.compile(r"(?<![0-9A-Z])11[0-9A-HJ-NPQRTUWXY]{16}(?![0-9A-Z])")
UNIT = re.compile("公司|集团|厂$|学校|中学|小学|幼儿园|学院|大学|医院|卫生院|研究院|研究所|设计院|中心$|站$|馆$|合作社")
NOT_AN_ORGAN = re.compile("事业|企业|学校|医院|民办|社会团体|个体")
ORGAN = re.compile("(人民政府|人民法院|人民检察院|人大常委会|政协|局|厅|委员会|[省州市县]委)$")
APPRAISED = re.compile("公务员[^。；;]{0,12}年度考核")
MANAGED = re.compile("(?:参公|参照(?:《?中华人民共和国)?公务员法》?)(?:管理)?")
STATING = ("application_form", "annual_appraisal", "appointment", "work_summary", "employer_publicity", "service_proof")
PLACES = ("application_form", "appointment", "employment_contract", "social_insurance")
NAMES = ("title", "post", "admin_post", "staff_status", "current_title", "employer_kind")
CODES = ("social_credit_code", "credit_code")


def signs(subject: Subject) -> list[Held]:
    """Every fact that speaks for the civil service."""
    posts = [h for name in NAMES for h in subject.held(name, *PLACES) if RANK.search(h.value)]  # type: ignore[arg-type]
    codes = [h for name in CODES for h in subject.held(name, *PLACES) if ORGAN_CODE.fullmatch(h.value)]  # type: ignore[arg-type]
    stated = {held.document.id for held in (*posts, *codes)}
    return [*posts, *codes, *(held for held in _worded(subject) if held.document.id not in stated)]


def _worded(subject: Subject) -> Iterator[Held]:
    """A rank in an appointment's text (聘请某某同志为四级主任科员), beside an unknown label (职级：一级科员), in a
    sentence on what the applicant is (现任四级主任科员), or in the row of a career that runs to this day."""
    for document in subject.of(*STATING):  # type: ignore[arg-type]
        text, patterns = plain(document.text), [STATED]
        if document.type in ("appointment", "application_form"):
            patterns += (APPOINTED, LABELLED) if document.type == "appointment" else (LABELLED,)
        match = next((m for p in patterns if (m := p.search(text))), None) or _until_now(subject, document)
        if match and (fact := _at(subject, document, match["rank"])):
            yield Held(match["rank"], document, fact)


def _until_now(subject: Subject, document: Document) -> re.Match[str] | None:
    texts = (document.text, *present_rows(subject.case, document))
    return next((match for text in texts if (match := UNTIL_NOW.search(text))), None)


def _hints(subject: Subject) -> Iterator[Held]:
    """What makes somebody a civil servant in most cases: appraised as one of late, or a unit run as an organ."""
    for document in subject.of("annual_appraisal"):
        years = [int(str(f.value)[:4]) for f in document.all("year") if str(f.value)[:4].isdecimal()]
        match = APPRAISED.search(plain(document.text))
        if match and max(years, default=0) >= subject.as_of.year - 1 and (fact := _at(subject, document, "公务员")):
            yield Held(match.group(), document, fact)
    yield from _organ(subject)
    for held in subject.held("employer_kind", "application_form"):
        if MANAGED.search(plain(held.fact.text)) and not re.search(_ELSE, held.fact.text):
            yield Held(held.fact.text, held.document, held.fact)


def _organ(subject: Subject) -> Iterator[Held]:
    """The credit code of an organ of state on the form; people of an affiliated institution may work there."""
    for document in subject.of("application_form"):
        text = plain(document.text)
        codes = [code for code in ORGAN_CODE.findall(text) if not credit.fault(code) and not identity.plausible(code)]
        if "信用代码" in text and codes and (fact := _at(subject, document, codes[0])):
            yield Held(f"机关统一社会信用代码{codes[0]}", document, fact)


def _at(subject: Subject, document: Document, rank: str) -> Fact | None:
    """The place of a rank, or of its beginning where a line breaks inside it."""
    parts = (rank[:end] for end in range(len(rank), 2, -1))
    return next((fact for part in parts if (fact := locate(subject.case, document, "post", part))), None)


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    found = signs(subject)
    hints = [] if found else list(_hints(subject))
    if hints:
        shown = "、".join(dict.fromkeys(h.value for h in hints))
        words = f"材料写有{shown}；本人是否公务员或参公人员请人工确认。"
        yield row(rule, "cannot_tell", shown, "非公务员", words, [h.evidence for h in hints])
        return
    if not found:
        employer = subject.said("employer")
        kind = subject.form("employer_kind")
        if kind is not None and NOT_AN_ORGAN.search(kind.fact.text):
            words = f"申报表填写单位性质为{kind.fact.text}，材料中未见公务员职级名称或机关统一社会信用代码。"
            yield row(rule, "met", kind.fact.text, "非公务员", words, (kind.evidence,))
        elif subject.employer_kind in ("private", "freelance") or UNIT.search(employer):
            words = f"工作单位为{employer or '非公单位'}，材料中未见公务员职级名称或机关统一社会信用代码。"
            yield row(rule, "met", "未见相关迹象", "非公务员", words)
        elif ORGAN.search(employer):
            stated = subject.form("employer")
            words = f"工作单位为{employer}，名称为机关；本人是否公务员或参公人员请人工确认。"
            yield row(rule, "cannot_tell", employer, "非公务员", words, (stated.evidence,) if stated else ())
        else:
            words = "材料中未见公务员职级名称，也未能从单位名称判断性质；以单位证明为准。"
            yield row(rule, "cannot_tell", "未见相关迹象", "非公务员", words)
        return
    shown = "、".join(dict.fromkeys(h.value for h in found))
    words = f"材料写有{shown}；如已转入事业单位、企业，请提供转任材料。"
    yield row(rule, "not_met", shown, "非公务员", words, [h.evidence for h in found])


MEASURE = Measure(name="civil-servant", rows=_rows)

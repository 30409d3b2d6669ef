"""Whether somebody is past the age of retirement on the day judged by. Extensions exist: age alone decides nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.eligibility.helped import Helped
from checks.eligibility.outcome import Measure, row
from checks.eligibility.spans import day, full_years
from checks.eligibility.subject import Held, Subject
from checks.locate import locate
from checks.reading import plain
from checks.records import Condition, Evidence
from corpus.policy.records import Rule

WORD = "退休"
# What a paper says of the applicant, or of the career's row that runs to this day; not others' retirement, nor its age.
STATED = re.compile(
    r"(?:该同志|本人|申报人)(?:(?![不未延拟将距])[^。；;，,]){0,6}(?:已|于(?:(?![不未延拟将])[^。；;，,]){2,14}?)(?:正式)?(?:办理)?"
    r"(?P<word>[退离]休)(?!年龄|职工|教师|人员的)|(?:至今|[-—~]今)[^\n]{0,40}?(?P<until>[退离]休(?:返聘)?)(?!职工|教师|年龄)"
)
# What a proof of insurance says of a pension that is drawn already; its notes speak of ages and of what is to come.
DRAWN = re.compile(
    r"(?P<year>(?:19|20)\d\d)年\d{1,2}月起?(?:开始)?(?:领取|享受)(?:城镇|企业|职工|机关|事业单位){0,3}(?:基本)?养老(?:保险)?(?:金|待遇)?"
)
STATING = ("application_form", "annual_appraisal", "appointment", "work_summary", "employer_publicity")


def retired(subject: Subject) -> Held | None:
    """A paper that calls the applicant retired."""
    facts = [*subject.held("employer", "application_form"), *subject.held("staff_status", "application_form")]
    named = next((h for h in facts if WORD in h.value and "延" not in h.value), None)
    return named or next(_stated(subject), None) or next(_pensioned(subject), None)


def _stated(subject: Subject) -> Iterator[Held]:
    for document in subject.of(*STATING):  # type: ignore[arg-type]
        for match in STATED.finditer(document.text):
            word = match["word"] or match["until"]
            if fact := locate(subject.case, document, "staff_status", word):
                yield Held(word, document, fact)


def _pensioned(subject: Subject) -> Iterator[Held]:
    for document in subject.of("social_insurance"):
        for match in DRAWN.finditer(plain(document.text)):
            since = day(match.group()[:4])
            fact = locate(subject.case, document, "staff_status", match.group())
            if fact and since and since.low <= subject.as_of:
                yield Held(match.group(), document, fact)


def age(subject: Subject) -> int | None:
    """Full years of age on the day judged by, None when the birth date is not known to the day."""
    born = day(subject.case.applicant.get("birth_date", ""))
    return full_years(born.low, subject.as_of) if born else None


def _rows(subject: Subject, rule: Rule, _helped: Helped) -> Iterator[Condition]:
    value = rule.value(subject.as_of)
    sex, years = subject.case.applicant.get("gender", ""), age(subject)
    limit = value.ages.get(sex) if value else None
    stated = retired(subject)
    if stated is not None:
        yield row(rule, "not_met", stated.value, "在职", f"材料写明{stated.value}。", (stated.evidence,))
        return
    if years is None or limit is None:
        yield row(rule, "cannot_tell", "未能识别", "在职", "出生日期或性别未能识别，是否达到退休年龄未能计算。")
        return
    words = f"截至核算日{years}周岁，{sex}性退休年龄一般为{limit}周岁（B）"
    if years < limit:
        yield row(rule, "met", f"{years}周岁", f"未满{limit}周岁", f"{words}。", _place(subject))
        return
    words += "；女性高级职称人员可至60周岁，另有延迟退休审批，是否在职请人工确认。"
    yield row(rule, "cannot_tell", f"{years}周岁", f"未满{limit}周岁或经批准延迟退休", words, _place(subject))


def _place(subject: Subject) -> tuple[Evidence, ...]:
    held = [*subject.held("birth_date", "identity_card", "application_form")]
    return tuple(h.evidence for h in held[:1])


MEASURE = Measure(name="retirement", rows=_rows)

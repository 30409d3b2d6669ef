"""What the form says in its own fields and rows: careers, credit codes, rural service, the route chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from checks.applicant import profile
from checks.base import Case, Check
from checks.eligibility.excluded_applicant import CHECK as EXCLUDED
from checks.eligibility.judge import judge
from checks.eligibility.outside_scope import CHECK as OUTSIDE
from checks.eligibility.rejudge import case_of, documents_of
from checks.eligibility.rural_service_short import CHECK as RURAL
from checks.eligibility.wrong_committee import CHECK as COMMITTEE
from checks.eligibility.years_in_title_short import CHECK as YEARS
from checks.records import Finding
from corpus.codes import credit
from ingest.geometry import Box
from ingest.records import Page, Word
from tests.checks.eligibility.forms import POLICY, QUALIFIED, filled

FORM = {**QUALIFIED, "employer": "某某县档案局"}


def case(facts: dict[str, str], *lines: tuple[float, float, str]) -> Case:
    """A form with these facts whose page prints ``lines``: left and upper edge, and the words there."""
    text = "\n".join(words for _, _, words in lines)
    made = filled(text, {**FORM, **facts})
    words = tuple(Word(text=said, box=Box(x, y, x + 10 * len(said), y + 10)) for x, y, said in lines)
    page = Page(file=made.documents[0].file, number=1, width=595, height=842, source="text", words=words)
    made = replace(made, dossier=msgspec.structs.replace(made.dossier, pages=(page,)))
    return replace(made, conditions=judge(made))


def severities(check: Check, made: Case) -> list[str]:
    return [f.severity for f in check.run(made) if isinstance(f, Finding)]


EARLIER = (60, 100, "2014.08—2016.12  某局")
NOW = (60, 140, "2017.01—至今  某局")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([EARLIER, (400, 131, "四级主任科员（公务"), NOW, (400, 149, "员）")], ["ineligible"]),
        ([(400, 91, "四级主任科员（公务"), EARLIER, (400, 109, "员）"), NOW], []),  # before the transfer
        ([EARLIER, (400, 120, "四级主任科员"), NOW], []),  # between two rows
        ([EARLIER, (400, 131, "原四级主任科员，现"), NOW, (400, 149, "档案馆馆员")], []),
    ],
)
def test_the_cell_of_a_career_that_runs_to_this_day_is_read_whole(lines, told: list[str]) -> None:
    assert severities(EXCLUDED, case({"employer": "某某县档案馆"}, *lines)) == told


def organ_code(first: str) -> str:
    return first + credit.check_character(first + "0")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (organ_code("11533400733500539"), ["notice"]),
        (organ_code("12533400733500539"), []),  # a public institution's
        ("115334007335005390", []),  # misread
        ("110101199003078515", []),  # somebody's number, of Beijing
    ],
)
def test_the_credit_code_of_an_organ_is_worth_knowing(code: str, told: list[str]) -> None:
    assert credit.fault("115334007335005390")
    facts = {"employer": "某某县档案馆", "employer_kind": "public"}
    made = case(facts, (60, 100, "统一社会"), (130, 112, code), (60, 124, "信用代码"))
    assert severities(EXCLUDED, made) == told


NURSE = {
    "applied_title": "副主任护师",
    "applied_series": "卫生技术",
    "current_title": "主管护师",
    "workplace": "云南省大理州大理市",
    "employer": "大理州某专科医院",
}


@pytest.mark.parametrize(
    ("said", "told"),
    [("无", ["missing"]), ("2014年至2015年在乡镇卫生院服务", []), ("", []), ("无偿支援乡镇卫生院", [])],
)
def test_a_form_that_states_no_service_in_the_countryside(said: str, told: list[str]) -> None:
    made = case(NURSE, (60, 100, "七、基层服务经历"), (60, 120, said or " "), (60, 140, "八、承诺"))
    assert severities(RURAL, made) == told


def test_who_works_in_a_township_needs_no_other_service_there() -> None:
    made = case(NURSE | {"workplace": "云南省大理州大理市喜洲镇"}, (60, 100, "基层服务经历"), (60, 120, "无"))
    assert severities(RURAL, made) == []


ACCOUNTANT = {"applied_title": "高级会计师", "applied_series": "会计", "current_title": "会计师"}


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (ACCOUNTANT | {"applied_route": "高技能人才与专业技术人才职业发展贯通"}, ["ineligible"]),
        (ACCOUNTANT | {"applied_route": "正常申报"}, []),
        ({"applied_route": "高技能人才贯通"}, []),  # engineering, to which it reaches
    ],
)
def test_the_route_for_skilled_workers_reaches_some_series_only(facts: dict[str, str], told: list[str]) -> None:
    assert severities(OUTSIDE, case(facts)) == told


def test_too_few_years_point_at_the_form_too() -> None:
    since = "2018-12-15"
    given = {
        "application_form": ({**FORM, "education_level": "本科", "current_title_date": since},),
        "diploma": ({"education_level": "本科", "end_date": "2009-07-01"},),
        "title_certificate": ({"title": "工程师", "approved_date": since},),
    }
    documents = documents_of(given)
    made = case_of(documents, profile(documents), POLICY, date(2020, 12, 31))
    (told,) = [f for f in YEARS.run(replace(made, conditions=judge(made))) if isinstance(f, Finding)]
    assert told.severity == "ineligible"
    assert {place.document for place in told.evidence} == {d.id for d in documents if d.type != "diploma"}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("昆明市人力资源和社会保障局特殊人才职称评审委员会", ["missing"]),
        ("云南省工程系列特殊人才高级职称评审委员会", []),
    ],
)
def test_special_talents_sent_to_a_bureau_of_human_resources_are_told(body: str, told: list[str]) -> None:
    lines = [
        (133, 198, "特殊人才职称申报评审表"),
        (66, 348, "申报类别 特殊人才（绿色通道）"),
        (66, 372, f"送审评委会 {body}"),
    ]
    assert severities(COMMITTEE, case({}, *lines)) == told

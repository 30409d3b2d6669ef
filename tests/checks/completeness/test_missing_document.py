"""What the wording of papers says of an item that stands nowhere by itself; the rest is in the cases of the packs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from checks.applicant import profile
from checks.completeness.missing_document import CHECK
from checks.eligibility.judge import judge
from checks.eligibility.rejudge import case_of, documents_of
from checks.records import Finding
from corpus.policy.loader import load
from tests.checks.builders import document

POLICY = load("yunnan-2020")
FORM = {
    "person_name": "和丽",
    "applied_title": "高级工程师",
    "applied_series": "工程技术",
    "current_title": "工程师",
    "workplace": "昆明市盘龙区",
    "employer": "昆明某某设计院",
    "employer_kind": "public",
    "education_level": "本科",
}
COMPLETE = {
    "application_form": (FORM,),
    "identity_card": ({"person_name": "和丽"},),
    "diploma": ({"person_name": "和丽", "education_level": "本科"},),
    "title_certificate": ({"person_name": "和丽", "title": "工程师", "approved_date": "2014-08-01"},),
    "appointment": ({"person_name": "和丽", "title": "工程师"},),
    "annual_appraisal": tuple({"year": str(year), "grade": "合格"} for year in range(2015, 2020)),
    "continuing_education": tuple({"year": str(year), "hours": "96"} for year in range(2015, 2020)),
    "integrity_pledge": ({"person_name": "和丽"},),
    "employer_publicity": ({"start_date": "2020-07-06", "end_date": "2020-07-10"},),
}
CONTENTS = "材料目录 1居民身份证 2毕业证书 3资格证书 4聘书 5年度考核登记表 6继续教育证书 7诚信承诺书 8公示证明"


def told(without: tuple[str, ...] = (), *, form: str = "", other: str = "") -> set[str]:
    """The items told as missing from a complete dossier without some papers."""
    given = {type_: rows for type_, rows in COMPLETE.items() if type_ not in without}
    given |= {"other": ({},)} if other else {}
    texts = {"application_form": form, "other": other}
    documents = tuple(msgspec.structs.replace(d, text=texts.get(d.type, "")) for d in documents_of(given))
    made = case_of(documents, profile(documents), POLICY, date(2020, 12, 31))
    made = replace(made, conditions=judge(made))
    found = [f for f in CHECK.run(made) if isinstance(f, Finding)]
    assert all(f.severity == "missing" and f.clause.policy == "materials" for f in found)
    return {f.message.removeprefix("缺少").partition("：")[0] for f in found}


@pytest.mark.parametrize(
    ("type_", "item"),
    [
        ("application_form", "职称申报（评审）表"),
        ("identity_card", "居民身份证"),
        ("diploma", "学历证明"),
        ("title_certificate", "现任职称证明"),
        ("appointment", "聘任证明"),
        ("annual_appraisal", "年度考核材料"),
        ("continuing_education", "继续教育材料"),
        ("integrity_pledge", "诚信承诺书"),
        ("employer_publicity", "单位公示及推荐证明"),
    ],
)
def test_each_common_item_is_told_when_it_lacks(type_: str, item: str) -> None:
    assert item in told((type_,))


def test_a_complete_dossier_lacks_nothing() -> None:
    assert told() == set()


def test_everything_that_lacks_is_told_in_one_go() -> None:
    assert len(told(tuple(t for t in COMPLETE if t != "application_form"))) == 8


def test_a_form_that_only_says_what_is_promised_replaces_no_pledge() -> None:
    assert told(("integrity_pledge",), form="本人承诺以上所填内容属实。") == {"诚信承诺书"}


def test_a_form_that_holds_a_pledge_leaves_it_to_a_person() -> None:
    assert told(("integrity_pledge",), form="个人诚信承诺书\n本人郑重承诺……承诺人：和丽") == set()


def test_a_form_with_the_days_of_publicity_leaves_the_proof_to_a_person() -> None:
    assert told(("employer_publicity",), form="单位意见：公示时间2020年7月6日至10日，无异议") == set()
    assert told(("employer_publicity",), form="单位意见：经公示无异议，同意推荐") == {"单位公示及推荐证明"}


def test_a_paper_that_could_not_be_sorted_but_names_the_item_leaves_it_to_a_person() -> None:
    assert told(("integrity_pledge",), other="承诺书 本人保证所提交材料真实") == set()


def test_a_contents_page_stands_for_nothing_that_it_lists() -> None:
    assert told(("integrity_pledge", "identity_card"), other=CONTENTS) == {"诚信承诺书", "居民身份证"}


def test_a_paper_headed_by_the_item_is_no_page_of_contents_whatever_else_it_names() -> None:
    pledge = "专业技术人员申报诚信承诺书\n本人提交的居民身份证、毕业证书、资格证书、年度考核登记表、继续教育证书均真实"
    publicity = "关于申报人的公示情况证明\n材料包括居民身份证、毕业证书、资格证书、年度考核登记表、聘书"
    assert told(("integrity_pledge", "employer_publicity"), other=f"{pledge}\f{publicity}") == set()


@pytest.mark.parametrize(("unread", "outcome"), [(False, "not_met"), (True, "cannot_tell")])
def test_a_year_is_not_asked_for_while_the_year_of_an_appraisal_was_not_read(unread: bool, outcome: str) -> None:
    years = tuple({"year": str(year), "grade": "合格"} for year in (2015, 2016, 2017, 2019))
    documents = documents_of({**COMPLETE, "annual_appraisal": years})
    faint = msgspec.structs.replace(document("annual_appraisal", {"grade": "合格"}), id="d90", file="d90.pdf")
    documents += (faint,) if unread else ()
    made = case_of(documents, profile(documents), POLICY, date(2020, 12, 31))
    made = replace(made, conditions=judge(made))
    assert next(c.outcome for c in made.conditions if c.id == "appraisal") == outcome
    assert not any("2018" in f.message for f in CHECK.run(made) if isinstance(f, Finding) and unread)

"""What only the wording of a form tells: the declared route, the committee addressed, sanctions mentioned."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest

from checks.applicant import profile
from checks.base import Case
from checks.eligibility.excluded_applicant import CHECK as EXCLUDED
from checks.eligibility.judge import judge
from checks.eligibility.outside_scope import CHECK as OUTSIDE
from checks.eligibility.rejudge import case_of, documents_of
from checks.eligibility.roles import route
from checks.eligibility.subject import Subject
from checks.eligibility.wrong_committee import CHECK as COMMITTEE
from checks.records import Finding
from ingest.geometry import Box
from ingest.records import Page, Word
from tests.checks.eligibility.forms import POLICY, QUALIFIED, filled

FORM = {**QUALIFIED, "employer": "昆明某某设计院", "employer_kind": "public"}


def case(text: str, **facts: str) -> Case:
    """A form with these facts whose text is ``text``, judged."""
    made = filled(text, {**FORM, **facts})
    return replace(made, conditions=judge(made))


def found(check, made: Case) -> list[Finding]:  # type: ignore[no-untyped-def]
    return [f for f in check.run(made) if isinstance(f, Finding)]


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("申报类型：定向评价", "定向评价"),
        ("申报方式 正常申报", "正常申报"),
        ("申报途径：□正常申报 ☑定向评价", "定向评价"),
        ("申报途径：√特殊人才 □正常", "特殊人才"),
        ("申报途径：□正常申报 □定向评价", ""),
        ("本人自愿参加定向评价、定向使用", "定向评价"),
        ("申报类型及\t申请适用“定向评价、定向使用”政策", "定向评价"),
        ("适用定向评价的人员须在范围内", ""),
        ("本人不申请定向评价", ""),
        ("定向评价按云人社通〔2020〕78号执行", ""),
    ],
)
def test_a_route_is_what_the_form_declares_not_what_it_offers(text: str, declared: str) -> None:
    assert route(Subject(case(text))) == declared


def test_directed_evaluation_declared_outside_its_counties_is_told() -> None:
    assert [f.severity for f in found(OUTSIDE, case("申报类型：定向评价"))] == ["ineligible"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("参加脱贫攻坚驻村工作,申请服务年限视同服务基层工作年限", "工程技术"),
        ("申请将驻村扶贫时间\n计入基层工作年限", "工程技术"),
        ("本人属乡镇人员，申请提前一年申报", ""),
        ("按照二（四）的规定，申请论文不作限制性条件", "盘龙区"),
        ("本人在艰苦边远地区工作，申请不将论文、职称外语作为限制性条件", "盘龙区"),
    ],
)
def test_a_preference_claimed_in_words_outside_its_scope_is_told(text: str, why: str) -> None:
    (told,) = found(OUTSIDE, case(text))
    assert told.severity == "ineligible" and why in told.message and told.evidence


@pytest.mark.parametrize(
    "text",
    [
        "如需申请服务年限视同基层工作年限，请附服务证明",
        "符合条件的，可提前一年申报",
        "未申请提前申报",
        "按照有关规定，艰苦边远地区人员不将论文作为限制性条件",
        "论文2篇；作为第一作者",
        "主持基层服务年限研究项目",
    ],
)
def test_a_form_that_explains_or_declines_a_preference_stays_silent(text: str) -> None:
    assert found(OUTSIDE, case(text)) == []


def test_a_preference_claimed_without_proof_of_the_service_is_asked_for() -> None:
    teacher = {"applied_title": "高级教师", "applied_series": "中小学教师", "current_title": "一级教师"}
    made = case("参加驻村扶贫，申请服务年限视同基层工作年限", **teacher)
    (told,) = found(OUTSIDE, made)
    assert told.severity == "missing" and "补充证明" in told.message


def test_a_preference_claimed_where_it_may_apply_is_silent() -> None:
    made = case("申请论文不作限制性条件", workplace="罗平县板桥镇", employer="罗平县板桥镇农业综合服务中心")
    assert found(OUTSIDE, made) == []


def test_a_form_that_only_offers_directed_evaluation_stays_silent() -> None:
    assert not found(OUTSIDE, case("申报类型：□正常申报 □定向评价"))
    assert not found(OUTSIDE, case("申报类型：定向评价", workplace="昭通市镇雄县", employer="镇雄县某某站"))


@pytest.mark.parametrize(
    "text",
    [
        "拟报评审委员会：云南省工程系列高级职称评审委员会",
        "现任职称由云南省农业系列中级职称评审委员会评审取得",
        "评审委员会意见",
        "",
    ],
)
def test_a_committee_that_fits_or_is_not_the_one_addressed_stays_silent(text: str) -> None:
    assert not found(COMMITTEE, case(text))


@pytest.mark.parametrize(
    "text",
    [
        "申报类型 正常申报 送评委员会 云南省卫生系列高级职\n称评审委员会\n聘任时间",
        "聘任时间\t2015年\n云南省卫生系列高级职称评审委\n申报类型\t正常申报\t送评委员会\n员会\n获奖情况",
    ],
)
def test_a_committee_broken_over_two_lines_is_read_whole(text: str) -> None:
    findings = found(COMMITTEE, case(text))
    assert "云南省卫生系列高级职称评审委员会" in findings[0].message


def test_a_committee_of_another_series_is_told_and_nobody_is_turned_away() -> None:
    findings = found(COMMITTEE, case("拟报评审委员会：云南省卫生系列高级职称评审委员会"))
    assert [f.severity for f in findings] == ["missing"]
    assert "云南省卫生系列高级职称评审委员会" in findings[0].message


@pytest.mark.parametrize(
    ("specialty", "committee", "count"),
    [
        ("建筑工程", "云南省水利工程高级职称评审委员会", 1),
        ("建筑工程", "云南省建筑工程高级职称评审委员会", 0),
        ("水工结构", "云南省水利工程高级职称评审委员会", 0),  # named for no field
        ("信息安全", "云南省电子工程高级职称评审委员会", 0),
        ("建筑工程", "云南省工程系列高级职称评审委员会", 0),
    ],
)
def test_a_committee_named_for_another_field_is_noted(specialty: str, committee: str, count: int) -> None:
    asked = case(f"申报评委会：{committee}", applied_specialty=specialty)
    assert [f.severity for f in found(COMMITTEE, asked)] == ["notice"] * count


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("2020年5月因工作失误，给予记过处分。", ["ineligible"]),
        ("2018年3月给予记过处分，已于2019年3月期满。", []),
        ("本人未受过任何处分，如有记过处分愿承担后果。", []),
        ("2020年9月受到政务警告处分。", ["notice"]),
        ("因违反廉洁纪律，受\n到党内严重警告处分(2020年5月)。", ["notice"]),
        ("2020年5月，因工作失误记过处分", ["ineligible"]),
        ("2015-2019年无任何处分，未受记过处分", []),
        ("提供虚假材料的，给予记过处分", []),
    ],
)
def test_a_sanction_counts_while_it_runs(text: str, severities: list[str]) -> None:
    assert [f.severity for f in found(EXCLUDED, case(text))] == severities


def test_an_office_as_employer_is_only_worth_knowing() -> None:
    assert [f.severity for f in found(EXCLUDED, case("", employer="某某县公安局"))] == ["notice"]
    assert not found(EXCLUDED, case("", employer="某某县人民医院"))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("普通高等学校本科毕业证书 准予毕业", "met"),
        ("普通高等学校本科结业证书 准予结业", "cannot_tell"),
        ("本科结业，后补考合格，换发毕业证书", "met"),
    ],
)
def test_a_certificate_without_graduation_proves_no_education(text: str, outcome: str) -> None:
    given = {"application_form": ({**FORM, "education_level": "本科"},), "diploma": ({"education_level": "本科"},)}
    documents = tuple(msgspec.structs.replace(d, text=text if d.type == "diploma" else "") for d in documents_of(given))
    rows = {c.id: c for c in judge(case_of(documents, profile(documents), POLICY, date(2020, 12, 31)))}
    assert rows["education"].outcome == outcome


PAPERS = {
    kind: {kind: ({},)} for kind in ("annual_appraisal", "work_summary", "employer_publicity", "social_insurance")
}
APPOINTMENT = {"person_name": "和丽江", "issuer": "某某县自然资源局", "employer": "某某县自然资源局"}


@pytest.mark.parametrize(
    ("kind", "text", "severities"),
    [
        ("appointment", "聘请和丽江同志为四级主任科员，聘期三年。", ["ineligible"]),
        ("appointment", "聘请和丽江同志为工程师，聘期三年。", []),
        ("annual_appraisal", "该同志为机关公务员(四级主任科员)，以上为公务员年度考核结果。", ["ineligible"]),
        ("annual_appraisal", "该同志为非公务员身份，事业编制。", []),
        ("work_summary", "本人现为县民族宗教事务局在编公务员，任四级主任科员。", ["ineligible"]),
        ("work_summary", "本人曾为公务员，2015年调入设计院。现为公务员考试培训教师。", []),
        ("work_summary", "本人不是公务员或参公人员。", []),
        ("employer_publicity", "经审查，该同志系我局二级主任科员。", ["ineligible"]),
        ("application_form", "2014.10-至今\t某局 四级主任科员(在编公务员)", ["ineligible"]),
        ("application_form", "2014.10-至今\t某设计院 工程师，原某局四级主任科员", []),
        ("application_form", "2004.08-2014.10\t某局 四级主任科员", []),
        ("work_summary", "本人已退休，返聘在岗。", ["ineligible"]),
        ("work_summary", "本人于2019年8月办理退休。", ["ineligible"]),
        ("work_summary", "本人未到退休年龄，服务退休职工300人。该同志距退休还有五年。", []),
        ("social_insurance", "参保状态 退休（2020年3月起领取基本养老金）", ["ineligible"]),
        ("social_insurance", "预计2031年3月起领取基本养老金", []),
        ("social_insurance", "达到法定退休年龄时，按规定领取基本养老金。", []),
        ("application_form", "行政职务：一级科员", ["ineligible"]),
        ("application_form", "曾任职务：一级科员\n2010年任某局一级科员，2015年调入某某设计院任工程师", []),
    ],
)
def test_civil_service_and_retirement_count_where_a_paper_says_them_of_today(
    kind: str, text: str, severities: list[str]
) -> None:
    given = {"application_form": (FORM,), "appointment": (APPOINTMENT,), **PAPERS.get(kind, {})}
    documents = tuple(msgspec.structs.replace(d, text=text if d.type == kind else "") for d in documents_of(given))
    made = case_of(documents, profile(documents), POLICY, date(2020, 12, 31))
    words = Word(text=text.partition("\n")[0], box=Box(50, 100, 300, 112))
    holder = next(d for d in documents if d.type == kind)
    page = Page(file=holder.file, number=holder.pages[0], width=595, height=842, source="text", words=(words,))
    made = replace(made, dossier=msgspec.structs.replace(made.dossier, pages=(page,)))
    assert [f.severity for f in found(EXCLUDED, replace(made, conditions=judge(made)))] == severities


def test_a_preference_points_at_the_paper_that_shows_its_role() -> None:
    given = {
        "application_form": ({**FORM, "applied_title": "副主任医师", "applied_series": "卫生"},),
        "service_proof": ({"service_kind": "epidemic", "start_date": "2020-02-11", "end_date": "2020-03-21"},),
    }
    documents = documents_of(given)
    rows = judge(case_of(documents, profile(documents), POLICY, date(2020, 12, 31)))
    proof = next(d for d in documents if d.type == "service_proof")
    (applied,) = [c for c in rows if c.id == "epidemic-front-line"]
    assert (applied.outcome, [e.document for e in applied.evidence]) == ("met", [proof.id])

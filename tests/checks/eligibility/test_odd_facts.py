"""Whatever stands in a dossier, judging neither fails nor passes on nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import get_args

import pytest

from checks.applicant import profile
from checks.discovery import all_checks
from checks.eligibility.judge import judge
from checks.eligibility.rejudge import NOWHERE, case_of
from corpus.policy.loader import PACKS, load
from extractors.records import Document, DocumentType, Fact

NAMES = [
    *("person_name", "id_number", "gender", "birth_date", "issuer", "issue_date", "certificate_number", "names"),
    *("employer", "workplace", "employer_kind", "applied_title", "applied_level", "applied_series", "applied_route"),
    *(
        "applied_specialty",
        "current_title",
        "current_title_date",
        "education_level",
        "degree",
        "study_mode",
        "committee",
    ),
    *(
        "start_date",
        "end_date",
        "title",
        "title_level",
        "approved_date",
        "year",
        "grade",
        "hours",
        "professional_hours",
    ),
    *("service_kind", "place", "skill_level", "institution", "fund_number", "role", "rank", "funder", "award_name"),
    *("sanction_kind", "sanction_date", "grant_date", "social_credit_code"),
]
VALUES = [
    *("", " ", "至今", "2020", "2020-02", "2020-02-30", "9999-12-31", "0001-01-01", "1900", "二〇二〇年"),
    *("-5", "90", "1e9", "NaN", "√", "高级工程师", "副主任医师", "研究员", "某某", "正高级", "高级", "工程", "卫生"),
    *("农业技术", "中小学教师", "占星", "怒江州", "镇", "云县", "四川省", "昭通市镇雄县以勒镇", "男", "女", "合格"),
    *("不合格", "记过", "public", "rural", "epidemic", "poverty_alleviation", "技师", "博士", "专科", "主持", "参与"),
    *("中共云南省委", "11530000000000000X", "省" * 500, "\u0000", "😀"),
]
SURE = ("met", "waived")


def documents(rng: Random) -> tuple[Document, ...]:
    made = []
    for number in range(rng.randrange(0, 14)):
        facts = tuple(
            Fact(
                name=rng.choice(NAMES),
                value=(rng.choice(VALUES),) if rng.random() < 0.1 else rng.choice(VALUES),
                text="",
                page=1,
                bbox=NOWHERE,
                confidence=rng.random(),
                item=rng.randrange(4),
            )
            for _ in range(rng.randrange(0, 12))
        )
        made.append(
            Document(
                id=f"d{number:02d}",
                file=f"{number}.pdf",
                pages=(1, 1),
                type=rng.choice(get_args(DocumentType)),
                confidence=rng.random(),
                source="ocr",
                sha256="",
                facts=facts,
                text="".join(rng.choice(VALUES) for _ in range(6)),
            )
        )
    return tuple(made)


@pytest.mark.parametrize("pack", sorted(p.stem for p in PACKS.glob("*.yaml")))
def test_no_facts_whatever_make_judging_fail(pack: str) -> None:
    policy = load(pack)
    checks = [c for c in all_checks() if c.info.code.startswith(("eligibility.", "completeness.missing-document"))]
    for seed in range(150 if pack == "yunnan-2020" else 20):
        rng = Random(f"odd:{pack}:{seed}")
        papers = documents(rng)
        day = rng.choice((date(2020, 12, 31), date(1990, 1, 1), date(2040, 6, 30)))
        case = case_of(papers, profile(papers), policy, day)
        case = replace(case, conditions=judge(case))
        assert len({c.id for c in case.conditions}) == len(case.conditions)
        for check in checks:
            list(check.run(case))


def test_an_empty_dossier_meets_nothing() -> None:
    policy = load("yunnan-2020")
    case = case_of((), {}, policy, date(2020, 12, 31))
    assert [c.id for c in judge(case) if c.outcome in SURE] == []

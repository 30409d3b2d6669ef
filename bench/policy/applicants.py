"""Made-up applicants as facts, the same for the same number."""

from __future__ import annotations

from random import Random

from checks.eligibility.rejudge import documents_of
from corpus.policy.cases import Facts
from extractors.records import Document

PLACES = ("昆明市盘龙区", "怒江州福贡县", "西双版纳州勐海县", "玉溪市通海县", "曲靖市陆良县")


def documents(number: int) -> tuple[Document, ...]:
    """One dossier's documents, in engineering, for 副高级; about one in three fails something."""
    rng = Random(f"applicant:{number}")
    titled = rng.randint(2012, 2017)
    facts: Facts = {
        "application_form": (
            {
                "person_name": "和丽",
                "applied_title": "高级工程师",
                "applied_series": "工程技术",
                "applied_level": "associate_senior",
                "current_title": "工程师",
                "current_title_date": f"{titled}-08-11",
                "workplace": rng.choice(PLACES),
                "employer_kind": "public",
                "education_level": "本科",
            },
        ),
        "identity_card": ({"person_name": "和丽", "gender": "女", "birth_date": f"{rng.randint(1958, 1990)}-05-06"},),
        "diploma": (
            {"person_name": "和丽", "education_level": rng.choice(("本科", "专科")), "end_date": "2007-07-01"},
        ),
        "title_certificate": ({"person_name": "和丽", "title": "工程师", "approved_date": f"{titled}-08-11"},),
        "appointment": ({"person_name": "和丽", "title": "工程师", "start_date": f"{titled}-10-01"},),
        "annual_appraisal": tuple(
            {"year": str(year), "grade": rng.choice(("合格",) * 14 + ("优秀", "不合格"))}
            for year in range(titled + 1, 2020)
            if rng.random() > 0.03
        ),
        "continuing_education": tuple(
            {"year": str(year), "hours": str(rng.choice((90, 96, 120, 72)))} for year in range(2016, 2020)
        ),
        "employer_publicity": ({"start_date": "2020-09-07", "end_date": f"2020-09-{rng.randint(9, 16):02d}"},),
    }
    papers: Facts = (
        {"paper": ({"title": "某某研究", "year": str(rng.randint(2015, 2021))},)} if rng.random() > 0.4 else {}
    )
    return documents_of(facts | papers)

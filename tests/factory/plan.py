"""From a life to the papers of its dossier: what each document says, before anybody draws it.

Contents are plain dictionaries: keys that are fact names of the contract hold normalised values, other keys hold
further print, keys with a leading underscore steer the drawing. Planters change contents before drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.factory import numbers, words
from tests.factory.dates import add_workdays, between, shift, workday
from tests.factory.life import Life, Work

LEVEL_WORDS = {"junior": "初级", "intermediate": "中级", "associate_senior": "副高级", "senior": "正高级"}
KIND_WORDS = {"public": "事业单位", "private": "民营企业", "freelance": "自由职业"}


@dataclass
class Item:
    """One paper to be drawn. ``note`` tells several of one type apart (a year, a work's title)."""

    type: str
    content: dict[str, Any]
    note: str = ""
    tags: dict[str, Any] = field(default_factory=dict)


def plan(life: Life, rng: Random) -> list[Item]:
    """Every paper that this applicant needs for 2020, complete and consistent."""
    items = [
        Item("application_form", application_form(life, rng)),
        Item("identity_card", identity_card(life, rng)),
        Item("diploma", diploma(life, rng)),
        Item("degree_certificate", degree_certificate(life, rng)),
        Item("credential_report", credential_report(life, rng)),
        Item("title_certificate", title_certificate(life, rng)),
        Item("appointment", appointment(life, rng)),
        *appraisals(life, rng),
        Item("continuing_education", continuing_education(life, rng)),
    ]
    if life.trade.licence:
        items.append(Item("licence", licence(life, rng)))
    items += [Item("paper", paper(life, work, rng), work.title) for work in life.of("paper")]
    items += [Item("award_certificate", award(life, work, rng), work.title) for work in life.of("award")]
    items += [Item("patent_certificate", patent(life, work, rng), work.title) for work in life.of("patent")]
    items += [Item("project_proof", project(life, work, rng), work.title) for work in life.of("project")]
    items += [Item("software_copyright", software(life, work, rng), work.title) for work in life.of("software")]
    if life.trade.needs_rural or rng.random() < 0.3:
        items.append(Item("service_proof", service(life, rng)))
    if life.trade.employer_kind == "private":
        items += [Item("social_insurance", insurance(life, rng)), Item("employment_contract", contract(life, rng))]
    items.append(Item("work_summary", summary(life, rng)))
    items.append(Item("employer_publicity", publicity(life, rng)))
    items.append(Item("integrity_pledge", pledge(life, rng)))
    _same_numbers(items)
    return items


def _same_numbers(items: list[Item]) -> None:
    """A credential report repeats the diploma's number; contents were drawn by lot separately."""
    by_type = {item.type: item.content for item in items}
    by_type["credential_report"]["certificate_number"] = by_type["diploma"]["certificate_number"]


def application_form(life: Life, rng: Random) -> dict[str, Any]:
    return {
        "person_name": life.name,
        "gender": life.gender,
        "birth_date": life.birth,
        "ethnicity": life.ethnicity,
        "id_number": life.id_number,
        "employer": life.employer,
        "workplace": life.workplace,
        "employer_kind": life.trade.employer_kind,
        "applied_title": life.applied_title,
        "applied_level": "associate_senior",
        "applied_series": life.trade.series,
        "applied_specialty": life.specialty,
        "current_title": life.title,
        "current_title_date": life.title_date,
        "education_level": life.level,
        "graduation_date": life.graduation,
        "institution": life.school_name,
        "major": life.major,
        "work_start": shift(life.graduation, months=1)[:7],
        "phone": f"138{rng.randrange(10**8):08d}",
        "appointed": life.appointed[:7],
        "school_start": life.school_start[:7],
        "issue_date": life.filed,
        "_awards": [
            {
                "claimed_award": f"{w.title}{w.get('grade')}",
                "claimed_award_date": w.date[:7],
                "claimed_award_rank": str(w.rank),
            }
            for w in life.of("award")
        ],
        "_papers": [
            {
                "claimed_paper": w.title,
                "claimed_journal": w.get("journal"),
                "claimed_paper_date": w.date,
                "claimed_author_rank": str(w.rank),
            }
            for w in life.of("paper")
        ],
        "_projects": [
            {"claimed_project": w.title, "role": "主持" if w.rank == 1 else "参与"} for w in life.of("project")
        ],
        "_patents": [{"claimed_patent": w.title, "number": w.get("number")} for w in life.of("patent")],
        "_career": [
            (life.school_start[:7], life.graduation[:7], f"{life.school_name}{life.major}专业学习"),
            (shift(life.graduation, months=1)[:7], life.appointed[:7], f"{life.employer}　{life.trade.titles[0]}"),
            (life.appointed[:7], "至今", f"{life.employer}　{life.title}"),
        ],
        "_appraisals": [(str(year), rng.choice(("合格", "合格", "优秀"))) for year in life.term],
    }


def identity_card(life: Life, rng: Random) -> dict[str, Any]:
    issued = between(rng, "2010-01-01", "2018-12-31")
    age = int(issued[:4]) - int(life.birth[:4])
    until = "长期" if age > 46 else shift(issued, years=20 if age >= 26 else 10).replace("-", ".")
    home = life.home
    return {
        "person_name": life.name,
        "gender": life.gender,
        "ethnicity": life.ethnicity.removesuffix("族"),
        "birth_date": life.birth,
        "id_number": life.id_number,
        "issuer": f"{home.county if home.county.endswith('县') else home.city}公安局",
        "address": f"云南省{home.city}{home.county}{home.town}{rng.randrange(1, 60)}号",
        "valid": f"{issued.replace('-', '.')}-{until}",
    }


def diploma(life: Life, rng: Random) -> dict[str, Any]:
    years = int(life.graduation[:4]) - int(life.school_start[:4])
    number = numbers.diploma_number(rng, life.school.code, "普通", int(life.graduation[:4]), life.level)
    return {
        "person_name": life.name,
        "gender": life.gender,
        "birth_date": life.birth,
        "institution": life.school_name,
        "major": life.major,
        "education_level": life.level,
        "study_mode": "普通全日制",
        "start_date": life.school_start[:7],
        "end_date": life.graduation[:7],
        "certificate_number": number,
        "issue_date": life.graduation,
        "years": "二三四五"[years - 2],
        "president": f"{rng.choice(words.SURNAMES)}{rng.choice(words.GIVEN)}{rng.choice(words.GIVEN)}",
    }


def degree_certificate(life: Life, rng: Random) -> dict[str, Any]:
    return {
        "person_name": life.name,
        "gender": life.gender,
        "birth_date": life.birth,
        "institution": life.school_name,
        "major": life.major,
        "degree": life.degree,
        "discipline": life.trade.degree_field,
        "certificate_number": numbers.degree_number(rng, life.school.code, int(life.graduation[:4]), life.degree),
        "issue_date": life.graduation,
        "president": f"{rng.choice(words.SURNAMES)}{rng.choice(words.GIVEN)}{rng.choice(words.GIVEN)}",
        "study_years": "二三四五"[int(life.graduation[:4]) - int(life.school_start[:4]) - 2],
    }


def credential_report(life: Life, rng: Random) -> dict[str, Any]:
    printed = between(rng, "2020-06-01", "2020-08-15")
    return {
        "person_name": life.name,
        "gender": life.gender,
        "birth_date": life.birth,
        "institution": life.school_name,
        "major": life.major,
        "education_level": life.level,
        "study_mode": "普通全日制",
        "start_date": life.school_start,
        "end_date": life.graduation,
        "certificate_number": "",
        "verification_code": "".join(rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(16)),
        "valid_until": shift(printed, months=rng.choice((3, 6, 6)))
        if printed > "2020-08-01"
        else shift(printed, months=6),
        "issue_date": printed,
        "president": f"{rng.choice(words.SURNAMES)}{rng.choice(words.GIVEN)}",
        "years": f"{int(life.graduation[:4]) - int(life.school_start[:4])}",
    }


def title_certificate(life: Life, rng: Random) -> dict[str, Any]:
    issuer = rng.choice((f"{life.place.city}人力资源和社会保障局", words.PROVINCIAL_HR))
    return {
        "person_name": life.name,
        "gender": life.gender,
        "birth_date": life.birth,
        "id_number": life.id_number,
        "title": life.title,
        "title_level": "intermediate",
        "series": life.trade.series,
        "specialty": life.specialty,
        "approved_date": life.title_date,
        "certificate_number": f"{life.title_date[:4]}53{rng.randrange(10, 40)}{rng.randrange(10**6):06d}",
        "issuer": issuer,
        "issue_date": workday(shift(life.title_date, days=rng.randrange(20, 70))),
        "committee": f"{life.place.city}{life.trade.series}系列中级职称评审委员会",
        "approval": f"云人社职〔{life.title_date[:4]}〕{rng.randrange(10, 400)}号",
        "employer": life.employer,
    }


def appointment(life: Life, rng: Random) -> dict[str, Any]:
    start = life.appointed
    return {
        "person_name": life.name,
        "title": life.title,
        "employer": life.employer,
        "start_date": start,
        "end_date": "2020-12-31" if start.endswith("-01-01") and rng.random() < 0.5 else shift(start, years=8, days=-1),
        "issue_date": workday(start),
        "number": f"聘字〔{start[:4]}〕{rng.randrange(1, 90)}号",
        "post": f"专业技术{rng.choice(('八', '九', '十'))}级岗位",
    }


def appraisals(life: Life, rng: Random) -> list[Item]:
    """One form a year, or one summary over all years."""
    form = rng.random() < 0.45
    grades = {year: rng.choice(("合格", "合格", "合格", "优秀")) for year in life.term}
    if form and len(life.term) <= 6:
        return [Item("annual_appraisal", _appraisal(life, rng, {year: grades[year]}), str(year)) for year in life.term]
    return [Item("annual_appraisal", _appraisal(life, rng, grades), "all")]


def _appraisal(life: Life, rng: Random, grades: dict[int, str]) -> dict[str, Any]:
    last = max(grades)
    return {
        "person_name": life.name,
        "gender": life.gender,
        "birth_date": life.birth[:7],
        "employer": life.employer,
        "title": life.title,
        "issue_date": workday(between(rng, f"{last + 1}-01-05", f"{last + 1}-02-28"))
        if len(grades) == 1
        else workday(between(rng, "2020-07-01", "2020-08-15")),
        "_years": [(str(year), grade) for year, grade in sorted(grades.items())],
        "_topics": list(life.trade.topics),
    }


def continuing_education(life: Life, rng: Random) -> dict[str, Any]:
    rows = []
    for year in (*life.term, 2020):
        total = rng.choice((90, 92, 96, 100, 104, 108, 120))
        professional = rng.randrange(-(-total * 2 // 3), total - 17)
        rows.append({"year": str(year), "hours": str(total), "professional_hours": str(professional)})
    return {
        "person_name": life.name,
        "gender": life.gender,
        "id_number": life.id_number,
        "employer": life.employer,
        "issuer": f"{life.place.city}人力资源和社会保障局",
        "issue_date": workday(between(rng, "2020-07-15", "2020-08-19")),
        "certificate_number": f"JX53{rng.randrange(10**8):08d}",
        "_rows": rows,
        "_courses": list(life.trade.courses),
    }


def licence(life: Life, rng: Random) -> dict[str, Any]:
    year = int(life.graduation[:4]) + (1 if life.trade.licence.startswith("医") else 0)
    return {
        "person_name": life.name,
        "gender": life.gender,
        "birth_date": life.birth,
        "id_number": life.id_number,
        "ethnicity": life.ethnicity,
        "licence_kind": life.trade.licence,
        "certificate_number": numbers.licence_number(rng, year, life.trade.licence, life.id_number),
        "issuer": f"{life.place.county}{'教育局' if life.trade.licence.startswith('教') else '卫生局'}",
        "issue_date": between(rng, f"{year}-08-01", f"{year}-11-30"),
        "scope": life.specialty,
        "employer": life.employer,
    }


@dataclass(frozen=True)
class JournalNumbers:
    """What a journal prints of itself; ``electronic`` is the ISSN of its online edition."""

    issn: str
    cn: str
    founded: int
    registrant: int
    electronic: str

    def doi(self, year: str, issue: str, first: int) -> str:
        return f"10.{self.registrant}/j.issn.{self.issn}.{year}.{int(issue):02d}.{first:03d}"

    def article(self, year: str, issue: str, first: int, last: int) -> str:
        return f"{self.issn}({year}){int(issue):02d}-{first:04d}-{last - first + 1:02d}"


def journal_numbers(name: str) -> JournalNumbers:
    """The same for the same name, wherever it is asked."""
    index = Random(f"journal:{name}")
    return JournalNumbers(
        issn=numbers.issn(index),
        cn=f"CN 53-{index.randrange(1000, 1400)}/{index.choice('GSTXR')}",
        founded=index.randrange(1975, 1993),
        registrant=index.randrange(3969, 19999),
        electronic=numbers.issn(index, "2"),
    )


def paper(life: Life, work: Work, rng: Random) -> dict[str, Any]:
    year, month = work.date.split("-")
    journal = journal_numbers(work.get("journal"))
    number = journal.issn
    pages = Random(f"pages:{work.title}:{work.date}")  # the paper and the contents page of its issue give the same
    first = pages.randrange(1, 120)
    last = first + pages.randrange(2, 6)
    issue = str(max(1, int(month)))
    received = shift(f"{work.date}-10", months=-rng.choice((4, 5, 7)))
    return {
        "title": work.title,
        "authors": work.people,
        "affiliation": life.employer,
        "journal": work.get("journal"),
        "issn": number,
        "cn_number": journal.cn,
        "year": year,
        "volume": str(int(year) - journal.founded + 1),
        "issue": issue,
        "page_range": f"{first}-{last}",
        "month": month,
        "received": received,
        "revised": shift(received, months=1, days=9),
        "article": journal.article(year, issue, first, last),
        "doi": journal.doi(year, issue, first) if int(year) > 2017 else "",
        "class_number": rng.choice(("TV698", "G633.6", "R563.1", "S532", "X524", "TU375")),
        "city": life.place.city,
        "postcode": f"65{rng.randrange(10000):04d}",
        "_topic": work.title,
        "_bio": _biography(life, work.people[0], rng),
        "_words": list(life.trade.topics),
    }


def _biography(life: Life, author: str, rng: Random) -> str:
    """The first author in a line; of the applicant it says what the other papers say."""
    born, gender = rng.randrange(1975, 1990), rng.choice("男女")
    if author == life.name:
        born, gender = int(life.birth[:4]), life.gender
    return f"{author}（{born}—），{gender}，{life.title}，主要从事{life.specialty}工作。"


def award(life: Life, work: Work, rng: Random) -> dict[str, Any]:
    return {
        "person_name": life.name,
        "award_name": work.title,
        "award_level": work.get("level"),
        "award_grade": work.get("grade"),
        "project_name": work.get("project"),
        "rank": str(work.rank),
        "issuer": work.get("issuer"),
        "issue_date": work.date,
        "certificate_number": f"{work.date[:4]}-{rng.choice('ABJ')}-{rng.randrange(1, 9)}-{rng.randrange(10, 400):03d}-R{work.rank:02d}",
        "employer": life.employer,
        "_people": list(work.people),
    }


def patent(life: Life, work: Work, rng: Random) -> dict[str, Any]:
    kind = work.get("patent_kind")
    letter = {"invention": "1", "utility": "2", "design": "3"}[kind]
    suffix = {"invention": "B", "utility": "U", "design": "S"}[kind]
    return {
        "patent_number": f"ZL{work.get('number')}",
        "patent_kind": kind,
        "patent_name": work.title,
        "inventors": work.people,
        "patentee": life.employer,
        "application_date": work.get("filed"),
        "grant_date": work.date,
        "grant_number": f"CN {letter}{rng.randrange(10**7, 10**8 - 1):08d} {suffix}",
        "certificate_number": f"{rng.randrange(1500000, 9999999)}",
        "address": f"65{rng.randrange(10000):04d} 云南省{life.place.city}{life.place.county}",
        "director": rng.choice(("申长雨",)),
    }


def project(life: Life, work: Work, rng: Random) -> dict[str, Any]:
    return {
        "person_name": life.name,
        "project_name": work.title,
        "project_number": work.get("number"),
        "funder": work.get("funder"),
        "rank": str(work.rank),
        "start_date": work.get("start"),
        "end_date": work.date,
        "issue_date": workday(shift(f"{work.date}-10", months=1)),
        "issuer": work.get("funder"),
        "employer": life.employer,
        "_people": list(work.people),
        "_done": rng.random() < 0.6,
    }


def software(life: Life, work: Work, rng: Random) -> dict[str, Any]:
    year = int(work.date[:4])
    base = {2018: 2400000, 2019: 3500000, 2020: 4900000}[year]
    return {
        "software_name": work.title,
        "owner": life.employer if rng.random() < 0.7 else life.name,
        "registration_number": work.get("number"),
        "certificate_number": f"软著登字第{base + rng.randrange(800000)}号",
        "issue_date": work.date,
        "issuer": "中华人民共和国国家版权局",
        "finished": shift(work.date, months=-5),
        "published": shift(work.date, months=-3),
    }


def service(life: Life, rng: Random) -> dict[str, Any]:
    start = between(rng, "2016-02-01", "2017-09-01")
    kind = {"中小学教师": "teaching_support", "卫生": "rural"}.get(life.trade.series, "poverty_alleviation")
    place = rng.choice([p for p in words.PLACES if p.town.endswith(("镇", "乡"))])
    return {
        "person_name": life.name,
        "gender": life.gender,
        "id_number": life.id_number,
        "employer": life.employer,
        "service_kind": kind,
        "place": f"{place.city}{place.county}{place.town}",
        "start_date": start,
        "end_date": shift(start, months=rng.choice((12, 13, 18, 24)), days=3),
        "grade": rng.choice(("合格", "优秀")),
        "issuer": {"teaching_support": f"{place.county}教育局", "rural": f"{place.county}卫生健康局"}.get(
            kind, f"中共{place.county}委员会组织部"
        ),
        "issue_date": workday(shift("2019-05-06", days=rng.randrange(200))),
        "host": f"{place.town}{ {'teaching_support': '中心学校', 'rural': '中心卫生院'}.get(kind, '人民政府') }",
    }


def insurance(life: Life, rng: Random) -> dict[str, Any]:
    return {
        "person_name": life.name,
        "id_number": life.id_number,
        "employer": life.employer,
        "credit_code": life.credit_code,
        "start_date": life.appointed[:7],
        "end_date": "2020-07",
        "issuer": f"{life.place.city}社会保险局",
        "issue_date": between(rng, "2020-08-03", "2020-08-19"),
        "code": "".join(rng.choice("ABCDEFGHJKMNPQRSTUVWXYZ23456789") for _ in range(16)),
    }


def contract(life: Life, rng: Random) -> dict[str, Any]:
    return {
        "person_name": life.name,
        "id_number": life.id_number,
        "employer": life.employer,
        "credit_code": life.credit_code,
        "start_date": f"{int(life.appointed[:4])}-01-01",
        "end_date": "2022-12-31",
        "issue_date": workday(f"{int(life.appointed[:4])}-01-04"),
        "post": life.title,
    }


def summary(life: Life, rng: Random) -> dict[str, Any]:
    return {
        "person_name": life.name,
        "employer": life.employer,
        "title": life.title,
        "applied_title": life.applied_title,
        "issue_date": life.filed,
        "_life": life,
    }


def publicity(life: Life, rng: Random) -> dict[str, Any]:
    start = add_workdays(shift(life.filed, days=rng.randrange(-16, -12)), 1)
    start = min(start, add_workdays(shift(life.filed, days=-20), 1))
    end = add_workdays(start, rng.choice((6, 7)))
    return {
        "person_name": life.name,
        "employer": life.employer,
        "applied_title": life.applied_title,
        "start_date": start,
        "end_date": end,
        "outcome": "无异议",
        "issue_date": add_workdays(shift(end, days=1), 1),
        "place": rng.choice(("单位公示栏", "单位门户网站及公告栏", "办公楼一楼公示栏")),
    }


def pledge(life: Life, rng: Random) -> dict[str, Any]:
    return {
        "person_name": life.name,
        "id_number": life.id_number,
        "employer": life.employer,
        "applied_title": life.applied_title,
        "issue_date": life.filed,
    }


Maker = Callable[[Life, Random], dict[str, Any]]

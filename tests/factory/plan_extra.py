"""Contents of the types that an ordinary dossier does not hold."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.factory import life as lives
from tests.factory import numbers
from tests.factory.dates import between, shift, workday
from tests.factory.life import Life
from tests.factory.plan import Item, contract, insurance, licence, paper, patent, project, service, software
from tests.factory.words import TRADES


def extras(life: Life, rng: Random) -> list[Item]:
    """One of every type; those of the ordinary plan too, so that callers may keep what is missing."""
    work = life.of("paper")[0]
    topic = life.trade.topics[-1]
    invention = lives._patent(life, rng, topic)
    code = lives._software(life, rng, topic)
    task = lives._project(life, rng, topic)
    registered = life if life.trade.licence else _teacher(life)
    journal = paper(life, work, rng)
    return [
        Item("acceptance_letter", _acceptance(life, journal, rng)),
        Item("journal_pages", journal),
        Item("skill_certificate", _skill(life, rng)),
        Item("postdoc_certificate", _postdoc(life, rng)),
        Item("exam_certificate", _exam(life, rng)),
        Item("book_pages", _book(life, rng)),
        Item("patent_application", _application(life, patent(life, invention, rng), rng)),
        Item("title_notice", _notice(life, rng)),
        Item("commendation", _commendation(life, rng)),
        Item("merit_proof", _merit(life, rng)),
        Item("other", {"person_name": life.name, "employer": life.employer, "_topics": list(life.trade.topics)}),
        Item("licence", licence(registered, rng)),
        Item("patent_certificate", patent(life, invention, rng)),
        Item("software_copyright", software(life, code, rng)),
        Item("project_proof", project(life, task, rng)),
        Item("service_proof", service(life, rng)),
        Item("social_insurance", insurance(life, rng)),
        Item("employment_contract", contract(life, rng)),
    ]


def _teacher(life: Life) -> Life:
    return replace(life, trade=next(t for t in TRADES if t.key == "teacher"))


def _acceptance(life: Life, journal: dict[str, object], rng: Random) -> dict[str, object]:
    accepted = between(rng, "2020-05-01", "2020-07-31")
    return {
        **{k: journal[k] for k in ("title", "authors", "affiliation", "journal", "issn", "cn_number")},
        "year": "2020",
        "issue": str(rng.randrange(10, 13)),
        "issue_date": accepted,
        "issuer": f"《{journal['journal']}》编辑部",
        "number": f"{rng.randrange(2019000, 2020999)}",
        "first_author": life.name,
    }


def _skill(life: Life, rng: Random) -> dict[str, object]:
    level = rng.choice((("三级", "高级工", "3"), ("二级", "技师", "2"), ("一级", "高级技师", "1")))
    year = rng.choice((2018, 2019, 2020))
    return {
        "person_name": life.name,
        "gender": life.gender,
        "birth_date": life.birth,
        "id_number": life.id_number,
        "occupation": rng.choice(("电工", "焊工", "工程测量员", "茶艺师", "农业技术员", "养老护理员")),
        "skill_level": f"{level[0]}/{level[1]}",
        "certificate_number": f"S{rng.randrange(10**4):04d}53{rng.randrange(10**6):06d}{year % 100}{level[2]}{rng.randrange(10**6):06d}",
        "issuer": f"{life.place.city}职业技能鉴定指导中心",
        "issue_date": workday(between(rng, f"{year}-03-01", f"{year}-08-01")),
    }


def _postdoc(life: Life, rng: Random) -> dict[str, object]:
    start = between(rng, "2015-03-01", "2016-09-01")
    return {
        "person_name": life.name,
        "gender": life.gender,
        "birth_date": life.birth,
        "institution": f"{life.school.name}博士后科研流动站",
        "start_date": start[:7],
        "end_date": shift(start, years=2, months=3)[:7],
        "fund_number": f"{start[:4]}M{rng.randrange(10**6):06d}",
        "certificate_number": f"{rng.randrange(100000, 299999)}",
        "issuer": "全国博士后管理委员会",
        "issue_date": workday(shift(start, years=2, months=4)),
        "field": life.major,
    }


def _exam(life: Life, rng: Random) -> dict[str, object]:
    subject = rng.choice(
        ("全国职称外语等级考试（英语）", "全国专业技术人员计算机应用能力考试", "全国专业技术人员职称英语等级考试")
    )
    day = between(rng, "2012-04-01", "2016-10-01")
    return {
        "person_name": life.name,
        "gender": life.gender,
        "id_number": life.id_number,
        "subject": subject,
        "score": str(rng.randrange(60, 96)),
        "certificate_number": f"53{day[:4]}{rng.randrange(10**7):07d}",
        "issuer": "云南省人事考试中心",
        "issue_date": workday(day),
    }


def _book(life: Life, rng: Random) -> dict[str, object]:
    others = rng.sample(life.colleagues, 2)
    role = rng.choice(("著", "编著", "主编", "参编"))
    year = rng.choice((2017, 2018, 2019))
    return {
        "title": f"{rng.choice(life.trade.topics)}技术与实践",
        "authors": (life.name, *others[: rng.choice((0, 1, 2))]),
        "author_role": role,
        "isbn": numbers.isbn(rng, rng.choice(("222", "5416", "5482"))),
        "publisher": rng.choice(("滇版科技出版社", "高原出版社", "云岭大学出版社")),
        "year": str(year),
        "month": str(rng.randrange(1, 13)),
        "price": f"{rng.randrange(28, 88)}.00",
        "words": f"{rng.randrange(180, 420)}",
        "cip": f"{year}{rng.randrange(10**6):06d}",
    }


def _application(life: Life, granted: dict[str, object], rng: Random) -> dict[str, object]:
    number = str(granted["patent_number"]).removeprefix("ZL")
    return {
        "application_number": number,
        "patent_name": granted["patent_name"],
        "inventors": granted["inventors"],
        "application_date": granted["application_date"],
        "patentee": life.employer,
        "issue_date": workday(shift(str(granted["application_date"]), days=rng.randrange(1, 12))),
        "serial": f"{rng.randrange(10**15, 10**16 - 1)}",
        "publication": f"CN {rng.randrange(105000000, 111999999)} A",
    }


def _notice(life: Life, rng: Random) -> dict[str, object]:
    year = life.title_date[:4]
    names = list(dict.fromkeys([*life.colleagues[:4], life.name]))
    rng.shuffle(names)
    return {
        "document_number": f"云人社职〔{year}〕{rng.randrange(10, 400)}号",
        "title": life.title,
        "names": tuple(names),
        "issuer": f"{life.place.city}人力资源和社会保障局",
        "issue_date": workday(shift(life.title_date, days=12)),
        "series": life.trade.series,
        "employer": life.employer,
    }


def _commendation(life: Life, rng: Random) -> dict[str, object]:
    day = workday(between(rng, "2017-01-10", "2020-05-20"))
    names = list(dict.fromkeys([*life.colleagues[:3], life.name]))
    rng.shuffle(names)
    return {
        "document_number": f"{life.place.county[:1]}政发〔{day[:4]}〕{rng.randrange(2, 60)}号",
        "title": rng.choice(("脱贫攻坚先进个人", "优秀科技工作者", "先进工作者")),
        "names": tuple(names),
        "issuer": f"{life.place.county}人民政府",
        "issue_date": day,
    }


def _merit(life: Life, rng: Random) -> dict[str, object]:
    start = between(rng, "2016-02-01", "2017-06-30")
    return {
        "person_name": life.name,
        "employer": life.employer,
        "project_name": f"{life.place.county}{rng.choice(('灌区续建配套', '中小河流治理', '农村饮水安全巩固提升', '高标准农田建设'))}工程",
        "role": rng.choice(("项目负责人", "技术负责人", "专业负责人", "设计负责人")),
        "start_date": start[:7],
        "end_date": shift(start, months=rng.choice((10, 14, 20)))[:7],
        "issuer": f"{life.place.county}水务局",
        "issue_date": workday(between(rng, "2019-03-01", "2020-06-30")),
        "scale": f"总投资{rng.randrange(300, 9000)}万元",
    }

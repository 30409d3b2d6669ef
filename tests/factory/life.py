"""Invented applicants: who they are and what their papers will say, consistent from birth to application."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from tests.factory import numbers, words
from tests.factory.dates import announced, between, shift, workday
from tests.factory.words import Place, School, Trade

LEVELS = ("本科", "本科", "本科", "硕士研究生")
DEGREES = {"本科": "学士", "硕士研究生": "硕士", "博士研究生": "博士"}


@dataclass(frozen=True)
class Work:
    """A paper, award, patent or project of the applicant's career."""

    kind: str  # paper, award, patent, project, software
    title: str
    date: str
    rank: int
    people: tuple[str, ...]
    extra: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str:
        return dict(self.extra).get(key, "")


@dataclass(frozen=True)
class Life:
    seed: str
    name: str
    woman: bool
    ethnicity: str
    birth: str
    id_number: str
    home: Place
    place: Place
    trade: Trade
    specialty: str
    major: str
    school: School
    level: str
    school_start: str
    graduation: str
    employer: str
    credit_code: str
    assistant_date: str
    title: str
    title_date: str
    appointed: str
    applied_title: str
    filed: str
    works: tuple[Work, ...]
    colleagues: tuple[str, ...]

    @property
    def gender(self) -> str:
        return "女" if self.woman else "男"

    @property
    def degree(self) -> str:
        return DEGREES[self.level]

    @property
    def school_name(self) -> str:
        """The school's name when the diploma was issued."""
        early = self.school.earlier and int(self.graduation[:4]) < self.school.renamed
        return self.school.earlier if early else self.school.name

    @property
    def workplace(self) -> str:
        return f"云南省{self.place.city}{self.place.county}"

    @property
    def term(self) -> tuple[int, ...]:
        """The complete calendar years in the current title before the application year."""
        return tuple(range(int(self.appointed[:4]), 2020))

    def of(self, kind: str) -> tuple[Work, ...]:
        return tuple(work for work in self.works if work.kind == kind)


def person(rng: Random, *, held_out: bool = False) -> tuple[str, bool, str]:
    """Name, whether a woman, ethnicity."""
    if rng.random() < 0.22:
        name, ethnicity, woman = rng.choice(words.HELD_OUT_MINORITY if held_out else words.MINORITY_NAMES)
        return name, woman, ethnicity
    surname = rng.choice(words.DOUBLE_SURNAMES) if rng.random() < 0.04 else rng.choice(words.SURNAMES)
    given = "".join(rng.choice(words.GIVEN) for _ in range(1 if rng.random() < 0.2 else 2))
    return surname + given, rng.random() < 0.45, rng.choice(("汉族", "汉族", "汉族", "彝族", "白族", "哈尼族", "回族"))


def live(seed: int | str, *, held_out: bool = False, trade: str = "", short_term: bool = False) -> Life:
    """One applicant for the vice-senior title of 2020. ``short_term``: the middle title is too young by a year or two."""
    rng = Random(f"life:{seed}:{held_out}")
    trades = words.TRADES + (words.HELD_OUT_TRADES * 2 if held_out else ())
    calling = next((t for t in trades if t.key == trade), None) or rng.choice(trades)
    name, woman, ethnicity = person(rng, held_out=held_out)
    place, home = rng.choice(words.PLACES), rng.choice(words.PLACES)
    school = rng.choice([s for s in words.SCHOOLS if s.name in calling.schools])
    level = rng.choice(LEVELS)
    title_year = rng.choice((2017, 2018)) if short_term else rng.choice((2012, 2013, 2014))
    assistant_year = title_year - (2 if level == "硕士研究生" else rng.choice((4, 5, 6)))
    graduation_year = assistant_year - (0 if level == "硕士研究生" else rng.choice((1, 1, 2)))
    years = 3 if level == "硕士研究生" else 5 if calling.key == "physician" else 4
    born = graduation_year - (25 if level == "硕士研究生" else 18 + years)
    birth = between(rng, f"{born - 1}-09-01", f"{born}-08-31")
    title_date = between(rng, f"{title_year}-09-15", f"{title_year}-12-20")
    town = place.town.rstrip("镇乡街道")
    line = rng.randrange(len(calling.specialties))
    employer = calling.employers[line % len(calling.employers)]
    if calling.series != "工程":
        employer = rng.choice(calling.employers)
    employer = employer.format(city=place.city, county=place.county, town_short=town)
    colleagues = tuple(person(rng)[0] for _ in range(6))
    filed = workday(between(rng, "2020-08-20", "2020-10-20"))
    life = Life(
        seed=str(seed),
        name=name,
        woman=woman,
        ethnicity=ethnicity,
        birth=birth,
        id_number=numbers.id_number(rng, home.code, birth, woman),
        home=home,
        place=place,
        trade=calling,
        specialty=calling.specialties[line],
        major=calling.majors[line % len(calling.majors)],
        school=school,
        level=level,
        school_start=f"{graduation_year - years}-09-01",
        graduation=f"{graduation_year}-{rng.choice(('06-30', '07-01', '07-05', '06-20'))}",
        employer=employer,
        credit_code=numbers.credit_code(rng, calling.credit_prefix, place.code),
        assistant_date=between(rng, f"{assistant_year}-10-01", f"{assistant_year}-12-20"),
        title=calling.titles[1],
        title_date=title_date,
        appointed=rng.choice((f"{title_year + 1}-01-01", shift(title_date, days=rng.randrange(5, 20)))),
        applied_title=calling.titles[2],
        filed=filed,
        works=(),
        colleagues=colleagues,
    )
    return _with_works(life, rng)


def _with_works(life: Life, rng: Random) -> Life:
    topics = rng.sample(life.trade.topics, k=min(4, len(life.trade.topics)))
    works = [_paper(life, rng, topics[i], i) for i in range(rng.choice((2, 2, 3)))]
    works += [_award(life, rng, topics[-1 - i], i) for i in range(rng.choice((1, 2)))]
    if life.trade.series == "工程" or rng.random() < 0.25:
        works.append(_patent(life, rng, topics[0]))
    if rng.random() < 0.6:
        works.append(_project(life, rng, topics[1]))
    if life.trade.series == "工程" and rng.random() < 0.4:
        works.append(_software(life, rng, topics[2]))
    return replace(life, works=tuple(works))


def _team(life: Life, rng: Random, size: int, rank: int) -> tuple[str, ...]:
    others = rng.sample(life.colleagues, k=size - 1)
    return (*others[: rank - 1], life.name, *others[rank - 1 :])


def _paper(life: Life, rng: Random, topic: str, index: int) -> Work:
    ending = rng.choice(("研究", "探讨", "的实践与思考", "分析", "应用研究"))
    title = f"{rng.choice(('', '', '浅谈', '基于实测资料的'))}{topic}{ending}"
    rank = 1 if index < 2 else rng.choice((1, 2))
    size = rng.choice((1, 2, 3)) if rank == 1 else rng.choice((2, 3))
    day = between(rng, "2016-01-01", "2020-05-31")
    journal = rng.choice(life.trade.journals)
    return Work(
        "paper", title, day[:7], rank, _team(life, rng, size, rank), (("journal", journal), ("index", str(index)))
    )


def _award(life: Life, rng: Random, topic: str, index: int) -> Work:
    rank = rng.choice((1, 2, 3, 4))
    grade = rng.choice(("一等奖", "二等奖", "三等奖"))
    kinds = {
        "工程": (
            ("{province}科学技术进步奖", "provincial", "云南省人民政府"),
            ("{city}科学技术进步奖", "municipal", "{city}人民政府"),
            ("优秀工程勘察设计奖", "provincial", "云南省住房和城乡建设厅"),
        ),
        "中小学教师": (
            ("{city}教学成果奖", "municipal", "{city}人民政府"),
            ("{county}优质课竞赛", "county", "{county}教育体育局"),
            ("{province}基础教育教学成果奖", "provincial", "云南省教育厅"),
        ),
        "卫生": (
            ("{city}科学技术进步奖", "municipal", "{city}人民政府"),
            ("{province}卫生科技成果奖", "provincial", "云南省卫生健康委员会"),
        ),
        "农业": (
            ("{province}农业技术推广奖", "provincial", "云南省农业农村厅"),
            ("{city}科学技术进步奖", "municipal", "{city}人民政府"),
        ),
    }[life.trade.series]
    name, level, issuer = (
        part.format(province="云南省", city=life.place.city, county=life.place.county) for part in rng.choice(kinds)
    )
    day = between(rng, "2019-01-01" if "农村" in issuer or "健康" in issuer else "2015-06-01", "2020-06-30")
    extra = (("level", level), ("issuer", issuer), ("grade", grade), ("index", str(index)))
    return Work(
        "award", name, day, rank, _team(life, rng, max(rank, rng.choice((3, 4, 5))), rank), (*extra, ("project", topic))
    )


def _patent(life: Life, rng: Random, topic: str) -> Work:
    kind = rng.choice(("invention", "utility", "utility"))
    filed = between(rng, "2015-03-01", "2018-06-30")
    months = (18, 30) if kind == "invention" else (7, 12)
    granted = announced(shift(filed, months=rng.randrange(*months), days=rng.randrange(20)))
    device = (
        rng.choice(("装置", "监测装置", "辅助系统", "试验台"))
        if kind == "utility"
        else rng.choice(("方法", "系统及其控制方法"))
    )
    number = numbers.patent_number(rng, int(filed[:4]), "1" if kind == "invention" else "2")
    rank = rng.choice((1, 1, 2))
    extra = (("patent_kind", kind), ("filed", filed), ("number", number))
    return Work("patent", f"一种{topic}{device}", granted, rank, _team(life, rng, rng.choice((2, 3, 4)), rank), extra)


def _project(life: Life, rng: Random, topic: str) -> Work:
    start = rng.choice((2015, 2016, 2017))
    rank = rng.choice((1, 1, 2, 3))
    number = rng.choice(
        (
            f"{start}FD{rng.randrange(100):03d}",
            f"云科技{start}-{rng.randrange(10, 99)}",
            f"{start}Y{rng.randrange(1000):04d}",
        )
    )
    extra = (
        ("start", f"{start}-{rng.choice(('01', '03', '06'))}"),
        ("number", number),
        ("funder", rng.choice(("云南省科学技术厅", f"{life.place.city}科学技术局"))),
    )
    return Work(
        "project", f"{topic}关键技术研究", f"{start + 2}-12", rank, _team(life, rng, rng.choice((3, 4, 5)), rank), extra
    )


def _software(life: Life, rng: Random, topic: str) -> Work:
    day = between(rng, "2018-03-01", "2020-03-31")
    number = f"{day[:4]}SR{rng.randrange(100000, 1299999):07d}"
    return Work("software", f"{topic}数据管理系统V1.0", day, 1, (life.name,), (("number", number),))

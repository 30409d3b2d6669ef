"""What stands beside the claims: insurance, numbers of awards and grants, notes on authors."""

from __future__ import annotations

from random import Random

from tests.factory.defects.papers import claimed
from tests.factory.defects.registry import Done, planter
from tests.factory.dossier import Draft
from tests.factory.plan import Item, insurance


def _insurance(work: Draft) -> Item:
    """The dossier's social-insurance record; one is added where there is none."""
    if not work.of("social_insurance"):
        work.items.insert(-3, Item("social_insurance", insurance(work.life, Random(f"insured:{work.options.seed}"))))
    return work.pick("social_insurance")


@planter("consistency.insured-elsewhere")
def insured_by_a_stranger(work: Draft) -> Done:
    item = _insurance(work)
    item.content["employer"] = work.rng.choice(
        ("云南滇北建材有限公司", "昆明翠屏商贸有限公司", "红河州锦程旅游有限公司")
    )
    return Done(str(item.content["employer"]), (item,))


@planter("consistency.insured-elsewhere", innocent=True)
def insured_by_an_agency(work: Draft) -> Done:
    item = _insurance(work)
    item.content["employer"] = work.rng.choice(("云南众诚人力资源服务有限公司", "昆明市人才服务中心"))
    return Done(str(item.content["employer"]), (item,))


@planter("numbers.award-number")
def number_younger_than_the_award(work: Draft) -> Done:
    item = work.pick("award_certificate")
    number = str(item.content["certificate_number"])
    item.content["certificate_number"] = f"{int(number[:4]) + work.rng.choice((1, 2))}{number[4:]}"
    return Done(str(item.content["certificate_number"]), (item,))


@planter("numbers.award-number", innocent=True)
def judged_one_year_given_the_next(work: Draft) -> Done:
    item = work.pick("award_certificate")
    number = str(item.content["certificate_number"])
    item.content["certificate_number"] = f"{int(number[:4]) - 1}{number[4:]}"
    return Done(str(item.content["certificate_number"]), (item,))


@planter("numbers.fund-number")
def grant_of_nine_digits(work: Draft) -> Done:
    item = work.pick("paper")
    number = f"51{int(str(item.content['year'])[2:]) - 1:02d}{work.rng.randrange(10000, 99999)}"
    item.content["_passages"] = [f"本研究得到国家自然科学基金（{number}）资助，谨致谢意。"]
    return Done(number, (item,))


@planter("numbers.fund-number", innocent=True)
def grant_of_eight_digits(work: Draft) -> Done:
    item = work.pick("paper")
    number = f"5{int(str(item.content['year'])[2:]) - 2:02d}{work.rng.randrange(10000, 99999)}"
    item.content["_passages"] = [f"本研究得到国家自然科学基金（{number}）资助，谨致谢意。"]
    return Done(number, (item,))


@planter("publication.author-biography")
def born_in_another_year(work: Draft) -> Done:
    """The note on the authors is about the applicant, and gives another year of birth."""
    item, life = work.pick("paper"), work.life
    item.content["authors"] = (life.name, *[n for n in item.content["authors"] if n != life.name])
    year = int(life.birth[:4]) - work.rng.choice((6, 8, 11))
    item.content["_bio"] = f"{life.name}（{year}—），{life.gender}，{life.title}，主要从事{life.specialty}工作。"
    claimed(work, item, "1")
    return Done(f"born in {year}", (item,))


@planter("publication.author-biography", innocent=True)
def note_on_another_author(work: Draft) -> Done:
    item, other = work.pick("paper"), work.life.colleagues[4]
    item.content["authors"] = (other, work.life.name)
    item.content["_bio"] = f"{other}（1966—），男，教授，主要从事{work.life.specialty}工作。"
    claimed(work, item, "2")
    return Done("the note on the authors is about a colleague", (item,))

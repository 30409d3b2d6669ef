"""Honest oddities of people, schools and careers that a careless check would report (handbook, innocent causes)."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.factory import numbers, words
from tests.factory.dates import shift, workday
from tests.factory.defects.papers import claimed
from tests.factory.defects.people import with_key
from tests.factory.defects.registry import CannotPlantError, Done, planter
from tests.factory.dossier import Draft
from tests.factory.life import Work
from tests.factory.plan import Item, award, diploma
from tests.factory.plan_extra import extras

RETIRED_REGIONS = ("532128", "532522", "533522", "532827", "532331")  # 云南, before later mergers and renumberings


@planter("identity.id-number-invalid", innocent=True)
def retired_region(work: Draft) -> Done:
    """A number whose first six digits are a region code that is no longer in force."""
    number = numbers.id_number(work.rng, work.rng.choice(RETIRED_REGIONS), work.life.birth, work.life.woman)
    for item in with_key(work, "id_number"):
        item.content["id_number"] = number
    work.life = replace(work.life, id_number=number)  # papers that later planters add print it too
    return Done(f"region {number[:6]}")


@planter("identity.id-number-mismatch", innocent=True)
def masked_number(work: Draft) -> Done:
    """A platform prints the number with its middle covered."""
    item = work.rng.choice(with_key(work, "id_number", "continuing_education", "integrity_pledge"))
    number = work.life.id_number
    item.content["id_number"] = f"{number[:6]}********{number[14:]}"
    return Done("the middle of the number is covered", (item,))


@planter("identity.name-mismatch", innocent=True)
def name_spread_out(work: Draft) -> Done:
    """A name of two characters set with a space between them."""
    if len(work.life.name) != 2:
        raise CannotPlantError("a longer name")
    item = work.pick("diploma", "degree_certificate", "title_certificate")
    item.content["person_name"] = "　".join(work.life.name)
    return Done("a space inside the name", (item,))


@planter("identity.name-mismatch", innocent=True)
def dots_of_two_kinds(work: Draft) -> Done:
    """A minority name with the dot that each office's typesetting has."""
    new = work.rng.choice([n for n, _, _ in words.MINORITY_NAMES if "·" in n])
    for item in work.items:
        for key, value in item.content.items():
            item.content[key] = _renamed(value, work.life.name, new)
    item = work.rng.choice([i for i in work.items if i.type in ("diploma", "degree_certificate", "title_certificate")])
    item.content["person_name"] = new.replace("·", work.rng.choice("•．"))
    return Done(f"{item.content['person_name']} beside {new}", (item,))


def _renamed(value: object, old: str, new: str) -> object:
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, tuple | list):
        return type(value)(_renamed(part, old, new) for part in value)
    return value


@planter("identity.gender-mismatch", innocent=True)
def first_author_of_the_other_sex(work: Draft) -> Done:
    """The note on the authors speaks of the first one, who is a colleague."""
    item, other = work.pick("paper"), work.life.colleagues[0]
    item.content["authors"] = (other, work.life.name)
    gender = "男" if work.life.woman else "女"
    item.content["_bio"] = f"{other}（1979—），{gender}，{work.life.title}，主要从事{work.life.specialty}工作。"
    claimed(work, item, "2")
    return Done("the note on the authors is about a colleague", (item,))


@planter("identity.birth-date-mismatch", innocent=True)
def first_author_of_another_age(work: Draft) -> Done:
    item, other = work.pick("paper"), work.life.colleagues[1]
    item.content["authors"] = (other, work.life.name)
    item.content["_bio"] = f"{other}（1968—），男，{work.life.title}，主要从事{work.life.specialty}工作。"
    claimed(work, item, "2")
    return Done("the note on the authors is about a colleague", (item,))


@planter("completeness.other-person", innocent=True)
def one_of_many_names(work: Draft) -> Done:
    """A commendation of several people, the applicant among them."""
    item = next(i for i in extras(work.life, Random(f"many:{work.options.seed}")) if i.type == "commendation")
    work.items.insert(-3, item)
    return Done("a list of names", (item,))


@planter("completeness.repeated-document", innocent=True)
def same_award_in_another_year(work: Draft) -> Done:
    """The same prize won again, for another work."""
    old = next((w for w in work.life.of("award")), None)
    first = work.pick("award_certificate")
    if old is None or first.content["award_name"] != old.title:
        raise CannotPlantError("no award")
    year = int(old.date[:4]) - 1
    extra = dict(old.extra) | {"project": f"{work.life.trade.topics[0]}推广"}
    again = Work("award", old.title, f"{year}{old.date[4:]}", old.rank, old.people, tuple(extra.items()))
    item = Item("award_certificate", award(work.life, again, Random(f"again:{work.options.seed}")), again.title)
    work.items.insert(work.items.index(first) + 1, item)
    row = {
        "claimed_award": f"{again.title}{again.get('grade')}",
        "claimed_award_date": again.date[:7],
        "claimed_award_rank": str(again.rank),
    }
    work.one("application_form").content["_awards"].append(row)
    return Done("one prize, two years", (first, item))


@planter("completeness.missing-field", innocent=True)
def optional_fields_blank(work: Draft) -> Done:
    form = work.one("application_form")
    form.content.update(ethnicity="", phone="")
    return Done("blank: ethnicity, phone", (form,))


@planter("eligibility.education-below", innocent=True)
def college_before_university(work: Draft) -> Done:
    """The diploma of an earlier 专科 beside the one that counts."""
    first = work.one("diploma")
    content = diploma(work.life, Random(f"college:{work.options.seed}"))
    end = shift(work.life.school_start, months=-2)
    start = shift(end, years=-3, months=2)
    content.update(
        education_level="专科", issue_date=end, start_date=start[:7], end_date=end[:7], institution="云南师范大学", years="三",
        certificate_number=numbers.diploma_number(work.rng, "10681", "普通", int(end[:4]), "专科"),
    )  # fmt: skip
    item = Item("diploma", content, "earlier")
    work.items.insert(work.items.index(first) + 1, item)
    return Done("an earlier 专科 diploma", (item,))


@planter("eligibility.appraisal-short", innocent=True)
def split_over_two_forms(work: Draft) -> Done:
    """The last year on a form of its own, the others on a summary."""
    items = work.free("annual_appraisal")
    if len(items) != 1 or len(items[0].content["_years"]) < 3:
        raise CannotPlantError("one form a year")
    item = items[0]
    rows = list(item.content["_years"])
    item.content["_years"] = rows[:-1]
    last = Item(
        "annual_appraisal", {**item.content, "_years": rows[-1:], "issue_date": f"{int(rows[-1][0]) + 1}-01-15"}
    )
    work.items.insert(work.items.index(item) + 1, last)
    return Done("a summary and one year's form", (item, last))


@planter("eligibility.appraisal-failed", innocent=True)
def failed_products(work: Draft) -> Done:
    """不合格 stands in the appraisal's text, about products."""
    item = work.pick("annual_appraisal")
    item.content["_topics"] = ["不合格产品处置流程", "抽检不合格项整改", *item.content["_topics"]]
    return Done("不合格 said of products", (item,))


@planter("eligibility.rural-service-short", innocent=True)
def exactly_a_year(work: Draft) -> Done:
    if not work.life.trade.needs_rural:
        raise CannotPlantError("no rural service asked of this series")
    item = work.pick("service_proof")
    item.content["end_date"] = shift(str(item.content["start_date"]), months=12)
    return Done("one year to the day", (item,))


@planter("eligibility.rural-service-short", innocent=True)
def a_year_in_two_parts(work: Draft) -> Done:
    if not work.life.trade.needs_rural:
        raise CannotPlantError("no rural service asked of this series")
    first = work.pick("service_proof")
    start = str(first.content["start_date"])
    first.content["end_date"] = shift(start, months=7)
    later = shift(start, months=10)
    second = Item("service_proof", {**first.content, "start_date": later, "end_date": shift(later, months=6)}, "second")
    work.items.insert(work.items.index(first) + 1, second)
    return Done("seven months and six", (first, second))


@planter("consistency.overlapping-periods", innocent=True)
def one_posting_after_the_other(work: Draft) -> Done:
    """The second begins on the day on which the first ends."""
    first = work.pick("service_proof")
    first.tags["posting"] = "followed"  # nobody else may lengthen it
    start = str(first.content["end_date"])
    content = {**first.content, "start_date": start, "end_date": shift(start, months=6), "place": "临沧市凤庆县鲁史镇"}
    second = Item("service_proof", content | {"host": "鲁史镇人民政府"}, "second")
    work.items.insert(work.items.index(first) + 1, second)
    return Done(f"one ends, one begins on {start}", (first, second))


@planter("eligibility.late-material", innocent=True)
def award_just_in_time(work: Draft) -> Done:
    item = work.pick("award_certificate")
    old = str(item.content["issue_date"])[:7]
    item.content.update(
        issue_date="2020-07-28", certificate_number="2020" + str(item.content["certificate_number"])[4:]
    )
    for row in work.one("application_form").content["_awards"]:
        if row["claimed_award_date"] == old and str(row["claimed_award"]).startswith(str(item.content["award_name"])):
            row["claimed_award_date"] = "2020-07"
    return Done("an award of July 2020", (item,))


@planter("eligibility.excluded-applicant", innocent=True)
def unit_below_an_organ(work: Draft) -> Done:
    """A public institution whose name begins with the organ that runs it."""
    unit = f"{work.life.place.county}自然资源局不动产登记中心"
    for item in work.items:
        if item.content.get("employer"):
            item.content["employer"] = unit
    return Done(unit, (work.one("application_form"),))


@planter("consistency.claim-contradicted", innocent=True)
def claimed_to_the_year(work: Draft) -> Done:
    """The form gives the year of an award, the certificate its day."""
    form, item = work.one("application_form"), work.pick("award_certificate")
    for row in form.content["_awards"]:
        if row["claimed_award"].startswith(item.content["award_name"]):
            row["claimed_award_date"] = row["claimed_award_date"][:4]
    item.content["certificate_number"] = str(item.content["certificate_number"])
    return Done("the year alone", (form, item))


@planter("consistency.date-order", innocent=True)
def sealed_on_one_day(work: Draft) -> Done:
    """All yearly papers signed and sealed on one day when the dossier was put together."""
    day = workday("2020-08-14")
    items = [i for i in work.free("annual_appraisal", "continuing_education") if i.content.get("issue_date")]
    for item in items:
        item.content["issue_date"] = day
    return Done(f"sealed on {day}", tuple(items))


@planter("consistency.event-before-issuer", innocent=True)
def school_under_its_name_then(work: Draft) -> Done:
    """A diploma with the name that the school had, years before the renaming."""
    if int(work.life.graduation[:4]) > 2010:
        raise CannotPlantError("graduated too late")
    changed = [
        i for i in work.items if i.type in ("diploma", "degree_certificate", "application_form", "credential_report")
    ]
    for item in changed:
        item.content["institution"] = "昆明医学院"
        number = str(item.content.get("certificate_number", ""))
        if number[:5].isdecimal():
            item.content["certificate_number"] = "10678" + number[5:]
    return Done("昆明医学院 before 2012", (work.one("diploma"),))


@planter("numbers.diploma-number", innocent=True)
def correspondence_course(work: Draft) -> Done:
    """函授, with the digit 5 in the number that belongs to it."""
    for item in (work.one("diploma"), work.one("credential_report")):
        number = str(item.content["certificate_number"])
        if work.life.level != "本科":
            raise CannotPlantError("a degree of research")
        item.content.update(study_mode="函授", certificate_number=f"{number[:5]}5{number[6:]}")
    return Done("函授", (work.one("diploma"),))


@planter("numbers.degree-number", innocent=True)
def letters_in_the_number(work: Draft) -> Done:
    """A leading letter for the way of study, or one for a second degree."""
    item = work.pick("degree_certificate")
    number = str(item.content["certificate_number"])
    kind = work.rng.choice("CZTS")
    item.content["certificate_number"] = f"{number[:10]}S{number[11:]}" if kind == "S" else f"{kind}{number}"
    return Done(str(item.content["certificate_number"]), (item,))


@planter("numbers.title-number")
def title_number_of_another_year(work: Draft) -> Done:
    item = work.pick("title_certificate")
    number = str(item.content["certificate_number"])
    item.content["certificate_number"] = f"{int(number[:4]) - work.rng.choice((3, 4, 5))}{number[4:]}"
    return Done(str(item.content["certificate_number"]), (item,))


@planter("numbers.title-number", innocent=True)
def title_number_without_year(work: Draft) -> Done:
    item = work.pick("title_certificate")
    item.content["certificate_number"] = f"滇中职字第{work.rng.randrange(10**6):06d}号"
    return Done(str(item.content["certificate_number"]), (item,))

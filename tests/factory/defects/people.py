"""Identity and completeness."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.factory import numbers, words
from tests.factory.dates import shift
from tests.factory.defects.papers import claimed
from tests.factory.defects.registry import CannotPlantError, Done, planter
from tests.factory.dossier import Draft
from tests.factory.life import live
from tests.factory.plan import Item, plan

REQUIRED = {  # and what a finding about it must say
    "identity_card": "身份证",
    "diploma": "学历|毕业证",
    "title_certificate": "职称",
    "annual_appraisal": "考核",
    "continuing_education": "继续教育",
    "employer_publicity": "公示",
}


def with_key(work: Draft, key: str, *kinds: str) -> list[Item]:
    """Papers of these types that print it and that nobody has rewritten; all that print it where no type is given."""
    found = [i for i in (work.free(*kinds) if kinds else work.items) if i.content.get(key)]
    if not found:
        raise CannotPlantError(key)
    return found


@planter("completeness.missing-document")
def required_paper_left_out(work: Draft) -> Done:
    kind = work.pick(*REQUIRED).type
    proving = (kind, "credential_report") if kind == "diploma" else (kind,)  # a report proves the education as well
    work.items = [item for item in work.items if item.type not in proving]
    return Done(f"left out: {kind}", says=REQUIRED[kind])


@planter("completeness.missing-field")
def form_field_left_blank(work: Draft) -> Done:
    form = work.one("application_form")
    key = work.rng.choice(("applied_specialty", "current_title_date", "employer", "id_number"))
    form.content[key] = ""
    return Done(f"blank: {key}", (form,))


@planter("completeness.missing-seal")
def seal_left_out(work: Draft) -> Done:
    item = work.pick("diploma", "degree_certificate", "title_certificate", "employer_publicity", "service_proof")
    item.content["_no_seal"] = True
    return Done(f"no seal on {item.type}", (item,))


@planter("completeness.missing-signature")
def pledge_unsigned(work: Draft) -> Done:
    item = work.one("integrity_pledge")
    item.content["_no_signature"] = True
    return Done("pledge not signed", (item,))


@planter("completeness.other-person")
def strangers_paper(work: Draft) -> Done:
    """A whole document of somebody else among the applicant's."""
    stranger = live(f"{work.options.seed}-stranger", trade=work.life.trade.key, held_out=work.options.held_out)
    kind = work.rng.choice(("award_certificate", "continuing_education", "title_certificate", "diploma"))
    item = next(i for i in plan(stranger, Random(f"{work.options.seed}-stranger")) if i.type == kind)
    work.items.insert(work.rng.randrange(3, len(work.items)), item)
    return Done(f"{kind} of {stranger.name}", (item,))


@planter("completeness.other-person", innocent=True)
def second_author(work: Draft) -> Done:
    """A co-author stands first: still the applicant's paper."""
    item = work.pick("paper")
    authors = (work.life.colleagues[0], work.life.name, work.life.colleagues[1])
    item.content["authors"] = authors
    claimed(work, item, "2")
    return Done("the applicant is second author", (item,))


@planter("completeness.repeated-document")
def same_paper_twice(work: Draft) -> Done:
    """Filed again, as the same print or scanned: one paper has one layout."""
    item = work.pick("award_certificate", "paper", "appointment")
    item.tags.setdefault("lot", f"{work.options.seed}:twice")
    again = Item(item.type, dict(item.content), item.note, dict(item.tags))
    if work.rng.random() < 0.5:
        again.tags["carrier"] = "scan"
    work.items.append(again)
    return Done(f"{item.type} twice", (item, again))


@planter("completeness.unreadable-page")
def page_out_of_focus(work: Draft) -> Done:
    item = work.pick("award_certificate", "continuing_education", "appointment")
    item.tags["carrier"] = "illegible"
    return Done(f"{item.type} cannot be read", (item,))


@planter("identity.id-number-invalid")
def wrong_check_digit(work: Draft) -> Done:
    item = work.rng.choice(with_key(work, "id_number", "application_form", "title_certificate", "continuing_education"))
    item.content["id_number"] = numbers.wrong_digit(work.life.id_number, work.rng)
    return Done("check digit of the ID number", (item,))


@planter("identity.id-number-mismatch")
def another_valid_number(work: Draft) -> Done:
    item = work.rng.choice(with_key(work, "id_number", "title_certificate", "continuing_education", "integrity_pledge"))
    other = work.life.id_number
    while other == work.life.id_number:
        other = numbers.id_number(work.rng, work.life.home.code, work.life.birth, work.life.woman)
    item.content["id_number"] = other
    return Done(f"another ID number on {item.type}", (item,))


@planter("identity.id-number-mismatch", innocent=True)
def old_fifteen_digits(work: Draft) -> Done:
    item = work.rng.choice(with_key(work, "id_number", "title_certificate"))
    number = work.life.id_number
    item.content["id_number"] = number[:6] + number[8:17]
    return Done("the 15-digit form of the same number", (item,))


@planter("identity.id-number-invalid", innocent=True)
def small_letter_x(work: Draft) -> Done:
    """A number that ends in X, printed with a small x on every paper but the card."""
    head = work.life.id_number[:14]
    start = 1 - int(work.life.woman)
    number = next(n for k in range(start, 1000, 2) if (n := f"{head}{k:03d}X") and numbers.id_check(n[:17]) == "X")
    for item in with_key(work, "id_number"):
        item.content["id_number"] = number if item.type == "identity_card" else number.lower()
    work.life = replace(work.life, id_number=number)  # papers that later planters add print it too
    return Done("the check character in lower case")


@planter("identity.name-mismatch")
def one_character_differs(work: Draft) -> Done:
    item = work.pick("diploma", "degree_certificate", "title_certificate")
    name = work.life.name
    place = len(name) - 1
    other = work.rng.choice([c for c in words.GIVEN if c != name[place]])
    item.content["person_name"] = name[:place] + other
    return Done(f"{item.type} names {item.content['person_name']}", (item,))


@planter("identity.name-mismatch", innocent=True)
def another_dot(work: Draft) -> Done:
    if "·" not in work.life.name:
        raise CannotPlantError("no dot in the name")
    item = work.pick("diploma", "degree_certificate", "title_certificate")
    item.content["person_name"] = work.life.name.replace("·", work.rng.choice("•．"))
    return Done("another middle dot", (item,))


@planter("identity.birth-date-mismatch")
def birth_a_year_off(work: Draft) -> Done:
    item = work.pick("diploma", "degree_certificate", "title_certificate")
    item.content["birth_date"] = shift(work.life.birth, years=work.rng.choice((-2, -1, 1, 2)))
    return Done(f"{item.type}: another birth date", (item,))


@planter("identity.birth-date-mismatch", innocent=True)
def birth_month_only(work: Draft) -> Done:
    item = work.pick("diploma", "title_certificate")
    item.content["birth_date"] = work.life.birth[:7]
    return Done("birth printed to the month", (item,))


@planter("identity.gender-mismatch")
def other_gender(work: Draft) -> Done:
    item = work.pick("diploma", "degree_certificate", "title_certificate")
    item.content["gender"] = "男" if work.life.woman else "女"
    return Done(f"{item.type}: other gender", (item,))

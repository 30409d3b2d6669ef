"""Certificates that say a thing twice: in a QR code and in print, at filing and at grant."""

from __future__ import annotations

from tests.factory.defects.papers import a_patent, a_software
from tests.factory.defects.registry import Done, planter
from tests.factory.dossier import Draft
from tests.factory.plan import Item

ANNOUNCEMENTS = "http://epub.cnipa.gov.cn/cred/"


def _address(item: Item) -> str:
    return ANNOUNCEMENTS + "".join(str(item.content["grant_number"]).split())


def _altered(work: Draft, number: str, places: range) -> str:
    """``number`` with another digit at one of ``places``."""
    place = work.rng.choice([p for p in places if number[p].isdecimal()])
    digit = work.rng.choice([d for d in "0123456789" if d != number[place]])
    return number[:place] + digit + number[place + 1 :]


@planter("numbers.machine-code")
def announcement_altered(work: Draft) -> Done:
    """The printed number of the announcement has another digit than the code's address."""
    item = a_patent(work)
    number = str(item.content["grant_number"])
    item.content.update(_code=_address(item), grant_number=_altered(work, number, range(5, 11)))
    return Done(f"the code says {number}", (item,))


@planter("numbers.machine-code")
def code_of_another_patent(work: Draft) -> Done:
    """The code was cut out of another certificate."""
    item = a_patent(work)
    number = str(item.content["grant_number"])
    shuffled = "".join(str((int(c) * 7 + 3) % 10) if c.isdecimal() else c for c in number)
    item.content["_code"] = ANNOUNCEMENTS + "".join(shuffled.split())
    return Done(f"the code says {shuffled}", (item,))


@planter("numbers.machine-code")
def registration_altered(work: Draft) -> Done:
    item = a_software(work)
    number = str(item.content["registration_number"])
    item.content.update(_code=number, registration_number=_altered(work, number, range(6, len(number))))
    return Done(f"the code says {number}", (item,))


@planter("numbers.machine-code", innocent=True)
def code_agrees(work: Draft) -> Done:
    item = a_patent(work)
    item.content["_code"] = _address(item)
    return Done("the code says what is printed", (item,))


@planter("numbers.machine-code", innocent=True)
def code_of_another_kind(work: Draft) -> Done:
    """The code carries the number under which the certificate was printed, and that one is printed nowhere."""
    item = a_software(work)
    item.content["_code"] = f"{str(item.content['registration_number'])[:4]}R11L{work.rng.randrange(10**6, 10**7)}"
    return Done(str(item.content["_code"]), (item,))


@planter("numbers.machine-code", innocent=True)
def code_with_a_serial(work: Draft) -> Done:
    """An address to look the certificate up at, by a number of the website's own."""
    item = a_patent(work)
    item.content["_code"] = f"https://example.invalid/verify?id={work.rng.randrange(10**17, 10**18)}"
    return Done(str(item.content["_code"]), (item,))


def _filed(item: Item, **changed: object) -> None:
    content = item.content
    item.content["_filed"] = {"applicant": content["patentee"], "inventors": tuple(content["inventors"])} | changed


@planter("consistency.parties-differ")
def another_applicant_at_filing(work: Draft) -> Done:
    """Filed by a company that is not the owner printed above: assigned, or one of them altered."""
    item = a_patent(work)
    company = f"{work.life.place.city}恒泰达{work.rng.choice(('机电', '环保', '测绘'))}科技有限公司"
    _filed(item, applicant=company)
    return Done(f"filed by {company}", (item,))


@planter("consistency.parties-differ")
def another_inventor_at_filing(work: Draft) -> Done:
    """The applicant stands where another inventor stood at filing."""
    item = a_patent(work)
    people = tuple(item.content["inventors"])
    other = next(name for name in work.life.colleagues if name not in people)
    _filed(item, inventors=tuple(other if name == work.life.name else name for name in people))
    return Done(f"{other} at filing", (item,))


@planter("consistency.parties-differ", innocent=True)
def inventors_in_another_order(work: Draft) -> Done:
    item = a_patent(work)
    _filed(item, inventors=tuple(reversed(item.content["inventors"])))
    return Done("the same parties, in another order", (item,))


@planter("consistency.parties-differ", innocent=True)
def same_parties_at_filing(work: Draft) -> Done:
    item = a_patent(work)
    _filed(item)
    return Done("the same parties", (item,))

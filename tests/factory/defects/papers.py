"""Numbers and publications."""

from __future__ import annotations

from random import Random

from tests.factory import life as lives
from tests.factory import numbers
from tests.factory.defects.registry import CannotPlantError, Done, planter
from tests.factory.dossier import Draft
from tests.factory.plan import Item, contract, paper, patent, software
from tests.factory.plan_extra import extras
from tests.factory.prose import science


def a_patent(work: Draft) -> Item:
    """The dossier's patent; one is added, claimed and all, where there is none."""
    if not work.of("patent_certificate"):
        rng = Random(f"patent:{work.options.seed}")
        made = lives._patent(work.life, rng, work.life.trade.topics[0])
        work.items.insert(-3, Item("patent_certificate", patent(work.life, made, rng), made.title))
        row = {"claimed_patent": made.title, "number": made.get("number")}
        work.one("application_form").content["_patents"].append(row)
    return work.of("patent_certificate")[0]


def a_software(work: Draft) -> Item:
    """The dossier's registered software; one is added where there is none."""
    if not work.of("software_copyright"):
        rng = Random(f"software:{work.options.seed}")
        made = lives._software(work.life, rng, work.life.trade.topics[0])
        work.items.insert(-3, Item("software_copyright", software(work.life, made, rng), made.title))
    return work.one("software_copyright")


def claimed(work: Draft, item: Item, rank: str) -> None:
    """The form claims the paper with that rank among its authors."""
    for row in work.one("application_form").content["_papers"]:
        if row["claimed_paper"] == item.content["title"]:
            row["claimed_author_rank"] = rank


@planter("numbers.patent-check-digit")
def patent_digit(work: Draft) -> Done:
    item = a_patent(work)
    item.content["patent_number"] = numbers.wrong_digit(str(item.content["patent_number"]), work.rng)
    return Done(str(item.content["patent_number"]), (item,))


@planter("numbers.patent-check-digit", innocent=True)
def patent_digit_x(work: Draft) -> Done:
    item = a_patent(work)
    rows = work.one("application_form").content["_patents"]
    row = next(r for r in rows if r["claimed_patent"] == item.content["patent_name"])
    for serial in range(100000, 100100):
        body = f"20162{serial:07d}"
        if numbers.patent_check(body) == "X":
            row["number"] = f"{body}.X"
            item.content.update(
                patent_number=f"ZL{body}.X",
                patent_kind="utility",
                grant_number=f"CN 2{work.rng.randrange(5_000_000, 6_000_000):08d} U",
                application_date="2016-05-12",
                grant_date="2017-01-18",
            )
            break
    return Done("a check digit X", (item,))


@planter("numbers.issn-check-digit")
def issn_digit(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["_imprint"] = True
    item.content["issn"] = numbers.wrong_digit(str(item.content["issn"]), work.rng)
    return Done(str(item.content["issn"]), (item,))


@planter("numbers.diploma-number")
def number_of_another_year(work: Draft) -> Done:
    item = work.one("diploma")
    number = str(item.content["certificate_number"])
    item.content["certificate_number"] = number[:6] + str(int(number[6:10]) + work.rng.choice((-2, 1, 3))) + number[10:]
    return Done("the year inside the number", (item,))


@planter("numbers.diploma-number")
def number_too_short(work: Draft) -> Done:
    item = work.one("diploma")
    item.content["certificate_number"] = str(item.content["certificate_number"])[:16]
    return Done("16 digits", (item,))


@planter("numbers.diploma-number")
def number_of_another_level(work: Draft) -> Done:
    item = work.one("diploma")
    number = str(item.content["certificate_number"])
    item.content["certificate_number"] = f"{number[:10]}06{number[12:]}"
    return Done("the level inside the number says 专科", (item,))


@planter("numbers.degree-number")
def degree_of_another_level(work: Draft) -> Done:
    item = work.one("degree_certificate")
    number = str(item.content["certificate_number"])
    wrong = "3" if number[5] != "3" else "4"
    item.content["certificate_number"] = number[:5] + wrong + number[6:]
    return Done("the level inside the number", (item,))


@planter("numbers.cn-number")
def hong_kong_number(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["_imprint"] = True
    item.content["cn_number"] = work.rng.choice(("CN(HK) NR2015/05", "CN81-1234/T", "CN 5A-1102/G"))
    return Done(str(item.content["cn_number"]), (item,))


@planter("numbers.software-number")
def number_of_later_year(work: Draft) -> Done:
    item = a_software(work)
    number = str(item.content["registration_number"])
    item.content["registration_number"] = f"{int(number[:4]) + 1}{number[4:]}"
    return Done("registered in a later year than printed", (item,))


@planter("numbers.social-credit-code")
def credit_code_digit(work: Draft) -> Done:
    if not work.of("employment_contract"):
        work.items.insert(-3, Item("employment_contract", contract(work.life, work.rng)))
    item = work.one("employment_contract")
    code = numbers.wrong_digit(str(item.content["credit_code"]), work.rng)
    item.content["credit_code"] = code
    return Done(code, (item,))


@planter("publication.author-rank-overstated")
def first_author_claimed(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["authors"] = (work.life.colleagues[1], work.life.name)
    claimed(work, item, "1")
    return Done("claimed first, printed second", (work.one("application_form"), item))


@planter("publication.issue-implausible")
def issue_beyond_the_year(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["issue"] = str(work.rng.randrange(26, 40))
    return Done(f"issue {item.content['issue']} of a monthly, article number of another issue", (item,))


@planter("publication.not-a-regular-issue")
def supplement(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["issue"] = "S1"
    return Done("a supplement", (item,))


@planter("publication.outside-period")
def before_the_title(work: Draft) -> Done:
    item = work.pick("paper")
    year = str(int(work.life.title_date[:4]) - 3)
    shifted = int(str(item.content["year"])) - int(year)
    item.content.update(
        year=year,
        volume=str(int(str(item.content["volume"])) - shifted),
        received=f"{int(year) - 1}-10-12",
        revised=f"{int(year) - 1}-11-20",
        article=str(item.content["article"]).replace(f"({int(year) + shifted})", f"({year})"),
    )
    for row in work.one("application_form").content["_papers"]:
        if row["claimed_paper"] == item.content["title"]:
            row["claimed_paper_date"] = f"{year}-{item.content['month']}"
    return Done(f"published in {year}", (item,))


@planter("publication.duplicate-publication")
def same_paper_in_two_journals(work: Draft) -> Done:
    first = work.of("paper")[0]
    rng = Random(f"duplicate:{work.options.seed}")
    again = lives.Work(
        "paper",
        str(first.content["title"]),
        "2019-11",
        1,
        tuple(first.content["authors"]),
        (("journal", work.life.trade.journals[-1]),),
    )
    if first.content["journal"] == work.life.trade.journals[-1]:
        raise CannotPlantError("the same journal")
    item = Item("paper", paper(work.life, again, rng), again.title)
    work.items.insert(work.items.index(first) + 1, item)
    form = work.one("application_form")
    form.content["_papers"].append(
        {
            "claimed_paper": again.title,
            "claimed_journal": again.get("journal"),
            "claimed_paper_date": again.date,
            "claimed_author_rank": "1",
        }
    )
    return Done("one paper in two journals", (first, item))


@planter("consistency.date-order")
def received_after_published(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["doi"] = item.content["doi"] or "10.3969/j.issn.1000-0003.2018.06.001"
    item.content["received"] = f"{int(str(item.content['year'])) + 1}-02-11"
    item.content["revised"] = f"{int(str(item.content['year'])) + 1}-03-30"
    return Done("received after publication", (item,))


@planter("publication.text-overlap")
def passages_shared_by_two_papers(work: Draft) -> Done:
    """Three paragraphs of one paper stand word for word in another."""
    papers = work.of("paper")
    if len(papers) < 2:
        raise CannotPlantError("one paper only")
    passages = [science(Random(f"{work.options.seed}:{n}"), ["本项工作"], 130) for n in range(3)]
    for item in papers[:2]:
        item.content["_passages"] = passages
    return Done("three paragraphs word for word", tuple(papers[:2]))


@planter("publication.acceptance-only")
def accepted_not_published(work: Draft) -> Done:
    """A letter of acceptance in place of one of the papers."""
    item = work.of("paper")[-1]
    rng = Random(f"accepted:{work.options.seed}")
    letter = Item("acceptance_letter", next(i for i in extras(work.life, rng) if i.type == "acceptance_letter").content)
    for key in ("title", "authors", "affiliation", "journal", "issn", "cn_number"):
        letter.content[key] = item.content[key]
    letter.content["issuer"] = f"《{item.content['journal']}》编辑部"
    work.items[work.items.index(item)] = letter
    return Done(f"only accepted: {item.content['title']}", (letter,))


@planter("numbers.isbn")
def isbn_digit(work: Draft) -> Done:
    rng = Random(f"book:{work.options.seed}")
    item = next(i for i in extras(work.life, rng) if i.type == "book_pages")
    item.content["isbn"] = numbers.wrong_digit(str(item.content["isbn"]), work.rng)
    work.items.insert(-3, item)
    return Done(str(item.content["isbn"]), (item,))


@planter("numbers.doi")
def doi_without_prefix(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["doi"] = work.rng.choice(("11.3969/j.issn.1000", "10.39/j.1234", "10.3969"))
    return Done(str(item.content["doi"]), (item,))

"""Papers in journals that lists know, warn of or do not know, and the honest oddities of publishing."""

from __future__ import annotations

from random import Random

from tests.factory import life as lives
from tests.factory import numbers, registers
from tests.factory.defects.papers import a_patent, claimed
from tests.factory.defects.registry import CannotPlantError, Done, planter
from tests.factory.dossier import Draft
from tests.factory.plan import Item, contract, journal_numbers, paper, software
from tests.factory.plan_extra import extras


def moved(work: Draft, item: Item, journal: str, *, year: str = "") -> None:
    """The paper in another journal, or another year, with everything that follows from it; its claim too."""
    old, content = str(item.content["journal"]), item.content
    new, year = journal_numbers(journal), year or str(content["year"])
    first, last = (int(p) for p in str(content["page_range"]).split("-"))
    issue = str(content["issue"])
    content.update(
        journal=journal,
        issn=new.issn,
        cn_number=new.cn,
        year=year,
        volume=str(int(year) - new.founded + 1),
        article=new.article(year, issue, first, last),
        doi=new.doi(year, issue, first) if content["doi"] else "",
        received=f"{int(year) - 1}-09-12",
        revised=f"{int(year) - 1}-11-02",
    )
    for row in work.one("application_form").content["_papers"]:
        if row["claimed_paper"] == content["title"] and row["claimed_journal"] == old:
            row.update(claimed_journal=journal, claimed_paper_date=f"{year}-{content['month']}")


@planter("publication.journal-unknown")
def journal_in_no_list(work: Draft) -> Done:
    item = work.pick("paper")
    moved(work, item, work.rng.choice(registers.UNLISTED))
    return Done(str(item.content["journal"]), (item,))


@planter("publication.journal-unknown", innocent=True)
def journal_before_its_renaming(work: Draft) -> Done:
    """The list has the journal's later name, and the one printed as a former name."""
    item = work.pick("paper")
    name = work.rng.choice(sorted(registers.FORMER))
    moved(work, item, name)
    item.content["journal"] = registers.FORMER[name]
    for row in work.one("application_form").content["_papers"]:
        if row["claimed_paper"] == item.content["title"]:
            row["claimed_journal"] = registers.FORMER[name]
    return Done(f"{registers.FORMER[name]}, now {name}", (item,))


@planter("publication.journal-warned")
def journal_warned_of(work: Draft) -> Done:
    item = work.pick("paper")
    year, names = next(iter(registers.WARNED.items()))
    moved(work, item, work.rng.choice(names), year=str(max(int(str(item.content["year"])), year + 1)))
    return Done(f"{item.content['journal']}, warned of since {year}", (item,))


@planter("publication.journal-warned", innocent=True)
def journal_warned_of_later(work: Draft) -> Done:
    item = work.pick("paper")
    moved(work, item, work.rng.choice(next(iter(registers.WARNED_LATER.values()))))
    return Done("warned of after the paper came out", (item,))


@planter("publication.journal-mismatch")
def number_of_another_journal(work: Draft) -> Done:
    """A right ISSN and CN number, of another journal."""
    item = work.pick("paper")
    other = journal_numbers(work.rng.choice([n for n in registers.JOURNALS if n != item.content["journal"]]))
    item.content.update(issn=other.issn, cn_number=other.cn, _imprint=True)
    return Done(f"{item.content['journal']} with {other.issn}", (item,))


@planter("publication.journal-mismatch", innocent=True)
def number_of_the_online_edition(work: Draft) -> Done:
    item = work.pick("paper")
    own = journal_numbers(str(item.content["journal"]))
    article = str(item.content["article"]).replace(own.issn, own.electronic)
    item.content.update(issn=own.electronic, doi="", article=article, _imprint=True)
    return Done("the ISSN of the online edition", (item,))


@planter("publication.retracted")
def doi_of_a_retracted_paper(work: Draft) -> Done:
    item = work.pick("paper")
    own = journal_numbers(str(item.content["journal"]))
    year, issue = str(item.content["year"]), str(item.content["issue"])
    if item.content["journal"] not in registers.JOURNALS:
        raise CannotPlantError("a journal of another list")
    first = registers.RETRACTED_PAGE
    item.content.update(
        page_range=f"{first}-{first + 4}",
        article=own.article(year, issue, first, first + 4),
        doi=own.doi(year, issue, first),
    )
    return Done(str(item.content["doi"]), (item,))


@planter("publication.retracted", innocent=True)
def doi_beside_a_retracted_one(work: Draft) -> Done:
    """The paper on the pages before a retracted one."""
    item = work.pick("paper")
    own = journal_numbers(str(item.content["journal"]))
    year, issue = str(item.content["year"]), str(item.content["issue"])
    first = registers.RETRACTED_PAGE - 5
    item.content.update(
        page_range=f"{first}-{first + 4}",
        article=own.article(year, issue, first, first + 4),
        doi=own.doi(year, issue, first),
    )
    return Done(str(item.content["doi"]), (item,))


@planter("publication.issue-implausible", innocent=True)
def double_issue(work: Draft) -> Done:
    item = work.pick("paper")
    issue = work.rng.choice(("1-2", "3-4", "7-8"))
    month = issue[-1].zfill(2)
    item.content.update(issue=issue, month=month, doi="")
    year, (first, last) = str(item.content["year"]), (int(p) for p in str(item.content["page_range"]).split("-"))
    item.content["article"] = journal_numbers(str(item.content["journal"])).article(year, issue[0], first, last)
    for row in work.one("application_form").content["_papers"]:
        if row["claimed_paper"] == item.content["title"]:
            row["claimed_paper_date"] = f"{year}-{month}"
    return Done(f"issue {issue}", (item,))


@planter("publication.not-a-regular-issue", innocent=True)
def supplement_among_the_references(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["_passages"] = [
        "已有研究（参见《边疆水文》2014年增刊第35—38页）讨论了类似问题，本文在其基础上补充了实测资料。"
    ]
    return Done("a supplement is cited", (item,))


@planter("publication.outside-period", innocent=True)
def just_after_the_title(work: Draft) -> Done:
    item = work.pick("paper")
    moved(work, item, str(item.content["journal"]), year=str(int(work.life.title_date[:4]) + 1))
    return Done(f"published in {item.content['year']}", (item,))


@planter("publication.acceptance-only", innocent=True)
def letter_beside_the_paper(work: Draft) -> Done:
    item = work.pick("paper")
    made = next(i for i in extras(work.life, Random(f"letter:{work.options.seed}")) if i.type == "acceptance_letter")
    for key in ("title", "authors", "affiliation", "journal", "issn", "cn_number", "year", "issue"):
        made.content[key] = item.content[key]
    made.content.update(
        issuer=f"《{item.content['journal']}》编辑部", issue_date=item.content["revised"],
        first_author=str(next(iter(item.content["authors"]))),
    )  # fmt: skip
    work.items.insert(work.items.index(item) + 1, made)
    return Done("letter and paper", (item, made))


@planter("publication.author-rank-overstated", innocent=True)
def second_and_says_so(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["authors"] = (work.life.colleagues[2], work.life.name, work.life.colleagues[3])
    claimed(work, item, "2")
    return Done("second author, claimed second", (item,))


@planter("publication.duplicate-publication", innocent=True)
def two_parts_of_a_series(work: Draft) -> Done:
    """（一） and （二） of one title, in two issues of a journal."""
    first = work.pick("paper")
    title, journal = str(first.content["title"]), str(first.content["journal"])
    made = lives.Work("paper", f"{title}（二）", "2020-03", 1, tuple(first.content["authors"]), (("journal", journal),))
    item = Item("paper", paper(work.life, made, Random(f"series:{work.options.seed}")), made.title)
    rows = work.one("application_form").content["_papers"]
    for row in rows:
        if row["claimed_paper"] == title:
            row["claimed_paper"] = f"{title}（一）"
            rank = row["claimed_author_rank"]
    first.content.update(title=f"{title}（一）", _topic=title)
    work.items.insert(work.items.index(first) + 1, item)
    rows.append(
        {
            "claimed_paper": made.title,
            "claimed_journal": journal,
            "claimed_paper_date": made.date,
            "claimed_author_rank": rank,
        }
    )
    return Done("two parts of a series", (first, item))


@planter("publication.text-overlap", innocent=True)
def both_quote_the_law(work: Draft) -> Done:
    items = work.free("paper")
    if len(items) < 2:
        raise CannotPlantError("one paper only")
    quoted = (
        "《中华人民共和国水土保持法》第三条规定：“水土保持工作实行预防为主、保护优先、全面规划、"
        "综合治理、因地制宜、突出重点、科学管理、注重效益的方针。”"
    )
    for item in items[:2]:
        item.content["_passages"] = [quoted]
    return Done("one article of a law in two papers", tuple(items[:2]))


@planter("numbers.issn-check-digit", innocent=True)
def issn_ends_in_x(work: Draft) -> Done:
    item = work.pick("paper")
    moved(work, item, work.rng.choice(registers.UNLISTED))
    rng = Random(f"x:{work.options.seed}")
    number = next(n for _ in range(500) if (n := numbers.issn(rng)).endswith("X"))
    article = str(item.content["article"]).replace(str(item.content["issn"]), number)
    item.content.update(issn=number, doi="", article=article, _imprint=True)
    return Done(number, (item,))


@planter("numbers.cn-number", innocent=True)
def cn_number_of_beijing(work: Draft) -> Done:
    """The extended code 10, or no class letters."""
    item = work.pick("paper")
    moved(work, item, work.rng.choice(registers.UNLISTED))
    item.content.update(cn_number=work.rng.choice(("CN 10-1234/TV", "CN 11-2345", "CN 10-5021/X")), _imprint=True)
    return Done(str(item.content["cn_number"]), (item,))


_OTHER_DOIS = ("10.16258/j.cnki.dzk.20180417", "10.1007/s10064-018-1342-5", "10.3724/SP.J.1224.2018")


@planter("numbers.doi", innocent=True)
def doi_of_another_kind(work: Draft) -> Done:
    item = work.pick("paper")
    item.content["doi"] = work.rng.choice(_OTHER_DOIS)
    return Done(str(item.content["doi"]), (item,))


@planter("numbers.isbn", innocent=True)
def isbn_without_hyphens(work: Draft) -> Done:
    item = next(i for i in extras(work.life, Random(f"book:{work.options.seed}")) if i.type == "book_pages")
    item.content["isbn"] = str(item.content["isbn"]).replace("-", "")
    work.items.insert(-3, item)
    return Done(str(item.content["isbn"]), (item,))


@planter("numbers.software-number", innocent=True)
def registered_in_the_same_year(work: Draft) -> Done:
    """A number of six digits, as they were then."""
    rng = Random(f"software:{work.options.seed}")
    made = lives._software(work.life, rng, work.life.trade.topics[0])
    item = Item("software_copyright", software(work.life, made, rng), f"{made.title}早期版")
    item.content.update(
        issue_date="2016-04-20", registration_number=f"2016SR{rng.randrange(100000, 400000)}",
        certificate_number=f"软著登字第{rng.randrange(1250000, 1290000)}号", finished="2015-11-20", published="2016-01-20",
    )  # fmt: skip
    work.items.insert(-3, item)
    return Done(str(item.content["registration_number"]), (item,))


@planter("numbers.social-credit-code", innocent=True)
def code_with_a_letter_first(work: Draft) -> Done:
    """A rural collective's code begins with N."""
    if not work.of("employment_contract"):
        work.items.insert(-3, Item("employment_contract", contract(work.life, work.rng)))
    item = work.one("employment_contract")
    item.content["credit_code"] = numbers.credit_code(work.rng, "N2", work.life.place.code)
    return Done(str(item.content["credit_code"]), (item,))


@planter("numbers.patent-check-digit", innocent=True)
def patent_number_spaced(work: Draft) -> Done:
    item = a_patent(work)
    number = str(item.content["patent_number"])
    spaced = number.replace("ZL", "ZL ", 1)
    item.content["patent_number"] = spaced if work.rng.random() < 0.5 else number.replace(".", "．")
    return Done("a space, or a wide point", (item,))

from __future__ import annotations

import msgspec
import pytest

from checks.publication.author_rank_overstated import CHECK
from tests.checks.builders import BlankPictures, coverage, document, findings

TITLE = "山地玉米抗旱栽培技术研究"


def form(rank: str):
    row = {"claimed_paper": TITLE, "claimed_author_rank": rank}
    return document("application_form", {"person_name": "和丽江"}, row)


def paper(*authors: str, **more):
    return document("paper", {"title": TITLE, "authors": authors}, **more)


@pytest.mark.parametrize("rank", ["1", "第一", "独著", "第一作者"])
def test_a_better_place_than_printed_is_told(rank: str) -> None:
    (finding,) = findings(CHECK, form(rank), paper("杨国强", "和丽江"))
    assert "署名第2" in finding.message
    assert finding.severity == "suspect"


@pytest.mark.parametrize(
    ("rank", "authors"),
    [
        ("1", ("和丽江", "杨国强")),
        ("2", ("杨国强", "和丽江")),
        ("3", ("杨国强", "和丽江")),  # less than printed
        ("通讯作者", ("杨国强", "和丽江")),
        ("1", ("HE Lijiang", "YANG Guoqiang")),  # Latin names cannot be compared
    ],
)
def test_other_claims_stay_silent(rank: str, authors: tuple[str, ...]) -> None:
    assert findings(CHECK, form(rank), paper(*authors)) == []


def test_equal_authors_marked_on_the_paper_stay_silent() -> None:
    assert findings(CHECK, form("1"), paper("杨国强", "和丽江", text="共同第一作者")) == []


def test_equal_authors_marked_on_the_paper_beside_its_contents_page_stay_silent() -> None:
    contents = document("journal_pages", {"title": TITLE, "authors": ("杨国强", "和丽江")})
    marked = paper("杨国强", "和丽江", text="*同等贡献，并列第一作者")
    assert findings(CHECK, form("第1作者（共同第一）"), contents, marked) == []


def test_a_scan_needs_a_second_reading(second_reading) -> None:
    papers = form("1"), paper("杨国强", "和丽江", source="ocr")
    assert findings(CHECK, *papers) == []
    assert coverage(CHECK, *papers)[0].outcome == "cannot_tell"
    second_reading("杨国强 和丽江")
    assert len(findings(CHECK, *papers, pictures=BlankPictures())) == 1


def test_a_corresponding_author_who_is_another_is_told() -> None:
    other = {"title": TITLE, "authors": ("杨国强", "和丽江"), "corresponding_author": "杨国强"}
    (finding,) = findings(CHECK, form("通讯作者"), document("paper", other, text="通讯作者：杨国强"))
    assert "通讯作者为“杨国强”" in finding.message
    both = document("paper", other, text="通讯作者：杨国强，和丽江")
    assert findings(CHECK, form("通讯作者"), both) == []
    own = document("paper", other | {"corresponding_author": "和丽江"})
    assert findings(CHECK, form("通讯作者"), own) == []


def marked(text: str):
    made = paper("杨国强", "和丽江")
    facts = tuple(msgspec.structs.replace(f, text=text) if f.name == "authors" else f for f in made.facts)
    return msgspec.structs.replace(made, facts=facts)


def test_the_same_sign_behind_both_names_leaves_the_first_place_open() -> None:
    assert findings(CHECK, form("1"), marked("杨国强*，和丽江*1")) == []
    assert len(findings(CHECK, form("1"), marked("杨国强*，和丽江"))) == 1


def test_a_contents_page_says_nothing_against_a_claim_to_a_shared_place() -> None:
    listed = document("journal_pages", {"title": TITLE, "authors": ("杨国强", "和丽江")})
    assert findings(CHECK, form("第1作者（共同第一）"), listed) == []
    assert len(findings(CHECK, form("第1作者"), listed)) == 1


def test_the_paper_itself_speaks_before_the_page_of_contents_that_lists_it() -> None:
    listed = document("journal_pages", {"title": TITLE, "authors": ("和丽江", "杨国强")})
    (finding,) = findings(CHECK, form("第1作者"), listed, paper("杨国强", "和丽江"))
    assert finding.evidence[0].document == "d03"


def test_one_of_two_editors_of_a_book_claims_the_role_and_no_place() -> None:
    book = document("book_pages", {"title": TITLE, "authors": ("杨国强", "和丽江"), "author_role": "主编"})
    assert findings(CHECK, form("主编"), book) == []
    assert len(findings(CHECK, form("第1"), book)) == 1

from __future__ import annotations

import pytest

from checks.cross.rank import is_shared, rank_number
from tests.checks.builders import document
from tests.checks.cross.people import person, said

TITLE = "高原湖泊流域面源污染治理技术研究"


def paper(*authors: str, title: str = TITLE, text: str = ""):
    return document("paper", {"title": title, "authors": authors, "journal": "某学报"}, text=text)


def claim(title: str, rank: str):
    return document("application_form", None, {"claimed_paper": title, "claimed_author_rank": rank})


def test_two_copies_with_different_author_lists_are_a_suspicion() -> None:
    found = said(
        "shared-paper", person("和丽江", paper("和丽江", "段云海")), person("段云海", paper("段云海", "和丽江"))
    )
    assert "作者名单不一致" in found["卷-段云海"][0].message
    assert found["卷-段云海"][0].severity == "suspect"


def test_two_claims_of_the_first_place_are_a_suspicion() -> None:
    found = said("shared-paper", person("和丽江", claim(TITLE, "第一作者")), person("段云海", claim(TITLE, "1")))
    assert "均以第1作者" in found["卷-和丽江"][0].message


def test_a_misread_character_in_the_title_does_not_hide_it() -> None:
    other = paper("段云海", title=TITLE.replace("湖", "潮"))
    assert said("shared-paper", person("和丽江", paper("和丽江")), person("段云海", other))


def test_a_paper_written_together_is_innocent() -> None:
    both = paper("和丽江", "段云海")
    assert said("shared-paper", person("和丽江", both), person("段云海", both)) == {}


def test_a_list_cut_short_agrees_with_the_whole() -> None:
    whole, cut = paper("和丽江", "段云海", "杨苍山"), paper("和丽江", "段云海")
    assert said("shared-paper", person("和丽江", whole), person("段云海", cut)) == {}


def test_joint_first_authors_may_both_claim_it() -> None:
    claims = person("和丽江", claim(TITLE, "共同第一作者")), person("段云海", claim(TITLE, "共同第一作者"))
    assert said("shared-paper", *claims) == {}


def test_different_papers_are_silent() -> None:
    other = paper("段云海", title="山区公路边坡监测方法探讨")
    assert said("shared-paper", person("和丽江", paper("和丽江")), person("段云海", other)) == {}


@pytest.mark.parametrize("other", [{"journal": "另一学刊"}, {"year": "2019"}, {"issue": "5"}, {"doi": "10.9/b"}])
def test_one_title_in_two_places_is_two_papers(other: dict[str, str]) -> None:
    facts = {"title": TITLE, "journal": "某学报", "year": "2018", "issue": "3"}
    mine = document("paper", facts | {"doi": "10.9/a", "authors": ("和丽江",)})
    theirs = document("paper", facts | other | {"authors": ("段云海",)})
    assert said("shared-paper", person("和丽江", mine), person("段云海", theirs)) == {}


@pytest.mark.parametrize(
    ("text", "rank"),
    [("第一作者", 1), ("2/5", 2), ("第3完成人", 3), ("独著", 1), ("排名第十二", 12), ("", 0), ("参与", 0), ("壹", 1)],
)
def test_ranks_are_read_as_offices_write_them(text: str, rank: int) -> None:
    assert rank_number(text) == rank


def test_shared_places_are_known() -> None:
    assert is_shared("共同第一作者") and is_shared("并列第1") and not is_shared("第一作者")


def test_a_page_of_contents_lists_other_peoples_papers() -> None:
    contents = document("journal_pages", {"title": TITLE, "authors": ("沈学勇",), "journal": "某学报"})
    assert said("shared-paper", person("和丽江", contents), person("段云海", paper("段云海"))) == {}

from __future__ import annotations

import pytest

from tests.checks.builders import document
from tests.checks.cross.people import diploma, person, said

CODE = "shared-certificate-number"


def test_one_number_in_two_names_is_a_suspicion_in_both_dossiers() -> None:
    found = said(CODE, person("和丽江", diploma("和丽江")), person("段云海", diploma("段云海")))
    assert sorted(found) == ["卷-和丽江", "卷-段云海"]
    (finding,) = found["卷-和丽江"]
    assert finding.severity == "suspect" and finding.weight == 4
    assert "106731200905001234" in finding.message and "卷-段云海" in finding.message
    assert finding.evidence[0].bbox is not None and finding.evidence[0].file == "d01.pdf"


def test_spaces_width_and_the_words_around_a_number_make_no_difference() -> None:
    one = person("和丽江", diploma("和丽江", "第１０６７３ 12009 05001234号"))
    assert said(CODE, one, person("段云海", diploma("段云海")))


def test_a_number_read_with_doubt_is_a_hint_that_says_so() -> None:
    doubtful = person("和丽江", diploma("和丽江", confidence=0.7))
    (finding,) = said(CODE, doubtful, person("段云海", diploma("段云海")))["卷-和丽江"]
    assert finding.severity == "notice" and "识别" in finding.explanation


def test_different_numbers_and_the_same_persons_two_dossiers_are_silent() -> None:
    assert (
        said(CODE, person("和丽江", diploma("和丽江")), person("段云海", diploma("段云海", "106731200905001235"))) == {}
    )
    twice = person("和丽江", diploma("和丽江")), person("和 丽江", diploma("和丽江"))
    assert said(CODE, *twice) == {}


def test_degree_numbers_may_repeat_across_kinds() -> None:
    def degree(name: str, kind: str):
        facts = {"person_name": name, "certificate_number": "1067342012000123", "degree": kind}
        return person(name, document("degree_certificate", facts))

    same = said(CODE, degree("和丽江", "学士"), degree("段云海", "学士"))
    across = said(CODE, degree("和丽江", "学士"), degree("段云海", "硕士"))
    assert same["卷-和丽江"][0].severity == "suspect"
    assert across["卷-和丽江"][0].severity == "notice"


def test_a_diploma_and_a_title_certificate_may_bear_one_number() -> None:
    title = document("title_certificate", {"person_name": "段云海", "certificate_number": "106731200905001234"})
    assert said(CODE, person("和丽江", diploma("和丽江")), person("段云海", title)) == {}


@pytest.mark.parametrize(("issuers", "fires"), [(("甲市人社局", "乙县人社局"), False), (("甲市人社局",) * 2, True)])
def test_a_short_number_counts_only_where_one_body_issued_both(issuers: tuple[str, str], fires: bool) -> None:
    people = [
        person(
            name,
            document("continuing_education", {"person_name": name, "certificate_number": "180031", "issuer": by}),
        )
        for name, by in zip(("和丽江", "段云海"), issuers, strict=True)
    ]
    assert bool(said(CODE, *people)) is fires


def test_a_teams_award_number_with_two_ranks_is_innocent() -> None:
    def award(name: str, rank: str):
        facts = {"person_name": name, "certificate_number": "2018J-3-01-031", "rank": rank, "issuer": "某省人民政府"}
        return person(name, document("award_certificate", facts))

    assert said(CODE, award("和丽江", "1"), award("段云海", "2")) == {}
    assert said(CODE, award("和丽江", "1"), award("段云海", "1"))


def test_a_joint_patent_shares_its_number() -> None:
    patent = document("patent_certificate", {"certificate_number": "5123456", "inventors": ("和丽江", "段云海")})
    assert said(CODE, person("和丽江", patent), person("段云海", patent)) == {}


def test_two_certificates_of_one_holder_in_two_dossiers_are_no_shared_number() -> None:
    assert said(CODE, person("和丽江", diploma("和丽江")), person("段云海", diploma("和丽江"))) == {}


def test_the_number_of_a_decision_is_shared_by_all_it_names() -> None:
    number = "云科奖发〔2018〕15号"
    pair = [person(n, document("award_certificate", {"person_name": n, "certificate_number": number})) for n in "甲乙"]
    assert said("shared-certificate-number", *pair) == {}

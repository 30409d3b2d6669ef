from __future__ import annotations

import pytest

from checks.consistency.claim_contradicted import CHECK
from tests.checks.builders import coverage, document, findings

AWARD = {
    "award_name": "云南省科学技术进步奖",
    "award_grade": "三等奖",
    "award_level": "provincial",
    "rank": "3",
    "issue_date": "2018-11-20",
}
TITLE = "山地玉米抗旱栽培技术研究"
PAPER = {
    "title": TITLE,
    "journal": "云南农业科技",
    "authors": ("杨国强", "和丽江"),
    "year": "2018",
}
PATENT = {"patent_name": "一种山地果园滴灌装置", "inventors": ("杨国强", "普学文")}


def form(head=None, *rows):
    return document("application_form", {"person_name": "和丽江"} | (head or {}), *rows)


@pytest.mark.parametrize(
    ("row", "proof", "told"),
    [
        ({"claimed_award": "云南省科学技术进步奖一等奖"}, ("award_certificate", AWARD), "三等奖"),
        (
            {"claimed_award": "云南省科学技术进步奖三等奖", "claimed_award_rank": "第一"},
            ("award_certificate", AWARD),
            "排名第3",
        ),
        (
            {"claimed_award": "云南省科学技术进步奖三等奖（国家级）"},
            ("award_certificate", AWARD),
            "省级",
        ),
        (
            {"claimed_award": "云南省科学技术进步奖三等奖", "claimed_award_date": "2015-06"},
            ("award_certificate", AWARD),
            "2018-11-20",
        ),
        (
            {"claimed_award": "云南省科学技术进步奖三等奖"},
            ("award_certificate", AWARD | {"person_name": "普学文"}),
            "普学文",
        ),
        ({"claimed_paper": TITLE, "claimed_journal": "作物学报"}, ("paper", PAPER), "云南农业科技"),
        ({"claimed_paper": TITLE, "claimed_author_rank": "1"}, ("paper", PAPER), "署名第2"),
        ({"claimed_paper": TITLE, "claimed_paper_date": "2015-03"}, ("paper", PAPER), "2018"),
        ({"claimed_paper": TITLE}, ("paper", PAPER | {"authors": ("杨国强", "普学文")}), "未见申报人"),
        (
            {"claimed_project": "主持 山地玉米抗旱品种选育"},
            ("project_proof", {"project_name": "山地玉米抗旱品种选育", "rank": "参与"}),
            "参与",
        ),
        ({"claimed_patent": PATENT["patent_name"]}, ("patent_certificate", PATENT), "发明人"),
        (
            {"claimed_patent": PATENT["patent_name"], "claimed_patent_role": "第一发明人"},
            ("patent_certificate", PATENT | {"inventors": ("杨国强", "普学文", "和丽江")}),
            "排第3",
        ),
        (
            {"claimed_patent": PATENT["patent_name"]},
            ("patent_application", {"patent_name": PATENT["patent_name"]}),
            "不是授权证书",
        ),
    ],
)
def test_a_row_that_its_proof_speaks_against_is_told(row, proof, told: str) -> None:
    kind, facts = proof
    (finding,) = findings(CHECK, form(None, row), document(kind, facts))
    assert told in finding.message
    assert finding.severity == "suspect"
    assert {e.document for e in finding.evidence} == {"d01", "d02"}


@pytest.mark.parametrize(
    ("row", "proof"),
    [
        (
            {"claimed_award": "省科技进步三等奖", "claimed_award_rank": "3/9", "claimed_award_date": "2018"},
            ("award_certificate", AWARD),
        ),
        (
            {"claimed_award": "云南省科学技术进步奖三等奖", "claimed_award_date": "2018-07"},  # decided, printed later
            ("award_certificate", AWARD),
        ),
        (
            {"claimed_paper": TITLE, "claimed_journal": "《云南农业科技》", "claimed_author_rank": "二"},
            ("paper", PAPER),
        ),
        ({"claimed_paper": TITLE, "claimed_paper_date": "2018-12"}, ("paper", PAPER)),
        ({"claimed_paper": TITLE}, ("paper", PAPER | {"authors": ("Yang G.Q.", "He L.J.")})),
        ({"claimed_patent": PATENT["patent_name"]}, ("patent_certificate", PATENT | {"inventors": ("和丽江",)})),
        *(
            (
                {"claimed_patent": PATENT["patent_name"], "claimed_patent_role": role},
                ("patent_certificate", PATENT | {"inventors": ("杨国强", "和丽江")}),
            )
            for role in ("第二发明人", "2/2", "主要发明人", "第一专利权人")
        ),
        (
            {"claimed_patent": f"{PATENT['patent_name']}（已受理）"},
            ("patent_application", {"patent_name": PATENT["patent_name"]}),
        ),
        (
            {"claimed_patent": PATENT["patent_name"], "claimed_patent_date": "2020-07（受理）"},
            ("patent_application", {"patent_name": PATENT["patent_name"]}),
        ),
    ],
)
def test_what_agrees_stays_silent(row, proof) -> None:
    kind, facts = proof
    assert findings(CHECK, form(None, row), document(kind, facts)) == []


def test_the_date_of_an_acceptance_letter_is_not_that_of_publication() -> None:
    claimed = form({}, {"claimed_paper": TITLE, "claimed_paper_date": "2018-06"})
    letter = document("acceptance_letter", {"title": TITLE, "journal": "云南农业科技", "issue_date": "2017-12-01"})
    assert findings(CHECK, claimed, letter) == []


def test_equal_first_authors_leave_the_first_place_open() -> None:
    paper = document("paper", PAPER, text="杨国强、和丽江为共同第一作者")
    assert findings(CHECK, form(None, {"claimed_paper": TITLE, "claimed_author_rank": "1"}), paper) == []


def test_a_claim_below_the_proof_is_a_notice() -> None:
    row = {"claimed_award": "云南省科学技术进步奖三等奖", "claimed_award_rank": "5"}
    (finding,) = findings(CHECK, form(None, row), document("award_certificate", AWARD))
    assert finding.severity == "notice"


def test_a_scan_that_cannot_be_read_again_accuses_nobody() -> None:
    row = {"claimed_award": "云南省科学技术进步奖一等奖"}
    papers = form(None, row), document("award_certificate", AWARD, source="ocr")
    assert findings(CHECK, *papers) == []
    assert coverage(CHECK, *papers)[0].outcome == "cannot_tell"


DIPLOMA = {"education_level": "专科", "institution": "云南农业大学", "end_date": "2008-07"}


@pytest.mark.parametrize(
    ("head", "proof", "told"),
    [
        ({"education_level": "本科"}, ("diploma", DIPLOMA), "最高为专科"),
        ({"education_level": "专科", "institution": "云南大学"}, ("diploma", DIPLOMA), "云南农业大学"),
        ({"education_level": "专科", "graduation_date": "2004-07"}, ("diploma", DIPLOMA), "2008-07"),
        (
            {"current_title": "农艺师", "current_title_date": "2010-12"},
            ("title_certificate", {"title": "农艺师", "approved_date": "2014-12-20"}),
            "2014-12-20",
        ),
    ],
)
def test_the_head_of_the_form_is_held_against_certificates_too(head, proof, told: str) -> None:
    kind, facts = proof
    (finding,) = findings(CHECK, form(head), document(kind, facts))
    assert told in finding.message


@pytest.mark.parametrize(
    ("head", "proof"),
    [
        (
            {"education_level": "专科", "institution": "云南农业大学", "graduation_date": "2008-07"},
            ("diploma", DIPLOMA),
        ),
        ({"education_level": "硕士研究生"}, ("degree_certificate", {"degree": "硕士"})),  # a degree alone is lawful
        (
            {"education_level": "本科", "institution": "西南林业大学"},
            ("diploma", {"education_level": "本科", "institution": "西南林学院"}),  # renamed since
        ),
        (
            {"current_title": "农艺师", "current_title_date": "2014-12"},
            ("title_certificate", {"title": "农艺师", "approved_date": "2014-12-20"}),
        ),
    ],
)
def test_a_head_that_agrees_stays_silent(head, proof) -> None:
    kind, facts = proof
    assert findings(CHECK, form(head), document(kind, facts)) == []


@pytest.mark.parametrize(("number", "count"), [("201710601862.3", 0), ("201710601863.1", 1)])
def test_a_patent_number_in_a_cell_of_its_own(number: str, count: int) -> None:
    row = {"claimed_patent": PATENT["patent_name"], "claimed_patent_number": number}
    certificate = {"patent_name": PATENT["patent_name"], "patent_number": "ZL201710601862.3", "inventors": ("和丽江",)}
    assert len(findings(CHECK, form(None, row), document("patent_certificate", certificate))) == count


def test_a_paper_for_having_attended_is_no_graduation() -> None:
    form = document("application_form", {"education_level": "本科"})
    paper = document("diploma", {"education_level": "本科"}, text="结业证书 学生和丽江修业期满，准予结业")
    (finding,) = findings(CHECK, form, paper)
    assert "不是毕业证书" in finding.message
    assert findings(CHECK, form, paper, document("diploma", {"education_level": "本科"}, text="毕业证书")) == []


@pytest.mark.parametrize(
    ("claimed", "printed", "count"),
    [("独著", "主编", 1), ("主编", "参编", 1), ("主编", "编著", 0), ("参编", "参编", 0)],
)
def test_what_a_book_calls_its_authors(claimed: str, printed: str, count: int) -> None:
    row = {"claimed_paper": "山地旱作农业技术手册", "claimed_author_rank": claimed}
    form = document("application_form", {"person_name": "和丽江"}, row)
    book = document("book_pages", {"title": "山地旱作农业技术手册", "authors": ("和丽江",), "author_role": printed})
    told = [f for f in findings(CHECK, form, book) if "版权页或封面" in f.message]
    assert len(told) == count


@pytest.mark.parametrize(
    ("authors", "text", "count"),
    [
        (("杨国强", "李明", "和丽江"), "杨国强 李明 和丽江 编著", 1),
        (("和丽江", "杨国强"), "和丽江 杨国强 编著", 0),
        (("杨国强", "和丽江"), "杨国强 编著 主编 和丽江", 0),
    ],
)
def test_the_third_of_several_authors_is_no_chief_editor(authors: tuple[str, ...], text: str, count: int) -> None:
    form = document(
        "application_form", {"person_name": "和丽江"}, {"claimed_paper": "山地案例集", "claimed_author_rank": "主编"}
    )
    book = document("book_pages", {"title": "山地案例集", "authors": authors, "author_role": "编著"}, text=text)
    assert sum("版权页或封面" in f.message for f in findings(CHECK, form, book)) == count

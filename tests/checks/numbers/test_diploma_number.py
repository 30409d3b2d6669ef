from __future__ import annotations

import pytest

from checks.numbers.diploma_number import CHECK
from tests.checks.builders import BlankPictures, coverage, document, findings

SOUND = {
    "certificate_number": "106731201905000123",
    "institution": "云南大学",
    "education_level": "本科",
    "study_mode": "普通全日制",
    "end_date": "2019-06",
    "issue_date": "2019-06-30",
}


def diploma(**changed: str):
    return document("diploma", SOUND | changed)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"end_date": "2018-06", "issue_date": "2018-06-30"}, "年份2019"),
        ({"education_level": "专科"}, "层次代码为本科"),
        ({"study_mode": "函授"}, "办学类型为普通"),
        ({"institution": "昆明理工大学"}, "10673（云南大学）"),
        ({"certificate_number": "1067312019050001"}, "共16位"),
        ({"certificate_number": "106733201905000123"}, "办学类型"),
    ],
)
def test_a_number_at_odds_with_its_diploma_is_told(changed: dict[str, str], told: str) -> None:
    (finding,) = findings(CHECK, diploma(**changed))
    assert finding.severity == "suspect"
    assert told in finding.message


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"end_date": "2018-12", "issue_date": "2019-01-10"},  # the year of either date
        {"certificate_number": "10673520020600012", "education_level": "专科", "study_mode": "函授"}
        | {"end_date": "2002-07", "issue_date": "2002-07-01"},  # 17 places
        {"certificate_number": "云大毕字98123号", "end_date": "1998-07", "issue_date": "1998-07-01"},
        {"certificate_number": "65320108210345678", "issuer": "云南省高等教育自学考试委员会"},
        {"institution": "中共云南省委党校", "certificate_number": "20190123456789"},
        {"institution": "云南大学滇池学院"},  # not the school of that code, and unknown
    ],
)
def test_lawful_numbers_stay_silent(changed: dict[str, str]) -> None:
    assert findings(CHECK, diploma(**changed)) == []


def test_renaming_does_not_change_a_schools_code() -> None:
    early = {"institution": "西南林学院", "certificate_number": "106771200905000123"}
    assert findings(CHECK, diploma(**early, end_date="2009-07", issue_date="2009-07-01")) == []


def test_a_scan_is_told_only_after_a_second_reading(second_reading) -> None:
    scan = document("diploma", SOUND | {"end_date": "2018-06", "issue_date": "2018-06-30"}, source="ocr")
    assert findings(CHECK, scan) == []
    assert coverage(CHECK, scan)[0].outcome == "cannot_tell"
    second_reading("证书编号:106731201905000123")
    (finding,) = findings(CHECK, scan, pictures=BlankPictures())
    assert "两次识读一致" in finding.explanation


@pytest.mark.parametrize(("number", "count"), [("106731201905000123", 0), ("106731201905000124", 1)])
def test_the_registration_report_must_have_the_same_number(number: str, count: int) -> None:
    report = document("credential_report", SOUND | {"certificate_number": number})
    assert len(findings(CHECK, diploma(), report)) == count


def test_a_proof_made_out_for_a_lost_diploma_is_numbered_by_itself() -> None:
    proof = document("diploma", SOUND | {"certificate_number": "106731201400120"}, text="毕 业 证 明 书\n补办")
    assert findings(CHECK, proof) == []


@pytest.mark.parametrize("abroad", [{"institution": "University of Fernhill"}, {"issuer": "教育部留学服务中心"}])
def test_degrees_from_abroad_are_numbered_otherwise(abroad: dict[str, str]) -> None:
    report = SOUND | {"certificate_number": "120140012345"} | abroad
    assert findings(CHECK, document("credential_report", report)) == []
    assert len(findings(CHECK, document("credential_report", SOUND | {"certificate_number": "120140012345"}))) == 1

from __future__ import annotations

import pytest

from checks.consistency.parties_differ import CHECK
from tests.checks.builders import BlankPictures, document, findings

SOUND = {
    "patentee": "中山米盈游乐设备有限公司",
    "filing_applicant": "中山米盈游乐设备有限公司",
    "inventors": ("张明", "李华"),
    "filing_inventors": ("张明", "李华"),
}


@pytest.mark.parametrize("changed", [{"patentee": "云南某某科技有限公司"}, {"inventors": ("张明", "王强")}])
def test_other_parties_than_at_filing_are_hinted_at(changed) -> None:
    (finding,) = findings(CHECK, document("patent_certificate", SOUND | changed))
    assert finding.severity == "notice"


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"inventors": ("李华", "张明")},
        {"filing_inventors": ("张明",)},  # the second line was not read
        {"patentee": "中山米盈游乐设备有限公司 "},
    ],
)
def test_the_same_parties_stay_silent(changed) -> None:
    assert findings(CHECK, document("patent_certificate", SOUND | changed)) == []


def test_a_misread_name_is_not_told(second_reading) -> None:
    scan = document("patent_certificate", SOUND | {"inventors": ("张朋", "李华")}, source="ocr")
    second_reading("张明 李华")
    assert findings(CHECK, scan, pictures=BlankPictures()) == []


def test_a_registered_work_and_its_applicant() -> None:
    work = {"owner": "甲公司", "registration_applicant": "甲公司"}
    assert findings(CHECK, document("other", work)) == []
    assert len(findings(CHECK, document("other", work | {"owner": "乙公司"}))) == 1

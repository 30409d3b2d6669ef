from __future__ import annotations

import msgspec

from checks.completeness.repeated_document import CHECK
from tests.checks.builders import case, document, findings


def test_the_same_certificate_twice_is_a_notice() -> None:
    one = document("award_certificate", {"certificate_number": "2018-J-2-11"})
    (finding,) = findings(CHECK, one, one)
    assert finding.severity == "notice"
    assert len(finding.evidence) == 2


def test_the_same_file_twice_is_told() -> None:
    one = document("work_summary")
    other = msgspec.structs.replace(one, id="d02", file="copy.pdf")
    (finding,) = findings(CHECK, one, other)
    assert "内容完全相同" in finding.message


def test_certificates_of_other_numbers_and_two_parts_of_one_file_stay_silent() -> None:
    one = document("award_certificate", {"certificate_number": "2018-J-2-11"})
    other = document("award_certificate", {"certificate_number": "2019-J-2-12"})
    assert findings(CHECK, one, other) == []
    parts = [msgspec.structs.replace(one, id=f"d0{n}") for n in (1, 2)]
    assert list(CHECK.run(case(*parts))) == []


def test_one_form_filled_every_year_in_the_same_words_stays_silent() -> None:
    said = "本年度认真履行岗位职责，完成各项工作任务，考核等次合格。" * 9
    years = [document("annual_appraisal", {"year": y, "grade": "合格"}, text=y + said) for y in ("2017", "2018")]
    years = [msgspec.structs.replace(d, sha256=d.value("year")) for d in years]
    assert findings(CHECK, *years) == []
    assert findings(CHECK, years[0], msgspec.structs.replace(years[0], sha256="another scan"))


def test_one_project_with_two_awards_is_a_hint() -> None:
    one = document("award_certificate", {"project_name": "山地玉米抗旱栽培技术", "certificate_number": "A-2018-1"})
    two = document("award_certificate", {"project_name": "山地玉米抗旱栽培技术", "certificate_number": "B-2019-7"})
    (finding,) = findings(CHECK, one, two)
    assert "多次奖励" in finding.message and finding.severity == "notice"
    other = document("award_certificate", {"project_name": "山地马铃薯脱毒技术", "certificate_number": "B-2019-7"})
    assert findings(CHECK, one, other) == []

from __future__ import annotations

import msgspec
import pytest

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


ARTICLE = {"title": "山地玉米抗旱栽培技术研究", "journal": "滇农科技", "year": "2018", "issue": "6"}


def test_one_article_in_another_print_is_told() -> None:
    one = document("paper", ARTICLE, text="直排")
    (finding,) = findings(CHECK, one, document("paper", {**ARTICLE, "issue": "06"}, text="扫描件"))
    assert (len(finding.evidence), "同一篇论文" in finding.message) == (2, True)


@pytest.mark.parametrize(
    "other", [{"issue": "7"}, {"journal": "高原农业"}, {"year": "2019"}, {"title": "山地玉米抗旱栽培技术研究之二"}]
)
def test_articles_that_differ_in_title_or_place_stay_silent(other: dict[str, str]) -> None:
    one = document("paper", {**ARTICLE, "title": "山地玉米抗旱栽培技术研究之一"} if "title" in other else ARTICLE)
    assert findings(CHECK, one, document("paper", {**ARTICLE, **other})) == []


LETTER = {"person_name": "和丽江", "title": "工程师", "employer": "某县设计院", "issue_date": "2015-03-02"}
SAID = "聘书 兹聘任和丽江同志为工程师，聘期自二〇一五年三月一日起三年，享受相应待遇，期满另行考核聘任。某县设计院" * 2


def test_a_scan_of_a_letter_beside_its_print_is_told_by_what_it_says() -> None:
    scan = SAID.replace("期满另行", "期满男行").replace("相应待", "相庇待")
    (finding,) = findings(CHECK, document("appointment", LETTER, text=SAID), document("appointment", LETTER, text=scan))
    assert "基本相同" in finding.message


def test_the_next_letter_in_the_same_words_stays_silent() -> None:
    later = document("appointment", {**LETTER, "issue_date": "2018-03-05"}, text=SAID.replace("一五", "一八"))
    assert findings(CHECK, document("appointment", LETTER, text=SAID), later) == []

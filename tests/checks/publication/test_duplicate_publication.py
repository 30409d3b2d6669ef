from __future__ import annotations

import pytest

from checks.publication.duplicate_publication import CHECK
from tests.checks.builders import document, findings

ONE = {"title": "山地玉米抗旱栽培技术研究", "journal": "滇南农学", "year": "2018", "issue": "3"}


@pytest.mark.parametrize("changed", [{"journal": "滇池水利"}, {"year": "2019"}, {"issue": "5"}])
def test_one_paper_in_two_places_is_told(changed: dict[str, str]) -> None:
    (finding,) = findings(CHECK, document("paper", ONE), document("paper", ONE | changed))
    assert len(finding.evidence) == 2


@pytest.mark.parametrize(
    "other",
    [
        ONE,  # the same paper scanned twice
        ONE | {"issue": "03", "journal": "《滇南农学》"},
        ONE | {"title": "高原湖泊水质变化研究", "journal": "滇池水利"},
    ],
)
def test_the_same_paper_and_other_papers_stay_silent(other: dict[str, str]) -> None:
    assert findings(CHECK, document("paper", ONE), document("paper", other)) == []


def test_parts_of_a_series_stay_silent() -> None:
    first, second = (ONE | {"title": f"山地玉米抗旱栽培技术研究之{n}", "issue": n} for n in "一二")
    assert findings(CHECK, document("paper", first), document("paper", second)) == []


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        ({"journal": "第十届山地农业学术年会论文集", "year": "2017"}, ""),
        ({"year": "2017"}, "本文小试部分曾在山地农业学术年会（2017年10月）交流，补充数据后发表。"),
    ],
)
def test_a_paper_read_to_a_meeting_and_printed_later_is_only_noted(earlier: dict[str, str], text: str) -> None:
    (finding,) = findings(CHECK, document("paper", ONE | earlier), document("paper", ONE, text=text))
    assert finding.severity == "notice"

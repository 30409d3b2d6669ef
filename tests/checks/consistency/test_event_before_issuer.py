from __future__ import annotations

import pytest

from checks.consistency.event_before_issuer import CHECK
from tests.checks.builders import document, findings


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("diploma", {"institution": "西南林业大学", "issue_date": "2007-07-01"}),
        ("degree_certificate", {"institution": "大理大学", "issue_date": "2010-06"}),
        ("award_certificate", {"issuer": "普洱市人民政府", "issue_date": "2005"}),
        ("title_certificate", {"issuer": "中华人民共和国人力资源和社会保障部", "issue_date": "2005-05-01"}),
    ],
)
def test_a_name_before_its_time_is_told(kind, facts) -> None:
    (finding,) = findings(CHECK, document(kind, facts))
    assert finding.severity == "suspect"


@pytest.mark.parametrize(
    ("kind", "facts", "text"),
    [
        ("diploma", {"institution": "西南林学院", "issue_date": "2007-07-01"}, ""),
        ("diploma", {"institution": "西南林业大学", "issue_date": "2009-07-01"}, ""),  # within a year of the change
        ("diploma", {"institution": "西南林业大学", "issue_date": "2007-07-01"}, "原证遗失，补发"),
        ("diploma", {"institution": "云南大学", "issue_date": "1995-07-01"}, ""),
        ("award_certificate", {"issuer": "云山县农业农村局", "issue_date": "2017-05-01"}, ""),
        ("award_certificate", {"issuer": "云山县农业农村综合服务中心", "issue_date": "2012-05-01"}, ""),
        ("award_certificate", {"issuer": "大理大学附属医院", "issue_date": "2010-06-01"}, ""),
    ],
)
def test_lawful_names_stay_silent(kind, facts, text: str) -> None:
    assert findings(CHECK, document(kind, facts, text=text)) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"institution": "西南林学院", "issue_date": "2014-07-01"},  # the old name long after
        {"issuer": "云南省人力资源和社会保障厅", "issue_date": "2006-05-01"},  # a date marked C
        {"issuer": "云南省农业农村厅", "issue_date": "2015-12-18"},  # named for an office renamed in 2018, marked C
    ],
)
def test_unsure_or_late_names_are_notices(facts) -> None:
    (finding,) = findings(CHECK, document("title_certificate", facts))
    assert finding.severity == "notice"

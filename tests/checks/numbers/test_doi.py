from __future__ import annotations

import pytest

from checks.numbers.doi import CHECK
from tests.checks.builders import document, findings, printed

SOUND = {"doi": "10.3969/j.issn.1000-0003.2019.06.001", "issn": "1000-0003", "year": "2019"}


@pytest.mark.parametrize(
    ("changed", "told"),
    [({"issn": "1000-0011"}, "内含ISSN"), ({"year": "2016"}, "内含年份2019"), ({"doi": "doi:11.3969/x"}, "不合")],
)
def test_a_doi_at_odds_with_its_paper_is_told(changed: dict[str, str], told: str) -> None:
    (finding,) = findings(CHECK, document("paper", SOUND | changed))
    assert told in finding.message


@pytest.mark.parametrize(
    "changed",
    [{}, {"year": "2020"}, {"doi": "10.1016/j.watres.2019.114910"}, {"doi": "https://doi.org/10.1000/182"}],
)
def test_lawful_dois_stay_silent(changed: dict[str, str]) -> None:
    assert findings(CHECK, document("paper", SOUND | changed)) == []


@pytest.mark.parametrize(
    "number",
    ["11.1016/xyz.2016.08.001", "10.39/j.1234", "10.3969", "103969/j.issn.1000-0003.2017.09.008", "110.3969/a2017"],
)
def test_a_number_behind_the_label_that_is_no_doi_is_told(number: str) -> None:
    paper = document("paper", text=f"DOI：{number}　收稿日期：2016年3月1日")
    (finding,) = findings(CHECK, paper, dossier=printed(paper, paper.text))
    assert finding.severity == "suspect" and number in finding.message


def test_a_letter_for_a_figure_is_a_notice_for_an_ocr_layer_may_have_misread_it() -> None:
    paper = document("paper", text="DOI：1O.1016/xyz.2016")
    (finding,) = findings(CHECK, paper, dossier=printed(paper, paper.text))
    assert finding.severity == "notice" and "1O.1016" in finding.message


@pytest.mark.parametrize(
    "line",
    [
        "DOI: 暂无", "收稿 2016.08/12", "DOI：10.3969/j.issn.1000-0003.2017.09.008",
        "基金号 103969/j.2017", "DOI：10.3969\n/j.issn.1000-0003",
        "\n参考文献\n[1] 某文 DOI：11.39/x.2016",
    ],
)  # fmt: skip
def test_misread_and_missing_dois_stay_silent(line: str) -> None:
    paper = document("paper", text=line)
    assert findings(CHECK, paper, dossier=printed(paper, line)) == []


def test_a_doi_with_a_figure_before_it_is_told_where_it_is_printed_so() -> None:
    paper = document("paper", {"doi": "110.3969/a2017"})
    (finding,) = findings(CHECK, paper)
    assert finding.severity == "suspect" and "110.3969/a2017" in finding.message
    assert findings(CHECK, document("paper", {"doi": "110.3969/a2017"}, source="ocr")) == []

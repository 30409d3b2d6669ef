from __future__ import annotations

import msgspec
import pytest

from checks.consistency.claim_unsupported import CHECK
from checks.consistency.claims import prove
from ingest.records import Problem, SourceFile
from tests.checks.builders import case, document, dossier, findings

PAPER = "高原湖泊流域水肥一体化技术应用研究"


def form(*rows):
    return document("application_form", {"person_name": "和丽江"}, *rows)


@pytest.mark.parametrize(
    "row",
    [
        {"claimed_paper": PAPER, "claimed_journal": "云南农业"},
        {"claimed_award": "云南省科学技术进步奖三等奖"},
        {"claimed_project": "山地玉米抗旱品种选育"},
        {"claimed_patent": "一种山地果园滴灌装置"},
    ],
)
def test_a_row_without_proof_is_asked_for(row: dict[str, str]) -> None:
    (finding,) = findings(CHECK, form(row))
    assert finding.severity == "missing"
    assert next(iter(row.values())) in finding.message


@pytest.mark.parametrize(
    ("row", "proof"),
    [
        ({"claimed_paper": PAPER}, document("paper", {"title": PAPER})),
        ({"claimed_paper": PAPER}, document("paper", {"title": "高原湖泊流域水肥一休化技术应用研究"})),  # one misread
        (
            {"claimed_award": "云南省科技进步三等奖"},
            document("award_certificate", {"award_name": "云南省科学技术进步奖", "award_grade": "三等奖"}),
        ),
        ({"claimed_award": "优秀共产党员"}, document("commendation", {"title": "优秀共产党员"})),
        ({"claimed_patent": "ZL201710601862.3"}, document("patent_certificate", {"patent_number": "ZL201710601862.3"})),
        ({"claimed_paper": PAPER}, document("other", text=f"目录……{PAPER}……第12页")),  # filed under another kind
        ({"claimed_project": "某县高标准农田建设"}, document("merit_proof", {"project_name": "某县高标准农田建设"})),
    ],
)
def test_a_row_with_proof_stays_silent(row, proof) -> None:
    assert findings(CHECK, form(row), proof) == []
    (claim,) = prove(case(form(row), proof))
    assert claim.outcome == "proved"
    assert {e.document for e in claim.evidence} == {"d01", "d02"}


def test_twins_of_two_years_do_not_share_one_certificate() -> None:
    rows = [{"claimed_award": "优质课竞赛一等奖", "claimed_award_date": f"{year}-05"} for year in (2016, 2018)]
    proof = document(
        "award_certificate", {"award_name": "优质课竞赛", "award_grade": "一等奖", "issue_date": "2018-05-20"}
    )
    claims = prove(case(form(*rows), proof))
    assert [c.outcome for c in claims] == ["unsupported", "proved"]


def test_a_work_summary_proves_nothing() -> None:
    summary = document("work_summary", text=f"发表论文{PAPER}一篇")
    assert len(findings(CHECK, form({"claimed_paper": PAPER}), summary)) == 1


def test_a_lost_file_is_named_beside_the_missing_proof() -> None:
    papers = [form({"claimed_paper": PAPER})]
    problem = Problem(kind="encrypted", file="07.pdf")
    lost = SourceFile(name="07.pdf", path="07.pdf", sha256="7" * 64, size=9, kind="pdf", problems=(problem,))
    whole = dossier(papers)
    whole = msgspec.structs.replace(whole, files=(*whole.files, lost))
    (finding,) = findings(CHECK, *papers, dossier=whole)
    assert "07.pdf" in finding.explanation


@pytest.mark.parametrize("print_below", ["申报人（签字）：和丽江", "无", "——", "主持或参与课题", "三、获奖及荣誉"])
def test_the_forms_own_print_below_an_empty_table_is_no_claim(print_below: str) -> None:
    assert prove(case(form({"claimed_project": print_below}))) == ()


def test_a_title_that_begins_like_a_heading_is_a_claim() -> None:
    assert prove(case(form({"claimed_paper": "科研项目成果与教学工作的融合路径"})))


def test_another_honour_of_the_same_county_is_no_proof() -> None:
    row = {"claimed_award": "云岭县优秀专业技术人才", "claimed_award_date": "2017-09-03"}
    other = document("commendation", {"title": "云岭县优秀教师", "issue_date": "2019-09-05"}, text="云岭县优秀教师")
    assert len(findings(CHECK, document("application_form", {}, row), other)) == 1
    own = document("commendation", {"title": "云岭县优秀专业技术人才", "issue_date": "2017-09-03"})
    assert findings(CHECK, document("application_form", {}, row), other, own) == []


def test_an_award_whose_name_was_not_read_is_known_by_its_grade_and_date() -> None:
    row = {"claimed_award": "科学技术奖二等奖", "claimed_award_date": "2016-10"}
    unnamed = {"award_grade": "二等奖", "issue_date": "2016-10-12", "project_name": "土石坝渗流监测技术研究"}
    assert findings(CHECK, document("application_form", {}, row), document("award_certificate", unnamed)) == []
    for other in ({"award_grade": "三等奖"}, {"issue_date": "2018-10-12"}, {"award_name": "教学成果奖"}):
        proof = document("award_certificate", unnamed | other)
        assert len(findings(CHECK, document("application_form", {}, row), proof)) == 1


def test_the_next_tables_heading_is_no_part_of_a_title() -> None:
    form = document("application_form", {}, {"claimed_project": "高原水库大坝安全监测技术研究四、专利"})
    proof = document("project_proof", text="项目名称 高原水库大坝安全监测技术研究 项目编号")
    assert findings(CHECK, form, proof) == []


@pytest.mark.parametrize(
    ("claimed", "text"),
    [
        ("云山县“优秀农业科技工作者”", "你在“优秀农业科技工作者”评选中表现突出,予以表彰。"),
        ("年度优秀管理者", "兹授予和丽江 2018年度优秀管理者 荣誉证书"),
        ("云南省第二十三次哲学社会科学优秀成果奖三等奖", "哲学社会科学\n优秀成果奖\n三 等 奖\n证书"),
    ],
)
def test_an_honour_whose_certificate_names_it_in_other_words_is_not_asked_for(claimed: str, text: str) -> None:
    row = {"claimed_award": claimed, "claimed_award_date": "2019-08"}
    certificate = document("award_certificate", {"issue_date": "2019-08-16"}, text=text)
    assert findings(CHECK, form(row), certificate) == []
    of_another_year = document("award_certificate", {"issue_date": "2012-08-16"}, text=text)
    assert [f.code for f in findings(CHECK, form(row), of_another_year)] == ["consistency.claim-unsupported"]


def test_a_note_behind_a_project_is_no_part_of_its_name() -> None:
    row = {"claimed_project": "磷酸铁锂低温性能研究（某基金面上资助）"}
    letter = document("postdoc_certificate", {}, text="你申请的“磷酸铁锂低温性能研究”已获资助")
    assert findings(CHECK, form(row), letter) == []


def test_the_work_that_won_stands_in_brackets_behind_the_award() -> None:
    row = {"claimed_award": "云南新闻奖二等奖（广播系列报道《山地的路》）", "claimed_award_date": "2017-10"}
    facts = {"award_name": "第二十三届云南新闻奖", "award_grade": "二等奖", "project_name": "山地的路（广播系列报道）"}
    assert findings(CHECK, form(row), document("award_certificate", facts)) == []

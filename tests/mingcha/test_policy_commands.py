from __future__ import annotations

from pathlib import Path

import docx
import msgspec
import pytest
from rich.cells import cell_len

from checks.applicant import profile
from checks.eligibility.rejudge import documents_of, rejudge
from checks.records import DossierRef, Engine, PolicyUsed, Report
from corpus.policy.cases import Facts
from corpus.policy.loader import PACKS, load
from mingcha.cli import run
from reports import json_writer

FACTS: Facts = {
    "application_form": (
        {
            "person_name": "和丽",
            "applied_title": "高级工程师",
            "applied_series": "工程技术",
            "current_title": "工程师",
            "workplace": "昆明市盘龙区",
            "employer_kind": "public",
            "education_level": "本科",
        },
    ),
    "diploma": ({"education_level": "本科", "end_date": "2007-07-01"},),
    "title_certificate": ({"title": "工程师", "approved_date": "2016-08-01"},),
    "appointment": ({"title": "工程师", "start_date": "2016-10-01"},),
}
NOTICE = """\
某厅关于做好2031年度职称评审工作的通知
现通知如下：
一、条件
须于2031年9月15日前报送。
二、公示
不少于5个工作日。
"""
BROKEN = "id: broken\ntitle: 某\nissuer: 某\ntier: moon\nsince: 2020-01-01\ncolour: red\n"


def report(folder: Path, id: str = "one") -> Path:
    """A report.json judged by yunnan-2020, as ``mingcha check`` leaves it."""
    policy = load("yunnan-2020")
    documents = documents_of(FACTS)
    applicant = profile(documents)
    assert policy.as_of is not None
    made = Report(
        dossier=DossierRef(id=id, path=id),
        policy=PolicyUsed(id=policy.id, title=policy.title),
        as_of=policy.as_of.isoformat(),
        applicant=applicant,
        documents=documents,
        findings=(),
        conditions=rejudge(documents, applicant, policy, policy.as_of),
        claims=(),
        coverage=(),
        engine=Engine(version="0", policy_sha256=policy.sha256, inputs_sha256=""),
        disposition="decline",
    )
    (folder / id).mkdir(parents=True)
    json_writer.write(made, folder / id / "report.json")
    return folder / id / "report.json"


def test_list_names_every_pack(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policy", "list"]) == 0
    text = capsys.readouterr().out
    assert all(path.stem in text for path in PACKS.glob("*.yaml"))


def test_show_gives_an_entry_with_its_clause_source_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policy", "show", "yunnan-2020", "--entry", "directed-evaluation"]) == 0
    text = capsys.readouterr().out
    assert "在怒江、迪庆州和曲靖市会泽县" in text
    assert "云人社通〔2020〕78号" in text
    assert "yunnan-2020.yaml:" in text


def test_coverage_lists_every_clause(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policy", "coverage", "yunnan-2020"]) == 0
    text = capsys.readouterr().out
    assert all(clause.ref in text for clause in load("yunnan-2020").packs[0].clauses)


@pytest.mark.parametrize("path", sorted(PACKS.glob("*.yaml")), ids=lambda p: p.stem)
def test_the_products_packs_are_clean_under_lint(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policy", "lint", path.stem]) == 0
    assert "0 faults, 0 remarks" in capsys.readouterr().out


def test_lint_tells_every_fault_with_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    assert run(["policy", "lint", str(path)]) == 2
    said = capsys.readouterr().err
    assert f"{path}:4: tier: 'moon' is not one of" in said
    assert f"{path}:6: the pack: unknown key 'colour'" in said


def test_a_broken_pack_is_refused_by_every_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    for command in ("show", "coverage", "test"):
        assert run(["policy", command, str(path)]) == 2
        assert f"{path}:4" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["txt", "docx"])
def test_read_turns_a_notice_into_a_pack_that_lint_accepts(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    notice = tmp_path / f"notice.{kind}"
    if kind == "txt":
        notice.write_text(NOTICE, encoding="utf-8")
    else:
        paper = docx.Document()
        for line in NOTICE.splitlines():
            paper.add_paragraph(line)
        paper.save(str(notice))
    out = tmp_path / "draft.yaml"
    assert run(["policy", "read", str(notice), "--out", str(out)]) == 0
    assert "3 clauses" in capsys.readouterr().out
    assert "deadline 2031-09-15" in out.read_text(encoding="utf-8")
    assert run(["policy", "lint", str(out)]) == 0
    assert "3 remarks" in capsys.readouterr().out


def test_read_refuses_what_is_no_notice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "poem.txt"
    path.write_text("春眠不觉晓", encoding="utf-8")
    assert run(["policy", "read", str(path)]) == 2
    assert "no numbered clause" in capsys.readouterr().err
    assert run(["policy", "read", str(tmp_path / "nowhere.txt")]) == 2


def test_diff_says_what_changed_and_that_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["policy", "diff", "yunnan-2019", "yunnan-2020"]) == 1
    assert "rural-service" in capsys.readouterr().out
    assert run(["policy", "diff", "yunnan-2020", "yunnan-2020"]) == 0


def test_test_runs_the_cases_of_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = "pack: yunnan-2020\nrow: x\ncases:\n  - name: 某\n    shows: fail\n    expect: {education: WANTED}\n"
    path = tmp_path / "x.yaml"
    path.write_text(case.replace("WANTED", "cannot_tell"), encoding="utf-8")
    assert run(["policy", "test", "yunnan-2020", "--cases", str(tmp_path)]) == 0
    path.write_text(case.replace("WANTED", "met"), encoding="utf-8")
    assert run(["policy", "test", "yunnan-2020", "--cases", str(tmp_path)]) == 1
    assert "x.yaml:4: 某: education is cannot_tell, expected met" in capsys.readouterr().err
    path.write_text(case.replace("WANTED", "maybe"), encoding="utf-8")
    assert run(["policy", "test", "yunnan-2020", "--cases", str(tmp_path)]) == 2
    path.write_text(case.replace("WANTED", "met").replace("expect:", "facts: {poem: [{a: b}]}\n    expect:"), "utf-8")
    assert run(["policy", "test", "yunnan-2020", "--cases", str(tmp_path)]) == 2


def test_try_lists_whose_outcome_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report(tmp_path / "in", "one")
    report(tmp_path / "in", "two")
    out = tmp_path / "changes.tsv"
    arguments = ["policy", "try", "yunnan-2020", str(tmp_path / "in"), "--as-of", "2021-12-31", "--out", str(out)]
    assert run(arguments) == 1
    said = capsys.readouterr().out
    assert "one years-in-title: not_met → met (5年)" in said
    assert "2 reports re-judged under yunnan-2020: 2 change, 0 could not be read" in said
    assert out.read_text(encoding="utf-8").startswith("dossier\tname\tcondition\tbefore\tafter")


def test_try_under_the_same_pack_and_day_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path)
    assert run(["policy", "try", "yunnan-2020", str(path)]) == 0
    assert "0 change" in capsys.readouterr().out


def test_try_under_a_pack_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path)
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        (PACKS / "engineering.yaml")
        .read_text(encoding="utf-8")
        .replace("id: engineering\n", "id: mine\nas_of: 2020-12-31\n")
        .replace("extends: [national]", "extends: [yunnan-2020]")
        .replace("本科, years: 5", "本科, years: 4"),
        encoding="utf-8",
    )
    assert run(["policy", "try", str(mine), str(path)]) == 1
    assert "years-in-title: not_met → met" in capsys.readouterr().out


def test_try_tells_what_is_no_report_and_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = report(tmp_path)
    bad = tmp_path / "bad.json"
    bad.write_text("{}", encoding="utf-8")
    assert run(["policy", "try", "yunnan-2020", str(bad), str(good)]) == 1
    captured = capsys.readouterr()
    assert "bad.json: not re-judged" in captured.err
    assert "1 could not be read" in captured.out
    assert run(["policy", "try", "yunnan-2020", str(tmp_path / "nowhere")]) == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run(["policy", "try", "yunnan-2020", str(empty)]) == 2


def test_explain_prints_the_whole_derivation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path)
    assert run(["explain", str(path), "years-in-title"]) == 0
    text = capsys.readouterr().out
    assert "不符合（not_met）" in text
    assert "自取得日2016年8月1日起算，按周年4年，按年头5年" in text
    assert "自聘任日2016年10月1日起算" in text
    assert "人社部发〔2019〕16号" in text
    assert "03.pdf 第1页" in text


def test_explain_names_the_conditions_there_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = report(tmp_path)
    assert run(["explain", str(path.parent), "shoe-size"]) == 2
    assert "it has: education, years-in-title" in capsys.readouterr().err
    assert run(["explain", str(tmp_path / "nowhere"), "education"]) == 2


def test_a_report_judged_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    one, two = report(tmp_path / "a"), report(tmp_path / "b")
    assert one.read_bytes() == two.read_bytes()
    assert msgspec.json.decode(one.read_bytes())["conditions"]


@pytest.mark.parametrize("command", [["list"], ["show", "yunnan-2020"], ["coverage", "yunnan-2020"]])
def test_a_pipe_of_eighty_columns_shows_everything(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["policy", *command]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(cell_len(line) for line in lines) <= 80
    whole = "".join("".join(lines).split())
    policy = load("yunnan-2020")
    if command[0] == "coverage":
        assert all("".join(e.does.split()) in whole for pack in policy.packs for e in pack.entries)
    assert "".join(policy.title.split()) in whole


NAMES_NOTHING = """\
id: names-nothing
title: 某
issuer: 某
tier: office
since: 2020-01-01
extends: [materials]
sources: {S: {title: 某, loaded: true}}
clauses: [{ref: 一, heading: 某}]
entries:
  - {id: m, clause: 一, kind: requirement, title: 某, source: S, mark: C, does: 某, measure: material,
     material: {any_of: [diplomas], when: claimed_papr}}
  - {id: w, clause: 一, kind: preference, title: 某, source: S, mark: A, does: 某, effects: {waives: [papers]}}
"""


def test_lint_tells_of_names_that_would_silently_do_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "names-nothing.yaml"
    path.write_text(NAMES_NOTHING, encoding="utf-8")
    assert run(["policy", "lint", str(path)]) == 2
    said = capsys.readouterr()
    assert f"{path}:10: entry m: there is no document type 'diplomas', did you mean 'diploma'?" in said.err
    assert f"{path}:10: entry m: when 'claimed_papr' is nothing" in said.err
    assert f"{path}:12: remark: entry w waives 'papers'" in said.out

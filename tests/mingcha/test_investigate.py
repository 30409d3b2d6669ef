"""A complaint: allegations matched, deadlines counted, and no word on who complained."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from mingcha import cli
from tests.mingcha.papers import title_certificate

LETTER = """关于反映杨树林申报高级工程师材料不实的举报信

某某评审委员会：
我是省设计院职工段玉梅，与被举报人同一科室。公示期间（2020年11月2日至11月6日）看到杨树林的公示，现反映以下问题：
一、杨树林的工程师职称证书编号系涂改，职称取得时间不实。
二、2017年度考核为基本合格，却填报为合格。
举报人：段玉梅
联系电话：13888012345
2020年11月4日
"""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("case")
    title_certificate(base / "dossier" / "职称证.pdf", "杨树林", "ZC2012530100456")
    (base / "letter.txt").write_text(LETTER, encoding="utf-8")
    arguments = [
        "investigate",
        str(base / "dossier"),
        "--complaint",
        str(base / "letter.txt"),
        "--out",
        str(base / "out"),
    ]
    assert cli.run(arguments) in (0, 1)
    return base / "out"


def texts(results: Path) -> dict[str, str]:
    found = {}
    for path in results.iterdir():
        if path.suffix == ".docx":
            with ZipFile(path) as package:
                found[path.name] = "".join(package.read(n).decode("utf-8", "replace") for n in package.namelist())
        else:
            found[path.name] = path.read_text(encoding="utf-8")
    return found


def test_investigate_writes_the_drafts_beside_the_memo(results: Path) -> None:
    names = {p.name for p in results.iterdir()}
    assert {"investigation.html", "investigation.docx", "investigation.json", "report.json", "memo.html"} <= names


def test_the_complainant_is_nowhere(results: Path) -> None:
    for name, text in texts(results).items():
        assert "段玉梅" not in text, name
        assert "13888012345" not in text, name
        assert "省设计院" not in text, name


def test_each_allegation_is_matched_with_the_material_it_is_about(results: Path) -> None:
    drafted = json.loads((results / "investigation.json").read_bytes())
    assert [a["number"] for a in drafted["allegations"]] == [1, 2]
    first, second = drafted["allegations"]
    assert any(fact["value"].startswith("工程师") for fact in first["facts"])
    assert second["bearing"] == "insufficient"


def test_deadlines_are_counted_both_ways_over_working_days(results: Path) -> None:
    drafted = json.loads((results / "investigation.json").read_bytes())
    publicity = next(d for d in drafted["deadlines"] if d["unit"] == "工作日" and d["start"] == "2020-11-02")
    assert (publicity["inclusive_end"], publicity["exclusive_end"]) == ("2020-11-06", "2020-11-09")

"""The investigation report: seven parts, neutral words, both ways of counting, and never who complained."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import msgspec
import pytest

from reports import docx, html, investigation_writer
from reports.investigation import Considered, Deadline, Intake, Investigation, build_investigation
from reports.investigation_paper import internal_sheet, lay_out
from tests.reports import samples
from tests.reports.test_memo import Texts, squeezed, word_text

COMPLAINANT = "李举报"
PARTS = [
    "一、线索来源及受理情况",
    "二、反映的主要问题",
    "三、核查过程",
    "四、逐项核查情况",
    "五、当事人说明",
    "六、处理建议及依据",
    "七、其他说明",
]
PUBLICITY = Deadline(
    name="公示期",
    start="2020-09-28",
    length=5,
    unit="工作日",
    inclusive_end="2020-10-10",
    exclusive_end="2020-10-12",
    basis="通知三（二）",
)
INTAKE = Intake(received="2020-10-09", way=f"{COMPLAINANT}来信", signed=True, reported="和本", letter_sha256="ef" * 32)
FAR = msgspec.structs.replace(PUBLICITY, name="远期", inclusive_end="", exclusive_end="", note="2031年日历未载入")


def considered() -> list[Considered]:
    report = samples.report()
    by_id = {document.id: document for document in report.documents}
    return [
        Considered(
            number=1,
            kind="学历、学位",
            text=f"{COMPLAINANT}反映：和木的毕业证书与实际不符，电话{samples.PHONE}",
            documents=(by_id["d03"],),
            facts=tuple((by_id["d03"], fact) for fact in by_id["d03"].facts),
            findings=report.findings[:1],
            conditions=report.conditions[:1],
            bearing="points_to",
        ),
        Considered(
            number=2,
            kind="获奖、荣誉",
            text="某奖没有他",
            documents=(by_id["d04"],),
            claims=report.claims[:1],
            unchecked=report.coverage[2:3],
            bearing="insufficient",
        ),
        Considered(number=3, kind="公示", text="公示时间不够", findings=report.findings[:1], bearing="unsupported"),
    ]


def built(*, unmask: bool = False) -> Investigation:
    dossier = samples.dossier()
    return build_investigation(
        samples.report(),
        dossier,
        samples.Flat(dossier),
        intake=Intake(
            received="2020-10-09", way=f"{COMPLAINANT}来信", signed=True, reported="和本", letter_sha256="ef" * 32
        ),
        considered=considered(),
        deadlines=(PUBLICITY, FAR),
        hidden=(COMPLAINANT,),
        unmask=unmask,
    )


@pytest.fixture(scope="module")
def text() -> str:
    return word_text(docx.render(lay_out(built())))


def test_report_has_its_seven_parts_in_order(text: str) -> None:
    places = [text.index(part) for part in PARTS]
    assert places == sorted(places)
    assert "关于和木职称评审公示期间反映问题的核查情况报告" in text
    assert "证据目录" in text and "证据保管记录" in text and "核验清单" in text


@pytest.mark.parametrize("unmask", [False, True])
def test_complainant_is_nowhere_even_unmasked(unmask: bool, tmp_path: Path) -> None:
    it = built(unmask=unmask)
    assert COMPLAINANT not in repr(it)
    for path in investigation_writer.write(it, tmp_path):
        data = path.read_bytes()
        if path.suffix == ".docx":
            package = zipfile.ZipFile(BytesIO(data))
            data = b"".join(package.read(name) for name in package.namelist())
        assert COMPLAINANT.encode() not in data


def test_opinions_are_the_three_that_a_tool_may_give(text: str) -> None:
    for opinion in ("证据指向：第1项", "证据不足：第2项", "未发现支持该反映的证据：第3项"):
        assert opinion in text
    assert not re.search("造假|伪造|变造|揭发|PS|不诚信", text)
    assert "□属实" in text  # the conclusion is for people to tick


def test_deadlines_are_counted_both_ways(text: str) -> None:
    assert "2020年10月10日2020年10月12日通知三（二）" in text
    assert "日历未载入日历未载入" in text and "2031年日历未载入" in text


def test_evidence_is_catalogued_with_its_digest(text: str) -> None:
    assert "03" * 32 in text and "ef" * 32 in text
    assert "10673*201905******" in text
    assert samples.ID not in text and samples.PHONE not in text


def test_other_name_in_the_letter_is_pointed_out(text: str) -> None:
    assert "来信所称被反映人为“和本”" in text


def test_word_and_html_say_the_same(text: str) -> None:
    page = squeezed(Texts(html.render(lay_out(built()))).texts)
    assert page.endswith(text)


def test_internal_sheet_lists_what_to_ask_where() -> None:
    sheet = word_text(docx.render(internal_sheet(built())))
    assert "内部核查单" in sheet and "向户籍所在地公安机关核实" in sheet and "不得交被反映人" in sheet


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in investigation_writer.write(built(), tmp_path / "a")]
    assert first == [path.read_bytes() for path in investigation_writer.write(built(), tmp_path / "b")]


def test_links_lead_somewhere_and_findings_are_set_out_once() -> None:
    tags = Texts(html.render(lay_out(built()))).tags
    anchors = [attrs["id"] for _, attrs in tags if attrs.get("id")]
    assert len(anchors) == len(set(anchors)) and "f-f01" in anchors
    assert {attrs["href"][1:] for tag, attrs in tags if tag == "a" and attrs["href"]} <= set(anchors)

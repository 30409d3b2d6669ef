"""The audit of a scan: risk in parts, a sample that can be drawn again, a workbook without live cells."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import msgspec
import openpyxl
import pytest

from checks.records import Severity
from reports import docx, workbook
from reports.audit import FAMILY_CAP, Audit, AuditFinding, Entry, Sampling, entry, risk, sample
from reports.audit_paper import lay_out
from tests.reports import samples
from tests.reports.test_memo import word_text

SHEETS = ["总体情况", "风险排序", "发现事项", "跨卷比对", "读取失败", "分类统计", "按单位统计", "抽样复核"]


def found(code: str, weight: int = 2, severity: Severity = "suspect") -> AuditFinding:
    return AuditFinding(
        id="f01",
        code=code,
        severity=severity,
        weight=weight,
        message=f"所见{code}",
        clause="",
        verify="核实",
        places="d01",
    )


def audit(*entries: Entry, sampling: Sampling | None = None) -> Audit:
    report = samples.report()
    return Audit(
        policy=report.policy, as_of=report.as_of, engine=report.engine, entries=entries, sampling=sampling or Sampling()
    )


def many(count: int) -> tuple[Entry, ...]:
    return tuple(Entry(dossier=f"卷{n:03d}", employer=f"单位{n % 7}", documents=20) for n in range(count))


def test_risk_counts_each_rule_once_and_caps_a_family() -> None:
    same = Entry(dossier="a", documents=20, findings=(found("numbers.doi", 2), found("numbers.doi", 3)))
    assert risk(same).parts == {"numbers": 3}
    forensic = tuple(found(f"forensics.{name}", 4) for name in ("copy-move", "image-splice", "hidden-text"))
    heavy = Entry(dossier="b", documents=20, findings=(*forensic, found("numbers.doi", 1)))
    assert risk(heavy).parts == {"forensics": FAMILY_CAP, "numbers": 1}
    assert risk(heavy).points == FAMILY_CAP + 1


def test_risk_is_stated_per_ten_documents_and_leaves_notices_out() -> None:
    findings = (found("numbers.doi", 4), found("eligibility.preference-applied", 4, "notice"))
    assert risk(Entry(dossier="a", documents=40, findings=findings)).score == 1.0
    assert risk(Entry(dossier="a", documents=3, findings=findings)).score == 4.0  # few documents do not inflate it


def test_ranking_begins_with_what_could_not_be_checked() -> None:
    calm, lost = Entry(dossier="平", documents=10), Entry(dossier="失", lost="超时")
    busy = Entry(dossier="多", documents=10, findings=(found("numbers.doi", 3),))
    assert [it.dossier for it, _ in audit(calm, busy, lost).ranked()] == ["失", "多", "平"]


def test_sample_takes_everything_grave_the_top_and_a_random_share() -> None:
    grave = Entry(dossier="重", documents=90, findings=(found("identity.id-number-mismatch", 4),))
    lost = Entry(dossier="失", lost="超时")
    risky = Entry(dossier="险", documents=10, findings=(found("numbers.doi", 3), found("publication.retracted", 3)))
    chosen = {s.dossier: s.reason for s in sample(audit(*many(100), grave, lost, risky))}
    assert (chosen["重"], chosen["失"], chosen["险"]) == ("含重大事项", "未能检查", "风险排序靠前")
    assert sum(reason == "随机抽取" for reason in chosen.values()) == 5


def test_sample_depends_on_seed_and_names_only() -> None:
    entries = many(200)
    first = sample(audit(*entries))
    assert first == sample(audit(*reversed(entries)))
    assert first != sample(audit(*entries, sampling=Sampling(seed=2)))
    assert 0 < sum(s.second for s in first) < len(first)


def test_entry_is_masked_and_keeps_what_was_not_looked_at() -> None:
    made = entry(samples.report())
    assert samples.ID not in repr(made) and samples.PHONE not in repr(made)
    assert made.coverage["forensics.image-splice"] == ("cannot_tell", "not_applicable")
    assert entry(samples.report(), unmask=True).findings[0].message.count(samples.ID) == 1


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    hostile = Entry(
        dossier='=HYPERLINK("http://example.invalid")',
        person="+1+1",
        employer="@SUM(A1)",
        documents=4,
        findings=(found("cross.shared-paper"), found("numbers.doi"), found("completeness.unreadable-file")),
        coverage={"numbers.doi": ("clear", "found"), "numbers.isbn": ("not_applicable",)},
    )
    lost = Entry(dossier="-2+3", lost="超过了规定时限\x07")
    data = workbook.render(audit(entry(samples.report()), hostile, lost))
    return openpyxl.load_workbook(BytesIO(data))


def test_workbook_has_its_sheets(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == SHEETS


def test_no_cell_is_a_formula_or_a_link(book: openpyxl.Workbook) -> None:
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n"), cell.coordinate
                assert cell.hyperlink is None
    assert book["风险排序"]["B3"].value == "-2+3"


def test_workbook_is_masked(book: openpyxl.Workbook) -> None:
    told = "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    assert samples.ID not in told and samples.PHONE not in told
    assert "530***********123X" in told
    assert "仅列示疑点与依据，不构成认定结论" in told


def test_cross_findings_and_failures_have_their_sheets(book: openpyxl.Workbook) -> None:
    across = [row[6].value for row in book["跨卷比对"].iter_rows(min_row=3)]
    assert across == ["cross.shared-paper"]
    assert "cross.shared-paper" not in [row[6].value for row in book["发现事项"].iter_rows(min_row=3)]
    failed = [(row[0].value, row[1].value) for row in book["读取失败"].iter_rows(min_row=3)]
    assert ("-2+3", "（整卷）") in failed


def test_statistics_carry_their_denominators(book: openpyxl.Workbook) -> None:
    rows = {row[2].value: [cell.value for cell in row] for row in book["分类统计"].iter_rows(min_row=3)}
    assert rows["numbers.doi"][3:7] == [1, 1, 1, 1]
    assert rows["numbers.isbn"][5:8] == [0, "—", 2]
    assert rows["forensics.image-splice"][8] == 1
    units = [row[0].value for row in book["按单位统计"].iter_rows(min_row=3)]
    assert units == sorted(units)


def test_same_audit_gives_the_same_bytes_later() -> None:
    it = audit(entry(samples.report()))
    first = workbook.render(it)
    time.sleep(2.1)  # zip members and properties have a clock of two seconds
    assert workbook.render(it) == first
    assert {i.date_time for i in zipfile.ZipFile(BytesIO(first)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_very_long_texts_fit_into_a_cell() -> None:
    long = msgspec.structs.replace(found("numbers.doi"), message="长" * 40_000)
    data = workbook.render(audit(Entry(dossier="a", documents=1, findings=(long,))))
    value = openpyxl.load_workbook(BytesIO(data))["发现事项"]["H3"].value
    assert len(value) < 32_767 and value.endswith("…")


def test_empty_scan_gives_a_workbook() -> None:
    assert openpyxl.load_workbook(BytesIO(workbook.render(audit()))).sheetnames == SHEETS


def test_report_has_six_parts_and_numbers_for_names() -> None:
    it = audit(entry(samples.report()), Entry(dossier="某人的卷", lost="超时"), *many(3))
    text = word_text(docx.render(lay_out(it)))
    for part in ("一、审计范围与方法", "二、总体情况", "三、主要问题", "四、典型问题清单", "五、误报分析", "六、建议"):
        assert part in text
    assert "和木" not in text and samples.ID not in text and "某人的卷" not in text
    assert "A-00" in text and "20200701" in text and samples.report().engine.policy_sha256 in text
    assert text == word_text(docx.render(lay_out(it)))

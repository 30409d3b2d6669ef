"""The ten rules of ten.yaml in plain Python: no pack, no scope, no conventions to choose from, straight to the rows."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar

from checks.records import ClauseRef, Condition, Evidence
from extractors.records import Document, Fact

CLAUSE = ClauseRef("ten", "一")
RANKS = {"中专": 1, "专科": 2, "本科": 3, "硕士研究生": 4, "博士研究生": 5}
SPECIAL = ("怒江", "迪庆", "勐海", "勐腊", "景洪", "腾冲", "龙陵", "瑞丽", "芒市", "福贡")
LATE = {
    "diploma": "end_date",
    "title_certificate": "approved_date",
    "award_certificate": "issue_date",
    "patent_certificate": "grant_date",
    "paper": "year",
}


def rows(documents: tuple[Document, ...], applicant: dict[str, str], as_of: date) -> list[Condition]:
    """The same eleven rows that the pack gives (education and years are two)."""
    by_type: dict[str, list[Document]] = {}
    for document in documents:
        by_type.setdefault(document.type, []).append(document)
    form = by_type["application_form"][0]
    remote = any(name in form.value("workplace") for name in SPECIAL)
    return [
        *_qualification(by_type, as_of),
        _appraisal(by_type, as_of),
        _training(by_type),
        _retirement(applicant, by_type, as_of),
        _cut_off(documents, as_of),
        _row(
            "remote-waivers", "met" if remote else "not_applicable", form.value("workplace"), "见条款", "按单位所在地"
        ),
        _publicity(by_type),
        _material("material-diploma", by_type, ("diploma", "credential_report"), False),
        _material("material-title-certificate", by_type, ("title_certificate", "title_notice"), False),
        _material("material-paper", by_type, ("paper",), remote),
    ]


def _row(id: str, outcome: str, measured: str, threshold: str, words: str, *places: Evidence) -> Condition:
    return Condition(
        id=id,
        clause=CLAUSE,
        requirement=id,
        measured=measured,
        threshold=threshold,
        outcome=outcome,  # type: ignore[arg-type]
        explanation=words + "。依据：基准测试。",
        evidence=places,
        basis_mark="A",
    )


def _at(document: Document, fact: Fact) -> Evidence:
    return Evidence(document=document.id, file=document.file, page=fact.page, bbox=fact.bbox, text=fact.text)


def _years(start: date, end: date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def _qualification(by_type: dict[str, list[Document]], as_of: date) -> list[Condition]:
    shown = [(d, f) for d in by_type.get("diploma", ()) if (f := d.first("education_level"))]
    best, fact = max(shown, key=lambda pair: RANKS[str(pair[1].value)])
    proved, claimed = str(fact.value), by_type["application_form"][0].value("education_level")
    rank = RANKS[proved]
    outcome = "met" if rank >= 3 else "cannot_tell" if RANKS[claimed] >= 3 else "not_met"
    words = f"材料证明的最高学历为{proved}；申报副高级要求本科及以上"
    education = _row("education", outcome, proved, "本科及以上", words, _at(best, fact))
    needed = 2 if rank == 5 else 5
    starts = []
    for type_, name, label in (("title_certificate", "approved_date", "取得"), ("appointment", "start_date", "聘任")):
        for document in by_type.get(type_, ()):
            if day := document.first(name):
                start = date.fromisoformat(str(day.value))
                starts.append((_years(start, as_of), label, start, _at(document, day)))
    low, high = min(s[0] for s in starts), max(s[0] for s in starts)
    outcome = "met" if low >= needed else "not_met" if high < needed else "cannot_tell"
    counted = "；".join(f"自{label}日{start}起算，按周年{n}年，按年头{n + 1}年" for n, label, start, _ in starts)
    measured = f"{low}年" if low == high else f"{low}至{high}年"
    places = [s[3] for s in starts]
    return [
        education,
        _row("years-in-title", outcome, measured, f"满{needed}年", f"须满{needed}年；{counted}", *places),
    ]


def _appraisal(by_type: dict[str, list[Document]], as_of: date) -> Condition:
    grades: dict[int, str] = {}
    places = []
    for document in by_type.get("annual_appraisal", ()):
        for row in document.rows().values():
            grades[int(str(row["year"].value))] = str(row["grade"].value)
            places.append(_at(document, row["grade"]))
    titled = date.fromisoformat(by_type["title_certificate"][0].value("approved_date")).year
    begun = min((y for y in grades if y >= titled), default=as_of.year)
    asked = [y for y in range(titled + 1, as_of.year) if y > min(begun, as_of.year - 6)]
    gaps = [y for y in asked if y not in grades]
    failing = [y for y, g in grades.items() if g == "不合格"]
    said = "、".join(f"{y}年{g}" for y, g in sorted(grades.items()))
    words = f"应有记录的年度：{'、'.join(map(str, asked))}；材料所示：{said}；缺{gaps}；不合格{failing}"
    return _row("appraisal", "not_met" if gaps or failing else "met", said, "各年合格以上", words, *places)


def _training(by_type: dict[str, list[Document]]) -> Condition:
    hours: dict[int, float] = {}
    places = []
    for document in by_type.get("continuing_education", ()):
        for row in document.rows().values():
            year = int(str(row["year"].value))
            hours[year] = hours.get(year, 0.0) + float(str(row["hours"].value))
            places.append(_at(document, row["hours"]))
    short = [y for y, h in hours.items() if h < 90]
    said = "、".join(f"{y}年{h:g}学时" for y, h in sorted(hours.items()))
    words = "；".join(f"{y}年{h:g}学时，{'达到' if h >= 90 else '不足'}90学时" for y, h in sorted(hours.items()))
    return _row("training-hours", "not_met" if short else "met", said, "每年不少于90学时", words, *places)


def _retirement(applicant: dict[str, str], by_type: dict[str, list[Document]], as_of: date) -> Condition:
    age = _years(date.fromisoformat(applicant["birth_date"]), as_of)
    limit = {"男": 60, "女": 55}[applicant["gender"]]
    card = by_type["identity_card"][0]
    fact = card.first("birth_date")
    words = f"截至核算日{age}周岁，退休年龄一般为{limit}周岁"
    places = (_at(card, fact),) if fact else ()
    return _row("retirement", "met" if age < limit else "cannot_tell", f"{age}周岁", f"未满{limit}周岁", words, *places)


def _cut_off(documents: tuple[Document, ...], as_of: date) -> Condition:
    late = []
    for document in documents:
        if (name := LATE.get(document.type)) and (fact := document.first(name)):
            value = str(fact.value)
            if date.fromisoformat(value + "-01-01"[: 10 - len(value)]) > as_of:
                late.append(_at(document, fact))
    return _row("cut-off", "not_met" if late else "met", f"{len(late)}件", f"不晚于{as_of}", "逐件核对日期", *late)


def _publicity(by_type: dict[str, list[Document]]) -> Condition:
    document = by_type["employer_publicity"][0]
    start_fact, end_fact = document.first("start_date"), document.first("end_date")
    assert start_fact is not None and end_fact is not None
    start, end = date.fromisoformat(str(start_fact.value)), date.fromisoformat(str(end_fact.value))
    days = [start + timedelta(n) for n in range((end - start).days + 1)]
    worked = [d for d in days if chinese_calendar.is_workday(d)]
    inclusive, exclusive = len(worked), len([d for d in worked if d != start])
    outcome = "not_met" if inclusive < 5 else "cannot_tell" if exclusive < 5 else "met"
    measured = f"{inclusive}个（起始日计入）/{exclusive}个（次日起算）"
    words = f"{start}至{end}：起始日计入为{inclusive}个工作日，次日起算为{exclusive}个"
    return _row(
        "unit-publicity",
        outcome,
        measured,
        "不少于5个工作日",
        words,
        _at(document, start_fact),
        _at(document, end_fact),
    )


def _material(id: str, by_type: dict[str, list[Document]], types: tuple[str, ...], waived: bool) -> Condition:
    found = [d for type_ in types for d in by_type.get(type_, ())]
    if found:
        places = [Evidence(document=d.id, file=d.file, page=d.pages[0]) for d in found]
        return _row(id, "met", f"{len(found)}件", "须提交", "材料中已见", *places)
    return _row(id, "waived" if waived else "not_met", "未见", "须提交", "材料中未见，请补交")

"""Eligibility and consistency."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.factory import numbers
from tests.factory.dates import add_workdays, announced, shift, workday
from tests.factory.defects.registry import CannotPlantError, Done, planter
from tests.factory.dossier import Draft
from tests.factory.plan import Item, service


@planter("eligibility.education-below")
def junior_college(work: Draft) -> Done:
    """大专 everywhere, and no degree certificate."""
    if work.life.trade.series == "中小学教师":
        raise CannotPlantError("大专 suffices in primary and junior middle schools")
    work.free("title_certificate")  # the years asked for depend on the education
    changed = [i for i in work.items if i.type in ("application_form", "diploma", "credential_report")]
    for item in changed:
        item.content["education_level"] = "专科"
    number = numbers.diploma_number(work.rng, work.life.school.code, "普通", int(work.life.graduation[:4]), "专科")
    for item in changed[1:]:
        item.content["certificate_number"] = number
    work.items = [i for i in work.items if i.type != "degree_certificate"]
    return Done("大专 only", tuple(changed))


@planter("eligibility.years-in-title-short")
def young_title(work: Draft) -> Done:
    """The title two to three years younger on every paper, so that the years up to the cut-off do not suffice."""
    work.free("diploma")  # the years asked for depend on the education
    return _retitle(work, f"{work.rng.choice((2016, 2017, 2018))}-11-20", "title too young")


@planter("eligibility.years-in-title-short", innocent=True)
def exactly_five_years(work: Draft) -> Done:
    return _retitle(work, "2015-11-20", "five full years at the cut-off")


def _retitle(work: Draft, day: str, note: str) -> Done:
    certificate, form, letter = work.one("title_certificate"), work.one("application_form"), work.one("appointment")
    certificate.content.update(
        approved_date=day,
        issue_date=workday(shift(day, days=25)),
        certificate_number=day[:4] + str(certificate.content["certificate_number"])[4:],
        approval=f"云人社职〔{day[:4]}〕{work.rng.randrange(10, 400)}号",
    )
    form.content.update(current_title_date=day, appointed=day[:7])
    letter.content.update(
        start_date=shift(day, days=6), end_date=shift(day, years=8, days=5), issue_date=workday(shift(day, days=6))
    )
    letter.content["number"] = f"聘字〔{day[:4]}〕{work.rng.randrange(1, 90)}号"
    _, end, text = form.content["_career"][-1]
    form.content["_career"] = [
        *form.content["_career"][:-2],
        (form.content["_career"][-2][0], day[:7], form.content["_career"][-2][2]),
        (day[:7], end, text),
    ]
    return Done(f"{note}: {day}", (certificate, form, letter))


@planter("eligibility.appraisal-short")
def appraisal_year_missing(work: Draft) -> Done:
    items = work.of("annual_appraisal")
    year = str(work.rng.choice(work.life.term[1:]))
    if len(items) > 1:
        gone = next(i for i in items if i.note == year)
        work.items = [i for i in work.items if i is not gone]
        return Done(f"no appraisal for {year}")
    items[0].content["_years"] = [row for row in items[0].content["_years"] if row[0] != year]
    return Done(f"no appraisal for {year}", (items[0],))


@planter("eligibility.appraisal-failed")
def failed_year(work: Draft) -> Done:
    item = work.pick("annual_appraisal")
    rows = list(item.content["_years"])
    place = work.rng.randrange(len(rows))
    grade = work.rng.choice(("不合格", "基本合格"))
    rows[place] = (rows[place][0], grade)
    item.content["_years"] = rows
    form = work.one("application_form")
    form.content["_appraisals"] = [(y, grade if y == rows[place][0] else g) for y, g in form.content["_appraisals"]]
    return Done(f"{rows[place][0]}: {grade}", (item,))


@planter("eligibility.training-hours-short")
def few_hours(work: Draft) -> Done:
    """One year too few; of teachers, whose five years count together, all of them; health staff are asked for credits."""
    if work.life.trade.series == "卫生":
        raise CannotPlantError("credits, not hours, are asked of this series")
    item = work.one("continuing_education")
    rows = [dict(row) for row in item.content["_rows"]]
    total = work.rng.choice((48, 56, 60, 64))
    short = rows if work.life.trade.series.endswith("教师") else [work.rng.choice(_ruled(rows[1:-1]))]
    for row in short:
        row.update(hours=str(total), professional_hours=str(total - 16))
    item.content["_rows"] = rows
    return Done(f"{'、'.join(row['year'] for row in short)}: {total} hours", (item,))


def _ruled(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Years under the rule of 90 hours, in force since October 2015; what earlier years asked no pack knows."""
    ruled = [row for row in rows if int(row["year"]) > 2015]
    if not ruled:
        raise CannotPlantError("no year under the rule")
    return ruled


@planter("eligibility.training-hours-short", innocent=True)
def exactly_ninety(work: Draft) -> Done:
    item = work.one("continuing_education")
    rows = [{**row, "hours": "90", "professional_hours": "60"} for row in item.content["_rows"]]
    item.content["_rows"] = rows
    return Done("90 hours, 60 of them professional, every year", (item,))


@planter("eligibility.rural-service-short")
def few_months(work: Draft) -> Done:
    if not work.life.trade.needs_rural:
        raise CannotPlantError("no rural service asked of this series")
    item = work.one("service_proof")
    item.content["end_date"] = shift(str(item.content["start_date"]), months=work.rng.choice((4, 6, 8)))
    return Done("less than a year", (item,))


@planter("eligibility.publicity-too-short")
def three_days(work: Draft) -> Done:
    item = work.one("employer_publicity")
    item.content["end_date"] = add_workdays(str(item.content["start_date"]), work.rng.choice((2, 3)))
    return Done(f"{item.content['start_date']} to {item.content['end_date']}", (item,))


@planter("eligibility.publicity-too-short", innocent=True)
def over_the_holidays(work: Draft) -> Done:
    """Five working days counted through a weekend that was worked."""
    item = work.one("employer_publicity")
    start = "2020-06-22"
    item.content.update(start_date=start, end_date="2020-06-30", issue_date="2020-07-01")
    return Done("a worked Sunday inside", (item,))


@planter("eligibility.late-material")
def award_after_cut_off(work: Draft) -> Done:
    item = work.pick("award_certificate")
    item.content["issue_date"] = "2021-03-18"
    item.content["certificate_number"] = "2021" + str(item.content["certificate_number"])[4:]
    for row in work.one("application_form").content["_awards"]:
        if str(row["claimed_award"]).startswith(str(item.content["award_name"])):
            row["claimed_award_date"] = "2021-03"
    return Done("an award of 2021", (item,))


@planter("consistency.claim-unsupported")
def award_without_certificate(work: Draft) -> Done:
    form = work.one("application_form")
    name = work.rng.choice(("全省青年岗位能手竞赛二等奖", "云南省优秀科技论文一等奖", "全市职工技术创新成果三等奖"))
    form.content["_awards"] = [
        *form.content["_awards"],
        {"claimed_award": name, "claimed_award_date": "2018-05", "claimed_award_rank": "1"},
    ]
    return Done(f"claimed without proof: {name}", (form,))


@planter("consistency.claim-unsupported")
def paper_without_copy(work: Draft) -> Done:
    papers = work.of("paper")
    if len(papers) < 2:
        raise CannotPlantError("one paper only")
    gone = papers[-1]
    work.items = [i for i in work.items if i is not gone]
    return Done(f"claimed without copy: {gone.content['title']}", (work.one("application_form"),))


@planter("consistency.claim-unsupported", innocent=True)
def claimed_in_other_words(work: Draft) -> Done:
    """The same titles with book marks, other brackets and spaces."""
    form = work.one("application_form")
    form.content["_papers"] = [
        {**row, "claimed_paper": f"《{row['claimed_paper']}》"} for row in form.content["_papers"]
    ]
    return Done("titles in book marks", (form,))


@planter("consistency.claim-contradicted")
def rank_raised(work: Draft) -> Done:
    form, item = work.one("application_form"), work.pick("award_certificate")
    true = str(item.content["rank"])
    if true == "1":
        people = list(item.content["_people"])
        if len(people) < 2:
            raise CannotPlantError("one winner only")
        item.content["rank"], true = "2", "2"
        item.content["_people"] = [people[1], people[0], *people[2:]]
    _claim_of(form, item)["claimed_award_rank"] = "1"
    return Done(f"claimed rank 1, certificate {true}", (form, item))


@planter("consistency.claim-contradicted")
def grade_raised(work: Draft) -> Done:
    form, item = work.one("application_form"), work.pick("award_certificate")
    row = _claim_of(form, item)
    item.content["award_grade"] = "三等奖"
    row["claimed_award"] = f"{item.content['award_name']}一等奖"
    return Done("claimed first grade, certificate third", (form, item))


def _claim_of(form: Item, item: Item) -> dict[str, str]:
    rows = form.content["_awards"]
    for row in rows:
        if row["claimed_award"].startswith(item.content["award_name"]):
            return row  # type: ignore[no-any-return]
    raise CannotPlantError("no such claim")


@planter("consistency.date-order")
def granted_before_filed(work: Draft) -> Done:
    items = work.of("patent_certificate")
    if not items:
        raise CannotPlantError("no patent")
    item = items[0]
    item.content["grant_date"] = announced(shift(str(item.content["application_date"]), months=-3))
    return Done("grant before application", (item,))


@planter("consistency.date-order")
def appointed_before_title(work: Draft) -> Done:
    item = work.one("appointment")
    start = shift(work.life.title_date, years=-1, days=-20)
    item.content.update(start_date=start, issue_date=workday(start))
    return Done("appointed a year before the title", (item, work.one("title_certificate")))


@planter("consistency.date-order")
def publicity_proof_too_early(work: Draft) -> Done:
    item = work.one("employer_publicity")
    item.content["issue_date"] = shift(str(item.content["end_date"]), days=-4)
    return Done("publicity certified before its end", (item,))


@planter("consistency.overlapping-periods")
def two_postings_at_once(work: Draft) -> Done:
    services = work.of("service_proof")
    if not services:
        raise CannotPlantError("no service proof")
    first = services[0]
    first.tags["posting"] = "overlapped"  # nobody else may shorten it
    content = dict(first.content)
    start = shift(str(first.content["start_date"]), months=4)
    content.update(
        start_date=start,
        end_date=shift(start, months=12),
        place="临沧市凤庆县鲁史镇",
        issuer="中共凤庆县委员会组织部",
        service_kind="poverty_alleviation",
    )
    second = Item("service_proof", content)
    work.items.insert(work.items.index(first) + 1, second)
    return Done("two postings overlap", (first, second))


@planter("consistency.event-before-issuer")
def name_before_renaming(work: Draft) -> Done:
    """A diploma of 2006 that already bears the school's later name."""
    item = work.one("diploma")
    changed = [
        i for i in work.items if i.type in ("diploma", "degree_certificate", "application_form", "credential_report")
    ]
    for other in changed:
        other.content["institution"] = "西南林业大学" if work.life.trade.series == "工程" else "大理大学"
    if int(work.life.graduation[:4]) > 2008:
        raise CannotPlantError("graduated too late")
    return Done("name given to the school years later", (item,))


@planter("eligibility.excluded-applicant")
def past_retirement(work: Draft) -> Done:
    """Born in 1958 by every paper."""
    birth = f"1958-{work.life.birth[5:]}" if work.life.birth[5:] != "02-29" else "1958-02-28"
    number = numbers.id_number(work.rng, work.life.home.code, birth, work.life.woman)
    for item in work.items:
        for key, value in (("birth_date", birth), ("id_number", number)):
            if item.content.get(key):
                item.content[key] = value[: len(str(item.content[key]))]
    work.life = replace(work.life, birth=birth, id_number=number)  # papers that later planters add print it too
    return Done(f"born {birth}", (work.one("identity_card"),))


@planter("eligibility.excluded-applicant")
def civil_servant(work: Draft) -> Done:
    """An organ for employer, and a rank of the civil service in the appointment."""
    office = f"{work.life.place.county}自然资源局"
    for item in work.items:
        if item.content.get("employer"):
            item.content["employer"] = office
    item = work.one("appointment")
    item.content["title"] = work.rng.choice(("四级主任科员", "一级科员"))
    return Done(f"{item.content['title']} of {office}", (item,))


@planter("eligibility.outside-scope")
def directed_route_elsewhere(work: Draft) -> Done:
    """定向评价 chosen where the employer's county has no such scheme."""
    form = work.one("application_form")
    form.content.update(route="定向评价、定向使用", committee=committee(work))
    return Done("定向评价 outside its counties", (form,))


@planter("eligibility.outside-scope", innocent=True)
def directed_route_in_nujiang(work: Draft) -> Done:
    form = work.one("application_form")
    form.content.update(route="定向评价、定向使用", committee=committee(work), workplace="云南省怒江傈僳族自治州泸水市")
    return Done("定向评价 in 泸水", (form,))


def committee(work: Draft) -> str:
    series = {"中小学教师": "中小学教师", "卫生": "卫生", "农业": "农业技术"}.get(work.life.trade.series, "工程")
    return f"云南省{series}系列高级职称评审委员会"


@planter("eligibility.wrong-committee")
def sent_to_another_series(work: Draft) -> Done:
    form = work.one("application_form")
    other = "卫生" if work.life.trade.series != "卫生" else "农业技术"
    form.content.update(route="正常申报", committee=f"云南省{other}系列高级职称评审委员会")
    return Done(f"addressed to the committee of {other}", (form,))


@planter("eligibility.wrong-committee", innocent=True)
def sent_to_the_right_committee(work: Draft) -> Done:
    form = work.one("application_form")
    form.content.update(route="正常申报", committee=committee(work))
    return Done("addressed to its own committee", (form,))


@planter("eligibility.preference-applied")
def epidemic_front_line(work: Draft) -> Done:
    if work.life.trade.series != "卫生":
        raise CannotPlantError("for health staff")
    rng = Random(f"epidemic:{work.options.seed}")
    content = service(work.life, rng)
    content.update(
        service_kind="epidemic", place="湖北省咸宁市", start_date="2020-02-11", end_date="2020-03-21",
        grade="优秀", issuer="云南省卫生健康委员会", issue_date="2020-04-20", host="咸宁市中心医院",
    )  # fmt: skip
    item = Item("service_proof", content)
    work.items.insert(-3, item)
    return Done("epidemic front line", (item,))

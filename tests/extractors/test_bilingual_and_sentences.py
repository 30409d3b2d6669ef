"""Labels in two languages or over their values, and certificates that say everything in a sentence."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.layout import PageView
from tests.extractors.pages import lined, placed
from tests.extractors.reading import has, read

WIDE = 36  # characters that a line of these pages holds


def page(*lines: str) -> PageView:
    """A page of lines, the long ones broken where a page breaks them."""
    parts = (line[i : i + WIDE] for line in lines for i in range(0, len(line), WIDE))
    return lined(*parts)


def test_a_value_between_a_label_and_its_english_form() -> None:
    rows = (
        ("专利号", "ZL202010247171.X", "Patent No."),
        ("名称", "一种护理垫", "Title"),
        ("专利权人", "云山医院", "Patentee"),
    )
    items: list[tuple[float, float, str, float]] = [(188, 80, "发明专利证书", 22)]
    for at, (label, value, english) in enumerate(rows):
        y = 140 + 52 * at
        items += [(77, y, label, 12), (231, y + 10, value, 12), (77, y + 24, english, 8)]
    has(
        read("patent_certificate", placed(items)),
        {"patent_number": "ZL202010247171.X", "patent_name": "一种护理垫", "patentee": "云山医院"},
    )


def test_labels_over_their_values_and_their_english_form_beside_them() -> None:
    items = [(253.0, 60.0, "获奖证书", 20.0)]
    pairs = ("获奖人 / Awarded to", "段文彬", "奖项 / Award", "云山省科学技术奖", "等级 / Grade", "一等奖")
    items += [(70.0, 120.0 + 17 * i + 14 * (i // 2), text, 12.0 if i % 2 else 9.0) for i, text in enumerate(pairs)]
    has(
        read("award_certificate", placed(items)),
        {"person_name": "段文彬", "award_name": "云山省科学技术奖", "award_grade": "一等奖"},
    )


def test_a_code_of_letters_is_no_english_form_of_its_label() -> None:
    view = page("# 计算机等级考试合格证书", "姓名  段文彬", "证书编号  ABCDEFGH", "考试科目  计算机应用")
    assert read("exam_certificate", view).get("certificate_number") in ("ABCDEFGH", None)


def test_labels_in_brackets() -> None:
    view = page("# 云山省新闻奖", "获奖证书", "【作品】山路弯弯", "【奖级】二等奖", "【证书所有者】段文彬(第2作者)")
    has(
        read("award_certificate", view),
        {"project_name": "山路弯弯", "award_grade": "二等奖", "person_name": "段文彬", "rank": "2"},
    )


def test_a_title_with_its_english_form_is_a_title() -> None:
    view = page("# 荣誉证书CERTIFICATE OF HONOR", "段文彬同志：", "特发此证，以资鼓励。", "云山省教育厅")
    assert best(view).type == "award_certificate"


def test_a_patent_in_a_sentence() -> None:
    view = page(
        "# 实用新型专利证书",
        "（证书号：第3078256号）",
        "",
        "云山县人民医院（专利权人）于2011年12月1日向本局提出的，由段文彬、马美玲发明的“一种输液固定带”专利申请，"
        "经审查符合规定，于2012年11月28日授权公告，专利号为ZL201120902618.9。",
    )
    has(
        read("patent_certificate", view),
        {
            "inventors": ("段文彬", "马美玲"),
            "patent_name": "一种输液固定带",
            "application_date": "2011-12-01",
            "grant_date": "2012-11-28",
        },
    )


OF_SOFTWARE = "# 计算机软件著作权登记证书"


@pytest.mark.parametrize(
    ("lines", "owner", "name"),
    [
        (
            ("申请人云山县公证处申请对公证卷宗归档系统V1.2（登记号：2021SR0328907）登记事项予以变更，准予变更。",),
            "云山县公证处",
            "公证卷宗归档系统V1.2",
        ),
        (
            ("软著登字第1219511号", "云山县财政局开发的《预算管理系统V1.2》，申请登记，登记号2016SR053763。"),
            "云山县财政局",
            "预算管理系统V1.2",
        ),
        (
            ("软件名称：预算管理系统", "著作权人（国籍）：段文彬：中国；马美玲：中国", "登记号：2016SR053763"),
            "段文彬；马美玲",
            "预算管理系统",
        ),
    ],
)
def test_software_and_its_owners(lines: tuple[str, ...], owner: str, name: str) -> None:
    has(read("software_copyright", page(OF_SOFTWARE, *lines)), {"owner": owner, "software_name": name})


def test_a_version_on_the_line_under_the_softwares_name() -> None:
    items = [(200.0, 60.0, OF_SOFTWARE[2:], 22.0), (70.0, 120.0, "软件名称：", 12.0), (130.0, 120.0, "预算系统", 12.0)]
    view = placed([*items, (130.0, 138.0, "V2.0", 12.0), (70.0, 170.0, "登记号：2016SR053763", 12.0)])
    assert read("software_copyright", view)["software_name"] == "预算系统V2.0"


def test_an_honour_in_quotes_is_the_award_and_not_the_contest_of_a_pupil() -> None:
    view = page(
        "# 荣誉证书",
        "段文彬 老师：",
        "在第32届中小学生艺术展演中，您指导的学生马美玲同学的作品荣获二等奖，您被授予“优秀指导教师”称号。",
    )
    has(read("award_certificate", view), {"person_name": "段文彬", "award_name": "优秀指导教师"})


def test_a_person_after_the_unit_that_a_proof_names() -> None:
    view = page(
        "# 获奖证明", "兹证明云山市图书馆段文彬（身份证号：530102198503071234）参与的项目荣获云山市科技奖一等奖。"
    )
    has(read("award_certificate", view), {"person_name": "段文彬"})


def test_the_day_of_the_committee_in_brackets_is_that_of_approval() -> None:
    view = page(
        "# 专业技术职务任职资格证书",
        "段文彬同志，经云山市中学教师中级职务评审委员会评审（2006.12.20），具备中学一级教师任职资格。",
        "发证单位：云山市人事局",
        "二○○七年三月十五日",
    )
    has(read("title_certificate", view), {"approved_date": "2006-12-20", "issue_date": "2007-03-15"})


def test_the_summary_in_an_appraisal_form_is_no_paper_of_its_own() -> None:
    form = lined(
        "姓名  段文彬  性别  男  出生年月  1979.07",
        "政治面貌  群众  文化程度  大学本科  现任职务  馆员",
        "从事或  地方文献整理",
        "分管工作",
        "# 本人总结",
        "2017年，本人主持完成地方文献采集，参与编写提要。今后要加强业务学习，改进不足。",
    )
    assert best(form).type != "work_summary"


def test_a_list_of_grades_with_years_in_a_village_is_of_appraisals() -> None:
    view = lined(
        "# 年度考核结果证明",
        "段文彬，女，系我单位在职在岗专业技术人员。该同志近年来年度考核结果如下：",
        "序号  考核年度  所在单位  考核等次  备注",
        "1  2015年  云山县茶叶中心  合格",
        "2  2016年  云山县茶叶中心  优秀  驻村",
        "特此证明。",
    )
    assert best(view).type == "annual_appraisal"


def test_a_title_over_two_lines_on_the_left_is_no_label_of_what_stands_beside_it() -> None:
    view = placed(
        [
            (120, 94, "中级专业技术职务", 26),
            (132, 131, "任职资格证书", 28),
            (470, 106, "段文彬同志，男，身份证号", 19),
            (470, 141, "530102198503071234。经云山市农业系列中级", 19),
            (470, 174, "专业技术职务评审委员会评审，于2013年11月", 19),
            (470, 210, "15日取得农艺师任职资格。特发此证。", 19),
        ],
        width=900,
        height=600,
    )
    has(read("title_certificate", view), {"title": "农艺师", "approved_date": "2013-11-15"})


def test_a_pupil_whose_sex_and_birth_follow_without_a_mark() -> None:
    view = page(
        "# 毕业证书",
        "学生 段文彬 女 一九八一年三月十四日生，",
        "于二〇〇〇年九月至二〇〇四年七月在本校数学专业本科学习，准予毕业。",
    )
    has(read("diploma", view), {"person_name": "段文彬", "birth_date": "1981-03-14"})


def test_a_short_pledge_and_a_certificate_of_marks_are_known() -> None:
    pledge = page("# 个人承诺", "我是云山县水利站的段文彬，现申报工程师。我承诺提供的材料真实、准确，愿意接受核查。")
    marks = page(
        "# 全国专业技术人员职称外语等级考试", "# 成绩合格证", "姓名：段文彬", "考试科目：英语（A级）", "成绩：66"
    )
    assert [best(view).type for view in (pledge, marks)] == ["integrity_pledge", "exam_certificate"]


def test_the_rest_of_a_table_from_the_page_before_is_no_claim_in_words() -> None:
    first = lined("# 职称评审申报表", "姓名  段文彬  性别  男", "现工作单位  云山县茶叶中心", "申报职称  高级农艺师")
    rest = lined(
        "2  全县脱贫攻坚  —  中共云山县委  2020年5月  —", "优秀驻村工作队员", "本人承诺所填内容真实。", number=2
    )
    assert "claimed_award" not in read("application_form", first, rest)


def test_a_row_carried_over_from_a_table_of_awards_is_no_claim_in_words() -> None:
    first = lined(
        "# 职称评审申报表",
        "姓名  段文彬  性别  男",
        "现工作单位  云山县茶叶中心",
        "申报职称  高级农艺师",
        "三、获奖情况",
    )
    row = ((76.0, "2"), (151.0, "全县脱贫攻坚"), (240.0, "—"), (290.0, "中共云山县委"), (400.0, "2020年5月"))
    rest = placed([(x, 74.0, text) for x, text in row] + [(151.0, 91.0, "优秀驻村工作队员")], number=2)
    claimed = read("application_form", first, rest).get("claimed_award", "")
    assert "中共云山县委" not in str(claimed)

"""What employers report of a publicity, in letters, sheets, print-outs of a web site and forms without the word."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.layout import PageView
from extractors.types import discovered
from tests.extractors.pages import gridded, lined, placed, values_of


def read(*views: PageView) -> dict[str, object]:
    return values_of(discovered()["employer_publicity"].facts(list(views)))


def test_a_recommendation_that_reports_a_publicity_is_read_as_one() -> None:
    letter = lined(
        "# 推荐函",
        "云山市职称改革领导小组办公室:",
        "罗小明,男,1980年5月生,现任农艺师,在我单位工作。单位于2017年3月1日至2017年3月8日",
        "对其申报材料进行公示,期满无任何异议。同意推荐该同志申报高级农艺师任职资格。",
        "推荐单位(公章):云山县种子管理站",
        "2017.03.09",
    )
    assert best(letter).type == "employer_publicity"
    found = read(letter)
    assert (found["person_name"], found["gender"], found["birth_date"]) == ("罗小明", "男", "1980-05")
    assert (found["start_date"], found["end_date"], found["outcome"]) == ("2017-03-01", "2017-03-08", "无异议")
    assert found["employer"] == found["issuer"] == "云山县种子管理站"
    assert found["issue_date"] == "2017-03-09"


def test_a_letter_without_a_publicity_is_no_report_of_one() -> None:
    said = "罗小明同志在我单位工作,无违纪反映,同意推荐该同志申报高级农艺师任职资格。"
    assert best(lined("# 推荐函", said, "云山县种子管理站", "2017年3月9日")).type != "employer_publicity"


def test_of_two_signers_side_by_side_the_employer_stands_on_the_left() -> None:
    letter = placed(
        [
            (260, 80, "证　明", 20),
            (70, 120, "罗小明老师在云山县歌舞团工作,今年申报副研究馆员,其材料已在单位公示,公示期为"),
            (70, 142, "2015年4月3日至4月10日,公示期间没有人提出异议。"),
            (90, 200, "单位(章)"),
            (330, 200, "主管部门(章)"),
            (90, 224, "云山县歌舞团"),
            (330, 224, "云山县文化和旅游局"),
            (90, 248, "2015年4月11日"),
            (330, 248, "2015年4月13日"),
        ]
    )
    assert best(letter).type == "employer_publicity"
    found = read(letter)
    assert (found["employer"], found["issuer"], found["issue_date"]) == ("云山县歌舞团", "云山县歌舞团", "2015-04-11")


def test_a_card_of_three_openings_says_what_colleagues_thought_and_from_when_to_when() -> None:
    card = gridded(
        [90, 360],
        [
            ["申报者", "罗小明"],
            ["公示起止日期", "起:2020年3月27日　止:2020年4月3日"],
            ["群众意见", "没有意见"],
            ["填表日期", "2020年4月6日"],
        ],
        above=[(120, 40, "专业技术职务评聘“三公开”监督卡", 20), (60, 75, "单位(盖章):云山县财政局国库支付中心")],
    )
    assert best(card).type == "employer_publicity"
    found = read(card)
    assert (found["person_name"], found["outcome"]) == ("罗小明", "无异议")
    assert (found["start_date"], found["end_date"]) == ("2020-03-27", "2020-04-03")
    assert found["employer"] == found["issuer"] == "云山县财政局国库支付中心"


@pytest.mark.parametrize("opinion", ["有意见,详见附页", ""])
def test_no_objection_is_read_where_none_was_ruled_out(opinion: str) -> None:
    card = gridded([90, 360], [["申报者", "罗小明"], ["群众意见", opinion], ["填表日期", "2020年4月6日"]])
    assert "outcome" not in read(card)


def test_where_a_notice_was_shown_is_no_office_that_issued_it() -> None:
    form = placed(
        [
            (180, 80, "申报职称人员公示情况表", 20),
            (90, 150, "申报人姓名"),
            (180, 150, "罗小明"),
            (90, 180, "公示地点"),
            (180, 180, "单位公开栏、单位网站"),
            (90, 210, "公示结果"),
            (180, 210, "公示期内未接到举报"),
            (90, 270, "单位意见"),
            (180, 270, "负责人:李桂芳"),
            (320, 270, "云山县种子管理站(公章)"),
            (400, 294, "2015年5月5日"),
        ]
    )
    assert read(form)["issuer"] == "云山县种子管理站"


def test_a_notice_on_a_web_site_is_signed_below_though_dated_above() -> None:
    page = lined(
        "首页 > 通知公告 > 正文",
        "# 罗小明同志申报主任编辑公示",
        "发布时间:2019-07-27  来源:人事科  浏览次数:72",
        "经单位研究,拟推荐罗小明(女,1978年12月出生,大学本科)参加2019年度主任编辑资格评审。现予公示,",
        "公示期为2019年7月27日至2019年8月5日。",
        "云山县广播电视台",
    )
    found = read(page)
    assert (found["person_name"], found["issuer"], found["employer"]) == (
        "罗小明",
        "云山县广播电视台",
        "云山县广播电视台",
    )


def test_an_agency_that_shows_the_papers_is_not_whom_the_person_works_for() -> None:
    letter = lined(
        "# 关于罗小明同志公示情况的证明",
        "罗小明系在我中心人事代理人员,现从业于云山鑫源工程有限公司。我中心于2018年4月21日至",
        "2018年5月2日将其申报材料公示,没有收到任何反映。",
        "云山县人才服务中心",
        "2018年5月5日",
    )
    found = read(letter)
    assert (found["employer"], found["issuer"]) == ("云山鑫源工程有限公司", "云山县人才服务中心")


def test_words_of_a_sentence_are_no_name() -> None:
    letter = lined(
        "# 公示情况说明",
        "云山县人民医院现有罗小明同志拟申报副主任医师,我单位依照规定将该同志的材料于2017年6月20日至6月29日公示,",
        "无人反映问题。",
        "云山县人民医院",
        "2017年6月30日",
    )
    assert read(letter)["person_name"] == "罗小明"


@pytest.mark.parametrize("title", ["公示情况反馈单", "专业技术资格评审申报人员情况公示表", "申报评审公示确认书"])
def test_sheets_named_for_a_publicity_are_known_by_their_names(title: str) -> None:
    sheet = lined(f"# {title}", "申报人  罗小明", "公示时间  2019年3月1日至2019年3月8日", "公示结果  无异议")
    assert best(sheet).type == "employer_publicity"


def test_a_notice_that_presents_several_one_a_line_is_about_none_by_itself() -> None:
    notice = lined(
        "# 公示",
        "经民主评议,同意推荐罗小明等2名同志申报高级职称,现予公示:",
        "罗小明,男,1978年5月出生,现任农艺师",
        "李桂芳,女,1980年6月出生,现任农艺师",
        "公示期为2019年3月1日-2019年3月7日,如有异议请向办公室反映。",
        "云山县农业技术推广站",
        "2019年3月1日",
    )
    found = read(notice)
    assert found["names"] == ("罗小明", "李桂芳")
    assert not {"person_name", "gender", "birth_date"} & set(found)


@pytest.mark.parametrize(
    "said",
    [
        "云山县农业技术推广站职工罗小明,身份证号532128198005121234,申报高级农艺师。其材料于2019年3月1日至7日公示,无异议。",
        "我站罗小明申报高级农艺师的材料于2019年3月1日至3月7日公示,公示期内没有收到不同意见。",
    ],
)
def test_whose_papers_were_shown(said: str) -> None:
    found = read(lined("# 情况说明", said, "云山县农业技术推广站", "2019年3月8日"))
    assert (found["person_name"], found["outcome"], found["end_date"]) == ("罗小明", "无异议", "2019-03-07")


def test_a_place_for_a_stamp_without_brackets_is_no_part_of_the_name() -> None:
    sheet = lined(
        "# 公示情况登记表",
        "被推荐人  罗小明",
        "反映问题及处理情况  无",
        "单位盖章:云山县农业技术推广站",
        "日期:2019年3月9日",
    )
    assert (read(sheet)["issuer"], read(sheet)["outcome"]) == ("云山县农业技术推广站", "无异议")

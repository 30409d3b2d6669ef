"""Pledges, summaries, proofs of work and sundry papers as offices word them; all text made up."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.segment import cut
from tests.extractors.pages import lined
from tests.extractors.reading import has, read


def test_a_pledge_by_another_name() -> None:
    page = lined(
        "# 保证书",
        "我叫和小兰，在云山县农科所工作。我保证本次申报高级农艺师所提交的",
        "材料均真实无假，若有虚假，后果自负。",
        "保证人：  和小兰",
        "2016年4月15日",
    )
    has(read("integrity_pledge", page), {"person_name": "和小兰", "issue_date": "2016-04-15"})


def test_a_pledge_of_something_else_is_none() -> None:
    page = lined(
        "# 保证书", "我公司保证所供设备质量合格，如有虚假，后果自负。", "保证人：  云山机械厂", "2016年4月15日"
    )
    assert best(page).type != "integrity_pledge"


def test_a_pledge_signed_on_a_platform() -> None:
    page = lined(
        "# 申报人诚信承诺",
        "本人所提供的材料真实、准确、有效，如有弄虚作假，自愿接受处理。",
        "电子签名：和小兰  签署时间：2020-10-08 14:28:52",
    )
    assert read("integrity_pledge", page)["issue_date"] == "2020-10-08"


def test_a_proof_of_teaching() -> None:
    page = lined(
        "# 班主任工作及教学工作量证明",
        "和小兰，女，1965年6月出生，2006年9月至2011年7月在我校担任班主任，任",
        "教情况如下：",
        "学年  任教学科  年级  周课时  学生评教",
        "2006—2007  语文  九年级  15  优秀",
        "云山县第一中学",
        "2011年11月1日",
    )
    expected = {"person_name": "和小兰", "role": "班主任", "start_date": "2006-09", "end_date": "2011-07"}
    has(read("merit_proof", page), expected | {"issuer": "云山县第一中学", "issue_date": "2011-11-01"})


@pytest.mark.parametrize("title", ["临床进修学习情况证明", "教学实习情况证明"])
def test_a_proof_of_training_is_no_merit(title: str) -> None:
    page = lined(f"# {title}", "和小兰同志在我院学习。", "云山县医院", "2011年11月1日")
    assert best(page).type != "merit_proof"


def test_a_drafter_of_a_standard() -> None:
    page = lined(
        "# 标准起草人证明",
        "地方标准《山区黑山羊养殖技术规范》（DB00/T 1000—2019）由我单位归口，",
        "于2019年3月18日发布。和小兰系该标准主要起草人，排名第2。",
        "云山县农业标准化技术委员会",
        "2019年9月25日",
    )
    found = read("merit_proof", page)
    has(found, {"person_name": "和小兰", "role": "主要起草人", "rank": "2"})
    assert "members" not in found


_SAID = (
    "任现职以来，本人始终坚持正确的政治方向，认真履行岗位职责，廉洁自律，团结同志，",
    "主持完成了多项业务工作，撰写的论文公开发表。工作中也存在不足，今后将努力改进，",
    "不断学习，提高专业技术水平，取得新的成绩，为单位的发展贡献自己的全部力量。",
)


def test_who_speaks_in_a_report() -> None:
    page = lined("# 述职报告", "大家好！我是云山县融媒体中心的和小兰，现将履职情况汇报如下。", *_SAID, "2017年9月3日")
    has(read("work_summary", page), {"person_name": "和小兰", "issue_date": "2017-09-03"})


def test_nobody_is_called_unity() -> None:
    assert "person_name" not in read("work_summary", lined("# 述职报告", *_SAID, "2017年9月3日"))


def test_a_unit_confirms_a_summary_later() -> None:
    page = lined(
        "# 专业技术工作总结",
        *_SAID,
        "本人签名：和小兰  2020年12月24日",
        "以上总结属实。",
        "（公章）  2020年12月27日",
    )
    assert read("work_summary", page)["issue_date"] == "2020-12-24"


def test_a_summary_with_a_cover() -> None:
    cover = lined(
        "# 专业技术工作报告",
        "单  位：云山县文化馆",
        "姓  名：和 小 兰",
        "申报职称：副研究馆员",
        "时  间：2016 年 11 月",
    )
    inside = lined("# 任职以来工作报告", "一、思想政治方面", *_SAID, number=2)
    (part,) = cut([cover, inside])
    assert (part.type, len(part.views)) == ("work_summary", 2)
    has(read("work_summary", cover, inside), {"person_name": "和小兰", "issue_date": "2016-11"})


def test_a_household_register() -> None:
    page = lined(
        "# 常住人口登记卡",
        "姓  名  和小兰  性  别  女",
        "公民身份证件编号  530102197501080001",
        "承办人签章：  登记日期：2003年1月22日",
    )
    has(read("other", page), {"person_name": "和小兰", "id_number": "530102197501080001", "issue_date": "2003-01-22"})


def test_an_invitation() -> None:
    page = lined("# 邀 请 函", "尊敬的和小兰老师：", "诚邀您出席山区教育研讨会。", "云山县农学会", "2013年10月25日")
    has(read("other", page), {"person_name": "和小兰", "issuer": "云山县农学会", "issue_date": "2013-10-25"})


def test_a_licence_of_business() -> None:
    page = lined("# 营业执照", "名  称  云山工程有限公司", "登记机关  云山县工商行政管理局", "2017年7月6日")
    has(read("other", page), {"issuer": "云山县工商行政管理局", "issue_date": "2017-07-06"})


def test_oneself_before_the_name() -> None:
    page = lined("# 情况说明", "本人和小兰，身份证号530102197501080001。因搬家遗失材料，情况属实。", "2017年10月26日")
    assert read("other", page)["person_name"] == "和小兰"


@pytest.mark.parametrize("title", ["感谢信", "推荐意见", "委托书", "会议通知"])
def test_who_closed_a_sundry_paper(title: str) -> None:
    page = lined(f"# {title}", "云山县医院：", "贵院工作突出，特此函达。", "云山县卫生局", "2018年9月6日")
    has(read("other", page), {"issuer": "云山县卫生局", "issue_date": "2018-09-06"})


@pytest.mark.parametrize(
    "said",
    [
        "兹证明我校教师和小兰，2013年9月至2018年7月承担语文教学。",
        "兹有我院内科医师和小兰同志，自2013年9月至2018年7月从事临床工作。",
        "和小兰老师2013年9月至2018年7月带教青年教师。",
    ],
)
def test_whose_work_is_proved(said: str) -> None:
    page = lined("# 教学工作情况证明", said, "特此证明。", "云山县第一中学", "2018年9月6日")
    has(read("merit_proof", page), {"person_name": "和小兰", "start_date": "2013-09", "end_date": "2018-07"})


@pytest.mark.parametrize(
    "head",
    [
        ("# 工作业绩总结（和小兰）",),
        ("# 班主任工作总结", "四（2）班  和小兰"),
        ("# 班主任工作总结", "云山县第一中学  和小兰"),
    ],
)
def test_whose_summary_it_is(head: tuple[str, ...]) -> None:
    assert read("work_summary", lined(*head, *_SAID, "2018年12月5日"))["person_name"] == "和小兰"


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("起草单位证明", "兹证明和小兰为《山区玉米栽培技术规程》（DB00/T 100—2015）第三起草人。"),
        ("手术例数统计证明", "兹证明我院外科和小兰副主任医师2014年1月至2016年12月主刀手术362例。"),
        ("学科带头人证明", "和小兰同志2014年9月至2016年7月担任我校语文学科带头人。"),
    ],
)
def test_proofs_of_further_merits(title: str, said: str) -> None:
    page = lined(f"# {title}", said, "特此证明。", "云山县第一中学", "2017年3月5日")
    assert read("merit_proof", page)["person_name"] == "和小兰"


def test_a_drafter_in_a_letter_of_a_project_is_no_merit() -> None:
    page = lined(
        "# 证明", "兹证明和小兰为课题《山区教学研究》主要参加人，课题已结题。", "云山县第一中学", "2017年3月5日"
    )
    assert best(page).type != "merit_proof"


@pytest.mark.parametrize("signed", ["作者签名：和小兰", "电子签章：和小兰", "电子签名：和小兰"])
def test_who_signed_a_pledge(signed: str) -> None:
    page = lined(
        "# 论文诚信承诺书", "本人承诺论文无抄袭，如有不实，后果自负。", f"{signed}  提交时间：2020-09-11 10:22"
    )
    has(read("integrity_pledge", page), {"person_name": "和小兰", "issue_date": "2020-09-11"})

"""Letters that say in their sentence what they attest, their innocent look-alikes, and settings of print-outs."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.records import DocumentType
from extractors.types import discovered
from tests.extractors.pages import lined, values_of
from tests.extractors.reading import has, read

ID = "53010219850307123X"


@pytest.mark.parametrize(
    ("kind", "sentence", "expected"),
    [
        (
            "exam_certificate",
            "兹证明段文彬同志参加2012年全国专业技术人员计算机应用能力考试，三个科目考试合格。",
            {"person_name": "段文彬", "score": "合格"},
        ),
        (
            "skill_certificate",
            "兹证明段文彬同志于2011年6月取得汽车维修工三级（高级工）职业资格。",
            {"occupation": "汽车维修工", "skill_level": "三级（高级工）"},
        ),
        (
            "title_certificate",
            "兹证明段文彬同志于2010年9月经评审委员会评审通过，取得工程师任职资格，证书编号2010530012。",
            {"title": "工程师", "certificate_number": "2010530012", "approved_date": "2010-09"},
        ),
        (
            "licence",
            "兹证明段文彬同志于2005年取得执业医师资格，证书编码20035311036073119740510。",
            {"person_name": "段文彬"},
        ),
        (
            "service_proof",
            "兹证明段文彬同志，于2016年6月—2017年6月参加城乡医院对口支援，到大湾乡卫生院工作满一年。",
            {"place": "大湾乡卫生院", "start_date": "2016-06", "end_date": "2017-06", "service_kind": "aid"},
        ),
    ],
)
def test_a_letter_titled_no_more_than_proof(kind: DocumentType, sentence: str, expected: dict[str, str]) -> None:
    half = len(sentence) // 2
    has(
        read(kind, lined("# 证  明", sentence[:half], sentence[half:], "云山县人力资源和社会保障局", "2018年7月1日")),
        expected,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "兹证明段文彬同志系我单位职工，2010年9月取得工程师任职资格，聘任至今。",
        "兹证明段文彬同志2010年至2014年参加我单位组织的扶贫项目，获科技进步奖二等奖。",
        "兹证明段文彬同志2016年3月在我院参加援藏医疗队出发仪式并发言。",
        "兹证明段文彬同志2016年至2018年任云山县中学教师，年度考核均为合格。",
    ],
)
def test_letters_about_other_things_stay_what_they_were(sentence: str) -> None:
    view = lined("# 证  明", sentence, "云山县林业局", "2018年7月1日")
    assert best(view).type not in (
        "title_certificate",
        "service_proof",
        "exam_certificate",
        "skill_certificate",
        "licence",
    )


def test_an_award_to_the_best_trainer_is_no_licence() -> None:
    view = lined(
        "# 优秀教练员证书", "段文彬同志在运动会中成绩突出，被评为优秀教练员。", "云山省体育局", "2016年12月1日"
    )
    assert best(view).type != "licence"


def test_the_heads_of_a_table_are_no_kind_of_licence() -> None:
    view = lined(
        "# 护士电子化注册信息",
        "姓名  性别  执业证书编号  注册日期",
        "段文彬  男  200853001234  2008-07-01",
        "云山省卫生健康委员会",
        "2020年7月1日",
    )
    found = discovered()["licence"].facts([view])
    assert not any("姓名" in str(f.value) for f in found)


def test_an_occupation_with_its_level_behind_it() -> None:
    view = lined(
        "# 中华人民共和国职业资格证书",
        "姓名 Name  段文彬",
        "职业（工种）及等级 Occupation & Skill Level  维修电工三级",
        "证书编号 Certificate No.  1153000000301234",
    )
    has(read("skill_certificate", view), {"occupation": "维修电工", "skill_level": "三级"})


def test_a_degree_confirmed_by_who_awarded_it() -> None:
    view = lined(
        "# 中国学位认证报告",
        "段文彬，男，1985年3月7日生，2010年6月获云山大学授予的农学硕士",
        "学位，学位证书编号为1067632010000123。",
        "教育部学位与研究生教育发展中心",
        "2013年5月6日",
    )
    expected = {"person_name": "段文彬", "institution": "云山大学", "certificate_number": "1067632010000123"}
    has(read("credential_report", view), expected)


def test_a_letter_that_lets_a_researcher_enter_is_addressed_to_the_station() -> None:
    view = lined(
        "# 全国博士后管理委员会办公室",
        "关于同意段文彬进站的函",
        "云山大学：",
        f"同意段文彬（男，{ID}）进入你校林学博士后科研流动站，进站时间2012年7月1日。",
        "全国博士后管理委员会办公室",
        "2012年7月10日",
    )
    found = values_of(discovered()["postdoc_certificate"].facts([view]))
    assert (found["person_name"], found["institution"]) == ("段文彬", "云山大学")


def test_a_teacher_sent_by_a_school_and_a_post_held_at_a_government() -> None:
    taught = lined(
        "# 城镇教师支援农村教育工作证明",
        "云山县第一中学段文彬老师于2012年9月1日至2013年7月10日到大湾乡中学支教一年。",
        "云山县教育局",
        "2013年7月15日",
    )
    has(read("service_proof", taught), {"person_name": "段文彬", "place": "大湾乡中学"})
    held = lined("# 挂职锻炼证明", "段文彬同志2016年3月至2017年3月在云山县人民政府挂职任副县长。", "云山县委组织部")
    assert read("service_proof", held)["place"] == "云山县人民政府"


def test_a_diploma_confirmed_by_who_gave_it() -> None:
    view = lined(
        "# 学历认证证明书",
        "兹证明段文彬（男，1985年3月7日生）所持云山大学颁发的",
        "106761200705000123号本科毕业证书真实有效。",
        "云山省教育厅学历认证中心",
        "2013年5月6日",
    )
    expected = {"person_name": "段文彬", "institution": "云山大学", "certificate_number": "106761200705000123"}
    has(read("credential_report", view), expected)


def test_a_school_far_away_where_somebody_was_sent_as_aid() -> None:
    view = lined(
        "# 援疆工作证明",
        "段文彬同志于2013年12月至2016年12月由云山县教育局选派到",
        "新疆维吾尔自治区云山县第一中学援疆支教三年。",
        "云山县教育局",
        "2017年1月5日",
    )
    assert read("service_proof", view)["place"] == "新疆维吾尔自治区云山县第一中学"


def test_a_query_of_a_titles_assessment() -> None:
    view = lined(
        "# 职称评审结果查询", "姓名：段文彬", "职称名称：高级工程师", "证书编号：2019530012", "查询时间：2020-03-04"
    )
    has(read("title_certificate", view), {"title": "高级工程师", "certificate_number": "2019530012"})

"""Labels and values that an engine ran together, and people whom a paper names without being theirs."""

from __future__ import annotations

from extractors.types.degree_certificate import EXTRACTOR as DEGREE
from extractors.types.licence import EXTRACTOR as LICENCE
from extractors.types.project_proof import EXTRACTOR as PROJECT
from extractors.types.title_certificate import EXTRACTOR as TITLE
from tests.extractors.pages import lined, values_of


def test_of_two_pairs_run_together_in_a_line_each_keeps_its_value() -> None:
    found = values_of(
        TITLE.facts(
            [
                lined(
                    "# 云山省专业技术资格证书",
                    "姓名：罗小明性别：男",
                    "系列：农业技术专业：畜牧",
                    "资格名称：畜牧师  级别：中级",
                    source="ocr",
                )
            ]
        )
    )
    assert (found["series"], found["specialty"], found["person_name"]) == ("农业技术", "畜牧", "罗小明")


def test_a_word_like_a_label_inside_a_lone_value_stays_in_it() -> None:
    found = values_of(
        TITLE.facts([lined("# 云山省专业技术资格证书", "姓名：罗小明", "专业：农业技术系列", "资格名称：农艺师")])
    )
    assert found["specialty"] == "农业技术系列"


def test_who_recognised_a_licence_is_its_issuer() -> None:
    view = lined("# 教师资格证书", "姓名 罗小明", "任教学科 语文", "认定机构 云山市教育局", source="ocr")
    assert values_of(LICENCE.facts([view]))["issuer"] == "云山市教育局"


def test_a_degree_certificate_whose_number_has_words_and_whose_discipline_its_degree() -> None:
    found = values_of(
        DEGREE.facts(
            [
                lined(
                    "# 学士学位证书",
                    "罗小明系云山江源人，生于1979年2月14日，在云山大学完成了动物科学专业四年制本科",
                    "教学计划，成绩合格。根据《中华人民共和国学位条例》的规定，授予农学学士学位。",
                    "证书编号云大学士证字第20010318号  2001年6月30日",
                    source="ocr",
                )
            ]
        )
    )
    assert (found["person_name"], found["certificate_number"]) == ("罗小明", "云大学士证字第20010318号")
    view = lined("# 学士学位证书", "姓名：罗小明", "学位类别：工学学士", "授予单位：云山大学")
    assert values_of(DEGREE.facts([view]))["discipline"] == "工学"


def test_who_accepted_a_project_is_no_member_of_it() -> None:
    lines = ("# 科技项目验收证书", "项目名称：高填方路基沉降监测", "项目编号：云交科2018-36")
    judged = PROJECT.facts([lined(*lines, "主任委员：李惠明", "云山省交通运输厅  2019年9月20日", source="ocr")])
    assert "person_name" not in values_of(judged)
    led = PROJECT.facts([lined(*lines, "项目负责人：李惠明", "云山省交通运输厅  2019年9月20日", source="ocr")])
    assert values_of(led)["person_name"] == "李惠明"

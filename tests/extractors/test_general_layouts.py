"""Layouts of several kinds that once misled the reading."""

from __future__ import annotations

import pytest

from extractors.forms.claims import claims
from extractors.segment import cut
from extractors.types.award_certificate import EXTRACTOR as AWARD
from extractors.types.degree_certificate import EXTRACTOR as DEGREE
from extractors.types.exam_certificate import EXTRACTOR as EXAM
from extractors.types.service_proof import EXTRACTOR as SERVICE
from tests.extractors.pages import lined, values_of


def test_patents_that_a_form_names_in_a_sentence() -> None:
    view = lined("# 职称申报表", "专利：一种种子筛选装置（实用新型，ZL201820356471.X，第一发明人）")
    found = values_of(claims([view]))
    assert found["claimed_patent"] == "一种种子筛选装置"
    assert found["claimed_patent_number"] == "ZL201820356471.X"
    assert claims([lined("# 职称申报表", "专利：无")]) == []


def test_pages_under_one_running_title_stay_together() -> None:
    rules = "第四十五条 学生修满学分准予毕业，学院发给毕业证书，经学位评定委员会批准授予学士学位。"
    opening = lined("云山学院学生手册 2025", "第一章 总则", "本手册自发布之日起施行。", file="h.pdf")
    pages = [opening, *(lined("云山学院学生手册 2025", rules, rules, number=n, file="h.pdf") for n in (2, 3))]
    assert len(cut(pages)) == 1


def test_an_examination_certificate_in_one_sentence() -> None:
    view = lined("# 合格证书", "罗小明 参加2013年全国专业技术人员计算机应用能力考试，科目：文字处理，成绩合格。")
    assert EXAM.recognise(view) > 0.7
    assert values_of(EXAM.facts([view]))["person_name"] == "罗小明"
    assert values_of(EXAM.facts([view]))["subject"] == "文字处理"


def test_a_training_certificate_is_no_examination() -> None:
    assert EXAM.recognise(lined("# 合格证书", "罗小明参加安全生产知识培训，考核合格，特发此证。")) < 0.6


def test_service_is_graded_by_the_appraisal() -> None:
    view = lined("# 驻村工作证明", "罗小明同志到云山县安乐乡旧寨村委会开展扶贫工作，表现良好，年度考核均为合格。")
    found = values_of(SERVICE.facts([view]))
    assert found["grade"] == "合格"
    assert found["place"] == "云山县安乐乡旧寨村委会"


@pytest.mark.parametrize("verb", ["被评为", "荣获"])
def test_the_verb_is_no_part_of_an_award(verb: str) -> None:
    view = lined("# 荣誉证书", f"“马铃薯高产栽培技术推广”项目{verb}二〇一六年度云山市农业技术推广奖二等奖。")
    assert values_of(AWARD.facts([view]))["award_name"] == "云山市农业技术推广奖"


def test_the_school_of_a_degree_in_running_text() -> None:
    view = lined(
        "# 学士学位证书", "罗小明，男，1984年6月18日生。在云山大学水利工程专业完成了学习计划，授予工学学士学位。"
    )
    found = values_of(DEGREE.facts([view]))
    assert found["institution"] == found["issuer"] == "云山大学"

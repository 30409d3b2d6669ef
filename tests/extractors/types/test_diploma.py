"""毕业证书 in the wordings of universities, evening schools, graduate schools and self-study."""

from __future__ import annotations

import pytest

from extractors.layout import PageView
from extractors.types.diploma import EXTRACTOR
from tests.extractors.pages import lined, placed, ruled
from tests.extractors.reading import has, read

REGULAR = lined(
    "# 普通高等学校",
    "# 毕业证书",
    "学生  张三丰  性别  男，一九八五年三月七日生，于二〇〇三",
    "年九月至二〇〇七年七月在本校  土木工程  专业",
    "四年制本科学习，修完教学计划规定的全部课程，成绩合格，准予",
    "毕业。",
    "校  名：云南大学      校(院)长：李四",
    "证书编号：106731200705000123      二〇〇七年七月一日",
)


def test_sentence_with_blanks_filled_in() -> None:
    has(
        read("diploma", REGULAR),
        {
            "person_name": "张三丰",
            "gender": "男",
            "birth_date": "1985-03-07",
            "start_date": "2003-09",
            "end_date": "2007-07",
            "major": "土木工程",
            "education_level": "本科",
            "institution": "云南大学",
            "issuer": "云南大学",
            "certificate_number": "106731200705000123",
            "issue_date": "2007-07-01",
        },
    )


def test_adult_education_as_an_engine_reads_it() -> None:
    view = lined(
        "# 成人高等教育",
        "# 毕 业 证 书",
        "学生 和志强 ，性别男，1985年3月7日生，于2003年3月至2007年7",
        "月在本校函授会计学专业（专升本）学习，修完教学计划规定的全部",
        "课程，成绩合格，准予毕业。",
        "学校：大理学院（公章）    院长：王五",
        "证书编号：106795200705000123",
        "2007年7月10日",
        source="ocr",
        confidence=0.93,
    )
    has(
        read("diploma", view),
        {
            "person_name": "和志强",
            "major": "会计学",
            "study_mode": "函授",
            "education_level": "本科",
            "institution": "大理学院",
        },
    )


def test_graduate_with_a_dotted_name() -> None:
    view = lined(
        "# 研究生",
        "# 毕 业 证 书",
        "研究生  扎西·顿珠  性别男，",
        "一九八五年三月七日生，于二〇〇七年九月至",
        "二〇一〇年七月在  水利工程",
        "专业学习，学制  三  年，修完硕士研究生培养计划规定",
        "的全部课程，成绩合格，毕业论文答辩通过，准予毕业。",
        "培养单位：昆明理工大学  校长：李四",
        "证书编号：106741201002000123",
        "二〇一〇年七月一日",
    )
    has(
        read("diploma", view),
        {
            "person_name": "扎西·顿珠",
            "education_level": "硕士研究生",
            "major": "水利工程",
            "institution": "昆明理工大学",
        },
    )


def test_self_study_is_issued_by_the_examination_committee() -> None:
    view = lined(
        "# 高等教育自学考试",
        "# 毕业证书",
        "岩温罕  性别男",
        "身份证号  53010219850307123X",
        "于二○○九年六月参加高等教育自学考试汉语言文学专业（本科）考试，全部课程成绩合格，准予毕业。",
        "主考学校：云南师范大学",
        "云南省高等教育自学考试委员会",
        "证书编号：65530102091200345  二〇〇九年六月三十日",
    )
    has(
        read("diploma", view),
        {
            "person_name": "岩温罕",
            "id_number": "53010219850307123X",
            "major": "汉语言文学",
            "study_mode": "自学考试",
            "institution": "云南师范大学",
            "issuer": "云南省高等教育自学考试委员会",
            "certificate_number": "65530102091200345",
        },
    )


def test_dates_named_by_verbs() -> None:
    view = lined(
        "# 毕业证书",
        "学生罗涵系女性，生于一九八六年五月十日，二〇〇四年九",
        "月入学，在本校动物医学专业修业四年，已按本科培养方案修满",
        "学分，成绩合格，于二〇〇八年七月准予毕业。",
        "毕业院校：云南农业大学  院（校）长：",
        "No.106761200805007923  二〇〇八年七月五日",
    )
    has(
        read("diploma", view),
        {
            "person_name": "罗涵",
            "gender": "女",
            "birth_date": "1986-05-10",
            "start_date": "2004-09",
            "end_date": "2008-07",
        },
    )


def test_labels_in_a_table() -> None:
    rows = [
        ["姓名", "张三", "性别", "女"],
        ["出生日期", "1985年3月7日", "学历层次", "大学专科"],
        ["专业名称", "护理", "学习形式", "业余"],
        ["入学时间", "2003年9月1日", "毕业时间", "2006年7月1日"],
    ]
    view = placed(
        [
            (230, 60, "毕业证书", 24.0),
            *ruled((90, 130, 90, 130), rows, top=120),
            (70, 300, "准予毕业"),
            (300, 300, "云南大学"),
        ]
    )
    has(
        read("diploma", view),
        {
            "person_name": "张三",
            "gender": "女",
            "education_level": "专科",
            "major": "护理",
            "study_mode": "业余",
            "start_date": "2003-09-01",
            "end_date": "2006-07-01",
            "institution": "云南大学",
        },
    )


@pytest.mark.parametrize(
    "view",
    [
        lined("# 教育部学历证书电子注册备案表", "姓名  张三", "在线验证码  A1B2C3D4E5F6", "层次  本科"),
        lined("# 学士学位证书", "张三，经审核，授予工学学士学位。", "云南大学"),
        lined("# 个人简历", "2003年毕业于云南大学，获毕业证书和学位证书。"),
    ],
)
def test_look_alikes_are_no_diploma(view: PageView) -> None:
    assert EXTRACTOR.recognise(view) < 0.5


def test_the_words_for_studying_are_no_part_of_the_major() -> None:
    away = lined(
        "# 成人高等教育",
        "# 毕业证书",
        "罗小明，男，一九八一年八月二十四日生，于二○○七年三月",
        "至二〇一〇年一月在我校函授学习（本科）农学专业，学",
        "完教学计划规定的全部课程，成绩及格，准予毕业。",
        "云南农业大学",
        "二〇一〇年一月十日",
    )
    has(
        read("diploma", away),
        {"major": "农学", "study_mode": "函授", "start_date": "2007-03", "end_date": "2010-01"},
    )


def test_the_end_of_studies_is_a_date_of_leaving() -> None:
    full = lined(
        "姓名  罗小明",
        "# 毕业证书",
        "该生于1996年9月入学，在本校临床医学专业学习，学制五年，",
        "本科学历，于2001年7月学习期满，修完全部课程，成绩合格，准予毕业。",
        "昆明医学院",
        "2001年7月1日",
    )
    has(read("diploma", full), {"start_date": "1996-09", "end_date": "2001-07", "major": "临床医学"})

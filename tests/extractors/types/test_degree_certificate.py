"""学位证书."""

from __future__ import annotations

import pytest

from tests.extractors.pages import lined
from tests.extractors.reading import has, read


@pytest.mark.parametrize("opening", ["张三丰，男，1985年3月7日生。在", "张三丰 男 1985年3月7日出生，在"])
def test_bachelor(opening: str) -> None:
    view = lined(
        "# 学士学位证书",
        f"{opening}云南大学土木工程专业完成了本科学习计划，业已毕业，",
        "经审核符合《中华人民共和国学位条例》的规定，",
        "授予工学学士学位。",
        "云南大学  校长  李四  学位评定委员会主席",
        "证书编号：1067342007000123",
        "二〇〇七年七月一日",
    )
    has(
        read("degree_certificate", view),
        {
            "person_name": "张三丰",
            "gender": "男",
            "birth_date": "1985-03-07",
            "degree": "学士",
            "discipline": "工学",
            "institution": "云南大学",
            "certificate_number": "1067342007000123",
            "issue_date": "2007-07-01",
        },
    )


def test_professional_master_with_number_and_date_on_one_line() -> None:
    view = lined(
        "# 硕士学位证书",
        "玉罕，女，一九八五年三月七日生。在我校水利工程学科(专业)已通过硕士学位的课程考试和论文答辩，成绩合格。",
        "根据《中华人民共和国学位条例》的规定，授予工程硕士专业学位。",
        "昆明理工大学",
        "校长：李四",
        "二〇一〇年七月一日  证书编号：Z1067432010000123",
    )
    has(
        read("degree_certificate", view),
        {
            "person_name": "玉罕",
            "degree": "硕士",
            "discipline": "工程",
            "certificate_number": "Z1067432010000123",
            "issue_date": "2010-07-01",
        },
    )


def test_labels_one_below_the_other() -> None:
    view = lined(
        "# 学位证书",
        "姓名：司马仁宇",
        "性别：女",
        "学位授予单位：西南林学院",
        "学科门类：农学",
        "所授学位：学士",
        "专业名称：林学",
        "授予日期：二零零六年六月二十日",
        "证书编号：1067742006001073",
    )
    has(
        read("degree_certificate", view),
        {
            "person_name": "司马仁宇",
            "degree": "学士",
            "discipline": "农学",
            "institution": "西南林学院",
            "issue_date": "2006-06-20",
        },
    )

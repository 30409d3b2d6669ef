"""Certificates whose labels have English behind or under them."""

from __future__ import annotations

import pytest

from extractors.grammar import bilingual
from tests.extractors.pages import gridded, lined, placed
from tests.extractors.reading import has, read


@pytest.mark.parametrize("text", ["Name", "Date of Birth", "Certif icate No.", "Issued by:", "Ins titution", "（Sex）"])
def test_a_gloss(text: str) -> None:
    assert bilingual.is_english(text)


@pytest.mark.parametrize("text", ["Wang Lei", "English", "Excel 2003", "A", ""])
def test_no_gloss(text: str) -> None:
    assert not bilingual.is_english(text)


def test_behind_labels_with_and_without_a_colon() -> None:
    view = lined(
        "# 中华人民共和国职业资格证书",
        "姓名 Name  李和平  证书编号 No.  0953001500400123",
        "出生日期 Date of Birth：  1985-03-02  性别 Sex  男",
        "职业 Occupation  茶艺师  等级 Level  高级工",
        "鉴定机构 Issued by  云山市职业技能鉴定中心  发证日期 Date  2016-05-06",
    )
    has(
        read("skill_certificate", view),
        {
            "person_name": "李和平",
            "gender": "男",
            "certificate_number": "0953001500400123",
            "birth_date": "1985-03-02",
            "occupation": "茶艺师",
            "skill_level": "高级工",
            "issuer": "云山市职业技能鉴定中心",
            "issue_date": "2016-05-06",
        },
    )


def test_a_code_that_begins_like_a_word_of_english_is_kept() -> None:
    view = lined("# 学历证书电子注册备案表", "姓名  李和平", "在线验证码  AT7Q2KDF4WLX", "证书编号  105321201505001234")
    has(
        read("credential_report", view),
        {"verification_code": "AT7Q2KDF4WLX", "certificate_number": "105321201505001234"},
    )


def test_under_labels_of_a_ruled_form() -> None:
    view = gridded(
        (90, 150, 90, 150),
        [
            ["姓名\nName", "李和平", "性别\nGender", "男"],
            ["学校\nInstitution", ("云山大学", 3)],
            ["专业\nMajor", "审计学", "学习形式\nStudy Mode", "全日制"],
            ["验证码\nVerification\nCode", "6H5A8LJZ3YQW", "有效期至\nValid until", "2021年6月6日"],
        ],
        above=[(150, 40, "教育部学历证书电子注册备案表", 20)],
        size=10,
    )
    has(
        read("credential_report", view),
        {
            "person_name": "李和平",
            "gender": "男",
            "institution": "云山大学",
            "major": "审计学",
            "study_mode": "全日制",
            "verification_code": "6H5A8LJZ3YQW",
            "valid_until": "2021-06-06",
        },
    )


def test_under_a_label_with_the_colon_and_the_value_behind_it() -> None:
    view = placed(
        [
            (200, 60, "专业技术职务任职资格证书", 20),
            (80, 120, "姓名 Name："),
            (200, 120, "李和平"),
            (80, 150, "任职资格 Title："),
            (200, 150, "工程师"),
            (80, 180, "发证单位 Issuing"),
            (80, 205, "Authority："),
            (200, 205, "云山市人事局"),
            (80, 235, "发证日期"),
            (140, 235, "Date of"),
            (80, 255, "Issue："),
            (200, 255, "2006-07-08"),
        ]
    )
    has(
        read("title_certificate", view),
        {"person_name": "李和平", "title": "工程师", "issuer": "云山市人事局", "issue_date": "2006-07-08"},
    )

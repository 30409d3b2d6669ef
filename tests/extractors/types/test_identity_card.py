"""居民身份证."""

from __future__ import annotations

import pytest

from extractors.layout import PageView
from extractors.types.identity_card import EXTRACTOR
from tests.extractors.pages import lined, placed
from tests.extractors.reading import has, read

FRONT = {"person_name": "张三丰", "gender": "男", "birth_date": "1985-03-07", "id_number": "53010219850307123X"}


@pytest.mark.parametrize(
    "view",
    [
        lined(
            "姓名  张三丰",
            "性别  男  民族  汉",
            "出生  1985 年 3 月 7 日",
            "住址  云南省昆明市五华区某某路1号",
            "公民身份号码  53010219850307123X",
        ),
        lined(
            "姓 名张三丰",
            "性 别男民族汉",
            "出生1985年3月7日",
            "住址云南省昆明市五华区",
            "公民身份号码53010219850307123X",
            source="ocr",
            confidence=0.9,
        ),
        lined(
            "姓名  张三丰",
            "性别  男  民族  白",
            "出生  1985年3月7日",
            "住址  云南省",
            "公民身份号码",
            "53010219850307123X",
            "本复印件仅供职称申报使用",
        ),
    ],
)
def test_front(view: PageView) -> None:
    has(read("identity_card", view), FRONT)


def test_back() -> None:
    view = lined(
        "# 中华人民共和国", "# 居民身份证", "签发机关  昆明市公安局五华分局", "有效期限  2015.03.07-2035.03.07"
    )
    has(read("identity_card", view), {"issuer": "昆明市公安局五华分局", "issue_date": "2015-03-07"})


def test_both_sides_beside_each_other() -> None:
    left = [
        (70, 160, "中华人民共和国"),
        (90, 190, "居民身份证"),
        (80, 300, "签发机关"),
        (150, 300, "昆明市公安局"),
        (80, 330, "有效期限"),
        (150, 330, "2017.03.23-长期"),
    ]
    right = [
        (440, 160, "姓"),
        (470, 160, "名"),
        (500, 160, "张三丰"),
        (440, 190, "性"),
        (470, 190, "别"),
        (500, 190, "男"),
        (540, 190, "民"),
        (570, 190, "族"),
        (600, 190, "汉"),
        (440, 220, "出"),
        (470, 220, "生"),
        (500, 220, "1985年3月7日"),
        (440, 250, "住"),
        (470, 250, "址"),
        (500, 250, "云南省昆明市"),
        (440, 330, "公民身份号码"),
        (540, 330, "53010219850307123X"),
    ]
    has(read("identity_card", placed([*left, *right], width=842, height=595)), FRONT)


def test_a_university_for_nationalities_is_no_ethnic_group() -> None:
    view = lined("# 毕业证书", "学校：云南民族大学")
    assert EXTRACTOR.recognise(view) < 0.5

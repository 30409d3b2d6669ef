from __future__ import annotations

import pytest

from extractors.grammar.identity import find_dated


@pytest.mark.parametrize("before", ["", "身份证号码:", "身份证编号:"])
def test_numbers_with_a_date_inside_are_found_in_running_text(before: str) -> None:
    assert [f.value for f in find_dated(before + "530102198503121234")] == ["530102198503121234"]


@pytest.mark.parametrize(
    "text",
    [
        "证书编号:133301200605060494",
        "编号 133301200605060494",
        "106811200605060494",
        "施工许可证号\t530111201904180201",
    ],
)
def test_a_number_of_a_diploma_or_a_permit_that_looks_like_one_is_left(text: str) -> None:
    assert find_dated(text) == []

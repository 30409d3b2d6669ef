from __future__ import annotations

import pytest

from corpus.registries.regions import get, locate, regions, within


def test_the_register_is_whole() -> None:
    kinds = [r.kind for r in regions().values()]
    assert (kinds.count("province"), kinds.count("prefecture"), kinds.count("county")) == (1, 16, 129)


def test_every_row_names_its_source() -> None:
    assert all(r.source for r in regions().values())


@pytest.mark.parametrize(
    ("list_", "count", "mark"), [("border", 25, "B"), ("contiguous-poverty", 85, "C"), ("directed-2020", 8, "A")]
)
def test_lists_have_the_members_the_handbook_counts(list_: str, count: int, mark: str) -> None:
    members = [r for r in regions().values() if list_ in r.lists]
    assert len(members) == count
    assert {r.lists[list_] for r in members} == {mark}


@pytest.mark.parametrize(
    ("old", "now"),
    [("532233", "530326"), ("532128", "530627"), ("533421", "533401"), ("532700", "530800"), ("530200", "530113")],
)
def test_a_retired_code_leads_to_the_region_of_today(old: str, now: str) -> None:
    region = get(old)
    assert region is not None
    assert region.code == now


@pytest.mark.parametrize(
    ("code", "scope", "mark"),
    [
        ("533323", "533300", "A"),
        ("533323", "@directed-2020", "A"),
        ("530326", "@directed-2020", "A"),
        ("530381", "@directed-2020", None),
        ("530581", "@border", "B"),
        ("530622", "@contiguous-poverty", "C"),
        ("530102", "530000", "A"),
        ("530102", "530300", None),
        ("110101", "530000", None),
    ],
)
def test_a_region_lies_within_a_scope_with_its_mark(code: str, scope: str, mark: str | None) -> None:
    assert within(code, scope) == mark


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云南省昭通市镇雄县乌峰街道", "镇雄县"),
        ("红河州红河县迤萨镇", "红河县"),
        ("红河建水县", "建水县"),
        ("红河学院", "红河哈尼族彝族自治州"),
        ("会泽县以礼中学", "会泽县"),
        ("维西县塔城镇", "维西傈僳族自治县"),
        ("云县爱华镇", "云县"),
        ("香格里拉县建塘镇", "香格里拉市"),
        ("云南大学", "云南省"),
        ("昆明市 盘龙区", "盘龙区"),
    ],
)
def test_an_address_or_a_unit_is_placed(text: str, name: str) -> None:
    found = locate(text)
    assert found is not None
    assert found.region.name == name


@pytest.mark.parametrize("text", ["四川省凉山州会东县", "某某有限公司", "", "湖南省大理冲镇"])
def test_what_names_no_region_of_the_register_is_not_placed(text: str) -> None:
    assert locate(text) is None

"""Lists of people in letters: over lines, in pairs of columns, under heads of several honours; all text made up."""

from __future__ import annotations

import pytest

from extractors.classify import best
from tests.extractors.pages import lined, placed
from tests.extractors.reading import facts_of, read

_HEAD = ("# 云山县人民政府文件", "云政发〔2010〕8号", "# 关于表彰先进工作者的决定")
_END = ("云山县人民政府", "2010年3月13日")


def test_a_name_cut_by_the_end_of_a_line() -> None:
    said = (
        "决定授予下列同志“先进工作者”称号。名单如下：和小兰、罗小明、杨志诚、段云波、李红",
        "英、王立新。希望再接再厉。",
    )
    names = read("commendation", lined(*_HEAD, *said, *_END))["names"]
    assert names == ("和小兰", "罗小明", "杨志诚", "段云波", "李红英", "王立新")


def test_people_named_in_the_middle_of_a_sentence() -> None:
    said = ("在2021年专项工作中，贵单位和小兰、罗小明、阿依古丽·买买提同志冲锋", "在前，授予“优秀志愿者”称号。")
    assert read("commendation", lined("# 表扬通报", *said, *_END))["names"] == ("和小兰", "罗小明", "阿依古丽·买买提")


def test_two_columns_of_names_are_read_row_by_row() -> None:
    rows = [("和小兰", "罗小明"), ("杨志诚", "段云波")]
    items = [(150.0, 60.0, "关于授予优秀会员称号的决定", 20.0), (70.0, 100.0, "授予下列4名会员“优秀会员”称号。")]
    for y, pair in enumerate([("姓名", "姓名"), *rows]):
        # the right column stands a little higher, as another font's line does
        items += [(100.0, 140.0 + 30 * y, pair[0]), (200.0, 140.0 + 30 * y, "云山县医院")]
        items += [(320.0, 139.0 + 30 * y, pair[1]), (420.0, 139.0 + 30 * y, "云水县医院")]
    assert read("commendation", placed(items))["names"] == ("和小兰", "罗小明", "杨志诚", "段云波")


def test_several_honours_over_their_people() -> None:
    page = lined(
        *_HEAD[:2],
        "# 关于表彰先进集体和先进个人的决定",
        "一、先进集体（2个）",
        "云山县医院  云水县医院",
        "二、优秀科技工作者（3名）",
        "和小兰  罗小明  杨志诚",
        "三、优秀管理者（2名）",
        "段云波  李红英",
        *_END,
    )
    titles = [(f.item, f.value) for f in facts_of("commendation", page) if f.name == "title"]
    assert titles == [(1, "优秀科技工作者"), (2, "优秀管理者")]


def test_people_appointed_in_a_sentence() -> None:
    page = lined(
        "# 云山县医院文件",
        "云医发〔2018〕24号",
        "# 关于和小兰等同志职称评审结果的通知",
        "经评审委员会评审，院务会研究同意，聘任和小兰、罗小明、杨志诚为",
        "副主任护师。",
        "云山县医院",
        "2018年3月5日",
    )
    assert read("title_notice", page)["names"] == ("和小兰", "罗小明", "杨志诚")


def test_names_beside_their_titles() -> None:
    page = lined(
        "# 关于公布2018年度卫生系列副高级职称评审结果的通知",
        "和小兰  副主任医师  内科",
        "阿依古丽·买买提  副主任护师  护理",
        "云山市职称改革领导小组办公室",
        "2018年12月6日",
    )
    assert read("title_notice", page)["names"] == ("和小兰", "阿依古丽·买买提")


def test_names_of_schools_by_their_short_names() -> None:
    page = lined(*_HEAD, "决定对下列先进工作者予以表彰。", "县一中：和小兰  罗小明", "县二小：杨志诚  段云波", *_END)
    assert read("commendation", page)["names"] == ("和小兰", "罗小明", "杨志诚", "段云波")


def test_one_person_honoured() -> None:
    page = lined("# 关于给予和小兰同志记功奖励的决定", "经研究，决定给予和小兰同志记三等功一次。", *_END)
    assert read("commendation", page)["names"] == ("和小兰",)


def test_an_office_under_a_column_of_names_is_no_name() -> None:
    rows = ("1  和小兰  云山县医院", "2  罗小明  云水县医院", "云山  云山县卫生局")
    page = lined("# 关于表扬抗疫先进个人的通报", "对下列人员予以表扬：", "序号  姓名  单位", *rows, "2018年9月6日")
    assert read("commendation", page)["names"] == ("和小兰", "罗小明")


def test_a_years_honours_made_public() -> None:
    said = (
        "经评选，和小兰等人被评为2018年度先进个人，名单如下：",
        "和小兰、罗小明、杨志诚",
        "云山县农学会",
        "2018年9月6日",
    )
    found = read("commendation", lined("# 关于公布2018年度先进个人名单的通知", *said))
    assert (found["title"], found["names"]) == ("先进个人", ("和小兰", "罗小明", "杨志诚"))


def test_a_call_for_honours_is_none() -> None:
    page = lined("# 关于做好2018年度先进个人评选工作的通知", "请各单位于9月底前报送先进个人推荐名单。", *_END)
    assert best(page).type != "commendation"


def _of_titles(*said: str) -> object:
    head = "# 关于同意和小兰等同志具有高级讲师任职资格的批复"
    return read("title_notice", lined(head, *said, "云山县人事局", "1998年12月6日"))["names"]


def test_names_counted_in_words() -> None:
    said = ("同意和小兰、罗小明、", "杨志诚、段云波四名同志具有高级讲师任职资格。")
    assert _of_titles(*said) == ("和小兰", "罗小明", "杨志诚", "段云波")


def test_one_and_several_in_a_sentence() -> None:
    said = "和小兰同志取得讲师资格，罗小明、杨志诚同志取得助教资格。"
    assert _of_titles(said) == ("和小兰", "罗小明", "杨志诚")


def test_heads_of_lists_are_no_names() -> None:
    said = ("名单如下：", "讲师（2人）：和小兰  罗小明", "经济师（2人）：杨志诚  段云波")
    assert _of_titles(*said) == ("和小兰", "罗小明", "杨志诚", "段云波")


@pytest.mark.parametrize(
    "said",
    [
        ("授予和小兰（县一中）、罗小明（县二中）、杨志诚（县医院）等同志“先进工作者”称号。",),
        ("云山县医院  和小兰  罗小明", "云山县一中  杨志诚"),
        ("和小兰（女，彝族）  云山县医院", "罗小明  云山县一中", "杨志诚（男）  县农业局"),
        ("1.和小兰，云山县医院；", "2.罗小明，云山县一中；", "3.杨志诚，县农业局。"),
        ("授予下列同志：", "1  和小兰", "2  罗小明", "3  杨志诚"),
    ],
)
def test_names_and_their_units(said: tuple[str, ...]) -> None:
    assert read("commendation", lined(*_HEAD, *said, *_END))["names"] == ("和小兰", "罗小明", "杨志诚")


def test_numbered_units_are_no_names() -> None:
    page = lined(*_HEAD, "1  云山县医院", "2  云山县一中", *_END)
    assert "names" not in read("commendation", page)


def test_a_long_name_on_two_lines_of_its_cell() -> None:
    rows = [
        ("姓名", "工作单位"),
        ("和小兰", "云山县医院"),
        ("阿依古丽·", "云山县一中"),
        ("买买提", ""),
        ("罗小明", "县农业局"),
    ]
    items = [(150.0, 60.0, "关于表彰先进工作者的决定", 20.0), (70.0, 100.0, "决定表彰下列同志。")]
    for at, (name, unit) in enumerate(rows):
        items.append((100.0, 140.0 + 16 * at, name))
        items += [(240.0, 140.0 + 16 * at, unit)] if unit else []
    assert read("commendation", placed(items))["names"] == ("和小兰", "阿依古丽·买买提", "罗小明")

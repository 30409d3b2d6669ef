"""Values beside labels that an engine could not read, committees, and titles with their level in brackets."""

from __future__ import annotations

import msgspec

from extractors.layout import PageView
from tests.extractors.pages import gridded
from tests.extractors.reading import has, read

NUMBER = "530112198307191827"


def form(number: str = NUMBER, *rows: list[str | tuple[str, int]], source: str = "ocr") -> PageView:
    view = gridded(
        [60, 110, 60, 80, 60, 110],
        [
            ["姓名", "罗小明", "口另", "女", "生", "1983年7月"],
            ["籍", (number, 5)],
            ["学历", "本科", "美", ("民营企业", 3)],
            ["业", ("2005年7月 云南财贸学院 会计学专业", 5)],
            ["班肠脆", "会计师", "取得时间", "2010年5月", "申报资格\n（级别）", "高级会计师\n（副高级）"],
            *rows,
        ],
        above=[
            (120, 40, "专业技术人员职称申报表", 20.0),
            (60, 80, "填报单位（盖章）：云山恒达机电有限公司"),
            (440, 80, "2020年8月5日"),
        ],
    )
    return PageView(msgspec.structs.replace(view.page, source=source))


def test_cells_that_can_be_one_thing_alone_are_read_without_their_labels() -> None:
    has(
        read("application_form", form()),
        {
            "id_number": NUMBER,
            "gender": "女",
            "birth_date": "1983-07",
            "employer": "云山恒达机电有限公司",
            "employer_kind": "private",
            "graduation_date": "2005-07",
            "institution": "云南财贸学院",
            "major": "会计学",
            "current_title": "会计师",
            "applied_title": "高级会计师",
            "applied_level": "associate_senior",
            "issue_date": "2020-08-05",
        },
    )


def test_a_date_that_is_not_the_numbers_is_no_birth_date() -> None:
    assert "birth_date" not in read("application_form", form("530112198208191824"))


def test_two_cells_alike_say_nothing() -> None:
    assert "gender" not in read("application_form", form(NUMBER, ["子", "男", "丈", "夫", "工", "农"]))


def test_a_text_layer_has_its_labels() -> None:
    assert "id_number" not in read("application_form", form(source="text"))


def test_the_committee_is_read_over_the_lines_of_its_cell() -> None:
    found = read("application_form", form(NUMBER, ["受理评委会", ("云南省会计专业高级职务\n评审委员会", 5)]))
    assert found["committee"] == "云南省会计专业高级职务评审委员会"
    assert "committee" not in read("application_form", form(NUMBER, ["受理评委会", ("（盖章）", 5)]))

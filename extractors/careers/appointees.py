"""Those whom one letter appoints: a line each, a row each, or together in a sentence, an item each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, fact
from extractors.careers.posts import POST, title_in
from extractors.careers.staff_lists import staff
from extractors.grammar import names, titles, values
from extractors.grammar.labels import Field
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import NAME, sentence
from extractors.records import Fact
from extractors.works import name_lists
from extractors.works.surnames import reads_as_a_name

_LISTED = regex.compile(
    rf"^(?:\(?\d{{1,2}}[.、)\t ]+)?(?P<n>{NAME})(?:同志|老师)?[:,]?[\s\t]*(?:续?聘(?:任|用)?为?|任|担任|为)+:?{POST}"
)


ROSTER_HEAD = FieldSet(
    Field("employer", ("填报单位", "报送单位", "呈报单位", "申报单位", "单位名称", "单位"), values.organisation),
    Field("issue_date", ("填报日期", "填表日期", "填报时间", "制表日期", "报送日期"), values.date),
)


def roster(views: Sequence[PageView]) -> list[Fact]:
    """The rows of a list of those appointed, with the time of each, where a column names their posts."""
    rows = staff(views)
    return rows if any(f.name == "member_title" for f in rows) else []


def appointees(views: Sequence[PageView]) -> Iterator[Fact]:
    """The persons of a notice that appoints several, a row each: by itself it is about none of them more than the
    others (see ``extractors.members``)."""
    rows = [row for view in views for row in (*_rows(view), *_columns(view))] or list(_together(sentence(views)))
    if len({name.value for name, _ in rows}) < 2:
        return
    for item, row in enumerate(rows, 1):
        yield from (msgspec.structs.replace(f, item=item) for f in row)


_TOGETHER = regex.compile(
    rf"(?:^|[:：。;；\n\s任用请])(?:续?聘[任用请]?)?+(?P<l>{NAME}(?:[、,]{NAME})+)(?:等?\s?\d*\s?[名位个]?(?:同志|老师|人))?(?:聘)?(?:任|为|担任)+{POST}"
)


def _together(passage: Passage) -> Iterator[tuple[Fact, Fact]]:
    """Those whom one sentence appoints to one post: 李明、王芳等2位同志任工程师职务."""
    match = _TOGETHER.search(passage.text)
    title = title_in(passage, *match.span("t")) if match else None
    people = regex.finditer(r"[^、,]+", match["l"]) if match and title else ()
    for person in people:
        name = names.find(person.group())
        if match and title and name and reads_as_a_name(name.value):
            start = match.start("l") + person.start()
            member = fact("member", name.value, passage, start + name.start, start + name.end)
            yield member, msgspec.structs.replace(title, name="member_title")


def _rows(view: PageView) -> Iterator[tuple[Fact, Fact]]:
    """A line each: 李明 聘为高级工程师(专业技术七级岗位)."""
    for line in view.lines:
        match = _LISTED.match(line.text)
        name = names.find(match["n"]) if match else None
        title = title_in(line.passage, *match.span("t")) if match else None
        if match and name and title and reads_as_a_name(name.value):
            start = match.start("n")
            member = fact("member", name.value, line.passage, start + name.start, start + name.end)
            yield member, msgspec.structs.replace(title, name="member_title")


def _columns(view: PageView) -> Iterator[tuple[Fact, Fact]]:
    """A row of a table each, with the title that stands in it."""
    for (name,), row, start, end in name_lists.columns(view):
        title = titles.TITLE.search(row.text, end)
        if title:
            yield fact("member", name, row, start, end), fact("member_title", title.group(), row, *title.span())

"""Who worked on a project: the rows of a table of members, whose work a letter proves, who leads and so comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import fact
from extractors.carried import tables_of
from extractors.grammar import names, values
from extractors.grammar.labels import Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works import honours, name_lists
from extractors.works.authors import run_apart
from extractors.works.matching import hits
from extractors.works.surnames import reads_as_a_name

_LEADS = regex.compile(r"主持|负责人|首席|组长")


def without_table(found: Sequence[Fact], views: Sequence[PageView]) -> list[Fact]:
    """A table of members names people, none of whom the paper is about more than the others."""
    rows = [row for view in views for row in name_lists.columns(view)]
    ranked = list(_ranked(views))
    if len(rows) < 2 and not ranked:
        return list(found)
    if ranked:
        return [*ranked, *_beside_table(found, [f for f in ranked if f.name == "member"])]
    people = tuple(dict.fromkeys(name for names_of, *_ in rows for name in names_of))
    passage, start, end = rows[0][1:]
    members = fact("members", people, passage, start, end)
    places = [fact("member", name, part, a, b, item=i) for i, ((name, *_), part, a, b) in enumerate(rows, 1)]
    return [members, *places, *_numbers_of(rows), *_beside_table(found, places)]


def _beside_table(found: Sequence[Fact], places: Sequence[Fact]) -> list[Fact]:
    """``found`` without what is said of one row's member alone."""
    people = {f.value for f in places}
    kept = [f for f in found if not (f.name == "person_name" and f.value in people) and f.name != "members"]
    return [f for f in kept if f.name not in _OF_A_ROW or not any(_level(f, p) for p in places)]


_OF_A_ROW = frozenset(("rank", "role", "gender", "birth_date", "title", "id_number"))
_RANKED = {
    "member": regex.compile(r"^姓名$|^(?:项目|成果|课题)?(?:主要)?(?:完成|参加|参与|研制)(?:人员?|者)(?:姓名)?$"),
    "member_rank": regex.compile(r"^(?:完成人|成员|人员|获奖)?(?:排名|排序|位次|名次)(?:顺序)?$"),
}


def _ranked(views: Sequence[PageView]) -> Iterator[Fact]:
    """The members of a table that has a column for each one's place, wherever that stands, an item each."""
    found = [table for table in tables_of(views, _RANKED) if len(table.rows) > 1]
    rows = [row for table in found for row in table.rows]
    people = [(row, names.find(row.cell("member").text)) for row in rows]
    named = [(row, name) for row, name in people if name is not None and _fills(row.cell("member"), name.value)]
    if len(named) < 2:
        return
    row, name = named[0]
    yield fact("members", tuple(n.value for _, n in named), row.cell("member"), name.start, name.end)
    for item, (row, name) in enumerate(named, 1):
        yield fact("member", name.value, row.cell("member"), name.start, name.end, item=item)
        place = honours.rank_value(row.cell("member_rank"))
        if place is not None:
            yield fact("member_rank", place.value, row.cell("member_rank"), place.start, place.end, item=item)


def _fills(cell: Passage, name: str) -> bool:
    """Whether a cell under 姓名 holds a name: what reads as one, or any two to four characters and nothing else."""
    return reads_as_a_name(name) or (cell.bare().text == name and regex.fullmatch(r"\p{Han}{2,4}", name) is not None)


MEMBER_LABELS = tuple(
    f"{whose}{main}{did}{who}"
    for whose in ("", "项目", "课题", "成果")
    for main in ("", "主要")
    for did in ("参加", "参与", "完成", "研制", "科研")
    for who in ("人员", "人", "者")
    if did != "科研" or who == "人员"
)


def leaders(passage: Passage) -> Value | None:
    """Who leads: one name, or all where a place for it holds several."""
    one, several = values.person(passage), values.people(passage)
    if several is not None and 2 <= len(several.value) <= 4 and all(map(reads_as_a_name, several.value)):
        return several
    said = str(one.value) if one else ""
    return one if len(said) <= 3 or "·" in said or reads_as_a_name(said) or not said.isalpha() else None


def members(passage: Passage) -> Value | None:
    """A list of people; all as one text where names were run together so that nothing tells where each ends."""
    listed = values.people(passage)
    if listed is None:
        return None
    parted: list[str] = []
    run = Value("".join(listed.value), listed.start, listed.end)
    for name in listed.value:
        if len(name) == 1:
            return run
        if len(name) <= 3 or "·" in name or not regex.fullmatch(r"\p{Han}+", name) or reads_as_a_name(name):
            parted.append(name)
        elif apart := run_apart(name):
            parted += apart
        elif len(name) > 4 or len(listed.value) == 1:
            return run
        else:
            parted.append(name)
    return Value(tuple(parted), listed.start, listed.end)


def several(found: Sequence[Fact]) -> Iterator[Fact]:
    """``found``, leaders of one project as ``leaders`` and the first of them as ``leader``, and members that nothing
    parts as ``members_text``."""
    for one in found:
        if one.name == "leader" and isinstance(one.value, tuple):
            yield msgspec.structs.replace(one, value=one.value[0])
            yield msgspec.structs.replace(one, name="leaders")
        elif one.name == "members" and isinstance(one.value, str):
            yield msgspec.structs.replace(one, name="members_text")
        else:
            yield one


_NUMBERED = regex.compile(r"(?:^|(?<=[\s、,;]))(\d{1,2})\s*[.、)·:]")


def numbered_members(found: Sequence[Fact]) -> Iterator[Fact]:
    """The members of a list that prints the number of each (1.段志宏 2.何文渊), an item each."""
    members = next((f for f in found if f.name == "members" and isinstance(f.value, tuple)), None)
    if members is None or [int(n) for n in _NUMBERED.findall(members.text)] != list(range(1, len(members.value) + 1)):
        return
    for i, name in enumerate(members.value, 1):
        yield msgspec.structs.replace(members, name="member", value=name, item=i)
        yield msgspec.structs.replace(members, name="member_rank", value=str(i), item=i)


_ROW_NUMBER = regex.compile(r"\s*(?P<n>\d{1,2})(?!\d)")


def _numbers_of(rows: Sequence[tuple[tuple[str, ...], Passage, int, int]]) -> Iterator[Fact]:
    """The number before each member's name, where the rows are numbered from 1."""
    for i, (_, row, start, _end) in enumerate(rows, 1):
        match = _ROW_NUMBER.match(row.text, 0, start)
        if match and int(match["n"]) == i:
            yield fact("member_rank", str(i), row, *match.span("n"), item=i)


def _level(one: Fact, other: Fact) -> bool:
    """Whether two facts stand in the same row."""
    lowest, highest = min(one.bbox.y1, other.bbox.y1), max(one.bbox.y0, other.bbox.y0)
    return one.page == other.page and lowest - highest > 0.5 * min(one.bbox.height, other.bbox.height)


_PROVED = regex.compile(
    r"(?:兹|特)?(?:证明|有|确认)[:：]?(?:我\p{Han}{1,3})?(?:职工|教师|员工)?(?P<n>[\p{Han}·]{2,8}?)(?:同志|老师"
    r"|教授)?(?:[(][^()]{1,24}[)])?[,，]?(?=主持|参与|参加|承担|为|系|作为|在|于|完成|负责|担任)"
)
_PLACED = regex.compile(
    r"由(?P<n>[\p{Han}·]{2,8}?)(?:同志|老师)?(?=[(](?:本人|项目|课题)?(?:排名|排序|位次|名次|第)[^()]{0,10}[)])|"
    r"(?<=[,;。:)]|^)(?:其中[,:]?)?(?:(?:项目|课题)组?(?:主要)?成员)?(?P<n>[\p{Han}·]{2,8}?)(?:同志|老师)?"
    r"(?:在(?:课题|项目)组?中?)?(?=位列|,?排名|名列|列第|排第"
    r"|为(?:该|本|课题|项目|第|主要)|(?:担?任|作为)\p{Han}{0,8}(?:负责人|主持人|组长)|系(?:该|本|课题|项目|第|主要)|主持|参与了?(?:该|本)|参加了?(?:该|本)|承担(?:该"
    r"|本))"
)


def proved(passage: Passage) -> Iterator[Fact]:
    """Whose work the letter proves (兹证明…参与…, 其中…排名第2), who leads it and who takes part."""
    for hit in (*hits(_PROVED, passage), *hits(_PLACED, passage)):
        if _is_name(hit["n"]):
            yield hit.fact("person_name", "n", trust=0.9)
            break
    leader = next((hit for hit in hits(_LED, passage) if _is_name(hit["n"])), None)
    if leader:
        yield leader.fact("leader", "n", trust=0.9)
    together = next((h for h in hits(_LED_TOGETHER, passage, overlapped=True) if _joined(h["people"])), None)
    if together:
        yield together.fact("leaders", "people", _joined(together["people"]), trust=0.9)
    for hit in (*hits(_TAKING_PART, passage), *hits(_TOOK_PART, passage)):
        people = names.listed(hit["people"])
        if len(people) > 1 and all(map(_is_name, people)):
            yield hit.fact("members", "people", people, trust=0.9)
            return


def _is_name(text: str) -> bool:
    found = names.find(text)
    return found is not None and found.value == text and reads_as_a_name(text)


_LED = regex.compile(
    r"(?:由|负责人为?[:：]?|主持人为?[:：]?)(?P<n>[\p{Han}·]{2,8}?)(?:同志|老师|教授)?(?=主持|负责|牵头|担任|[,，。;；])"
)
_LED_TOGETHER = regex.compile(
    r"(?:由|[你我该本贵](?:校|院|所|局|县|市|单位|中心|公司)|^|[。:：,，])(?P<people>[\p{Han}·]{2,8}(?:[、和][\p{Han}·]{2,4})+?)"
    r"(?:[二两三四]位|[2-4]人)?(?:同志|老师)?(?:共同|联合)(?:主持|负责|牵头|承担)"
)


def _joined(text: str) -> tuple[str, ...]:
    """Names parted by 、 and by 和, which is a family name too; none where a part is no name."""
    parts: list[str] = []
    for part in text.split("、"):
        parts += [part] if _is_name(part) else part.split("和", 1)
    return tuple(parts) if all(map(_is_name, parts)) else ()


_TAKING_PART = regex.compile(
    r"(?:参加|参与|完成|研究|项目组?|课题组?)(?:人员?|成员)(?:依次|分别|包括)?(?:为|有|是|[:：])?"
    r"(?P<people>[\p{Han}·]{2,12}(?:[、,，][\p{Han}·]{2,12}?)+?)(?=等|共|[,，]其中|[。;；(]|$)"
)


_TOOK_PART = regex.compile(
    r"(?<=[,，。;；])(?:由)?(?P<people>[\p{Han}·]{2,8}(?:、[\p{Han}·]{2,8}?)+?)(?:等(?:\d+人)?)?(?:同志|老师)?(?:共同)?"
    r"(?:参与|参加)(?!单位)"
)


def leader_alone(found: Sequence[Fact]) -> Iterator[Fact]:
    """Where only a leader is named, the paper is about the leader."""
    named = {f.name for f in found}
    leader = next((f for f in found if f.name == "leader"), None)
    if leader and not named & {"person_name", "leaders", "members", "members_text"}:
        yield msgspec.structs.replace(leader, name="person_name")


def rank_of_leader(found: Sequence[Fact]) -> Iterator[Fact]:
    """Whoever leads comes first: for the person of the paper, when no rank is printed. A word for leading is said of
    whom the paper names as leader, where it names one."""
    if any(f.name == "rank" for f in found):
        return
    person = next((f for f in found if f.name == "person_name"), None)
    leader = next((f for f in found if f.name == "leader"), None)
    role = next((f for f in found if f.name == "role"), None)
    if person and leader and person.value == leader.value:
        yield msgspec.structs.replace(leader, name="rank", value="1", confidence=leader.confidence * 0.95)
    elif role and leader is None and _LEADS.search(str(role.value)):
        yield msgspec.structs.replace(role, name="rank", value="1", confidence=role.confidence * 0.9)

"""作品登记证书: the certificate of a work's registration, which is no type of the contract and falls to ``other``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one
from extractors.grammar import values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.records import Fact
from extractors.works.matching import first, words
from extractors.works.surnames import reads_as_a_name

_TITLE = regex.compile(r"作品(?:自愿)?登记证书|作品样品")
_NUMBER = regex.compile(r"\p{Han}{1,3}作登字-(?:19|20)\d\d-[A-L]-\d{5,8}")


def _number(passage: Passage) -> Value | None:
    hit = first(_NUMBER, passage)
    return hit.value(0) if hit else None


_FIELDS = FieldSet(
    Field("registration_number", words("登记号 作品登记号"), _number),
    Field("work_name", words("作品/制品名称 作品名称 制品名称"), values.text),
    Field("authors", words("作者 作者姓名"), values.text),
    Field("owner", words("著作权人 著作权所有人"), values.text),
    Field("completion_date", words("创作完成日期 创作完成时间"), values.date),
    Field("issue_date", words("登记日期"), values.date),
    Field("issuer", words("登记机构签章 登记机构"), values.organisation),
    stops=words("作品类别 首次发表/出版/制作日期 首次发表日期 首次发表/出版/制作时间"),
)
_OFFICE = regex.compile(r"经(?P<issuer>\p{Han}{2,8}版权局)审核|(?P<issuer>国家版权局|\p{Han}{2,6}省版权局)")
_APPLICANT = regex.compile(r"以上事项,?由(?P<applicant>[^,。;]{2,40})申请")


def facts(views: Sequence[PageView]) -> list[Fact]:
    """Its number, name, author, owner and dates; () for any other paper."""
    if not any(_TITLE.search(view.tight) and _NUMBER.search(view.tight) for view in views):
        return []
    found = _FIELDS.read(views)
    for view in views:
        for name, pattern, group in (
            ("registration_number", _NUMBER, 0),
            ("issuer", _OFFICE, "issuer"),
            ("registration_applicant", _APPLICANT, "applicant"),
        ):
            hit = first(pattern, view.passage)
            if hit:
                found.append(hit.fact(name, group))
    return [*at_most_one(found), *_of_a_person(at_most_one(found))]


def _of_a_person(found: Sequence[Fact]) -> Iterator[Fact]:
    """Number and person under the names that every certificate has them: the owner where it is one person."""
    for one in found:
        if one.name == "registration_number":
            yield msgspec.structs.replace(one, name="certificate_number")
        if one.name == "owner" and reads_as_a_name(str(one.value)):
            yield msgspec.structs.replace(one, name="person_name")

"""Who applies for what, as the sentences of an application without places to fill say it:

申报人罗小明,男,1980年2月1日生,现在云山县医院工作,2002年7月毕业于云山大学临床医学专业,本科学历。2012年9月取得主治医师
任职资格,现申报卫生系列普外科专业副主任医师(副高级)。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.forms.form_values import schooling
from extractors.grammar import dates, titles
from extractors.grammar.organisations import is_organisation
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import person_in_prose, sentence
from extractors.records import Fact

_DAY = r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?"
_BEGUN = regex.compile(r"(?:^|[\n。])(?:申报人|申请人|本人|申报对象|被推荐人)[:,]?\p{Han}[\p{Han}·]{1,10},")
_EMPLOYER = regex.compile(
    r"(?:现在|现于|现就职于|就职于|任职于|现任职于|供职于|现供职于|工作于|系|现为)(?P<v>\p{Han}[\p{Han}()]{3,38}?)(?=工作|任职|从事|职工|教师|员工|[,。;])"
)
_SCHOOLING = regex.compile(
    rf"(?P<v>{_DAY}(?:从|于|在)?(?:毕业于)?\p{{Han}}{{3,18}}(?:大学|学院|学校|党校)[^,。;\n]{{2,24}}专业(?:毕业)?"
    r"(?:,?(?:\p{Han}{2,5}(?:学历|毕业)))?)"
)
_HELD = regex.compile(
    rf"(?P<d>{_DAY})(?:取得|获得|获|评为|评聘为|晋升为?|被?聘(?:任|用)?为|具备)(?P<t>\p{{Han}}{{2,16}}?)(?:专业技术)?(?:任职资格|资格|职称|职务)"
)
_APPLIED = regex.compile(
    r"(?:现|拟|特|此次|本次)(?:申报|申请|晋升|申请晋升|申报评审)(?:(?P<s>\p{Han}{2,12})系列)?(?:(?P<p>\p{Han}{2,14}?)专业)?"
    r"(?P<t>\p{Han}{2,16}?)(?:\((?P<l>(?:正高|副高|中|初)级?)\))?(?:专业技术)?(?:任职资格|资格|职称|职务)?(?=[,。;\n]|$)"
)


def said_of_oneself(views: Sequence[PageView]) -> Iterator[Fact]:
    """The facts of the sentences in which the applicant is introduced; nothing where no sentence does."""
    passage = sentence(views[:1])
    begun = _BEGUN.search(passage.text)
    if begun is None:
        return
    said = passage[begun.start() :]
    yield from (f for f in person_in_prose(said) if f.name in ("gender", "birth_date", "id_number"))
    employer = _EMPLOYER.search(said.text)
    if employer and is_organisation(employer["v"]):
        yield fact("employer", employer["v"], said, *employer.span("v"))
    school = _SCHOOLING.search(said.text)
    if school:
        yield from schooling(fact("schooling", school["v"], said, *school.span("v")))
    yield from _titles(said)


def _titles(said: Passage) -> Iterator[Fact]:
    held = _HELD.search(said.text)
    if held:
        date = dates.parse(held["d"])
        yield fact("current_title", held["t"], said, *held.span("t"))
        if date:
            yield fact("current_title_date", date, said, *held.span("d"))
    applied = _APPLIED.search(said.text)
    if applied is None:
        return
    yield fact("applied_title", applied["t"], said, *applied.span("t"))
    for name, group in (("applied_series", "s"), ("applied_specialty", "p")):
        if applied[group]:
            yield fact(name, applied[group], said, *applied.span(group))
    level = titles.level_of_word(applied["l"]) if applied["l"] else None
    if level:
        yield fact("applied_level", level, said, *applied.span("l"))

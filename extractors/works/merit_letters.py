"""What a letter says of works done: which one, in what role, by whom, begun and ended when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import fact
from extractors.grammar import dates, names, organisations
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.prose import paragraphs
from extractors.records import Fact
from extractors.works import honours
from extractors.works.matching import first, hits, printed
from extractors.works.surnames import may_be_a_name

_HAN = r"[\p{Han}A-Za-z0-9、()·\-—#]"
_AS = r"(?:担任|出任|(?<![主责信])任|作为)"
_KIND = r"(?:工程(?!有限|集团|公司|[部局院处])|(?<!公司|集团|[部局院所处])项目|标段|公路|大桥|水库|大厦|改造|建设)"
_POST = (  # behind the work that somebody led or served on
    r"(?:施工|总承包|设计|监理|技术|执行|专业){0,2}(?:项目(?:技术)?(?:负责人|经理|总工程师|总监)|经理|负责人|总监(?:理工程师)?"
    r"|总工(?:程师)?|技术员)(?=[,，。;；、(（\n]|工作|职务|一职|期间|特此|$)"
)
_WORK = tuple(
    regex.compile(pattern)
    for pattern in (
        r"[“](?P<t>[^“”]{2,40}“[^“”]{2,20}”)[”]",
        r"《(?P<t>[^《》]{2,100})》|[“\"](?P<t>[^”\"]{4,100})[”\"]",
        rf"(?:在|参加|参与|承担|负责(?!人)|主持(?!人)|完成(?!人))(?:了|由?我公司|由?我单位|由?我院|由?我[县市州局])?"
        r"(?:投资建设的|投资的|承建的|承担的|承接的|设计的|实施的|建设的|开发的|监理的)?"
        rf"(?P<t>{_HAN}{{4,50}}?(?:工程|项目|标段|合同段|公路|大桥|水库|大厦|系统|标准|规程|品种|示范区|基地))"
        r"(?=[,，。;；(（中的]|施工|建设|担任|期间|设计|任)",
        rf"{_AS}(?:我公司|我单位|我院|我[县市州局])?(?:承建的|承担的|承接的|设计的|实施的|建设的|开发的|监理的)?"
        rf"(?P<t>(?![本该此]){_HAN}{{4,50}}?{_KIND})(?:\([^()]{{2,40}}\))?"
        rf"(?=的?{_POST})",
    )
)
_NO_WORK = regex.compile(r"姓名|性别|证明|业绩|登记表|一览表")  # heads and labels run together with what follows
_OPENING = regex.compile(
    r"(?:^|[。\n])(?:[\p{Han}·]{2,8}?(?:同志|老师|先生|女士)(?:在|于|参加|参与|承担|主持|负责)?)?"
    r"(?P<t>(?!\p{Han}{2,8}同志)[\p{Han}A-Za-z0-9、·\-—#]{4,50}?(?:工程|项目|标段|公路|大桥|水库|大厦|系统|标准|规程|品种"
    r"|基地|建设|改造|生产线|装置|设备|平台|体系|示范区))(?=[(]|于|由|自|位于|起止)"
)
_BUILT = (
    ("start_date", regex.compile(r"\s*(?:正式)?(?:开工|动工|启动|开始|进场)")),
    ("end_date", regex.compile(r"\s*(?:全部|正式)?(?:完工|竣工|建成|完成|交付|通过.{0,6}验收|投入)")),
)
_SERVED = regex.compile(
    r"(?:(?<=院|局|公司|所|厂|站|中心|队|处|校|大学|集团|社|工程师|职工|员工|其中|[,:、。])"
    r"|由)(?P<n>[\p{Han}·]{2,8}?)(?:同志|工程师)?(?=(?:担任|任|为|系|是)(?:该|本|项目|工程|技术|总|副|主|施工|设计|监理"
    r"|第|\p{Han}{2,6}(?:负责人|工程师|组长)))"
)
_BY = regex.compile(
    r"由(?P<n>[\p{Han}·]{2,8}?)(?:同志|老师)?(?:等\d*人?)?(?=主持|牵头|研发|研制|选育|完成|负责|编制|主编|编[剧导舞]|导演|执导|作[曲词]|撰稿|创作|摄[影像制])"
)
_ROLE = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"{_AS}(?![本该此我])[^。,;]{{4,60}}?{_KIND}(?:\([^()]{{2,40}}\))?的?(?P<r>{_POST})",
        r"(?:担任|任|作为|出任)(?:[该本](?:工程|项目)的?|[我本][校院局站所厂]的?)?(?P<r>\p{Han}{1,16}?(?:负责人|经理|总工程师|总工|工程师"
        r"|总监|监理员|技术员|指导|设计师|设计人|施工员|主任|起草人|主编|参编|编制人|专家|组长|成员|助理|顾问|骨干|带头人|代表"
        r"|员|长))(?=[,，。;；、(（\n]|工作|职务|一职|期间|,?负责|$)",
        r"(?:担任|任|作为)(?:该\p{Han}{1,4}的?)?(?P<r>(?:总|执行|责任|第[一二三])?(?:撰稿|编[导剧辑舞]|导演|摄[像影]|剪辑|作[曲词]|主[创演播]|制片)人?)"
        r"(?=[,，。;；、(（\n]|工作|[并和兼的]|$)",
        r"由[\p{Han}·]{2,8}?(?:同志|老师)(?P<r>编[剧导舞]|导演|作[曲词]|撰稿|摄[影像])(?=[,，。;；、并])",
        r"(?P<r>第[一二三四五六七八九十\d]{1,2}(?:起草人|完成人|育种人|选育人)|主要起草人|(?:项目|技术|专业"
        r"|设计)负责人|主要参与人|主要完成人)",
    )
)


def works(views: Sequence[PageView], passage: Passage) -> Iterator[Fact]:
    """project_name, role, rank, start_date and end_date as the letter's sentences give them, the surest first."""
    yield from _opening(views)
    yield from _entrusted(views)
    yield from _said(passage)
    yield from _built(passage)


def _said(passage: Passage) -> Iterator[Fact]:
    for pattern in _WORK:
        hit = first(pattern, passage)
        if hit:
            if not _NO_WORK.search(hit["t"]):
                yield hit.fact("project_name", "t")
            break
    for pattern in _ROLE:
        hit = first(pattern, passage)
        if hit:
            yield hit.fact("role", "r")
            break
    yield from honours.rank_said(passage)


_PROVED = regex.compile(
    r"(?:兹|特)?(?:证明|有|确认)[:：]?(?:我\p{Han}{1,3})?(?:职工|员工|工程师)?(?P<n>[\p{Han}·]{2,8}?)(?:同志|老师"
    r"|工程师)?(?:[(][^()]{1,24}[)])?[,，]?(?=主持|参与|参加|承担|为|系|作为|在|于|完成|负责|担任|自)"
)


def _opening(views: Sequence[PageView]) -> Iterator[Fact]:
    """The work that the letter begins with: 某某工程(…)于…开工."""
    for view in views[:1]:
        body = joined((line.passage for line in view.lines if line.height < 1.25 * view.em), "")
        hit = first(_OPENING, body)
        if hit and not _NO_WORK.search(hit["t"]):
            yield hit.fact("project_name", "t")


_ENTRUSTED = regex.compile(
    r"(?P<t>[\p{Han}A-Za-z0-9、·\-—#()]{4,60}?)(?:,)?由(?:贵|你|该|我)\p{Han}{0,6}?(?:承担|承建|实施|设计|施工|组织|负责|完成|提供)"
)


def _entrusted(views: Sequence[PageView]) -> Iterator[Fact]:
    """The work that a client's letter begins a paragraph with: 某某体系建设由贵单位承担."""
    for running in paragraphs(views[:1]):
        match = _ENTRUSTED.match(running.text)
        if match and not _NO_WORK.search(match["t"]):
            yield fact("project_name", printed(running, *match.span("t")), running, *match.span("t"))
            return


def _built(passage: Passage) -> Iterator[Fact]:
    """When the work began and ended: 2016年3月开工、2018年1月完工."""
    for date in dates.find(passage.text):
        for name, pattern in _BUILT:
            if pattern.match(passage.text, date.end):
                yield fact(name, date.value, passage, date.start, date.end)


def proved(passage: Passage) -> Iterator[Fact]:
    """Whose work the letter proves."""
    for hit in (
        *hits(_PROVED, passage, overlapped=True),
        *hits(_SERVED, passage, overlapped=True),
        *hits(_BY, passage),
    ):
        found = names.find(hit["n"])
        if (
            found
            and len(found.value) == len(hit["n"])
            and may_be_a_name(found.value)
            and not organisations.is_organisation(hit["n"])
        ):
            yield hit.fact("person_name", "n", found.value, trust=0.9)
            return

"""工程业绩, 标准, 品种 and 技术推广 proofs: what somebody did in which work, as who, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing, sealed_issuer, whole_issuer
from extractors.common import COMMON
from extractors.grammar import dates, names, organisations, values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.periods import said_period
from extractors.prose import paragraphs, person_in_prose, sentence
from extractors.records import DocumentType, Fact
from extractors.works import honours, merit_rows, standards
from extractors.works.matching import first, hits, printed, words
from extractors.works.merit_signs import AGAINST, ALL, LESSON, SIGNS
from extractors.works.surnames import may_be_a_name

_HAND_IN = regex.compile(r"(?:第[一二三四五六七八九十\d]{1,2}|主要)(?:起草|选育|育种|编制|研制)人")
_OTHER_PROOFS = regex.compile("|".join(AGAINST))
_PROOF = 0.6  # a 证明 of some other name that says all that such proofs say


def _work(passage: Passage) -> Value | None:
    marked = first(_MARKED, passage)
    if marked and marked.match.start() <= 2:
        return marked.value("t", printed(passage, *marked.span("t")))
    return values.long_text(passage)


def _office(passage: Passage) -> Value | None:
    """An organisation and nothing else: 证明单位意见 is the head of an empty box."""
    found = values.organisation(passage)
    return found if found and organisations.is_organisation("".join(str(found.value).split())) else None


_MARKED = regex.compile(r"[《“\"](?P<t>[^》”\"]{3,100})[》”\"]")
_PERIOD_LABELS = words(
    "起止时间 工期 参与时间 任职时间 工作时间 项目起止时间 开竣工日期 开竣工时间 起止日期 建设工期 参加时间 实施时间"
    " 建设时间 任职起止时间 参与起止时间 承担时间 工作起止 工作起止时间 工作起止年月 起止年月 任职起止 参与起止"
)
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "person_name",
        words(
            "申报人姓名 申报人 本证持有人 证书持有人 被证明人 完成人姓名 主要开展人 开展人 "
            "授课教师 授课人 执教教师 执教者 任课教师"
        ),
        values.person,
    ),
    Field(
        "project_name",
        words(
            "工程(项目)名称 项目(工程)名称 工程/项目名称 "
            "业绩项目 业绩项目名称 "
            "品种(项目)名称 项目(品种)名称 成果(项目)名称 项目(成果)名称 工程名称 项目名称 标准名称 品种名称 "
            "业绩名称 成果名称 工程项目名称 规程名称 工法名称 产品名称 技术名称"
        ),
        _work,
        wrap=True,
    ),
    Field(
        "role",
        words(
            "担任职务 担任角色 本人角色 任职 承担角色 担任岗位 项目职务 岗位职务 本人担任职务 承担工作 本人作用"
            " 担任工作 承担任务 项目角色 职责 本人职责 所任职务 任职岗位"
        ),
        values.text,
    ),
    Field("rank", words("本人排名 排名 起草人排名 个人排名 位次 排序"), honours.rank_value),
    Field("start_date", _PERIOD_LABELS, values.period_start, wrap=True),
    Field("end_date", _PERIOD_LABELS, values.period_end, wrap=True),
    Field("start_date", words("开工日期 开工时间 开始时间 开展时间 开展日期 首次开展时间"), values.date),
    Field("end_date", words("竣工日期 竣工时间 完工日期 完成时间 结束时间 竣工验收日期"), values.date),
    Field("certificate_number", words("审定编号 标准编号 品种审定编号 登记编号 标准号 工法编号 品种权号"), values.code),
    Field(
        "members", words("参与人员 主要起草人 起草人 育种人 选育人 主要完成人 完成人 育种者"), values.people, wrap=True
    ),
    Field("issue_date", words("授课时间 授课日期 上课时间"), values.date),
    Field("issuer", ("证明单位", "出具证明单位", "出证单位", "核验单位"), values.organisation),
    stops=words(
        "建设单位 施工单位 设计单位 监理单位 工程地点 工程规模 工程等级 合同金额 建筑面积 起草单位 选育单位 育种单位"
        " 工程概况 工作内容 主要内容 完成单位 主要业绩 业绩内容 证明人 建设地点 总投资 项目规模 规模"
        " 开展科室 完成例数 有效率 成功率 授课班级 授课对象 授课地点 课型"
    ),
)
_HAN = r"[\p{Han}A-Za-z0-9、()·\-—#]"
_WORK = tuple(
    regex.compile(pattern)
    for pattern in (
        r"[“](?P<t>[^“”]{2,40}“[^“”]{2,20}”)[”]",
        r"《(?P<t>[^《》]{2,100})》|[“\"](?P<t>[^”\"]{4,100})[”\"]",
        rf"(?:在|参加|参与|承担|负责(?!人)|主持(?!人)|完成(?!人))(?:了|由?我公司|由?我单位|由?我院|由?我[县市州局])?"
        r"(?:投资建设的|投资的|承建的|承担的|承接的|设计的|实施的|建设的|开发的|监理的)?"
        rf"(?P<t>{_HAN}{{4,50}}?(?:工程|项目|标段|合同段|公路|大桥|水库|大厦|系统|标准|规程|品种|示范区|基地))"
        r"(?=[,，。;；(（中的]|施工|建设|担任|期间|设计|任)",
        rf"(?:担任|出任|作为)(?:我公司|我单位|我院|我[县市州局])?(?:承建的|承担的|承接的|设计的|实施的|建设的|开发的|监理的)?"
        rf"(?P<t>(?![本该此]){_HAN}{{7,50}}?(?:工程|项目|标段|公路|大桥|水库|大厦|改造|建设))"
        r"(?=的?(?:项目|技术)负责人|的?(?:项目|施工)经理|的?(?:项目)?总(?:监|工程师|工[,，。]))",
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


class MeritProof:
    type: DocumentType = "merit_proof"

    def recognise(self, view: PageView) -> float:
        score = SIGNS.score(view)
        proof = any(heading.endswith("证明") for heading in view.headings)
        named = ALL.score(view) > _PROOF or (_HAND_IN.search(view.tight) and not _OTHER_PROOFS.search(view.tight))
        return max(score, _PROOF if proof and named else 0.0, LESSON.score(view), standards.score(view))

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        if standards.score(views[0]):
            return at_most_one(standards.facts(views))
        passage = sentence(views)
        rows = merit_rows.rows(views)
        found = [
            *merit_rows.without(_FIELDS.read(views), rows),
            *merit_rows.without([*_opening(views), *_entrusted(views), *_said(passage)], rows),
            *person_in_prose(passage),
            *_proved(passage),
            *merit_rows.without([*said_period(passage), *_built(passage)], rows),
        ]
        found = [f for f in found if f.name != "issuer" or organisations.is_organisation("".join(str(f.value).split()))]
        found = [*whole_issuer([*found, *closing(views)]), *sealed_issuer(views), *rows]
        found += [*_only_member(found), *_signed_by_client(views)]
        return at_most_one(map(_planned, found) if LESSON.score(views[0]) else found)


def _only_member(found: Sequence[Fact]) -> Iterator[Fact]:
    """The one person whom a place for those who did the work names."""
    for one in found:
        if one.name == "members" and isinstance(one.value, tuple) and len(one.value) == 1:
            yield msgspec.structs.replace(one, name="person_name", value=one.value[0])
            return


_CLIENT = regex.compile(r"(?:建设|业主|使用|应用|委托|用户)(?:单位|方)(?:\([盖公]?章\))?:(?P<v>[\p{Han}()]{4,40})")


def _signed_by_client(views: Sequence[PageView]) -> Iterator[Fact]:
    """The client that signs on the last line before the date: 建设单位:某公司."""
    lines = views[-1].lines if views else ()
    for above, line in zip(lines[-3:], lines[-2:], strict=False):
        bare = above.passage.bare()
        match = _CLIENT.fullmatch(bare.text)
        dated = dates.find(line.text)
        if match and dated and dated[0].precision == "day" and organisations.is_organisation(match["v"]):
            yield fact("issuer", match["v"], bare, *match.span("v"), trust=0.9)
            return


def _planned(one: Fact) -> Fact:
    """The day of a lesson, which its plan is older than, is less surely a date of issue."""
    return msgspec.structs.replace(one, confidence=0.85 * one.confidence) if one.name == "issue_date" else one


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
    rank = honours.rank(passage)
    if rank:
        yield rank.fact("rank", "n", str(honours.ordinal(rank["n"])))


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


def _proved(passage: Passage) -> Iterator[Fact]:
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


EXTRACTOR = MeritProof()

"""工程业绩, 标准, 品种 and 技术推广 proofs: what somebody did in which work, as who, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import beside_period, closing, sealed_issuer, whole_issuer
from extractors.common import COMMON
from extractors.grammar import dates, organisations, values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period
from extractors.prose import person_in_prose, sentence
from extractors.records import DocumentType, Fact
from extractors.works import honours, merit_letters, merit_rows, standards
from extractors.works.matching import first, printed, words
from extractors.works.merit_signs import AGAINST, ALL, LESSON, SIGNS

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
            *merit_rows.without([*said_period(passage), *merit_letters.works(views, passage)], rows),
            *person_in_prose(passage),
            *merit_letters.proved(passage),
        ]
        found = [f for f in found if f.name != "issuer" or organisations.is_organisation("".join(str(f.value).split()))]
        found = [*whole_issuer([*found, *closing(views)]), *sealed_issuer(views), *rows]
        found += [*_only_member(found), *_signed_by_client(views)]
        return at_most_one(beside_period([*map(_planned, found)] if LESSON.score(views[0]) else found))


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


EXTRACTOR = MeritProof()

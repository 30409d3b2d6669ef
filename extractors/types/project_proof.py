"""立项, 任务书, 结题, 验收, 鉴定, 成果登记 and 课题证明."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact, uncut
from extractors.closing import closing, red_head, sealed_issuer
from extractors.common import COMMON
from extractors.grammar import values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period, whole_dates
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import codes, honours, official
from extractors.works.matching import first, printed, words
from extractors.works.project_letters import SET_BY, begun_and_done, said
from extractors.works.project_people import (
    MEMBER_LABELS,
    leader_alone,
    leaders,
    members,
    numbered_members,
    proved,
    rank_of_leader,
    several,
    without_table,
)
from extractors.works.project_rows import project_rows, without_rows
from extractors.works.surnames import reads_as_a_name
from extractors.works.winners import called

_SIGNS = Signs(
    titles=(
        r"(?:立项|结题|结项|验收|鉴定)(?:通知|批复|证明|证书|意见|报告|审批|登记|申请|评审|文件|函)?(?:书|表|单"
        r"|证明)?$",
        r"(?:项目|课题|计划|科研|科技|专项|基金|攻关|推广)\p{Han}{0,12}(?:任务书|合同书?|立项|结题|结项|验收|鉴定"
        r"|证明|协议书|下达)\p{Han}{0,8}",
        r"(?:项目|课题|计划|基金|专项)(?:\((?:项目|课题)\))?资助(?:项目)?(?:批准)?(?:通知|批复|证明)书?$",
        r"任务(?:合同)?书$|(?:科技|科学技术)?成果(?:登记|鉴定|评价)(?:证书|证明|报告|表)?",
        r"关于.{0,60}(?:立项|结题|结项|验收|课题|项目|计划).{0,30}(?:通知|批复|决定|公告|函|证明)",
        r"(?:参与|主持|承担)\p{Han}{0,6}(?:项目|课题)\p{Han}{0,4}证明",
        r"^(?:课题|项目)(?:研究|参与|成果|组成员)?证书$",
    ),
    wording=(
        r"(?:项目|课题|成果)(?:\(.{1,6}\))?名称|(?:项目|课题)[《“\"]|《.{4,60}》.{0,6}(?:项目|课题)|[“\"].{4,60}[”\"].{0,4}(?:项目|课题)",
        r"(?:项目|课题|立项|合同|批准|计划|任务书|登记)(?:批准|登记)?(?:编)?号",
        r"起止|开始日期[\s\S]{4,30}结题日期|研究(?:期限|时间|周期)|执行期|实施期限|完成(?:时间|期限|日期)",
        r"(?:项目|课题)(?:组)?(?:负责人|主持人|成员|组长)|主持|参加人|主要完成人|研究人员",
        r"立项|结题|结项|验收|鉴定|下达|资助|经费",
    ),
    against=(
        r"中图分类号|关键词[:：]|荣誉证书|特发此证|招标|中标|监理|工程竣工|授予.{0,30}称号|职称申报|评审表|申报表"
        r"|专利号|户口项目|户口登记|曾用名|同一个?人|变更姓名|姓名变更",
    ),
    alone=0.8,
)


def _project(passage: Passage) -> Value | None:
    """A project's title, without the marks around it."""
    marked = first(_MARKED, passage)
    if marked and marked.match.start() <= 2 and not _GOES_ON.match(passage.text, marked.span("t")[1] + 1):
        return marked.value("t", printed(passage, *marked.span("t")))
    return values.long_text(passage)


_GOES_ON = regex.compile(r"\s?\p{Han}{2}")  # 某某计划 behind the mark belongs to the title
_MARKED = regex.compile(r"[《“\"](?P<t>[^》”\"]{4,120})[》”\"]")
_PERIOD_LABELS = words(
    "起止时间 起止年限 起止年月 起止日期 研究期限 执行期限 项目期限 实施期限 研究时间 项目周期 研究起止时间"
    " 项目起止时间 "
    "研究周期 执行期 项目执行期 实施时间 课题起止时间 计划起止时间 研究起止年限 项目起止年限 合同期限 完成期限 研究年限"
    " 有效期限 合同有效期 合同有效期限"
)
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "project_name",
        words(
            "项目名称 课题名称 成果名称 项目(成果)名称 成果(项目)名称 项目(课题)名称 课题(项目)名称 计划项目名称 "
            "研究课题 立项项目名称 专题名称 项目题目"
        ),
        _project,
        wrap=True,
    ),
    Field(
        "project_number",
        words(
            "项目编号 课题编号 立项编号 项目批准号 批准编号 批准号 合同编号 任务书编号 计划编号 项目合同编号"
            " 课题批准号 立项批准号 立项号 项目号 成果登记号 登记号 计划任务书编号"
        ),
        codes.serial,
    ),
    Field(
        "funder",
        words(
            "下达单位 立项单位 任务下达部门 任务下达单位 资助单位 资助机构 项目来源 课题来源 项目下达单位"
            " 项目下达部门 主管部门 委托单位 立项部门 组织单位 批准单位 管理单位 项目主管部门 下达部门 甲方"
        ),
        values.organisation,
        wrap=True,
    ),
    Field(
        "issuer",
        words("组织验收单位 组织鉴定单位 验收单位 鉴定单位 验收组织单位 组织结题单位 结题单位 打印单位 出具单位"),
        values.organisation,
    ),
    Field(
        "certificate_number", words("验收编号 验收证书编号 结题编号 结题证书编号 鉴定编号 验收号 结题号"), values.code
    ),
    Field(
        "leader",
        words("项目负责人 课题负责人 项目主持人 课题主持人 主持人 负责人 项目组长 课题组长 首席专家"),
        leaders,
    ),
    Field(
        "members",
        words(
            "项目组成员 课题组成员 主要研究人员 参加人员 主要参加人员 主要完成人 主要完成人员 主要参与人员 参与人员"
            " 副负责人 第二负责人 副主持人 副组长"
            " 主要成员 研究人员 项目成员 课题成员 参与人 成员 完成人员 项目组主要成员 课题组主要成员 其他成员"
        )
        + MEMBER_LABELS,
        members,
        wrap=True,
    ),
    Field(
        "rank",
        words("本人排名 个人排名 本人位次 排名 位次 排序 完成人排名 成员排名 名次 本人名次 承担排名"),
        honours.rank_value,
    ),
    Field("role", words("本人角色 担任角色 承担角色 本人作用 承担任务 项目角色 分工"), values.text),
    Field("start_date", _PERIOD_LABELS, values.period_start, wrap=True),
    Field("end_date", _PERIOD_LABELS, values.period_end, wrap=True),
    Field("start_date", words("开始日期 立项时间 立项日期 开始时间 起始时间 开始日期"), values.date),
    Field(
        "end_date",
        words("结束日期 计划结束日期 结题时间 结项时间 完成时间 完成日期 验收时间 结题日期 验收日期 终止时间 结束时间"),
        values.date,
    ),
    stops=words(
        "承担单位 项目承担单位 申报单位 依托单位 经费 资助经费 项目经费 验收意见 鉴定意见 研究内容 项目类别 课题类别"
        " 主持单位 协作单位 合作单位 乙方 丙方 预期成果 成果形式 学科分类 项目类型 计划类别 完成单位"
        " 鉴定形式 验收结论 结题等级"
    ),
)
_OF_LETTER, _SHORT = 0.75, 600  # characters of such a letter


class ProjectProof:
    type: DocumentType = "project_proof"

    def recognise(self, view: PageView) -> float:
        letter = _OF_LETTER if len(view.tight) < _SHORT and SET_BY.search(view.tight) else 0.0
        return max(letter, _SIGNS.score(view))

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *_FIELDS.read(views),
            *(one for one in called(views) if reads_as_a_name(str(one.value))),
            *said(passage),
            *person_in_prose(passage),
            *proved(passage),
            *said_period(passage),
            *begun_and_done(passage),
        ]
        found += [
            *_headed(views[0], found),
            *official.document_number(views),
            *closing(views),
            *red_head(views),
            *sealed_issuer(views),
        ]
        found = [*whole_dates(found), *official.number_of_notice(found, views)]
        found = [one for one in found if one.name != "person_name" or not _judges(passage, one)]
        found = [one for one in found if one.name != "rank" or not _of_a_list(found, one)]
        rows = list(several(project_rows(views)))
        found = without_rows([*several(found), *numbered_members(found)], rows)
        found = without_table(uncut(found, "project_number"), views)
        found += leader_alone(found)
        found += _noted(found)
        found += rank_of_leader(found)
        found += _funder(found)
        found += official.numbered(found)
        return at_most_one([*found, *rows])


def _headed(view: PageView, found: Sequence[Fact]) -> Iterator[Fact]:
    """The title that a fund's site sets above the number under which it approved the project."""
    label = next((f for f in found if f.name == "project_number"), None)
    above = [line for line in view.lines if label and label.page == view.page.number and line.box.y1 < label.bbox.y0]
    tallest = max(above, key=lambda line: line.height, default=None)
    titled = tallest is not None and tallest.height > 1.3 * view.em and _APPROVED.search(view.tight) is not None
    if titled and tallest is not None and not any(f.name == "project_name" for f in found):
        yield fact("project_name", printed(tallest.passage), tallest.passage, trust=0.9)


_APPROVED = regex.compile(r"项目批准号")


def _of_a_list(found: Sequence[Fact], rank: Fact) -> bool:
    """Whether a rank is the note behind one name of several that have such notes (罗小明(主持)、李红云(第二))."""
    lists = [one.text for one in found if one.name == "members"]
    return any(len(regex.findall(r"[(（]", text)) > 1 and rank.text in text for text in lists)


_NOTED = regex.compile(
    r"(?P<n>\p{Han}{2,4}|\p{Han}{1,8}·[\p{Han}·]{1,8})\s?"
    r"[(（](?:本人|(?:本人)?(?:排名)?第[一二三四五六七八九十\d]{1,2})[)）]"
)


def _noted(found: Sequence[Fact]) -> Iterator[Fact]:
    """The one member of a list whom a note marks (罗小明 李红云(第二) 赵国强): whose proof it is."""
    members = next((f for f in found if f.name == "members"), None)
    marked = list(_NOTED.finditer(members.text)) if members else []
    if members and len(marked) == 1 and marked[0]["n"] in members.value:
        yield msgspec.structs.replace(members, name="person_name", value=marked[0]["n"])


def _judges(passage: Passage, person: Fact) -> bool:
    """Whether the person is named as one who accepted or assessed the work, no member of the project."""
    return any(passage.text.startswith(str(person.value), match.end()) for match in _JUDGE.finditer(passage.text))


_JUDGE = regex.compile(
    r"(?:(?:副?主任)?委员|(?:专家|验收|鉴定|评审|评议)组?(?:副?组长|成员)|评审专家|审批人|经办人|审核人)\s?[:：]\s?"
)


def _funder(found: Sequence[Fact]) -> Iterator[Fact]:
    """The office that signs is who set the project, when no label names one."""
    issuer = next((f for f in found if f.name == "issuer"), None)
    if issuer:
        yield msgspec.structs.replace(issuer, name="funder", confidence=issuer.confidence * 0.9)


EXTRACTOR = ProjectProof()

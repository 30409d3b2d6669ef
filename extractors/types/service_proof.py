"""Proofs of service: grassroots, poverty alleviation, teaching support, aid missions, epidemic front line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact, first_said
from extractors.careers.plain_letters import OF_LETTER, attests
from extractors.careers.service_kinds import GENERAL, KINDS, WORD, kind_of, kind_value
from extractors.careers.service_lists import sent
from extractors.closing import closing, sealed_issuer
from extractors.common import COMMON
from extractors.grammar import dates, values
from extractors.grammar.labels import Field
from extractors.grammar.values import signing
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works.matching import words
from extractors.works.official import document_number, numbered

_SIGNS = Signs(
    titles=(
        rf"(?:{WORD})[\u4e00-\u9fff()]{{0,16}}(?:证明|鉴定(?:表|书)?|认定(?:表|书)|考核(?:表|鉴定表|登记表)|登记表|证书|考核鉴定)",
        rf"(?:{WORD})[\u4e00-\u9fff()]{{0,16}}(?:情况说明|情况表|期满(?:鉴定|考核))",
        rf"(?:{WORD})[\u4e00-\u9fff()]{{0,16}}(?:人员|队员|干部|教师|医生|名单)(?:名单|名册|花名册|一览表|情况表|汇总表)$",
        r"(?:服务|工作|任教)(?:期满)?(?:经历)?(?:证明|(?:考核)?鉴定表)",
        r"(?:一线)(?:医务人员|工作人员)?[\u4e00-\u9fff]{0,10}证明",
    ),
    wording=(
        rf"(?:{WORD})",
        r"证明|鉴定|考核|派驻|选派|参加",
        r"期间|至|起止|服务(?:时间|期限)",
        r"服务|驻村|支教|工作(?:队|组)|任教|一线",
    ),
    against=(
        r"^\p{Han}{0,10}(?:业务|工作|技术)总结\n|申报表|评审表|承诺书|甲方|继续教育|立项|课题|摘要|获奖|荣誉证书|表彰",
    ),
    alone=0.99,
)


_GRADES = {
    "优秀": "优秀",
    "称职": "合格",
    "合格": "合格",
    "良好": "良好",
    "基本合格": "基本合格",
    "基本称职": "基本合格",
    "不合格": "不合格",
    "不称职": "不合格",
}
_SIGNED = ("盖章", "公章", "签章", "章")  # after a label these ask for a seal: no place of service stands there
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "place",
        words(
            "服务地点 服务单位 服务所在地 派驻地点 派驻单位 驻村地点 驻点村 驻村 支教学校 支教地点 受援学校 "
            "受援单位 受派单位 接收单位 接收地点 接收地 服务接收单位 服务乡镇 派驻地 帮扶地点 支援单位 服务学校 "
            "工作地点 地点 服务地 派往单位 派驻村 基层服务单位 下派单位 挂职单位 援助地点 援助单位 援派地点 援派单位 "
            "支援地点 支援地区 受援地点 受援地区 受援地 服务地区 挂职地点 帮扶单位 帮扶村 交流学校 任教学校 锻炼单位 "
            "工作单位(乡镇) 工作单位(乡镇、村) 乡镇工作单位 工作乡镇"
        ),
        values.text,
        wrap=True,
    ),
    Field("person_name", ("队员姓名", "支教教师姓名", "支教人员姓名", "服务人员姓名", "干部姓名"), values.person),
    Field(
        "service_kind",
        ("服务类别", "服务类型", "服务性质", "服务项目", "服务形式", "派出类型", "工作性质"),
        kind_value,
    ),
    Field(
        "start_date",
        words(
            "服务起止时间 起止时间 服务时间 服务期限 派驻时间 支教时间 驻村时间 工作时间 服务期 起止日期 服务年限 "
            "帮扶时间"
        ),
        values.period_start,
    ),
    Field(
        "end_date",
        words(
            "服务起止时间 起止时间 服务时间 服务期限 派驻时间 支教时间 驻村时间 工作时间 服务期 起止日期 服务年限 "
            "帮扶时间"
        ),
        values.period_end,
    ),
    Field("start_date", ("开始时间", "起始时间", "服务开始时间", "到岗时间", "到任时间"), values.date),
    Field("end_date", ("结束时间", "终止时间", "服务结束时间", "离岗时间", "离任时间", "期满时间"), values.date),
    Field(
        "grade",
        (
            "综合评定",
            "综合考核",
            "考核等次",
            "考核结果",
            "鉴定等次",
            "考核等级",
            "鉴定结果",
            "期满考核结果",
            "考核鉴定等次",
            "年度考核",
            "等次",
        ),
        values.one_of(_GRADES),
    ),
    stops=(
        "派出单位",
        "选派单位",
        "服务内容",
        "工作内容",
        "个人总结",
        "受援单位意见",
        "派出单位意见",
        "服务单位意见",
        "鉴定意见",
        "工作单位",
        *(
            f"{who}({how})"
            for who in ("接收单位", "服务单位", "受援单位", "受援学校", "派驻单位", "挂职单位")
            for how in _SIGNED
        ),
    ),
)
_HIGHER = FieldSet(
    Field(
        "issuer",
        words("主管部门意见 主管部门审核意见 主管部门鉴定意见 主管单位意见 上级主管部门意见 主管部门(意见)"),
        signing,
    ),
    stops=words("接收单位意见 服务单位意见 受援单位意见 派出单位意见 考核等次 工作表现 备注"),
)
_AREA = (
    r"(?!(?:19|20)\d\d)[\u4e00-\u9fff()0-9]{2,40}?(?:县|区|市|乡|镇|村民委员会|村委会|居委会|村|社区|街道|学校|小学|中学|幼儿园|卫生院|卫生室|"
    r"医院|教学点|完小|人民政府|办事处|管委会|农场|林场|中心|站|队|州|所|馆|院|局|公司|大学)"
)
_PLACE = (
    regex.compile(rf"受援(?:单位|医院|学校|地)[-—:]*(?P<v>{_AREA})(?=接收|接受|[,，])"),
    regex.compile(rf"(?:担任|任)(?P<v>{_AREA})(?=(?:驻村)?第一书记|驻村)"),
    regex.compile(rf"(?:在|到)(?:我|本)(?:处|单位|[县乡镇村校院局])[(](?P<v>{_AREA})[)]"),
    regex.compile(
        rf"(?:派驻|选派到|选派至|选派赴|下派到|派往|派到|派至|赴|前往|到|在)(?P<v>{_AREA})(?=(?:进行|开展|"
        rf"从事|参加|担任|任|工作|支教|驻村|服务|挂职|扶贫|支援|帮扶|参与|交流|轮岗|锻炼|顶岗|一线|驻点|走教|支医|支农|援[藏疆青滇鄂外]|到该|期间|的|,|"
        rf",任|[(]))"
    ),
    regex.compile(rf"(?:派驻|选派到|下派到|派往|派到|赴|前往|到|在)(?P<v>{_AREA})"),
)
_SERVED_AT = regex.compile(
    rf"\d[日月](?:起|止|期间)?[,，]?(?:在|赴|到)(?P<v>{_AREA})(?=从事|担任|开展|参加|进行|挂职|支教|驻村|交流|轮岗|锻炼|顶岗)"
)
_GRADES_SAID = tuple(
    regex.compile(
        rf"(?:{word})[\u4e00-\u9fff]{{0,10}}?(?:为|[:：]|等次|是)?[“\"]?"
        r"(?P<g>基本合格|基本称职|不合格|不称职|优秀|良好|合格|称职)"
    )
    for word in ("考核|鉴定|评定|评议", "同意评", "表现")
)
_START = regex.compile(r"(?:自|从|于)(?=(?:19|20|二))")


_TURNS = (
    ("start_date", regex.compile(r"(?:到岗|到任|报到|进驻|入驻|驻村开始|服务开始)(?:时间|日期)?(?:[为是于:]|\s)*$")),
    ("end_date", regex.compile(r"(?:离岗|离任|返岗|撤回|驻村结束|服务结束)(?:时间|日期)?(?:[为是于:]|\s)*$")),
)
_OVER = regex.compile(r"\s?(?:服务)?(?:期满|离任|离岗|返岗|撤回)")
# A letter without a title from where somebody served to the office that sent them.
_LETTER = regex.compile(
    rf"(?:选派|派出|派驻|下派)的?[\u4e00-\u9fff·]{{2,12}}(?:同志|老师).{{0,60}}(?:{WORD}).{{0,240}}"
    r"(?:函告|函达|特此(?:函|证明)|予以证明|请予认定|认定.{0,8}经历)"
)
_NO_LETTER = regex.compile(r"申报表|评审表|承诺书|甲方|继续教育|立项|课题|摘要|获奖|荣誉证书|表彰|公示")
_OF_LETTER = 0.6
# 证明: who was sent where to what special service, from when to when; work in a township alone is no such service.
_SPECIAL = "|".join(said for kind, said in KINDS.items() if kind != GENERAL)
_ATTESTED = regex.compile(
    r"(?![\s\S]*(?:项目|课题|奖|论文|专利))[\s\S]*证明[^。]{2,60}(?:(?:19|20)\d\d|[一二][九〇○零]\p{Han}{2})[^,，。]{0,10}[至到—~\-起]"
    rf"[^。]{{0,40}}(?:参加|选派|派驻|派往|派至|赴|到|在)[^。]{{0,40}}(?:{_SPECIAL})"
)
# a letter of the place that was helped
_RECEIVED = regex.compile(r"(?:受援|援[疆藏青滇])[\s\S]{0,80}(?:援派(?:时间|期限)|支援工作)")
_ANY_KIND = regex.compile(f"{WORD}|一线")
_NO_KIND = 0.45  # 服务证明 and 工作经历证明 are about anything


_KEEPSAKE = regex.compile(r"(?:服务|援外|抗疫)?(?:纪念|荣誉)证书")
# a certificate that says of whom it honours no award, but a service and its time
_TEAM = regex.compile(
    r"(?:医疗队|工作队|支教队|服务团|志愿者?)\p{Han}{0,2}[,，]?(?:于|自|从)[^。]{6,30}至[^。]{6,24}(?:圆满|顺利)?完成[^。]{0,12}任务"
)


class ServiceProof:
    type: DocumentType = "service_proof"

    def recognise(self, view: PageView) -> float:
        score = _SIGNS.score(view)
        if not _ANY_KIND.search(view.tight):
            return min(score, _NO_KIND)
        if attests(view, _ATTESTED) or attests(view, _RECEIVED):
            score = max(score, OF_LETTER)
        if any(_KEEPSAKE.fullmatch(h) for h in view.headings[:2]) and _TEAM.search(view.tight):
            score = max(score, OF_LETTER)
        return max(score, _OF_LETTER) if _LETTER.search(view.tight) and not _NO_LETTER.search(view.tight) else score

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *first_said(passage, "place", _SERVED_AT),
            *_FIELDS.read(views),
            *person_in_prose(passage),
            *_turns(passage),
            *said_period(passage, lone_start=_START),
            *first_said(passage, "place", *_PLACE),
            *_grade(views),
            *kind_of(views),
        ]
        found += numbered(document_number(views))
        rows = sent(views)
        held = {f.name for f in rows}
        own = [f for f in found if f.name not in held]
        return at_most_one([*rows, *own, *_HIGHER.read(views), *closing(views), *sealed_issuer(views)])


def _turns(passage: Passage) -> Iterator[Fact]:
    """When somebody came and left, each by its own word: 到岗时间2018/3/5,离岗时间2020/3/10."""
    for date in dates.find(passage.text):
        for name, pattern in _TURNS:
            if pattern.search(passage.text, max(0, date.start - 12), date.start):
                yield fact(name, date.value, passage, date.start, date.end)
        if _OVER.match(passage.text, date.end):
            yield fact("end_date", date.value, passage, date.start, date.end, trust=0.9)


def _grade(views: Sequence[PageView]) -> Iterator[Fact]:
    passage = sentence(views)
    match = next((m for pattern in _GRADES_SAID if (m := pattern.search(passage.text))), None)
    if match:
        yield fact("grade", _GRADES[match.group("g")], passage, match.start("g"), match.end("g"))


EXTRACTOR = ServiceProof()

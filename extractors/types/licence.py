"""执业证书 and 资格证书 of regulated occupations: teachers, doctors, nurses, registered engineers …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.careers.plain_letters import OF_LETTER, attests
from extractors.closing import closing, sealed_issuer, segments
from extractors.common import COMMON, registered
from extractors.grammar import values
from extractors.grammar.labels import Field
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact

_KIND = (
    r"(?:(?:幼儿园|小学|初级中学|高级中学|中等职业学校|高等学校)?教师资格|(?:执业(?:助理)?|"
    r"助理)?医师(?:资格|执业)|护士执业|乡村医生执业|执业(?:中|西)?药师(?:资格|职业资格|注册)?|"
    r"(?:[一二]级)?(?:注册)?(?:建造师|造价工程师|监理工程师|结构工程师|建筑师|土木工程师|安全工程师|"
    r"城乡规划师|测绘师|消防工程师|计量师|会计师|税务师|资产评估师|"
    r"公用设备工程师|电气工程师|化工工程师|咨询工程师|环境影响评价工程师|核安全工程师)(?:\([\u4e00-\u9fff]{2,10}\))?"
    r"(?:执业资格|职业资格|资格|注册|执业|注册执业)?|执业兽医师?(?:资格|职业资格)?|"
    r"(?:法律)?律师(?:职业资格|执业|资格)|法律职业资格|公证员执业|会计从业资格|导游(?:资格)?|"
    r"社会工作者职业(?:水平|资格)|新闻记者|播音员主持人(?:资格)?|"
    r"特种(?:设备)?(?:作业|检验检测|安全管理|无损检测)(?:和管理)?(?:人员)?(?:操作|资格)?|房地产估价师(?:资格|注册)?|拍卖师(?:执业)?|"
    r"(?!\p{Han}{0,8}(?:优秀|先进|模范|十佳))\p{Han}{0,10}(?:检验|检测|检定|检疫|检查|监督|监察|执法|质检|安全|保卫|化验|鉴定|调解|验光|放映|押运|救生|审核|"
    r"施工|质量|材料|资料|预算|造价|监理|评估|计量|协管|教练|裁判|讲解|体育指导)员(?:技术等级)?(?:岗位|资格|上岗|执业|从业资格)?|(?:\p{Han}{2,8})?行政执法|"
    r"(?!\p{Han}{0,8}国)\p{Han}{2,10}(?:从业(?:人员)?资格|执业资格|执业注册|执业))"
)
_SIGNS = Signs(
    titles=(
        rf"(?:中华人民共和国)?{_KIND}(?:注册)?证书?",
        rf"{_KIND}(?:注册)?(?:信息|情况|证书)?(?:电子化)?(?:查询|核查|核验)(?:结果|信息|单|表)?$",
    ),
    wording=(
        r"资格种类|任教学科|执业(?:地点|范围|类别|机构)|注册(?:号|编号|专业|单位)",
        r"资格|执业|注册",
        r"证书(?:编号|号码)|编码|注册号",
        r"发证机关|签发|有效期",
    ),
    against=(r"申报表|评审表|承诺|继续教育|任职资格|聘期|准予毕业|职业技能等级",),
    alone=1.01,
)
_CERTIFIES = regex.compile(r"特发此证|具[备有].{2,20}资格|准予.{0,6}(?:执业|注册)")
_ATTESTED = regex.compile(
    rf"证明[^。]{{2,60}}(?:取得|获得|持有|具[备有])[^。]{{0,12}}{_KIND}[^。]{{0,24}}(?:证书?(?:编)?[号码]|编码|注册号)"
)
_ABOUT = regex.compile(
    rf"{_KIND}(?:注册)?证书?(?:\([^()]{{1,8}}\))?(?:情况|遗失|复印件)*(?:说明|声明)$"
)  # no licence itself
_OWN = regex.compile(rf"^(?:中华人民共和国)?{_KIND}(?:注册)?(?:证书?|证)$")
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "certificate_number",
        (
            "证书号码",
            "记者证编号",
            "资格证书编码",
            "执业证书编码",
            "证书编码",
            "注册编号",
            "注册证书编号",
            "注册证编号",
            "注册证号",
            "注册号",
            "护士证书编号",
            "护士执业证书编号",
            "执业证号",
            "执照号码",
            "资格证书编号",
            "执业证书编号",
            "编码",
        ),
        values.code,
    ),
    Field("licence_kind", ("证书名称", "证书类型", "证书种类", "资格种类", "执业类别", "资格名称"), values.text),
    Field("issue_date", ("批准日期", "注册日期", "首次注册日期", "初次领证日期", "领证日期"), values.date),
    stops=(
        "任教学科",
        "执业地点",
        "执业范围",
        "执业类别",
        "执业机构",
        "聘用企业",
        "注册专业",
        "毕业学校",
        "类别",
        "民族",
        "有效期",
    ),
)
_TITLE = regex.compile(rf"(?P<k>{_KIND}(?:注册)?(?:证书?|证))")

_OF_INSIDE = 0.8
_INSIDE = regex.compile(r"《教师资格条例?》?[\s\S]{0,200}(?:资格种类|任教学科)")  # pages behind the cover 教师资格证书


class Licence:
    type: DocumentType = "licence"

    def recognise(self, view: PageView) -> float:
        if any(_ABOUT.search(heading) for heading in view.headings):
            return 0.0
        letter = OF_LETTER if attests(view, _ATTESTED) else 0.0
        inside = _OF_INSIDE if _INSIDE.search(view.tight) else 0.0
        return max(_SIGNS.score(view), _titled_below(view), letter, inside)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *_titled(views),
            *_FIELDS.read(views),
            *person_in_prose(passage),
            *registered(views),
            *closing(views),
            *sealed_issuer(views),
        ]
        return at_most_one(found)


def _titled_below(view: PageView) -> float:
    """Sure of a page that says whom it certifies and bears the title on a line of its own, below the text."""
    if len(view.lines) > 30 or not _CERTIFIES.search(view.tight):
        return 0.0
    own = any(_OWN.match(part.bare().text) for line in view.lines for part in segments(line))
    return 0.8 if own else 0.0


def _titled(views: Sequence[PageView]) -> Iterator[Fact]:
    """The kind as the certificate's title names it."""
    for view in views:
        for line in view.lines:
            for part in segments(line):
                bare = part.bare()
                match = _TITLE.search(bare.text)
                if match and (match.group() in "".join(view.headings) or _OWN.match(bare.text)):
                    yield fact("licence_kind", tight(bare.printed(*match.span("k"))), bare, *match.span("k"))
                    return


EXTRACTOR = Licence()

"""consistency.award-issuer: an award with a nation's name that a publisher or a company has given out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, place
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from extractors.records import Document

INFO = CheckInfo(
    code="consistency.award-issuer",
    title="奖项冠名与颁发单位不相称",
    severity="notice",
    kind="heuristic",
    rationale=(
        "冠以“全国”“中国”“中华”“国际”等名称的奖项，一般由国家机关或经登记的全国性学会、协会设立；"
        "落款只有杂志社、编辑部、公司、网站的，列出供核对其设奖资格。"
    ),
    innocent=("经批准设立的社会力量奖", "受学会、协会委托承办评选", "落款另有主办单位而未识读"),
    verify="查询全国社会组织信用信息公示平台和评比达标表彰保留项目目录，必要时向主管部门核对设奖依据",
    handbook=("F61",),
    weight=1,
)
NATIONAL = re.compile(r"^[《“\"第一二三四五六七八九十届\d首()（）年度]*(?:全国|中国|中华|国家级|国际|世界|全球|亚太)")
PUBLISHER = re.compile(r"(?:杂志社|编辑部|编辑委员会|编委会|期刊社|有限责任公司|有限公司|传媒|资讯|在线|网站?)$")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    name, issuers = document.first("award_name"), document.all("issuer")
    if name is None or not issuers:
        yield cannot_tell(INFO, document, "未读到奖项名称或颁发单位")
        return
    given = [plain(str(fact.value)) for fact in issuers]
    sealed = [plain(seal.text) for seal in document.seals]
    if NATIONAL.search(plain(str(name.value))) and all(
        PUBLISHER.search(one) for one in (*given, *filter(None, sealed))
    ):
        message = f"奖项“{name.value}”的落款单位为“{'、'.join(given)}”，设奖资格建议核对"
        yield say(case, INFO, document, name, message, others=[place(document, issuers[0])])


CHECK = Check(info=INFO, run=each(INFO, ("award_certificate",), look))

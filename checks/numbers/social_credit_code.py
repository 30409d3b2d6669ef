"""numbers.social-credit-code: a 统一社会信用代码 on any paper whose check character does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checks.base import ANY_TYPE, Case, Check, CheckInfo, cannot_tell, each, not_applicable
from checks.locate import locate
from checks.reading import plain
from checks.records import Coverage, Finding
from checks.saying import say
from corpus.codes import credit
from extractors.records import Document

INFO = CheckInfo(
    code="numbers.social-credit-code",
    title="统一社会信用代码校验不通过",
    severity="suspect",
    kind="deterministic",
    rationale="统一社会信用代码18位，末位由前17位按GB 32100—2015推算；不符说明代码填写、识别或印制有误。",
    innocent=("识别误差", "填写差错"),
    verify="在国家企业信用信息公示系统或事业单位登记管理网站按单位名称查询",
    handbook=("F66",),
    references=("GB 32100—2015",),
    weight=2,
)
ID_NUMBER = re.compile(r"\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dX]")  # in the cell beside one left blank
LABEL_LAST = re.compile(r"社会信用代码(?:/注册号)?[:：]?$")  # its code stands on the next line
PRINTED = re.compile(r"(?:统一)?社会信用代码(?:/注册号)?[:：\s]*([0-9A-Z]{16,20})(?![0-9A-Z])")


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    lines = [plain(line) for line in document.text.splitlines()]
    lines += [line + below for line, below in pairwise(lines) if LABEL_LAST.search(line)]
    printed = {match[1] for line in lines for match in PRINTED.finditer(line)}
    codes = sorted(code for code in printed if not ID_NUMBER.fullmatch(code))
    if not codes:
        yield not_applicable(INFO, document, "未印统一社会信用代码")
    for code in codes:
        fault = credit.fault(code)
        if not fault:
            continue
        fact = locate(case, document, "social_credit_code", code)
        if fact is None:
            yield cannot_tell(INFO, document, f"统一社会信用代码“{code}”校验不符，但未能定位原文复核")
            continue
        expected = f"末位校验码推算应为{credit.check_character(code)}" if fault == "check" else "位数或字符不合编号规则"
        yield say(case, INFO, document, fact, f"统一社会信用代码“{code}”{expected}，待核实", value=code)


CHECK = Check(info=INFO, run=each(INFO, ANY_TYPE, look))

"""劳动合同 and 聘用合同."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing
from extractors.common import PERSON
from extractors.grammar import names, organisations, values
from extractors.grammar.labels import Field
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period
from extractors.prose import paragraphs, person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact

_SIGNS = Signs(
    titles=(
        r"(?:事业单位)?(?:工作人员)?(?:全日制)?(?:劳动|聘用|聘任|劳务|雇佣)(?:合同|协议)书?",
        r"(?:劳动|聘用)合同(?:续订|变更)书",
        r"(?:人事代理|劳务派遣|人才派遣)[\u4e00-\u9fff()]{0,8}(?:合同|协议)书?",
    ),
    wording=(
        r"甲方",
        r"乙方",
        r"(?:合同|聘用|聘期|劳动合同)(?:的)?期限",
        r"工作(?:内容|地点|岗位)|岗位职责",
        r"劳动报酬|工资|社会保险",
    ),
    against=(r"申报表|评审表|技术开发合同|采购合同|施工合同",),
    alone=0.79,
)
_FIELDS = FieldSet(
    Field(
        "employer",
        (
            "用人单位(甲方)",
            "聘用单位(甲方)",
            "甲方(用人单位)名称",
            "甲方(用人单位)",
            "甲方(聘用单位)",
            "甲方名称",
            "用人单位名称",
            "用人单位",
            "聘用单位",
            "聘用单位名称",
            "单位名称",
            "甲方",
        ),
        values.organisation,
        wrap=True,
    ),
    Field(
        "person_name",
        (
            "劳动者(乙方)",
            "受聘人员(乙方)",
            "受聘人(乙方)",
            "职工(乙方)",
            "乙方(劳动者)姓名",
            "乙方(劳动者)",
            "乙方(受聘人员)",
            "乙方(受聘人)",
            "乙方(职工)",
            "乙方姓名",
            "劳动者姓名",
            "受聘人员",
            "受聘人",
            "劳动者",
            "乙方",
        ),
        values.person,
    ),
    *PERSON,
    Field(
        "start_date",
        ("合同期限", "聘用期限", "劳动合同期限", "聘用合同期限", "合同起止时间", "合同开始日期"),
        values.period_start,
        wrap=True,
    ),
    Field(
        "end_date",
        ("合同期限", "聘用期限", "劳动合同期限", "聘用合同期限", "合同起止时间"),
        values.period_end,
        wrap=True,
    ),
    Field("end_date", ("合同终止日期",), values.date),
    Field(
        "certificate_number",
        ("劳动合同编号", "聘用合同编号", "合同编号", "合同号", "协议编号", "编号"),
        values.code,
    ),
    Field("issue_date", ("签订日期", "签订时间", "签约日期", "签署日期", "签定日期"), values.date),
    stops=(
        "法定代表人",
        "委托代理人",
        "统一社会信用代码",
        "注册地址",
        "住所",
        "户籍地址",
        "甲方代表",
        "甲方(盖章)",
        "乙方(签字)",
        "甲方(签章)",
        "乙方(签名)",
    ),
)
_START = regex.compile(r"(?:无固定期限|合同期?|自|从)[^。\n]{0,16}?(?:自|从)(?=(?:19|20|二))")


class EmploymentContract:
    type: DocumentType = "employment_contract"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        found = [
            *_parties(views),
            *_without_sex(_FIELDS.read(views), passage),
            *said_period(passage, lone_start=_START),
            *person_in_prose(passage),
        ]
        found += [f for f in closing(views) if f.name == "issue_date"]
        found += _issuer(found)
        return at_most_one(found)


_FIRST = regex.compile(r"(?P<v>[\u4e00-\u9fff()]{4,40})[(](?:以下)?(?:简称|称)?(?:为|:)?[“\"]?甲方")
_SECOND = regex.compile(
    r"(?:与|和|及|、|,|;|^|\n)(?!劳动者|受聘|被聘|应聘|职工|员工|聘用人员|教职工)(?P<n>[\u4e00-\u9fff·]{2,12})[(](?:以下)?(?:简称|称)?(?:为|:)?[“\"]?乙方"
)


def _parties(views: Sequence[PageView]) -> Iterator[Fact]:
    """Who the two parties are, as a sentence names them: 某公司(以下简称甲方)与某人(以下简称乙方)."""
    for passage in paragraphs(views[:1]):
        first, second = _FIRST.search(passage.text), _SECOND.search(passage.text)
        if first and organisations.is_organisation(first["v"]):
            yield fact("employer", first["v"], passage, *first.span("v"))
        named = names.find(second["n"]) if second else None
        if second and named and named.value == second["n"]:
            yield fact("person_name", named.value, passage, *second.span("n"))


def _without_sex(found: Sequence[Fact], passage: Passage) -> Iterator[Fact]:
    """Name and sex apart where they were set or read as one (罗小明男): the identity number says that sex, and the name
    stands without it in another place."""
    number = next((str(f.value) for f in found if f.name == "id_number"), "")
    sex = "女男"[int(number[16]) % 2] if len(number) == 18 and number[16].isdecimal() else ""
    text = tight(passage.text)
    for one in found:
        name = str(one.value)
        bare = name[:-1]
        if (
            one.name != "person_name"
            or not sex
            or len(bare) < 2
            or name[-1] != sex
            or text.count(bare) <= text.count(name)
        ):
            yield one
            continue
        yield msgspec.structs.replace(one, value=bare)
        yield msgspec.structs.replace(one, name="gender", value=sex)


def _issuer(found: Sequence[Fact]) -> Iterator[Fact]:
    """A contract is the employer's paper."""
    employer = next((f for f in found if f.name == "employer"), None)
    if employer:
        yield msgspec.structs.replace(employer, name="issuer")


EXTRACTOR = EmploymentContract()

"""劳动合同 and 聘用合同."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.careers.contract_parties import parties, signed
from extractors.careers.rosters import OF_ONE
from extractors.careers.staff_lists import staff
from extractors.closing import closing, employer_from_issuer
from extractors.common import PERSON
from extractors.grammar import values
from extractors.grammar.labels import Field
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period, whole_dates
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works.matching import words
from extractors.works.surnames import reads_as_a_name
from extractors.works.winners import called

_SIGNS = Signs(
    titles=(
        r"(?:事业单位)?(?:工作人员)?(?:全日制)?(?:劳动|聘用|聘任|劳务|雇佣)(?:合同|协议)书?",
        r"(?:续订|续签|变更)?(?:劳动|聘用)合同(?:续订|续签|变更|签订|鉴证|备案|期满|到期)[\u4e00-\u9fff()]{0,10}(?:书|表|证明|通知)",
        r"(?:劳动|聘用)合同(?:变更|续订|续签|\((?:续订|续签|变更)\)){1,2}书$",
        r"劳动关系(?:存续)?(?:证明|确认书)",
        r"(?:劳动|就业|招用工|录用|聘用合同)(?:用工|人员|合同|关系)?(?:网上)?(?:备案|鉴证)(?:登记)?"
        r"(?:表|证明|凭证|花?名册|信息|查询|系统)",
        r"(?:引进|引才|聘请|特聘|外聘)\p{Han}{0,8}?人才\p{Han}{0,6}(?:合同|协议)书?|人才引进(?:工作|服务|聘用)?(?:合同|协议)书?",
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
_TERM = words(
    "合同期限 聘用期限 劳动合同期限 聘用合同期限 合同起止时间 合同起止日期 合同起止 聘期 聘任期限 合同期 续订期限 "
    "续签期限 用工起止时间 协议期限 协议期 服务期限"
)
_FIELDS = FieldSet(
    Field(
        "employer",
        (
            "用人单位(甲方)",
            "聘用方(甲方)",
            "用工方(甲方)",
            "甲方(聘用方)",
            "聘用单位(甲方)",
            "甲方(用人单位)名称",
            "甲方(用人单位)",
            "甲方(聘用单位)",
            "甲方名称",
            "用人单位名称",
            "用人单位",
            "聘用单位",
            "聘用单位名称",
            "用工单位",
            "聘用方",
            "聘方",
            "单位名称",
            "甲方",
            "名称",
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
            "受聘方(乙方)",
            "乙方(受聘方)",
            "员工(乙方)",
            "乙方(员工)",
            "乙方姓名",
            "劳动者姓名",
            "职工姓名",
            "员工姓名",
            "受聘方",
            "应聘方",
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
        (
            *_TERM,
            *("合同开始日期", "合同起始日期", "合同起始时间", "合同起始日", "合同开始时间", "合同生效日期"),
            *("合同起始", "合同期限起", "起始日期", "生效日期", "用工起始时间", "用工起始日期"),
        ),
        values.period_start,
        wrap=True,
    ),
    Field(
        "end_date",
        _TERM,
        values.period_end,
        wrap=True,
    ),
    Field(
        "end_date",
        words(
            "合同终止日期 合同终止时间 合同终止日 合同结束日期 合同结束时间 合同届满日期 "
            "合同截止日期 合同到期日期 合同到期日 合同终止 合同期限止 终止日期 用工终止时间 "
            "用工终止日期"
        ),
        values.date,
    ),
    Field(
        "certificate_number",
        ("劳动合同编号", "聘用合同编号", "合同编号", "合同号", "协议编号", "备案编号", "备案号", "鉴证编号", "编号"),
        values.code,
    ),
    Field(
        "issue_date",
        words(
            "签订日期 签订时间 签约日期 签约时间 签署日期 签署时间 签定日期 签订日 "
            "续签日期 续订日期 合同签订日期 合同签订时间 备案日期 备案时间 鉴证日期"
        ),
        values.date,
    ),
    Field("issuer", ("备案机构", "备案机关", "备案单位", "鉴证机关", "鉴证机构", "鉴证单位"), values.organisation),
    stops=(
        "法定代表人",
        "合同类型",
        "合同类别",
        "工种",
        "工种(岗位)",
        "岗位",
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
            *parties(views),
            *_without_sex(_FIELDS.read(views), passage),
            *signed(passage),
            *_numbered(views[:1]),
            *said_period(passage, lone_start=_START),
            *person_in_prose(passage),
            *(f for f in called(views) if reads_as_a_name(str(f.value))),
        ]
        if people := staff(views):  # a list of an employer's people is about none of them more than the others
            found = [*people, *(f for f in found if f.name not in OF_ONE)]
        closed = list(closing(views))
        found += [f for f in closed if f.name == "issue_date"]
        if _OUR_PEOPLE.search(passage.text) and not any(f.name == "employer" for f in found):
            found += employer_from_issuer(closed)
        found += _issuer(found)
        return at_most_one(whole_dates(found))


# 系我公司员工: a proof that its signer gives.
_OUR_PEOPLE = regex.compile(
    r"(?:系|为|是)?[我本](?:单位|公司|院|校|局|中心|所)(?:在职|正式|在编|聘用)?(?:职工|员工|工作人员)"
)
_NUMBER = regex.compile(r"\(?(?P<v>[\p{Han}A-Z]{0,8}[〔\[(]?(?:19|20)\d\d[〕\])]?年?第?\d{1,8}号)\)?")


def _numbered(views: Sequence[PageView]) -> Iterator[Fact]:
    """The contract's number alone on a line under its title: (2012年第3358号)."""
    for line in (line for view in views for line in view.lines[:6]):
        bare = line.passage.bare()
        match = _NUMBER.fullmatch(bare.text)
        if match:
            yield fact("certificate_number", match["v"], bare, *match.span("v"))
            return


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

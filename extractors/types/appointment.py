"""聘书, 聘任文件 and 岗位聘用审批表."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.careers.addressee import answered
from extractors.careers.appointees import ROSTER_HEAD, appointees, roster
from extractors.careers.appointment_sentences import appointed, lettered
from extractors.careers.appointment_terms import terms
from extractors.closing import closing, employer_from_issuer, red_head, sealed_issuer, segments, whole_signer
from extractors.common import COMMON
from extractors.grammar import dates, organisations, values
from extractors.grammar.labels import Field
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.periods import said_period, whole_dates
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.types.title_certificate import title_value
from extractors.works import official
from extractors.works.matching import words
from extractors.works.surnames import reads_as_a_name
from extractors.works.winners import called

_SIGNS = Signs(
    titles=(
        r"(?:专业技术(?:职务|岗位)?)?(?:续)?(?:聘书|聘任书|聘任证书|聘用证书|聘[任用]证(?!明)|聘用书|聘任通知书|聘用通知书|续聘通知书|聘请书)",
        r"(?:^|职务|干部|人员)任命书|委任书|任职通知书",
        r"关于.{0,30}(?:聘任|聘用|续聘|任职).{0,24}(?:通知|决定|批复|公告)",
        r"(?:岗位|(?:专业技术|教师|教学)?职务|专业技术岗位|专业技术人员|工作人员|事业单位人员)(?:人员)?(?:聘用|聘任|续聘)(?:人员)?(?:变更)?(?:\(\p{Han}{2,12}\))?(?:审批|备案|登记|认定|情况)?(?:表|证明)",
        r"聘(?:用|任)(?:证明|函|登记册|登记卡|手册|台账)|(?:专业技术(?:人员|职务|岗位)|工作人员|教职工|人员|岗位|职务){0,2}聘[任用](?:人员|情况)?花?名册|(?:^|职务|岗位|人员)聘约书?$",
        r"(?:专业技术)?职务聘任登记$|(?:续聘|聘[任用])(?:情况)?登记(?:表|卡)?$",
        r"聘[任用](?:记录|情况|信息)(?:查询|登记|一览|汇总|证明|表|单|册)+",
        r"关于(?:任命|任免|晋升).{0,40}(?:职[务级]|干部|同志).{0,12}(?:通知|决定|命令)",
        r"关于.{0,40}(?:职级晋升|晋升职级|职级套转|任免职).{0,12}(?:通知|决定)",
    ),
    wording=(r"聘(?:任|请|用)|受聘", r"聘期|任期|聘(?:任|用)(?:时间|期限|日期)|受聘时间", r"同志|先生|女士|老师|您"),
    against=(
        r"劳动合同书|聘用合同书|甲方.{0,40}乙方",
        r"申报表|评审表|承诺书|任职资格.{0,12}(?:批复|公布|通知)|年度考核登记",
    ),
    alone=1.0,
)
_TERM = (
    "续聘期限",
    "受聘期限",
    "聘期时间",
    "聘用起止时间",
    "聘任起止日期",
    "聘用起止日期",
    "聘期起止时间",
    "受聘起止时间",
)
_PERIOD = words("本聘期 现聘期 聘期 聘任期限 聘用期限 聘任时间 聘用时间 任期 受聘时间 聘任起止时间")
_FIELDS = FieldSet(
    *COMMON,
    Field(
        "title",
        words(
            "聘任专业技术职务 聘任职务 聘用职务 受聘职务 拟聘职务 拟聘任职务 拟聘任专业技术职务 职务名称 专业技术职务 "
            "聘任职称 拟聘专业技术职务 聘用专业技术职务 续聘职务 所聘职务 现聘职务 现聘任职务"
        ),
        title_value,
    ),
    Field(
        "title",
        words(
            "聘任岗位 聘用岗位 受聘岗位 拟聘岗位 拟聘任岗位 拟聘用岗位 岗位名称 续聘岗位 所聘岗位 现聘岗位 现聘任岗位"
        ),
        title_value,
    ),
    Field(
        "employer",
        ("聘任单位", "聘用单位", "用人单位", "受聘单位", "工作单位", "所在单位", "单位名称", "单位"),
        values.organisation,
    ),
    Field(
        "start_date",
        (*_PERIOD, "聘任日期", "起聘时间", "聘期起止", *_TERM),
        values.period_start,
        wrap=True,
    ),
    Field(
        "end_date",
        (*_PERIOD, "聘期起止", *_TERM),
        values.period_end,
        wrap=True,
    ),
    Field(
        "start_date",
        words(
            "聘期起 聘期起始 聘用起始 聘任起始 起聘日期 聘用开始时间 聘任开始时间 聘期起始日 "
            "聘期起始日期 聘任开始日期 聘用开始日期 聘任起始时间 聘任起始日期 聘用起始时间 聘用起始日期 聘期开始 "
            "聘期开始日期 聘任起始日 聘用起始日 聘任起 聘用起"
        ),
        values.date,
    ),
    Field(
        "end_date",
        words(
            "聘期止 聘期终止 聘期截止 聘用终止 聘任终止 聘用截止 聘任截止 聘用结束时间 "
            "聘任结束时间 聘期届满日 聘期届满日期 聘期届满 聘期截止日 聘期截止日期 "
            "聘期终止日 聘期终止日期 聘任终止时间 聘任终止日期 聘用终止时间 聘用终止日期 "
            "聘任结束日期 聘用结束日期 聘任截止时间 聘期结束 聘期结束日期 终聘日期 终聘时间 止聘日期 解聘日期 "
            "聘任终止日 聘用终止日 聘任截止日 聘任止 聘用止"
        ),
        values.date,
    ),
    Field(
        "certificate_number",
        words("备案号 备案编号 聘书编号 聘书号 聘书号码 聘任书编号 聘任证编号 聘任编号 聘任证书编号 文件编号 聘函编号"),
        values.code,
    ),
    Field("person_name", ("受聘人", "受聘人员", "受聘者", "被聘人", "拟聘人员", "受聘人姓名"), values.person),
    stops=(
        "资格证书编号",
        "职称证书编号",
        "上一聘期",
        "上一个聘期",
        "上聘期",
        "上期聘期",
        "岗位等级",
        "岗位类别",
        "拟聘岗位等级",
        "聘用岗位等级",
        "聘任岗位等级",
    ),
)
_START = regex.compile(r"(?:聘期|任期|聘任时间|聘用时间|受聘时间)?[^\n。]{0,12}?(?:自|从|于)(?=(?:19|20|二))")


_PART_TIME = regex.compile(
    r"(?:兼职|兼课|外聘)\p{Han}{0,8}(?:证明|说明)$"
)  # what another unit says of hours beside the post


_AGREEMENT = regex.compile(r"(?:专业技术)?(?:职务|岗位)?聘(?:任)?约书?")
_OF_AGREEMENT = 0.9


class Appointment:
    type: DocumentType = "appointment"

    def recognise(self, view: PageView) -> float:
        if any(_PART_TIME.match(h) for h in view.headings):
            return 0.0
        agreed = any(_AGREEMENT.fullmatch(h) for h in view.headings[:2])  # between two parties, as a contract is
        return max(_OF_AGREEMENT if agreed else 0.0, _SIGNS.score(view))

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        addressee = list(called(views))
        listed = roster(views) or list(appointees(views))
        found = [
            *appointed(passage),
            *listed,
            *lettered(passage),
            *_labelled(views, passage),
            *(f for f in addressee if reads_as_a_name(str(f.value))),
            *person_in_prose(passage),
            *addressee,
            *said_period(passage, lone_start=_START),
            *closing(views),
            *red_head(views),
            *_approved_by(views),
            *sealed_issuer(views),
            *official.numbered(official.document_number(views)),
        ]
        several = any(f.name == "member" for f in found)
        ledger = any(f.name == "start_date" and f.item for f in found)
        alone = [
            f
            for f in found
            if not (several and f.name in ("person_name", "title", "gender", "birth_date", "id_number"))
            and not (ledger and not f.item and f.name in ("start_date", "end_date"))
            and (f.name != "person_name" or not str(f.value).endswith("等"))  # 李明等 names several
        ]
        if several:
            own = {f.name.removeprefix("member_") for f in listed}
            alone = [*ROSTER_HEAD.read(views), *(f for f in alone if f.name not in own & {"start_date", "end_date"})]
        letter = list(_stamped(views)) if _APPROVED.search(passage.text) else _issuer_from_employer(alone)
        told = [*whole_signer(_titled(alone)), *answered(views), *employer_from_issuer(alone), *letter]
        return at_most_one(whole_dates(told))


_LEVEL = regex.compile(r"(?:专业技术|专技)?(?:岗位)?[一二三四五六七八九十\d]{1,2}级(?:岗位?)?")


def _titled(found: Sequence[Fact]) -> list[Fact]:
    """``found`` without a mere level for a title (专业技术八级), where the form names the title as well."""
    titles = [f for f in found if f.name == "title" and not _LEVEL.fullmatch(str(f.value))]
    kept = [f for f in found if f.name != "title" or f in titles or not titles]
    return [_unbracketed(f) if f.name == "title" else f for f in kept]


def _unbracketed(title: Fact) -> Fact:
    """A title without the trade in brackets behind it: 高级工程师(建筑材料)."""
    return msgspec.structs.replace(
        title, value=regex.sub(r"(?<=\p{Han}{2})[(（][^()（）]{1,12}[)）]$", "", str(title.value))
    )


def _labelled(views: Sequence[PageView], passage: Passage) -> list[Fact]:
    """What stands under labels; where a ledger has a row for each term, these instead of its first; and the day that a
    letter is signed on, where its sentence says from when the appointment runs (从…起任职 … 聘任时间: …)."""
    read, rows = _FIELDS.read(views), terms(views)
    if rows:
        own = {f.name for f in rows}
        return [*rows, *ROSTER_HEAD.read(views), *(f for f in read if f.name not in own)]
    said = _FROM.search(passage.text)
    date = dates.find(said["d"], typed=True) if said else []
    label = next((f for f in read if f.name == "start_date"), None)
    if not said or not date or label is None or any(f.name == "end_date" for f in read):
        return read
    start = fact("start_date", date[0].value, passage, *said.span("d"))
    signed = [msgspec.structs.replace(label, name="issue_date")] if (start.page, start.bbox.y1) < (
        label.page, label.bbox.y0
    ) else []  # fmt: skip
    return [start, *(f for f in read if f is not label), *signed]


_FROM = regex.compile(
    r"(?:自|从)(?P<d>(?:(?:19|20)\d\d|[一二][〇○零O0九][〇○零O0-9一二三四五六七八九]{2})年[^,，。;]{1,8}?)(?:起|开始)[,，]?(?:任职|受聘|聘期|生效|聘任|聘用|执行)"
)
_APPROVED = regex.compile(r"(?:审批|备案|审核|认定|登记)表|意见")
_CONSENTED = regex.compile(r"^(?P<v>[\u4e00-\u9fff()]{4,30}):(?:经[^。:]{0,24})?同意")


def _approved_by(views: Sequence[PageView]) -> Iterator[Fact]:
    """The office whose consent ends a form that goes up to it: 某县人力资源和社会保障局:同意聘用."""
    parts = (part for view in views for line in view.lines for part in segments(line))
    said = [(part, m) for part in parts if (m := _CONSENTED.match(part.text)) and organisations.is_organisation(m["v"])]
    yield from (fact("issuer", m["v"], part, *m.span("v"), trust=0.9) for part, m in said[-1:])


_STAMPED = regex.compile(
    r"(?:^|\t)(?:填报|填表|聘任|聘用|用人)?单位\s?\((?:盖章|公章)\)\s?:\s?(?P<v>[\p{Han}()]{4,40})(?=\t|$)"
)


def _stamped(views: Sequence[PageView]) -> Iterator[Fact]:
    """The unit that stamps the head of its form, where no office signs at the end: 单位(盖章):某公司."""
    for line in views[0].lines[:4]:
        match = _STAMPED.search(line.text)
        if match and organisations.is_organisation(match["v"]):
            yield fact("issuer", match["v"], line.passage, *match.span("v"), trust=0.8)
            return


def _issuer_from_employer(found: Sequence[Fact]) -> list[Fact]:
    """The unit that appoints signs the letter, where no signature says otherwise."""
    employer = next((f for f in found if f.name == "employer"), None)
    return [msgspec.structs.replace(employer, name="issuer")] if employer else []


EXTRACTOR = Appointment()

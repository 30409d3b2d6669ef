"""What is none of the types of the contract: kept, counted, and read for whose it is, who issued it and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing, sealed_issuer, segments
from extractors.common import ISSUE_DATE, ISSUER, PERSON, registered
from extractors.grammar import values
from extractors.grammar.labels import Field
from extractors.layout import PageView
from extractors.prose import person_in_prose, sentence
from extractors.records import DocumentType, Fact
from extractors.works import registration
from extractors.works.matching import first
from extractors.works.surnames import reads_as_a_name

_FIELDS = FieldSet(
    *PERSON,
    Field(
        "person_name",
        ("委托人", "委托人姓名", "委托人(签字)", "申报人", "缴款人", "交款人", "付款人", "说明人", "声明人"),
        values.person,
    ),
    stops=("受托人", "被委托人"),
)
_ISSUED = FieldSet(
    Field("issuer", (*ISSUER.labels, "核发机关", "收款单位", "执收单位", "收款人"), values.organisation, wrap=True),
    Field(
        "issue_date",
        (*ISSUE_DATE.labels, "登记日期", "核准日期", "签订日期", "签署日期", "开票日期", "日期"),
        values.date,
    ),
)
_LISTS = regex.compile(r"^(?:[\u4e00-\u9fff]{0,12})?材料(?:目录|清单|一览表|明细表)$")
_STATEMENT = regex.compile(r"(?:说明|证明|声明|情况)(?:\([^()]{1,12}\))?$")
_MOVES = regex.compile(
    r"(?:调动|调入|调出|商调|借调|抽调|选派|派遣|报到|转正|退休|任免)\p{Han}{0,8}(?:通知书?|函|[信令单]|批复|决定)$|^调令$|介绍信$"
)
_TITLED = regex.compile(
    r"(?:通知书?|函|批复|批文|通报|协议|(?<![证图])书|执照|登记[卡簿]|[绍谢荐明]信|公告|回执|回单|收据|发票|合同|纪要|意见|报告|鉴定|(?:会员|工作|[结离]婚|退休"
    r"|退[役伍]|退出现役|代表|居住|残疾|派遣|报到)证|公证书|^调令)(?:\([^()]{1,10}\))?$"
)


_OF_A_PERSON = regex.compile(
    r"(?:会员|工作|[结离]婚|退休|退[役伍]|退出现役|代表|居住|残疾|派遣|报到)证(?:\([^()]{1,10}\))?$|公证书$"
)
_NUMBERED = FieldSet(
    Field(
        "certificate_number",
        ("证书编号", "证件编号", "证号", "编号", "文号", "票号", "票据号码", "发票号码"),
        values.code,
    )
)
_NUMBER = regex.compile(
    r"(?:(?:编号|文号|发文字号|证号):)?(?P<body>(?:\(\p{Han}{1,6}\))?\p{Han}{1,16})[〔\[(](?P<year>(?:19|20)\d\d)[〕\])](?P<n>第?\d{1,7}号)"
)


class Other:
    type: DocumentType = "other"

    def recognise(self, view: PageView) -> float:
        """Only a list of what a dossier holds; else what no other type claims falls to it."""
        return 0.9 if any(_LISTS.search(heading) for heading in view.headings) else 0.0

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        """Only of papers short enough to be certificates: what stands under a clear label or is said in a sentence, and
        who closed a paper that says what it is (情况说明)."""
        if len(views) > 3:
            return []
        found = [*registration.facts(views), *_FIELDS.read(views)]
        headings = views[0].headings
        if any(_STATEMENT.search(h) or _MOVES.search(h) or _OF_A_PERSON.search(h) for h in headings):
            found += person_in_prose(sentence(views))
        if any(_STATEMENT.search(h) or _TITLED.search(h) for h in headings):
            found += [*_addressed(views[0]), *closing(views), *_ISSUED.read(views), *sealed_issuer(views)]
            found += [*_NUMBERED.read(views), *_own_number(views[0]), *registered(views)]
        return at_most_one(found)


def _own_number(view: PageView) -> Iterator[Fact]:
    """The number that stands on a line of its own, as printed, brackets made equal: (某)登记字〔2018〕第123号."""
    for line in view.lines[:8]:
        for part in segments(line):
            bare = part.bare()
            match = _NUMBER.fullmatch(bare.text)
            if match:
                value = f"{match['body']}〔{match['year']}〕{match['n']}"
                yield fact("certificate_number", value, bare, match.start("body"))
                return


_DEAR = regex.compile(
    r"(?:尊敬的|敬爱的)(?P<n>[\p{Han}·]{2,12}?)(?:教授|老师|先生|女士|同志|博士|主任|专家|医生|医师)[:,]?$"
)


def _addressed(view: PageView) -> Iterator[Fact]:
    """Whom an invitation is addressed to: 尊敬的李明老师."""
    for line in view.lines[:8]:
        hit = first(_DEAR, line.passage)
        if hit and reads_as_a_name(hit["n"]):
            yield hit.fact("person_name", "n")
            return


EXTRACTOR = Other()

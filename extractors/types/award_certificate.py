"""获奖证书, 荣誉证书, 奖状: prizes for work and honours for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one, fact
from extractors.closing import closing, sealed_issuer, segments
from extractors.common import COMMON
from extractors.grammar import values
from extractors.grammar.labels import Field, Value
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.prose import person_in_prose, sentence
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.works import honours
from extractors.works.award_names import award, heading_award, honour_alone, labelled_award, over_certificate
from extractors.works.matching import first, hits, printed, unquoted, words
from extractors.works.surnames import reads_as_a_name
from extractors.works.winners import addressed, parted, placed, without_winner

_SIGNS = Signs(
    titles=(
        r"(?:荣誉|获奖|奖励|表彰|立功|嘉奖|光荣|优秀\p{Han}{0,6}|先进\p{Han}{0,6}|竞赛|比赛)证[书明]",
        r"^奖状$",
        r"(?:科学技术|科技|科技进步|成果|教学|社会科学|优秀论文|技术发明|自然科学|工程|设计"
        r"|创新)\p{Han}{0,8}奖(?:励)?证?书?$",
        r"^(?:荣誉|获奖|获奖(?:人员|者|作者|个人))?证书$",
    ),
    wording=(
        r"荣获|获得?.{0,40}奖|授予.{0,60}(?:奖|称号)|被评为|评为",
        r"特发此证|特颁此证|特此(?:表彰|奖励|颁发)|以资鼓励|以资(?:表彰|奖励)|颁发(?:此|本)证|予以(?:表彰|奖励)",
        r"[一二三特]等奖|优秀奖|荣誉称号|完成人|获奖[者人]|[金银铜]奖|先进(?:个人|工作者)|标兵|模范|[“\"]优秀\p{Han}{2,10}[”\"]",
        r"证书(?:编)?号|编号",
    ),
    against=(
        r"毕业|学位|专利号|著作权|继续教育|培训合格|职业技能等级|任职资格|聘(?:任|请|书)|录用通知|公示|合格证|结业"
        r"|准予|登记证书|申报表|评审表|"
        r"通知\n|决定\n|关于.{2,40}的(?:决定|通知|公告)|结题|验收|立项|鉴定证书|成果登记|项目编号",
    ),
    alone=0.7,
)


# A plaque bears no title: 授予李明同志 云山市技术能手.
_PLAQUE = regex.compile(r"^(?:授予|兹授予).{2,16}(?:能手|标兵|模范|工作者|先进个人|优秀\p{Han}{2,8}|称号|奖)")
_OF_PLAQUE = 0.6


def _quoted(passage: Passage) -> Value | None:
    """A title in its own words, without the marks around it."""
    found = values.long_text(passage)
    if found is None:
        return None
    part = unquoted(passage[found.start : found.end])
    start = passage.text.index(part.text, found.start)
    return Value(printed(part), start, start + len(part))


def _person(passage: Passage) -> Value | None:
    """A person where a group may stand as well: what reads as a name."""
    found = values.person(passage)
    return found if found is not None and reads_as_a_name(str(found.value)) else None


_FIELDS = FieldSet(
    *COMMON,
    Field(
        "award_name",
        words("奖励名称 奖项名称 奖项 奖种 奖励类别 获奖名称 荣誉称号 奖励种类 获奖类别 奖励类型"),
        values.long_text,
        wrap=True,
    ),
    Field(
        "award_grade",
        words("奖励等级 获奖等级 奖项等级 获奖等次 奖励等次 所获等级 所获奖级 等级 等次 奖级 奖次"),
        honours.grade_value,
    ),
    Field(
        "rank",
        words(
            "完成人排名 本人排名 个人排名 获奖排名 完成人位次 本人位次 位次 排名 名次 排序 获奖人排名 完成人序号"
            " 证书排名 完成人排序"
        ),
        honours.rank_value,
    ),
    Field(
        "project_name",
        words(
            "项目名称 成果名称 获奖项目 获奖成果 获奖课题 作品名称 论文题目 论文名称 课题名称 获奖项目名称 获奖作品"
            " 工程名称 题目 作品 成果"
        ),
        _quoted,
        wrap=True,
    ),
    Field(
        "person_name",
        words(
            "获奖者 获奖人 受奖者 受奖人员 受奖人 获奖者姓名 获奖个人 完成人姓名 获奖作者 本证持有人 证书持有人"
            " 证书所有者 证书所有人 作者"
        ),
        values.person,
    ),
    Field("person_name", words("授予 颁发给 颁给 授奖对象"), _person),
    Field("issue_date", words("奖励日期 获奖日期 获奖时间 授奖日期 奖励时间 评奖年度"), values.date),
    Field("issuer", words("授奖单位 授奖机关 奖励单位 颁奖单位 授奖部门"), values.organisation),
    Field(
        "winners",
        words(
            "小组成员 团队成员 主创 "
            "主要完成人 完成人 获奖人员 主要完成人员 项目完成人 成果完成人 完成人员 主创人员 获奖人员名单"
        ),
        values.people,
        wrap=True,
    ),
    stops=words("主要完成单位 完成单位 获奖单位 推荐单位 工作单位 奖励年度 获奖年度 指导教师"),
)
_WORK = tuple(
    regex.compile(pattern)
    for pattern in (
        r"(?:项目|成果|课题|论文|作品|论著|教案|课例|课件|工程|研究|设计|完成的|的|撰写的"
        r"|创作的):?[“《\"「](?P<work>[^”》\"」]{4,90})[”》\"」]",
        r"[“《\"「](?P<work>[^”》\"」]{4,90})[”》\"」](?=一?[文书课]|项目|成果|课题|论文|作品|研究|工程|获|荣获"
        r"|被评|[,，]?(?:在|于|荣?获)|\p{Han}{0,30}奖)",
        r"(?:课例|作品|教案|课件|课题|散文|歌曲|节目|剧目|论文)[《「](?P<work>[^》」]{2,3})[》」]",
        r"(?:为表彰|表彰)?在(?P<work>\p{Han}[\p{Han}A-Za-z0-9、()·\-]{4,60}?)(?:项目|课题|研究|工程)?(?:中"
        r"|方面)(?:作出|做出|取得|表现|成绩)",
        r"(?:项目|成果|课题)名称:?(?P<work>[\p{Han}A-Za-z0-9、()·\-—]{5,60})(?=[,，。;；]|$)",
        r"(?:^|(?<=证书|奖状|[。:]))(?P<work>(?:(?!证书)[\p{Han}A-Za-z0-9、()·\-—]){6,60}?)(?:项目|课题|一文)?(?:荣?获|被评为)(?=[\p{Han}\d“\"]{2,40}奖)",
    )
)


_NO_NAME = regex.compile(r"^.?$|(?<!奖)类$")  # 奖励类别: 科技进步类 says which kind, not which award


class AwardCertificate:
    type: DocumentType = "award_certificate"

    def recognise(self, view: PageView) -> float:
        score = _SIGNS.score(view)
        return max(score, _OF_PLAQUE) if len(view.tight) < 90 and _PLAQUE.search(view.tight) else score

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        passage = sentence(views)
        read = (f for f in _FIELDS.read(views) if not (f.name == "award_name" and _NO_NAME.search(str(f.value))))
        found = [
            *map(labelled_award, read),
            *award(passage),
            *_work(passage),
            *_rank(passage),
            *_number(views),
            *parted(views),
            *addressed(views),
            *person_in_prose(passage),
            *closing(views),
            *sealed_issuer(views),
        ]
        found += [*heading_award(views), *over_certificate(views), *honour_alone(views)]
        found += placed(found)
        return at_most_one(without_winner([*found, *_level(found, passage)]))


_NUMBERED = regex.compile(
    r"^(?:No|NO|№|编号|证书号|证书编号|第)[.:]?(?P<n>[A-Za-z0-9\p{Han}〔\[(][A-Za-z0-9\p{Han}\-—〔〕\[\]()/]{3,30}号?)$"
    r"|^(?:No|NO|№)[.:]?(?P<n>\d{2,4})$|^证(?:书)?字第(?P<n>\d{4,12})号$"
)


def _number(views: Sequence[PageView]) -> Iterator[Fact]:
    """A number on a line of its own, or in a part of a line, after No. or 编号."""
    for line in (line for view in views for line in view.lines):
        for part in segments(line):
            hit = first(_NUMBERED, part)
            if hit and any(c.isdecimal() for c in hit["n"]):
                yield hit.fact("certificate_number", "n", trust=0.9)
                return


def _work(passage: Passage) -> Iterator[Fact]:
    for pattern in _WORK:
        for hit in hits(pattern, passage):
            if not regex.search(
                r"(?:竞赛|比赛|大赛|评选|评比|展评)(?:活动)?中?$|年度?$|^在|荣誉|先进|优秀(?:教师|共产党员|个人)|同志|证书|称号|^(?:为|此|你|特|推动|促进)|奖$|工作$",
                hit["work"],
            ):
                yield hit.fact("project_name", "work")
                return


def _rank(passage: Passage) -> Iterator[Fact]:
    hit = honours.rank(passage)
    if hit:
        yield hit.fact("rank", "n", str(honours.ordinal(hit["n"])))


_WORKS = regex.compile(r"《[^《》]{2,90}》|[“「][^“”「」]{4,90}[”」]")


def _without_works(text: str) -> str:
    """``text`` with blanks for titles in marks: a word for a level in the title of a work says nothing of the award."""
    return _WORKS.sub(lambda match: " " * len(match.group()), text)


def _level(found: Sequence[Fact], passage: Passage) -> Iterator[Fact]:
    """The level that the issuer's name shows, else the award's own name; printed level words before both."""
    for level, start, end in honours.level_words(_without_works(passage.text)):
        yield fact("award_level", level, passage, start, end)
        return
    for name, read in (("issuer", honours.level_of_body), ("award_name", honours.level_of_award)):
        for candidate in found:
            level_name = read(str(candidate.value)) if candidate.name == name else None
            if level_name:
                yield msgspec.structs.replace(
                    candidate, name="award_level", value=level_name, confidence=candidate.confidence * 0.95
                )
                return


EXTRACTOR = AwardCertificate()

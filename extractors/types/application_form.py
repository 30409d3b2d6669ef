"""职称申报表, 专业技术职务任职资格评审表, 综合情况表: who applies for what, and the rows of what is claimed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import regex

from extractors.base import FieldSet, at_most_one
from extractors.claims import claims
from extractors.common import PERSON
from extractors.grammar import dates, titles, values
from extractors.grammar.labels import Field, Value
from extractors.grammar.normal import tight
from extractors.layout import PageView
from extractors.passage import Passage
from extractors.recognition import Signs
from extractors.records import DocumentType, Fact
from extractors.types.diploma import LEVELS
from extractors.types.title_certificate import level_value, series_value, title_value

_SIGNS = Signs(
    titles=(
        (
            r"(?:专业技术|职称|高级|中级|初级|正高级|副高级|任职资格|技术职务|"
            r"资格)[\u4e00-\u9fff()]{0,14}(?:申报|评审|申请|评定|认定|呈报|推荐)[\u4e00-\u9fff]{0,4}(?:登记|"
            r"审批|审核)?表"
        ),
        r"(?:职称|资格|职务)(?:评审|申报|认定|考核认定)[\u4e00-\u9fff]{0,6}表",
        (
            r"(?:申报|评审|推荐)[\u4e00-\u9fff]{0,10}(?:专业技术|职称|任职资格|资格|"
            r"职务)[\u4e00-\u9fff]{0,14}(?:人员)?(?:综合)?(?:情况)?(?:登记|简)?表"
        ),
        r"(?:申报|推荐|评审)(?:人员)?综合情况(?:一览)?表",
    ),
    wording=(
        r"(?:申报|拟评|评审|申请)[\u4e00-\u9fff]{0,6}(?:职称|资格|职务|专业|级别|系列)",
        r"现(?:任|有)?[\u4e00-\u9fff]{0,8}(?:职称|资格|职务)|任现职",
        r"毕业(?:院校|学校|时间)|学历",
        r"(?:单位|主管部门|呈报单位|基层单位|推荐)[\u4e00-\u9fff]{0,6}意见",
        r"参加工作时间|工作经历|学习(?:工作)?经历|从事专业",
    ),
    against=(r"考核登记表|承诺书$|资格证书$", r"兹证明|特此证明"),
    alone=0.79,
)
_KINDS = {
    "自由职业": "freelance",
    "自由执业": "freelance",
    "灵活就业": "freelance",
    "民营": "private",
    "私营": "private",
    "私企": "private",
    "非公有制": "private",
    "非公": "private",
    "民办": "private",
    "外资": "private",
    "合资": "private",
    "个体": "private",
    "集体": "public",
    "事业": "public",
    "机关": "public",
    "国有": "public",
    "国企": "public",
    "央企": "public",
    "公立": "public",
    "公办": "public",
    "全额": "public",
    "差额": "public",
    "公有制": "public",
}
_CHOICES = regex.compile(r"[□☐○口]")
_TICKED = regex.compile(r"[☑√✓✔■☒▣]\s?(?P<v>[\u4e00-\u9fff()]{2,12})")


def employer_kind(passage: Passage) -> Value | None:
    """public, private or freelance from the words for an employer's kind; nothing from boxes without a printed tick."""
    text = passage.text
    if _CHOICES.search(text):
        ticked = list(_TICKED.finditer(text))
        if len(ticked) != 1:
            return None
        start, end = ticked[0].span("v")
    else:
        start, end = 0, len(text)
    for word, kind in _KINDS.items():
        at = text.find(word, start, end)
        if at >= 0:
            cell = values.text(passage[at:end])
            return Value(kind, at, at + (cell.end if cell else len(word)))
    return None


def specialty(passage: Passage) -> Value | None:
    value = values.text(passage)
    return value if value and len(str(value.value)) <= 30 else None


def education(passage: Passage) -> Value | None:
    """The level of education: 研究生 with a degree beside it is that degree's."""
    text = tight(passage.text)
    value = _EDUCATION(passage)
    if value and "研究生" in text and "博士" in text:
        return Value("博士研究生", value.start, value.end)
    return value


_EDUCATION = values.one_of(LEVELS)
_FIELDS = FieldSet(
    *PERSON,
    Field("person_name", ("申报人姓名", "申请人姓名", "申报人", "申请人", "姓名"), values.person),
    Field(
        "employer",
        (
            "工作单位",
            "现工作单位",
            "所在单位",
            "单位名称",
            "申报单位",
            "用人单位",
            "单位全称",
            "工作单位及部门",
            "工作单位名称",
            "所在单位名称",
            "单位",
        ),
        values.organisation,
        wrap=True,
    ),
    Field(
        "workplace",
        (
            "工作地点",
            "单位所在地",
            "单位地址",
            "工作地址",
            "工作所在地",
            "单位所在地区",
            "单位地点",
            "工作单位所在地",
            "单位所在地(县、乡)",
            "所在地区",
            "单位详细地址",
            "现工作地点",
            "服务地点",
        ),
        values.text,
        wrap=True,
    ),
    Field(
        "employer_kind",
        (
            "单位性质",
            "单位类型",
            "单位类别",
            "所有制形式",
            "所有制性质",
            "经济类型",
            "工作单位性质",
            "单位经济性质",
            "人员类别",
            "单位性质及类别",
            "人员性质",
            "申报人员类别",
        ),
        employer_kind,
        wrap=True,
    ),
    Field(
        "applied_title",
        (
            "申报职称名称",
            "申报资格名称",
            "申报专业技术资格名称",
            "申报专业技术职务",
            "申报专业技术资格",
            "申报专业技术职称",
            "申报任职资格",
            "申报职称",
            "申报资格",
            "拟评审职称",
            "拟申报职称",
            "拟申报专业技术职务",
            "拟评职称",
            "拟评审资格",
            "拟评资格",
            "拟申报资格",
            "申请评审资格名称",
            "申请评审资格",
            "评审任职资格",
            "评审资格名称",
            "评审资格",
            "评审职称",
            "申请资格",
            "申请职称",
            "申报职务",
            "申报评审资格",
            "申报专业技术职务任职资格",
            "申报何职称",
            "拟申报任职资格",
            "申报职务名称",
            "拟评任职资格",
            "申请专业技术资格",
        ),
        title_value,
        wrap=True,
    ),
    Field(
        "applied_level",
        (
            "申报级别",
            "申报职称级别",
            "申报等级",
            "评审级别",
            "申报层级",
            "资格级别",
            "职称级别",
            "职称等级",
            "申报资格级别",
            "申报职称等级",
            "级别",
        ),
        level_value,
    ),
    Field(
        "applied_series",
        (
            "申报系列",
            "申报职称系列",
            "职称系列",
            "评审系列",
            "专业系列",
            "系列名称",
            "所属系列",
            "申报专业系列",
            "系列",
        ),
        series_value,
    ),
    Field(
        "applied_specialty",
        (
            "申报专业名称",
            "申报专业",
            "评审专业",
            "申报职称专业",
            "拟评专业",
            "申报学科",
            "专业技术方向",
            "申报专业(学科)",
            "申报专业方向",
            "现从事何种专业技术工作",
            "现从事何种专业",
            "现从事专业",
            "现从事专业技术工作",
            "从事专业",
        ),
        specialty,
        wrap=True,
    ),
    Field(
        "current_title",
        (
            "现任专业技术职务",
            "现有专业技术职务",
            "现专业技术职务",
            "现任专业技术资格",
            "现有专业技术资格",
            "现专业技术资格",
            "现具有专业技术资格",
            "现有职称",
            "现任职称",
            "现职称",
            "现具备专业技术资格",
            "现专业技术职称",
            "现任专业技术职称",
            "已取得职称",
            "现有资格",
            "现任资格",
            "现任职务",
            "现有资格名称",
            "现资格名称",
            "专业技术职务",
            "专业技术资格",
            "职称",
        ),
        title_value,
        wrap=True,
    ),
    Field(
        "current_title_date",
        (
            "取得现职称时间",
            "现职称取得时间",
            "现职称取得日期",
            "取得现资格时间",
            "资格取得时间",
            "取得资格时间",
            "任职资格取得时间",
            "现资格取得时间",
            "现任职称取得时间",
            "现有职称取得时间",
            "现任专业技术职务取得时间",
            "现任专业技术资格取得时间",
            "任现职时间",
            "现任职务时间",
            "任职时间",
            "取得时间",
            "获得时间",
            "批准时间",
            "取得日期",
            "任现职称时间",
        ),
        values.date,
        wrap=True,
    ),
    Field(
        "education_level",
        (
            "最高学历",
            "学历",
            "文化程度",
            "学历层次",
            "全日制学历",
            "全日制教育学历",
            "最高学历(学位)",
            "学历学位",
            "学历(学位)",
            "最高学历学位",
            "学历及学位",
            "第一学历",
        ),
        education,
    ),
    Field(
        "graduation_date",
        (
            "毕业时间",
            "毕业日期",
            "毕业年月",
            "毕业(肄、结)业时间",
            "毕业(肄、结)时间",
            "毕(肄、结)业时间",
            "毕(结)业时间",
            "毕业(肄业)时间",
        ),
        values.date,
    ),
    Field(
        "institution",
        ("毕业院校", "毕业学校", "毕业院校名称", "学校名称", "毕业院校(系)", "毕业院校及系别", "学校"),
        values.organisation,
        wrap=True,
    ),
    Field("major", ("所学专业", "毕业专业", "学历专业", "所学专业名称", "专业名称", "专业"), specialty),
    Field(
        "schooling",
        (
            "毕业院校及专业",
            "毕业院校专业",
            "毕业院校、专业",
            "毕业学校及专业",
            "何时何校何专业毕业",
            "何时毕业于何校何专业",
            "毕业时间、院校及专业",
            "毕业时间院校及专业",
            "毕业院校和专业",
            "毕业时间学校及专业",
            "何时何院校何专业毕业",
            "毕业院校及所学专业",
            "毕业院校系及专业",
        ),
        values.long_text,
        wrap=True,
    ),
    Field(
        "series_and_specialty",
        ("申报系列(专业)", "申报系列及专业", "申报系列专业", "申报专业系列及专业", "申报系列、专业", "系列及专业"),
        values.text,
    ),
    Field("issue_date", ("填表时间", "填表日期", "填报时间", "填报日期", "申报时间", "申报日期"), values.date),
    stops=(
        "曾用名",
        "参加工作时间",
        "民族",
        "政治面貌",
        "聘任时间",
        "行政职务",
        "联系电话",
        "主管部门",
        "是否破格",
        "学位",
        "外语成绩",
        "计算机成绩",
        "从事专业年限",
        "身体状况",
        "审批机关",
        "工作年限",
        "专业年限",
        "专业工作年限",
        "职业资格",
        "现任行政职务",
        "党政职务",
        "社会兼职",
        "继续教育情况",
        "年度考核情况",
        "评审委员会",
        "申报类型",
        "申报方式",
        "首聘时间",
        "聘任年限",
    ),
)
_SCHOOL = regex.compile(r"[\u4e00-\u9fff()]{2,20}?(?:大学|学院|学校|党校|中专|师范|研究院|电大)")
_AFTER = regex.compile(r"^(?:[\u4e00-\u9fff]{1,10}系)?[,，、/\s]*(?P<m>[\u4e00-\u9fff()]{2,20}?)(?:专业)?(?:毕业)?$")


class ApplicationForm:
    type: DocumentType = "application_form"

    def recognise(self, view: PageView) -> float:
        return _SIGNS.score(view)

    def facts(self, views: Sequence[PageView]) -> list[Fact]:
        read = _with_highest(views, _FIELDS.read(views))
        found = [f for f in read if f.name not in ("schooling", "series_and_specialty")]
        for whole in (f for f in read if f.name == "schooling"):
            found += _parted(whole)
        for whole in (f for f in read if f.name == "series_and_specialty"):
            found += _series(whole)
        found += _level(found)
        return [*at_most_one(found), *claims(views)]


_HIGHEST = ("最高学历", "最高学历(学位)", "最高学历学位")
_OF_SCHOOL = ("schooling", "institution", "major")


def _with_highest(views: Sequence[PageView], read: Sequence[Fact]) -> list[Fact]:
    """Where a form has a row for the first and one for the highest education, school and major are the highest's."""
    for view in views:
        found = _FIELDS.find(view)
        row = next((o.box for o in found if o.label in _HIGHEST), None)
        first = next((o.box for o in found if o.label in ("第一学历", "全日制学历", "全日制教育学历")), None)
        if row is None or first is None or row.y0 <= first.y0:
            continue
        level = [o for o in found if o.field in _OF_SCHOOL and o.box.y0 < row.y1 and o.box.y1 > row.y0]
        own = _FIELDS.of(view, level, found)
        if own:
            names = {f.name for f in own}
            return [*own, *(f for f in read if f.name not in names)]
    return list(read)


def _parted(whole: Fact) -> Iterator[Fact]:
    """School, major and time of graduation from one cell that holds all (2007年7月云南大学土木工程专业毕业)."""
    text = tight(whole.text)
    date = dates.find(text, typed=True)
    if date:
        yield msgspec.structs.replace(whole, name="graduation_date", value=date[0].value)
        text = (text[: date[0].start] + text[date[0].end :]).lstrip("于,、").removesuffix("毕业")
    school = _SCHOOL.search(text)
    if school:
        yield msgspec.structs.replace(whole, name="institution", value=school.group())
        rest = _AFTER.match(text[school.end() :])
        if rest:
            yield msgspec.structs.replace(whole, name="major", value=rest.group("m"))


def _series(whole: Fact) -> Iterator[Fact]:
    """Series and specialty from one cell: 工程系列(建筑工程), 工程/建筑工程."""
    text = tight(whole.text)
    match = regex.match(
        (
            r"(?P<s>[\u4e00-\u9fff]{2,12}?)(?:系列)?[(/、,\-](?P<p>[\u4e00-\u9fff、]{2,20})\)?$|"
            r"(?P<s>[\u4e00-\u9fff]{2,12})系列(?P<p>[\u4e00-\u9fff]{2,20}?)(?:专业)?$"
        ),
        text,
    )
    if match is None:
        return
    yield msgspec.structs.replace(whole, name="applied_series", value=match.group("s").removesuffix("系列"))
    yield msgspec.structs.replace(whole, name="applied_specialty", value=match.group("p").removesuffix("专业"))


def _level(found: Sequence[Fact]) -> list[Fact]:
    """The level that the applied title names, which goes before a word in the place for levels that fits both 高级."""
    if any(f.name == "applied_level" for f in found):
        return []
    for candidate in found:
        level = titles.level_of_title(tight(str(candidate.value))) if candidate.name == "applied_title" else None
        if level:
            return [msgspec.structs.replace(candidate, name="applied_level", value=level)]
    return []


EXTRACTOR = ApplicationForm()

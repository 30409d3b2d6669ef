"""The labelled places of an application form and what may stand in each."""

from __future__ import annotations

from extractors.base import FieldSet
from extractors.common import PERSON
from extractors.forms.form_choices import committee, degree, education, employer_kind, route, specialty
from extractors.grammar import values
from extractors.grammar.labels import Field
from extractors.grammar.series import known_series, series
from extractors.types.title_certificate import level_value, title_value
from extractors.works.matching import words

FIELDS = FieldSet(
    *PERSON,
    Field("person_name", ("申报人姓名", "申请人姓名", "申报人", "申请人", "姓名"), values.person),
    Field(
        "employer",
        words(
            "工作单位 现工作单位 所在单位 单位名称 申报单位 用人单位 单位全称 工作单位及部门 工作单位名称 "
            "所在单位名称 填报单位 填表单位 推荐单位 单位"
        ),
        values.organisation,
        wrap=True,
    ),
    Field(
        "workplace",
        words(
            "工作地点 工作地区 单位所在地 工作单位地址 单位地址 工作地址 工作所在地 单位所在地区 单位地点 "
            "工作单位所在地 "
            "单位所在地(县、乡) 所在地区 单位详细地址 现工作地点 服务地点 所在地 "
            "工作地 所在乡镇 所在乡镇(县) 所在乡镇(县、区) 所在县(乡镇) 工作单位所在乡镇 现工作所在地"
        ),
        values.text,
        wrap=True,
    ),
    Field(
        "employer_kind",
        words(
            "单位性质 单位类型 单位类别 所有制形式 所有制性质 经济类型 工作单位性质 单位经济性质 人员类别 从业身份 "
            "从业类别 就业形式 "
            "单位性质及类别 人员性质 申报人员类别"
        ),
        employer_kind,
        wrap=True,
    ),
    Field(
        "applied_title",
        words(
            "申报职称名称 申报资格名称 申报专业技术资格名称 申报专业技术职务 申报专业技术资格 申报专业技术职称 "
            "申报任职资格 申报职称 申报资格 拟评审职称 拟申报职称 拟申报专业技术职务 拟评职称 拟评审资格 拟评资格 "
            "拟申报资格 申请评审资格名称 申请评审资格 评审任职资格 评审资格名称 评审资格 评审职称 申请资格 "
            "申请职称 申报职务 申报评审资格 申报评审任职资格 申报专业技术职务任职资格 申报何职称 "
            "拟申报任职资格 申报职务名称 "
            "拟评任职资格 申请专业技术资格 拟评职务 拟申报职务 拟评审职务 评审职务 拟晋升职务 拟晋升职称 申报职称名 "
            "拟评专业技术职务 拟评专业技术资格 拟评聘职务 推荐职务 推荐职称 推荐资格 推荐任职资格 "
            "拟认定职务 拟认定资格 拟认定职称 拟认定专业技术职务 认定职务 认定资格 认定职称 申请认定资格 申请认定职务 "
            "申请认定职称 拟初定职务 拟初定职称 初定职务 拟定职务"
        ),
        title_value,
        wrap=True,
    ),
    Field(
        "applied_level",
        words(
            "申报级别 申报职称级别 申报等级 评审级别 申报层级 资格级别 职称级别 职称等级 申报资格级别 申报职称等级 "
            "级别 层级 职称层级 评审层级"
        ),
        level_value,
    ),
    Field(
        "applied_series",
        words("申报系列 申报职称系列 职称系列 评审系列 专业系列 系列名称 所属系列 申报专业系列 系列"),
        series,
    ),
    Field("applied_series", words("申报类别 专业类别 申报专业类别 专业技术类别 职称类别"), known_series),
    Field(
        "applied_route",
        words(
            "申报类型 申报方式 申报途径 申报路径 申报渠道 评审类型 评审方式 申报评审方式 申报类型及享受政策 "
            "享受政策 申请享受政策"
        ),
        route,
        wrap=True,
    ),
    Field("degree", ("学位", "最高学位", "所获学位", "授予学位"), degree),
    Field(
        "applied_specialty",
        words(
            "申报专业名称 申报专业 评审专业 申报职称专业 拟评专业 申报学科 专业技术方向 申报专业(学科) "
            "申报专业方向 推荐专业 现从事何种专业技术工作 现从事何种专业 现从事专业 现从事专业技术工作 从事专业"
        ),
        specialty,
        wrap=True,
    ),
    Field(
        "current_title",
        words(
            "现任专业技术职务 现有专业技术职务 现专业技术职务 现任专业技术资格 现有专业技术资格 现专业技术资格 "
            "现具有专业技术资格 现有职称 现任职称 现职称 现具备专业技术资格 现专业技术职称 现任专业技术职称 "
            "现任职称名称 现有职称名称 现职称名称 现任职务资格名称 现任专业技术职务名称 现任专业技术职称名称 "
            "已取得职称 现有资格 现任资格 现任职务 现有资格名称 现资格名称 专业技术职务 专业技术资格 职称"
        ),
        title_value,
        wrap=True,
    ),
    Field(
        "current_title_date",
        words(
            "取得现职称时间 现职称取得时间 现职称取得日期 取得现资格时间 资格取得时间 取得资格时间 "
            "任职资格取得时间 现资格取得时间 现任职称取得时间 现有职称取得时间 现任专业技术职务取得时间 "
            "现任专业技术资格取得时间 任现职时间 现任职务时间 任职时间 取得时间 获得时间 批准时间 取得日期 "
            "任现职称时间 现任职务取得时间 现职务取得时间 现职称取得年月 现职称任职时间 任现职务时间 "
            "现任资格取得时间 现任职称时间 职称取得时间 现职取得时间 资格取得日期 现职称评定时间"
        ),
        values.date,
        wrap=True,
    ),
    Field(
        "education_level",
        words(
            "最高学历 学历 文化程度 学历层次 全日制学历 全日制教育学历 最高学历(学位) 学历学位 学历(学位) "
            "最高学历学位 学历及学位 第一学历"
        ),
        education,
    ),
    Field(
        "graduation_date",
        words(
            "毕业时间 毕业日期 毕业年月 毕业(肄、结)业时间 毕业(肄、结)时间 毕(肄、结)业时间 毕(结)业时间 "
            "毕业(肄业)时间 毕(肄)业时间 何时毕业"
        ),
        values.date,
    ),
    Field(
        "institution",
        words(
            "毕业院校 毕业学校 毕业院校名称 学校名称 毕业院校(系) 毕业院校及系别 毕(肄)业院校 毕(肄)业学校 "
            "毕(结)业院校 何校毕业 学校 院校 院校名称"
        ),
        values.organisation,
        wrap=True,
    ),
    Field("major", ("所学专业", "毕业专业", "学历专业", "所学专业名称", "专业名称", "专业"), specialty),
    Field(
        "schooling",
        words(
            "毕业院校及专业 毕业院校专业 毕业院校、专业 毕业学校及专业 何时何校何专业毕业 何时毕业于何校何专业 "
            "毕业时间、院校及专业 毕业时间院校及专业 毕业院校和专业 毕业时间学校及专业 何时何院校何专业毕业 "
            "毕业院校及所学专业 毕业院校系及专业 学历情况 学历学位情况 学历及毕业院校 毕业情况 受教育情况 "
            "何时毕业于何院校 何时毕业于何校 何时毕业于何学校 何时何校毕业 何时何院校毕业 何年何校毕业 "
            "何年何月何校毕业 何时何地何校毕业 何年何月何校何专业毕业 "
            "何年何校何专业毕业 何时何校何专业何学历毕业 毕业院校及时间 "
            "毕业院校及毕业时间 毕业时间及院校 毕业时间及学校 "
            "毕业学校及时间 毕业院校、时间 毕业时间、院校 毕业时间和院校 毕业院校和时间"
        ),
        values.long_text,
        wrap=True,
    ),
    Field(
        "held_since",
        words(
            "何时取得何种专业技术资格 何时取得何专业技术资格 何时取得何种职称 何时取得何职称 何时任何专业技术职务 "
            "何时何处取得何种专业技术资格 何时评聘何职务 何时取得何种资格 取得现职称情况 现职称取得情况"
        ),
        values.long_text,
        wrap=True,
    ),
    Field(
        "series_and_specialty",
        (
            "申报系列(专业)",
            "认定系列",
            "拟认定系列",
            "申报系列及专业",
            "申报系列专业",
            "申报专业系列及专业",
            "申报系列、专业",
            "系列及专业",
            "申报系列/专业",
            "系列/专业",
        ),
        values.text,
    ),
    Field(
        "issue_date",
        words("填表时间 填表日期 填报时间 填报日期 申报时间 申报日期 提交时间 提交日期 上报时间 打印时间 打印日期"),
        values.date,
    ),
    Field(
        "committee",
        words(
            "受理评委会名称 受理评委会 受理评审委员会 申报评委会名称 申报评委会 申报评审委员会 送审评委会 主送评委会 "
            "评委会名称 评审委员会名称 拟送评委会 推荐评委会 呈送评委会 评审机构名称 评审组织名称 对应评委会 评委会"
        ),
        committee,
        wrap=True,
    ),
    Field(
        "certificate_number",
        words("申报流水号 业务流水号 流水号 申报编号 申请编号 申报表编号 申报书编号 表格编号 受理编号"),
        values.code,
    ),
    stops=words(
        "曾用名 参加工作时间 民族 政治面貌 聘任时间 行政职务 联系电话 主管部门 是否破格 外语成绩 计算机成绩 "
        "从事专业年限 身体状况 审批机关 工作年限 专业年限 专业工作年限 职业资格 现任行政职务 党政职务 "
        "社会兼职 继续教育情况 年度考核情况 评审委员会 首聘时间 聘任年限 学习形式 办学形式 培养方式 学制 "
        "单位及从事工作 单位及从事专业技术工作 工作单位及从事工作 工作单位及从事专业技术工作 学习工作单位 "
        "学习或工作单位"
    ),
)

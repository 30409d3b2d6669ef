"""The Chinese words for the names of contract.md, and the fixed sentences of every memo."""

from __future__ import annotations

from checks.records import (
    ClaimResult,
    ConditionOutcome,
    Disposition,
    Severity,
)
from extractors.records import DocumentSource, DocumentType

AID = "本材料由系统辅助生成，仅列示疑点与依据，不构成认定结论，须经人工核实"
ABSENCE = "“未发现”仅表示在已检查的范围内未见异常，不等于材料真实；未检查及无法判断的事项见“检查覆盖情况”。"
REMEDY = (
    "申报人对所列事项有权查阅依据、作出说明、提交补充材料并要求更正；"
    "对仅由系统辅助得出的意见，有权要求说明理由并由工作人员复核。最终意见由有权机关依法依规作出。"
)
DRAFT = "草稿"

DOCUMENT_TYPES: dict[DocumentType, str] = {
    "identity_card": "居民身份证",
    "application_form": "职称申报（评审）表",
    "diploma": "学历（毕业）证书",
    "degree_certificate": "学位证书",
    "title_certificate": "职称证书",
    "appointment": "聘书、聘任文件",
    "annual_appraisal": "年度考核表",
    "continuing_education": "继续教育证明",
    "paper": "论文",
    "acceptance_letter": "录用通知",
    "journal_pages": "期刊封面、版权页、目录",
    "award_certificate": "获奖、荣誉证书",
    "patent_certificate": "专利证书",
    "software_copyright": "软件著作权登记证书",
    "project_proof": "项目立项、结题、验收证明",
    "service_proof": "基层等服务经历证明",
    "skill_certificate": "职业技能等级证书",
    "postdoc_certificate": "博士后证书",
    "employer_publicity": "单位公示及推荐证明",
    "integrity_pledge": "诚信承诺书",
    "social_insurance": "社会保险缴费证明",
    "work_summary": "专业技术工作总结",
    "exam_certificate": "考试合格证",
    "book_pages": "著作封面、版权页",
    "patent_application": "专利受理、申请公布文件",
    "title_notice": "职称批复、公布文件",
    "commendation": "表彰决定",
    "credential_report": "学历认证、备案报告",
    "licence": "执业、教师资格证书",
    "employment_contract": "聘用、劳动合同",
    "merit_proof": "业绩证明",
    "other": "其他材料",
}

SOURCES: dict[DocumentSource, str] = {"text": "文字层", "ocr": "图像识别", "mixed": "文字层与图像识别"}

SEVERITIES: dict[Severity, str] = {
    "ineligible": "条件不符事项",
    "suspect": "疑点（待核实）",
    "missing": "缺项与形式瑕疵（请申报人补正）",
    "notice": "提示（供参考）",
}
SEVERITY_NAMES: dict[Severity, str] = {
    "ineligible": "条件不符",
    "suspect": "疑点待核",
    "missing": "缺项补正",
    "notice": "提示",
}
SEVERITY_NOTES: dict[Severity, str] = {
    "ineligible": "按所载材料和所列条款计算，以下条件未达到；是否适用其他条款，由审核人判断。",
    "suspect": "以下情形需要人工核实，可能存在正常原因；核实前不得据此作出不利认定。",
    "missing": "以下事项列入《补正告知书》，一次性告知申报人。",
    "notice": "以下情形供审核人了解，本身不需要处理。",
}

CONDITION_OUTCOMES: dict[ConditionOutcome, str] = {
    "met": "符合",
    "not_met": "未达到",
    "waived": "不作限制性条件",
    "not_applicable": "不适用",
    "cannot_tell": "无法判断",
}
CLAIM_RESULTS: dict[ClaimResult, str] = {
    "proved": "有证明材料",
    "contradicted": "与证明材料不一致",
    "unsupported": "未见证明材料",
}

DISPOSITIONS: dict[Disposition, str] = {
    "accept": "通过预审（形式）",
    "supplement": "补正后再审",
    "verify": "转人工核查",
    "decline": "有条件未达到，提请审核人依据条款研究是否受理",
}

FAMILIES: dict[str, str] = {
    "completeness": "材料完整性",
    "identity": "身份信息",
    "eligibility": "申报条件",
    "consistency": "前后一致性",
    "numbers": "证书编号",
    "publication": "论文著作",
    "forensics": "文件与图像",
    "cross": "跨卷比对",
}

CODES: dict[str, str] = {
    "completeness.missing-document": "缺少材料",
    "completeness.missing-field": "缺少填写项",
    "completeness.missing-seal": "未见印章",
    "completeness.missing-signature": "未见签名",
    "completeness.unreadable-file": "文件无法读取",
    "completeness.unreadable-page": "页面无法辨认",
    "completeness.other-person": "材料所载姓名非申报人",
    "completeness.repeated-document": "材料重复提交",
    "identity.id-number-invalid": "身份证号码不符合编码规则",
    "identity.id-number-mismatch": "身份证号码前后不一致",
    "identity.name-mismatch": "姓名前后不一致",
    "identity.birth-date-mismatch": "出生日期前后不一致",
    "identity.gender-mismatch": "性别前后不一致",
    "eligibility.education-below": "学历未达到要求",
    "eligibility.years-in-title-short": "任现职年限不足",
    "eligibility.appraisal-short": "年度考核年数不足",
    "eligibility.appraisal-failed": "年度考核等次未达到要求",
    "eligibility.training-hours-short": "继续教育学时不足",
    "eligibility.rural-service-short": "基层服务年限不足",
    "eligibility.excluded-applicant": "属于不得申报的情形",
    "eligibility.outside-scope": "所主张的优惠不在适用范围",
    "eligibility.wrong-committee": "受理评委会不符",
    "eligibility.publicity-too-short": "公示天数不足",
    "eligibility.late-material": "材料时间超出截止期",
    "eligibility.preference-applied": "适用倾斜政策",
    "consistency.claim-unsupported": "填报事项未见证明材料",
    "consistency.claim-contradicted": "填报事项与证明材料不一致",
    "consistency.date-order": "日期先后不合顺序",
    "consistency.overlapping-periods": "时间段重叠",
    "consistency.insured-elsewhere": "参保单位与申报单位不同",
    "consistency.insurance-gap": "社保缴费中断",
    "consistency.award-issuer": "奖项冠名与颁发单位不相称",
    "consistency.event-before-issuer": "早于出具机构成立或更名时间",
    "numbers.diploma-number": "学历证书编号不合规则",
    "numbers.degree-number": "学位证书编号不合规则",
    "numbers.title-number": "职称证书编号不合规则",
    "consistency.parties-differ": "权利人、发明人与申请时不同",
    "numbers.machine-code": "二维码与所印编号不符",
    "numbers.award-number": "奖励证书编号与内容不符",
    "numbers.fund-number": "基金项目编号不合规则",
    "numbers.patent-check-digit": "专利号校验位不符",
    "numbers.issn-check-digit": "ISSN 校验位不符",
    "numbers.cn-number": "国内统一刊号不合规则",
    "numbers.doi": "DOI 不合规则",
    "numbers.isbn": "ISBN 不合规则",
    "numbers.software-number": "著作权登记号不合规则",
    "numbers.social-credit-code": "统一社会信用代码不合规则",
    "publication.author-biography": "作者简介与申报人情况不一致",
    "publication.journal-unknown": "期刊未在名录中查到",
    "publication.journal-warned": "期刊被列入预警名单",
    "publication.journal-mismatch": "刊名与刊号不对应",
    "publication.issue-implausible": "卷期与年份不相符",
    "publication.author-rank-overstated": "作者排名与原文不一致",
    "publication.duplicate-publication": "论文重复发表",
    "publication.text-overlap": "文字重合",
    "publication.retracted": "论文已撤稿",
    "publication.acceptance-only": "仅有录用通知",
    "publication.not-a-regular-issue": "非正刊（增刊、论文集、内刊）",
    "publication.outside-period": "发表时间不在任现职期间",
    "forensics.edited-by-image-editor": "文件经图像编辑软件保存",
    "forensics.edited-after-issue": "文件在出具后有修改",
    "forensics.text-overlaid": "原有内容上有覆盖",
    "forensics.hidden-text": "含不可见文字",
    "forensics.font-inconsistent": "同栏字体不一致",
    "forensics.image-splice": "图像区域特征不一致",
    "forensics.copy-move": "图像内有相同区域",
    "forensics.seal-duplicated": "印章图像完全相同",
    "forensics.page-size": "个别页面幅面不同",
    "forensics.signature-invalid": "电子签名验证未通过",
    "forensics.dates-implausible": "文件时间不合常理",
    "cross.repeated-applicant": "同一证件号码见于多份申报材料",
    "cross.shared-certificate-number": "证书编号与他卷相同",
    "cross.shared-paper": "论文与他卷相同",
    "cross.shared-image": "图像与他卷相同",
    "cross.shared-text": "文字与他卷相同",
    "cross.rank-conflict": "排名与他卷冲突",
}

APPLICANT = (
    "person_name",
    "gender",
    "id_number",
    "employer",
    "workplace",
    "employer_kind",
    "applied_title",
    "applied_level",
    "applied_series",
    "applied_specialty",
    "current_title",
    "current_title_date",
    "education_level",
    "institution",
    "major",
    "graduation_date",
    "phone",
)  # the applicant block; the birth date stays out, as it is masked inside the identity number

FACTS: dict[str, str] = {
    "person_name": "姓名",
    "gender": "性别",
    "birth_date": "出生日期",
    "id_number": "公民身份号码",
    "employer": "工作单位",
    "workplace": "工作地点",
    "employer_kind": "单位性质",
    "applied_title": "申报职称",
    "applied_level": "申报级别",
    "applied_series": "申报系列",
    "applied_specialty": "申报专业",
    "applied_route": "申报方式",
    "current_title": "现任职称",
    "current_title_date": "取得时间",
    "education_level": "学历",
    "institution": "毕业院校",
    "major": "所学专业",
    "graduation_date": "毕业时间",
    "issuer": "颁发单位",
    "issue_date": "颁发日期",
    "certificate_number": "证书编号",
    "phone": "联系电话",
    "study_mode": "学习形式",
    "start_date": "起始时间",
    "end_date": "截止时间",
    "degree": "学位",
    "discipline": "学科门类",
    "title": "名称",
    "title_level": "级别",
    "series": "系列",
    "specialty": "专业",
    "approved_date": "批准日期",
    "year": "年度",
    "grade": "等次",
    "hours": "学时",
    "professional_hours": "专业科目学时",
    "authors": "作者",
    "affiliation": "作者单位",
    "journal": "刊名",
    "issn": "ISSN",
    "cn_number": "国内统一刊号",
    "volume": "卷",
    "issue": "期",
    "page_range": "页码",
    "doi": "DOI",
    "award_name": "奖项名称",
    "award_level": "奖项级别",
    "award_grade": "奖项等次",
    "rank": "排名",
    "project_name": "项目名称",
    "patent_number": "专利号",
    "patent_kind": "专利类型",
    "patent_name": "专利名称",
    "inventors": "发明人",
    "patentee": "专利权人",
    "application_date": "申请日",
    "grant_date": "授权公告日",
    "registration_number": "登记号",
    "software_name": "软件名称",
    "owner": "著作权人",
    "project_number": "项目编号",
    "funder": "下达单位",
    "service_kind": "服务类型",
    "place": "服务地点",
    "occupation": "职业（工种）",
    "skill_level": "技能等级",
    "fund_number": "资助编号",
    "outcome": "结果",
    "subject": "科目",
    "score": "成绩",
    "author_role": "作者方式",
    "isbn": "ISBN",
    "publisher": "出版社",
    "application_number": "申请号",
    "document_number": "文号",
    "names": "名单",
    "verification_code": "在线验证码",
    "valid_until": "有效期至",
    "licence_kind": "证书种类",
    "role": "角色",
    "article_number": "文章编号",
    "received_date": "收稿日期",
    "revised_date": "修回日期",
    "corresponding_author": "通信作者",
    "cip_number": "CIP核字号",
    "permit_number": "准印证号",
    "version": "版本",
    "claimed_award": "获奖",
    "claimed_paper": "论文",
    "claimed_journal": "刊物",
    "claimed_project": "项目",
    "claimed_patent": "专利",
    "claimed_award_date": "获奖时间",
    "claimed_award_rank": "获奖排名",
    "claimed_paper_date": "论文发表时间",
    "claimed_author_rank": "作者排名",
}

VALUES: dict[tuple[str, str], str] = {
    ("employer_kind", "public"): "公立单位",
    ("employer_kind", "private"): "非公有制单位",
    ("employer_kind", "freelance"): "自由职业",
    ("applied_level", "junior"): "初级",
    ("applied_level", "intermediate"): "中级",
    ("applied_level", "associate_senior"): "副高级",
    ("applied_level", "senior"): "正高级",
    ("award_level", "national"): "国家级",
    ("award_level", "provincial"): "省部级",
    ("award_level", "municipal"): "地市级",
    ("award_level", "county"): "县级",
    ("award_level", "employer"): "单位",
    ("service_kind", "rural"): "基层服务",
    ("service_kind", "poverty_alleviation"): "扶贫、驻村",
    ("service_kind", "teaching_support"): "支教",
    ("service_kind", "aid"): "援派",
    ("service_kind", "epidemic"): "抗疫一线",
}


def code_title(code: str) -> str:
    """The short Chinese title of a finding code; the code itself where it is not one of the contract's."""
    return CODES.get(code, code)


def family_title(code: str) -> str:
    """The Chinese name of the family a code belongs to."""
    family = code.partition(".")[0]
    return FAMILIES.get(family, family)


def fact_title(name: str) -> str:
    """The Chinese label of a fact's name; the name itself where it is unknown."""
    return FACTS.get(name, name)


def fact_value(name: str, value: str) -> str:
    """A fact's value as a reader says it: dates and the closed lists of contract.md in Chinese, all else unchanged."""
    if name.endswith("_date"):
        return chinese_date(value)
    known = VALUES.get((name, value)) or VALUES.get((name.replace("title_level", "applied_level"), value))
    return known or value


def chinese_date(iso: str) -> str:
    """2020-07-01 as 2020年7月1日; a month or year likewise; anything else unchanged."""
    parts = iso.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return iso
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, "年月日", strict=False))

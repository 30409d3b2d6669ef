"""The kinds of allegation, the words that betray each, and what in a dossier bears on it (handbook 6, 7.2).

Cues are weighed: 3 names the matter itself, 2 is strong, 1 only helps. A kind counts from weight 2.
"""

from __future__ import annotations

import regex

from extractors.freetext.records import AllegationKind, Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        kind="plagiarism",
        label="论文抄袭、重复发表",
        cues=(
            (r"抄袭|剽窃|洗稿|查重|重复率|雷同|照搬|大段(?:复制|引用)", 3),
            (r"一稿多投|重复发表|多次发表|内容(?:基本|高度|完全)?(?:一致|相同|重合)", 3),
            (r"论文|文章|著作|专著|教材", 1),
        ),
        documents=("paper", "journal_pages", "book_pages", "work_summary"),
        codes=(
            "publication.text-overlap",
            "publication.duplicate-publication",
            "cross.shared-text",
            "cross.shared-paper",
        ),
    ),
    Topic(
        kind="authorship",
        label="论文署名、代写",
        cues=(
            (r"代写|代发|买卖论文|论文买卖|(?:购买|买来|买)的?论文|枪手|论文(?:中介|工厂)|找人(?:写|发)", 3),
            (r"第[一二三四五六七八九1-9]作者|通[信讯]作者|独著|合著|署名|挂名|作者(?:排名|排序|顺序|次序)", 3),
            (r"(?:并非|不是|没有|未)[^。；，]{0,12}(?:作者|参与[^。；，]{0,6}(?:写作|撰写))", 2),
            (r"论文|文章|著作|专著|教材", 1),
        ),
        documents=("paper", "journal_pages", "book_pages", "acceptance_letter", "application_form"),
        codes=("publication.author-rank-overstated", "consistency.claim-contradicted", "cross.shared-paper"),
    ),
    Topic(
        kind="journal",
        label="刊物与发表",
        cues=(
            (r"假刊|非法(?:期刊|刊物|出版物)|套刊|克隆|山寨(?:期刊|刊物)?|增刊|内刊|内部资料|准印证|论文集", 3),
            (
                r"录用通知|未(?:见刊|刊出|正式发表)|查(?:不到|无)[^。；]{0,8}(?:论文|文章)"
                r"|知网[^。；]{0,10}(?:查不到|未收录|没有)",
                3,
            ),
            (r"核心期刊|刊号|CN号|ISSN|DOI|检索|预警期刊|撤稿", 2),
            (r"期刊|刊物|发表|论文|见刊", 1),
        ),
        documents=("paper", "journal_pages", "acceptance_letter", "application_form"),
        codes=(
            "publication.journal-unknown",
            "publication.journal-mismatch",
            "publication.not-a-regular-issue",
            "publication.acceptance-only",
            "publication.issue-implausible",
            "publication.journal-warned",
            "publication.retracted",
            "numbers.issn-check-digit",
            "numbers.cn-number",
            "numbers.doi",
        ),
    ),
    Topic(
        kind="award",
        label="获奖、荣誉",
        cues=(
            (r"获奖|奖项|奖励证书|获得?[^。；，]{0,20}奖|(?:特|一|二|三)等奖|科技进步奖|成果奖|优秀奖|奖状", 3),
            (r"荣誉(?:称号|证书)?|表彰|先进(?:个人|工作者)|劳动模范|优秀(?:教师|共产党员|工作者)", 2),
            (r"证书|排名|完成人|颁发", 1),
        ),
        documents=("award_certificate", "commendation", "application_form"),
        codes=(
            "consistency.claim-unsupported",
            "consistency.claim-contradicted",
            "cross.rank-conflict",
            "cross.shared-certificate-number",
            "forensics.text-overlaid",
            "forensics.copy-move",
            "forensics.seal-duplicated",
            "consistency.event-before-issuer",
        ),
    ),
    Topic(
        kind="patent",
        label="专利、软件著作权",
        cues=(
            (r"专利|发明人|软件著作权|软著|实用新型|外观设计|专利号|受理通知书", 3),
            (r"授权|发明", 1),
        ),
        documents=("patent_certificate", "patent_application", "software_copyright", "application_form"),
        codes=(
            "numbers.patent-check-digit",
            "numbers.software-number",
            "consistency.claim-contradicted",
            "consistency.claim-unsupported",
            "cross.shared-certificate-number",
        ),
    ),
    Topic(
        kind="project",
        label="项目、课题、工程业绩",
        cues=(
            (r"课题|项目(?!经理)|立项|结题|验收|科研(?:经历|成果)|工程业绩|业绩(?:证明|材料)|主持人|参与人", 3),
            (r"主持|工程|业绩|项目经理|成果", 1),
        ),
        documents=("project_proof", "merit_proof", "work_summary", "application_form"),
        codes=(
            "consistency.claim-unsupported",
            "consistency.claim-contradicted",
            "consistency.overlapping-periods",
            "consistency.date-order",
            "cross.rank-conflict",
        ),
    ),
    Topic(
        kind="education",
        label="学历、学位",
        cues=(
            (r"学历|学位|文凭|毕业证|毕业(?:院校|于)|学信网|野鸡大学|函授|自考|全日制|读(?:研|博)|学籍", 3),
            (r"本科|专科|大专|硕士|博士|研究生", 2),
            (r"毕业|大学", 1),
        ),
        documents=("diploma", "degree_certificate", "credential_report", "application_form"),
        codes=(
            "numbers.diploma-number",
            "numbers.degree-number",
            "eligibility.education-below",
            "consistency.claim-contradicted",
            "consistency.overlapping-periods",
            "consistency.event-before-issuer",
            "forensics.text-overlaid",
        ),
    ),
    Topic(
        kind="title",
        label="现有职称、聘任、执业资格",
        cues=(
            (r"职称证书?|(?:任职|职业|执业|教师|医师)资格|聘书|聘任|破格|职称造假|无证(?:上岗|执业)|挂证|注册证", 3),
            (r"中级|副高|正高|工程师|讲师|助教|主治|副教授|现(?:任|有)(?:职称|职务)", 2),
        ),
        documents=(
            "title_certificate",
            "appointment",
            "title_notice",
            "licence",
            "skill_certificate",
            "application_form",
        ),
        codes=(
            "numbers.title-number",
            "eligibility.years-in-title-short",
            "consistency.claim-contradicted",
            "consistency.date-order",
            "consistency.event-before-issuer",
        ),
    ),
    Topic(
        kind="years",
        label="任职年限、工作经历",
        cues=(
            (
                r"(?:任职|工作|聘任|从业)?年限|不(?:满|足|够)[^。；，]{0,6}年|年资|资历(?:造假|不符|不够)|工龄"
                r"|未满[^。；，]{0,4}年",
                3,
            ),
            (
                r"工作经历|履历|任职时间|参加工作时间|提前[^。；，]{0,6}年|倒签|吃空饷|不在岗|长期(?:不上班|脱岗"
                r"|请假)|在编不在岗",
                3,
            ),
            (r"社保|劳动合同|任职|借调", 1),
        ),
        documents=("title_certificate", "appointment", "social_insurance", "employment_contract", "application_form"),
        codes=(
            "eligibility.years-in-title-short",
            "consistency.overlapping-periods",
            "consistency.date-order",
            "eligibility.excluded-applicant",
        ),
    ),
    Topic(
        kind="appraisal",
        label="年度考核、处分",
        cues=(
            (
                r"年度考核|考核(?:结果|等次|不合格|优秀|合格|表)|基本合格|不合格|师德|处分|记过|警告|违纪|医疗事故"
                r"|教学事故",
                3,
            ),
            (r"考核|受过", 1),
        ),
        documents=("annual_appraisal", "application_form"),
        codes=("eligibility.appraisal-short", "eligibility.appraisal-failed", "eligibility.excluded-applicant"),
    ),
    Topic(
        kind="training",
        label="继续教育",
        cues=((r"继续教育|学时|学分|培训(?:证书|证明|学时|时间)|代(?:学|刷课|考)|刷课", 3), (r"培训", 2)),
        documents=("continuing_education", "application_form"),
        codes=(
            "eligibility.training-hours-short",
            "consistency.overlapping-periods",
            "cross.shared-certificate-number",
        ),
    ),
    Topic(
        kind="service",
        label="基层、驻村、支教、援派服务",
        cues=(
            (
                r"基层(?:服务|工作|经历)|驻村|扶贫|支教|支农|支医|下乡|援(?:藏|疆|外|派|滇|鄂)|对口支援|抗疫|挂职"
                r"|乡镇(?:工作|服务)",
                3,
            ),
            (r"乡村|农村|下派|疫情", 2),
        ),
        documents=("service_proof", "commendation", "annual_appraisal", "application_form"),
        codes=(
            "eligibility.rural-service-short",
            "eligibility.outside-scope",
            "consistency.overlapping-periods",
            "consistency.claim-unsupported",
        ),
    ),
    Topic(
        kind="publicity",
        label="单位推荐、公示程序",
        cues=(
            (
                r"(?:未|没有?|未经|没经过|不)[^。；，]{0,6}公示|公示(?:期|时间|材料|程序|不足|时长)|单位推荐"
                r"|民主(?:测评|推荐|评议)|暗箱",
                3,
            ),
            (
                r"评(?:委|审)(?:会|组)?[^。；，]{0,10}(?:亲属|打招呼|送礼|说情|收受)|岗位(?:数|职数)|超(?:岗|职数)"
                r"|推荐名额",
                3,
            ),
            (r"程序|走后门|关系户|打招呼", 2),
        ),
        documents=("employer_publicity", "application_form"),
        codes=("eligibility.publicity-too-short", "completeness.missing-document", "completeness.missing-seal"),
    ),
    Topic(
        kind="identity",
        label="身份、年龄",
        cues=(
            (
                r"身份证|冒名|顶替|冒用|改(?:年龄|名)|年龄(?:造假|不实|不符)|出生(?:日期|年月)|双重身份|户籍"
                r"|两个(?:姓名|身份)",
                3,
            ),
            (r"公务员|退休|参公", 2),
            (r"(?:他人|别人|旁人|其他人)(?:的|名下|材料|证书)|不是(?:其|他|她)?本人", 2),
        ),
        documents=("identity_card", "application_form", "diploma", "title_certificate"),
        codes=(
            "identity.id-number-mismatch",
            "identity.birth-date-mismatch",
            "identity.name-mismatch",
            "identity.id-number-invalid",
            "completeness.other-person",
            "eligibility.excluded-applicant",
        ),
    ),
)

OTHER = Topic(
    kind="other",
    label="其他",
    cues=(),
    documents=("application_form",),
    codes=("consistency.claim-unsupported", "consistency.claim-contradicted"),
)

_ALTERED = regex.compile(r"伪造|变造|涂改|篡改|假证|假章|私刻|PS|P图|修图|套打|造假|虚假|假的", regex.IGNORECASE)
_ALTERED_CODES = (
    "forensics.edited-by-image-editor",
    "forensics.text-overlaid",
    "forensics.font-inconsistent",
    "forensics.image-splice",
    "forensics.copy-move",
    "forensics.seal-duplicated",
    "forensics.edited-after-issue",
)

_COMPILED = {t.kind: tuple((regex.compile(pattern), weight) for pattern, weight in t.cues) for t in TOPICS}
_BY_KIND = {t.kind: t for t in (*TOPICS, OTHER)}


def topic(kind: AllegationKind) -> Topic:
    """The row of the table for ``kind``."""
    return _BY_KIND[kind]


def touched(text: str) -> tuple[AllegationKind, ...]:
    """The kinds that ``text`` touches with weight 2 or more, strongest first, ties in the table's order."""
    scores = {
        kind: sum(weight * min(len(pattern.findall(text)), 2) for pattern, weight in cues if pattern.search(text))
        for kind, cues in _COMPILED.items()
    }
    strong = [kind for kind, cues in _COMPILED.items() if any(w >= 2 and p.search(text) for p, w in cues)]
    return tuple(sorted(strong, key=lambda kind: -scores[kind]))


def bearing_codes(kinds: tuple[AllegationKind, ...], text: str) -> tuple[str, ...]:
    """Finding codes that bear on these kinds, the main kind's first; the forensic ones when the text says altered."""
    codes = [code for kind in kinds for code in topic(kind).codes]
    if _ALTERED.search(text):
        codes += _ALTERED_CODES
    return tuple(dict.fromkeys(codes))

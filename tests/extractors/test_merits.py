"""Patents, software, awards, projects, merits, commendations, title notices, publicity and summaries."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.records import DocumentType
from extractors.types import discovered
from tests.extractors.pages import lined, values_of

Case = tuple[DocumentType, tuple[str, ...], dict[str, object]]
CASES: list[Case] = [
    (
        "patent_certificate",
        (
            "证书号第1234567号",
            "# 发明专利证书",
            "发 明 名 称：一种高原马铃薯播种装置",
            "发　明　人：李明;刀美兰;王红",
            "专 利 号：ZL 2017 1 0601862.3",
            "专利申请日：2017年07月21日",
            "专 利 权 人：云南某某大学",
            "地　　址：650201 云南省昆明市某某路1号",
            "授权公告日：2019年05月14日  授权公告号：CN 107000001 B",
            "国家知识产权局依照中华人民共和国专利法进行审查，决定授予专利权，颁发本证书并在专利登记簿上予以登记。",
            "局长  申某某",
            "2019年05月14日",
        ),
        {
            "patent_kind": "发明",
            "patent_name": "一种高原马铃薯播种装置",
            "inventors": ("李明", "刀美兰", "王红"),
            "patent_number": "ZL201710601862.3",
            "application_date": "2017-07-21",
            "patentee": "云南某某大学",
            "grant_date": "2019-05-14",
            "grant_number": "CN107000001B",
            "certificate_number": "1234567",
            "issue_date": "2019-05-14",
        },
    ),
    (
        "patent_application",
        (
            "国家知识产权局",
            "# 专利申请受理通知书",
            "申请号：201911000034.X",
            "申请日：2019年11月22日",
            "申请人：云南某某大学",
            "发明创造名称：一种茶叶萎凋装置",
            "根据专利法第28条及其实施细则的规定，申请人提出的专利申请已由国家知识产权局受理。",
        ),
        {"application_number": "201911000034.X", "application_date": "2019-11-22", "patent_name": "一种茶叶萎凋装置"},
    ),
    (
        "patent_application",
        (
            "(19)国家知识产权局",
            "# (12)发明专利申请",
            "(10)申请公布号 CN 117000076 A",
            "(43)申请公布日 2023.12.15",
            "(21)申请号 202311000012.X",
            "(22)申请日 2023.09.08",
            "(71)申请人 云南某某大学",
            "(72)发明人 李明  刀美兰",
            "王红",
            "(54)发明名称",
            "一种在高原网络下实现低延迟",
            "直播的方法",
            "(57)摘要",
        ),
        {
            "application_number": "202311000012.X",
            "application_date": "2023-09-08",
            "patent_name": "一种在高原网络下实现低延迟直播的方法",
            "inventors": ("李明", "刀美兰", "王红"),
            "publication_number": "CN117000076A",
        },
    ),
    (
        "software_copyright",
        (
            "# 计算机软件著作权登记证书",
            "证书号：软著登字第1234567号",
            "软 件 名 称：茶园病虫害监测系统",
            "V1.0",
            "著 作 权 人：云南某某大学",
            "开发完成日期：2017年12月1日",
            "权利取得方式：原始取得",
            "登 记 号：2018SR100200",
            "根据《计算机软件保护条例》的规定，予以登记。",
            "2018年02月08日",
        ),
        {
            "certificate_number": "软著登字第1234567号",
            "software_name": "茶园病虫害监测系统",
            "owner": "云南某某大学",
            "registration_number": "2018SR100200",
            "completion_date": "2017-12-01",
            "issue_date": "2018-02-08",
        },
    ),
    (
        "award_certificate",
        (
            "# 荣誉证书",
            "李明同志：",
            "　　在“高原马铃薯脱毒种薯繁育技术研究”项目中为第3完成人，该项目荣获云南省科学技术进步奖二等奖，特发此证"
            "，以资鼓励。",
            "证书编号：2018-J-2-015",
            "云南省人民政府",
            "2018年12月5日",
        ),
        {
            "person_name": "李明",
            "award_name": "云南省科学技术进步奖",
            "award_grade": "二等奖",
            "rank": "3",
            "project_name": "高原马铃薯脱毒种薯繁育技术研究",
            "award_level": "provincial",
            "certificate_number": "2018-J-2-015",
        },
    ),
    (
        "award_certificate",
        (
            "# 国家科学技术进步奖证书",
            "为表彰国家科学技术进步奖获得者，特颁发此证书。",
            "项目名称：三江并流区地质灾害监测",
            "奖励等级：二等",
            "获 奖 者：李明（第5完成人）",
            "证书号：2017-J-234-2-05-R05",
            "中华人民共和国国务院",
            "2017年12月6日",
        ),
        {
            "award_name": "国家科学技术进步奖",
            "award_grade": "二等奖",
            "rank": "5",
            "person_name": "李明",
            "award_level": "national",
        },
    ),
    (
        "award_certificate",
        ("# 奖 状", "授予刀美兰同志“优秀教师”荣誉称号，特发此证。", "勐海县教育局", "2016年9月10日"),
        {"award_name": "优秀教师", "person_name": "刀美兰", "award_level": "county", "issue_date": "2016-09-10"},
    ),
    (
        "award_certificate",
        (
            "# 荣誉证书",
            "赵刚  同志：",
            "被评为2018年度先进工作者，特发此证，以资鼓励。",
            "某某建设有限公司",
            "2019年1月20日",
        ),
        {"award_name": "先进工作者", "person_name": "赵刚", "award_level": "employer"},
    ),
    (
        "project_proof",
        (
            "# 科研项目证明",
            "由保山市某某学校承担的《乡村小学识字教学关键技术研究》项目(编号2015FD085),执行期限",
            "2015-06-2017-12,已通过验收。项目组成员七林旺堆,排名:第1。",
            "特此证明。",
            "保山市科学技术局",
            "2018-01-10",
        ),
        {
            "person_name": "七林旺堆",
            "project_number": "2015FD085",
            "rank": "1",
            "project_name": "乡村小学识字教学关键技术研究",
        },
    ),
    (
        "project_proof",
        (
            "# 云南省科技计划项目任务书",
            "项目名称：高原特色马铃薯种薯繁育关键技术研究",
            "项目编号：2018BB012",
            "下达单位：云南省科学技术厅",
            "项目负责人：李明",
            "起止时间：2018年1月至2020年12月",
            "主要研究人员：李明、王红、赵刚",
        ),
        {
            "project_name": "高原特色马铃薯种薯繁育关键技术研究",
            "project_number": "2018BB012",
            "funder": "云南省科学技术厅",
            "leader": "李明",
            "start_date": "2018-01",
            "end_date": "2020-12",
            "members": ("李明", "王红", "赵刚"),
        },
    ),
    (
        "project_proof",
        (
            "# 证 明",
            "兹证明李明同志参与我单位立项的《高原马铃薯研究》项目（项目编号：2017-K-03），项目起止时间2017年1月至201"
            "9年12月，在课题组中排名第3。",
            "昆明市科学技术局",
            "2020年1月5日",
        ),
        {
            "project_name": "高原马铃薯研究",
            "project_number": "2017-K-03",
            "rank": "3",
            "role": "参与",
            "person_name": "李明",
        },
    ),
    (
        "project_proof",
        (
            "云科计发〔2018〕15号",
            "# 关于下达2018年省级科技计划项目的通知",
            "你单位申报的“高原马铃薯种薯繁育”项目（项目编号：2018FB012）已经批准立项。",
            "项目负责人：赵刚",
            "云南省科学技术厅",
            "2018年5月2日",
        ),
        {"project_name": "高原马铃薯种薯繁育", "project_number": "2018FB012", "person_name": "赵刚", "rank": "1"},
    ),
    (
        "merit_proof",
        (
            "# 业绩证明",
            "兹证明赵刚同志在某地至某地高速公路第3标段工程中担任项目技术负责人，起止时间2015年3月至2017年6月，工程规"
            "模：合同金额2.3亿元。",
            "情况属实，特此证明。",
            "某某建设有限公司",
            "2020年8月1日",
        ),
        {"role": "项目技术负责人", "person_name": "赵刚", "start_date": "2015-03", "end_date": "2017-06"},
    ),
    (
        "merit_proof",
        (
            "# 工程业绩证明",
            "姓名  赵刚",
            "工程名称  某某截污工程",
            "担任职务  施工员",
            "起止时间  2015年3月至2017年6月",
            "工程规模  1.2亿元",
            "证明单位：某某建设有限公司（公章）",
        ),
        {"project_name": "某某截污工程", "role": "施工员", "person_name": "赵刚", "issuer": "某某建设有限公司"},
    ),
    (
        "commendation",
        (
            "# 中共云南省委文件",
            "云发〔2019〕12号",
            "# 关于表彰全省优秀教师的决定",
            "决定授予李明等3名同志“云南省优秀教师”荣誉称号。",
            "名单如下：",
            "李 明  王 红  赵 刚",
            "中共云南省委",
            "2019年9月8日",
        ),
        {
            "document_number": "云发〔2019〕12号",
            "title": "云南省优秀教师",
            "names": ("李明", "王红", "赵刚"),
            "issue_date": "2019-09-08",
        },
    ),
    (
        "title_notice",
        (
            "# 云南省人力资源和社会保障厅文件",
            "云人社职〔2015〕22号",
            "# 关于公布2014年度卫生系列副主任医师任职资格的通知",
            "经评审委员会评审通过，李明等2名同志具备副主任医师任职资格，自2014年12月20日起计算。",
            "序号  姓名  单位  资格名称",
            "1  李明  某某市第八人民医院  副主任医师",
            "2  刀美兰  某某县医院  副主任医师",
            "云南省人力资源和社会保障厅",
            "2015年3月1日",
        ),
        {
            "document_number": "云人社职〔2015〕22号",
            "title": "副主任医师",
            "names": ("李明", "刀美兰"),
            "approved_date": "2014-12-20",
        },
    ),
    (
        "employer_publicity",
        (
            "# 公示情况证明",
            "我单位于2020年9月1日至2020年9月7日在单位公示栏对李明同志申报副主任医师的材料进行了公示，公示期间未收到"
            "任何异议。同意推荐。",
            "某某市第八人民医院（公章）",
            "2020年9月8日",
        ),
        {
            "employer": "某某市第八人民医院",
            "start_date": "2020-09-01",
            "end_date": "2020-09-07",
            "outcome": "无异议",
            "person_name": "李明",
            "issue_date": "2020-09-08",
        },
    ),
    (
        "employer_publicity",
        (
            "# 关于李明同志申报高级农艺师的公示",
            "李明同志拟申报高级农艺师，现予以公示。",
            "公示时间：2020年8月3日至8月9日（5个工作日）",
            "如有异议请向办公室反映，监督电话：0871-65000000",
            "某某省农业科学院",
            "2020年8月3日",
        ),
        {"start_date": "2020-08-03", "end_date": "2020-08-09", "outcome": None, "person_name": "李明"},
    ),
    (
        "work_summary",
        (
            "# 专业技术工作总结",
            "李明",
            "本人李明，男，1978年5月出生，2001年7月参加工作，从事农业技术推广工作，2009年取得农艺师资格。任现职以来"
            "，主持完成省级课题1项，发表论文3篇。",
            "一、思想政治方面",
            "认真学习，努力工作，今后要克服不足。",
            "2020年8月1日",
        ),
        {"person_name": "李明", "birth_date": "1978-05", "issue_date": "2020-08-01"},
    ),
]


@pytest.mark.parametrize(("kind", "lines", "values"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)])
def test_layouts(kind: DocumentType, lines: tuple[str, ...], values: dict[str, object]) -> None:
    view = lined(*lines)
    assert best(view).type == kind
    found = values_of(discovered()[kind].facts([view]))
    assert {name: found.get(name) for name in values} == values


LOOK_ALIKES: list[tuple[DocumentType, tuple[str, ...]]] = [
    (
        "patent_certificate",
        ("# 专利申请受理通知书", "申请号：201911000034.X", "申请日：2019年11月22日", "发明创造名称：一种装置"),
    ),
    ("patent_certificate", ("# 专利权转让合同", "甲方：某某公司", "专利号：ZL 2017 1 0601862.3", "专利权人：某某公司")),
    (
        "software_copyright",
        ("# 作品登记证书", "登记号：粤作登字-2025-F-00000001", "作品名称：小熊", "著作权人：某某公司"),
    ),
    ("award_certificate", ("# 毕业证书", "学生李明，性别男，成绩优秀，准予毕业。", "证书编号：100011200905000001")),
    ("award_certificate", ("# 继续教育证书", "李明参加培训，成绩合格，特发此证。", "证书编号：1")),
    ("project_proof", ("# 工程竣工验收报告", "工程名称：某某大桥", "竣工日期：2018年3月", "监理单位：某某监理公司")),
    (
        "employer_publicity",
        ("# 中标结果公示", "招标人：某某局", "中标候选人：某某公司", "公示期：2020年9月1日至9月3日"),
    ),
    (
        "title_notice",
        (
            "# 关于做好2020年度高级职称评审工作的通知",
            "各州市人社局：",
            "现就做好评审工作通知如下。申报条件：…",
            "2020年7月1日",
        ),
    ),
]


@pytest.mark.parametrize(("kind", "lines"), LOOK_ALIKES, ids=[f"{k}-{i}" for i, (k, _) in enumerate(LOOK_ALIKES)])
def test_look_alikes_are_something_else(kind: DocumentType, lines: tuple[str, ...]) -> None:
    assert best(lined(*lines)).type != kind


def test_an_open_publicity_sheet_claims_no_outcome() -> None:
    view = lined(
        "# 公示",
        "现将李明同志的申报材料予以公示。公示期内如有异议，请以书面形式反映。",
        "公示时间：2020年8月3日至8月9日",
    )
    assert not [f for f in discovered()["employer_publicity"].facts([view]) if f.name == "outcome"]


def test_a_registered_work_is_other_and_still_read() -> None:
    view = lined(
        "# 作品登记证书",
        "登记号：粤作登字-2025-F-00000001",
        "作品/制品名称：小熊阿宝  作品类别：F美术",
        "作者：某某公司  著作权人：某某公司",
        "登记日期：2025年04月22日",
    )
    assert best(view).type == "other"
    found = values_of(discovered()["other"].facts([view]))
    assert found["registration_number"] == "粤作登字-2025-F-00000001"
    assert (found["work_name"], found["owner"], found["issue_date"]) == ("小熊阿宝", "某某公司", "2025-04-22")

"""Titles, appointments, skills, licences, contracts, examinations, credential reports, pledges."""

from __future__ import annotations

import pytest

from extractors.layout import PageView
from extractors.records import DocumentType, FactValue
from tests.extractors.pages import lined, placed, ruled
from tests.extractors.reading import has, read

ID = "53010219850307123X"
CASES: list[tuple[DocumentType, PageView, dict[str, FactValue]]] = [
    (
        "title_certificate",
        lined(
            "# 专业技术资格证书",
            "姓  名：张三丰",
            "性别：男",
            "出生年月：1985年3月",
            f"身份证号：{ID}",
            "系列：工程系列",
            "专业：建筑工程",
            "资格名称：工程师",
            "级别：中级",
            "批准日期：2015年9月20日",
            "批准文号：云人社职〔2015〕12号",
            "评审组织：某某评审委员会",
            "证书编号：YN2015-0123",
            "发证机关：云南省人力资源和社会保障厅",
            "2015年12月1日",
        ),
        {
            "person_name": "张三丰",
            "birth_date": "1985-03",
            "series": "工程",
            "specialty": "建筑工程",
            "title": "工程师",
            "title_level": "intermediate",
            "approved_date": "2015-09-20",
            "certificate_number": "YN2015-0123",
            "issuer": "云南省人力资源和社会保障厅",
            "issue_date": "2015-12-01",
        },
    ),
    (
        "title_certificate",
        lined(
            "# 专业技术职务任职资格证书",
            "根据专业技术职务任职资格评审的有关规定，经昆明市工程系列中级评",
            "审委员会评审，和志强同志（男，1985年3月7日生，公民身份号码",
            f"{ID}）具备建筑工程专业工程师任职资格，级别为中级，系",
            "列为工程，批准日期为2015年9月20日。特发此证。",
            "昆明市人力资源和社会保障局",
            "2015年12月1日",
        ),
        {
            "person_name": "和志强",
            "gender": "男",
            "birth_date": "1985-03-07",
            "id_number": ID,
            "title": "工程师",
            "specialty": "建筑工程",
            "series": "工程",
            "title_level": "intermediate",
            "approved_date": "2015-09-20",
            "issue_date": "2015-12-01",
        },
    ),
    (
        "title_certificate",
        lined(
            "# 职称证书",
            "玉罕，女，经评审委员会评审通过，于2013年11月17日取得中小学教师",
            "小学语文专业高级教师任职资格。",
            "云南省人力资源和社会保障厅",
            "二〇一四年一月",
        ),
        {
            "series": "中小学教师",
            "specialty": "小学语文",
            "title": "高级教师",
            "title_level": "associate_senior",
            "approved_date": "2013-11-17",
            "issue_date": "2014-01",
        },
    ),
    (
        "appointment",
        lined(
            "# 聘 书",
            "兹聘任  张三丰  同志为我单位工程师，聘期自2016年1",
            "月1日至2018年12月31日。",
            "云南某某设计院（盖章）",
            "2016年1月1日",
        ),
        {
            "person_name": "张三丰",
            "title": "工程师",
            "start_date": "2016-01-01",
            "end_date": "2018-12-31",
            "employer": "云南某某设计院",
            "issue_date": "2016-01-01",
        },
    ),
    (
        "appointment",
        lined(
            "# 聘任证书",
            "张三丰同志：",
            "现聘任您为本单位高级工程师，任期2016.01.01至2018.12.31，特发此证。",
            "云南某某设计院",
            "2016年1月1日",
        ),
        {"person_name": "张三丰", "title": "高级工程师", "start_date": "2016-01-01", "end_date": "2018-12-31"},
    ),
    (
        "appointment",
        lined(
            "# 云南某某研究院文件",
            "云某发〔2016〕3号",
            "# 关于聘任专业技术职务的通知",
            "各科室、部门：",
            "经单位研究，决定聘任：",
            "聘任和志强同志为高级工程师（专业技术七级岗位），聘期自2016年1月至",
            "2018年12月。",
            "云南某某研究院",
            "2016年1月1日",
        ),
        {
            "person_name": "和志强",
            "title": "高级工程师",
            "start_date": "2016-01",
            "end_date": "2018-12",
            "issuer": "云南某某研究院",
        },
    ),
    (
        "skill_certificate",
        lined(
            "# 职业技能等级证书",
            "姓  名：张三",
            f"证件号码：{ID}",
            "职业名称：电工",
            "职业技能等级：三级/高级工",
            "证书编号：S000053010001203000012",
            "评价机构：某某公司",
            "发证日期：2019年5月6日",
        ),
        {
            "person_name": "张三",
            "occupation": "电工",
            "skill_level": "三级/高级工",
            "certificate_number": "S000053010001203000012",
            "issue_date": "2019-05-06",
        },
    ),
    (
        "employment_contract",
        lined(
            "# 劳动合同书",
            "甲方（用人单位）：云南某某有限公司",
            "乙方（劳动者）：张三",
            f"身份证号码：{ID}",
            "一、劳动合同期限",
            "本合同为固定期限，自2018年1月1日起至2020年12月31日止。",
            "甲方（盖章）：  乙方（签字）：",
            "签订日期：2017年12月28日",
        ),
        {
            "employer": "云南某某有限公司",
            "person_name": "张三",
            "start_date": "2018-01-01",
            "end_date": "2020-12-31",
            "issue_date": "2017-12-28",
        },
    ),
    (
        "postdoc_certificate",
        lined(
            "# 博士后证书",
            "张三丰，男，1985年3月7日生，于2015年7月至2018年6月在某某有限公司",
            "博士后科研工作站从事博士后研究工作，期满出站。特发此证。",
            "编号：123456",
            "中国博士后科学基金资助编号：2016M612345",
            "全国博士后管理委员会",
            "2018年6月30日",
        ),
        {
            "person_name": "张三丰",
            "institution": "某某有限公司博士后科研工作站",
            "start_date": "2015-07",
            "end_date": "2018-06",
            "fund_number": "2016M612345",
            "issuer": "全国博士后管理委员会",
        },
    ),
    (
        "exam_certificate",
        lined(
            "# 全国专业技术人员计算机应用能力考试合格证",
            "姓名：张三",
            f"身份证号：{ID}",
            "考试科目：Word 2003 中文字处理",
            "成绩：86分",
            "考试时间：2012年5月",
            "云南省人事考试中心",
        ),
        {"person_name": "张三", "score": "86", "issue_date": "2012-05"},
    ),
    (
        "licence",
        lined(
            "# 教师资格证书",
            "姓名  张三",
            "性别  男",
            "出生年月  1985年3月",
            f"身份证号  {ID}",
            "资格种类  高级中学教师资格",
            "任教学科  数学",
            "证书号码  20085310141000123",
            "发证机关  昆明市教育局",
            "2008年6月30日",
        ),
        {
            "licence_kind": "教师资格证书",
            "certificate_number": "20085310141000123",
            "issuer": "昆明市教育局",
            "issue_date": "2008-06-30",
        },
    ),
    (
        "licence",  # a booklet: issuer and date on the left, the person on the right and lower
        lined(
            "# 教师资格证书",
            "发证机关：昆明市教育局",
            "二〇一二年十月十二日",
            "姓  名：  七林旺堆",
            "性  别：  男",
            "出生日期：  一九八六年十二月六日",
            f"身份证号：  {ID}",
            "资格种类：  初级中学教师资格",
            "证书号码：  20125380255619113",
        ),
        {"person_name": "七林旺堆", "birth_date": "1986-12-06", "issue_date": "2012-10-12", "issuer": "昆明市教育局"},
    ),
    (
        "credential_report",
        placed(
            [
                (160, 50, "教育部学历证书电子注册备案表", 20.0),
                *ruled(
                    (100, 130, 110, 130),
                    [
                        ["姓名", "张三", "性别", "男"],
                        ["入学时间", "2003年9月1日", "毕(结)业时间", "2007年7月1日"],
                        ["学历类型", "普通", "学历层次", "本科"],
                        ["毕业院校", "云南大学", "专业", "土木工程"],
                        ["学习形式", "普通全日制", "学制", "4年"],
                        ["证书编号", "106731200705000123", "毕(结)业", "毕业"],
                    ],
                ),
                (60, 300, "在线验证码：A1B2 C3D4 E5F6 G7H8"),
                (60, 330, "报告有效期至：2020年12月31日"),
                (60, 360, "更新日期：2020年6月1日"),
            ]
        ),
        {
            "person_name": "张三",
            "start_date": "2003-09-01",
            "end_date": "2007-07-01",
            "education_level": "本科",
            "institution": "云南大学",
            "major": "土木工程",
            "study_mode": "普通全日制",
            "certificate_number": "106731200705000123",
            "verification_code": "A1B2C3D4E5F6G7H8",
            "valid_until": "2020-12-31",
            "issue_date": "2020-06-01",
        },
    ),
    (
        "integrity_pledge",
        lined(
            "# 诚信承诺书",
            f"本人张三，身份证号{ID}，现申报高级工程师职称，",
            "郑重承诺：所提供材料真实有效，如有弄虚作假，自愿承担一切责任。",
            "承诺人（签名）：张三",
            "2020年7月20日",
        ),
        {"person_name": "张三", "id_number": ID, "issue_date": "2020-07-20"},
    ),
]


@pytest.mark.parametrize(("kind", "view", "expected"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)])
def test_paper(kind: DocumentType, view: PageView, expected: dict[str, FactValue]) -> None:
    has(read(kind, view), expected)


@pytest.mark.parametrize(("kind", "view", "expected"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)])
def test_paper_as_an_engine_reads_it(kind: DocumentType, view: PageView, expected: dict[str, FactValue]) -> None:
    """Half-width marks, no white space inside lines, and doubt that travels into every fact."""
    half = str.maketrans("：，（）；", ":,();")
    items = [
        (w.box.x0, w.box.y0, "".join(w.text.split()).translate(half) if not w.text.isascii() else w.text, w.box.height)
        for w in view.page.words
    ]
    noisy = placed(items, source="ocr", confidence=0.87)
    loose = {n: v for n, v in expected.items() if n not in ("verification_code", "subject")}
    has(read(kind, noisy), loose)


def test_a_chosen_box_without_a_tick_gives_no_grade() -> None:
    view = lined(
        "# 年度考核登记表",
        "（2018年度）",
        "姓名：玉罕",
        "考核等次：□优秀 □合格 □基本合格 □不合格",
        "单位：某县人民医院",
    )
    assert "grade" not in read("annual_appraisal", view)

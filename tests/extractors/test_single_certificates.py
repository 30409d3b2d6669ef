"""Certificates in sentences, without titles or without labels, and their look-alikes; all made up."""

from __future__ import annotations

from extractors.classify import best
from tests.extractors.pages import lined
from tests.extractors.reading import has, read

ID = "53010219850307123X"


def test_a_degree_conferred_without_a_title() -> None:
    view = lined(
        "# 云山大学",
        "授予",
        "段文彬",
        "农学学士学位",
        "（男，1985年3月7日出生，专业：林学）",
        "此证",
        "云山大学",
        "2007年6月20日",
        "学位证书号  1067642007001234",
    )
    expected = {
        "person_name": "段文彬",
        "gender": "男",
        "degree": "学士",
        "discipline": "农学",
        "institution": "云山大学",
        "certificate_number": "1067642007001234",
        "issue_date": "2007-06-20",
    }
    has(read("degree_certificate", view), expected)


def test_a_discipline_after_the_verb_is_no_name() -> None:
    view = lined(
        "# 学士学位证书", "段文彬，男，1985年3月7日生。完成学业，授予农学学士学位。", "云山大学", "2007年6月20日"
    )
    assert read("degree_certificate", view)["person_name"] == "段文彬"


def test_a_degree_whose_holder_is_told_by_where_they_come_from() -> None:
    view = lined(
        "# 硕士学位证书",
        "段文彬，云山省人，一九七一年八月生，男。已通过硕士学位课程考试和论文答辩，",
        "特授予教育学硕士学位。",
        "云山大学",
        "一九九七年六月五日",
        "证书第 970123 号",
    )
    has(read("degree_certificate", view), {"person_name": "段文彬", "certificate_number": "970123"})


def test_a_licence_numbered_by_the_number_alone() -> None:
    view = lined(
        "# 执业药师注册证",
        "段文彬  同志，男，一九八一年六月十九日生，符合规定条件，准予注册执业，特发此证。",
        "第 68322400001 号",
        "云山省药品监督管理局",
        "二〇一一年十一月十二日",
    )
    has(read("licence", view), {"certificate_number": "68322400001", "person_name": "段文彬"})


def test_the_office_that_issued_or_approved_is_not_where_a_doctor_works() -> None:
    view = lined(
        "# 医师资格证书信息",
        "姓名  段文彬",
        "证书编码  200353110530102198503071",
        "发证（批准）机关  云山省卫生健康委员会",
        "发证日期  2003-05-10",
        "主要执业机构  云山县人民医院",
    )
    assert read("licence", view)["issuer"] == "云山省卫生健康委员会"


def test_cards_of_inspectors_are_licences() -> None:
    assert (
        best(lined("# 林木种苗检验员证", "姓名  段文彬", "证书编号  653310001", "发证机关  云山县林业局")).type
        == "licence"
    )
    assert best(lined("# 关于聘请林木种苗检验员的通知", "经研究，聘请段文彬为检验员。")).type != "licence"


def test_an_older_qualification_with_its_grade_in_brackets() -> None:
    view = lined(
        "# 职业资格证书",
        "段文彬，男，1981年2月生，经考核鉴定，成绩合格，具备林木种苗工（中级）职",
        "业资格。",
        "编号：00514832000",
        "发证机关：云山市劳动局",
        "2000年10月4日",
    )
    has(read("skill_certificate", view), {"occupation": "林木种苗工", "skill_level": "中级"})


def test_whom_a_certificate_recognises_beside_the_citizens_number() -> None:
    view = lined(
        "# 职业技能等级认定证书",
        "被认定人：  段文彬",
        f"公民身份号码：  {ID}",
        "职业/工种：  林木种苗工",
        "等  级：  四级",
        "编  码：  R9455080001230397",
        "认定机构：  云山职业技术学院",
    )
    expected = {"person_name": "段文彬", "certificate_number": "R9455080001230397", "skill_level": "四级"}
    has(read("skill_certificate", view), expected)


def test_a_title_set_at_the_end_of_probation() -> None:
    view = lined(
        "# 专业技术资格考核认定证明",
        f"兹有云山职业技术学院段文彬同志，身份证号码{ID}，云山大学毕业，见习期满考核合格，",
        "根据有关规定，自1990年11月20日起初定为助理实验师（初级），专业：",
        "林学实验。",
        "云山县人事局",
        "1991年3月3日",
        "证明编号：19900001",
    )
    expected = {
        "person_name": "段文彬",
        "title": "助理实验师",
        "title_level": "junior",
        "specialty": "林学实验",
        "approved_date": "1990-11-20",
        "issue_date": "1991-03-03",
    }
    has(read("title_certificate", view), expected)


def test_a_grant_of_the_foundation_told_to_the_station() -> None:
    letter = lined(
        "# 中国博士后科学基金会",
        "# 资助通知",
        "云山植物研究所：",
        "你单位博士后段文彬申报的项目获得中国博士后科学基金特别资助，资助编号为2006T300001，资",
        "助金额15万元。",
        "中国博士后科学基金会",
        "2006年6月19日",
        title=17.0,
    )
    expected = {"person_name": "段文彬", "institution": "云山植物研究所", "fund_number": "2006T300001"}
    has(read("postdoc_certificate", letter), expected)
    assert (
        best(lined("# 云山县林业局", "# 资助通知", "你单位获得资助，资助编号为2006T300001。")).type
        != "postdoc_certificate"
    )


def test_a_postdoctoral_stay_told_by_entering_and_taking_leave() -> None:
    view = lined(
        "# 博士后进站证明",
        f"经全国博士后管理委员会办公室批准，段文彬（男，身份证号{ID}）自2016年6",
        "月15日进入云山大学博士后科研工作站，在站期间从事林学研究，于2018年7月26日办理出站手续。",
        "云山省人力资源和社会保障厅",
        "2018年12月13日",
    )
    expected = {"person_name": "段文彬", "start_date": "2016-06-15", "end_date": "2018-07-26"}
    has(read("postdoc_certificate", view), expected)


def test_a_report_on_a_diploma_in_one_sentence() -> None:
    view = lined(
        "# 学历证书电子注册备案证明",
        "根据高等教育学历证书电子注册数据，段文彬（男，出生于1984年9月28日）2003年9",
        "月1日入云山师范大学就读思想政治教育专业，专科层次，业余形式，2006年7月20日毕",
        "业，证书编号106631200606000001。",
        "本证明自2019年2月19日起有效，至2019年8月19日失效。",
    )
    expected = {
        "person_name": "段文彬",
        "birth_date": "1984-09-28",
        "institution": "云山师范大学",
        "major": "思想政治教育",
        "education_level": "专科",
        "study_mode": "业余",
        "start_date": "2003-09-01",
        "end_date": "2006-07-20",
        "issue_date": "2019-02-19",
    }
    has(read("credential_report", view), expected)


def test_a_foreign_degree_recognised_in_one_sentence() -> None:
    view = lined(
        "# 国外学历学位认证书",
        "段文彬（男，1983年7月17日生）于2010年9月至2012年7月在韩国云山大学学习，专业为历史学，获硕士",
        "学位，相当于我国硕士研究生学历。",
        "教育部留学服务中心",
        "2013年11月24日",
    )
    expected = {
        "person_name": "段文彬",
        "institution": "韩国云山大学",
        "major": "历史学",
        "education_level": "硕士研究生",
        "start_date": "2010-09",
        "end_date": "2012-07",
    }
    has(read("credential_report", view), expected)


def test_a_bilingual_label_of_an_examination() -> None:
    view = lined(
        "# 成绩单",
        "姓名 Name：  段文彬",
        "考试名称 Test：  云山英语等级考试（三级）",
        "总分 Total Score：  63",
        "证书编号 Certificate No.：  51752180000143",
    )
    has(read("exam_certificate", view), {"subject": "云山英语等级考试（三级）", "score": "63"})

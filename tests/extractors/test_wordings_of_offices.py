"""Single places and sentences that offices word in ways of their own."""

from __future__ import annotations

import pytest

from extractors.layout import PageView
from extractors.records import DocumentType, FactValue
from extractors.types import discovered
from extractors.works.authors import chinese
from tests.extractors.pages import lined, values_of

READ: list[tuple[DocumentType, PageView, dict[str, FactValue]]] = [
    (
        "application_form",
        lined("# 职称申报审批表", "申报类别：卫生技术  申报级别：副高级", "何时毕业于何院校  2003年7月5日云山医学院"),
        {"applied_series": "卫生技术", "graduation_date": "2003-07-05", "institution": "云山医学院"},
    ),
    (
        "application_form",
        lined("# 职称申报表", "申报类别：正常申报", "单位审核意见：同意上报", "2020年8月28日"),
        {"applied_series": "", "issue_date": "2020-08-28"},
    ),
    (
        "skill_certificate",
        lined("# 职业资格证书", "职业及等级：装配钳工二级/技师"),
        {"occupation": "装配钳工", "skill_level": "二级/技师"},
    ),
    (
        "social_insurance",
        lined("# 社会保险参保缴费情况表", "参保起始：201509  最近缴费：202006"),
        {"start_date": "2015-09", "end_date": "2020-06"},
    ),
    (
        "title_certificate",
        lined("# 任职资格证书", "经云山州艺术系列评审委员会二〇一三年十月二十六日评审通过。", "证字第 DH13YS0007 号"),
        {"approved_date": "2013-10-26", "certificate_number": "DH13YS0007"},
    ),
    (
        "service_proof",
        lined(
            "# 支教工作证明",
            "马静老师于2018年7月10日至2019年7月20日受组织援派到高山州岭谷市博物馆工作。",
            "云山县教育局",
            "2019年7月25日",
            "情况属实。",
            "岭谷市博物馆",
            "2019年7月26日",
        ),
        {"place": "高山州岭谷市博物馆", "issuer": "云山县教育局", "issue_date": "2019-07-25"},
    ),
    (
        "commendation",
        lined("# 关于表扬先进个人的决定", "对李建平、马文香、刀文学等 3 名同志予以通报表扬。"),
        {"names": ("李建平", "马文香", "刀文学")},
    ),
    (
        "title_notice",
        lined("# 关于确认扎发农艺师任职资格的通知", "经审核，扎发同志符合任职条件，确认其农艺师任职资格。"),
        {"names": ("扎发",)},
    ),
    (
        "credential_report",
        lined("# 教育部学历证书电子注册备案表", "更新日期：2020年7月20日", "登录学信网可验证", "网址 www.x.cn  学信网"),
        {"issuer": "学信网"},
    ),
    (
        "award_certificate",
        lined(
            "# 云山彝族自治州科学技术进",
            "# 步奖",
            "# 证书",
            "为表彰在推动科学技术进步中做出突出贡献的项目获得者",
            "获奖者：马静",
            "奖励等级：三等奖",
            title=24.0,
        ),
        {"award_name": "云山彝族自治州科学技术进步奖", "award_grade": "三等奖"},
    ),
    (
        "award_certificate",
        lined("# 荣誉证书", "授予马静“云山市有突出贡献人才”称号。"),
        {"award_name": "云山市有突出贡献人才"},
    ),
    (
        "award_certificate",
        lined("# 荣誉证书", "马静在2019年度工作中表现突出，荣获公司“年度优秀管理者”称号。"),
        {"award_name": "年度优秀管理者"},
    ),
    (
        "award_certificate",
        lined("# 荣誉证书", "在云山省第十届新剧（节）目展演中，表演独舞《银泡》，荣获表演奖一等奖。"),
        {"award_name": "云山省第十届新剧(节)目展演表演奖", "award_grade": "一等奖"},
    ),
    (
        "award_certificate",
        lined("# 获奖证书", "在云山省优秀设计奖评选中，“水库扩建”荣获二等奖，马静为主要完成人（排名第2）。"),
        {"award_name": "云山省优秀设计奖", "person_name": "马静", "rank": "2"},
    ),
    (
        "award_certificate",
        lined(
            "# 获奖证书",
            "马静等完成的“导轨刮研法”项目荣获云山省专利奖三等奖，获奖人排名：第一。",
            "云山省市场监督管理局",
        ),
        {"person_name": "马静", "rank": "1", "award_level": "provincial"},
    ),
    (
        "award_certificate",
        lined("# 证书", "项目名称：《茶马古道石刻考释》（著作）", "获奖者：马静（第1作者）"),
        {"project_name": "茶马古道石刻考释"},
    ),
    (
        "award_certificate",
        lined("# 证书", "项目名称：歌舞诗《云岭谣》", "获奖者：马静（主要演职人员第2名）"),
        {"project_name": "歌舞诗《云岭谣》", "rank": "2"},
    ),
    (
        "paper",
        lined(
            "# 小儿支气管炎的疗效观察",
            "马静  和玉罕",
            "650000  云山高谷 云山县人民医院儿科",
            "【摘要】目的：观察疗效。",
        ),
        {"affiliation": "云山县人民医院儿科"},
    ),
    (
        "paper",
        lined(
            "# 目瑙纵歌的身体语汇与舞台转化", "马静", "（云山州民族文化工作团，云山 高谷 678400）", "【摘要】千人列队。"
        ),
        {"affiliation": "云山州民族文化工作团"},
    ),
]


@pytest.mark.parametrize(("kind", "page", "expected"), READ)
def test_what_is_read(kind: DocumentType, page: PageView, expected: dict[str, FactValue]) -> None:
    found = values_of(discovered()[kind].facts([page]))
    assert {name: found.get(name, "") for name in expected} == expected


@pytest.mark.parametrize("signed_once", [lined("# 支教工作证明", "以上情况属实。", "云山县教育局", "2019年7月25日")])
def test_the_only_signature_under_a_statement_of_truth_is_the_issuers(signed_once: PageView) -> None:
    assert values_of(discovered()["service_proof"].facts([signed_once]))["issuer"] == "云山县教育局"


def test_names_broken_by_a_rare_character_or_the_end_of_the_line() -> None:
    page = lined(
        "关于公布馆员评审结果的批复",
        "同意下列人员取得馆员任职资格：",
        "狄树春  虞朝阳  和晓  赟  孙朝阳  黄海波  舒启",
        "丽  章绍武  宋建国",
    )
    names = values_of(discovered()["title_notice"].facts([page]))["names"]
    assert names == ("狄树春", "虞朝阳", "和晓赟", "孙朝阳", "黄海波", "舒启丽", "章绍武", "宋建国")


def test_names_of_two_characters_stay_apart() -> None:
    found = chinese(lined("李明  王芳  和平").lines[0].passage)
    assert found is not None
    assert found.names == ("李明", "王芳", "和平")

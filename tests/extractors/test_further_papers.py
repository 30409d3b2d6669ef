"""Papers that offices print beside certificates: covers of standards, lesson plans, lists of works, the patent office's
later notices, lists that a site shows. What is made up here keeps their wording and setting, and their look-alikes."""

from __future__ import annotations

import pytest

from extractors.classify import best
from extractors.types import discovered
from extractors.types.integrity_pledge import EXTRACTOR as PLEDGE
from extractors.works.honours import level_of_body
from tests.extractors.pages import gridded, lined, placed, values_of
from tests.extractors.reading import facts_of, has, read, rows

STANDARD = lined(
    "ICS 65.020.20",
    "# DB99",
    "云山省地方标准",
    "DB99/T 1001—2018",
    "# 高山茶园管理技术规程",
    "2018-03-05 发布  2018-06-01 实施",
    "云山省市场监督管理局  发布",
)
FOREWORD = lined(
    "前言",
    "本标准由云山省农业农村厅提出并归口。",
    "本标准主要起草人：李明、王红、刀美兰。",
    number=2,
)


def test_a_standard_is_read_from_its_cover_and_foreword() -> None:
    has(
        read("merit_proof", STANDARD, FOREWORD),
        {
            "project_name": "高山茶园管理技术规程",
            "issue_date": "2018-03-05",
            "issuer": "云山省市场监督管理局",
            "certificate_number": "DB99/T 1001-2018",
            "members": ("李明", "王红", "刀美兰"),
        },
    )


def test_a_paper_that_speaks_of_a_standard_is_none() -> None:
    view = lined("# 情况说明", "李明同志参与云山省地方标准DB99/T 1001—2018的宣传。", "云山县茶叶站", "2019年3月5日")
    assert best(view).type != "merit_proof"


def test_each_work_of_a_list_is_a_row_and_its_head_no_role() -> None:
    view = gridded(
        (40, 150, 120, 80, 60),
        [
            ("序号", "项目名称", "起止时间", "担任角色", "规模"),
            ("1", "云山县水库加固工程", "2008.05～2010.08", "项目负责人", "90万元"),
            ("2", "云山县河道治理工程", "2011.02～2012.06", "校核人", "120万元"),
        ],
        above=[(200, 40, "主要工程业绩一览表", 18), (60, 70, "姓名：李明"), (60, 320, "以上情况属实。")],
    )
    facts = facts_of("merit_proof", view)
    assert rows(facts) == [
        {
            "project_name": "云山县水库加固工程",
            "role": "项目负责人",
            "start_date": "2008-05",
            "end_date": "2010-08",
        },
        {"project_name": "云山县河道治理工程", "role": "校核人", "start_date": "2011-02", "end_date": "2012-06"},
    ]
    assert not [f for f in facts if f.item == 0 and f.name in ("role", "project_name")]


def test_a_lesson_plan_tells_who_taught_when_and_its_day_is_held_against_nobody() -> None:
    view = gridded(
        (80, 150, 80, 150),
        [
            (("课题", 1), ("《春江花月夜》", 3)),
            ("授课教师", "李明", "授课班级", "高一（2）班"),
            ("授课时间", "2018年11月7日", "课型", "新授课"),
            (("教学目标", 1), ("理解主要内容。", 3)),
            (("教学重点", 1), ("诗的意象。", 3)),
            (("教学过程", 1), ("导入新课。", 3)),
        ],
        above=[(240, 50, "课时教案", 18)],
    )
    has(read("merit_proof", view), {"person_name": "李明", "issue_date": "2018-11-07"})
    assert all(f.confidence < 0.9 for f in facts_of("merit_proof", view) if f.name == "issue_date")


def test_a_prize_for_a_lesson_plan_stays_a_prize() -> None:
    view = lined("# 荣誉证书", "李明同志：", "您撰写的《春江花月夜》教案荣获一等奖。", "云山县教育局", "2018年11月7日")
    assert best(view).type == "award_certificate"


def test_a_work_shown_is_a_merit() -> None:
    view = lined(
        "# 作品播出证明",
        "由我单位李明同志担任编导的专题片《又见云山》，于2016年1月14日在云山广播电视台首播。",
        "特此证明。",
        "云山县融媒体中心",
        "2017年4月4日",
    )
    has(
        read("merit_proof", view),
        {"person_name": "李明", "role": "编导", "project_name": "又见云山", "issue_date": "2017-04-04"},
    )


def test_a_new_technique_is_proved() -> None:
    view = placed(
        [
            (200, 60, "新技术新项目开展证明", 20),
            (100, 110, "技术名称"),
            (200, 110, "超声引导下穿刺术"),
            (100, 140, "开展科室"),
            (200, 140, "内科"),
            (320, 140, "开展时间"),
            (400, 140, "2021.09至今"),
            (100, 170, "主要开展人"),
            (200, 170, "李明"),
            (320, 170, "承担角色"),
            (400, 170, "项目负责人"),
            (100, 200, "完成例数"),
            (200, 200, "35例"),
            (320, 200, "有效率"),
            (400, 200, "90%"),
        ]
    )
    has(
        read("merit_proof", view),
        {
            "person_name": "李明",
            "role": "项目负责人",
            "project_name": "超声引导下穿刺术",
            "start_date": "2021-09",
        },
    )


def test_the_notice_that_a_patent_will_be_granted() -> None:
    view = lined(
        "国家知识产权局",
        "申请号：2020 2 026 0063.1  发文日：2021年5月3日",
        "# 授予实用新型专利权通知书",
        "1．根据专利法及实施细则的规定，申请人云山县茶厂于2020年7月23日提出的",
        "名称为“一种茶叶萎凋架”的专利申请，经审查没有发现驳回理由，将作出授予专利权的决定。",
    )
    has(
        read("patent_application", view),
        {
            "application_number": "202020260063.1",
            "issue_date": "2021-05-03",
            "application_date": "2020-07-23",
            "patent_name": "一种茶叶萎凋架",
            "issuer": "国家知识产权局",
        },
    )


def test_the_applicants_own_request_has_no_date_of_issue() -> None:
    view = gridded(
        (100, 200, 140),
        [
            ("⑦ 发明名称", "一种茶叶萎凋架", "① 申请号\n202010330347.8"),
            ("⑧ 发明人", "李明  王红", "③ 申请日\n2020年3月5日"),
            ("⑨ 第一发明人国籍", "中国", ""),
        ],
        above=[(220, 60, "发明专利请求书", 20)],
    )
    found = read("patent_application", view)
    has(
        found, {"application_number": "202010330347.8", "application_date": "2020-03-05", "inventors": ("李明", "王红")}
    )
    assert "issue_date" not in found


def test_a_letter_that_an_offices_site_shows_under_labels() -> None:
    view = placed(
        [
            (70, 60, "云山县人民政府门户网站 > 政府信息公开", 9),
            (70, 90, "发文机关"),
            (150, 90, "云山县人民政府"),
            (320, 90, "成文日期"),
            (400, 90, "2022年6月6日"),
            (70, 120, "文号"),
            (150, 120, "云政发〔2022〕17号"),
            (70, 150, "标题"),
            (150, 150, "关于表彰2022年优秀项目经理的决定"),
            (90, 180, "县人民政府决定，对李明等3名优秀项目经理予以表彰。名单："),
            (90, 205, "李明"),
            (160, 205, "王红"),
            (230, 205, "张建国"),
        ]
    )
    has(
        read("commendation", view),
        {"issuer": "云山县人民政府", "issue_date": "2022-06-06", "title": "优秀项目经理"},
    )


def test_heads_of_groups_are_nobodys_names() -> None:
    view = lined(
        "# 关于授予“五一劳动奖章”的决定",
        "云工发〔2022〕18号",
        "决定授予以下5名同志“五一劳动奖章”：",
        "（一）教育系统：李明、王红、张建国",
        "（二）卫生系统：赵丽、刘芳",
        "云山县总工会",
        "2022年12月26日",
    )
    assert read("commendation", view)["names"] == ("李明", "王红", "张建国", "赵丽", "刘芳")


SHOWN = (
    "云山市人力资源和社会保障局 门户网站",
    "# 2017年度卫生技术职称评审通过人员公示",
    "发布日期：2017-09-14",
    "经评委会评审，以下3人通过副主任医师资格评审，现予公示，公示期5个工作日。",
    "序号  姓名  单位",
    "1  李明  云山县医院",
    "2  王红  云山市医院",
    "3  张建国  云山市医院",
)


def test_an_office_shows_who_passed() -> None:
    has(
        read("title_notice", lined(*SHOWN)),
        {"issuer": "云山市人力资源和社会保障局", "title": "副主任医师", "issue_date": "2017-09-14"},
    )


def test_a_publicity_with_its_days_stays_one() -> None:
    dated = SHOWN[3].replace("公示期5个工作日", "公示时间为2017年9月14日至2017年9月20日")
    assert best(lined(*SHOWN[:3], dated, *SHOWN[4:])).type == "employer_publicity"


def test_titles_of_a_letter_by_its_sections() -> None:
    view = lined(
        "云山省人力资源和社会保障厅文件",
        "云人社〔2019〕22号",
        "# 关于确认2019年度专业技术资格的通知",
        "经审核，确认下列人员具备相应专业技术资格。",
        "一、馆员（2人）",
        "李明  王红",
        "二、副研究馆员（3人）",
        "张建国  赵丽  刘芳",
        "云山省人力资源和社会保障厅",
        "2019年10月20日",
    )
    titles = [f.value for f in facts_of("title_notice", view) if f.name == "title"]
    assert titles == ["馆员", "副研究馆员"]


def test_a_pledge_is_of_the_day_that_its_person_signed() -> None:
    view = lined(
        "# 职称评审申报承诺书",
        "本人所提供的材料真实有效，如有弄虚作假，自愿接受处理。",
        "申报人签名：李明  2022年7月20日",
        "我单位已审查，保证材料真实。",
        "单位（盖章）：云山县档案馆",
        "2022年7月21日",
    )
    assert values_of(PLEDGE.facts([view]))["issue_date"] == "2022-07-20"


def test_an_order_to_move_names_whom_it_moves() -> None:
    view = lined(
        "# 事业单位工作人员调动通知",
        "云山市档案馆：",
        "同意李明同志从云山县图书馆调入你单位工作，请按期办理报到手续。",
        "云山市人力资源和社会保障局",
        "2013年3月8日",
    )
    has(values_of(discovered()["other"].facts([view])), {"person_name": "李明", "issue_date": "2013-03-08"})


def test_a_query_of_a_book_has_its_title_and_year_under_labels() -> None:
    view = lined(
        "中国国家版本馆CIP数据核字号验证",
        "# 图书CIP详细信息",
        "ISBN  978-7-04-641486-2",
        "正书名  茶园实用技术",
        "著者  李明，王红主编",
        "出版单位  云山出版社",
        "出版时间  2019.6",
    )
    has(read("book_pages", view), {"title": "茶园实用技术", "year": "2019", "authors": ("李明", "王红")})


def test_a_description_of_a_book_may_name_no_place() -> None:
    view = lined(
        "图书在版编目（CIP）数据",
        "茶园实用技术/李明编著.—云山出版社，2016.4",
        "ISBN 978-7-222-98687-9",
        "责任编辑  王红",
    )
    has(read("book_pages", view), {"title": "茶园实用技术", "authors": ("李明",), "year": "2016"})


NAMED = (
    ("展览策划证明", "兹证明李明同志担任“古道文物展”策展人，该展于2019年5月1日至10月8日展出。"),
    ("教材编写证明", "李明同志参加了校本教材《云山乡土地理》的编写工作，担任副主编。"),
    ("决策咨询报告采纳证明", "李明同志撰写的《云山茶产业发展的建议》被我局采纳。"),
    ("科技特派员服务业绩证明", "李明同志2018年至2020年在云山镇开展技术服务45次。"),
    ("参演证明", "李明同志在大型歌舞剧《云山情》中担任主演。"),
)


@pytest.mark.parametrize(("title", "says"), NAMED)
def test_proofs_of_merits_by_other_names(title: str, says: str) -> None:
    view = lined(f"# {title}", says, "特此证明。", "云山县某某局", "2019年11月1日")
    assert read("merit_proof", view)["person_name"] == "李明"


def test_a_client_is_no_person_and_a_class_no_rank() -> None:
    client = lined("# 用户使用证明", "云山县茶厂于2018年5月起使用李明同志研制的“茶叶萎凋架”。", "2019年11月1日")
    assert read("merit_proof", client).get("person_name") != "云山县茶厂"
    taught = lined(
        "# 班主任工作经历证明", "兹证明李明同志担任我校初二（3）班班主任。", "云山县第一中学", "2020年9月1日"
    )
    assert "rank" not in read("merit_proof", taught)


def test_titles_declared_or_told_to_one() -> None:
    declared = lined(
        "# 公告",
        "经云山省高评委评审，李明等3人取得高级农艺师资格，现予公布。",
        "李明  王红  张建国",
        "云山省人力资源和社会保障厅",
        "2019年12月5日",
    )
    has(read("title_notice", declared), {"title": "高级农艺师", "names": ("李明", "王红", "张建国")})
    told = lined("# 任职资格通知", "李明同志：经评审通过，你已具备高级工程师任职资格。", "2019年7月10日")
    has(read("title_notice", told), {"title": "高级工程师", "names": ("李明",)})
    other = lined("# 公告", "因线路检修，云山镇将停电。", "云山县供电局", "2019年12月5日")
    assert best(other).type == "other"


def test_a_letter_that_names_people_something() -> None:
    view = lined(
        "云教发〔2019〕8号",
        "# 关于命名第三批县级骨干教师的通知",
        "经评选，命名李明、王红、张建国等3名同志为县级骨干教师。",
        "云山县教育局",
        "2019年12月5日",
    )
    has(read("commendation", view), {"title": "县级骨干教师", "names": ("李明", "王红", "张建国")})


def test_a_work_that_somebody_wrote() -> None:
    view = lined(
        "# 作品演出证明", "话剧《云山情》由李明同志编剧，于2019年5月6日在云山剧院首演。", "云山话剧团", "2019年8月1日"
    )
    has(read("merit_proof", view), {"person_name": "李明", "role": "编剧", "project_name": "云山情"})


@pytest.mark.parametrize("subject", ["关于王红等同志取得会计师资格的批复", "云山市高级职称评审结果公布名单"])
def test_further_subjects_of_notices(subject: str) -> None:
    view = lined(
        f"# {subject}", "经评审，同意王红、李明2名同志取得会计师资格。", "云山市人力资源和社会保障局", "2019年12月5日"
    )
    has(read("title_notice", view), {"title": "会计师", "names": ("王红", "李明")})


def test_two_who_sign_one_letter() -> None:
    view = lined(
        "云发〔2019〕7号",
        "# 关于表彰名医的决定",
        "决定授予李明、王红、张建国等3人“云山名医”称号。",
        "中共云山县委员会  云山县人民政府",
        "2019年7月1日",
    )
    issuers = {f.value for f in facts_of("commendation", view) if f.name == "issuer"}
    assert issuers == {"中共云山县委员会", "云山县人民政府"}


@pytest.mark.parametrize(
    ("body", "level"),
    [("云山县教育科学研究所", "county"), ("云山县教育局教研室", "county"), ("云山县茶叶研究所", "employer")],
)
def test_an_education_authority_honours_through_its_institutes(body: str, level: str) -> None:
    assert level_of_body(body) == level


def test_an_order_and_a_letter_of_attorney_name_their_person() -> None:
    order = lined("# 调令", "兹调李明同志到云山县医院工作。", "云山县人事局", "1999年3月4日")
    has(values_of(discovered()["other"].facts([order])), {"person_name": "李明", "issue_date": "1999-03-04"})
    attorney = lined("# 授权委托书", "委托人：李明", "受托人：王红", "2020年3月5日")
    has(values_of(discovered()["other"].facts([attorney])), {"person_name": "李明"})


def test_the_gazette_prints_the_office_in_full() -> None:
    view = lined(
        "(19)中华人民共和国国家知识产权局",
        "# (12)发明专利申请",
        "(21)申请号 201110743411.6",
        "(43)申请公布日 2012.12.12",
    )
    assert read("patent_application", view)["issuer"] == "中华人民共和国国家知识产权局"

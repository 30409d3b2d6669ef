"""What shows that a patent was applied for: letters of agencies, extracts of the register; all text made up."""

from __future__ import annotations

from extractors.classify import best
from tests.extractors.pages import lined
from tests.extractors.reading import has, read


def test_an_agencys_letter() -> None:
    page = lined(
        "# 专利申请证明",
        "云山县农机厂委托我所代理的“一种山地播种",
        "机”发明专利申请，第一发明人为和志强，已于2011年6月14日提交国家知识产权",
        "局并获受理，申请号：2011 1 000 0000.7，目前处于审查阶段。",
        "特此证明。",
        "云山专利代理有限公司",
        "2011年9月14日",
    )
    expected = {"patent_name": "一种山地播种机", "inventors": ("和志强",), "application_date": "2011-06-14"}
    expected |= {"application_number": "201110000000.7", "issuer": "云山专利代理有限公司", "issue_date": "2011-09-14"}
    has(read("patent_application", page), expected)


_EXTRACT = (
    "中国专利公布公告",
    "[发明公布] 一种山地播种机",
    "申请号：201410000000.3",
    "申请日：2014.08.28",
    "申请人：云山县农机厂",
    "发明人：和志强;罗小明",
    "分类号：A01C7/00(2006.01)I",
)


def test_an_extract_of_the_register() -> None:
    page = lined(*_EXTRACT, "申请公布号：CN100000000A", "申请公布日：2015.06.24", "专利状态：实质审查的生效")
    expected = {"patent_name": "一种山地播种机", "inventors": ("和志强", "罗小明"), "application_date": "2014-08-28"}
    has(read("patent_application", page), expected | {"application_number": "201410000000.3"})


def test_an_extract_of_what_is_granted_is_none() -> None:
    page = lined(*_EXTRACT, "授权公告号：CN100000000B", "授权公告日：2016.06.24", "专利状态：授权")
    assert best(page).type != "patent_application"


def test_the_patent_office_by_its_own_name() -> None:
    page = lined(
        "# 专利申请受理通知书",
        "申请号：201830000000.3",
        "申请日：2018年2月6日",
        "发明创造名称：检测仪",
        "上述专利申请已由国家知识产权局受理。",
        "国家知识产权局专利局",
    )
    assert read("patent_application", page)["issuer"] == "国家知识产权局专利局"


def test_an_extract_whose_labels_have_no_colons() -> None:
    page = lined(
        "国家知识产权局 专利检索及分析",
        "发明名称  一种山地播种机",
        "申请号  CN201610000000.5",
        "申请日  2016.05.06",
        "公开（公告）号  CN100000000A",
        "申请（专利权）人  云山县农科所",
        "发明人/设计人  罗小明;和志强",
    )
    expected = {"patent_name": "一种山地播种机", "inventors": ("罗小明", "和志强"), "applicant": "云山县农科所"}
    has(read("patent_application", page), expected | {"application_number": "201610000000.5"})


def test_a_notice_on_the_way_to_a_grant() -> None:
    steps = ("申请号：201610000000.5", "申请日：2016年5月6日", "发明创造名称：一种山地播种机", "国家知识产权局")
    has(read("patent_application", lined("# 费用减缴审批通知书", *steps)), {"application_number": "201610000000.5"})


def test_a_notice_of_another_office_is_none() -> None:
    page = lined("# 初步审查合格通知书", "申请号：2016001", "贵单位的招标文件初步审查合格。", "云山县财政局")
    assert best(page).type != "patent_application"

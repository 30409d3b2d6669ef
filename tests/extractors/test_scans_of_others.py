"""Scanned certificates and receipts as other offices word them, with what an engine makes of them."""

from __future__ import annotations

from extractors.base import at_most_one
from extractors.classify import best
from extractors.forms.form_fields import FIELDS as FORM_FIELDS
from extractors.types.award_certificate import EXTRACTOR as AWARD
from extractors.types.book_pages import EXTRACTOR as BOOK
from extractors.types.patent_application import EXTRACTOR as RECEIPT
from extractors.types.patent_certificate import EXTRACTOR as PATENT
from extractors.types.postdoc_certificate import EXTRACTOR as POSTDOC
from extractors.types.software_copyright import EXTRACTOR as SOFTWARE
from tests.extractors.pages import lined, placed, values_of


def test_a_receipt_of_a_patent_application_is_one_whatever_it_is_called() -> None:
    for title in ("发明专利请求受理回执", "专利申请受理通知", "专利电子申请回执"):
        view = lined(
            f"# {title}",
            "申请号  201510105723.2  提交日（申请日）  2015-03-11",
            "发明名称  一种便携式渗压计固定装置  发明人  罗小明、段文彬",
            "回执日期  2015-03-12",
            "国家知识产权局",
            source="ocr",
        )
        assert best(view).type == "patent_application"
        found = values_of(RECEIPT.facts([view]))
        assert found["application_number"] == "201510105723.2"
        assert (found["application_date"], found["issue_date"]) == ("2015-03-11", "2015-03-12")
        assert found["inventors"] == ("罗小明", "段文彬")


def test_a_receipt_for_a_project_is_no_patent_application() -> None:
    view = lined("# 科研项目申请受理回执", "项目名称：山区小型水库渗流监测", "受理单位：云山县科学技术局", source="ocr")
    assert best(view).type != "patent_application"


def test_a_change_of_name_is_no_project() -> None:
    view = lined(
        "# 户口项目变更证明",
        "罗小明，男，公民身份号码530402198002112015，曾用名罗明，",
        "经我所批准变更姓名为罗小明，系同一人。",
        "云山县公安局城关派出所",
        "2020年6月30日",
        source="ocr",
    )
    assert best(view).type == "other"
    assert (
        best(lined("# 科研项目变更证明", "项目名称：山区小型水库渗流监测", "项目编号：2016YN116")).type
        == "project_proof"
    )


def test_a_software_number_is_read_where_it_stands_whatever_its_form() -> None:
    def number(printed: str) -> object:
        view = lined(
            "# 计算机软件著作权登记证书", "软件名称：灌区巡查管理系统V1.0", f"登记号：{printed}", "权利范围：全部权利"
        )
        return values_of(at_most_one(SOFTWARE.facts([view]))).get("registration_number")

    assert number("2018S23605") == "2018S23605"
    assert number("2018SR123605") == "2018SR123605"
    assert number("全部权利") is None


BILINGUAL = placed(
    [
        (200, 60, "博士后证书", 22.0),
        (400, 62, "Certificate of Postdoctoral Research", 14.0),
        (60, 110, "兹证明罗小明（男，1974.05.08生）"),
        (60, 134, "2007.09.01进入云山理工大学工作，2009.11.10完"),
        (340, 134, "This is to certify that the above named has"),
        (60, 158, "成博士后研究出站。中国博士后科学基金资助编号："),
        (350, 158, "satisfactorily completed postdoctoral research."),
        (60, 182, "20080430887"),
        (340, 182, "No.091482"),
        (340, 220, "2010年1月8日"),
    ],
    source="ocr",
)


def test_a_postdoctoral_certificate_with_an_english_column() -> None:
    found = values_of(POSTDOC.facts([BILINGUAL]))
    assert found["institution"] == "云山理工大学"
    assert (found["start_date"], found["end_date"]) == ("2007-09-01", "2009-11-10")
    assert (found["fund_number"], found["certificate_number"]) == ("20080430887", "091482")


def test_a_postdoctoral_certificate_that_begins_with_the_name() -> None:
    def person(*said: str) -> object:
        return values_of(POSTDOC.facts([lined("# 博士后证书", *said, source="ocr")])).get("person_name")

    end = "在云山医院博士后科研工作站从事博士后研究工作，期满出站。"
    assert person("罗小明 于2007年10月1日至2009年12月20日", end) == "罗小明"
    assert person("本公司于2007年10月1日设立博士后科研工作站，", end) is None
    assert person("公司于2007年10月1日设立博士后科研工作站，", end) is None


def test_a_dash_that_an_engine_read_as_one_in_cip_data() -> None:
    view = lined(
        "图书在版编目（CIP）数据",
        "滇西渗流监测技术/罗小明，段文彬著．一昆明：云山科技出版社，",
        "2017.6",
        "ISBN 978-7-5416-9821-7",
        source="ocr",
    )
    found = values_of(BOOK.facts([view]))
    assert (found["title"], found["authors"]) == ("滇西渗流监测技术", ("罗小明", "段文彬"))
    assert found["publisher"] == "云山科技出版社"


def test_the_title_of_a_colophon_stands_above_its_author() -> None:
    def title(*above: str) -> object:
        view = lined(
            *above,
            "作者：罗小明、段文彬 编著",
            "出版发行：云山科技出版社",
            "书号：ISBN 978-7-5416-2207-6",
            source="ocr",
        )
        return values_of(BOOK.facts([view])).get("title")

    assert title("云山重楼属植物资源") == "云山重楼属植物资源"
    assert title("责任编辑：马勇") is None
    assert title("版权所有 侵权必究") is None


def test_a_label_whose_second_half_stands_under_its_first() -> None:
    def route(second: str) -> object:
        view = placed(
            [
                (60, 100, "申报专业"),
                (140, 100, "建筑工程"),
                (60, 130, "申报类型及", 15.0),
                (64, 139.8, second, 15.0),
                (150, 134, "定向评价", 15.0),
            ],
            source="ocr",
        )
        return values_of(FORM_FIELDS.read([view])).get("applied_route")

    assert route("享受政策") == "定向评价"
    assert route("有关待遇") == "定向评价"


def test_the_grade_of_an_honour_is_no_part_of_its_name() -> None:
    found = values_of(AWARD.facts([lined("# 奖状", "授予罗小明同志农业技术推广先进个人一等奖，以资表彰。")]))
    assert (found["award_name"], found["award_grade"]) == ("农业技术推广先进个人", "一等奖")
    labelled = lined("# 获奖证书", "获奖者：罗小明", "奖励名称：2019年度云山县教学成果奖一等奖")
    assert values_of(AWARD.facts([labelled]))["award_name"] == "云山县教学成果奖"


def test_inventors_whose_names_a_scan_runs_together() -> None:
    def inventors(printed: str) -> object:
        lines = ("# 实用新型专利证书", "实用新型名称：一种渗压计固定装置", f"设计(发明)人：{printed}")
        return values_of(PATENT.facts([lined(*lines, source="ocr")])).get("inventors")

    assert inventors("罗小刚李志强王慧芝") == ("罗小刚", "李志强", "王慧芝")
    assert inventors("罗小明、段文彬") == ("罗小明", "段文彬")
    assert inventors("罗小明") == ("罗小明",)
    assert inventors("罗小明段文彬") is None  # 罗小 明段 文彬 as well

"""What is hidden from a reader, and what must stay legible."""

from __future__ import annotations

import pytest

from reports.masking import Masker, masker
from tests.reports import samples


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("号码53010219850307123X。", "号码530***********123X。"),
        ("53010219850307123x", "530***********123x"),
        ("５３０１０２１９８５０３０７１２３Ｘ", "５３０***********１２３Ｘ"),
        ("530102850307123", "530********7123"),
        ("12 530102 19850307 123X", "12 530*************123X"),
        ("5 3 0 1 0 2 1 9 8 5 0 3 0 7 1 2 3 X", "5 3 0 **********************1 2 3 X"),
        ("530102198513071239", "530***********1239"),  # no such month: altered or misread, still a person's number
        ("5301021985030712", "530*********0712"),  # a digit lost
        ("身份证号：53O10219850307I23X", "身份证号：53O***********I23X"),  # letters read for digits
        ("电话13812345678", "电话138****5678"),
        ("138-1234-5678", "138-*****5678"),
        ("+86 13812345678", "+86 138****5678"),
        ("联系电话：138123456789", "联系电话：138*****6789"),  # a digit doubled in reading
        ("106731201905000123", "10673*201905******"),
        ("10673520020600012", "10673*200206*****"),
        ("110000000530102198503071", "110000000530102198503071"),  # twenty-four digits without a person's number
        ("20115311053010219850307123X", "201153110******************"),  # doctors' codes end in the holder's number
        ("账号：6222021234567890123", "账号：〔银行账号已隐去〕"),
        ("家庭住址：云南省昆明市五华区某路1号，电话", "家庭住址：〔住址已隐去〕，电话"),
        ("户籍所在地云南省大理市某镇某村", "户籍所在地〔住址已隐去〕"),
    ],
)
def test_personal_data_is_hidden(text: str, shown: str) -> None:
    assert Masker().text(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "ZL201710601862.3",
        "ZL 97101765.4",
        "CN117241078A",
        "2018SR001852",
        "软著登字第4317518号",
        "ISSN 1000-0003",
        "1000-0003(2019)06-0001-05",
        "978-7-222-00000-1",
        "12530000431200000M",
        "91530000MA6K5X1234",
        "2018 90 30 2019 90 72 2020 90 60",
        "2016-11-01至2020-12-31",
        "10.13800/j.cnki.138123456789",
        "住址与身份证记载不一致",
        "530***********123X",
        "",
    ],
)
def test_public_numbers_and_ordinary_text_stay(text: str) -> None:
    assert Masker().text(text) == text


def test_unmasking_shows_numbers_but_never_a_hidden_name() -> None:
    shown = Masker(names=("甲某",), unmask=True).text(f"甲某 {samples.ID} {samples.PHONE}")
    assert shown == f"〔已隐去〕 {samples.ID} {samples.PHONE}"


def test_serials_of_personal_certificates_are_known_from_the_report() -> None:
    hide = masker(samples.report())
    assert hide.text(f"编号{samples.DIPLOMA}") == "编号10673*201905******"
    assert hide.text("53010219850307123X") == "530***********123X"


def test_masking_twice_is_masking_once() -> None:
    hide = masker(samples.report())
    once = hide.text(f"{samples.ID}，{samples.PHONE}，{samples.DIPLOMA}")
    assert hide.text(once) == once

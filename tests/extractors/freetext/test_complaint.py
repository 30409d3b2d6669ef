"""Complaint letters: allegations one by one, and the writer never in them."""

from __future__ import annotations

import pytest

from extractors.freetext import allegations, letter
from extractors.freetext.topics import OTHER, TOPICS, touched

NUMBERED = """关于反映李国华同志职称申报材料造假的信
尊敬的省人社厅领导：
    我是某某市第八人民医院内科护士赵小兰，现实名举报我院职工李国华在2020年度副主任医师评审中弄虚作假。具体如下：
一、学历造假。李国华2009年取得的“临床医学”本科文凭系函授，却填写为全日制。
二、论文抄袭。其2018年发表在《某某医药》上的《高原地区肺炎的护理研究》一文与张建国2016年的论文大段雷同。
三、获奖不实。所报2017年某某市科技进步二等奖，实际排名第七，填报为第二。
恳请贵厅调查核实。
此致
敬礼
举报人：赵小兰
联系电话：13800001234
身份证号：530102198001011234
2020年12月3日
"""
ARABIC = """致省农业农村厅职改办：
现反映公示名单中某某市农业技术推广中心刀建国的以下问题：
1、该同志2012年9月才取得农艺师资格，2016年即申报高级，任职年限不满5年。
2.所附专利ZL201710601862.3发明人并非其本人，他只是挂名。
3．2018年、2019年继续教育学时不够，证书是买的。
一名知情群众
2020-12-01
"""
PROSE = (
    "省评委会：近日看到公示，对其中王志强有疑问。王志强是我校数学教师，2015年取得一级教师。"
    "据了解，他申报的《中学数学教学改革研究》课题根本没有他参与，主持人是何美玲。"
    "另外他从来没有到乡镇支教过，支教证明是托人开的。他的年度考核2017年是基本合格，却填了优秀。请核实。"
)
NESTED = """举报信
一、被反映人基本情况
张伟，某某设计院职工。
二、反映的主要问题
（一）论文代写。2019年的论文《某某研究》系找人代写。
（二）工程业绩虚假。所报某某大桥项目并未参与。
三、诉求
请求撤销其资格。
反映人：孙小明
"""


def kinds(text: str) -> list[str]:
    return [a.kind for a in allegations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NUMBERED, ["education", "plagiarism", "award"]),
        (ARABIC, ["years", "patent", "training"]),
        (PROSE, ["project", "service", "appraisal"]),
        (NESTED, ["authorship", "project"]),
    ],
    ids=["numbered", "arabic", "prose", "nested"],
)
def test_a_letter_is_parted_into_its_allegations(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
    assert [a.number for a in allegations(text)] == list(range(1, len(expected) + 1))


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        (NUMBERED, "李国华", ""),
        (ARABIC, "刀建国", "某某市农业技术推广中心"),
        (PROSE, "王志强", ""),
        ("被举报人：和丽江，工作单位：某某县医院。其学历造假。", "和丽江", "某某县医院"),
    ],
)
def test_who_is_complained_of(text: str, name: str, unit: str) -> None:
    read = letter(text)
    assert (read.reported, read.reported_unit) == (name, unit)


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        (NUMBERED, ("赵小兰", "13800001234", "530102198001011234", "内科护士", "我院")),
        (NESTED, ("孙小明",)),
        (PROSE, ("我校",)),
        ("本人系某某科科长钱多多，反映王强论文抄袭。\n钱多多\n2020年1月1日", ("钱多多", "科长")),
        ("反映王强论文抄袭。\n联系方式：a.b@example.invalid\n地址：某某路1号", ("example.invalid", "某某路")),
        ("我叫周小红，举报王强：一、学历造假。二、获奖不实。周小红可以作证。", ("周小红",)),
        ("反映王强学历造假。\n某某医院 钱多多、周小红", ("钱多多", "周小红")),
    ],
)
def test_the_writer_appears_nowhere(text: str, secrets: tuple[str, ...]) -> None:
    read = letter(text)
    shown = read.text + "".join(a.text + "".join(a.persons) for a in read.allegations)
    assert not [s for s in secrets if s in shown]
    assert read.redactions


def test_an_anonymous_letter_is_not_signed() -> None:
    assert letter(NUMBERED).signed
    assert not letter(ARABIC).signed


def test_the_reported_persons_number_stays() -> None:
    read = letter("被反映人：李国华，身份证号530102198001011234。\n一、学历造假。\n二、获奖不实。")
    assert "530102198001011234" in read.text


def test_details_of_an_allegation() -> None:
    second = allegations(NUMBERED)[1]
    assert second.years == ("2018", "2016")
    assert second.names == ("某某医药", "高原地区肺炎的护理研究")
    assert second.documents[0] == "paper"
    assert "publication.text-overlap" in second.codes
    assert NUMBERED[second.start : second.end] == second.text


def test_words_for_alteration_bring_in_the_forensics() -> None:
    (one,) = allegations("反映王强的获奖证书系PS伪造。")
    assert one.kind == "award" and "forensics.text-overlaid" in one.codes


@pytest.mark.parametrize("text", ["", "   \n", "此致\n敬礼"])
def test_nothing_said_is_no_allegation(text: str) -> None:
    assert allegations(text) == ()


def test_a_vague_letter_is_one_other_allegation() -> None:
    assert kinds("反映王强同志人品有问题，请领导调查。") == ["other"]


@pytest.mark.parametrize("word", ["云南省本科高校", "日本所长", "样本科"])
def test_words_that_only_look_like_ours_stay(word: str) -> None:
    assert word in letter(f"反映王强学历造假，其毕业于{word}。").text


def test_every_row_of_the_table_is_complete() -> None:
    for topic in (*TOPICS, OTHER):
        assert topic.documents and topic.codes and topic.label
    assert len({t.kind for t in TOPICS}) == len(TOPICS)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("论文与他人高度雷同", "plagiarism"),
        ("第一作者实为其学生", "authorship"),
        ("该刊是假刊，知网查不到", "journal"),
        ("从未驻村扶贫", "service"),
        ("单位未经公示就推荐", "publicity"),
        ("冒用他人身份证", "identity"),
        ("职称证书是假的", "title"),
    ],
)
def test_topics(text: str, kind: str) -> None:
    assert touched(text)[0] == kind


def test_a_hostile_letter_ends() -> None:
    assert isinstance(letter("举报" * 20000 + "（" * 5000), object)

"""Lists of those who passed or were sent: of none more than of the others, until the applicant is known."""

from __future__ import annotations

from extractors.members import placed
from extractors.records import Document, Fact
from extractors.types import discovered
from tests.extractors.pages import lined, ruled
from tests.extractors.pages import placed as page_of
from tests.extractors.reading import facts_of

ID = "53010219850307123X"
ID_B = "530102198803071231"


def document(kind: str, facts: list[Fact], identifier: str = "d02") -> Document:
    return Document(
        id=identifier,
        file="a.pdf",
        pages=(1, 1),
        type=kind,  # type: ignore[arg-type]
        confidence=1.0,
        source="text",
        sha256="",
        facts=tuple(facts),
    )


def card(name: str) -> Document:
    facts = discovered()["identity_card"].facts([lined(f"姓名  {name}", "性别  男", f"公民身份号码  {ID}")])
    return document("identity_card", facts, "d01")


PASSED = page_of(
    [
        (150, 50, "云山州人力资源和社会保障局", 20),
        (150, 90, "关于公布2012年度考试成绩合格人员名单的通知", 14),
        (60, 130, "考试科目：林业专业知识考试"),
        *ruled(
            (50, 90, 120, 60),
            [["序号", "姓名", "准考证号", "成绩"], ["1", "段文彬", "88120034", "81"], ["2", "白雪", "88120035", "77"]],
            top=160,
            centred=False,
        ),
        (350, 320, "云山州人力资源和社会保障局"),
        (400, 345, "2012年11月3日"),
    ]
)


def test_a_list_of_those_who_passed_is_about_none_more_than_the_others() -> None:
    facts = facts_of("exam_certificate", PASSED)
    assert [(f.item, f.value) for f in facts if f.name == "member"] == [(1, "段文彬"), (2, "白雪")]
    assert not any(f.name in ("person_name", "score") for f in facts)
    own = placed([card("白雪"), document("exam_certificate", facts)])[1]
    assert (own.value("person_name"), own.value("score")) == ("白雪", "77")
    assert placed([card("马静"), document("exam_certificate", facts)])[1].first("person_name") is None


def test_a_list_of_workers_whose_skill_was_assessed() -> None:
    view = page_of(
        [
            (180, 50, "职业技能鉴定合格人员名册", 20),
            (60, 90, "鉴定职业：林木种苗工"),
            *ruled(
                (40, 70, 160, 80, 150),
                [
                    ["序号", "姓名", "身份证号", "技能等级", "证书编号"],
                    ["1", "段文彬", ID, "高级工", "2053001234567890"],
                    ["2", "白雪", ID_B, "中级工", "2053001234567891"],
                ],
                centred=False,
            ),
            (350, 320, "鉴定机构：云山州林业职业技能鉴定站"),
            (400, 345, "2012年1月7日"),
        ]
    )
    facts = facts_of("skill_certificate", view)
    own = placed([card("段文彬"), document("skill_certificate", facts)])[1]
    said = {name: own.value(name) for name in ("person_name", "id_number", "skill_level", "occupation")}
    assert said == {"person_name": "段文彬", "id_number": ID, "skill_level": "高级工", "occupation": "林木种苗工"}


def test_a_list_of_those_sent_with_the_days_they_left_and_returned() -> None:
    view = page_of(
        [
            (180, 50, "援鄂抗疫医务人员名单", 20),
            *ruled(
                (40, 70, 150, 120, 80, 80),
                [
                    ["序号", "姓名", "身份证号", "支援地", "出发日期", "返回日期"],
                    ["1", "段文彬", ID, "湖北省云山市", "2020.01.22", "2020.03.25"],
                    ["2", "白雪", ID_B, "湖北省云山市", "2020.01.28", "2020.03.19"],
                ],
                centred=False,
                left=40,
            ),
            (350, 320, "云山州卫生健康委员会"),
            (400, 345, "2020年6月20日"),
        ]
    )
    facts = facts_of("service_proof", view)
    own = placed([card("白雪"), document("service_proof", facts)])[1]
    said = {name: own.value(name) for name in ("person_name", "place", "start_date", "end_date", "service_kind")}
    assert said == {
        "person_name": "白雪",
        "place": "湖北省云山市",
        "start_date": "2020-01-28",
        "end_date": "2020-03-19",
        "service_kind": "epidemic",
    }

"""A dossier, its report and its page pictures, made up for the tests of reports. All numbers are synthetic."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from checks.records import (
    Claim,
    ClauseRef,
    Condition,
    Coverage,
    DossierRef,
    Engine,
    Evidence,
    Finding,
    PolicyUsed,
    Report,
)
from extractors.records import Document, Fact
from ingest.geometry import Box
from ingest.records import Dossier, Page, Problem, SourceFile, Word

ID = "53010219850307123X"
PHONE = "13812345678"
DIPLOMA = "106731201905000123"
DEGREE = "1067342019000123"
HOSTILE = "<script>alert(1)</script>\"'&{{7*7}}.pdf"
POLICY = "synthetic-2020"
DIGEST = "ab" * 32


class Flat:
    """White pages with a black bar under every word, at any resolution."""

    def __init__(self, dossier: Dossier):
        self._pages = {(p.file, p.number): p for p in dossier.pages}
        self.rendered = 0

    def page(self, file: str, number: int, dpi: int) -> NDArray[np.uint8]:
        if (file, number) not in self._pages:
            raise LookupError(file)
        self.rendered += 1
        page = self._pages[(file, number)]
        scale = dpi / 72
        pixels = np.full((round(page.height * scale), round(page.width * scale), 3), 255, np.uint8)
        for word in page.words:
            box = page.displayed(word.box)
            corners = [round(v * scale) for v in (box.x0, box.y0, box.x1, box.y1)]
            cv2.rectangle(pixels, corners[:2], corners[2:], (0, 0, 0), -1)
        return pixels


def word(text: str, x: float, y: float, size: float = 12.0) -> Word:
    return Word(text=text, box=Box(x, y, x + size * 0.5 * len(text), y + size))


def page(file: str, number: int, *words: Word, **more: object) -> Page:
    return Page(file=file, number=number, width=595.0, height=842.0, source="text", words=words, **more)  # type: ignore[arg-type]


def dossier() -> Dossier:
    files = ("01申报表.pdf", "02身份证.jpg", "03毕业证.pdf", HOSTILE)
    return Dossier(
        id="卷宗A",
        path="/data/卷宗A",
        files=tuple(
            SourceFile(name=n, path=f"/data/{n}", sha256=f"{i:02x}" * 32, size=1000, kind="pdf", page_count=1)
            for i, n in enumerate(files, 1)
        ),
        pages=(
            page(
                files[0], 1, word("姓名", 80, 100), word("和木", 140, 100), word("电话", 80, 140), word(PHONE, 140, 140)
            ),
            page(files[1], 1, word("公民身份号码", 80, 300), word(ID, 200, 300)),
            page(files[2], 1, word("编号", 80, 500), word(DIPLOMA, 140, 500)),
            page(files[3], 1, word("获奖", 80, 100)),
        ),
        problems=(Problem(kind="encrypted", file="05加密.pdf"),),
        inputs_sha256=DIGEST,
    )


def documents() -> tuple[Document, ...]:
    box = Box(140.0, 100.0, 300.0, 112.0)
    return (
        Document(
            id="d01",
            file="01申报表.pdf",
            pages=(1, 1),
            type="application_form",
            confidence=0.99,
            source="text",
            sha256="01" * 32,
            facts=(
                Fact(name="person_name", value="和木", text="和木", page=1, bbox=box),
                Fact(name="claimed_award", value="某科技进步奖", text="某科技进步奖", page=1, bbox=box, item=1),
            ),
            text="姓名 和木",
        ),
        Document(
            id="d02",
            file="02身份证.jpg",
            pages=(1, 1),
            type="identity_card",
            confidence=0.98,
            source="ocr",
            sha256="02" * 32,
            facts=(
                Fact(
                    name="id_number",
                    value=ID,
                    text=ID,
                    page=1,
                    bbox=Box(200.0, 300.0, 308.0, 312.0),
                    confidence=0.97123456,
                ),
            ),
        ),
        Document(
            id="d03",
            file="03毕业证.pdf",
            pages=(1, 1),
            type="diploma",
            confidence=0.97,
            source="text",
            sha256="03" * 32,
            facts=(
                Fact(
                    name="certificate_number", value=DIPLOMA, text=DIPLOMA, page=1, bbox=Box(140.0, 500.0, 248.0, 512.0)
                ),
                Fact(name="issue_date", value="2019-06-30", text="二〇一九年六月三十日", page=1, bbox=box),
            ),
        ),
        Document(
            id="d04",
            file=HOSTILE,
            pages=(1, 1),
            type="award_certificate",
            confidence=0.9,
            source="text",
            sha256="04" * 32,
            facts=(Fact(name="authors", value=("甲", "乙"), text="甲 乙", page=1, bbox=box),),
        ),
    )


def findings() -> tuple[Finding, ...]:
    clause = ClauseRef(POLICY, "二（四）")
    return (
        Finding(
            id="f01",
            code="identity.id-number-mismatch",
            severity="suspect",
            clause=clause,
            message=f"申报表与身份证的公民身份号码不一致：{ID}，电话{PHONE}",
            explanation="<b>两处</b>号码第17位不同。",
            innocent=("录入笔误", "证件换发"),
            verify="向户籍所在地公安机关核实",
            evidence=(
                Evidence(document="d02", file="02身份证.jpg", page=1, bbox=Box(200.0, 300.0, 308.0, 312.0), text=ID),
                Evidence(document="d04", file=HOSTILE, page=1, text="javascript:alert(1)"),
            ),
            weight=4,
        ),
        Finding(
            id="f02",
            code="completeness.missing-document",
            severity="missing",
            clause=ClauseRef("base-2019", "三"),
            message="缺少继续教育证明",
            evidence=(Evidence(file="01申报表.pdf", page=1, text="继续教育"),),
        ),
        Finding(
            id="f03",
            code="completeness.missing-seal",
            severity="missing",
            message="此件印章可疑，疑点待查",
            evidence=(
                Evidence(
                    document="d03", file="03毕业证.pdf", page=1, bbox=Box(140.0, 500.0, 248.0, 512.0), text=DIPLOMA
                ),
            ),
        ),
        Finding(
            id="f04",
            code="eligibility.years-in-title-short",
            severity="ineligible",
            clause=clause,
            message="任现职年限4年，要求5年",
            evidence=(
                Evidence(
                    document="d01", file="01申报表.pdf", page=1, bbox=Box(140.0, 100.0, 170.0, 112.0), text="和木"
                ),
            ),
            weight=3,
        ),
        Finding(
            id="f05", code="eligibility.preference-applied", severity="notice", clause=clause, message="适用倾斜政策"
        ),
    )


def report() -> Report:
    clause = ClauseRef(POLICY, "二（四）")
    place = Evidence(document="d03", file="03毕业证.pdf", page=1, bbox=Box(80.0, 500.0, 248.0, 512.0), text=DIPLOMA)
    return Report(
        dossier=DossierRef(id="卷宗A", path="/data/卷宗A"),
        policy=PolicyUsed(id=POLICY, title="关于做好2020年度评审工作的通知"),
        as_of="2020-12-31",
        applicant={
            "person_name": "和木",
            "id_number": ID,
            "birth_date": "1985-03-07",
            "applied_title": "高级工程师",
            "applied_level": "associate_senior",
            "employer": "某县农技站",
            "employer_kind": "public",
            "phone": PHONE,
        },
        documents=documents(),
        findings=findings(),
        conditions=(
            Condition(
                id="years-in-title",
                clause=clause,
                requirement="任现职满5年",
                measured="4年2个月",
                threshold="≥5年",
                outcome="not_met",
                explanation="2016-11-01至2020-12-31，按足年计4年，按年头计5年",
                evidence=(place,),
                basis_mark="B",
            ),
            Condition(
                id="papers",
                clause=clause,
                requirement="论文",
                measured="—",
                threshold="不作限制",
                outcome="waived",
                explanation="在边境县",
            ),
            Condition(
                id="appraisal",
                clause=clause,
                requirement="考核合格",
                measured="未读出",
                threshold="近5年",
                outcome="cannot_tell",
                explanation="考核表无法辨认",
            ),
        ),
        claims=(
            Claim(
                name="claimed_award",
                item=1,
                value="某科技进步奖",
                outcome="proved",
                evidence=(Evidence(document="d04", file=HOSTILE, page=1, text="获奖"),),
            ),
            Claim(
                name="claimed_paper",
                item=2,
                value=("论文一", "刊物"),
                outcome="unsupported",
                explanation="未见论文材料",
            ),
        ),
        coverage=(
            Coverage(code="identity.id-number-mismatch", document="d01", outcome="found"),
            Coverage(code="forensics.image-splice", document="d01", outcome="not_applicable", reason="不是图像"),
            Coverage(code="forensics.image-splice", document="d02", outcome="cannot_tell", reason="分辨率过低"),
            Coverage(code="numbers.isbn", outcome="not_applicable", reason="没有著作"),
        ),
        engine=Engine(version="0.1.0", policy_sha256="cd" * 32, inputs_sha256=DIGEST),
        disposition="decline",
    )

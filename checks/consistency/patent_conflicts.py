"""What in a patent's papers speaks against the row that claims it: pending, its number, its inventors, their order."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case
from checks.consistency.conflicts import Conflict, Row, clear, sure_of_both
from checks.names import among
from checks.persons import leaves_out, people
from checks.reading import plain
from checks.wording import rank
from corpus.codes import patent as patents
from extractors.records import Document

_PENDING = ("申请", "受理", "公开", "公布", "实审")


def patent(case: Case, row: Row, document: Document) -> Iterator[Conflict]:
    said = "".join(fact.text for fact in row.values())
    if document.type == "patent_application" and not any(word in said for word in _PENDING):
        fact = document.first("application_number") or document.first("patent_name")
        yield Conflict("application", "申报表列为专利，所附材料为专利申请受理或公布文件，不是授权证书", fact)
    yield from _number(case, row, document)
    inventors, known = people(document), case.applicant.get("person_name", "")
    if inventors is not None and known and leaves_out(inventors, document, known):
        text = f"专利证书所载发明人（{'、'.join(inventors.value)}）中未见申报人“{known}”"
        yield Conflict("person", text, inventors, sure=clear(case, document, inventors))
    yield from _inventor_rank(case, row, document)


def _number(case: Case, row: Row, document: Document) -> Iterator[Conflict]:
    """The number in the form's own cell against the certificate's, check digits left out."""
    claimed, printed = row.get("claimed_patent_number"), document.first("patent_number")
    stated = patents.parse(plain(str(claimed.value))) if claimed else None
    shown = patents.parse(plain(str(printed.value))) if printed else None
    if claimed and printed and stated and shown and stated.digits != shown.digits:
        text = f"申报表填写专利号“{claimed.value}”，证书所印为“{printed.value}”"
        sure = sure_of_both(case, claimed, claimed.text, document, printed, printed.text)
        yield Conflict("number", text, printed, overstated=False, sure=sure)


def _inventor_rank(case: Case, row: Row, document: Document) -> Iterator[Conflict]:
    """The claimed place among the inventors against the place where the applicant's name stands; who owns a patent is
    listed apart, and software names owners only."""
    claimed, inventors = row.get("claimed_patent_role"), document.first("inventors")
    if claimed is None or inventors is None or not isinstance(inventors.value, tuple) or "权人" in claimed.text:
        return
    known = case.applicant.get("person_name", "")
    stated, place = rank(str(claimed.value)), among(known, inventors.value) if known else 0
    if stated and place and stated != place:
        text = f"申报表填写为第{stated}发明人，证书所载发明人排第{place}（{'、'.join(inventors.value)}）"
        sure = sure_of_both(case, claimed, claimed.text, document, inventors, known)
        yield Conflict("inventor-rank", text, inventors, overstated=stated < place, sure=sure)

"""publication.journal-unknown: a journal that stands in none of the imported registers."""

from __future__ import annotations

from collections.abc import Iterator

from checks.base import Case, Check, CheckInfo, cannot_tell, each, found, place
from checks.publication.works import ALL
from checks.reading import is_clear
from checks.records import Coverage, Finding
from extractors.records import Document

INFO = CheckInfo(
    code="publication.journal-unknown",
    title="刊物未见于所载名录",
    severity="notice",
    kind="deterministic",
    rationale="刊名、ISSN、CN号在已导入的期刊名录中均未查到，只说明名录未收，不说明刊物不合法。",
    innocent=("所导入名录不全", "刊物更名或新创刊", "刊名印制不完整"),
    verify="在国家新闻出版署期刊查询系统按刊名、CN号查询",
    handbook=("F37",),
    weight=2,
)


def look(case: Case, document: Document) -> Iterator[Finding | Coverage]:
    journal, register = document.first("journal"), case.registers.journals
    lists = register.lists("listed")
    if not lists:
        yield cannot_tell(INFO, document, "未导入期刊名录，无从查对")
    elif journal is None:
        yield cannot_tell(INFO, document, "未读到刊名")
    elif not is_clear(case, document, journal):
        yield cannot_tell(INFO, document, f"刊名“{journal.text}”识读把握不足")
    elif not register.find(str(journal.value), document.value("issn"), document.value("cn_number")):
        message = f"刊物《{journal.value}》未见于已导入的期刊名录，待官方核验"
        yield found(INFO, message, [place(document, journal)], explanation=f"已查名录：{'、'.join(lists)}。")


CHECK = Check(info=INFO, run=each(INFO, ALL, look))

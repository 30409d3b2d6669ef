from __future__ import annotations

from checks.discovery import all_checks
from reports.wording import CODES, FAMILIES


def test_every_code_has_a_name_that_readers_of_memos_understand() -> None:
    codes = {check.info.code for check in all_checks()}
    assert codes <= set(CODES)
    assert {code.partition(".")[0] for code in codes} <= set(FAMILIES)

"""Lists of journals and retracted papers, as publishers issue them, about the factory's own journals."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from corpus.registries import importer
from tests.factory.plan import journal_numbers
from tests.factory.words import HELD_OUT_TRADES, TRADES

JOURNALS = tuple(dict.fromkeys(name for trade in (*TRADES, *HELD_OUT_TRADES) for name in trade.journals))
FORMER = {name: f"原{name}" for name in JOURNALS[::3]}  # names before a renaming
UNLISTED = ("高黎贡建设学刊", "彩云教科文论坛", "金沙江工程实践")
WARNED = {2015: ("滇西科技前沿", "乌蒙学术论丛")}  # by the list's year
WARNED_LATER = {2021: ("红土高原论丛", "三江并流学报")}
RETRACTED_PAGE = 777  # the page at which every retracted paper of every journal begins


def imported(folder: Path) -> Path:
    """Writes the lists below ``folder`` and imports them there. Returns the directory of imported lists."""
    lists, registers = folder / "lists", folder / "registers"
    lists.mkdir(parents=True, exist_ok=True)
    importer.store_journals(importer.import_journals(_listed(lists / "期刊名录2020.csv")), registers)
    for year, names in {**WARNED, **WARNED_LATER}.items():
        file = _written(lists / f"warning_{year}.csv", ("Journal", f"预警等级（{year}）"), [(n, "高") for n in names])
        importer.store_journals(importer.import_journals(file), registers)
    retracted = lists / "retractions.json"
    retracted.write_text(json.dumps({"retractions": dict.fromkeys(_retracted(), "")}), encoding="utf-8")
    importer.store_retractions(importer.import_retractions(retracted), registers, "retractions")
    return registers


def _listed(file: Path) -> Path:
    head = ("刊名", "ISSN", "CN号", "创刊时间", "出版周期", "曾用刊名")
    rows = []
    for name in (*JOURNALS, *WARNED[2015], *WARNED_LATER[2021]):
        one = journal_numbers(name)
        rows.append((name, f"{one.issn}/{one.electronic}", one.cn, str(one.founded), "月刊", FORMER.get(name, "")))
    return _written(file, head, rows)


def _written(file: Path, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([head, *rows])
    return file


def _retracted() -> list[str]:
    return [
        journal_numbers(name).doi(str(year), str(issue), RETRACTED_PAGE)
        for name in JOURNALS
        for year in range(2015, 2021)
        for issue in range(1, 13)
    ]

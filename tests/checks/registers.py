"""Invented registers for the tests of papers."""

from __future__ import annotations

from corpus.registries.journals import JournalRegister, JournalRow
from corpus.registries.registers import Registers

LISTED = JournalRow(
    title="滇南农学",
    list="某核心目录",
    year=2020,
    issns=("1000-0003",),
    cn="53-1012/S",
    former=("滇南农业科学",),
    founded=1980,
    cycle="月刊",
)
OTHER = JournalRow(title="滇池水利", list="某核心目录", year=2020, issns=("1000-0011",), cn="53-1013/TV")
WARNED = JournalRow(title="Journal of Invented Results", list="warning", kind="warned", year=2020, note="预警等级：高")
IMITATED = JournalRow(title="滇东医学", list="hijacked", kind="hijacked")
REGISTERS = Registers(JournalRegister([LISTED, OTHER, WARNED, IMITATED]), frozenset({"10.1000/retracted.1"}))

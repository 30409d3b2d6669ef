"""The names that published lists give to their columns."""

from __future__ import annotations

TITLES = ("Journal", "刊名", "中文刊名", "期刊名称", "刊物名称", "title", "Title", "name", "journal")
ISSNS = ("ISSN", "ISSN/EISSN", "EISSN", "eISSN", "issn", "国际刊号")
CNS = ("CN", "CN号", "国内刊号", "国内统一刊号", "cn")
NOTES = ("预警原因", "预警等级", "CCF推荐类型", "T分区", "大类分区", "note")

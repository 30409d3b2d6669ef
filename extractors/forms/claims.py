"""The rows of an application form: awards, papers, projects and patents claimed, from tables or from numbered lists."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import regex

from extractors.carried import tables_by_page
from extractors.forms.claim_beside import beside_labels
from extractors.forms.claim_cells import in_cells
from extractors.forms.claim_lists import lists, open_lists
from extractors.forms.claim_records import blocks
from extractors.forms.claim_rows import KINDS, of_row
from extractors.forms.claim_sections import Kind, section_before, section_beside, sections
from extractors.forms.claim_texts import clauses, listed, patents_said
from extractors.layout import PageView
from extractors.records import Fact
from extractors.table_records import Table
from ingest.geometry import Box

_HEADS = {
    "number": regex.compile(r"^序号$|^编?号$"),
    "kind": regex.compile(r"^(?:成果|业绩|材料)?(?:类别|类型)$"),
    "award": regex.compile(
        r"(?:奖励|奖项|获奖|荣誉|表彰|称号)[\u4e00-\u9fff、()]{0,8}(?:名称|称号|项目|情况|等级|内容|成果)|"
        r"^(?:何种奖励|获何奖励|奖项|荣誉称号|获奖名称及等级|奖励名称)$"
    ),
    "paper": regex.compile(
        r"(?:论文|著作|论著|文章|作品)[\u4e00-\u9fff、()/]{0,8}(?:题目|名称|标题|题名)|^(?:题目|题名|论文|"
        r"标题|论文题目|著作名称)(?:\([^()]{2,16}\))?$"
    ),
    "patent": regex.compile(r"(?:专利|知识产权|发明)(?:项目)?(?:名称)"),
    "project": regex.compile(r"(?:项目|课题|工程|科研)[\u4e00-\u9fff、()/]{0,8}(?:名称|内容)|^(?:项目|课题)$|工作名称"),
    "journal": regex.compile(r"^(?!名称/).*(?:刊物|期刊|杂志|出版社|报刊|何处发表|发表于|刊名|登载)"),
    "patent_number": regex.compile(r"专利(?:登记)?号|授权号|证书号"),
    "project_number": regex.compile(r"(?:项目|课题)编号"),
    "grade": regex.compile(r"^(?:获奖|奖励|奖项)?(?:等级|等次|级别)$"),
    "issue": regex.compile(r"^(?:期号|卷期号?|期次|刊期|卷\(期\)号?)$"),
    "date": regex.compile(r"(?:时间|日期|年月|年份|期号|卷期|起止)(?:\([^)]*\))?$|^年度$"),
    "rank": regex.compile(
        r"^排名/角色$|排名|位次|名次|排序|次序|第几|作者(?:位次|排序|次序)?$|署名|独著|合著|合\(独\)[著译]|独\(合\)[著译]|完成人|本人(?:作用|角色|"
        r"承担)|角色|承担(?:任务|角色|工作)|作用|职责"
    ),
    "office": regex.compile(
        r"(?:授予|颁奖|授奖|发证|批准|下达|颁发|表彰|主办|来源)(?:单位|机关|部门|机构)?$|^(?:单位|机关|部门)$"
    ),
    "name": regex.compile(
        r"^名称(?:/\p{Han}{2,4}){1,3}$|^(?:成果|业绩|材料)?名称(?:[及和与、(/][\u4e00-\u9fff、)]{1,10})?$|^成果名称|^内容$|"
        r"^(?:主要|代表性?|[发所]表的?|出版的?)?(?:论文|论著|著作|专著)(?:[、及和或()/]*(?:论文|论著|著作|专著))*\)?$"
    ),
    "note": regex.compile(r"^备注$|^.{0,6}(?:字数|检索|收录|刊号|经费|佐证|页码|效益|完成情况|状态).{0,4}$"),
}
_KEY = regex.compile(r"(?<!\d)(?:19|20)\d\d\s?(?:[年.\-/]|$)|^\d{1,2}[.、]?$|二[〇○零]")


def claims(views: Sequence[PageView]) -> list[Fact]:
    """Every claimed row, counted through the whole form from item 1."""
    rows: list[list[Fact]] = []
    section: Kind | None = None
    for view, laid_out in tables_by_page(views, _HEADS, _KEY):
        found = [t for t in laid_out if _is_claims(t) or t.names & {"name"}]
        found += lists(view, found)
        found = sorted([*found, *open_lists(view, found)], key=lambda t: t.top)
        places = sections(view)
        read: list[Box] = []
        for table in found:
            kind = section_before(places, view, table.top, table.columns[0].left) or section
            for one in table.rows:
                if row := list(of_row(one, table, section_beside(view, one) or kind)):
                    rows.append(row)
                    read.append(one.box)
        taken = [(t.top, t.bottom) for t in found]
        for span, beside in in_cells(view, read):
            rows += beside
            taken.append(span)
        for span, beside in beside_labels(view, taken):
            rows += beside
            taken.append(span)
        rows += [row for row in blocks(view, places, taken) if not _said_before(row, rows)]
        rows += [row for row in listed(view, places, taken, section) if not _said_before(row, rows)]
        rows += [row for row in patents_said(view, taken) if not _said_before(row, rows)]
        section = places[-1].kind if places else section
    rows = rows or [row for view in views for row in clauses(view)]
    return [msgspec.structs.replace(f, item=item) for item, row in enumerate(rows, 1) for f in row]


def _said_before(row: Sequence[Fact], rows: Sequence[Sequence[Fact]]) -> bool:
    """Whether a line of a summary only repeats what a table claims."""
    said = {f.name: f.value for f in row}
    return any(
        one[0].name == row[0].name
        and one[0].value == row[0].value
        and all(said.get(f.name, f.value) == f.value for f in one)
        for one in rows
    )


def _is_claims(table: Table) -> bool:
    return bool(table.names & set(KINDS)) and len(table.names) >= 2

"""Lists of people inside the sentences of letters: 予以表彰:甲、乙、丙。"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.grammar import names, titles
from extractors.layout import PageView
from extractors.passage import Passage, joined
from extractors.works.matching import TIMEOUT, hits
from extractors.works.surnames import may_be_a_name, reads_as_a_name

_LIST = regex.compile(
    r"(?:表彰|表扬|同志|名单|人员|如下|获奖[者人]?|通过|资格|称号"
    r"|个人|完成人|成员|主创|作者)[\p{Han}\d()]{0,10}[:：](?P<list>[^。:：;；]{3,800}?)(?=(?:主要)?完成单位|[。:：;；]|$)"
)
_COUNTED = r"等?(?:[\d一二三四五六七八九十两]{1,3}[名位个人])?"  # after the last name: 等十二名同志
_GIVEN_TO = regex.compile(
    r"(?:授予|命名|表彰|表扬|给予|确定|评选|批准|同意|认定|确认|公布|关于)(?:\p{Han}{2,7}[市县区州旗])?(?P<list>(?:[\p{Han}·]{2,8}["
    rf"、,]){{1,60}}[\p{{Han}}·]{{2,8}}?){_COUNTED}(?=同志|教师|老师|个人|职工|\d人)"
)
_SPACED = regex.compile(
    r"(?:授予|命名|表彰|表扬|给予|现将|批准|同意|认定|确认|聘任|聘用|任命|对|将)\s?(?P<list>(?:[\p{Han}·]{2,8}[、,\t"
    r" ]+){1,60}[\p{Han}·]{2,8}?)"
    r"(?=等|同志|评为|评选为|表彰为|予以|授予|[\d一二三四五六七八九十两]+[名位人]|为\p{Han}|具备|取得)"
)
_COMRADES = regex.compile(
    r"(?<=[贵你我该本](?:单位|公司|中心|[校院局县市区州厂所部处园馆台站])的?|职工|教师|干部|员工|医生|护士|会员|[,。:])"
    rf"(?P<list>(?:[\p{{Han}}·]{{2,8}}[、,]){{1,60}}[\p{{Han}}·]{{2,8}}?){_COUNTED}(?=同志|老师|医生|护士|\d+人)"
)
_PRAISED = regex.compile(
    r"(?:突出|优异|优秀|显著|先进)的(?P<list>(?:[\p{Han}·]{2,8}、){1,60}[\p{Han}·]{2,8}?)"
    rf"{_COUNTED}(?:专业)?(?:技术人员|工作者|教师|医务人员|干部|职工|同志)"
)
# who is shown in public: 公示了甲、乙两名同志, 申报人员甲、乙、丙的材料, 推荐人选(甲、乙二人), 申报职称的甲、乙等3人
_SHOWN = regex.compile(
    r"(?:公示[了过]|人员|人选|对象|(?:职称|资格|职务)的)[:(]?(?P<list>(?:[\p{Han}·]{2,8}、){1,60}[\p{Han}·]{2,8}?)"
    rf"{_COUNTED}(?:同志|老师)?(?=的|予以|进行|[一二三四五六七八九十两\d]+[名位个人]|[一二三四五六七八九十两\d]?[名位人]?\))"
)
_ONE = regex.compile(
    r"(?<=^|[\n。;,:、]|通知|决定|同意|确认|认定|批准|聘任|授予)(?P<list>\p{Han}{2,4}|\p{Han}{1,8}·[\p{Han}·]{1,8})"
    r"(?:同志|等\s?[\d一二三四五六七八九十]{1,4}[名位人](?:同志)?)(?=取得|具备|具有|获得|荣获|晋升|通过|担?任\p{Han}|为\p{Han})"
)
_OFFICE = regex.compile(
    r"[省市县区厅局]$|公示|开始$|结束$|(?:经办|负责|审核|联系|监督|证明|填表)人"
    r"|人员|单位|部门|对象|电话|方式|资格$|职称|名单|附件|通知|研究|决定|先进|表彰|授予"
)
PART = regex.compile(r"\p{Han}{2,4}|\p{Han}{1,8}·\p{Han}{1,8}")


def in_sentences(view: PageView) -> list[tuple[Passage, tuple[str, ...]]]:
    """Lists after a colon or a verb, which may run over lines."""
    result: list[tuple[Passage, tuple[str, ...]]] = []
    plain = _without_notes(view.passage)
    for hit in (
        *hits(_LIST, view.passage),
        *hits(_GIVEN_TO, plain, overlapped=True),
        *hits(_COMRADES, plain, overlapped=True),
        *hits(_SHOWN, plain, overlapped=True),
        *hits(_PRAISED, plain),
    ):
        people = names.listed(hit["list"].removeprefix("对"))
        if people and hit.match.string[hit.match.end("list") :][:1] == ":":
            people = people[:-1]  # the next list's head: 讲师:甲、乙 经济师:丙
        if len(people) >= 2 and are_names(people):
            start, end = hit.span("list")
            result.append((hit.passage[start:end], people))
    result += [
        (view.passage[slice(*match.span("list"))], (str(match["list"]),))
        for match in _ONE.finditer(view.passage.text, timeout=TIMEOUT)
        if reads_as_a_name(match["list"])
    ]
    for separator in ("\n", ""):
        running = joined((line.passage for line in view.lines), separator)
        for match in _SPACED.finditer(running.text, overlapped=True, timeout=TIMEOUT):
            people = tuple(p for p in regex.split(r"[、,\s]+", match["list"]) if p)
            if are_names(people):
                result.append((running[slice(*match.span("list"))], people))
        if result:
            break
    return result


_NOTE = regex.compile(r"(?<=\p{Han})\([\p{Han}、,]{1,16}\)(?=[、,等同的。]|\d|…)")  # behind a name: 李明(县一中)、


def _without_notes(passage: Passage) -> Passage:
    """``passage`` without what stands in brackets behind the names of a list."""
    kept, at = [], 0
    for note in _NOTE.finditer(passage.text):
        kept.append(passage[at : note.start()])
        at = note.end()
    return joined([*kept, passage[at:]])


def are_names(words: Sequence[str]) -> bool:
    """Whether a list is one of people: nearly all begin as names do, the first, which a verb may have run into, among
    them where one does not; and none is an office or a word of the letter."""
    if not all(PART.fullmatch(w) and not _OFFICE.search(w) and not titles.TITLE.fullmatch(w) for w in words):
        return False
    like = [may_be_a_name(word) for word in words]
    return sum(like) >= (2 / 3 if like[:1] == [True] else 0.7) * len(words)

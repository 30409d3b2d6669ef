"""Names of offices, schools and firms: where one stands in a text, and which line of a page is its issuer."""

from __future__ import annotations

import regex

_ENDS = (
    "大学|学院|学校|中学|小学|一中|二中|幼儿园|党校|研究院|研究所|科学院|设计院|勘察院|医院|卫生院|"
    "卫生服务中心|保健院|疾控中心|中心|公司|集团|厂|"
    "人民政府|政府|委员会|党委|县委|市委|州委|省委|工委|总工会|工会|团委|妇联|局|厅|部|署|总局|"
    "办公室|办事处|司|处|科|站|队|所|院|馆|社|电视台|电台|气象台|地震台|林场|农场|牧场|少年宫|"
    "协会|学会|分会|联合会|研究会|基金会|联盟|编辑部|杂志社|出版社|支行|分行|银行|评委会|评审委员会|"
    "领导小组|指挥部|组委会|合作社|事务所|服务部|人事局|基地|平台|工作团|文工团|歌舞团|话剧团|剧团|乐团|"
    "中心校|完小|教研室|电视台|电台|气象台|地震台|林场|农场|牧场|良种场|种畜场|苗圃|植物园|动物园"
)
_NAME = regex.compile(
    rf"[\u4e00-\u9fff〇A-Za-z0-9()·—\-\"“”]{{1,40}}?(?:{_ENDS})(?:\((?![^)]*章\))[\u4e00-\u9fff]"
    rf"{{1,12}}\))?(?!\)?[\u4e00-\u9fff])"
)
_WHOLE = regex.compile(
    rf"^[\u4e00-\u9fff〇A-Za-z0-9()·\-\"“”、]{{1,40}}?(?:{_ENDS})(?:\((?![^)]*章\))[\u4e00-\u9fff]{{1,12}}\))?$"
)
_NOT = regex.compile(
    r"\d{4}年|主席\p{Han}{2,4}$|本科$|专科$|同志|学习|本单位|所在单位|我单位|该单位|主管部门|工作单位|单位意见|主管单位|"
    r"部门$(?<=^.{0,4})|^(?:选课|个人|学习|用户|课程|帮助|考试|证书|消息|培训|会员|客服|资源|下载)中心$|^(?:公章|盖章|签章)|^负责人|公[示开告]栏|网站$|^(?:证书|编号|日期)|^(?:受援|派出|支援|派驻|接收|服务|选派|支教|推荐|申报|用人)(?:学校|单位|医院|部门|中心)$|^(?:普通|成人)?高等(?:学校|院校)$|[进出]站$"
)


def is_organisation(text: str) -> bool:
    """Whether the whole of ``text`` (folded, without white space) reads as the name of an organisation."""
    return 4 <= len(text) <= 45 and bool(_WHOLE.match(text)) and not _NOT.search(text)


def find(text: str) -> tuple[int, int] | None:
    """Where the first name of an organisation stands in folded ``text``; None when there is none."""
    for match in _NAME.finditer(text):
        if match.end() - match.start() >= 4 and not _NOT.search(match.group()):
            return match.start(), match.end()
    return None

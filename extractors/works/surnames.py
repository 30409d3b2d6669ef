"""Family names, for telling a name from the words around it. Never for judging whether a name is right:
many people in Yunnan have no family name, or one that stands in no list (handbook 4.7)."""

from __future__ import annotations

_SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳"
    "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴"
    "谈宋茅庞"
    "熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗"
    "丁宣贲邓"
    "郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰"
    "秋仲伊"
    "宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄"
    "姬申扶堵"
    "冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇"
    "广禄阙东"
    "沐钏字纳撒闪忽盘寸谌粟侬陇邸缐谯蹇茶起杞矣者角怒蜂线思早楼鄢笪"
    "欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公"
    "仝肖覃佟付闫岳帅代涂苟冼岩刀普李木恒勒排保玉恩鹿丛亢肉次卜楚修占官湛兰车信佘佴伟候晋泽揭斯宝青海迟覃仉牟植银尧"
)
_COMPOUND = (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 夏侯 端木 轩辕 百里 东郭 南宫 独孤 "
    "呼延 钟离 闻人 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 鲜于 闾丘 亓官 拓跋 万俟 赫连 第五 西门 "
    "吉木 沙马 阿苏 马海"
)
COMPOUND = tuple(_COMPOUND.split())
SINGLE = frozenset(_SINGLE)
_ANY = "".join(sorted(SINGLE))
HAN_NAME = (
    rf"(?:(?:{'|'.join(COMPOUND)})\p{{Han}}{{1,2}}|[{_ANY}]\p{{Han}}{{1,2}}"
    r"|\p{Han}{1,6}·\p{Han}{1,6})"
)


GIVEN_FIRST = frozenset(
    "扎娜岩玉艾阿七此吉沙旺格洛尼勒次卓达索仁丹罕咪依买努古热木者斯恩波咩"
)  # names without a family name (handbook 4.7)


def may_be_a_name(text: str) -> bool:
    """As ``begins_like_a_name``, names of peoples without family names included: for places where a name is due."""
    return begins_like_a_name(text) or text[:1] in GIVEN_FIRST or "·" in text


def reads_as_a_name(text: str) -> bool:
    """Whether all of ``text``, found in a sentence where nothing marks it off, is as long as a name and begins as one:
    a family name with one or two characters, a double one or a name without one with up to three, or dotted."""
    if "·" in text:
        return 3 <= len(text) <= 20
    if not may_be_a_name(text):
        return False
    return 2 <= len(text) <= (4 if text[:2] in COMPOUND or text[:1] in GIVEN_FIRST else 3)


def begins_like_a_name(text: str) -> bool:
    """Whether ``text`` begins with a family name of the list."""
    return text[:2] in COMPOUND or text[:1] in SINGLE

"""Characters made comparable: NFKC, radicals, traditional forms, look-alike marks. One printed may become several."""

from __future__ import annotations

import unicodedata

# Radical code points that PDF producers leave in place of ideographs; NFKC does not fold the U+2E80 block.
_RADICALS = str.maketrans(
    "⺟⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺁⺌⺎⺒⺕⺝⺬⺼⻄⻁⻒⻗",
    "母民见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟厂小兀巳彐月示肉西虎镸雨",
)
# Traditional forms that engines read, and old papers print, in the words of titles, labels and offices.
_TRADITIONAL = str.maketrans(
    "榮譽證書業學號發機關國務專術職稱級單會師醫農產區縣鄉鎮層績獎項課題論報編輯頁處廳衛員園長門優聘員體"
    "茲誌為資審評該並對從這實習練計際據續準則辦復應選舉聲請歷時間種類別參數圖紙檢測經濟貿財稅統標"
    "勞動僱傭協議條雙裝備訓劃設獲獻與認確總額"
    "結電氣環藥療診橋礦熱壓輸變運線網軟繪質監築給綜織絡組維領導館場營雜試驗費轉險隊階預駐點黨構樣競賽賞",
    "荣誉证书业学号发机关国务专术职称级单会师医农产区县乡镇层绩奖项课题论报编辑页处厅卫员园长门优聘员体"
    "兹志为资审评该并对从这实习练计际据续准则办复应选举声请历时间种类别参数图纸检测经济贸财税统标"
    "劳动雇佣协议条双装备训划设获献与认确总额"
    "结电气环药疗诊桥矿热压输变运线网软绘质监筑给综织络组维领导馆场营杂试验费转险队阶预驻点党构样竞赛赏",
)
_PUNCTUATION = str.maketrans("∶﹕︰ː﹒〜∼–—―‐‑−﹣•‧・∙⋅●", ":::" + ":" + "." + "~~" + "-------" + "·····" + "●")
_DOT = "·"


def fold(char: str) -> str:
    """One character in its plain form: half width, ideographs for radicals, one kind of dots and of dashes."""
    if char < "\x80":
        return char
    if "\u4e00" <= char <= "\u9fff":
        return char.translate(_TRADITIONAL)
    folded = unicodedata.normalize("NFKC", char.translate(_RADICALS).translate(_PUNCTUATION))
    return folded.translate(_PUNCTUATION) if folded != char else folded


def simplified(text: str) -> str:
    """``text`` with the traditional characters that offices' and journals' names are made of in their simple form."""
    return text.translate(_TRADITIONAL)


def plain(text: str) -> str:
    """``text`` folded character by character."""
    return "".join(map(fold, text))


def tight(text: str) -> str:
    """``text`` folded and without any white space: the form in which titles and labels are compared."""
    return "".join(plain(text).split())


def is_han(char: str) -> bool:
    """Whether ``char`` is a Chinese character; the circle zero counts as one."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or char == "〇"
        or "\u3400" <= char <= "\u4dbf"
        or "\U00020000" <= char <= "\U0003134f"
    )


def middle_dot(text: str) -> str:
    """Every kind of dot inside a name as U+00B7 (handbook 4.7, A)."""
    return "".join(_DOT if c in ".．。•‧・·∙" else c for c in text)

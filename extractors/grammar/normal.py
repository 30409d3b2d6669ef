"""Characters made comparable: NFKC, radicals, traditional forms, look-alike marks. One printed may become several."""

from __future__ import annotations

import unicodedata

# Radical code points that PDF producers leave in place of ideographs; NFKC does not fold the U+2E80 block.
_RADICALS = str.maketrans(
    "⺟⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⺁⺌⺎⺒⺕⺝⺬⺼⻄⻁⻒⻗",
    "母民见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟厂小兀巳彐月示肉西虎镸雨",
)
# Traditional forms that engines read, and old papers print, in titles, labels, offices and names; none of them is a
# simplified character too, as 於 and 乾 are.
_TRADITIONAL = str.maketrans(
    "榮譽證書業學號發機關國務專術職稱級單會師醫農產區縣鄉鎮層績獎項課題論報編輯頁處廳衛員園長門優員體"
    "茲誌為資審評該並對從這實習練計際據續準則辦復應選舉聲請歷時間種類別參數圖紙檢測經濟貿財稅統標"
    "勞動僱傭協議條雙裝備訓劃設獲獻與認確總額"
    "結電氣環藥療診橋礦熱壓輸變運線網軟繪質監築給綜織絡組維領導館場營雜試驗費轉險隊階預駐點黨構樣競賽賞"
    "強陽黃蓋漁豐東馬陳張劉趙吳孫鄭馮蔣韓許鄧蕭葉蘇盧鍾譚陸萬錢湯賈鄒龍賀龔義嚴溫閻紀歐顏喬賴倫穎鵬鳳蘭麗瓊華"
    "偉傑軍紅雲寶慶濤濱飛鴻鶴銀銘鋒錦靜順彥剛勝勛興貴賢輝燦煒煥連遠達鍵鋼鐵鑽鄰縉澤滬閩贛遼寧隴內廣漢滿錫蘆灣"
    "島嶺溝壩圍壽齊濰煙臺陰隨潛隸廠藝範樹豬雞魚蠶絲紡鑄鍛銑鉗車腦訊屬無過還進個們來將開問樂眾傳擔負責碼閱讀寫"
    "說話語譯詞詩劇戲觀覽覺視頻帶頭頒勵厲曆錄檔櫃較輛輪軌軸輕載輾轄辯辭遲遞適遷遺釋針釘鈣鈉鋁鋅錳鎂鏡閉閒閥閘"
    "閣闊陣離難霧靈韻響頂頃顆顧風飯飲養餘駕騎驚鬥魯鮮鯉鳴麥齒楊呂羅謝畢聶艷潔嬌嬋況權"
    "曉瑩瑤瑋璽婭嫻嵐燁禮紋綠縈繡綺緒緯翹聰膽臨蓮薩藍薔蘊詠諾諸謙豔貞賓贊軒韜頌鮑鵑鷹齡竇億儀勳壯夢奮尋帥懷憶戰揚暉棟楓欽歸滄漣潤瀾瀟灝爾現畫碩禎筆節紹純綱緣聖肅蒼蔭",
    "荣誉证书业学号发机关国务专术职称级单会师医农产区县乡镇层绩奖项课题论报编辑页处厅卫员园长门优员体"
    "兹志为资审评该并对从这实习练计际据续准则办复应选举声请历时间种类别参数图纸检测经济贸财税统标"
    "劳动雇佣协议条双装备训划设获献与认确总额"
    "结电气环药疗诊桥矿热压输变运线网软绘质监筑给综织络组维领导馆场营杂试验费转险队阶预驻点党构样竞赛赏"
    "强阳黄盖渔丰东马陈张刘赵吴孙郑冯蒋韩许邓萧叶苏卢钟谭陆万钱汤贾邹龙贺龚义严温阎纪欧颜乔赖伦颖鹏凤兰丽琼华"
    "伟杰军红云宝庆涛滨飞鸿鹤银铭锋锦静顺彦刚胜勋兴贵贤辉灿炜焕连远达键钢铁钻邻缙泽沪闽赣辽宁陇内广汉满锡芦湾"
    "岛岭沟坝围寿齐潍烟台阴随潜隶厂艺范树猪鸡鱼蚕丝纺铸锻铣钳车脑讯属无过还进个们来将开问乐众传担负责码阅读写"
    "说话语译词诗剧戏观览觉视频带头颁励厉历录档柜较辆轮轨轴轻载辗辖辩辞迟递适迁遗释针钉钙钠铝锌锰镁镜闭闲阀闸"
    "阁阔阵离难雾灵韵响顶顷颗顾风饭饮养余驾骑惊斗鲁鲜鲤鸣麦齿杨吕罗谢毕聂艳洁娇婵况权"
    "晓莹瑶玮玺娅娴岚烨礼纹绿萦绣绮绪纬翘聪胆临莲萨蓝蔷蕴咏诺诸谦艳贞宾赞轩韬颂鲍鹃鹰龄窦亿仪勋壮梦奋寻帅怀忆战扬晖栋枫钦归沧涟润澜潇灏尔现画硕祯笔节绍纯纲缘圣肃苍荫",
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
    """``text`` with traditional characters in their simple form."""
    return text.translate(_TRADITIONAL)


def plain(text: str) -> str:
    """``text`` folded character by character."""
    return "".join(map(fold, text))


def tight(text: str) -> str:
    """``text`` folded and without any white space: the form in which titles and labels are compared."""
    return "".join(plain(text).split())


def closed_at(text: str, start: int, end: int) -> int:
    """Where, from ``start`` on, a bracket closes what was opened before; ``end`` when none does."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    return end


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

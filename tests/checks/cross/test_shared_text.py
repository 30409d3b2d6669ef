from __future__ import annotations

from random import Random

from tests.checks.builders import document
from tests.checks.cross.people import person, said

_CHARS = [chr(c) for c in range(0x4E00, 0x4E00 + 3000)]


def prose(seed: int, length: int = 400) -> str:
    random = Random(seed)
    return "".join(random.choice(_CHARS) for _ in range(length))


def summary(text: str):
    return document("work_summary", text=text)


def test_a_copied_summary_is_a_suspicion_with_the_passage_and_its_page() -> None:
    copied = prose(1)
    mine = person("和丽江", summary(prose(2, 300) + "\f" + copied))
    found = said("shared-text", mine, person("段云海", summary(copied)))
    finding = found["卷-和丽江"][0]
    assert finding.severity == "suspect" and "400字逐字相同" in finding.message
    assert finding.evidence[0].page == 2 and finding.evidence[0].text[:20] == copied[:20]


def test_line_breaks_width_and_punctuation_do_not_hide_copying() -> None:
    copied = prose(1)
    broken = "，\n".join(copied[i : i + 17] for i in range(0, len(copied), 17))
    assert said("shared-text", person("和丽江", summary(copied)), person("段云海", summary(broken)))


def test_a_paraphrase_with_a_fifth_of_the_characters_changed_is_found() -> None:
    hits = 0
    for seed in range(20):
        random = Random(seed)
        text = list(prose(seed, 600))
        for at in random.sample(range(600), 120):
            text[at] = random.choice(_CHARS)
        pair = person("和丽江", summary(prose(seed, 600))), person("段云海", summary("".join(text)))
        hits += bool(said("shared-text", *pair))
    assert hits >= 18


def test_one_form_filled_by_two_in_other_words_is_a_notice() -> None:
    form = [prose(n, 28 + n) for n in range(12)]
    filled = ["".join(part + prose(50 * who + n, 12) for n, part in enumerate(form)) for who in (1, 2)]
    found = said("shared-text", *(person(n, summary(t)) for n, t in zip(("和丽江", "段云海"), filled, strict=True)))
    assert {f.severity for fs in found.values() for f in fs} == {"notice"}


def test_a_sentence_in_common_is_innocent() -> None:
    phrase = prose(9, 60)
    one = person("和丽江", summary(prose(1) + phrase))
    assert said("shared-text", one, person("段云海", summary(phrase + prose(2)))) == {}


def test_an_employers_template_used_by_three_is_innocent() -> None:
    template = prose(5, 300)
    people = [person(n, summary(template + prose(i, 200))) for i, n in enumerate(("和丽江", "段云海", "杨苍山"))]
    assert said("shared-text", *people) == {}


def test_what_three_dossiers_share_is_a_template_whoever_employs_them() -> None:
    text = prose(5, 300)
    people = [person(n, summary(text), employer=f"单位{i}") for i, n in enumerate(("和丽江", "段云海", "杨苍山"))]
    assert said("shared-text", *people) == {}


def test_a_copy_of_the_whole_is_found_among_template_sentences() -> None:
    pool = [prose(100 + n, 45) for n in range(12)]
    texts = ["".join(Random(seed).sample(pool, 6)) for seed in range(8)]
    names = ("和丽江", "段云海", "杨苍山", "赵金沙", "李怒水", "钱星云", "孙滇池", "周洱海", "吴抚仙")
    people = [person(n, summary(t), employer=n) for n, t in zip(names, [*texts, texts[0]], strict=True)]
    assert sorted(said("shared-text", *people)) == ["卷-吴抚仙", "卷-和丽江"]


def test_a_shared_paragraph_in_a_long_text_is_a_notice_with_its_places() -> None:
    paragraph = prose(7, 180)
    mine = person("和丽江", summary(prose(1, 600) + paragraph))
    found = said("shared-text", mine, person("段云海", summary(paragraph + prose(2, 600))))
    assert [f.severity for fs in found.values() for f in fs] == ["notice", "notice"]


def test_two_copies_of_one_joint_paper_are_left_to_the_check_of_papers() -> None:
    facts = {"title": "高原湖泊治理研究", "authors": ("和丽江", "段云海")}
    copies = [person(n, document("paper", facts, text=prose(3, 900))) for n in ("和丽江", "段云海")]
    assert said("shared-text", *copies) == {}


def test_one_applicants_two_dossiers_are_innocent() -> None:
    text = prose(1)
    assert said("shared-text", person("和丽江", summary(text)), person("和丽江 ", summary(text))) == {}


def test_two_of_one_unit_with_paragraphs_about_nobody_are_a_notice() -> None:
    template = prose(5, 400)
    pair = [person(n, summary(template + prose(i, 200))) for i, n in enumerate(("和丽江", "段云海"))]
    assert {f.severity for fs in said("shared-text", *pair).values() for f in fs} == {"notice"}
    apart = [person(n, summary(template + prose(i, 200)), employer=n) for i, n in enumerate(("和丽江", "段云海"))]
    assert {f.severity for fs in said("shared-text", *apart).values() for f in fs} == {"suspect"}
    own = template[:200] + "2018年推广1200亩2019年推广1500亩" + template[200:]
    copied = [person(n, summary(own + prose(i, 200))) for i, n in enumerate(("和丽江", "段云海"))]
    assert {f.severity for fs in said("shared-text", *copied).values() for f in fs} == {"suspect"}

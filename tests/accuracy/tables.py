"""Counts to tables, in Markdown; they read well in a terminal too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from checks.catalogue import infos
from tests.accuracy.records import Mark, Score

GROUPS = {"digital": "text PDF", "digital-garbled": "lying text layer", "scan-pdf-lying-layer": "lying text layer"}


def carrier_group(carrier: str) -> str:
    return GROUPS.get(carrier, "scan or photograph")


def share(marks: Sequence[Mark]) -> str:
    if not marks:
        return "–"
    right = sum(m.right for m in marks)
    return f"{100 * right / len(marks):.1f} % ({right}/{len(marks)})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"| {' | '.join('---' for _ in head)} |"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


def grouped(marks: Iterable[Mark], key: Callable[[Mark], str]) -> dict[str, dict[str, list[Mark]]]:
    """Marks by key, then by kind."""
    result: dict[str, dict[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for mark in marks:
        result[key(mark)][mark.kind].append(mark)
    return result


def by_carrier(marks: Sequence[Mark]) -> str:
    kinds = ("type", "fact", "wrong-value", "box", "seal", "seal-issuer", "cut")
    reading = [m for m in marks if m.kind in kinds]
    rows = [
        [name, *(share(group[k]) for k in kinds)]
        for name, group in sorted(grouped(reading, lambda m: carrier_group(m.carrier)).items())
    ]
    rows += [
        [f"– {name}", *(share(group[k]) for k in kinds)]
        for name, group in sorted(grouped(reading, lambda m: m.carrier).items())
    ]
    return table(
        (
            "carrier",
            "type right",
            "facts read",
            "values said that are right",
            "box covers text",
            "seal seen",
            "seal issuer",
            "cut right",
        ),
        rows,
    )


def by_type(marks: Sequence[Mark]) -> str:
    groups = grouped([m for m in marks if m.type], lambda m: m.type)
    rows = [
        [name, share(g["type"]), share(g["fact"]), share(g["wrong-value"]), share(g["box"]), share(g["cut"])]
        for name, g in sorted(groups.items())
    ]
    return table(("document type", "type right", "facts read", "values right", "box covers text", "cut right"), rows)


def by_fact(marks: Sequence[Mark]) -> str:
    facts = [m for m in marks if m.kind in ("fact", "wrong-value")]
    rows = []
    for (kind, name), group in sorted(_pairs(facts).items()):
        text = [m for m in group if m.kind == "fact" and carrier_group(m.carrier) == "text PDF"]
        other = [m for m in group if m.kind == "fact" and carrier_group(m.carrier) != "text PDF"]
        rows.append([kind, name, share(text), share(other), share([m for m in group if m.kind == "wrong-value"])])
    return table(("document type", "fact", "text PDF", "other carriers", "values right"), rows)


def _pairs(marks: Iterable[Mark]) -> dict[tuple[str, str], list[Mark]]:
    result: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for mark in marks:
        result[mark.type, mark.name].append(mark)
    return result


TARGETS = {"deterministic": 0.95, "heuristic": 0.85}


def by_code(marks: Sequence[Mark]) -> str:
    """Every code of the catalogue, those that nothing was planted for included."""
    groups = grouped([m for m in marks if m.kind in ("planted", "planted-loud", "innocent")], lambda m: m.name)
    rows = []
    for item in infos():
        group = groups.get(item.code, {})
        planted = group.get("planted", [])
        short = bool(planted) and sum(m.right for m in planted) < TARGETS[item.kind] * len(planted)
        shares = [share(group.get(k, ())) for k in ("planted", "planted-loud", "innocent")]
        rows.append([item.code, item.kind, f"{shares[0]} ↓" if short else shares[0], *shares[1:]])
    return table(("finding code", "kind", "planted faults reported", "… above notice", "look-alikes left alone"), rows)


def recall(marks: Sequence[Mark]) -> str:
    """Planted faults reported, over all codes of a kind."""
    kinds = {item.code: item.kind for item in infos()}
    planted = [m for m in marks if m.kind == "planted"]
    rows = [
        [kind, f"{100 * aim:.0f} %", share([m for m in planted if kinds.get(m.name) == kind])]
        for kind, aim in TARGETS.items()
    ]
    return table(("codes", "aim", "planted faults reported"), rows)


def alarms(scores: Sequence[Score]) -> str:
    clean = [s for s in scores if s.case.clean and not s.failed]
    plain, odd = [s for s in clean if not s.case.innocents], [s for s in clean if s.case.innocents]
    lines = [_rate(plain, "clean dossiers"), _rate(odd, "clean dossiers full of look-alikes")]
    counted = Counter(code for s in clean for code, _ in s.alarms)
    if counted:
        lines.append(table(("code", "count"), [[code, str(n)] for code, n in counted.most_common()]))
    return "\n\n".join(lines)


def _rate(scores: Sequence[Score], what: str) -> str:
    total = sum(len(s.alarms) for s in scores)
    return f"{total} findings above notice on {len(scores)} {what}: {total / max(len(scores), 1):.2f} a dossier."


def failures(scores: Sequence[Score]) -> str:
    failed = [s for s in scores if s.failed]
    return "\n".join(f"- {s.case.name}: {s.failed}" for s in failed) or "none"


def document(scores: Sequence[Score], settings: str) -> str:
    """The whole of docs/accuracy.md."""
    marks = [m for s in scores for m in s.marks]
    clean = [m for s in scores if not s.case.planted for m in s.marks]
    pages, seconds = sum(s.pages for s in scores), sum(s.seconds for s in scores)
    cost = f"{len(scores)} dossiers, {pages} pages, {seconds / 60:.0f} CPU minutes"
    sections = (
        ("By carrier", by_carrier(clean)),
        ("By document type", by_type(clean)),
        ("By finding code", f"{recall(marks)}\n\n{by_code(marks)}"),
        ("False alarms", alarms(scores)),
        ("By fact", by_fact(clean)),
        ("Dossiers that could not be measured", failures(scores)),
    )
    body = "\n\n".join(f"## {heading}\n\n{text}" for heading, text in sections)
    return f"# Accuracy\n\nMeasured by `make accuracy` ({settings}): {cost}.\n\n{MEANING}\n\n{body}\n"


MEANING = """The dossiers are drawn by `tests/factory` with seeds, wordings, fonts and layouts that are kept back for
this measurement (`held_out`): nobody tunes on them. Drawn papers are not real papers: these figures compare versions of
mingcha with one another and show weak spots; they do not promise the same on every office's forms.

- *Facts read*: of the values printed on the papers, those that were read with exactly that (normalised) value.
- *Values right*: of the values that mingcha said for facts that a paper prints, those that the paper does print.
- *Box covers text*: the box holds at least 60 % of the print's area and is not several times larger.
- *Planted faults reported*: a finding with that code points at the file concerned. Several faults of different codes
  that do not meet on one paper stand in one dossier, which holds the papers that they need; one in ten is scanned.
  Alterations of finished files choose their own carrier. ↓ marks codes below the aim: 95 % of faults that follow from
  facts, 85 % of those that a heuristic sees.
- *Look-alikes left alone*: honest oddities of the handbook, several in a whole dossier without any fault; no finding
  of that code above notice points at the file. Whatever else is said above notice there counts as a false alarm."""

"""What a policy pack says, and a policy as resolved from packs. All records are frozen; the YAML keys are their fields.

Docs for authors: ``docs/writing-a-policy.md``. Confidence marks A, B and C are those of the domain handbook (0.1).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Kind = Literal["requirement", "preference", "routing", "procedure", "directive"]
Mark = Literal["A", "B", "C"]
Level = Literal["junior", "intermediate", "associate_senior", "senior"]
Tier = Literal["national", "province", "office"]
EmployerKind = Literal["public", "private", "freelance"]
Place = Literal["province", "prefecture", "county", "township", "village"]
Education = Literal["中专", "专科", "本科", "硕士研究生", "博士研究生"]
Role = Literal[
    "special_talent",  # 特殊人才
    "directed_route",  # declared 定向评价
    "epidemic_front_line",
    "poverty_alleviation",
    "township_graduate",  # graduate of an ordinary college, first title, at township or below
    "enterprise_postdoc",
    "high_skilled",
]
MeasureName = Literal[
    "qualification",
    "appraisal",
    "training-hours",
    "rural-service",
    "retirement",
    "civil-servant",
    "sanction",
    "publicity",
    "filing",
    "cut-off",
    "step-by-step",
    "consecutive-township-years",
    "commendation",
    "enterprise-postdoc",
    "skilled-years",
    "appraisal-while-serving",
    "material",
    "routing",
    "listed-field",
    "base-title-scope",
    "loaded-text",
]
Counting = Literal["anniversary", "calendar"]
Base = Literal["title", "appointment"]
Consequence = Literal["not_met", "cannot_tell"]
Unit = Literal["hours", "credits"]


class _Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record that refuses keys it does not know."""


class Source(_Record, frozen=True):
    """Where a rule is written. ``loaded``: its text was read; otherwise its content is POLICY_GAP or from memory."""

    title: str
    number: str = ""
    dated: date | None = None
    loaded: bool = False
    note: str = ""


class Clause(_Record, frozen=True):
    """One numbered passage of the source. ``text`` is its wording, "" when the text is not loaded."""

    ref: str
    heading: str
    text: str = ""


class Scope(_Record, frozen=True):
    """Whom a rule concerns. An empty field sets no limit; fields are joined by "and", members of one by "or".

    ``regions`` are six-digit codes (one that ends in 00 covers what lies under it) or ``@list`` names of the region
    register, by the place of work. ``unsure_regions`` are lists marked C: whoever falls under them only is for a person
    to decide. ``open_ended``: the source ends its list with "等", so a grassroots place outside it is undecided too.
    """

    regions: tuple[str, ...] = ()
    unsure_regions: tuple[str, ...] = ()
    open_ended: bool = False
    series: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    employer_kinds: tuple[EmployerKind, ...] = ()
    places: tuple[Place, ...] = ()
    roles: tuple[Role, ...] = ()


class Route(_Record, frozen=True):
    """One way into a level: an education and the full years that go with it.

    ``years`` counts from the title below; ``work_years`` from graduation. ``lower`` is the title level that must be
    held ("" for none). ``exam``: the level is reached by an examination, of which the dossier must show the pass.
    ``places`` limit the route to posts that far down. ``excludes`` are words of the specialty or the employer that shut
    it (高中), ``among`` words of which one must stand there (小学): with none the route is only a possibility.
    """

    level: Level
    education: Education
    years: int = 0
    work_years: int = 0
    lower: Level | Literal[""] = ""
    exam: bool = False
    mark: Mark | Literal[""] = ""  # "" takes the entry's
    places: tuple[Place, ...] = ()
    among: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    note: str = ""


class Value(_Record, frozen=True):
    """What a rule asks from a day on. A fact is judged by the value in force on the day of the fact."""

    since: date
    until: date | None = None
    at_least: float | None = None
    unit: Unit = "hours"  # of training; figures in one are never converted to the other, each has a value of its own
    over: int = 1  # years that ``at_least`` is the total of
    share: float | None = None  # of professional subjects in training
    share_consequence: Consequence = "cannot_tell"
    window: int | None = None  # years looked back over
    routes: tuple[Route, ...] = ()
    ages: dict[str, int] = {}
    grades: dict[str, Consequence] = {}  # appraisal grades other than a pass
    periods: dict[str, int] = {}  # sanctions, in months
    counting: tuple[Counting, ...] = ("anniversary",)
    bases: tuple[Base, ...] = ("title", "appointment")
    source: str = ""
    note: str = ""

    def stands(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)


class Material(_Record, frozen=True):
    """A document asked for. ``any_of`` are document types of which one suffices; ``instead`` what may stand for them.

    ``when`` names a fact of the form that must be there for the item to be asked for (``claimed_paper``,
    ``current_title`` …), ``routes`` words of which the declared route must hold one. ``named`` are words that show the
    item in a paper that could not be sorted, ``in_form`` words that show it inside the form: its lack is then left to a
    person. ``absence``: whether its lack is told to the applicant or left to a person.
    """

    any_of: tuple[str, ...]
    instead: tuple[str, ...] = ()
    when: str = ""
    routes: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    in_form: tuple[str, ...] = ()
    waived_as: str = ""  # what a preference's ``waives`` calls it
    lookup: bool = False  # the office can look it up itself: not asked for
    absence: Literal["missing", "cannot_tell"] = "cannot_tell"
    ask: str = ""  # what the applicant is asked to hand in


class Effects(_Record, frozen=True):
    """What a preference does when it applies. Effects of several preferences are not added up."""

    waives: tuple[str, ...] = ()
    early_years: int = 0
    credits_rural: bool = False  # service time counts as rural service
    credits_training_year: bool = False
    opens: tuple[Level, ...] = ()  # levels that may be recognised directly
    exempts: tuple[str, ...] = ()  # condition ids that are not asked for
    text: str = ""  # the effect in words, for the memo


class Need(_Record, frozen=True):
    """What must be shown for a preference to apply, besides its scope."""

    measure: MeasureName
    at_least: float = 0.0
    about: tuple[str, ...] = ()  # words of which a commendation's name must hold one


class Entry(_Record, frozen=True):
    """What one clause becomes. ``id`` is the condition's id in report.json and is never reused."""

    id: str
    clause: str
    kind: Kind
    title: str
    source: str
    mark: Mark
    does: str
    article: str = ""
    cites: tuple[str, ...] = ()  # further sources that the clause relies on
    since: date | None = None  # application dates for which it stands; None takes the pack's
    until: date | None = None
    scope: Scope = Scope()
    measure: MeasureName | Literal[""] = ""
    overrides: str = ""  # the entry it stands in for wherever its scope reaches; the row keeps that entry's id
    values: tuple[Value, ...] = ()
    needs: tuple[Need, ...] = ()
    effects: Effects | None = None
    material: Material | None = None
    gap: str = ""  # the text that is not loaded; the condition then cannot be told
    reason: str = ""  # directive: why a dossier cannot show it
    checks: tuple[str, ...] = ()  # finding codes it leads to
    drafts_due: dict[str, date] = {}  # deadlines that bind ministries, never applicants
    terms: tuple[str, ...] = ()  # a list the clause gives (the engineering fields)
    deploys: str = ""  # note for the deployment: what may be configured here


class Pack(_Record, frozen=True):
    """One pack file."""

    id: str
    title: str
    issuer: str
    tier: Tier
    since: date
    until: date | None = None
    number: str = ""
    dated: date | None = None
    region: str = ""
    loaded: bool = True
    note: str = ""
    as_of: date | None = None
    extends: tuple[str, ...] = ()
    sources: dict[str, Source] = {}
    clauses: tuple[Clause, ...] = ()
    entries: tuple[Entry, ...] = ()


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """An entry together with the pack and the line it stands in."""

    entry: Entry
    pack: str
    source: Source
    sources: dict[str, Source]
    since: date
    until: date | None
    file: str
    line: int

    def stands(self, on: date) -> bool:
        """Whether the rule is in force for an application of that day."""
        return self.since <= on and (self.until is None or on <= self.until)

    def dated(self, on: date) -> Rule:
        """The rule with the source of the value in force on a day, where that value names one of its own."""
        value = self.value(on)
        if value is None or value.source not in self.sources:
            return self
        return msgspec.structs.replace(self, source=self.sources[value.source])

    def value(self, on: date) -> Value | None:
        """The value in force on a day, None when there is none."""
        return next((v for v in self.entry.values if v.stands(on)), None)

    def value_in(self, unit: Unit, on: date) -> Value | None:
        """The value for figures of a unit in force on a day, None when there is none."""
        return next((v for v in self.entry.values if v.unit == unit and v.stands(on)), None)


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a sound pack that a policy officer should look at."""

    file: str
    line: int
    reason: str


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """A pack with everything it extends, resolved. ``packs`` runs from the pack itself to the most general one.

    ``rules`` are those of the nearest pack for each entry id, in the order of ``packs``. ``sha256`` is over the bytes
    of all packs in that order.
    """

    id: str
    title: str
    sha256: str
    packs: tuple[Pack, ...] = ()
    rules: tuple[Rule, ...] = ()
    warnings: tuple[Remark, ...] = ()

    @property
    def as_of(self) -> date | None:
        """The day the pack judges by unless told otherwise."""
        return next((p.as_of for p in self.packs if p.as_of), None)

    def rule(self, id: str) -> Rule | None:
        return next((r for r in self.rules if r.entry.id == id), None)

    def pack(self, id: str) -> Pack | None:
        return next((p for p in self.packs if p.id == id), None)

"""Who a short name or description means, without a report: "Kathleen Hicks", "French President", "gunmen".

Answers in PLOVER's own codes, which are finer than a record's sectors: COP for police, JRN for media, PRM,
PRE, ELI for those once in office, UNK for those of whom nothing is said; UNO, EUR and IGO stand where an
international body has no country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.extract.actors.phrases.owners import choose_title
from dateline.extract.actors.short_texts import ShortText
from dateline.knowledge.actors.loading import ActorKnowledge, KnownActor, KnownName, NameSort
from dateline.knowledge.actors.offices import Officer, Term
from dateline.knowledge.places.gazetteer import load_gazetteer
from dateline.model import ActorKind, Sector

_PLOVER = {Sector.POL: "COP", Sector.MED: "JRN"}
_DEFENCE = frozenset({"defence-minister", "defence-secretary", "deputy-defence-minister", "deputy-defence-secretary"})
_BODY_CODES = {"igo.un": "UNO", "igo.eu": "EUR"}
# Where the day is not known, an office left no longer ago than this is still taken for held: texts outlive terms.
_LAG = timedelta(days=5 * 365)
_SMALLEST_TOWN = 15_000


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """Who a text means: a country or a body's code, PLOVER sectors in order, canonical name, office, and why."""

    text: str
    country: str | None
    sectors: tuple[str, ...]
    name: str | None
    office: str | None
    reason: str


def resolve_actor(text: str, context: str, when: date | None, knowledge: ActorKnowledge) -> ResolvedActor:
    """Return who `text` means on the day `when`; `context` decides between countries.

    Without a day, whoever left an office in the last five years is still taken to hold it. An unknown name
    comes back with neither country nor sectors.
    """
    return _Resolver(text, context, when, knowledge).resolve()


class _Resolver:
    def __init__(self, text: str, context: str, when: date | None, knowledge: ActorKnowledge) -> None:
        self._knowledge = knowledge
        self._when, self._is_dated = when or date.today(), when is not None
        around = ShortText(context, (), knowledge)
        named = [f.name.actor.country for f in around.names if f.name.actor.country]
        self._text = ShortText(text, sorted(set(named), key=lambda c: -named.count(c)), knowledge)

    def resolve(self) -> ResolvedActor:
        text = self._text
        cue = self._knowledge.cues.plover.get(text.text.lower())
        if cue is not None and cue.rank == 1 and not (text.text.isupper() and len(text.text) > 1):
            return self._answer(None, cue.sectors, None, None, f"words of {cue.id}")
        name = self._whole()
        if name is not None:
            return self._of_known(name)
        officer = self._officer()
        if officer is not None:
            return self._of_officer(officer)
        return self._of_description()

    # Names ------------------------------------------------------------------------------------------

    def _whole(self) -> KnownName | None:
        """Return what the whole text names; names of many countries' bodies need a country."""
        names = self._text.whole_names()
        name = self._text.choose(names)
        if name is not None and name.local and name.actor.country not in self._text.context:
            return name if len({n.actor.id for n in names}) == 1 else None
        return name

    def _of_known(self, name: KnownName) -> ResolvedActor:
        actor = name.actor
        if actor.officer is not None:
            return self._of_officer(actor.officer)
        why = f"{name.sort} of {actor.name}"
        if actor.kind is ActorKind.STATE:
            acts = ("GOV",) if name.sort is NameSort.CAPITAL else ("PRE",) if actor.part == "breakaway" else ()
            return self._answer(actor.country, acts, actor.name, None, why)
        cue = self._text.cue(0, len(self._text.words))
        sectors = self._sectors_of(actor)
        if cue is not None and (cue.rank == 9 or cue.sectors[:1] == sectors[:1]):
            sectors = cue.sectors
        return self._answer(actor.country or self._body_code(actor), sectors, actor.name, actor.office, why)

    def _sectors_of(self, actor: KnownActor) -> tuple[str, ...]:
        sector = actor.sector_on(self._when)
        return () if sector in (None, Sector.IGO) else (_plover(sector),)

    def _body_code(self, actor: KnownActor) -> str | None:
        """Return UNO for bodies of the United Nations, EUR for the European Union's, IGO for others between states."""
        if actor.sector is not Sector.IGO and actor.kind is not ActorKind.IGO:
            return None
        for _ in range(4):
            if actor.id in _BODY_CODES:
                return _BODY_CODES[actor.id]
            above = self._knowledge.actors.get(actor.parent or "")
            if above is None:
                break
            actor = above
        return "IGO"

    # Officers ---------------------------------------------------------------------------------------

    def _officer(self) -> Officer | None:
        """Return the officer whose name ends the text, or whose surname does."""
        text = self._text
        for found in text.names:
            if found.name.actor.officer is not None and found.last == len(text.words):
                return found.name.actor.officer
        if not text.words or not text.words[-1][:1].isupper():
            return None
        wanted = {t.office for _, _, titles in text.titles() for t in titles if t.office}
        if not wanted and not all(self._is_office_word(w) for w in text.words[:-1]):
            return None
        named = self._knowledge.offices.named(text.words[-1:])
        countries = [f.name.actor.country for f in text.names if f.name.actor.country] or text.context
        fitting = [o for o in named if self._may_hold(o, wanted)]
        near = [o for o in fitting if o.country in countries]
        if not near and countries and wanted:
            return None
        return max(near or fitting, key=self._prominence, default=None)

    def _is_office_word(self, word: str) -> bool:
        """Tell whether a word before a surname can be part of a title that is in no list ("Deputy Secretary")."""
        lower = word.lower()
        cues = self._knowledge.cues
        return lower in cues["title-modifier"] or lower in cues["role"] or lower in cues["address"]

    def _may_hold(self, officer: Officer, wanted: set[str]) -> bool:
        terms = officer.terms if not self._is_dated and wanted else officer.terms_on(self._when)
        return any(t.office in wanted for t in terms) if wanted else bool(terms)

    def _prominence(self, officer: Officer) -> tuple[int, str]:
        terms = officer.terms_on(self._when)
        return (10 + terms[0].rank if terms else 0), officer.terms[-1].until or "9999"

    def _of_officer(self, officer: Officer) -> ResolvedActor:
        term = self._term_of(officer)
        named = self._titled_sectors(term)
        if term is None and named is None:
            last = officer.last_before(self._when)
            reason = f"{last.office} of {last.country} until {last.until}" if last else "in no office yet"
            return self._answer(officer.country, ("ELI",), officer.name, None, f"{reason}, in none on {self._when}")
        if term is None:
            return self._answer(officer.country, named or (), officer.name, None, "the text gives the title")
        body = self._knowledge.actors.get(term.country)
        sectors = named or self._term_sectors(term)
        country = officer.country if body is None else body.country or self._body_code(body)
        since = f"since {term.since}" if term.until is None else f"{term.since} to {term.until}"
        return self._answer(country, sectors, officer.name, term.office, f"{term.office} of {term.country} {since}")

    def _term_of(self, officer: Officer) -> Term | None:
        terms = officer.terms_on(self._when)
        if not terms and not self._is_dated:
            recent = [t for t in officer.terms if (t.until or "9") >= (self._when - _LAG).isoformat()]
            terms = sorted(recent, key=lambda t: t.until or "")[-1:]
        return terms[0] if terms else None

    def _term_sectors(self, term: Term) -> tuple[str, ...]:
        if term.office in _DEFENCE:
            return ("GOV", "MIL")
        sector = self._knowledge.office_sectors.get(term.office, Sector.GOV)
        body = self._knowledge.actors.get(term.country)
        if body is not None:
            return self._sectors_of(body) or ("GOV",)
        return (_plover(sector),)

    def _titled_sectors(self, term: Term | None) -> tuple[str, ...] | None:
        """Return the sectors of a title the text itself gives, where it does not call it a former one."""
        text = self._text
        if set(text.lower) & self._knowledge.cues["former"]:
            return ("ELI",)
        titles = [t for _, _, found in text.titles() for t in found[:1] if not t.weak and t.sector is not None]
        if not titles or (term is not None and any(t.office == term.office for t in titles)):
            return None
        cue = text.cue(0, len(text.words))
        if cue is not None and cue.rank >= 8:
            return cue.sectors
        return None if titles[0].sector in (None, Sector.IGO) else (_plover(titles[0].sector),)

    # Descriptions -----------------------------------------------------------------------------------

    def _of_description(self) -> ResolvedActor:
        text = self._text
        sectors, reason, is_weak = self._describe(0, text.head_end)
        if (not sectors or is_weak) and text.head_end < len(text.words):
            further, why, _ = self._describe(text.head_end, len(text.words))
            sectors, reason = (further, why) if further else (sectors, reason)
        former = set(text.lower[: text.head_end]) & self._knowledge.cues["former"]
        if former and sectors:
            sectors, reason = ("ELI",), f"“{min(former)}”: once in office"
        country, where = self._country()
        if where.startswith("in ") and not sectors and text.head_end == len(text.words):
            sectors = ("CVL",)
        return self._answer(country, sectors, None, None, "; ".join(r for r in (reason, where) if r) or "unknown")

    def _describe(self, first: int, last: int) -> tuple[tuple[str, ...], str, bool]:
        """Return the sectors that the words between two words give, why, and whether they say little."""
        text = self._text
        cue = text.cue(first, last)
        if cue is not None and cue.rank >= 8:
            return cue.sectors, f"words of {cue.id}", False
        for found in reversed(text.names):
            actor = found.name.actor
            lends = (
                first <= found.first and found.last <= last and actor.kind not in (ActorKind.STATE, ActorKind.PERSON)
            )
            if lends and self._sectors_of(actor) and (cue is None or found.last == last or cue.rank <= 4):
                return self._sectors_of(actor), f"belongs to {actor.name}", False
        if cue is not None and cue.rank > 1:
            return cue.sectors, f"words of {cue.id}", False
        for start, end, titles in text.titles():
            title = choose_title(titles, self._country()[0])
            if first <= start and end <= last and title.sector is not None:
                role = text.lower[end - 1] in self._knowledge.cues["role"]
                return (_plover(title.sector),), f"title “{' '.join(text.words[start:end])}”", title.weak or role
        noun = text.noun(first, last)
        if cue is not None and (noun is None or noun.sector is Sector.CVL):
            return cue.sectors, f"words of {cue.id}", False
        if noun is not None and noun.sector is not None:
            return (_plover(noun.sector),), f"noun of {noun.id}", noun.weak
        for word in reversed(text.words[first:last]):
            known = self._knowledge.cues.name_words.get(word)
            if known and known[1]:
                return (_plover(known[1]),), f"the name has “{word}”", False
        return (cue.sectors, f"words of {cue.id}", False) if cue is not None else ((), "", True)

    def _country(self) -> tuple[str | None, str]:
        text = self._text
        inside = [f for f in text.names if f.name.actor.country]
        before = [f for f in inside if f.first < text.head_end] or inside
        if before:
            return before[0].name.actor.country, f"of {before[0].name.actor.name}"
        for found in text.names:
            code = self._body_code(found.name.actor)
            if code:
                return code, f"of {found.name.actor.name}"
        town = self._town()
        if town:
            return town
        if text.context and not text.is_name:
            return text.context[0], "the context names it"
        return None, ""

    def _town(self) -> tuple[str, str] | None:
        """Return the country of a town that is the text or begins it ("Shanghai authorities", "Oxford University")."""
        words = self._text.words
        last = next((i for i, w in enumerate(words) if not w[:1].isupper()), len(words))
        begins = last < len(words) or any(w in self._knowledge.cues.name_words for w in words)
        for end in range(last, 0 if begins else last - 1, -1):
            towns = load_gazetteer().towns(" ".join(words[:end]))
            if towns and towns[0].country and (towns[0].population >= _SMALLEST_TOWN or end == len(words)):
                return towns[0].country, f"in {towns[0].name}"
        return None

    def _answer(
        self, country: str | None, sectors: Sequence[str], name: str | None, office: str | None, reason: str
    ) -> ResolvedActor:
        return ResolvedActor(self._text.text, country, tuple(sectors), name, office, reason)


def _plover(sector: Sector | None) -> str:
    return _PLOVER.get(sector, sector.value) if sector is not None else ""

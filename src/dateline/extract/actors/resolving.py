"""Who a short name or description means, without a report: "Kathleen Hicks", "French President", "gunmen".

Answers in PLOVER's own codes, which are finer than a record's sectors: COP for police, JRN for media, PRM,
PRE, ELI for those once in office, UNK for those of whom nothing is said; UNO, EUR and IGO stand where an
international body has no country.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.extract.actors.owners import choose_title
from dateline.knowledge.actor_cues import SectorWords
from dateline.knowledge.actors import ActorKnowledge, KnownActor, KnownName, NameSort, Noun, Title
from dateline.knowledge.cased_names import fold_word, split_name
from dateline.knowledge.gazetteer import load_gazetteer
from dateline.knowledge.offices import Officer
from dateline.model import ActorKind, Sector

_WORD = re.compile(r"[^\W_]+(?:['’.&][^\W_]+)*\.?|['’]s\b", re.UNICODE)
_AFTER = frozenset({"of", "for", "to", "in", "from", "at", "on", "with", "and"})
_PLOVER = {Sector.POL: "COP", Sector.MED: "JRN"}
_DEFENCE = frozenset({"defence-minister", "defence-secretary", "deputy-defence-minister"})


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
    """Return who `text` means on the day `when` (today without one); `context` decides between countries.

    Raises nothing: an unknown name comes back with neither country nor sectors.
    """
    return _Resolver(text, context, when or date.today(), knowledge).resolve()


class _Resolver:
    def __init__(self, text: str, context: str, when: date, knowledge: ActorKnowledge) -> None:
        self.text, self.when, self.knowledge = text.strip(), when, knowledge
        self.words = _split(self.text)
        self.lower = [w.lower() for w in self.words]
        self.context = self._countries(_split(context))
        self.hits = self._find_names(self.words)
        self.head_end = next((i for i, w in enumerate(self.lower) if w in _AFTER and i), len(self.words))

    def resolve(self) -> ResolvedActor:
        whole = self._whole()
        if whole is not None:
            return self._of_known(whole)
        officer = self._officer()
        if officer is not None:
            return self._of_officer(officer)
        return self._of_description()

    # Names ------------------------------------------------------------------------------------------

    def _whole(self) -> KnownName | None:
        """Return what the whole text names."""
        for name in dict.fromkeys(
            (self.text, self.text.removesuffix("'s"), *(t for t in (self._without_first(),) if t))
        ):
            found = self.knowledge.names.get(name) or self._in_capitals(name)
            if found:
                return self._choose(found)
        return None

    def _without_first(self) -> str | None:
        first = self.lower[0] if self.lower else ""
        return self.text.split(None, 1)[1] if first in ("the", "a", "an") and " " in self.text else None

    def _in_capitals(self, name: str) -> Sequence[KnownName]:
        if name.isupper() and len(name) > 4:
            return self.knowledge.names.get(name.title())
        return ()

    def _choose(self, names: Sequence[KnownName]) -> KnownName:
        return max(names, key=lambda n: (n.actor.country in self.context, n.actor.kind is ActorKind.STATE, not n.cased))

    def _find_names(self, words: Sequence[str]) -> list[tuple[int, int, KnownName]]:
        hits, index = [], 0
        self_context = getattr(self, "context", [])
        while index < len(words):
            found = self.knowledge.names.longest_at(words, index)
            if found is None:
                index += 1
                continue
            end, names = found
            hits.append(
                (
                    index,
                    end,
                    max(names, key=lambda n: (n.actor.country in self_context, n.actor.kind is ActorKind.STATE)),
                )
            )
            index = end
        return hits

    def _countries(self, words: Sequence[str]) -> list[str]:
        found = [n.actor.country for _, _, n in self._find_names(words) if n.actor.country]
        return sorted(set(found), key=lambda c: -found.count(c))

    def _of_known(self, name: KnownName) -> ResolvedActor:
        actor = name.actor
        if actor.officer is not None:
            return self._of_officer(actor.officer)
        if actor.kind is ActorKind.STATE:
            acts = name.sort is NameSort.CAPITAL
            return self._answer(
                actor.country, ("GOV",) if acts else (), actor.name, None, f"{name.sort} of {actor.name}"
            )
        cue = self._cue(0, len(self.words))
        sectors = self._sectors_of(actor)
        if cue is not None and cue.sectors[0] == (sectors[0] if sectors else None):
            sectors = cue.sectors
        country = actor.country or body_code(actor)
        return self._answer(country, sectors, actor.name, actor.office, f"known as {actor.name}")

    def _sectors_of(self, actor: KnownActor) -> tuple[str, ...]:
        if actor.sector is None or actor.sector is Sector.IGO:
            return ()
        return (_PLOVER.get(actor.sector, actor.sector.value),)

    # Officers ---------------------------------------------------------------------------------------

    def _officer(self) -> Officer | None:
        """Return the officer whose name ends the text, or whose surname does."""
        for _, end, name in self.hits:
            if name.actor.officer is not None and end == len(self.words):
                return name.actor.officer
        if not self.words or not self.words[-1][:1].isupper():
            return None
        rest = {w for w in self.words[:-1] if w[:1].isupper()}
        wanted = {t.office for title in self._titles() for t in title if t.office}
        if rest and not wanted:
            return None
        named = [o for o in self.knowledge.offices.named(self.words[-1:]) if o.terms_on(self.when)]
        fitting = [o for o in named if any(t.office in wanted for t in o.terms_on(self.when))] if wanted else named
        countries = [n.actor.country for _, _, n in self.hits if n.actor.country] or self.context
        near = [o for o in fitting if o.country in countries] or ([] if countries and wanted else fitting)
        return max(near, key=lambda o: o.terms_on(self.when)[0].rank, default=None)

    def _titles(self) -> list[Sequence[Title]]:
        found, index = [], 0
        while index < len(self.lower):
            hit = self.knowledge.titles.longest_at(self.lower, index)
            if hit:
                found.append(hit[1])
            index = hit[0] if hit else index + 1
        return found

    def _of_officer(self, officer: Officer) -> ResolvedActor:
        terms = officer.terms_on(self.when)
        if not terms:
            last = officer.last_before(self.when)
            reason = f"{last.office} of {last.country} until {last.until}" if last else "in no office yet"
            return self._answer(officer.country, ("ELI",), officer.name, None, f"{reason}, in none on {self.when}")
        term = terms[0]
        body = self.knowledge.actors.get(term.country)
        sector = self.knowledge.office_sectors.get(term.office, Sector.GOV)
        sectors: tuple[str, ...] = ("GOV", "MIL") if term.office in _DEFENCE else (_PLOVER.get(sector, sector.value),)
        country = officer.country
        if body is not None:
            sectors = self._sectors_of(body) or ("GOV",)
            country = body.country or body_code(body)
        return self._answer(
            country, sectors, officer.name, term.office, f"{term.office} of {term.country} on {self.when}"
        )

    # Descriptions -----------------------------------------------------------------------------------

    def _of_description(self) -> ResolvedActor:
        sectors, reason = self._describe(0, self.head_end)
        if not sectors and self.head_end < len(self.words):
            sectors, reason = self._describe(self.head_end, len(self.words))
        former = set(self.lower[: self.head_end]) & self.knowledge.cues["former"]
        if former and sectors:
            sectors, reason = ("ELI",), f"“{min(former)}”: once in office"
        country, where = self._country()
        if where.startswith("in ") and not sectors and self.head_end == len(self.words):
            sectors = ("CVL",)
        return self._answer(country, sectors, None, None, "; ".join(r for r in (reason, where) if r) or "unknown")

    def _describe(self, first: int, last: int) -> tuple[tuple[str, ...], str]:
        """Return the sectors that words, titles, bodies and nouns between two words give, the surest first."""
        cue = self._cue(first, last)
        if cue is not None and cue.rank >= 8:
            return cue.sectors, f"words of {cue.id}"
        for start, end, name in reversed(self.hits):
            lends = first <= start and end <= last and name.actor.kind not in (ActorKind.STATE, ActorKind.PERSON)
            if lends and self._sectors_of(name.actor) and (cue is None or end == last or cue.rank <= 4):
                return self._sectors_of(name.actor), f"belongs to {name.actor.name}"
        if cue is not None and cue.rank > 1:
            return cue.sectors, f"words of {cue.id}"
        country, _ = self._country()
        for index in range(first, last):
            title = self.knowledge.titles.longest_at(self.lower[:last], index)
            if title:
                sector = choose_title(title[1], country).sector
                if sector is not None:
                    return (_PLOVER.get(sector, sector.value),), f"title “{' '.join(self.words[index : title[0]])}”"
        noun = self._noun(first, last)
        if cue is not None and (noun is None or noun.sector is Sector.CVL):
            return cue.sectors, f"words of {cue.id}"
        if noun is not None and noun.sector is not None:
            return (_PLOVER.get(noun.sector, noun.sector.value),), f"noun of {noun.id}"
        for index in range(last - 1, first - 1, -1):
            known = self.knowledge.cues.name_words.get(self.words[index])
            if known and known[1]:
                return (_PLOVER.get(known[1], known[1].value),), f"the name has “{self.words[index]}”"
        return (cue.sectors, f"words of {cue.id}") if cue is not None else ((), "")

    def _cue(self, first: int, last: int) -> SectorWords | None:
        """Return the sector words that count between two words: the surest, then those at the end, then the longest."""
        best: tuple[bool, bool, int, int, int] | None = None
        found = None
        for start in range(first, last):
            for end in range(start + 1, min(last, start + 5) + 1):
                entry = self.knowledge.cues.plover.get(" ".join(self.lower[start:end]))
                if entry is None:
                    continue
                weight = (entry.rank >= 8, end == last and entry.rank > 1, end - start, entry.rank, end)
                if best is None or weight > best:
                    best, found = weight, entry
        return found

    def _noun(self, first: int, last: int) -> Noun | None:
        for index in range(last - 1, first - 1, -1):
            word = self.lower[index]
            for form in (
                word,
                word.removesuffix("s"),
                word.removesuffix("es"),
                word.removesuffix("ies") + "y",
                word.replace("men", "man"),
            ):
                for parts, noun in self.knowledge.nouns.get(form, ()):
                    if len(parts) == 1 or tuple(self.lower[index - len(parts) + 1 : index]) == parts[:-1]:
                        return noun
        return None

    def _country(self) -> tuple[str | None, str]:
        inside = [(s, n) for s, _, n in self.hits if n.actor.country]
        before = [n for s, n in inside if s < self.head_end] or [n for _, n in inside]
        if before:
            return before[0].actor.country, f"of {before[0].actor.name}"
        for _, _, name in self.hits:
            code = body_code(name.actor)
            if code:
                return code, f"of {name.actor.name}"
        town = self._town()
        if town:
            return town
        if self.context and self.words and self._describable():
            return self.context[0], "the context names it"
        return None, ""

    def _describable(self) -> bool:
        return not all(w[:1].isupper() for w in self.words)

    def _town(self) -> tuple[str, str] | None:
        """Return the country of a town that is the whole text or stands before a noun ("Shanghai authorities")."""
        last = next((i for i, w in enumerate(self.words) if not w[:1].isupper()), len(self.words))
        for first in range(last):
            towns = load_gazetteer().towns(" ".join(self.words[first:last]))
            if towns and towns[0].country and (towns[0].population >= 15_000 or last == len(self.words)):
                return towns[0].country, f"in {towns[0].name}"
        return None

    def _answer(
        self, country: str | None, sectors: Sequence[str], name: str | None, office: str | None, reason: str
    ) -> ResolvedActor:
        return ResolvedActor(self.text, country, tuple(sectors), name, office, reason)


def body_code(actor: KnownActor) -> str | None:
    """Return UNO for bodies of the United Nations, EUR for the European Union's, IGO for other international ones."""
    if actor.sector is not Sector.IGO and actor.kind is not ActorKind.IGO:
        return None
    if actor.id.startswith("igo.un"):
        return "UNO"
    return "EUR" if actor.id.startswith("igo.eu") else "IGO"


def _split(text: str) -> list[str]:
    words: list[str] = []
    for match in _WORD.finditer(text.replace("-", " ")):
        words.extend(split_name(match[0]) if "'" in match[0] or "’" in match[0] else [fold_word(match[0])])
    return [w for w in words if w]

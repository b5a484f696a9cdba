"""What a phrase tells of somebody unknown: office, sector and country, from its titles, nouns and owners.

The owner is what stands before ("Turkish officials", "Hamas leader", "its army") or after ("ambassador of
France", "spokesman for the Pentagon"). Nouns for a role take their sector from the owner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.extract.actors.names.naming import NameLabel
from dateline.extract.actors.names.spotting import Hit
from dateline.extract.actors.phrases.noun_phrases import Phrase
from dateline.extract.actors.scene.referents import Referent, Register
from dateline.extract.actors.words import Words
from dateline.knowledge.actors.loading import ActorKnowledge, NameSort, Title
from dateline.model import ActorKind, Sector

_OWNING = ("of", "for", "from", "with", "at", "in", "within", "inside", "on")
_TO_OWNER = frozenset(
    {"adviser", "advisor", "aide", "assistant", "secretary", "counsel", "counselor", "close", "loyal", "undersecretary"}
)
_LESSER = frozenset({"deputy", "vice", "assistant", "under", "undersecretary", "acting", "shadow", "junior", "former"})
_DEEPEST = 2  # "the spokesman of the head of the army"
_PLACE_ONLY = frozenset({"in", "at", "from", "within", "inside", "on"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom a phrase's head belongs to: a country, and the sector it lends to roles."""

    country: str | None
    sector: Sector | None
    kind: ActorKind
    name: str
    is_place: bool = False
    referent: Referent | None = None


@dataclass(frozen=True, slots=True)
class Typing:
    """What a phrase tells of who it names."""

    kind: ActorKind
    country: str | None
    sector: Sector | None
    office: str | None
    reason: str
    former: bool = False
    owner: Referent | None = None


class Owners:
    """Reads the owners of phrases and types strangers by them."""

    def __init__(self, words: Words, register: Register, knowledge: ActorKnowledge) -> None:
        self._words, self._register, self._knowledge = words, register, knowledge
        self._by_head: dict[int, Phrase] = {}
        self._depth = 0

    def know_phrases(self, phrases: Sequence[Phrase]) -> None:
        """Let phrases be found by their heads, for apposition."""
        self._by_head = {p.head: p for p in phrases}

    def of(self, phrase: Phrase) -> list[Owner]:
        """Return the owners of a phrase, the closest first."""
        words = self._words
        found = [
            o
            for name in reversed(phrase.inner)
            if (o := self._as_owner(name.hit, words.head_of(name.first, name.last)))
        ]
        heads = {phrase.head, *(t for title in phrase.titles for t in (title.first, title.last - 1))}
        for head in sorted(heads):
            for child in words.children[head]:
                if words.dep[child] == "poss":
                    found += self._at(child, place=False)
            lemma = words.lemma[head].lower()
            for preposition, noun in words.prepositions(head):
                if preposition in _OWNING or (preposition == "to" and lemma in _TO_OWNER):
                    for token in words.conjuncts(noun):
                        found += self._at(token, place=preposition in _PLACE_ONLY)
        found += self._after_titles(phrase)
        return list(dict.fromkeys(found))

    def _after_titles(self, phrase: Phrase) -> list[Owner]:
        """Return the owner right after a title, whatever the parser hung it on: "president of the …"."""
        words = self._words
        if phrase.name is not None and phrase.name.label is NameLabel.BODY:
            token = phrase.name.last
        elif phrase.titles:
            token = phrase.titles[-1].last
        else:
            return []
        if token + 1 >= words.size or words.lower[token] not in ("of", "for"):
            return []
        for inner in range(token + 1, min(token + 8, words.size)):
            if words.pos[inner] in ("PUNCT", "VERB", "AUX"):
                break
            found = self._at(inner, place=False)
            if found:
                return found
        return []

    def _at(self, token: int, *, place: bool) -> list[Owner]:
        owners = [
            Owner(r.country, r.sector, r.kind, r.name, place and _is_placelike(r), r) for r in self._register.at(token)
        ]
        if not owners:
            phrase = self._by_head.get(token)
            if phrase is not None and phrase.name is not None:
                owner = self._as_owner(phrase.name.hit, token)
                owners = [owner] if owner else []
            elif phrase is not None and self._depth < _DEEPEST:
                owners = self._of_noun(phrase)
        return owners

    def _of_noun(self, phrase: Phrase) -> list[Owner]:
        """Return a noun that is not placed yet as owner: "a member of the security forces"."""
        self._depth += 1
        typing = self.type_phrase(phrase)
        self._depth -= 1
        if typing is None or typing.kind is ActorKind.POPULATION:
            return []
        return [Owner(typing.country, typing.sector, typing.kind, phrase.lemma)]

    def _as_owner(self, hit: object, head: int) -> Owner | None:
        placed = self._register.one_at(head)
        if placed is not None:
            return Owner(placed.country, placed.sector, placed.kind, placed.name, referent=placed)
        if isinstance(hit, Hit):
            actor = hit.names[0].actor
            return Owner(actor.country, actor.sector, actor.kind, actor.name)
        return None

    # Persons ----------------------------------------------------------------------------------------

    def type_person(self, phrase: Phrase) -> Typing | None:
        """Return what a person's own phrase, or one in apposition, tells; None where nothing does."""
        best: Typing | None = None
        for other in (phrase, *self._appositions(phrase), *self._sharing(phrase)):
            typing = self.type_phrase(other)
            if typing is None:
                continue
            if typing.sector is not None or typing.former:
                return typing if typing.country or best is None else replace(typing, country=best.country)
            best = best or typing
        if best is None and self._has_common_noun(phrase):
            return Typing(ActorKind.PERSON, None, Sector.CVL, None, "called by a trade that is none of politics")
        return best

    def nouns_for(self, phrase: Phrase) -> set[str]:
        """Return the nouns that a person's own phrase, or one in apposition, calls him by."""
        return {lemma for other in (phrase, *self._appositions(phrase)) for lemma, _ in other.nouns}

    def _has_common_noun(self, phrase: Phrase) -> bool:
        """Tell whether a common noun stands before a name: "comedian Smith"."""
        words, name = self._words, phrase.name
        before = name.first - 1 if name is not None else -1
        return (
            before >= 0
            and words.tag[before] == "NN"
            and words.dep[before] == "compound"
            and words.text[before].islower()
        )

    def _appositions(self, phrase: Phrase) -> list[Phrase]:
        words = self._words
        heads = [c for t in {phrase.head, phrase.last - 1} for c in words.children[t] if words.dep[c] == "appos"]
        if words.dep[phrase.head] == "appos":
            above = words.head[phrase.head]
            heads.append(above)
            if words.dep[above] == "pobj":  # "a spokesman for the group, X": the parser hangs X on the group
                heads.append(words.head[words.head[above]])
        return [p for h in heads if (p := self._by_head.get(h)) and p is not phrase]

    def _sharing(self, phrase: Phrase) -> list[Phrase]:
        """Return the phrase whose plural title a coordinated name shares: "Senators Smith and Jones"."""
        words = self._words
        head = phrase.head
        while words.dep[head] == "conj":
            head = words.head[head]
        first = self._by_head.get(head) if head != phrase.head and not phrase.titles else None
        return [first] if first is not None and first.titles and first.titles[-1].plural else []

    def type_phrase(self, phrase: Phrase) -> Typing | None:
        """Return what titles, nouns and owners tell, None where there are none."""
        if phrase.name is not None and phrase.name.hit is not None:
            known = phrase.name.hit.names[0]
            if known.sort in (NameSort.ADJECTIVE, NameSort.PEOPLE) and known.actor.country:
                return Typing(ActorKind.PERSON, known.actor.country, Sector.CVL, None, f"one of {known.actor.name}")
        owners = self.of(phrase)
        if not (phrase.titles or phrase.nouns or owners):
            return None
        country = next((o.country for o in owners if o.country), None)
        owner = next((o for o in owners if not o.is_place), None)
        if phrase.titles:
            return self._by_title(phrase, owner, country)
        if phrase.nouns:
            return self._by_noun(phrase, owner, country)
        if (
            phrase.name is not None
            and phrase.name.label is NameLabel.PERSON
            and owner is not None
            and owner.kind not in (ActorKind.STATE, ActorKind.PERSON)
        ):
            return Typing(ActorKind.PERSON, country, owner.sector, None, f"belongs to {owner.name}")
        return Typing(ActorKind.PERSON, country, None, None, f"of {country}") if country else None

    def _by_title(self, phrase: Phrase, owner: Owner | None, country: str | None) -> Typing:
        words = self._words
        hit = phrase.titles[-1]
        title = choose_title(hit.titles, country)
        lemma = words.lemma[hit.last - 1].lower()
        sector, office = title.sector, title.office
        inner = next((n.sector for _, n in reversed(phrase.nouns) if n.sector is not None and not n.weak), None)
        cues = self._knowledge.cues
        of_person = owner is not None and owner.kind is ActorKind.PERSON
        if title.weak or sector is None or (lemma in cues["role"] and (sector is Sector.GOV or of_person)):
            if inner is not None:  # "rebel leader", "police chief"
                sector, office = inner, None
            elif owner is not None and of_person:
                sector = owner.sector or Sector.GOV
            elif owner is not None and owner.kind is not ActorKind.STATE and not _is_region(owner):
                sector = owner.sector
            elif owner is None and self._belongs_elsewhere(hit.last):
                sector = office = None
            elif owner is not None and sector is None and lemma in cues["speaks-for-state"]:
                sector = Sector.GOV
        if any(words.lower[t] in _LESSER for t in range(phrase.first, hit.first)):
            office = None
        former = phrase.former or phrase.elect
        text = words.parse.words(hit.first, hit.last)
        of = f" of {owner.name}" if owner else ""
        return Typing(
            title.kind,
            country or title.only_in,
            None if former else sector,
            None if former else office,
            f"{'former ' if phrase.former else ''}title “{text}”{of}",
            former,
            owner.referent if owner else None,
        )

    def _belongs_elsewhere(self, token: int) -> bool:
        """Tell whether "of" or "for" after a title leads to something that is nobody known: no office of state then."""
        words = self._words
        return token + 1 < words.size and words.lower[token] in ("of", "for")

    def _by_noun(self, phrase: Phrase, owner: Owner | None, country: str | None) -> Typing:
        lemma, noun = phrase.nouns[-1]
        sector, kind = noun.sector, noun.kind
        for _, other in phrase.nouns[:-1]:  # "police official", "rebel group"
            if other.sector is not None and (
                sector is None
                or noun.weak
                or lemma in self._knowledge.cues["role"]
                or lemma in self._knowledge.cues["organisation-noun"]
            ):
                sector = other.sector
                kind = other.kind if kind is not ActorKind.PERSON else kind
        if owner is not None and owner.kind is not ActorKind.STATE and lemma in self._knowledge.cues["role"]:
            sector = owner.sector or sector
        if sector is None and owner is not None and lemma in self._knowledge.cues["speaks-for-state"]:
            sector = Sector.GOV if owner.kind is ActorKind.STATE else None
        of = f" of {owner.name}" if owner else ""
        belongs = owner.referent if owner else None
        reason = f"noun “{lemma}”{of}"
        return Typing(kind, country, None if phrase.former else sector, None, reason, phrase.former, belongs)

    # Bodies -----------------------------------------------------------------------------------------

    def type_body(self, phrase: Phrase, parts: Sequence[str]) -> tuple[ActorKind, Sector | None, str | None, str]:
        """Return kind, sector, country and reason of an unknown body, from words in its name and around it."""
        kind, sector, reason = ActorKind.OTHER, None, "named in the report"
        for first in range(len(parts)):
            for last in range(len(parts), first, -1):
                known = self._knowledge.cues.name_words.get(" ".join(parts[first:last]))
                if known:
                    kind, sector = known
                    reason = f"the name has “{' '.join(parts[first:last])}”"
                    break
        country = self._country_in(parts)
        typing = self.type_phrase(phrase) or next(
            (t for p in self._appositions(phrase) if (t := self.type_phrase(p))), None
        )
        if typing is not None:
            country = country or typing.country
            if sector is None and typing.sector is not None and typing.kind is not ActorKind.PERSON:
                kind, sector, reason = typing.kind, typing.sector, typing.reason
        return kind, sector, country, reason

    def _country_in(self, parts: Sequence[str]) -> str | None:
        """Return the country of a name inside a body's; "Parliament" or "Democratic" may be anybody's and tells none."""
        for index in range(len(parts)):
            found = self._knowledge.names.longest_at(parts, index)
            telling = [n for n in found[1] if not n.local and n.actor.kind is not ActorKind.PARTY] if found else []
            sure = [n.actor.country for n in telling if n.actor.country]
            if sure:
                return sure[0]
        return None


def _is_region(owner: Owner) -> bool:
    """Tell whether an owner is a part of the world, whose officials serve some state there: "a European diplomat"."""
    is_known = owner.referent is not None and owner.referent.known is not None
    return is_known and owner.kind is ActorKind.OTHER and owner.sector is None


def _is_placelike(referent: Referent) -> bool:
    return referent.kind is ActorKind.STATE or (referent.known is not None and referent.known.part is not None)


def choose_title(titles: Sequence[Title], country: str | None) -> Title:
    """Return the reading of a title that fits a country, or the general one."""
    for title in titles:
        if title.only_in is not None and title.only_in == country:
            return title
    return next((t for t in titles if t.only_in is None), titles[0])

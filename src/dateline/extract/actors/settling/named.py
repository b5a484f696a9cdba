"""Who the names of a report are: known actors, officers by the report's date, strangers by what surrounds them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.extract.actors.names.naming import NameLabel
from dateline.extract.actors.phrases.noun_phrases import Phrase
from dateline.extract.actors.phrases.owners import Owners
from dateline.extract.actors.scene.referents import Mark, Referent
from dateline.extract.actors.scene.scene import OF_A_STATE, Scene
from dateline.extract.actors.settling.governing import acts_as_government
from dateline.extract.actors.settling.people import People
from dateline.extract.actors.words import Words
from dateline.knowledge.actors.cased_names import split_name
from dateline.knowledge.actors.loading import KnownActor, KnownName, NameSort
from dateline.model import ActorKind, MentionForm, Sector

_LONG_NAMED = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.STATE, ActorKind.POPULATION}
_COUNTED = frozenset({"a", "an", "some", "another"})


class NameSettler:
    """Places the names of a report, the fullest first, so that short ones find their owners."""

    def __init__(self, scene: Scene, owners: Owners) -> None:
        self._scene = scene
        self._words, self._register, self._knowledge = scene.words, scene.register, scene.knowledge
        self.people = People(scene, owners)
        self._bodies: dict[str, Referent] = {}
        self._owners = owners

    def settle(self, phrases: Sequence[Phrase]) -> None:
        """Place every phrase that has a name."""
        named = [p for p in phrases if p.name is not None]
        named.sort(key=lambda p: (_rank(p), p.head))
        for phrase in named:
            assert phrase.name is not None
            if phrase.name.hit is None and self._scene.surroundings.is_town(phrase.head):
                continue
            if phrase.name.label is NameLabel.KNOWN:
                self._settle_known(phrase)
            elif phrase.name.label is NameLabel.PERSON:
                self._place(self.people.enter_named(phrase), phrase)
            else:
                self._settle_body(phrase, self._owning_states(phrase))
        self.people.type_all()

    def _place(self, referent: Referent, phrase: Phrase, form: MentionForm = MentionForm.NAME) -> None:
        last = max(phrase.last, phrase.name.last if phrase.name else 0)
        self._register.place([referent], Mark(phrase.head, phrase.first, last, form), also=phrase.also_head)
        referent.lemmas.update(lemma for lemma, _ in phrase.nouns)
        for title in phrase.titles:
            referent.lemmas.add(" ".join(w.lower() for w in self._words.lemma[title.first : title.last]))

    # Known names ------------------------------------------------------------------------------------

    def _settle_known(self, phrase: Phrase) -> None:
        assert phrase.name is not None
        assert phrase.name.hit is not None
        owning = self._owning_states(phrase)
        name = self._choose(phrase.name.hit.names, phrase, owning)
        if name.local and (self._is_anothers(name, owning) or not self._is_near(name, phrase)):
            self._settle_body(phrase, owning)
            return
        if name.actor.officer is not None:
            self._place(self.people.enter_officer(name.actor.officer, phrase), phrase)
        elif name.sort is NameSort.PEOPLE:
            self._settle_people(phrase, name.actor)
        elif name.sort in (NameSort.CAPITAL, NameSort.SEAT, NameSort.REGION):
            if acts_as_government(self._words, phrase.head, self._knowledge.cues):
                self._place(
                    self._enter_known(name.actor, f"{phrase_text(self._words, phrase)} stands for the government"),
                    phrase,
                )
        elif name.sort is NameSort.ADJECTIVE and self._is_people(phrase):
            self._settle_people(phrase, name.actor)
        elif name.actor.kind is ActorKind.PARTY and self._is_one(phrase):
            self._place(self._member(name.actor, phrase), phrase, MentionForm.NOMINAL)
        elif name.actor.kind is ActorKind.PERSON:
            self._place(self.people.enter_listed(name.actor, phrase), phrase)
        else:
            known = self._enter_known(name.actor, f"known as {name.sort} of {name.actor.name}")
            known.lemmas.update(self._nouns_in(self._words.folded[phrase.name.first : phrase.name.last]))
            self._place(known, phrase)

    def _owning_states(self, phrase: Phrase) -> set[str]:
        """Return the states that a name's own phrase says it belongs to: "Kenya's Supreme Court", "the Senate of Chile"."""
        owners = self._owners.of(phrase)
        return {o.country for o in owners if o.kind is ActorKind.STATE and o.country and not o.is_place}

    def _is_anothers(self, name: KnownName, owning: set[str]) -> bool:
        """Tell whether a name that many countries' bodies bear stands here with another country than its bearer's."""
        return bool(owning) and name.actor.country not in owning

    def _choose(self, names: Sequence[KnownName], phrase: Phrase, owning: set[str]) -> KnownName:
        if len(names) == 1:
            return names[0]
        around = self._scene.surroundings.countries_near(phrase.head, 3)
        main = self._scene.surroundings.main

        def preference(name: KnownName) -> tuple[bool, ...]:
            country = name.actor.country
            return (
                country in owning,
                self._register.find(name.actor.id) is not None,
                name.sort in (NameSort.NAME, NameSort.ADJECTIVE) and name.actor.kind is ActorKind.STATE,
                country == main,
                country in around[:1],
                country in around,
                not name.cased,
            )

        return max(names, key=preference)

    def _is_near(self, name: KnownName, phrase: Phrase) -> bool:
        """Tell whether a local name's country stands near, or its bearer was named: else it is anybody's.

        In a report about another country it must be the last one named: that country has a "Coast Guard" of its own.
        """
        country, around = name.actor.country, self._scene.surroundings
        if country is None or country == around.main or self._register.find(name.actor.id) is not None:
            return True
        if around.main is not None:
            return country == around.last_before(phrase.head, 3)
        return country in around.countries_near(phrase.head, 3)

    def _is_people(self, phrase: Phrase) -> bool:
        words, head = self._words, phrase.head
        if words.dep[head] in ("compound", "amod", "nmod"):
            return False
        if words.tag[head] in ("NNS", "NNPS") and words.lower[head].endswith("s"):
            return True
        return head > 0 and words.lower[head - 1] in ("a", "an")

    def _settle_people(self, phrase: Phrase, state: KnownActor) -> None:
        words = self._words
        text = phrase_text(words, phrase)
        first = phrase.first if phrase.also_head is not None else words.left_edge(phrase.first, phrase.last)
        counted = (
            phrase.also_head is not None
            or words.lower[first] in _COUNTED
            or any(words.pos[t] == "NUM" for t in range(first, phrase.head))
            or words.tag[phrase.head] in ("NN", "NNP", "JJ")
        )
        phrase.first = first if counted or words.lower[first] == "the" else phrase.first
        if phrase.name is not None and words.lower[phrase.name.first - 1] == "ethnic" and phrase.name.first:
            self._settle_minority(phrase, text)
            return
        if not counted and words.lower[first] == "the":  # "the Iranians" act as their state, "Iranians" do not
            self._place(self._enter_known(state, f"{text} stands for the state"), phrase, MentionForm.NOMINAL)
            return
        key = self._register.new_key("people") if counted else f"people:{state.country}:{text}"
        referent = Referent(
            key,
            words.parse.words(phrase.first, phrase.last) if counted else text,
            ActorKind.POPULATION,
            state.country,
            Sector.CVL,
            reason=f"inhabitants of {state.name}",
            plural=words.tag[phrase.head] in ("NNS", "NNPS"),
            is_individual=words.lower[first] in ("a", "an", "another") and phrase.also_head is None,
        )
        self._place(self._register.enter(referent), phrase, MentionForm.NOMINAL if counted else MentionForm.NAME)

    def _is_one(self, phrase: Phrase) -> bool:
        """Tell whether a party's name means one of its people: "a Republican"."""
        words, first = self._words, phrase.first
        return (
            words.dep[phrase.head] not in ("compound", "amod") and first > 0 and words.lower[first - 1] in ("a", "an")
        )

    def _member(self, party: KnownActor, phrase: Phrase) -> Referent:
        phrase.first -= 1
        text = self._words.parse.words(phrase.first, phrase.last)
        key = self._register.new_key("member")
        reason = f"one of {party.name}"
        return self._register.enter(
            Referent(key, text, ActorKind.PERSON, party.country, party.sector, reason=reason, is_individual=True)
        )

    def _settle_minority(self, phrase: Phrase, text: str) -> None:
        """Place "ethnic Albanians": people of the country around, not of Albania."""
        country, why = self._scene.surroundings.country_at(phrase.head)
        name = f"ethnic {text}"
        key = f"people:ethnic:{country}:{text}"
        referent = Referent(
            key, name, ActorKind.POPULATION, country, Sector.CVL, reason=f"a minority {why}", plural=True, is_guess=True
        )
        self._place(self._register.enter(referent), phrase, MentionForm.NOMINAL)

    def enter_state(self, country: str) -> Referent:
        """Return the referent of a state by its code."""
        return self._enter_known(self._knowledge.states[country], f"the country of code {country}")

    def _enter_known(self, actor: KnownActor, reason: str) -> Referent:
        found = self._register.find(actor.id)
        if found is None:
            actor = self._name_of_today(actor)
            sector = actor.sector_on(self._scene.published)
            found = Referent(actor.id, actor.name, actor.kind, actor.country, sector, reason=reason, known=actor)
            found.name_words = split_name(actor.name)
            found.lemmas.update(word.split()[-1] for word in actor.later)
            found.lemmas.update(self._nouns_in(found.name_words))
            self._register.enter(found)
        return found

    def _name_of_today(self, actor: KnownActor) -> KnownActor:
        """Return a state by the name it has on the report's day: whoever is called Persian in 1987 acts for Iran."""
        day = self._scene.published
        if actor.kind is not ActorKind.STATE or actor.until is None or day is None or day.isoformat() <= actor.until:
            return actor
        return self._knowledge.states.get(actor.country or "", actor)

    # Bodies -----------------------------------------------------------------------------------------

    def _settle_body(self, phrase: Phrase, owning: set[str]) -> None:
        assert phrase.name is not None
        words = self._words
        parts = [w for w in words.folded[phrase.name.first : phrase.name.last] if w]
        text = " ".join(parts)
        referent = self._bodies.get(text)
        if referent is None or _is_foreign(referent, owning):
            referent = self._body_by_part(parts, owning) or self._enter_body(phrase, parts)
        self._place(referent, phrase)

    def _enter_body(self, phrase: Phrase, parts: Sequence[str]) -> Referent:
        """Return the referent of a body that was not named before."""
        assert phrase.name is not None
        text = " ".join(parts)
        kind, sector, country, reason = self._owners.type_body(phrase, parts)
        name = self._words.parse.words(phrase.name.first, phrase.name.last)
        key = f"body:{text.lower()}"
        key = key if self._register.find(key) is None else f"{key} of {country}"
        referent = self._register.enter(Referent(key, name, kind, country, sector, reason=reason))
        if referent.country is None and referent.sector in OF_A_STATE:
            referent.country, why = self._scene.surroundings.country_at(phrase.head)
            referent.is_guess = referent.country is not None
            referent.reason = f"{referent.reason}; {why}"
        referent.name_words = tuple(parts)
        referent.lemmas.update(self._nouns_in(parts))
        self._bodies[text] = referent
        initials = "".join(p[0] for p in parts if p[0].isupper())
        if len(initials) > 2:
            self._bodies.setdefault(initials, referent)
        return referent

    def _nouns_in(self, parts: Sequence[str]) -> list[str]:
        """Return the common nouns in a body's name, by which it may be taken up again: "court", "committee"."""
        known = self._knowledge.cues.name_words
        return [p.lower() for p in parts if p in known] or [parts[-1].lower()] if parts else []

    def _body_by_part(self, parts: Sequence[str], owning: set[str]) -> Referent | None:
        """Return the body whose longer name ends in these words: "the Court" for "the Supreme Court"."""
        known = self._knowledge.cues.name_words
        for referent in reversed(list(self._register)):
            name = referent.name_words
            if referent.kind not in _LONG_NAMED or len(name) <= len(parts) or _is_foreign(referent, owning):
                continue
            ends = tuple(name[-len(parts) :]) == tuple(parts)
            begins = len(parts) > 1 and tuple(name[: len(parts)]) == tuple(parts)
            if ends or begins or (len(parts) == 1 and parts[0].lower() in referent.lemmas and parts[0] in known):
                return referent
        return None


def _is_foreign(referent: Referent, owning: set[str]) -> bool:
    """Tell whether a body is another country's than those that a phrase names as its owners."""
    return bool(owning) and referent.country is not None and referent.country not in owning


def _rank(phrase: Phrase) -> int:
    """Return when a name is settled: known bodies, full names, strangers' bodies, then single words."""
    assert phrase.name is not None
    name = phrase.name
    if name.label is NameLabel.KNOWN:
        return 0
    if name.label is NameLabel.PERSON:
        return 2 if name.last - name.first > 1 else 3
    return 1


def phrase_text(words: Words, phrase: Phrase) -> str:
    """Return the words of a phrase's name, or of the phrase."""
    if phrase.name is not None:
        return words.parse.words(phrase.name.first, phrase.name.last)
    return words.parse.words(phrase.first, phrase.last)

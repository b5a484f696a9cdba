"""Who the names of a report are: known actors, officers by the report's date, strangers by what surrounds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.extract.actors.governing import acts_as_government
from dateline.extract.actors.naming import NameLabel
from dateline.extract.actors.owners import Owners
from dateline.extract.actors.phrases import Phrase
from dateline.extract.actors.referents import Mark, Referent, Register
from dateline.extract.actors.surroundings import Surroundings
from dateline.extract.actors.words import Words
from dateline.knowledge.actors import ActorKnowledge, KnownActor, KnownName, NameSort
from dateline.knowledge.cased_names import split_name
from dateline.knowledge.offices import Officer
from dateline.model import ActorKind, MentionForm, Sector

# A body or person of these sectors belongs to a state; where none is named, the one the report is about.
_OF_A_STATE = frozenset(
    {Sector.GOV, Sector.LEG, Sector.JUD, Sector.POL, Sector.MIL, Sector.SPY, Sector.PTY, Sector.OPP}
)
_LONG_NAMED = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.STATE, ActorKind.POPULATION}
_COUNTED = frozenset({"a", "an", "some", "another"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What every step of reading the actors works on."""

    words: Words
    knowledge: ActorKnowledge
    published: date | None
    register: Register
    surroundings: Surroundings


class NameSettler:
    """Places the names of a report, the fullest first, so that short ones find their owners."""

    def __init__(self, scene: Scene, owners: Owners) -> None:
        self._scene = scene
        self._words, self._register, self._knowledge = scene.words, scene.register, scene.knowledge
        self._people: dict[str, list[Referent]] = {}  # by every word of their names
        self._bodies: dict[str, Referent] = {}
        self._owners = owners

    def settle(self, phrases: Sequence[Phrase]) -> None:
        """Place every phrase that has a name."""
        named = [p for p in phrases if p.name is not None]
        named.sort(key=lambda p: (_rank(p), p.head))
        for phrase in named:
            assert phrase.name is not None
            if phrase.name.label is NameLabel.KNOWN:
                self._settle_known(phrase)
            elif phrase.name.label is NameLabel.PERSON:
                self._settle_person(phrase)
            else:
                self._settle_body(phrase)

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
        name = self._choose(phrase.name.hit.names, phrase)
        if name.actor.officer is not None:
            self._settle_officer(phrase, name.actor.officer)
        elif name.sort is NameSort.PEOPLE:
            self._settle_people(phrase, name.actor)
        elif name.sort in (NameSort.CAPITAL, NameSort.SEAT):
            if acts_as_government(self._words, phrase.head, self._knowledge.cues):
                self._place(
                    self._enter_known(name.actor, f"{phrase_text(self._words, phrase)} stands for the government"),
                    phrase,
                )
        elif name.sort is NameSort.ADJECTIVE and self._is_people(phrase):
            self._settle_people(phrase, name.actor)
        elif name.actor.kind is ActorKind.PERSON:
            self._settle_officer_like(phrase, name.actor)
        else:
            self._place(self._enter_known(name.actor, f"known as {name.sort} of {name.actor.name}"), phrase)

    def _choose(self, names: Sequence[KnownName], phrase: Phrase) -> KnownName:
        if len(names) == 1:
            return names[0]
        inner = {n.hit.names[0].actor.country for n in phrase.inner if n.hit}
        around = self._scene.surroundings.countries_near(phrase.head, 3)
        main = self._scene.surroundings.main

        def preference(name: KnownName) -> tuple[bool, ...]:
            country = name.actor.country
            return (
                country in inner,
                self._register.find(name.actor.id) is not None,
                name.sort in (NameSort.NAME, NameSort.ADJECTIVE) and name.actor.kind is ActorKind.STATE,
                country in around[:1],
                country in around,
                country == main,
                not name.cased,
            )

        return max(names, key=preference)

    def _is_people(self, phrase: Phrase) -> bool:
        words, head = self._words, phrase.head
        if words.tag[head] in ("NNS", "NNPS") and words.lower[head].endswith("s"):
            return words.dep[head] not in ("compound", "amod")
        return False

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
        )
        self._place(self._register.enter(referent), phrase, MentionForm.NOMINAL if counted else MentionForm.NAME)

    def enter_state(self, country: str) -> Referent:
        """Return the referent of a state by its code."""
        return self._enter_known(self._knowledge.states[country], f"the country of code {country}")

    def _enter_known(self, actor: KnownActor, reason: str) -> Referent:
        found = self._register.find(actor.id)
        if found is None:
            found = Referent(actor.id, actor.name, actor.kind, actor.country, actor.sector, reason=reason, known=actor)
            found.lemmas.update(word.split()[-1] for word in actor.later)
            found.name_words = tuple(self._words_of(actor.name))
            self._register.enter(found)
        return found

    def _words_of(self, name: str) -> list[str]:
        return list(split_name(name))

    # People -----------------------------------------------------------------------------------------

    def _settle_officer_like(self, phrase: Phrase, actor: KnownActor) -> None:
        """Place a person of a user's own list who has no dated office."""
        referent = self._enter_known(actor, "known by name")
        referent.office = actor.office
        self._know_person(referent, self._name_words(phrase))
        self._place(referent, phrase)

    def _settle_officer(self, phrase: Phrase, officer: Officer) -> None:
        self._place(self.enter_officer(officer, phrase), phrase)

    def enter_officer(self, officer: Officer, phrase: Phrase | None = None) -> Referent:
        """Return the referent of an officer, with the office held on the report's day."""
        key = f"person.{officer.name}"
        found = self._register.find(key)
        if found is None:
            country, sector, office, reason = self._office_of(officer)
            found = Referent(key, officer.name, ActorKind.PERSON, country, sector, office, reason)
            self._know_person(found, self._words_of(officer.name))
            self._register.enter(found)
        if phrase is not None:
            self._note_gender(found, phrase)
            if found.sector is None and not phrase.former:
                self._type_person(found, phrase)
        return found

    def _office_of(self, officer: Officer) -> tuple[str | None, Sector | None, str | None, str]:
        day = self._scene.published
        terms = officer.terms_on(day)
        when = day.isoformat() if day else "today"
        if terms:
            body = self._knowledge.actors.get(terms[0].country)
            country = officer.country if body is None else body.country
            sector = self._knowledge.office_sectors.get(terms[0].office, Sector.GOV)
            if body is not None:
                sector = body.sector or sector
            return country, sector, terms[0].office, f"{terms[0].office} of {terms[0].country} on {when}"
        last = officer.last_before(day)
        if last is None:
            return officer.country, None, None, f"not yet in an office on {when}"
        return officer.country, None, None, f"{last.office} of {last.country} until {last.until}, no office on {when}"

    def _settle_person(self, phrase: Phrase) -> None:
        assert phrase.name is not None
        words = self._name_words(phrase)
        referent = self._known_person(words, phrase)
        if referent is None and len(words) == 1:
            referent = self._officer_by_surname(words[0], phrase)
        if referent is None:
            key = f"person:{' '.join(words).lower()}"
            name = self._words.parse.words(phrase.name.first, phrase.name.last)
            referent = self._register.enter(Referent(key, name, ActorKind.PERSON, reason="named in the report"))
            referent.name_words = tuple(words)
        self._know_person(referent, words)
        self._note_gender(referent, phrase)
        if referent.sector is None:
            self._type_person(referent, phrase)
        self._place(referent, phrase)

    def _known_person(self, words: Sequence[str], phrase: Phrase) -> Referent | None:
        """Return who in this report bears all these words as part of the name, the last named first."""
        found = [r for r in self._people.get(words[-1], ()) if set(words) <= set(r.name_words)]
        if len(found) > 1:
            surname = [r for r in found if r.name_words[-1] == words[-1]]
            found = surname or found
        before = [r for r in found if r.marks and r.marks[0].head < phrase.head]
        found = before or found
        return max(
            found, key=lambda r: max((m.head for m in r.marks if m.head < phrase.head), default=-1), default=None
        )

    def _officer_by_surname(self, surname: str, phrase: Phrase) -> Referent | None:
        if phrase.name is not None and phrase.name.officer is not None and not phrase.titles:
            return self.enter_officer(phrase.name.officer)
        day = self._scene.published
        wanted = {t.office for hit in phrase.titles for t in hit.titles if t.office}
        named = self._knowledge.offices.named((surname,))
        fitting = [o for o in named if any(t.office in wanted for t in o.terms_on(day))]
        if not fitting and phrase.former:
            fitting = [o for o in named if any(t.office in wanted and (t.until or "9") < str(day) for t in o.terms)]
        if not fitting and not phrase.titles and not phrase.nouns:
            fitting = [o for o in named if o.terms_on(day)]
        around = set(self._scene.surroundings.countries_near(phrase.head, 6)) | {self._scene.surroundings.main}
        near = [o for o in fitting if o.country in around]
        fitting = near or fitting
        if not fitting:
            return None
        best = max(fitting, key=lambda o: max((t.rank for t in o.terms_on(day)), default=0))
        return self.enter_officer(best)

    def _know_person(self, referent: Referent, words: Sequence[str]) -> None:
        if len(words) > len(referent.name_words):
            referent.name_words = tuple(words)
        for word in (*words, *referent.name_words):
            if len(word) > 1 and referent not in self._people.setdefault(word, []):
                self._people[word].append(referent)

    def _name_words(self, phrase: Phrase) -> list[str]:
        """Return the words of a person's name without particles and forms of address."""
        assert phrase.name is not None
        words = [w for w in self._words.folded[phrase.name.first : phrase.name.last] if w]
        address = self._knowledge.cues["address"]
        kept = [w for w in words if w not in ("al", "el", "Al", "El", "'s") and w.lower() not in address]
        return kept or words

    def _note_gender(self, referent: Referent, phrase: Phrase) -> None:
        cues, words = self._knowledge.cues, self._words
        before = {words.lower[t] for t in range(max(0, phrase.first - 1), phrase.head)} | {
            lemma for lemma, _ in phrase.nouns
        }
        if before & cues["man-title"] or before & cues["man"]:
            referent.gender = "m"
        elif before & cues["woman-title"] or before & cues["woman"]:
            referent.gender = "f"
        elif referent.gender is None and referent.name_words:
            referent.gender = next((cues.genders[w] for w in referent.name_words[:-1] if w in cues.genders), None)

    def _type_person(self, referent: Referent, phrase: Phrase) -> None:
        typing = self._owners.type_person(phrase)
        if typing is None:
            return
        referent.country = typing.country or referent.country
        if not typing.former:
            referent.sector = typing.sector or referent.sector
            referent.office = typing.office or referent.office
        referent.reason = typing.reason
        referent.owner = typing.owner
        if referent.country is None and typing.sector in _OF_A_STATE:
            referent.country, why = self._scene.surroundings.country_at(phrase.head)
            referent.reason = f"{referent.reason}; {why}"

    # Bodies -----------------------------------------------------------------------------------------

    def _settle_body(self, phrase: Phrase) -> None:
        assert phrase.name is not None
        words = self._words
        parts = [w for w in words.folded[phrase.name.first : phrase.name.last] if w]
        text = " ".join(parts)
        referent = self._bodies.get(text) or self._body_by_part(parts)
        if referent is None:
            kind, sector, country, reason = self._owners.type_body(phrase, parts)
            name = words.parse.words(phrase.name.first, phrase.name.last)
            referent = self._register.enter(
                Referent(f"body:{text.lower()}", name, kind, country, sector, reason=reason)
            )
            if referent.country is None and referent.sector in _OF_A_STATE:
                referent.country, why = self._scene.surroundings.country_at(phrase.head)
                referent.reason = f"{referent.reason}; {why}"
            referent.name_words = tuple(parts)
            referent.lemmas.add(parts[-1].lower())
            self._bodies[text] = referent
            initials = "".join(p[0] for p in parts if p[0].isupper())
            if len(initials) > 2:
                self._bodies.setdefault(initials, referent)
        self._place(referent, phrase)

    def _body_by_part(self, parts: Sequence[str]) -> Referent | None:
        """Return the body whose longer name ends in these words: "the Court" for "the Supreme Court"."""
        for referent in reversed(list(self._register)):
            name = referent.name_words
            if referent.kind not in _LONG_NAMED or len(name) <= len(parts):
                continue
            if tuple(name[-len(parts) :]) == tuple(parts) or (
                len(parts) > 1 and tuple(name[: len(parts)]) == tuple(parts)
            ):
                return referent
        return None


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

"""Whom nouns and titles without a name mean: officers, somebody named before, or somebody new."""

from __future__ import annotations

from dateline.extract.actors.phrases.noun_phrases import Phrase
from dateline.extract.actors.phrases.owners import Owners, choose_title
from dateline.extract.actors.pointing_back.antecedents import Pointing
from dateline.extract.actors.pointing_back.salience import Salience
from dateline.extract.actors.scene.referents import Mark, Referent
from dateline.extract.actors.scene.scene import Scene
from dateline.extract.actors.settling.named import NameSettler
from dateline.model import ActorKind, MentionForm, Sector

_OF_NO_COUNTRY = frozenset({ActorKind.IGO, ActorKind.ARMED_GROUP, ActorKind.OTHER})  # the last: "European", "Western"
_FORCES = frozenset({Sector.MIL, Sector.POL, Sector.REB, Sector.SPY})
_NEW = frozenset({"a", "an", "another", "one", "some", "no", "every", "any", "each", "several", "many", "other", "few"})


# "The Russian ambassador" is one of a hundred: an office that many hold at once names nobody without a name.
_HELD_BY_MANY = frozenset(
    """ambassador un-ambassador envoy spokesman candidate negotiator opposition-leader senior-official official governor
    adviser diplomat commissioner separatist-leader party-leader deputy-leader head""".split()
)


class NominalResolver:
    """Places titles and nouns, in the order of the text."""

    def __init__(self, scene: Scene, settler: NameSettler, owners: Owners, salience: Salience) -> None:
        self._scene, self._settler, self._owners, self._salience = scene, settler, owners, salience
        self._words, self._register, self._knowledge = scene.words, scene.register, scene.knowledge
        self._pointing = Pointing(scene, settler, owners, salience)
        self._owned: dict[tuple[str, str, bool], Referent] = {}  # "Elian's father", then "his father"

    def resolve(self, phrase: Phrase) -> None:
        """Place a phrase."""
        referents = self._titled_each(phrase) or self._pointing.find(phrase) or self._owned_before(phrase)
        if not referents:
            one = self._titled(phrase) if phrase.titles else self._noun(phrase)
            referents = (one,) if one else ()
        if not referents:
            return
        mark = Mark(phrase.head, phrase.first, phrase.last, MentionForm.NOMINAL)
        self._register.place(referents, mark, also=phrase.also_head)
        if len(referents) == 1:
            self._remember_owner(phrase, referents[0])
            referents[0].lemmas.add(phrase.lemma.split()[-1])
            referents[0].lemmas.add(phrase.lemma)
            if referents[0].is_person:
                self._note_gender(referents[0], phrase)
                self._learn(referents[0], phrase)

    # Titles --------------------------------------------------------------------------------------------

    def _titled_each(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return the holders of one title in several states: "the foreign ministers of Germany and France"."""
        if not phrase.plural or not phrase.titles:
            return ()
        owners = [o for o in self._owners.of(phrase) if o.kind is ActorKind.STATE and o.country and not o.is_place]
        countries = list(dict.fromkeys(o.country for o in owners if o.country))
        if len(countries) < 2:
            return ()
        return tuple(self._holder(phrase, c) or self._new(phrase, c, f"of {c}", plural=False) for c in countries)

    def _titled(self, phrase: Phrase) -> Referent | None:
        owners = self._owners.of(phrase)
        country = next((o.country for o in owners if o.country), None)
        if phrase.determiner in _NEW or phrase.plural:
            return self._new(phrase, *self._country(phrase, country))
        if country is not None:
            holder = self._holder(phrase, country)
            if holder is not None:
                return holder
        same = self._titled_before(phrase, country)
        if same is not None:
            return same
        if (
            country is None
            and not phrase.former
            and not phrase.elect
            and (phrase.is_definite or self._words.text[phrase.head][0].isupper())
        ):
            around, _ = self._scene.surroundings.country_at(phrase.head)
            for candidate in dict.fromkeys((self._scene.surroundings.main, around)):
                holder = self._holder(phrase, candidate) if candidate else None
                if holder is not None:
                    return holder
        return self._new(phrase, *self._country(phrase, country))

    def _holder(self, phrase: Phrase, country: str) -> Referent | None:
        """Return who held the office of a title on the report's day."""
        title = choose_title(phrase.titles[-1].titles, country)
        if (
            title.office is None
            or title.office in _HELD_BY_MANY
            or self._scene.published is None
            or phrase.former
            or phrase.elect
            or self._is_lesser(phrase)
            or self._names_somebody(phrase)
        ):
            return None
        holders = self._knowledge.offices.holders(country, title.office, self._scene.published)
        if not holders:
            return None
        return self._settler.people.enter_officer(holders[0])

    def _names_somebody(self, phrase: Phrase) -> bool:
        """Tell whether a proper noun follows a title, so that it is the title of one nobody knows."""
        words, token = self._words, phrase.titles[-1].last
        if token >= words.size or words.sentence[token] != words.sentence[phrase.head]:
            return False
        return words.tag[token] == "NNP" and words.text[token][0].isupper() and words.entity[token] in ("", "PERSON")

    def _is_lesser(self, phrase: Phrase) -> bool:
        words = self._words
        return any(
            words.lower[t] in ("deputy", "vice", "assistant", "under", "then", "ex", "first", "second")
            for t in range(phrase.first, phrase.head)
        )

    def _titled_before(self, phrase: Phrase, country: str | None) -> Referent | None:
        lemma = phrase.lemma

        def fits(referents: tuple[Referent, ...], mark: Mark) -> bool:
            who = referents[0]
            if len(referents) != 1 or not who.is_person or (country and who.country and who.country != country):
                return False
            return lemma in who.lemmas or any(known.split()[-1] == last for known in who.lemmas if known)

        last = lemma.split()[-1]
        if not any(r.is_person and any(k.endswith(last) for k in r.lemmas) for r in self._register):
            return None
        ranked = self._salience.rank(phrase.head, before=phrase.first, fits=fits, sentences=12)
        return ranked[0].referents[0] if ranked else None

    # Nouns ---------------------------------------------------------------------------------------------

    def _noun(self, phrase: Phrase) -> Referent | None:
        owners = self._owners.of(phrase)
        country, reason, assumed = self._country(phrase, next((o.country for o in owners if o.country), None))
        known = self._government(phrase, country)
        if known is not None:
            return known
        counted = (
            any(self._words.pos[t] == "NUM" for t in range(phrase.first, phrase.head)) or phrase.determiner in _NEW
        )
        if not counted and not self._is_qualified(phrase):
            for referent in reversed(self._pointing.same_noun(phrase)):
                if referent.country == country and referent.plural == phrase.plural:
                    return referent
        referent = self._new(phrase, country, reason, assumed)
        self._pointing.same_noun(phrase).append(referent)
        return referent

    def _owned_before(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return who was called the same thing of the same person: "Elian's father", then "his father"."""
        key = self._owned_key(phrase)
        found = self._owned.get(key) if key is not None else None
        return (found,) if found is not None else ()

    def _remember_owner(self, phrase: Phrase, referent: Referent) -> None:
        key = self._owned_key(phrase)
        if key is not None:
            self._owned.setdefault(key, referent)

    def _owned_key(self, phrase: Phrase) -> tuple[str, str, bool] | None:
        owner = self._words.child(phrase.head, "poss")
        referent = self._register.one_at(owner) if owner is not None else None
        return (referent.key, phrase.lemma, phrase.plural) if referent is not None else None

    def _is_qualified(self, phrase: Phrase) -> bool:
        return any(
            self._words.dep[t] == "amod" and self._words.tag[t] == "JJ" and self._words.text[t][0].islower()
            for t in range(phrase.first, phrase.head)
        )

    def _government(self, phrase: Phrase, country: str | None) -> Referent | None:
        """Return the government's own referent for "the government", "Turkish government"."""
        if phrase.lemma != "government" or phrase.plural or country is None or phrase.determiner in _NEW:
            return None
        known = self._knowledge.governments.get(country)
        if known is None:
            return None
        return self._register.enter(
            Referent(
                known.id,
                known.name,
                known.kind,
                known.country,
                known.sector,
                reason=f"government of {country}",
                known=known,
                lemmas={"government"},
            )
        )

    def _country(self, phrase: Phrase, owned: str | None) -> tuple[str | None, str, bool]:
        """Return the country of a noun phrase, why, and whether it is assumed from what stands around."""
        if owned is not None:
            return owned, f"of {owned} by its owner", False
        cues = self._knowledge.cues
        if phrase.nouns and phrase.nouns[-1][1].peoples:
            return phrase.nouns[-1][1].country, "as a people is", False
        noun = phrase.nouns[-1][1] if phrase.nouns else None
        if noun is not None and noun.sector is Sector.IGO:
            return None, "of no one country", False
        if noun is not None and noun.thing and noun.sector is Sector.MIL:
            return None, "whose is not told", False
        if (phrase.lemma in cues["stateless"] and not self._is_of_force(phrase)) or (
            phrase.lemma in cues["nation"] and self._is_any(phrase)
        ):
            return None, "of no country that is told", False
        if any(o.kind in _OF_NO_COUNTRY and o.country is None for o in self._owners.of(phrase)):
            return None, "of a body without a country", False
        craft = self._scene.surroundings.country_of_craft(phrase.head) if phrase.lemma in cues["crew"] else None
        if craft is not None:
            return craft, f"of {craft}, whose craft they man", True
        country, reason = self._scene.surroundings.country_at(phrase.head)
        return country, reason, country is not None

    def _is_of_force(self, phrase: Phrase) -> bool:
        """Tell whether a noun before the head says of which force of a country it is: "an army source", "rebel groups"."""
        return any(noun.sector in _FORCES and not noun.thing for _, noun in phrase.nouns[:-1])

    def _is_any(self, phrase: Phrase) -> bool:
        """Tell whether a noun for a state means no certain one: "no country", "17 nations", one "whose country" is not told."""
        whose = any(self._words.lower[c] == "whose" for c in self._words.children[phrase.head])
        return phrase.plural or whose or phrase.determiner in _NEW

    def _new(
        self, phrase: Phrase, country: str | None, reason: str, assumed: bool = False, *, plural: bool | None = None
    ) -> Referent:
        typing = self._owners.type_phrase(phrase)
        assert typing is not None
        text = self._words.parse.words(phrase.first, phrase.last)
        key = self._register.new_key(f"noun:{phrase.lemma}")
        return self._register.enter(
            Referent(
                key,
                text,
                typing.kind,
                country,
                typing.sector,
                typing.office,
                f"{typing.reason}; {reason}",
                plural=phrase.plural if plural is None else plural,
                is_individual=self._pointing.is_individual(phrase),
                is_guess=assumed,
                lemmas={phrase.lemma},
            )
        )

    def _learn(self, referent: Referent, phrase: Phrase) -> None:
        """Let a noun say of a named person what nothing said so far: "its ambassador", once "its" is known."""
        if referent.key.startswith("noun:") or (referent.sector is not None and not referent.is_guess):
            return
        typing = self._owners.type_phrase(phrase)
        if typing is None or typing.former:
            return
        referent.sector = referent.sector or typing.sector
        if typing.country is not None and (referent.is_guess or referent.country is None):
            referent.country, referent.is_guess = typing.country, False
            referent.reason = typing.reason

    def _note_gender(self, referent: Referent, phrase: Phrase) -> None:
        cues, lemma = self._knowledge.cues, phrase.lemma.split()[-1]
        if lemma in cues["man"]:
            referent.gender = "m"
        elif lemma in cues["woman"]:
            referent.gender = "f"

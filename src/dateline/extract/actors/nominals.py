"""Whom nouns and titles without a name mean: officers, somebody named before, or somebody new."""

from __future__ import annotations

from dateline.extract.actors.owners import Owners, choose_title
from dateline.extract.actors.phrases import Phrase
from dateline.extract.actors.referents import Mark, Referent
from dateline.extract.actors.salience import Salience
from dateline.extract.actors.settling import NameSettler, Scene
from dateline.model import ActorKind, MentionForm

_NEW = frozenset({"a", "an", "another", "one", "some", "no", "every", "any", "each", "several", "many", "other", "few"})
_BODIES = frozenset(
    {
        ActorKind.ARMED_GROUP,
        ActorKind.PARTY,
        ActorKind.IGO,
        ActorKind.NGO,
        ActorKind.COMPANY,
        ActorKind.MEDIA,
        ActorKind.OTHER,
    }
)


class NominalResolver:
    """Places titles and nouns, in the order of the text."""

    def __init__(self, scene: Scene, settler: NameSettler, owners: Owners, salience: Salience) -> None:
        self._scene, self._settler, self._owners, self._salience = scene, settler, owners, salience
        self._words, self._register, self._knowledge = scene.words, scene.register, scene.knowledge
        self._by_lemma: dict[tuple[int, str], list[Referent]] = {}
        self._owned: dict[tuple[str, str, bool], Referent] = {}  # "Elian's father", then "his father"

    def resolve(self, phrase: Phrase) -> None:
        """Place a phrase."""
        referents = self._apposed(phrase) or self._nations_of(phrase) or self._several(phrase) or self._back(phrase)
        if not referents:
            one = self._titled(phrase) if phrase.titles else self._noun(phrase)
            referents = (one,) if one else ()
        if not referents:
            return
        mark = Mark(phrase.head, phrase.first, phrase.last, MentionForm.NOMINAL)
        self._register.place(referents, mark, also=phrase.also_head)
        if len(referents) == 1:
            referents[0].lemmas.add(phrase.lemma.split()[-1])
            referents[0].lemmas.add(phrase.lemma)
            if referents[0].is_person:
                self._note_gender(referents[0], phrase)

    # Somebody named beside -----------------------------------------------------------------------------

    def _apposed(self, phrase: Phrase) -> tuple[Referent, ...]:
        words = self._words
        heads = [c for c in words.children[phrase.head] if words.dep[c] == "appos"]
        if words.dep[phrase.head] == "appos":
            heads.append(words.head[phrase.head])
        if words.dep[phrase.head] == "attr" and words.lemma[words.head[phrase.head]] == "be" and not phrase.plural:
            heads += [c for c in words.children[words.head[phrase.head]] if words.dep[c] == "nsubj"]
        for child in words.children[phrase.head]:
            if words.dep[child] == "prep":
                heads += [
                    c
                    for n in words.children[child]
                    if words.dep[n] == "pobj"
                    for c in words.children[n]
                    if words.dep[c] == "appos"
                ]
        for head in heads:
            found = self._register.one_at(head)
            if found is not None and self._agrees(found, phrase):
                return (found,)
        return ()

    def _agrees(self, referent: Referent, phrase: Phrase) -> bool:
        kind = phrase.titles[-1].titles[0].kind if phrase.titles else phrase.nouns[-1][1].kind
        if referent.is_person:
            return not phrase.plural and (bool(phrase.titles) or self._is_individual(phrase))
        return (
            referent.kind in _BODIES
            and kind is not ActorKind.PERSON
            and not phrase.titles
            and referent.plural == phrase.plural
        )

    def _is_individual(self, phrase: Phrase) -> bool:
        """Tell whether a singular noun means one person: "a soldier", not "the army"."""
        if phrase.plural or phrase.titles:
            return False
        kind = phrase.nouns[-1][1].kind
        cues = self._knowledge.cues
        if phrase.lemma in cues["group"] or phrase.lemma in cues["organisation-noun"]:
            return False
        return kind in (ActorKind.PERSON, ActorKind.POPULATION) or phrase.lemma in cues["role"]

    # Several at once -----------------------------------------------------------------------------------

    def _several(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return those a plural means one by one: "foreign ministers of Germany and France", "the two leaders"."""
        if not phrase.plural:
            return ()
        owners = [o for o in self._owners.of(phrase) if o.kind is ActorKind.STATE and o.country and not o.is_place]
        countries = list(dict.fromkeys(o.country for o in owners if o.country))
        if phrase.titles and countries and (len(countries) > 1 or self._number(phrase) is None):
            found = [r for c in countries if (r := self._holder(phrase, c)) is not None]
            if len(countries) > 1:
                made = {r.country for r in found}
                found += [self._new(phrase, c, f"of {c}", plural=False) for c in countries if c not in made]
                return tuple(found)
        number = self._number(phrase)
        if number is None or not (phrase.is_definite or phrase.determiner == "both" or self._is_bare(phrase)):
            return ()
        return self._last_ones(phrase, number)

    def _is_bare(self, phrase: Phrase) -> bool:
        return self._words.lower[phrase.first] in ("both", "their", "these")

    def _number(self, phrase: Phrase) -> int | None:
        for token in range(max(0, phrase.first - 1), phrase.head):
            word = self._words.lower[token]
            if word in ("both", "two"):
                return 2
            if word == "three":
                return 3
        return None

    def _last_ones(self, phrase: Phrase, number: int) -> tuple[Referent, ...]:
        cues = self._knowledge.cues
        lemma = phrase.lemma.split()[-1]
        persons, states = lemma in cues["leader-pair"], lemma in cues["state-pair"]
        if not persons and not states:
            return ()

        def fits(referents: tuple[Referent, ...], mark: Mark) -> bool:
            return all(r.is_person if persons else r.kind is ActorKind.STATE for r in referents)

        found: list[Referent] = []
        ranked = self._salience.rank(phrase.head, before=phrase.first, fits=fits, sentences=5, joined=True)
        for candidate in ranked:
            if len(candidate.referents) == number:
                return candidate.referents
            found += [r for r in candidate.referents[:1] if r not in found]
        return tuple(found[:number]) if len(found) >= number else ()

    def _nations_of(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return the states meant by "his country", "their two nations"."""
        cues = self._knowledge.cues
        if phrase.titles or not phrase.lemma or phrase.lemma not in cues["nation"]:
            return ()
        owner = next((c for c in self._words.children[phrase.head] if self._words.dep[c] == "poss"), None)
        if owner is None:
            return ()
        countries = dict.fromkeys(r.country for r in self._register.at(owner) if r.country)
        return tuple(self._settler.enter_state(c) for c in countries if c in self._knowledge.states)

    # Somebody named before -----------------------------------------------------------------------------

    def _back(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return who a definite noun takes up again."""
        if phrase.titles or not phrase.is_definite or phrase.inner:
            return ()
        cues, lemma = self._knowledge.cues, phrase.lemma
        if lemma in cues["nation"] and not phrase.plural and phrase.last - phrase.first <= 5:
            ranked = self._salience.rank(
                phrase.head,
                before=phrase.first,
                fits=lambda rs, m: len(rs) == 1 and rs[0].kind is ActorKind.STATE,
                sentences=4,
            )
            return ranked[0].referents if ranked else ()
        same = self._same_lemma(phrase)
        if same is not None:
            return (same,)
        text = " ".join(self._words.lower[phrase.first : phrase.last]).removeprefix("the ")

        def by_later(referents: tuple[Referent, ...], mark: Mark) -> bool:
            known = referents[0].known if len(referents) == 1 else None
            return known is not None and (text in known.later or lemma in known.later)

        ranked = self._salience.rank(phrase.head, before=phrase.first, fits=by_later, sentences=6)
        if not ranked and lemma in cues["organisation-noun"] and not phrase.plural and len(phrase.nouns) == 1:
            ranked = self._salience.rank(
                phrase.head,
                before=phrase.first,
                fits=lambda rs, m: (
                    len(rs) == 1 and rs[0].kind in _BODIES and not rs[0].plural and self._may_be(rs[0], phrase)
                ),
                sentences=4,
            )
        if not ranked and not phrase.plural and (lemma in cues["man"] or lemma in cues["woman"]):
            gender = "m" if lemma in cues["man"] else "f"
            ranked = self._salience.rank(
                phrase.head,
                before=phrase.first,
                fits=lambda rs, m: len(rs) == 1 and rs[0].is_person and rs[0].gender in (None, gender),
                sentences=4,
            )
        return ranked[0].referents if ranked else ()

    def _may_be(self, referent: Referent, phrase: Phrase) -> bool:
        kind = phrase.nouns[-1][1].kind
        return kind in (ActorKind.OTHER, referent.kind) or referent.kind is ActorKind.OTHER

    def _same_lemma(self, phrase: Phrase) -> Referent | None:
        def agrees(referent: Referent) -> bool:
            return referent.plural == phrase.plural or phrase.lemma in self._knowledge.cues["group"]

        for referent in reversed(self._same_story(phrase)):
            if agrees(referent):
                return referent
        ranked = self._salience.rank(
            phrase.head,
            before=phrase.first,
            fits=lambda rs, m: len(rs) == 1 and phrase.lemma in rs[0].lemmas and agrees(rs[0]),
            sentences=8,
        )
        return ranked[0].referents[0] if ranked else None

    def _same_story(self, phrase: Phrase) -> list[Referent]:
        """Return those of this story who were called by the same noun, in order."""
        return self._by_lemma.setdefault((self._scene.surroundings.story_of(phrase.head), phrase.lemma), [])

    # Titles --------------------------------------------------------------------------------------------

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
        if title.office is None or phrase.former or phrase.elect or self._is_lesser(phrase):
            return None
        holders = self._knowledge.offices.holders(country, title.office, self._scene.published)
        if not holders:
            return None
        return self._settler.enter_officer(holders[0])

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
            last = lemma.split()[-1]
            return lemma in who.lemmas or any(known.split()[-1] == last for known in who.lemmas if known)

        ranked = self._salience.rank(phrase.head, before=phrase.first, fits=fits, sentences=12)
        return ranked[0].referents[0] if ranked else None

    # Nouns ---------------------------------------------------------------------------------------------

    def _noun(self, phrase: Phrase) -> Referent | None:
        owners = self._owners.of(phrase)
        country, reason = self._country(phrase, next((o.country for o in owners if o.country), None))
        known = self._government(phrase, country)
        if known is not None:
            return known
        owned = self._owned_key(phrase)
        if owned is not None and owned in self._owned:
            return self._owned[owned]
        counted = (
            any(self._words.pos[t] == "NUM" for t in range(phrase.first, phrase.head)) or phrase.determiner in _NEW
        )
        if not counted and not self._is_qualified(phrase):
            for referent in reversed(self._same_story(phrase)):
                if referent.country == country and referent.plural == phrase.plural:
                    return referent
        referent = self._new(phrase, country, reason)
        self._same_story(phrase).append(referent)
        if owned is not None:
            self._owned[owned] = referent
        return referent

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

    def _country(self, phrase: Phrase, owned: str | None) -> tuple[str | None, str]:
        if owned is not None:
            return owned, f"of {owned} by its owner"
        cues = self._knowledge.cues
        if phrase.lemma in cues["stateless"] or (phrase.plural and phrase.lemma in cues["nation"]):
            return None, "of no country that is told"
        if any(o.kind in (ActorKind.IGO, ActorKind.ARMED_GROUP) for o in self._owners.of(phrase)):
            return None, "of a body without a country"
        return self._scene.surroundings.country_at(phrase.head)

    def _new(self, phrase: Phrase, country: str | None, reason: str, *, plural: bool | None = None) -> Referent:
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
                is_individual=self._is_individual(phrase),
                lemmas={phrase.lemma},
            )
        )

    def _note_gender(self, referent: Referent, phrase: Phrase) -> None:
        cues, lemma = self._knowledge.cues, phrase.lemma.split()[-1]
        if lemma in cues["man"]:
            referent.gender = "m"
        elif lemma in cues["woman"]:
            referent.gender = "f"

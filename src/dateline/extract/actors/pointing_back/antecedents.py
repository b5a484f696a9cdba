"""Whom a noun points back to: somebody beside it, several at once, or somebody named before."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.actors.phrases.noun_phrases import Phrase
from dateline.extract.actors.phrases.owners import Owners
from dateline.extract.actors.pointing_back.salience import Salience
from dateline.extract.actors.scene.referents import Mark, Referent
from dateline.extract.actors.scene.scene import Scene
from dateline.extract.actors.settling.named import NameSettler
from dateline.extract.actors.words import Words
from dateline.model import ActorKind, MentionForm

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


class Pointing:
    """Finds those whom nouns take up again; knows who was called by which noun."""

    def __init__(self, scene: Scene, settler: NameSettler, owners: Owners, salience: Salience) -> None:
        self._scene, self._settler, self._owners, self._salience = scene, settler, owners, salience
        self._words, self._register, self._knowledge = scene.words, scene.register, scene.knowledge
        self._by_lemma: dict[tuple[int, str], list[Referent]] = {}

    def find(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return whom a phrase without a name points to, nobody where it brings somebody new."""
        return self._apposed(phrase) or self._nations_of(phrase) or self._last_ones(phrase) or self._back(phrase)

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
            return not phrase.plural and (bool(phrase.titles) or self.is_individual(phrase))
        return (
            referent.kind in _BODIES
            and kind is not ActorKind.PERSON
            and not phrase.titles
            and referent.plural == phrase.plural
        )

    def is_individual(self, phrase: Phrase) -> bool:
        """Tell whether a singular noun means one person: "a soldier", not "the army"."""
        if phrase.plural or phrase.titles:
            return False
        kind = phrase.nouns[-1][1].kind
        cues = self._knowledge.cues
        if phrase.nouns[-1][1].thing:
            return False
        if phrase.lemma in cues["group"] or phrase.lemma in cues["organisation-noun"]:
            return False
        return kind in (ActorKind.PERSON, ActorKind.POPULATION) or phrase.lemma in cues["role"]

    # Several at once -----------------------------------------------------------------------------------

    def _last_ones(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return the last two or three that a plural can mean: "both countries", "the two leaders"."""
        number = count_of(self._words, phrase)
        if number is None or not (phrase.is_definite or self._words.lower[phrase.first] in ("both", "their", "these")):
            return ()
        cues = self._knowledge.cues
        lemma = phrase.lemma.split()[-1]
        persons, states = lemma in cues["leader-pair"], lemma in cues["state-pair"]
        if not persons and not states:
            return ()

        def fits(referents: tuple[Referent, ...], mark: Mark) -> bool:
            sort = all(r.is_person if persons else r.kind is ActorKind.STATE for r in referents)
            return sort and not any(self._is_named_after(r, phrase) for r in referents)

        found: list[Referent] = []
        ranked = self._salience.rank(phrase.head, before=phrase.first, fits=fits, sentences=5, joined=True)
        for candidate in ranked:
            if len(candidate.referents) == number:
                return candidate.referents
            found += [r for r in candidate.referents[:1] if r not in found]
        return tuple(found[:number]) if len(found) >= number else ()

    def _is_named_after(self, referent: Referent, phrase: Phrase) -> bool:
        """Tell whether the sentence goes on to name somebody, so that its subject is another: "both men told Assad"."""
        sentence = self._words.sentence[phrase.head]
        return any(
            mark.form is MentionForm.NAME and mark.head > phrase.head and self._words.sentence[mark.head] == sentence
            for mark in referent.marks
        )

    def _nations_of(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return the states meant by "his country", "their two nations"."""
        cues = self._knowledge.cues
        if phrase.titles or not phrase.lemma or phrase.lemma not in cues["nation"]:
            return ()
        owner = next((c for c in self._words.children[phrase.head] if self._words.dep[c] == "poss"), None)
        if owner is None:
            return ()
        if self._words.lower[owner] == "whose":
            owner = self._antecedent(phrase.head)
        countries = dict.fromkeys(r.country for r in self._register.at(owner) if r.country)
        return tuple(self._settler.enter_state(c) for c in countries if c in self._knowledge.states)

    def _antecedent(self, token: int) -> int:
        """Return the noun that the relative clause around a token speaks of: "Merkel, whose country …"."""
        words = self._words
        while words.dep[token] != "relcl" and words.head[token] != token:
            token = words.head[token]
        return words.head[token]

    # Somebody named before -----------------------------------------------------------------------------

    def _back(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return who a definite noun takes up again."""
        if phrase.titles or not phrase.is_definite:
            return ()
        countries = {o.country for o in self._owners.of(phrase) if o.country and not o.is_place}
        if countries or phrase.inner:
            return self._of_those_countries(phrase, countries)
        if phrase.lemma in self._knowledge.cues["nation"] and not phrase.plural and phrase.last - phrase.first <= 5:
            return self._likeliest(phrase, lambda who: who.kind is ActorKind.STATE, 4)
        same = self._same_lemma(phrase) or self._synonym(phrase)
        if same is not None:
            return (same,)
        return self._by_later(phrase) or self._body(phrase) or self._grown_person(phrase)

    def _likeliest(self, phrase: Phrase, fits: Callable[[Referent], bool], sentences: int) -> tuple[Referent, ...]:
        """Return the likeliest single referent that fits, of the last few sentences."""
        ranked = self._salience.rank(
            phrase.head, lambda rs, _: len(rs) == 1 and fits(rs[0]), sentences=sentences, before=phrase.first
        )
        return ranked[0].referents if ranked else ()

    def _by_later(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return the known actor whose entry says that these words point back to it."""
        text = " ".join(self._words.lower[phrase.first : phrase.last]).removeprefix("the ")

        def fits(who: Referent) -> bool:
            return who.known is not None and (text in who.known.later or phrase.lemma in who.known.later)

        return self._likeliest(phrase, fits, 6) if any(map(fits, self._register)) else ()

    def _body(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return the body that a noun for any body means: "the group"."""
        if phrase.lemma not in self._knowledge.cues["organisation-noun"] or phrase.plural or len(phrase.nouns) != 1:
            return ()

        def fits(who: Referent) -> bool:
            return who.kind in _BODIES and not who.plural and self._may_be(who, phrase)

        return self._likeliest(phrase, fits, 4)

    def _grown_person(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Return the person that "the man" or "the woman" means."""
        cues, lemma = self._knowledge.cues, phrase.lemma
        if phrase.plural or lemma in cues["young"] or not (lemma in cues["man"] or lemma in cues["woman"]):
            return ()
        gender = "m" if lemma in cues["man"] else "f"
        return self._likeliest(phrase, lambda who: who.is_person and who.gender in (None, gender), 4)

    def _of_those_countries(self, phrase: Phrase, countries: set[str]) -> tuple[Referent, ...]:
        """Return the named body of a country that a noun with its name means: "the Turkish parliament"."""
        for referent in self._register:
            if referent.country in countries and phrase.lemma in referent.lemmas and not referent.plural:
                named = referent.kind is not ActorKind.PERSON and (referent.known is not None or referent.name_words)
                if named and not phrase.plural and any(m.head < phrase.head for m in referent.marks):
                    return (referent,)
        return ()

    def _synonym(self, phrase: Phrase) -> Referent | None:
        """Return who was called by a noun of the same meaning, the last: "the attacker" for "a gunman"."""
        cues = self._knowledge.cues
        lemmas = cues.synonyms.get(phrase.lemma)
        if lemmas is None or all(lemmas.isdisjoint(r.lemmas) for r in self._register):
            return None

        def fits(referents: tuple[Referent, ...], mark: Mark) -> bool:
            who = referents[0]
            alike = who.plural == phrase.plural or bool((who.lemmas | {phrase.lemma}) & cues["group"])
            return len(referents) == 1 and alike and bool(who.lemmas & lemmas)

        ranked = self._salience.rank(phrase.head, before=phrase.first, fits=fits, sentences=8)
        return ranked[0].referents[0] if ranked else None

    def _may_be(self, referent: Referent, phrase: Phrase) -> bool:
        kind = phrase.nouns[-1][1].kind
        return kind in (ActorKind.OTHER, referent.kind) or referent.kind is ActorKind.OTHER

    def _same_lemma(self, phrase: Phrase) -> Referent | None:
        def agrees(referent: Referent) -> bool:
            return referent.plural == phrase.plural or phrase.lemma in self._knowledge.cues["group"]

        for referent in reversed(self.same_noun(phrase)):
            if agrees(referent):
                return referent
        if not any(phrase.lemma in r.lemmas for r in self._register):
            return None
        ranked = self._salience.rank(
            phrase.head,
            before=phrase.first,
            fits=lambda rs, m: len(rs) == 1 and phrase.lemma in rs[0].lemmas and agrees(rs[0]),
            sentences=8,
        )
        return ranked[0].referents[0] if ranked else None

    def same_noun(self, phrase: Phrase) -> list[Referent]:
        """Return those of this story who were called by the same noun, in order."""
        return self._by_lemma.setdefault((self._scene.surroundings.story_of(phrase.head), phrase.lemma), [])


def count_of(words: Words, phrase: Phrase) -> int | None:
    """Return two or three where a phrase says so, "both" included."""
    for token in range(max(0, phrase.first - 1), phrase.head):
        word = words.lower[token]
        if word in ("both", "two"):
            return 2
        if word == "three":
            return 3
    return None

"""Whom pronouns mean: by person, number and gender, salience and quotation."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.actors.pointing_back.quotations import Quotations
from dateline.extract.actors.pointing_back.salience import Salience
from dateline.extract.actors.scene.referents import Mark, Referent
from dateline.extract.actors.scene.scene import Scene
from dateline.model import ActorKind, MentionForm

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST_PERSONS = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_THIRD = _HE | _SHE | _IT | _THEY
_THINGS = frozenset(
    {
        ActorKind.STATE,
        ActorKind.GOVERNMENT,
        ActorKind.MILITARY,
        ActorKind.ARMED_GROUP,
        ActorKind.PARTY,
        ActorKind.IGO,
        ActorKind.NGO,
        ActorKind.COMPANY,
        ActorKind.MEDIA,
        ActorKind.OTHER,
    }
)

_MANY = frozenset(
    {
        ActorKind.ARMED_GROUP,
        ActorKind.COMPANY,
        ActorKind.NGO,
        ActorKind.PARTY,
        ActorKind.MEDIA,
        ActorKind.POPULATION,
        ActorKind.OTHER,
    }
)

Fits = Callable[[tuple[Referent, ...], Mark], bool]


class PronounResolver:
    """Places pronouns; those in the first person are left until every speaker is known."""

    def __init__(self, scene: Scene, salience: Salience) -> None:
        self._scene, self._salience = scene, salience
        self._words, self._register = scene.words, scene.register
        self._quotations = Quotations(scene.words, scene.knowledge.cues)

    def find(self) -> list[int]:
        """Return the tokens that are pronouns of the third person."""
        words = self._words
        return [t for t in range(words.size) if words.lower[t] in _THIRD and words.tag[t] in ("PRP", "PRP$")]

    def resolve(self, token: int) -> None:
        """Place a pronoun of the third person where somebody fits."""
        words = self._words
        lower = words.lower[token]
        if lower == "it" and (self._is_empty(token) or self._is_thing(token)):
            return
        if lower in _HE or lower in _SHE:
            gender = "m" if lower in _HE else "f"
            ranked = self._salience.rank(token, self._fits_person(token, gender), sentences=4)
            known = [c for c in ranked if c.referents[0].gender == gender]
            if known and ranked[0].referents[0].gender is None and known[0].score > 0.55 * ranked[0].score:
                ranked = known
        elif lower in _IT:
            ranked = self._salience.rank(token, self._fits_thing, sentences=3)
        else:
            ranked = self._salience.rank(token, self._fits_many, sentences=3, joined=True)
        if not ranked:
            return
        chosen = ranked[0].referents
        if lower in _HE or lower in _SHE:
            chosen[0].gender = "m" if lower in _HE else "f"
        self._register.place(chosen, Mark(token, token, token + 1, MentionForm.PRONOUN))

    def find_first_persons(self) -> list[int]:
        """Return the tokens that are pronouns of the first person in a quotation."""
        words = self._words
        return [
            t
            for t in range(words.size)
            if words.lower[t] in FIRST_PERSONS and words.tag[t] in ("PRP", "PRP$") and self._quotations.is_quoted(t)
        ]

    def resolve_first_person(self, token: int) -> None:
        """Place "I" or "we" as the speaker, where he is placed already; a spokesman's "we" is whom he speaks for."""
        speaker = self._quotations.speaker_of(token)
        found = self._register.at(speaker) if speaker is not None else ()
        owner = found[0].owner if len(found) == 1 else None
        if owner is not None and self._words.lower[token] in _WE and found[0].is_person:
            found = (owner,)
        if found:
            self._register.place(found, Mark(token, token, token + 1, MentionForm.PRONOUN))

    def _fits_person(self, token: int, gender: str) -> Fits:
        speaker = self._quotations.speaker_of(token)
        speaking = self._register.at(speaker) if speaker is not None else ()

        def fits(referents: tuple[Referent, ...], mark: Mark) -> bool:
            if len(referents) != 1 or referents[0] in speaking:
                return False
            who = referents[0]
            return who.is_person and who.gender in (None, gender)

        return fits

    def _fits_thing(self, referents: tuple[Referent, ...], mark: Mark) -> bool:
        who = referents[0]
        return len(referents) == 1 and who.kind in _THINGS and not who.plural and not who.is_individual

    def _fits_many(self, referents: tuple[Referent, ...], mark: Mark) -> bool:
        if len(referents) > 1:
            return True
        who = referents[0]
        if who.kind is ActorKind.STATE:
            return False
        group = self._scene.knowledge.cues["group"]
        return not who.is_individual and (who.plural or bool(who.lemmas & group) or who.kind in _MANY)

    def _is_thing(self, token: int) -> bool:
        """Tell whether "it" rather means a deal or a plan: what is done, and what is called something.

        Of "it" as an object in reports, four in five mean no actor; as a subject, one in four.
        """
        words = self._words
        if words.dep[token] in ("nsubj", "nsubjpass"):
            verb = words.head[token]
            return words.lemma[verb] == "be" and words.child(verb, "attr") is not None
        if words.dep[token] == "pobj":
            return words.lower[words.head[token]] not in ("against", "with", "by", "from", "on")
        return True

    def _is_empty(self, token: int) -> bool:
        """Tell whether "it" means nobody: weather, "it is clear that", "it seems"."""
        words = self._words
        verb = words.head[token]
        if words.dep[token] == "expl" or words.dep[token] not in ("nsubj", "nsubjpass", "dobj", "pobj"):
            return words.dep[token] == "expl"
        if words.dep[token] not in ("nsubj", "nsubjpass"):
            return False
        if words.lemma[verb] in (
            "seem",
            "appear",
            "rain",
            "snow",
            "take",
            "happen",
            "remain",
            "emerge",
            "turn",
        ) and any(words.dep[c] in ("ccomp", "xcomp", "advcl") for c in words.children[verb]):
            return True
        if words.lemma[verb] in ("be", "become") or words.dep[token] == "nsubjpass":
            return any(
                words.dep[c] in ("ccomp", "xcomp", "csubj", "advcl") and words.pos[c] in ("VERB", "AUX")
                for c in words.children[verb]
            ) or any(
                words.dep[g] in ("ccomp", "xcomp", "relcl")
                for c in words.children[verb]
                if words.dep[c] in ("acomp", "attr")
                for g in words.children[c]
            )
        return False

"""Whether the conditions of a frame hold around a trigger, and which one does not."""

from __future__ import annotations

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.events.surroundings import Trigger, tokens_at
from dateline.knowledge.frames.loading import PLACES, Condition
from dateline.knowledge.frames.word_classes import WordClasses, WordTest
from dateline.language import Token
from dateline.model import ActorKind, Sector

_FORCES = frozenset({ActorKind.MILITARY, ActorKind.ARMED_GROUP})
_GROUPS = frozenset(
    {ActorKind.IGO, ActorKind.NGO, ActorKind.COMPANY, ActorKind.PARTY, ActorKind.MEDIA, ActorKind.ARMED_GROUP}
)
_STATES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT})
_ARMED = frozenset({Sector.MIL, Sector.POL, Sector.REB, Sector.UAF})
_POLITICAL = _ARMED | {Sector.GOV, Sector.LEG, Sector.JUD, Sector.SPY, Sector.OPP, Sector.PTY, Sector.IGO}
_POLITICAL_KINDS = _STATES | _FORCES | {ActorKind.IGO, ActorKind.PARTY}
_PERSONAL = frozenset({"he", "she", "him", "her", "i", "we", "us", "me", "who", "whom"})
_PLURAL = frozenset({"they", "them"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves", "oneself"})


class ConditionCheck:
    """Checks frames' conditions against the triggers of one report; says which part failed."""

    def __init__(self, cast: Cast, classes: WordClasses) -> None:
        self._cast = cast
        self._classes = classes
        self._found: dict[tuple[int, int, str], list[Token]] = {}
        self._known: dict[int, tuple[frozenset[ActorKind], frozenset[Sector]]] = {}

    def first_failure(self, condition: Condition, trigger: Trigger) -> str | None:
        """Return the first part of `condition` that does not hold, None where all of it holds."""
        for part, wanted in condition.parts:
            if not self._holds(part, wanted, trigger):
                return condition.say(part)
        return None

    def any_holds(self, condition: Condition, trigger: Trigger) -> str | None:
        """Return the first part of `condition` that holds, None where none does."""
        for part, wanted in condition.parts:
            if self._holds(part, wanted, trigger):
                return condition.say(part)
        return None

    def _holds(self, part: str, wanted: tuple[str, ...], trigger: Trigger) -> bool:
        """Tell whether one part of a condition holds."""
        token = trigger.token
        match part:
            case "particle":
                return find_particle(token, wanted) is not None
            case "auxiliary":
                return any(helper in wanted for helper in syntax.auxiliaries(token))
            case "after":
                return token.dep_ == "pobj" and token.head.lower_ in wanted
            case "carrier":
                return trigger.carrier is not None and self._any_fits([trigger.carrier], wanted, trigger)
            case "complement":
                clause = syntax.complement_clause(token)
                return clause is not None and self._any_fits(syntax.conjoined(clause), wanted, trigger)
            case "complement_subject":
                return self._any_fits(self._tokens_at("complement", trigger), wanted, trigger)
            case "clause":
                return syntax.clause_sort(token) in wanted
            case "voice":
                return ("passive" in wanted) == syntax.is_passive(token)
            case "negated":
                return ("true" in wanted) == syntax.is_negated(token)
        if self._any_fits(self._tokens_at(part, trigger), wanted, trigger):
            return True
        if part in PLACES:
            return False
        gerunds = syntax.gerunds_after(token, part)  # "charged with insulting"
        return bool(gerunds) and self._any_fits(gerunds, wanted, trigger)

    def _tokens_at(self, place: str, trigger: Trigger) -> list[Token]:
        """Return what stands at a place; several frames of a word ask for the same."""
        key = (trigger.token.i, trigger.carrier.i if trigger.carrier is not None else -1, place)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = tokens_at(place, trigger)
        return found

    def _any_fits(self, tokens: list[Token], wanted: tuple[str, ...], trigger: Trigger) -> bool:
        if not tokens:
            return False
        test = self._classes.test(wanted)
        if "SELF" in test.classes and any(self._is_doer(token, trigger) for token in tokens):
            return True
        return any(self._fits(t, test) for token in tokens for t in (token, *syntax.counted(token)))

    def _is_doer(self, token: Token, trigger: Trigger) -> bool:
        """Tell whether a token stands for the one who acts: "calls itself", "claimed that she had won"."""
        if token.lower_ in _REFLEXIVE:
            return True
        doers = {actor for subject in self._tokens_at("subject", trigger) for actor in self._cast.at(subject.i)}
        return not doers.isdisjoint(self._cast.at(token.i))

    def _fits(self, token: Token, test: WordTest) -> bool:
        """Tell whether a token has one of the test's lemmas or is of one of its classes."""
        lemmas = test.lemmas
        if lemmas and (syntax.lemma_of(token) in lemmas or token.lower_ in lemmas):
            return True
        if lemmas and any(joined in lemmas for joined in syntax.joined_lemmas(token)):
            return True
        return any(self._is_of_class(token, name) for name in test.classes)

    def _is_of_class(self, token: Token, name: str) -> bool:
        match name:
            case "ANY":
                return True
            case "MONEY":
                return token.ent_type_ == "MONEY"
            case "NUMBER":
                return token.like_num or token.ent_type_ == "CARDINAL"
            case "PLACE":
                return token.ent_type_ in ("GPE", "LOC", "FAC")
            case "VEHICLE" | "DOCUMENT" | "SELF":
                return False
        return self._is_actor(token, name)

    def _standing_at(self, number: int) -> tuple[frozenset[ActorKind], frozenset[Sector]]:
        """Return the kinds and sectors of the actors that a token stands for."""
        known = self._known.get(number)
        if known is None:
            actors = [self._cast[a] for a in self._cast.at(number)]
            sectors = frozenset(actor.sector for actor in actors if actor.sector is not None)
            known = self._known[number] = frozenset(actor.kind for actor in actors), sectors
        return known

    def _is_actor(self, token: Token, name: str) -> bool:
        kinds, sectors = self._standing_at(token.i)
        label = token.ent_type_
        pronoun = token.lower_ if token.pos_ == "PRON" else ""
        match name:
            case "ACTOR":
                named = label in ("PERSON", "ORG", "NORP")
                return bool(kinds) or named or pronoun in _PERSONAL or pronoun in _PLURAL
            case "POLITICAL":
                return bool(kinds & _POLITICAL_KINDS or sectors & _POLITICAL)
            case "STATE":  # a city or country that the actors do not know is a place
                return bool(kinds & _STATES) or (not kinds and label == "NORP")
            case "PERSON":
                return ActorKind.PERSON in kinds or (not kinds and (label == "PERSON" or pronoun in _PERSONAL))
            case "FORCE":
                return bool(kinds & _FORCES or sectors & _ARMED)
            case "MEDIA":
                return ActorKind.MEDIA in kinds or Sector.MED in sectors
            case "GROUP":
                return bool(kinds & _GROUPS) or (not kinds and label == "ORG")
            case _:
                return ActorKind.POPULATION in kinds or (not kinds and pronoun in _PLURAL)


def find_particle(verb: Token, wanted: tuple[str, ...]) -> Token | None:
    """Return the particle, adverb or preposition among `wanted` that stands with a verb, None where there is none."""
    for child in verb.children:
        if child.lower_ in wanted and child.dep_ in (
            "prt", "advmod", "prep", "dative", "acomp", "amod", "oprd", "pcomp",
        ):  # fmt: skip
            return child
        if child.dep_ in ("prt", "prep", "advmod"):
            inner = " ".join(g.lower_ for g in child.children if g.dep_ in ("prep", "pcomp", "prt"))
            if f"{child.lower_} {inner}".strip() in wanted:
                return child
    return None

"""What stands around a trigger: the places where parties stand, and the conditions of frames.

A place is named as in docs/knowledge.md ("subject", "object.possessive", "against"). For a noun that a
light verb carries ("held talks") the carrier lends its subject and its prepositions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.knowledge.frames import CLASSES, Condition
from dateline.model import ActorKind

# Verbs that only carry the act their object names; a frame may name further ones under `light`.
LIGHT_VERBS = frozenset(
    [
        "hold",
        "launch",
        "stage",
        "conduct",
        "carry",
        "make",
        "pay",
        "give",
        "have",
        "take",
        "begin",
        "start",
        "open",
        "resume",
        "continue",
        "mount",
        "wage",
        "undertake",
        "perform",
        "commit",
        "issue",
        "order",
        "impose",
        "lead",
        "join",
        "attend",
        "host",
        "organize",
        "organise",
        "convene",
        "schedule",
        "plan",
        "offer",
        "provide",
        "receive",
        "reach",
        "strike",
        "sign",
        "conclude",
        "broker",
        "declare",
        "announce",
        "call",
        "cancel",
        "postpone",
        "end",
        "suspend",
        "halt",
        "face",
        "suffer",
        "meet",
        "draw",
        "spark",
        "trigger",
        "cause",
        "deliver",
        "deploy",
        "enter",
        "engage",
        "extend",
        "file",
        "renew",
        "step",
    ]
)
_FORCES = frozenset({ActorKind.MILITARY, ActorKind.ARMED_GROUP})
_GROUPS = frozenset(
    {ActorKind.IGO, ActorKind.NGO, ActorKind.COMPANY, ActorKind.PARTY, ActorKind.MEDIA, ActorKind.ARMED_GROUP}
)
_STATES = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT})
_VEHICLES = frozenset(
    [
        "aircraft",
        "airplane",
        "plane",
        "jet",
        "warplane",
        "fighter",
        "helicopter",
        "drone",
        "missile",
        "rocket",
        "ship",
        "warship",
        "vessel",
        "tanker",
        "boat",
        "submarine",
        "tank",
        "bomber",
        "airliner",
        "frigate",
        "destroyer",
        "carrier",
        "freighter",
        "satellite",
    ]
)
_DOCUMENTS = frozenset(
    [
        "agreement",
        "accord",
        "treaty",
        "pact",
        "deal",
        "resolution",
        "law",
        "bill",
        "act",
        "constitution",
        "convention",
        "protocol",
        "memorandum",
        "declaration",
        "contract",
        "charter",
        "decree",
        "order",
        "communique",
        "statement",
        "legislation",
        "measure",
        "amendment",
        "document",
    ]
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that may name an act: its token and, for a noun, the light verb that carries it."""

    token: Token
    carrier: Token | None = None

    @property
    def is_verb(self) -> bool:
        return self.token.pos_ in ("VERB", "AUX")


def find_carrier(noun: Token, light: Iterable[str] = ()) -> Token | None:
    """Return the light verb whose object (or passive subject) the noun is, None where there is none."""
    if noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB":
        verb = noun.head
        if verb.lemma_ in LIGHT_VERBS or verb.lemma_ in light:
            return verb
    if noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "VERB":
        verb = noun.head.head
        if verb.lemma_ in (
            "engage",
            "enter",
            "take",
            "embark",
            "participate",
            "arrive",
            "come",
            "go",
            "leave",
            "be",
            "meet",
        ):
            return verb
    if noun.dep_ == "conj":
        return find_carrier(noun.head, light)
    return None


def tokens_at(place: str, trigger: Trigger) -> list[Token]:
    """Return the head tokens that stand at a place of a trigger."""
    token = trigger.token
    if "." in place:
        first, second = place.split(".", 1)
        return [t for owner in tokens_at(first, trigger) for t in tokens_at(second, Trigger(owner))]
    verb = token if trigger.is_verb else trigger.carrier
    if verb is None and token.dep_ in ("acomp", "oprd") and token.head.pos_ in ("VERB", "AUX"):
        verb = token.head  # the copula lends an adjective its subject
    match place:
        case "subject":
            return syntax.deep_subjects(verb) if verb is not None else []
        case "object":
            return syntax.deep_objects(token) if trigger.is_verb else []
        case "indirect":
            return syntax.indirect_objects(verb) if verb is not None else []
        case "possessive":
            return syntax.possessors(token)
        case "modifier":
            return syntax.modifiers(token)
        case "complement":
            clause = syntax.complement_clause(token)
            return _clause_subjects(clause) if clause is not None else []
        case "head":
            return [token.head] if token.dep_ in ("amod", "acl", "compound") else []
        case "by":
            return syntax.agents(token) + (syntax.agents(verb) if verb is not None and verb is not token else [])
        case _:
            found = syntax.after_preposition(token, place)
            if verb is not None and verb is not token:
                found += syntax.after_preposition(verb, place)
            if trigger.is_verb and not found:
                for child in token.children:
                    if child.dep_ == "dobj":
                        found += syntax.after_preposition(child, place)
            return found


def _clause_subjects(clause: Token) -> list[Token]:
    """Return the subject of a complement clause, "for X to …" included."""
    own = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return syntax.expand(own) if own else syntax.controllers(clause)


def _has_complement(token: Token, lemmas: Iterable[str]) -> bool:
    """Tell whether the clause a word takes has one of these verbs: "willing to withdraw"."""
    clause = syntax.complement_clause(token)
    return clause is not None and clause.lemma_.lower() in lemmas


class ConditionCheck:
    """Checks a frame's conditions against one trigger of one report; says which one failed."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def first_failure(self, condition: Condition, trigger: Trigger) -> str | None:
        """Return the first part of `condition` that does not hold, None where all of it holds."""
        for place in ("object", "subject", "indirect", "modifier", "head", "possessive"):
            wanted = getattr(condition, place)
            if wanted and not self._any_fits(tokens_at(place, trigger), wanted):
                return f"{place}: {', '.join(wanted)}"
        for preposition, wanted in condition.prep.items():
            if not self._any_fits(tokens_at(preposition, trigger), wanted):
                return f"{preposition}: {', '.join(wanted)}"
        if condition.complement and not _has_complement(trigger.token, condition.complement):
            return f"complement: {', '.join(condition.complement)}"
        if condition.clause and syntax.clause_sort(trigger.token) not in condition.clause:
            return f"clause: {', '.join(condition.clause)}"
        if condition.voice and (condition.voice == "passive") != syntax.is_passive(trigger.token):
            return f"voice: {condition.voice}"
        if condition.negated is not None and condition.negated != syntax.is_negated(trigger.token):
            return f"negated: {condition.negated}"
        return None

    def any_holds(self, condition: Condition, trigger: Trigger) -> str | None:
        """Return the first part of `condition` that holds, None where none does."""
        for place in ("object", "subject", "indirect", "modifier", "head", "possessive"):
            wanted = getattr(condition, place)
            if wanted and self._any_fits(tokens_at(place, trigger), wanted):
                return f"{place}: {', '.join(wanted)}"
        for preposition, wanted in condition.prep.items():
            if self._any_fits(tokens_at(preposition, trigger), wanted):
                return f"{preposition}: {', '.join(wanted)}"
        if condition.complement and _has_complement(trigger.token, condition.complement):
            return f"complement: {', '.join(condition.complement)}"
        if condition.clause and syntax.clause_sort(trigger.token) in condition.clause:
            return f"clause: {', '.join(condition.clause)}"
        if condition.voice and (condition.voice == "passive") == syntax.is_passive(trigger.token):
            return f"voice: {condition.voice}"
        if condition.negated is not None and condition.negated == syntax.is_negated(trigger.token):
            return f"negated: {condition.negated}"
        return None

    def _any_fits(self, tokens: list[Token], wanted: Iterable[str]) -> bool:
        return any(self.fits(token, word) for token in tokens for word in wanted)

    def fits(self, token: Token, wanted: str) -> bool:
        """Tell whether a token has the lemma `wanted`, or belongs to that class where it is one."""
        if wanted not in CLASSES:
            return token.lemma_.lower() == wanted or token.lower_ == wanted
        return wanted == "ANY" or self._is_of_class(token, wanted)

    def _is_of_class(self, token: Token, wanted: str) -> bool:
        lemma = token.lemma_.lower()
        match wanted:
            case "VEHICLE":
                return lemma in _VEHICLES
            case "DOCUMENT":
                return lemma in _DOCUMENTS
            case "MONEY":
                return token.ent_type_ == "MONEY" or lemma in (
                    "dollar",
                    "euro",
                    "money",
                    "fund",
                    "loan",
                    "aid",
                    "credit",
                )
            case "NUMBER":
                return token.like_num or token.ent_type_ == "CARDINAL"
            case "PLACE":
                return token.ent_type_ in ("GPE", "LOC", "FAC")
        kinds = {self._cast[a].kind for a in self._cast.at(token.i)}
        match wanted:
            case "ACTOR":
                return bool(kinds) or token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
            case "STATE":
                return bool(kinds & _STATES) or (not kinds and token.ent_type_ in ("GPE", "NORP"))
            case "PERSON":
                return ActorKind.PERSON in kinds or token.ent_type_ == "PERSON"
            case "FORCE":
                return bool(kinds & _FORCES)
            case "GROUP":
                return bool(kinds & _GROUPS) or token.ent_type_ == "ORG"
            case _:
                return ActorKind.POPULATION in kinds

"""What stands around a trigger: the places where parties stand.

A place is named as in docs/knowledge.md ("subject", "object.possessive", "against"). For a noun that a
verb carries ("held talks", "suffered an attack") the carrier lends its subject and its prepositions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.extract import syntax
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.language import Token

_LISTS = load_grammar_lists()
_DOERS = _LISTS["carrier.doer"]
_UNDERGOERS = _LISTS["carrier.undergoer"]
_PREPOSITIONAL = _LISTS["carrier.preposition"]
# Where the victim of an act stands when a noun names it: "an attack on Syria", "charges against him", "aid to Kenya".
_SUFFERING = frozenset({"on", "against", "to"})
_ADJECTIVAL = ("amod", "acl", "compound")
_NAMED_PLACES = frozenset(
    {"subject", "object", "indirect", "possessive", "modifier", "complement", "speaker", "head", "by"}
)
"""The places that are no prepositions, and "by", after which stands who acts."""


class Trigger(NamedTuple):
    """A word that may name an act: its token and, for a noun, the verb that carries it.

    `is_noun_use` is true of a verb form that stands as a noun ("the shelling of Gaza", "fighting between").
    """

    token: Token
    carrier: Token | None = None
    is_noun_use: bool = False

    @property
    def is_verb(self) -> bool:
        """Whether the word is a verb and used as one."""
        return self.token.pos_ in ("VERB", "AUX") and not self.is_noun_use

    @property
    def is_undergone(self) -> bool:
        """Whether the carrier's subject has the act done to it ("suffered an attack", "came under fire")."""
        carrier, token = self.carrier, self.token
        if carrier is None:
            return False
        if token.dep_ == "pobj" and token.head.lower_ == "under":
            return True
        return token.dep_ in ("dobj", "conj") and syntax.lemma_of(carrier) in _UNDERGOERS


def find_carrier(noun: Token, light: Iterable[str] = ()) -> Token | None:
    """Return the verb that carries a noun, None where there is none.

    The noun is its object ("launched an attack"), its passive subject ("sanctions were imposed"), stands
    after its preposition ("is in custody"), or is described by it ("talks held in Cairo", "the war Russia
    began"). `light` names further verbs than the general ones.
    """
    head, dep = noun.head, noun.dep_
    if dep in ("dobj", "nsubjpass") and head.pos_ == "VERB":
        return head if _carries(head, light) else None
    if dep == "pobj" and head.dep_ == "prep" and head.head.pos_ in ("VERB", "AUX"):
        verb = head.head
        return verb if syntax.lemma_of(verb) in _PREPOSITIONAL else None
    if dep == "conj":
        return find_carrier(head, light)
    return next((c for c in noun.children if _describes(c) and _carries(c, light)), None)


def _describes(verb: Token) -> bool:
    """Tell whether the noun a verb hangs on is its object: "talks held in Cairo", "the war Russia began"."""
    if verb.dep_ not in ("acl", "relcl") or verb.pos_ != "VERB":
        return False
    return syntax.is_passive(verb) or (verb.dep_ == "relcl" and not syntax.relative_is_subject(verb))


def _carries(verb: Token, light: Iterable[str]) -> bool:
    lemma = syntax.lemma_of(verb)
    return lemma in _DOERS or lemma in _UNDERGOERS or lemma in light


def tokens_at(place: str, trigger: Trigger) -> list[Token]:
    """Return the head tokens that stand at a place of a trigger."""
    if "." in place:
        first, second = place.split(".", 1)
        return [t for owner in tokens_at(first, trigger) for t in tokens_at(second, Trigger(owner))]
    verb = _verb_of(trigger)
    return _named(place, trigger, verb) if place in _NAMED_PLACES else _after(place, trigger, verb)


def _named(place: str, trigger: Trigger, verb: Token | None) -> list[Token]:
    """Return what stands at one of the places that are no prepositions; `verb` is the trigger's, see `_verb_of`."""
    token = trigger.token
    match place:
        case "subject":
            return syntax.deep_subjects(verb) if verb is not None and not trigger.is_undergone else []
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
        case "speaker":
            return syntax.speakers(token)
        case "head":
            return syntax.conjoined(token.head) if token.dep_ in _ADJECTIVAL else []
        case _:  # "by"
            return syntax.agents(token) + (syntax.agents(verb) if verb is not None and verb is not token else [])


def iter_places(trigger: Trigger, places: Sequence[str]) -> Iterator[tuple[str, list[Token]]]:
    """Yield those of `places` at which something stands, in order, each with the head tokens; see `tokens_at`.

    Most of the places are prepositions, and most triggers have one or two: the others are not looked for.
    """
    verb = _verb_of(trigger)
    heard = _prepositions_at(trigger, verb)
    owners: dict[str, list[Trigger]] = {}
    for place in places:
        if "." in place:
            first, second = place.split(".", 1)
            if first not in owners:
                owners[first] = [Trigger(owner) for owner in tokens_at(first, trigger)]
            tokens = [t for owner in owners[first] for t in tokens_at(second, owner)]
        elif place in _NAMED_PLACES:
            tokens = _named(place, trigger, verb)
        else:
            tokens = _after(place, trigger, verb) if place in heard else []
        if tokens:
            yield place, tokens


def _prepositions_at(trigger: Trigger, verb: Token | None) -> set[str]:
    """Return the words after which something may stand at a place of the trigger."""
    token = trigger.token
    owners = [token, verb] if verb is not None and verb is not token else [token]
    if trigger.is_verb:
        owners += [child for child in token.children if child.dep_ == "dobj"]
    heard = set(_SUFFERING) if trigger.is_undergone else set()
    for owner in owners:
        heard.update(syntax.prepositions(owner))
    return heard


def _verb_of(trigger: Trigger) -> Token | None:
    """Return the verb whose subject is the trigger's: itself, its carrier, or an adjective's copula."""
    token = trigger.token
    if trigger.is_verb:
        return token
    if trigger.carrier is None and token.dep_ in ("acomp", "oprd") and token.head.pos_ in ("VERB", "AUX"):
        return token.head
    return trigger.carrier


def _after(preposition: str, trigger: Trigger, verb: Token | None) -> list[Token]:
    """Return what stands after a preposition of the trigger, of its carrier, or of its object."""
    token = trigger.token
    found = syntax.after_preposition(token, preposition)
    if verb is not None and verb is not token:
        found += syntax.after_preposition(verb, preposition)
    if not found and trigger.is_verb:
        for child in token.children:
            if child.dep_ == "dobj":
                found += syntax.after_preposition(child, preposition)
    if not found and preposition in _SUFFERING and trigger.is_undergone and trigger.carrier is not None:
        return syntax.deep_subjects(trigger.carrier)
    return found


def _clause_subjects(clause: Token) -> list[Token]:
    """Return the subject of a complement clause, "for X to …" included; "there was" has none."""
    if any(c.dep_ == "expl" for c in clause.children):
        return []
    own = [c for c in clause.children if c.dep_ in ("nsubj", "nsubjpass")]
    return syntax.expand(own) if own else syntax.controllers(clause)

"""How an act was done: the mode its frame names, else the one that words around it decide.

A word counts only within its scope: on the act's own words (its modifiers, its carrier), in its content (what
is asked, refused or threatened), or anywhere in its clause. The nearest one along the syntax decides. An act that is
only taken up again ("the attack") is looked up where the report told it before; where nothing decides, its
type may have a usual mode. Who meets can show that many sides do.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterator, Mapping

from dateline.extract import syntax
from dateline.extract.events.surroundings import Trigger
from dateline.knowledge.frames.loading import Frame, Frames, ModeWord, Scope
from dateline.knowledge.ontology.types import load_ontology
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.language import Token
from dateline.model import Actor, EventType, Sector

_LISTS = load_grammar_lists()
_REACH = 14  # words on either side of the trigger; further ones belong to something else
_LOOK_BACK = 250  # words before an act that is only taken up again; chosen on the annotated reports
_MANY = 3  # countries that meet; of two, one may only be the host
_TAKEN_UP = frozenset({"the", "this", "that", "these", "those", "such"})
_OWN = frozenset({"amod", "compound", "nmod", "npadvmod", "prt", "nummod", "poss"})
_NOT_CONTENT = frozenset({"nsubj", "nsubjpass", "agent", "csubj", "advcl", "relcl"})


def choose_mode(kind: EventType, frame: Frame | None, trigger: Trigger, frames: Frames) -> tuple[str | None, str]:
    """Return the mode of an act of type `kind`, and why."""
    words = frames.mode_words.get(kind, {})
    if frame is not None and frame.type is kind:
        own = next((word for word, _ in _iter_words(trigger, frame.mode_by)), None) if frame.mode_by else None
        if own is not None:
            return frame.mode_by[own], f"“{own}” stands by"
        if frame.mode is not None:
            return frame.mode, "the frame's mode"
    if not words:
        return None, "the type has no modes"
    found = _find_near(trigger, words, by_frame=frame is not None) or _find_earlier(kind, trigger, words)
    if found is not None:
        return found
    usual = load_ontology().types[kind].default_mode
    return usual, f"usual for {kind}" if usual else "no word decides the mode"


def mode_by_parties(kind: EventType, mode: str | None, parties: Collection[Actor]) -> str | None:
    """Return the mode of an act whose parties are known: `mode`, or that many sides meet.

    They do where three countries or more meet, or bodies of many states alone ("the Security Council met").
    """
    if kind is not EventType.CONSULT or mode is not None or not parties:
        return mode
    countries = {party.country for party in parties} - {None}
    of_many = all(party.country is None and party.sector is Sector.IGO for party in parties)
    return "multilateral" if len(countries) >= _MANY or of_many else None


def _find_near(trigger: Trigger, words: Mapping[str, ModeWord], *, by_frame: bool) -> tuple[str, str] | None:
    """Return the mode of the nearest word that is heard where it stands; a frame's own word tells no content."""
    for word, scope in _iter_words(trigger, words):
        entry = words[word]
        if scope > entry.scope:
            continue
        if scope is Scope.SELF and entry.scope is Scope.CONTENT and by_frame:
            continue
        return entry.mode, f"“{word}” stands by"
    return None


def _find_earlier(kind: EventType, trigger: Trigger, words: Mapping[str, ModeWord]) -> tuple[str, str] | None:
    """Return what the report said last on how such acts were done, where a definite noun takes one up again."""
    token = trigger.token
    if syntax.lemma_of(token) not in _LISTS.get(f"taken-up.{kind}", ()) or not _is_definite(token):
        return None
    for number in range(token.i - 1, max(-1, token.i - _LOOK_BACK), -1):
        for word in _spellings(token.doc[number]):
            if word in words:
                return words[word].mode, f"“{word}” was told before"
    return None


def _is_definite(noun: Token) -> bool:
    return any(child.lower_ in _TAKEN_UP or child.dep_ == "poss" for child in noun.children)


def _iter_words(trigger: Trigger, words: Container[str]) -> Iterator[tuple[str, Scope]]:
    """Yield those of `words` that stand around a trigger, the nearest first, each with the narrowest scope it is in.

    A word is looked for by its lemma and with the word after it.
    """
    head = trigger.token
    found = [
        (scope, _distance(head, token), token.i, [word for word in _spellings(token) if word in words])
        for token, scope in _iter_tokens(trigger)
    ]
    for scope, _, _, spelled in sorted(entry for entry in found if entry[-1]):
        for word in spelled:
            yield word, scope


def _distance(head: Token, token: Token) -> int:
    return abs(token.i - head.i)


def _iter_tokens(trigger: Trigger) -> Iterator[tuple[Token, Scope]]:
    head = trigger.token
    seen = {head.i}
    yield head, Scope.SELF
    for child in head.children:
        if child.dep_ in _OWN:
            for token in child.subtree:
                if token.i not in seen:
                    seen.add(token.i)
                    yield token, Scope.OWN
    if trigger.carrier is not None and trigger.carrier.i not in seen:
        seen.add(trigger.carrier.i)
        yield trigger.carrier, Scope.OWN
    for child in (*head.children, *(trigger.carrier.children if trigger.carrier is not None else ())):
        scope = Scope.NEAR if child.dep_ in _NOT_CONTENT else Scope.CONTENT
        if child.i in seen or child.i == head.i:
            continue
        for token in child.subtree:
            if token.i not in seen and _distance(head, token) <= _REACH:
                seen.add(token.i)
                yield token, scope
    if head.head.i != head.i and head.head.pos_ in ("VERB", "NOUN"):
        for token in (head.head, *head.head.children):
            if token.i not in seen and _distance(head, token) <= _REACH:
                seen.add(token.i)
                yield token, Scope.NEAR


def _spellings(token: Token) -> list[str]:
    """Return the ways in which a word may stand in the lists, the longest first."""
    lemma, lower, doc, after = syntax.lemma_of(token), token.lower_, token.doc, token.i + 1
    spelled = [lemma] if lower == lemma else [lemma, lower]
    if after >= len(doc):
        return spelled
    following = doc[after]
    if following.lower_ == "-" and after + 1 < len(doc):
        spelled.insert(0, f"{lower}-{doc[after + 1].lemma_.lower()}")
    return [f"{lower} {following.lemma_.lower()}", *spelled]

"""Stands that words of wanting, promising, demanding, refusing, denying and warning express."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract import syntax
from dateline.extract.events.surroundings import Trigger, tokens_at
from dateline.knowledge.positions import PositionCue, PositionCues
from dateline.language import Parse, Token
from dateline.model import PositionKind

_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
_ADDING = frozenset(("WDT", "WP", "WRB", "VBG"))
_SITUATING = frozenset(("after", "because", "as", "since", "while", "when", "although", "though", "whereas"))
_WAVING_AWAY = frozenset(("dismiss", "deny", "reject", "dispute", "allay", "refute", "rebut"))


@dataclass(frozen=True, slots=True)
class Stand:
    """A position on its way: kind, the tokens of its content, and the words whose holders it has."""

    kind: PositionKind
    first: int
    last: int
    head: int
    holders: tuple[Token, ...]
    toward: tuple[Token, ...]
    cue: int
    rule: str
    reason: str
    trust: float


def iter_stands(parse: Parse, cues: PositionCues) -> Iterator[Stand]:
    """Yield the stands a report's words express, in order; coordinated contents are stands of their own."""
    for tag, word_class in _CLASSES.items():
        for number in parse.columns.find(pos=(tag,)):
            token = parse.tokens[number]
            for cue in cues.by_lemma.get((word_class, token.lemma_), ()):
                yield from _read_cue(parse, token, cue, word_class)


def _read_cue(parse: Parse, token: Token, cue: PositionCue, word_class: str) -> Iterator[Stand]:
    if cue.with_object and not any(t.lemma_.lower() in cue.with_object for t in syntax.deep_objects(token)):
        return
    if cue.particle and not any(c.dep_ == "prt" and c.lower_ in cue.particle for c in token.children):
        return
    if word_class == "noun" and token.dep_ == "dobj" and token.head.lemma_ in _WAVING_AWAY:
        return  # "dismissed fears that …" is no fear of theirs
    heads = next((h for place in cue.content if (h := _content_heads(token, place))), [])
    if not heads or (cue.kind is PositionKind.GOAL and heads[0].lemma_ in _WAVING_AWAY):
        return
    if cue.with_object and heads[0].pos_ in ("NOUN", "PROPN"):
        heads = [c for c in heads[0].children if c.dep_ in ("acl", "ccomp") and c.i > heads[0].i][:1] or heads
    kind = cue.kind
    negated = syntax.is_negated(token)
    if negated:
        if kind not in (PositionKind.GOAL, PositionKind.COMMITMENT):
            return
        kind = PositionKind.REFUSAL
    holders = _holders(token, word_class)
    toward = next((found for place in cue.toward if (found := tokens_at(place, Trigger(token)))), [])
    for head in heads:
        bounds = bounds_of(parse, token, head)
        for first, last in _listed(parse, *bounds) if bounds is not None else ():
            reason = f"“{token.text}”: {cue.gloss}"
            inner = head.i if first <= head.i < last else first
            yield Stand(kind, first, last, inner, tuple(holders), tuple(toward), token.i, cue.id, reason, cue.trust)


def _listed(parse: Parse, first: int, last: int) -> list[tuple[int, int]]:
    """Return a content as the infinitives it lists: "…: to stop the raids, to free the crew, and to rebuild the port"."""
    doc, end = parse.tokens, parse.sentence_at(first).last
    if last + 2 < end and doc[last].text == ":" and doc[last + 1].lower_ == "to":
        first, last = last + 2, end - doc[end - 1].is_punct
    starts = [
        i + 1
        for i in range(first + 2, last - 1)
        if doc[i].tag_ == "TO" and doc[i + 1].tag_ in ("VB", "RB") and doc[i - 1].lower_ in (",", "and", ";")
    ]
    pieces = []
    for start, stop in zip([first, *starts], [*(s - 1 for s in starts), last], strict=True):
        while stop > start + 1 and (doc[stop - 1].is_punct or doc[stop - 1].lower_ == "and"):
            stop -= 1
        pieces.append((start, stop))
    return pieces


def _content_heads(token: Token, place: str) -> list[Token]:
    match place:
        case "infinitive":
            verbs = [c for c in token.children if c.dep_ in ("xcomp", "ccomp", "acl", "advcl") and is_infinitive(c)]
            verbs = [c for c in verbs if c.i > token.i]
            if verbs and _is_about_the_press(verbs[0]):
                return []
            return _with_conjoined_verbs(verbs[:1])
        case "that":
            verbs = [
                c for c in token.children if c.dep_ in ("ccomp", "acl") and not is_infinitive(c) and c.tag_ != "VBG"
            ]
            return _with_conjoined_verbs(verbs[:1])
        case "small":
            after = [c for c in token.children if c.dep_ in ("ccomp", "xcomp") and c.i > token.i]
            return [c for c in after if c.tag_ in ("VBN", "VBG", "VB", "JJ")][:1]
        case "attribute":
            return _attributes(token)
        case "gerund":
            verbs = [c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"]
            return _with_conjoined_verbs(verbs[:1])
        case "object":
            if any(c.dep_ in ("xcomp", "ccomp") for c in token.children):
                return []  # "urged residents to leave": the object is who is asked
            return [c for c in token.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")][:1]
    for child in token.children:
        if child.dep_ in ("prep", "prt") and child.lower_ == place and child.i > token.i:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp") and c.pos_ != "PRON"]
            return syntax.conjoined(inner[0]) if inner and inner[0].dep_ == "pcomp" else inner[:1]
    return []


def _is_about_the_press(verb: Token) -> bool:
    """Tell whether a request only concerns the report itself: "asked not to be named", "declined to be identified"."""
    if any(c.lower_ == "anonymous" for c in verb.children):
        return True
    return verb.lemma_ in ("name", "identify", "quote") and syntax.is_passive(verb)


def _attributes(noun: Token) -> list[Token]:
    """Return what stands after "is" where a noun is its subject: "the goal is to …", "our priorities are …"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return []
    found = [c for c in noun.head.children if c.i > noun.head.i and c.dep_ in ("attr", "xcomp", "ccomp", "advcl")]
    return _with_conjoined_verbs(found[:1]) if found else []


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _with_conjoined_verbs(verbs: list[Token]) -> list[Token]:
    found = []
    for verb in verbs:
        found.append(verb)
        found += [c for c in syntax.conjoined(verb)[1:] if c.pos_ in ("VERB", "AUX") and not _has_subject(c)]
    return found


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _holders(token: Token, word_class: str) -> list[Token]:
    if word_class == "verb":
        return syntax.deep_subjects(token)
    if word_class == "adjective":
        return syntax.surface_subjects(token.head) if token.dep_ in ("acomp", "oprd", "attr") else []
    owners = syntax.possessors(token) or syntax.agents(token)
    if owners:
        return owners
    if token.dep_ in ("dobj", "attr", "pobj"):
        verb = syntax.clause_of(token)
        return syntax.deep_subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
    return [t for t in syntax.modifiers(token) if t.ent_type_ in ("NORP", "GPE", "ORG")]


def bounds_of(parse: Parse, cue: Token, head: Token) -> tuple[int, int] | None:
    """Return the tokens of a content: the head's subtree after the cue, without coordinated heads and the final stop."""
    sentence = parse.sentence_at(cue.i)
    cut = {
        t.i
        for c in head.children
        if c.dep_ == "conj" and c.pos_ == head.pos_ and not _has_subject(c)
        for t in c.subtree
    }
    cut |= {c.i for c in head.children if c.dep_ == "cc" and cut and c.i < min(cut)}
    numbers = [t.i for t in head.subtree if sentence.first <= t.i < sentence.last and t.i not in cut]
    numbers = [n for n in numbers if n > cue.i] or numbers
    if not numbers or head.i not in numbers:
        return None
    first = last = head.i
    inside = set(numbers)
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    last += 1
    while first < head.i and (
        parse.tokens[first].lower_ in ("that", ",", "“", '"', "to") or parse.tokens[first].dep_ == "mark"
    ):
        first += 1
    last = before_aside(parse, head, last)
    while last > head.i + 1 and parse.tokens[last - 1].text in '.,;:”"—–-':
        last -= 1
    return first, last


def before_aside(parse: Parse, head: Token, last: int) -> int:
    """Return where a content ends: before what the reporter adds to it (", which …", ", saying …", "after …", "because …")."""
    for number in range(head.i + 1, last):
        token = parse.tokens[number]
        after_comma = parse.tokens[number - 1].text == ","
        if after_comma and token.tag_ in _ADDING:
            return number
        if token.lower_ in _SITUATING and token.dep_ in ("mark", "advmod") and token.head.dep_ == "advcl":
            return number
    return last

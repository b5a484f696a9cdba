"""Stands that words of wanting, promising, demanding, refusing, denying and warning express."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.extract import syntax
from dateline.extract.events.surroundings import Trigger, tokens_at
from dateline.knowledge.cues.positions import PositionCue, PositionCues
from dateline.knowledge.word_lists import load_position_words
from dateline.language import Parse, Token
from dateline.model import PositionKind

_CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
_ADDING = frozenset(("WDT", "WP", "WRB", "VBG"))
_BELONGING = frozenset(("to", "for", "of", "from", "with", "between", "over", "into", "against"))
_SHARING = frozenset(("in", "with", "as", "of", "for", "on", "under", "at"))  # "in a bid to", "as part of an effort to"
_SITUATING = frozenset(("after", "because", "as", "since", "while", "when", "although", "though", "whereas"))
_BESIDE = frozenset(("following", "amid", "amidst", "despite"))
_PHRASES_BESIDE = (("in", "order", "to"), ("in", "response", "to"))
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
    for tag in _CLASSES:
        for number in parse.columns.find(pos=(tag,)):
            token = parse.tokens[number]
            for cue in cues_at(token, cues):
                yield from _read_cue(parse, token, cue)


def cues_at(token: Token, cues: PositionCues) -> tuple[PositionCue, ...]:
    """Return the cues a word may be."""
    return cues.by_lemma.get((_CLASSES.get(token.pos_, ""), token.lemma_), ())


def _read_cue(parse: Parse, token: Token, cue: PositionCue) -> Iterator[Stand]:
    word_class = _CLASSES[token.pos_]
    if _is_supposed(token):
        return
    if cue.with_object and not any(t.lemma_.lower() in cue.with_object for t in syntax.deep_objects(token)):
        return
    if cue.particle and not any(c.dep_ == "prt" and c.lower_ in cue.particle for c in token.children):
        return
    if cue.no_object and any(c.dep_ in ("dobj", "dative") for c in token.children):
        return
    if word_class == "noun" and token.dep_ == "dobj" and token.head.lemma_ in _WAVING_AWAY:
        return  # "dismissed fears that …" is no fear of theirs
    negated = syntax.is_negated(token)
    if cue.only_negated and not negated:
        return
    heads = next((h for place in cue.content if (h := _content_heads(token, place))), [])
    if not heads or (cue.kind is PositionKind.GOAL and heads[0].lemma_ in _WAVING_AWAY):
        return
    if cue.with_object and heads[0].pos_ in ("NOUN", "PROPN"):
        heads = [c for c in heads[0].children if c.dep_ in ("acl", "ccomp") and c.i > heads[0].i][:1] or heads
    kind = cue.kind
    if kind is PositionKind.WARNING and _is_own_refusal(heads[0]):
        kind = PositionKind.REFUSAL
    if negated and not cue.only_negated:
        if kind not in (PositionKind.GOAL, PositionKind.COMMITMENT):
            return
        kind = PositionKind.REFUSAL
    holders = _holders(token, word_class)
    if any(t.lower_ in load_position_words()["whoever"] for t in holders):
        return  # "those who want to …": nobody in particular
    toward = next((found for place in cue.toward if (found := tokens_at(place, Trigger(token)))), [])
    for head in heads:
        bounds = bounds_of(parse, token, head)
        if bounds is not None and head.dep_ == "dobj" and head.head.i == token.i:
            bounds = bounds[0], _with_what_follows(parse, token, bounds[1])
        for first, last in _listed(parse, *bounds) if bounds is not None else ():
            reason = f"“{token.text}”: {cue.gloss}"
            inner = head.i if first <= head.i < last else first
            yield Stand(kind, first, last, inner, tuple(holders), tuple(toward), token.i, cue.id, reason, cue.trust)


def _is_supposed(token: Token) -> bool:
    """Tell whether a cue stands in what is only supposed or asked: "if they want to leave", "whether he will agree"."""
    return any(
        c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") and c.i < token.i
        for c in syntax.clause_of(token).children
    )


def _with_what_follows(parse: Parse, verb: Token, last: int) -> int:
    """Return where an object ends with the phrases after it that the parser hangs on the verb: "shelter to the children"."""
    for child in verb.children:
        if child.i == last and child.dep_ in ("prep", "dative") and child.lower_ in _BELONGING:
            numbers = [t.i for t in child.subtree]
            if max(numbers) - child.i + 1 == len(numbers) and not any(t.ent_type_ == "DATE" for t in child.children):
                last = max(numbers) + 1
    while last > 0 and parse.tokens[last - 1].is_punct and parse.tokens[last - 1].text in ",.;":
        last -= 1
    return last


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
            return _with_conjoined_verbs([v for v in verbs[:1] if not _is_across_a_semicolon(v, token)])
        case "small":
            after = [c for c in token.children if c.dep_ in ("ccomp", "xcomp") and c.i > token.i]
            return [c for c in after if c.tag_ in ("VBN", "VBG", "VB", "JJ")][:1]
        case "attribute":
            return _attributes(token)
        case "subject":
            return _named_as(token)
        case "due from":
            return _due_from(token)
        case "mandate":
            return [c for c in _content_heads(token, "that") if c.i > token.i and _is_mandate(c)]
        case "not-so":
            return [c for c in _content_heads(token, "that") if syntax.is_negated(c) and not _is_to_come(c)]
        case "within a time":
            return _due_within_a_time(token)
        case "another":
            return _asked_of_another(token)
        case "gerund":
            verbs = [c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VBG"]
            return _with_conjoined_verbs(verbs[:1])
        case "object":
            if any(c.dep_ in ("xcomp", "ccomp") or (c.dep_ == "advcl" and is_infinitive(c)) for c in token.children):
                return []  # "urged residents to leave": the object is who is asked
            objects = [c for c in token.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
            return listed_nouns(objects[0]) if objects else []
    for child in (*token.children, *_after_whom(token)):
        if child.dep_ in ("prep", "prt") and child.lower_ == place and child.i > token.i:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp") and c.pos_ != "PRON"]
            if not inner:
                return []
            return syntax.conjoined(inner[0]) if inner[0].dep_ == "pcomp" else listed_nouns(inner[0])
    return []


def _after_whom(token: Token) -> list[Token]:
    """Return what hangs on the one who is spoken to: "appealed to the council for tents"."""
    spoken_to = [n for c in token.children if c.dep_ == "prep" and c.lower_ in ("to", "on") for n in c.children]
    return [c for noun in spoken_to for c in noun.children]


def _is_mandate(verb: Token) -> bool:
    """Tell whether a that-clause says what shall be: "that the siege end", "that they must go"; not that a thing is so."""
    if is_asked(verb, before=verb.i):
        return False
    aux = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if aux & {"must", "should", "ought", "shall", "be"}:
        return True
    return not aux and verb.tag_ in ("VB", "VBP", "VBN")


def is_asked(verb: Token, *, before: int) -> bool:
    """Tell whether a clause is what somebody asks or looks into: "which rates should apply", "whether it will come"."""
    if verb.dep_ == "relcl":
        return False
    ahead = [w for c in verb.children if c.i < before for w in (c, *c.children)]
    return any(w.tag_ in ("WDT", "WP", "WRB", "WP$") or (w.lower_ == "whether" and w.dep_ == "mark") for w in ahead)


def _is_to_come(verb: Token) -> bool:
    return any(c.tag_ == "MD" for c in verb.children)


def _is_own_refusal(verb: Token) -> bool:
    """Tell whether a clause says that the one who warns, or his side, will not do it: "that it would not open the road"."""
    if not (syntax.is_negated(verb) and _is_to_come(verb)):
        return False
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    return any(t.pos_ == "PRON" for s in subjects for t in (s, *(c for c in s.children if c.dep_ == "poss")))


def _due_within_a_time(verb: Token) -> list[Token]:
    """Return what somebody is given time for: "gave Paris until Friday to reverse it", "had two days to go"."""
    nouns = [c for c in verb.children if c.i > verb.i and c.dep_ in ("dobj", "npadvmod", "dative", "oprd")]
    until = [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "until"]
    times = until + [n for n in nouns if n.lemma_.lower() in load_position_words()["span"]]
    if not times:
        return []
    after = [c for t in (verb, *nouns, *times) for c in t.children if c.dep_ in ("xcomp", "advcl", "acl", "relcl")]
    after += [c for t in until for n in t.children for c in n.children if c.dep_ in ("acl", "relcl")]
    return _with_conjoined_verbs([c for c in after if is_infinitive(c) and c.i > times[0].i][:1])


def _is_across_a_semicolon(verb: Token, cue: Token) -> bool:
    return verb.i < cue.i and any(t.text == ";" for t in verb.doc[verb.i : cue.i])


def listed_nouns(noun: Token) -> list[Token]:
    """Return a noun and those listed after it; the parser takes the second of a longer list for an apposition."""
    found = [noun]
    for child in noun.children:
        if child.i < noun.i or child.pos_ not in ("NOUN", "PROPN"):
            continue
        if child.dep_ == "conj" or (child.dep_ == "appos" and any(c.dep_ == "conj" for c in child.children)):
            found += listed_nouns(child)
    return found


def _asked_of_another(verb: Token) -> list[Token]:
    """Return what is wanted of somebody else: "want Berlin to pay", not "want to pay" nor "want the siege to end"."""
    after = [c for c in verb.children if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i and is_infinitive(c)]
    for clause in after[:1]:
        asked = [c for c in clause.children if c.dep_ == "nsubj"] or [c for c in verb.children if c.dep_ == "dobj"]
        if any(t.pos_ == "PROPN" or t.ent_type_ or t.tag_ == "NNS" for t in asked):
            return _with_conjoined_verbs([clause])
    return []


def _is_about_the_press(verb: Token) -> bool:
    """Tell whether a request only concerns the report itself: "asked not to be named", "declined to be identified"."""
    if any(c.lower_ == "anonymous" for c in verb.children):
        return True
    return verb.lemma_ in ("name", "identify", "quote") and syntax.is_passive(verb)


def _attributes(noun: Token) -> list[Token]:
    """Return what stands after "is" where a noun is its subject: "the goal is to …", "our priorities are …"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ not in ("be", "remain", "include"):
        return []
    if any(c.lemma_ == noun.lemma_ for c in noun.head.children if c.i > noun.head.i):
        return []  # "your priority is not my priority"
    places = ("dobj",) if noun.head.lemma_ == "include" else ("attr", "xcomp", "ccomp", "advcl")
    found = [c for c in noun.head.children if c.i > noun.head.i and c.dep_ in places][:1]
    if found and found[0].pos_ in ("NOUN", "PROPN"):
        return listed_nouns(found[0])
    return _with_conjoined_verbs(found)


def _named_as(noun: Token) -> list[Token]:
    """Return what is called an aim: the subject of "is our goal", "sounds like a realistic goal"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("like", "as") else noun.head
    if noun.dep_ not in ("attr", "pobj", "oprd") or verb.lemma_ not in load_position_words()["being"]:
        return []
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "csubj") and c.i < verb.i and c.lemma_ != noun.lemma_]
    return [c for c in subjects if c.pos_ in ("NOUN", "PROPN", "VERB")]


def _due_from(verb: Token) -> list[Token]:
    """Return what is wanted from somebody: "expect from Iran an apology and the return of the ship"."""
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    sources = [c for t in (verb, *objects) for c in t.children if c.dep_ == "prep" and c.lower_ == "from"]
    named = [n for c in sources for n in c.children if n.dep_ == "pobj"]
    if not any(n.pos_ == "PROPN" or n.ent_type_ for n in named[:1]):
        return []
    return [n for first in (*named[1:], *objects[:1]) for n in listed_nouns(first)]


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _with_conjoined_verbs(verbs: list[Token]) -> list[Token]:
    return [found for verb in verbs for found in coordinated_verbs(verb)]


def coordinated_verbs(verb: Token, *, tag: str | None = None) -> list[Token]:
    """Return a verb and those coordinated with it that have no subject of their own, of one form where `tag` names it."""
    others = [c for c in syntax.conjoined(verb)[1:] if c.pos_ in ("VERB", "AUX") and not _has_subject(c)]
    return [verb, *(c for c in others if tag is None or c.tag_ == tag)]


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _holders(token: Token, word_class: str) -> list[Token]:
    if word_class == "verb":
        return syntax.deep_subjects(token)
    if word_class == "adjective":
        return syntax.surface_subjects(token.head) if token.dep_ in ("acomp", "oprd", "attr") else []
    owners = syntax.possessors(token) or syntax.agents(token) or _owners_after_of(token)
    if owners or _named_as(token):
        return owners
    if token.dep_ in ("dobj", "attr") or (token.dep_ == "pobj" and token.head.lower_ in _SHARING):
        verb = syntax.clause_of(token)
        return syntax.deep_subjects(verb) if verb.pos_ in ("VERB", "AUX") else []
    return [t for t in syntax.modifiers(token) if t.ent_type_ in ("NORP", "GPE", "ORG")]


def _owners_after_of(noun: Token) -> list[Token]:
    """Return the named ones whose noun it is: "the goal of France"."""
    return [t for t in syntax.after_preposition(noun, "of") if t.ent_type_ in ("GPE", "ORG", "NORP", "PERSON")]


def bounds_of(parse: Parse, cue: Token, head: Token) -> tuple[int, int] | None:
    """Return the tokens of a content: the head's subtree after the cue, without coordinated heads and the final stop."""
    sentence = parse.sentence_at(cue.i)
    cut = {t.i for c in head.children if _is_thing_of_its_own(c, head) for t in c.subtree}
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


def _is_thing_of_its_own(child: Token, head: Token) -> bool:
    """Tell whether what hangs on a content's head is a further thing wanted: "an apology and the return of the ship"."""
    if child.dep_ == "conj":
        return child.pos_ == head.pos_ and not _has_subject(child)
    return child.dep_ == "appos" and child in listed_nouns(head)


def before_aside(parse: Parse, head: Token, last: int) -> int:
    """Return where a content ends: before what the reporter adds to it (", which …", ", saying …", "after …", "because …")."""
    for number in range(head.i + 1, last):
        token = parse.tokens[number]
        after_comma = parse.tokens[number - 1].text == ","
        if after_comma and token.tag_ in _ADDING:
            return number
        if token.lower_ in _SITUATING and token.dep_ in ("mark", "advmod") and token.head.dep_ == "advcl":
            return number
        if token.lower_ in _BESIDE and token.dep_ == "prep":
            return number
        if token.lower_ == "in" and any(
            _reads(parse, number, words) for words in (("in", "order", "to"), ("in", "response", "to"))
        ):
            return number
    return last


def _reads(parse: Parse, first: int, words: tuple[str, ...]) -> bool:
    return tuple(t.lower_ for t in parse.tokens[first : first + len(words)]) == words

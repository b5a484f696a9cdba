"""Where the content of a verb of saying stands: its clause, infinitive, object or phrase.

Content is returned as stretches of tokens; a cue in the middle ("A, he said, B") leaves two.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.extract import syntax
from dateline.extract.statements.regions import Piece, Region, runs_of
from dateline.knowledge.cues.speech import CueVerb, Sort
from dateline.language import Token

_CLAUSAL = ("ccomp", "parataxis")
_VERBAL = ("VERB", "AUX")
_OBJECTS = ("dobj", "dative")
_SET_OFF = frozenset((",", "”", "''", '"', "?", "!", "—", "–", "--", "-"))
_TOLD = frozenset("tell inform warn ask remind advise assure brief notify convince persuade".split())


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of saying with its content: `sort` names where it stands, `trust` how far that is a report."""

    verb: Token
    entry: CueVerb
    sort: str
    trust: float
    pieces: tuple[Piece, ...]


def find_report(region: Region, verb: Token, entry: CueVerb) -> Report | None:
    """Return what `verb` reports within its sentence, None where it reports nothing."""
    for sort, read in _READERS:
        trust = entry.takes.get(sort, 0.0)
        pieces = read(region, verb, entry) if trust else ()
        if pieces:
            return Report(verb, entry, sort, trust, pieces)
    for preposition, trust in entry.prep.items():
        pieces = _after_preposition(region, verb, entry, preposition)
        if pieces:
            return Report(verb, entry, preposition, trust, pieces)
    return _read_lesser(region, verb, entry)


def _read_lesser(region: Region, verb: Token, entry: CueVerb) -> Report | None:
    """Try what is a report only where nothing better is found: a name given, an object."""
    for sort, read in _LESSER:
        trust = entry.takes.get(sort, 0.0)
        pieces = read(region, verb, entry) if trust else ()
        if pieces:
            return Report(verb, entry, sort, trust, pieces)
    return None


def _read_clause(region: Region, verb: Token, entry: CueVerb) -> tuple[Piece, ...]:
    clauses = [c for c in verb.children if c.dep_ in _CLAUSAL and _is_clause(c)]
    after = [c for c in clauses if c.i > verb.i]
    before = [c for c in clauses if c.i < verb.i and (has_subject(c) or c.pos_ not in _VERBAL)]
    if after:
        pieces = [_right_of(region, verb, after)]
        if before and region.doc[verb.i + 1].text == ",":  # "A, he said, B"
            pieces.insert(0, _left_of(region, verb, before))
        return region.trimmed(pieces)
    if before and _is_set_off(region, verb, before[-1]):
        return region.trimmed([_left_of(region, verb, before)])
    return _around(region, verb) or _taken_for_adjective(region, verb)


def _is_set_off(region: Region, verb: Token, clause: Token) -> bool:
    """Tell whether a comma or a closing mark, and no semicolon, parts a clause from the cue's own words after it."""
    end = max(t.i for t in clause.subtree if t.i < verb.i) + 1
    between = region.doc[end - 1 : verb.i]
    if any(t.text == ";" for t in between):
        return False
    return any(t.text in _SET_OFF for t in between)


def _taken_for_adjective(region: Region, verb: Token) -> tuple[Piece, ...]:
    """Read "but confirmed officials were investigating", where the parser takes the verb for part of the name."""
    subject = verb.head
    if verb.dep_ != "amod" or verb.tag_ not in ("VBN", "VBD") or subject.dep_ not in ("nsubj", "nsubjpass"):
        return ()
    if min(t.i for t in subject.subtree) != verb.i or verb.i == region.first or subject.head.i < subject.i:
        return ()
    if region.doc[verb.i - 1].pos_ not in ("PROPN", "NOUN", "PRON", "CCONJ", "ADV"):
        return ()
    return region.trimmed([region.bounds([subject.head], after=verb.i)])


def _is_clause(head: Token) -> bool:
    """Tell whether a complement is a clause of its own: no infinitive, no gerund without a subject."""
    if head.pos_ not in (*_VERBAL, "ADJ", "NOUN", "PROPN"):
        return False
    if is_infinitive(head):
        return False
    return not (head.tag_ == "VBG" and not has_subject(head) and not any(c.dep_ == "aux" for c in head.children))


def has_subject(verb: Token) -> bool:
    """Tell whether a verb has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _right_of(region: Region, verb: Token, clauses: list[Token]) -> Piece:
    """Return the stretch from the first clause after the verb to the end of the last that belongs to it."""
    inside = region.subtrees([*clauses, *(c for c in verb.children if c.dep_ == "conj" and _goes_on(c, verb, clauses))])
    inside = {i for i in inside if i > verb.i}
    first, last = min(inside), max(inside) + 1
    for clause in clauses:
        last = min(last, _next_report(region, verb, clause, last))
    stops = [t.i for t in region.doc[first:last] if t.text == ";"]
    if stops and any(region.is_cue(t) and t.pos_ == "VERB" for t in region.doc[stops[0] : last]):
        return first, stops[0]
    return first, _before_next_cue(region, first, _with_rest(region, verb, clauses[-1], last))


def _with_rest(region: Region, verb: Token, clause: Token, last: int) -> int:
    """Return where the content ends with a further clause after "and" or "but" that the parser hangs elsewhere.

    One with a verb of saying in it is a report of its own, or the reporter's.
    """
    doc = region.doc
    link = last + (last < region.last and doc[last].text == ",")
    if link >= region.last or doc[link].lower_ not in ("and", "but", "so"):
        return last
    rest = doc[link + 1 : region.last]
    if any(t.dep_ in ("nsubj", "nsubjpass", "aux") and t.head.i > link and region.is_cue(t.head) for t in rest):
        return last
    verbs = [t for t in rest if t.dep_ == "conj" and t.pos_ in _VERBAL and t.head.i < last]
    if not verbs or region.is_cue(verbs[0]):
        return last
    if not has_subject(verbs[0]) and verbs[0].tag_ == verb.tag_ and clause.tag_ != verb.tag_:
        return last  # the speaker's next act: "said he would go and left"
    return max(last, region.bounds(verbs[:1])[1])


def _before_next_cue(region: Region, first: int, last: int) -> int:
    """Return where a content ends that the parser has run on into the name of the next speaker: "A, and X | said B"."""
    doc = region.doc
    following = last + (last < region.last and doc[last].text == ",")
    if (
        following >= region.last
        or not region.is_cue(doc[following])
        or doc[following].tag_ not in ("VBD", "VBZ", "VBP")
    ):
        return last
    for number in range(last - 1, first + 1, -1):
        if doc[number].lower_ in ("and", "but", "while", "as") and doc[number].pos_ in ("CCONJ", "SCONJ"):
            return number
    return last


def _goes_on(conjunct: Token, verb: Token, clauses: list[Token]) -> bool:
    """Tell whether a verb coordinated with the cue belongs to what was said: "that A, and that B", "planned to …, hide …"."""
    if conjunct.i < clauses[-1].i:
        return False
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in conjunct.children):
        return True
    if not has_subject(conjunct):
        return conjunct.tag_ in ("VB", "VBG") and verb.tag_ in ("VBD", "VBZ", "VBP")
    return False


def _next_report(region: Region, verb: Token, clause: Token, last: int) -> int:
    """Return where another cue of the same speaker begins inside a clause ("said A and added B"), else `last`."""
    for conjunct in clause.conjuncts:
        if conjunct.i < clause.i or conjunct.pos_ not in _VERBAL:
            continue
        if has_subject(conjunct):
            is_next = region.is_cue(conjunct) and any(c.dep_ == "ccomp" for c in conjunct.children)
        else:
            finite = conjunct.tag_ == verb.tag_ and not any(c.dep_ == "aux" for c in conjunct.children)
            is_next = finite and (region.is_cue(conjunct) or clause.tag_ != verb.tag_)
        if is_next:
            start = min(t.i for t in conjunct.subtree)
            links = [c.i for c in conjunct.head.children if c.dep_ in ("cc", "punct") and clause.i < c.i <= start]
            return min([start, *links])
    return last


def _left_of(region: Region, verb: Token, clauses: list[Token]) -> Piece:
    """Return the stretch before the verb's subject, from the beginning of the sentence where all of it hangs on the verb."""
    inside = {i for i in region.subtrees(clauses) if i < verb.i}
    first, last = min(inside), max(inside) + 1
    own = {t.i for t in verb.subtree}
    fronted = [
        c for c in verb.children if c.i < first and c.dep_ in ("advcl", "prep", "npadvmod", "cc", "advmod", "punct")
    ]
    covered = {t.i for c in fronted for t in c.subtree}
    if first > region.first and all(i in covered or i in own - {verb.i} for i in range(region.first, first)):
        first = region.first
    return first, last


def _around(region: Region, verb: Token) -> tuple[Piece, ...]:
    """Return the clause into which "X said" is inserted, where the parser hangs the saying under the said."""
    head = verb.head
    if verb.dep_ not in ("parataxis", "advcl", "ccomp") or head.pos_ not in _VERBAL or not has_subject(verb):
        return ()
    if any(c.dep_ in ("mark", "advmod") and c.i < verb.i and c.tag_ in ("IN", "WRB") for c in verb.children):
        return ()
    if verb.dep_ == "ccomp" and verb.i < head.i:
        return ()
    own = {t.i for t in verb.subtree}
    start = min(own)
    if start > region.first and not any(t.text in _SET_OFF for t in region.doc[start - 1 : start + 1]):
        return ()
    if head.dep_ == "relcl" and region.doc[start].text == ",":  # "ships which, he said, had left": all of the sentence
        head = next((t for t in head.ancestors if t.dep_ == "ROOT"), head)
    inside = {t.i for t in head.subtree} - own
    if len(inside) < 4 and region.is_cue(head):
        return ()
    return region.trimmed(runs_of(i for i in inside if region.first <= i < region.last))


def _read_infinitive(region: Region, verb: Token, entry: CueVerb) -> tuple[Piece, ...]:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > verb.i and is_infinitive(child):
            if child.dep_ == "advcl" and entry.takes["infinitive"] < 0.6:
                continue
            if syntax.is_passive(verb):
                return _raised(region, verb, child)
            first, last = region.bounds([child], after=verb.i)
            last = min(last, _next_report(region, verb, child, last))
            return region.trimmed([(_with_addressee(region, verb, entry, first), last)])
    return ()


def _with_addressee(region: Region, verb: Token, entry: CueVerb, first: int) -> int:
    """Return where the content begins: with whom "urged Iran to …" is directed at, unless the verb speaks to him."""
    if entry.addressee or verb.lemma_ in ("ask", "promise", "instruct"):
        return first
    starts = [
        min(t.i for t in inner.subtree)
        for child in verb.children
        if verb.i < child.i < first and child.dep_ in (*_OBJECTS, "prep")
        for inner in ([child] if child.dep_ in _OBJECTS else [c for c in child.children if c.dep_ == "pobj"])
    ]
    return min([first, *starts])


def _raised(region: Region, verb: Token, complement: Token) -> tuple[Piece, ...]:
    """Return "Iran" and "to have tested a missile" of "Iran is said to have tested a missile"."""
    subjects = [c for c in verb.children if c.dep_ in ("nsubjpass", "nsubj")]
    if not subjects:
        return ()
    return region.trimmed([region.bounds(subjects), region.bounds([complement], after=verb.i)])


def _read_gerund(region: Region, verb: Token, entry: CueVerb) -> tuple[Piece, ...]:
    found = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.tag_ in ("VBG", "VBN") and c.i > verb.i]
    found = [c for c in found if not has_subject(c)]
    return region.trimmed([region.bounds(found[:1], after=verb.i)]) if found else ()


def _after_preposition(region: Region, verb: Token, entry: CueVerb, preposition: str) -> tuple[Piece, ...]:
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
    if objects and preposition in entry.without_object:
        return ()
    for child in (*verb.children, *(g for c in objects for g in c.children)):
        if child.i <= verb.i:
            continue
        if child.dep_ in ("prep", "prt") and child.lower_ == preposition:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
            if not inner or inner[0].lower_ == "saying":
                continue
            first, last = region.bounds([child], after=child.i)
            last = min(last, _next_report(region, verb, inner[0], last))
            if preposition == "as":
                first = _with_object(verb, first)
            return region.trimmed([(first, last)])
        if child.dep_ in ("advcl", "xcomp", "ccomp") and any(
            c.lower_ == preposition and c.dep_ in ("mark", "prep") and c.i < child.i for c in child.children
        ):
            first, last = region.bounds([child], after=verb.i)
            return region.trimmed([(first + (region.doc[first].lower_ == preposition), last)])
    return ()


def _with_object(verb: Token, first: int) -> int:
    """Return where "X as Y" begins: with the object, where it stands between the verb and "as"."""
    starts = [
        min(t.i for t in c.subtree) for c in verb.children if c.dep_ in ("dobj", "dative") and verb.i < c.i < first
    ]
    return min([first, *starts])


def _read_naming(region: Region, verb: Token, entry: CueVerb) -> tuple[Piece, ...]:
    names = [c for c in verb.children if c.i > verb.i and c.dep_ in ("oprd", "ccomp", "attr", "acomp")]
    if not names or is_infinitive(names[-1]):
        return ()
    first, last = region.bounds(names, after=verb.i)
    return region.trimmed([(_with_object(verb, first), last)])


def _read_object(region: Region, verb: Token, entry: CueVerb) -> tuple[Piece, ...]:
    if syntax.is_passive(verb):
        complements = [c for c in verb.children if c.i > verb.i and c.dep_ in ("oprd", "xcomp", "acomp")]
        if complements:
            return _raised(region, verb, complements[0])
        subjects = [c for c in verb.children if c.dep_ == "nsubjpass" and c.pos_ in ("NOUN", "PROPN")]
        return region.trimmed([region.bounds(subjects)]) if subjects else ()
    objects = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and c.pos_ in ("NOUN", "PROPN", "NUM")]
    if any(c.lower_ == "as" and any(g.lower_ == "saying" for g in c.children) for c in verb.children):
        return ()  # "cited officers as saying": what they say is the content
    return region.trimmed([_without_aside(region, *region.bounds(objects, after=verb.i))]) if objects else ()


def _without_aside(region: Region, first: int, last: int) -> Piece:
    """Return an object without the relative clause by which the reporter says more of it: "a truce, which …"."""
    for number in range(first + 1, last):
        if region.doc[number].lower_ in ("which", "who") and region.doc[number].tag_ in ("WDT", "WP"):
            return first, number
    return first, last


_Read = Callable[[Region, Token, CueVerb], tuple[Piece, ...]]
_READERS: tuple[tuple[Sort, _Read], ...] = (
    ("clause", _read_clause),
    ("infinitive", _read_infinitive),
    ("gerund", _read_gerund),
)
_LESSER: tuple[tuple[Sort, _Read], ...] = (("naming", _read_naming), ("object", _read_object))


def speaker_tokens(verb: Token) -> list[Token]:
    """Return the heads of who says it: the subject, or the agent of a passive."""
    if verb.lower_ == "saying" and verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return _quoted_one(verb.head.head)
    if _is_finite_after_comma(verb):
        return [verb.head]
    found = syntax.agents(verb) if syntax.is_passive(verb) else syntax.surface_subjects(verb)
    return found or _named_before(verb)


def _is_finite_after_comma(verb: Token) -> bool:
    """Tell whether the parser took the verb of a sentence for a participle: "X, the envoy, tweeted that …".

    A participle with a clause of its own and nobody by whom is none, unless it is one who was told.
    """
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or verb.head.i > verb.i or verb.lemma_ in _TOLD:
        return False
    labels = {c.dep_ for c in verb.children}
    return "ccomp" in labels and "agent" not in labels and verb.doc[verb.i - 1].text == ","


def _named_before(verb: Token) -> list[Token]:
    """Return the noun right before a finite verb to which the parser gives no subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or syntax.is_passive(verb):
        return []
    number = verb.i - 1
    while number > verb.sentence.first and (verb.doc[number].pos_ in ("ADV", "AUX") or verb.doc[number].text == ","):
        number -= 1
    word = verb.doc[number]
    return [word] if word.pos_ in ("NOUN", "PROPN", "PRON") and word.i < verb.i else []


def _quoted_one(verb: Token) -> list[Token]:
    """Return who is quoted in "cited X as saying", "X was quoted as saying"."""
    if syntax.is_passive(verb):
        return syntax.surface_subjects(verb)
    return syntax.expand([c for c in verb.children if c.dep_ == "dobj"])

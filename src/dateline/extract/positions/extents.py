"""From which word to which the content of a stand reaches, and which contents are several in a row."""

from __future__ import annotations

from dateline.extract.positions.contents import has_subject, is_infinitive, listed_nouns
from dateline.knowledge.word_lists import load_position_words
from dateline.language import Parse, Token

_ADDING = frozenset(("WDT", "WP", "WRB", "VBG"))
_BELONGING = frozenset(("to", "for", "of", "from", "with", "between", "over", "into", "against"))
_SITUATING = frozenset(("after", "because", "as", "since", "while", "when", "although", "though", "whereas"))
_BESIDE = frozenset(("following", "amid", "amidst", "despite", "because"))
_REASONS = frozenset(
    ("order", "response", "retaliation", "protest", "reference", "move", "drive", "bid", "effort", "attempt")
)


def bounds_of(parse: Parse, cue: Token, head: Token) -> tuple[int, int] | None:
    """Return the tokens of a content: the head's subtree after the cue, without coordinated heads and the final stop.

    None for a head that shares its object with the one before: the content of that one holds both.
    """
    if head.dep_ == "conj" and _shares_what_follows(head, head.head):
        return None
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
        return child.pos_ == head.pos_ and not has_subject(child) and not _shares_what_follows(child, head)
    return child.dep_ == "appos" and child in listed_nouns(head)


def _shares_what_follows(child: Token, head: Token) -> bool:
    """Tell whether two heads in a row have one object: "establish and enforce rules", "the release and return of the ship"."""
    own = any(c.i > head.i and c.dep_ not in ("cc", "conj", "punct") for c in head.children)
    return (
        not own and child.i == head.i + 2 and any(c.i > child.i and c.dep_ in ("dobj", "prep") for c in child.children)
    )


def before_aside(parse: Parse, head: Token, last: int) -> int:
    """Return where a content ends: before what the reporter adds to it (", which …", ", saying …", "after …", "because …").

    What a thing is wanted for is no part of it ("deploy ships to guard the strait", "in a bid to …").
    """
    for number in range(head.i + 1, last):
        token = parse.tokens[number]
        after_comma = parse.tokens[number - 1].text == ","
        if after_comma and token.tag_ in _ADDING:
            return number
        if token.lower_ in _SITUATING and token.dep_ in ("mark", "advmod") and token.head.dep_ == "advcl":
            return number
        if token.lower_ in _BESIDE and token.dep_ == "prep":
            return number
        if token.lower_ == "in" and token.dep_ == "prep" and any(c.lower_ in _REASONS for c in token.children):
            return number
        if token.tag_ == "TO" and _is_its_purpose(token.head, head):
            return number
    return last


def _is_its_purpose(verb: Token, head: Token) -> bool:
    """Tell whether an infinitive says what the act of a content is done for: it hangs on a verb that has all it needs."""
    above = verb.head
    if verb.dep_ != "advcl" or above.pos_ != "VERB" or above.i < head.i:
        return False
    things = [c for c in above.children if c.dep_ in ("dobj", "nsubjpass") and c.i < verb.i]
    return bool(things) and not any(thing.lemma_.lower() in load_position_words()["means"] for thing in things)


def with_what_follows(parse: Parse, verb: Token, last: int) -> int:
    """Return where an object ends with the phrases after it that the parser hangs on the verb: "shelter to the children"."""
    for child in verb.children:
        if child.i == last and child.dep_ in ("prep", "dative") and child.lower_ in _BELONGING:
            numbers = [t.i for t in child.subtree]
            if max(numbers) - child.i + 1 == len(numbers) and not any(t.ent_type_ == "DATE" for t in child.children):
                last = max(numbers) + 1
    while last > 0 and parse.tokens[last - 1].is_punct and parse.tokens[last - 1].text in ",.;":
        last -= 1
    return last


def with_its_purpose(parse: Parse, cue: Token, last: int) -> int:
    """Return where a thing asked for ends with what it is asked for, which the parser hangs on the cue: "money to rebuild"."""
    for child in cue.children:
        if child.dep_ in ("advcl", "xcomp") and is_infinitive(child):
            numbers = [t.i for t in child.subtree]
            if min(numbers) == last and max(numbers) - last + 1 == len(numbers):
                return before_aside(parse, child, max(numbers) + 1)
    return last


def listed_contents(parse: Parse, first: int, last: int) -> list[tuple[int, int]]:
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

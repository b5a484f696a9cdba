"""Names as the parser's entities give them, repaired: possessors cut off, forgotten words taken in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.extract.actors.names.spotting import Hit
from dateline.extract.actors.words import Words
from dateline.knowledge.actors.loading import NameSort

JOINTS = frozenset(
    [
        "-",
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "de",
        "da",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "la",
        "le",
        "dos",
        "del",
        "ben",
        "abu",
        "'",
        "’",
    ]
)


def cut_possessor(words: Words, first: int, last: int, label: str, covered: Sequence[object]) -> tuple[int, int]:
    """Return an entity without a possessor ("Jordan's Public Security Directorate") or its own ending."""
    for token in range(last - 1, first, -1):
        if words.lower[token] not in ("'s", "’s", "'", "’"):
            continue
        if token + 1 == last:
            return cut_possessor(words, first, token, label, covered)
        if label == "PERSON" or isinstance(covered[token - 1], Hit):
            return token + 1, last
    return first, last


def is_name_word(words: Words, token: int) -> bool:
    """Tell whether a word can be part of a name by its capital or tag."""
    text = words.text[token]
    return (
        text[0].isupper()
        or (text[0].isalpha() and words.tag[token] in ("NNP", "NNPS"))
        or words.lower[token] in ("al", "el")
    )


def is_longer(words: Words, first: int, last: int, inner: Iterable[Hit]) -> bool:
    """Tell whether an entity is a body's own name around a state's ("Bank of Israel"), not just that name."""
    known: set[int] = set()
    for hit in inner:
        if any(
            n.actor.country is None
            or n.sort not in (NameSort.NAME, NameSort.ADJECTIVE, NameSort.CAPITAL)
            or n.actor.id[:5] != "state"
            for n in hit.names
        ):
            return False
        known.update(range(hit.first, hit.last))
    rest = [t for t in range(first, last) if t not in known]
    if any(words.lower[t] in ("'s", "’s") for t in range(first, last)):
        return False
    return any(words.text[t][0].isupper() and words.tag[t] in ("NNP", "NNPS") for t in rest)


def stretch_person(words: Words, first: int, last: int, covered: Sequence[object]) -> tuple[int, int]:
    """Return a person's name with the proper nouns around it that the entity left out."""
    sentence = words.sentence[first] if first < words.size else -1
    while last < words.size and words.sentence[last] == sentence and covered[last] is None:
        follows = (
            words.tag[last] == "NNP"
            and words.text[last][0].isupper()
            and words.entity[last] in ("", "PERSON")
            and not words.entity_begins[last]
        )
        joint = (
            words.lower[last] in JOINTS
            and last + 1 < words.size
            and words.text[last + 1][0].isupper()
            and words.tag[last + 1] == "NNP"
            and words.lower[last] not in ("'", "’")
        )
        if not (follows or joint):
            break
        last += 1
    while first > 0 and words.sentence[first - 1] == sentence and covered[first - 1] is None:
        before = first - 1
        if not (
            words.tag[before] == "NNP"
            and words.text[before][0].isupper()
            and words.dep[before] == "compound"
            and first <= words.head[before] < last
        ):
            break
        first = before
    return first, last


def stretch_body(words: Words, first: int, last: int, covered: Sequence[object]) -> tuple[int, int]:
    """Return a body's name with the proper nouns the entity left out: "Security and Intelligence Service"."""
    sentence = words.sentence[first]
    while last < words.size and words.sentence[last] == sentence and covered[last] is None:
        compound = words.dep[last - 1] == "compound" and words.head[last - 1] >= last
        if not (compound and words.tag[last] in ("NNP", "NNPS") and words.text[last][0].isupper()):
            break
        last += 1
    while first > 0 and words.sentence[first - 1] == sentence and covered[first - 1] is None:
        before = first - 1
        inside = first <= words.head[before] < last
        if words.tag[before] in ("NNP", "NNPS") and words.text[before][0].isupper() and inside:
            first = before
        elif (
            words.lower[before] in ("and", "&")
            and before > 0
            and covered[before - 1] is None
            and words.tag[before - 1] in ("NNP", "NNPS")
            and words.dep[before - 1] in ("compound", "nmod")
            and first <= words.head[before - 1] < last
        ):
            first = before - 1
        else:
            break
    return first, last

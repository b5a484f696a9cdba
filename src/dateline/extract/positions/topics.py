"""What matter a position is about, in words that stay the same from report to report.

Chief nouns nearest the content's head, in the singular, then the actors by their canonical names in alphabetical
order: "sanction, Russia" for "the sanctions on Russia", "Russian sanctions" and "lift sanctions imposed on Moscow".
"""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.language import Parse, Token
from dateline.model import ActorKind

_EMPTY = frozenset(
    """progress step way thing part time day week month year effort process number people country countries side issue
    matter move action measure goal aim role case place fact point area level rest end lifting release use state
    imposition resumption beginning start implementation creation introduction establishment series kind sort type
    lot member person world situation position interest hand hour minute today tomorrow something anything nothing
    everything work""".split()
)
_MOST_NOUNS = 2
_MOST_NAMES = 2
_NAMED = frozenset(set(ActorKind) - {ActorKind.POPULATION, ActorKind.OTHER, ActorKind.MEDIA})


def name_topic(parse: Parse, cast: Cast, first: int, last: int) -> str | None:
    """Return the topic of the content in tokens `first` to `last`; None where it has neither nouns nor actors."""
    nouns: list[tuple[int, int, str]] = []
    names: list[str] = []
    for number in range(first, last):
        token = parse.tokens[number]
        standing = cast.standing_at(number)
        if standing is not None and token.pos_ != "PRON":
            names += [cast[a].name for a in standing.actors if cast[a].kind in _NAMED]
        elif token.pos_ == "NOUN" and token.lemma_.lower() not in _EMPTY and cast.covering(number) is None:
            nouns.append((_depth(token, first, last), number, token.lemma_.lower()))
    chief = [*dict.fromkeys(noun for _, _, noun in sorted(nouns))][:_MOST_NOUNS]
    return ", ".join(sorted(chief) + sorted(dict.fromkeys(names))[:_MOST_NAMES]) or None


def _depth(token: Token, first: int, last: int) -> int:
    """Return how many words lie between a word and the content's head."""
    depth = 0
    while first <= token.head.i < last and token.head.i != token.i:
        token, depth = token.head, depth + 1
    return depth

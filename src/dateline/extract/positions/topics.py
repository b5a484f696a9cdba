"""What matter a position is about: the actors, places and chief nouns of its content, in a fixed order."""

from __future__ import annotations

from dateline.extract.cast import Cast
from dateline.language import Parse

_EMPTY = frozenset(
    """progress step way thing part time day week month year effort process number people country countries side issue
    matter move action measure goal aim role case place fact point area level rest end""".split()
)
_MOST = 3


def name_topic(parse: Parse, cast: Cast, first: int, last: int) -> str | None:
    """Return the topic of the content in tokens `first` to `last`: "airstrike, Islamic State"; None where it has none."""
    nouns: list[str] = []
    names: list[str] = []
    for number in range(first, last):
        token = parse.doc[number]
        standing = cast.standing_at(number)
        if standing is not None and token.pos_ != "PRON":
            names += [cast[a].name for a in standing.actors]
        elif token.pos_ == "NOUN" and token.lemma_.lower() not in _EMPTY and cast.covering(number) is None:
            nouns.append(token.lemma_.lower())
    words = [*dict.fromkeys(nouns)][:_MOST] + sorted(dict.fromkeys(names))[:_MOST]
    return ", ".join(words) or None

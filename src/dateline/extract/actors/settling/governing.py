"""Whether a capital or seat stands for its government: "Moscow said", not "in Moscow"."""

from __future__ import annotations

from dateline.extract.actors.words import Words
from dateline.knowledge.actors.cues import ActorCues

_ACTING = frozenset({"with", "against", "between", "by", "among", "than", "like", "besides", "unlike", "despite"})
_PARTICIPLES = frozenset(
    {
        "backed",
        "led",
        "sponsored",
        "based",
        "controlled",
        "supported",
        "funded",
        "imposed",
        "installed",
        "aligned",
        "brokered",
        "friendly",
        "appointed",
        "style",
        "made",
        "trained",
        "allied",
        "mediated",
    }
)


def acts_as_government(words: Words, head: int, cues: ActorCues) -> bool:
    """Tell whether the name of a town or building at `head` stands for a government there."""
    while words.dep[head] == "conj":
        head = words.head[head]
    link, above = words.dep[head], words.head[head]
    lemma = words.lemma[above].lower()
    if link == "nsubj":
        return words.pos[above] in ("VERB", "AUX") and not _is_copula(words, above)
    if link == "nsubjpass":
        return lemma in cues["say"] or lemma in cues["done-to-government"]
    if link == "poss":
        return words.pos[above] != "PROPN" and lemma not in cues["town-thing"]
    if link in ("dobj", "dative"):
        return lemma not in cues["motion"]
    if link == "pobj":
        return _acts_after(words, above, cues)
    if link in ("compound", "npadvmod", "nmod", "amod"):
        following = [words.lower[t] for t in range(head + 1, min(head + 3, words.size))]
        return any(word in _PARTICIPLES - {"based", "made", "style"} for word in following)
    return False


def _acts_after(words: Words, preposition: int, cues: ActorCues) -> bool:
    word, above = words.lower[preposition], words.head[preposition]
    lemma = words.lemma[above].lower()
    if word in _ACTING or words.dep[preposition] == "agent":
        return True
    if word == "to":
        return (
            lemma in cues["acts-on"]
            or lemma in cues["say"]
            or lemma
            in (
                "give",
                "offer",
                "sell",
                "provide",
                "pass",
                "belong",
                "loyal",
                "close",
                "deliver",
                "pose",
                "listen",
                "agree",
            )
        )
    if word in ("on", "from", "of", "for", "upon"):
        return lemma in cues["acts-on"]
    return False


def _is_copula(words: Words, verb: int) -> bool:
    """Tell whether a verb only says what its subject is ("Moscow is a city")."""
    if words.lemma[verb] != "be":
        return False
    attribute = words.child(verb, "attr")
    return attribute is not None and words.lemma[attribute].lower() in (
        "city",
        "capital",
        "town",
        "home",
        "site",
        "place",
    )

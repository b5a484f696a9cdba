"""What speaks for two acts of one report being one event: their words, sides, days, and how they are told.

Features are names in groups that depend on the same few things; see `FeatureWeights`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.extract.cast import Cast
from dateline.extract.events.drafts import Draft
from dateline.extract.events.learned.weights import Names
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.language import Parse, Token
from dateline.model import ActorId

_LISTS = load_grammar_lists()
_POINTING: Final = frozenset(["the", "this", "that", "these", "those"])
_ARTICLES: Final = frozenset(["a", "an", "new", "further", "more"])
_CONTENT: Final = frozenset(["NOUN", "PROPN", "ADJ", "VERB", "NUM"])
_MODIFIERS: Final = frozenset(["amod", "compound", "nmod"])
_REACH: Final = 12  # words on either side of an act that are taken for what is said of it
_LONGEST: Final = 25  # words of its phrase
_STEM: Final = 4
MANY: Final = 9
"""The toll from which the same figure tells of the same act."""
_DAY: Final = len("2015-11-26")
_CACHED: Final = 20_000


class Telling(NamedTuple):
    """An act as it is told: its draft, and what its words and sentence say; `near` and `modifiers` hold lemmas."""

    draft: Draft
    lemma: str
    sentence: int
    kind: str
    shape: str
    in_title: bool
    is_plural: bool
    is_noun: bool
    takes_up: bool
    near: frozenset[str]
    modifiers: frozenset[str]


class Company(NamedTuple):
    """Among which acts of their type two tellings stand: how many lie between them, and how many words those before have."""

    between: int
    words: int


def describe(draft: Draft, parse: Parse) -> Telling:
    """Return an act as it is told."""
    token = draft.act.trigger.token
    sentence = parse.sentence_at(token.i)
    lemma = token.lemma_.lower()
    kind = draft.act.type.value
    near = (
        w for w in token.subtree[:_LONGEST] if w.is_alpha and w.pos_ in _CONTENT and 0 < abs(w.i - token.i) < _REACH
    )
    return Telling(
        draft=draft,
        lemma=lemma,
        sentence=parse.sentence_numbers[token.i],
        kind=kind,
        shape=shape_of(token),
        in_title=sentence.is_title,
        is_plural=token.tag_ in ("NNS", "NNPS"),
        is_noun=token.pos_ in ("NOUN", "PROPN"),
        takes_up=token.pos_ in ("NOUN", "PROPN") and lemma in _LISTS.get(f"taken-up.{kind}", frozenset()),
        near=frozenset(word.lemma_.lower() for word in near),
        modifiers=frozenset(c.lemma_.lower() for c in token.children if c.dep_ in _MODIFIERS),
    )


def shape_of(token: Token) -> str:
    """Return how a word brings its act up: as a verb, or with an article, an owner, as one more, or bare."""
    if token.pos_ in ("VERB", "AUX"):
        return "verb"
    for child in token.children:
        if child.lower_ in _POINTING:
            return child.lower_
        if child.dep_ == "poss":
            return "poss"
        if child.lower_ in _LISTS["another"]:
            return "another"
        if child.lower_ in _ARTICLES:
            return "new"
    return "bare"


def is_day(value: str | None) -> bool:
    """Tell whether a date is one day."""
    return value is not None and len(value) == _DAY and "/" not in value


def compare(earlier: Telling, later: Telling, company: Company, cast: Cast) -> tuple[Names, ...]:
    """Return what speaks for or against `later` telling again what `earlier` told."""
    one, other = earlier.draft, later.draft
    word = _compare_words(earlier.lemma, later.lemma)
    parts = f"{'N' if earlier.is_noun else 'V'}{'N' if later.is_noun else 'V'}"
    date = _compare_dates(one.date, other.date)
    actors = _compare_sides(one.parties.actors, other.parties.actors, cast)
    recipients = _compare_sides(one.parties.recipients, other.parties.recipients, cast)
    gap = min(later.sentence - earlier.sentence, 6)
    kind, shape = later.kind, later.shape
    return (
        _of_words(word, parts, kind, shape, earlier.shape),
        _of_sides(actors, recipients, word, kind, date),
        _of_all_parties(_compare_everybody(one, other), _compare_countries(one, other, cast), kind, date, shape),
        _of_dates(date, f"{bool(one.date)}>{bool(other.date)}", word, parts, kind, shape),
        _of_distance(gap if gap in (0, 1, 2, 3, 6) else 4, min(company.between, 4), min(company.words, 4), word, shape),
        _of_title(earlier.in_title, gap == 1, word, parts),
        _of_number(earlier.is_plural, later.is_plural, word, parts),
        _of_status(one.status.status.value, other.status.status.value, _match(one.mode, other.mode), kind),
        _of_circumstances(
            _match(one.place, other.place),
            _match_counts(one.toll.killed, other.toll.killed),
            _match_counts(one.toll.injured, other.toll.injured),
            _match(one.source, other.source),
            word,
        ),
        _of_wording(_share(earlier.near, later.near), _overlap(earlier.modifiers, later.modifiers), word, parts),
        _of_links(*_link(one.act.trigger.token, other.act.trigger.token), gap == 0, word, parts),
        _of_taking_up(later.takes_up, shape, min(company.words, 3)),
        _of_lemmas(*sorted((earlier.lemma, later.lemma)), later.lemma, shape),
    )


def _compare_words(one: str, other: str) -> str:
    if one == other:
        return "same"
    return "stem" if one[:_STEM] == other[:_STEM] and min(len(one), len(other)) >= _STEM else "other"


def _compare_sides(one: Sequence[ActorId], other: Sequence[ActorId], cast: Cast) -> str:
    """Return how the same side of two acts agrees; who has a country alone in common may still be somebody else."""
    if not one or not other:
        return "none" if not one and not other else "later" if not one else "earlier"
    here, there = set(one), set(other)
    if here & there:
        return "equal" if here == there else "share"
    if not _countries(one, cast) & _countries(other, cast):
        return "differ"
    return "country" if {cast[a].kind for a in here} != {cast[a].kind for a in there} else "country, same sort"


def _compare_everybody(one: Draft, other: Draft) -> str:
    """Return how all parties of two acts agree, whichever side they are told on."""
    here = {*one.parties.actors, *one.parties.recipients}
    there = {*other.parties.actors, *other.parties.recipients}
    if not here or not there:
        return "none"
    if here == there:
        return "equal"
    if here < there or there < here:
        return "within"
    return "share" if here & there else "differ"


def _compare_countries(one: Draft, other: Draft, cast: Cast) -> str:
    here = _countries((*one.parties.actors, *one.parties.recipients), cast)
    there = _countries((*other.parties.actors, *other.parties.recipients), cast)
    if not here or not there:
        return "none"
    if here == there:
        return "equal"
    return "share" if here & there else "differ"


def _countries(ids: Sequence[ActorId], cast: Cast) -> set[str]:
    return {country for a in ids if (country := cast[a].country) is not None}


def _compare_dates(one: str | None, other: str | None) -> str:
    if not one or not other:
        return "none" if not one and not other else "later" if not one else "earlier"
    if one == other:
        return "equal" if is_day(one) else "equal, no day"
    return "prefix" if one.startswith(other) or other.startswith(one) else "differ"


def _match(one: object | None, other: object | None) -> str:
    if one is None or other is None:
        return "none" if one is other else "one"
    return "same" if one == other else "differ"


def _match_counts(one: int | None, other: int | None) -> str:
    """Return how two tolls agree: two of one figure above a handful hardly are of two acts."""
    match = _match(one, other)
    return f"{match}, many" if match == "same" and one is not None and one >= MANY else match


def _share(one: frozenset[str], other: frozenset[str]) -> int:
    """Return how much of the words around two acts is the same, in four steps."""
    share = len(one & other) / len(one | other) if one or other else 0.0
    return 0 if share == 0 else 1 if share < 0.15 else 2 if share < 0.35 else 3


def _overlap(one: frozenset[str], other: frozenset[str]) -> str:
    if not one or not other:
        return "none"
    return "share" if one & other else "differ"


def _link(one: Token, other: Token) -> tuple[bool, bool]:
    """Tell whether one act hangs on the other, and whether a relative clause spells the first out.

    "The sinking of the ferry, which rebels had torpedoed" tells one act twice.
    """
    hangs = one.head.i == other.i or other.head.i == one.i
    above = other.head
    spells = other.dep_ == "relcl" and other.i != one.i
    return hangs, spells and (above.i == one.i or (above.dep_ == "pobj" and above.head.head.i == one.i))


@lru_cache(_CACHED)
def _of_words(word: str, parts: str, kind: str, shape: str, shape_before: str) -> Names:
    return (
        f"type {kind}", f"word {word}", f"word {word} {parts}", f"word {word} {kind}", f"word {word} {shape}",
        f"parts {parts} {kind}", f"shape {shape} {kind}", f"shape {shape} {shape_before}",
    )  # fmt: skip


@lru_cache(_CACHED)
def _of_sides(actors: str, recipients: str, word: str, kind: str, date: str) -> Names:
    both = f"{actors}/{recipients}"
    return (
        f"actors {actors}", f"recipients {recipients}", f"sides {both}", f"sides {both} {word}",
        f"actors {actors} {kind}", f"recipients {recipients} {kind}", f"sides {both} {word} {date}",
    )  # fmt: skip


@lru_cache(_CACHED)
def _of_all_parties(everybody: str, countries: str, kind: str, date: str, shape: str) -> Names:
    return (
        f"all {everybody}", f"all {everybody} {kind} {date}", f"all {everybody} {shape}", f"countries {countries} {kind}",
    )  # fmt: skip


@lru_cache(_CACHED)
def _of_dates(date: str, given: str, word: str, parts: str, kind: str, shape: str) -> Names:
    return (
        f"date {date}", f"date {date} {word}", f"date {date} {parts}", f"date {date} {kind}", f"given {given} {shape}",
    )  # fmt: skip


@lru_cache(_CACHED)
def _of_distance(gap: int, between: int, words: int, word: str, shape: str) -> Names:
    return (
        f"gap {gap}", f"gap {gap} {word}", f"gap {gap} {shape}", f"between {between}", f"between {between} {word} {shape}",
        f"words {words} {word}",
    )  # fmt: skip


@lru_cache(_CACHED)
def _of_title(in_title: bool, is_next: bool, word: str, parts: str) -> Names:
    return f"title {in_title} next {is_next}", f"title {in_title} {parts} {word}"


@lru_cache(_CACHED)
def _of_number(before: bool, after: bool, word: str, parts: str) -> Names:
    return f"plural {before} {after} {parts}", f"plural {before} {after} {word}"


@lru_cache(_CACHED)
def _of_status(before: str, after: str, mode: str, kind: str) -> Names:
    status = "same" if before == after else f"{before}>{after}"
    return f"status {status}", f"mode {mode}", f"mode {mode} {kind}"


@lru_cache(_CACHED)
def _of_circumstances(place: str, killed: str, injured: str, source: str, word: str) -> Names:
    return (
        f"place {place}", f"place {place} {word}", f"killed {killed}", f"injured {injured}", f"source {source}",
    )  # fmt: skip


@lru_cache(_CACHED)
def _of_wording(near: int, modifiers: str, word: str, parts: str) -> Names:
    return f"near {near}", f"near {near} {word}", f"near {near} {word} {parts}", f"modifiers {modifiers} {word}"


@lru_cache(_CACHED)
def _of_links(hangs: bool, spells: bool, beside: bool, word: str, parts: str) -> Names:
    return f"hangs {hangs} {word}", f"spells {spells}", f"beside {beside} {word} {parts}"


@lru_cache(_CACHED)
def _of_taking_up(takes_up: bool, shape: str, words: int) -> Names:
    return (f"takes up {shape}", f"takes up {shape} {words}") if takes_up else ()


@lru_cache(_CACHED)
def _of_lemmas(first: str, second: str, later: str, shape: str) -> Names:
    return f"lemmas {first} {second}", f"lemma {later} {shape}"

"""What a question asks for, as far as its words say: kinds, who, words, days. A table of question words decides, no model."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import MINYEAR

from dateline.errors import BadQuestion
from dateline.knowledge.actors.states import load_adjective_codes
from dateline.knowledge.joining import load_word_forms
from dateline.knowledge.questions import LAYERS, QuestionKind, load_question_words
from dateline.situation.answering.answers import Understood
from dateline.situation.answering.asked_days import read_days
from dateline.situation.answering.sides import Clause, Named, Side, find_sides
from dateline.situation.parties.meant import Meant, find_known, find_nearest
from dateline.situation.views.view import View
from dateline.situation.words.terms import Term, find_terms

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_LONGEST_NAME = 5
_ASKING = frozenset("what who whom whose which when where why how did does do is are was were has have had any".split())


@dataclass(frozen=True, slots=True)
class _Name:
    """A stretch of the question's words that names somebody."""

    start: int
    end: int
    meant: Meant


@dataclass(frozen=True, slots=True)
class Sought:
    """A question as it is looked up: what it was taken to ask, who acts and on whom, and the words looked for.

    `targets` are the names of those on whom somebody acts, `terms` all other words. Where `mutual`, either may stand on
    either side.
    """

    understood: Understood
    by: tuple[Meant, ...]
    toward: tuple[Meant, ...]
    targets: tuple[Term, ...]
    terms: tuple[Term, ...]
    mutual: bool


def understand(view: View, question: str) -> Sought:
    """Return what a question asks for; raise BadQuestion where nothing of it can be looked for, or a name is unknown."""
    last = view.as_of or view.last_day
    days = read_days(question, last.year if last else MINYEAR)
    words = [word.rstrip(".") if word.count(".") < 2 else word for word in _WORD.findall(days.rest)]
    names = _find_names(view, words)
    kinds, used = _find_kinds(words, names)
    sided = list(zip(names, _find_sides(words, names, kinds), strict=True))
    by, toward, about = ([name for name, its in sided if its is side] for side in Side)
    told = (*(_name_term(words, name) for name in about), *_find_rest(words, names, used))
    if not by and not toward and not told:
        raise BadQuestion(f"{question!r} holds no name and no word that can be looked for")
    _check_names(view, words, names)
    understood = _say([kind for kind, _ in kinds], by, toward, told)
    return Sought(
        replace(understood, since=days.since, until=days.until),
        tuple(name.meant for name in by),
        tuple(name.meant for name in toward),
        tuple(_name_term(words, name) for name in toward),
        told,
        mutual=bool(kinds) and kinds[0][0].mutual,
    )


def _find_sides(words: Sequence[str], names: Sequence[_Name], kinds: Sequence[tuple[QuestionKind, int]]) -> list[Side]:
    """Return the part that each name has in what the first question word asks for."""
    if not kinds:
        return [Side.ABOUT] * len(names)
    kind, verb = kinds[0]
    named = [Named(name.start, name.end, owns=_is_genitive(words[name.end - 1])) for name in names]
    return find_sides(Clause([word.lower() for word in words], named, verb, kind.toward))


def _find_rest(words: Sequence[str], names: Sequence[_Name], used: Set[int]) -> tuple[Term, ...]:
    """Return what is looked for beside names, question words and asking words."""
    taken = set(used).union(*(range(name.start, name.end) for name in names))
    rest = (word for index, word in enumerate(words) if index not in taken)
    return find_terms(" ".join(word for word in rest if word.lower() not in _ASKING))


def _find_names(view: View, words: Sequence[str]) -> list[_Name]:
    """Return who is named, the longest names first found; a name begins with a capital letter or is a code."""
    names: list[_Name] = []
    index = 0
    while index < len(words):
        found = None
        if words[index][:1].isupper() and words[index].lower() not in _ASKING:
            for length in range(min(_LONGEST_NAME, len(words) - index), 0, -1):
                meant = _find_meant(view, _bare(" ".join(words[index : index + length])))
                if meant:
                    found = _Name(index, index + length, meant)
                    break
        if found:
            names.append(found)
        index = found.end if found else index + 1
    return names


def _find_meant(view: View, name: str) -> Meant | None:
    """Return whom a name means; a state's adjective means the state: "Russian officials", "the Russian jet"."""
    return find_known(view.ask, load_adjective_codes().get(name.casefold(), name))


def _bare(words: str) -> str:
    return re.sub(r"['’]s?$", "", words)


def _is_genitive(word: str) -> bool:
    return _bare(word) != word


def _find_kinds(words: Sequence[str], names: Sequence[_Name]) -> tuple[list[tuple[QuestionKind, int]], set[int]]:
    """Return the kinds that words ask for, each with the place of its word, and the places of all question words.

    Words that ask for what is said or held beat words of events: these then name the matter.
    """
    named = {index for name in names for index in range(name.start, name.end)}
    asking = load_question_words()
    found = [
        (asking[word.lower()], index)
        for index, word in enumerate(words)
        if index not in named and word.lower() in asking
    ]
    spoken = [one for one in found if "event" not in one[0].layers]
    chosen = spoken or [one for one in found if one[0].id != "do"] or found
    asks_for_do = {index for kind, index in found if kind.id == "do"}
    return chosen, {index for _, index in (*chosen[:1], *spoken)} | asks_for_do


def _name_term(words: Sequence[str], name: _Name) -> Term:
    """Return the forms a name is looked for by: as asked, as the archive calls the party, a state by all its names."""
    asked = _bare(" ".join(words[name.start : name.end]))
    forms = [form for term in find_terms(asked) for form in term] if name.meant.level == "country" else [asked]
    return tuple(dict.fromkeys([*forms, *(party.name for party in name.meant.parties[:3])]))


def _say(
    kinds: Sequence[QuestionKind], by: Sequence[_Name], toward: Sequence[_Name], terms: Sequence[Term]
) -> Understood:
    layers = {layer for kind in kinds for layer in kind.layers} or LAYERS
    return Understood(
        layers=tuple(sorted(layers)),
        kinds=tuple(dict.fromkeys(k.value for kind in kinds for k in kind.kinds)),
        types=tuple(dict.fromkeys(t.value for kind in kinds for t in kind.types)),
        by=tuple(name.meant.parties[0] for name in by),
        toward=tuple(name.meant.parties[0] for name in toward),
        words=tuple(term[0] for term in terms),
        since=None,
        until=None,
    )


def _check_names(view: View, words: Sequence[str], names: Sequence[_Name]) -> None:
    """Raise BadQuestion with the nearest names for a capitalised word that stands nowhere in the archive."""
    named = {index for name in names for index in range(name.start, name.end)}
    functions = load_word_forms().function_words
    for index, word in enumerate(words):
        if index in named or not word[:1].isupper() or word.lower() in _ASKING or word.lower() in functions:
            continue
        quoted = '"' + _bare(word).replace('"', '""') + '"'
        if not view.ask("known_words", words=quoted)[0]["is_known"] and index > 0:
            nearest = find_nearest(view.ask, _bare(word))
            hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
            raise BadQuestion(f"{view.reader.path}: nothing in it is called {_bare(word)!r}{hint}")

"""What a question asks for, as far as its words say: kinds, who, words, days. A table of question words decides, no model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import MINYEAR

from dateline.compare.words import stem
from dateline.errors import BadQuestion
from dateline.knowledge.joining import load_word_forms
from dateline.knowledge.questions import LAYERS, QuestionKind, load_question_kinds
from dateline.situation.answering.answers import Understood
from dateline.situation.answering.asked_days import read_days
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
    """A question as it is looked up: what it was taken to ask, who it is about, and the words looked for."""

    understood: Understood
    by: tuple[Meant, ...]
    toward: tuple[Meant, ...]
    terms: tuple[Term, ...]


def understand(view: View, question: str) -> Sought:
    """Return what a question asks for; raise BadQuestion where nothing of it can be looked for, or a name is unknown."""
    last = view.as_of or view.last_day
    days = read_days(question, last.year if last else MINYEAR)
    words = [word.rstrip(".") if word.count(".") < 2 else word for word in _WORD.findall(days.rest)]
    names = _find_names(view, words)
    kinds, used = _find_kinds(words, names)
    first = min(used, default=len(words))
    by = tuple(name.meant for name in names if name.end <= first and used)
    others = [name for name in names if name.meant not in by]
    named = {index for name in names for index in range(name.start, name.end)}
    rest = [word for index, word in enumerate(words) if index not in named and index not in used]
    terms = (
        *(_name_term(words, name) for name in others),
        *find_terms(" ".join(w for w in rest if w.lower() not in _ASKING)),
    )
    understood = _say(kinds, by, others, terms)
    if not by and not terms:
        raise BadQuestion(f"{question!r} holds no name and no word that can be looked for")
    _check_names(view, words, names)
    return Sought(
        replace(understood, since=days.since, until=days.until), by, tuple(name.meant for name in others), terms
    )


def _find_names(view: View, words: Sequence[str]) -> list[_Name]:
    """Return who is named, the longest names first found; a name begins with a capital letter or is a code."""
    names: list[_Name] = []
    index = 0
    while index < len(words):
        found = None
        if words[index][:1].isupper() and words[index].lower() not in _ASKING:
            for length in range(min(_LONGEST_NAME, len(words) - index), 0, -1):
                meant = find_known(view.ask, _bare(" ".join(words[index : index + length])))
                if meant:
                    found = _Name(index, index + length, meant)
                    break
        if found:
            names.append(found)
        index = found.end if found else index + 1
    return names


def _bare(words: str) -> str:
    return re.sub(r"['’]s?$", "", words)


def _find_kinds(words: Sequence[str], names: Sequence[_Name]) -> tuple[list[QuestionKind], set[int]]:
    """Return the kinds that words ask for, and where those words stand.

    Words that ask for what is said or held beat words of events: these then name the matter.
    """
    named = {index for name in names for index in range(name.start, name.end)}
    found: list[tuple[QuestionKind, int]] = []
    for index, word in enumerate(words):
        for kind in load_question_kinds():
            if index not in named and stem(word.lower()) in {stem(form) for form in kind.words.split()}:
                found.append((kind, index))
                break
    spoken = [one for one in found if "event" not in one[0].layers]
    chosen = spoken or [one for one in found if one[0].id != "do"] or found
    asks_for_do = {index for kind, index in found if kind.id == "do"}
    return [kind for kind, _ in chosen], {index for _, index in (*chosen[:1], *spoken)} | asks_for_do


def _name_term(words: Sequence[str], name: _Name) -> Term:
    """Return the forms a name is looked for by: as asked, as the archive calls the party, a state by all its names."""
    asked = _bare(" ".join(words[name.start : name.end]))
    forms = [form for term in find_terms(asked) for form in term] if name.meant.level == "country" else [asked]
    return tuple(dict.fromkeys([*forms, *(party.name for party in name.meant.parties[:3])]))


def _say(
    kinds: Sequence[QuestionKind], by: Sequence[Meant], others: Sequence[_Name], terms: Sequence[Term]
) -> Understood:
    layers = {layer for kind in kinds for layer in kind.layers} or LAYERS
    return Understood(
        layers=tuple(sorted(layers)),
        kinds=tuple(dict.fromkeys(k.value for kind in kinds for k in kind.kinds)),
        types=tuple(dict.fromkeys(t.value for kind in kinds for t in kind.types)),
        by=tuple(meant.parties[0] for meant in by),
        toward=tuple(name.meant.parties[0] for name in others),
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

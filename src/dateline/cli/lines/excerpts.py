"""The report's own words around an event: enough to know what happened, few enough for a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.cli.terminal import clean
from dateline.model import Span

_LONGEST = 100
_WORDS_BEFORE = 8
_FEWEST_AFTER = 2
_EDGE = re.compile(r"[\s,;:.–—-]+$")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words that name an act, with the words before and after them."""

    before: str
    trigger: str
    after: str


def cut_excerpt(text: str, sentence: Span, trigger: Span, *, with_subject: bool) -> Excerpt:
    """Return the trigger and what follows it in its sentence, and with the subject what stands just before it.

    Where next to nothing follows, what stands before it comes along too.

    >>> text = "Turkish jets shot down a Russian warplane on Tuesday."
    >>> cut_excerpt(text, Span(start=0, end=53), Span(start=13, end=22), with_subject=False)
    Excerpt(before='', trigger='shot down', after=' a Russian warplane on Tuesday')
    >>> cut_excerpt(text, Span(start=0, end=53), Span(start=13, end=22), with_subject=True).before
    'Turkish jets '
    """
    end = max(sentence.end, trigger.end)
    after = _shorten(_close_marks(clean(text[trigger.end : end])))
    joint = " " if text[trigger.end : trigger.end + 1].isspace() and after else ""
    if len(after.split()) < _FEWEST_AFTER:  # "… criticised the offer" says more than "offer"
        with_subject = True
    before = _last_words(clean(text[min(sentence.start, trigger.start) : trigger.start])) if with_subject else ""
    return Excerpt(f"{before} " if before else "", clean(trigger.of(text)), joint + after)


def shorten(words: str, longest: int) -> str:
    """Return words, cut before the word that makes them longer than `longest` characters.

    >>> shorten("to intensify airstrikes on the group", 26)
    'to intensify airstrikes …'
    """
    if len(words) <= longest:
        return words
    return _EDGE.sub("", words[: longest - 1].rsplit(" ", 1)[0]) + " …"  # the blank and the ellipsis fit in too


def plain_words(words: str) -> str:
    """Return words in small letters without punctuation, so that edited copies agree."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def _shorten(words: str) -> str:
    cut = shorten(words, _LONGEST)
    return cut if cut.endswith("…") else _EDGE.sub("", cut)


def _last_words(words: str) -> str:
    found = words.split()
    few = " ".join(found[-_WORDS_BEFORE:])
    return few if len(found) <= _WORDS_BEFORE else f"… {few}"


def _close_marks(words: str) -> str:
    """Return words up to the first quotation mark that nothing here opened."""
    opened = 0
    for offset, c in enumerate(words):
        if c in "“«":
            opened += 1
        elif c in "”»":
            if not opened:
                return words[:offset]
            opened -= 1
    return words

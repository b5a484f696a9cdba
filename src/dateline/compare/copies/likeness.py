"""Whether two reports are copies of one: the words of the shorter stand in the longer, in the same runs, with its facts.

The limits were chosen by reading pairs of newspaper and wire reports near them; docs/decisions/copies.md has the counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from dateline.compare.copies.prose import Prose, read_prose
from dateline.compare.copies.signatures import SHORT, Shingles, Signature, sign
from dateline.model import Document

LEAST_SHARED = 0.7
"""Share of the shorter text's shingles that the longer must have. Reports cast in one mould (offers of bonds, tables of
prices, answers to the same questions) share up to .6; of copies with changed words the worst had .75 with the original."""
_SMALL_PART = 0.5
"""Of a longer text; a shorter one than that must be its beginning: round-ups and backgrounds hold other reports whole."""
_BEGINNING = 1.5  # times the shorter text's length: how far into the longer one its beginning goes
_FIGURES = 0.25  # of the shorter text's figures, the share that the longer may lack
_FEW_FIGURES = 2  # as many at most in a text below _LONG words: tables change a handful of many
_LONG = 200
_NAMES = 0.34  # of its names
_ABBREVIATION = 3  # letters
_SAME_NEWS = 3  # days within which papers print an agency's report
_TEMPLATE = 60  # words; a shorter text that comes again after those days is a form filled in anew,
_REPRINTED = 0.9  # and so is one of which less is the same


@dataclass(frozen=True)
class Print:
    """A report with its prose and signature: what comparing needs, made at first use and once."""

    document: Document

    @cached_property
    def prose(self) -> Prose:
        """The words compared."""
        return read_prose(self.document)

    @cached_property
    def signature(self) -> Signature:
        """The hashes that copies are found by."""
        return sign(self.prose)


def share_of_shingles(one: Shingles, other: Shingles) -> float:
    """Return which share of the shorter text's shingles stand in the longer one, by their hashes alone.

    Zero where the shorter is a small part of the longer and not its beginning. Of two of one length, one of which
    repeats itself, the larger share counts.
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if not len(short):
        return 0.0
    if len(short) < _SMALL_PART * len(long):
        long = long[: int(_BEGINNING * len(short))]
    share = float(np.isin(short, long).mean())
    return share if len(short) < len(long) else max(share, float(np.isin(long, short).mean()))


def find_likeness(one: Print, other: Print) -> float | None:
    """Return how much of the shorter report the longer has (0.7 to 1) where they are copies of one, else None.

    It makes no difference which report is named first.
    """
    if min(len(one.prose), len(other.prose)) < SHORT:
        return 1.0 if _are_same_words(one, other) else None
    shared = share_of_shingles(one.signature.shingles, other.signature.shingles)
    if shared < LEAST_SHARED:
        return None
    short, long = sorted((one, other), key=lambda p: (len(p.prose), p.prose.words))
    if _days_between(one, other) > _SAME_NEWS:
        is_copy = shared >= _REPRINTED and _is_reprint(short.prose, long.prose)
    else:
        is_copy = _tells_same(short.prose, long.prose)
    return shared if is_copy else None


def _are_same_words(one: Print, other: Print) -> bool:
    return bool(one.prose.words) and one.prose.words == other.prose.words and _days_between(one, other) <= _SAME_NEWS


def _tells_same(short: Prose, long: Prose) -> bool:
    """Tell whether the longer text has the shorter one's figures and names: a form filled in anew has not."""
    figures = short.numbers - long.numbers
    return (
        _names_same(short, long)
        and len(figures) <= _FIGURES * len(short.numbers)
        and (len(figures) <= _FEW_FIGURES or len(short) >= _LONG)
    )


def _is_reprint(short: Prose, long: Prose) -> bool:
    """Tell whether what comes after days is the same report and no form filled in anew."""
    return len(short) >= _TEMPLATE and short.numbers <= long.numbers and _names_same(short, long)


def _names_same(short: Prose, long: Prose) -> bool:
    """Tell whether the longer text has the shorter one's names, above all the first: whom it tells of.

    Short words (US, Feb) are written in too many ways to tell by.
    """
    first = short.subject
    if first is not None and len(first) > _ABBREVIATION and first not in long.vocabulary:
        return False
    return len(short.names - long.vocabulary) <= _NAMES * len(short.names)


def _days_between(one: Print, other: Print) -> int:
    """Return the days between two reports; zero where one has no day."""
    days: list[date] = [day for day in (one.document.published, other.document.published) if day]
    return abs((days[0] - days[1]).days) if len(days) == 2 else 0

"""What a copy tells that its original does not: whole new sentences, and figures that were changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.compare.copies.pairing import Stretch, pair_sentences
from dateline.compare.copies.prose import Prose, is_number

MUCH = 20
"""Words of new sentences from which a copy is read as a report of its own. Below stand credits, house lines ("sign up for
our newsletter"), corrections; from here on whole sentences that say something. docs/decisions/copies.md has the counts."""


@dataclass(frozen=True, slots=True)
class Surplus:
    """New sentences of a copy as stretches of its words, and figures it has in place of the original's."""

    sentences: tuple[Stretch, ...]
    figures: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words the new sentences have."""
        return sum(end - start for start, end in self.sentences)

    @property
    def is_substantial(self) -> bool:
        """Tell whether the record of the original does not speak for the copy."""
        return self.words >= MUCH or bool(self.figures)


def find_surplus(copy: Prose, original: Prose) -> Surplus:
    """Return what `copy` has and `original` lacks."""
    fresh: list[Stretch] = []
    figures: list[str] = []
    for here, there in pair_sentences(copy, original):
        if there is None:
            fresh.append(here)
        else:
            figures += _changed_figures(copy, here, original)
    return Surplus(tuple(fresh), tuple(dict.fromkeys(figures)))


def _changed_figures(copy: Prose, here: Stretch, original: Prose) -> Iterator[str]:
    """Yield figures of a sentence the original has too, where the original has them nowhere."""
    for index in range(*here):
        if is_number(copy.words[index]) and copy.words[index] not in original.numbers:
            yield copy.shown[index]

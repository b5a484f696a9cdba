"""What was changed in an original to get a copy, in short notes that a person reads.

Sentences are paired first, so that another order of paragraphs does not look like so many cuts and additions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from dateline.compare.copies.pairing import MARK, Stretch, pair_sentences
from dateline.compare.copies.prose import Prose, fold_word
from dateline.compare.copies.surplus import find_surplus
from dateline.model import BlockKind, Document

_FEW_WORDS = 4  # a longer change is counted, not quoted
_FEW_NOTES = 4
_NUMBERS = "no one two three four five six seven eight nine ten".split()


def describe_differences(copy: Prose, original: Prose) -> tuple[str, ...]:
    """Return notes on what is different in `copy`; none where it is the original word for word.

    Words quoted in the notes are the reports' own: data from outside.
    """
    return (
        *_compare_heads(copy.document, original.document),
        *_compare_sentences(copy, original),
        *_compare_marks(copy.document, original.document),
        *_list_cuts(copy, original),
        *_list_additions(copy, original),
    )


def _compare_heads(copy: Document, original: Document) -> Iterator[str]:
    heads = (
        ("title", copy.title, original.title),
        ("byline", ", ".join(copy.authors), ", ".join(original.authors)),
        ("dateline", copy.dateline, original.dateline),
    )
    for what, here, there in heads:
        if _fold(here) != _fold(there):
            yield f"{what} cut" if not here else f"other {what}" if there else f"{what} added"
    if original.agency and not copy.agency:
        yield "agency not named"


def _fold(line: str | None) -> list[str]:
    return [fold_word(word) for word in (line or "").split()]


def _compare_sentences(copy: Prose, original: Prose) -> Iterator[str]:
    """Yield the words changed within sentences that both have, and whether these come in another order."""
    pairs = [(here, there) for here, there in pair_sentences(copy, original) if there is not None]
    notes = [note for here, there in pairs for note in _compare_words(copy, original, here, there)]
    yield from notes[:_FEW_NOTES]
    if len(notes) > _FEW_NOTES:
        yield f"{_count(len(notes) - _FEW_NOTES, 'more change')} of words"
    if any(later < earlier for (_, (earlier, _)), (_, (later, _)) in pairwise(pairs)):
        yield "sentences in another order"


def _compare_words(copy: Prose, original: Prose, here: Stretch, there: Stretch) -> Iterator[str]:
    matcher = SequenceMatcher(None, original.words[slice(*there)], copy.words[slice(*here)], autojunk=False)
    for change, a, b, c, d in matcher.get_opcodes():
        if change == "equal" or max(b - a, d - c) > _FEW_WORDS:
            continue
        before = " ".join(original.shown[there[0] + a : there[0] + b])
        after = " ".join(copy.shown[here[0] + c : here[0] + d])
        if not after:
            yield f"“{before}” left out"
        else:
            yield f"“{before}” became “{after}”" if before else f"“{after}” added"


def _compare_marks(copy: Document, original: Document) -> Iterator[str]:
    here, there = _has_curly_marks(copy.text), _has_curly_marks(original.text)
    if here is not None and there is not None and here != there:
        yield "typographic quotation marks" if here else "straight quotation marks"


def _has_curly_marks(text: str) -> bool | None:
    """Tell whether a text has typographic quotation marks, None where it has none of either sort."""
    curly, straight = sum(map(text.count, "“”")), text.count('"')
    return None if not curly and not straight else curly >= straight


def _list_cuts(copy: Prose, original: Prose) -> Iterator[str]:
    cut = list(find_surplus(original, copy).sentences)
    last = list(_take_end(cut, original))
    inside = cut[: len(cut) - len(last)]
    if inside:
        yield f"{_count(len(inside), 'sentence')} cut"
    credit = _has_credit(original.document) and not _has_credit(copy.document)
    tail = f"last {_size(last, original)}" if last else ""
    if tail or credit:
        yield f"{' and the '.join(part for part in (tail, 'credit' if credit else '') if part)} cut"


def _list_additions(copy: Prose, original: Prose) -> Iterator[str]:
    added = find_surplus(copy, original).sentences
    if added:
        is_end = len(list(_take_end(added, copy))) == len(added)
        where = " at the end" if is_end else " at the top" if added[0][0] == 0 and len(added) == 1 else ""
        yield f"{_count(len(added), 'sentence')} added{where}"


def _take_end(stretches: Sequence[Stretch], prose: Prose) -> Sequence[Stretch]:
    """Return those of some sentences that are the text's last ones, without a gap; very short ones do not count."""
    starts = {start for start, _ in stretches}
    taken = 0
    for start, end in reversed(list(prose.iter_sentences())):
        if start in starts:
            taken += 1
        elif end - start >= MARK:
            break
    return stretches[len(stretches) - taken :]


def _size(stretches: Sequence[Stretch], prose: Prose) -> str:
    """Return how much a text's last sentences are, in paragraphs where they are whole ones."""
    begin = stretches[0][0]
    if begin in prose.paragraphs:
        return _name_count(sum(1 for start in prose.paragraphs if start >= begin), "paragraph")
    return _name_count(len(stretches), "sentence")


def _name_count(number: int, what: str) -> str:
    return what if number == 1 else _count(number, what)


def _count(number: int, what: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}"
    return f"{word} {what}{'' if number == 1 else 's'}"


def _has_credit(document: Document) -> bool:
    """Tell whether a notice with words in it stands behind the last paragraph."""
    paragraphs = [block.span.end for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
    end = paragraphs[-1] if paragraphs else 0
    return any(
        block.kind is BlockKind.BOILERPLATE
        and block.span.start >= end
        and any(map(str.isalpha, block.span.of(document.text)))
        for block in document.blocks
    )

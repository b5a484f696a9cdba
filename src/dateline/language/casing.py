"""Titles in capitals or Title Case, brought to sentence case without moving a character."""

from __future__ import annotations

import re

from dateline.model import BlockKind, Document

_WORD = re.compile(r"[^\W\d_]+(?:[’'.&-][^\W\d_]+)*")
_SMALL = frozenset(
    "a an and as at but by for from in into of on onto or over the to up via vs with after amid than".split()
)


def restore_case(title: str, document: Document, proper_words: frozenset[str] = frozenset()) -> str:
    """Return the title in sentence case, of the same length.

    A word keeps its capital where the body writes it so inside a sentence or where it is in
    `proper_words`; a title that is in sentence case already is returned as it is.
    """
    words = _WORD.findall(title)
    long_words = [w for w in words if w.lower() not in _SMALL]
    if len(long_words) < 3:
        return title
    capitals = sum(w.isupper() for w in long_words) / len(long_words)
    initials = sum(w[0].isupper() for w in long_words) / len(long_words)
    if capitals < 0.8 and initials < 0.8:
        return title
    spelled = _spell_body(document)
    shouted = capitals >= 0.8

    def settle(match: re.Match[str]) -> str:
        word = match[0]
        known = spelled.get(word.lower())
        if known is not None and len(known) == len(word):
            return known
        if word.capitalize() in proper_words or (word in proper_words and not shouted):
            return word.capitalize() if shouted else word
        if not shouted and (word.isupper() or not word[1:].islower()) and len(word) > 1:
            return word
        return word.lower() if len(word.lower()) == len(word) else word

    settled = _WORD.sub(settle, title)
    return settled[:1].upper() + settled[1:] if len(settled[:1].upper()) == 1 else settled


def _spell_body(document: Document) -> dict[str, str]:
    """Map each lower-cased word of the body to its commonest spelling where it does not open a sentence."""
    counts: dict[str, dict[str, int]] = {}
    for block in document.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        text = block.span.of(document.text)
        for match in _WORD.finditer(text):
            before = text[: match.start()].rstrip(" \"“‘'(")[-1:]
            if before and before not in ".?!:\n":
                forms = counts.setdefault(match[0].lower(), {})
                forms[match[0]] = forms.get(match[0], 0) + 1
    return {lower: max(sorted(forms), key=lambda f: forms[f]) for lower, forms in counts.items()}

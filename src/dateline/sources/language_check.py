"""Whether a text is English; dateline reads no other language yet."""

from __future__ import annotations

import re

_ENGLISH = frozenset(
    "the of to and in a is that for on with as was by at from has have had it he she they be are his its not said "
    "who".split()
)
_SAMPLE = 3000
_FEWEST_WORDS = 15
_NAMES = {
    "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "ru": "Russian", "ar": "Arabic", "zh": "Chinese", "ja": "Japanese", "tr": "Turkish", "pl": "Polish",
    "uk": "Ukrainian", "fa": "Persian", "sv": "Swedish", "he": "Hebrew", "ko": "Korean", "el": "Greek", "cs": "Czech",
    "hu": "Hungarian", "ro": "Romanian",
}  # fmt: skip


def foreign_language(text: str) -> str | None:
    """Return the language of a text that is not English ("French"), None for English and for texts too short to tell.

    Function words decide; only where they are few is the language identified by its letters.
    """
    words = re.findall(r"[^\W\d_]+", text[:_SAMPLE])
    if len(words) < _FEWEST_WORDS:
        return None
    share = sum(w.lower() in _ENGLISH for w in words) / len(words)
    if share >= 0.15:
        return None
    import py3langid  # it takes a tenth of a second, and most texts are English

    code, _ = py3langid.classify(text[:_SAMPLE])
    if code == "en":
        return None
    return _NAMES.get(code, f"a language with the code {code}")

"""How many events are found where there are none: in reports of sport, weather, science and business, and in the
sentences that frames give as examples of what they must not take for an act.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.knowledge.frames.loading import Frame
from dateline.knowledge.word_lists import load_topic_lists
from dateline.model import Document, Event, Record
from dateline.pipeline import Reader
from dateline.sources import make_document

_SHARE = 0.006  # of its words that a report may have in common with politics and still be about something else
_WORDS = (60, 1500)  # shorter reports show no topic, longer ones are interviews that touch on everything
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[“\"‘(]?[A-Z])|\n+")


@dataclass(frozen=True, slots=True)
class FalseEvents:
    """Events found in sentences that hold none, with how often each rule found one and where."""

    sentences: int
    events: int
    rules: tuple[tuple[str, int], ...]
    lines: tuple[str, ...]

    @property
    def per_thousand(self) -> float:
        """False events in a thousand sentences."""
        return round(1000 * self.events / self.sentences, 1) if self.sentences else 0.0


def select_unpolitical(texts: Iterable[str]) -> Iterator[str]:
    """Yield the reports that have hardly a word of politics, conflict, crime or government."""
    for text in texts:
        size = len(text.split())
        if _WORDS[0] <= size <= _WORDS[1] and _count_political(text) <= _SHARE * size:
            yield text


def _count_political(text: str) -> int:
    words = load_topic_lists()["politics"]
    found = [word.lower() for word in re.findall(r"[^\W\d_]+", text)]
    pairs = [f"{first} {second}" for first, second in pairwise(found)]
    return sum(word in words for word in (*found, *pairs))


def count_false_events(texts: Sequence[str], reader: Reader, *, sentences: int = 1000) -> FalseEvents:
    """Read unpolitical reports until they have so many sentences; every event found is a false one."""
    read, rules, lines = 0, Counter[str](), list[str]()
    for record in reader.read_many(_cut(texts, sentences)):
        read += _count_sentences(record.document.text)
        for event in record.events:
            rules[event.rule] += 1
            lines.append(_say(event, record))
    return FalseEvents(read, sum(rules.values()), tuple(rules.most_common()), tuple(lines))


def count_false_examples(reader: Reader) -> FalseEvents:
    """Read every `no` example; a false event is one of the frame's type at its word that no other frame vouches for."""
    cases = [(frame, example.text) for frame in reader.frames.frames for example in frame.no]
    rules, lines = Counter[str](), list[str]()
    documents = (make_document(text, source=frame.id) for frame, text in cases)
    for (frame, _), record in zip(cases, reader.read_many(documents, batch_size=256), strict=True):
        for event in record.events:
            trigger = record.document.text[event.trigger.start : event.trigger.end]
            if event.type is frame.type and event.rule in (frame.id, "tagger") and _is_word_of(frame, trigger):
                rules[frame.id] += 1
                lines.append(_say(event, record))
    return FalseEvents(len(cases), sum(rules.values()), tuple(rules.most_common()), tuple(lines))


def _is_word_of(frame: Frame, trigger: str) -> bool:
    """Tell whether a trigger is a form of one of a frame's words: they begin alike."""
    return any(trigger.lower()[: max(3, len(lemma) - 2)] == lemma[: max(3, len(lemma) - 2)] for lemma in frame.lemmas)


def _cut(texts: Iterable[str], sentences: int) -> Iterator[Document]:
    read = 0
    for text in texts:
        if read >= sentences:
            return
        read += _count_sentences(text)
        yield make_document(text, source="unpolitical")


def _count_sentences(text: str) -> int:
    return sum(1 for part in _SENTENCE_END.split(text) if part.strip())


def _say(event: Event, record: Record) -> str:
    text = record.document.text
    words = text[event.trigger.start : event.trigger.end]
    sentence = " ".join(text[event.evidence.start : event.evidence.end].split())
    return f"{event.rule}: {event.type} “{words}” in “{sentence}”"

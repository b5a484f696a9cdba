"""How many pronouns and nouns that point back are linked to the right person or body.

Two kinds of annotation are read: JSON lines with coreference chains (`mentions` with `start`, `end`, `chain`
and `type`), and a folder of articles whose `actors` list their `aliases`. A mention is linked right when most
of the other mentions of the actor found there belong to the same chain.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.model import Actor, MentionForm, Span

_PRONOUNS = frozenset(
    """i me my mine myself we us our ours ourselves he him his himself she her hers herself it its itself they them
    their theirs themselves""".split()
)  # fmt: skip
_TYPES = frozenset({"person", "organization"})


@dataclass(frozen=True, slots=True)
class ChainMention:
    """One annotated mention; `chain` is the same for all mentions of one person or body."""

    span: Span
    chain: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class ChainedArticle:
    """An article's text with its annotated mentions, and the id by which it is reported."""

    id: str
    text: str
    published: str | None
    mentions: tuple[ChainMention, ...]


@dataclass(frozen=True, slots=True)
class LinkTally:
    """How many mentions there were, how many were linked to anybody, and how many rightly."""

    total: int = 0
    linked: int = 0
    right: int = 0

    def __add__(self, other: LinkTally) -> LinkTally:
        return LinkTally(self.total + other.total, self.linked + other.linked, self.right + other.right)

    @property
    def share(self) -> float:
        """Rightly linked mentions out of all."""
        return self.right / self.total if self.total else 0.0

    @property
    def precision(self) -> float:
        """Rightly linked mentions out of the linked ones."""
        return self.right / self.linked if self.linked else 0.0


@dataclass(frozen=True, slots=True)
class CoreferenceScore:
    """The tallies of pronouns and of nouns."""

    pronouns: LinkTally
    nominals: LinkTally

    @property
    def share(self) -> float:
        """The share of pronouns and nouns together that are linked to the right one."""
        return (self.pronouns + self.nominals).share

    def __str__(self) -> str:
        both = self.pronouns + self.nominals
        return (
            f"pronouns and nominals linked right {both.share:.3f} of {both.total} (precision {both.precision:.3f}): "
            f"pronouns {self.pronouns.share:.3f} of {self.pronouns.total}, "
            f"nominals {self.nominals.share:.3f} of {self.nominals.total}"
        )


def score_coreference(articles: Iterable[ChainedArticle], actors: Mapping[str, Sequence[Actor]]) -> CoreferenceScore:
    """Score the actors found in each article (by its text) against the annotated chains.

    Only chains that name somebody count, and in them every pronoun, and every noun but the first mention.
    """
    pronouns, nominals = LinkTally(), LinkTally()
    for article in articles:
        for mention, verdict in judge_links(article, actors.get(article.text, ())):
            tally = LinkTally(1, verdict is not None, verdict is True)
            if mention.form is MentionForm.PRONOUN:
                pronouns += tally
            else:
                nominals += tally
    return CoreferenceScore(pronouns, nominals)


def judge_links(article: ChainedArticle, actors: Sequence[Actor]) -> Iterator[tuple[ChainMention, bool | None]]:
    """Yield each mention that counts with True where it is linked right, False where wrong, None where not at all."""
    chain_of = [(m.span, m.chain) for m in article.mentions]
    named = {m.chain for m in article.mentions if m.form is MentionForm.NAME}
    first: dict[str, int] = {}
    for mention in article.mentions:
        first[mention.chain] = min(first.get(mention.chain, mention.span.start), mention.span.start)
    for mention in article.mentions:
        if mention.form is MentionForm.NAME or mention.chain not in named:
            continue
        if mention.form is MentionForm.NOMINAL and mention.span.start == first[mention.chain]:
            continue
        yield mention, _judge(mention, actors, chain_of)


def _judge(mention: ChainMention, actors: Sequence[Actor], chain_of: Sequence[tuple[Span, str]]) -> bool | None:
    verdicts = []
    for actor in _standing_at(mention.span, actors):
        others = [m.span for m in actor.mentions if not m.span.overlaps(mention.span)]
        chains = Counter(chain for span in others if (chain := _chain_at(span, chain_of)) is not None)
        if chains:
            verdicts.append(chains[mention.chain] >= max(chains.values()))
    return any(verdicts) if verdicts else None


def _standing_at(span: Span, actors: Sequence[Actor]) -> list[Actor]:
    """Return the actors whose mention fits a span best: mostly one, several for "both leaders"."""
    fits = [(_fit(m.span, span), actor) for actor in actors for m in actor.mentions]
    best = max((fit for fit, _ in fits), default=0.0)
    return [actor for fit, actor in fits if fit == best] if best >= 0.2 else []


def _chain_at(span: Span, chain_of: Sequence[tuple[Span, str]]) -> str | None:
    best, found = 0.2, None
    for other, chain in chain_of:
        fit = _fit(span, other)
        if fit > best:
            best, found = fit, chain
    return found


def _fit(one: Span, other: Span) -> float:
    """Return shared characters over all characters of both spans; a common beginning counts as a third at least.

    Annotators include relative clauses ("the boy who …"), mentions of a record end with the head.
    """
    shared = min(one.end, other.end) - max(one.start, other.start)
    if shared <= 0:
        return 0.0
    fit = shared / (max(one.end, other.end) - min(one.start, other.start))
    return max(fit, 1 / 3) if one.start == other.start else fit


# Reading annotation ------------------------------------------------------------------------------------


def load_chains(path: Path) -> list[ChainedArticle]:
    """Read annotated chains from a JSON lines file or from a folder of annotated articles."""
    if path.is_dir():
        return [_read_article(json.loads(p.read_text(encoding="utf-8"))) for p in sorted(path.glob("*.json"))]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_read_entry(json.loads(line)) for line in lines if line.strip()]


def _read_entry(entry: Mapping[str, Any]) -> ChainedArticle:
    wanted = [m for m in entry["mentions"] if m["type"] in _TYPES]
    mentions = tuple(
        ChainMention(Span(start=m["start"], end=m["end"]), str(m["chain"]), tell_form(m["text"])) for m in wanted
    )
    return ChainedArticle(entry["id"], entry["text"], entry.get("date"), mentions)


def _read_article(article: Mapping[str, Any]) -> ChainedArticle:
    """Take every place where an alias of just one actor stands for a mention of that actor."""
    text = article["text"]
    aliases = Counter(alias for a in article["actors"].values() for alias in set(a.get("aliases") or ()))
    mentions = []
    for key, actor in article["actors"].items():
        for alias in dict.fromkeys(actor.get("aliases") or ()):
            if aliases[alias] == 1:
                form = tell_form(alias)
                mentions += [ChainMention(span, key, form) for span in _iter_places(alias, text)]
    return ChainedArticle(article["id"], text, article.get("published"), tuple(_drop_inner(mentions)))


def _iter_places(alias: str, text: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", text):
        yield Span(start=match.start(), end=match.end())


def _drop_inner(mentions: Sequence[ChainMention]) -> list[ChainMention]:
    """Leave out what stands inside a longer alias: "president" in "French president"."""
    return [m for m in mentions if not any(o.span.covers(m.span) and len(o.span) > len(m.span) for o in mentions)]


def tell_form(text: str) -> MentionForm:
    """Tell a name from a noun phrase and a pronoun by its words.

    >>> [str(tell_form(text)) for text in ("the French president", "François Hollande", "US", "its")]
    ['nominal', 'name', 'name', 'pronoun']
    """
    if text.lower() in _PRONOUNS and not (text.isupper() and len(text) > 1):
        return MentionForm.PRONOUN
    words = [w for w in re.findall(r"[^\W\d_][\w.'’-]*", text) if w.lower() not in ("the", "s", "'s", "’s", "a", "an")]
    head = _head_word(words)
    return (
        MentionForm.NAME if head[:1].isupper() and (len(words) > 1 or not text[:1].islower()) else MentionForm.NOMINAL
    )


def _head_word(words: Sequence[str]) -> str:
    """Return the last word before the first preposition or relative clause."""
    for index, word in enumerate(words):
        if index and word in (
            "of",
            "for",
            "in",
            "from",
            "to",
            "at",
            "who",
            "that",
            "which",
            "with",
            "on",
            "wearing",
            "by",
        ):
            return words[index - 1]
    return words[-1] if words else ""

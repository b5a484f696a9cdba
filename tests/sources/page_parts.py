"""What made pages are of: our own reports, and the noise that stands around a report on a site."""
# ruff: noqa: E501  # pages are written as pages are, in long lines

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from dateline.sources import make_document

EXAMPLES = Path(__file__).parents[2] / "examples" / "november-2015"


@dataclass(frozen=True)
class Report:
    """What a page tells and a reader should find."""

    title: str
    paragraphs: tuple[str, ...]
    published: date
    author: str
    slug: str

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True)
class Page:
    """A page and what stands in it."""

    template: str
    html: str
    report: Report
    publisher: str | None
    says_date: bool = True


def load_reports() -> list[Report]:
    """Return the bundled reports: title, paragraphs, day, an author."""
    reports = []
    for path in sorted(EXAMPLES.glob("*.txt")):
        document = make_document(path.read_text(encoding="utf-8"))
        body = [block.span for block in document.blocks if block.kind.value in ("dateline", "paragraph")]
        after_title = [span for span in body if not (document.title and span.of(document.text) == document.title)]
        text = document.text[after_title[0].start :]
        paragraphs = tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
        author = document.authors[0] if document.authors else "Ada Lindqvist"
        if document.title is None or document.published is None:
            continue  # two of them leave these to be found by reading
        reports.append(Report(document.title, paragraphs, document.published, author, path.stem))
    return reports


HEADLINES = [
    "Harbour strike enters its third week", "Five things to know about the budget", "Storm warning for the northern coast",
    "Opinion: Why the summit was bound to fail", "Museum returns a stolen painting", "Rail fares to rise in January",
    "Mayor opens new bridge after long delay", "Scientists find warm water under the ice", "Court hears appeal in tax case",
    "Football: Westmoor held to a draw at home", "In pictures: The week in Europe", "How the oil price reached the kitchen table",
]  # fmt: skip
COMMENTS = [
    "I have said for years that this would happen and nobody in the government wanted to listen to any of us.",
    "With respect, the paper should have asked the people who live there instead of the same three experts again.",
    "My grandfather came from that town, he would not recognise a single street of it today, it is a great shame.",
    "Can somebody explain to me why the ministers meet every week and nothing ever comes of it in the end?",
    "Great reporting as always, although the map in the printed edition was upside down once more.",
    "The comments here get worse every day, the moderators should do their work and close the thread.",
]
CAPTIONS = [
    "A police officer stands guard outside the ministry. Photograph: Lina Osei/Harbour Pictures",
    "Delegates arrive for the talks. File photo: T. Marsh/Northern Images",
    "The square was empty on Wednesday morning. Picture: Westmoor Chronicle",
]


class Noise:
    """What stands around a report."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def links(self, count: int = 6) -> str:
        chosen = self._random.sample(HEADLINES, count)
        return "".join(f'<li><a href="/news/{i}">{escape(words)}</a></li>' for i, words in enumerate(chosen))

    def comments(self, count: int) -> str:
        parts = []
        for number in range(count):
            words = " ".join(self._random.sample(COMMENTS, 2))
            parts.append(
                f'<li class="comment" id="comment-{number}"><div class="comment-author">reader{number}</div>'
                f'<div class="comment-meta">{number + 1} hours ago</div><div class="comment-body"><p>{escape(words)}</p></div></li>'
            )
        return "".join(parts)

    def caption(self) -> str:
        return escape(self._random.choice(CAPTIONS))

    def teaser(self) -> str:
        return escape(self._random.choice(HEADLINES))

    def number(self, least: int, most: int) -> int:
        return self._random.randint(least, most)

"""One SQLite file that keeps records and gives the same records back; knows nothing of how they were made."""

from dateline.archive.names import MeantActors, find_meant_actors
from dateline.archive.paragraphs import paragraph_around
from dateline.archive.questions import Origin, Question, Quote, Stand, find_quotes, find_stands
from dateline.archive.reader import ArchiveReader, Item, Table
from dateline.archive.writer import ArchiveWriter, Keeping, Kept

__all__ = [
    "ArchiveReader",
    "ArchiveWriter",
    "Item",
    "Keeping",
    "Kept",
    "MeantActors",
    "Origin",
    "Question",
    "Quote",
    "Stand",
    "Table",
    "find_meant_actors",
    "find_quotes",
    "find_stands",
    "paragraph_around",
]

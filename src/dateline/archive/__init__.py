"""One SQLite file that keeps records and gives the same records back; knows nothing of how they were made."""

from dateline.archive.asking.names import MeantActors, find_meant_actors
from dateline.archive.asking.questions import Origin, Question, Quote, Stand, find_quotes, find_stands
from dateline.archive.copies.families import Family, Member
from dateline.archive.keeping.readings import Ingredient, Note, Recipe
from dateline.archive.keeping.writer import ArchiveWriter, Keeping, Kept, Revision
from dateline.archive.paragraphs import paragraph_around
from dateline.archive.reader import ArchiveReader, Item, Table
from dateline.archive.versions.standing import Standing, StandingKind

__all__ = [
    "ArchiveReader",
    "ArchiveWriter",
    "Family",
    "Ingredient",
    "Item",
    "Keeping",
    "Kept",
    "MeantActors",
    "Member",
    "Note",
    "Origin",
    "Question",
    "Quote",
    "Recipe",
    "Revision",
    "Stand",
    "Standing",
    "StandingKind",
    "Table",
    "find_meant_actors",
    "find_quotes",
    "find_stands",
    "paragraph_around",
]

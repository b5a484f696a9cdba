"""One SQLite file that keeps records and gives the same records back; knows nothing of how they were made."""

from dateline.archive.families import Family, Member
from dateline.archive.names import MeantActors, find_meant_actors
from dateline.archive.paragraphs import paragraph_around
from dateline.archive.questions import Origin, Question, Quote, Stand, find_quotes, find_stands
from dateline.archive.reader import ArchiveReader, Item, Table
from dateline.archive.readings import Ingredient, Note, Recipe
from dateline.archive.standing import Standing, StandingKind
from dateline.archive.writer import ArchiveWriter, Keeping, Kept, Revision

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

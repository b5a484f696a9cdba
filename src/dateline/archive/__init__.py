"""One SQLite file that keeps records and gives the same records back; knows nothing of how they were made."""

from dateline.archive.reader import ArchiveReader, Item, Table
from dateline.archive.writer import ArchiveWriter, Keeping, Kept

__all__ = ["ArchiveReader", "ArchiveWriter", "Item", "Keeping", "Kept", "Table"]

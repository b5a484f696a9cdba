"""From files and streams to documents; knows nothing of language."""

from dateline.model import Document
from dateline.sources.document import Known, make_document
from dateline.sources.formats import iter_documents
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable
from dateline.sources.reading import count_sources, iter_items

__all__ = [
    "Document", "Known", "Origin", "ReadOptions", "Remark", "Unreadable", "count_sources", "iter_documents", "iter_items",
    "make_document",
]  # fmt: skip

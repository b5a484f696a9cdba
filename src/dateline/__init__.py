"""Reads news reports on international affairs and keeps the record.

`read` turns a text into a `Record`; `open` opens an archive that `dateline read` has filled as a `Situation`.
"""

from dateline.api import open, read
from dateline.errors import DatelineError
from dateline.model import Record
from dateline.situation import Scope, Situation

__version__ = "0.1.0"

__all__ = ["DatelineError", "Record", "Scope", "Situation", "__version__", "open", "read"]

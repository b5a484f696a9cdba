"""From a document to sentences, words and syntax; knows nothing of politics."""

from dateline.language.parse import Parse, Sentence
from dateline.language.parser import Parser, load_parser

__all__ = ["Parse", "Parser", "Sentence", "load_parser"]

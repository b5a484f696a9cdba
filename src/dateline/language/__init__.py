"""From a document to sentences, words and syntax; knows nothing of politics."""

from dateline.language.keeping import list_words, pack_parse
from dateline.language.parse import Parse, Sentence
from dateline.language.parser import Parser, load_parser

__all__ = ["Parse", "Parser", "Sentence", "list_words", "load_parser", "pack_parse"]

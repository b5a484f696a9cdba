"""From a document to sentences, words and syntax; knows nothing of politics."""

from dateline.language.keeping import list_words, pack_parse
from dateline.language.parse import Parse
from dateline.language.parser import Parser, load_parser
from dateline.language.token import Columns, Sentence, Token

__all__ = ["Columns", "Parse", "Parser", "Sentence", "Token", "list_words", "load_parser", "pack_parse"]

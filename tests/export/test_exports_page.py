from pathlib import Path

import pytest

from dateline.export import load_formats
from dateline.export.tables.joined_columns import JOINED_COLUMNS
from dateline.export.tables.mention_columns import MENTION_COLUMNS

PAGE = (Path(__file__).parent.parent.parent / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [MENTION_COLUMNS, JOINED_COLUMNS])
def test_every_column_of_our_tables_is_described_as_the_code_says_it(columns):
    rows = [f"| `{column.name}` | {column.kind} | {column.gloss} |" for column in columns]
    assert "\n".join(rows) in PAGE


def test_every_format_is_listed():
    for format_ in load_formats().values():
        place = "a folder" if format_.folder else f"`{format_.suffix}`"
        assert f"| `{format_.name}` | {format_.gloss} | {place} |" in PAGE

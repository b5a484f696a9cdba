"""How long reading takes, measured against the parser it stands on; never part of the tests."""

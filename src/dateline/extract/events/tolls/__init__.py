"""How many were killed, injured, arrested in an act."""

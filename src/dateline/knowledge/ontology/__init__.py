"""PLOVER's types, modes and contexts, and CAMEO's codes."""

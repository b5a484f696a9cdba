"""Names of members. They are shown and kept, and are never a path to anything."""

from __future__ import annotations

import re

_STEPS = ("", ".", "..")
_DRIVE = re.compile(r"^[A-Za-z]:")


def clean_name(name: str) -> str:
    """Return a member's name as steps below its container: no root, no drive, no way up, no control characters.

    >>> clean_name("../../etc/passwd"), clean_name("C:\\\\reports\\\\a.txt"), clean_name("/")
    ('etc/passwd', 'reports/a.txt', 'unnamed')
    """
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in name).replace("\\", "/")
    steps = [step for step in _DRIVE.sub("", plain).split("/") if step.strip() not in _STEPS]
    return "/".join(steps) or "unnamed"


def is_passed_over(name: str) -> bool:
    """Tell whether a member only accompanies others: a folder, a hidden or nameless file, what a system leaves for itself."""
    steps = name.replace("\\", "/").split("/")
    return not steps[-1] or steps[0] == "__MACOSX" or any(step.startswith(".") and step.strip(".") for step in steps)

"""Ctrl-C at any moment, without a record that lost a layer to it.

Python raises KeyboardInterrupt wherever it happens to be, and libraries may turn it into an error of their own, which
reading would take for a fault of the text. So a stop is noted, it is raised only where reading or waiting is going
on, and what was being read at that moment is thrown away.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any


class Stop:
    """Knows whether the user asked to stop; as a context manager it listens for Ctrl-C.

    The first Ctrl-C is raised at once inside `interruptible` and otherwise on entering it; the second anywhere.
    """

    def __init__(self) -> None:
        self.asked = False
        self._is_open = False
        self._before: Any = None

    def __enter__(self) -> Stop:
        is_main = threading.current_thread() is threading.main_thread()
        if is_main and signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # a job in the background ignores it
            self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            self._before = None

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Let Ctrl-C raise KeyboardInterrupt in here; raise it now where it was pressed before, and at the end."""
        self.check()
        self._is_open = True
        try:
            yield
        finally:
            self._is_open = False
        self.check()

    def check(self) -> None:
        """Raise KeyboardInterrupt where the user asked to stop."""
        if self.asked:
            raise KeyboardInterrupt

    def _note(self, number: int, frame: FrameType | None) -> None:
        is_again, self.asked = self.asked, True
        if self._is_open or is_again:
            raise KeyboardInterrupt

"""Readers that read nothing into records, for tests of how reports are handed out; worker processes import them."""

import os
import signal
import time
from pathlib import Path

from dateline.errors import BadInput
from dateline.model import Diagnostic, Record


class Fake:
    """Notes in each record which process made it; does what a text says: BAD, DIE, SLOW, ONCE <file>."""

    def read_many(self, documents):
        for document in documents:
            text = document.text
            if "BAD" in text:
                raise ValueError("no good")
            if "DIE" in text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "SLOW" in text:
                time.sleep(0.05)
            if "ONCE" in text:
                mark = Path(text.split()[-1])
                if not mark.exists():
                    mark.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
            yield Record(document=document, diagnostics=(Diagnostic(stage="test", message=str(os.getpid())),))


def load():
    return Fake()


class Steady:
    """Takes its time, and makes the same records in every process."""

    def read_many(self, documents):
        for document in documents:
            time.sleep(0.004)
            yield Record(document=document)


def load_steady():
    return Steady()


def load_in_vain():
    raise BadInput("en_core", "no spaCy pipeline of that name is installed")


def die_loading():
    os.kill(os.getpid(), signal.SIGKILL)

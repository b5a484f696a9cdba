"""How much may come out of a container, so that a small file cannot fill memory or keep a run busy for ever."""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1 << 20
_GB = 1 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """What a container, with all that is packed inside it, is held to.

    `depth` is how many containers may stand in each other (a web archive packed with gzip is two). `total_bytes` may
    come out of one source; from `free_bytes` on no more than `ratio` times its own length, since prose packs
    three times, lists some forty times, and only emptiness a thousand times. `record_bytes` is the largest page of a web
    archive, `held_bytes` the largest zip that is read without its file (in another container, from standard input),
    and `directory_bytes` the longest table of contents of a zip: about a million members.
    """

    depth: int = 4
    total_bytes: int = 256 * _GB
    free_bytes: int = 64 * _MB
    ratio: int = 200
    record_bytes: int = 16 * _MB
    held_bytes: int = 128 * _MB
    directory_bytes: int = 64 * _MB


class TooMuchError(Exception):
    """More comes out of a source than its limits allow; the message says which limit."""


class BrokenContainerError(Exception):
    """A container is cut off or damaged here; what came out of it before is sound."""


class Budget:
    """Counts the bytes of one source and what came out of it; raises TooMuchError where that is too much."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._packed = 0
        self._unpacked = 0

    def count_packed(self, size: int) -> None:
        """Count bytes of the source itself."""
        self._packed += size

    def spend(self, size: int) -> None:
        """Count bytes that came out of a container, at whatever depth."""
        self._unpacked += size
        limits = self._limits
        if self._unpacked > limits.total_bytes:
            raise TooMuchError(
                f"more than {describe_size(limits.total_bytes)} came out of it, the most read from one source"
            )
        if self._unpacked > limits.free_bytes and self._unpacked > limits.ratio * self._packed:
            raise TooMuchError(f"unpacks to more than {limits.ratio} times its size, as only a zip bomb does")


def describe_size(size: int) -> str:
    """Return a size in words: "16 MB"."""
    for unit, name in ((_GB, "GB"), (_MB, "MB"), (1 << 10, "kB")):
        if size >= unit:
            return f"{size / unit:,.0f} {name}"
    return f"{size} bytes"

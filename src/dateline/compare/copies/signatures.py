"""Signatures: what is kept of a report so that its copies are found among a million others without reading those.

Every three words in a row are a shingle. MinHash (Broder 1997) turns all shingles, and once more those of the first sixty
words, into short signatures; these are cut into bands, and texts that share a band are looked at more closely. A text and
its copy share a band nearly always where half of their shingles are the same, or where the copy begins as the original
does and is cut.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np
import rensa
from numpy.typing import NDArray

from dateline.compare.copies.prose import Prose

Shingles = NDArray[np.uint32]
METHOD = 100 * rensa.RMinHash.ALGORITHM_VERSION + 1
"""Signatures of different methods do not compare. The last digit is ours, the rest is that of the library's algorithm."""
SHORT = 30
"""Words below which a text says too little to tell a copy from a template: only one that is word for word the same counts."""
_LEAD = 60  # words a cut copy has left at least
_ROWS, _BANDS = 3, 24  # a share of .5 in common is found with .96, .3 with .48, .01 in one of 40,000 texts
_SEED = 7


@dataclass(frozen=True, slots=True)
class Signature:
    """Hashes of a text's shingles in order, and the bands under which it is looked up (signed, 32 bits)."""

    shingles: Shingles
    bands: tuple[int, ...]


def sign(prose: Prose) -> Signature:
    """Return the signature of a text; one without words has none of either."""
    shingles = _hash_shingles(prose.words)
    if len(prose) < SHORT:
        return Signature(shingles, _whole_band(prose))
    return Signature(shingles, _cut_bands(shingles))


def pack_shingles(shingles: Shingles) -> bytes:
    """Return shingles as bytes, little-endian."""
    return shingles.astype("<u4").tobytes()


def unpack_shingles(packed: bytes) -> Shingles:
    """Return the shingles that `pack_shingles` packed."""
    return np.frombuffer(packed, dtype="<u4").astype(np.uint32)


def _hash_shingles(words: tuple[str, ...]) -> Shingles:
    hashes = np.fromiter((zlib.crc32(word.encode()) for word in words), dtype=np.uint64, count=len(words))
    if len(hashes) < 3:
        return hashes.astype(np.uint32)
    mixed = (
        hashes[:-2] * np.uint64(0x9E3779B1) + hashes[1:-1] * np.uint64(0x85EBCA77) + hashes[2:] * np.uint64(0xC2B2AE3D)
    )
    shingles: Shingles = ((mixed ^ (mixed >> np.uint64(29))) & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    return shingles


def _cut_bands(shingles: Shingles) -> tuple[int, ...]:
    lead = shingles[: _LEAD - 2]
    hashes = np.concatenate((shingles, lead)).astype(np.uint64)
    rows = rensa.RMinHash.digest_matrix_from_flat_token_hashes(
        hashes, [0, len(shingles), len(hashes)], _ROWS * _BANDS, _SEED
    ).to_rows()
    digests = np.array(rows, dtype="<u4").reshape(2 * _BANDS, _ROWS)
    return tuple(_as_signed(zlib.crc32(band.tobytes(), number)) for number, band in enumerate(digests))


def _whole_band(prose: Prose) -> tuple[int, ...]:
    """Return the one band of a short text: the text itself."""
    return (_as_signed(zlib.crc32(" ".join(prose.words).encode(), 0xFFFF)),) if prose.words else ()


def _as_signed(value: int) -> int:
    return value - (1 << 32) if value >= 1 << 31 else value

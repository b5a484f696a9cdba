"""Copies of one report: how they are found, what they add, what was changed, and which one was first.

prose -> signature -> likeness -> surplus -> original; differences, origin
"""

from dateline.compare.copies.differences import describe_differences
from dateline.compare.copies.likeness import LEAST_SHARED, Print, find_likeness, share_of_shingles
from dateline.compare.copies.originals import find_original
from dateline.compare.copies.origins import Origin, choose_origin
from dateline.compare.copies.prose import Prose, read_prose
from dateline.compare.copies.signatures import METHOD, Shingles, Signature, pack_shingles, sign, unpack_shingles
from dateline.compare.copies.surplus import Surplus, find_surplus

__all__ = [
    "LEAST_SHARED",
    "METHOD",
    "Origin",
    "Print",
    "Prose",
    "Shingles",
    "Signature",
    "Surplus",
    "choose_origin",
    "describe_differences",
    "find_likeness",
    "find_original",
    "find_surplus",
    "pack_shingles",
    "read_prose",
    "share_of_shingles",
    "sign",
    "unpack_shingles",
]

"""Containers: gzip, bzip2, xz, zip and web archives around anything that is read; knows nothing of what that is."""

from dateline.sources.containers.limits import BrokenContainerError, Limits, TooMuchError
from dateline.sources.containers.member import Member, MemberReader
from dateline.sources.containers.opening import read_opened

__all__ = ["BrokenContainerError", "Limits", "Member", "MemberReader", "TooMuchError", "read_opened"]

"""Replies to partners: their own files marked, a list of problems to be followed from month to month, a message."""

from okoce_core.report.replies.addressees import Addressee, OwnFile, Unaddressed, address
from okoce_core.report.replies.following import Told
from okoce_core.report.replies.reply import Reply, replies

__all__ = ["Addressee", "OwnFile", "Reply", "Told", "Unaddressed", "address", "replies"]

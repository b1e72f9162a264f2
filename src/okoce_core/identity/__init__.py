"""Who is the same across lists: keys, links with reasons, and doubt kept as doubt."""

from okoce_core.identity.decisions import Decision, Decisions
from okoce_core.identity.explaining import LinkExplanation, explain_link
from okoce_core.identity.population import REASONS, Doubt, Link, Population
from okoce_core.identity.resolve import IDENTITIES, resolve
from okoce_core.identity.review import Review, review

__all__ = [
    "IDENTITIES", "REASONS", "Decision", "Decisions", "Doubt", "Link", "LinkExplanation", "Population", "Review",
    "explain_link", "resolve", "review",
]  # fmt: skip

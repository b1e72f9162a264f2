"""Who is the same across lists: keys, links with reasons, and doubt kept as doubt."""

from okoce_core.identity.population import REASONS, Doubt, Link, Population
from okoce_core.identity.resolve import IDENTITIES, resolve

__all__ = ["IDENTITIES", "REASONS", "Doubt", "Link", "Population", "resolve"]

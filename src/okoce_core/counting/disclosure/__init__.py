"""Hiding what could show one person or enterprise: thresholds, dominance, secondary suppression, random rounding."""

"""Adapters for the forms of OK OCE's partners: one module a partner, found through the same entry points as anyone's."""

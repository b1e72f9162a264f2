"""Adapters for the forms of OK OCE's partners, one module a partner, found through entry points like anyone's."""

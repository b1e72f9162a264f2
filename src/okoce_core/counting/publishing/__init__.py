"""Figures the movement and others have published, and what a computed figure may honestly be compared with."""

"""Figures by dimensions: the facts each dimension reads, the cells, and tables that say where they do not add up."""

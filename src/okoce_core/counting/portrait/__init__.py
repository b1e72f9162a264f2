"""What a report shows of a counted population beside its figures: the ladder, shared lists, coverage, ages.

Each takes rules of disclosure control as :meth:`~okoce_core.counting.Figures.table` does: without them every number is
as it was counted, with them a number of few people or enterprises is a :class:`~okoce_core.counting.Cell` of value
None, and so is as much more as it takes that none can be worked out.
"""

"""Real files of public bodies, each with a mapping, against the figures that a correct reading gives.

The files are not part of the repository (their licences are mostly unstated): they lie in ``../shared/data`` or where
the variable OKOCE_SHARED_DATA points, and without them the tests skip, each saying which file it lacks.
"""

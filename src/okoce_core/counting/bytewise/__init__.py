"""Counting by columns: a byte of standing for each statement, worked on whole.

The rules say how one fact, one person, one enterprise stands. Here each distinct fact is judged once by its rule, and
what follows from several judgements is taken for a million statements at a time. What no column can tell is left to the
rule for one enterprise. ``tests/counting/test_bytewise.py`` holds both to the same answers.
"""

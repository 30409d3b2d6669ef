"""Faults planted on purpose and their innocent look-alikes: one or more functions per finding code."""

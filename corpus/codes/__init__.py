"""Arithmetic of printed numbers: pure functions, each with its standard."""

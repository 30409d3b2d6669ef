"""Checks of the family ``cross``; each module is found by looking in this folder."""

"""Checks of the family ``numbers``; each module is found by looking in this folder."""

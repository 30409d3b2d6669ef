"""Checks of the family ``identity``; each module is found by looking in this folder."""

"""Checks of the family ``eligibility``; each module is found by looking in this folder."""

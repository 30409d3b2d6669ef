"""Checks of the family ``completeness``; each module is found by looking in this folder."""
